//! `done`: done, yes or no. The day on which it was done says yes as well.

use super::Judgement;
use crate::domain::reported::Reported;
use crate::domain::trace::{Step, Verdict};

pub(super) fn judge(reported: &Reported) -> Judgement {
    match reported.done.or(reported.date.map(|_| true)) {
        Some(done) => Judgement::settled(done, Step::Done(done)),
        None => Judgement::unsettled(Verdict::Open, vec![Step::NoResult]),
    }
}
