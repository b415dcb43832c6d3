//! Two assessments of one contract, line by line, and a third that both can agree on.

mod agreed;

use std::rc::Rc;

pub use agreed::{agreed, is_line_taken, says_something, take_line};

use super::address::LineId;
use super::assessment::{Assessment, Entry};
use super::contract::{Contract, GoalId, IndividualRule};
use super::evaluation::{Evaluation, GoalOutcome, GoalStatus};
use super::number::{Kroner, Points, Span, difference};
use super::pay::{PayOutcome, Stakes, Taken};
use crate::small::set_of;

/// One line of a comparison: what the first says, what the second says.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedLine {
    /// What it is about.
    pub id: LineId,
    /// Where the goal stands; none where the contract has no such goal.
    pub status: [Option<GoalStatus>; 2],
    /// Its points; none where it has none of its own.
    pub points: [Option<Span<Points>>; 2],
    /// What the points are worth in the resultatløn, rounded to øre. Both are worked out from the same full
    /// supplement, so that the difference is the goal's own. Through pots and stages that is what they make of what is earned
    /// while everything else is fulfilled.
    pub kroner: [Option<Span<Kroner>>; 2],
    /// Whether the two say something else, or come to something else. Notes and evidence are no difference.
    pub differs: bool,
}

impl ComparedLine {
    /// The second's points less the first's, at the lower end and at the upper one.
    pub fn points_apart(&self) -> Option<[Points; 2]> {
        let [first, second] = self.points;
        let (first, second) = (first?, second?);
        Some([second.min - first.min, second.max - first.max])
    }

    /// The second's kroner less the first's, at the lower end and at the upper one.
    pub fn kroner_apart(&self) -> Option<[Kroner; 2]> {
        let [first, second] = self.kroner;
        let (first, second) = (first?, second?);
        let less = |from: Kroner, taken: Kroner| difference(from.0, taken.0).ok().map(Kroner);
        Some([less(second.min, first.min)?, less(second.max, first.max)?])
    }
}

/// An assessment and what it comes to.
#[derive(Clone, Copy, Debug)]
pub struct Side<'a> {
    /// What it says.
    pub assessment: &'a Assessment,
    /// What it comes to.
    pub evaluation: &'a Evaluation,
}

/// Every line of two assessments: the contract's goals in its order, goals that only an assessment names, the
/// individual areas, their judgement, and the pay.
pub fn compare(contract: &Contract, sides: [Side<'_>; 2]) -> Vec<ComparedLine> {
    let decimals = contract.decimals();
    let outcomes = sides.map(|side| side.evaluation.pay.as_ref());
    let worth =
        |points: Option<Span<Points>>| pay_with_full_supplement(outcomes)?.worth(points?, decimals)?.kroner;
    let compared_from = sides
        .into_iter()
        .rev()
        .find_map(|side| Some((Stakes::new(contract, side.assessment, side.evaluation)?, side.evaluation)));
    let part = |line: Taken, outcome: Option<&Rc<GoalOutcome>>| {
        let (stakes, ground) = compared_from.as_ref()?;
        stakes.part(contract, ground, (line, outcome?))?.kroner()
    };
    let goals = contract.goals.iter().enumerate();
    let mut lines: Vec<ComparedLine> = goals
        .map(|(place, goal)| {
            let id = &goal.id;
            let of = sides.map(|side| side.evaluation.goals.get(place));
            let entries = sides.map(|side| side.assessment.results.get(id));
            let kroner = of.map(|outcome| {
                worth(outcome.and_then(|outcome| outcome.points))
                    .or_else(|| part(Taken::Goal(place), outcome))
            });
            compared_line(LineId::goal(id), of, kroner, says_else(entries))
        })
        .collect();
    lines.extend(unknown_goals(contract, sides));
    if let Some(agreement) = &contract.pay {
        lines.extend(agreement.areas.iter().enumerate().map(|(place, area)| {
            let find = |pay: &'_ PayOutcome| pay.areas.iter().position(|outcome| outcome.goal == area.id);
            let of = outcomes.map(|pay| pay.and_then(|pay| pay.areas.get(find(pay)?)));
            let entries = sides.map(|side| side.assessment.individual.areas.get(&area.id));
            let kroner = of.map(|outcome| part(Taken::Area(place), outcome));
            compared_line(LineId::area(&area.id), of, kroner, says_else(entries))
        }));
        let stakes = compared_from.as_ref().map(|(stakes, _)| stakes);
        lines.push(overall_line(contract, sides, stakes));
        let [first, second] = sides.map(|side| &side.assessment.pay);
        lines.push(compared_line(LineId::Pay, [None; 2], [None; 2], first != second));
    }
    lines
}

/// The pay whose full supplement gives points their worth: the second's, or the first's where the second lacks
/// base pay or percent.
fn pay_with_full_supplement(outcomes: [Option<&PayOutcome>; 2]) -> Option<&PayOutcome> {
    outcomes.into_iter().rev().flatten().find(|pay| pay.full.is_some())
}

fn compared_line(
    id: LineId,
    of: [Option<&Rc<GoalOutcome>>; 2],
    kroner: [Option<Span<Kroner>>; 2],
    says_else: bool,
) -> ComparedLine {
    let status = of.map(|outcome| outcome.map(|outcome| outcome.status));
    let points = of.map(|outcome| outcome.and_then(|outcome| outcome.points));
    let [first, second] = of.map(|outcome| outcome.map(|outcome| (outcome.status, outcome.points)));
    ComparedLine { id, status, points, kroner, differs: says_else || first != second }
}

/// Goals that the contract does not have, as those of an older one.
fn unknown_goals(contract: &Contract, sides: [Side<'_>; 2]) -> Vec<ComparedLine> {
    let known = set_of(contract.goals.iter().map(|goal| &goal.id));
    let all = sides.iter().flat_map(|side| side.assessment.results.keys());
    let ids = set_of(all.filter(|id| !known.contains(id)));
    let line = |id: &GoalId| {
        let entries = sides.map(|side| side.assessment.results.get(id));
        compared_line(LineId::goal(id), [None; 2], [None; 2], says_else(entries))
    };
    ids.into_iter().map(line).collect()
}

fn overall_line(contract: &Contract, sides: [Side<'_>; 2], stakes: Option<&Stakes>) -> ComparedLine {
    let said = sides.map(|side| (side.assessment.individual.overall, &side.assessment.individual.reason));
    let points = sides.map(|side| side.evaluation.pay.as_ref().map(|pay| pay.individual));
    let [first, second] = said;
    let plain = compared_line(LineId::Overall, [None; 2], [None; 2], first != second);
    let is_one = contract.pay.as_ref().is_some_and(|pay| pay.individual_rule() == IndividualRule::Overall);
    let part = |points| stakes.filter(|_| is_one)?.part_of_judgement(contract, points)?.kroner();
    let kroner = points.map(|points| points.and_then(part));
    ComparedLine { points, kroner, ..plain }
}

/// Whether two entries say something else that counts.
fn says_else(entries: [Option<&Rc<Entry>>; 2]) -> bool {
    if entries[0] == entries[1] {
        return false;
    }
    let [first, second] =
        entries.map(|entry| entry.map(|entry| Entry::clone(entry)).unwrap_or_default().counted().unmarked());
    first != second
}
