//! What each goal can still move: its open points, and what they are worth in the resultatløn.

use std::cmp::Reverse;

use super::address::LineId;
use super::contract::Contract;
use super::evaluation::{Evaluation, GoalOutcome};
use super::number::{Points, Span};
use super::pay::{PayOutcome, Worth};
use crate::small::sort_by_key;

/// What a goal, an individual area or the one judgement of all areas can still move.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sway {
    /// A goal, an individual area, or the one judgement of all areas.
    pub id: LineId,
    /// The contract's points that are open, for a goal; for the individual part those of the resultatløn.
    pub points: Points,
    /// The same in the resultatløn, before adjustment, leaving and breach; none without a pay agreement.
    pub worth: Option<Worth>,
}

/// Everything that can still move the score, the most first; ties in the contract's order. Points of the resultatløn
/// decide where there is an agreement on it, else the contract's. Empty in an unweighted contract without individual
/// points, and once everything is settled.
pub fn sensitivity(contract: &Contract, evaluation: &Evaluation) -> Vec<Sway> {
    let pay = evaluation.pay.as_ref();
    let goals = evaluation.goals.iter().filter_map(|outcome| {
        let points = open_points(outcome)?;
        let worth = pay.and_then(|pay| pay.worth(Span::settled(points), contract.decimals()));
        Some(Sway { id: LineId::goal(&outcome.goal), points, worth })
    });
    let mut all: Vec<_> = goals.chain(pay.into_iter().flat_map(individual_sways)).collect();
    sort_by_key(&mut all, |sway| Reverse(sway.worth.map_or(sway.points, |worth| worth.points.max)));
    all
}

/// The individual part: each area with points, or the one judgement while it is not given.
fn individual_sways(pay: &PayOutcome) -> Vec<Sway> {
    let sway = |id, points| Sway { id, points, worth: pay.worth_of_pay_points(Span::settled(points)) };
    let areas = pay.areas.iter().filter_map(|area| Some(sway(LineId::area(&area.goal), open_points(area)?)));
    let areas: Vec<_> = areas.collect();
    let whole = pay.individual.max - pay.individual.min;
    if areas.is_empty() && whole > Points::default() { vec![sway(LineId::Overall, whole)] } else { areas }
}

/// The points that can still go either way; none where everything is settled.
pub(super) fn open_points(outcome: &GoalOutcome) -> Option<Points> {
    outcome.open_points().filter(|open| *open > Points::default())
}
