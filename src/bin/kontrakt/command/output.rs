//! The only place that writes to standard output and standard error. What acts on a terminal is spelled out here,
//! whatever text it comes from.

use std::io::{self, Write};
use std::sync::OnceLock;

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

/// Why something could not be printed, the first time.
static NOT_PRINTED: OnceLock<io::Error> = OnceLock::new();

/// Why something could not be printed, such as a disk that is full. A reader that went away, such as `head`, is no mistake.
pub(super) fn not_printed() -> Option<&'static io::Error> {
    NOT_PRINTED.get()
}

/// Prints bytes to standard output, all of them before the next thing is done.
fn print_bytes(bytes: &[u8]) {
    let mut out = io::stdout().lock();
    let printed = out.write_all(bytes).and_then(|()| out.flush());
    if let Some(error) = printed.err().filter(|error| error.kind() != io::ErrorKind::BrokenPipe) {
        let _ = NOT_PRINTED.set(error);
    }
}

/// Prints lines to standard output.
pub(super) fn print(lines: impl IntoIterator<Item = String>) {
    print_bytes(printed(lines).as_bytes());
}

/// Prints JSON to standard output.
pub(super) fn print_json(document: &impl Serialize) {
    print_bytes(json_text(document).as_bytes());
}

/// JSON as it is printed.
pub(super) fn json_text(document: &impl Serialize) -> String {
    // Its keys are texts and no part of it fails, so it is always written.
    let json = serde_json::to_string_pretty(document).unwrap_or_default();
    printable_json(json) + "\n"
}

/// Prints a paper to standard output as it is: its writers let nothing through that acts.
pub(super) fn print_paper(paper: &[u8]) {
    print_bytes(paper);
}

/// Prints lines to standard error.
pub(super) fn complain(lines: impl IntoIterator<Item = String>) {
    let _ = io::stderr().write_all(printed(lines).as_bytes());
}

fn printed(lines: impl IntoIterator<Item = String>) -> String {
    lines.into_iter().map(|line| printable(&line) + "\n").collect()
}
