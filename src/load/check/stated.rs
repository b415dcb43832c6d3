//! What another place of the document says about the same thing: target, weight, figures, period.

use std::collections::{BTreeMap, HashMap};

use super::{Findings, part_name};
use crate::domain::contract::{Figure, Goal, StatedTarget, Statement};
use crate::domain::date::Period;
use crate::domain::number::{Decimal, difference, rounded};
use crate::domain::target::{Ground, Part, Target, Threshold};
use crate::load::diagnostic::{Contradiction, Stated};
use crate::load::path::JsonPath;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for (path, goal) in found.scored() {
        for (index, statement) in goal.also_stated.iter().enumerate() {
            let path = path.clone().key("also_stated").index(index);
            weight(found, goal, statement, &path);
            target(found, goal, statement, &path);
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
        let (says, other) = (Stated::Weight(here), Stated::Weight(there));
        differ(found, goal, goal.name().to_owned(), (says, other), statement, path.clone().key("weight"));
    }
}

fn target(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: &JsonPath) {
    let path = path.clone().key("target");
    match &statement.target {
        None => {}
        Some(StatedTarget::Whole(there)) => {
            targets(found, goal, goal.name().to_owned(), (&goal.target, there), statement, path);
        }
        Some(StatedTarget::Parts(parts)) => {
            let mut own = BTreeMap::new();
            parts_of(&goal.target, &mut own);
            for (index, there) in parts.iter().enumerate() {
                let Some(here) = own.get(there.id.as_str()) else { continue };
                let path = path.clone().key("parts").index(index);
                let name = part_name(goal.name(), here);
                targets(found, goal, name, (&here.target, &there.target), statement, path);
            }
        }
    }
}

/// Two targets for the same thing; a deadline points at its date.
fn targets(
    found: &mut Findings<'_, '_>,
    goal: &Goal,
    name: String,
    (here, there): (&Target, &Target),
    statement: &Statement,
    path: JsonPath,
) {
    if here.asks_the_same(there) {
        return;
    }
    let path = if matches!(there, Target::By(_)) { path.key("date") } else { path };
    let stated = (Stated::Target(here.clone()), Stated::Target(there.clone()));
    differ(found, goal, name, stated, statement, path);
}

/// A change in figures against the one that follows from a relative target: the place's own target where it
/// has one, else the goal's. Without a baseline there is nothing to hold it against.
fn change(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: &JsonPath) {
    let Some(other) = statement.change else { return };
    let target = match &statement.target {
        Some(StatedTarget::Whole(there)) => there,
        _ => &goal.target,
    };
    let Target::Limit { threshold: Threshold::Relative { baseline, change }, .. } = target else { return };
    let Some(baseline) = Ground::of(goal, None).stated(*baseline) else { return };
    let Ok(exact) = change.of(baseline).and_then(|threshold| difference(threshold, baseline)) else { return };
    let change = rounded(exact, other.normalize().scale());
    if change != other {
        let (name, place) = (goal.name().to_owned(), goal.source.clone());
        let other_place = statement.source.clone();
        let what = Contradiction::ChangeDiffers { name, place, baseline, change, other_place, other };
        found.contradiction(path.clone().key("change"), what);
    }
}

fn differ(
    found: &mut Findings<'_, '_>,
    goal: &Goal,
    name: String,
    (says, other): (Stated, Stated),
    statement: &Statement,
    path: JsonPath,
) {
    let (place, other_place) = (goal.source.clone(), statement.source.clone());
    found.contradiction(path, Contradiction::StatedDifferently { name, place, says, other_place, other });
}

/// The parts of a target by their identifiers; of two with the same, the outer one.
fn parts_of<'t>(target: &'t Target, own: &mut BTreeMap<&'t str, &'t Part>) {
    let (Target::AllOf(parts) | Target::AnyOf(parts)) = target else { return };
    for part in parts {
        own.entry(part.id.as_str()).or_insert(part);
    }
    for part in parts {
        parts_of(&part.target, own);
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
            let what = Contradiction::FiguresDiffer {
                name: goal.name().to_owned(),
                period: figure.period,
                place: goal.source.clone(),
                value,
                other_place: statement.source.clone(),
                other,
            };
            found.contradiction(path.clone().key(key).index(index).key("value"), what);
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
            found.contradiction(path, Contradiction::ContractPeriodDiffers { period, other_place, other });
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
                let what = Contradiction::TableSpanDiffers { columns, other_place, other };
                found.contradiction(path.key("period"), what);
            }
        }
    }
}
