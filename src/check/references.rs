//! What goals contribute to, written as `contract#goal`, as far as one contract alone can tell.

use super::contributions::{Contributions, parts_of};
use super::{Findings, Scored};
use crate::findings::ReferenceFinding;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    if found.scored.iter().all(|of| of.goal.contributes_to.is_empty()) {
        return;
    }
    let own = found.contract.id.as_str();
    for Scored { path, goal, .. } in found.scored {
        for (index, reference) in goal.contributes_to.iter().enumerate() {
            let fault = match parts_of(reference) {
                None => ReferenceFinding::NotAGoalReference { found: reference.clone() },
                Some((contract, id)) if contract == own && id == goal.id.as_str() => {
                    ReferenceFinding::ContributesToItself { name: goal.name().to_owned() }
                }
                Some(_) => continue,
            };
            found.report(path.clone().key("contributes_to").index(index), fault);
        }
    }
    let contributions = Contributions::among(&[found.contract]);
    for dangling in contributions.dangling {
        let (id, suggestion) = (dangling.id.to_owned(), dangling.suggestion);
        found.report(dangling.at.path, ReferenceFinding::UnknownGoal { id, suggestion });
    }
    for circle in contributions.circles {
        let goals = circle.goals.iter().map(|(_, goal)| goal.id.to_string()).collect();
        found.report(circle.at.path, ReferenceFinding::CircularContributions { goals });
    }
}
