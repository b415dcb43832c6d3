//! What is wrong with a table of measured results as a whole.

use super::codes;

codes! {
    /// A table of measured results cannot be used as it is, or not all of it.
    TableFault {
        /// Larger than any table that is read.
        "table-too-large" => TooLarge {
            /// Its size in bytes.
            bytes: usize,
            /// The largest that is read, in bytes.
            limit: usize,
        },
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
