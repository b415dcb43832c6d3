//! Writes the goal and the value of a line of the table.

use crate::app::ImportLine;
use crate::app::Value;
use crate::app::{Choice, FieldId, ReportedField};
use crate::i18n::Words;
use crate::i18n::text::entry::field_of;
use crate::i18n::text::{EntryText, ImportText};

/// Names the goal of a line, and says so where the value is a baseline.
pub(super) fn line_name(line: &ImportLine, words: Words) -> String {
    match &line.field {
        FieldId::Reported(_, _, ReportedField::Baseline) => {
            field_of(&line.name, words.text(EntryText::Baseline))
        }
        _ => line.name.to_string(),
    }
}

/// Writes a value of a line as the fields of the page show it.
pub(super) fn value_text(value: Option<&Value>, line: &ImportLine, words: Words) -> String {
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
