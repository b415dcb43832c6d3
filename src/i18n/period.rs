//! Reading the periods that people and statistics write.

use super::date::{month_named, parse_date_text};
use crate::domain::date::Period;
use crate::small::small_letter;

/// The period in a text, in Danish, in English or as statistics code it:
///
/// | text | period |
/// | --- | --- |
/// | `2009`, `år 2009` | the year |
/// | `2009-H1`, `2009H1`, `1. halvår 2009`, `1st half of 2009` | the half-year |
/// | `2009-Q4`, `2009K4`, `2009 Q4`, `4. kvartal 2009`, `4th quarter of 2009` | the quarter |
/// | `2009-12`, `2009M12`, `12/2009`, `december 2009`, `dec. 2009`, `2009 December` | the month |
/// | `2009-12-31`, `31.12.2009`, `31. december 2009` | the day |
///
/// ```
/// use resultatkontrakt::domain::date::Period;
/// use resultatkontrakt::i18n::period::parse_period_text;
///
/// assert_eq!(parse_period_text("2009K4"), Some(Period::Quarter(2009, 4)));
/// assert_eq!(parse_period_text("dec. 2009"), Some(Period::Month(2009, 12)));
/// assert_eq!(parse_period_text("dec. 09"), None);
/// ```
///
/// A year has four digits; two are no period, since the century is not guessed.
pub fn parse_period_text(text: &str) -> Option<Period> {
    let text = text.trim();
    if let Some(period) = Period::parse(text) {
        return Some(period);
    }
    if let Ok(date) = parse_date_text(text) {
        return Some(Period::Day(date));
    }
    let words = words(text);
    let meaning: Vec<&str> =
        words.iter().map(String::as_str).filter(|word| !FILLERS.contains(word)).collect();
    let year = |word: &str| (word.len() == 4).then(|| word.parse::<i32>().ok()).flatten();
    let written = |word: &str, rest: &[&str]| Some((year(word)?, within_year(rest)?));
    let (year, span) = match meaning.as_slice() {
        [only] => (year(only)?, Span::Year),
        [first, rest @ ..] if year(first).is_some() => written(first, rest)?,
        [rest @ .., last] => written(last, rest)?,
        [] => return None,
    };
    span.of(year)
}

/// Words that stand around a period and say nothing of it.
const FILLERS: [&str; 10] = ["of", "i", "in", "år", "året", "year", "st", "nd", "rd", "th"];

/// A part of a year.
#[derive(Clone, Copy)]
enum Span {
    Year,
    Half(u8),
    Quarter(u8),
    Month(u8),
}

impl Span {
    /// None where a year has no such part.
    fn of(self, year: i32) -> Option<Period> {
        let within = |number: u8, limit: u8| (1..=limit).contains(&number);
        match self {
            Self::Year => Some(Period::Year(year)),
            Self::Half(half) => within(half, 2).then_some(Period::HalfYear(year, half)),
            Self::Quarter(quarter) => within(quarter, 4).then_some(Period::Quarter(year, quarter)),
            Self::Month(month) => within(month, 12).then_some(Period::Month(year, month)),
        }
    }
}

/// What stands beside the year: `december`, `12`, `m 12`, `k 4`, `4 kvartal`.
fn within_year(words: &[&str]) -> Option<Span> {
    let number = |word: &str| (word.len() <= 2).then(|| word.parse::<u8>().ok()).flatten();
    match words {
        [word] => number(word).or_else(|| month_named(word)).map(Span::Month),
        [kind, of] | [of, kind] if number(of).is_some() && number(kind).is_none() => {
            let of = number(of)?;
            match *kind {
                "h" | "halvår" | "half" => Some(Span::Half(of)),
                "q" | "k" | "kvartal" | "kvt" | "quarter" => Some(Span::Quarter(of)),
                "m" | "måned" | "month" => Some(Span::Month(of)),
                _ => None,
            }
        }
        _ => None,
    }
}

/// The words and numbers of a text in small letters: `2009K4` is three of them.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;
    for letter in text.chars() {
        let kind = match letter {
            _ if letter.is_ascii_digit() => Some(true),
            _ if letter.is_alphabetic() => Some(false),
            _ => None,
        };
        if kind.is_some() {
            if kind != last {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.push(small_letter(letter));
            }
        }
        last = kind;
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Words;

    #[test]
    fn periods_are_read_as_people_and_statistics_write_them() {
        for (period, texts) in [
            ("2009", &["2009", " 2009 ", "år 2009", "Året 2009", "year 2009"][..]),
            (
                "2009-H1",
                &["2009-H1", "2009H1", "1. halvår 2009", "2009, 1. halvår", "1st half of 2009", "H1 2009"],
            ),
            (
                "2009-Q4",
                &[
                    "2009-Q4",
                    "2009Q4",
                    "2009K4",
                    "2009-K4",
                    "2009 k4",
                    "K4 2009",
                    "4. kvartal 2009",
                    "4.kvt. 2009",
                    "2009 4. kvartal",
                    "4th quarter of 2009",
                    "Q4/2009",
                ],
            ),
            (
                "2009-12",
                &[
                    "2009-12",
                    "2009M12",
                    "12/2009",
                    "12-2009",
                    "12.2009",
                    "2009/12",
                    "december 2009",
                    "December 2009",
                    "dec 2009",
                    "Dec. 2009",
                    "2009 december",
                    "i december 2009",
                ],
            ),
            ("2009-05", &["2009M05", "2009M5", "5/2009", "maj 2009", "May 2009"]),
            ("2009-12-31", &["2009-12-31", "31.12.2009", "31. december 2009", "31/12-2009"]),
        ] {
            for text in texts {
                assert_eq!(
                    parse_period_text(text).map(|period| period.to_string()).as_deref(),
                    Some(period),
                    "{text}"
                );
            }
        }
    }

    #[test]
    fn what_is_no_period_is_none() {
        for text in [
            "",
            "-",
            "09",
            "dec-09",
            "december",
            "4. kvartal",
            "2009K5",
            "2009M13",
            "2009H3",
            "2009X1",
            "20091",
            "jan 2009 - dec 2009",
            "2009-02-30",
            "2008 2009",
            "1 2 2009 3",
            "31.02.2009",
            "2009 k",
            "i fjor",
            "99999999999",
        ] {
            assert_eq!(parse_period_text(text), None, "{text}");
        }
    }

    #[test]
    fn every_period_reads_back_as_it_is_written() {
        let mut texts = vec!["2009".to_owned(), "2009-H1".into(), "2009-H2".into(), "2009-06-30".into()];
        texts.extend((1..=4).map(|quarter| format!("2009-Q{quarter}")));
        texts.extend((1..=12).map(|month| format!("2009-{month:02}")));
        for text in texts {
            let period = Period::parse(&text).unwrap();
            for words in [Words::DANISH, Words::ENGLISH] {
                assert_eq!(parse_period_text(&words.period(period)), Some(period), "{text}");
            }
        }
    }
}
