//! What is wrong with a table of measured results, or with one of its rows.

use super::codes;
use crate::domain::number::Decimal;

codes! {
    /// A table of measured results, or one of its rows, cannot be used as it is.
    TableFault {
        /// No line near the top names a column for goals and one for results.
        "table-without-header" => NoHeader {
            /// What the best line lacks.
            missing: MissingColumn,
        },
        /// The header is separated by something that is not read.
        "table-delimiter" => UnknownDelimiter {
            /// What stands between its cells.
            found: char,
        },
        /// Two columns mean the same.
        "table-column-twice" => ColumnTwice {
            /// The name of the second.
            name: String,
            /// The name of the first.
            first: String,
        },
        /// A quotation mark is never closed.
        "table-unclosed-quote" => UnclosedQuote,
        /// Text between a closing quotation mark and the delimiter.
        "table-text-behind-quote" => TextBehindQuote,
        /// More rows than are read.
        "table-too-many-rows" => TooManyRows {
            /// The most that are read.
            limit: usize,
        },
        /// A header and nothing below it.
        "table-without-rows" => NoRows,
        /// Not UTF-8, and read as Windows-1252.
        "table-encoding" => OtherEncoding,
        /// Lines above the header, which are not read.
        "table-lines-before-header" => LinesBeforeHeader,
        /// A column whose name means nothing.
        "table-column-ignored" => ColumnIgnored {
            /// The name.
            name: String,
        },
        /// No column says which period the figures belong to.
        "table-without-period" => NoPeriodColumn,
        /// Some numbers have a decimal comma and some a decimal point.
        "table-mixed-numbers" => MixedNumbers {
            /// A line with the other mark, counted from 1.
            other_line: usize,
        },
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
        /// A row that names no goal.
        "row-without-goal" => NoGoal,
        /// A goal that the contract does not have.
        "row-unknown-goal" => UnknownGoal {
            /// What the row says.
            found: String,
            /// What it probably means.
            suggestion: Option<String>,
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

/// Which columns a header lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingColumn {
    /// The one for goals.
    Goal,
    /// The one for results.
    Result,
    /// Both.
    Both,
}
