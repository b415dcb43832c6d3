//! Rules against their targets: a scale that rewards the worse result, and parts that no share is given to.

use super::{Findings, part_name};
use crate::domain::contract::{Rule, Target};
use crate::domain::judging::Ground;
use crate::findings::ScoringFinding;
use crate::small::set_of;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    scales(found);
    shares(found);
}

/// A scale that rises where less is better, or falls where more is.
fn scales(found: &mut Findings<'_, '_>) {
    for of in found.scored {
        let (Some(Rule::Scale { steps, .. }), Target::Limit { relation, .. }) =
            (&of.goal.scoring, &of.goal.target)
        else {
            continue;
        };
        let Some((first, last)) = steps.first().zip(steps.last()) else { continue };
        let ground = Ground::of_goal(of.goal, None);
        let Some((first_at, best)) = ground.threshold(&first.at).zip(ground.threshold(&last.at)) else {
            continue;
        };
        let falls = best < first_at;
        if falls != relation.falls() && last.share > first.share {
            let (name, target, place) =
                (of.goal.name().to_owned(), of.goal.target.clone(), of.goal.source.clone());
            let what = ScoringFinding::ScaleAgainstTarget { name, best, target, place };
            found.report(of.path.clone().key("scoring").key("steps"), what);
        }
    }
}

/// Parts that are left out where the others have their share.
fn shares(found: &mut Findings<'_, '_>) {
    for of in found.scored {
        let (Some(Rule::Parts { shares }), Some(parts)) = (&of.goal.scoring, of.goal.target.parts()) else {
            continue;
        };
        let given = set_of(shares.iter().map(|(id, _)| id));
        let left_out = parts.iter().enumerate().filter(|(_, part)| !given.contains(&part.id));
        for (index, part) in left_out.filter(|_| !given.is_empty()) {
            let (name, place) = (part_name(of.goal.name(), part), of.goal.source.clone());
            let path = of.target.clone().key("parts").index(index);
            found.report(path, ScoringFinding::PartWithoutShare { name, place });
        }
    }
}
