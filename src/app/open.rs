//! Files on their way in.

use std::rc::Rc;

use super::draft::{self, DraftContent};
use super::message::Message;
use super::saved_file::SavedFile;
use super::sheet::{Sheet, SheetId, SheetKind};
use super::sheets::blank;
use super::state::{Case, DraftStatus, State};
use super::tabs::Tabs;
use crate::domain::contract::Contract;
use crate::domain::date::{Date, calendar_date};
use crate::findings::Diagnostic;
use crate::format::{AssessmentFile, CaseFile, ContractFile, Document, Reading, read, read_paced};
use crate::pace::{Progress, Stage, at_once, no_pause};

/// A file that was read.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its name.
    pub name: Rc<str>,
    /// What it holds; none where it cannot be used.
    pub document: Option<Document>,
    /// What is wrong with it.
    pub diagnostics: Rc<[Diagnostic]>,
    /// The assessments that it opens with, worked out; none where it brings no contract.
    sheets: Vec<Rc<Sheet>>,
    /// The day: what an empty assessment describes, unless the contract ends before.
    today: Date,
    /// Names this opening; no two of them in one browser are the same.
    pub opening: Rc<str>,
    /// Where it came from; none where it is no file of the person's.
    pub file: Option<SavedFile>,
}

/// A file that is being read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opening {
    /// Its name.
    pub name: Rc<str>,
    /// How far it is; none before the first word about it.
    pub progress: Option<Progress>,
    /// Whether the page was called with it: then there is nothing else to show until it is there.
    pub called_for: bool,
}

/// A file that could not be opened.
#[derive(Clone, Debug)]
pub struct Refused {
    /// Its name.
    pub name: Rc<str>,
    /// What is wrong with it.
    pub diagnostics: Rc<[Diagnostic]>,
}

impl Incoming {
    /// Reads a file in one go: for examples, and for whoever can wait.
    pub fn read(name: &str, bytes: &[u8], today: Date, opening: &str) -> Self {
        at_once(Self::read_paced(name, bytes, today, opening, &mut no_pause))
    }

    /// Reads a file in slices, and calls `pause` with how far it is after each.
    pub async fn read_paced(
        name: &str,
        bytes: &[u8],
        today: Date,
        opening: &str,
        pause: &mut impl AsyncFnMut(Progress),
    ) -> Self {
        let Reading { document, diagnostics } = read_paced(bytes, pause).await;
        let sheets = match document.as_ref().and_then(Document::contract) {
            Some((contract, files)) => sheets(contract, files.to_vec(), today, pause).await,
            None => Vec::new(),
        };
        let (name, opening, diagnostics) = (name.into(), opening.into(), diagnostics.into());
        Self { name, document, diagnostics, sheets, today, opening, file: None }
    }

    /// The same, from this file.
    #[must_use]
    pub fn from_file(self, file: SavedFile) -> Self {
        Self { file: Some(file), ..self }
    }

    /// The same contract together with an assessment of it, as one case.
    #[must_use]
    pub fn with_assessment(mut self, bytes: &[u8]) -> Self {
        let reading = read(bytes);
        if let (Some(Document::Contract(contract)), Some(Document::Assessment(assessment))) =
            (&self.document, reading.document)
        {
            let assessments = vec![*assessment];
            self.sheets = at_once(sheets(contract, assessments.clone(), self.today, &mut no_pause));
            self.document = Some(Document::Case(CaseFile { contract: contract.clone(), assessments }));
        }
        self.diagnostics = self.diagnostics.iter().cloned().chain(reading.diagnostics).collect();
        self
    }
}

impl State {
    /// The state with a file that is further on; none where that is nothing new.
    pub(super) fn further(&self, progress: Progress) -> Option<Self> {
        let opening = self.opening.as_ref()?;
        let next = Opening { progress: Some(progress), ..opening.clone() };
        (next != *opening).then(|| Self { opening: Some(next), ..self.clone() })
    }

    /// The state without the file that was being read. What was open stays open.
    pub(super) fn stopped(&self) -> Option<Self> {
        let name = Rc::clone(&self.opening.as_ref()?.name);
        let message = Some(Rc::new(Message::OpeningStopped { name }));
        Some(Self { opening: None, message, ..self.clone() })
    }

    /// The state after a file was read. A file that cannot be used changes nothing but the list of what is
    /// wrong with it.
    pub(super) fn opened(&self, file: &Incoming) -> Self {
        let mut next = Self { opening: None, refused: None, import: None, offered: None, ..self.clone() };
        match &file.document {
            None => {
                let (name, diagnostics) = (Rc::clone(&file.name), Rc::clone(&file.diagnostics));
                next.refused = Some(Rc::new(Refused { name, diagnostics }));
            }
            Some(Document::Assessment(assessment)) => next.attach(assessment, file),
            Some(document) => {
                if let Some((contract, assessments)) = document.contract() {
                    next.open_case(contract, assessments.is_empty(), file);
                }
            }
        }
        next
    }

    fn open_case(&mut self, contract: &ContractFile, is_blank: bool, file: &Incoming) {
        let mut case = Case::new(contract.clone(), file.sheets.clone(), &file.opening);
        case.opened_blank = is_blank;
        case.findings = Rc::clone(&file.diagnostics);
        let mut case = case.joining(self.case.as_ref());
        let waiting = self.drafts.iter().find(|draft| match &draft.content {
            DraftContent::Readable(summary) => summary.unsaved && summary.contract == contract.contract.id,
            _ => false,
        });
        self.message = Some(Rc::new(match waiting {
            Some(draft) => Message::DraftExists { key: Rc::clone(&draft.key) },
            None => Message::Opened { title: contract.contract.title.as_str().into() },
        }));
        // A contract alone is never written over by a case: the first save makes a file of its own.
        let is_case = matches!(file.document, Some(Document::Case(_)));
        case.file = file.file.clone().filter(|_| is_case);
        self.replace(case);
    }

    /// Puts another case on the screen. Changes that only the one before has are put aside.
    pub(super) fn replace(&mut self, case: Case) {
        self.aside = self.to_put_aside(&case);
        self.case = Some(Rc::new(case));
    }

    fn attach(&mut self, assessment: &AssessmentFile, file: &Incoming) {
        let name = Rc::clone(&file.name);
        let wanted = &assessment.assessment.contract;
        let Some(case) = self.case.as_ref().filter(|case| case.contract.contract.id == *wanted) else {
            self.message = Some(Rc::new(Message::AssessmentOfOther { name, wanted: wanted.clone() }));
            return;
        };
        let assessment = assessment.clone();
        let made_for = assessment.assessment.sha256.as_deref();
        let same_contract = made_for.is_none_or(|sha256| case.contract.fingerprint.matches(sha256));
        let mut next = case.with_file(assessment, self.lang);
        next.findings = next.findings.iter().chain(file.diagnostics.iter()).cloned().collect();
        self.case = Some(Rc::new(next));
        self.message = Some(Rc::new(Message::AssessmentAdded { name, same_contract }));
    }
}

/// The assessments that a case begins with, worked out, with a pause before each: those of its file, or an empty one as
/// of `today` or the contract's end.
pub(super) async fn sheets(
    contract: &ContractFile,
    mut files: Vec<AssessmentFile>,
    today: Date,
    pause: &mut impl AsyncFnMut(Progress),
) -> Vec<Rc<Sheet>> {
    if files.is_empty() {
        files.push(blank(contract, as_of(&contract.contract, today)));
    }
    let of = files.len();
    let mut sheets = Vec::with_capacity(of);
    for (id, file) in (0..).zip(files) {
        pause(Progress { stage: Stage::Results, done: sheets.len(), of }).await;
        sheets.push(Rc::new(Sheet::new(SheetId(id), SheetKind::Real, file, &contract.contract)));
    }
    sheets
}

impl Case {
    /// A case just opened, with the last of its assessments on the screen.
    pub(super) fn new(contract: ContractFile, sheets: Vec<Rc<Sheet>>, opening: &str) -> Self {
        let draft_key = draft::key(&contract.contract.id).into();
        let last = sheets.last().map_or(SheetId(0), |sheet| sheet.id);
        Self {
            contract,
            findings: Rc::default(),
            sheets,
            current: last,
            next_sheet: SheetId(last.0 + 1),
            opened_blank: false,
            typing: None,
            history: super::history::History::default(),
            revision: 0,
            saved: 0,
            file: None,
            draft: DraftStatus::None,
            opening: opening.into(),
            author: opening.into(),
            known: None,
            tabs: Tabs::default(),
            draft_key,
        }
    }
}

/// An assessment describes today, or the last day that the contract binds where that has passed.
pub(super) fn as_of(contract: &Contract, today: Date) -> Date {
    let year_end = contract.binding_year.and_then(|year| calendar_date(year, 12, 31));
    let last = year_end.or(contract.period.map(|period| period.to));
    last.map_or(today, |last| today.min(last))
}
