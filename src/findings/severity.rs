//! How bad a finding is.

use crate::i18n::{Lang, Text, Words};

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth a look.
    Note,
    /// A contradiction, or something missing.
    Warning,
    /// Cannot be read or cannot be scored.
    Error,
}

impl Text for Severity {
    fn in_language(self, lang: Lang) -> &'static str {
        let (danish, english) = match self {
            Self::Note => ("bemærkning", "note"),
            Self::Warning => ("advarsel", "warning"),
            Self::Error => ("fejl", "error"),
        };
        lang.words().pick(danish, english)
    }
}

impl Severity {
    /// The word that the command prints: `note`, `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// `11 advarsler`.
    pub fn counted(self, count: usize, words: Words) -> String {
        let word = match self {
            _ if count == 1 => words.text(self),
            Self::Note => words.pick("bemærkninger", "notes"),
            Self::Warning => words.pick("advarsler", "warnings"),
            Self::Error => words.pick("fejl", "errors"),
        };
        format!("{} {word}", words.count(count))
    }
}
