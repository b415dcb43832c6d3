//! What the page has to tell, as typed values; the words are the page's.

use std::rc::Rc;

use super::field::FieldId;
use crate::domain::contract::ContractId;

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Message {
    /// A contract was opened.
    Opened {
        /// Its title.
        title: Rc<str>,
    },
    /// A draft was opened.
    Resumed {
        /// The contract's title.
        title: Rc<str>,
    },
    /// An assessment was added to the open contract.
    AssessmentAdded {
        /// The file.
        name: Rc<str>,
        /// Whether it was made for just this text of the contract; a difference is shown, not refused.
        same_contract: bool,
    },
    /// An assessment of a contract that is not open.
    AssessmentOfOther {
        /// The file.
        name: Rc<str>,
        /// The contract that has to be opened first.
        wanted: ContractId,
    },
    /// Measured results were taken over from a table.
    Imported {
        /// The file.
        name: Rc<str>,
        /// How many fields were changed.
        count: usize,
    },
    /// A table of measured results, and no contract is open.
    TableNeedsContract {
        /// The file.
        name: Rc<str>,
    },
    /// A file could not be taken in.
    File {
        /// The file.
        name: Rc<str>,
        /// Why.
        problem: FileProblem,
    },
    /// The file was handed to the browser to be saved.
    Saved {
        /// Its name.
        name: Rc<str>,
    },
    /// The last change was undone.
    Undone {
        /// The field that it was made in, to be shown.
        field: Option<FieldId>,
    },
    /// The change was made again.
    Redone {
        /// The field that it was made in, to be shown.
        field: Option<FieldId>,
    },
    /// The reading of a file was broken off.
    OpeningStopped {
        /// The file's name.
        name: Rc<str>,
    },
    /// The browser keeps an unsaved draft of the contract that was opened from a file.
    DraftExists {
        /// The draft's key, to resume it.
        key: Rc<str>,
    },
    /// The contract is open in another tab, which keeps its draft.
    OpenElsewhere,
    /// Another tab took the draft over.
    TakenOver,
    /// This tab keeps the draft now.
    Keeping,
    /// The draft of what is open was cleared from the browser, by somebody else than the page.
    DraftGone,
    /// The draft was removed from the browser.
    DraftRemoved,
    /// Everything was removed from the browser.
    AllRemoved,
    /// Not everything could be removed from the browser.
    RemovalFailed,
    /// Everything was removed from the browser in another tab.
    RemovedElsewhere,
}

/// Why a file could not be taken in at all, before its content was looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// It is larger than the page reads.
    TooLarge {
        /// Its size in bytes.
        size: u64,
        /// The largest size in bytes.
        limit: u64,
    },
    /// The browser could not read it.
    Unreadable,
}

/// Why the browser did not keep something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageProblem {
    /// The browser refuses to store anything.
    Blocked,
    /// There is no room left.
    Full,
    /// What was read back is not what was written.
    NotKept,
}
