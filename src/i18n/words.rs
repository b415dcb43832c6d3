//! What is said to people, in one language.

use super::Lang;

/// A text that stands in both languages.
pub trait Text: Copy {
    /// Its wording in this language.
    fn in_language(self, lang: Lang) -> &'static str;
}

/// The words of one language: every text, number and date that a person reads is a method.
///
/// ```
/// use resultatkontrakt::domain::number::Decimal;
/// use resultatkontrakt::i18n::Words;
/// use resultatkontrakt::i18n::text::ReportText;
///
/// assert_eq!(Words::DANISH.text(ReportText::Goal), "Mål");
/// assert_eq!(Words::ENGLISH.number(Decimal::new(26_210_5, 1)), "26,210.5");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Words {
    /// The language, for what is no text: files, the page's attribute, what is read.
    pub lang: Lang,
}

impl Words {
    /// Danish, the default.
    pub const DANISH: Self = Self { lang: Lang::Da };

    /// English.
    pub const ENGLISH: Self = Self { lang: Lang::En };

    /// A fixed text.
    pub fn text(self, text: impl Text) -> &'static str {
        text.in_language(self.lang)
    }

    /// One wording or the other.
    pub(crate) fn pick<T>(self, da: T, en: T) -> T {
        match self.lang {
            Lang::Da => da,
            Lang::En => en,
        }
    }
}

impl Lang {
    /// What is said in this language.
    pub fn words(self) -> Words {
        Words { lang: self }
    }
}
