//! Works with the file that holds the case: writes it back, watches it, shows its state.

mod banners;
mod looking;
mod saving;
mod state;

pub(crate) use banners::{aside_banner, changed_banner, save_problem};
pub(crate) use looking::{look, use_file};
pub(crate) use saving::{save, save_anyway, save_as};
pub(crate) use state::file_state;

use std::rc::Rc;

use self::looking::open_theirs;
use self::saving::overwrite;
use crate::app::{Link, OnDisk, State};
use crate::format::MAX_BYTES;
use crate::platform::disk::Handle;

/// The file of the open case, on disk.
struct FileOnDisk {
    opening: Rc<str>,
    name: Rc<str>,
    disk: OnDisk,
}

impl FileOnDisk {
    /// Returns the file of the open case; `None` where the browser only hands files in and out.
    fn of_open_case(state: &State) -> Option<Self> {
        let case = state.case.as_ref()?;
        let file = case.file.as_ref()?;
        let (opening, name) = (Rc::clone(&case.opening), Rc::clone(&file.name));
        Some(Self { opening, name, disk: file.disk.clone()? })
    }

    fn handle(&self) -> Option<&Handle> {
        handle(&self.disk.link)
    }
}

fn handle(link: &Link) -> Option<&Handle> {
    link.get()
}

/// Returns how much of a file is read at most, in bytes.
fn limit() -> u32 {
    u32::try_from(MAX_BYTES).unwrap_or(u32::MAX)
}
