//! What keeps a file from being read as JSON at all.

use super::codes;

codes! {
    /// The file is no JSON text that can be read.
    SyntaxFault {
        /// Larger than any contract.
        "file-too-large" => FileTooLarge {
            /// Its size in bytes.
            bytes: usize,
            /// The largest that is read, in bytes.
            limit: usize,
        },
        /// Nothing but white space.
        "file-empty" => Empty,
        /// Saved as UTF-16.
        "utf-16" => Utf16,
        /// Bytes that are no UTF-8.
        "not-utf-8" => NotUtf8,
        /// No JSON.
        "not-json" => NotJson {
            /// What is in the way.
            problem: SyntaxProblem,
        },
        /// The text ends before its last bracket is closed.
        "truncated" => Truncated {
            /// The line of the bracket or quotation mark that is still open, counted from 1.
            opened_on: usize,
        },
        /// Lists and objects nested too deeply.
        "too-deep" => TooDeep {
            /// The deepest that is read.
            limit: usize,
        },
        /// Too many goals.
        "too-many-goals" => TooManyGoals {
            /// The most that are read.
            limit: usize,
        },
        /// Too many values of any kind.
        "too-many-values" => TooManyValues {
            /// The most that are read.
            limit: usize,
        },
        /// A key that stands twice in one object.
        "duplicate-key" => DuplicateKey {
            /// The key.
            key: String,
            /// The line where it stands first, counted from 1.
            first_line: usize,
        },
        /// There is more than is listed.
        "too-many-findings" => TooManyFindings {
            /// How many are not listed.
            more: usize,
        },
    }
}

/// What is in the way of reading a text as JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SyntaxProblem {
    /// A comma before a closing bracket.
    TrailingComma,
    /// A comma is missing before this.
    MissingComma,
    /// A comment.
    Comment,
    /// A colon is missing after a key.
    MissingColon,
    /// A value is missing.
    MissingValue,
    /// A key without quotation marks.
    UnquotedKey,
    /// Single quotation marks.
    SingleQuotes,
    /// A word that is no value.
    Word,
    /// `NaN` or `Infinity`.
    NotFinite,
    /// A number that JSON does not have, such as `+1`, `.5`, `0x1F` or `01`.
    NumberForm,
    /// A line break or another control character within quotation marks.
    ControlCharacter,
    /// A backslash before something that it does not go with.
    Escape,
    /// White space that JSON does not have.
    Space,
    /// Text after the end.
    AfterEnd,
    /// A character that belongs to nothing.
    Unexpected,
}
