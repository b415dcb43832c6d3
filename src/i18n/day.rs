//! Days as people write them in a field whose years are known.

use super::date::{DateProblem, DayFields, WrittenYear, fields};
use super::period::parse_period_text;
use crate::domain::contract::Contract;
use crate::domain::date::{Date, calendar_date};
use crate::domain::years::Years;

/// The years that the days of a field lie in, as a contract tells them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearsMeant {
    /// The years of the contract, and the one after.
    pub years: Years,
    /// The year whose targets bind.
    pub binding: Option<i32>,
}

impl YearsMeant {
    /// The years of a contract; none where it does not say which period it is for.
    pub fn of_contract(contract: &Contract) -> Option<Self> {
        let years = Years::of_contract(contract)?;
        Some(Self { years, binding: contract.binding_year })
    }
}

/// The date in a text, for a field whose years are known: also `30.6.09`, `20.11-09`, `30/6` and `300609`.
///
/// A year of two digits is the one of the contract's years that ends so. A day without a year lies in the binding
/// year; where no year binds and two years could be meant, it is [`DateProblem::Either`]. A month, a quarter or a year
/// is [`DateProblem::Period`] with its last day.
pub fn parse_date_near(text: &str, meant: Option<YearsMeant>) -> Result<Date, DateProblem> {
    let Some(DayFields { day, month, year }) = fields(text) else {
        return Err(period_in(text).unwrap_or(DateProblem::NotADate));
    };
    let years: Vec<i32> = match (year, meant) {
        (WrittenYear::Whole(year), _) => vec![year],
        (WrittenYear::Short(_), None) => return Err(DateProblem::ShortYear),
        (WrittenYear::None, None) => return Err(DateProblem::NoYear),
        (WrittenYear::Short(short), Some(meant)) => {
            meant.years.all().filter(|year| year.rem_euclid(100) == short).collect()
        }
        (WrittenYear::None, Some(meant)) => match meant.binding {
            Some(binding) => vec![binding],
            None => meant.years.all().collect(),
        },
    };
    let days: Vec<Date> = years.iter().filter_map(|year| calendar_date(*year, month, day)).collect();
    match (years.as_slice(), days.as_slice(), year) {
        (_, [date], _) => Ok(*date),
        (_, [first, second], _) => Err(DateProblem::Either([*first, *second])),
        ([], ..) => Err(DateProblem::ShortYear),
        (_, [], _) => Err(DateProblem::NoSuchDay),
        (.., WrittenYear::Short(_)) => Err(DateProblem::ShortYear),
        _ => Err(DateProblem::NoYear),
    }
}

fn period_in(text: &str) -> Option<DateProblem> {
    let period = parse_period_text(text)?;
    Some(DateProblem::Period { period, last: period.end() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::{iso, parse_date};

    #[test]
    fn a_year_that_is_not_written_whole_is_the_contract_s() {
        let meant = |from, to, binding| Some(YearsMeant { years: Years { from, to }, binding });
        let bound = meant(2009, 2013, Some(2009));
        for text in [
            "30.6.09",
            "30/6",
            "30/6-09",
            "30.06-09",
            "30. juni",
            "30 juni 09",
            "300609",
            "30062009",
            "20090630",
        ] {
            assert_eq!(parse_date_near(text, bound).map(iso).as_deref(), Ok("2009-06-30"), "{text}");
        }
        assert_eq!(parse_date_near("12/1-10", bound).map(iso).as_deref(), Ok("2010-01-12"));
        assert_eq!(parse_date_near("29.2.12", bound).map(iso).as_deref(), Ok("2012-02-29"));
        let day = |text| parse_date(text).unwrap();
        let two = DateProblem::Either([day("2009-06-30"), day("2010-06-30")]);
        assert_eq!(parse_date_near("30/6", meant(2009, 2010, None)), Err(two));
        // A leap day has one year only.
        assert_eq!(parse_date_near("29/2", meant(2008, 2009, None)).map(iso).as_deref(), Ok("2008-02-29"));
        for (text, meant, problem) in [
            ("30/6", None, DateProblem::NoYear),
            ("30/6", meant(2009, 2013, None), DateProblem::NoYear),
            ("30.6.09", None, DateProblem::ShortYear),
            ("30.6.19", bound, DateProblem::ShortYear),
            ("31/6", bound, DateProblem::NoSuchDay),
            ("29/2-09", bound, DateProblem::NoSuchDay),
            ("31/6-2009", bound, DateProblem::NoSuchDay),
            ("i går", bound, DateProblem::NotADate),
        ] {
            assert_eq!(parse_date_near(text, meant), Err(problem), "{text}");
        }
    }

    #[test]
    fn a_period_asks_for_its_last_day() {
        for (text, last) in [
            ("2. kvartal 2009", "2009-06-30"),
            ("juni 2009", "2009-06-30"),
            ("1. halvår 2009", "2009-06-30"),
            ("februar 2012", "2012-02-29"),
            ("2009", "2009-12-31"),
        ] {
            let found = parse_date_near(text, None);
            let is_last = matches!(found, Err(DateProblem::Period { last: day, .. }) if iso(day) == last);
            assert!(is_last, "{text}: {found:?}");
        }
    }
}
