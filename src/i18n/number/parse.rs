//! Reading the numbers that people type.
//!
//! ```text
//! input    = [ currency ] [ sign ] body [ "," dash ] [ unit ]      spaces around each
//! sign     = "-" | "−" | "–" | "+"
//! body     = digits [ mark digits ] | groups [ mark digits ] | mark digits
//! groups   = 1 to 3 digits, then as often as needed: separator and exactly 3 digits
//! currency = "kr." | "kr" | "DKK"
//! unit     = "%" | "pct." | "pct" | currency
//! ```
//!
//! The separator is the other mark (`.` where `,` is the mark) or a space, the same one throughout. Which
//! mark is which follows from the text where only one reading makes sense:
//!
//! | text | Danish | English |
//! | --- | --- | --- |
//! | `1.234,5`, `1,234.5`: the last mark has the decimals | 1234,5 | 1234.5 |
//! | `1.234.567`, `1,234,567`: a repeated mark has groups | 1234567 | 1234567 |
//! | `1234,5`, `12,34`: not a group of three | decimals | decimals |
//! | `1,234`: the Danish mark with three digits | 1,234 | *ambiguous* |
//! | `1.234`: the English mark with three digits | *ambiguous* | 1.234 |
//! | `0.123`, `1234.567`: cannot be a group | 0,123 | 0.123 |
//!
//! An ambiguous number is never guessed. It is settled by what is known of the field: by the magnitude that
//! is expected there ([`parse_number_near`]), or by the two decimals of an amount ([`parse_kroner`]).

use crate::domain::number::{Decimal, Kroner, product};
use crate::i18n::Lang;

/// Why a text is not read as a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberProblem {
    /// It could be two numbers; the person is asked which.
    Ambiguous {
        /// The mark taken as a separator of groups: `1.234` as 1234.
        grouped: Decimal,
        /// The mark taken as the decimal mark: `1.234` as 1,234.
        decimal: Decimal,
    },
    /// The separators do not stand at every third digit.
    Misgrouped {
        /// The number without them, which is probably meant.
        joined: Decimal,
    },
    /// More than 15 digits before the decimal mark or 9 after it.
    TooLong,
    /// An amount with parts of an øre.
    PartsOfOere,
    /// Anything else.
    NotANumber,
}

const DIGITS_BEFORE: usize = 15;
const DIGITS_AFTER: usize = 9;

/// A reading that is this many times too large or too small for its field is not what was meant. The two
/// readings of an ambiguous number lie a factor 1,000 apart.
const FAR_OFF: u32 = 100;

/// The number in a text, where only one reading makes sense.
///
/// ```
/// use resultatkontrakt::domain::number::Decimal;
/// use resultatkontrakt::i18n::Lang::{Da, En};
/// use resultatkontrakt::i18n::number::{NumberProblem, parse_number};
///
/// let (large, small) = (Decimal::from(1_234), Decimal::new(1_234, 3));
/// assert_eq!(parse_number("1.234.567,5 kr.", Da), Ok(Decimal::new(1_234_567_5, 1)));
/// assert_eq!(parse_number("12,5 pct.", Da), Ok(Decimal::new(12_5, 1)));
/// assert_eq!(parse_number("1.234", En), Ok(small));
/// assert_eq!(parse_number("1.234", Da), Err(NumberProblem::Ambiguous { grouped: large, decimal: small }));
/// ```
pub fn parse_number(text: &str, lang: Lang) -> Result<Decimal, NumberProblem> {
    let (negative, body) = stripped(text);
    let value = match Marks::of(body, lang)? {
        Marks::Clear { whole, decimals } => decimal(&whole, decimals)?,
        Marks::Either { whole, decimals } => {
            let grouped = signed(decimal(&format!("{whole}{decimals}"), "")?, negative);
            let decimal = signed(decimal(whole, decimals)?, negative);
            return Err(NumberProblem::Ambiguous { grouped, decimal });
        }
        Marks::Misgrouped { digits, decimals } => {
            let joined = signed(decimal(&digits, decimals)?, negative);
            return Err(NumberProblem::Misgrouped { joined });
        }
    };
    Ok(signed(value, negative))
}

/// The number in a text, for a field whose magnitude is known: from its target, its history, its weight.
///
/// ```
/// use resultatkontrakt::domain::number::Decimal;
/// use resultatkontrakt::i18n::{Lang, number::parse_number_near};
///
/// let near = |expected| parse_number_near("1.234", Lang::Da, Some(Decimal::from(expected)));
/// assert_eq!(near(1_500), Ok(Decimal::from(1_234)));
/// assert_eq!(near(1), Ok(Decimal::new(1_234, 3)));
/// assert!(near(40).is_err());
/// ```
///
/// An ambiguous number is settled where one reading is near (within a factor 100 of what is expected) and
/// the other is not. The other way round, `26.2100` where some 26.000 are expected, so that 26,21 makes no
/// sense, is ambiguous: a digit was probably added to `26.210`.
pub fn parse_number_near(
    text: &str,
    lang: Lang,
    expected: Option<Decimal>,
) -> Result<Decimal, NumberProblem> {
    let reading = parse_number(text, lang);
    let Some(expected) = expected.filter(|expected| !expected.is_zero()) else {
        return reading;
    };
    match reading {
        Err(NumberProblem::Ambiguous { grouped, decimal }) => {
            match (is_near(grouped, expected), is_near(decimal, expected)) {
                (true, false) => Ok(grouped),
                (false, true) => Ok(decimal),
                _ => reading,
            }
        }
        Ok(decimal) => match joined(text, lang) {
            Some(grouped) if is_near(grouped, expected) && !is_near(decimal, expected) => {
                Err(NumberProblem::Ambiguous { grouped, decimal })
            }
            _ => reading,
        },
        Err(_) => reading,
    }
}

/// The amount in a text. Kroner have two decimals at most, so three digits after a mark are a group.
pub fn parse_kroner(text: &str, lang: Lang) -> Result<Kroner, NumberProblem> {
    let value = match parse_number(text, lang) {
        Err(NumberProblem::Ambiguous { grouped, .. }) => grouped,
        reading => reading?,
    };
    let after_mark = stripped(text).1.rsplit(lang.group_mark()).next().map_or(0, str::len);
    match joined(text, lang) {
        Some(joined) if after_mark > 3 => Err(NumberProblem::Misgrouped { joined }),
        _ if value.scale() > 2 => Err(NumberProblem::PartsOfOere),
        _ => Ok(Kroner(value)),
    }
}

/// Sign and digits without currency, unit and the `,-` after whole kroner.
pub(super) fn stripped(text: &str) -> (bool, &str) {
    const CURRENCIES: [&str; 3] = ["kr.", "kr", "DKK"];
    const UNITS: [&str; 6] = ["%", "pct.", "pct", "kr.", "kr", "DKK"];
    const DASHES: [char; 3] = ['-', '\u{2212}', '\u{2013}'];
    let mut body = text.trim();
    body = CURRENCIES.iter().find_map(|word| body.strip_prefix(word)).unwrap_or(body).trim_start();
    body = UNITS.iter().find_map(|word| body.strip_suffix(word)).unwrap_or(body).trim_end();
    body = body.strip_suffix(DASHES).and_then(|body| body.strip_suffix(',')).unwrap_or(body);
    match body.strip_prefix(DASHES) {
        Some(body) => (true, body.trim_start()),
        None => (false, body.strip_prefix('+').unwrap_or(body).trim_start()),
    }
}

/// What the marks of a text say.
enum Marks<'a> {
    Clear { whole: String, decimals: &'a str },
    Either { whole: &'a str, decimals: &'a str },
    Misgrouped { digits: String, decimals: &'a str },
}

impl<'a> Marks<'a> {
    fn of(body: &'a str, lang: Lang) -> Result<Self, NumberProblem> {
        let known = |c: char| c.is_ascii_digit() || is_mark(c) || is_space(c);
        if !body.chars().all(known) || !body.contains(|c: char| c.is_ascii_digit()) {
            return Err(NumberProblem::NotANumber);
        }
        let last = body.rfind(is_mark).and_then(|at| body.split_at_checked(at));
        let Some((whole, tail)) = last else {
            return Self::whole(body, "");
        };
        let mark =
            if tail.starts_with(lang.decimal_mark()) { lang.decimal_mark() } else { lang.group_mark() };
        let decimals = tail.trim_start_matches(mark);
        if decimals.contains(is_space) {
            return Err(NumberProblem::NotANumber);
        }
        if whole.contains(mark) {
            // A mark that comes twice has groups, and then no other mark may stand among them.
            return Self::whole(body, "");
        }
        let is_group = decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
        if mark == lang.group_mark() && is_group && is_digits(whole) {
            return Ok(Self::Either { whole, decimals });
        }
        Self::whole(whole, decimals)
    }

    /// The digits before the decimals, which may be grouped by one kind of separator.
    fn whole(text: &'a str, decimals: &'a str) -> Result<Self, NumberProblem> {
        let is_separator = |c: char| is_mark(c) || is_space(c);
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        let mut separators = text.chars().filter(|c| is_separator(*c));
        let Some(first) = separators.next() else {
            return Ok(Self::Clear { whole: digits, decimals });
        };
        let same = separators.all(|separator| separator == first || is_space(separator) && is_space(first));
        if !same || text.split(is_separator).any(str::is_empty) {
            return Err(NumberProblem::NotANumber);
        }
        let mut groups = text.split(is_separator);
        let starts = groups.next().is_some_and(|group| group.len() <= 3);
        if starts && groups.all(|group| group.len() == 3) {
            Ok(Self::Clear { whole: digits, decimals })
        } else {
            Ok(Self::Misgrouped { digits, decimals })
        }
    }
}

/// The digits of a text with a single foreign mark, taken as one whole number.
fn joined(text: &str, lang: Lang) -> Option<Decimal> {
    let (negative, body) = stripped(text);
    let mark = lang.group_mark();
    let single = body.matches(is_mark).count() == 1 && body.contains(mark) && !body.ends_with(mark);
    let digits: String = body.chars().filter(char::is_ascii_digit).collect();
    single.then(|| decimal(&digits, "").ok()).flatten().map(|value| signed(value, negative))
}

fn decimal(whole: &str, decimals: &str) -> Result<Decimal, NumberProblem> {
    let whole = whole.trim_start_matches('0');
    let decimals = decimals.trim_end_matches('0');
    if whole.len() > DIGITS_BEFORE || decimals.len() > DIGITS_AFTER {
        return Err(NumberProblem::TooLong);
    }
    // So few digits always fit. The decimal's own reader takes exponents as well, with 9 KB of code in the page.
    let mut digits = whole.bytes().chain(decimals.bytes());
    let mantissa = digits
        .try_fold(0_i128, |sum, digit| digit.is_ascii_digit().then(|| 10 * sum + i128::from(digit - b'0')));
    let scale = u32::try_from(decimals.len()).ok();
    let value =
        mantissa.zip(scale).and_then(|(sum, scale)| Decimal::try_from_i128_with_scale(sum, scale).ok());
    value.ok_or(NumberProblem::NotANumber)
}

fn signed(value: Decimal, negative: bool) -> Decimal {
    if negative && !value.is_zero() { -value } else { value }
}

pub(super) fn is_near(reading: Decimal, expected: Decimal) -> bool {
    let (reading, expected) = (reading.abs(), expected.abs());
    let within = |small, large| product(small, Decimal::from(FAR_OFF)).is_ok_and(|limit| limit > large);
    within(reading, expected) && within(expected, reading)
}

pub(super) fn is_mark(c: char) -> bool {
    c == '.' || c == ','
}

/// The spaces that stand between groups of digits, among them those that do not break a line.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests;
