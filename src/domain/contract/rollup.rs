//! How goals of several contracts hang together: what a goal serves, and how the figures of those that serve it combine.

use serde::{Deserialize, Serialize};

use crate::domain::number::Decimal;

/// How the figures of the goals that serve a goal combine to its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rollup {
    /// Their sum.
    Sum,
    /// Their mean, each counting the same.
    Mean,
    /// Their mean, each counting by the weight of its contribution.
    WeightedMean,
    /// How many of them are met, in percent.
    MetShare,
    /// Whether all of them are met.
    AllMet,
}

/// A goal of another contract that a goal serves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contribution {
    /// The goal, as `contract#goal`.
    pub goal: String,
    /// How much the contribution counts in a weighted mean, where stated.
    pub weight: Option<Decimal>,
}

/// The contract and the goal that a reference names; none where it is not written as `contract#goal`.
pub fn parts_of_reference(reference: &str) -> Option<(&str, &str)> {
    let (contract, goal) = reference.split_once('#')?;
    (!contract.is_empty() && !goal.is_empty() && !goal.contains('#')).then_some((contract, goal))
}
