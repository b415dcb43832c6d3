//! The findings as JSON, for programs that know the command. README.md describes it.

use std::path::Path;

use resultatkontrakt::findings::Diagnostic;
use resultatkontrakt::format::json::Json;
use resultatkontrakt::i18n::Lang;

use super::files::{Checked, Complaint, Gathered};
use super::place;
use crate::command::output::Counts;

/// The form of the list; it grows when something in it comes to mean something else.
const VERSION: u32 = 1;

/// Every finding, what was not checked and why, and how many findings there are.
pub(super) fn json(gathered: &Gathered, lang: Lang) -> Json {
    let files = &gathered.files;
    let findings = files.iter().flat_map(|file| file.diagnostics.iter().map(|one| finding(file, one, lang)));
    Json::object([
        ("version", Some(Json::number(&VERSION))),
        ("language", Some(Json::text(lang.code()))),
        ("findings", Some(Json::List(findings.collect()))),
        ("complaints", Some(Json::List(gathered.complaints.iter().map(complaint).collect()))),
        ("skipped", Some(Json::List(gathered.skipped.iter().map(|path| name(path)).collect()))),
        ("summary", Some(summary(files))),
    ])
}

fn name(path: &Path) -> Json {
    Json::text(path.display().to_string())
}

fn complaint(complaint: &Complaint) -> Json {
    Json::object([
        ("file", Some(name(&complaint.path))),
        ("message", Some(Json::text(complaint.message.as_str()))),
    ])
}

fn finding(file: &Checked, found: &Diagnostic, lang: Lang) -> Json {
    let (end_line, end_column) = place::end(file, found);
    let end =
        Json::object([("line", Some(Json::number(&end_line))), ("column", Some(Json::number(&end_column)))]);
    Json::object([
        ("file", Some(name(&file.path))),
        ("line", Some(Json::number(&found.line))),
        ("column", Some(Json::number(&found.column))),
        ("end", Some(end)),
        ("severity", Some(Json::text(found.severity.name()))),
        ("code", Some(Json::text(found.code.name()))),
        ("message", Some(Json::text(found.code.message(lang)))),
        ("why", found.code.why(lang).map(Json::text)),
        ("hint", found.code.hint(lang).map(Json::text)),
        ("path", Some(Json::text(found.path.pointer()))),
        ("goal", place::goal(file, found).map(Json::text)),
        ("area", place::area(file, found).map(Json::text)),
    ])
}

fn summary(files: &[Checked]) -> Json {
    let of_file = |file: &Checked| {
        let name = ("file", Some(name(&file.path)));
        let counts = counts(Counts::of(&file.diagnostics));
        Json::object([name].into_iter().chain(counts))
    };
    let all = counts(Counts::of(files.iter().flat_map(|file| &file.diagnostics)));
    let files = ("files", Some(Json::List(files.iter().map(of_file).collect())));
    Json::object(all.into_iter().chain([files]))
}

fn counts(counts: Counts) -> [(&'static str, Option<Json>); 3] {
    [
        ("errors", Some(Json::number(&counts.errors))),
        ("warnings", Some(Json::number(&counts.warnings))),
        ("notes", Some(Json::number(&counts.notes))),
    ]
}
