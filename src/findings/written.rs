//! How the fields of a finding are written within its texts: their type says how.

use std::borrow::Cow;
use std::fmt;

use crate::domain::contract::DateRange;
use crate::domain::date::{Date, Period};
use crate::domain::number::{Decimal, Points};
use crate::i18n::Lang;
use crate::i18n::date::{format_date, format_period};
use crate::i18n::number::{format_count, format_number};
use crate::i18n::short::cut;
use crate::i18n::text::pick;

/// What can stand within a text.
pub(super) trait Written {
    /// How it is written in this language.
    fn written(&self, lang: Lang) -> Cow<'_, str>;
}

/// A field of a finding, and the language that it is written in.
#[derive(Clone, Copy)]
pub(super) struct In<'f, T>(pub(super) &'f T, pub(super) Lang);

impl<T: Written> fmt::Display for In<'_, T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.written(self.1))
    }
}

/// A line of the file, counted from 1 and written as editors write it: `1003`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineNumber(pub usize);

impl Written for LineNumber {
    fn written(&self, _: Lang) -> Cow<'_, str> {
        self.0.to_string().into()
    }
}

/// The most letters of a text that is quoted from a file.
const QUOTED: usize = 200;

impl Written for String {
    fn written(&self, _: Lang) -> Cow<'_, str> {
        cut(self, QUOTED)
    }
}

impl Written for &'static str {
    fn written(&self, _: Lang) -> Cow<'_, str> {
        (*self).into()
    }
}

/// The place in the document, as it ends a sentence: ` (Tabel 2)`.
impl Written for Option<String> {
    fn written(&self, _: Lang) -> Cow<'_, str> {
        self.as_ref().map(|place| format!(" ({})", cut(place, QUOTED))).unwrap_or_default().into()
    }
}

/// Quoted words in a row: `»a«, »b« og »c«`.
impl Written for Vec<String> {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        listed(self, pick(lang, "og", "and"), lang).into()
    }
}

/// Words of the format, of which one can stand: `»a«, »b« eller »c«`.
impl Written for Vec<&'static str> {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        listed(self, pick(lang, "eller", "or"), lang).into()
    }
}

impl Written for Decimal {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        format_number(*self, lang).into()
    }
}

impl Written for Points {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        format_number(self.0, lang).into()
    }
}

impl Written for usize {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        format_count(*self, lang).into()
    }
}

impl Written for u32 {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        format_number(Decimal::from(*self), lang).into()
    }
}

impl Written for i64 {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        format_number(Decimal::from(*self), lang).into()
    }
}

/// A year.
impl Written for i32 {
    fn written(&self, _: Lang) -> Cow<'_, str> {
        self.to_string().into()
    }
}

impl Written for Date {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        format_date(*self, lang).into()
    }
}

impl Written for DateRange {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        format!("{}–{}", format_date(self.from, lang), format_date(self.to, lang)).into()
    }
}

impl Written for Period {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        format_period(*self, lang).into()
    }
}

impl Written for (Period, Period) {
    fn written(&self, lang: Lang) -> Cow<'_, str> {
        format!("{}–{}", format_period(self.0, lang), format_period(self.1, lang)).into()
    }
}

/// Something quoted from a file, in the quotation marks of the language.
pub(super) fn quoted(text: &str, lang: Lang) -> String {
    let text = &*cut(text, QUOTED);
    pick(lang, ["»", text, "«"], ["“", text, "”"]).concat()
}

/// Quoted words in a row, with this word before the last.
fn listed(words: &[impl AsRef<str>], last: &str, lang: Lang) -> String {
    let mut quotes: Vec<String> = words.iter().map(|word| quoted(word.as_ref(), lang)).collect();
    match quotes.pop() {
        Some(word) if quotes.is_empty() => word,
        Some(word) => format!("{} {last} {word}", quotes.join(", ")),
        None => String::new(),
    }
}

/// The question whether another word was meant.
pub(super) fn did_you_mean(suggestion: &str, lang: Lang) -> String {
    format!("{} {}?", pick(lang, "Mente du", "Did you mean"), quoted(suggestion, lang))
}
