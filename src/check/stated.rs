//! What another place of the document says about the same thing: target, weight, figures, period.

use std::collections::HashMap;

use super::{Findings, Scored, stated_target};
use crate::domain::contract::{Figure, Goal, StatedTarget, Statement};
use crate::domain::contract::{Target, Threshold};
use crate::domain::date::Period;
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, difference, rounded};
use crate::findings::{JsonPath, MainPlace, Stated, StatedFinding};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for Scored { path, goal, .. } in found.scored {
        for (index, statement) in goal.also_stated.iter().enumerate() {
            let path = path.clone().key("also_stated").index(index);
            weight(found, goal, statement, &path);
            stated_target::check(found, goal, statement, path.clone().key("target"));
            change(found, goal, statement, &path);
            figures(found, goal, statement, &path);
        }
    }
    contract_period(found);
    table_spans(found);
}

fn weight(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: &JsonPath) {
    if let (Some(here), Some(there)) = (goal.weight, statement.weight)
        && here != there
    {
        let what = StatedFinding::StatedDifferently {
            name: goal.name().to_owned(),
            place: MainPlace(goal.source.clone()),
            says: Stated::Weight(here),
            other_place: statement.source.clone(),
            other: Stated::Weight(there),
        };
        found.report(path.clone().key("weight"), what);
    }
}

/// A change in figures against the one that follows from a relative target: the place's own target where it
/// has one, else the goal's. Without a baseline there is nothing to hold it against.
fn change(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: &JsonPath) {
    let Some(other) = statement.change else { return };
    let target = match &statement.target {
        Some(StatedTarget::Whole { target: there, .. }) => there,
        _ => &goal.target,
    };
    let Target::Limit { threshold: Threshold::Relative { baseline, change }, .. } = target else { return };
    let Some(baseline) = Ground::of(goal, None).stated(*baseline) else { return };
    let Ok(exact) = change.of(baseline).and_then(|threshold| difference(threshold, baseline)) else { return };
    let change = rounded(exact, other.normalize().scale());
    if change != other {
        let (name, place) = (goal.name().to_owned(), MainPlace(goal.source.clone()));
        let other_place = statement.source.clone();
        let what = StatedFinding::ChangeDiffers { name, place, baseline, change, other_place, other };
        found.report(path.clone().key("change"), what);
    }
}

fn figures(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: &JsonPath) {
    let lists = [
        ("history", &goal.history, &statement.history),
        ("guidelines", &goal.guidelines, &statement.guidelines),
    ];
    for (key, here, there) in lists {
        let here = if there.is_empty() { ByPeriod::new() } else { by_period(here) };
        for (index, figure) in there.iter().enumerate() {
            let Some((value, other)) = differing(&here, figure) else { continue };
            let what = StatedFinding::FiguresDiffer {
                name: goal.name().to_owned(),
                period: figure.period,
                place: MainPlace(goal.source.clone()),
                value,
                other_place: statement.source.clone(),
                other,
            };
            found.report(path.clone().key(key).index(index).key("value"), what);
        }
    }
}

/// Figures by the period that they belong to.
pub(super) type ByPeriod = HashMap<Period, Decimal>;

/// The figures that are numbers; of two for the same period, the first.
pub(super) fn by_period(figures: &[Figure]) -> ByPeriod {
    figures.iter().rev().filter_map(|figure| Some((figure.period, figure.value?))).collect()
}

/// The figure of the same period and the other one, where they differ.
pub(super) fn differing(here: &ByPeriod, there: &Figure) -> Option<(Decimal, Decimal)> {
    let other = there.value?;
    let value = *here.get(&there.period)?;
    (value != other).then_some((value, other))
}

fn contract_period(found: &mut Findings<'_, '_>) {
    let contract = found.contract;
    for (index, statement) in contract.also_stated.iter().enumerate() {
        if let (Some(period), Some(other)) = (contract.period, statement.period)
            && period != other
        {
            let path = JsonPath::root().key("also_stated").index(index).key("period");
            let other_place = statement.source.clone();
            found.report(path, StatedFinding::ContractPeriodDiffers { period, other_place, other });
        }
    }
}

fn table_spans(found: &mut Findings<'_, '_>) {
    for (place, trend) in found.contract.trends.iter().enumerate() {
        let periods = || trend.series.iter().map(|figure| figure.period);
        let first = periods().min_by_key(|period| period.end());
        let Some(columns) = first.zip(periods().max_by_key(|period| period.end())) else { continue };
        for (index, statement) in trend.also_stated.iter().enumerate() {
            let other = (statement.from, statement.to);
            if other != columns {
                let path = JsonPath::root().key("trends").index(place).key("also_stated").index(index);
                let other_place = statement.source.clone();
                let what = StatedFinding::TableSpanDiffers { columns, other_place, other };
                found.report(path.key("period"), what);
            }
        }
    }
}
