//! A contract without a goal, and goals that are called the same.

use std::collections::HashMap;

use super::Findings;
use crate::findings::{GoalFinding, JsonPath};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let goals = || JsonPath::root().key("goals");
    if found.contract.goals.is_empty() {
        found.report(goals(), GoalFinding::NoGoals);
    }
    let mut first = HashMap::new();
    for (index, goal) in found.contract.goals.iter().enumerate() {
        let Some(label) = &goal.label else { continue };
        let Some(before) = first.insert(label, goal) else { continue };
        first.insert(label, before);
        let (label, first, second) = (label.clone(), before.title.clone(), goal.title.clone());
        let what = GoalFinding::LabelTwice { label, first, second };
        found.report(goals().index(index).key("label"), what);
    }
}
