//! Watches the file for changes by others while the person was away, and opens them.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::{FileOnDisk, limit};
use crate::app::{Action, FileChange, FileProblem, SaveAction, SavedFile, Seen, State};
use crate::platform::disk::{DiskRefusal, modified};
use crate::platform::events::on_return;
use crate::ui::context::Page;
use crate::ui::later::look_at_file;
use crate::ui::shared::use_latest;
use crate::ui::start::{open_later, progress_sender, read_slowly};

/// Looks at the file each time the person comes back to the page.
#[hook]
pub(crate) fn use_file(state: &Rc<State>, page: &Page) {
    let latest = use_latest(state);
    let page = page.clone();
    use_effect_with(FileOnDisk::of_open_case(state).is_some(), move |is_on_disk| {
        let listening = is_on_disk.then(|| on_return(move || look_at_file(&page, &latest.borrow())));
        move || drop(listening)
    });
}

/// Looks whether somebody else wrote the file.
pub(crate) fn look(page: &Page, state: &State) {
    let Some(place) = FileOnDisk::of_open_case(state).filter(|_| !state.saving) else { return };
    let page = page.clone();
    spawn_local(async move {
        if let Some(changed) = change_on_disk(&place).await {
            let (opening, against) = (place.opening, place.disk.seen);
            page.send(SaveAction::Looked { opening, against, changed });
        }
    });
}

/// Returns how a file changed on disk; the outer `None` where that cannot be told just now. It is read only where its
/// time or its size differs.
async fn change_on_disk(place: &FileOnDisk) -> Option<Option<FileChange>> {
    let seen = place.disk.seen;
    let handle = place.handle()?;
    let file = match handle.file().await {
        Ok(file) => file,
        Err(DiskRefusal::Gone) => return Some(Some(FileChange::Gone)),
        Err(_) => return None,
    };
    if modified(&file) == seen.modified && crate::platform::file::size(&file) == seen.size {
        return Some(None);
    }
    match handle.read(limit()).await {
        Ok(now) => Some((!seen.is_same(&Seen::of(&now.bytes, now.modified))).then_some(FileChange::Edited)),
        Err(DiskRefusal::TooLarge { .. }) => Some(Some(FileChange::Edited)),
        Err(DiskRefusal::Gone) => Some(Some(FileChange::Gone)),
        Err(DiskRefusal::Denied | DiskRefusal::Failed) => None,
    }
}

/// Opens the version that somebody else wrote. Changes made here are put aside.
pub(super) fn open_theirs(page: &Page, state: &State) {
    let Some(place) = FileOnDisk::of_open_case(state) else { return };
    let sender = page.clone();
    open_later(page, async move { theirs(&sender, place).await.unwrap_or(Action::StopOpening) });
}

async fn theirs(page: &Page, place: FileOnDisk) -> Option<Action> {
    let name = Rc::clone(&place.name);
    let problem = match place.handle()?.read(limit()).await {
        Ok(content) => {
            page.send(Action::Opening(Rc::clone(&name)));
            let seen = Seen::of(&content.bytes, content.modified);
            let incoming = read_slowly(&progress_sender(page), &name, &content.bytes).await?;
            let file = SavedFile::on_disk(name, place.disk.link, seen);
            return Some(Action::Open(Rc::new(incoming.from_file(file))));
        }
        Err(DiskRefusal::Gone) => {
            let (opening, against) = (place.opening, place.disk.seen);
            return Some(SaveAction::Looked { opening, against, changed: Some(FileChange::Gone) }.into());
        }
        Err(DiskRefusal::TooLarge { size }) => FileProblem::TooLarge { size, limit: limit().into() },
        Err(DiskRefusal::Denied | DiskRefusal::Failed) => FileProblem::Unreadable,
    };
    Some(Action::FileFailed { name, problem })
}
