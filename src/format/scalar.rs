//! Texts, numbers, dates and words: the values that hold no others.

use rust_decimal::prelude::ToPrimitive;
use serde::de::DeserializeOwned;

use super::log::Log;
use super::number::{NumberFault, parse_number};
use super::words::{UnknownWord, parse_word};
use crate::domain::date::{Date, Period, parse_date};
use crate::domain::number::{Decimal, Percent, Points};
use crate::findings::nearest;
use crate::findings::{JsonKind, RuleFault, ShapeFault};
use crate::format::json::{Node, Value};

/// Says that something else belongs here.
pub(super) fn wrong_type(value: &Node<'_>, wanted: JsonKind, log: &mut Log<'_>) {
    log.report(value.pointer(), ShapeFault::WrongType { wanted, found: value.kind() });
}

/// A text, which may be empty.
pub(super) fn text(value: &Node<'_>, log: &mut Log<'_>) -> Option<String> {
    as_text(value, log).map(str::to_owned)
}

/// A text that names something, such as an identifier.
pub(super) fn name(value: &Node<'_>, log: &mut Log<'_>) -> Option<String> {
    let name = as_text(value, log)?;
    if name.trim().is_empty() {
        log.report(value.pointer(), ShapeFault::EmptyText);
        return None;
    }
    Some(name.to_owned())
}

/// An identifier of any kind.
pub(super) fn id<T: for<'a> From<&'a str>>(value: &Node<'_>, log: &mut Log<'_>) -> Option<T> {
    name(value, log).map(|name| T::from(name.as_str()))
}

/// `true` or `false`.
pub(super) fn truth(value: &Node<'_>, log: &mut Log<'_>) -> Option<bool> {
    if let Value::Truth(truth) = value.value {
        return Some(truth);
    }
    wrong_type(value, JsonKind::Truth, log);
    None
}

/// An exact number, written as a number or as a text.
pub(super) fn number(value: &Node<'_>, log: &mut Log<'_>) -> Option<Decimal> {
    let written = match &value.value {
        Value::Number(number) => number,
        Value::Text(text) => &**text,
        _ => {
            wrong_type(value, JsonKind::Number, log);
            return None;
        }
    };
    parse_number(written)
        .map_err(|fault| {
            let found = shortened(written);
            let fault = match fault {
                NumberFault::NoNumber => ShapeFault::NotANumber { found },
                NumberFault::TooLong => ShapeFault::NumberTooLong { found },
            };
            log.report(value.pointer(), fault);
        })
        .ok()
}

/// A number of 0 or above.
pub(super) fn not_negative(value: &Node<'_>, log: &mut Log<'_>) -> Option<Decimal> {
    let number = number(value, log)?;
    if number < Decimal::ZERO {
        log.report(value.pointer(), RuleFault::Negative { value: number });
        return None;
    }
    Some(number)
}

/// Points of 0 or above.
pub(super) fn points(value: &Node<'_>, log: &mut Log<'_>) -> Option<Points> {
    not_negative(value, log).map(Points)
}

/// A percentage of 0 or above.
pub(super) fn percent(value: &Node<'_>, log: &mut Log<'_>) -> Option<Percent> {
    not_negative(value, log).map(Percent)
}

/// A whole number within bounds, both included.
pub(super) fn whole<T: TryFrom<i64>>(value: &Node<'_>, [min, max]: [i64; 2], log: &mut Log<'_>) -> Option<T> {
    let number = number(value, log)?;
    let inside = |whole: &i64| (min..=max).contains(whole) && Decimal::from(*whole) == number;
    let whole = number.to_i64().filter(inside).and_then(|whole| T::try_from(whole).ok());
    if whole.is_none() {
        log.report(value.pointer(), ShapeFault::NumberOutOfRange { found: number, min, max });
    }
    whole
}

/// A year.
pub(super) fn year(value: &Node<'_>, log: &mut Log<'_>) -> Option<i32> {
    whole(value, [1900, 2200], log)
}

/// A day of the calendar, written as `2009-06-30`.
pub(super) fn date(value: &Node<'_>, log: &mut Log<'_>) -> Option<Date> {
    let written = as_text(value, log)?;
    let date = parse_date(written);
    if date.is_none() {
        let found = shortened(written);
        let fault = if has_form_of_date(written) {
            ShapeFault::NoSuchDate { found }
        } else {
            ShapeFault::NotADate { found }
        };
        log.report(value.pointer(), fault);
    }
    date
}

/// A period, written as `2009`, `2009-H1`, `2009-Q2`, `2009-06` or `2009-06-30`.
pub(super) fn period(value: &Node<'_>, log: &mut Log<'_>) -> Option<Period> {
    let written = as_text(value, log)?;
    let period = Period::parse(written);
    if period.is_none() {
        let found = shortened(written);
        let fault = if has_form_of_date(written) {
            ShapeFault::NoSuchDate { found }
        } else {
            ShapeFault::NotAPeriod { found }
        };
        log.report(value.pointer(), fault);
    }
    period
}

/// One of the words that can stand here, as what it means.
pub(super) fn word<T: DeserializeOwned>(value: &Node<'_>, log: &mut Log<'_>) -> Option<T> {
    let found = as_text(value, log)?;
    parse_word(found)
        .map_err(|UnknownWord { known }| {
            let suggestion = nearest(found, known.iter().copied());
            let (found, known) = (shortened(found), known.to_vec());
            log.report(value.pointer(), ShapeFault::UnknownWord { found, known, suggestion });
        })
        .ok()
}

pub(super) fn as_text<'v>(value: &'v Node<'v>, log: &mut Log<'_>) -> Option<&'v str> {
    let text = value.as_text();
    if text.is_none() {
        wrong_type(value, JsonKind::Text, log);
    }
    text
}

fn has_form_of_date(written: &str) -> bool {
    let form = |(place, byte): (usize, u8)| match place {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    written.len() == 10 && written.bytes().enumerate().all(form)
}

/// As much of what was written as a message can quote.
pub(super) fn shortened(written: &str) -> String {
    const LONGEST: usize = 40;
    let mut short: String = written.chars().take(LONGEST).collect();
    short.extend((written.chars().nth(LONGEST).is_some()).then_some('…'));
    short
}
