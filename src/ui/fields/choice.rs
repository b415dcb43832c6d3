//! Fields that offer a few: a list of choices, and yes or no.

use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::view::FieldView;
use crate::app::{Action, Choice, Edit, FieldId};
use crate::format::words::values;
use crate::i18n::text::EntryText;
use crate::ui::context::{Page, use_page};
use crate::ui::focus::focus_element_soon;

/// A field, its name, what it shows, and its choices with their names.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SelectFieldProps {
    pub(crate) field: FieldId,
    pub(crate) view: FieldView,
    pub(crate) label: AttrValue,
    pub(crate) options: Vec<(Choice, AttrValue)>,
}

/// Every value of a choice with its name.
pub(crate) fn options<T: DeserializeOwned + Copy + Into<Choice>>(
    name: impl Fn(T) -> &'static str,
) -> Vec<(Choice, AttrValue)> {
    values().map(|value: T| (value.into(), AttrValue::from(name(value)))).collect()
}

/// The browser's own list of choices.
#[component]
pub(crate) fn SelectField(props: &SelectFieldProps) -> Html {
    let page = use_page();
    let (id, disabled) = (props.field.to_string(), page.locked);
    let onchange = use_callback(
        (page, props.field.clone(), props.options.clone()),
        |event: Event, (page, field, options)| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let code = select.map(|select| select.value()).unwrap_or_default();
            let choice = options.iter().map(|(choice, _)| *choice).find(|choice| choice.code() == code);
            choose(page, field, choice);
        },
    );
    // Where nothing was chosen, the first one is what counts.
    let first = props.options.first().map(|(choice, _)| *choice);
    let is_offered = |chosen: &Choice| props.options.iter().any(|(choice, _)| choice == chosen);
    let chosen = props.view.choice.filter(is_offered).or(first);
    html! {
        <div class="field">
            <label class="field__label" for={id.clone()}>{ &props.label }</label>
            <select {id} class="form-select" autocomplete="off" {disabled} {onchange}>
                { for props.options.iter().map(|(choice, name)| html! {
                    <option key={choice.code()} value={choice.code()} selected={chosen == Some(*choice)}>{ name }</option>
                }) }
            </select>
        </div>
    }
}

/// A field, its name, and what it shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct YesNoProps {
    pub(crate) field: FieldId,
    pub(crate) view: FieldView,
    pub(crate) label: AttrValue,
}

/// Two radio buttons, and a way back to no answer.
#[component]
pub(crate) fn YesNo(props: &YesNoProps) -> Html {
    let page = use_page();
    let (words, disabled) = (page.words, page.locked);
    let id = props.field.to_string();
    let answer = use_callback((page, props.field.clone()), |choice: Option<Choice>, (page, field)| {
        choose(page, field, choice);
    });
    let clear = {
        let (answer, id) = (answer.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            answer.emit(None);
            focus_element_soon(&id);
        })
    };
    let option = |done: bool, text: EntryText, id: String| {
        let choice = Some(Choice::Done(done));
        html! {
            <label class="choice__option">
                <input
                    {id}
                    type="radio"
                    autocomplete="off"
                    name={props.field.to_string()}
                    {disabled}
                    checked={props.view.choice == choice}
                    onchange={answer.reform(move |_| choice)}
                />
                { words.text(text) }
            </label>
        }
    };
    html! {
        <fieldset class="choice field">
            <legend class="sr-only">{ &props.label }</legend>
            // The first button carries the field's own identifier, so that a link to the field finds it.
            { option(true, EntryText::Yes, id.clone()) }
            { option(false, EntryText::No, format!("{id}/no")) }
            <span>
                if !disabled && props.view.choice.is_some() {
                    <button type="button" class="text-button small" onclick={clear}>{ words.text(EntryText::Clear) }</button>
                }
            </span>
        </fieldset>
    }
}

fn choose(page: &Page, field: &FieldId, choice: Option<Choice>) {
    page.send(Edit::Choose { field: field.clone(), choice });
    page.send(Action::Blur { field: field.clone() });
}
