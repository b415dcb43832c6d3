//! The value behind a field: taken from the assessment, put into it, read from a text and written as one.

mod access;

use std::rc::Rc;

use serde::de::DeserializeOwned;

pub(super) use access::{change_adjustment, change_entry, entry_of, get, set};

use super::field::{Choice, EntryField, FieldId, FieldKind, ReportedField};
use super::text::FieldProblem;
use crate::domain::date::{Date, Period};
use crate::domain::number::Decimal;
use crate::format::words::parse_word;
use crate::i18n::Lang;
use crate::i18n::date::{format_date, format_period, parse_date_text};
use crate::i18n::number::{format_fixed, format_number, parse_kroner, parse_number_near};
use crate::i18n::period::parse_period_text;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, a percentage or an amount.
    Number(Decimal),
    /// A day.
    Date(Date),
    /// A period.
    Period(Period),
    /// Words, or the code of a choice.
    Text(Rc<str>),
}

/// What was chosen, by its word; the default where nothing was.
pub(super) fn chosen<T: DeserializeOwned + Default>(code: Option<&str>) -> T {
    code.and_then(|code| parse_word(code).ok()).unwrap_or_default()
}

impl Value {
    fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }

    pub(super) fn period(&self) -> Option<Period> {
        match self {
            Self::Period(period) => Some(*period),
            _ => None,
        }
    }

    pub(super) fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// What a field takes. `amount` says whether the adjustment is an amount.
pub(super) fn kind(field: &FieldId, amount: bool) -> FieldKind {
    use {EntryField as E, ReportedField as R};
    match field {
        FieldId::Reported(_, _, R::Value | R::Baseline | R::Points)
        | FieldId::Entry(_, E::AddendumValue | E::AddendumMax)
        | FieldId::Overall => FieldKind::Number,
        FieldId::Reported(_, _, R::Date)
        | FieldId::Entry(_, E::AddendumDate | E::AddendumAgreed | E::LapseAgreed | E::NoticeOn)
        | FieldId::Agreed(_)
        | FieldId::LeftOn
        | FieldId::AsOf => FieldKind::Date,
        FieldId::Entry(_, E::AddendumMeasured) => FieldKind::Period,
        FieldId::Reported(_, _, R::Done) => FieldKind::Choice(Choice::YesNo),
        FieldId::Entry(_, E::AddendumKind) => FieldKind::Choice(Choice::AddendumKind),
        FieldId::AdjustmentKind => FieldKind::Choice(Choice::AdjustmentKind),
        FieldId::By => FieldKind::Choice(Choice::Assessor),
        FieldId::Status => FieldKind::Choice(Choice::Status),
        FieldId::AdjustmentValue if amount => FieldKind::Kroner,
        FieldId::MaxPercent | FieldId::HolidayPercent | FieldId::AdjustmentValue => FieldKind::Percent,
        FieldId::BaseValue(_) => FieldKind::Kroner,
        FieldId::Reported(_, _, R::Reason)
        | FieldId::Entry(
            _,
            E::Note
            | E::Evidence
            | E::Lapsed
            | E::LapseSource
            | E::NoticeCause
            | E::NoticeMeasures
            | E::AddendumSource,
        )
        | FieldId::AgreedIn(_)
        | FieldId::OverallReason
        | FieldId::BaseTitle(_)
        | FieldId::AdjustmentReason
        | FieldId::Breach => FieldKind::Text,
    }
}

/// The value in a text; none where the text is empty.
pub(super) fn read(
    text: &str,
    kind: FieldKind,
    lang: Lang,
    expected: Option<Decimal>,
) -> Result<Option<Value>, FieldProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let value = match kind {
        FieldKind::Number | FieldKind::Percent => Value::Number(parse_number_near(text, lang, expected)?),
        FieldKind::Kroner => Value::Number(parse_kroner(text, lang)?.0),
        FieldKind::Date => Value::Date(parse_date_text(text)?),
        FieldKind::Period => Value::Period(parse_period_text(text).ok_or(FieldProblem::Period)?),
        FieldKind::Text | FieldKind::Choice(_) => Value::text(text),
    };
    Ok(Some(value))
}

/// The text of a value.
pub(super) fn write(value: &Value, kind: FieldKind, lang: Lang) -> String {
    match (value, kind) {
        // A file may have more decimals than an amount should; they are shown, not rounded away.
        (Value::Number(number), FieldKind::Kroner) if number.normalize().scale() <= 2 => {
            format_fixed(*number, 2, lang)
        }
        (Value::Number(number), _) => format_number(*number, lang),
        (Value::Date(date), _) => format_date(*date, lang),
        (Value::Period(period), _) => format_period(*period, lang),
        (Value::Text(text), _) => text.to_string(),
    }
}
