//! Fields of the assessment among the parts of the overview, drawn alike.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::app::{Action, Case, FieldId, Sheet};
use crate::domain::contract::{Goal, GoalId};
use crate::domain::evaluation::GoalOutcome;
use crate::i18n::Lang;
use crate::i18n::text::DecideText;
use crate::ui::context::Page;
use crate::ui::fields::{Align, FieldView, NoteField, TextField};

/// What fields are drawn from.
#[derive(Clone, Copy)]
pub(super) struct Form<'a> {
    pub(super) page: &'a Page,
    pub(super) case: &'a Case,
    pub(super) sheet: &'a Sheet,
    pub(super) lang: Lang,
}

impl<'a> Form<'a> {
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

    /// A list of goals of which one can be chosen; what happens then, and to which goal.
    pub(super) fn choice<'g>(
        self,
        id: &'static str,
        label: DecideText,
        goals: impl Iterator<Item = &'g Rc<Goal>>,
        choose: impl Fn(GoalId) + 'static,
    ) -> Html {
        let onchange = Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            if let Some(select) = select.filter(|select| !select.value().is_empty()) {
                choose(select.value().as_str().into());
                select.set_value("");
            }
        });
        html! {
            <div class="field screen-only">
                <label class="field__label" for={id}>{ label.text(self.lang) }</label>
                <select {id} class="form-select" disabled={self.page.locked} {onchange}>
                    <option value="" selected=true>{ DecideText::ChooseGoal.text(self.lang) }</option>
                    { for goals.map(|goal| html! { <option key={goal.id.as_str()} value={goal.id.to_string()}>{ full_name(goal) }</option> }) }
                </select>
            </div>
        }
    }
}

/// Puts a text into a field and leaves it.
pub(super) fn put(page: &Page, field: FieldId, text: &str) {
    page.send(Action::Type { field: field.clone(), text: Rc::from(text) });
    page.send(Action::Blur { field });
}

/// `Mål 2: Sygedagpengeforløb over 26 uger`.
pub(super) fn full_name(goal: &Goal) -> String {
    match &goal.label {
        Some(label) => format!("{label}: {}", goal.title),
        None => goal.title.clone(),
    }
}
