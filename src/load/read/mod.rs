//! JSON to the model, collecting every error on the way.

mod log;

use super::diagnostic::{Diagnostic, Severity};
use super::file::Document;
use super::locate::Locator;
use super::syntax::{self, Refusal};
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
        let locator = Locator::of(text, None);
        let diagnostic = locator.diagnostic_at(refusal.range, Severity::Error, refusal.fault);
        Self { document: None, diagnostics: vec![diagnostic] }
    }
}

/// Reads a contract, an assessment or a case file, and checks it.
pub fn read(bytes: &[u8]) -> Reading {
    let text = match syntax::decode(bytes) {
        Ok(text) => text,
        Err((refusal, shown)) => return Reading::refused(shown, refusal),
    };
    let root = match syntax::parse(text) {
        Ok(root) => root,
        Err(refusal) => return Reading::refused(text, refusal),
    };
    let locator = Locator::of(text, Some(root));
    let mut log = Log::new(&locator);
    if let Some(root) = locator.root() {
        log::duplicate_keys(root, &mut log);
    }
    Reading { document: None, diagnostics: log.diagnostics() }
}
