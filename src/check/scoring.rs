//! Rules against their targets: a scale that rewards the worse result, parts that no share is given to, and degrees of a
//! part that earn nothing.

use super::{Findings, TargetAt, part_name};
use crate::domain::contract::{Part, Rule, Target};
use crate::findings::{JsonPath, ScoringFinding};
use crate::small::set_of;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    found.each_target(|found, at| {
        scale(found, at);
        if let Some(parts) = at.target.parts() {
            shares(found, at, parts);
            degrees(found, at, parts);
        }
    });
}

/// A scale that rises where less is better, or falls where more is.
fn scale(found: &mut Findings<'_, '_>, at: TargetAt<'_>) {
    let (Some(Rule::Scale { steps, .. }), Target::Limit { relation, .. }) = (at.ground.rule, at.target)
    else {
        return;
    };
    let Some((first, last)) = steps.first().zip(steps.last()) else { return };
    let Some((first_at, best)) = at.ground.threshold(&first.at).zip(at.ground.threshold(&last.at)) else {
        return;
    };
    let falls = best < first_at;
    if falls != relation.falls() && last.share > first.share {
        let (name, target, place) = (at.name.to_owned(), at.target.clone(), at.source());
        let what = ScoringFinding::ScaleAgainstTarget { name, best, target, place };
        found.report(at.beside.clone().key("scoring").key("steps"), what);
    }
}

fn path_of_part(at: TargetAt<'_>, index: usize) -> JsonPath {
    at.path.clone().key("parts").index(index)
}

/// Parts that are left out where the others have their share.
fn shares(found: &mut Findings<'_, '_>, at: TargetAt<'_>, parts: &[Part]) {
    let Some(Rule::Parts { shares }) = at.ground.rule else { return };
    let given = set_of(shares.iter().map(|(id, _)| id));
    let left_out = parts.iter().enumerate().filter(|(_, part)| !given.contains(&part.id));
    for (index, part) in left_out.filter(|_| !given.is_empty()) {
        let (name, place) = (part_name(at.name, part), at.source());
        found.report(path_of_part(at, index), ScoringFinding::PartWithoutShare { name, place });
    }
}

/// Parts with a rule of their own where the whole is not scored by its parts: nothing is earned between yes and no.
fn degrees(found: &mut Findings<'_, '_>, at: TargetAt<'_>, parts: &[Part]) {
    if matches!(at.ground.rule, Some(Rule::Parts { .. })) {
        return;
    }
    let ruled = |part: &Part| part.scoring.as_ref().is_some_and(|rule| *rule != Rule::AllOrNothing);
    for (index, part) in parts.iter().enumerate().filter(|(_, part)| ruled(part)) {
        let (name, place) = (part_name(at.name, part), at.source());
        let path = path_of_part(at, index).key("scoring");
        found.report(path, ScoringFinding::PartInDegrees { name, place });
    }
}
