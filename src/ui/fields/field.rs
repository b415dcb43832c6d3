//! Draws a field for one line of text: a number, an amount, a date or words.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::view::{FieldView, Meant};
use crate::app::{Action, Edit, FieldId, FieldKind};
use crate::i18n::Words;
use crate::i18n::text::EntryText;
use crate::ui::context::{Page, use_page};
use crate::ui::focus::focus_field_soon;

/// How wide a field is, and to which side its text is aligned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Align {
    /// Short and to the right, as figures stand.
    #[default]
    Number,
    /// Short and to the left, as dates stand.
    Date,
    /// As wide as there is room.
    Text,
}

impl Align {
    fn class(self) -> &'static str {
        match self {
            Self::Number => "field__number",
            Self::Date => "field__date",
            Self::Text => "field__text",
        }
    }
}

/// A field, its name, and what it shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TextFieldProps {
    pub(crate) field: FieldId,
    pub(crate) view: FieldView,
    pub(crate) label: AttrValue,
    /// What the field is about, said before its name where that alone would not tell.
    #[prop_or_default]
    pub(crate) about: Option<AttrValue>,
    /// Whether the name is for screen readers only, because the row says it already.
    #[prop_or_default]
    pub(crate) label_hidden: bool,
    #[prop_or_default]
    pub(crate) align: Align,
    /// The unit after the field.
    #[prop_or_default]
    pub(crate) unit: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
}

/// Draws one line of text with its label, unit, hint and error.
#[component]
pub(crate) fn TextField(props: &TextFieldProps) -> Html {
    let page = use_page();
    let id = props.field.to_string();
    let (hint_id, error_id) = (format!("{id}/hint"), format!("{id}/error"));
    let oninput = use_callback((page.clone(), props.field.clone()), |event: InputEvent, (page, field)| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            page.send(Edit::Type { field: field.clone(), text: Rc::from(input.value()) });
        }
    });
    let onblur = use_callback((page.clone(), props.field.clone()), |_, (page, field)| {
        page.send(Action::Blur { field: field.clone() });
    });
    let hint = props.view.missing.as_ref().or(props.hint.as_ref());
    let wrong = props.view.error.is_some();
    let described = [hint.is_some().then_some(hint_id.clone()), wrong.then_some(error_id.clone())];
    let described: Vec<_> = described.into_iter().flatten().collect();
    let numeric = matches!(
        props.view.kind,
        FieldKind::Number | FieldKind::Points | FieldKind::Percent | FieldKind::Kroner
    );
    html! {
        <div class={classes!("field", wrong.then_some("field--wrong"))}>
            <label class={if props.label_hidden { "sr-only" } else { "field__label" }} for={id.clone()}>
                if let Some(about) = &props.about { <span class="sr-only">{ format!("{about}: ") }</span> }
                { &props.label }
            </label>
            <span class="field__row">
                <input
                    {id}
                    class={classes!("form-input", props.align.class())}
                    type="text"
                    autocomplete="off"
                    spellcheck={(props.align != Align::Text).then_some("false")}
                    inputmode={numeric.then_some("decimal")}
                    placeholder={placeholder(props.view.kind, page.words)}
                    value={props.view.text.clone()}
                    readonly={page.locked}
                    aria-invalid={wrong.then_some("true")}
                    aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
                    {oninput}
                    {onblur}
                />
                if let Some(unit) = &props.unit {
                    <span class="field__unit">{ unit }</span>
                }
            </span>
            if let Some(hint) = hint {
                <span class="field__hint" id={hint_id}>{ hint }</span>
            }
            <div>
                if let Some(error) = &props.view.error {
                    <span class="field__error" id={error_id}>{ error }</span>
                }
                if !props.view.choices.is_empty() {
                    { question(&page, &props.field, &props.view.choices) }
                }
            </div>
        </div>
    }
}

/// Shows how a day is written; a blank for other kinds, by which a print leaves out empty fields.
fn placeholder(kind: FieldKind, words: Words) -> &'static str {
    if kind == FieldKind::Date { words.text(EntryText::DatePattern) } else { " " }
}

/// Asks what was meant. The focus goes back to the field after the answer.
fn question(page: &Page, field: &FieldId, choices: &[Meant]) -> Html {
    let choice = |meant: &Meant| {
        let field = field.clone();
        let (edit, text) = match *meant {
            Meant::Number(value) => (Edit::Clarify { field, value }, page.words.number(value)),
            Meant::AsWritten(value) => (Edit::Clarify { field, value }, page.words.figure_is_right(value)),
            Meant::Day(day) => (Edit::ClarifyDay { field, day }, page.words.date(day)),
        };
        let (page, focused) = (page.clone(), edit.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Edit::Clarify { field, .. } | Edit::ClarifyDay { field, .. } = &focused {
                focus_field_soon(field);
            }
            page.send(focused.clone());
        });
        html! {
            <button key={text.clone()} type="button" class="button button-secondary button-small" {onclick}>{ text }</button>
        }
    };
    html! {
        <div class="ambiguous" role="group" aria-label={page.words.text(EntryText::WhichNumber)}>
            <div class="ambiguous__choices">{ for choices.iter().map(choice) }</div>
        </div>
    }
}
