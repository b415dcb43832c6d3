//! Files: opening them, and saying what is wrong with them.

use std::path::{Path, PathBuf};

use resultatkontrakt::i18n::Lang;
use resultatkontrakt::i18n::message::{hint, message};
use resultatkontrakt::load::diagnostic::{Diagnostic, Severity};
use resultatkontrakt::load::{self, Locator};

use super::words::cannot_open;
use super::{Ending, complain, print};

/// The bytes of a file; where it cannot be opened, that is said.
pub(super) fn open(path: &Path, lang: Lang) -> Option<Vec<u8>> {
    match std::fs::read(path) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            complain(&format!("{}\n", cannot_open(path, &error, lang)));
            None
        }
    }
}

/// Prints everything that is wrong with the files.
pub(super) fn check(files: &[PathBuf], lang: Lang) -> Ending {
    files.iter().map(|path| check_one(path, lang)).max().unwrap_or(Ending::Good)
}

fn check_one(path: &Path, lang: Lang) -> Ending {
    let Some(bytes) = open(path, lang) else { return Ending::NotDone };
    let diagnostics = load::inspect(&bytes).diagnostics;
    print(&diagnostics.iter().map(|diagnostic| finding(path, diagnostic, lang)).collect::<String>());
    if has_errors(&diagnostics) { Ending::FileHasErrors } else { Ending::Good }
}

/// Finds places in a file that was read before.
pub(super) fn locator(bytes: &[u8]) -> Locator<'_> {
    let text = std::str::from_utf8(bytes).unwrap_or_default();
    Locator::new(text.strip_prefix('\u{feff}').unwrap_or(text))
}

pub(super) fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// One finding: the line that programs read, then the place and the hint for people.
pub(super) fn finding(path: &Path, diagnostic: &Diagnostic, lang: Lang) -> String {
    let Diagnostic { severity, code, line, column, excerpt, .. } = diagnostic;
    let (file, severity, name) = (path.display(), severity.name(), code.name());
    let mut lines = vec![format!("{file}:{line}:{column}: {severity}[{name}]: {}", message(code, lang))];
    if !excerpt.text.is_empty() {
        let (before, marks) = (" ".repeat(excerpt.mark.start), "^".repeat(excerpt.mark.len()));
        lines.push(format!("    | {}", excerpt.text.replace('\t', " ")));
        lines.push(format!("    | {before}{marks}"));
    }
    lines.extend(hint(code, lang).map(|hint| format!("    = {hint}")));
    lines.join("\n") + "\n"
}
