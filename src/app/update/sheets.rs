//! The assessments of a case: shown, added, begun from others, removed; and what is recorded of them.

use std::rc::Rc;

use super::action::SheetAction;
use crate::app::state::{
    Case, Message, Sheet, SheetId, SheetKind, State, blank_assessment, change_entry, described_day,
};
use crate::domain::address::{FieldId, LineId};
use crate::domain::assessment::{Assessor, Event, EventKind, Status, Struck};
use crate::domain::compare::{agreed, is_line_taken, take_line};
use crate::domain::date::Date;
use crate::domain::required::Need;
use crate::domain::years::Years;
use crate::format::{AssessmentFile, MAX_ASSESSMENTS};
use crate::i18n::Lang;
use crate::i18n::text::results::assessor;

impl State {
    /// The state after something happened to the assessments of the case.
    pub(super) fn after_sheet_action(&self, action: SheetAction) -> Option<Self> {
        let lang = self.lang;
        let adds = matches!(
            action,
            SheetAction::AddBlank { .. }
                | SheetAction::Copy { .. }
                | SheetAction::StartFrom { .. }
                | SheetAction::Agree { .. }
        );
        if adds && self.case.as_ref().is_some_and(|case| case.is_full()) {
            return Some(self.with_message(Message::TooManyAssessments));
        }
        match action {
            SheetAction::Select(id) => self.change_case(|case| case.with_selected(id, lang)),
            SheetAction::AddBlank { as_of } => {
                self.change_case(|case| Some(case.with_blank(as_of, self.party, lang)))
            }
            SheetAction::Copy { of, kind } => self.change_case(|case| case.with_copy(of, kind, lang)),
            SheetAction::StartFrom { of, by, on } => self.after_beginning(of, by, on),
            SheetAction::Agree { of, on } => self.change_case(|case| case.with_agreed(of, on, lang)),
            SheetAction::Remove(id) => self.after_removal(id),
            SheetAction::Record(event) => self.after_event(event),
            SheetAction::StrikeEvent { place, on } => {
                self.change_case(|case| case.with_struck_event(place, on, lang))
            }
            SheetAction::EditOther => {
                let (case, sheet) = (self.case.as_ref()?, self.sheet()?);
                let by = sheet.assessment().by;
                case.is_of_other(sheet).then(|| self.with_case((**case).clone().editable_by(by)))
            }
        }
    }

    /// The state without an assessment, which is said with the way back; of a trial, which is in no file, nothing is said.
    fn after_removal(&self, id: SheetId) -> Option<Self> {
        let case = self.case.as_ref()?;
        let removed = case.sheet_with(id)?;
        let next = case.without_sheet(id, self.lang)?;
        let title = self.lang.words().assessment_title(removed.assessment()).into();
        let message = Message::SheetRemoved { title, revision: next.revision };
        let is_real = removed.kind == SheetKind::Real;
        let next = self.with_case(next);
        Some(if is_real { next.with_message(message) } else { next })
    }

    /// The state with an assessment that begins as a copy of another one, for the party that goes on.
    fn after_beginning(&self, of: SheetId, by: Assessor, on: Date) -> Option<Self> {
        let from = self.case.as_ref()?.sheet_with(of)?;
        let from = self.lang.words().assessment_title(from.assessment()).into();
        let next = self.change_case(|case| case.with_successor(of, by, on, self.lang))?;
        Some(next.of_party(by).with_message(Message::Begun { from }))
    }

    /// The state with one more event of the assessment on the screen. Locking and unlocking are announced.
    fn after_event(&self, event: Event) -> Option<Self> {
        let kind = event.kind;
        let case = self.case.as_ref()?.with_event(event, self.lang)?;
        let next = self.with_case(case);
        Some(match kind {
            EventKind::Locked => next.with_message(Message::NowLocked),
            EventKind::Unlocked => next.with_message(Message::NowUnlocked),
            _ => next,
        })
    }
}

impl Case {
    /// Whether it has as many assessments as a file may hold, those that are tried out included.
    pub(super) fn is_full(&self) -> bool {
        self.sheets.len() >= MAX_ASSESSMENTS
    }

    /// The case with another assessment on the screen.
    pub(super) fn with_selected(&self, id: SheetId, lang: Lang) -> Option<Self> {
        if id == self.current || self.sheet_with(id).is_none() {
            return None;
        }
        let mut next = self.settled(lang);
        next.current = id;
        next.change_current(|sheet| sheet.tidy(lang));
        Some(next)
    }

    /// The case with one more, empty assessment. It describes the day, or the last day that the contract binds where
    /// that has passed.
    fn with_blank(&self, as_of: Date, person: Option<Assessor>, lang: Lang) -> Self {
        let as_of = described_day(&self.contract.contract, as_of);
        let mut file = blank_assessment(&self.contract, as_of);
        let by = person.or(self.own.first().copied()).unwrap_or_default();
        file.assessment.by = by;
        self.with_sheet(self.new_sheet(file), lang).editable_by(by)
    }

    /// The case with an assessment from a file. It takes the place of the empty one that a contract is opened with, as
    /// long as nothing was entered there.
    pub(super) fn with_assessment(&self, file: AssessmentFile, lang: Lang) -> Self {
        let mut sheet = self.new_sheet(file);
        sheet.restore_unread(&self.contract.contract, lang);
        let untouched = !self.history.can_undo() && self.opened_blank;
        self.with_sheets(lang, |all| {
            if untouched {
                all.clear();
            }
            all.push(Rc::new(sheet));
            self.next_sheet
        })
    }

    fn new_sheet(&self, file: AssessmentFile) -> Sheet {
        Sheet::new(self.next_sheet, SheetKind::Real, file, &self.contract.contract)
    }

    /// The case with a copy of an assessment, texts that are typed included.
    fn with_copy(&self, of: SheetId, kind: SheetKind, lang: Lang) -> Option<Self> {
        let mut copy = (**self.sheet_with(of)?).clone();
        if kind == SheetKind::Real {
            copy.copied_from = None;
        } else if copy.kind == SheetKind::Real {
            copy.copied_from = Some(of);
        }
        (copy.id, copy.kind) = (self.next_sheet, kind);
        // What happened to the one did not happen to the other, which is open to changes.
        copy.file.assessment.events.clear();
        copy.tidy(lang);
        Some(self.with_sheet(copy, lang))
    }

    /// The case with a draft that says what an assessment says, as the party's that goes on. It describes the day on
    /// which it is begun, or the day of the other one where that lies outside the contract's years. The other one is
    /// locked, so that it stays what it was.
    fn with_successor(&self, of: SheetId, by: Assessor, on: Date, lang: Lang) -> Option<Self> {
        let from = self.sheet_with(of)?;
        let mut copy = (**from).clone();
        let words = lang.words();
        let note = words.assessment_title(copy.assessment());
        (copy.id, copy.kind, copy.copied_from) = (self.next_sheet, SheetKind::Real, None);
        let begun = Event { kind: EventKind::Copied, on: Some(on), note: Some(note), ..Event::default() };
        let contract = &self.contract.contract;
        let is_outside = Years::of_contract(contract).is_some_and(|years| years.objection(on).is_some());
        let assessment = &mut copy.file.assessment;
        let as_of = assessment.as_of.filter(|_| is_outside).unwrap_or_else(|| described_day(contract, on));
        (assessment.status, assessment.as_of, assessment.events) = (Status::Draft, Some(as_of), vec![begun]);
        assessment.sha256 = Some(self.contract.fingerprint.canonical().to_owned());
        assessment.hand_over(by);
        copy.tidy(lang);
        copy.evaluate(contract);
        let is_open = from.kind == SheetKind::Real && !from.assessment().is_locked();
        let note = words.locked_as_begun_from(by);
        let lock = Event { kind: EventKind::Locked, on: Some(on), note: Some(note), ..Event::default() };
        Some(self.with_sheets(lang, |all| {
            if let Some(from) = all.iter_mut().find(|sheet| sheet.id == of && is_open) {
                Rc::make_mut(from).file.assessment.events.push(lock);
            }
            all.push(Rc::new(copy));
            self.next_sheet
        }))
    }

    /// The case with a draft of what two assessments have in common, for both sides to agree on.
    fn with_agreed(&self, of: [SheetId; 2], on: Date, lang: Lang) -> Option<Self> {
        let [first, second] = of.map(|id| self.sheet_with(id));
        let sides = [first?.assessment(), second?.assessment()];
        let by = sides.map(|side| side.by);
        let mut assessment = agreed(sides, |notes| lang.words().both_noted(by, notes));
        let note = lang.words().begun_from(sides);
        assessment.events.push(Event {
            kind: EventKind::Copied,
            on: Some(on),
            note: Some(note),
            ..Event::default()
        });
        assessment.sha256 = Some(self.contract.fingerprint.canonical().to_owned());
        assessment.contract = self.contract.contract.id.clone();
        Some(self.with_sheet(self.new_sheet(assessment.into()), lang))
    }

    /// The case with a line of another assessment in the one on the screen; none where that says so already. What was
    /// being typed into the line gives way.
    pub(super) fn with_line_from(&self, from: SheetId, line: &LineId, lang: Lang) -> Option<Self> {
        let from = self.sheet_with(from)?.assessment();
        if is_line_taken(self.sheet()?.assessment(), from, line) {
            return None;
        }
        let contract = &self.contract.contract;
        Some(self.after_many_edits(lang, |sheet| {
            take_line(&mut sheet.file.assessment, from, line);
            Rc::make_mut(&mut sheet.typed).retain(|field, _| field.line().as_ref() != Some(line));
            sheet.evaluate(contract);
        }))
    }

    /// The case without an assessment. One that is locked stays, and so does the last one of the file.
    fn without_sheet(&self, id: SheetId, lang: Lang) -> Option<Self> {
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

    /// The case with one more event of the assessment on the screen. Locking what is locked changes nothing.
    fn with_event(&self, event: Event, lang: Lang) -> Option<Self> {
        let locked = self.sheet()?.assessment().is_locked();
        let in_vain = match event.kind {
            EventKind::Locked => locked,
            EventKind::Unlocked => !locked,
            _ => false,
        };
        (!in_vain).then(|| self.after_many_edits(lang, |sheet| sheet.file.assessment.events.push(event)))
    }

    /// The case with an event of the assessment on the screen struck out. That it was locked or unlocked stays.
    fn with_struck_event(&self, place: usize, on: Date, lang: Lang) -> Option<Self> {
        let sheet =
            self.sheet().filter(|sheet| !sheet.assessment().is_locked() && !self.is_of_other(sheet))?;
        let assessment = sheet.assessment();
        let event = assessment.events.get(place)?;
        let stays = matches!(event.kind, EventKind::Locked | EventKind::Unlocked) || event.struck.is_some();
        let by = lang.words().text(assessor(assessment.by)).to_owned();
        (!stays).then(|| {
            self.after_many_edits(lang, |sheet| {
                if let Some(event) = sheet.file.assessment.events.get_mut(place) {
                    event.struck = Some(Struck { on: Some(on), by: Some(by) });
                }
            })
        })
    }

    /// The case with results in the what-if on the screen that just meet what is needed, together one step. What cannot
    /// be met because a target is missing is left as it is.
    pub(super) fn with_needs_met(&self, needs: &[(LineId, Need)], lang: Lang) -> Option<Self> {
        if self.sheet()?.kind != SheetKind::WhatIf || needs.is_empty() {
            return None;
        }
        let contract = Rc::clone(&self.contract.contract);
        Some(self.after_many_edits(lang, |sheet| {
            for (line, need) in needs {
                sheet.meet(line, need);
            }
            sheet.evaluate(&contract);
        }))
    }
}

impl Sheet {
    fn meet(&mut self, line: &LineId, need: &Need) {
        let LineId::Entry(entry) = line else {
            if let Need::Points(points) = need {
                Rc::make_mut(&mut self.typed).remove(&FieldId::Overall);
                self.file.assessment.individual.overall = Some(points.0);
            }
            return;
        };
        Rc::make_mut(&mut self.typed)
            .retain(|field, _| !matches!(field, FieldId::Reported(of, ..) if of == entry));
        change_entry(&mut self.file.assessment, entry, |of| {
            need.meet(&mut of.reported);
        });
    }
}
