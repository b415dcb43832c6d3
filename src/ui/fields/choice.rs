//! Yes or no.

use std::rc::Rc;

use yew::prelude::*;

use super::view::FieldView;
use crate::app::{Action, Edit, FieldId};
use crate::i18n::text::EntryText;
use crate::ui::context::use_page;
use crate::ui::focus::focus_element_soon;

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
    let (lang, disabled) = (page.lang, page.locked);
    let id = props.field.to_string();
    let answer = use_callback((page, props.field.clone()), |text: &'static str, (page, field)| {
        page.send(Edit::Type { field: field.clone(), text: Rc::from(text) });
        page.send(Action::Blur { field: field.clone() });
    });
    let clear = {
        let (answer, id) = (answer.clone(), id.clone());
        Callback::from(move |_: MouseEvent| {
            answer.emit("");
            focus_element_soon(&id);
        })
    };
    let option = |code: &'static str, words: EntryText, id: String| {
        html! {
            <label class="choice__option">
                <input
                    {id}
                    type="radio"
                    name={props.field.to_string()}
                    {disabled}
                    checked={*props.view.text == *code}
                    onchange={answer.reform(move |_| code)}
                />
                { words.text(lang) }
            </label>
        }
    };
    html! {
        <fieldset class="choice field">
            <legend class="sr-only">{ &props.label }</legend>
            // The first button carries the field's own identifier, so that a link to the field finds it.
            { option("true", EntryText::Yes, id.clone()) }
            { option("false", EntryText::No, format!("{id}/no")) }
            <span>
                if !disabled && !props.view.text.is_empty() {
                    <button type="button" class="text-button small" onclick={clear}>{ EntryText::Clear.text(lang) }</button>
                }
            </span>
        </fieldset>
    }
}
