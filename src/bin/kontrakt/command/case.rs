//! A contract and its assessments, from one file or several.

use std::path::{Path, PathBuf};

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::findings::{Diagnostic, JsonPath};
use resultatkontrakt::format;
use resultatkontrakt::format::{ContractFile, Document, Locator};
use resultatkontrakt::i18n::Words;

use super::files::{finding, open};
use super::output::{Ending, complain};

/// What was read: the contract, what was found in it, and every assessment.
pub(super) struct Read {
    pub(super) contract: ContractFile,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) assessments: Vec<Assessment>,
}

/// Reads all files; what is wrong with the assessments is said, and with the contract where it cannot be used.
pub(super) fn read(path: &Path, given: &[PathBuf], words: Words) -> Result<Read, Ending> {
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
    if !given.is_empty() {
        let given = given.iter().map(|path| assessment(path, &contract, words));
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
