//! What may be meant and may be a mistake: figures and dates that make a reader look twice.

use super::codes;
use crate::domain::contract::DateRange;
use crate::domain::date::{Date, Period};
use crate::domain::number::Decimal;

codes! {
    /// Something that may well be a mistake.
    Doubt {
        /// A series whose neighbours differ by a factor of ten or more.
        "history-jumps" => HistoryJumps {
            /// The goal or the table.
            name: String,
            /// The earlier period.
            before: Period,
            /// Its figure.
            from: Decimal,
            /// The later period.
            after: Period,
            /// Its figure.
            to: Decimal,
            /// The place.
            place: Option<String>,
        },
        /// Two goals that are called the same.
        "label-twice" => LabelTwice {
            /// The label.
            label: String,
            /// The title of the goal that has it first.
            first: String,
            /// The title of the other one.
            second: String,
        },
        /// A history that goes on after the contract's period.
        "history-after-period" => HistoryAfterPeriod {
            /// The goal, and its part where there is one.
            name: String,
            /// The latest period of the history.
            latest_in: Period,
            /// The contract's period.
            period: DateRange,
            /// The place.
            place: Option<String>,
        },
        /// A target that the latest figure of the history meets.
        "target-already-met" => TargetAlreadyMet {
            /// The goal, and its part where there is one.
            name: String,
            /// The target as a figure.
            target: Decimal,
            /// The latest period.
            latest_in: Period,
            /// Its figure.
            latest: Decimal,
            /// The place.
            place: Option<String>,
        },
        /// A target further away than the history ever moved within as many years.
        "target-beyond-history" => TargetBeyondHistory {
            /// The goal, and its part where there is one.
            name: String,
            /// The target as a figure.
            target: Decimal,
            /// The latest period.
            latest_in: Period,
            /// Its figure.
            latest: Decimal,
            /// How far the target is from it, above 0.
            distance: Decimal,
            /// The years that there are for it, at least 1.
            years: u32,
            /// The largest change from one year to the next, 0 or above.
            largest: Decimal,
            /// The place.
            place: Option<String>,
        },
        /// A status or report that is due before the contract begins or long after it has ended.
        "report-outside-period" => ReportOutsidePeriod {
            /// The report.
            name: String,
            /// When it is due.
            date: Date,
            /// The contract's period.
            period: DateRange,
            /// The place.
            place: Option<String>,
        },
    }
}
