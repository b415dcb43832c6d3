//! Stores the draft of the open work: after a change, when the page is left, and when its code has stopped.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::storage_problem;
use crate::app::save::case_file;
use crate::app::{Draft, DraftContent, FoundDraft, write_draft, write_draft_paced};
use crate::app::{DraftAction, Moment, State};
use crate::app::{Earlier, earlier};
use crate::platform::clock;
use crate::platform::panic::LastState;
use crate::platform::pause::waits;
use crate::platform::storage::{self, Before, StorageRefusal};
use crate::ui::code::reduce;
use crate::ui::context::Page;
use crate::ui::moment::moment;

/// How many of this tab's own drafts are told apart from those of another one.
const REMEMBERED: usize = 8;

thread_local! {
    /// The newest state, for when the page's code has stopped.
    static LATEST: RefCell<Rc<State>> = RefCell::default();
    /// What this tab kept last, as whoever looks at it finds it.
    static KEPT: RefCell<DraftContent> = const { RefCell::new(DraftContent::Broken) };
    /// The checksums of what this tab wrote last.
    static WRITTEN: RefCell<Vec<Rc<str>>> = RefCell::default();
    /// Whether a draft is on its way to the disk, and whether another one has to follow.
    static WRITING: Cell<Writing> = const { Cell::new(Writing::No) };
    /// The draft that was put down last in haste, and which change it held.
    static PUT_DOWN: RefCell<Option<(Rc<str>, u64)>> = const { RefCell::new(None) };
}

/// Whether a draft is on its way to the disk.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    No,
    /// A draft is on its way.
    One,
    /// A draft is on its way, and what changed since has to follow.
    Another,
}

/// Remembers the state for when the page's code stops.
pub(crate) fn remember(state: &Rc<State>) {
    LATEST.set(Rc::clone(state));
}

/// Returns the newest state; before the page is drawn, the first one.
pub(crate) fn latest() -> Rc<State> {
    LATEST.with_borrow(Rc::clone)
}

/// Puts the newest state down as the page's code stops, and returns it as a file where that fails.
pub fn last_state() -> Option<LastState> {
    let state = LATEST.with(|latest| latest.try_borrow().ok().map(|latest| Rc::clone(&latest)))?;
    if state.to_store().is_some() && put_down(&state) {
        return None;
    }
    let is_lost = state.case.as_ref().is_some_and(|case| case.is_unsaved() && !case.is_stored());
    let file = case_file(&state).filter(|_| is_lost)?;
    Some(LastState { name: file.name, text: file.text })
}

/// Puts the draft of the open work down at once, for the next page to take in; returns whether the browser has it.
pub(super) fn put_down(state: &State) -> bool {
    let Some(draft) = moment().and_then(|at| write_draft(state, at)) else { return false };
    written_here(&draft);
    let is_down = storage::put_down(&draft.key, &draft.text).is_ok();
    if is_down {
        PUT_DOWN.set(Some((draft.summary.opening, draft.summary.change)));
    }
    is_down
}

/// Stores the draft of the open work; returns whether the browser keeps it. While one is on its way, the newest
/// follows it.
pub(super) async fn store_soon(page: &Page) -> bool {
    if WRITING.get() != Writing::No {
        WRITING.set(Writing::Another);
        return false;
    }
    let mut is_stored = false;
    WRITING.set(Writing::Another);
    while WRITING.replace(Writing::One) == Writing::Another {
        let state = latest();
        if state.to_store().is_some() {
            is_stored = store(page, &state).await;
        }
    }
    WRITING.set(Writing::No);
    is_stored
}

/// Stores the draft of the open work; returns whether it is on the disk.
pub(crate) async fn store(page: &Page, state: &Rc<State>) -> bool {
    let Some(at) = moment() else { return false };
    match keep(state, at).await {
        Ok(Some(KeptDraft { draft, moved })) => {
            if let Some(own) = moved {
                page.send(DraftAction::TakenOver { own });
            }
            let Draft { key, revision, summary, .. } = draft;
            let (author, checksum) = (summary.opening, summary.checksum);
            if PUT_DOWN.with_borrow(|down| {
                down.as_ref().is_some_and(|down| down.0 == author && down.1 <= summary.change)
            }) {
                storage::pick_up();
            }
            page.send(DraftAction::Stored { key, author, revision, at, checksum });
            true
        }
        Ok(None) => false,
        Err(refusal) => {
            page.send(DraftAction::Failed(storage_problem(refusal)));
            false
        }
    }
}

/// A draft that the browser keeps.
struct KeptDraft {
    draft: Draft,
    /// The new name that makes it this tab's own, where another tab keeps the old one.
    moved: Option<Rc<str>>,
}

/// Stores the draft of the open work, if any. The draft in its place is put aside first unless it is an earlier state
/// of the same work. One that another tab goes on with is left to it.
async fn keep(state: &Rc<State>, at: Moment) -> Result<Option<KeptDraft>, StorageRefusal> {
    let (mut state, mut moved, mut wait) = (Rc::clone(state), None, waits());
    while let (Some(draft), Some(case)) = (write_draft_paced(&state, at, &mut wait).await, &state.case) {
        let written = written_here(&draft);
        let judge = async |before: Option<&str>| {
            let content = match before {
                Some(text) => FoundDraft::look_paced(&draft.key, text, &mut wait).await.content,
                None => KEPT.with_borrow(Clone::clone),
            };
            match earlier(case, &content, &written) {
                Earlier::Replaced => Before::Replaced,
                Earlier::PutAside(aside) => Before::PutAside(aside),
                Earlier::InUse => Before::Stays,
            }
        };
        if storage::keep(&draft.key, &draft.text, judge).await? {
            KEPT.set(DraftContent::Readable(draft.summary.clone()));
            storage::remember_stored(&draft.key);
            return Ok(Some(KeptDraft { draft, moved }));
        }
        // A draft that no other tab has cannot be in use.
        let own: Rc<str> = clock::unique().into();
        moved = Some(Rc::clone(&own));
        state = reduce(&state, DraftAction::TakenOver { own });
    }
    Ok(None)
}

/// Returns the checksums of this tab's last drafts, with that of this draft.
fn written_here(draft: &Draft) -> Vec<Rc<str>> {
    WRITTEN.with_borrow_mut(|written| {
        written.push(Rc::clone(&draft.summary.checksum));
        let old = written.len().saturating_sub(REMEMBERED);
        written.drain(..old);
        written.clone()
    })
}
