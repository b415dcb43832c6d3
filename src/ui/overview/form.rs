//! Fields of the assessment among the parts of the overview, drawn alike.

use std::rc::Rc;

use yew::prelude::*;

use super::goal_choice::GoalChoice;
use crate::app::{Action, Case, Edit, FieldId, Sheet};
use crate::domain::contract::{Goal, GoalId};
use crate::domain::evaluation::GoalOutcome;
use crate::i18n::Lang;
use crate::i18n::text::DecideText;
use crate::ui::context::Page;
use crate::ui::fields::{Align, FieldView, NoteField, TextField};

/// What fields are drawn from.
#[derive(Clone, Copy)]
pub(super) struct EntryForm<'a> {
    pub(super) page: &'a Page,
    pub(super) case: &'a Case,
    pub(super) sheet: &'a Sheet,
    pub(super) lang: Lang,
}

impl<'a> EntryForm<'a> {
    pub(super) fn view(self, field: &FieldId) -> FieldView {
        let objections = self.sheet.evaluation.all_objections();
        FieldView::of(self.case, self.sheet, field, objections, self.lang)
    }

    /// A field for one line: a day, a figure, words.
    pub(super) fn line(self, field: &FieldId, label: &'static str, about: &str, align: Align) -> Html {
        let (view, about) = (self.view(field), AttrValue::from(about.to_owned()));
        html! { <TextField key={field.to_string()} field={field.clone()} {view} {label} {about} {align} /> }
    }

    /// A field for several lines.
    pub(super) fn note(
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

    /// Each goal with what it comes to.
    pub(super) fn goals(self) -> impl Iterator<Item = (&'a Rc<Goal>, &'a Rc<GoalOutcome>)> {
        self.case.contract.contract.goals.iter().zip(&self.sheet.evaluation.goals)
    }

    /// A list of goals with a button beside it; what happens to the one that is chosen.
    pub(super) fn choice<'g>(
        self,
        id: &'static str,
        (label, button): (DecideText, DecideText),
        goals: impl Iterator<Item = &'g Rc<Goal>>,
        choose: impl Fn(GoalId) + 'static,
    ) -> Html {
        let (label, button) = (label.text(self.lang), button.text(self.lang));
        let goals = goals.map(|goal| (goal.id.clone(), full_name(goal))).collect::<Vec<_>>();
        html! { <GoalChoice {id} {label} {button} {goals} choose={Callback::from(choose)} /> }
    }
}

/// Puts a text into a field and leaves it.
pub(super) fn put(page: &Page, field: FieldId, text: &str) {
    page.send(Edit::Type { field: field.clone(), text: Rc::from(text) });
    page.send(Action::Blur { field });
}

/// `Mål 2: Sygedagpengeforløb over 26 uger`.
pub(super) fn full_name(goal: &Goal) -> String {
    match &goal.label {
        Some(label) => format!("{label}: {}", goal.title),
        None => goal.title.clone(),
    }
}
