//! Draws a choice among goals, areas or headings. Where they are many, a field finds one by a part of its name: a list of
//! thousands for each risk would keep the page for seconds.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{Form, field_id, select_field, text_of};
use crate::i18n::text::WritingText;
use crate::ui::context::use_page;
use crate::ui::fields::holds_words;
use crate::ui::shared::Shared;

/// The most that are listed at a time.
const LISTED: usize = 60;

/// Draws the choice: what no choice is called, the codes with their names, and the code that is chosen.
pub(super) fn one_of_many(
    form: Form<'_>,
    within: &str,
    (label, unset): (WritingText, WritingText),
    all: &Rc<[(String, String)]>,
    chosen: &str,
    choose: impl Fn(String) + 'static,
) -> Html {
    let [label, unset] = [label, unset].map(|text| form.words.text(text));
    let id = field_id(&form.place(within));
    if all.len() <= LISTED {
        let none = (String::new(), unset.to_owned());
        let options: Vec<_> = [none].into_iter().chain(all.iter().cloned()).collect();
        return select_field(id, label, &options, chosen, form.is_locked(), choose);
    }
    let (key, choose, is_locked) = (id.clone(), Callback::from(choose), form.is_locked());
    html! { <OneOfMany {key} {id} {label} {unset} all={Shared::from(all)} chosen={chosen.to_owned()} {is_locked} {choose} /> }
}

/// The list, its names, and what takes the chosen code.
#[derive(Clone, PartialEq, Properties)]
struct OneOfManyProps {
    id: AttrValue,
    label: &'static str,
    unset: &'static str,
    all: Shared<[(String, String)]>,
    chosen: AttrValue,
    is_locked: bool,
    choose: Callback<String>,
}

/// Draws the field that finds, and the list of what it found. What is chosen is listed in any case.
#[component]
fn OneOfMany(props: &OneOfManyProps) -> Html {
    let words = use_page().words;
    let sought = use_state_eq(String::new);
    let id = &props.id;
    let found = use_memo((props.all.clone(), (*sought).clone()), |(all, sought)| {
        let sought = sought.to_lowercase();
        let holds = |(code, name): &(String, String)| holds_words(&sought, code, name);
        let places = (0..all.len()).filter(|at| sought.is_empty() || all.get(*at).is_some_and(holds));
        places.collect::<Vec<usize>>()
    });
    let is_chosen = |at: &usize| props.all.get(*at).is_some_and(|(code, _)| *code == *props.chosen);
    let listed = found.iter().copied().take(LISTED);
    let other = (0..props.all.len()).find(is_chosen).filter(|at| !listed.clone().any(|one| one == *at));
    let none = (String::new(), props.unset.to_owned());
    let options = other.into_iter().chain(listed).filter_map(|at| props.all.get(at).cloned());
    let options: Vec<_> = [none].into_iter().chain(options).collect();
    let oninput = {
        let sought = sought.setter();
        Callback::from(move |event: InputEvent| {
            sought.set(event.target().and_then(text_of).unwrap_or_default());
        })
    };
    let choose = props.choose.clone();
    let select =
        select_field(id.to_string(), props.label, &options, &props.chosen, props.is_locked, move |code| {
            choose.emit(code);
        });
    if props.is_locked {
        return html! { <div class="field">{ select }</div> };
    }
    let find = format!("{id}/find");
    html! {
        <div class="field">
            <label class="field__label" for={find.clone()}>{ words.text(WritingText::FindInList) }</label>
            <input id={find} class="form-input field__text" type="search" autocomplete="off" value={(*sought).clone()} {oninput} />
            <span class="field__hint" role="status">
                { words.found_in_list(found.len()) }
                if found.len() > LISTED { { format!(". {}", words.only_first_lines(LISTED)) } }
            </span>
            { select }
        </div>
    }
}
