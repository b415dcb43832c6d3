//! Which way a target moved: the question that a negotiation is about.

use std::cmp::Ordering;

use super::{AskedGoal, Edition, Effect};
use crate::domain::contract::{Baseline, BaselineChange, Contract, Part, Relation, Target, Threshold};
use crate::domain::counting::{counting_period, counting_target};
use crate::domain::date::{Date, Period};
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, proportion};

/// What one edition asks for, and what it is held against.
#[derive(Clone, Copy)]
struct Asked<'a> {
    target: &'a Target,
    ground: Ground<'a>,
    /// The year whose targets bind; none where the contract does not say.
    year: Option<i32>,
}

/// Which way the requirement moved from one edition to the other; none where it is word for word the same.
pub(super) fn effect(goals: [AskedGoal<'_>; 2], editions: [Edition<'_>; 2]) -> Option<Effect> {
    let [before, after] =
        goals.map(|of| (counting_target(of.goal, of.entry), counting_period(of.goal, of.entry)));
    if before.1 == after.1 && bare(before.0) == bare(after.0) {
        return None;
    }
    let [old, new] = goals;
    let years = editions.map(|edition| year(edition.contract));
    let old_asked = Asked { target: before.0, ground: Ground::of_goal(old.goal, None), year: years[0] };
    let new_asked = Asked { target: after.0, ground: Ground::of_goal(new.goal, None), year: years[1] };
    Some(match [before.0, after.0] {
        [Target::Undetermined, Target::Undetermined] => Effect::Alike,
        [Target::Undetermined, _] => Effect::Fixed,
        [_, Target::Undetermined] => Effect::Opened,
        [here, there] if here != there && old.goal.unit != new.goal.unit => Effect::Other,
        _ => moved(old_asked, new_asked),
    })
}

/// A target without what its parts say beside what has to hold.
pub(super) fn bare(target: &Target) -> Target {
    let without = |parts: &[Part]| {
        let bare = parts.iter().map(|part| Part {
            target: bare(&part.target),
            history: Vec::new(),
            guidelines: Vec::new(),
            wording: None,
            page: None,
            scoring: None,
            ..part.clone()
        });
        bare.collect()
    };
    match target {
        Target::AllOf(parts) => Target::AllOf(without(parts)),
        Target::AnyOf(parts) => Target::AnyOf(without(parts)),
        other => other.clone(),
    }
}

/// Whether any part that both targets have differs in this.
pub(super) fn parts_differ([before, after]: [&Target; 2], differs: fn(&Part, &Part) -> bool) -> bool {
    let others = after.parts().unwrap_or_default();
    before.parts().into_iter().flatten().any(|part| {
        let other = others.iter().find(|other| other.id == part.id);
        other
            .is_some_and(|other| differs(part, other) || parts_differ([&part.target, &other.target], differs))
    })
}

/// The year that a contract binds, or begins in.
fn year(contract: &Contract) -> Option<i32> {
    contract.binding_year.or_else(|| contract.period.map(|period| period.from.year()))
}

fn moved(before: Asked<'_>, after: Asked<'_>) -> Effect {
    match course(before, after) {
        Some(Ordering::Equal) => Effect::Alike,
        Some(Ordering::Greater) => Effect::Tightened(percent(before, after)),
        Some(Ordering::Less) => Effect::Loosened(percent(before, after)),
        None => Effect::Other,
    }
}

/// By how many percent a threshold moved.
fn percent(before: Asked<'_>, after: Asked<'_>) -> Option<Decimal> {
    let limit = |asked: Asked<'_>| match asked.target {
        Target::Limit { threshold, .. } => asked.ground.threshold(threshold),
        _ => None,
    };
    let (from, to) = (limit(before)?, limit(after)?);
    let apart = if from > to { from.checked_sub(to) } else { to.checked_sub(from) }?;
    let percent = proportion(apart, Decimal::ONE_HUNDRED, from.abs(), 1).ok().filter(|_| !from.is_zero())?;
    Some(percent).filter(|percent| !percent.is_zero())
}

/// `Greater` where the second asks for more, `Less` where it asks for less; none where neither can be said.
fn course(before: Asked<'_>, after: Asked<'_>) -> Option<Ordering> {
    match (before.target, after.target) {
        (Target::Limit { relation, threshold }, Target::Limit { relation: other, threshold: there }) => {
            let (side, strictness) = (is_upper(*relation), is_strict(*other).cmp(&is_strict(*relation)));
            if side != is_upper(*other) {
                return None;
            }
            let rises = threshold_course([before, after], [threshold, there])?;
            Some(if side { rises.reverse() } else { rises }.then(strictness))
        }
        (Target::Between { min, max }, Target::Between { min: other_min, max: other_max }) => {
            let rises = threshold_course([before, after], [min, other_min])?;
            let falls = threshold_course([before, after], [max, other_max])?.reverse();
            joined([Some(rises), Some(falls)])
        }
        (
            Target::Unchanged { baseline, tolerance },
            Target::Unchanged { baseline: other_baseline, tolerance: other },
        ) => is_same_baseline([before, after], [*baseline, *other_baseline]).then(|| tolerance.cmp(other)),
        (Target::By(date), Target::By(other)) => date_course([before, after], [*date, *other]),
        (Target::Done, Target::By(_)) => Some(Ordering::Greater),
        (Target::By(_), Target::Done) => Some(Ordering::Less),
        (Target::AllOf(parts), Target::AllOf(others)) => {
            parts_course([before, after], [parts, others], Ordering::Greater)
        }
        (Target::AnyOf(parts), Target::AnyOf(others)) => {
            parts_course([before, after], [parts, others], Ordering::Less)
        }
        (here, there) => (here == there).then_some(Ordering::Equal),
    }
}

fn is_upper(relation: Relation) -> bool {
    matches!(relation, Relation::AtMost | Relation::Below)
}

fn is_strict(relation: Relation) -> bool {
    matches!(relation, Relation::Below | Relation::Above)
}

/// Whether a threshold rises. Where a baseline is not known yet, the change from it says so.
fn threshold_course(asked: [Asked<'_>; 2], [from, to]: [&Threshold; 2]) -> Option<Ordering> {
    let [before, after] = asked;
    if let Some((from, to)) = before.ground.threshold(from).zip(after.ground.threshold(to)) {
        return Some(to.cmp(&from));
    }
    let (Threshold::Relative { baseline, change }, Threshold::Relative { baseline: other, change: there }) =
        (from, to)
    else {
        return None;
    };
    let is_same = is_same_baseline(asked, [*baseline, *other]);
    match (change, there) {
        _ if !is_same => None,
        (BaselineChange::Percent(here), BaselineChange::Percent(there))
        | (BaselineChange::Points(here), BaselineChange::Points(there)) => Some(there.cmp(here)),
        _ if change.is_none() && there.is_none() => Some(Ordering::Equal),
        _ => None,
    }
}

/// Whether two baselines are the same, or each edition's own year before.
fn is_same_baseline([before, after]: [Asked<'_>; 2], baselines: [Option<Baseline>; 2]) -> bool {
    match baselines {
        [Some(Baseline::Of(here)), Some(Baseline::Of(there))] => {
            here == there
                || is_later_by([before, after], [Some(here.year()), Some(there.year())])
                    && same_span(here, there)
        }
        [here, there] => here == there,
    }
}

/// Whether two periods are the same part of their years.
fn same_span(here: Period, there: Period) -> bool {
    let within = |period: Period| period.to_string().split_off(4);
    within(here) == within(there)
}

/// Whether two years lie as far apart as the years that the editions bind.
fn is_later_by([before, after]: [Asked<'_>; 2], [here, there]: [Option<i32>; 2]) -> bool {
    let apart = |from: Option<i32>, to: Option<i32>| to?.checked_sub(from?);
    let years = apart(before.year, after.year);
    years.is_some() && years == apart(here, there)
}

/// An earlier deadline asks for more. Between contracts of different years only the same day of the year says anything:
/// the next deadline of something that returns.
fn date_course(asked: [Asked<'_>; 2], [from, to]: [Date; 2]) -> Option<Ordering> {
    let [before, after] = asked;
    if before.year == after.year {
        return Some(from.cmp(&to));
    }
    let is_same_day = (from.month(), from.day()) == (to.month(), to.day());
    let is_next = is_same_day && is_later_by(asked, [Some(from.year()), Some(to.year())]);
    is_next.then_some(Ordering::Equal)
}

/// Parts by their identifiers; `more` says what one part more does to the whole.
fn parts_course(asked: [Asked<'_>; 2], [parts, others]: [&[Part]; 2], more: Ordering) -> Option<Ordering> {
    let [before, after] = asked;
    let find = |list: &[Part], of: &Part| list.iter().position(|part| part.id == of.id);
    let kept = parts.iter().map(|part| {
        let Some(other) = find(others, part).and_then(|at| others.get(at)) else {
            return Some(more.reverse());
        };
        if part.unit != other.unit {
            return None;
        }
        let (here, there) = (before.ground.of_part(part), after.ground.of_part(other));
        course(
            Asked { target: &part.target, ground: here, ..before },
            Asked { target: &other.target, ground: there, ..after },
        )
    });
    let new = others.iter().filter(|part| find(parts, part).is_none()).map(|_| Some(more));
    joined(kept.chain(new).collect::<Vec<_>>())
}

/// What several moves come to; none where they point both ways.
fn joined(moves: impl IntoIterator<Item = Option<Ordering>>) -> Option<Ordering> {
    moves.into_iter().try_fold(Ordering::Equal, |all, one| {
        let one = one?;
        (all == one || all.is_eq() || one.is_eq()).then_some(all.then(one))
    })
}
