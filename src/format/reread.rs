//! Reads a contract after its text was changed. Where the change is within one goal, or around the list of goals, the rest
//! is taken over as it was read before.
//!
//! What comes of it is what reading the whole text gives ([`read_written`]): where that cannot be known from the part, the
//! whole is read.

use std::collections::BTreeSet;
use std::rc::Rc;

use super::case::contract_file;
use super::contract::{self, ALL_REMARKS};
use super::file::ContractFile;
use super::json::{Locator, Node, Splice, parse};
use super::limits::MAX_VALUES;
use super::log::{LISTED, Log, Remarks, duplicate_keys};
use super::places::Places;
use crate::domain::contract::{Contract, Target};
use crate::findings::{Code, Diagnostic, IdKind, JsonPath, RuleFault, Severity, SyntaxFault};
use crate::pace::{at_once, no_pause};

/// A contract with the places of its goals, or what refuses the change.
type Part = Result<(Contract, Places), Vec<Code>>;

/// Reads a contract from a text, with its findings; else what refuses it. `with_remarks` also looks for what cannot refuse it,
/// which takes its time in a large one.
pub fn read_written(text: &str, with_remarks: bool) -> Result<(ContractFile, Vec<Diagnostic>), Rc<[Code]>> {
    let Ok(root) = parse(text) else { return Err(Rc::default()) };
    let locator = Locator::with_root(text, root);
    let mut log = Log::new(&locator, if with_remarks { ALL_REMARKS } else { Remarks::NONE });
    let Some(root) = locator.root() else { return Err(Rc::default()) };
    let file = at_once(async {
        duplicate_keys(root, &mut log, &mut no_pause).await;
        contract_file(root, text, &JsonPath::root(), &mut log, &mut no_pause).await
    });
    let file = file.filter(|_| !log.has_errors());
    let found = log.diagnostics();
    match file {
        Some(file) => Ok((file, found)),
        None => Err(errors(found).collect()),
    }
}

/// Reads a contract after a change of its text; else what refuses the change.
pub fn read_after(file: &ContractFile, change: &Splice) -> Result<ContractFile, Rc<[Code]>> {
    let Some(text) = change.applied_to(&file.source) else { return Err(Rc::default()) };
    match part(file, change) {
        Some(Ok((contract, places))) => {
            Ok(ContractFile::of_text(Rc::new(contract), text.into()).with_places(places))
        }
        Some(Err(found)) => Err(found.into()),
        None => read_written(&text, false).map(|(file, _)| file),
    }
}

fn errors(found: Vec<Diagnostic>) -> impl Iterator<Item = Code> {
    found.into_iter().filter(|one| one.severity == Severity::Error).map(|one| one.code)
}

/// Reads what was changed; none where the whole has to be read.
fn part(file: &ContractFile, change: &Splice) -> Option<Part> {
    let (places, contract) = (file.places(), &*file.contract);
    if contract.locked.is_some() || places.goals.len() != contract.goals.len() {
        return None;
    }
    match places.goal_around(change) {
        Some(index) => goal_anew(file, index, change),
        None => head_anew(file, change),
    }
}

/// Reads a goal within which something was changed. Its identifier stays, so that no other goal is touched.
fn goal_anew(file: &ContractFile, index: usize, change: &Splice) -> Option<Part> {
    let (places, contract) = (file.places(), &*file.contract);
    let (place, standing) = (places.goals.get(index)?, contract.goals.get(index)?);
    let old = file.source.get(place.clone())?;
    let new = Splice { at: change.at - place.start, ..change.clone() }.applied_to(old)?;
    // As deep as in the contract.
    let alone = ["{\"goals\":[", &new, "]}"].concat();
    let locator = Locator::with_root(&alone, parse(&alone).ok()?);
    let root = locator.root()?;
    let [goal] = root.get("goals")?.items() else { return None };
    let is_whole = root.members().len() == 1 && goal.source(&alone) == new;
    if !is_whole || goal.get("id").and_then(Node::as_text) != Some(standing.id.as_str()) {
        return None;
    }
    let mut log = Log::new(&locator, Remarks::NONE);
    at_once(duplicate_keys(goal, &mut log, &mut no_pause));
    let read = contract::with_goal(contract, index, goal, &mut log);
    let is_rated = |contract: &Contract| {
        contract.goals.get(index).is_some_and(|goal| matches!(goal.target, Target::Rated(_)))
    };
    if contract::is_taken_for_rated(contract, &standing.id) && !read.as_ref().is_some_and(is_rated) {
        return None;
    }
    let after = places.after(change, values(places, old, &new)?);
    match refusing(log)? {
        found if found.is_empty() => Some(Ok((read?, after))),
        found => Some(Err(found)),
    }
}

/// Reads what stands around the goals, where something was changed there that none of them is held against.
fn head_anew(file: &ContractFile, change: &Splice) -> Option<Part> {
    let (places, contract, head) = (file.places(), &*file.contract, file.headed()?);
    let is_behind = change.at >= head.list.end;
    if !is_behind && change.at + change.old.len() > head.list.start {
        return None;
    }
    let at = if is_behind { change.at - head.list.end + head.empty.end } else { change.at };
    let text = Splice { at, ..change.clone() }.applied_to(&head.text)?;
    let after = places.after(change, values(places, &head.text, &text)?);
    let start = after.list.as_ref()?.start;
    if Places::of(&text).list != Some(start..start + head.empty.len()) {
        return None;
    }
    let locator = Locator::with_root(&text, parse(&text).ok()?);
    let root = locator.root()?;
    if !has_what_goals_name(root, contract) {
        return None;
    }
    let mut log = Log::new(&locator, Remarks::NONE);
    at_once(duplicate_keys(root, &mut log, &mut no_pause));
    let read = at_once(contract::contract(root, &mut log, &mut no_pause));
    let mut found = refusing(log)?;
    found.retain(|code| unknown_goal(code).is_none_or(|id| contract.goal(id).is_none()));
    if found.iter().any(|code| unknown_goal(code).is_some()) {
        return None;
    }
    if found.is_empty() {
        return Some(Ok((contract::with_goals_of(read?, contract)?, after)));
    }
    // What refuses it may hide what else the goals would be held against.
    let old = parse(&head.text).ok()?;
    let is_same = |key: &str| {
        root.get(key).map(|node| node.source(&text)) == old.get(key).map(|node| node.source(&head.text))
    };
    (is_same("points") && is_same("scales") && !has_conditions(root)).then_some(Err(found))
}

/// How many values the text has after a part of it became another; none where that is more than are read.
fn values(places: &Places, old: &str, new: &str) -> Option<usize> {
    let values = places.values + Places::of(new).values - Places::of(old).values;
    (values <= MAX_VALUES).then_some(values)
}

/// What refuses a part; none where it reads otherwise in the whole, or is not all.
fn refusing(log: Log<'_>) -> Option<Vec<Code>> {
    let found: Vec<Code> = errors(log.diagnostics()).collect();
    let names_line = |code: &Code| {
        matches!(
            code,
            Code::Syntax(SyntaxFault::DuplicateKey { .. }) | Code::Rule(RuleFault::DuplicateId { .. })
        )
    };
    (found.len() < LISTED && !found.iter().any(names_line)).then_some(found)
}

/// The goal that a finding says is not there.
fn unknown_goal(code: &Code) -> Option<&str> {
    match code {
        Code::Rule(RuleFault::UnknownReference { kind: IdKind::Goal, id, .. }) => Some(id),
        _ => None,
    }
}

/// Whether the groups of the contract are still there, and no area took the identifier of a goal.
fn has_what_goals_name(head: &Node<'_>, contract: &Contract) -> bool {
    let ids = |list: Option<&Node<'_>>| -> BTreeSet<String> {
        let items = list.map(Node::items).unwrap_or_default().iter();
        items.filter_map(|item| Some(item.get("id")?.as_text()?.to_owned())).collect()
    };
    let groups = ids(head.get("groups"));
    let areas = ids(head.get("pay").and_then(|pay| pay.get("areas")));
    contract.groups.iter().all(|group| groups.contains(group.id.as_str()))
        && areas.iter().all(|id| contract.area(id).is_some() || contract.goal(id).is_none())
}

/// Whether something depends on what certain goals reach.
fn has_conditions(head: &Node<'_>) -> bool {
    let stages = head.get("pay").and_then(|pay| pay.get("stages")).map(Node::items).unwrap_or_default();
    let lowest = head.get("points").and_then(|points| points.get("lowest_when"));
    lowest.is_some() || stages.iter().any(|stage| stage.get("when").is_some())
}
