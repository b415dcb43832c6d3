//! Where a finding stands, beyond its line and column: its end, its subject, and a name that outlives edits elsewhere
//! in the file.

use super::json::{Locator, Node, Value};
use super::subject::{Subject, within};
use crate::domain::address::{FieldId, Scope};
use crate::findings::{Diagnostic, PathStep};

/// Keys that tell the members of a list apart, the surest first.
const NAMES: &[&str] = &["id", "goal", "period", "at", "source", "title"];

/// A finding with what programs want to know of it beyond its line.
#[derive(Debug)]
pub struct Located<'f> {
    /// The finding.
    pub found: &'f Diagnostic,
    /// The line and the column just after what it speaks of, counted from 1.
    pub end: (usize, usize),
    /// The contract that it stands in or that its assessment names.
    pub contract: String,
    /// The goal that it is about.
    pub goal: Option<String>,
    /// The individual area that it is about.
    pub area: Option<String>,
    /// Its path by names that outlive edits elsewhere in the file: `/goals/[goal-2]/weight`.
    pub lasting: String,
}

impl<'f> Located<'f> {
    /// A finding in the text of this locator.
    pub fn new(found: &'f Diagnostic, locator: &Locator<'_>) -> Self {
        let steps = found.path.steps();
        let above = steps.len() - within(&found.path).len();
        let root = locator.root();
        // The contract or the assessment that the path leads into.
        let document = root.and_then(|root| steps.iter().take(above).try_fold(root, Node::step));
        Self {
            found,
            end: end(found, locator.text()),
            contract: document.and_then(contract).unwrap_or_default().to_owned(),
            goal: document.and_then(|document| goal(document, found)),
            area: document.and_then(|document| area(document, found)),
            lasting: lasting(root, steps),
        }
    }
}

/// The line and the column just after what a finding speaks of, in characters and counted from 1.
fn end(found: &Diagnostic, text: &str) -> (usize, usize) {
    let text = text.get(found.range.clone()).unwrap_or_default();
    let Some((before, last)) = text.rsplit_once('\n') else {
        return (found.line, found.column + text.chars().count());
    };
    let breaks = before.matches('\n').count() + 1;
    (found.line + breaks, last.chars().count() + 1)
}

/// The identifier of a contract, or of the one that an assessment names.
fn contract<'n>(document: &'n Node<'_>) -> Option<&'n str> {
    document.get("id").or_else(|| document.get("contract")?.get("id"))?.as_text()
}

fn goal(document: &Node<'_>, found: &Diagnostic) -> Option<String> {
    match Subject::at_path(&found.path) {
        Subject::Goal(place) => named(document.get("goals")?, place, "id"),
        Subject::Risk(place) => named(document.get("risk")?.get("entries")?, place, "goal"),
        Subject::Trend(place) => named(document.get("trends")?, place, "goal"),
        Subject::Field(field) => entered(&field, Scope::Goal),
        _ => None,
    }
}

fn area(document: &Node<'_>, found: &Diagnostic) -> Option<String> {
    match Subject::at_path(&found.path) {
        Subject::Area(place) => named(document.get("pay")?.get("areas")?, place, "id"),
        Subject::Field(field) => entered(&field, Scope::Area),
        _ => None,
    }
}

/// The identifier of the goal or area whose entry the field belongs to.
fn entered(field: &FieldId, scope: Scope) -> Option<String> {
    field.entry().filter(|entry| entry.scope == scope).map(|entry| entry.goal.to_string())
}

fn named(list: &Node<'_>, place: usize, key: &str) -> Option<String> {
    Some(list.items().get(place)?.get(key)?.as_text()?.to_owned())
}

/// The path with the names of list members in place of their numbers. A goal that moves within the list, or another
/// that is added before it, changes nothing.
fn lasting(root: Option<&Node<'_>>, steps: &[PathStep]) -> String {
    let mut here = root;
    let names = steps.iter().map(|step| {
        here = here.and_then(|here| here.step(step));
        match step {
            PathStep::Key(key) => format!("/{key}"),
            PathStep::Index(place) => match here.and_then(own_name) {
                Some(own) => format!("/[{own}]"),
                None => format!("/{place}"),
            },
        }
    });
    names.collect::<Vec<_>>().concat()
}

/// What tells a member of a list from the others.
fn own_name<'n>(member: &'n Node<'_>) -> Option<&'n str> {
    member.as_text().or_else(|| {
        NAMES.iter().find_map(|key| match &member.get(key)?.value {
            Value::Text(text) => Some(&**text),
            Value::Number(number) => Some(number),
            _ => None,
        })
    })
}
