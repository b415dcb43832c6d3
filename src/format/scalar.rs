//! Texts, numbers, dates and words: the values that hold no others.

use rust_decimal::prelude::ToPrimitive;
use serde::de::DeserializeOwned;

use super::limits::{MAX_POINTS, MAX_SHARE, MAX_TEXT, MAX_TITLE};
use super::log::Log;
use super::number::{NumberFault, parse_number};
use super::words::{UnknownWord, parse_word};
use crate::domain::date::{Date, Period, parse_date};
use crate::domain::number::{Decimal, Percent, Points};
use crate::findings::meant;
use crate::findings::{JsonKind, RuleFault, ShapeFault};
use crate::format::json::{Node, Value};
use crate::i18n::short::cut;

/// Says that something else belongs here.
pub(super) fn wrong_type(value: &Node<'_>, wanted: JsonKind, log: &mut Log<'_>) {
    log.report(value.pointer(), ShapeFault::WrongType { wanted, found: value.kind() });
}

/// A text, which may be empty.
pub(super) fn text(value: &Node<'_>, log: &mut Log<'_>) -> Option<String> {
    text_up_to(MAX_TEXT, value, log).map(str::to_owned)
}

/// A text that stands in a row or a heading, which may be empty.
pub(super) fn short_text(value: &Node<'_>, log: &mut Log<'_>) -> Option<String> {
    text_up_to(MAX_TITLE, value, log).map(str::to_owned)
}

fn text_up_to<'v>(limit: usize, value: &'v Node<'v>, log: &mut Log<'_>) -> Option<&'v str> {
    let text = as_text(value, log)?;
    // No letter takes less than a byte.
    if text.len() > limit {
        let letters = text.chars().count();
        if letters > limit {
            log.report(value.pointer(), ShapeFault::TextTooLong { letters, limit });
            return None;
        }
    }
    Some(text)
}

/// A text that names something, such as an identifier.
pub(super) fn name(value: &Node<'_>, log: &mut Log<'_>) -> Option<String> {
    let name = text_up_to(MAX_TITLE, value, log)?;
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
            let found = quotable(written);
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

/// Points of 0 or above, or a weight.
pub(super) fn points(value: &Node<'_>, log: &mut Log<'_>) -> Option<Points> {
    let points = not_negative(value, log)?;
    within_points(points, value, log).map(Points)
}

/// Points as somebody gives them: what the goal cannot give is for the evaluation to say.
pub(super) fn given_points(value: &Node<'_>, log: &mut Log<'_>) -> Option<Decimal> {
    let points = number(value, log)?;
    within_points(points, value, log)
}

fn within_points(points: Decimal, value: &Node<'_>, log: &mut Log<'_>) -> Option<Decimal> {
    if points.abs() > MAX_POINTS {
        log.report(value.pointer(), RuleFault::PointsTooLarge { found: points, limit: MAX_POINTS });
        return None;
    }
    Some(points)
}

/// A part of a whole, 1 for all of it.
pub(super) fn share(value: &Node<'_>, log: &mut Log<'_>) -> Option<Decimal> {
    let share = not_negative(value, log)?;
    within_shares(share, value, log)
}

/// A share or a cap that can be meant.
pub(super) fn within_shares(share: Decimal, value: &Node<'_>, log: &mut Log<'_>) -> Option<Decimal> {
    if share > MAX_SHARE {
        log.report(value.pointer(), RuleFault::ShareTooLarge { found: share, limit: MAX_SHARE });
        return None;
    }
    Some(share)
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

/// A page of a document.
pub(super) fn page(value: &Node<'_>, log: &mut Log<'_>) -> Option<u32> {
    whole(value, [1, 99_999], log)
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
        let found = quotable(written);
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
        let found = quotable(written);
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
    parse_word(found).map_err(|unknown| unknown_word(value, found, unknown, log)).ok()
}

/// The same of a word that the other keys depend on: `false` beside what was probably meant, which is reported. So they are
/// looked at too, and all that is wrong comes at once.
pub(super) fn word_or_meant<T: DeserializeOwned>(value: &Node<'_>, log: &mut Log<'_>) -> Option<(T, bool)> {
    let found = as_text(value, log)?;
    let unknown = match parse_word(found) {
        Ok(word) => return Some((word, true)),
        Err(unknown) => unknown,
    };
    let meant = unknown_word(value, found, unknown, log)?;
    parse_word(meant).ok().map(|word| (word, false))
}

/// Reports a word that cannot stand here, and returns the one that was probably meant.
fn unknown_word(
    value: &Node<'_>,
    found: &str,
    UnknownWord { known }: UnknownWord,
    log: &mut Log<'_>,
) -> Option<&'static str> {
    let suggestion = meant(found, known);
    let (found, known) = (quotable(found), known.to_vec());
    log.report(value.pointer(), ShapeFault::UnknownWord { found, known, suggestion });
    suggestion
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
pub(super) fn quotable(written: &str) -> String {
    const LONGEST: usize = 40;
    cut(written, LONGEST).into_owned()
}
