//! What a contract and an assessment come to: the outcome types. [`super::evaluate`] makes them.

use std::ops::{Add, Sub};
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::contract::{GoalId, Weight};
use super::date::{Date, Period};
use super::number::{Decimal, Points, Share, Span};
use super::objection::Objection;
use super::pay::PayOutcome;
use super::risk::RiskOutcome;
use super::trace::{Outlook, Step};

/// Everything that follows from one contract and one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// One outcome for each goal, in the contract's order.
    pub goals: Vec<Rc<GoalOutcome>>,
    /// The institution's points; none in an unweighted contract, and where those of a goal are too large.
    pub institution: Option<Institution>,
    /// How many goals have each status.
    pub counts: Counts,
    /// The resultatløn; none without a pay agreement.
    pub pay: Option<PayOutcome>,
    /// Goals with a risk, the most points at risk first.
    pub risks: Vec<RiskOutcome>,
    /// What the calculator chose where the contract is silent.
    pub assumptions: Rc<[Assumption]>,
    /// What the assessment says that belongs to no goal of the contract, or to none alone.
    pub objections: Vec<Objection>,
}

impl Evaluation {
    /// The outcome of the goal with this identifier.
    pub fn goal(&self, id: &str) -> Option<&Rc<GoalOutcome>> {
        self.goals.iter().find(|outcome| outcome.goal.as_str() == id)
    }

    /// Every objection, the goals' and areas' own included.
    pub fn all_objections(&self) -> impl Iterator<Item = &Objection> {
        let areas = self.pay.iter().flat_map(|pay| &pay.areas);
        let pay = self.pay.iter().flat_map(|pay| &pay.objections);
        let goals = self.goals.iter().chain(areas).flat_map(|outcome| &outcome.objections);
        self.objections.iter().chain(goals).chain(pay)
    }
}

/// The institution's points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Institution {
    /// What the goals come to together.
    pub sum: PointSum,
    /// The contract's total, 1,000 as a rule.
    pub total: Points,
}

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
    /// What one goal comes to.
    pub fn of(outcome: &GoalOutcome) -> Self {
        let weights = outcome.weight.map(Weight::max).unwrap_or_default();
        let points = outcome.points.unwrap_or_default();
        let unforeseen = if outcome.expected.is_some() { Points::default() } else { points.max - points.min };
        Self { points, expected: outcome.expected_points().unwrap_or_default(), unforeseen, weights }
    }

    /// What is certain.
    pub fn secured(&self) -> Points {
        self.points.min
    }

    /// What cannot be reached any more; below 0 only where a cap exceeds 1.
    pub fn lost(&self) -> Points {
        self.weights - self.points.max
    }

    /// What can still go either way.
    pub fn open(&self) -> Points {
        self.points.max - self.points.min
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
    pub fn of(&mut self, status: GoalStatus) -> &mut usize {
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

/// What one goal comes to.
#[derive(Clone, Debug, PartialEq)]
pub struct GoalOutcome {
    /// The goal.
    pub goal: GoalId,
    /// Where it stands.
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
    pub expected: Option<Expectation>,
    /// How the points were found.
    pub steps: Vec<Step>,
    /// What is wrong with what was entered for it.
    pub objections: Vec<Objection>,
}

impl GoalOutcome {
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

/// Something that the calculator chose because the contract is silent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "code", content = "goal", rename_all = "kebab-case")]
pub enum Assumption {
    /// The contract has no rule for partial fulfilment of this goal: all or nothing.
    AllOrNothing(GoalId),
    /// The contract does not say what happens with lapsed goals: their weight is shared out.
    LapsedRedistributed,
    /// The weights make the total only if this goal counts at its maximum.
    RangeAtMaximum(GoalId),
    /// The agreement does not split the individual points: one judgement of all areas.
    IndividualOverall,
    /// The agreement gives no maximum percent: the one that was entered.
    MaxPercentEntered,
    /// The agreement gives no percent of holiday allowance: the one that was entered.
    HolidayAllowanceEntered,
}
