//! Which target counts: the contract's own, or the addendum's that fixes it.

use std::rc::Rc;

use super::assessment::{Addendum, Entry};
use super::contract::{Contract, Goal, PartId, Ratio, Target};
use super::date::Period;
use super::judging::Ground;

/// The addendum of an entry, where it counts (docs/scoring.md, "Target"). It fixes a target that is undetermined, if
/// only in a part; a fixed target it cannot change.
pub fn addendum_that_counts<'a>(goal: &Goal, entry: Option<&'a Entry>) -> Option<&'a Addendum> {
    let entry = entry?;
    let is_fixed = || goal.target.is_determined(&entry.reported, Ground::of_goal(goal, None));
    entry.addendum.as_ref().filter(|_| !is_fixed())
}

/// The target that results are entered for and held against: an addendum's where it counts, else the contract's.
pub fn counting_target<'a>(goal: &'a Goal, entry: Option<&'a Entry>) -> &'a Target {
    addendum_that_counts(goal, entry).map_or(&goal.target, |addendum| &addendum.target)
}

/// When the target that counts is measured: as the addendum says where it counts, else as the contract does.
pub fn counting_period(goal: &Goal, entry: Option<&Entry>) -> Option<Period> {
    addendum_that_counts(goal, entry).and_then(|addendum| addendum.measured).or(goal.measured)
}

/// How two counts give the result of a goal, or of the part of it at this path, where they do.
pub fn counting_ratio<'a>(goal: &'a Goal, entry: Option<&'a Entry>, path: &[PartId]) -> Option<&'a Ratio> {
    let (mut target, mut ratio) = (counting_target(goal, entry), goal.ratio.as_deref());
    for id in path {
        let part = target.parts()?.iter().find(|part| part.id == *id)?;
        (target, ratio) = (&part.target, part.ratio.as_deref());
    }
    ratio
}

/// The addendum of an entry that leaves nothing of the target open any more.
pub fn addendum_that_fixes<'a>(goal: &Goal, entry: Option<&'a Entry>) -> Option<&'a Addendum> {
    let ground = Ground::of_goal(goal, None);
    let reported = &entry?.reported;
    addendum_that_counts(goal, entry).filter(|addendum| addendum.target.is_determined(reported, ground))
}

/// When a target that is fixed later is probably measured. The goal's own period goes first, then that of most goals
/// of its group, then of most goals.
pub fn probable_period(contract: &Contract, goal: &Goal) -> Option<Period> {
    let most = |sisters: &[Period]| {
        let count = |period: &Period| sisters.iter().filter(|other| *other == period).count();
        // Where several are as frequent, the one that the contract names first.
        sisters.iter().rev().copied().max_by_key(count)
    };
    let measured = |one: &Rc<Goal>| Some((one.group.clone(), one.measured?));
    let all: Vec<_> = contract.goals.iter().filter_map(measured).collect();
    let near = all.iter().filter(|(group, _)| *group == goal.group).map(|(_, period)| *period);
    let near: Vec<_> = near.collect();
    goal.measured
        .or_else(|| most(&near))
        .or_else(|| most(&all.iter().map(|(_, period)| *period).collect::<Vec<_>>()))
}
