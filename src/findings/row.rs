//! What is wrong with one row of a table of measured results.

use super::codes;
use crate::domain::number::Decimal;

codes! {
    /// A row of a table of measured results is left out.
    RowFault {
        /// A row with more or fewer cells than the header.
        "row-ragged" => RaggedRow {
            /// How many it has.
            found: usize,
            /// How many the header has.
            wanted: usize,
        },
        /// A row that is separated by something else than the header.
        "row-delimiter" => RowWithOtherDelimiter {
            /// What stands between its cells.
            found: char,
            /// What stands between the header's.
            wanted: char,
        },
        /// A figure that a comma between cells may have divided.
        "row-divided-number" => DividedNumber {
            /// What stands where the figure is wanted.
            whole: String,
            /// What stands in the cell behind it.
            rest: String,
        },
        /// A row that names no goal.
        "row-without-goal" => NoGoal,
        /// A goal that the contract does not have.
        "row-unknown-goal" => UnknownGoal {
            /// What the row says.
            found: String,
            /// What it probably means.
            suggestion: Option<String>,
        },
        /// A row that names two goals, or two parts of one.
        "row-two-goals" => TwoGoals {
            /// The first name.
            one: String,
            /// The other one.
            other: String,
        },
        /// A name that several goals have.
        "row-ambiguous-goal" => AmbiguousGoal {
            /// The name.
            found: String,
        },
        /// A part that the goal does not have.
        "row-unknown-part" => UnknownPart {
            /// The goal.
            goal: String,
            /// What the row says.
            found: String,
            /// What it probably means.
            suggestion: Option<String>,
        },
        /// A goal of several parts, and the row does not say which.
        "row-part-missing" => PartMissing {
            /// The goal.
            goal: String,
            /// Its parts.
            parts: Vec<String>,
        },
        /// A goal that a person judges.
        "row-goal-judged" => GoalIsJudged {
            /// The goal.
            goal: String,
        },
        /// A goal whose target is not fixed yet.
        "row-goal-undetermined" => GoalIsUndetermined {
            /// The goal.
            goal: String,
        },
        /// A goal that lapsed by agreement.
        "row-goal-lapsed" => GoalHasLapsed {
            /// The goal.
            goal: String,
        },
        /// A period that cannot be read.
        "row-period" => NotAPeriod {
            /// What the row says.
            found: String,
        },
        /// A figure without its period, in a table that has periods.
        "row-without-period" => NoPeriod,
        /// Something else where a figure is wanted.
        "row-not-a-number" => NotANumber {
            /// What the row says.
            found: String,
        },
        /// A figure that could be two numbers.
        "row-ambiguous-number" => AmbiguousNumber {
            /// The mark taken as a separator of groups.
            grouped: Decimal,
            /// The mark taken as the decimal mark.
            decimal: Decimal,
        },
        /// Something else where a day is wanted.
        "row-not-a-date" => NotADate {
            /// What the row says.
            found: String,
        },
        /// Something else where yes or no is wanted.
        "row-not-yes-or-no" => NotYesOrNo {
            /// What the row says.
            found: String,
        },
        /// Another row says something else for the same goal and period.
        "row-conflict" => Conflict {
            /// The goal.
            goal: String,
            /// The line of the other row, counted from 1.
            other_line: usize,
        },
    }
}
