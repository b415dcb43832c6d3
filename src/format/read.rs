//! JSON to the model, collecting every error on the way.

use super::assessment::assessment;
use super::fields::Fields;
use super::file::Document;
use super::json::{self, Locator, Node, Refusal};
use super::log::{self, Log};
use super::{ASSESSMENT_FORMAT, CASE_FORMAT, CONTRACT_FORMAT, VERSION, case, scalar};
use crate::findings::{Diagnostic, JsonPath, Severity, ShapeFault};
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
        let locator = Locator::lines_of(text);
        let diagnostic = locator.diagnostic_at(refusal.range, refusal.fault);
        Self { document: None, diagnostics: vec![diagnostic] }
    }
}

/// Reads a contract, an assessment or a case file, and checks it.
pub fn read(bytes: &[u8]) -> Reading {
    at_once(read_in_slices(bytes, &mut no_pause))
}

/// The same in slices: `pause` is called with how far it is, and may let others do something meanwhile. What
/// tells a contract from others is worked out as well, which [`read`] leaves until it is asked for.
pub async fn read_paced(bytes: &[u8], pause: &mut impl AsyncFnMut(Progress)) -> Reading {
    let reading = read_in_slices(bytes, pause).await;
    if let Some((contract, _)) = reading.document.as_ref().and_then(Document::contract) {
        contract.fingerprint.work_out(pause).await;
    }
    reading
}

async fn read_in_slices(bytes: &[u8], pause: &mut impl AsyncFnMut(Progress)) -> Reading {
    let text = match json::decode(bytes) {
        Ok(text) => text,
        Err((refusal, shown)) => return Reading::refused(shown, refusal),
    };
    match json::parse_paced(text, pause).await {
        Ok(root) => read_tree(&Locator::of(text, root), text, pause).await,
        Err(refusal) => Reading::refused(text, refusal),
    }
}

async fn read_tree(locator: &Locator<'_>, text: &str, pause: &mut impl AsyncFnMut(Progress)) -> Reading {
    let mut log = Log::new(locator);
    let Some(root) = locator.root() else {
        return Reading { document: None, diagnostics: log.diagnostics() };
    };
    log::duplicate_keys(root, &mut log, pause).await;
    let document = document(root, text, &mut log, pause).await;
    let document = document.filter(|_| !log.has_errors());
    Reading { document, diagnostics: log.diagnostics() }
}

async fn document(
    root: &Node<'_>,
    text: &str,
    log: &mut Log<'_>,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<Document> {
    let fields = Fields::open(root, log)?;
    let format = fields.get("format");
    let format = format.map(|value| scalar::shortened(value.as_text().unwrap_or(value.source(text))));
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

/// Whether format and version are ones that can be read. A newer version is refused as a whole: what it
/// says in keys that are not known here must not be lost when it is saved.
pub(super) fn version(fields: &mut Fields<'_, '_, '_>, format: &str) -> Option<()> {
    let said = fields.required("format", scalar::text)?;
    if said != format {
        let at = fields.get("format").map_or(0..0, Node::pointer);
        fields.log.report(at, ShapeFault::UnknownFormat { found: Some(scalar::shortened(&said)) });
        return None;
    }
    let number = fields.required("version", scalar::number)?;
    let known = rust_decimal::Decimal::from(VERSION);
    if number == known {
        return Some(());
    }
    let (found, at) = (number.normalize().to_string(), fields.get("version").map_or(0..0, Node::pointer));
    let fault = if number > known {
        ShapeFault::NewerVersion { found, known: VERSION }
    } else {
        ShapeFault::UnknownVersion { found, known: VERSION }
    };
    fields.log.report(at, fault);
    None
}
