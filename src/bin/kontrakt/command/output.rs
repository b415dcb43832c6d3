//! The only place that writes to standard output and standard error. What acts on a terminal is spelled out here,
//! whatever text it comes from.

use std::io::Write;

use resultatkontrakt::i18n::printable::{printable, printable_json};
use serde::Serialize;

/// What a task ends with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ending {
    Good,
    Fails,
    NotDone,
}

impl Ending {
    pub(super) fn exit_code(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Fails => 1,
            Self::NotDone => 2,
        }
    }
}

/// Prints lines to standard output. A reader that went away, such as `head`, is no mistake.
pub(super) fn print(lines: impl IntoIterator<Item = String>) {
    let _ = std::io::stdout().write_all(printed(lines).as_bytes());
}

/// Prints JSON to standard output.
pub(super) fn print_json(document: &impl Serialize) {
    let _ = std::io::stdout().write_all(json_text(document).as_bytes());
}

/// JSON as it is printed.
pub(super) fn json_text(document: &impl Serialize) -> String {
    // Its keys are texts and no part of it fails, so it is always written.
    let json = serde_json::to_string_pretty(document).unwrap_or_default();
    printable_json(json) + "\n"
}

/// Prints a paper to standard output as it is: its writers let nothing through that acts.
pub(super) fn print_paper(paper: &[u8]) {
    let _ = std::io::stdout().write_all(paper);
}

/// Prints lines to standard error.
pub(super) fn complain(lines: impl IntoIterator<Item = String>) {
    let _ = std::io::stderr().write_all(printed(lines).as_bytes());
}

fn printed(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().map(|line| printable(&line) + "\n").collect()
}
