//! Files of office programs: workbooks and documents that come in from other programs, and those that go out.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may fail where it stands"
)]

mod bad;
mod document;
mod formulas;
mod opened;
mod packed;
mod portfolio;
mod read;
mod sheet;
mod tables;
mod template;
mod unpacked;
mod workbook;

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use resultatkontrakt::app::{Action, Import, Incoming, IncomingTable, State, reduce};
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::Evaluation;
use resultatkontrakt::findings::Diagnostic;
use resultatkontrakt::format::{ContractFile, Document, read};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::office::read_sheet;
use resultatkontrakt::report::{Assessed, Matter};
use resultatkontrakt::table::SheetChoice;

/// The contracts that come with the project.
pub(crate) const EXAMPLES: [&str; 9] = [
    "ams-2003",
    "ams-2009",
    "copenhagen-2009",
    "debureaucratisation-2009",
    "ministry-2009",
    "scorecard-2023",
    "ses-ratings",
    "trafikstyrelsen-2023",
    "vejlefjord-2015",
];

pub(crate) fn file(path: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// A contract with its assessment, worked out.
pub(crate) struct Case {
    pub(crate) contract: ContractFile,
    pub(crate) findings: Vec<Diagnostic>,
    pub(crate) assessment: Assessment,
    pub(crate) evaluation: Evaluation,
    texts: [Vec<u8>; 2],
}

impl Case {
    pub(crate) fn of(contract: &[u8], assessment: &[u8]) -> Self {
        let texts = [contract.to_vec(), assessment.to_vec()];
        let reading = read(contract);
        let Some(Document::Contract(contract)) = reading.document else {
            panic!("{:#?}", reading.diagnostics)
        };
        let Some(Document::Assessment(file)) = read(assessment).document else { panic!("no assessment") };
        let evaluation = evaluate(&contract.contract, &file.assessment);
        Self { contract, findings: reading.diagnostics, assessment: file.assessment, evaluation, texts }
    }

    pub(crate) fn example(name: &str) -> Self {
        let part = |end: &str| file(&format!("contracts/{name}{end}"));
        Self::of(&part(".json"), &part(".assessment.json"))
    }

    /// Does something with what papers about it are made from.
    pub(crate) fn with_matter<T>(&self, words: Words, make: impl FnOnce(&Matter<'_>) -> T) -> T {
        let current = Assessed { assessment: &self.assessment, evaluation: &self.evaluation };
        make(&Matter {
            contract: &self.contract,
            findings: &self.findings,
            current,
            is_trial: false,
            all: &[current],
            beside: &[],
            printed: None,
            version: "0.2.0",
            words,
        })
    }

    /// What a workbook would change in the assessment, as the page says it.
    pub(crate) fn import(&self, bytes: &[u8], choice: &SheetChoice) -> Rc<Import> {
        let mut state = Rc::new(State::default());
        for (name, text) in ["kontrakt.json", "vurdering.json"].into_iter().zip(&self.texts) {
            let file = Incoming::read(name, text, parse_date("2009-12-31").unwrap(), "1");
            state = reduce(&state, Action::Open(Rc::new(file)));
        }
        let table = IncomingTable::of_sheet("tal.xlsx", bytes.into(), read_sheet(bytes, choice));
        let state = reduce(&state, Action::Import(Rc::new(table)));
        Rc::clone(state.import.as_ref().unwrap())
    }
}
