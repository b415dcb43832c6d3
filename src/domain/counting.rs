//! Which target counts: the contract's own, or the addendum's that fixes it.

use super::assessment::{Addendum, Entry};
use super::contract::{Goal, Target};
use super::date::Period;
use super::judging::Ground;

/// The addendum of an entry, where it counts: it fixes a target that is undetermined, if only in a part; a fixed
/// one it cannot change.
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
