//! Keeps drafts in the browser: finds them before the first view, stores them after each change, removes them when
//! asked.

mod finding;
mod removal;
mod store;
mod tabs;

use std::rc::Rc;

use gloo::timers::callback::{Interval, Timeout};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use finding::find_changed_drafts;
pub(crate) use finding::{allow, find_drafts, first_state, look};
pub(crate) use removal::{remove, remove_all};
pub use store::last_state;
pub(crate) use store::{latest, remember, store};
use store::{put_down, store_soon};
pub(crate) use tabs::follow;

use super::context::Page;
use super::shared::use_latest;
use crate::app::{Action, DraftAction, DraftStatus, NewVersion, Route, State, StorageProblem, Storing};
use crate::format::words::word;
use crate::platform::events::{on_close, on_leave, on_return};
use crate::platform::storage::{self, Change, StorageRefusal, on_change};
use crate::platform::version;

/// How long a pause in typing lasts before the draft is stored (milliseconds).
const QUIET: u32 = 300;
/// How long a change waits at most, however much is typed (milliseconds).
const LONGEST: u32 = 500;

/// Sets up everything that has to do with drafts.
#[hook]
pub(crate) fn use_keeping(state: &Rc<State>, page: &Page, place: &Route) {
    use_effect_with(*place == Route::Start, {
        let page = page.clone();
        move |_| look(&page)
    });
    let first = *use_memo((), |()| state.lang);
    use_effect_with((state.lang, state.storing), move |(lang, storing)| {
        // A language that nobody chose is not remembered, so that it follows the browser.
        let is_chosen = *lang != first || storage::language().is_some();
        if is_chosen && *storing == Storing::On {
            // A language that is not remembered is chosen again; nothing is lost.
            let _ = storage::remember_language(lang.code());
        }
    });
    use_effect_with((state.party, state.storing), move |(party, storing)| {
        if let (Some(party), Storing::On) = (party, storing) {
            // A party that is not remembered is told again; nothing is lost.
            let _ = storage::remember_party(word(*party));
        }
    });
    tabs::use_tabs(state, page);
    use_storing(state, page);
    use_leaving(state, page);
    use_effect_with(page.clone(), |page| {
        let page = page.clone();
        let listening = version::on_waiting(move || page.send(Action::NewVersion(NewVersion::Waits)));
        move || drop(listening)
    });
}

/// Stores the draft after a pause in typing, or when a change has waited long, and again once a file was saved. The
/// first stored draft is when the browser is asked to hold on to it.
#[hook]
fn use_storing(state: &Rc<State>, page: &Page) {
    let store_now = {
        let page = page.clone();
        move || {
            let page = page.clone();
            spawn_local(async move {
                if store_soon(&page).await {
                    storage::ask_to_persist().await;
                }
            });
        }
    };
    use_effect_with(
        (state.to_store(), state.case.as_ref().map(|case| (Rc::clone(&case.draft_key), case.saved))),
        {
            let store_now = store_now.clone();
            move |(revision, _)| {
                let timeout = revision.map(|_| Timeout::new(QUIET, store_now));
                move || drop(timeout)
            }
        },
    );
    // A draft that the browser refuses is tried again after the next change.
    let is_refused = state.case.as_ref().is_some_and(|case| matches!(case.draft, DraftStatus::Failed(_)));
    use_effect_with(state.to_store().is_some() && !is_refused, move |waits| {
        let interval = waits.then(|| Interval::new(LONGEST, store_now));
        move || drop(interval)
    });
}

/// Stores at once when the page is left, asks before work is lost, and finds the drafts anew when the person returns.
#[hook]
fn use_leaving(state: &Rc<State>, page: &Page) {
    let latest = use_latest(state);
    use_effect_with(page.clone(), {
        let latest = Rc::clone(&latest);
        move |page| {
            let (leaving, hearing, returning) = (page.clone(), page.clone(), page.clone());
            let listening = (
                on_leave(move || {
                    let state = Rc::clone(&latest.borrow());
                    if state.to_store().is_some() {
                        // The page may be gone before the disk has the draft.
                        put_down(&state);
                        let page = leaving.clone();
                        spawn_local(async move {
                            store_soon(&page).await;
                        });
                    }
                }),
                on_change(move |change| match change {
                    Change::AllRemoved => hearing.send(DraftAction::RemovedElsewhere),
                    Change::Drafts => look(&hearing),
                }),
                on_return(move || look(&returning)),
            );
            move || drop(listening)
        }
    });
    use_effect_with(state.would_lose_work(), move |would| {
        let listening = would.then(|| on_close(move || would_lose_work(&latest.borrow())));
        move || drop(listening)
    });
}

/// Whether closing the page now would lose work although the draft is put down at once.
fn would_lose_work(state: &Rc<State>) -> bool {
    let is_put_down = state.to_store().is_some() && put_down(state);
    let open = if is_put_down { None } else { state.case.clone() };
    State { case: open, ..(**state).clone() }.would_lose_work()
}

fn storage_problem(refusal: StorageRefusal) -> StorageProblem {
    match refusal {
        StorageRefusal::Blocked => StorageProblem::Blocked,
        StorageRefusal::Full => StorageProblem::Full,
        StorageRefusal::NotKept => StorageProblem::NotKept,
        StorageRefusal::Newer => StorageProblem::Newer,
    }
}
