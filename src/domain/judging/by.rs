//! `by`: done on or before a date. `done: false` says that it was not reached and will not be.

use super::{Ground, Judgement};
use crate::domain::date::Date;
use crate::domain::reported::Reported;
use crate::domain::trace::{Step, Verdict};

pub(super) fn judge(deadline: Date, reported: &Reported, ground: Ground) -> Judgement {
    if let Some(date) = reported.date {
        let holds = date <= deadline;
        return Judgement::settled(holds, Step::Deadline { date: Some(date), deadline, holds });
    }
    if reported.done == Some(false) {
        return Judgement::settled(false, Step::Deadline { date: None, deadline, holds: false });
    }
    if ground.as_of.is_some_and(|as_of| as_of > deadline) {
        let mut judgement = Judgement::unsettled(Verdict::Open, vec![Step::Overdue { deadline }]);
        judgement.overdue = Some(deadline);
        return judgement;
    }
    Judgement::unsettled(Verdict::Open, vec![Step::NoResult])
}
