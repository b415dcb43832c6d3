//! Changes of a case: recorded, undone, and made again.

use std::rc::Rc;

use crate::app::state::{AllSheets, Case, Pieces, Sheet, SheetId, UndoChange, UndoStep};
use crate::domain::address::FieldId;
use crate::domain::contract::Contract;
use crate::i18n::Lang;

impl Case {
    /// The case after a change of the assessment on the screen, evaluated and recorded. Where `goes_on` says so, it is
    /// one step with the last change of the field.
    pub(super) fn after_change(
        &self,
        field: &FieldId,
        goes_on: bool,
        edit: impl FnOnce(&mut Sheet, &Contract),
    ) -> Option<Self> {
        let sheet = self.sheet()?;
        let contract = &self.contract.contract;
        let before = Pieces::of_field(sheet, field);
        let mut changed = (**sheet).clone();
        edit(&mut changed, contract);
        let after = before.taken_again(&changed);
        if before == after {
            return None;
        }
        before.evaluate_change(&mut changed, contract);
        let mut next = self.clone();
        let change = UndoChange::Pieces { sheet: sheet.id, before, after };
        let step = UndoStep { field: Some(field.clone()), change };
        next.replace_current(changed);
        if goes_on {
            next.history.extend(step);
        } else {
            next.history.record(step);
        }
        next.revision += 1;
        Some(next)
    }

    /// The case after many fields of the assessment on the screen changed, together one step.
    pub(super) fn after_many_edits(&self, lang: Lang, change: impl FnOnce(&mut Sheet)) -> Self {
        self.after_step(lang, |case| case.change_current(change))
    }

    /// The case with one more assessment, which is shown.
    pub(super) fn with_sheet(&self, sheet: Sheet, lang: Lang) -> Self {
        self.with_sheets(lang, |all| {
            all.push(Rc::new(sheet));
            self.next_sheet
        })
    }

    /// The case after assessments were added or removed; `change` says which is shown.
    pub(super) fn with_sheets(
        &self,
        lang: Lang,
        change: impl FnOnce(&mut Vec<Rc<Sheet>>) -> SheetId,
    ) -> Self {
        let mut next = self.after_step(lang, |case| case.current = change(&mut case.sheets));
        next.next_sheet = SheetId(next.next_sheet.0 + 1);
        next
    }

    /// The case after a change, recorded as what all assessments were before and after it.
    fn after_step(&self, lang: Lang, change: impl FnOnce(&mut Self)) -> Self {
        let mut next = self.settled(lang);
        let before = next.all_sheets();
        change(&mut next);
        let after = next.all_sheets();
        next.history.record(UndoStep { field: None, change: UndoChange::Sheets { before, after } });
        next.revision += 1;
        next
    }

    fn all_sheets(&self) -> AllSheets {
        AllSheets { all: self.sheets.clone(), current: self.current }
    }

    /// Puts a changed assessment in the place of the one on the screen, without another copy of its many entries.
    fn replace_current(&mut self, changed: Sheet) {
        if let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.id == self.current) {
            *sheet = Rc::new(changed);
        }
    }

    /// Changes the assessment on the screen in place.
    pub(super) fn change_current(&mut self, change: impl FnOnce(&mut Sheet)) {
        if let Some(sheet) = self.sheets.iter_mut().find(|sheet| sheet.id == self.current) {
            change(Rc::make_mut(sheet));
        }
    }

    /// The case before the last change, and the field that it was made in.
    pub(super) fn after_undo(&self, lang: Lang) -> Option<(Self, Option<FieldId>)> {
        let mut next = self.settled(lang);
        let step = next.history.undo()?;
        match &step.change {
            UndoChange::Pieces { sheet, before, .. } => next.restore_pieces(*sheet, before, lang),
            UndoChange::Sheets { before, .. } => next.restore_sheets(before, lang),
            UndoChange::Contract(_) => return None,
        }
        Some((next, step.field.clone()))
    }

    /// The case with the change that was undone last made again, and the field that it was made in.
    pub(super) fn after_redo(&self, lang: Lang) -> Option<(Self, Option<FieldId>)> {
        let mut next = self.settled(lang);
        let step = next.history.redo()?;
        match &step.change {
            UndoChange::Pieces { sheet, after, .. } => next.restore_pieces(*sheet, after, lang),
            UndoChange::Sheets { after, .. } => next.restore_sheets(after, lang),
            UndoChange::Contract(_) => return None,
        }
        Some((next, step.field.clone()))
    }

    fn restore_pieces(&mut self, sheet: SheetId, pieces: &Pieces, lang: Lang) {
        let contract = Rc::clone(&self.contract.contract);
        self.current = sheet;
        self.change_current(|sheet| {
            pieces.restore(sheet, &contract);
            sheet.tidy(lang);
        });
        self.revision += 1;
    }

    fn restore_sheets(&mut self, sheets: &AllSheets, lang: Lang) {
        self.sheets.clone_from(&sheets.all);
        self.current = sheets.current;
        self.change_current(|sheet| sheet.tidy(lang));
        self.revision += 1;
    }
}
