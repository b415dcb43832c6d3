//! One party's words in another's assessment: they stay that party's until they are confirmed or written anew.

use std::rc::Rc;

use super::{Assessment, Assessor, CopiedReason, Entry, Notice};
use crate::domain::address::{EntryField, FieldId, ReportedField};
use crate::domain::reported::Reported;

impl Assessment {
    /// Goes on as another party's. Reasons and notes stay those of whoever wrote them, and what the department was
    /// told stays with whoever told it.
    pub fn hand_over(&mut self, to: Assessor) {
        let from = std::mem::replace(&mut self.by, to);
        if from == to {
            return;
        }
        for entry in self.results.values_mut().chain(self.individual.areas.values_mut()) {
            let entry = Rc::make_mut(entry);
            entry.notice = Notice::default();
            entry.mark_words(from, to);
        }
        self.results.retain(|_, entry| **entry != Entry::default());
        let individual = &mut self.individual;
        let points = individual.overall;
        individual.copied = CopiedReason::passed_on(
            individual.copied.take(),
            individual.reason.is_some(),
            points,
            [from, to],
        );
    }

    /// Whose words stand in a field, where they are another party's and not confirmed.
    pub fn words_of_other(&self, field: &FieldId) -> Option<Assessor> {
        match field {
            FieldId::Reported(entry, path, ReportedField::Reason) => {
                let reported = self.entry(entry)?.reported.of_part(path)?;
                reported.copied.as_deref().map(|copied| copied.by)
            }
            FieldId::Entry(entry, EntryField::Note) => self.entry(entry)?.note_by,
            FieldId::OverallReason => self.individual.copied.as_deref().map(|copied| copied.by),
            _ => None,
        }
    }
}

impl Entry {
    /// Marks the words as those of whoever wrote them, now that they stand in another party's assessment.
    pub fn mark_words(&mut self, from: Assessor, to: Assessor) {
        let writer = self.note_by.or(Some(from)).filter(|by| *by != to);
        self.note_by = writer.filter(|_| self.note.is_some());
        mark_reasons(&mut self.reported, [from, to]);
    }

    /// The entry without the marks of whose words it has.
    #[must_use]
    pub fn unmarked(mut self) -> Self {
        self.note_by = None;
        unmark_reasons(&mut self.reported);
        self
    }
}

fn mark_reasons(of: &mut Reported, parties: [Assessor; 2]) {
    of.copied = CopiedReason::passed_on(of.copied.take(), of.reason.is_some(), of.points, parties);
    for part in of.parts.values_mut() {
        mark_reasons(part, parties);
    }
}

fn unmark_reasons(of: &mut Reported) {
    of.copied = None;
    of.parts.values_mut().for_each(unmark_reasons);
}
