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
/// its results, closing it to the start.
#[hook]
pub(crate) fn use_place(state: &State) -> Place {
    let place = use_state_eq(|| Place::of_address(&address::fragment()));
    use_effect_with((), {
        let place = place.setter();
        move |()| {
            let listening = address::on_change(move |fragment| place.set(Place::of_address(&fragment)));
            move || drop(listening)
        }
    });
    let opening = state.case.as_ref().map(|case| Rc::clone(&case.opening));
    use_effect_with(opening, |opening| {
        let there = if opening.is_some() { Place::Results(None) } else { Place::Start };
        address::go_to(&there.address());
    });
    if state.case.is_some() { (*place).clone() } else { Place::Start }
}

/// Language, title, keys, and the focus after a change of place or an undone change.
#[hook]
pub(crate) fn use_browser(state: &Rc<State>, page: &Page, place: &Place) {
    let title = state.contract().map(|contract| contract.title.clone());
    use_effect_with((title, state.lang), |(title, lang)| {
        browser::describe(lang.code(), &window_title(title.as_deref(), *lang));
    });
    let is_first = use_mut_ref(|| true);
    use_effect_with((place.clone(), state.case.is_some()), move |(place, _)| {
        let was_first = is_first.replace(false);
        // Whoever follows a link to a place begins at its top; a goal asked for takes the focus itself.
        if !was_first && !matches!(place, Place::Results(Some(_))) {
            browser::begin_at("main-content");
        }
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
