//! One party's words in another's assessment: they stay that party's until they are confirmed or written anew.

use std::rc::Rc;

use super::{Assessment, Assessor, CopiedReason, Entry, Individual, Notice};
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
        self.individual.pass_reason_on([from, to]);
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

impl Individual {
    /// Marks the reason of the one judgement as it goes from one party to another.
    pub(in crate::domain) fn pass_reason_on(&mut self, [from, to]: [Assessor; 2]) {
        let fresh = CopiedReason { by: from, points: self.overall, level: None };
        self.copied = CopiedReason::passed_on(self.copied.take(), self.reason.is_some(), fresh, to);
    }
}

impl Entry {
    /// Marks the words as those of whoever wrote them, now that they stand in another party's assessment.
    pub fn mark_words(&mut self, from: Assessor, to: Assessor) {
        let writer = self.note_by.or(Some(from)).filter(|by| *by != to);
        self.note_by = writer.filter(|_| self.note.is_some());
        self.reported.pass_reasons_on([from, to]);
    }

    /// The entry without the marks of whose words it has.
    #[must_use]
    pub fn unmarked(mut self) -> Self {
        self.note_by = None;
        unmark_reasons(&mut self.reported);
        self
    }
}

fn unmark_reasons(of: &mut Reported) {
    of.copied = None;
    of.parts.values_mut().for_each(unmark_reasons);
}
