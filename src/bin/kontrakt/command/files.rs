//! Files: opening them, and saying what is wrong with them.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

use resultatkontrakt::findings::Diagnostic;
use resultatkontrakt::format::{MAX_BYTES, is_other_json};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::printable::printable;

use super::output::{Ending, complain, print_paper};

/// Whether a path stands for standard input or output.
pub(super) fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

/// The bytes of a file, or of standard input.
pub(super) fn bytes_of(path: &Path) -> io::Result<Vec<u8>> {
    if is_standard(path) {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    fs::read(path)
}

/// The bytes of a file; where it cannot be opened, that is said.
pub(super) fn open(path: &Path, words: Words) -> Option<Vec<u8>> {
    match bytes_of(path) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            complain([words.cannot_open(path, &error)]);
            None
        }
    }
}

/// Writes a text to a file that is not there yet.
pub(super) fn write_new(path: &Path, text: &str, words: Words) -> Ending {
    if !is_standard(path) && path.exists() {
        complain([words.is_there_already(path)]);
        return Ending::NotDone;
    }
    write_or_print(Some(path), text.as_bytes(), words)
}

/// Writes a file, or prints it where none is named. Over a contract, an assessment or a case nothing is written.
pub(super) fn write_or_print(path: Option<&Path>, file: impl AsRef<[u8]>, words: Words) -> Ending {
    match path.filter(|path| !is_standard(path)) {
        None => print_paper(file.as_ref()),
        Some(path) => {
            if is_ours(path) {
                complain([words.is_there_already(path)]);
                return Ending::NotDone;
            }
            if let Err(error) = std::fs::write(path, file) {
                complain([words.cannot_write(path, &error)]);
                return Ending::NotDone;
            }
        }
    }
    Ending::Good
}

/// Whether a file is there that says that it is a contract, an assessment or a case, or is meant to.
fn is_ours(path: &Path) -> bool {
    let is_read = |file: fs::Metadata| {
        file.is_file() && usize::try_from(file.len()).is_ok_and(|size| size <= MAX_BYTES)
    };
    fs::metadata(path).is_ok_and(is_read)
        && fs::read(path).is_ok_and(|bytes| bytes.starts_with(b"{") && !is_other_json(&bytes))
}

/// One finding: the line that programs read, then the place, why it matters and how to mend it, for people.
pub(super) fn finding(path: &Path, diagnostic: &Diagnostic, words: Words) -> Vec<String> {
    let Diagnostic { severity, code, line, column, excerpt, .. } = diagnostic;
    let (file, severity, name) = (path.display(), severity.name(), code.name());
    let mut lines = vec![format!("{file}:{line}:{column}: {severity}[{name}]: {}", code.message(words))];
    if !excerpt.text.is_empty() {
        let text = excerpt.text.replace('\t', " ");
        let width = |from: usize, to: usize| {
            let letters = text.chars().skip(from).take(to - from);
            printable(&letters.collect::<String>()).chars().count()
        };
        let (before, marked) = (width(0, excerpt.mark.start), width(excerpt.mark.start, excerpt.mark.end));
        lines.push(format!("    | {text}"));
        lines.push(format!("    | {}{}", " ".repeat(before), "^".repeat(marked.max(1))));
    }
    lines.extend(code.why(words).map(|why| format!("    = {why}")));
    lines.extend(code.hint(words).map(|hint| format!("    = {hint}")));
    lines
}
