//! Keeping drafts in the browser: found at the start, stored after each change, removed when asked.

mod removal;
mod store;
mod tabs;

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

pub(crate) use removal::{remove, remove_all};
pub use store::last_state;
pub(crate) use store::{latest, remember, store};
pub(crate) use tabs::follow;

use super::context::Page;
use super::shared::use_latest;
use crate::app::{Action, DraftAction, Moment, NewVersion, Route, State, StorageProblem, Storing, reduce};
use crate::app::{DRAFT_PREFIX, DraftContent, FoundDraft};
use crate::domain::assessment::Assessor;
use crate::format::words::{parse_word, word};
use crate::i18n::Lang;
use crate::platform::events::{on_close, on_leave, on_return, on_storage};
use crate::platform::storage::{self, StorageRefusal};
use crate::platform::{page as browser, version};
use crate::small::sort_by_key;

/// How long nothing is typed before the draft is stored (milliseconds).
const QUIET: u32 = 400;

/// Everything that has to do with drafts.
#[hook]
pub(crate) fn use_keeping(state: &Rc<State>, page: &Page, place: &Route) {
    use_effect_with(*place == Route::Start, {
        let page = page.clone();
        move |_| look(&page)
    });
    let first = *use_memo((), |()| state.lang);
    use_effect_with((state.lang, state.storing), move |(lang, storing)| {
        // What nobody chose is the browser's to change.
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

/// Stores the draft once nothing was typed for a while, and tries anew once a file was saved. The first
/// draft that is stored is when the browser is asked to hold on to it.
#[hook]
fn use_storing(state: &Rc<State>, page: &Page) {
    let latest = use_latest(state);
    let page = page.clone();
    use_effect_with(
        (state.to_store(), state.case.as_ref().map(|case| (Rc::clone(&case.draft_key), case.saved))),
        move |(revision, _)| {
            let timeout = revision.map(|_| {
                Timeout::new(QUIET, move || {
                    if store(&page, &latest.borrow()) {
                        spawn_local(storage::ask_to_persist());
                    }
                })
            });
            move || drop(timeout)
        },
    );
}

/// Stores at once when the page is left, asks before work is lost, and sees what became of the drafts while
/// the person was elsewhere.
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
                        store(&leaving, &state);
                    }
                }),
                on_storage(move |key| match key {
                    Some(key) if storage::says_removed(&key) => hearing.send(DraftAction::RemovedElsewhere),
                    _ => look(&hearing),
                }),
                on_return(move || look(&returning)),
            );
            move || drop(listening)
        }
    });
    use_effect_with(state.would_lose_work(), move |would| {
        let listening = would.then(|| on_close(move || latest.borrow().would_lose_work()));
        move || drop(listening)
    });
}

/// The language that was chosen last. Before one was chosen it is the browser's.
fn first_language() -> Lang {
    let chosen = storage::language().as_deref().and_then(Lang::from_code);
    chosen.unwrap_or_else(|| Lang::preferred(&browser::languages()))
}

/// The party that the person said to assess for.
fn known_party() -> Option<Assessor> {
    parse_word(&storage::party()?).ok()
}

/// The state of the page before anything happened: with what the browser keeps, and what was to be gone on with after a
/// reload.
pub(crate) fn first_state() -> Rc<State> {
    let storing = match storage::list(DRAFT_PREFIX) {
        Err(_) => Storing::Blocked,
        Ok(_) if browser::is_local_file() && !storage::is_allowed() => Storing::Off,
        Ok(_) => Storing::On,
    };
    let resumed = storage::take_resumed().map(|key| DraftAction::Resume { key: key.into() });
    let found = [DraftAction::Storing(storing), DraftAction::Found(drafts())].into_iter().chain(resumed);
    let state = Rc::new(State { lang: first_language(), party: known_party(), ..State::default() });
    found.fold(state, |state, action| reduce(&state, action))
}

/// Looks at the drafts that the browser keeps.
pub(crate) fn look(page: &Page) {
    page.send(DraftAction::Found(drafts()));
}

fn drafts() -> Rc<[FoundDraft]> {
    let found = storage::list(DRAFT_PREFIX).unwrap_or_default();
    let kept = storage::keepers();
    let draft = |(key, text): &(String, String)| FoundDraft::look(key, text).kept(kept.contains(key));
    let mut drafts: Vec<_> = found.iter().map(draft).collect();
    sort_by_key(&mut drafts, |draft| std::cmp::Reverse(stored_at(draft)));
    drafts.into()
}

/// When a draft was stored; what cannot be opened stands last.
fn stored_at(draft: &FoundDraft) -> Option<Moment> {
    match &draft.content {
        DraftContent::Readable(summary) => Some(summary.at),
        DraftContent::Newer | DraftContent::Older | DraftContent::Broken => None,
    }
}

/// Allows the browser to keep drafts, where it was not to: as a local file, or after all was removed.
pub(crate) fn allow(page: &Page) {
    let allowed = if browser::is_local_file() { storage::allow(true) } else { Ok(()) };
    page.send(match allowed {
        Ok(()) => DraftAction::Storing(Storing::On),
        Err(_) => DraftAction::Storing(Storing::Blocked),
    });
}

fn problem(refusal: StorageRefusal) -> StorageProblem {
    match refusal {
        StorageRefusal::Blocked => StorageProblem::Blocked,
        StorageRefusal::Full => StorageProblem::Full,
        StorageRefusal::NotKept => StorageProblem::NotKept,
    }
}
