//! What lies where a draft is to be stored, and what becomes of it: nothing that somebody did is overwritten.

use super::draft::{DraftContent, content};
use super::state::Case;

/// What becomes of a stored text when the draft of a case would take its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// It is an earlier state of the same work, or a file holds it all.
    Replaced,
    /// It is put aside under this key first: it has changes that no file holds and belongs to another
    /// opening of the case, or it cannot be read.
    PutAside(String),
    /// Another tab goes on with the same work and keeps it here, so that this one has to move.
    InUse,
}

/// What becomes of a text that is stored under the key of the case's draft.
pub fn earlier(case: &Case, stored: &str) -> Earlier {
    let aside = |what: &str| Earlier::PutAside(format!("{}:{what}", case.draft_key));
    match content(stored) {
        DraftContent::Readable(summary) if summary.opening == case.author => {
            let is_own = case.known.as_ref().is_none_or(|known| *known == summary.checksum);
            if is_own { Earlier::Replaced } else { Earlier::InUse }
        }
        DraftContent::Readable(summary) if summary.unsaved => aside(&summary.opening),
        DraftContent::Readable(_) => Earlier::Replaced,
        DraftContent::Newer => aside("newer"),
        DraftContent::Older => aside("older"),
        DraftContent::Broken => aside("broken"),
    }
}
