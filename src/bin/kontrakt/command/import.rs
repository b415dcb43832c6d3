//! `kontrakt import`: measured results from a workbook or a table, through the same preview as on the page.

use std::path::{Path, PathBuf};
use std::rc::Rc;

use resultatkontrakt::app::import_words::{before_text, effect_text, line_name, value_text};
use resultatkontrakt::app::save::case_file;
use resultatkontrakt::app::{Action, Import, Incoming, IncomingTable, Preview, State, reduce};
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::date::Date;
use resultatkontrakt::format::{Document, read};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::text::ImportText;
use resultatkontrakt::office::{is_workbook, read_sheet};
use resultatkontrakt::table::SheetChoice;

use super::case;
use super::files::{finding, open, write_new};
use super::output::{Ending, complain, print};
use super::table::columns;

/// What is asked for.
pub(super) struct Request {
    pub(super) results: PathBuf,
    pub(super) case: PathBuf,
    pub(super) assessment: Option<PathBuf>,
    pub(super) choice: SheetChoice,
    /// Where the case is written to; nowhere where nothing is said.
    pub(super) output: Option<PathBuf>,
    pub(super) words: Words,
}

pub(super) fn import(request: &Request) -> Ending {
    let words = request.words;
    let state = match opened(request) {
        Ok(state) => state,
        Err(ending) => return ending,
    };
    let Some(bytes) = open(&request.results, words) else { return Ending::NotDone };
    let table = table(&request.results, &bytes, &request.choice);
    let state = reduce(&state, Action::Import(Rc::new(table)));
    let Some(import) = state.import.clone() else { return Ending::NotDone };
    print(lines(&import, words));
    complain(import.diagnostics.iter().flat_map(|one| finding(&request.results, one, words)));
    let Some(preview) = &import.preview else { return Ending::Fails };
    let Some(output) = &request.output else { return Ending::Good };
    if preview.changes.is_empty() {
        complain([words.text(ImportText::NothingToDo).to_owned()]);
        return Ending::Fails;
    }
    let state = reduce(&state, Action::ApplyImport);
    match case_file(&state).filter(|_| state.import.is_none()) {
        Some(file) => write_new(output, &file.text, words),
        None => Ending::NotDone,
    }
}

/// The case, opened as the page opens it. What is wrong with it is said.
fn opened(request: &Request) -> Result<Rc<State>, Ending> {
    let (words, path) = (request.words, &request.case);
    let given: Vec<_> = request.assessment.iter().cloned().collect();
    let read_case = case::read(path, &given, words)?;
    let bytes = open(path, words).ok_or(Ending::NotDone)?;
    let is_case = matches!(read(&bytes).document, Some(Document::Case(_)));
    if is_case && request.assessment.is_some() {
        complain([words.has_assessments(path)]);
        return Err(Ending::NotDone);
    }
    let terms = &read_case.contract.contract;
    if read_case.assessments.is_empty() && terms.period.is_none() && terms.binding_year.is_none() {
        complain([words.needs_assessment(path)]);
        return Err(Ending::NotDone);
    }
    if read_case.assessments.first().is_some_and(Assessment::is_locked) {
        complain([words.is_locked(path)]);
        return Err(Ending::NotDone);
    }
    // No clock is read: an assessment that is begun here describes the last day that the contract binds.
    let mut incoming = Incoming::read(&name_of(path), &bytes, Date::MAX, "");
    if let Some(assessment) = &request.assessment {
        incoming = incoming.with_assessment(&open(assessment, words).ok_or(Ending::NotDone)?);
    }
    let begun = Rc::new(State { lang: words.lang, ..State::default() });
    Ok(reduce(&begun, Action::Open(Rc::new(incoming))))
}

/// The table of a file: a sheet of a workbook, or the text itself.
fn table(path: &Path, bytes: &[u8], choice: &SheetChoice) -> IncomingTable {
    let name = name_of(path);
    if is_workbook(&name, bytes) {
        IncomingTable::of_sheet(&name, bytes.into(), read_sheet(bytes, choice))
    } else {
        IncomingTable::read(&name, bytes)
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// What the table would change, and how many rows change nothing.
fn lines(import: &Import, words: Words) -> Vec<String> {
    let Some(preview) = &import.preview else {
        return vec![words.text(ImportText::Unusable).to_owned()];
    };
    let sheet = import.sheet.iter().filter_map(|source| source.choice.sheet.as_deref());
    let sheet = sheet.map(|name| format!("{}: {name}", words.text(ImportText::Sheet)));
    sheet.chain(changes(preview, words)).chain([counts(preview, words)]).collect()
}

fn changes(preview: &Preview, words: Words) -> Vec<String> {
    if preview.changes.is_empty() {
        return Vec::new();
    }
    let head = [
        ImportText::Line,
        ImportText::Goal,
        ImportText::Period,
        ImportText::Now,
        ImportText::New,
        ImportText::Effect,
    ]
    .map(|name| words.text(name).to_owned());
    let rows = preview.changes.iter().map(|change| {
        let line = &change.line;
        [
            words.count(line.number),
            line_name(line, words),
            line.period.map_or_else(String::new, |period| words.period(period)),
            before_text(change, words),
            value_text(line.value.as_ref(), line, words),
            effect_text(change, false, words),
        ]
    });
    columns(std::iter::once(head).chain(rows).collect())
}

fn counts(preview: &Preview, words: Words) -> String {
    let [rows, changes, same, unused] =
        [preview.rows, preview.changes.len(), preview.same.total, preview.unused_total()]
            .map(|count| words.count(count));
    words.import_overview(&rows, &changes, &same, &unused)
}
