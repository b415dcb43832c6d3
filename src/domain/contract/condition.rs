//! What has to be the case for a gate to close, or for the lowest band to count.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::{Goal, GoalId, Target};
use crate::domain::number::{Decimal, Points, Share};

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
    /// Any of these goals is rated at the lowest level of its scale; lapsed ones are left out. Each with the share of that
    /// level.
    RatedLowest(BTreeMap<GoalId, Decimal>),
    /// Fewer than so many of these goals are fully met.
    FewerMetThan {
        /// How many have to be met for it not to hold.
        count: u32,
        /// The goals that are counted; a lapsed one is not met.
        goals: BTreeSet<GoalId>,
    },
}

impl Condition {
    /// How many goals it names, none where it asks for points.
    pub fn count_named(&self) -> Option<usize> {
        match self {
            Self::NotMet(goals) | Self::FewerMetThan { goals, .. } => Some(goals.len()),
            Self::RatedLowest(goals) => Some(goals.len()),
            Self::FractionBelow(_) | Self::PointsBelow(_) => None,
        }
    }

    /// Whether it names a goal.
    pub fn names(&self, goal: &GoalId) -> bool {
        match self {
            Self::NotMet(goals) | Self::FewerMetThan { goals, .. } => goals.contains(goal),
            Self::RatedLowest(goals) => goals.contains_key(goal),
            Self::FractionBelow(_) | Self::PointsBelow(_) => false,
        }
    }

    /// Whether a goal that it names has earned enough not to make it hold.
    pub fn is_content_with(&self, goal: &GoalId, share: Share) -> bool {
        match self {
            Self::RatedLowest(goals) => {
                let lowest = goals.get(goal).copied().unwrap_or_default();
                !Share::decimal(lowest).reaches(share).unwrap_or(true)
            }
            _ => share.is_full(),
        }
    }

    /// Takes over what the goals say of their scales.
    pub fn look_up_levels(&mut self, goals: &[Rc<Goal>]) {
        let Self::RatedLowest(named) = self else { return };
        for (id, lowest) in named {
            let rated = goals.iter().find(|goal| goal.id == *id).map(|goal| &goal.target);
            if let Some(Target::Rated(rating)) = rated {
                *lowest = rating.lowest().numerator();
            }
        }
    }
}
