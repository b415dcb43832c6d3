//! Reports that are due before the contract begins, or long after it has ended.

use super::Findings;
use crate::findings::{JsonPath, PeriodFinding};

/// A final report comes after the last year. Within so many years after the end nothing is odd about a date.
const YEARS_AFTER: i32 = 1;

pub(super) fn check(found: &mut Findings<'_, '_>) {
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
