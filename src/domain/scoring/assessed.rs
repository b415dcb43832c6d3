//! `assessed`: the points that a person gave, as they are, within the weight's range and with a reason.
//!
//! In an unweighted contract there are no points to give: yes or no is said instead.

use super::{Scored, Scoring};
use crate::domain::address::ReportedField;
use crate::domain::assessor::CopiedReason;
use crate::domain::contract::{LevelId, Weight};
use crate::domain::judging::Fault;
use crate::domain::number::{Decimal, Points, Share, TooLarge, difference};
use crate::domain::objection::ObjectionKind;
use crate::domain::trace::{Step, Verdict};

pub(super) fn score(scoring: Scoring) -> Result<Scored, TooLarge> {
    let Scoring { reported, weight, .. } = scoring;
    match (weight, reported.points, reported.done) {
        (Some(weight), Some(points), _) => judged(scoring, weight, Points(points)),
        (None, None, Some(done)) => {
            let share = if done { Share::FULL } else { Share::NONE };
            Ok(Scored::settled(share, vec![Step::Done(done)]))
        }
        (weight, points, done) => {
            let mut scored = Scored::open(Share::FULL, Verdict::Open);
            scored.steps.push(Step::NoResult);
            let wanted = if weight.is_some() { ReportedField::Points } else { ReportedField::Done };
            let misplaced = if points.is_some() {
                Some(ReportedField::Points)
            } else {
                done.map(|_| ReportedField::Done)
            };
            let fault = misplaced.map(|field| Fault::in_field(field, ObjectionKind::OtherKind { wanted }));
            scored.faults.extend(fault);
            Ok(scored)
        }
    }
}

/// Points within the weight as it counts. What was judged within the contract's own range before other goals'
/// weights were shared out stays as it was given.
fn judged(scoring: Scoring, weight: Weight, points: Points) -> Result<Scored, TooLarge> {
    let contains = |range: &Weight| range.min() <= points && points <= range.max();
    let (min, max) = (weight.min(), weight.max());
    let Some(range) = Some(weight).into_iter().chain(scoring.stated).find(contains) else {
        let mut scored = Scored::open(Share::FULL, Verdict::Open);
        scored.steps.push(Step::NoResult);
        scored.faults.push(Fault::in_field(ReportedField::Points, ObjectionKind::OutsideRange { min, max }));
        return Ok(scored);
    };
    let width = difference(max.0, min.0)?;
    let share =
        if width.is_zero() { Share::FULL } else { Share::fraction(difference(points.0, min.0)?, width)? };
    let step = Step::Judged { points, min: range.min(), max: range.max() };
    let mut scored = Scored::settled(share.clamped(Decimal::ONE)?, vec![step]);
    scored.judged = Some(points);
    let of = scoring.reported;
    let kind = missing_reason(of.reason.as_deref(), of.copied.as_deref(), (of.points, None));
    scored.faults.extend(kind.map(|kind| Fault::in_field(ReportedField::Reason, kind)));
    Ok(scored)
}

/// What is wrong with the reason of a judgement: there is none, or it is another party's for other points or another level.
pub(in crate::domain) fn missing_reason(
    reason: Option<&str>,
    copied: Option<&CopiedReason>,
    (points, level): (Option<Decimal>, Option<&LevelId>),
) -> Option<ObjectionKind> {
    if reason.is_none_or(|reason| reason.trim().is_empty()) {
        return Some(ObjectionKind::NoReason);
    }
    copied.is_some_and(|copied| copied.is_of_other(points, level)).then_some(ObjectionKind::ReasonOfOther)
}
