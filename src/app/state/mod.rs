//! What the page knows: types with their queries. What happens to them stands in [`super::update`].

mod access;
mod addendum;
mod case;
mod choice;
mod compared;
mod draft;
mod history;
mod import;
mod message;
mod opening;
mod phrase;
mod plan;
mod problems;
mod saved_file;
mod sheet;
mod together;
mod value;
mod writing;

use std::rc::Rc;

pub(super) use access::{change_adjustment, change_entry, confirm_words, get, set};
pub(super) use addendum::{ADDENDUM_FIELDS, build_addendum};
pub(super) use case::own_parties;
pub use case::{Case, Tabs};
pub use choice::{ADDENDUM_KINDS, AddendumKind, AdjustmentKind, Choice, ChoiceKind, FieldKind};
pub use compared::{Compared, Comparison, OtherContract};
pub use draft::{
    DRAFT_PREFIX, Draft, DraftContent, DraftStatus, DraftSummary, FoundDraft, Moment, draft_key,
};
pub(super) use draft::{draft_content, draft_summary};
pub(super) use history::{AllSheets, ContractState, ContractStep, Pieces, UndoChange, UndoStep};
pub(in crate::app) use import::HeldTable;
pub use import::{
    Before, FirstOf, Import, ImportChange, ImportLine, IncomingTable, LISTED, Preview, SheetSource, Unused,
};
pub use message::{FileProblem, Message, SaveProblem, ShareProblem, StorageProblem};
pub use opening::{Incoming, Opening, Received, Refused};
pub(super) use opening::{blank_assessment, described_day, first_sheets};
pub use phrase::{WritingProblem, phrase_readings};
pub(super) use phrase::{phrase_json, rule_fits_at};
pub(super) use plan::WEIGHT;
pub use plan::{NotAYear, OwnField, PlanChoice, Planned, RangeEnd, RenewalPlan, expected, year_in};
pub use problems::{field_problem, field_text, objection_at, problems};
pub use saved_file::{FileChange, Link, OnDisk, SavedFile, Seen};
pub use sheet::{Sheet, SheetId, SheetKind, Typed};
pub use together::{NotUsed, Together, WhyNotUsed};
pub use value::{FieldProblem, Unlikely, Value};
pub(super) use value::{read_value, write_value};
pub use writing::{
    Writing, WritingKind, WrittenText, free_id, goal_removal, is_of_hundred, item_of, next_label,
    phrase_text, read_weight, weight_text, written_text,
};

use crate::domain::assessment::Assessor;
use crate::domain::contract::Contract;
use crate::domain::evaluation::Evaluation;
use crate::i18n::Lang;

/// Everything that the page shows follows from this.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// The language of the page.
    pub lang: Lang,
    /// What is open; nothing on the start screen.
    pub case: Option<Rc<Case>>,
    /// The file that is being read.
    pub opening: Option<Opening>,
    /// The last file that could not be opened, with all that is wrong with it. What was open stays open.
    pub refused: Option<Rc<Refused>>,
    /// Files that were chosen together, until a person says which of their contracts is meant.
    pub together: Option<Rc<Together>>,
    /// Of the files that were chosen together, those that are not used.
    pub unused: Rc<[NotUsed]>,
    /// What was put aside, unsaved, when something else was opened.
    pub aside: Option<Rc<Case>>,
    /// A contract from an address, to be opened in place of what is open once a person says so.
    pub offered: Option<Rc<Received>>,
    /// Whether the case is being written to a file just now.
    pub saving: bool,
    /// A table of measured results, with what it would change.
    pub import: Option<Rc<Import>>,
    /// What happened last, to be announced.
    pub message: Option<Rc<Message>>,
    /// The drafts that the browser keeps, as found at the start.
    pub drafts: Rc<[FoundDraft]>,
    /// The party that the person assesses for, once that was said.
    pub party: Option<Assessor>,
    /// Whether the browser may keep drafts.
    pub storing: Storing,
    /// How often this tab asked to keep a draft that another one kept.
    pub claims: u32,
    /// Whether a new version of the page waits.
    pub new_version: NewVersion,
}

/// Whether a new version of the page waits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NewVersion {
    /// None does, or nobody wants to hear of it now.
    #[default]
    None,
    /// One waits to be let in.
    Waits,
    /// One is wanted, but the browser cannot keep what is open, which has to be saved as a file first.
    SaveFirst,
}

/// Whether the browser may keep drafts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storing {
    /// It may.
    On,
    /// It may once a person says so: pages opened as local files share their storage.
    #[default]
    Off,
    /// Another tab removed all that the page kept, and nobody has said since that drafts are wanted here.
    Removed,
    /// The browser refuses.
    Blocked,
}

impl State {
    /// The assessment on the screen.
    pub fn sheet(&self) -> Option<&Rc<Sheet>> {
        self.case.as_ref()?.sheet()
    }

    /// What the assessment on the screen comes to.
    pub fn evaluation(&self) -> Option<&Rc<Evaluation>> {
        self.sheet().map(|sheet| &sheet.evaluation)
    }

    /// The contract that is open.
    pub fn contract(&self) -> Option<&Rc<Contract>> {
        self.case.as_ref().map(|case| &case.contract.contract)
    }

    /// Whether closing the page now would lose work that neither a file nor the browser holds.
    pub fn would_lose_work(&self) -> bool {
        let mut open = self.case.iter().chain(&self.aside);
        open.any(|case| case.has_unsaved_work() && !case.is_stored())
    }

    /// Whether the browser may keep drafts and has been told so.
    pub fn may_store(&self) -> bool {
        self.storing == Storing::On
    }

    /// The revision whose draft the browser should keep now; `None` while there is nothing to store.
    pub fn to_store(&self) -> Option<u64> {
        let case = self.case.as_ref().filter(|_| self.storing == Storing::On)?;
        let is_shown = matches!(case.tabs, Tabs::Following { .. });
        let is_unwanted = case.draft == DraftStatus::Removed { revision: case.revision };
        let pending = case.revision > 0 && !case.is_stored() && !is_shown && !is_unwanted;
        pending.then_some(case.revision)
    }

    /// The draft that another tab keeps of the contract that is open here.
    pub fn kept_elsewhere(&self) -> Option<&FoundDraft> {
        let case = self.case.as_ref().filter(|case| case.tabs != Tabs::Keeping)?;
        self.drafts.iter().find(|draft| case.is_kept_as(draft))
    }

    /// Whether the browser should keep the draft of a case, said that it does, and does not.
    pub(in crate::app) fn is_draft_missing(&self, case: &Case) -> bool {
        let is_there = self.drafts.iter().any(|draft| draft.key == case.draft_key);
        self.storing == Storing::On && case.is_stored() && !is_there
    }
}
