//! The value behind a field: read from a text, or why it cannot be, and written as one.

use std::rc::Rc;

use super::choice::{AddendumKind, AdjustmentKind, Choice, FieldKind};
use crate::domain::date::{Date, Period};
use crate::domain::number::Decimal;
use crate::domain::objection::ObjectionKind;
use crate::domain::plausible::Implausible;
use crate::format::{MAX_POINTS, MAX_TEXT, MAX_TITLE};
use crate::i18n::Lang;
use crate::i18n::date::DateProblem;
use crate::i18n::day::{YearsMeant, parse_date_near};
use crate::i18n::number::{NumberProblem, parse_kroner, parse_number_near};
use crate::i18n::period::parse_period_text;
use crate::i18n::unseen::without_unseen;

/// What a field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number, a percentage or an amount.
    Number(Decimal),
    /// A day.
    Date(Date),
    /// A period.
    Period(Period),
    /// One of a few.
    Choice(Choice),
    /// Words.
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
    /// More points than a file may say. They count as not given.
    TooManyPoints,
    /// A weight in percent of points that are not 100 in all. It counts as not given.
    PercentOfPoints,
    /// More letters than a file may have there. The text counts as not given.
    TooLong {
        /// The most.
        limit: usize,
    },
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

    pub(in crate::app) fn addendum_kind(&self) -> Option<AddendumKind> {
        match self {
            Self::Choice(Choice::AddendumKind(kind)) => Some(*kind),
            _ => None,
        }
    }

    pub(in crate::app) fn adjustment_kind(&self) -> Option<AdjustmentKind> {
        match self {
            Self::Choice(Choice::AdjustmentKind(kind)) => Some(*kind),
            _ => None,
        }
    }

    /// What was chosen, if anything was.
    pub fn choice(&self) -> Option<Choice> {
        match self {
            Self::Choice(choice) => Some(*choice),
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

/// The value in a text; none where the text is empty.
pub(in crate::app) fn read_value(
    text: &str,
    kind: FieldKind,
    lang: Lang,
    expected: Option<Decimal>,
    years: Option<YearsMeant>,
) -> Result<Option<Value>, FieldProblem> {
    let typed = text.trim();
    let read = without_unseen(typed);
    let text = if matches!(kind, FieldKind::Title | FieldKind::Text) { typed } else { read.trim() };
    if text.is_empty() {
        return Ok(None);
    }
    let value = match kind {
        FieldKind::Number | FieldKind::Percent => Value::Number(parse_number_near(text, lang, expected)?),
        FieldKind::Points => {
            let points = parse_number_near(text, lang, expected)?;
            if points.abs() > MAX_POINTS {
                return Err(FieldProblem::TooManyPoints);
            }
            Value::Number(points)
        }
        FieldKind::Kroner => Value::Number(parse_kroner(text, lang)?.0),
        FieldKind::Date => Value::Date(parse_date_near(text, years)?),
        FieldKind::Period => Value::Period(parse_period_text(text).ok_or(FieldProblem::Period)?),
        FieldKind::Choice(kind) => return Ok(kind.parse(text).map(Value::Choice)),
        FieldKind::Title => words_up_to(MAX_TITLE, text)?,
        FieldKind::Text => words_up_to(MAX_TEXT, text)?,
    };
    Ok(Some(value))
}

fn words_up_to(limit: usize, text: &str) -> Result<Value, FieldProblem> {
    match text.char_indices().nth(limit) {
        Some(_) => Err(FieldProblem::TooLong { limit }),
        None => Ok(Value::text(text)),
    }
}

/// The text of a value.
pub(in crate::app) fn write_value(value: &Value, kind: FieldKind, lang: Lang) -> String {
    match (value, kind) {
        // A file may have more decimals than an amount should; they are shown, not rounded away.
        (Value::Number(number), FieldKind::Kroner) if number.normalize().scale() <= 2 => {
            lang.words().fixed(*number, 2)
        }
        (Value::Number(number), _) => lang.words().number(*number),
        (Value::Date(date), _) => lang.words().date(*date),
        (Value::Period(period), _) => lang.words().period(*period),
        (Value::Choice(choice), _) => choice.code().to_owned(),
        (Value::Text(text), _) => text.to_string(),
    }
}
