//! What the page has to tell, as typed values; the words are the page's.

use std::rc::Rc;

use crate::domain::address::FieldId;
use crate::domain::assessment::Assessor;
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
    /// Code of the page that was asked for cannot be had.
    PartMissing,
    /// The case has as many assessments as a file may hold.
    TooManyAssessments,
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
    /// The browser may not write to the case's file, so that the case was handed over as another one.
    SavedInstead {
        /// The other file's name.
        name: Rc<str>,
        /// The file that may not be written.
        refused: Rc<str>,
    },
    /// The case could not be saved.
    NotSaved {
        /// The file.
        name: Rc<str>,
        /// Why.
        problem: SaveProblem,
    },
    /// What came in through the address cannot be used.
    Share(ShareProblem),
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
    /// An assessment was removed, which can be undone.
    SheetRemoved {
        /// What it was called.
        title: Rc<str>,
        /// The revision after it: as long as it is the case's, undoing brings the assessment back.
        revision: u64,
    },
    /// The assessment was locked.
    NowLocked,
    /// The assessment was unlocked.
    NowUnlocked,
    /// The assessment is locked, so that nothing in it was changed.
    Locked,
    /// The assessment is another party's, so that nothing in it was changed.
    OfOther {
        /// Whose it is.
        by: Assessor,
    },
    /// An assessment was begun from another one, which was locked.
    Begun {
        /// What the other one is called.
        from: Rc<str>,
    },
    /// A result that others combine to was entered.
    Combined {
        /// The goal.
        goal: Rc<str>,
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

/// Why a case is not in its file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveProblem {
    /// It could not be written; what the file held before is still there.
    Untouched,
    /// It could not be written, and what the file holds now is uncertain.
    Uncertain,
    /// What was read back is not what was written.
    NotKept,
    /// Nothing was written: the file would be larger than what the page opens.
    TooLarge,
}

/// Why a contract that an address speaks of is not opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ShareProblem {
    /// The link was cut or changed on its way.
    Damaged,
    /// It would unpack to more than the page reads.
    TooLarge,
    /// It holds an assessment. A link never carries results or pay.
    HoldsResults,
    /// A name that does not lead to a contract beside the page.
    NoName {
        /// The name, as far as it is shown.
        name: Rc<str>,
    },
    /// There is no such contract beside the page, or no network.
    NotThere {
        /// The name.
        name: Rc<str>,
    },
    /// A page that was opened as a local file has no contracts beside it that it may read.
    LocalFile,
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
    /// A newer version of the page has its drafts there.
    Newer,
}
