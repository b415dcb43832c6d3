//! What goals contribute to, written as `contract#goal`, as far as one contract alone can tell.

use super::contributions::{Contributions, parts_of};
use super::{Findings, Scored};
use crate::findings::{ReferenceFault, Severity};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    if found.scored.iter().all(|of| of.goal.contributes_to.is_empty()) {
        return;
    }
    let own = found.contract.id.as_str();
    for Scored { path, goal, .. } in found.scored {
        for (index, reference) in goal.contributes_to.iter().enumerate() {
            let fault = match parts_of(reference) {
                None => ReferenceFault::NotAGoalReference { found: reference.clone() },
                Some((contract, id)) if contract == own && id == goal.id.as_str() => {
                    ReferenceFault::ContributesToItself { name: goal.name().to_owned() }
                }
                Some(_) => continue,
            };
            found.reference(path.clone().key("contributes_to").index(index), Severity::Warning, fault);
        }
    }
    let contributions = Contributions::among(&[found.contract]);
    for dangling in contributions.dangling {
        let (id, suggestion) = (dangling.id.to_owned(), dangling.suggestion);
        found.reference(dangling.at.path, Severity::Warning, ReferenceFault::UnknownGoal { id, suggestion });
    }
    for circle in contributions.circles {
        let goals = circle.goals.iter().map(|(_, goal)| goal.id.to_string()).collect();
        found.reference(circle.at.path, Severity::Warning, ReferenceFault::CircularContributions { goals });
    }
}
