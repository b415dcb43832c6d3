//! Dates and periods as people write them.

use super::{Lang, Words};
use crate::domain::date::{Date, Period, calendar_date, parse_date};

/// Why a text is not read as a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// The year has two digits; which century is not guessed.
    ShortYear,
    /// Day, month and year can be told apart, and the calendar has no such day.
    NoSuchDay,
    /// The day has no year, and the contract leaves open which is meant.
    NoYear,
    /// It could be two days; the person is asked which.
    Either([Date; 2]),
    /// It is a month, a quarter or another period: its last day is probably meant.
    Period {
        /// What was written.
        period: Period,
        /// Its last day.
        last: Date,
    },
    /// Anything else.
    NotADate,
}

/// The months in both languages, small letters; three letters or more of a name are enough.
const MONTHS: [[&str; 2]; 12] = [
    ["januar", "january"],
    ["februar", "february"],
    ["marts", "march"],
    ["april", "april"],
    ["maj", "may"],
    ["juni", "june"],
    ["juli", "july"],
    ["august", "august"],
    ["september", "september"],
    ["oktober", "october"],
    ["november", "november"],
    ["december", "december"],
];

/// The date in a text.
///
/// ```
/// use resultatkontrakt::domain::date::iso;
/// use resultatkontrakt::i18n::date::{DateProblem, parse_date_text};
///
/// for text in ["30.06.2009", "30/6-2009", "30/6 2009", "2009-06-30", "30. juni 2009", "30 Jun 2009"] {
///     assert_eq!(parse_date_text(text).map(iso).as_deref(), Ok("2009-06-30"));
/// }
/// assert_eq!(parse_date_text("30.06.09"), Err(DateProblem::ShortYear));
/// assert_eq!(parse_date_text("31.06.2009"), Err(DateProblem::NoSuchDay));
/// ```
///
/// The day comes first in both languages, unless the year does. Month names are read in both languages, so
/// that a text from one is not refused in the other.
pub fn parse_date_text(text: &str) -> Result<Date, DateProblem> {
    match fields(text).ok_or(DateProblem::NotADate)? {
        DayFields { day, month, year: WrittenYear::Whole(year) } => {
            calendar_date(year, month, day).ok_or(DateProblem::NoSuchDay)
        }
        DayFields { year: WrittenYear::Short(_), .. } => Err(DateProblem::ShortYear),
        DayFields { year: WrittenYear::None, .. } => Err(DateProblem::NotADate),
    }
}

/// Day, month and year as they are written, each within its digits.
pub(super) struct DayFields {
    pub(super) day: u8,
    pub(super) month: u8,
    pub(super) year: WrittenYear,
}

#[derive(Clone, Copy)]
pub(super) enum WrittenYear {
    Whole(i32),
    /// Its last two digits.
    Short(i32),
    None,
}

/// Day, month and year of a text; none where it has no such form.
pub(super) fn fields(text: &str) -> Option<DayFields> {
    let text = text.trim();
    if let Some(date) = parse_date(text) {
        let year = WrittenYear::Whole(date.year());
        return Some(DayFields { day: date.day(), month: date.month().into(), year });
    }
    let separator = |c: char| c.is_whitespace() || matches!(c, '.' | '/' | '-' | '\u{2013}' | ',');
    let fields: Vec<&str> = text.split(separator).filter(|field| !field.is_empty()).collect();
    let fields = match fields.as_slice() {
        [run] => in_one_run(run)?,
        [day, month] => [*day, *month, ""],
        [day, month, year] if day.len() == 4 => [*year, *month, *day],
        [day, month, year] => [*day, *month, *year],
        _ => return None,
    };
    let [day, month, year] = fields;
    let year = match year.len() {
        0 => WrittenYear::None,
        2 => WrittenYear::Short(number(year, 2)?),
        4 => WrittenYear::Whole(number(year, 4)?),
        _ => return None,
    };
    Some(DayFields { day: number(day, 2)?, month: number(month, 2).or_else(|| month_named(month))?, year })
}

/// The years that eight digits in one run can end with.
const YEARS: std::ops::RangeInclusive<&str> = "1900"..="2200";

/// `30062009`, `20090630` and `300609`. Eight digits begin with the year where they do not end with one.
fn in_one_run(run: &str) -> Option<[&str; 3]> {
    if !run.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    match run.len() {
        6 => Some([run.get(..2)?, run.get(2..4)?, run.get(4..)?]),
        8 => {
            let by_day = [run.get(..2)?, run.get(2..4)?, run.get(4..)?];
            let by_year = [run.get(6..)?, run.get(4..6)?, run.get(..4)?];
            Some(if matches!(by_day, [_, _, year] if YEARS.contains(&year)) { by_day } else { by_year })
        }
        _ => None,
    }
}

impl Words {
    /// The date in few signs: `30.06.2009` and `30 June 2009`.
    pub fn date(self, date: Date) -> String {
        match self.lang {
            Lang::Da => format!("{:02}.{:02}.{:04}", date.day(), u8::from(date.month()), date.year()),
            Lang::En => self.long_date(date),
        }
    }

    /// The date with the name of its month: `30. juni 2009` and `30 June 2009`.
    pub fn long_date(self, date: Date) -> String {
        let stop = if self.lang == Lang::Da { "." } else { "" };
        format!("{}{stop} {} {:04}", date.day(), self.month(u8::from(date.month())), date.year())
    }

    /// The period in words.
    ///
    /// ```
    /// use resultatkontrakt::domain::date::Period;
    /// use resultatkontrakt::i18n::Words;
    ///
    /// assert_eq!(Words::DANISH.period(Period::Month(2007, 12)), "december 2007");
    /// assert_eq!(Words::DANISH.period(Period::HalfYear(2009, 1)), "1. halvår 2009");
    /// assert_eq!(Words::ENGLISH.period(Period::Quarter(2009, 2)), "2nd quarter of 2009");
    /// ```
    pub fn period(self, period: Period) -> String {
        match (period, self.lang) {
            (Period::Year(year), _) => format!("{year:04}"),
            (Period::HalfYear(year, half), Lang::Da) => format!("{half}. halvår {year:04}"),
            (Period::HalfYear(year, half), Lang::En) => format!("{} half of {year:04}", ordinal(half)),
            (Period::Quarter(year, quarter), Lang::Da) => format!("{quarter}. kvartal {year:04}"),
            (Period::Quarter(year, quarter), Lang::En) => {
                format!("{} quarter of {year:04}", ordinal(quarter))
            }
            (Period::Month(year, month), _) => format!("{} {year:04}", self.month(month)),
            (Period::Day(date), _) => self.long_date(date),
        }
    }

    /// When something is measured: `i december 2007`, `in 2009`, `den 30. juni 2009`, `on 30 June 2009`.
    pub fn when(self, period: Period) -> String {
        let word = match (period, self.lang) {
            (Period::Day(_), Lang::Da) => "den",
            (Period::Day(_), Lang::En) => "on",
            (_, Lang::Da) => "i",
            (_, Lang::En) => "in",
        };
        format!("{word} {}", self.period(period))
    }

    /// The name of a month, 1 to 12: `juni` and `June`.
    pub fn month(self, month: u8) -> String {
        let names = MONTHS.get(usize::from(month.saturating_sub(1)));
        let [danish, english] = names.copied().unwrap_or_default();
        match self.lang {
            Lang::Da => danish.to_owned(),
            Lang::En => {
                let mut letters = english.chars();
                letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters).collect()
            }
        }
    }
}

fn ordinal(number: u8) -> &'static str {
    match number {
        1 => "1st",
        2 => "2nd",
        3 => "3rd",
        _ => "4th",
    }
}

/// The number of the month that a word of three letters or more begins the name of.
pub(super) fn month_named(text: &str) -> Option<u8> {
    let text = text.to_ascii_lowercase();
    let starts = |name: &str| text.len() >= 3 && name.starts_with(&text);
    let at = MONTHS.iter().position(|names| names.iter().any(|name| starts(name)))?;
    u8::try_from(at + 1).ok()
}

fn number<T: std::str::FromStr>(text: &str, digits: usize) -> Option<T> {
    let fits = (1..=digits).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::iso;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "30.06.2009",
            "30.6.2009",
            "30/6-2009",
            "30/6 2009",
            "30/06/2009",
            "30-06-2009",
            " 30. 6. 2009 ",
            "2009-06-30",
            "2009-6-30",
            "2009.06.30",
            "30. juni 2009",
            "30 juni 2009",
            "30. JUNI 2009",
            "30 June 2009",
            "30 Jun 2009",
            "30 jun. 2009",
        ] {
            assert_eq!(parse_date_text(text).map(iso).as_deref(), Ok("2009-06-30"), "{text}");
        }
        assert_eq!(parse_date_text("1. maj 2010").map(iso).as_deref(), Ok("2010-05-01"));
        assert_eq!(parse_date_text("1 May 2010").map(iso).as_deref(), Ok("2010-05-01"));
        assert_eq!(parse_date_text("3. okt. 2010").map(iso).as_deref(), Ok("2010-10-03"));
    }

    #[test]
    fn what_is_not_read_says_why() {
        for (text, problem) in [
            ("30.6.09", DateProblem::ShortYear),
            ("30. juni 09", DateProblem::ShortYear),
            ("31.06.2009", DateProblem::NoSuchDay),
            ("29.02.2009", DateProblem::NoSuchDay),
            ("06/30/2009", DateProblem::NoSuchDay),
            ("2009-02-30", DateProblem::NoSuchDay),
            ("0.6.2009", DateProblem::NoSuchDay),
            ("", DateProblem::NotADate),
            ("30.06", DateProblem::NotADate),
            ("30.06.2009.1", DateProblem::NotADate),
            ("30.06.20099", DateProblem::NotADate),
            ("30.06.209", DateProblem::NotADate),
            ("2009-2009-2009", DateProblem::NotADate),
            ("30 ju 2009", DateProblem::NotADate),
            ("i går", DateProblem::NotADate),
            ("٣0.06.2009", DateProblem::NotADate),
        ] {
            assert_eq!(parse_date_text(text), Err(problem), "{text:?}");
        }
    }

    #[test]
    fn every_day_reads_back_as_it_is_written() {
        let mut date = calendar_date(2007, 12, 1).unwrap();
        for _ in 0..800 {
            for words in [Words::DANISH, Words::ENGLISH] {
                assert_eq!(parse_date_text(&words.date(date)), Ok(date));
                assert_eq!(parse_date_text(&words.long_date(date)), Ok(date));
            }
            date = date.next_day().unwrap();
        }
    }

    #[test]
    fn dates_and_periods_are_written_in_both_languages() {
        let date = calendar_date(2009, 6, 3).unwrap();
        assert_eq!(Words::DANISH.date(date), "03.06.2009");
        assert_eq!(Words::ENGLISH.date(date), "3 June 2009");
        assert_eq!(Words::DANISH.long_date(date), "3. juni 2009");
        for (period, danish, english) in [
            ("2009", "2009", "2009"),
            ("2009-H1", "1. halvår 2009", "1st half of 2009"),
            ("2009-Q2", "2. kvartal 2009", "2nd quarter of 2009"),
            ("2007-12", "december 2007", "December 2007"),
            ("2009-06-03", "3. juni 2009", "3 June 2009"),
        ] {
            let period = Period::parse(period).unwrap();
            assert_eq!(Words::DANISH.period(period), danish);
            assert_eq!(Words::ENGLISH.period(period), english);
            let prepositions = if matches!(period, Period::Day(_)) { ["den", "on"] } else { ["i", "in"] };
            let when = [Words::DANISH, Words::ENGLISH].map(|words| words.when(period));
            assert_eq!(
                when,
                [format!("{} {danish}", prepositions[0]), format!("{} {english}", prepositions[1])]
            );
        }
    }
}
