//! A field with a few codes to choose from.

use std::rc::Rc;

use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::view::FieldView;
use crate::app::{Action, Edit, FieldId};
use crate::format::words::{parse_word, words};
use crate::ui::context::use_page;

/// A field, its name, what it shows, and its codes with their words.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SelectFieldProps {
    pub(crate) field: FieldId,
    pub(crate) view: FieldView,
    pub(crate) label: AttrValue,
    pub(crate) options: Vec<(&'static str, AttrValue)>,
}

/// Every word of a choice with its name.
pub(crate) fn options<T: DeserializeOwned>(
    name: impl Fn(T) -> &'static str,
) -> Vec<(&'static str, AttrValue)> {
    let option = |word: &&'static str| Some((*word, AttrValue::from(name(parse_word(word).ok()?))));
    words::<T>().iter().filter_map(option).collect()
}

/// The browser's own list of choices.
#[component]
pub(crate) fn SelectField(props: &SelectFieldProps) -> Html {
    let page = use_page();
    let (id, disabled) = (props.field.to_string(), page.locked);
    let onchange = use_callback((page, props.field.clone()), |event: Event, (page, field)| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            page.send(Edit::Type { field: field.clone(), text: Rc::from(select.value()) });
            page.send(Action::Blur { field: field.clone() });
        }
    });
    // Where nothing was chosen, the first code is what counts.
    let is_known = props.options.iter().any(|(code, _)| *props.view.text == **code);
    let is_chosen = |place: usize, code: &str| if is_known { *props.view.text == *code } else { place == 0 };
    html! {
        <div class="field">
            <label class="field__label" for={id.clone()}>{ &props.label }</label>
            <select {id} class="form-select" {disabled} {onchange}>
                { for props.options.iter().enumerate().map(|(place, (code, words))| html! {
                    <option key={*code} value={*code} selected={is_chosen(place, code)}>{ words }</option>
                }) }
            </select>
        </div>
    }
}
