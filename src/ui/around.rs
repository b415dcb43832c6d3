//! Handles what happens around the components: addresses, keys, titles, focus.

use std::cell::Cell;
use std::rc::Rc;

use yew::prelude::*;

use super::context::Page;
use super::focus::go_to_field;
use super::later::{open_files, save, save_as};
use super::results::FIND;
use super::shared::{Shared, use_latest};
use super::sharing::names_contract;
use crate::app::{Action, ContractPart, Message, Route, State, WritingPart};
use crate::platform::clipboard;
use crate::platform::drop::on_drop;
use crate::platform::events::{Shortcut, on_shortcut};
use crate::platform::{address, page as browser};

/// Returns the place that the address names; without a case only the start, the portfolio and help. Opening a case goes to its
/// first place, closing it to the start, and the address follows. Whoever follows a link to a place begins at its top.
#[hook]
pub(crate) fn use_route(state: &State) -> Route {
    let place = use_state_eq(|| Route::parse(&address::fragment()));
    let opening = state.case.as_ref().map(|case| Rc::clone(&case.opening));
    // The opening that was already answered with its results, and the place that is shown.
    let led = use_mut_ref(|| None);
    let current = use_mut_ref(|| Route::Start);
    let begun = use_mut_ref(|| false);
    // What the page was called with, until a case is opened.
    let wanted = use_mut_ref(|| Some((*place).clone()));
    use_effect_with((), {
        let (place, led, current) = (place.setter(), Rc::clone(&led), Rc::clone(&current));
        move |()| {
            let listening = address::on_change(move |fragment| {
                let next = Route::parse(&fragment);
                let moves = *current.borrow() != shown_place(&next, led.borrow().is_some());
                // A goal that is asked for takes the focus itself. Before the place is drawn, so that a field in it
                // that is asked for has the last word.
                if moves && !matches!(next, Route::Results(Some(_))) {
                    browser::begin_at("main-content");
                }
                place.set(next);
            });
            move || drop(listening)
        }
    });
    let leads = match &opening {
        None => (!place.needs_no_contract()).then_some(Route::Start),
        Some(_) => (*led.borrow() != opening).then(|| first_place(state, wanted.borrow().as_ref())),
    };
    let shown = leads.clone().unwrap_or_else(|| (*place).clone());
    current.replace(shown.clone());
    use_effect_with(opening, {
        let place = place.setter();
        move |opening| {
            let before = led.replace(opening.clone());
            let is_first = !begun.replace(true);
            if opening.is_some() {
                wanted.take();
            }
            if let Some(there) = leads {
                if before.is_some() || opening.is_some() {
                    // A page that begins with a contract has its start behind it all the same.
                    if is_first {
                        address::replace(&Route::Start.address());
                    }
                    address::go_to(&there.address());
                    browser::begin_at("main-content");
                } else {
                    // At the page's beginning the way back leads out of it.
                    address::replace(&there.address());
                }
                RENEWS.set(false);
                place.set(there);
            }
        }
    });
    shown
}

thread_local! {
    /// Whether the case that is opened next was asked for to be renewed.
    static RENEWS: Cell<bool> = const { Cell::new(false) };
}

/// Says whether the case that is opened next is shown at its renewal.
pub(crate) fn expect_renewal(is_expected: bool) {
    RENEWS.set(is_expected);
}

/// Returns where a case is shown that was just opened: at its results, unless its contract was made here or it was asked
/// for to be renewed. A contract that the address names is shown where the address says, and so is a draft after a reload.
fn first_place(state: &State, wanted: Option<&Route>) -> Route {
    let is_resumed = matches!(state.message.as_deref(), Some(Message::Resumed { .. }));
    let is_called = (is_resumed || names_contract()) && !RENEWS.get();
    if let Some(wanted) = wanted.filter(|place| is_called && **place != Route::Start) {
        return wanted.clone();
    }
    match &state.case {
        Some(case) if case.contract.contract.goals.is_empty() => Route::Writing(WritingPart::Basis),
        Some(case) if case.is_new => Route::Contract(ContractPart::Said),
        Some(_) if RENEWS.get() => Route::Contract(ContractPart::Renewal),
        _ => Route::Results(None),
    }
}

/// Help and the portfolio need no open contract, and every other place does.
fn shown_place(asked: &Route, is_open: bool) -> Route {
    if is_open || asked.needs_no_contract() { asked.clone() } else { Route::Start }
}

/// Keeps language, title and keys in step with the state, and moves the focus after an undone change.
#[hook]
pub(crate) fn use_browser(state: &Rc<State>, page: &Page) {
    let title = state.contract().map(|contract| contract.title.clone());
    use_effect_with((title, state.lang.words()), |(title, words)| {
        browser::describe(words.lang.code(), &words.window_title(title.as_deref()));
    });
    use_effect_with(state.message.as_ref().map(Shared::from), |message| {
        if let Some(Message::Undone { field: Some(field) } | Message::Redone { field: Some(field) }) =
            message.as_deref()
            && !browser::focus(&field.to_string())
        {
            go_to_field(field);
        }
    });
    use_keys(state, page);
    use_effect_with(state.refused.is_some(), |is_refused| {
        // What is wrong with a file is listed at the start, wherever the file was dropped.
        if *is_refused {
            address::go_to(&Route::Start.address());
        }
    });
    use_effect_with(page.clone(), |page| {
        let page = page.clone();
        let listening = on_drop(move |files| open_files(&page, files));
        move || drop(listening)
    });
}

/// Handles Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y, Ctrl+S, Ctrl+Shift+S and `/`; leaves printing and Ctrl+F to the browser.
#[hook]
fn use_keys(state: &Rc<State>, page: &Page) {
    let latest = use_latest(state);
    use_effect_with(page.clone(), move |page| {
        let page = page.clone();
        let listening = on_shortcut(move |shortcut| {
            let state = Rc::clone(&latest.borrow());
            // A preview of a table comes before anything else.
            if state.case.is_none() || state.import.is_some() {
                return false;
            }
            match shortcut {
                Shortcut::Undo => page.send(Action::Undo),
                Shortcut::Redo => page.send(Action::Redo),
                Shortcut::Save => save(&page, &state),
                Shortcut::SaveAs => save_as(&page, &state),
                // The browser searches and prints, and the summary hides kroner itself.
                Shortcut::Print | Shortcut::Find | Shortcut::Kroner => return false,
                Shortcut::FindGoal => return focus_search(),
            }
            true
        });
        move || drop(listening)
    });
}

/// Moves the focus to the field that finds goals; returns false where the page does not show it.
fn focus_search() -> bool {
    let is_there = browser::focus(FIND);
    clipboard::select(FIND);
    is_there
}
