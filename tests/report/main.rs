//! The papers: every figure can be worked out again from what is printed, and each paper holds what it has to.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "a test may fail where it stands"
)]

mod calculator;
#[path = "../common/mod.rs"]
mod common;
mod decided;
mod held;
mod recomputed;
mod revision;
mod written;

use std::fs;
use std::path::PathBuf;

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::Evaluation;
use resultatkontrakt::findings::Diagnostic;
use resultatkontrakt::format::{ContractFile, Document, read};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::portfolio::Row;
use resultatkontrakt::report::{self, Assessed, Matter, Paper};

/// A contract with its assessments, worked out.
pub(crate) struct Case {
    pub(crate) contract: ContractFile,
    pub(crate) findings: Vec<Diagnostic>,
    pub(crate) assessments: Vec<(Assessment, Evaluation)>,
    /// Contracts that it may be compared with.
    pub(crate) beside: Vec<Row>,
}

impl Case {
    /// A contract and assessments from their texts.
    pub(crate) fn of(contract: &[u8], assessments: &[&[u8]]) -> Self {
        let reading = read(contract);
        let Some(Document::Contract(contract)) = reading.document else {
            panic!("{:#?}", reading.diagnostics)
        };
        let assessments = assessments.iter().map(|text| {
            let reading = read(text);
            let Some(Document::Assessment(file)) = reading.document else {
                panic!("{:#?}", reading.diagnostics)
            };
            let evaluation = evaluate(&contract.contract, &file.assessment);
            (file.assessment, evaluation)
        });
        let assessments = assessments.collect();
        Self { contract, findings: reading.diagnostics, assessments, beside: Vec::new() }
    }

    /// A contract that comes with the project, and its example assessment.
    pub(crate) fn example(name: &str) -> Self {
        let file = |end: &str| {
            let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("contracts");
            fs::read(folder.join(format!("{name}{end}"))).unwrap()
        };
        Self::of(&file(".json"), &[&file(".assessment.json")])
    }

    /// The paper about the first assessment.
    pub(crate) fn paper(&self, paper: Paper, words: Words) -> report::WrittenPaper {
        self.written(paper, words, false)
    }

    /// The same, where the first assessment only tries something out.
    pub(crate) fn trial(&self, paper: Paper, words: Words) -> report::WrittenPaper {
        self.written(paper, words, true)
    }

    fn written(&self, paper: Paper, words: Words, is_trial: bool) -> report::WrittenPaper {
        let all: Vec<_> = self
            .assessments
            .iter()
            .map(|(assessment, evaluation)| Assessed { assessment, evaluation })
            .collect();
        paper.write(&Matter {
            contract: &self.contract,
            findings: &self.findings,
            current: all[0],
            is_trial,
            all: &all,
            beside: &self.beside,
            printed: None,
            version: "0.0.0",
            words,
        })
    }

    pub(crate) fn evaluation(&self) -> &Evaluation {
        &self.assessments[0].1
    }
}

/// The contracts that come with the project.
pub(crate) const EXAMPLES: [&str; 9] = [
    "ams-2009",
    "ams-2003",
    "copenhagen-2009",
    "debureaucratisation-2009",
    "ministry-2009",
    "vejlefjord-2015",
    "trafikstyrelsen-2023",
    "ses-ratings",
    "scorecard-2023",
];
