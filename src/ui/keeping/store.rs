//! Storing the draft of what is open: after a change, when the page is left, and when its code has stopped.

use std::cell::RefCell;
use std::rc::Rc;

use super::problem;
use crate::app::save::case_file;
use crate::app::{Draft, write_draft};
use crate::app::{DraftAction, Moment, State, reduce};
use crate::app::{Earlier, earlier};
use crate::platform::clock;
use crate::platform::panic::LastState;
use crate::platform::storage::{self, StorageRefusal};
use crate::ui::context::Page;
use crate::ui::moment::moment;

thread_local! {
    /// The newest state, for when the page's code has stopped.
    static LATEST: RefCell<Rc<State>> = RefCell::default();
}

/// Has the state at hand for when the page's code stops.
pub(crate) fn remember(state: &Rc<State>) {
    LATEST.set(Rc::clone(state));
}

/// The newest state; before the page is drawn it is the one that it begins with.
pub(crate) fn latest() -> Rc<State> {
    LATEST.with_borrow(Rc::clone)
}

/// The last that the page does: it stores the newest state, and returns it as a file where that fails.
pub fn last_state() -> Option<LastState> {
    let state = LATEST.with(|latest| latest.try_borrow().ok().map(|latest| Rc::clone(&latest)))?;
    if state.to_store().is_some()
        && moment().is_some_and(|at| keep(&state, at).is_ok_and(|kept| kept.is_some()))
    {
        return None;
    }
    let is_lost = state.case.as_ref().is_some_and(|case| case.is_unsaved() && !case.is_stored());
    let file = case_file(&state).filter(|_| is_lost)?;
    Some(LastState { name: file.name, text: file.text })
}

/// Stores the draft of what is open; whether the browser keeps it.
pub(crate) fn store(page: &Page, state: &Rc<State>) -> bool {
    let Some(at) = moment() else { return false };
    match keep(state, at) {
        Ok(Some(KeptDraft { draft, moved })) => {
            if let Some(own) = moved {
                page.send(DraftAction::TakenOver { own });
            }
            let Draft { revision, checksum, .. } = draft;
            page.send(DraftAction::Stored { revision, at, checksum });
            true
        }
        Ok(None) => false,
        Err(refusal) => {
            page.send(DraftAction::Failed(problem(refusal)));
            false
        }
    }
}

/// A draft that the browser keeps.
struct KeptDraft {
    draft: Draft,
    /// What names it as this tab's own, where another tab keeps the one that it was.
    moved: Option<Rc<str>>,
}

/// Has the browser keep the draft of what is open, if anything is. What lies in its place is put aside first
/// unless it is an earlier state of the same work; a draft that another tab goes on with is left to it.
fn keep(state: &Rc<State>, at: Moment) -> Result<Option<KeptDraft>, StorageRefusal> {
    let (Some(draft), Some(case)) = (write_draft(state, at), state.case.as_ref()) else { return Ok(None) };
    let before = storage::read(&draft.key)?;
    match before.as_deref().map(|before| earlier(case, before)) {
        Some(Earlier::InUse) => {
            let own: Rc<str> = clock::unique().into();
            let moved = reduce(state, DraftAction::TakenOver { own: Rc::clone(&own) });
            // What no other tab has cannot be in use.
            Ok(keep(&moved, at)?.map(|kept| KeptDraft { moved: Some(own), ..kept }))
        }
        earlier => {
            if let (Some(Earlier::PutAside(aside)), Some(before)) = (earlier, before) {
                storage::write(&aside, &before)?;
            }
            storage::write(&draft.key, &draft.text)?;
            storage::remember_stored(&draft.key);
            Ok(Some(KeptDraft { draft, moved: None }))
        }
    }
}
