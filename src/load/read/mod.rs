//! JSON to the model, collecting every error on the way.

mod assessment;
mod budget;
mod contract;
mod fields;
mod goal;
mod log;
mod number;
mod pay;
mod references;
mod risk;
mod scalar;
mod scoring;
mod surroundings;
mod target;

use jsonc_parser::ast::Value;

pub(super) use self::contract::CONTRACT_KEYS;

use super::check::find;
use super::diagnostic::{Diagnostic, Severity, ShapeFault};
use super::file::{CaseFile, ContractFile, Document};
use super::json::Json;
use super::locate::{Locator, pointer};
use super::objection::belonging;
use super::pace::{Progress, at_once, no_pause};
use super::path::JsonPath;
use super::syntax::{self, Refusal};
use super::version::{STEPS, Step};
use super::{ASSESSMENT_FORMAT, CASE_FORMAT, CONTRACT_FORMAT, VERSION};
use fields::Fields;
use log::Log;

/// What came of reading a file.
#[derive(Clone, Debug)]
pub struct Reading {
    /// What the file holds; none where there is an error among the diagnostics.
    pub document: Option<Document>,
    /// All that is wrong with it, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
}

impl Reading {
    /// Whether the file cannot be used.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    fn refused(text: &str, refusal: Refusal) -> Self {
        let locator = Locator::lines_of(text);
        let diagnostic = locator.diagnostic_at(refusal.range, Severity::Error, refusal.fault);
        Self { document: None, diagnostics: vec![diagnostic] }
    }
}

/// Reads a contract, an assessment or a case file, and checks it.
pub fn read(bytes: &[u8]) -> Reading {
    read_by(bytes, STEPS)
}

/// The same in slices: `pause` is called with how far it is, and may let others do something meanwhile. What
/// tells a contract from others is worked out as well, which [`read`] leaves until it is asked for.
pub async fn read_paced(bytes: &[u8], pause: &mut impl AsyncFnMut(Progress)) -> Reading {
    let reading = read_in_slices(bytes, STEPS, pause).await;
    if let Some((contract, _)) = reading.document.as_ref().and_then(Document::contract) {
        contract.fingerprint.work_out(pause).await;
    }
    reading
}

/// Reads a file that these steps bring up to date.
pub(super) fn read_by(bytes: &[u8], steps: &[Step]) -> Reading {
    at_once(read_in_slices(bytes, steps, &mut no_pause))
}

async fn read_in_slices(bytes: &[u8], steps: &[Step], pause: &mut impl AsyncFnMut(Progress)) -> Reading {
    let text = match syntax::decode(bytes) {
        Ok(text) => text,
        Err((refusal, shown)) => return Reading::refused(shown, refusal),
    };
    match syntax::parse_paced(text, pause).await {
        Ok(root) => read_tree(&Locator::of(text, root, steps), text, pause).await,
        Err(refusal) => Reading::refused(text, refusal),
    }
}

async fn read_tree(locator: &Locator<'_>, text: &str, pause: &mut impl AsyncFnMut(Progress)) -> Reading {
    let mut log = Log::new(locator);
    let Some(root) = locator.root() else {
        return Reading { document: None, diagnostics: log.diagnostics() };
    };
    log::duplicate_keys(locator.written().unwrap_or(root), &mut log, pause).await;
    let document = document(root, text, &mut log, pause).await;
    let document = document.filter(|_| !log.has_errors());
    Reading { document, diagnostics: log.diagnostics() }
}

async fn document(
    root: &Value<'_>,
    text: &str,
    log: &mut Log<'_>,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<Document> {
    let fields = Fields::open(root, log)?;
    let format = fields.get("format").map(|value| match value {
        Value::StringLit(format) => scalar::shortened(&format.value),
        other => scalar::shortened(contract::text_of(other, text)),
    });
    match format.as_deref() {
        Some(CONTRACT_FORMAT) => {
            contract_file(root, text, &JsonPath::root(), log, pause).await.map(Document::Contract)
        }
        Some(ASSESSMENT_FORMAT) => {
            assessment::assessment(root, text, log).map(|file| Document::Assessment(Box::new(file)))
        }
        Some(CASE_FORMAT) => case(root, text, log, pause).await.map(Document::Case),
        _ => {
            let at = fields.get("format").unwrap_or(root);
            fields.log.fault(pointer(at), ShapeFault::UnknownFormat { found: format });
            None
        }
    }
}

/// A contract with its text, checked where it has no errors.
async fn contract_file(
    value: &Value<'_>,
    text: &str,
    base: &JsonPath,
    log: &mut Log<'_>,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<ContractFile> {
    let contract = contract::contract(value, log, pause).await?;
    if !log.has_errors() {
        find(&contract, &mut |path, severity, code| log.add_at(base, &path, severity, code), pause).await;
    }
    Some(match newer_text(value, text, log) {
        Some(newer) => ContractFile::brought_up(contract, &newer, text),
        None => ContractFile::new(contract, text),
    })
}

/// The text that the newest version has for a contract or an assessment, where its own is of an older one.
fn newer_text(value: &Value<'_>, own: &str, log: &Log<'_>) -> Option<String> {
    if !log.is_brought_up() {
        return None;
    }
    // What stands in an old case may be up to date itself, and keeps its text then.
    let newest = Json::from(value);
    let is_new = syntax::parse(own).is_ok_and(|written| Json::from(&written) == newest);
    (!is_new).then(|| newest.pretty(0))
}

async fn case(
    root: &Value<'_>,
    text: &str,
    log: &mut Log<'_>,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<CaseFile> {
    let mut fields = Fields::of(root, &["$schema", "format", "version", "contract", "assessments"], log)?;
    version(&mut fields, CASE_FORMAT)?;
    let contract = match fields.needed("contract") {
        Some(value) => {
            let base = JsonPath::root().key("contract");
            contract_file(value, contract::text_of(value, text), &base, fields.log, pause).await
        }
        None => None,
    };
    let mut assessments = fields.list("assessments", |value, log| assessment::assessment(value, text, log));
    let contract = contract?;
    if assessments.iter().any(|file| file.assessment.sha256.is_some()) {
        contract.fingerprint.work_out(pause).await;
    }
    for file in &mut assessments {
        contract.adopt(file);
    }
    if !fields.log.has_errors() {
        for (index, file) in assessments.iter().enumerate() {
            let base = JsonPath::root().key("assessments").index(index);
            if let Some((path, fault)) = belonging(&contract, &file.assessment) {
                fields.log.add_at(&base, &path, Severity::Warning, fault.into());
            }
        }
    }
    Some(CaseFile { contract, assessments })
}

/// Whether format and version are ones that can be read. A newer version is refused as a whole: what it
/// says in keys that are not known here must not be lost when it is saved.
fn version(fields: &mut Fields<'_, '_, '_>, format: &str) -> Option<()> {
    let said = fields.required("format", scalar::text)?;
    if said != format {
        let at = fields.get("format").map_or(0..0, pointer);
        fields.log.fault(at, ShapeFault::UnknownFormat { found: Some(scalar::shortened(&said)) });
        return None;
    }
    let number = fields.required("version", scalar::number)?;
    let known = rust_decimal::Decimal::from(VERSION);
    if number == known {
        return Some(());
    }
    let (found, at) = (number.normalize().to_string(), fields.get("version").map_or(0..0, pointer));
    let fault = if number > known {
        ShapeFault::NewerVersion { found, known: VERSION }
    } else {
        ShapeFault::UnknownVersion { found, known: VERSION }
    };
    fields.log.fault(at, fault);
    None
}
