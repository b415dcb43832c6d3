//! Removes one draft, or all that the browser holds of the page.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::storage_problem;
use crate::app::{DraftAction, Storing};
use crate::platform::removal::remove_kept;
use crate::platform::{page as browser, storage};
use crate::ui::context::Page;

pub(crate) fn remove(page: &Page, key: &Rc<str>) {
    let (page, key) = (page.clone(), Rc::clone(key));
    spawn_local(async move {
        if storage::remove(&key).await.is_ok() {
            page.send(DraftAction::Removed { key });
        }
    });
}

/// Removes everything that the page ever stored, and the page itself as the browser keeps it.
pub(crate) fn remove_all(page: &Page) {
    let page = page.clone();
    spawn_local(async move {
        if let Err(refusal) = storage::remove_all().await {
            page.send(DraftAction::Failed(storage_problem(refusal)));
            page.send(DraftAction::RemovalFailed);
            return;
        }
        page.send(DraftAction::AllRemoved);
        if browser::is_local_file() {
            page.send(DraftAction::Storing(Storing::Off));
        }
        if !remove_kept().await {
            page.send(DraftAction::RemovalFailed);
        }
    });
}
