//! One goal out of a list, taken by a button: who goes through the list by key passes many of them.

use std::iter;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::domain::contract::GoalId;
use crate::i18n::text::DecideText;
use crate::ui::context::use_page;

/// The name of the list and of the button, the goals by name, and what happens to the one that is taken.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GoalChoiceProps {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) button: &'static str,
    pub(super) goals: Vec<(GoalId, String)>,
    pub(super) choose: Callback<GoalId>,
}

/// The list, which begins with none of them, and the button.
#[component]
pub(super) fn GoalChoice(props: &GoalChoiceProps) -> Html {
    let page = use_page();
    let list = use_node_ref();
    let onclick = {
        let (list, choose) = (list.clone(), props.choose.clone());
        Callback::from(move |_: MouseEvent| {
            let chosen = list.cast::<HtmlSelectElement>().filter(|list| !list.value().is_empty());
            if let Some(list) = chosen {
                choose.emit(list.value().as_str().into());
                list.set_value("");
            }
        })
    };
    let none = (String::new(), page.words.text(DecideText::ChooseGoal));
    let goals = props.goals.iter().map(|(goal, name)| (goal.to_string(), name.as_str()));
    let option = |value: String, name: &str| {
        let (key, selected) = (value.clone(), value.is_empty());
        html! { <option {key} {selected} {value}>{ name }</option> }
    };
    html! {
        <div class="choice screen-only">
            <div class="field">
                <label class="field__label" for={props.id}>{ props.label }</label>
                <select ref={list} id={props.id} class="form-select" autocomplete="off" disabled={page.locked}>
                    { for iter::once(none).chain(goals).map(|(value, name)| option(value, name)) }
                </select>
            </div>
            <button id={format!("{}-take", props.id)} type="button" class="button button-secondary button-small" disabled={page.locked} {onclick}>
                { props.button }
            </button>
        </div>
    }
}
