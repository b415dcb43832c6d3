//! `kontrakt report`: a paper from a contract and its assessments.

use std::path::PathBuf;

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::report::{Assessed, Matter, Paper, html, markdown};

use super::PaperForm;
use super::case::{Read, read};
use super::files::write_or_print;
use super::output::Ending;

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

pub(super) fn report(request: &Request) -> Ending {
    let words = request.words;
    let Read { contract, findings, mut assessments } =
        match read(&request.contract, &request.assessments, words) {
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
