//! Dates, and the periods that figures belong to. No clock is read: a date is always given.

use std::fmt;

pub use time::Date;
use time::Month;

/// The last year that is written with four digits.
const LAST_YEAR: i32 = 9_999;

/// A date written as `2009-06-30`; `None` where the text is no day of the calendar.
///
/// ```
/// use resultatkontrakt::domain::date::{iso, parse_date};
///
/// assert_eq!(parse_date("2009-06-30").map(iso).as_deref(), Some("2009-06-30"));
/// assert_eq!(parse_date("2009-06-31"), None);
/// assert_eq!(parse_date("30.06.2009"), None);
/// ```
pub fn parse_date(text: &str) -> Option<Date> {
    let mut fields = text.split('-');
    let (year, month, day) = (fields.next()?, fields.next()?, fields.next()?);
    if fields.next().is_some() || year.len() != 4 || month.len() != 2 || day.len() != 2 {
        return None;
    }
    calendar_date(digits(year)?, digits(month)?.try_into().ok()?, digits(day)?.try_into().ok()?)
}

/// A day of the calendar, or `None` where there is no such day.
pub fn calendar_date(year: i32, month: u8, day: u8) -> Option<Date> {
    Date::from_calendar_date(year, Month::try_from(month).ok()?, day).ok()
}

/// The date as files write it: `2009-06-30`.
pub fn iso(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), u8::from(date.month()), date.day())
}

/// The number of days from `from` to `to`, both counted; 0 or less where `to` is before `from`.
///
/// ```
/// use resultatkontrakt::domain::date::{days_inclusive, parse_date};
///
/// let days = |from, to| Some(days_inclusive(parse_date(from)?, parse_date(to)?));
/// assert_eq!(days("2009-01-01", "2009-12-31"), Some(365));
/// assert_eq!(days("2009-06-30", "2009-06-30"), Some(1));
/// ```
pub fn days_inclusive(from: Date, to: Date) -> i64 {
    (to - from).whole_days() + 1
}

/// The same day of another year; the last of February for a leap day.
pub fn day_of_year(date: Date, year: i32) -> Option<Date> {
    date.replace_year(year).ok().or_else(|| calendar_date(year, date.month().into(), 28))
}

/// Whether offices in Denmark are closed on a day: a Saturday, a Sunday or a public holiday.
///
/// ```
/// use resultatkontrakt::domain::date::{is_day_off, parse_date};
///
/// let is_off = |text| parse_date(text).map(is_day_off);
/// assert_eq!(is_off("2009-12-25"), Some(true));
/// assert_eq!(is_off("2009-04-13"), Some(true)); // Easter Monday
/// assert_eq!(is_off("2009-06-30"), Some(false));
/// ```
pub fn is_day_off(date: Date) -> bool {
    if date.weekday().number_days_from_monday() >= 5 {
        return true;
    }
    let from_easter = easter(date.year()).map(|easter| (date - easter).whole_days());
    let is_fixed = matches!((u8::from(date.month()), date.day()), (1, 1) | (12, 25 | 26));
    // Great Prayer Day was the last time one in 2023.
    let moves =
        matches!(from_easter, Some(-3 | -2 | 1 | 39 | 50)) || from_easter == Some(26) && date.year() < 2024;
    is_fixed || moves
}

/// Easter Sunday, after Oudin.
fn easter(year: i32) -> Option<Date> {
    let (golden, century) = (year % 19, year / 100);
    let epact = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let full_moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + full_moon + 2 - century + century / 4) % 7;
    let distance = full_moon - weekday;
    let month = 3 + (distance + 40) / 44;
    let day = distance + 28 - 31 * (month / 4);
    calendar_date(year, month.try_into().ok()?, day.try_into().ok()?)
}

fn digits(text: &str) -> Option<i32> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

/// The time that a figure belongs to: a year, a half-year, a quarter, a month or a day.
///
/// The order is that of keys; [`Period::end`] says which of two is later.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// `2009`
    Year(i32),
    /// `2009-H1`
    HalfYear(i32, u8),
    /// `2009-Q2`
    Quarter(i32, u8),
    /// `2009-06`
    Month(i32, u8),
    /// `2009-06-30`
    Day(Date),
}

impl Period {
    /// Reads a period as files write it.
    ///
    /// ```
    /// use resultatkontrakt::domain::date::Period;
    ///
    /// assert_eq!(Period::parse("2009"), Some(Period::Year(2009)));
    /// assert_eq!(Period::parse("2009-H1"), Some(Period::HalfYear(2009, 1)));
    /// assert_eq!(Period::parse("2009-Q2"), Some(Period::Quarter(2009, 2)));
    /// assert_eq!(Period::parse("2009-06"), Some(Period::Month(2009, 6)));
    /// assert!(matches!(Period::parse("2009-06-30"), Some(Period::Day(_))));
    /// assert_eq!(Period::parse("2009-Q5"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        let Some((year, rest)) = text.split_once('-') else {
            return (text.len() == 4).then(|| digits(text)).flatten().map(Self::Year);
        };
        if rest.len() == 5 {
            return parse_date(text).map(Self::Day);
        }
        let year = (year.len() == 4).then(|| digits(year)).flatten()?;
        if rest.len() != 2 {
            return None;
        }
        let (limit, number, make): (i32, &str, fn(i32, u8) -> Self) =
            match (rest.strip_prefix('H'), rest.strip_prefix('Q')) {
                (Some(half), _) => (2, half, Self::HalfYear),
                (_, Some(quarter)) => (4, quarter, Self::Quarter),
                _ => (12, rest, Self::Month),
            };
        let number = digits(number).filter(|number| (1..=limit).contains(number))?;
        Some(make(year, number.try_into().ok()?))
    }

    /// The calendar year that it lies in.
    pub fn year(self) -> i32 {
        match self {
            Self::Year(year) | Self::HalfYear(year, _) | Self::Quarter(year, _) | Self::Month(year, _) => {
                year
            }
            Self::Day(date) => date.year(),
        }
    }

    /// The same period of the year before; none for a leap day.
    pub fn a_year_before(self) -> Option<Self> {
        let year = self.year().checked_sub(1)?;
        Some(match self {
            Self::Year(_) => Self::Year(year),
            Self::HalfYear(_, half) => Self::HalfYear(year, half),
            Self::Quarter(_, quarter) => Self::Quarter(year, quarter),
            Self::Month(_, month) => Self::Month(year, month),
            Self::Day(date) => Self::Day(date.replace_year(year).ok()?),
        })
    }

    /// The same period so many years later; the last of February for a leap day. `None` beyond the years of four digits.
    pub fn later_by(self, years: i32) -> Option<Self> {
        let year = self.year().checked_add(years).filter(|year| *year <= LAST_YEAR)?;
        Some(match self {
            Self::Year(_) => Self::Year(year),
            Self::HalfYear(_, half) => Self::HalfYear(year, half),
            Self::Quarter(_, quarter) => Self::Quarter(year, quarter),
            Self::Month(_, month) => Self::Month(year, month),
            Self::Day(date) => Self::Day(day_of_year(date, year)?),
        })
    }

    /// The first day.
    ///
    /// ```
    /// use resultatkontrakt::domain::date::{Period, parse_date};
    ///
    /// let start = |text| Period::parse(text).map(Period::start);
    /// assert_eq!(start("2009-H2"), parse_date("2009-07-01"));
    /// assert_eq!(start("2009-02"), parse_date("2009-02-01"));
    /// ```
    pub fn start(self) -> Date {
        let (year, month) = match self {
            Self::Year(year) => (year, 1),
            Self::HalfYear(year, half) => (year, half.saturating_mul(6).saturating_sub(5)),
            Self::Quarter(year, quarter) => (year, quarter.saturating_mul(3).saturating_sub(2)),
            Self::Month(year, month) => (year, month),
            Self::Day(date) => return date,
        };
        calendar_date(year, month, 1).unwrap_or(Date::MIN)
    }

    /// The last day, a month's own. Periods that end on the same day are equally late.
    ///
    /// ```
    /// use resultatkontrakt::domain::date::{Period, parse_date};
    ///
    /// let end = |text| Period::parse(text).map(Period::end);
    /// assert_eq!(end("2009"), parse_date("2009-12-31"));
    /// assert_eq!(end("2009-Q2"), parse_date("2009-06-30"));
    /// assert_eq!(end("2010-06"), end("2010-06-30"));
    /// assert_eq!(end("2008-02"), parse_date("2008-02-29"));
    /// ```
    pub fn end(self) -> Date {
        let (year, month) = match self {
            Self::Year(year) => (year, 12),
            Self::HalfYear(year, half) => (year, half.saturating_mul(6)),
            Self::Quarter(year, quarter) => (year, quarter.saturating_mul(3)),
            Self::Month(year, month) => (year, month),
            Self::Day(date) => return date,
        };
        let days = Month::try_from(month).map_or(31, |month| month.length(year));
        calendar_date(year, month, days).unwrap_or(Date::MAX)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(out, "{year:04}"),
            Self::HalfYear(year, half) => write!(out, "{year:04}-H{half}"),
            Self::Quarter(year, quarter) => write!(out, "{year:04}-Q{quarter}"),
            Self::Month(year, month) => write!(out, "{year:04}-{month:02}"),
            Self::Day(date) => out.write_str(&iso(*date)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_outside_the_calendar_are_none() {
        assert_eq!(parse_date("2009-06-30").map(iso).as_deref(), Some("2009-06-30"));
        assert!(parse_date("2008-02-29").is_some());
        for text in [
            "2009-02-29",
            "2009-06-31",
            "2009-13-01",
            "2009-6-30",
            "30.06.2009",
            "2009-06-30-1",
            "+009-06-30",
            "",
        ] {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn easter_moves_the_days_off() {
        for day in ["2009-04-12", "2010-04-04", "2016-03-27", "2026-04-05", "2038-04-25"] {
            assert_eq!(easter(parse_date(day).unwrap().year()).map(iso).as_deref(), Some(day));
        }
        let is_off = |text: &str| is_day_off(parse_date(text).unwrap());
        for day in ["2009-01-01", "2009-04-09", "2009-05-08", "2009-05-21", "2009-06-01", "2011-12-31"] {
            assert!(is_off(day), "{day}");
        }
        for day in ["2009-12-31", "2024-04-26", "2009-12-24", "2009-11-30"] {
            assert!(!is_off(day), "{day}");
        }
    }

    #[test]
    fn both_ends_of_a_service_count() {
        let day = |text| parse_date(text).unwrap();
        assert_eq!(days_inclusive(day("2009-01-01"), day("2009-06-30")), 181);
        assert_eq!(days_inclusive(day("2009-01-01"), day("2009-12-31")), 365);
        assert_eq!(days_inclusive(day("2009-01-01"), day("2009-01-01")), 1);
    }

    #[test]
    fn periods_read_back_as_they_are_written() {
        for text in ["2009", "2009-H1", "2009-Q4", "2009-06", "2009-06-30"] {
            assert_eq!(Period::parse(text).unwrap().to_string(), text);
        }
        for text in
            ["2009-H3", "2009-Q0", "2009-13", "209", "2009-", "2009-6", "2009-02-30", "æøå-12", "2009-æ"]
        {
            assert_eq!(Period::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_period_begins_with_its_first_month_and_has_one_like_it_a_year_before() {
        let period = |text| Period::parse(text).unwrap();
        for (text, start, before) in [
            ("2009", "2009-01-01", Some("2008")),
            ("2009-H2", "2009-07-01", Some("2008-H2")),
            ("2009-Q4", "2009-10-01", Some("2008-Q4")),
            ("2009-06", "2009-06-01", Some("2008-06")),
            ("2009-06-30", "2009-06-30", Some("2008-06-30")),
            ("2008-02-29", "2008-02-29", None),
        ] {
            assert_eq!(iso(period(text).start()), start);
            assert_eq!(period(text).a_year_before(), before.map(period), "{text}");
        }
    }

    #[test]
    fn a_period_ends_on_its_month_s_own_last_day() {
        for (text, last) in [
            ("2009", "2009-12-31"),
            ("2009-H1", "2009-06-30"),
            ("2009-Q1", "2009-03-31"),
            ("2009-Q3", "2009-09-30"),
            ("2008-02", "2008-02-29"),
            ("2009-02", "2009-02-28"),
            ("2009-06-12", "2009-06-12"),
        ] {
            assert_eq!(iso(Period::parse(text).unwrap().end()), last, "{text}");
        }
        // Beyond the calendar nothing is later.
        assert_eq!(Period::Month(10_000, 1).end(), Date::MAX);
        assert_eq!(Period::Quarter(2009, 90).end(), Date::MAX);
    }

    #[test]
    fn periods_are_ordered_by_where_they_end() {
        let end = |text| Period::parse(text).unwrap().end();
        assert!(end("2008-09") < end("2008"));
        assert!(end("2008-H1") < end("2008-Q3"));
    }
}
