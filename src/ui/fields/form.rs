//! Draws the fields of the assessment outside the list of results, all alike.

use std::rc::Rc;

use yew::prelude::*;

use super::field::{Align, TextField};
use super::goal_choice::GoalChoice;
use super::note::NoteField;
use super::view::FieldView;
use crate::app::{Action, Case, Edit, FieldId, Sheet};
use crate::domain::contract::{Goal, GoalId};
use crate::domain::evaluation::GoalOutcome;
use crate::i18n::Words;
use crate::i18n::text::DecideText;
use crate::ui::context::Page;

/// What the fields of a place are drawn from.
#[derive(Clone, Copy)]
pub(crate) struct EntryForm<'a> {
    pub(crate) page: &'a Page,
    pub(crate) case: &'a Case,
    pub(crate) sheet: &'a Sheet,
    pub(crate) words: Words,
}

impl<'a> EntryForm<'a> {
    pub(crate) fn view(self, field: &FieldId) -> FieldView {
        let objections = self.sheet.evaluation.all_objections();
        FieldView::in_sheet(self.case, self.sheet, field, objections, self.words)
    }

    /// Draws a field for one line: a day, a figure, words.
    pub(crate) fn line(self, field: &FieldId, label: &'static str, about: &str, align: Align) -> Html {
        let (view, about) = (self.view(field), AttrValue::from(about.to_owned()));
        html! { <TextField key={field.to_string()} field={field.clone()} {view} {label} {about} {align} /> }
    }

    /// Draws a field for several lines.
    pub(crate) fn note(
        self,
        field: &FieldId,
        label: &'static str,
        about: &str,
        hint: Option<&'static str>,
    ) -> Html {
        let (view, about) = (self.view(field), AttrValue::from(about.to_owned()));
        let hint = hint.map(AttrValue::from);
        html! { <NoteField key={field.to_string()} field={field.clone()} {view} {label} {about} {hint} /> }
    }

    /// Returns each goal with its outcome.
    pub(crate) fn goals(self) -> impl Iterator<Item = (&'a Rc<Goal>, &'a Rc<GoalOutcome>)> {
        self.case.contract.contract.goals.iter().zip(&self.sheet.evaluation.goals)
    }

    /// Draws a list of goals with a button, which takes the goal that is chosen.
    pub(crate) fn choice<'g>(
        self,
        id: &'static str,
        (label, button): (DecideText, DecideText),
        goals: impl Iterator<Item = &'g Rc<Goal>>,
        choose: impl Fn(GoalId) + 'static,
    ) -> Html {
        let (label, button) = (self.words.text(label), self.words.text(button));
        let goals = goals.map(|goal| (goal.id.clone(), full_name(goal))).collect::<Vec<_>>();
        html! { <GoalChoice {id} {label} {button} {goals} choose={Callback::from(choose)} /> }
    }
}

/// Enters a text in a field, as if the person had typed it and left the field.
pub(crate) fn enter_text(page: &Page, field: FieldId, text: &str) {
    page.send(Edit::Type { field: field.clone(), text: Rc::from(text) });
    page.send(Action::Blur { field });
}

/// Writes a goal's label and title: `Mål 2: Sygedagpengeforløb over 26 uger`.
pub(crate) fn full_name(goal: &Goal) -> String {
    match &goal.label {
        Some(label) => format!("{label}: {}", goal.title),
        None => goal.title.clone(),
    }
}
