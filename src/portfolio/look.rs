//! One file of a folder, told by its content: a contract, a case, an assessment, or none of them.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use super::left_out::WhyLeftOut;
use super::row::Row;
use super::whose::Whose;
use crate::findings::{Diagnostic, Severity};
use crate::format::{AssessmentFile, ContractFile, Document, MAX_BYTES, is_other_json, read_paced, stranger};
use crate::pace::{Progress, at_once, no_pause};

/// A file that was looked at.
#[derive(Clone, Debug, PartialEq)]
pub struct Looked {
    /// Its name, with the folders that it stands in.
    pub name: String,
    /// What it holds.
    pub holds: Holds,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Holds {
    /// A contract, alone or with its assessments.
    Contract(Box<Found>),
    /// An assessment alone.
    Assessment {
        /// The contract that it names.
        contract: String,
        /// The fingerprint of that contract, where it says one.
        sha256: Option<String>,
    },
    /// Nothing that can be used.
    Nothing(WhyLeftOut),
}

/// A contract that was found in a file.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Its row, by what the file alone says.
    pub row: Row,
    /// Tells the file from others of the same case.
    pub(super) content: u64,
}

impl Looked {
    /// A file that was not read.
    pub fn not_read(name: &str, why: WhyLeftOut) -> Self {
        Self { name: name.to_owned(), holds: Holds::Nothing(why) }
    }
}

/// Reads a file in one go.
pub fn look(name: &str, bytes: &[u8]) -> Looked {
    at_once(look_paced(name, bytes, Whose::Deciding, &mut no_pause))
}

/// Reads a file in slices, and calls `pause` after each; `whose` assessment a row rests on.
pub async fn look_paced(
    name: &str,
    bytes: &[u8],
    whose: Whose,
    pause: &mut impl AsyncFnMut(Progress),
) -> Looked {
    Looked { name: name.to_owned(), holds: holds(name, bytes, whose, pause).await }
}

async fn holds(name: &str, bytes: &[u8], whose: Whose, pause: &mut impl AsyncFnMut(Progress)) -> Holds {
    if bytes.len() > MAX_BYTES {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        return Holds::Nothing(WhyLeftOut::TooLarge { size });
    }
    if let Some(kind) = stranger(bytes) {
        return Holds::Nothing(WhyLeftOut::Stranger(Some(kind)));
    }
    // What is no JSON object can be none of ours, and need not be read to the end.
    if !begins_like_ours(bytes) {
        return Holds::Nothing(WhyLeftOut::Stranger(None));
    }
    let reading = read_paced(bytes, pause).await;
    match reading.document {
        Some(Document::Contract(file)) => contract(name, bytes, &file, &[], whose),
        Some(Document::Case(case)) => contract(name, bytes, &case.contract, &case.assessments, whose),
        Some(Document::Assessment(file)) => Holds::Assessment {
            contract: file.assessment.contract.to_string(),
            sha256: file.assessment.sha256.clone(),
        },
        None if is_other_json(bytes) => Holds::Nothing(WhyLeftOut::Stranger(None)),
        None => Holds::Nothing(mistakes(&reading.diagnostics)),
    }
}

/// Whether a text begins as a JSON object does.
fn begins_like_ours(bytes: &[u8]) -> bool {
    bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes).trim_ascii_start().starts_with(b"{")
}

fn contract(
    name: &str,
    bytes: &[u8],
    file: &ContractFile,
    assessments: &[AssessmentFile],
    whose: Whose,
) -> Holds {
    let beside: Vec<_> = assessments.iter().map(|file| (None, &file.assessment)).collect();
    let mut hash = DefaultHasher::new();
    bytes.hash(&mut hash);
    let row = Row::new(name, file, &beside, None, whose);
    Holds::Contract(Box::new(Found { row, content: hash.finish() }))
}

fn mistakes(found: &[Diagnostic]) -> WhyLeftOut {
    let mut errors = found.iter().filter(|found| found.severity == Severity::Error);
    let line = errors.next().map_or(1, |first| first.line);
    WhyLeftOut::Mistakes { errors: errors.count() + 1, line }
}
