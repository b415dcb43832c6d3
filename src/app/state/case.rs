//! A contract with its assessments, and how it stands to files, drafts and other tabs.

use std::rc::Rc;

use super::compared::{Compared, Comparison};
use super::draft::{DraftContent, DraftStatus, FoundDraft, draft_key};
use super::history::History;
use super::plan::RenewalPlan;
use super::saved_file::SavedFile;
use super::sheet::{Sheet, SheetId, SheetKind};
use super::writing::Writing;
use crate::domain::address::FieldId;
use crate::domain::assessment::{Assessment, Assessor};
use crate::domain::changes::Edition;
use crate::findings::Diagnostic;
use crate::format::ContractFile;
use crate::small::sort_by_key;

/// A contract with its assessments.
#[derive(Clone, Debug)]
pub struct Case {
    /// The contract with its text, word for word.
    pub contract: ContractFile,
    /// What the reader found worth saying about the file.
    pub findings: Rc<[Diagnostic]>,
    /// Whether it has looked for that; the first view does not wait for it.
    pub is_examined: bool,
    /// The assessments, what-ifs among them; never empty.
    pub sheets: Vec<Rc<Sheet>>,
    /// The assessment on the screen.
    pub current: SheetId,
    /// The parties whose assessments may be changed here: the person's own, and those that the person asked for.
    pub own: Vec<Assessor>,
    /// The field that is being typed in.
    pub typing: Option<FieldId>,
    /// What is typed into the contract's own fields.
    pub writing: Rc<Writing>,
    /// What can be undone and done again.
    pub history: History,
    /// Counts the changes, undoing included; it tells which state of the case was stored.
    pub revision: u64,
    /// How many changes led to the draft that it was opened from.
    pub changes_before: u64,
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
    pub stored_checksum: Option<Rc<str>>,
    /// How this tab stands to others with the same contract.
    pub tabs: Tabs,
    /// The key that its drafts are stored under.
    pub draft_key: Rc<str>,
    /// Whether its contract was made here, so that it is what a person looks at first.
    pub is_new: bool,
    /// What the contract is compared with.
    pub compared: Option<Rc<Compared>>,
    /// What was decided for next year's contract.
    pub plan: Option<Rc<RenewalPlan>>,
    /// The identifier of the next assessment.
    pub(in crate::app) next_sheet: SheetId,
    /// Whether the file brought no assessment, so that an empty one was made.
    pub(in crate::app) opened_blank: bool,
}

/// How this tab stands to others that have the same contract open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Tabs {
    /// There is no other, or it is this tab that keeps the draft.
    #[default]
    Keeping,
    /// Another tab keeps the draft; what is changed here goes into a draft of its own.
    Beside {
        /// What no other tab has: it names the draft of its own.
        own: Rc<str>,
    },
    /// The draft that another tab keeps is shown as it changes there. What is changed here ends that.
    Following {
        /// What no other tab has.
        own: Rc<str>,
    },
}

impl Case {
    /// A case just opened, with the last of its assessments on the screen.
    pub(in crate::app) fn new(contract: ContractFile, sheets: Vec<Rc<Sheet>>, opening: &str) -> Self {
        let draft_key = draft_key(&contract.contract.id).into();
        let last = sheets.last().map_or(SheetId(0), |sheet| sheet.id);
        Self {
            own: own_parties(&sheets, None),
            contract,
            findings: Rc::default(),
            is_examined: true,
            sheets,
            current: last,
            next_sheet: SheetId(last.0 + 1),
            opened_blank: false,
            typing: None,
            writing: Rc::default(),
            history: History::default(),
            revision: 0,
            changes_before: 0,
            saved: 0,
            file: None,
            draft: DraftStatus::None,
            opening: opening.into(),
            author: opening.into(),
            stored_checksum: None,
            tabs: Tabs::default(),
            draft_key,
            is_new: false,
            compared: None,
            plan: None,
        }
    }

    /// The assessment on the screen.
    pub fn sheet(&self) -> Option<&Rc<Sheet>> {
        self.sheet_with(self.current)
    }

    /// The assessment with this identifier.
    pub fn sheet_with(&self, id: SheetId) -> Option<&Rc<Sheet>> {
        self.sheets.iter().find(|sheet| sheet.id == id)
    }

    /// Whether an assessment is another party's, to be read and not changed until a person asks for that.
    pub fn is_of_other(&self, sheet: &Sheet) -> bool {
        let by = sheet.assessment().by;
        sheet.kind == SheetKind::Real && by != Assessor::Agreed && !self.own.contains(&by)
    }

    /// The case once its person may change the assessments of a party.
    pub(in crate::app) fn editable_by(mut self, party: Assessor) -> Self {
        if !self.own.contains(&party) {
            self.own.push(party);
        }
        self
    }

    /// Whether something changed since the file was opened or saved.
    pub fn is_unsaved(&self) -> bool {
        self.revision != self.saved
    }

    /// Whether it has something that no file holds: changes, or choices for next year's contract.
    pub fn has_unsaved_work(&self) -> bool {
        self.is_unsaved() || self.plan.is_some()
    }

    /// Whether the browser holds the case as it is.
    pub fn is_stored(&self) -> bool {
        matches!(self.draft, DraftStatus::Stored { revision, .. } if revision == self.revision)
    }

    /// The assessments of the file that say which day they describe, the earliest first. Those of one day stay in the
    /// order of the file.
    pub fn timeline(&self) -> Vec<&Rc<Sheet>> {
        let dated = |sheet: &&Rc<Sheet>| sheet.kind == SheetKind::Real && sheet.assessment().as_of.is_some();
        let mut sheets: Vec<_> = self.sheets.iter().filter(dated).collect();
        sort_by_key(&mut sheets, |sheet| sheet.assessment().as_of);
        sheets
    }

    /// The real assessment behind a sheet: itself, or the one that a what-if was copied from. Where that is gone, the
    /// last of the file stands for it.
    pub fn real_of<'a>(&'a self, sheet: &'a Rc<Sheet>) -> &'a Rc<Sheet> {
        if sheet.kind == SheetKind::Real {
            return sheet;
        }
        let is_real = |one: &&Rc<Sheet>| one.kind == SheetKind::Real;
        let origin = sheet.copied_from.and_then(|id| self.sheet_with(id)).filter(is_real);
        origin.or_else(|| self.sheets.iter().rfind(is_real)).unwrap_or(sheet)
    }

    /// The real assessment that counts before all others.
    pub fn deciding(&self) -> Option<&Assessment> {
        let real = self.sheets.iter().filter(|sheet| sheet.kind == SheetKind::Real);
        real.map(|sheet| sheet.assessment()).max_by_key(|one| one.precedence())
    }

    /// What the contract is compared with: another one that was chosen, else itself before the addenda that the deciding
    /// assessment has. None where a file was chosen that is no contract.
    pub fn comparison(&self) -> Option<Comparison<'_>> {
        let (file, contract) = (&self.contract, &*self.contract.contract);
        let deciding = self.deciding();
        let own = Edition { contract, assessment: deciding };
        match self.compared.as_deref() {
            Some(Compared::Contract(other)) => {
                let (contract, assessment) = (&*other.file.contract, other.assessment.as_ref());
                let theirs = Edition { contract, assessment };
                return Some(if other.is_newer {
                    Comparison { files: [file, &other.file], editions: [own, theirs] }
                } else {
                    Comparison { files: [&other.file, file], editions: [theirs, own] }
                });
            }
            Some(Compared::Refused { .. } | Compared::Assessment { .. }) => return None,
            None => {}
        }
        let assessment = deciding?;
        let mut entries = assessment.results.values().chain(assessment.individual.areas.values());
        entries.any(|entry| entry.addendum.is_some()).then_some(Comparison {
            files: [file, file],
            editions: [Edition { contract, assessment: None }, own],
        })
    }

    /// The what-if that was begun last on an assessment.
    pub fn what_if_of(&self, real: &Sheet) -> Option<&Rc<Sheet>> {
        self.sheets.iter().rfind(|sheet| sheet.kind == SheetKind::WhatIf && self.real_of(sheet).id == real.id)
    }

    /// What names a draft of its own, where the case before it had one of the same contract.
    pub(in crate::app) fn own_beside(&self, before: Option<&Rc<Self>>) -> Option<Rc<str>> {
        let same = before.filter(|before| before.contract.contract.id == self.contract.contract.id)?;
        same.tabs.own().cloned()
    }

    /// Whether a draft is the one that a tab keeps of this contract.
    pub(in crate::app) fn is_kept_as(&self, draft: &FoundDraft) -> bool {
        match &draft.content {
            DraftContent::Readable(summary) => draft.is_kept && summary.contract == self.contract.contract.id,
            DraftContent::Newer | DraftContent::Older | DraftContent::Broken => false,
        }
    }

    /// Whether it is as it came out of its draft.
    pub(in crate::app) fn is_as_resumed(&self) -> bool {
        self.revision == 1 && self.is_stored()
    }
}

impl Tabs {
    /// What names a draft of this tab's own, while another one keeps the contract's.
    pub fn own(&self) -> Option<&Rc<str>> {
        match self {
            Self::Keeping => None,
            Self::Beside { own } | Self::Following { own } => Some(own),
        }
    }
}

/// The parties whose assessments a person may change at first: the person's own where that is known, else the only
/// one. Where there are several, nobody knows which of them the person is.
pub(in crate::app) fn own_parties(sheets: &[Rc<Sheet>], person: Option<Assessor>) -> Vec<Assessor> {
    if let Some(person) = person {
        return vec![person];
    }
    let real = sheets.iter().filter(|sheet| sheet.kind == SheetKind::Real);
    let mut parties = real.map(|sheet| sheet.assessment().by).filter(|by| *by != Assessor::Agreed);
    match parties.next() {
        Some(first) if parties.all(|by| by == first) => vec![first],
        Some(_) => Vec::new(),
        None => vec![Assessor::Director],
    }
}
