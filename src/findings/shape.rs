//! What keeps a JSON text from being a contract or an assessment.

use super::codes;
use crate::domain::number::Decimal;

codes! {
    /// The JSON text is not of the form that a contract or an assessment has.
    ShapeFault {
        /// The file does not say that it is one of ours.
        "unknown-format" => UnknownFormat {
            /// What it says instead.
            found: Option<String>,
        },
        /// Written by a newer version of the page.
        "newer-version" => NewerVersion {
            /// The file's version.
            found: String,
            /// The newest that is known.
            known: u32,
        },
        /// A version that never was, or one from before the oldest that is read.
        "unknown-version" => UnknownVersion {
            /// The file's version.
            found: String,
            /// The newest that is known.
            known: u32,
        },
        /// Something that has to be there is not.
        "missing-key" => Missing {
            /// Its key.
            key: &'static str,
        },
        /// A key that means nothing here.
        "unknown-key" => UnknownKey {
            /// The key.
            key: String,
            /// The key that was probably meant.
            suggestion: Option<&'static str>,
        },
        /// A text where a number belongs, or the like.
        "wrong-type" => WrongType {
            /// What belongs here.
            wanted: JsonKind,
            /// What stands here.
            found: JsonKind,
        },
        /// A word that is none of those that can stand here.
        "unknown-word" => UnknownWord {
            /// The word.
            found: String,
            /// Those that can stand here.
            known: Vec<&'static str>,
            /// The one that was probably meant.
            suggestion: Option<&'static str>,
        },
        /// Two keys of which only one can stand.
        "conflicting-keys" => ConflictingKeys {
            /// The one.
            first: &'static str,
            /// The other, which the finding points at.
            second: &'static str,
        },
        /// An empty text where a name is needed.
        "empty-text" => EmptyText,
        /// A text that is no number.
        "not-a-number" => NotANumber {
            /// The text.
            found: String,
        },
        /// A number with more digits than can be worked with exactly.
        "number-too-long" => NumberTooLong {
            /// The number, as it is written.
            found: String,
        },
        /// A number outside the range that makes sense here, or with decimals where there are none.
        "number-out-of-range" => NumberOutOfRange {
            /// The number.
            found: Decimal,
            /// The lowest whole number.
            min: i64,
            /// The highest whole number.
            max: i64,
        },
        /// A text that is not written as a date.
        "not-a-date" => NotADate {
            /// The text.
            found: String,
        },
        /// A day that the calendar does not have.
        "no-such-date" => NoSuchDate {
            /// The text.
            found: String,
        },
        /// A text that is not written as a period.
        "not-a-period" => NotAPeriod {
            /// The text.
            found: String,
        },
    }
}

/// A kind of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonKind {
    /// `{…}`
    Object,
    /// `[…]`
    List,
    /// `"…"`
    Text,
    /// A number, written as one or as a text.
    Number,
    /// `true` or `false`
    Truth,
    /// `null`
    Null,
}
