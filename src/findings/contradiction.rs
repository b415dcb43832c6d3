//! What a contract says in one way here and in another way there.

use super::codes;
use crate::domain::contract::Target;
use crate::domain::contract::{DateRange, Weight};
use crate::domain::date::{Date, Period};
use crate::domain::number::{Decimal, Points};

codes! {
    /// The contract contradicts itself.
    Contradiction {
        /// The weights are not the total together.
        "weights-do-not-sum" => WeightsDoNotSum {
            /// What they are together, ranges at their maximum.
            sum: Points,
            /// The contract's total.
            total: Points,
        },
        /// The areas' weights are not the individual points together.
        "areas-do-not-sum" => AreasDoNotSum {
            /// What they are together.
            sum: Points,
            /// The individual points.
            points: Points,
        },
        /// Another place says something else about the same thing.
        "stated-differently" => StatedDifferently {
            /// The goal, and its part where there is one.
            name: String,
            /// The main place.
            place: Option<String>,
            /// What it says.
            says: Stated,
            /// The other place.
            other_place: String,
            /// What that says.
            other: Stated,
        },
        /// Two figures for the same period.
        "figures-differ" => FiguresDiffer {
            /// The goal.
            name: String,
            /// The period.
            period: Period,
            /// The main place.
            place: Option<String>,
            /// Its figure.
            value: Decimal,
            /// The other place.
            other_place: String,
            /// Its figure.
            other: Decimal,
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
            other_place: String,
            /// The period there.
            other: DateRange,
        },
        /// A table is said to cover another span than its columns do.
        "table-span-differs" => TableSpanDiffers {
            /// The first and the last column.
            columns: (Period, Period),
            /// The place that says so.
            other_place: String,
            /// The first and the last period there.
            other: (Period, Period),
        },
        /// A later year asks for less than what was reached already.
        "guideline-weaker" => GuidelineWeaker {
            /// The goal.
            name: String,
            /// The main place.
            place: Option<String>,
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
            /// The goal, and its part where there is one.
            name: String,
            /// The deadline.
            date: Date,
            /// The contract's period.
            period: DateRange,
            /// The place.
            place: Option<String>,
        },
        /// A figure in a title that is not the target's.
        "title-differs" => TitleDiffers {
            /// The goal, and its part where there is one.
            name: String,
            /// The title's figure.
            figure: Decimal,
            /// The target.
            target: Target,
            /// The place.
            place: Option<String>,
        },
        /// The change that another place gives in figures is not the one that the target asks for.
        "change-differs" => ChangeDiffers {
            /// The goal.
            name: String,
            /// The main place.
            place: Option<String>,
            /// What the target is counted from.
            baseline: Decimal,
            /// The change that follows from the target, as exact as the other place states it.
            change: Decimal,
            /// The other place.
            other_place: String,
            /// Its change.
            other: Decimal,
        },
        /// Two different figures for one period in one list.
        "figure-twice" => FigureTwice {
            /// The goal or the table.
            name: String,
            /// The period.
            period: Period,
            /// The figure that stands first and counts.
            first: Decimal,
            /// The later one.
            second: Decimal,
            /// The place.
            place: Option<String>,
        },
        /// A target that is measured outside the contract's period.
        "measured-outside-period" => MeasuredOutsidePeriod {
            /// The goal.
            name: String,
            /// When it is measured.
            measured: Period,
            /// The contract's period.
            period: DateRange,
            /// The place.
            place: Option<String>,
        },
        /// A binding year outside the contract's period.
        "binding-year-outside-period" => BindingYearOutsidePeriod {
            /// The year.
            year: i32,
            /// The contract's period.
            period: DateRange,
        },
        /// A pay period that is not within the contract's.
        "pay-outside-period" => PayOutsidePeriod {
            /// The pay period.
            pay: DateRange,
            /// The contract's period.
            period: DateRange,
            /// The place.
            place: Option<String>,
        },
        /// A printed priority that is not v × s.
        "priority-differs" => PriorityDiffers {
            /// What is printed.
            printed: u32,
            /// v.
            materiality: u32,
            /// s.
            vulnerability: u32,
            /// The place.
            place: Option<String>,
        },
        /// A v or an s outside the scale.
        "risk-outside-scale" => RiskOutsideScale {
            /// The figure.
            value: u32,
            /// The lowest step.
            min: u32,
            /// The highest step.
            max: u32,
            /// The place.
            place: Option<String>,
        },
    }
}

/// What one place of a contract says about a goal.
#[derive(Clone, Debug, PartialEq)]
pub enum Stated {
    /// A target of any kind.
    Target(Target),
    /// When the target is measured.
    Measured(Period),
    /// A weight.
    Weight(Weight),
    /// That something is looked at in a judgement.
    Criterion {
        /// When it is due, where stated.
        deadline: Option<Date>,
    },
    /// Nothing about this, where the other place names it.
    Nothing,
}
