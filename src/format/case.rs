//! A case, in and out: a contract, word for word, with its assessments.

use super::assessment::{assessment, merged};
use super::contract;
use super::fields::Fields;
use super::file::{AssessmentFile, CaseFile, ContractFile};
use super::fingerprint::Fingerprint;
use super::json::{Node, compact, pretty};
use super::limits::{MAX_ASSESSMENTS, MAX_BYTES};
use super::log::Log;
use super::objection::belonging;
use super::version::version;
use super::{CASE_FORMAT, VERSION};
use crate::check::find;
use crate::findings::{JsonPath, ShapeFault};
use crate::pace::Progress;

/// A case of a known format and version.
pub(super) async fn case(
    root: &Node<'_>,
    text: &str,
    log: &mut Log<'_>,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<CaseFile> {
    let mut fields =
        Fields::with_keys(root, &["$schema", "format", "version", "contract", "assessments"], log)?;
    version(&mut fields, CASE_FORMAT)?;
    let node = fields.needed("contract");
    let contract = match node {
        Some(node) => {
            let base = JsonPath::root().key("contract");
            contract_file(node, node.source(text), &base, fields.log, pause).await
        }
        None => None,
    };
    let items = fields.items("assessments");
    if let Some(extra) = items.get(MAX_ASSESSMENTS) {
        fields.log.report(extra.pointer(), ShapeFault::TooManyAssessments { limit: MAX_ASSESSMENTS });
    }
    let within = items.iter().take(MAX_ASSESSMENTS);
    let assessments: Vec<_> = within.filter_map(|item| assessment(item, text, fields.log)).collect();
    let contract = contract?;
    if let Some(node) = node
        && assessments.iter().any(|file| file.assessment.sha256.is_some())
    {
        contract.fingerprint.work_out(node, pause).await;
    }
    if !fields.log.has_errors() {
        for (index, file) in assessments.iter().enumerate() {
            let base = JsonPath::root().key("assessments").index(index);
            if let Some((path, fault)) = belonging(&contract, &file.assessment) {
                fields.log.report_at(&base, &path, fault.into());
            }
        }
    }
    Some(CaseFile { contract, assessments })
}

/// A case file: the contract word for word, and the assessments. Where lines of their own would make it larger than what is
/// read, it is written in fewer bytes: what was saved opens again.
pub fn write_case(contract: &ContractFile, assessments: &[AssessmentFile]) -> String {
    let assessments: Vec<String> = assessments.iter().map(merged).collect();
    write_case_of(contract, &assessments)
}

/// The same with assessments that are written already, as [`merged`] does.
pub fn write_case_of(contract: &ContractFile, assessments: &[String]) -> String {
    let (contract, assessments) = (contract.source.trim(), format!("[{}]", assessments.join(",")));
    let mut text = case_text(contract, &pretty(&assessments, 1));
    if text.len() > MAX_BYTES {
        let assessments = compact(&assessments);
        text = case_text(contract, &assessments);
        if text.len() > MAX_BYTES {
            text = case_text(&compact(contract), &assessments);
        }
    }
    text
}

fn case_text(contract: &str, assessments: &str) -> String {
    format!(
        "{{\n  \"format\": \"{CASE_FORMAT}\",\n  \"version\": {VERSION},\n  \"contract\": {contract},\n  \"assessments\": {assessments}\n}}\n"
    )
}

/// A contract with its text, checked where it has no errors.
pub(super) async fn contract_file(
    value: &Node<'_>,
    text: &str,
    base: &JsonPath,
    log: &mut Log<'_>,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<ContractFile> {
    let mut contract = contract::contract(value, log, pause).await?;
    if let Some(locked) = &mut contract.locked {
        let fingerprint = Fingerprint::of_text(text.into());
        fingerprint.work_out(value, pause).await;
        locked.is_kept = locked.sha256.eq_ignore_ascii_case(fingerprint.canonical());
    }
    if !log.has_errors() {
        let rules = log.remarks.rules;
        find(&contract, rules, &mut |path, code| log.report_at(base, &path, code), pause).await;
    }
    Some(ContractFile::new(contract, text))
}
