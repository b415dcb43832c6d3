//! The model back to text, with nothing lost that was read.

use super::assessment;
use super::contract::CONTRACT_KEYS;
use super::file::{AssessmentFile, ContractFile, Kept, Original};
use super::json::{Json, merge};
use super::{ASSESSMENT_FORMAT, CASE_FORMAT, VERSION};
use crate::domain::assessment::Assessment;
use std::rc::Rc;

/// A case file: the contract word for word, and the assessments.
pub fn write_case(contract: &ContractFile, assessments: &[AssessmentFile]) -> String {
    let assessments = Json::List(assessments.iter().map(merged).collect());
    format!(
        "{{\n  \"format\": \"{CASE_FORMAT}\",\n  \"version\": {VERSION},\n  \"contract\": {},\n  \"assessments\": {}\n}}\n",
        contract.source.trim(),
        assessments.pretty(1),
    )
}

/// The text of a contract as it is handed on to others: what the format knows of a contract, and nothing of pay.
/// What else a file may hold is left out, since nobody can say what it is.
pub fn write_shared(source: &str) -> String {
    let Some(Json::Object(members)) = Json::parse(source) else {
        return String::new();
    };
    let is_shared = |key: &str| key != "pay" && CONTRACT_KEYS.contains(&key);
    Json::Object(members.into_iter().filter(|(key, _)| is_shared(key)).collect()).compact()
}

/// An assessment as a file of its own.
pub fn write_assessment(file: &AssessmentFile) -> String {
    let mut text = merged(file).pretty(0);
    text.push('\n');
    text
}

fn merged(file: &AssessmentFile) -> Json {
    let now = as_json(&file.assessment);
    let original = file.kept.0.as_ref().and_then(|kept| Some((kept, Json::parse(&kept.text)?)));
    match original {
        Some((kept, original)) => merge(&original, &as_json(&kept.understood), &now),
        None => now,
    }
}

fn as_json(assessment: &Assessment) -> Json {
    assessment::write::json(assessment, ASSESSMENT_FORMAT, VERSION)
}

impl Kept {
    /// Everything of a file, to be written back with the assessment that was read from it.
    pub(super) fn of(text: &str, assessment: &Assessment) -> Self {
        Self(Some(Rc::new(Original { text: text.into(), understood: assessment.clone() })))
    }
}
