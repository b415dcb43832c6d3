//! Targets that are not fixed yet, and targets that are counted from a baseline which nobody gave.

use super::{Findings, Scored, part_name};
use crate::domain::contract::Goal;
use crate::domain::contract::{Baseline, Change, Target, Threshold};
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, Points, product, quotient};
use crate::findings::{ImpliedBaseline, JsonPath, OpenPoints, TargetFinding};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for Scored { target, goal, .. } in found.scored {
        let points = goal.weight.map(|weight| weight.max() - weight.min());
        let at = At { goal, ground: Ground::of(goal, None) };
        visit(found, at, goal.name(), &goal.target, points, target);
    }
}

/// Where a target stands: the goal, and the histories that its baselines are taken from.
#[derive(Clone, Copy)]
struct At<'a> {
    goal: &'a Goal,
    ground: Ground<'a>,
}

fn visit(
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
                visit(found, at, &part_name(name, part), &part.target, None, &path);
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
