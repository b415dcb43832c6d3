//! Handles other tabs with the same contract: who keeps its draft, and what the others show.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{find_changed_drafts, store};
use crate::app::draft_key;
use crate::app::{DraftAction, State, Storing, Tabs};
use crate::platform::lock::{Holding, hold};
use crate::platform::{clock, storage};
use crate::ui::context::Page;

/// Asks the browser whether another tab has the same contract open, which then keeps the draft. It tells others which
/// draft this one keeps.
#[hook]
pub(super) fn use_tabs(state: &State, page: &Page) {
    let claimed = use_mut_ref(|| 0);
    let name = state.case.as_ref().map(|case| draft_key(&case.contract.contract.id));
    let asker = page.clone();
    use_effect_with((name, state.claims), move |(name, claims)| {
        let take_over = claimed.replace(*claims) != *claims;
        let asked = Rc::new(());
        let is_asked = Rc::downgrade(&asked);
        let told = move |holding| {
            let (page, is_asked) = (asker.clone(), is_asked.clone());
            spawn_local(async move {
                // The other tab's last draft is read before the page acts on the answer.
                find_changed_drafts(&page).await;
                if is_asked.upgrade().is_some() {
                    report_holding(&page, holding);
                }
            });
        };
        let held = name.as_ref().and_then(|name| hold(name, take_over, told));
        move || drop((held, asked))
    });
    let keeps = state
        .case
        .as_ref()
        .filter(|case| case.tabs == Tabs::Keeping && state.storing == Storing::On && case.is_stored());
    let kept = keeps.map(|case| (case.contract.contract.id.to_string(), Rc::clone(&case.draft_key)));
    use_effect_with(kept, |kept| {
        if let Some((contract, key)) = kept {
            // A tab that does not say so leaves the others without a draft to show, and they say that.
            let _ = storage::tell_keeper(contract, key);
        }
    });
}

fn report_holding(page: &Page, holding: Holding) {
    let own = || clock::unique().into();
    page.send(match holding {
        Holding::Mine => DraftAction::Keep,
        Holding::Others => DraftAction::OpenElsewhere { own: own() },
        Holding::TakenOver => DraftAction::TakenOver { own: own() },
    });
}

/// Shows the draft that another tab keeps. What was changed here is stored first.
pub(crate) fn follow(page: &Page, state: &Rc<State>) {
    let (page, state) = (page.clone(), Rc::clone(state));
    spawn_local(async move {
        if state.to_store().is_none() || store(&page, &state).await {
            find_changed_drafts(&page).await;
            page.send(DraftAction::Follow);
        }
    });
}
