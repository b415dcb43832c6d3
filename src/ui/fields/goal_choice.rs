//! Chooses one goal from a list, taken by a button: the arrow keys pass many goals on the way. A text shortens a long
//! list.

use std::iter;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::domain::contract::GoalId;
use crate::i18n::text::{DecideText, TableText};
use crate::ui::context::use_page;

/// The most goals that are listed; with more of them there is a field to find one.
const LISTED: usize = 60;

/// The name of the list and of the button, the goals by name, and what takes the chosen one.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GoalChoiceProps {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) button: &'static str,
    pub(super) goals: Vec<(GoalId, String)>,
    pub(super) choose: Callback<GoalId>,
}

/// Draws the list, which begins without a choice, and the button.
#[component]
pub(super) fn GoalChoice(props: &GoalChoiceProps) -> Html {
    let page = use_page();
    let words = page.words;
    let list = use_node_ref();
    let sought = use_state_eq(String::new);
    let onclick = {
        let (list, choose, sought) = (list.clone(), props.choose.clone(), sought.setter());
        Callback::from(move |_: MouseEvent| {
            let chosen = list.cast::<HtmlSelectElement>().filter(|list| !list.value().is_empty());
            if let Some(list) = chosen {
                choose.emit(list.value().as_str().into());
                list.set_value("");
                sought.set(String::new());
            }
        })
    };
    let found = matching_goals(&props.goals, &sought);
    let (count, is_long) = (found.len(), props.goals.len() > LISTED);
    let none = (String::new(), words.text(DecideText::ChooseGoal));
    let goals = found.into_iter().take(LISTED).map(|(goal, name)| (goal.to_string(), name.as_str()));
    let option = |value: String, name: &str| {
        let (key, selected) = (value.clone(), value.is_empty());
        html! { <option {key} {selected} {value}>{ name }</option> }
    };
    html! {
        <div class="choice screen-only">
            if is_long { { find_field(props.id, &sought, page.locked, words.text(TableText::Find)) } }
            <div class="field">
                <label class="field__label" for={props.id}>{ props.label }</label>
                <select ref={list} id={props.id} class="form-select" autocomplete="off" disabled={page.locked}>
                    { for iter::once(none).chain(goals).map(|(value, name)| option(value, name)) }
                </select>
            </div>
            <button id={format!("{}-take", props.id)} type="button" class="button button-secondary button-small" disabled={page.locked} {onclick}>
                { props.button }
            </button>
            if is_long {
                <span id={format!("{}-found", props.id)} class="small quiet" role="status">
                    { words.goals_found(count) }
                    if count > LISTED { { format!(". {}", words.only_first_lines(LISTED)) } }
                </span>
            }
        </div>
    }
}

/// Returns the goals whose name or identifier holds all of these words.
fn matching_goals<'g>(goals: &'g [(GoalId, String)], sought: &str) -> Vec<&'g (GoalId, String)> {
    let sought = sought.to_lowercase();
    let holds = |(goal, name): &(GoalId, String)| holds_words(&sought, goal.as_str(), name);
    goals.iter().filter(|goal| sought.is_empty() || holds(goal)).collect()
}

/// Whether a name or its identifier holds all of these words in small letters, in whatever order.
pub(crate) fn holds_words(sought: &str, id: &str, name: &str) -> bool {
    let name = format!("{id} {name}").to_lowercase();
    sought.split_whitespace().all(|word| name.contains(word))
}

/// Draws the field that shortens the list.
fn find_field(id: &'static str, sought: &UseStateHandle<String>, locked: bool, label: &'static str) -> Html {
    let (id, setter) = (format!("{id}-find"), sought.setter());
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            setter.set(input.value());
        }
    });
    html! {
        <div class="field">
            <label class="field__label" for={id.clone()}>{ label }</label>
            <input {id} class="form-input" type="search" autocomplete="off" disabled={locked} value={(**sought).clone()} {oninput} />
        </div>
    }
}
