//! Risk: `p = v × s`, and the open points that it puts at stake (docs/scoring.md, "Risk").

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::contract::{Contract, GoalId, RiskEntry, RiskRegister};
use super::evaluation::GoalOutcome;
use super::number::{Decimal, Points, product, quotient};
use crate::small::sort_by_key;

/// The risk of one goal: its highest row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskOutcome {
    /// Which one, by its identifier in the contract.
    pub goal: GoalId,
    /// Its place among the contract's goals, counted from 0.
    pub order: usize,
    /// The highest `v × s` of its rows.
    pub priority: u32,
    /// Open points × p / the scale's highest p, rounded; none in an unweighted contract.
    pub points_at_risk: Option<Points>,
}

impl RiskEntry {
    /// `p = v × s`, as it is worked out.
    pub fn computed_priority(&self) -> u32 {
        self.materiality.saturating_mul(self.vulnerability)
    }
}

impl RiskRegister {
    /// The highest priority that the scale allows: 9 on a scale of 1 to 3.
    pub fn highest_priority(&self) -> u32 {
        self.scale.max.saturating_mul(self.scale.max)
    }
}

/// The goals that have a risk: most points at risk first, then highest priority, then the contract's order.
pub fn risks(contract: &Contract, goals: &[Rc<GoalOutcome>]) -> Vec<RiskOutcome> {
    let Some(register) = &contract.risk else {
        return Vec::new();
    };
    let mut highest: BTreeMap<&GoalId, u32> = BTreeMap::new();
    for entry in &register.entries {
        if let Some(goal) = &entry.goal {
            let priority = highest.entry(goal).or_default();
            *priority = entry.computed_priority().max(*priority);
        }
    }
    let outcomes = goals.iter().enumerate().filter_map(|(order, outcome)| {
        let priority = *highest.get(&outcome.goal)?;
        let points_at_risk = points_at_risk(contract, register, outcome, priority);
        Some(RiskOutcome { goal: outcome.goal.clone(), order, priority, points_at_risk })
    });
    let mut risks: Vec<_> = outcomes.collect();
    sort_by_key(&mut risks, rank);
    risks
}

/// The open goals that have no risk, in the contract's order: nobody has said what may go wrong with them.
pub fn open_without_risk<'g>(contract: &Contract, goals: &'g [Rc<GoalOutcome>]) -> Vec<&'g GoalOutcome> {
    let entries = contract.risk.iter().flat_map(|register| &register.entries);
    let at_risk: BTreeSet<&GoalId> = entries.filter_map(|entry| entry.goal.as_ref()).collect();
    let open = goals.iter().filter(|outcome| outcome.status.is_open());
    open.filter(|outcome| !at_risk.contains(&outcome.goal)).map(AsRef::as_ref).collect()
}

/// The same list after the outcome of the goal in this place changed: only its own risk moves.
pub(super) fn update(contract: &Contract, risks: &mut Vec<RiskOutcome>, order: usize, changed: &GoalOutcome) {
    let Some(register) = &contract.risk else {
        return;
    };
    let Some(at) = risks.iter().position(|risk| risk.order == order) else {
        return;
    };
    let mut risk = risks.remove(at);
    risk.points_at_risk = points_at_risk(contract, register, changed, risk.priority);
    let rank_now = rank(&risk);
    risks.insert(risks.partition_point(|other| rank(other) < rank_now), risk);
}

/// What the list is sorted by: no two goals have the same.
fn rank(risk: &RiskOutcome) -> (Reverse<Option<Points>>, Reverse<u32>, usize) {
    (Reverse(risk.points_at_risk), Reverse(risk.priority), risk.order)
}

/// Points too large to be worked out exactly are left out rather than guessed.
fn points_at_risk(
    contract: &Contract,
    register: &RiskRegister,
    outcome: &GoalOutcome,
    priority: u32,
) -> Option<Points> {
    let above = product(outcome.open_points()?.0, Decimal::from(priority)).ok()?;
    let below = Decimal::from(register.highest_priority());
    quotient(above, below, contract.decimals()).ok().map(Points)
}
