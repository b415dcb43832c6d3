//! Weights against the contract's total.

use super::Findings;
use crate::domain::contract::{PointSystem, Weight};
use crate::domain::number::{Decimal, Points, product};
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

/// Fewer goals than these have large weights whatever they are.
const FEW: usize = 5;

/// Weights that are hardly felt, or that decide the whole, where there are goals enough to share it.
pub(super) fn sizes(found: &mut Findings<'_, '_>) {
    let goals = &found.contract.goals;
    let weighted =
        goals.iter().filter(|goal| goal.weight.is_some_and(|weight| !weight.max().0.is_zero())).count();
    let Some(PointSystem { total, .. }) = found.contract.points.filter(|_| weighted >= FEW) else { return };
    let percent = |points: i64| product(total.0, Decimal::new(points, 2)).ok();
    let (Some(small), Some(large)) = (percent(2), percent(30)) else { return };
    for (index, goal) in goals.iter().enumerate() {
        let Some(weight) = goal.weight.map(Weight::max).filter(|weight| !weight.0.is_zero()) else {
            continue;
        };
        let (name, place) = (goal.name().to_owned(), goal.source.clone());
        let path = || JsonPath::root().key("goals").index(index).key("weight");
        if weight.0 < small {
            found.report(path(), WeightFinding::WeightSmall { name, weight, total, place });
        } else if weight.0 > large {
            found.report(path(), WeightFinding::WeightLarge { name, weight, total, place });
        }
    }
}
