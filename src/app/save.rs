//! The file that "Gem" hands to the browser.

use super::state::{Case, DRAFT_PREFIX, SheetKind, State};
use crate::domain::contract::Contract;
use crate::domain::date::iso;
use crate::format::{AssessmentFile, write_case};
use crate::i18n::{Lang, Words};

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// Its name.
    pub name: String,
    /// Its text.
    pub text: String,
    /// The revision of the case that it holds.
    pub revision: u64,
}

/// The case as a file: the contract word for word and its assessments, without what-ifs.
pub fn case_file(state: &State) -> Option<Outgoing> {
    let case = state.case.as_ref()?;
    let real = case.sheets.iter().filter(|sheet| sheet.kind == SheetKind::Real);
    let files: Vec<AssessmentFile> = real.map(|sheet| sheet.outgoing()).collect();
    Some(Outgoing {
        name: file_name(case, state.lang.words()),
        text: write_case(&case.contract, &files),
        revision: case.revision,
    })
}

/// `ams-2009-vurdering-2009-12-31.json`: the contract, and the day of the assessment on the screen.
pub fn file_name(case: &Case, words: Words) -> String {
    let word = match words.lang {
        Lang::Da => "vurdering",
        Lang::En => "assessment",
    };
    let id = plain(case.contract.contract.id.as_str());
    match case.sheet().and_then(|sheet| sheet.assessment().as_of) {
        Some(date) => format!("{id}-{word}-{}.json", iso(date)),
        None => format!("{id}-{word}.json"),
    }
}

/// `ams-2009.json`: a contract that is handed on alone.
pub fn contract_file_name(contract: &Contract) -> String {
    format!("{}.json", plain(contract.id.as_str()))
}

/// `ams-2009-selvangivelse-2009-12-31.html`: a paper about the assessment on the screen.
pub fn paper_file_name(case: &Case, paper: &str, extension: &str) -> String {
    let id = plain(case.contract.contract.id.as_str());
    match case.sheet().and_then(|sheet| sheet.assessment().as_of) {
        Some(date) => format!("{id}-{paper}-{}.{extension}", iso(date)),
        None => format!("{id}-{paper}.{extension}"),
    }
}

/// `ams-2009-frister.ics`.
pub fn calendar_file_name(contract: &Contract, words: Words) -> String {
    let word = match words.lang {
        Lang::Da => "frister",
        Lang::En => "deadlines",
    };
    format!("{}-{word}.ics", plain(contract.id.as_str()))
}

/// The name under which a draft that cannot be opened is offered as a file.
pub fn draft_file_name(key: &str, words: Words) -> String {
    let word = match words.lang {
        Lang::Da => "kladde",
        Lang::En => "draft",
    };
    let id = key.strip_prefix(DRAFT_PREFIX).unwrap_or(key);
    format!("{}-{word}.json", plain(id))
}

/// Only what every file system takes.
fn plain(id: &str) -> String {
    let letters = id
        .chars()
        .map(|letter| if letter.is_alphanumeric() || letter == '-' || letter == '_' { letter } else { '-' });
    let name: String = letters.take(80).collect();
    let name = name.trim_matches('-');
    if name.is_empty() { "resultatkontrakt".to_owned() } else { name.to_owned() }
}
