//! What is wrong with a file, in words: for every code what it is; for what a contract agrees also why it
//! matters and how it is mended, for the rest where that helps.
//!
//! Each group of codes is one `match` over codes and languages, so that a missing text does not compile.

mod contradiction;
mod doubt;
mod entry;
mod gap;
mod imbalance;
mod reference;
mod row;
mod rule;
mod shape;
mod syntax;
mod table;

use super::Lang;
use crate::findings::{Code, Severity};

/// What is wrong.
pub fn message(code: &Code, lang: Lang) -> String {
    match code {
        Code::Syntax(fault) => syntax::message(fault, lang),
        Code::Shape(fault) => shape::message(fault, lang),
        Code::Rule(fault) => rule::message(fault, lang),
        Code::Contradiction(contradiction) => contradiction::message(contradiction, lang),
        Code::Imbalance(found) => imbalance::message(found, lang),
        Code::Gap(gap) => gap::message(gap, lang),
        Code::Reference(fault) => reference::message(fault, lang),
        Code::Doubt(doubt) => doubt::message(doubt, lang),
        Code::Entry(fault) => entry::message(fault, lang),
        Code::Table(fault) => table::message(fault, lang),
        Code::Row(fault) => row::message(fault, lang),
    }
}

/// Why it matters, in one sentence: for everything that keeps a contract from being scored or is about what
/// it agrees, and for the rest where the message does not say it already.
pub fn why(code: &Code, lang: Lang) -> Option<&'static str> {
    match code {
        Code::Syntax(fault) => syntax::why(fault, lang),
        Code::Shape(fault) => shape::why(fault, lang),
        Code::Rule(fault) => Some(rule::why(fault, lang)),
        Code::Contradiction(contradiction) => Some(contradiction::why(contradiction, lang)),
        Code::Imbalance(found) => Some(imbalance::why(found, lang)),
        Code::Gap(gap) => Some(gap::why(gap, lang)),
        Code::Reference(fault) => Some(reference::why(fault, lang)),
        Code::Doubt(doubt) => Some(doubt::why(doubt, lang)),
        Code::Entry(fault) => entry::why(fault, lang),
        // What a row does not count for is said with the row.
        Code::Table(_) | Code::Row(_) => None,
    }
}

/// How it is mended: for the same codes always, for the rest where that is more than the opposite of the
/// message.
pub fn hint(code: &Code, lang: Lang) -> Option<String> {
    match code {
        Code::Syntax(fault) => syntax::hint(fault, lang),
        Code::Shape(fault) => shape::hint(fault, lang),
        Code::Rule(fault) => Some(rule::hint(fault, lang)),
        Code::Contradiction(contradiction) => Some(contradiction::hint(contradiction, lang).to_owned()),
        Code::Imbalance(found) => Some(imbalance::hint(found, lang)),
        Code::Gap(gap) => Some(gap::hint(gap, lang).to_owned()),
        Code::Reference(fault) => Some(reference::hint(fault, lang)),
        Code::Doubt(doubt) => Some(doubt::hint(doubt, lang).to_owned()),
        Code::Entry(fault) => Some(entry::hint(fault, lang).to_owned()),
        Code::Table(fault) => table::hint(fault, lang),
        Code::Row(fault) => row::hint(fault, lang),
    }
}

/// How bad it is, in a word.
pub fn severity_text(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (Severity::Note, Lang::Da) => "bemærkning",
        (Severity::Note, Lang::En) => "note",
        (Severity::Warning, Lang::Da) => "advarsel",
        (Severity::Warning, Lang::En) => "warning",
        (Severity::Error, Lang::Da) => "fejl",
        (Severity::Error, Lang::En) => "error",
    }
}

/// The place in the document, as it ends a sentence: ` (Tabel 2)`.
#[expect(clippy::ref_option, reason = "codes hold places as they are")]
fn clause(place: &Option<String>) -> String {
    place.as_ref().map(|place| format!(" ({place})")).unwrap_or_default()
}

/// Something quoted from a file, in the quotation marks of the language.
fn quoted(text: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("»{text}«"),
        Lang::En => format!("“{text}”"),
    }
}

/// Quoted words in a row: `»a«, »b« eller »c«`.
fn alternatives<T: AsRef<str>>(words: &[T], lang: Lang) -> String {
    listed(words, if lang == Lang::Da { "eller" } else { "or" }, lang)
}

/// Quoted words in a row: `»a«, »b« og »c«`.
fn together<T: AsRef<str>>(words: &[T], lang: Lang) -> String {
    listed(words, if lang == Lang::Da { "og" } else { "and" }, lang)
}

fn listed<T: AsRef<str>>(words: &[T], last: &str, lang: Lang) -> String {
    let mut quotes: Vec<String> = words.iter().map(|word| quoted(word.as_ref(), lang)).collect();
    match quotes.pop() {
        Some(word) if quotes.is_empty() => word,
        Some(word) => format!("{} {last} {word}", quotes.join(", ")),
        None => String::new(),
    }
}

/// The question whether another word was meant.
fn did_you_mean(suggestion: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("Mente du {}?", quoted(suggestion, lang)),
        Lang::En => format!("Did you mean {}?", quoted(suggestion, lang)),
    }
}
