//! The assessment that both sides agree on: what they have in common at first, then one side's line or the
//! other's.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::says_else;
use crate::domain::address::LineId;
use crate::domain::assessment::{Assessment, Assessor, Entry, Individual, PayInputs, Status};
use crate::domain::contract::GoalId;
use crate::small::{map_of, set_of};

type Entries = BTreeMap<GoalId, Rc<Entry>>;

/// What two assessments have in common, as a draft by both as of the later day. What they differ in is left
/// out, so that it stays open until one side's line is taken. `notes` puts two notes on one line together.
pub fn agreed(sides: [&Assessment; 2], notes: impl Fn([&str; 2]) -> String) -> Assessment {
    let [first, second] = sides;
    let mut common = Assessment::new(first.contract.clone());
    (common.by, common.status) = (Assessor::Agreed, Status::Draft);
    common.as_of = first.as_of.max(second.as_of);
    common.results = common_entries([&first.results, &second.results], &notes);
    let [judged, other] = [&first.individual, &second.individual];
    common.individual.areas = common_entries([&judged.areas, &other.areas], &notes);
    if (judged.overall, &judged.reason) == (other.overall, &other.reason) {
        take_judgement(&mut common.individual, judged);
    }
    if first.pay == second.pay {
        common.pay = first.pay.clone();
    }
    common
}

/// Puts a line as one side has it into an assessment; where that side says nothing, nothing stands there.
pub fn take_line(into: &mut Assessment, from: &Assessment, line: &LineId) {
    match line {
        LineId::Entry(id) => put_entry(into.entries_mut(id.scope), &id.goal, from.entry(id)),
        LineId::Overall => take_judgement(&mut into.individual, &from.individual),
        LineId::Pay => into.pay = from.pay.clone(),
    }
}

/// Whether a line says the same as one side's, but for notes and evidence.
pub fn is_line_taken(into: &Assessment, from: &Assessment, line: &LineId) -> bool {
    match line {
        LineId::Entry(id) => !says_else([into.entry(id), from.entry(id)]),
        LineId::Overall => {
            let said = |of: &Individual| (of.overall, of.reason.clone());
            said(&into.individual) == said(&from.individual)
        }
        LineId::Pay => into.pay == from.pay,
    }
}

/// Whether an assessment says anything on a line that counts.
pub fn says_something(assessment: &Assessment, line: &LineId) -> bool {
    match line {
        LineId::Entry(id) => says_else([assessment.entry(id), None]),
        LineId::Overall => assessment.individual.overall.is_some() || assessment.individual.reason.is_some(),
        LineId::Pay => assessment.pay != PayInputs::default(),
    }
}

fn put_entry(entries: &mut Entries, id: &GoalId, entry: Option<&Rc<Entry>>) {
    match entry {
        Some(entry) => entries.insert(id.clone(), Rc::clone(entry)),
        None => entries.remove(id),
    };
}

fn take_judgement(into: &mut Individual, from: &Individual) {
    into.overall = from.overall;
    into.reason.clone_from(&from.reason);
}

fn common_entries([first, second]: [&Entries; 2], notes: &impl Fn([&str; 2]) -> String) -> Entries {
    let ids = set_of(first.keys().chain(second.keys()));
    let common = ids.into_iter().filter_map(|id| {
        let entries = [first.get(id), second.get(id)];
        let entry = joined_entry(entries, notes).filter(|_| !says_else(entries))?;
        Some((id.clone(), entry))
    });
    map_of(common)
}

/// The first's entry, or else the second's, with what both note.
fn joined_entry(
    [first, second]: [Option<&Rc<Entry>>; 2],
    notes: &impl Fn([&str; 2]) -> String,
) -> Option<Rc<Entry>> {
    let (Some(entry), Some(other)) = (first, second) else {
        return first.or(second).cloned();
    };
    let note = match (&entry.note, &other.note) {
        (Some(first), Some(second)) if first != second => notes([first, second]),
        (None, Some(second)) => second.clone(),
        _ => return Some(Rc::clone(entry)),
    };
    Some(Rc::new(Entry { note: Some(note), ..Entry::clone(entry) }))
}
