//! Finds the drafts that the browser keeps: before the first view, and when they may have changed.

use std::rc::Rc;

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::{future_to_promise, spawn_local};

use super::store::latest;
use crate::app::{
    Action, DRAFT_PREFIX, DraftAction, DraftContent, FoundDraft, Moment, State, Storing, take_in,
};
use crate::format::words::parse_word;
use crate::i18n::Lang;
use crate::platform::page as browser;
use crate::platform::pause::{at_most, waits};
use crate::platform::storage::{self, StorageRefusal};
use crate::small::sort_by_key;
use crate::ui::context::Page;
use crate::ui::later::rest_here;

/// Finds the drafts for the first view, or the one to go on with after a reload. A browser that takes longer than
/// `patience` (milliseconds) sends them later.
pub(crate) async fn find_drafts(send: fn(Action), patience: u32) {
    let finding = future_to_promise(async move {
        for action in what_is_kept().await {
            if !matches!(action, DraftAction::Resume { .. }) || rest_here().await {
                send(action.into());
            }
        }
        Ok(JsValue::UNDEFINED)
    });
    at_most(patience, &finding).await;
}

/// Makes the state of the page before anything happened, with the settings that the browser keeps.
pub(crate) fn first_state() -> State {
    // Until a language is chosen, the page takes the browser's.
    let chosen = storage::language().as_deref().and_then(Lang::from_code);
    let lang = chosen.unwrap_or_else(|| Lang::preferred(&browser::languages()));
    let party = storage::party().and_then(|party| parse_word(&party).ok());
    State { lang, party, ..State::default() }
}

/// Finds out whether the browser keeps drafts, which ones, and which to go on with after a reload.
async fn what_is_kept() -> Vec<DraftAction> {
    match may_look().await {
        Ok(true) => {}
        Ok(false) => return vec![DraftAction::Storing(Storing::Off)],
        Err(_) => return vec![DraftAction::Storing(Storing::Blocked)],
    }
    // A draft that cannot be moved stays where it is.
    let _ = storage::take_in(DRAFT_PREFIX, take_in).await;
    let (drafts, kept) = listed().await;
    let storing = if kept == Err(StorageRefusal::Blocked) { Storing::Blocked } else { Storing::On };
    let resumed = storage::take_resumed().map(|key| DraftAction::Resume { key: key.into() });
    [DraftAction::Storing(storing), DraftAction::Found(drafts)].into_iter().chain(resumed).collect()
}

/// Looks again at the drafts that the browser keeps.
pub(crate) fn look(page: &Page) {
    let page = page.clone();
    spawn_local(async move { find_changed_drafts(&page).await });
}

/// Looks again at the drafts that the browser keeps, and returns once that is done.
pub(super) async fn find_changed_drafts(page: &Page) {
    // Storage that was allowed and is gone was cleared in the browser, with the drafts: the page says so.
    if latest().storing == Storing::On || may_look().await == Ok(true) {
        page.send(DraftAction::Found(listed().await.0));
    }
}

/// Whether there may be drafts: a page opened as a local file has none before a person allowed it.
async fn may_look() -> Result<bool, StorageRefusal> {
    if browser::is_local_file() { storage::is_allowed().await } else { Ok(true) }
}

async fn listed() -> (Rc<[FoundDraft]>, Result<(), StorageRefusal>) {
    let (found, is_read) = storage::drafts(DRAFT_PREFIX).await;
    let kept = storage::keepers();
    let (mut drafts, mut wait) = (Vec::with_capacity(found.len()), waits());
    for (key, text) in &found {
        drafts.push(FoundDraft::look_paced(key, text, &mut wait).await.kept(kept.contains(key)));
    }
    sort_by_key(&mut drafts, |draft| std::cmp::Reverse(stored_at(draft)));
    (drafts.into(), is_read)
}

/// Returns when a draft was stored; a draft that cannot be opened sorts last.
fn stored_at(draft: &FoundDraft) -> Option<Moment> {
    match &draft.content {
        DraftContent::Readable(summary) => Some(summary.at),
        DraftContent::Newer | DraftContent::Older | DraftContent::Broken => None,
    }
}

/// Allows the browser to keep drafts where it was not to: as a local file, or after all was removed.
pub(crate) fn allow(page: &Page) {
    let page = page.clone();
    spawn_local(async move {
        let allowed = if browser::is_local_file() { storage::allow().await } else { Ok(()) };
        page.send(match allowed {
            Ok(()) => DraftAction::Storing(Storing::On),
            Err(_) => DraftAction::Storing(Storing::Blocked),
        });
    });
}
