//! Weights against the contract's total.

use super::Findings;
use crate::domain::contract::{PointSystem, Weight};
use crate::domain::number::Points;
use crate::findings::{JsonPath, WeightFinding};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    match found.contract.points {
        Some(points) => against_total(found, points),
        None => without_total(found),
    }
}

fn against_total(found: &mut Findings<'_, '_>, PointSystem { total, .. }: PointSystem) {
    let goals = &found.contract.goals;
    let at = || JsonPath::root().key("points").key("total");
    let sum =
        goals.iter().filter_map(|goal| goal.weight).fold(Points::default(), |sum, weight| sum + weight.max());
    let ranges: Vec<String> = goals
        .iter()
        .filter(|goal| matches!(goal.weight, Some(Weight::Range { min, max }) if min < max))
        .map(|goal| goal.name().to_owned())
        .collect();
    if sum != total {
        found.report(at(), WeightFinding::WeightsDoNotSum { sum, total });
    } else if !ranges.is_empty() {
        found.report(at(), WeightFinding::TotalNeedsMaximum { names: ranges, total });
    }
    for (index, goal) in goals.iter().enumerate().filter(|(_, goal)| goal.weight.is_none()) {
        let path = JsonPath::root().key("goals").index(index);
        found.report(
            path,
            WeightFinding::GoalWithoutWeight { name: goal.name().to_owned(), place: goal.source.clone() },
        );
    }
}

fn without_total(found: &mut Findings<'_, '_>) {
    if let Some(index) = found.contract.goals.iter().position(|goal| goal.weight.is_some()) {
        let path = JsonPath::root().key("goals").index(index).key("weight");
        found.report(path, WeightFinding::WeightsWithoutTotal);
    }
}
