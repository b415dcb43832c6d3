//! What holds of every file, whatever it says. A law that is broken is a panic, which libFuzzer reports.

mod document;
mod packed;
mod results;
mod score;
mod workbook;

pub use document::document;
pub use results::table;
pub use score::evaluating;
pub use workbook::workbook;

use resultatkontrakt::findings::{Diagnostic, Severity};
use resultatkontrakt::format::{
    AssessmentFile, ContractFile, Document, Reading, inspect, read, write_assessment, write_case,
};
use resultatkontrakt::i18n::Words;
use serde_json::Value;

/// The largest file, in bytes, that is also written and read again: the copies that are compared would count as
/// memory of the reader.
const COMPARED: usize = 256 * 1024;
const LANGUAGES: [Words; 2] = [Words::DANISH, Words::ENGLISH];

/// A file is read or refused, each finding has its place and its words, and what was read is written so that
/// it reads the same again.
pub fn file(bytes: &[u8]) {
    if let Some(document) = reading(bytes).document.filter(|_| bytes.len() <= COMPARED) {
        saved(&document);
    }
}

/// A file is read or refused, and each finding has its place and its words.
pub fn reading(bytes: &[u8]) -> Reading {
    let reading = inspect(bytes);
    assert_eq!(reading.document.is_none(), reading.has_errors(), "a file with errors holds nothing");
    findings(bytes, &reading.diagnostics);
    assert!(reading.diagnostics.iter().all(|found| found.range.end <= bytes.len()));
    reading
}

/// Every finding has its place in the file, and its words in both languages.
fn findings(bytes: &[u8], diagnostics: &[Diagnostic]) {
    let lines = bytes.split(|byte| *byte == b'\n').count();
    for found in diagnostics {
        assert!(
            found.line >= 1 && found.line <= lines && found.column >= 1,
            "a place in the file: {found:?}"
        );
        assert!(found.range.start <= found.range.end, "{found:?}");
        // What is missing at the end of a line is marked behind it.
        assert!(found.excerpt.mark.end <= found.excerpt.text.chars().count() + 1, "{found:?}");
        for words in LANGUAGES {
            assert!(found.code.message(words).ends_with('.'), "a sentence: {found:?}");
            assert!(found.code.hint(words).is_none_or(|hint| !hint.is_empty()));
        }
    }
}

/// What is written reads as the same, and is written the same again.
fn saved(document: &Document) {
    match document {
        Document::Contract(contract) => saved_case(contract, &[]),
        Document::Case(case) => saved_case(&case.contract, &case.assessments),
        Document::Assessment(file) => {
            let text = write_assessment(file);
            let Some(Document::Assessment(again)) = read(text.as_bytes()).document else {
                panic!("an assessment that was written is one: {text}");
            };
            assert_eq!(again.assessment, file.assessment, "{text}");
            assert_eq!(write_assessment(&again), text);
        }
    }
}

fn saved_case(contract: &ContractFile, assessments: &[AssessmentFile]) {
    let text = write_case(contract, assessments);
    let Some(Document::Case(again)) = read(text.as_bytes()).document else {
        // Being wrapped takes one level, and a contract at the limit of nesting has none left.
        assert!(
            read(text.as_bytes()).diagnostics.iter().any(|found| found.code.name() == "too-deep"),
            "{text}"
        );
        return;
    };
    assert_eq!(again.contract.contract, contract.contract);
    assert_eq!(again.contract.fingerprint.canonical(), contract.fingerprint.canonical());
    assert!(
        again
            .assessments
            .iter()
            .map(|file| &file.assessment)
            .eq(assessments.iter().map(|file| &file.assessment))
    );
    assert_eq!(write_case(&again.contract, &again.assessments), text);
}

/// What is found does not depend on how the file is laid out.
pub fn layout(bytes: &[u8], reading: &Reading) {
    // What a layout without repeated keys can say, and no more than is listed.
    let settled = |name: &str| !matches!(name, "duplicate-key" | "too-many-findings");
    if !reading.diagnostics.iter().all(|found| settled(found.code.name())) {
        return;
    }
    let Ok(document) = serde_json::from_slice::<Value>(bytes) else { return };
    let Ok(spread) = serde_json::to_vec_pretty(&document) else { return };
    let places = |reading: &Reading| -> Vec<(Severity, &'static str, String)> {
        let found = reading.diagnostics.iter();
        found.map(|found| (found.severity, found.code.name(), found.path.to_string())).collect()
    };
    assert_eq!(places(&inspect(&spread)), places(reading), "on lines of its own");
}
