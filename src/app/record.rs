//! What happens to an assessment: it begins as a copy, is locked and unlocked, and whatever else is recorded.

use std::rc::Rc;

use super::message::Message;
use super::sheet::{SheetId, SheetKind};
use super::state::{Case, State};
use crate::domain::assessment::{Event, EventKind, Status};
use crate::domain::date::Date;
use crate::domain::years::Years;
use crate::i18n::Lang;
use crate::i18n::text::overview::title;

impl State {
    /// The state with one more event of the assessment on the screen. Locking and unlocking are told.
    pub(super) fn recorded(&self, event: Event) -> Option<Self> {
        let kind = event.kind;
        let case = self.case.as_ref()?.with_event(event, self.lang)?;
        let next = Self { case: Some(Rc::new(case)), ..self.clone() };
        Some(match kind {
            EventKind::Locked => next.telling(Message::NowLocked),
            EventKind::Unlocked => next.telling(Message::NowUnlocked),
            _ => next,
        })
    }
}

impl Case {
    /// The case with a draft that says what an assessment says, which is shown. It describes the day on which it
    /// is begun, or the day of the other one where the contract's years are past.
    pub(super) fn started_from(&self, of: SheetId, on: Date, lang: Lang) -> Option<Self> {
        let mut copy = (**self.sheet_with(of)?).clone();
        let note = title(copy.assessment(), lang);
        (copy.id, copy.kind) = (self.next_sheet, SheetKind::Real);
        let begun = Event { kind: EventKind::Copied, on: Some(on), by: None, note: Some(note) };
        let is_past =
            Years::of_contract(&self.contract.contract).is_some_and(|years| years.objection(on).is_some());
        let assessment = &mut copy.file.assessment;
        let as_of = assessment.as_of.filter(|_| is_past).or(Some(on));
        (assessment.status, assessment.as_of, assessment.events) = (Status::Draft, as_of, vec![begun]);
        assessment.sha256 = Some(self.contract.fingerprint.canonical().to_owned());
        copy.tidy(lang);
        copy.evaluate(&self.contract.contract);
        Some(self.with_sheets(lang, |all| {
            all.push(Rc::new(copy));
            self.next_sheet
        }))
    }

    /// The case with one more event of the assessment on the screen. Locking what is locked changes nothing.
    pub(super) fn with_event(&self, event: Event, lang: Lang) -> Option<Self> {
        let locked = self.sheet()?.assessment().is_locked();
        let in_vain = match event.kind {
            EventKind::Locked => locked,
            EventKind::Unlocked => !locked,
            _ => false,
        };
        (!in_vain).then(|| self.with_many(lang, |sheet| sheet.file.assessment.events.push(event)))
    }

    /// The case without an event of the assessment on the screen. That it was locked or unlocked stays.
    pub(super) fn without_event(&self, place: usize, lang: Lang) -> Option<Self> {
        let event = self.sheet()?.assessment().events.get(place)?;
        let stays = matches!(event.kind, EventKind::Locked | EventKind::Unlocked);
        (!stays).then(|| {
            self.with_many(lang, |sheet| {
                sheet.file.assessment.events.remove(place);
            })
        })
    }
}
