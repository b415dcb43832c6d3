//! JSON to the model, collecting every error on the way.

use super::assessment::assessment;
use super::contract::ALL_REMARKS;
use super::fields::Fields;
use super::file::{ContractFile, Document};
use super::json::{self, Locator, Node, Refusal};
use super::log::{self, Log, Remarks};
use super::objection::objections;
use super::{ASSESSMENT_FORMAT, CASE_FORMAT, CONTRACT_FORMAT, case, scalar};
use crate::domain::evaluate::evaluate;
use crate::findings::{Diagnostic, JsonPath, Severity, ShapeFault, in_order};
use crate::pace::{Progress, at_once, no_pause};

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
        let locator = Locator::without_root(text);
        let diagnostic = locator.diagnostic_at(refusal.range, refusal.fault);
        Self { document: None, diagnostics: vec![diagnostic] }
    }
}

/// Reads a contract, an assessment or a case file, and checks it.
pub fn read(bytes: &[u8]) -> Reading {
    match at_once(locate(bytes, &mut no_pause)) {
        Ok(locator) => at_once(read_opened(&locator, &mut no_pause)),
        Err(reading) => reading,
    }
}

/// Reads what the program wrote for itself, however large it is: what is kept is not lost because it has grown.
pub fn read_kept(text: &str) -> Reading {
    match at_once(locate_text(text, &mut no_pause)) {
        Ok(locator) => at_once(read_opened(&locator, &mut no_pause)),
        Err(reading) => reading,
    }
}

/// Reads a file as [`read`] does, and evaluates the assessments of a case file, whose objections are findings too.
pub fn inspect(bytes: &[u8]) -> Reading {
    let locator = match at_once(locate(bytes, &mut no_pause)) {
        Ok(locator) => locator,
        Err(reading) => return reading,
    };
    let mut reading = at_once(read_opened(&locator, &mut no_pause));
    if let Some(Document::Case(case)) = &reading.document {
        for (index, file) in case.assessments.iter().enumerate() {
            let evaluation = evaluate(&case.contract.contract, &file.assessment);
            let base = JsonPath::root().key("assessments").index(index);
            reading.diagnostics.extend(objections(
                &case.contract.contract,
                &file.assessment,
                &evaluation,
                &locator,
                &base,
            ));
        }
        in_order(&mut reading.diagnostics);
    }
    reading
}

/// Reads a file in slices: `pause` is called with how far it is, and may let others do something meanwhile. What
/// tells a contract from others is worked out as well, which [`read`] leaves until it is asked for.
pub async fn read_paced(bytes: &[u8], pause: &mut impl AsyncFnMut(Progress)) -> Reading {
    let locator = match locate(bytes, pause).await {
        Ok(locator) => locator,
        Err(reading) => return reading,
    };
    let reading = read_opened(&locator, pause).await;
    let contract = match &reading.document {
        Some(Document::Contract(file)) => Some((file, locator.root())),
        Some(Document::Case(case)) => {
            Some((&case.contract, locator.root().and_then(|root| root.get("contract"))))
        }
        Some(Document::Assessment(_)) | None => None,
    };
    if let Some((file, Some(node))) = contract {
        file.fingerprint.work_out(node, pause).await;
    }
    reading
}

/// Reads a contract in slices, without what is worth saying about it and cannot refuse it; `None` where the file holds
/// something else, or anything refuses it: [`read_paced`] says what. The code of that is not needed here, so that the first
/// view need not wait for it.
pub async fn read_contract(bytes: &[u8], pause: &mut impl AsyncFnMut(Progress)) -> Option<ContractFile> {
    let text = json::decode(bytes).ok()?;
    let root = json::parse_paced(text, pause).await.ok()?;
    if root.get("format").and_then(Node::as_text) != Some(CONTRACT_FORMAT) {
        return None;
    }
    let locator = Locator::with_root(text, root);
    let mut log = Log::new(&locator, Remarks::NONE);
    let root = locator.root()?;
    log::duplicate_keys(root, &mut log, pause).await;
    let contract = case::contract_file(root, text, &JsonPath::root(), &mut log, pause).await;
    let contract = contract.filter(|_| !log.has_errors())?;
    contract.fingerprint.work_out(root, pause).await;
    Some(contract)
}

/// Parses a file, or says why it cannot be.
async fn locate<'b>(bytes: &'b [u8], pause: &mut impl AsyncFnMut(Progress)) -> Result<Locator<'b>, Reading> {
    let text = json::decode(bytes).map_err(|(refusal, shown)| Reading::refused(shown, refusal))?;
    locate_text(text, pause).await
}

async fn locate_text<'t>(
    text: &'t str,
    pause: &mut impl AsyncFnMut(Progress),
) -> Result<Locator<'t>, Reading> {
    let root =
        json::parse_paced(text, pause).await.map_err(|stopped| Reading::refused(text, stopped.why(text)))?;
    Ok(Locator::with_root(text, root))
}

async fn read_opened(locator: &Locator<'_>, pause: &mut impl AsyncFnMut(Progress)) -> Reading {
    let mut log = Log::new(locator, ALL_REMARKS);
    let Some(root) = locator.root() else {
        return Reading { document: None, diagnostics: log.diagnostics() };
    };
    log::duplicate_keys(root, &mut log, pause).await;
    let document = document(root, locator.text(), &mut log, pause).await;
    let document = document.filter(|_| !log.has_errors());
    Reading { document, diagnostics: log.diagnostics() }
}

async fn document(
    root: &Node<'_>,
    text: &str,
    log: &mut Log<'_>,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<Document> {
    let fields = Fields::with_any_keys(root, log)?;
    let format = fields.get("format");
    let format = format.map(|value| scalar::quotable(value.as_text().unwrap_or(value.source(text))));
    match format.as_deref() {
        Some(CONTRACT_FORMAT) => {
            case::contract_file(root, text, &JsonPath::root(), log, pause).await.map(Document::Contract)
        }
        Some(ASSESSMENT_FORMAT) => {
            assessment(root, text, log).map(|file| Document::Assessment(Box::new(file)))
        }
        Some(CASE_FORMAT) => case::case(root, text, log, pause).await.map(Document::Case),
        _ => {
            let at = fields.get("format").unwrap_or(root);
            fields.log.report(at.pointer(), ShapeFault::UnknownFormat { found: format });
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contract::TargetKind;
    use crate::format::words::word;

    #[test]
    fn a_case_is_parsed_once_however_many_assessments_it_has() {
        let assessment = r#"{"format": "resultatvurdering", "version": 1,
            "contract": {"id": "test", "sha256": "00"}, "results": {"a": {"done": true}, "b": {"value": 1}}}"#;
        let parsed = |assessments: usize| {
            let text = format!(
                r#"{{"format": "resultatsag", "version": 1, "contract": {{"format": "resultatkontrakt", "version": 1,
                    "id": "test", "title": "Prøve", "points": {{"total": 100}}, "goals": [{{"id": "a",
                    "title": "Sager", "weight": 100, "target": {{"kind": "{}", "value": 10}}}}]}},
                    "assessments": [{}]}}"#,
                word(TargetKind::Below),
                vec![assessment; assessments].join(",")
            );
            let before = json::PARSED.get();
            let found = inspect(text.as_bytes()).diagnostics.len();
            // The contract's rules, and three things for each assessment: its contract, and both of its results.
            (json::PARSED.get() - before, found)
        };
        let ((once, few), (again, many)) = (parsed(1), parsed(20));
        assert_eq!((once, again), (1, 1));
        assert_eq!(many - few, 19 * 3);
    }
}
