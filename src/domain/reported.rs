//! What was reached: the fields of one result, as far as they were entered.

use std::collections::BTreeMap;

use super::contract::PartId;
use super::date::Date;
use super::number::Decimal;

/// What was reached, each field as far as it was entered.
///
/// Which fields count is the target's to say: a figure for a threshold, a date for a deadline, yes or no
/// for something to be done, points for a judgement, parts for a composite.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reported {
    /// A figure.
    pub value: Option<Decimal>,
    /// The baseline that the contract lacks.
    pub baseline: Option<Decimal>,
    /// The day on which it was done.
    pub date: Option<Date>,
    /// Whether it was done.
    pub done: Option<bool>,
    /// The points that a person gave.
    pub points: Option<Decimal>,
    /// Why just so many points.
    pub reason: Option<String>,
    /// The parts of a composite.
    pub parts: BTreeMap<PartId, Reported>,
}

impl Reported {
    /// Whether nothing was entered at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
