//! `kontrakt check`: what is wrong with files, in words, as JSON or as SARIF.

mod files;
mod uri;

use std::collections::HashSet;
use std::path::PathBuf;

use resultatkontrakt::findings::{Diagnostic, Severity};
use resultatkontrakt::format::findings::{CheckedFile, Counts, Findings, Located};
use resultatkontrakt::format::sarif::Log;
use resultatkontrakt::format::{Locator, WrittenAs};
use resultatkontrakt::i18n::Words;

use self::files::{Checked, Gathered};
use super::files::finding;
use super::output::{Ending, complain, print, print_json};

/// What is asked for.
pub(super) struct Request {
    /// Files and folders.
    pub(super) paths: Vec<PathBuf>,
    /// How the findings are printed.
    pub(super) form: Form,
    /// The least severity that makes the command end with 1.
    pub(super) fails_from: Severity,
    pub(super) words: Words,
}

/// How the findings are printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// For people, each with the line that it speaks of.
    Text,
    /// The command's own JSON.
    Json,
    /// SARIF 2.1.0.
    Sarif,
}

/// Prints everything that is wrong with the files, each by itself and all of them together.
pub(super) fn check(request: &Request) -> Ending {
    let words = request.words;
    let gathered = files::gather(&request.paths, words);
    let (files, complaints) = (&gathered.files, gathered.complaints.as_slice());
    let ending = ending(&gathered, request.fails_from);
    complain(gathered.skipped.iter().map(|path| words.skipped_file(path)));
    complain(complaints.iter().map(|complaint| complaint.message.clone()));
    match request.form {
        Form::Text => text(files, words),
        Form::Json => {
            print_json(&Findings::new(&files_for_programs(files), complaints, &gathered.skipped, words));
        }
        Form::Sarif => {
            print_json(&Log::new(&files_for_programs(files), complaints, ending.exit_code(), words));
        }
    }
    ending
}

fn ending(gathered: &Gathered, fails_from: Severity) -> Ending {
    let fails = |found: &Diagnostic| found.severity >= fails_from;
    if !gathered.complaints.is_empty() {
        Ending::NotDone
    } else if gathered.files.iter().flat_map(|file| &file.diagnostics).any(fails) {
        Ending::Fails
    } else {
        Ending::Good
    }
}

fn files_for_programs(files: &[Checked]) -> Vec<CheckedFile<'_>> {
    let files = files.iter().map(|file| {
        let locator = Locator::of_file(&file.bytes);
        CheckedFile {
            name: file.path.display().to_string(),
            uri: uri::of(&file.path),
            findings: file.diagnostics.iter().map(|found| Located::new(found, &locator)).collect(),
        }
    });
    files.collect()
}

/// The findings to standard output; how many there are to standard error, where no program reads them.
fn text(files: &[Checked], words: Words) {
    for file in files {
        let kind = WrittenAs::in_text(&String::from_utf8_lossy(&file.bytes));
        // Many mistakes have one answer.
        let mut answered = HashSet::new();
        print(file.diagnostics.iter().flat_map(|one| {
            let form = kind.form_wanted(one).filter(|form| answered.insert(*form));
            let form = form.map(|form| format!("    = {}", words.whole_form(form)));
            finding(&file.path, one, words).into_iter().chain(form)
        }));
    }
    if !files.is_empty() {
        let Counts { errors, warnings, notes } =
            Counts::count(files.iter().flat_map(|file| &file.diagnostics));
        let counted = [
            Severity::Error.counted(errors, words),
            Severity::Warning.counted(warnings, words),
            Severity::Note.counted(notes, words),
        ];
        complain([words.found_in_files(counted, files.len())]);
    }
}
