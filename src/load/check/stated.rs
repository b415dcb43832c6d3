//! What another place of the document says about the same thing: target, weight, figures, period.

use super::{Findings, part_name};
use crate::domain::contract::{Figure, Goal, StatedTarget, Statement};
use crate::domain::target::{Part, Target};
use crate::load::diagnostic::{Contradiction, Stated};
use crate::load::path::JsonPath;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for (path, goal) in found.scored() {
        for (index, statement) in goal.also_stated.iter().enumerate() {
            let path = path.clone().key("also_stated").index(index);
            weight(found, goal, statement, &path);
            target(found, goal, statement, &path);
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
            for (index, there) in parts.iter().enumerate() {
                let Some(here) = part_of(&goal.target, there.id.as_str()) else { continue };
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
    if here == there {
        return;
    }
    let path = if matches!(there, Target::By(_)) { path.key("date") } else { path };
    let stated = (Stated::Target(here.clone()), Stated::Target(there.clone()));
    differ(found, goal, name, stated, statement, path);
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

/// The part with this identifier, however deep.
fn part_of<'t>(target: &'t Target, id: &str) -> Option<&'t Part> {
    let (Target::AllOf(parts) | Target::AnyOf(parts)) = target else { return None };
    let own = parts.iter().find(|part| part.id.as_str() == id);
    own.or_else(|| parts.iter().find_map(|part| part_of(&part.target, id)))
}

fn figures(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: &JsonPath) {
    let lists = [
        ("history", &goal.history, &statement.history),
        ("guidelines", &goal.guidelines, &statement.guidelines),
    ];
    for (key, here, there) in lists {
        for (index, figure) in there.iter().enumerate() {
            let Some((value, other)) = differing(here, figure) else { continue };
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

/// The figure of the same period and the other one, where they differ.
pub(super) fn differing(
    here: &[Figure],
    there: &Figure,
) -> Option<(crate::domain::number::Decimal, crate::domain::number::Decimal)> {
    let other = there.value?;
    let value = here.iter().find(|figure| figure.period == there.period)?.value?;
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
