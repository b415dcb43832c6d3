//! Which times count for a figure whose goal does not say when it is measured.

use super::Unfinished;
use crate::domain::contract::Contract;
use crate::domain::date::{Date, Period};

/// Whether a period lies within the binding year, or the contract's period where no year is binding.
pub(super) fn counts(contract: &Contract, period: Period) -> bool {
    if let Some(year) = contract.binding_year {
        return period.year() == year;
    }
    let Some(whole) = contract.period else {
        return true;
    };
    let month = |date: Date| (date.year(), u8::from(date.month()));
    match period {
        Period::Day(day) => (whole.from..=whole.to).contains(&day),
        _ => (month(whole.from)..=month(whole.to)).contains(&month(period.end())),
    }
}

/// What goes on behind a period: the binding year, or the contract's period where no year is binding.
pub(super) fn goes_on(contract: &Contract, period: Period) -> Option<Unfinished> {
    let (until, unfinished) = match (contract.binding_year, contract.period) {
        (Some(year), _) => (Period::Year(year), Unfinished::Year),
        (None, Some(whole)) => (Period::Day(whole.to), Unfinished::Contract),
        (None, None) => return None,
    };
    (period.end() < until.end()).then_some(unfinished)
}
