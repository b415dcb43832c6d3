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
    let by = [first.by, second.by];
    common.results = common_entries([&first.results, &second.results], by, &notes);
    let [judged, other] = [&first.individual, &second.individual];
    common.individual.areas = common_entries([&judged.areas, &other.areas], by, &notes);
    if (judged.overall, &judged.reason) == (other.overall, &other.reason) {
        // A reason that one side did not confirm stays the other's.
        take_judgement(&mut common.individual, if judged.copied.is_some() { judged } else { other });
    }
    if first.pay == second.pay {
        common.pay = first.pay.clone();
    }
    common
}

/// Puts a line as one side has it into an assessment; where that side says nothing, nothing stands there. Its words
/// stay that side's.
pub fn take_line(into: &mut Assessment, from: &Assessment, line: &LineId) {
    let parties = [from.by, into.by];
    match line {
        LineId::Entry(id) => {
            let entry = from.entry(id).map(|entry| marked_entry(entry, parties));
            put_entry(into.entries_mut(id.scope), &id.goal, entry);
        }
        LineId::Overall => {
            take_judgement(&mut into.individual, &from.individual);
            into.individual.pass_reason_on(parties);
        }
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

/// An entry with its words marked as those of the side that it comes from.
fn marked_entry(entry: &Rc<Entry>, [from, to]: [Assessor; 2]) -> Rc<Entry> {
    let mut entry = Rc::clone(entry);
    Rc::make_mut(&mut entry).mark_words(from, to);
    entry
}

fn put_entry(entries: &mut Entries, id: &GoalId, entry: Option<Rc<Entry>>) {
    match entry {
        Some(entry) => entries.insert(id.clone(), entry),
        None => entries.remove(id),
    };
}

fn take_judgement(into: &mut Individual, from: &Individual) {
    into.overall = from.overall;
    into.reason.clone_from(&from.reason);
    into.copied.clone_from(&from.copied);
}

fn common_entries(
    [first, second]: [&Entries; 2],
    by: [Assessor; 2],
    notes: &impl Fn([&str; 2]) -> String,
) -> Entries {
    let ids = set_of(first.keys().chain(second.keys()));
    let common = ids.into_iter().filter_map(|id| {
        let entries = [first.get(id), second.get(id)];
        let entry = joined_entry(entries, by, notes).filter(|_| !says_else(entries))?;
        Some((id.clone(), entry))
    });
    map_of(common)
}

/// The first's entry, or else the second's, with what both note. What one of them alone notes stays its own, and so
/// does a reason that the other one did not confirm.
fn joined_entry(
    entries: [Option<&Rc<Entry>>; 2],
    by: [Assessor; 2],
    notes: &impl Fn([&str; 2]) -> String,
) -> Option<Rc<Entry>> {
    let [Some(first), Some(second)] = entries else {
        let one = entries.into_iter().zip(by).find_map(|(entry, by)| Some((entry?, by)));
        return one.map(|(entry, by)| marked_entry(entry, [by, Assessor::Agreed]));
    };
    let has_note = |entry: &&Rc<Entry>| entry.note.is_some();
    let alone = [first, second].into_iter().zip(by).find(|(entry, _)| has_note(entry));
    let (note, note_by) = match (&first.note, &second.note) {
        (Some(one), Some(other)) if one != other => (Some(notes([one, other])), None),
        (Some(note), Some(_)) => (Some(note.clone()), first.note_by.or(second.note_by)),
        _ => alone.map_or((None, None), |(entry, by)| (entry.note.clone(), entry.note_by.or(Some(by)))),
    };
    // Both say the same of what was reached; the marks are those of the side that has some.
    let unmarked = first.reported == Entry::clone(first).unmarked().reported;
    let reported = if unmarked { &second.reported } else { &first.reported };
    Some(Rc::new(Entry { note, note_by, reported: reported.clone(), ..Entry::clone(first) }))
}
