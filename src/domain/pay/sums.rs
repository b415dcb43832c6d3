//! What the goals come to for each pot, and for each condition of a stage.

use std::collections::BTreeSet;
use std::rc::Rc;

use crate::domain::contract::{Contract, EarnedBy, Goal, GroupId, Pot};
use crate::domain::evaluation::{GoalOutcome, PointSum, Tally};

/// Sums over the goals, kept so that a change of one goal is a difference. Empty where the agreement has neither pots nor stages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PaySums {
    /// What the goals earn each pot, in the agreement's order.
    pub(super) pots: Vec<PointSum>,
    /// The goals of each stage's condition, in the agreement's order.
    pub(super) tallies: Vec<Tally>,
}

impl PaySums {
    /// The sums over all goals.
    pub(in crate::domain) fn of_all(contract: &Contract, goals: &[Rc<GoalOutcome>]) -> Self {
        let Some(agreement) = &contract.pay else { return Self::default() };
        let pots = agreement.pots.iter().map(|pot| {
            let groups = groups_within(contract, pot);
            let earning = contract.goals.iter().zip(goals).filter(|(goal, _)| earns(pot, goal, &groups));
            earning.fold(PointSum::default(), |sum, (_, outcome)| sum + PointSum::of_goal(outcome))
        });
        let tallies = agreement.stages.iter().map(|stage| Tally::of_all(stage.condition(), goals));
        Self { pots: pots.collect(), tallies: tallies.collect() }
    }

    /// Whether a reading or a forecast would make a difference to a pot or to a condition.
    pub(super) fn foresee(&self) -> bool {
        self.pots.iter().any(|pot| pot.expected != pot.points)
            || self.tallies.iter().any(|tally| tally.expected != tally.met)
    }

    /// The sums after the outcome of one goal changed.
    #[must_use]
    pub(in crate::domain) fn after_change(
        &self,
        contract: &Contract,
        goal: &Goal,
        before: &GoalOutcome,
        after: &GoalOutcome,
    ) -> Self {
        let Some(agreement) = &contract.pay else { return Self::default() };
        if self.pots.is_empty() && self.tallies.is_empty() {
            return Self::default();
        }
        let change = PointSum::of_goal(after) - PointSum::of_goal(before);
        let pots = agreement.pots.iter().zip(&self.pots).map(|(pot, sum)| {
            let is_within = |id: &GroupId| {
                goal.group.as_ref().is_some_and(|of| contract.is_within(of.as_str(), id.as_str()))
            };
            let earns = match &pot.earned_by {
                EarnedBy::Groups(groups) => groups.iter().any(is_within),
                _ => earns(pot, goal, &BTreeSet::new()),
            };
            if earns { *sum + change } else { *sum }
        });
        let tallies = agreement.stages.iter().zip(&self.tallies).map(|(stage, tally)| {
            let of_goal = |outcome| Tally::of_goal(stage.condition(), outcome);
            *tally + of_goal(after) - of_goal(before)
        });
        Self { pots: pots.collect(), tallies: tallies.collect() }
    }
}

/// For each goal of the contract whether it earns a pot.
pub fn goals_of_pot(contract: &Contract, pot: &Pot) -> Vec<bool> {
    let groups = groups_within(contract, pot);
    contract.goals.iter().map(|goal| earns(pot, goal, &groups)).collect()
}

/// The groups that a pot names, with their subgroups.
fn groups_within<'c>(contract: &'c Contract, pot: &Pot) -> BTreeSet<&'c str> {
    let EarnedBy::Groups(named) = &pot.earned_by else { return BTreeSet::new() };
    let ids = contract.groups.iter().map(|group| group.id.as_str());
    ids.filter(|id| named.iter().any(|of| contract.is_within(id, of.as_str()))).collect()
}

/// Whether a goal earns a pot, whose groups with their subgroups are these.
fn earns(pot: &Pot, goal: &Goal, groups: &BTreeSet<&str>) -> bool {
    match &pot.earned_by {
        EarnedBy::Groups(_) => goal.group.as_ref().is_some_and(|group| groups.contains(group.as_str())),
        EarnedBy::Goals(goals) => goals.contains(&goal.id),
        EarnedBy::Institution => true,
        EarnedBy::Areas(_) | EarnedBy::Individual | EarnedBy::Judged(_) => false,
    }
}

/// What the individual areas earn a pot; nothing where goals earn it.
pub(super) fn of_areas(pot: &Pot, areas: &[Rc<GoalOutcome>]) -> PointSum {
    let earns = |area: &GoalOutcome| match &pot.earned_by {
        EarnedBy::Areas(named) => named.contains(&area.goal),
        EarnedBy::Individual => true,
        _ => false,
    };
    let earning = areas.iter().filter(|area| earns(area));
    earning.fold(PointSum::default(), |sum, area| sum + PointSum::of_goal(area))
}
