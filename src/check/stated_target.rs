//! What another place of the document says about a target, part by part.

use std::collections::{BTreeMap, BTreeSet};

use super::contributions::HINTED;
use super::{Findings, part_name};
use crate::domain::contract::{Criterion, Part, Target};
use crate::domain::contract::{Goal, StatedTarget, Statement};
use crate::domain::date::Period;
use crate::domain::judging::Ground;
use crate::domain::order::map_of;
use crate::findings::{JsonPath, MainPlace, ReferenceFinding, Stated, StatedFinding, nearest};

/// The target that a statement gives at `path`, or the parts of it, against the goal's own.
pub(super) fn check(found: &mut Findings<'_, '_>, goal: &Goal, statement: &Statement, path: JsonPath) {
    let mut told = Comparison { found, goal, statement };
    let ground = Ground::of(goal, None);
    match &statement.target {
        None => {}
        Some(StatedTarget::Whole { target: there, measured }) => {
            told.periods(*measured, &path);
            told.targets(goal.name(), (&goal.target, there), ground, path);
        }
        Some(StatedTarget::Parts(parts)) => told.some_parts(parts, ground, &path.key("parts")),
    }
}

/// Parts that another place names, by their identifiers, each with its place in the list.
type Named<'t> = BTreeMap<&'t str, (usize, &'t Part)>;

/// A goal and what another place says of it.
struct Comparison<'a, 'c, 'r> {
    found: &'a mut Findings<'c, 'r>,
    goal: &'a Goal,
    statement: &'a Statement,
}

impl Comparison<'_, '_, '_> {
    fn differ(&mut self, name: &str, (says, other): (Stated, Stated), path: JsonPath) {
        let (place, other_place) = (MainPlace(self.goal.source.clone()), self.statement.source.clone());
        let name = name.to_owned();
        self.found.report(path, StatedFinding::StatedDifferently { name, place, says, other_place, other });
    }

    /// The periods in which the target is measured, where both places name one.
    fn periods(&mut self, there: Option<Period>, path: &JsonPath) {
        if let (Some(here), Some(there)) = (self.goal.measured, there)
            && here != there
        {
            let stated = (Stated::Measured(here), Stated::Measured(there));
            self.differ(self.goal.name(), stated, path.clone().key("measured"));
        }
    }

    /// Some of the parts, wherever they stand in the goal's target. What is no part of it is told as such.
    fn some_parts(&mut self, parts: &[Part], ground: Ground<'_>, path: &JsonPath) {
        let mut known = BTreeSet::new();
        identifiers(&self.goal.target, &mut known);
        let is_known = |part: &Part| known.contains(part.id.as_str());
        let unknown = parts.iter().enumerate().filter(|(_, part)| !is_known(part));
        for (number, (index, part)) in unknown.enumerate() {
            let near = (number < HINTED).then(|| nearest(part.id.as_str(), known.iter().copied())).flatten();
            let (name, id) = (self.goal.name().to_owned(), part.id.to_string());
            let fault = ReferenceFinding::UnknownPart { name, id, suggestion: near.map(str::to_owned) };
            self.found.report(path.clone().index(index).key("id"), fault);
        }
        let mut named: Named<'_> =
            map_of(parts.iter().enumerate().map(|(index, part)| (part.id.as_str(), (index, part))));
        self.within((self.goal.name(), &self.goal.target), &mut named, ground, path);
    }

    /// The parts of a target that another place names; of two with the same identifier, the first.
    fn within(
        &mut self,
        (name, target): (&str, &Target),
        named: &mut Named<'_>,
        ground: Ground<'_>,
        path: &JsonPath,
    ) {
        let Some(parts) = target.parts() else { return };
        for here in parts {
            let (name, ground) = (part_name(name, here), ground.of_part(here));
            if let Some((index, there)) = named.remove(here.id.as_str()) {
                self.targets(&name, (&here.target, &there.target), ground, path.clone().index(index));
            }
            self.within((&name, &here.target), named, ground, path);
        }
    }

    /// Two targets for the same thing; a deadline points at its date.
    fn targets(&mut self, name: &str, (here, there): (&Target, &Target), ground: Ground<'_>, path: JsonPath) {
        if let (Some(own), Some(others)) = (here.parts(), there.parts()) {
            let kinds = matches!(here, Target::AllOf(_)) != matches!(there, Target::AllOf(_));
            // All of one part and one part at least are the same.
            if kinds && own.len() > 1 && others.len() > 1 {
                self.whole(name, (here, there), path.clone());
            }
            self.parts(name, (own, others), ground, &path);
            return;
        }
        if !here.asks_the_same(there, ground) {
            let path = if matches!(there, Target::By(_)) { path.key("date") } else { path };
            self.whole(name, (here, there), path);
        } else if let (Target::Assessed { criteria: own }, Target::Assessed { criteria: others }) =
            (here, there)
        {
            self.criteria(name, (own, others), &path);
        }
    }

    fn whole(&mut self, name: &str, (here, there): (&Target, &Target), path: JsonPath) {
        self.differ(name, (Stated::Target(here.clone()), Stated::Target(there.clone())), path);
    }

    /// The parts of two composite targets, in whatever order, and those that only one of them has.
    fn parts(&mut self, name: &str, (own, others): (&[Part], &[Part]), ground: Ground<'_>, path: &JsonPath) {
        let path = path.clone().key("parts");
        let mut named: Named<'_> =
            map_of(others.iter().enumerate().map(|(index, part)| (part.id.as_str(), (index, part))));
        for here in own {
            let name = part_name(name, here);
            match named.remove(here.id.as_str()) {
                Some((index, there)) => {
                    let (targets, path) = ((&here.target, &there.target), path.clone().index(index));
                    self.targets(&name, targets, ground.of_part(here), path);
                }
                None => {
                    self.differ(&name, (Stated::Target(here.target.clone()), Stated::Nothing), path.clone());
                }
            }
        }
        for (index, there) in named.into_values() {
            let stated = (Stated::Nothing, Stated::Target(there.target.clone()));
            self.differ(&part_name(name, there), stated, path.clone().index(index));
        }
    }

    /// What two judgements look at. A place that lists nothing leaves that to the other one.
    fn criteria(&mut self, name: &str, (own, others): (&[Criterion], &[Criterion]), path: &JsonPath) {
        if own.is_empty() || others.is_empty() {
            return;
        }
        let path = path.clone().key("criteria");
        let named = |criterion: &Criterion| format!("{name} › {}", criterion.title);
        let judged = |criterion: &Criterion| Stated::Criterion { deadline: criterion.deadline };
        let mut unmatched: BTreeMap<&str, (usize, &Criterion)> =
            map_of(others.iter().enumerate().map(|(index, other)| (other.id.as_str(), (index, other))));
        for here in own {
            match unmatched.remove(here.id.as_str()) {
                Some((_, there)) if there.deadline == here.deadline => {}
                Some((index, there)) => {
                    let path = path.clone().index(index);
                    let path = if there.deadline.is_some() { path.key("deadline") } else { path };
                    self.differ(&named(here), (judged(here), judged(there)), path);
                }
                None => self.differ(&named(here), (judged(here), Stated::Nothing), path.clone()),
            }
        }
        for (index, there) in unmatched.into_values() {
            self.differ(&named(there), (Stated::Nothing, judged(there)), path.clone().index(index));
        }
    }
}

/// The identifiers of a target's parts, and of theirs.
fn identifiers<'t>(target: &'t Target, known: &mut BTreeSet<&'t str>) {
    for part in target.parts().unwrap_or_default() {
        known.insert(part.id.as_str());
        identifiers(&part.target, known);
    }
}
