//! Targets that are impossible, not fixed yet, counted from a baseline which nobody gave, reached already, or further
//! away than the history ever moved.

use super::stated::by_period;
use super::{Findings, TargetAt, in_order};
use crate::domain::contract::{Baseline, BaselineChange, Contract, Figure, Goal, Rule, Target, Threshold};
use crate::domain::date::Period;
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, difference, product, quotient};
use crate::domain::scoring::runs_one_way;
use crate::findings::{FigureFinding, ImpliedBaseline, JsonPath, OpenPoints, RuleFault, TargetFinding};

/// Targets and rules that the contract's own history makes impossible. What figures alone make impossible is found
/// while the contract is read; these wait until the history is known.
pub(super) fn impossible(found: &mut Findings<'_, '_>) {
    found.each_target(|found, at| {
        if let Target::Between { min, max } = at.target {
            let ends = at.ground.threshold(min).zip(at.ground.threshold(max));
            if let Some((min, max)) = ends.filter(|(min, max)| min > max) {
                found.report(at.path.clone().key("min"), RuleFault::MinAboveMax { min, max });
            }
        }
        unscorable(found, at);
    });
}

/// A rule that its target, once it is counted from the history, does not fit.
fn unscorable(found: &mut Findings<'_, '_>, at: TargetAt<'_>) {
    let Some(rule) = at.ground.rule else { return };
    let path = || at.beside.clone().key("scoring");
    let figures = rule.figures();
    let looks_back = figures.iter().any(|figure| figure.looks_back());
    if let (Rule::Scale { .. }, true) = (rule, looks_back) {
        let known: Option<Vec<_>> = figures.iter().map(|figure| at.ground.threshold(figure)).collect();
        if known.is_some_and(|known| !runs_one_way(known.into_iter())) {
            found.report(path().key("steps"), RuleFault::ScaleOutOfOrder);
        }
    }
    let Target::Limit { relation, threshold } = at.target else { return };
    let Some(target) = at.ground.threshold(threshold).filter(|_| looks_back || threshold.looks_back()) else {
        return;
    };
    match rule {
        Rule::Linear { zero_at, .. } => {
            let zero_at = at.ground.threshold(zero_at).filter(|zero_at| !relation.is_worse(*zero_at, target));
            if let Some(zero_at) = zero_at {
                found.report(path().key("zero_at"), RuleFault::ZeroAtOnWrongSide { zero_at, target });
            }
        }
        Rule::Proportional { .. } if target <= Decimal::ZERO => {
            found.report(path().key("rule"), RuleFault::TargetNotPositive { target });
        }
        _ => {}
    }
}

/// Figures of a rule that are counted from a baseline which nobody gave.
fn undetermined_rule(found: &mut Findings<'_, '_>, at: TargetAt<'_>) {
    let path = at.beside.clone().key("scoring");
    match at.ground.rule {
        Some(Rule::Linear { zero_at, .. }) => threshold_of(found, at, zero_at, &path.key("zero_at")),
        Some(Rule::Scale { steps, .. }) => {
            for (index, step) in steps.iter().enumerate() {
                let path = path.clone().key("steps").index(index).key("at");
                threshold_of(found, at, &step.at, &path);
            }
        }
        _ => {}
    }
}

/// Targets that are not fixed yet, and targets that are counted from a baseline which nobody gave.
pub(super) fn undetermined(found: &mut Findings<'_, '_>) {
    found.each_target(|found, at| {
        undetermined_target(found, at);
        undetermined_rule(found, at);
    });
}

/// Figures without a unit, where another target of the contract has one.
pub(super) fn units(found: &mut Findings<'_, '_>) {
    let counts = |goal: &Goal| goal.unit.is_some() || goal.ratio.is_some();
    if !found.contract.goals.iter().any(|goal| counts(goal)) {
        return;
    }
    found.each_target(|found, at| {
        let is_bare = |threshold: &Threshold| matches!(threshold, Threshold::Absolute(_));
        let has_figure = match at.target {
            Target::Limit { threshold, .. } => is_bare(threshold),
            Target::Between { min, max } => is_bare(min) || is_bare(max),
            _ => false,
        };
        let has_ratio = at.part.map_or(at.goal.ratio.is_some(), |part| part.ratio.is_some());
        if has_figure && at.unit.is_none() && !has_ratio {
            let (name, place) = (at.name.to_owned(), at.source());
            found.report(at.path.clone(), TargetFinding::UnitMissing { name, place });
        }
    });
}

fn undetermined_target(found: &mut Findings<'_, '_>, at: TargetAt<'_>) {
    match at.target {
        Target::Undetermined => {
            let weight = at.goal.weight.filter(|_| at.part.is_none());
            let points = OpenPoints(weight.map(|weight| weight.max() - weight.min()));
            let (name, place) = (at.name.to_owned(), at.source());
            found.report(at.path.clone(), TargetFinding::TargetUndetermined { name, points, place });
        }
        Target::Limit { threshold, .. } => threshold_of(found, at, threshold, at.path),
        Target::Between { min, max } => {
            threshold_of(found, at, min, &at.path.clone().key("min"));
            threshold_of(found, at, max, &at.path.clone().key("max"));
        }
        Target::Unchanged { baseline, .. } => baseline_of(found, at, (*baseline, None), at.path),
        Target::AllOf(_)
        | Target::AnyOf(_)
        | Target::By(_)
        | Target::Done
        | Target::Assessed { .. }
        | Target::Rated(_) => {}
    }
}

fn threshold_of(found: &mut Findings<'_, '_>, at: TargetAt<'_>, threshold: &Threshold, path: &JsonPath) {
    if let Threshold::Relative { baseline, change } = threshold {
        baseline_of(found, at, (*baseline, Some(*change)), path);
    }
}

fn baseline_of(
    found: &mut Findings<'_, '_>,
    at: TargetAt<'_>,
    (baseline, change): (Option<Baseline>, Option<BaselineChange>),
    path: &JsonPath,
) {
    let period = match baseline {
        Some(Baseline::Figure(_)) => return,
        Some(Baseline::Of(period)) if at.ground.figure_of(period).is_some() => return,
        Some(Baseline::Of(period)) => Some(period),
        None => None,
    };
    let (name, place) = (at.name.to_owned(), at.source());
    let implied = change.and_then(|change| implied(change, at));
    found.report(
        path.clone().key("baseline"),
        TargetFinding::BaselineMissing { name, period, implied, place },
    );
}

/// The baseline of the whole target that follows from the change in figures which another place states: −196 people
/// are 9,4 percent of 2.085.
fn implied(change: BaselineChange, at: TargetAt<'_>) -> Option<ImpliedBaseline> {
    let (BaselineChange::Percent(percent), None) = (change, at.part) else { return None };
    let statement = at.goal.also_stated.iter().find(|statement| statement.change.is_some())?;
    let change = statement.change?;
    let hundredfold = product(change, Decimal::ONE_HUNDRED).ok()?;
    let baseline = quotient(hundredfold, percent, change.normalize().scale()).ok()?;
    Some(ImpliedBaseline { place: statement.source.clone(), change, baseline })
}

/// How many changes from one year to the next it takes to say what is usual.
const COMPARABLE: usize = 2;

/// Targets that the history has reached already, and targets further away than it ever moved. A history that
/// goes on after the contract is no measure of either, and is told as such. A part counts by its own history: the
/// goal's may count something else.
pub(super) fn against_history(found: &mut Findings<'_, '_>) {
    found.each_target(|found, at| {
        let Target::Limit { relation, threshold } = at.target else { return };
        let figures = in_order(at.ground.history);
        let Some(&(index, latest_in, latest)) = figures.last() else { return };
        let named = || (at.name.to_owned(), at.source());
        let ended = found.contract.period.filter(|period| latest_in.start() > period.to);
        if let Some(period) = ended {
            let (name, place) = named();
            let what = FigureFinding::HistoryAfterPeriod { name, latest_in, end: period.to, place };
            found.report(at.beside.clone().key("history").index(index).key("period"), what);
            return;
        }
        let Some(target) = figure(threshold, at.ground) else { return };
        let path = || at.path.clone().key("value");
        if relation.holds(latest, target) {
            let (name, place) = named();
            let what = TargetFinding::TargetAlreadyMet { name, target, latest_in, latest, place };
            found.report(path(), what);
            return;
        }
        let Some(largest) = largest_change(at.ground.history) else { return };
        let years = years_until(found.contract, at.goal, latest_in);
        let Ok(distance) = difference(target, latest).map(|distance| distance.abs()) else { return };
        if product(largest, Decimal::from(years)).is_ok_and(|usual| distance > usual) {
            let (name, place) = named();
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
    });
}

/// The threshold as a figure, where the contract alone gives it. Last year itself reaches "no worse than last year",
/// and nothing is odd about that.
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
