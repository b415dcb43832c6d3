//! Reads the time in the time zone of the person; the only clock of the page. No calculation reads it.

use js_sys::Date;

use super::file::whole;

/// A day and a time of day, as the machine's clock has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Now {
    /// The year.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month.
    pub day: u8,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
}

/// Reads the clock; `None` where it shows a time that no calendar has.
pub fn now() -> Option<Now> {
    let date = Date::new_0();
    let small = |number: u32| u8::try_from(number).ok();
    Some(Now {
        year: i32::try_from(date.get_full_year()).ok()?,
        month: small(date.get_month() + 1)?,
        day: small(date.get_date())?,
        hour: small(date.get_hours())?,
        minute: small(date.get_minutes())?,
    })
}

/// Makes a text that no other call in this browser gives: the time in milliseconds and a random number.
pub fn unique() -> String {
    format!("{}-{}", whole(Date::now()), whole(js_sys::Math::random() * 1e9))
}
