//! Finds goals by their names.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::filters::Goals;
use crate::domain::contract::Contract;
use crate::i18n::Words;
use crate::i18n::text::TableText;
use crate::platform::page::in_small_letters;
use crate::ui::shared::Shared;

/// The `id` of the field that the key `/` leads to.
pub(crate) const FIND: &str = "find-goal";

/// The separator between the names of two goals.
const BETWEEN: &str = "\n";

/// The words of a search, and the goals that it finds; all goals where there are no words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Search {
    words: String,
    pub(super) found: Option<Goals>,
}

impl Search {
    /// Finds the goals and areas whose identifier, label and title hold all of these words, in whatever order.
    fn for_words(words: String, contract: &Contract) -> Self {
        let wanted = in_small_letters(&words);
        let wanted: Vec<&str> = wanted.split_whitespace().collect();
        let found = (!wanted.is_empty()).then(|| {
            let areas = contract.pay.iter().flat_map(|pay| &pay.areas);
            let goals = contract.goals.iter().chain(areas);
            let names = goals.clone().map(|goal| {
                let label = goal.label.as_deref().unwrap_or_default();
                format!("{} {label} {}", goal.id, goal.title).replace(BETWEEN, " ")
            });
            let names = in_small_letters(&names.collect::<Vec<_>>().join(BETWEEN));
            let found = goals.zip(names.split(BETWEEN));
            let found = found.filter(|(_, name)| wanted.iter().all(|word| name.contains(word)));
            Shared(Rc::new(found.map(|(goal, _)| goal.id.clone()).collect()))
        });
        Self { words, found }
    }
}

/// Returns the goals that two choices have in common; `None` where neither leaves anything out.
pub(super) fn in_both(one: Option<&Goals>, other: Option<&Goals>) -> Option<Goals> {
    match (one, other) {
        (Some(one), Some(other)) => Some(Shared(Rc::new(one.intersection(other).cloned().collect()))),
        (one, other) => one.or(other).cloned(),
    }
}

/// Draws the field, and the number of goals that it finds.
pub(super) fn find(
    contract: &Rc<Contract>,
    search: &UseStateHandle<Search>,
    shown: usize,
    words: Words,
) -> Html {
    let (contract, setter) = (Rc::clone(contract), search.setter());
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            setter.set(Search::for_words(input.value(), &contract));
        }
    });
    let count = search.found.is_some().then_some(shown);
    html! {
        <div class="find screen-only">
            <label class="field__label" for={FIND}>{ words.text(TableText::Find) }</label>
            <input
                id={FIND}
                class="form-input"
                type="search"
                autocomplete="off"
                placeholder={words.text(TableText::FindHint)}
                aria-keyshortcuts="/"
                value={search.words.clone()}
                {oninput}
            />
            <span id="find-count" class="small" role="status">
                { count.map(|count| words.goals_found(count)).unwrap_or_default() }
            </span>
        </div>
    }
}
