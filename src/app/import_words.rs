//! What the page and the command say of the lines of a table that came in.

use super::state::{Before, Choice, ImportChange, ImportLine, Value};
use crate::domain::address::{FieldId, ReportedField};
use crate::i18n::Words;
use crate::i18n::text::entry::field_of;
use crate::i18n::text::{EntryText, ImportText};

/// Names the goal of a line, and says so where the value is a baseline.
pub fn line_name(line: &ImportLine, words: Words) -> String {
    match &line.field {
        FieldId::Reported(_, _, ReportedField::Baseline) => {
            field_of(&line.name, words.text(EntryText::Baseline))
        }
        _ => line.name.to_string(),
    }
}

/// Writes a value of a line as the fields of the page show it.
pub fn value_text(value: Option<&Value>, line: &ImportLine, words: Words) -> String {
    match value {
        None => words.text(ImportText::Nothing).to_owned(),
        Some(Value::Number(number)) => words.number(*number),
        Some(Value::Period(period)) => words.period(*period),
        Some(Value::Date(date)) => words.date(*date),
        Some(Value::Choice(Choice::Done(true))) => words.text(ImportText::Yes).to_owned(),
        Some(Value::Choice(Choice::Done(false))) => words.text(ImportText::No).to_owned(),
        Some(Value::Choice(other)) => other.code().to_owned(),
        Some(Value::Text(text)) => {
            let mut levels = line.levels.iter().flat_map(|levels| levels.iter());
            let level = levels.find(|level| level.id.as_str() == &**text);
            level.map_or_else(|| text.to_string(), |level| level.title.clone())
        }
    }
}

/// Writes what stands in the field before it is changed.
pub fn before_text(change: &ImportChange, words: Words) -> String {
    match &change.before {
        Before::Empty => value_text(None, &change.line, words),
        Before::Value(value) => value_text(Some(value), &change.line, words),
        Before::Text(text) => text.to_string(),
    }
}

/// Says what happens to the field, unless the change is left out.
pub fn effect_text(change: &ImportChange, is_out: bool, words: Words) -> String {
    match &change.before {
        _ if is_out => words.text(ImportText::LeftOut).to_owned(),
        Before::Empty if matches!(change.line.field, FieldId::Reported(_, _, ReportedField::Reading(_))) => {
            words.text(ImportText::BecomesReading).to_owned()
        }
        Before::Empty => words.text(ImportText::FillsIn).to_owned(),
        _ => words.overwrites_figure(&before_text(change, words)),
    }
}
