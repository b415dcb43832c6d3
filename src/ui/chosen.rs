//! Keeps the files that were chosen together last, for whoever wants to see them side by side.

use std::cell::RefCell;

use crate::platform::drop::FoundFile;

thread_local! {
    static LAST: RefCell<Vec<FoundFile>> = const { RefCell::new(Vec::new()) };
}

/// Remembers files that were chosen together, in place of those before.
pub(crate) fn remember(files: &[FoundFile]) {
    LAST.set(files.to_vec());
}

/// Returns the files that were chosen together last, and forgets them.
pub(crate) fn take() -> Vec<FoundFile> {
    LAST.take()
}
