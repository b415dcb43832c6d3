//! What `kontrakt check --json` prints, for programs that know the command: docs/command.md.

use std::path::PathBuf;

use serde::Serialize;

pub use super::located::Located;
use crate::findings::{Diagnostic, Severity};
use crate::i18n::Words;

/// The form of the list; it grows when something in it comes to mean something else.
const VERSION: u32 = 1;

/// A file that was checked.
#[derive(Debug)]
pub struct CheckedFile<'f> {
    /// Its path, as the command was given it.
    pub name: String,
    /// Its path as a URI reference.
    pub uri: String,
    /// Everything that is wrong with it.
    pub findings: Vec<Located<'f>>,
}

/// Something that could not be opened.
#[derive(Debug, Serialize)]
pub struct Complaint {
    /// Its path, as the command was given it.
    pub file: String,
    /// Why, in words.
    pub message: String,
}

/// How many findings there are of each severity.
#[derive(Clone, Copy, Debug, Default, Serialize)]
pub struct Counts {
    /// What keeps a file from being used.
    pub errors: usize,
    /// What is probably a mistake.
    pub warnings: usize,
    /// What is worth knowing.
    pub notes: usize,
}

/// Every finding, what was not checked and why, and how many findings there are.
#[derive(Debug, Serialize)]
#[expect(clippy::struct_field_names, reason = "the fields are the keys that are printed")]
pub struct Findings<'f> {
    version: u32,
    language: &'static str,
    findings: Vec<Finding<'f>>,
    complaints: &'f [Complaint],
    skipped: Vec<String>,
    summary: Summary<'f>,
}

#[derive(Debug, Serialize)]
struct Finding<'f> {
    file: &'f str,
    line: usize,
    column: usize,
    end: End,
    severity: &'static str,
    code: &'static str,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hint: Option<String>,
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    goal: Option<&'f str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    area: Option<&'f str>,
}

#[derive(Debug, Serialize)]
struct End {
    line: usize,
    column: usize,
}

#[derive(Debug, Serialize)]
struct Summary<'f> {
    #[serde(flatten)]
    all: Counts,
    files: Vec<FileSummary<'f>>,
}

#[derive(Debug, Serialize)]
struct FileSummary<'f> {
    file: &'f str,
    #[serde(flatten)]
    counts: Counts,
}

impl<'f> Findings<'f> {
    /// What was found in files, in words of this language.
    pub fn new(
        files: &'f [CheckedFile<'f>],
        complaints: &'f [Complaint],
        skipped: &[PathBuf],
        words: Words,
    ) -> Self {
        let findings = files.iter().flat_map(|file| {
            file.findings.iter().map(move |located| Finding::new(&file.name, located, words))
        });
        Self {
            version: VERSION,
            language: words.lang.code(),
            findings: findings.collect(),
            complaints,
            skipped: skipped.iter().map(|path| path.display().to_string()).collect(),
            summary: Summary::new(files),
        }
    }
}

impl<'f> Finding<'f> {
    fn new(file: &'f str, located: &'f Located<'f>, words: Words) -> Self {
        let Located { found, end: (line, column), goal, area, .. } = located;
        Self {
            file,
            line: found.line,
            column: found.column,
            end: End { line: *line, column: *column },
            severity: found.severity.name(),
            code: found.code.name(),
            message: found.code.message(words),
            why: found.code.why(words),
            hint: found.code.hint(words),
            path: found.path.pointer(),
            goal: goal.as_deref(),
            area: area.as_deref(),
        }
    }
}

impl<'f> Summary<'f> {
    fn new(files: &'f [CheckedFile<'f>]) -> Self {
        let counts =
            |file: &CheckedFile<'_>| Counts::count(file.findings.iter().map(|located| located.found));
        let of_file = |file: &'f CheckedFile<'_>| FileSummary { file: &file.name, counts: counts(file) };
        Self {
            all: Counts::count(files.iter().flat_map(|file| &file.findings).map(|located| located.found)),
            files: files.iter().map(of_file).collect(),
        }
    }
}

impl Counts {
    /// Counts findings.
    pub fn count<'d>(diagnostics: impl IntoIterator<Item = &'d Diagnostic>) -> Self {
        let mut counts = Self::default();
        for diagnostic in diagnostics {
            match diagnostic.severity {
                Severity::Error => counts.errors += 1,
                Severity::Warning => counts.warnings += 1,
                Severity::Note => counts.notes += 1,
            }
        }
        counts
    }
}
