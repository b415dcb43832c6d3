//! Files on their way in.

use std::rc::Rc;

use super::compared::Compared;
use super::saved_file::SavedFile;
use super::sheet::{Sheet, SheetId, SheetKind};
use crate::domain::assessment::Assessment;
use crate::domain::contract::Contract;
use crate::domain::date::{Date, calendar_date};
use crate::findings::Diagnostic;
use crate::format::{
    AssessmentFile, CaseFile, ContractFile, Document, Reading, file_sum_paced, read, read_contract,
    read_paced,
};
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
    /// Whether what cannot refuse it was looked for, too.
    pub is_examined: bool,
    /// The assessments that it opens with, worked out; none where it brings no contract.
    pub(in crate::app) sheets: Vec<Rc<Sheet>>,
    /// The day: what an empty assessment describes, unless the contract ends before.
    today: Date,
    /// Names this opening; no two of them in one browser are the same.
    pub opening: Rc<str>,
    /// Where it came from; none where it is no file of the person's.
    pub file: Option<SavedFile>,
    /// Whether it was made here, and no file holds it yet.
    pub is_new: bool,
    /// What it was made from, to be compared with.
    pub from: Option<Rc<Compared>>,
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

/// A contract from the address, read.
#[derive(Clone, Debug)]
pub struct Received {
    /// The contract.
    pub file: Incoming,
    /// How many bytes it takes as text.
    pub size: usize,
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
        Self::of_reading(name, bytes, read_paced(bytes, pause).await, today, opening, pause).await
    }

    /// Reads a contract, and leaves out what cannot refuse it; `None` where the file cannot be opened, or holds something
    /// else.
    pub async fn read_contract(
        name: &str,
        bytes: &[u8],
        today: Date,
        opening: &str,
        pause: &mut impl AsyncFnMut(Progress),
    ) -> Option<Self> {
        let document = Some(Document::Contract(read_contract(bytes, pause).await?));
        let reading = Reading { document, diagnostics: Vec::new() };
        let read = Self::of_reading(name, bytes, reading, today, opening, pause).await;
        Some(Self { is_examined: false, ..read })
    }

    async fn of_reading(
        name: &str,
        bytes: &[u8],
        reading: Reading,
        today: Date,
        opening: &str,
        pause: &mut impl AsyncFnMut(Progress),
    ) -> Self {
        let Reading { mut document, diagnostics } = reading;
        // The file of a case changes with its results, so only that of a contract alone is named.
        if let Some(Document::Contract(contract)) = &mut document {
            contract.file_sum = Some(file_sum_paced(bytes, pause).await.into());
        }
        let sheets = match document.as_ref().and_then(Document::contract) {
            Some((contract, files)) => first_sheets(contract, files.to_vec(), today, pause).await,
            None => Vec::new(),
        };
        let (name, opening, diagnostics) = (name.into(), opening.into(), diagnostics.into());
        let (file, from) = (None, None);
        Self {
            name,
            document,
            diagnostics,
            is_examined: true,
            sheets,
            today,
            opening,
            file,
            is_new: false,
            from,
        }
    }

    /// The same as a contract that was made here, perhaps from another one.
    #[must_use]
    pub fn as_new(self, from: Option<Rc<Compared>>) -> Self {
        Self { is_new: true, from, ..self }
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
            self.sheets = at_once(first_sheets(contract, assessments.clone(), self.today, &mut no_pause));
            self.document = Some(Document::Case(CaseFile { contract: contract.clone(), assessments }));
        }
        self.diagnostics = self.diagnostics.iter().cloned().chain(reading.diagnostics).collect();
        self
    }
}

/// Evaluates the assessments that a case begins with, with a pause before each. They are those of its file, else an
/// empty one as of `today` or the contract's end.
pub(in crate::app) async fn first_sheets(
    contract: &ContractFile,
    mut files: Vec<AssessmentFile>,
    today: Date,
    pause: &mut impl AsyncFnMut(Progress),
) -> Vec<Rc<Sheet>> {
    if files.is_empty() {
        files.push(blank_assessment(contract, described_day(&contract.contract, today)));
    }
    let of = files.len();
    let mut sheets = Vec::with_capacity(of);
    for (id, file) in (0..).zip(files) {
        pause(Progress { stage: Stage::Results, done: sheets.len(), of }).await;
        sheets.push(Rc::new(Sheet::new(SheetId(id), SheetKind::Real, file, &contract.contract)));
    }
    sheets
}

/// An assessment describes today: not before the contract's first day, nor after the last day that it binds.
pub(in crate::app) fn described_day(contract: &Contract, today: Date) -> Date {
    let year_end = contract.binding_year.and_then(|year| calendar_date(year, 12, 31));
    let last = year_end.or(contract.period.map(|period| period.to));
    let day = last.map_or(today, |last| today.min(last));
    contract.period.map_or(day, |period| day.max(period.from))
}

/// An empty assessment of a contract, as of a day.
pub(in crate::app) fn blank_assessment(contract: &ContractFile, as_of: Date) -> AssessmentFile {
    let mut assessment = Assessment::new(contract.contract.id.clone());
    assessment.sha256 = Some(contract.fingerprint.canonical().to_owned());
    assessment.as_of = Some(as_of);
    assessment.into()
}
