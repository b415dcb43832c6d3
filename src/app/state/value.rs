//! The value behind a field: read from a text, or why it cannot be, and written as one.

use std::rc::Rc;

use serde::de::DeserializeOwned;

use crate::app::field::{Choice, EntryField, FieldId, FieldKind, ReportedField};
use crate::domain::date::{Date, Period};
use crate::domain::number::Decimal;
use crate::domain::objection::ObjectionKind;
use crate::domain::plausible::Implausible;
use crate::format::words::parse_word;
use crate::i18n::Lang;
use crate::i18n::date::{DateProblem, format_date, format_period};
use crate::i18n::day::{YearsMeant, parse_date_near};
use crate::i18n::number::{NumberProblem, format_fixed, format_number, parse_kroner, parse_number_near};
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

/// What is wrong with what stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldProblem {
    /// It cannot be read as a number, or could be two. It counts as not given.
    Number(NumberProblem),
    /// It cannot be read as a date. It counts as not given.
    Date(DateProblem),
    /// It cannot be read as a period. It counts as not given.
    Period,
    /// The field is empty and others need it: an addendum without its figure does not count.
    Missing,
    /// It can be read, and can hardly be meant. It counts as not given until the person says that it is.
    Unlikely(Unlikely),
    /// It can be read, and the evaluation objects to it.
    Objection(ObjectionKind),
}

/// A number that can hardly be meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unlikely {
    /// The number, as it was read.
    pub value: Decimal,
    /// Why it can hardly be meant.
    pub why: Implausible,
    /// What was probably meant instead.
    pub likely: Vec<Decimal>,
}

impl From<NumberProblem> for FieldProblem {
    fn from(problem: NumberProblem) -> Self {
        Self::Number(problem)
    }
}

impl From<DateProblem> for FieldProblem {
    fn from(problem: DateProblem) -> Self {
        Self::Date(problem)
    }
}

/// What was chosen, by its word; the default where nothing was.
pub(in crate::app) fn chosen<T: DeserializeOwned + Default>(code: Option<&str>) -> T {
    code.and_then(|code| parse_word(code).ok()).unwrap_or_default()
}

impl Value {
    pub(in crate::app) fn text(text: &str) -> Self {
        Self::Text(text.into())
    }

    pub(in crate::app) fn number(&self) -> Option<Decimal> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(in crate::app) fn date(&self) -> Option<Date> {
        match self {
            Self::Date(date) => Some(*date),
            _ => None,
        }
    }

    pub(in crate::app) fn period(&self) -> Option<Period> {
        match self {
            Self::Period(period) => Some(*period),
            _ => None,
        }
    }

    pub(in crate::app) fn words(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// What a field takes. `amount` says whether the adjustment is an amount.
pub(in crate::app) fn field_kind(field: &FieldId, amount: bool) -> FieldKind {
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
pub(in crate::app) fn read_value(
    text: &str,
    kind: FieldKind,
    lang: Lang,
    expected: Option<Decimal>,
    years: Option<YearsMeant>,
) -> Result<Option<Value>, FieldProblem> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let value = match kind {
        FieldKind::Number | FieldKind::Percent => Value::Number(parse_number_near(text, lang, expected)?),
        FieldKind::Kroner => Value::Number(parse_kroner(text, lang)?.0),
        FieldKind::Date => Value::Date(parse_date_near(text, years)?),
        FieldKind::Period => Value::Period(parse_period_text(text).ok_or(FieldProblem::Period)?),
        FieldKind::Text | FieldKind::Choice(_) => Value::text(text),
    };
    Ok(Some(value))
}

/// The text of a value.
pub(in crate::app) fn write_value(value: &Value, kind: FieldKind, lang: Lang) -> String {
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
