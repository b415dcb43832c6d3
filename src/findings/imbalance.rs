//! What does not add up in a contract's budget and in the totals that it states.

use super::codes;
use crate::domain::date::Period;
use crate::domain::number::Decimal;

codes! {
    /// The budget or a stated total does not add up.
    Imbalance {
        /// A line of the budget that is part of a line which is not there.
        "unknown-budget-line" => UnknownLine {
            /// The identifier.
            id: String,
            /// The one that was probably meant.
            suggestion: Option<String>,
        },
        /// Lines of the budget that are part of each other.
        "circular-budget-lines" => CircularLines {
            /// The lines of the circle.
            ids: Vec<String>,
        },
        /// The parts of a budget line are more than the line.
        "budget-parts-exceed" => PartsExceed {
            /// The line.
            title: String,
            /// The period.
            period: Period,
            /// What the line says.
            value: Decimal,
            /// What its parts are together.
            parts: Decimal,
            /// The place.
            place: Option<String>,
        },
        /// A figure for a period that is no column of the table.
        "budget-period-without-column" => PeriodWithoutColumn {
            /// The line.
            title: String,
            /// The period.
            period: Period,
            /// The place.
            place: Option<String>,
        },
        /// A part has money in a period where the line that it is a part of has none.
        "budget-part-without-whole" => PartWithoutWhole {
            /// The part.
            title: String,
            /// The line that it is a part of.
            whole: String,
            /// The period.
            period: Period,
            /// What the part says.
            value: Decimal,
            /// The place.
            place: Option<String>,
        },
        /// The parts of a total are not what it says.
        "sum-does-not-add-up" => SumDiffers {
            /// What is counted.
            title: String,
            /// The total as it is stated.
            total: Decimal,
            /// What the parts are together.
            parts: Decimal,
            /// Whether the parts are all of it; otherwise they are more than it.
            complete: bool,
            /// The place.
            place: Option<String>,
        },
    }
}
