//! Figures in running text, such as a title: what they may mean, and what they count.

use crate::domain::number::{Decimal, product};

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// `1.234,5`
    Comma,
    /// `1,234.5`
    Point,
}

impl Marks {
    /// Those of a contract's language. Of the languages that contracts are written in, English alone writes a
    /// decimal point.
    pub(super) fn of_language(language: &str) -> Self {
        if language.starts_with("en") { Self::Point } else { Self::Comma }
    }

    fn decimal(self) -> char {
        if self == Self::Comma { ',' } else { '.' }
    }

    fn other(self) -> Self {
        if self == Self::Comma { Self::Point } else { Self::Comma }
    }
}

/// A figure that a text states.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Numeral<'t> {
    /// What stands between it and the digits before it, or the beginning.
    pub(super) gap: &'t str,
    /// What it may mean, the likeliest first. `1.234` is 1234 in Danish, and may be meant as 1,234.
    pub(super) readings: Vec<Decimal>,
    /// The word behind it, without the point of an abbreviation; `%` where that stands there.
    pub(super) unit: &'t str,
    /// Whether it may be a year: four plain digits from 1900 to 2199.
    pub(super) may_be_year: bool,
}

/// Words before a figure that make it a name, such as `Tabel 2`.
const NAMING: &[&str] = &[
    "nr",
    "nummer",
    "mål",
    "krav",
    "produktkrav",
    "tabel",
    "bilag",
    "afsnit",
    "kapitel",
    "punkt",
    "fase",
    "trin",
    "niveau",
    "uge",
    "kl",
    "version",
    "no",
    "number",
    "goal",
    "table",
    "annex",
    "section",
    "chapter",
    "phase",
    "step",
    "level",
    "week",
];

/// Words behind a figure that multiply it.
const MULTIPLIERS: &[(&str, u32)] = &[
    ("tusind", 1_000),
    ("tusinde", 1_000),
    ("thousand", 1_000),
    ("mio", 1_000_000),
    ("million", 1_000_000),
    ("millioner", 1_000_000),
    ("mia", 1_000_000_000),
    ("milliard", 1_000_000_000),
    ("milliarder", 1_000_000_000),
    ("billion", 1_000_000_000),
];

/// How the names of months begin. More words begin like that, and are no units that a contract counts.
const MONTHS: &[&str] =
    &["jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec"];

/// The figures of a text, from left to right. Dates, times, ordinals, and figures that are part of a name or a
/// word are none.
pub(super) fn numerals(text: &str, marks: Marks) -> Vec<Numeral<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((before, from_digit)) = next_digit(text, at) {
        let Some((run, behind)) = from_digit.split_at_checked(length_of(from_digit)) else { break };
        let gap = text.get(at..before.len()).unwrap_or_default();
        at = before.len() + run.len();
        if stands_free(before, behind) {
            found.extend(numeral(gap, run, behind, marks));
        }
    }
    found
}

fn next_digit(text: &str, from: usize) -> Option<(&str, &str)> {
    let start = text.get(from..)?.find(|letter: char| letter.is_ascii_digit())?;
    text.split_at_checked(from + start)
}

/// How many bytes the figure has that a text begins with: digits, marks between digits, and spaces between
/// groups of three.
fn length_of(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(text);
    let mut spaced = length <= 3;
    while let Some(mark) = text.get(length..).and_then(|rest| rest.chars().next()) {
        let after = text.get(length + mark.len_utf8()..).map_or(0, digits);
        let goes_on = match mark {
            '.' | ',' => after > 0,
            ' ' | '\u{a0}' | '\u{202f}' => spaced && after == 3,
            _ => false,
        };
        if !goes_on {
            break;
        }
        spaced &= !matches!(mark, '.' | ',');
        length += mark.len_utf8() + after;
    }
    length
}

/// Whether what stands around a figure leaves it a figure.
fn stands_free(before: &str, behind: &str) -> bool {
    let mut back = before.chars().rev();
    let joined = match (back.next(), back.next()) {
        (Some('-' | '–' | '−'), Some(letter)) => letter.is_alphabetic(),
        (Some(letter), _) => letter.is_alphanumeric() || matches!(letter, '§' | '#' | '/' | ':' | '.' | ','),
        (None, _) => false,
    };
    let mut ahead = behind.chars();
    let goes_on = match (ahead.next(), ahead.next(), ahead.next()) {
        (Some('-'), Some(letter), _) => letter.is_alphabetic(),
        (Some('/' | ':'), Some(letter), _) => letter.is_ascii_digit(),
        // An ordinal, as in a date or a quarter.
        (Some('.'), Some(' ' | '\u{a0}'), Some(letter)) => letter.is_lowercase(),
        (Some('.'), Some('-'), _) => true,
        (Some(letter), ..) => letter.is_alphanumeric(),
        (None, ..) => false,
    };
    let last = before.trim_end().trim_end_matches('.');
    let name = last.rsplit(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default().to_lowercase();
    !joined && !goes_on && !NAMING.contains(&name.as_str())
}

fn numeral<'t>(gap: &'t str, run: &str, behind: &'t str, marks: Marks) -> Option<Numeral<'t>> {
    let (mut unit, rest) = word(behind);
    let mut readings: Vec<Decimal> =
        [marks, marks.other()].into_iter().filter_map(|marks| parse(run, marks)).collect();
    if let Some(by) = multiplier(unit) {
        readings = readings.into_iter().filter_map(|value| product(value, by).ok()).collect();
        unit = word(rest.trim_start_matches('.')).0;
    }
    readings.dedup();
    let lower = unit.to_lowercase();
    if readings.is_empty() || MONTHS.iter().any(|month| lower.starts_with(month)) {
        return None;
    }
    let plain = run.len() == 4 && run.bytes().all(|byte| byte.is_ascii_digit());
    Some(Numeral { gap, readings, unit, may_be_year: plain && ("1900".."2200").contains(&run) })
}

fn multiplier(word: &str) -> Option<Decimal> {
    let known = MULTIPLIERS.iter().find(|(known, _)| word.eq_ignore_ascii_case(known));
    known.map(|(_, by)| Decimal::from(*by))
}

/// What a unit multiplies by, and what is left of it: a million, and `kr.`, of `mio. kr.`
pub(super) fn multiplied(unit: &str) -> (Decimal, &str) {
    let (first, rest) = word(unit);
    multiplier(first).map_or((Decimal::ONE, unit), |by| (by, rest.trim_start_matches('.').trim_start()))
}

/// The word that a text begins with, and what follows it.
fn word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    let length = match text.find(|letter: char| !letter.is_alphabetic()) {
        Some(0) if text.starts_with('%') => 1,
        Some(length) => length,
        None => text.len(),
    };
    text.split_at_checked(length).unwrap_or_default()
}

/// A number as these marks have it, where they stand as they must.
fn parse(run: &str, marks: Marks) -> Option<Decimal> {
    let (whole, decimals) = run.split_once(marks.decimal()).unwrap_or((run, ""));
    let groups: Vec<&str> = whole.split([marks.other().decimal(), ' ', '\u{a0}', '\u{202f}']).collect();
    let (first, others) = groups.split_first()?;
    let grouped = others.is_empty() || first.len() <= 3 && others.iter().all(|group| group.len() == 3);
    let plain = decimals.bytes().all(|byte| byte.is_ascii_digit());
    (grouped && plain && run.len() <= 24).then(|| format!("{}.{decimals}0", groups.concat()).parse().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(text: &str, marks: Marks) -> Vec<String> {
        let primary = |numeral: &Numeral<'_>| format!("{} {}", numeral.readings[0].normalize(), numeral.unit);
        numerals(text, marks).iter().map(primary).collect()
    }

    #[test]
    fn figures_are_read_as_the_language_writes_them() {
        for (text, marks, figures) in [
            ("Forløb over 26 uger ned på 26.675", Marks::Comma, &["26 uger", "26675 "][..]),
            ("Courses down to 26,675 (95.5 %)", Marks::Point, &["26675 ", "95.5 %"]),
            ("Fravær ned fra 16,3 til 13,9 dage.", Marks::Comma, &["16.3 til", "13.9 dage"]),
            ("Mellem 85–100 pct. af 1 234 567 kr.", Marks::Comma, &["85 ", "100 pct", "1234567 kr"]),
            ("Køb for 1,2 mio. kr.", Marks::Comma, &["1200000 kr"]),
            ("Minus −9,4 pct.", Marks::Comma, &["9.4 pct"]),
            ("Score på 3.9", Marks::Comma, &["3.9 "]),
        ] {
            assert_eq!(first(text, marks), figures, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_figure_is_none() {
        for text in [
            "Senest 1. januar og 30 juni",
            "I 3. kvartal",
            "Den 30.06.2009",
            "Produktkrav 4 i Tabel 3",
            "covid-19, 4G og EU27",
            "En 3-årig plan 24/7 fra kl. 10:30",
            "1.-10. klasse",
            "Intet her",
        ] {
            assert_eq!(first(text, Marks::Comma), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_mark_that_may_be_either_keeps_both_readings() {
        let readings = |text| numerals(text, Marks::Comma)[0].readings.clone();
        assert_eq!(readings("26.675"), [Decimal::from(26675), Decimal::new(26675, 3)]);
        assert_eq!(readings("3,7"), [Decimal::new(37, 1)]);
        assert!(numerals("I 2009", Marks::Comma)[0].may_be_year);
        assert!(!numerals("2.009 sager", Marks::Comma)[0].may_be_year);
    }
}
