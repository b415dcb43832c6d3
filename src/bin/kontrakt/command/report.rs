//! `kontrakt report`: a paper from a contract and its assessments.

use std::path::{Path, PathBuf};

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::findings::{Diagnostic, JsonPath};
use resultatkontrakt::format;
use resultatkontrakt::format::{ContractFile, Document, Locator};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::report::{Assessed, Matter, Paper, html, markdown};

use super::PaperForm;
use super::files::{finding, open, write_or_print};
use super::output::{Ending, complain};

/// What is asked for.
pub(super) struct Request {
    pub(super) paper: Paper,
    pub(super) contract: PathBuf,
    pub(super) assessments: Vec<PathBuf>,
    pub(super) form: PaperForm,
    /// Where to; to standard output where nothing is said.
    pub(super) output: Option<PathBuf>,
    pub(super) words: Words,
}

/// What was read: the contract, what was found in it, and every assessment.
struct Read {
    contract: ContractFile,
    findings: Vec<Diagnostic>,
    assessments: Vec<Assessment>,
}

pub(super) fn report(request: &Request) -> Ending {
    let words = request.words;
    let Read { contract, findings, mut assessments } = match read(request) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    if assessments.is_empty() {
        assessments.push(Assessment::new(contract.contract.id.clone()));
    }
    let evaluations: Vec<_> = assessments.iter().map(|one| evaluate(&contract.contract, one)).collect();
    let all: Vec<_> = assessments
        .iter()
        .zip(&evaluations)
        .map(|(assessment, evaluation)| Assessed { assessment, evaluation })
        .collect();
    let Some(current) = all.first().copied() else { return Ending::NotDone };
    let version = env!("CARGO_PKG_VERSION");
    let matter = Matter {
        contract: &contract,
        findings: &findings,
        current,
        is_trial: false,
        all: &all,
        printed: None,
        version,
        words,
    };
    let document = request.paper.write(&matter);
    let text = match request.form {
        PaperForm::Html => html(&document),
        PaperForm::Markdown => markdown(&document),
    };
    write_or_print(request.output.as_deref(), &text, words)
}

/// Reads all files; what is wrong with the assessments is said, and with the contract where it cannot be used.
fn read(request: &Request) -> Result<Read, Ending> {
    let words = request.words;
    let path = request.contract.as_path();
    let bytes = open(path, words).ok_or(Ending::NotDone)?;
    let reading = format::read(&bytes);
    let (contract, mut assessments) = match reading.document {
        Some(Document::Contract(contract)) => (contract, Vec::new()),
        Some(Document::Case(case)) => {
            (case.contract, case.assessments.into_iter().map(|file| file.assessment).collect())
        }
        Some(Document::Assessment(_)) => {
            complain([words.not_a_contract(path)]);
            return Err(Ending::NotDone);
        }
        None => {
            tell(path, &reading.diagnostics, words);
            return Err(Ending::Fails);
        }
    };
    let contract = contract.with_file_sum(&format::file_sum(&bytes));
    // Assessments that are given take the place of those in a case file.
    if !request.assessments.is_empty() {
        let given = request.assessments.iter().map(|path| assessment(path, &contract, words));
        assessments = given.collect::<Result<_, _>>()?;
    }
    Ok(Read { contract, findings: reading.diagnostics, assessments })
}

fn assessment(path: &Path, contract: &ContractFile, words: Words) -> Result<Assessment, Ending> {
    let bytes = open(path, words).ok_or(Ending::NotDone)?;
    let reading = format::read(&bytes);
    let place = Locator::of_file(&bytes);
    let mut found = reading.diagnostics;
    let assessment = match reading.document {
        Some(Document::Assessment(file)) => file.assessment,
        None => {
            tell(path, &found, words);
            return Err(Ending::Fails);
        }
        Some(_) => {
            complain([words.not_an_assessment(path)]);
            return Err(Ending::NotDone);
        }
    };
    if let Some((at, fault)) = format::belonging(contract, &assessment) {
        found.push(place.diagnostic(&at, fault));
    }
    let evaluation = evaluate(&contract.contract, &assessment);
    found.extend(format::objections(&contract.contract, &assessment, &evaluation, &place, &JsonPath::root()));
    tell(path, &found, words);
    Ok(assessment)
}

fn tell(path: &Path, found: &[Diagnostic], words: Words) {
    complain(found.iter().flat_map(|one| finding(path, one, words)));
}
