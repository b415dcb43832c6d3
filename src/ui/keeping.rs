//! Keeping drafts in the browser: found at the start, stored after each change, removed when asked.

use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::around::use_latest;
use super::context::Page;
use super::places::Place;
use crate::app::draft::{DraftContent, FoundDraft, PREFIX, draft, key, key_aside};
use crate::app::{Action, Moment, State, StorageProblem, Storing};
use crate::domain::date::calendar_date;
use crate::i18n::Lang;
use crate::platform::events::{on_close, on_leave, on_storage};
use crate::platform::lock::hold;
use crate::platform::storage::{self, Refusal};
use crate::platform::{clock, page as browser};

/// How long nothing is typed before the draft is stored (milliseconds).
const QUIET: u32 = 400;

/// Everything that has to do with drafts.
#[hook]
pub(crate) fn use_keeping(state: &Rc<State>, page: &Page, place: &Place) {
    use_effect_with((), {
        let page = page.clone();
        move |()| begin(&page)
    });
    use_effect_with(*place == Place::Start, {
        let page = page.clone();
        move |_| look(&page)
    });
    use_effect_with((state.lang, state.storing), |(lang, storing)| {
        if *storing == Storing::On {
            // A language that is not remembered is chosen again; nothing is lost.
            let _ = storage::remember_language(lang.code());
        }
    });
    use_alone(state, page);
    use_storing(state, page);
    use_leaving(state, page);
}

/// Asks the browser whether another tab has the same contract open, which then keeps the draft.
#[hook]
fn use_alone(state: &Rc<State>, page: &Page) {
    let page = page.clone();
    let opened = state.case.as_ref().map(|case| (Rc::clone(&case.opening), key(&case.contract.contract.id)));
    use_effect_with(opened, move |opened| {
        let held = opened.as_ref().and_then(|(_, name)| {
            hold(name, move |is_alone| {
                if !is_alone {
                    page.send(Action::OpenElsewhere { own: clock::unique().into() });
                }
            })
        });
        move || drop(held)
    });
}

/// Stores the draft once nothing was typed for a while, and tries anew once a file was saved.
#[hook]
fn use_storing(state: &Rc<State>, page: &Page) {
    let latest = use_latest(state);
    let page = page.clone();
    use_effect_with(
        (state.to_store(), state.case.as_ref().map(|case| (Rc::clone(&case.opening), case.saved))),
        move |(revision, _)| {
            let timeout = revision.map(|_| Timeout::new(QUIET, move || store(&page, &latest.borrow())));
            move || drop(timeout)
        },
    );
}

/// Stores at once when the page is left, asks before work is lost, and hears of other tabs.
#[hook]
fn use_leaving(state: &Rc<State>, page: &Page) {
    let latest = use_latest(state);
    use_effect_with(page.clone(), {
        let latest = Rc::clone(&latest);
        move |page| {
            let (leaving, hearing) = (page.clone(), page.clone());
            let listening = (
                on_leave(move || {
                    let state = Rc::clone(&latest.borrow());
                    if state.to_store().is_some() {
                        store(&leaving, &state);
                    }
                }),
                on_storage(move |_| look(&hearing)),
            );
            move || drop(listening)
        }
    });
    use_effect_with(state.would_lose_work(), move |would| {
        let listening = would.then(|| on_close(move || latest.borrow().would_lose_work()));
        move || drop(listening)
    });
}

/// Finds out what the browser keeps, and which language was chosen last.
fn begin(page: &Page) {
    let storing = match storage::list(PREFIX) {
        Err(_) => Storing::Blocked,
        Ok(_) if browser::is_local_file() && !storage::is_allowed() => Storing::Off,
        Ok(_) => Storing::On,
    };
    page.send(Action::Storing(storing));
    if let Some(lang) = storage::language().as_deref().and_then(Lang::from_code) {
        page.send(Action::Language(lang));
    }
}

/// Looks at the drafts that the browser keeps.
fn look(page: &Page) {
    let found = storage::list(PREFIX).unwrap_or_default();
    let mut drafts: Vec<_> = found.iter().map(|(key, text)| FoundDraft::look(key, text)).collect();
    drafts.sort_by_key(|draft| std::cmp::Reverse(stored_at(draft)));
    page.send(Action::Drafts(drafts.into()));
}

/// When a draft was stored; what cannot be opened stands last.
fn stored_at(draft: &FoundDraft) -> Option<Moment> {
    match &draft.content {
        DraftContent::Readable(summary) => Some(summary.at),
        DraftContent::Newer | DraftContent::Broken => None,
    }
}

/// Stores the draft of what is open. A draft of another opening that no file holds is put aside first.
fn store(page: &Page, state: &State) {
    let Some(at) = moment() else { return };
    let (Some(draft), Some(case)) = (draft(state, at), state.case.as_ref()) else { return };
    let stored = || {
        let before = storage::read(&draft.key)?;
        if let Some(before) = before
            && let Some(aside) = key_aside(&draft.key, &before, &case.opening)
        {
            storage::write(&aside, &before)?;
        }
        storage::write(&draft.key, &draft.text)
    };
    page.send(match stored() {
        Ok(()) => Action::DraftStored { revision: draft.revision, at },
        Err(refusal) => Action::DraftFailed(problem(refusal)),
    });
}

/// Allows the browser to keep drafts, where the page was opened as a local file.
pub(crate) fn allow(page: &Page) {
    page.send(match storage::allow(true) {
        Ok(()) => Action::Storing(Storing::On),
        Err(_) => Action::Storing(Storing::Blocked),
    });
}

/// Removes one draft.
pub(crate) fn remove(page: &Page, key: &Rc<str>) {
    if storage::remove(key).is_ok() {
        page.send(Action::DraftRemoved { key: Rc::clone(key) });
    }
}

/// Removes everything that the page ever stored.
pub(crate) fn remove_all(page: &Page) {
    match storage::remove_all() {
        Ok(()) => page.send(Action::AllRemoved),
        Err(refusal) => page.send(Action::DraftFailed(problem(refusal))),
    }
}

/// The day and the time of day now.
pub(crate) fn moment() -> Option<Moment> {
    let now = clock::now()?;
    let date = calendar_date(now.year, now.month, now.day)?;
    Some(Moment { date, hour: now.hour, minute: now.minute })
}

fn problem(refusal: Refusal) -> StorageProblem {
    match refusal {
        Refusal::Blocked => StorageProblem::Blocked,
        Refusal::Full => StorageProblem::Full,
        Refusal::NotKept => StorageProblem::NotKept,
    }
}
