//! What was reached in figures, so that the same goal of a like contract can be held against it.

use crate::domain::assessment::Assessment;
use crate::domain::contract::Contract;
use crate::domain::development::{Development, Wanted, developments};
use crate::domain::number::Decimal;
use crate::small::small_letter;

/// A figure that is a result.
#[derive(Clone, Debug, PartialEq)]
pub struct Reached {
    /// What figures have to share to be compared.
    pub measure: Measure,
    /// The result.
    pub value: Decimal,
    /// How much that is above the earlier figure: in percent of it, or in percentage points.
    pub change: Option<Decimal>,
}

/// What figures measure: those of one measure can be compared. Capital letters make no difference.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Measure {
    title: Box<str>,
    unit: Box<str>,
    /// Whether less is better, or more, or neither.
    is_less: Option<bool>,
}

impl Measure {
    /// The measure of the figures of a goal, or of a part of one.
    pub fn new(of: &Development<'_>) -> Self {
        let small = |text: &str| text.trim().chars().map(small_letter).collect();
        let is_less = match of.wanted {
            Wanted::Less => Some(true),
            Wanted::More => Some(false),
            Wanted::Other => None,
        };
        Self { title: small(of.title), unit: small(of.unit.unwrap_or_default()), is_less }
    }
}

/// Every figure of a contract that is a result.
pub(super) fn reached(contract: &Contract, assessment: &Assessment) -> Vec<Reached> {
    let all = contract.goals.iter().flat_map(|goal| developments(contract, assessment, goal));
    let results = all.filter_map(|of| {
        let (value, change) = (of.now?, of.change());
        Some(Reached { measure: Measure::new(&of), value, change })
    });
    results.collect()
}
