//! What goals come to together: points, or how many have each status.

use std::ops::{Add, Sub};
use std::rc::Rc;

use serde::Serialize;

use super::{GoalOutcome, GoalStatus};
use crate::domain::contract::Weight;
use crate::domain::number::{Points, Span};

/// What goals come to together. Secured + lost + open = the sum of the weights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PointSum {
    /// From the worst to the best points still possible; nothing in an unweighted contract.
    pub points: Span<Points>,
    /// The same if readings and forecasts were results.
    pub expected: Span<Points>,
    /// The open points of goals that have neither reading nor forecast.
    pub unforeseen: Points,
    /// The sum of the weights as they count, the highest of each range; lapsed goals' weights included where they
    /// are lost.
    pub weights: Points,
}

impl PointSum {
    /// Adds up the outcomes; one without points counts as nothing.
    pub fn of_all(goals: &[Rc<GoalOutcome>]) -> Self {
        goals.iter().fold(Self::default(), |sum, outcome| sum + Self::of_goal(outcome))
    }

    /// What one goal comes to.
    pub fn of_goal(outcome: &GoalOutcome) -> Self {
        let weights = outcome.weight.map(Weight::max).unwrap_or_default();
        let points = outcome.points.unwrap_or_default();
        let unforeseen = if outcome.expected.is_some() { Points::default() } else { points.max - points.min };
        Self { points, expected: outcome.expected_points().unwrap_or_default(), unforeseen, weights }
    }

    /// Sikret: the sum of the lower ends (docs/scoring.md, "Missing results").
    pub fn secured(&self) -> Points {
        self.points.min
    }

    /// Tabt: the weights less the sum of the upper ends; below 0 only where a cap exceeds 1.
    pub fn lost(&self) -> Points {
        self.weights - self.points.max
    }

    /// Åbent: the upper ends less the lower ones.
    pub fn open(&self) -> Points {
        self.points.max - self.points.min
    }

    /// What is expected of the open points, at least; none where nothing but results was entered.
    pub fn expected_of_open(&self) -> Option<Points> {
        (self.expected != self.points).then(|| self.expected.min - self.points.min)
    }
}

impl Add for PointSum {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            points: self.points + other.points,
            expected: self.expected + other.expected,
            unforeseen: self.unforeseen + other.unforeseen,
            weights: self.weights + other.weights,
        }
    }
}

impl Sub for PointSum {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self {
            points: self.points - other.points,
            expected: self.expected - other.expected,
            unforeseen: self.unforeseen - other.unforeseen,
            weights: self.weights - other.weights,
        }
    }
}

/// How many goals have each status.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Full fulfilment.
    pub met: usize,
    /// Some, not all.
    pub partly_met: usize,
    /// None.
    pub not_met: usize,
    /// A result is missing.
    pub open: usize,
    /// The target is not fixed.
    pub undetermined: usize,
    /// Lapsed by agreement.
    pub lapsed: usize,
}

impl Counts {
    /// The count that belongs to a status.
    pub fn of_status(&mut self, status: GoalStatus) -> &mut usize {
        match status {
            GoalStatus::Met => &mut self.met,
            GoalStatus::PartlyMet => &mut self.partly_met,
            GoalStatus::NotMet => &mut self.not_met,
            GoalStatus::Open => &mut self.open,
            GoalStatus::Undetermined => &mut self.undetermined,
            GoalStatus::Lapsed => &mut self.lapsed,
        }
    }
}
