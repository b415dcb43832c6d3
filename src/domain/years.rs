//! The years that a contract is about, and days of an assessment that lie outside them.
//!
//! Such a day counts: a result that came years late is late. It is said, since a wrong year is the slip that is
//! made most often.

use super::address::ReportedField;
use super::contract::{Contract, DateRange};
use super::date::Date;
use super::judging::Fault;
use super::objection::ObjectionKind;
use super::reported::Reported;

/// From one year to another, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first year, included.
    pub from: i32,
    /// The last year, included.
    pub to: i32,
}

impl Years {
    /// The years of a period and the one after, in which results are still reached late and assessed.
    pub fn of_period(period: DateRange) -> Self {
        Self { from: period.from.year(), to: period.to.year().saturating_add(1) }
    }

    /// The contract's years; none where it does not say which period it is for.
    pub fn of_contract(contract: &Contract) -> Option<Self> {
        contract.period.map(Self::of_period)
    }

    /// Each of them, the first one first.
    pub fn all(self) -> impl Iterator<Item = i32> {
        self.from..=self.to
    }

    /// What is to be said of a day; none where it lies within.
    pub fn objection(self, day: Date) -> Option<ObjectionKind> {
        let Self { from, to } = self;
        (!(from..=to).contains(&day.year())).then_some(ObjectionKind::OutsideYears { from, to })
    }

    /// A fault for each day of a result that lies outside.
    pub(super) fn faults(self, reported: &Reported) -> Vec<Fault> {
        if reported.date.is_none() && reported.parts.is_empty() {
            return Vec::new();
        }
        let own = reported.date.and_then(|day| self.objection(day));
        let own = own.map(|kind| Fault::in_field(ReportedField::Date, kind));
        let parts = reported.parts.iter();
        let parts = parts.flat_map(|(id, part)| self.faults(part).into_iter().map(|fault| fault.within(id)));
        own.into_iter().chain(parts).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::parse_date;

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    #[test]
    fn the_year_after_the_period_is_within() {
        let years = Years::of_period(DateRange { from: day("2009-07-01"), to: day("2010-06-30") });
        for within in ["2009-01-01", "2010-06-30", "2011-12-31"] {
            assert_eq!(years.objection(day(within)), None, "{within}");
        }
        for outside in ["2008-12-31", "2012-01-01", "1909-07-01"] {
            let kind = ObjectionKind::OutsideYears { from: 2009, to: 2011 };
            assert_eq!(years.objection(day(outside)), Some(kind), "{outside}");
        }
    }

    #[test]
    fn a_day_in_a_part_is_said_by_its_path() {
        let years = Years { from: 2009, to: 2010 };
        let dated = |text| Reported { date: Some(day(text)), ..Reported::default() };
        let inner = Reported { parts: [("late".into(), dated("2019-01-12"))].into(), ..Reported::default() };
        let parts = [("fine".into(), dated("2010-01-12")), ("outer".into(), inner)].into();
        let found = years.faults(&Reported { parts, ..Reported::default() });
        let kind = ObjectionKind::OutsideYears { from: 2009, to: 2010 };
        let late = Fault::in_field(ReportedField::Date, kind).within(&"late".into());
        assert_eq!(found, [late.within(&"outer".into())]);
    }
}
