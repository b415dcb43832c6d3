//! Draws a field for several lines of words: a note, a reason.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use super::view::FieldView;
use crate::app::{Action, Edit, FieldId};
use crate::domain::assessment::Assessor;
use crate::i18n::Words;
use crate::i18n::text::EntryText;
use crate::ui::context::use_page;

/// A field, its name, and what it shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NoteFieldProps {
    pub(crate) field: FieldId,
    pub(crate) view: FieldView,
    pub(crate) label: AttrValue,
    /// What the field is about, said before its name where that alone would not tell.
    #[prop_or_default]
    pub(crate) about: Option<AttrValue>,
    #[prop_or_default]
    pub(crate) hint: Option<AttrValue>,
    #[prop_or(2)]
    pub(crate) rows: u32,
}

/// Names words of another party: `Direktørens begrundelse`.
fn words_of(field: &FieldId, by: Assessor, words: Words) -> String {
    if matches!(field, FieldId::Entry(..)) { words.note_of(by) } else { words.reason_of(by) }
}

/// Draws several lines of text with their label, hint and error.
#[component]
pub(crate) fn NoteField(props: &NoteFieldProps) -> Html {
    let page = use_page();
    let id = props.field.to_string();
    let (hint_id, error_id) = (format!("{id}/hint"), format!("{id}/error"));
    let oninput = use_callback((page.clone(), props.field.clone()), |event: InputEvent, (page, field)| {
        if let Some(area) = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok()) {
            page.send(Edit::Type { field: field.clone(), text: Rc::from(area.value()) });
        }
    });
    let (readonly, words) = (page.locked, page.words);
    let confirm = page.sending(Edit::Confirm(props.field.clone()));
    let onblur = use_callback((page, props.field.clone()), |_, (page, field)| {
        page.send(Action::Blur { field: field.clone() });
    });
    let wrong = props.view.error.is_some();
    let described = [props.hint.is_some().then_some(hint_id.clone()), wrong.then_some(error_id.clone())];
    let described: Vec<_> = described.into_iter().flatten().collect();
    html! {
        <div class={classes!("field", wrong.then_some("field--wrong"))}>
            <label class="field__label" for={id.clone()}>
                if let Some(about) = &props.about { <span class="sr-only">{ format!("{about}: ") }</span> }
                { &props.label }
            </label>
            if let Some(hint) = &props.hint {
                <span class="field__hint" id={hint_id}>{ hint }</span>
            }
            <textarea
                id={id.clone()}
                class="form-input field__text"
                rows={props.rows.to_string()}
                placeholder=" "
                autocomplete="off"
                value={props.view.text.clone()}
                {readonly}
                aria-invalid={wrong.then_some("true")}
                aria-describedby={(!described.is_empty()).then(|| described.join(" "))}
                {oninput}
                {onblur}
            />
            <div>
                if let Some(by) = props.view.words_of {
                    <p class="field__hint words-of-other">
                        { words.not_confirmed(&words_of(&props.field, by, words)) }
                        if !readonly {
                            { " " }
                            <button id={format!("{id}/confirm")} type="button" class="text-button small" onclick={confirm}>{ words.text(EntryText::Confirm) }</button>
                        }
                    </p>
                }
                if let Some(error) = &props.view.error {
                    <span class="field__error" id={error_id}>{ error }</span>
                }
            </div>
        </div>
    }
}
