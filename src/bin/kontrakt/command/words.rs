//! The command's own words, in both languages.

use std::io;
use std::path::Path;

use resultatkontrakt::domain::assessment::{Assessor, Status};
use resultatkontrakt::format::findings::Counts;
use resultatkontrakt::i18n::Lang::{self, Da, En};
use resultatkontrakt::i18n::number::format_count;

/// The system's own words are English, so the reasons that people meet are put into the language.
pub(super) fn cannot_open(path: &Path, error: &io::Error, lang: Lang) -> String {
    let path = path.display();
    match (error.kind(), lang) {
        (io::ErrorKind::NotFound, Da) => format!("{path} findes ikke."),
        (io::ErrorKind::NotFound, En) => format!("{path} does not exist."),
        (io::ErrorKind::PermissionDenied, Da) => format!("Der er ikke adgang til at læse {path}."),
        (io::ErrorKind::PermissionDenied, En) => format!("There is no permission to read {path}."),
        (io::ErrorKind::IsADirectory, Da) => format!("{path} er en mappe."),
        (io::ErrorKind::IsADirectory, En) => format!("{path} is a folder."),
        (_, Da) => format!("{path} kan ikke læses."),
        (_, En) => format!("{path} cannot be read: {error}."),
    }
}

pub(super) fn cannot_write(path: &Path, error: &io::Error, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Da => format!("{path} kan ikke skrives."),
        En => format!("{path} cannot be written: {error}."),
    }
}

pub(super) fn nothing_in(folder: &Path, lang: Lang) -> String {
    let folder = folder.display();
    match lang {
        Da => format!("Der er ingen kontrakter, vurderinger eller sager i {folder}."),
        En => format!("There are no contracts, assessments or case files in {folder}."),
    }
}

pub(super) fn skipped(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Da => format!(
            "{path} er sprunget over: der står ikke, at den er en kontrakt, en vurdering eller en sag."
        ),
        En => format!(
            "{path} was skipped: it does not say that it is a contract, an assessment or a case file."
        ),
    }
}

/// How many findings there are, and in how many files: the last line of a check.
pub(super) fn counted(counts: Counts, files: usize, lang: Lang) -> String {
    let Counts { errors, warnings, notes } = counts;
    let plural = |count: usize, one: &str, more: &str| {
        let word = if count == 1 { one } else { more };
        format!("{} {word}", format_count(count, lang))
    };
    match lang {
        Da => format!(
            "{}, {} og {} i {}.",
            plural(errors, "fejl", "fejl"),
            plural(warnings, "advarsel", "advarsler"),
            plural(notes, "bemærkning", "bemærkninger"),
            plural(files, "fil", "filer"),
        ),
        En => format!(
            "{}, {} and {} in {}.",
            plural(errors, "error", "errors"),
            plural(warnings, "warning", "warnings"),
            plural(notes, "note", "notes"),
            plural(files, "file", "files"),
        ),
    }
}

pub(super) fn not_a_contract(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Da => format!("{path} er en vurdering. Angiv kontrakten først."),
        En => format!("{path} is an assessment. Give the contract first."),
    }
}

pub(super) fn not_an_assessment(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Da => format!("{path} er ikke en vurdering alene."),
        En => format!("{path} is not an assessment alone."),
    }
}

pub(super) fn no_fingerprint(path: &Path, lang: Lang) -> String {
    let path = path.display();
    match lang {
        Da => format!("{path} er en vurdering. Kun kontrakter har et fingeraftryk."),
        En => format!("{path} is an assessment. Only contracts have a fingerprint."),
    }
}

pub(super) fn assessor(assessor: Assessor, lang: Lang) -> &'static str {
    match (assessor, lang) {
        (Assessor::Director, Da) => "direktørens",
        (Assessor::Director, En) => "the director's",
        (Assessor::Department, Da) => "departementets",
        (Assessor::Department, En) => "the department's",
        (Assessor::Agreed, Da) => "aftalt",
        (Assessor::Agreed, En) => "agreed",
    }
}

pub(super) fn status(status: Status, lang: Lang) -> &'static str {
    match (status, lang) {
        (Status::Draft, Da) => "udkast",
        (Status::Draft, En) => "draft",
        (Status::Midterm, Da) => "midtvejs",
        (Status::Midterm, En) => "mid-term",
        (Status::Final, Da) => "endelig",
        (Status::Final, En) => "final",
    }
}

/// A word of the table.
#[derive(Clone, Copy)]
pub(super) enum Word {
    Assessment,
    AsOf,
    Goal,
    Status,
    Points,
    Title,
    Secured,
    Lost,
    Open,
    Total,
    PayPoints,
    Fraction,
    Full,
    Earned,
    Adjusted,
    Payable,
    Holiday,
    Risk,
    Priority,
    AtRisk,
    Assumptions,
    FileSum,
}

pub(super) fn word(word: Word, lang: Lang) -> &'static str {
    let (da, en) = match word {
        Word::Assessment => ("Vurdering", "Assessment"),
        Word::AsOf => ("pr.", "as of"),
        Word::Goal => ("Mål", "Goal"),
        Word::Status => ("Status", "Status"),
        Word::Points => ("Point", "Points"),
        Word::Title => ("Titel", "Title"),
        Word::Secured => ("Sikret", "Secured"),
        Word::Lost => ("Tabt", "Lost"),
        Word::Open => ("Åben", "Open"),
        Word::Total => ("I alt", "Total"),
        Word::PayPoints => ("Resultatlønspoint", "Pay points"),
        Word::Fraction => ("Andel", "Fraction"),
        Word::Full => ("Fuldt tillæg", "Full supplement"),
        Word::Earned => ("Optjent", "Earned"),
        Word::Adjusted => ("Efter regulering", "After adjustment"),
        Word::Payable => ("Til udbetaling", "Payable"),
        Word::Holiday => ("Særlig feriegodtgørelse", "Special holiday allowance"),
        Word::Risk => ("Risiko", "Risk"),
        Word::Priority => ("Prioritet", "Priority"),
        Word::AtRisk => ("Point på spil", "Points at risk"),
        Word::Assumptions => ("Forudsætninger", "Assumptions"),
        Word::FileSum => ("Filens SHA-256", "The file's SHA-256"),
    };
    if lang == Da { da } else { en }
}
