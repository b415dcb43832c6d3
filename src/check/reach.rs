//! Targets that the history has reached already, and targets further away than it ever moved. A history that
//! goes on after the contract is no measure of either, and is told as such.

use super::stated::{ByPeriod, by_period};
use super::{Findings, Scored, in_order, part_name};
use crate::domain::contract::{Contract, Figure, Goal};
use crate::domain::contract::{Relation, Target, Threshold};
use crate::domain::date::Period;
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, difference, product};
use crate::findings::{FigureFinding, JsonPath, TargetFinding};

/// How many changes from one year to the next it takes to say what is usual.
const COMPARABLE: usize = 2;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for Scored { path, target, goal } in found.scored {
        let at = (&goal.target, Ground::of(goal, None));
        visit(found, goal, goal.name(), at, (path, target));
    }
}

/// A target, and its parts where they have a history of their own: the goal's may count something else. With
/// it where its history stands and where it stands itself.
fn visit(
    found: &mut Findings<'_, '_>,
    goal: &Goal,
    name: &str,
    (target, ground): (&Target, Ground<'_>),
    (beside, path): (&JsonPath, &JsonPath),
) {
    match target {
        Target::Limit { relation, threshold } => {
            limit(found, goal, name, (*relation, threshold, ground), (beside, path));
        }
        Target::AllOf(parts) | Target::AnyOf(parts) => {
            for (index, part) in parts.iter().enumerate() {
                let path = path.clone().key("parts").index(index);
                let at = (&part.target, ground.of_part(part));
                visit(found, goal, &part_name(name, part), at, (&path, &path));
            }
        }
        _ => {}
    }
}

fn limit(
    found: &mut Findings<'_, '_>,
    goal: &Goal,
    name: &str,
    (relation, threshold, ground): (Relation, &Threshold, Ground<'_>),
    (beside, path): (&JsonPath, &JsonPath),
) {
    let figures = in_order(ground.history);
    let Some(&(index, latest_in, latest)) = figures.last() else { return };
    let ended = found.contract.period.filter(|period| latest_in.start() > period.to);
    if let Some(period) = ended {
        let (name, place) = (name.to_owned(), goal.source.clone());
        let what = FigureFinding::HistoryAfterPeriod { name, latest_in, end: period.to, place };
        found.report(beside.clone().key("history").index(index).key("period"), what);
        return;
    }
    let Some(target) = figure(threshold, ground) else { return };
    let (name, place) = (name.to_owned(), goal.source.clone());
    let path = || path.clone().key("value");
    if relation.holds(latest, target) {
        found.report(path(), TargetFinding::TargetAlreadyMet { name, target, latest_in, latest, place });
        return;
    }
    let Some(largest) = largest_change(ground.history) else { return };
    let years = years_until(found.contract, goal, latest_in);
    let Ok(distance) = difference(target, latest).map(|distance| distance.abs()) else { return };
    if product(largest, Decimal::from(years)).is_ok_and(|usual| distance > usual) {
        let what = TargetFinding::TargetBeyondHistory {
            name,
            target,
            latest_in,
            latest,
            distance,
            years,
            largest,
            place,
        };
        found.report(path(), what);
    }
}

/// The threshold as a figure, where the contract alone gives it. "No worse than last year" is reached by
/// last year itself, and nothing is odd about that.
fn figure(threshold: &Threshold, ground: Ground<'_>) -> Option<Decimal> {
    match threshold {
        Threshold::Relative { change, .. } if change.is_none() => None,
        _ => ground.threshold(threshold),
    }
}

/// The largest change from a period to the same one a year later; none where there are too few to say.
fn largest_change(history: &[Figure]) -> Option<Decimal> {
    let known: ByPeriod = by_period(history);
    let change = |(period, value): (&Period, &Decimal)| {
        let before = known.get(&period.a_year_before()?)?;
        difference(*value, *before).ok().map(|change| change.abs())
    };
    let changes: Vec<Decimal> = known.iter().filter_map(change).collect();
    changes.iter().max().copied().filter(|_| changes.len() >= COMPARABLE)
}

/// The years from a period until the target is measured, a part of one counted as one, and at least 1.
fn years_until(contract: &Contract, goal: &Goal, from: Period) -> u32 {
    let binding = contract.binding_year.map(Period::Year);
    let last = contract.period.map(|period| Period::Day(period.to));
    let Some(until) = goal.measured.or(binding).or(last) else { return 1 };
    let months = |period: Period| {
        let last = period.end();
        last.year().saturating_mul(12).saturating_add(u8::from(last.month()).into())
    };
    let months = months(until).saturating_sub(months(from));
    u32::try_from(months).map_or(1, |months| months.div_ceil(12).max(1))
}
