//! Offers a few choices: a list, levels, or yes and no.

use serde::de::DeserializeOwned;
use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::form::enter_text;
use super::view::FieldView;
use crate::app::{Action, Choice, Edit, FieldId};
use crate::domain::contract::Level;
use crate::domain::number::{Share, Span};
use crate::format::words::values;
use crate::i18n::text::EntryText;
use crate::ui::context::{Page, use_page};
use crate::ui::focus::{focus_element_soon, focus_field_soon};

/// A field, its name, what it shows, and its choices with their names.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SelectFieldProps {
    pub(crate) field: FieldId,
    pub(crate) view: FieldView,
    pub(crate) label: AttrValue,
    pub(crate) options: Vec<(Choice, AttrValue)>,
}

/// Lists every value of a choice with its name.
pub(crate) fn options<T: DeserializeOwned + Copy + Into<Choice>>(
    name: impl Fn(T) -> &'static str,
) -> Vec<(Choice, AttrValue)> {
    values().map(|value: T| (value.into(), AttrValue::from(name(value)))).collect()
}

/// Draws the browser's own list of choices.
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
    // Where nothing was chosen, the first choice is what counts.
    let first = props.options.first().map(|(choice, _)| *choice);
    let is_offered = |chosen: &Choice| props.options.iter().any(|(choice, _)| choice == chosen);
    let chosen = props.view.choice.filter(is_offered).or(first);
    let shown = props.options.iter().position(|(choice, _)| Some(*choice) == chosen);
    // An option that was once picked by hand follows no attribute.
    let shown = shown.and_then(|at| u32::try_from(at).ok());
    html! {
        <div class="field">
            <label class="field__label" for={id.clone()}>{ &props.label }</label>
            <select {id} class="form-select" autocomplete="off" {disabled} ~selectedIndex={shown} {onchange}>
                { for props.options.iter().map(|(choice, name)| html! {
                    <option key={choice.code()} value={choice.code()} selected={chosen == Some(*choice)}>{ name }</option>
                }) }
            </select>
        </div>
    }
}

/// Draws a radio button for each level of a scale, with its name and share, and one for none.
pub(crate) fn level_buttons(
    page: &Page,
    field: &FieldId,
    chosen: &str,
    label: String,
    levels: &[Level],
) -> Html {
    let (words, disabled) = (page.words, page.locked);
    let id = field.to_string();
    let level = |(place, level): (usize, &Level)| {
        let (page, field, value) = (page.clone(), field.clone(), level.id.clone());
        let onchange = Callback::from(move |_: Event| enter_text(&page, field.clone(), value.as_str()));
        // The first button carries the field's own identifier, so that a link to the field finds it.
        let own = if place == 0 { id.clone() } else { format!("{id}/{place}") };
        html! {
            <label key={place} class="choice__option">
                <input id={own} type="radio" autocomplete="off" name={id.clone()} {disabled} checked={chosen == level.id.as_str()} {onchange} />
                <span>{ &level.title }{ " " }<span class="small quiet">{ words.share_percent(Span::settled(Share::decimal(level.share))) }</span></span>
            </label>
        }
    };
    let clear = {
        let (page, field) = (page.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            enter_text(&page, field.clone(), "");
            focus_field_soon(&field);
        })
    };
    html! {
        <fieldset class="choice choice--levels field">
            <legend class="sr-only">{ label }</legend>
            { for levels.iter().enumerate().map(level) }
            <span>
                if !disabled && !chosen.is_empty() {
                    <button type="button" class="text-button small" onclick={clear}>{ words.text(EntryText::Clear) }</button>
                }
            </span>
        </fieldset>
    }
}

/// A field, its name, and what it shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct YesNoProps {
    pub(crate) field: FieldId,
    pub(crate) view: FieldView,
    pub(crate) label: AttrValue,
}

/// Draws two radio buttons, and a way back to no answer.
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
