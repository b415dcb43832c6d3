//! The assessments of a case: shown, added, copied, removed; and changes taken back.

use std::rc::Rc;

use super::field::FieldId;
use super::history::{Change, Sheets, Step};
use super::open;
use super::pieces::Pieces;
use super::sheet::{Sheet, SheetId, SheetKind};
use super::state::Case;
use crate::domain::assessment::Assessment;
use crate::domain::date::Date;
use crate::format::{AssessmentFile, ContractFile};
use crate::i18n::Lang;

/// An empty assessment of a contract, as of a day.
pub(super) fn blank(contract: &ContractFile, as_of: Date) -> AssessmentFile {
    let mut assessment = Assessment::new(contract.contract.id.clone());
    assessment.sha256 = Some(contract.fingerprint.canonical().to_owned());
    assessment.as_of = Some(as_of);
    assessment.into()
}

impl Case {
    /// The case with another assessment on the screen.
    pub(super) fn showing(&self, id: SheetId, lang: Lang) -> Option<Self> {
        if id == self.current || self.sheet_with(id).is_none() {
            return None;
        }
        let mut next = self.left(lang).unwrap_or_else(|| self.clone());
        next.current = id;
        next.change_current(|sheet| sheet.tidy(lang));
        Some(next)
    }

    /// The case with one more assessment, which is shown.
    fn with_sheet(&self, kind: SheetKind, file: AssessmentFile, lang: Lang) -> Self {
        let sheet = Sheet::new(self.next_sheet, kind, file, &self.contract.contract);
        self.with_sheets(lang, |all| {
            all.push(Rc::new(sheet));
            self.next_sheet
        })
    }

    /// The case with one more, empty assessment, which is shown. It describes the day, or the last day that the
    /// contract binds where that has passed.
    pub(super) fn with_blank(&self, as_of: Date, lang: Lang) -> Self {
        let as_of = open::as_of(&self.contract.contract, as_of);
        self.with_sheet(SheetKind::Real, blank(&self.contract, as_of), lang)
    }

    /// The case with an assessment from a file. It takes the place of the empty one that a contract is opened
    /// with, as long as nothing was entered there.
    pub(super) fn with_file(&self, file: AssessmentFile, lang: Lang) -> Self {
        let sheet = Sheet::new(self.next_sheet, SheetKind::Real, file, &self.contract.contract);
        let untouched = self.revision == 0 && self.opened_blank;
        self.with_sheets(lang, |all| {
            if untouched {
                all.clear();
            }
            all.push(Rc::new(sheet));
            self.next_sheet
        })
    }

    /// The case with a copy of an assessment, texts that are typed included, which is shown.
    pub(super) fn with_copy(&self, of: SheetId, kind: SheetKind, lang: Lang) -> Option<Self> {
        let mut copy = (**self.sheet_with(of)?).clone();
        if kind == SheetKind::Real {
            copy.of = None;
        } else if copy.kind == SheetKind::Real {
            copy.of = Some(of);
        }
        (copy.id, copy.kind) = (self.next_sheet, kind);
        // What happened to the one did not happen to the other, which is open to changes.
        copy.file.assessment.events.clear();
        copy.tidy(lang);
        Some(self.with_sheets(lang, |all| {
            all.push(Rc::new(copy));
            self.next_sheet
        }))
    }

    /// The case without an assessment. One that is locked stays, and so does the last one of the file.
    pub(super) fn without_sheet(&self, id: SheetId, lang: Lang) -> Option<Self> {
        if self.sheet_with(id)?.assessment().is_locked() {
            return None;
        }
        let remains = self.sheets.iter().rfind(|sheet| sheet.id != id && sheet.kind == SheetKind::Real)?.id;
        let current = if self.current == id { remains } else { self.current };
        Some(self.with_sheets(lang, |all| {
            all.retain(|sheet| sheet.id != id);
            current
        }))
    }

    pub(super) fn with_sheets(
        &self,
        lang: Lang,
        change: impl FnOnce(&mut Vec<Rc<Sheet>>) -> SheetId,
    ) -> Self {
        let mut next = self.recorded(lang, |case| case.current = change(&mut case.sheets));
        next.next_sheet = SheetId(next.next_sheet.0 + 1);
        next
    }

    /// The case after a change of many fields of the assessment on the screen, together one step.
    pub(super) fn with_many(&self, lang: Lang, change: impl FnOnce(&mut Sheet)) -> Self {
        self.recorded(lang, |case| case.change_current(change))
    }

    /// The case after a change, recorded as what all assessments were before and after it.
    fn recorded(&self, lang: Lang, change: impl FnOnce(&mut Self)) -> Self {
        let mut next = self.left(lang).unwrap_or_else(|| self.clone());
        let before = next.list();
        change(&mut next);
        let after = next.list();
        next.history.record(Step { field: None, change: Change::Sheets { before, after } });
        next.revision += 1;
        next
    }

    fn list(&self) -> Sheets {
        Sheets { all: self.sheets.clone(), current: self.current }
    }

    /// The case before the last change, and the field that it was made in.
    pub(super) fn undone(&self, lang: Lang) -> Option<(Self, Option<FieldId>)> {
        let mut next = self.left(lang).unwrap_or_else(|| self.clone());
        let step = next.history.undo()?;
        match &step.change {
            Change::Pieces { sheet, before, .. } => next.restore(*sheet, before, lang),
            Change::Sheets { before, .. } => next.put_back(before, lang),
        }
        Some((next, step.field.clone()))
    }

    /// The case with the change that was undone last made again, and the field that it was made in.
    pub(super) fn redone(&self, lang: Lang) -> Option<(Self, Option<FieldId>)> {
        let mut next = self.left(lang).unwrap_or_else(|| self.clone());
        let step = next.history.redo()?;
        match &step.change {
            Change::Pieces { sheet, after, .. } => next.restore(*sheet, after, lang),
            Change::Sheets { after, .. } => next.put_back(after, lang),
        }
        Some((next, step.field.clone()))
    }

    fn restore(&mut self, sheet: SheetId, pieces: &Pieces, lang: Lang) {
        let contract = Rc::clone(&self.contract.contract);
        self.current = sheet;
        self.change_current(|sheet| {
            pieces.restore(sheet, &contract);
            sheet.tidy(lang);
        });
        self.revision += 1;
    }

    fn put_back(&mut self, list: &Sheets, lang: Lang) {
        self.sheets.clone_from(&list.all);
        self.current = list.current;
        self.change_current(|sheet| sheet.tidy(lang));
        self.revision += 1;
    }

    /// The case after the page's language changed: values are shown in it at once, and texts that wait for
    /// others are written anew.
    pub(super) fn translated(&self, from: Lang, to: Lang) -> Self {
        let mut next = self.left(from).unwrap_or_else(|| self.clone());
        for sheet in &mut next.sheets {
            Rc::make_mut(sheet).tidy(to);
        }
        next
    }
}
