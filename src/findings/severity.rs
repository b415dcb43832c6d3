//! How bad a finding is.

use crate::i18n::Lang;
use crate::i18n::number::format_count;
use crate::i18n::text::pick;

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

impl Severity {
    /// The word that the command prints: `note`, `warning` or `error`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The word that a person reads.
    pub fn text(self, lang: Lang) -> &'static str {
        match self {
            Self::Note => pick(lang, "bemærkning", "note"),
            Self::Warning => pick(lang, "advarsel", "warning"),
            Self::Error => pick(lang, "fejl", "error"),
        }
    }

    /// `11 advarsler`.
    pub fn counted(self, count: usize, lang: Lang) -> String {
        let word = match self {
            _ if count == 1 => self.text(lang),
            Self::Note => pick(lang, "bemærkninger", "notes"),
            Self::Warning => pick(lang, "advarsler", "warnings"),
            Self::Error => pick(lang, "fejl", "errors"),
        };
        format!("{} {word}", format_count(count, lang))
    }
}
