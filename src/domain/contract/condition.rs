//! What has to be the case for a gate to close, or for the lowest band to count.

use std::collections::BTreeSet;

use super::GoalId;
use crate::domain::number::{Decimal, Points};

/// A condition on what was reached. `domain::evaluation` says whether it holds.
///
/// Each kind is monotone: a better result never makes it hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Less than this part of the whole, 1 for all of it.
    FractionBelow(Decimal),
    /// Fewer points of the institution than these.
    PointsBelow(Points),
    /// Any of these goals is not fully met; lapsed ones are left out.
    NotMet(BTreeSet<GoalId>),
    /// Fewer than so many of these goals are fully met.
    FewerMetThan {
        /// How many have to be met for it not to hold.
        count: u32,
        /// The goals that are counted; a lapsed one is not met.
        goals: BTreeSet<GoalId>,
    },
}

impl Condition {
    /// The goals that it names, none where it asks for points.
    pub fn goals(&self) -> Option<&BTreeSet<GoalId>> {
        match self {
            Self::NotMet(goals) | Self::FewerMetThan { goals, .. } => Some(goals),
            Self::FractionBelow(_) | Self::PointsBelow(_) => None,
        }
    }
}
