//! What happens around the components: addresses, keys, titles, focus.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::context::Page;
use super::file::{save, save_as};
use super::places::Place;
use super::results::FIND;
use super::shared::Shared;
use super::start::open_files;
use crate::app::{Action, EntryField, FieldId, Message, Scope, State};
use crate::i18n::text::page::window_title;
use crate::platform::clipboard;
use crate::platform::drop::on_drop;
use crate::platform::events::{Shortcut, on_shortcut};
use crate::platform::{address, page as browser};

/// How often an element is looked for that a change of place brings, and how long between (milliseconds).
const TRIES: u32 = 40;
const PAUSE: u32 = 25;

/// The place that the address speaks of; without a case there is only the start. Opening a case leads to
/// its results at once, closing it to the start; the address follows. Whoever follows a link to a place begins at its
/// top.
#[hook]
pub(crate) fn use_place(state: &State) -> Place {
    let place = use_state_eq(|| Place::of_address(&address::fragment()));
    let opening = state.case.as_ref().map(|case| Rc::clone(&case.opening));
    // The opening that has led to its results, and the place that is shown.
    let led = use_mut_ref(|| None);
    let current = use_mut_ref(|| Place::Start);
    use_effect_with((), {
        let (place, led, current) = (place.setter(), Rc::clone(&led), Rc::clone(&current));
        move |()| {
            let listening = address::on_change(move |fragment| {
                let next = Place::of_address(&fragment);
                let moves = led.borrow().is_some() && *current.borrow() != next;
                // A goal that is asked for takes the focus itself. Before the place is drawn, so that a field in it
                // that is asked for has the last word.
                if moves && !matches!(next, Place::Results(Some(_))) {
                    browser::begin_at("main-content");
                }
                place.set(next);
            });
            move || drop(listening)
        }
    });
    let leads = match &opening {
        None => Some(Place::Start),
        Some(_) => (*led.borrow() != opening).then_some(Place::Results(None)),
    };
    let shown = leads.clone().unwrap_or_else(|| (*place).clone());
    current.replace(shown.clone());
    use_effect_with(opening, {
        let place = place.setter();
        move |opening| {
            let before = led.replace(opening.clone());
            if let Some(there) = leads {
                if before.is_some() || opening.is_some() {
                    address::go_to(&there.address());
                    browser::begin_at("main-content");
                } else {
                    // The page has just begun: the way back leads out of it.
                    address::replace(&there.address());
                }
                place.set(there);
            }
        }
    });
    shown
}

/// Language, title, keys, and the focus after an undone change.
#[hook]
pub(crate) fn use_browser(state: &Rc<State>, page: &Page) {
    let title = state.contract().map(|contract| contract.title.clone());
    use_effect_with((title, state.lang), |(title, lang)| {
        browser::describe(lang.code(), &window_title(title.as_deref(), *lang));
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
            address::go_to(&Place::Start.address());
        }
    });
    use_effect_with(page.clone(), |page| {
        let page = page.clone();
        let listening = on_drop(move |files| open_files(&page, files));
        move || drop(listening)
    });
}

/// Ctrl+Z, Ctrl+Shift+Z, Ctrl+Y, Ctrl+S, Ctrl+Shift+S, Ctrl+F; printing is left to the browser.
#[hook]
fn use_keys(state: &Rc<State>, page: &Page) {
    let latest = use_latest(state);
    use_effect_with(page.clone(), move |page| {
        let page = page.clone();
        let listening = on_shortcut(move |shortcut| {
            let state = Rc::clone(&latest.borrow());
            // What a table would change is looked at before anything else is done.
            if state.case.is_none() || state.import.is_some() {
                return false;
            }
            match shortcut {
                Shortcut::Undo => page.send(Action::Undo),
                Shortcut::Redo => page.send(Action::Redo),
                Shortcut::Save => save(&page, &state),
                Shortcut::SaveAs => save_as(&page, &state),
                Shortcut::Print => return false,
                Shortcut::Find => return find(),
            }
            true
        });
        move || drop(listening)
    });
}

/// Goes to the field that finds goals, where the page shows it; from there, the browser's own search is next.
fn find() -> bool {
    if browser::focused().is_some_and(|id| id == FIND) || !browser::focus(FIND) {
        return false;
    }
    clipboard::select(FIND);
    true
}

/// The newest state, for what is called back later.
#[hook]
pub(crate) fn use_latest(state: &Rc<State>) -> Rc<std::cell::RefCell<Rc<State>>> {
    let latest = use_mut_ref(|| Rc::clone(state));
    *latest.borrow_mut() = Rc::clone(state);
    latest
}

/// Moves the focus to the content instead of going to an address, which would be another place.
pub(crate) fn skip_to_content() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus("main-content");
    })
}

/// Goes to the place of a field and gives it the focus.
pub(crate) fn go_to_field(field: &FieldId) {
    let place = match field {
        FieldId::By | FieldId::Status | FieldId::AsOf => Place::Results(None),
        FieldId::Agreed(_)
        | FieldId::AgreedIn(_)
        | FieldId::Entry(_, EntryField::LapseAgreed | EntryField::LapseSource) => {
            Place::Overview(Some("afgoerelse".to_owned()))
        }
        FieldId::Entry(_, EntryField::NoticeCause | EntryField::NoticeMeasures | EntryField::NoticeOn) => {
            Place::Overview(Some("orientering".to_owned()))
        }
        field => match field.entry() {
            Some(entry) if entry.scope == Scope::Goal => Place::Results(Some(entry.goal.to_string())),
            _ => Place::Pay,
        },
    };
    address::go_to(&place.address());
    focus_soon(field);
}

/// Gives a field the focus as soon as it is on the page.
pub(crate) fn focus_soon(field: &FieldId) {
    focus_element_soon(&field.to_string());
}

/// Gives an element the focus as soon as it is on the page: whatever had it may be gone by then.
pub(crate) fn focus_element_soon(id: &str) {
    focus_once_there(id.to_owned(), TRIES);
}

/// Gives an element the focus as soon as it is there; gives up after a second.
fn focus_once_there(id: String, tries: u32) {
    Timeout::new(PAUSE, move || {
        if !browser::focus(&id) && tries > 0 {
            focus_once_there(id, tries - 1);
        }
    })
    .forget();
}
