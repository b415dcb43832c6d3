//! `assessed`: the points that a person gave, as they are, within the weight's range and with a reason.
//!
//! In an unweighted contract there are no points to give: yes or no is said instead.

use super::Scored;
use crate::domain::contract::Weight;
use crate::domain::judging::Fault;
use crate::domain::number::{Decimal, Points, Share, TooLarge, difference};
use crate::domain::objection::{Field, ObjectionKind};
use crate::domain::reported::Reported;
use crate::domain::trace::{Step, Verdict};

pub(super) fn score(reported: &Reported, weight: Option<Weight>) -> Result<Scored, TooLarge> {
    match (weight, reported.points, reported.done) {
        (Some(weight), Some(points), _) => judged(reported, weight, points),
        (None, None, Some(done)) => {
            let share = if done { Share::FULL } else { Share::NONE };
            Ok(Scored::settled(share, vec![Step::Done(done)]))
        }
        (weight, points, done) => {
            let mut scored = Scored::open(Share::FULL, Verdict::Open);
            scored.steps.push(Step::NoResult);
            let wanted = if weight.is_some() { Field::Points } else { Field::Done };
            let misplaced = if points.is_some() { Some(Field::Points) } else { done.map(|_| Field::Done) };
            let fault = misplaced.map(|field| Fault::at(field, ObjectionKind::OtherKind { wanted }));
            scored.faults.extend(fault);
            Ok(scored)
        }
    }
}

fn judged(reported: &Reported, weight: Weight, given: Decimal) -> Result<Scored, TooLarge> {
    let (min, max) = (weight.min(), weight.max());
    if given < min.0 || given > max.0 {
        let mut scored = Scored::open(Share::FULL, Verdict::Open);
        scored.steps.push(Step::NoResult);
        scored.faults.push(Fault::at(Field::Points, ObjectionKind::OutsideRange { min, max }));
        return Ok(scored);
    }
    let width = difference(max.0, min.0)?;
    let share = if width.is_zero() { Share::FULL } else { Share::of(difference(given, min.0)?, width)? };
    let points = Points(given);
    let mut scored = Scored::settled(share, vec![Step::Judged { points, min, max }]);
    scored.judged = Some(points);
    if reported.reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
        scored.faults.push(Fault::at(Field::Reason, ObjectionKind::NoReason));
    }
    Ok(scored)
}
