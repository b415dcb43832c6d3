//! Where a finding stands, beyond its line and column: where it ends, what it is about, and a name for it
//! that outlives edits elsewhere in the file.

use resultatkontrakt::findings::Diagnostic;
use resultatkontrakt::findings::{PathStep, Subject, within};
use resultatkontrakt::format::findings::Located;
use serde_json::Value;

use super::files::Checked;

/// Keys that tell the members of a list apart, the surest first.
const NAMES: &[&str] = &["id", "goal", "period", "at", "source", "title"];

/// A finding with its place in the file.
pub(super) fn locate<'f>(file: &'f Checked, found: &'f Diagnostic) -> Located<'f> {
    Located {
        found,
        end: end(file, found),
        contract: contract_id(file, found).unwrap_or_default(),
        goal: goal(file, found),
        area: area(file, found),
        lasting: lasting(file, found),
    }
}

/// The line and the column just after what a finding speaks of, in characters and counted from 1.
fn end(file: &Checked, found: &Diagnostic) -> (usize, usize) {
    let text = file.text.get(found.range.clone()).unwrap_or_default();
    let Some((before, last)) = text.rsplit_once('\n') else {
        return (found.line, found.column + text.chars().count());
    };
    let breaks = before.matches('\n').count() + 1;
    (found.line + breaks, last.chars().count() + 1)
}

/// The identifier of the contract that a finding's path leads into.
fn contract_id<'f>(file: &'f Checked, found: &Diagnostic) -> Option<&'f str> {
    let root = root(file, found);
    let id = root.get("id").or_else(|| root.get("contract")?.get("id"));
    id.and_then(Value::as_str)
}

/// The identifier of the goal that a finding is about.
fn goal(file: &Checked, found: &Diagnostic) -> Option<String> {
    let root = root(file, found);
    let named = |list: &Value, place: usize, key: &str| Some(list.get(place)?.get(key)?.as_str()?.to_owned());
    match Subject::of(&found.path) {
        Subject::Goal(place) => named(root.get("goals")?, place, "id"),
        Subject::Risk(place) => named(root.get("risk")?.get("entries")?, place, "goal"),
        Subject::Trend(place) => named(root.get("trends")?, place, "goal"),
        Subject::Entry(goal) => Some(goal),
        _ => None,
    }
}

/// The identifier of the individual area that a finding is about.
fn area(file: &Checked, found: &Diagnostic) -> Option<String> {
    match Subject::of(&found.path) {
        Subject::Area(place) => {
            let areas = root(file, found).get("pay")?.get("areas")?;
            Some(areas.get(place)?.get("id")?.as_str()?.to_owned())
        }
        Subject::AreaEntry(area) => Some(area),
        _ => None,
    }
}

/// The path with the names of list members in place of their numbers: `/goals/[goal-2]/weight`. A goal that
/// moves within the list, or another that is added before it, changes nothing.
fn lasting(file: &Checked, found: &Diagnostic) -> String {
    let mut here = &file.tree;
    let names = found.path.steps().iter().map(|step| {
        here = step_into(here, step);
        match step {
            PathStep::Key(key) => format!("/{key}"),
            PathStep::Index(place) => match own_name(here) {
                Some(own) => format!("/[{own}]"),
                None => format!("/{place}"),
            },
        }
    });
    names.collect::<Vec<_>>().concat()
}

/// What tells a member of a list from the others.
fn own_name(member: &Value) -> Option<String> {
    match member {
        Value::String(text) => Some(text.clone()),
        member => NAMES.iter().find_map(|key| match member.get(key)? {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(number.to_string()),
            _ => None,
        }),
    }
}

/// The contract or the assessment that a finding's path leads into.
fn root<'f>(file: &'f Checked, found: &Diagnostic) -> &'f Value {
    let steps = found.path.steps();
    let above = steps.len() - within(&found.path).len();
    steps.iter().take(above).fold(&file.tree, step_into)
}

fn step_into<'v>(value: &'v Value, step: &PathStep) -> &'v Value {
    let next = match step {
        PathStep::Key(key) => value.get(key.as_ref()),
        PathStep::Index(place) => value.get(place),
    };
    next.unwrap_or(&Value::Null)
}
