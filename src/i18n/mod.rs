//! Danish and English: every text that a person reads, and how numbers and dates are written.

pub mod assumption;
pub mod changes;
pub mod date;
pub mod day;
pub mod number;
pub mod period;
pub mod pot;
pub mod printable;
pub mod requirement;
pub mod short;
pub mod status;
pub mod step;
pub mod target;
pub mod text;
pub mod unseen;
pub mod words;

pub use words::{Text, Words};

/// The language of the page and of the command's output.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Danish, the default.
    #[default]
    Da,
    /// English.
    En,
}

impl Lang {
    /// The language's code: `da` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Da => "da",
            Self::En => "en",
        }
    }

    /// The language for somebody whose browser asks for these, such as `en-GB`: Danish wherever it is among them.
    ///
    /// ```
    /// use resultatkontrakt::i18n::Lang;
    ///
    /// let browser = ["en-GB".to_owned(), "da".to_owned()];
    /// assert_eq!(Lang::preferred(&browser), Lang::Da);
    /// ```
    pub fn preferred(tags: &[String]) -> Self {
        let is_danish =
            |tag: &String| tag.split('-').next().is_some_and(|code| code.eq_ignore_ascii_case("da"));
        if tags.is_empty() || tags.iter().any(is_danish) { Self::Da } else { Self::En }
    }

    /// The language with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "da" => Some(Self::Da),
            "en" => Some(Self::En),
            _ => None,
        }
    }
}
