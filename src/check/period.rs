//! What the contract's period has to hold: the times at which targets are measured, the binding year, the
//! pay period. What lies half within it is no finding.

use super::{Findings, Scored};
use crate::domain::contract::DateRange;
use crate::domain::date::Period;
use crate::findings::{JsonPath, PeriodFinding};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let Some(period) = found.contract.period else { return };
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
