//! The goal and the value of a line of the table, in words.

use crate::app::ImportLine;
use crate::app::Value;
use crate::app::{Choice, FieldId, ReportedField};
use crate::i18n::Lang;
use crate::i18n::date::{format_date, format_period};
use crate::i18n::number::format_number;
use crate::i18n::text::entry::field_of;
use crate::i18n::text::{EntryText, ImportText};

/// The goal of a line; a baseline says that it is one.
pub(super) fn line_name(line: &ImportLine, lang: Lang) -> String {
    match &line.field {
        FieldId::Reported(_, _, ReportedField::Baseline) => {
            field_of(&line.name, EntryText::Baseline.text(lang))
        }
        _ => line.name.to_string(),
    }
}

/// A value as the fields of the page show it.
pub(super) fn value_text(value: Option<&Value>, lang: Lang) -> String {
    match value {
        None => ImportText::Nothing.text(lang).to_owned(),
        Some(Value::Number(number)) => format_number(*number, lang),
        Some(Value::Period(period)) => format_period(*period, lang),
        Some(Value::Date(date)) => format_date(*date, lang),
        Some(Value::Choice(Choice::Done(true))) => ImportText::Yes.text(lang).to_owned(),
        Some(Value::Choice(Choice::Done(false))) => ImportText::No.text(lang).to_owned(),
        Some(Value::Choice(other)) => other.code().to_owned(),
        Some(Value::Text(words)) => words.to_string(),
    }
}
