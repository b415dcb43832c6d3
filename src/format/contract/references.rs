//! Identifiers that stand twice or look alike, and references that lead nowhere or in a circle.
//!
//! It looks at the text, not at the model, so that it sees what a mistake elsewhere keeps from the model.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::check::RULES;
use crate::domain::contract::TargetKind;
use crate::findings::{BudgetFinding, IdKind, LineNumber, ReferenceFinding, RuleFault, as_seen, nearest};
use crate::format::fields::meant_by;
use crate::format::json::Node;
use crate::format::log::{Known, Log, Remarks};
use crate::format::words::parse_word;
use crate::small::map_of;

/// All that is looked for.
pub(in crate::format) const ALL_REMARKS: Remarks =
    Remarks { rules: RULES, goals: goal_references, lines: budget_lines, ids: looking_alike };

/// A text and where it stands.
#[derive(Clone, Copy)]
struct Placed<'v> {
    text: &'v str,
    node: &'v Node<'v>,
}

/// Checks every identifier and reference of a contract.
pub(in crate::format) fn references(contract: &Node<'_>, log: &mut Log<'_>) {
    let areas = contract.get("pay").map_or(&[][..], |pay| items(pay, "areas"));
    let goals = goals_of(contract);
    let known_goals = unique(goals.iter().chain(areas), log);
    let groups = items(contract, "groups");
    let known_groups = unique(groups.iter(), log);
    let scales = items(contract, "scales");
    let known_scales = unique(scales.iter(), log);
    for scale in scales {
        unique(items(scale, "levels").iter(), log);
    }
    for list in ["sources", "purposes", "strategy", "trends", "sums", "units", "outcomes", "reporting"] {
        unique(items(contract, list).iter(), log);
    }
    for sum in items(contract, "sums") {
        unique(items(sum, "parts").iter(), log);
    }
    for goal in goals.iter().chain(areas) {
        line_references(goal, &known_scales, &known_groups, log);
    }
    for group in groups {
        group_reference(group, "parent", &known_groups, log);
    }
    pay_references(contract, &known_groups, log);
    let lowest_when = contract.get("points").and_then(|points| points.get("lowest_when"));
    if let Some(condition) = lowest_when {
        condition_goals(condition, goals, log);
    }
    for (at, ids) in circles(groups, "parent") {
        log.report(at, RuleFault::CircularGroups { ids });
    }
    (log.remarks.goals)(contract, &known_goals, log);
    if let Some(budget) = contract.get("budget") {
        let lines = items(budget, "lines");
        let known_lines = unique(lines.iter(), log);
        (log.remarks.lines)(lines, &known_lines, log);
    }
}

/// Checks the identifiers and references within a goal or an area.
pub(super) fn line_references(goal: &Node<'_>, scales: &Known<'_>, groups: &Known<'_>, log: &mut Log<'_>) {
    if let Some(target) = goal.get("target") {
        parts(target, scales, log);
    }
    for statement in items(goal, "also_stated") {
        if let Some(target) = statement.get("target") {
            scale_references(target, scales, log);
        }
    }
    group_reference(goal, "group", groups, log);
}

/// Lines of the budget that are part of a line that is not there, or of each other. No score depends on
/// the budget: warnings.
fn budget_lines(lines: &[Node<'_>], known: &Known<'_>, log: &mut Log<'_>) {
    let parents = lines.iter().filter_map(|line| text(line, "part_of"));
    for id in parents.filter(|id| !known.contains_key(id.text)) {
        let suggestion = meant(id.text, known, log);
        let unknown = BudgetFinding::UnknownLine { id: id.text.to_owned(), suggestion };
        log.report(id.node.range.clone(), unknown);
    }
    for (at, ids) in circles(lines, "part_of") {
        log.report(at, BudgetFinding::CircularLines { ids });
    }
}

fn items<'v>(value: &'v Node<'v>, key: &str) -> &'v [Node<'v>] {
    value.get(key).map_or(&[], Node::items)
}

/// The goals, also where their key is misspelt: what names one has no mistake then.
fn goals_of<'v>(contract: &'v Node<'v>) -> &'v [Node<'v>] {
    let list = contract.get("goals").or_else(|| meant_by(contract, "goals"));
    list.map_or(&[], Node::items)
}

fn text<'v>(value: &'v Node<'v>, key: &str) -> Option<Placed<'v>> {
    value.get(key).and_then(placed)
}

fn placed<'v>(node: &'v Node<'v>) -> Option<Placed<'v>> {
    node.as_text().map(|text| Placed { text, node })
}

/// The identifiers of a list with their places; one that stands twice is an error.
fn unique<'v>(list: impl Iterator<Item = &'v Node<'v>>, log: &mut Log<'_>) -> Known<'v> {
    let (mut known, mut once, mut odd) = (Known::new(), Vec::new(), false);
    for id in list.filter_map(|item| text(item, "id")) {
        match known.entry(id.text) {
            Entry::Occupied(first) => {
                let first_line = LineNumber(log.line(*first.get()));
                let fault = RuleFault::DuplicateId { id: id.text.to_owned(), first_line };
                log.report(id.node.range.clone(), fault);
            }
            Entry::Vacant(place) => {
                place.insert(id.node.range.start);
                odd |= !id.text.bytes().all(|byte| byte.is_ascii_graphic());
                once.push(id.node);
            }
        }
    }
    if odd {
        (log.remarks.ids)(&once, log);
    }
    known
}

/// Identifiers that people cannot tell apart. The program can: a warning.
fn looking_alike(ids: &[&Node<'_>], log: &mut Log<'_>) {
    let mut seen = BTreeMap::new();
    for id in ids.iter().filter_map(|id| placed(id)) {
        let first = *seen.entry(as_seen(id.text)).or_insert(id.node.range.start);
        if first != id.node.range.start {
            let first_line = LineNumber(log.line(first));
            let alike = ReferenceFinding::IdsLookAlike { id: id.text.to_owned(), first_line };
            log.report(id.node.range.clone(), alike);
        }
    }
}

/// The parts, criteria and levels of a target, and of its parts; and the scales that they name.
fn parts(target: &Node<'_>, scales: &Known<'_>, log: &mut Log<'_>) {
    unique(items(target, "criteria").iter(), log);
    unique(items(target, "levels").iter(), log);
    scale_reference(target, scales, log);
    let list = items(target, "parts");
    unique(list.iter(), log);
    for part in list {
        parts(part, scales, log);
    }
}

/// The scales that a target and its parts name.
fn scale_references(target: &Node<'_>, known: &Known<'_>, log: &mut Log<'_>) {
    scale_reference(target, known, log);
    for part in items(target, "parts") {
        scale_references(part, known, log);
    }
}

fn scale_reference(target: &Node<'_>, known: &Known<'_>, log: &mut Log<'_>) {
    if let Some(id) = text(target, "scale").filter(|id| !known.contains_key(id.text)) {
        let (kind, suggestion) = (IdKind::Scale, meant(id.text, known, log));
        let fault = RuleFault::UnknownReference { kind, id: id.text.to_owned(), suggestion };
        log.report(id.node.range.clone(), fault);
    }
}

fn group_reference(of: &Node<'_>, key: &str, known: &Known<'_>, log: &mut Log<'_>) {
    if let Some(id) = text(of, key)
        && !known.contains_key(id.text)
    {
        let (kind, suggestion) = (IdKind::Group, meant(id.text, known, log));
        let fault = RuleFault::UnknownReference { kind, id: id.text.to_owned(), suggestion };
        log.report(id.node.range.clone(), fault);
    }
}

/// What earns pots, and what the gates of stages look at.
fn pay_references(contract: &Node<'_>, known_groups: &Known<'_>, log: &mut Log<'_>) {
    let Some(pay) = contract.get("pay") else { return };
    let (goals, areas) = (goals_of(contract), items(pay, "areas"));
    let (pots, stages) = (items(pay, "pots"), items(pay, "stages"));
    unique(pots.iter(), log);
    unique(stages.iter(), log);
    for earned_by in pots.iter().filter_map(|pot| pot.get("earned_by")) {
        named_there(items(earned_by, "groups"), known_groups, IdKind::Group, log);
        named_there(items(earned_by, "goals"), &ids_of(goals), IdKind::Goal, log);
        named_there(items(earned_by, "areas"), &ids_of(areas), IdKind::Area, log);
    }
    for condition in stages.iter().filter_map(|stage| stage.get("when")) {
        condition_goals(condition, goals, log);
    }
}

fn ids_of<'v>(list: &'v [Node<'v>]) -> Known<'v> {
    map_of(list.iter().filter_map(|item| Some((text(item, "id")?.text, 0))))
}

/// Identifiers that lead nowhere.
fn named_there(named: &[Node<'_>], known: &Known<'_>, kind: IdKind, log: &mut Log<'_>) {
    for id in named.iter().filter_map(placed).filter(|id| !known.contains_key(id.text)) {
        let suggestion = meant(id.text, known, log);
        let fault = RuleFault::UnknownReference { kind, id: id.text.to_owned(), suggestion };
        log.report(id.node.range.clone(), fault);
    }
}

/// The goals that a condition names, which cannot be decided without them. Individual areas are none.
fn condition_goals(condition: &Node<'_>, goals: &[Node<'_>], log: &mut Log<'_>) {
    let known = ids_of(goals);
    rated_goals(condition, goals, log);
    for key in ["not_met", "rated_lowest", "goals"] {
        named_there(items(condition, key), &known, IdKind::Goal, log);
    }
}

/// Goals that a condition takes for rated ones, and that have no level.
fn rated_goals(condition: &Node<'_>, goals: &[Node<'_>], log: &mut Log<'_>) {
    for id in items(condition, "rated_lowest").iter().filter_map(placed) {
        let goal = goals.iter().find(|goal| text(goal, "id").is_some_and(|own| own.text == id.text));
        let kind = goal.and_then(|goal| text(goal.get("target")?, "kind"));
        if kind
            .is_some_and(|kind| parse_word(kind.text).is_ok_and(|kind: TargetKind| kind != TargetKind::Rated))
        {
            log.report(id.node.range.clone(), RuleFault::GoalNotRated { id: id.text.to_owned() });
        }
    }
}

fn meant(id: &str, known: &Known<'_>, log: &Log<'_>) -> Option<String> {
    let near = log.wants_hints().then(|| nearest(id, known.keys())).flatten();
    near.map(|near| (*near).to_owned())
}

/// Items whose parents, under `key`, lead back to themselves: where the circle closes, and who is in it.
/// Each circle is told once.
fn circles<'v>(list: &'v [Node<'v>], key: &str) -> Vec<(Range<usize>, Vec<String>)> {
    let parent = |item| Some((text(item, "id")?.text, text(item, key)?));
    let parents = map_of(list.iter().filter_map(parent));
    let (mut found, mut done) = (Vec::new(), BTreeSet::new());
    for start in parents.keys() {
        let mut path: Vec<&str> = Vec::new();
        let mut on_path = BTreeSet::new();
        let mut here = *start;
        while let Some(parent) = parents.get(here) {
            if !on_path.insert(here) {
                let ids: Vec<String> =
                    path.iter().skip_while(|id| **id != here).map(|id| (*id).to_owned()).collect();
                found.push((parent.node.range.clone(), ids));
                break;
            }
            if !done.insert(here) {
                break;
            }
            path.push(here);
            here = parent.text;
        }
    }
    found
}

/// Goals that are named elsewhere. A name that leads nowhere changes no figure: a warning.
fn goal_references(contract: &Node<'_>, known: &Known<'_>, log: &mut Log<'_>) {
    let means = items(contract, "strategy").iter().flat_map(|purpose| items(purpose, "means"));
    let lists: Vec<_> =
        items(contract, "purposes").iter().chain(means).map(|of| texts(items(of, "goals"))).collect();
    let risks = contract.get("risk").map_or(&[][..], |risk| items(risk, "entries"));
    let outcomes = items(contract, "outcomes");
    let naming = risks.iter().chain(items(contract, "trends")).chain(outcomes);
    let named = naming.filter_map(|of| text(of, "goal"));
    let listed = lists.iter().flatten().copied();
    for id in listed.chain(named).filter(|id| !known.contains_key(id.text)) {
        let suggestion = meant(id.text, known, log);
        let unknown = ReferenceFinding::UnknownGoal { id: id.text.to_owned(), suggestion };
        log.report(id.node.range.clone(), unknown);
    }
    let areas = contract.get("pay").map_or(&[][..], |pay| items(pay, "areas"));
    let goals = goals_of(contract).iter().chain(areas);
    let served = goals.flat_map(|goal| [served_goals(goal), texts(items(goal, "served_by"))]);
    for list in lists.into_iter().chain(served) {
        listed_once(&list, log);
    }
}

/// The goals that a goal contributes to, by name alone or with a weight.
fn served_goals<'v>(goal: &'v Node<'v>) -> Vec<Placed<'v>> {
    let named = items(goal, "contributes_to").iter();
    named.filter_map(|one| placed(one).or_else(|| text(one, "goal"))).collect()
}

fn texts<'v>(list: &'v [Node<'v>]) -> Vec<Placed<'v>> {
    list.iter().filter_map(placed).collect()
}

/// Whatever stands in a list for the second time. It changes no figure, and the other one may be wrong.
fn listed_once(list: &[Placed<'_>], log: &mut Log<'_>) {
    let mut seen = BTreeSet::new();
    for text in list.iter().filter(|text| !seen.insert(text.text)) {
        let fault = ReferenceFinding::ListedTwice { what: text.text.to_owned() };
        log.report(text.node.range.clone(), fault);
    }
}
