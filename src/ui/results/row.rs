//! Draws a goal's row: what is wanted, what was reached, what it gives.

use std::rc::Rc;

use yew::prelude::*;

use super::addendum::addendum;
use super::details::note;
use super::entry::{EntryState, Rowbook};
use super::input::inputs;
use crate::app::answers::{Answer, answers};
use crate::app::{EntryField, Scope, element_id};
use crate::domain::contract::Target;
use crate::domain::contract::{Contract, Goal, RiskEntry};
use crate::domain::outcome::addendum_that_counts;
use crate::i18n::Words;
use crate::i18n::text::EntryText;
use crate::ui::context::{Page, use_page};
use crate::ui::heading::heading;
use crate::ui::later::{Later, Part};
use crate::ui::points::points;
use crate::ui::shared::Shared;
use crate::ui::status::{area_status, status};

/// One goal or area.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RowProps {
    pub(crate) state: EntryState,
    /// The level of the heading that names the goal.
    pub(crate) level: u8,
    /// Whether a link asked for the row, which then opens.
    #[prop_or_default]
    pub(crate) asked_for: bool,
    /// Its position and their number, where not all rows are drawn.
    #[prop_or_default]
    pub(crate) position: Option<(usize, usize)>,
    /// The state of the row while it is not drawn.
    #[prop_or_default]
    pub(crate) book: Option<Shared<Rowbook>>,
}

/// Returns whether the row is open, as it was when last drawn, or because a link asks for it. A row that is asked for
/// is scrolled into view.
#[hook]
fn use_opened(props: &RowProps, place: &NodeRef) -> UseStateHandle<bool> {
    let goal = &props.state.goal;
    let was_open = || props.book.as_ref().is_some_and(|book| book.opened.borrow().contains(&goal.id));
    let is_open = use_state_eq(|| props.asked_for || was_open());
    use_effect_with((props.asked_for, place.clone()), {
        let (is_open, book) = (is_open.setter(), props.book.clone());
        move |(asked_for, place)| {
            if *asked_for {
                is_open.set(true);
                // Whoever was led to a field of the row may be there already.
                let row = place.cast::<web_sys::HtmlElement>();
                if let Some(row) = row.filter(|row| !row.matches(":focus-within").unwrap_or_default()) {
                    row.scroll_into_view();
                    let _ = row.focus();
                }
                if let Some(book) = book {
                    book.arrived.emit(());
                }
            }
        }
    });
    use_effect_with((*is_open, goal.id.clone(), props.book.clone()), |(is_open, goal, book)| {
        if let Some(book) = book {
            let mut opened = book.opened.borrow_mut();
            if *is_open {
                opened.insert(goal.clone())
            } else {
                opened.remove(goal)
            };
        }
    });
    is_open
}

/// Draws the row, with its details below once it is opened.
#[component]
pub(crate) fn Row(props: &RowProps) -> Html {
    let page = use_page();
    let words = page.words;
    let state = &props.state;
    let goal = &state.goal;
    let place = use_node_ref();
    let is_open = use_opened(props, &place);
    let toggle = use_callback((), {
        let is_open = is_open.clone();
        move |_: MouseEvent, ()| is_open.set(!*is_open)
    });
    let row_id = match state.id.scope {
        Scope::Goal => element_id("row", goal.id.as_str()),
        Scope::Area => element_id("area-row", goal.id.as_str()),
    };
    let written_in = &state.case.contract.contract.language;
    let is_area = state.id.scope == Scope::Area;
    let details_id = element_id("details", state.id.goal.as_str());
    html! {
        <li
            class="goal-row"
            id={row_id}
            ref={place}
            tabindex="-1"
            role={props.position.map(|_| "listitem")}
            aria-posinset={props.position.map(|(at, _)| at.to_string())}
            aria-setsize={props.position.map(|(_, of)| of.to_string())}
        >
            <div class={classes!("goal-row__line", goal.label.is_none().then_some("goal-row__line--unlabelled"))}>
                <span class="goal-row__label" lang={written_in.clone()}>{ goal.label.clone().unwrap_or_default() }</span>
                <div class="goal-row__title">
                    { heading(props.level, "goal-row__name", &goal.title, written_in) }
                    <p class="goal-row__target">{ words.fixed_target_text(goal, state.entry().map(Rc::as_ref)) }</p>
                </div>
                <span class="goal-row__history">{ at_a_glance(goal, &state.case.contract.contract, words) }</span>
                <div class="goal-row__input">{ inputs(state, &page, false) }</div>
                <span class="goal-row__status">
                    { if is_area { area_status(&state.outcome, words) } else { status(&state.outcome, words) } }
                </span>
                <span class="goal-row__points">{ points(&state.outcome, words) }</span>
                { opener(state, &details_id, *is_open, toggle, words) }
            </div>
            <div>{ fixed_later(state, &page) }</div>
            if is_area {
                <div class="goal-row__done">{ note(state, EntryField::Note, EntryText::WhatWasDone, None, words) }</div>
            }
            <div id={details_id}>
                if *is_open { <Later part={Part::Details(state.clone())} /> }
            </div>
        </li>
    }
}

/// Draws the button that opens the details. Where the row has a field, → leads to the button, and Tab goes on to the
/// next row's field.
fn opener(
    state: &EntryState,
    controls: &str,
    is_open: bool,
    onclick: Callback<MouseEvent>,
    words: Words,
) -> Html {
    let goal = &state.goal;
    let answers = answers(goal, state.entry().map(Rc::as_ref));
    let takes_text = answers.iter().any(Answer::takes_text);
    let is_beside = state.id.scope == Scope::Goal && takes_text;
    html! {
        <button
            type="button"
            tabindex={is_beside.then_some("-1")}
            aria-keyshortcuts={is_beside.then_some("ArrowRight")}
            class="goal-row__open"
            id={element_id("open", goal.id.as_str())}
            aria-expanded={is_open.to_string()}
            aria-controls={controls.to_owned()}
            aria-label={words.details_of_goal(goal.name())}
            {onclick}
        >
            <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M4 1.5 8.5 6 4 10.5" /></svg>
        </button>
    }
}

/// Draws the fields of an addendum, for a target that the contract leaves open, as a whole or in a part.
pub(crate) fn fixed_later(state: &EntryState, page: &Page) -> Html {
    let counts = || addendum_that_counts(&state.goal, state.entry().map(Rc::as_ref)).is_some();
    if matches!(state.goal.target, Target::Undetermined) || counts() {
        return addendum(state, page);
    }
    Html::default()
}

/// Summarises a goal at a glance: its last figure, else its risk and resources.
fn at_a_glance(goal: &Goal, contract: &Contract, words: Words) -> String {
    let last = goal.history.iter().filter_map(|figure| Some((figure.period, figure.value?)));
    if let Some((period, value)) = last.max_by_key(|(period, _)| period.end()) {
        return format!("{}: {}", words.period(period), words.number(value));
    }
    let rows = contract.risk.iter().flat_map(|register| &register.entries);
    let own = rows.filter(|entry| entry.goal.as_ref() == Some(&goal.id));
    let highest = own.map(RiskEntry::computed_priority).max();
    let resources = goal.resources.iter();
    let resources = resources.map(|resource| format!("{} {}", words.number(resource.value), resource.unit));
    highest
        .map(|priority| words.risk_priority(priority))
        .into_iter()
        .chain(resources)
        .collect::<Vec<_>>()
        .join(" · ")
}
