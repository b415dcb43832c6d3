//! References to goals of other contracts, written as `contract#goal`.

use super::Findings;
use crate::load::diagnostic::Contradiction;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    for (path, goal) in found.scored() {
        for (index, reference) in goal.contributes_to.iter().enumerate() {
            let parts = reference.split_once('#');
            let whole = parts.is_some_and(|(contract, goal)| {
                !contract.is_empty() && !goal.is_empty() && !goal.contains('#')
            });
            if !whole {
                let what = Contradiction::NotAGoalReference { found: reference.clone() };
                found.contradiction(path.clone().key("contributes_to").index(index), what);
            }
        }
    }
}
