//! `rated`: a person chooses a level of a scale. It holds where the level gives everything.

use super::{Fault, Judgement};
use crate::domain::address::ReportedField;
use crate::domain::contract::Rating;
use crate::domain::number::Share;
use crate::domain::objection::ObjectionKind;
use crate::domain::reported::Reported;
use crate::domain::scoring::missing_reason;
use crate::domain::trace::{Step, Verdict};

pub(super) fn judge(rating: &Rating, reported: &Reported) -> Judgement {
    let Some(id) = &reported.level else {
        return Judgement::unsettled(Verdict::Open, vec![Step::NoResult]);
    };
    let Some(level) = rating.level(id) else {
        let mut judgement = Judgement::unsettled(Verdict::Open, vec![Step::NoResult]);
        judgement.faults.push(Fault::in_field(ReportedField::Level, ObjectionKind::UnknownLevel));
        return judgement;
    };
    let share = Share::decimal(level.share);
    let mut judgement =
        Judgement::settled(share.is_full(), Step::Rated { title: level.title.clone(), share });
    let reason = missing_reason(reported.reason.as_deref(), reported.copied.as_deref(), (None, Some(id)));
    judgement.faults.extend(reason.map(|kind| Fault::in_field(ReportedField::Reason, kind)));
    judgement
}
