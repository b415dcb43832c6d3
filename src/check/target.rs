//! Targets that are impossible, not fixed yet, counted from a baseline which nobody gave, reached already, or further
//! away than the history ever moved.

use super::stated::by_period;
use super::{Findings, Scored, in_order, part_name};
use crate::domain::contract::{Baseline, Change, Contract, Figure, Goal, Relation, Rule, Target, Threshold};
use crate::domain::date::Period;
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, Points, difference, product, quotient};
use crate::findings::{FigureFinding, ImpliedBaseline, JsonPath, OpenPoints, RuleFault, TargetFinding};

/// Targets and rules that the contract's own history makes impossible. What figures alone make impossible is found
/// while the contract is read; these wait until the history is known.
pub(super) fn impossible(found: &mut Findings<'_, '_>) {
    for Scored { path, target: target_path, goal } in found.scored {
        let ground = Ground::of(goal, None);
        reversed(found, &goal.target, ground, target_path);
        let (Some(rule), Target::Limit { relation, threshold }) = (&goal.scoring, &goal.target) else {
            continue;
        };
        let Threshold::Relative { baseline: Some(Baseline::Of(_)), .. } = threshold else { continue };
        let Some(target) = ground.threshold(threshold) else { continue };
        let at = || path.clone().key("scoring");
        match *rule {
            Rule::Linear { zero_at, .. } if !relation.is_worse(zero_at, target) => {
                found.report(at().key("zero_at"), RuleFault::ZeroAtOnWrongSide { zero_at, target });
            }
            Rule::Proportional { .. } if target <= Decimal::ZERO => {
                found.report(at().key("rule"), RuleFault::TargetNotPositive { target });
            }
            _ => {}
        }
    }
}

/// A range whose lowest end comes out above its highest.
fn reversed(found: &mut Findings<'_, '_>, target: &Target, ground: Ground<'_>, path: &JsonPath) {
    match target {
        Target::Between { min, max } => {
            let ends = ground.threshold(min).zip(ground.threshold(max));
            if let Some((min, max)) = ends.filter(|(min, max)| min > max) {
                found.report(path.clone().key("min"), RuleFault::MinAboveMax { min, max });
            }
        }
        Target::AllOf(parts) | Target::AnyOf(parts) => {
            for (index, part) in parts.iter().enumerate() {
                let path = path.clone().key("parts").index(index);
                reversed(found, &part.target, ground.of_part(part), &path);
            }
        }
        _ => {}
    }
}

/// Targets that are not fixed yet, and targets that are counted from a baseline which nobody gave.
pub(super) fn undetermined(found: &mut Findings<'_, '_>) {
    for Scored { target, goal, .. } in found.scored {
        let points = goal.weight.map(|weight| weight.max() - weight.min());
        let at = At { goal, ground: Ground::of(goal, None) };
        undetermined_in(found, at, goal.name(), &goal.target, points, target);
    }
}

/// Where a target stands: the goal, and the histories that its baselines are taken from.
#[derive(Clone, Copy)]
struct At<'a> {
    goal: &'a Goal,
    ground: Ground<'a>,
}

fn undetermined_in(
    found: &mut Findings<'_, '_>,
    at: At<'_>,
    name: &str,
    target: &Target,
    points: Option<Points>,
    path: &JsonPath,
) {
    match target {
        Target::Undetermined => {
            found.report(
                path.clone(),
                TargetFinding::TargetUndetermined {
                    name: name.to_owned(),
                    points: OpenPoints(points),
                    place: at.goal.source.clone(),
                },
            );
        }
        Target::Limit { threshold, .. } => threshold_of(found, at, name, threshold, path),
        Target::Between { min, max } => {
            threshold_of(found, at, name, min, &path.clone().key("min"));
            threshold_of(found, at, name, max, &path.clone().key("max"));
        }
        Target::Unchanged { baseline, .. } => baseline_of(found, at, name, (*baseline, None), path),
        Target::AllOf(parts) | Target::AnyOf(parts) => {
            for (index, part) in parts.iter().enumerate() {
                let path = path.clone().key("parts").index(index);
                let at = At { goal: at.goal, ground: at.ground.of_part(part) };
                undetermined_in(found, at, &part_name(name, part), &part.target, None, &path);
            }
        }
        Target::By(_) | Target::Done | Target::Assessed { .. } => {}
    }
}

fn threshold_of(
    found: &mut Findings<'_, '_>,
    at: At<'_>,
    name: &str,
    threshold: &Threshold,
    path: &JsonPath,
) {
    if let Threshold::Relative { baseline, change } = threshold {
        baseline_of(found, at, name, (*baseline, Some(*change)), path);
    }
}

fn baseline_of(
    found: &mut Findings<'_, '_>,
    at: At<'_>,
    name: &str,
    (baseline, change): (Option<Baseline>, Option<Change>),
    path: &JsonPath,
) {
    let period = match baseline {
        Some(Baseline::Figure(_)) => return,
        Some(Baseline::Of(period)) if at.ground.reached(period).is_some() => return,
        Some(Baseline::Of(period)) => Some(period),
        None => None,
    };
    let (name, place) = (name.to_owned(), at.goal.source.clone());
    let implied = change.and_then(|change| at.implied(change));
    found.report(
        path.clone().key("baseline"),
        TargetFinding::BaselineMissing { name, period, implied, place },
    );
}

impl At<'_> {
    /// The baseline of the whole target that follows from the change in figures which another place states:
    /// −196 people are 9,4 percent of 2.085.
    fn implied(self, change: Change) -> Option<ImpliedBaseline> {
        let (Change::Percent(percent), None) = (change, self.ground.around) else { return None };
        let statement = self.goal.also_stated.iter().find(|statement| statement.change.is_some())?;
        let change = statement.change?;
        let hundredfold = product(change, Decimal::ONE_HUNDRED).ok()?;
        let baseline = quotient(hundredfold, percent, change.normalize().scale()).ok()?;
        Some(ImpliedBaseline { place: statement.source.clone(), change, baseline })
    }
}

/// How many changes from one year to the next it takes to say what is usual.
const COMPARABLE: usize = 2;

/// Targets that the history has reached already, and targets further away than it ever moved. A history that
/// goes on after the contract is no measure of either, and is told as such.
pub(super) fn against_history(found: &mut Findings<'_, '_>) {
    for Scored { path, target, goal } in found.scored {
        let at = (&goal.target, Ground::of(goal, None));
        against_history_of(found, goal, goal.name(), at, (path, target));
    }
}

/// A target, and its parts where they have a history of their own: the goal's may count something else. With
/// it where its history stands and where it stands itself.
fn against_history_of(
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
                against_history_of(found, goal, &part_name(name, part), at, (&path, &path));
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
    let known = by_period(history);
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
