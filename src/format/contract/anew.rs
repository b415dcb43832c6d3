//! A contract of which a part was read anew, while the rest stays as it is.

use std::rc::Rc;

use super::goal::{GoalForm, goal};
use super::look_up_elsewhere;
use super::rating::look_up_scales;
use super::references::line_references;
use crate::domain::contract::{Condition, Contract, GoalId, Stage, Target};
use crate::format::json::Node;
use crate::format::log::{Known, Log};
use crate::small::map_of;

/// The contract with a goal as it is written now, checked against what the contract has besides its goals.
pub(in crate::format) fn with_goal(
    contract: &Contract,
    index: usize,
    value: &Node<'_>,
    log: &mut Log<'_>,
) -> Option<Contract> {
    let groups: Known<'_> = map_of(contract.groups.iter().map(|group| (group.id.as_str(), 0)));
    let scales: Known<'_> = map_of(contract.scales.iter().map(|scale| (scale.id.as_str(), 0)));
    line_references(value, &scales, &groups, log);
    let form = GoalForm { decimals: contract.decimals(), default_target: None };
    let mut goal = goal(value, form, log).filter(|_| !log.has_errors())?;
    if !scales.is_empty() {
        look_up_scales(&mut goal, &contract.scales);
    }
    let mut next = contract.clone();
    *next.goals.get_mut(index)? = Rc::new(goal);
    look_up_elsewhere(&mut next.pay, &mut next.bands, &next.goals, &next.scales);
    Some(next)
}

/// A contract that was read without its goals, with those of the contract before it; none where they would be read otherwise
/// now.
pub(in crate::format) fn with_goals_of(head: Contract, before: &Contract) -> Option<Contract> {
    if head.scales != before.scales || head.decimals() != before.decimals() || head.locked.is_some() {
        return None;
    }
    let mut next = Contract { goals: before.goals.clone(), ..head };
    let is_rated =
        |id: &GoalId| next.goal(id.as_str()).is_some_and(|goal| matches!(goal.target, Target::Rated(_)));
    if !taken_for_rated(&next).all(is_rated) {
        return None;
    }
    look_up_elsewhere(&mut next.pay, &mut next.bands, &next.goals, &next.scales);
    Some(next)
}

/// Whether a condition asks for the level of a goal.
pub(in crate::format) fn is_taken_for_rated(contract: &Contract, id: &GoalId) -> bool {
    taken_for_rated(contract).any(|named| named == id)
}

/// The goals whose levels are asked for by the conditions of stages and levels.
fn taken_for_rated(contract: &Contract) -> impl Iterator<Item = &GoalId> {
    let stages = contract.pay.iter().flat_map(|pay| &pay.stages).filter_map(Stage::condition);
    let lowest = contract.bands.iter().filter_map(|bands| bands.lowest_when.as_ref());
    let named = stages.chain(lowest).map(|condition| match condition {
        Condition::RatedLowest(goals) => Some(goals.keys()),
        _ => None,
    });
    named.flatten().flatten()
}
