//! Holds what a row knows of its goal or area: the entry, the outcome, the texts that are being typed.

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use yew::Callback;

use crate::app::{Case, EntryField, EntryId, FieldId, ReportedField, Scope, Sheet};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Goal, GoalId, PartId};
use crate::domain::evaluation::GoalOutcome;
use crate::i18n::Words;
use crate::ui::fields::FieldView;

/// One goal or area in the case. Two are equal when nothing that the row shows differs, so a keystroke elsewhere does
/// not render it.
#[derive(Clone)]
pub(crate) struct EntryState {
    pub(crate) case: Rc<Case>,
    pub(crate) sheet: Rc<Sheet>,
    pub(crate) id: EntryId,
    pub(crate) goal: Rc<Goal>,
    pub(crate) outcome: Rc<GoalOutcome>,
}

/// The state of rows that outlives their drawing, and the callback that they report to.
#[derive(Debug, Default)]
pub(crate) struct Rowbook {
    /// The goals whose details are open.
    pub(super) opened: RefCell<HashSet<GoalId>>,
    /// Called by the row that was asked for, once it has shown itself.
    pub(super) arrived: Callback<()>,
}

impl EntryState {
    /// Returns its entry in the assessment, if there is one.
    pub(crate) fn entry(&self) -> Option<&Rc<Entry>> {
        let assessment = self.sheet.assessment();
        match self.id.scope {
            Scope::Goal => assessment.results.get(&self.id.goal),
            Scope::Area => assessment.individual.areas.get(&self.id.goal),
        }
    }

    /// Returns a field of the reported result, and what it shows.
    pub(crate) fn reported(
        &self,
        path: &[PartId],
        field: ReportedField,
        words: Words,
    ) -> (FieldId, FieldView) {
        self.view(self.id.reported(path, field), words)
    }

    /// Returns another field of the entry, and what it shows.
    pub(crate) fn field(&self, field: EntryField, words: Words) -> (FieldId, FieldView) {
        self.view(self.id.field(field), words)
    }

    fn view(&self, field: FieldId, words: Words) -> (FieldId, FieldView) {
        let view = FieldView::in_sheet(&self.case, &self.sheet, &field, &self.outcome.objections, words);
        (field, view)
    }

    fn typing(&self) -> Option<&FieldId> {
        self.case.typing.as_ref().filter(|field| field.entry() == Some(&self.id))
    }

    fn has_same_texts(&self, other: &Self) -> bool {
        let own = |state: &'_ Self| {
            let typed = state.sheet.typed.iter().filter(|(field, _)| field.entry() == Some(&state.id));
            typed.map(|(field, typed)| (field.clone(), typed.clone())).collect::<Vec<_>>()
        };
        Rc::ptr_eq(&self.sheet.typed, &other.sheet.typed) || own(self) == own(other)
    }

    fn has_same_entry(&self, other: &Self) -> bool {
        match (self.entry(), other.entry()) {
            (Some(one), Some(two)) => Rc::ptr_eq(one, two),
            (None, None) => true,
            _ => false,
        }
    }

    fn has_same_pay(&self, other: &Self) -> bool {
        let full = |state: &Self| state.sheet.evaluation.pay.as_ref().and_then(|pay| pay.full);
        let [factors, others] = [self, other].map(|state| &state.sheet.assessment().pay.factors);
        full(self) == full(other) && factors == others
    }
}

impl PartialEq for EntryState {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.goal, &other.goal)
            && Rc::ptr_eq(&self.outcome, &other.outcome)
            && Rc::ptr_eq(&self.case.findings, &other.case.findings)
            && self.case.is_examined == other.case.is_examined
            && self.id == other.id
            && self.typing() == other.typing()
            && self.has_same_entry(other)
            && self.has_same_texts(other)
            && self.has_same_pay(other)
    }
}
