//! Reads the date and time where the person sits.

use crate::app::Moment;
use crate::domain::date::calendar_date;
use crate::platform::clock;

/// Returns the day and the time now. A clock outside the calendar counts as the calendar's beginning: a wrong time is
/// better than a draft that is not stored.
pub(crate) fn moment() -> Option<Moment> {
    let now = clock::now().filter(|now| now.year > 0);
    let read = now.and_then(|now| {
        let date = calendar_date(now.year, now.month, now.day)?;
        Some(Moment { date, hour: now.hour, minute: now.minute })
    });
    read.or_else(|| Some(Moment { date: calendar_date(1970, 1, 1)?, hour: 0, minute: 0 }))
}
