//! Whether a condition of the contract holds: for certain, not at all, or it is still open.
//!
//! A better result never makes a condition hold. So it is asked twice, at the worst and at the best that is possible, and it is
//! open where the two answers differ.

use std::ops::{Add, Sub};
use std::rc::Rc;

use super::{GoalOutcome, GoalStatus};
use crate::domain::contract::Condition;
use crate::domain::number::{Points, Share, Span, TooLarge};

/// How many of the goals that a condition names do not make it hold: they are fully met, or above the lowest level.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::domain) struct Tally {
    /// From those that are met already to those that can be.
    pub(in crate::domain) met: Span<usize>,
    /// The same if readings and forecasts were results.
    pub(in crate::domain) expected: Span<usize>,
    /// Those that have not lapsed.
    counting: usize,
}

impl Tally {
    /// The goals of one condition.
    pub(in crate::domain) fn of_all(condition: Option<&Condition>, goals: &[Rc<GoalOutcome>]) -> Self {
        if condition.and_then(Condition::count_named).is_none() {
            return Self::default();
        }
        goals.iter().fold(Self::default(), |tally, goal| tally + Self::of_goal(condition, goal))
    }

    /// What one goal adds; nothing where the condition does not name it, or it has lapsed.
    pub(in crate::domain) fn of_goal(condition: Option<&Condition>, outcome: &GoalOutcome) -> Self {
        let naming = condition.filter(|condition| condition.names(&outcome.goal));
        let Some(condition) = naming.filter(|_| outcome.status != GoalStatus::Lapsed) else {
            return Self::default();
        };
        let met = |share: Span<Share>| {
            share.map(|share| usize::from(condition.is_content_with(&outcome.goal, share)))
        };
        let expected = outcome.expected.as_ref().map_or(outcome.share, |expected| expected.share);
        Self { met: met(outcome.share), expected: met(expected), counting: 1 }
    }

    /// How many goals have to be met so that the condition does not hold; 0 where it asks for points.
    pub(in crate::domain) fn wanted(self, condition: &Condition) -> usize {
        match condition {
            Condition::FractionBelow(_) | Condition::PointsBelow(_) => 0,
            Condition::NotMet(_) | Condition::RatedLowest(_) => self.counting,
            Condition::FewerMetThan { count, .. } => usize::try_from(*count).unwrap_or(usize::MAX),
        }
    }

    /// The same goals, of which so many are met for certain and no more.
    pub(in crate::domain) fn with_met(self, met: usize) -> Self {
        Self { met: Span::settled(met), ..self }
    }

    /// Whether the condition holds at the worst and at the best that is possible. `met` is one of the tally's own spans.
    pub(in crate::domain) fn holds(
        self,
        condition: &Condition,
        met: Span<usize>,
        points: Span<Points>,
        fraction: Span<Share>,
    ) -> Result<Span<bool>, TooLarge> {
        Ok(match condition {
            Condition::FractionBelow(least) => fraction.try_map(|fraction| {
                fraction.reaches(Share::decimal(*least)).map(|reaches| !reaches).ok_or(TooLarge)
            })?,
            Condition::PointsBelow(least) => points.map(|points| points < *least),
            Condition::NotMet(_) | Condition::RatedLowest(_) => met.map(|met| met < self.counting),
            Condition::FewerMetThan { count, .. } => {
                met.map(|met| u32::try_from(met).is_ok_and(|met| met < *count))
            }
        })
    }
}

impl Add for Tally {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            met: self.met + other.met,
            expected: self.expected + other.expected,
            counting: self.counting + other.counting,
        }
    }
}

impl Sub for Tally {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self {
            met: self.met - other.met,
            expected: self.expected - other.expected,
            counting: self.counting - other.counting,
        }
    }
}
