//! What a contract check finds: contradictions, and silence where it matters.

use super::codes;
use crate::domain::contract::{DateRange, Weight};
use crate::domain::date::{Date, Period};
use crate::domain::number::{Decimal, Points};
use crate::domain::target::Target;

codes! {
    /// The contract contradicts itself, or is silent where it matters.
    Finding {
        /// The weights are not the total together.
        "weights-do-not-sum" => WeightsDoNotSum {
            /// What they are together, ranges at their maximum.
            sum: Points,
            /// The contract's total.
            total: Points,
        },
        /// The weights are the total only if ranges count at their maximum.
        "total-needs-maximum" => TotalNeedsMaximum {
            /// The goals with a range.
            goals: Vec<String>,
            /// The contract's total.
            total: Points,
        },
        /// A goal without a weight in a contract with points.
        "goal-without-weight" => GoalWithoutWeight {
            /// The goal.
            goal: String,
        },
        /// Weights in a contract that states no total.
        "weights-without-points" => WeightsWithoutPoints,
        /// A target that is not fixed yet.
        "target-undetermined" => TargetUndetermined {
            /// The goal.
            goal: String,
            /// The points that it leaves open.
            points: Option<Points>,
        },
        /// A target that is counted from a baseline which nobody gave.
        "baseline-missing" => BaselineMissing {
            /// The goal.
            goal: String,
            /// The period that the contract names and has no figure for.
            period: Option<Period>,
        },
        /// Another place says something else about the same thing.
        "stated-differently" => StatedDifferently {
            /// The goal or part.
            name: String,
            /// The main place.
            here: Option<String>,
            /// What it says.
            says: Stated,
            /// The other place.
            elsewhere: String,
            /// What that says.
            instead: Stated,
        },
        /// Two figures for the same period.
        "figures-differ" => FiguresDiffer {
            /// The goal.
            goal: String,
            /// The period.
            period: Period,
            /// The main place.
            here: Option<String>,
            /// Its figure.
            value: Decimal,
            /// The other place.
            elsewhere: String,
            /// Its figure.
            instead: Decimal,
        },
        /// A printed figure that is no number.
        "printed-figure-invalid" => PrintedFigureInvalid {
            /// What is printed.
            stated: String,
            /// Its period.
            period: Period,
            /// The place.
            place: Option<String>,
        },
        /// The contract's period is another elsewhere.
        "contract-period-differs" => ContractPeriodDiffers {
            /// The contract's period.
            period: DateRange,
            /// The other place.
            elsewhere: String,
            /// The period there.
            instead: DateRange,
        },
        /// The caption of a table speaks of another span than its columns.
        "table-span-differs" => TableSpanDiffers {
            /// The table.
            table: String,
            /// The first and the last column.
            columns: (Period, Period),
            /// The first and the last period that are stated.
            stated: (Period, Period),
            /// The place that states them.
            place: String,
        },
        /// A later year asks for less than was reached already.
        "guideline-weaker" => GuidelineWeaker {
            /// The goal.
            goal: String,
            /// The guideline's period.
            period: Period,
            /// The guideline.
            guideline: Decimal,
            /// When more was reached.
            reached_in: Period,
            /// What was reached.
            reached: Decimal,
        },
        /// A deadline outside the contract's period.
        "deadline-outside-period" => DeadlineOutsidePeriod {
            /// The goal or part.
            name: String,
            /// The deadline.
            date: Date,
            /// The contract's period.
            period: DateRange,
        },
        /// A printed priority that is not v × s.
        "priority-differs" => PriorityDiffers {
            /// What is printed.
            printed: u32,
            /// v.
            materiality: u32,
            /// s.
            vulnerability: u32,
        },
        /// A v or an s outside the scale.
        "risk-outside-scale" => RiskOutsideScale {
            /// The figure.
            value: u32,
            /// The lowest step.
            min: u32,
            /// The highest step.
            max: u32,
        },
        /// A risk that names no goal.
        "risk-without-goal" => RiskWithoutGoal,
        /// A goal without a risk, among goals that have one.
        "goal-without-risk" => GoalWithoutRisk {
            /// The goal.
            goal: String,
        },
        /// The agreement does not split the individual points.
        "individual-not-split" => IndividualNotSplit {
            /// The individual points.
            points: Points,
            /// The number of areas.
            areas: usize,
        },
        /// The areas' weights are not the individual points together.
        "areas-do-not-sum" => AreasDoNotSum {
            /// What they are together.
            sum: Points,
            /// The individual points.
            points: Points,
        },
        /// The agreement gives no maximum percent.
        "no-maximum-percent" => NoMaximumPercent,
        /// A reference to another contract's goal that is not written as `contract#goal`.
        "not-a-goal-reference" => NotAGoalReference {
            /// What is written.
            found: String,
        },
        /// A reference to a goal that the contract does not have.
        "unknown-goal" => UnknownGoal {
            /// The identifier.
            id: String,
            /// The one that was probably meant.
            suggestion: Option<String>,
        },
    }
}

/// What one place of a contract says about a goal.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// A deadline.
    Date(Date),
    /// A target of any kind.
    Target(Target),
    /// A weight.
    Weight(Weight),
}
