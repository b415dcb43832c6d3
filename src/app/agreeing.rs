//! The assessment that both sides agree on: begun from two, and put together line by line.

use std::rc::Rc;

use super::field::{FieldId, Scope};
use super::sheet::{Sheet, SheetId, SheetKind};
use super::state::Case;
use crate::domain::assessment::{Event, EventKind};
use crate::domain::compare::{LineId, agreed, is_taken, take};
use crate::domain::date::Date;
use crate::i18n::Lang;
use crate::i18n::text::compare::{begun_from, both_noted};

impl Case {
    /// The case with a draft of what two assessments have in common, which is shown.
    pub(super) fn agreed(&self, of: [SheetId; 2], on: Date, lang: Lang) -> Option<Self> {
        let [first, second] = of.map(|id| self.sheet_with(id));
        let sides = [first?.assessment(), second?.assessment()];
        let by = sides.map(|side| side.by);
        let mut assessment = agreed(sides, |notes| both_noted(by, notes, lang));
        let note = begun_from(sides, lang);
        assessment.events.push(Event { kind: EventKind::Copied, on: Some(on), by: None, note: Some(note) });
        assessment.sha256 = Some(self.contract.fingerprint.canonical().to_owned());
        assessment.contract = self.contract.contract.id.clone();
        let sheet = Sheet::new(self.next_sheet, SheetKind::Real, assessment.into(), &self.contract.contract);
        Some(self.with_sheets(lang, |all| {
            all.push(Rc::new(sheet));
            self.next_sheet
        }))
    }

    /// The case with a line of another assessment in the one on the screen; none where that says so already.
    /// What was being typed into the line gives way.
    pub(super) fn taking(&self, from: SheetId, line: &LineId, lang: Lang) -> Option<Self> {
        let from = self.sheet_with(from)?.assessment();
        if is_taken(self.sheet()?.assessment(), from, line) {
            return None;
        }
        let contract = &self.contract.contract;
        Some(self.with_many(lang, |sheet| {
            take(&mut sheet.file.assessment, from, line);
            Rc::make_mut(&mut sheet.typed).retain(|field, _| line_of(field).as_ref() != Some(line));
            sheet.evaluate(contract);
        }))
    }
}

/// The line of a comparison that a field belongs to; none for the head of the assessment.
fn line_of(field: &FieldId) -> Option<LineId> {
    match field {
        FieldId::Reported(entry, ..) | FieldId::Entry(entry, _) => Some(match entry.scope {
            Scope::Goal => LineId::Goal(entry.goal.clone()),
            Scope::Area => LineId::Area(entry.goal.clone()),
        }),
        FieldId::Overall | FieldId::OverallReason => Some(LineId::Overall),
        FieldId::AsOf | FieldId::By | FieldId::Status => None,
        _ => Some(LineId::Pay),
    }
}
