//! Risks: `p = v × s` recomputed, figures on the scale, and goals without a risk.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::Findings;
use crate::domain::contract::{Goal, RiskEntry, RiskScale};
use crate::findings::{JsonPath, ReferenceFinding, RiskFinding};
use crate::small::{map_of, set_of};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let Some(register) = &found.contract.risk else { return };
    for (index, entry) in register.entries.iter().enumerate() {
        let path = JsonPath::root().key("risk").key("entries").index(index);
        check_entry(found, entry, register.scale, path);
    }
    listed_once(found, &register.entries);
    without_risk(found);
}

/// The same risk of the same goal twice: a goal may have several risks, but not one of them twice.
fn listed_once(found: &mut Findings<'_, '_>, entries: &[RiskEntry]) {
    let mut seen = HashSet::new();
    for (index, entry) in entries.iter().enumerate() {
        if !seen.insert((entry.goal.as_ref(), entry.title.as_str())) {
            let path = JsonPath::root().key("risk").key("entries").index(index).key("title");
            let what = ReferenceFinding::ListedTwice { what: entry.title.clone() };
            found.report(path, what);
        }
    }
}

fn check_entry(found: &mut Findings<'_, '_>, entry: &RiskEntry, scale: RiskScale, path: JsonPath) {
    for (key, value) in [("materiality", entry.materiality), ("vulnerability", entry.vulnerability)] {
        if !(scale.min..=scale.max).contains(&value) {
            let (min, max, place) = (scale.min, scale.max, entry.source.clone());
            let what = RiskFinding::RiskOutsideScale { value, min, max, place };
            found.report(path.clone().key(key), what);
        }
    }
    let priority = entry.computed_priority();
    if let Some(printed) = entry.priority.filter(|printed| *printed != priority) {
        let what = RiskFinding::PriorityDiffers {
            printed,
            materiality: entry.materiality,
            vulnerability: entry.vulnerability,
            place: entry.source.clone(),
        };
        found.report(path.clone().key("priority"), what);
    }
    if !entry.is_reviewed {
        let title = entry.title.clone();
        found.report(path.clone().key("reviewed"), RiskFinding::RiskNotReviewed { title });
    }
    if entry.goal.is_none() {
        found.report(path, RiskFinding::RiskWithoutGoal { place: entry.source.clone() });
    }
}

/// Goals that stand without a risk while others under the same outermost heading have one. A contract that
/// assesses only one kind of goals means it so.
fn without_risk(found: &mut Findings<'_, '_>) {
    let contract = found.contract;
    let groups = contract.groups.iter();
    let parents =
        map_of(groups.filter_map(|group| Some((group.id.as_str(), group.parent.as_ref()?.as_str()))));
    let entries = contract.risk.iter().flat_map(|register| &register.entries);
    let at_risk: BTreeSet<&str> = entries.filter_map(|entry| Some(entry.goal.as_ref()?.as_str())).collect();
    let goals = contract.goals.iter().enumerate();
    let (with_risk, without): (Vec<_>, Vec<_>) =
        goals.partition(|(_, goal)| at_risk.contains(goal.id.as_str()));
    let kinds = set_of(with_risk.into_iter().map(|(_, goal)| heading(goal, &parents)));
    for (index, goal) in without {
        if kinds.contains(&heading(goal, &parents)) {
            let path = JsonPath::root().key("goals").index(index);
            found.report(
                path,
                RiskFinding::GoalWithoutRisk { name: goal.name().to_owned(), place: goal.source.clone() },
            );
        }
    }
}

/// The outermost group above a goal.
fn heading<'c>(goal: &'c Goal, parents: &BTreeMap<&'c str, &'c str>) -> Option<&'c str> {
    let own = goal.group.as_ref()?.as_str();
    // A contract with circular groups does not come here; the bound holds all the same.
    let above = std::iter::successors(Some(own), |group| parents.get(group).copied());
    above.take(parents.len() + 1).last()
}
