//! Printed figures that are no numbers, and tables that disagree with a goal's own history. Which figures a
//! goal, its parts and the tables have is [`super::series`]'s to go through.

use std::collections::{BTreeMap, HashSet};

use super::Findings;
use super::stated::{ByPeriod, by_period, differing};
use crate::domain::contract::{Figure, Goal, GoalId, Trend};
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::domain::order::map_of;
use crate::findings::{FigureFinding, JsonPath, MainPlace, StatedFinding};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let contract = found.contract;
    if contract.trends.is_empty() {
        return;
    }
    let goals: BTreeMap<&GoalId, &Goal> = map_of(contract.goals.iter().map(|goal| (&goal.id, goal.as_ref())));
    let mut known = BTreeMap::new();
    for (index, trend) in contract.trends.iter().enumerate() {
        let path = JsonPath::root().key("trends").index(index).key("series");
        if let Some(goal) = trend.goal.as_ref().and_then(|id| goals.get(id).copied()) {
            let known = known.entry(goal.id.as_str()).or_insert_with(|| Known::of(goal));
            against_history(found, trend, (goal, known), &path);
        }
    }
}

/// What a goal itself says of its history.
struct Known {
    history: ByPeriod,
    /// What it says that other places state.
    stated: HashSet<(Period, Decimal)>,
}

impl Known {
    fn of(goal: &Goal) -> Self {
        let figures = goal.also_stated.iter().flat_map(|statement| &statement.history);
        let stated = figures.filter_map(|figure| Some((figure.period, figure.value?))).collect();
        Self { history: by_period(&goal.history), stated }
    }
}

/// A figure that was copied as it is printed, because it is no number. Words such as `xx` stand for a
/// figure that is not fixed; only what has digits tries to be a number.
pub(super) fn printed(
    found: &mut Findings<'_, '_>,
    figures: &[Figure],
    place: Option<&str>,
    path: &JsonPath,
) {
    for (index, figure) in figures.iter().enumerate() {
        let Some(stated) = figure.stated.as_deref().filter(|_| figure.value.is_none()) else { continue };
        if stated.contains(|letter: char| letter.is_ascii_digit()) {
            let what = FigureFinding::PrintedFigureInvalid {
                stated: stated.to_owned(),
                period: figure.period,
                place: figure.source.as_deref().or(place).map(str::to_owned),
            };
            found.report(path.clone().index(index).key("stated"), what);
        }
    }
}

/// A table against the history of its goal. What the goal itself says to be stated there is told there.
fn against_history(
    found: &mut Findings<'_, '_>,
    trend: &Trend,
    (goal, known): (&Goal, &Known),
    path: &JsonPath,
) {
    for (index, figure) in trend.series.iter().enumerate() {
        let Some((value, other)) = differing(&known.history, figure) else { continue };
        if known.stated.contains(&(figure.period, other)) {
            continue;
        }
        let what = StatedFinding::FiguresDiffer {
            name: goal.name().to_owned(),
            period: figure.period,
            place: MainPlace(goal.source.clone()),
            value,
            other_place: trend.source.clone().unwrap_or_else(|| trend.title.clone()),
            other,
        };
        found.report(path.clone().index(index).key("value"), what);
    }
}
