//! What the contract's period has to hold: the times at which targets are measured, the binding year, the pay
//! period, deadlines and reports. What lies half within it is no finding.

use super::{Findings, Scored, TargetAt};
use crate::domain::contract::{DateRange, Target};
use crate::domain::date::{Date, Period, is_day_off};
use crate::findings::{JsonPath, PeriodFinding};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let Some(period) = found.contract.period else {
        // What names no institution is a sketch.
        if found.contract.institution.is_some() {
            found.report(JsonPath::root(), PeriodFinding::NoPeriod);
        }
        return;
    };
    if let Some(signed) = found.contract.signed.filter(|signed| *signed > period.from) {
        found.report(JsonPath::root().key("signed"), PeriodFinding::SignedLate { signed, period });
    }
    for Scored { target, goal, .. } in found.scored {
        if let Some(measured) = goal.measured.filter(|measured| is_outside(*measured, period)) {
            let (name, place) = (goal.name().to_owned(), goal.source.clone());
            let what = PeriodFinding::MeasuredOutsidePeriod { name, measured, period, place };
            found.report(target.clone().key("measured"), what);
        }
    }
    if let Some(year) = found.contract.binding_year
        && is_outside(Period::Year(year), period)
    {
        let path = JsonPath::root().key("period").key("binding_year");
        found.report(path, PeriodFinding::BindingYearOutsidePeriod { year, period });
    }
    if let Some(pay) = &found.contract.pay
        && (pay.period.from < period.from || pay.period.to > period.to)
    {
        let (key, place) = (if pay.period.from < period.from { "from" } else { "to" }, pay.source.clone());
        let what = PeriodFinding::PayOutsidePeriod { pay: pay.period, period, place };
        found.report(JsonPath::root().key("pay").key(key), what);
    }
}

/// Whether a period has no day in common with the contract.
fn is_outside(time: Period, period: DateRange) -> bool {
    time.end() < period.from || time.start() > period.to
}

pub(super) fn deadlines(found: &mut Findings<'_, '_>) {
    found.each_target(|found, at| match at.target {
        Target::By(date) => deadline(found, at, at.name, *date, || at.path.clone().key("date")),
        Target::Assessed { criteria } => {
            for (index, criterion) in criteria.iter().enumerate() {
                if let Some(date) = criterion.deadline {
                    let name = format!("{} › {}", at.name, criterion.title);
                    let path = || at.path.clone().key("criteria").index(index).key("deadline");
                    deadline(found, at, &name, date, path);
                }
            }
        }
        _ => {}
    });
}

fn deadline(
    found: &mut Findings<'_, '_>,
    at: TargetAt<'_>,
    name: &str,
    date: Date,
    path: impl Fn() -> JsonPath,
) {
    if is_day_off(date) && !is_edge(date, found.contract.period) {
        let (name, place) = (name.to_owned(), at.source());
        found.report(path(), PeriodFinding::DeadlineOnDayOff { name, date, place });
    }
    let Some(period) = found.contract.period else { return };
    if date < period.from || date > period.to {
        let (name, place) = (name.to_owned(), at.source());
        found.report(path(), PeriodFinding::DeadlineOutsidePeriod { name, date, period, place });
    }
}

/// Whether a year or the contract begins or ends on a day: it is that year or contract which is meant, whatever the day of
/// the week, and no other day can be set for it.
fn is_edge(date: Date, period: Option<DateRange>) -> bool {
    let (year, period) = (Period::Year(date.year()), period.map(|period| [period.from, period.to]));
    [year.start(), year.end()].contains(&date) || period.is_some_and(|ends| ends.contains(&date))
}

/// Fewer deadlines than these lie in one month by chance.
const SEVERAL: usize = 4;

/// Deadlines that all lie in December.
pub(super) fn december(found: &mut Findings<'_, '_>) {
    let mut dates = Vec::new();
    for Scored { goal, .. } in found.scored {
        add_deadlines(&goal.target, &mut dates);
    }
    let is_last = |date: &Date| u8::from(date.month()) == 12;
    if dates.len() >= SEVERAL && dates.iter().all(is_last) {
        let what = PeriodFinding::DeadlinesInDecember { count: dates.len() };
        found.report(JsonPath::root().key("goals"), what);
    }
}

/// Adds the deadlines of a target and of its parts.
fn add_deadlines(target: &Target, dates: &mut Vec<Date>) {
    match target {
        Target::By(date) => dates.push(*date),
        Target::Assessed { criteria } => dates.extend(criteria.iter().filter_map(|one| one.deadline)),
        _ => target.parts().unwrap_or_default().iter().for_each(|part| add_deadlines(&part.target, dates)),
    }
}

/// A final report comes after the last year. Within so many years after the end nothing is odd about a date.
const YEARS_AFTER: i32 = 1;

pub(super) fn reports(found: &mut Findings<'_, '_>) {
    let Some(period) = found.contract.period else { return };
    for (index, report) in found.contract.reporting.iter().enumerate() {
        let Some(date) = report.date else { continue };
        if date < period.from || date.year() > period.to.year().saturating_add(YEARS_AFTER) {
            let (name, place) = (report.title.clone(), report.source.clone());
            let path = JsonPath::root().key("reporting").index(index).key("date");
            let what = PeriodFinding::ReportOutsidePeriod { name, date, period, place };
            found.report(path, what);
        }
    }
}
