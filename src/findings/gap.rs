//! Where a contract is silent and it matters.

use super::codes;
use crate::domain::date::Period;
use crate::domain::number::{Decimal, Points};

codes! {
    /// The contract is silent where it matters.
    Gap {
        /// The weights are the total only if ranges count at their maximum.
        "total-needs-maximum" => TotalNeedsMaximum {
            /// The goals with a range.
            names: Vec<String>,
            /// The contract's total.
            total: Points,
        },
        /// A goal without a weight in a contract with points.
        "goal-without-weight" => GoalWithoutWeight {
            /// The goal.
            name: String,
            /// The place.
            place: Option<String>,
        },
        /// A contract that has no goal.
        "no-goals" => NoGoals,
        /// Weights in a contract that states no total.
        "weights-without-total" => WeightsWithoutTotal,
        /// A target that is not fixed yet.
        "target-undetermined" => TargetUndetermined {
            /// The goal, and its part where there is one.
            name: String,
            /// The points that it leaves open.
            points: Option<Points>,
            /// The place.
            place: Option<String>,
        },
        /// A target that is counted from a baseline which nobody gave.
        "baseline-missing" => BaselineMissing {
            /// The goal, and its part where there is one.
            name: String,
            /// The period that the contract names and has no figure for.
            period: Option<Period>,
            /// The baseline that another place implies.
            implied: Option<ImpliedBaseline>,
            /// The place.
            place: Option<String>,
        },
        /// A risk that names no goal.
        "risk-without-goal" => RiskWithoutGoal {
            /// The place.
            place: Option<String>,
        },
        /// A goal without a risk, among goals that have one.
        "goal-without-risk" => GoalWithoutRisk {
            /// The goal.
            name: String,
            /// The place.
            place: Option<String>,
        },
        /// The agreement does not split the individual points.
        "individual-not-split" => IndividualNotSplit {
            /// The individual points.
            points: Points,
            /// The number of areas.
            areas: usize,
            /// The place.
            place: Option<String>,
        },
        /// The agreement gives no maximum percent.
        "no-maximum-percent" => NoMaximumPercent {
            /// The place.
            place: Option<String>,
        },
    }
}

/// The baseline that follows from a change that is stated in figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImpliedBaseline {
    /// The place that states the change.
    pub place: String,
    /// The change.
    pub change: Decimal,
    /// The baseline, rounded to the decimals of the change.
    pub baseline: Decimal,
}
