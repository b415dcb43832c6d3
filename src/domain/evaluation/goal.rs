//! What one goal comes to.

use serde::{Deserialize, Serialize};

use crate::domain::contract::{GoalId, Weight};
use crate::domain::date::{Date, Period};
use crate::domain::number::{Decimal, Points, Share, Span};
use crate::domain::objection::Objection;
use crate::domain::trace::{Outlook, Step};

/// What one goal comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalOutcome {
    /// Which one, by its identifier in the contract.
    pub goal: GoalId,
    /// Where it stands, by the unrounded share.
    pub status: GoalStatus,
    /// The deadline that has passed without a result, as of the assessment's date.
    pub overdue: Option<Date>,
    /// The weight as it counts, after lapsed goals' weights were shared out; none where there are no points.
    pub weight: Option<Weight>,
    /// From the worst to the best share still possible.
    pub share: Span<Share>,
    /// From the worst to the best points still possible; none in an unweighted contract, and where they are too large.
    pub points: Option<Span<Points>>,
    /// What it would come to if its readings and forecasts were results; none where it has results alone.
    pub expected: Option<Box<Expectation>>,
    /// How the points were found.
    pub steps: Vec<Step>,
    /// What is wrong with what was entered for it.
    pub objections: Vec<Objection>,
}

impl GoalOutcome {
    /// The points that can still go either way; none where there are no points.
    pub fn open_points(&self) -> Option<Points> {
        self.points.map(|points| points.max - points.min)
    }

    /// The points that cannot be reached any more; none where there are no points. Below 0 where a cap exceeds 1.
    pub fn lost_points(&self) -> Option<Points> {
        self.points.zip(self.weight).map(|(points, weight)| weight.max() - points.max)
    }

    /// The points that it is expected to give: as its readings say where it has any, else as they are.
    pub fn expected_points(&self) -> Option<Span<Points>> {
        self.expected.as_ref().map_or(self.points, |expected| expected.points)
    }
}

/// What a goal would come to if its readings and forecasts were results.
#[derive(Clone, Debug, PartialEq)]
pub struct Expectation {
    /// The share that it would have.
    pub share: Span<Share>,
    /// The points that it would give; none in an unweighted contract.
    pub points: Option<Span<Points>>,
    /// How that looks.
    pub outlook: Outlook,
    /// The period of the figure, where it says one.
    pub period: Option<Period>,
    /// The figure, where it is one.
    pub value: Option<Decimal>,
    /// How it was worked out.
    pub steps: Vec<Step>,
}

impl Expectation {
    /// The step that stands behind those of the goal.
    pub fn step(&self) -> Step {
        Step::Expected {
            period: self.period,
            outlook: self.outlook,
            points: self.points,
            steps: self.steps.clone(),
        }
    }
}

/// Where a goal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GoalStatus {
    /// Opfyldt: its share is 1 or more.
    Met,
    /// Delvist opfyldt: its share lies between.
    PartlyMet,
    /// Ikke opfyldt: its share is 0.
    NotMet,
    /// Åben: its two ends differ.
    Open,
    /// Ikke fastlagt: its two ends differ because its target is not fixed.
    Undetermined,
    /// Bortfaldet by agreement.
    Lapsed,
}

impl GoalStatus {
    /// Whether it can still go either way.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Open | Self::Undetermined)
    }
}
