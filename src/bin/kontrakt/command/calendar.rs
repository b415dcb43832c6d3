//! `kontrakt calendar`: the deadlines of a contract, for a calendar.

use std::path::PathBuf;

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::date::Date;
use resultatkontrakt::domain::deadline::deadlines;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::report;

use super::case::{Read, read};
use super::files::write_or_print;
use super::output::{Ending, complain};

/// What is asked for.
pub(super) struct Request {
    pub(super) contract: PathBuf,
    pub(super) assessments: Vec<PathBuf>,
    pub(super) notice: Vec<u16>,
    pub(super) written: Option<Date>,
    /// Where to; to standard output where nothing is said.
    pub(super) output: Option<PathBuf>,
    pub(super) words: Words,
}

pub(super) fn calendar(request: &Request) -> Ending {
    let words = request.words;
    let Read { contract, assessments, .. } = match read(&request.contract, &request.assessments, words) {
        Ok(read) => read,
        Err(ending) => return ending,
    };
    let contract = &contract.contract;
    let assessment = assessments
        .into_iter()
        .max_by_key(Assessment::precedence)
        .unwrap_or_else(|| Assessment::new(contract.id.clone()));
    let Some(first) = deadlines(contract, &assessment).first().map(|deadline| deadline.on) else {
        complain([words.no_deadlines().to_owned()]);
        return Ending::Fails;
    };
    // No clock is read, so that two files of the same state are equal.
    let begun = contract.period.map_or(first, |period| period.from);
    let written = request.written.or(assessment.as_of).or(contract.signed).unwrap_or(begun);
    let text = report::calendar(contract, &assessment, (written, &request.notice), words);
    write_or_print(request.output.as_deref(), text.as_bytes(), words)
}
