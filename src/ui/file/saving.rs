//! Writes the case to its file or to a new one; where the browser has no file access, downloads it.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::{FileOnDisk, limit};
use crate::app::save::{Outgoing, case_file};
use crate::app::{Case, FileChange, Link, SaveAction, SaveProblem, SavedFile, Seen, State};
use crate::format::MAX_BYTES;
use crate::i18n::text::FileText;
use crate::platform::disk::{self, DiskRefusal, Handle};
use crate::platform::download;
use crate::ui::context::Page;

/// Writes the case to its file, unless somebody else changed that. Without a file it asks for a new one.
pub(crate) fn save(page: &Page, state: &State) {
    begin(page, state, FileOnDisk::of_open_case(state), false);
}

/// Writes the case to a file that the person chooses.
pub(crate) fn save_as(page: &Page, state: &State) {
    begin(page, state, None, false);
}

/// Writes the case to its file, whatever somebody else did to that.
pub(super) fn overwrite(page: &Page, state: &State) {
    begin(page, state, FileOnDisk::of_open_case(state), true);
}

/// Writes the case to its file, although the page could not open that again.
pub(crate) fn save_anyway(page: &Page, state: &State) {
    if let Some((case, outgoing)) = to_save(state) {
        write(page, case, outgoing, FileOnDisk::of_open_case(state), false);
    }
}

/// One case on its way into a file.
struct Saving {
    page: Page,
    opening: Rc<str>,
    outgoing: Outgoing,
}

/// Returns what to save. Only one save runs at a time; a press meanwhile has no effect.
fn to_save(state: &State) -> Option<(&Case, Outgoing)> {
    state.case.as_deref().zip(case_file(state)).filter(|_| !state.saving)
}

/// Begins to save. A file that could not be opened again is not written before the person says so.
fn begin(page: &Page, state: &State, place: Option<FileOnDisk>, is_forced: bool) {
    let Some((case, outgoing)) = to_save(state) else { return };
    if outgoing.text.len() > MAX_BYTES {
        page.send(SaveAction::Failed { name: outgoing.name.into(), problem: SaveProblem::TooLarge });
        return;
    }
    write(page, case, outgoing, place, is_forced);
}

fn write(page: &Page, case: &Case, outgoing: Outgoing, place: Option<FileOnDisk>, is_forced: bool) {
    page.send(SaveAction::Begin);
    let saving = Saving { page: page.clone(), opening: Rc::clone(&case.opening), outgoing };
    match place {
        Some(place) => spawn_local(async move { saving.write_back(&place, is_forced).await }),
        None if disk::can_save() => spawn_local(async move { saving.write_new().await }),
        None => saving.hand_over(),
    }
}

impl Saving {
    async fn write_back(&self, place: &FileOnDisk, is_forced: bool) {
        // The person is asked before anything is waited for, since the browser soon forgets the press of the button.
        let handle = match place.handle() {
            Some(handle) if handle.may_write().await => handle,
            _ => return self.hand_over(),
        };
        if !is_forced {
            match handle.read(limit()).await {
                Ok(content) if place.disk.seen.is_same(&Seen::of(&content.bytes, content.modified)) => {}
                Ok(_) | Err(DiskRefusal::TooLarge { .. }) => return self.warn(place, FileChange::Edited),
                Err(DiskRefusal::Gone) => return self.warn(place, FileChange::Gone),
                Err(DiskRefusal::Denied) => return self.hand_over(),
                Err(DiskRefusal::Failed) => return self.fail(&place.name, SaveProblem::Untouched),
            }
        }
        match handle.write(&self.outgoing.text).await {
            Ok(()) => self.read_back(handle, &place.disk.link).await,
            Err(DiskRefusal::Denied) => self.hand_over(),
            Err(DiskRefusal::Gone) => self.warn(place, FileChange::Gone),
            Err(_) => {
                let now = handle.read(limit()).await.map(|now| Seen::of(&now.bytes, now.modified));
                let is_untouched = now.is_ok_and(|now| is_forced || now.is_same(&place.disk.seen));
                let problem = if is_untouched { SaveProblem::Untouched } else { SaveProblem::Uncertain };
                self.fail(&place.name, problem);
            }
        }
    }

    async fn write_new(&self) {
        let kind = self.page.words.text(FileText::Kind);
        match disk::choose_place(&self.outgoing.name, kind).await {
            Ok(Some(handle)) => match handle.write(&self.outgoing.text).await {
                Ok(()) => self.read_back(&handle, &Link::new(handle.clone())).await,
                Err(DiskRefusal::Denied) => self.hand_over(),
                Err(_) => self.fail(&handle.name().into(), SaveProblem::Uncertain),
            },
            Ok(None) => self.page.send(SaveAction::End),
            Err(_) => self.hand_over(),
        }
    }

    /// Reads the file back, since a browser may not have written what it says.
    async fn read_back(&self, handle: &Handle, link: &Link) {
        let name: Rc<str> = handle.name().into();
        let text = self.outgoing.text.as_bytes();
        let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
        match handle.read(length).await {
            Ok(content) if content.bytes == text => {
                let seen = Seen::of(&content.bytes, content.modified);
                self.page.send(SaveAction::Written {
                    opening: Rc::clone(&self.opening),
                    revision: self.outgoing.revision,
                    file: SavedFile::on_disk(name, link.clone(), seen),
                });
            }
            _ => self.fail(&name, SaveProblem::NotKept),
        }
    }

    /// Hands the case to the browser as a download.
    fn hand_over(&self) {
        let Outgoing { name, text, revision } = &self.outgoing;
        let name: Rc<str> = name.as_str().into();
        match download::save(&name, text, "application/json") {
            Ok(()) => self.page.send(SaveAction::HandedOver { name, revision: *revision }),
            Err(_) => self.fail(&name, SaveProblem::Untouched),
        }
    }

    fn warn(&self, place: &FileOnDisk, changed: FileChange) {
        let (opening, against) = (Rc::clone(&self.opening), place.disk.seen);
        self.page.send(SaveAction::Looked { opening, against, changed: Some(changed) });
        self.page.send(SaveAction::End);
    }

    fn fail(&self, name: &Rc<str>, problem: SaveProblem) {
        self.page.send(SaveAction::Failed { name: Rc::clone(name), problem });
    }
}
