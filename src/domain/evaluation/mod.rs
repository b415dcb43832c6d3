//! What a contract and an assessment come to: the outcome types. [`super::evaluate`] makes them.

mod band;
mod goal;
mod sum;
mod tally;

use std::rc::Rc;

use serde::Serialize;

pub use band::BandOutcome;
pub use goal::{Expectation, GoalOutcome, GoalStatus};
pub use sum::{Counts, PointSum};
pub(in crate::domain) use tally::Tally;

use super::contract::GoalId;
use super::number::Points;
use super::objection::Objection;
use super::pay::{PayOutcome, PaySums};
use super::risk::RiskOutcome;

/// Everything that follows from one contract and one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// One outcome for each goal, in the contract's order.
    pub goals: Vec<Rc<GoalOutcome>>,
    /// The institution's points; none in an unweighted contract, and where those of a goal are too large.
    pub institution: Option<Institution>,
    /// The level of those points; none where the contract has no levels.
    pub band: Option<BandOutcome>,
    /// How many goals have each status.
    pub counts: Counts,
    /// What the goals come to for the pots and stages of the resultatløn.
    pub(in crate::domain) pay_sums: PaySums,
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
    /// The agreement gives no percent of pension: the one that was entered.
    PensionPercentEntered,
}
