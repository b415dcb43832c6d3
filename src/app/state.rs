//! What the page knows.

use std::fmt;
use std::rc::Rc;

use super::draft::FoundDraft;
use super::field::FieldId;
use super::history::History;
use super::import::Import;
use super::message::{Message, StorageProblem};
use super::open::{Opening, Refused};
use super::received::Received;
use super::saved_file::SavedFile;
use super::sheet::{Sheet, SheetId};
use super::tabs::Tabs;
use crate::domain::contract::Contract;
use crate::domain::date::{Date, iso, parse_date};
use crate::domain::evaluation::Evaluation;
use crate::findings::Diagnostic;
use crate::format::ContractFile;
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

/// A contract with its assessments.
#[derive(Clone, Debug)]
pub struct Case {
    /// The contract with its text, word for word.
    pub contract: ContractFile,
    /// What the reader found worth saying about the file.
    pub findings: Rc<[Diagnostic]>,
    /// The assessments, what-ifs among them; never empty.
    pub sheets: Vec<Rc<Sheet>>,
    /// The assessment on the screen.
    pub current: SheetId,
    /// The field that is being typed in.
    pub typing: Option<FieldId>,
    /// What can be undone and done again.
    pub history: History,
    /// Counts the changes, undoing included; it tells which state of the case was stored.
    pub revision: u64,
    /// The revision that the file holds: as opened, or as saved last.
    pub saved: u64,
    /// The file that holds the case; none for a contract alone, an example or a draft.
    pub file: Option<SavedFile>,
    /// How the draft in the browser stands.
    pub draft: DraftStatus,
    /// Names this opening of the case, so that a draft of another one is never overwritten.
    pub opening: Rc<str>,
    /// Names whose work it is in its draft: the opening, or what this tab alone has.
    pub author: Rc<str>,
    /// The checksum of the draft as this tab stored or read it last.
    pub known: Option<Rc<str>>,
    /// How this tab stands to others with the same contract.
    pub tabs: Tabs,
    /// The key that its drafts are stored under.
    pub draft_key: Rc<str>,
    /// The identifier of the next assessment.
    pub(super) next_sheet: SheetId,
    /// Whether the file brought no assessment, so that an empty one was made.
    pub(super) opened_blank: bool,
}

/// How the draft in the browser stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DraftStatus {
    /// Nothing was stored yet.
    #[default]
    None,
    /// This revision was stored.
    Stored {
        /// The revision.
        revision: u64,
        /// When.
        at: Moment,
    },
    /// A person removed the draft of this revision; the next change is stored again.
    Removed {
        /// The revision.
        revision: u64,
    },
    /// The last attempt failed.
    Failed(StorageProblem),
}

/// A day and a time of day where the person sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
}

impl State {
    /// The same with something to tell.
    pub(super) fn telling(&self, message: Message) -> Self {
        Self { message: Some(Rc::new(message)), ..self.clone() }
    }

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

    /// Whether closing the page now would lose work: changes that neither a file nor the browser holds.
    pub fn would_lose_work(&self) -> bool {
        let open = self.case.iter().chain(&self.aside);
        open.into_iter().any(|case| case.is_unsaved() && !case.is_stored())
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
}

impl Case {
    /// The assessment on the screen.
    pub fn sheet(&self) -> Option<&Rc<Sheet>> {
        self.sheet_with(self.current)
    }

    /// The assessment with this identifier.
    pub fn sheet_with(&self, id: SheetId) -> Option<&Rc<Sheet>> {
        self.sheets.iter().find(|sheet| sheet.id == id)
    }

    /// Whether something changed since the file was opened or saved.
    pub fn is_unsaved(&self) -> bool {
        self.revision != self.saved
    }

    /// Whether the browser holds the case as it is.
    pub fn is_stored(&self) -> bool {
        matches!(self.draft, DraftStatus::Stored { revision, .. } if revision == self.revision)
    }
}

impl Moment {
    /// Reads `2009-12-31T14:32`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let (hour, minute) = time.split_once(':')?;
        let field =
            |text: &str, limit: u8| text.parse().ok().filter(|number| *number < limit && text.len() == 2);
        Some(Self { date: parse_date(date)?, hour: field(hour, 24)?, minute: field(minute, 60)? })
    }
}

/// `2009-12-31T14:32`
impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}T{:02}:{:02}", iso(self.date), self.hour, self.minute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_read_back_as_they_are_written() {
        assert_eq!(Moment::parse("2009-12-31T04:32").unwrap().to_string(), "2009-12-31T04:32");
        for text in
            ["2009-12-31", "2009-12-31T24:00", "2009-12-31T4:32", "2009-02-30T04:32", "2009-12-31T04:60"]
        {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
