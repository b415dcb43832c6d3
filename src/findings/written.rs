//! How the fields of a finding are written within its texts: their type says how.

use std::borrow::Cow;
use std::fmt;

use crate::domain::contract::DateRange;
use crate::domain::date::{Date, Period};
use crate::domain::number::{Decimal, Kroner, Points};
use crate::i18n::Words;
use crate::i18n::short::cut;

/// What can stand within a text.
pub(super) trait Written {
    /// How it is written in this language.
    fn written(&self, words: Words) -> Cow<'_, str>;
}

/// A field of a finding, and the language that it is written in.
#[derive(Clone, Copy)]
pub(super) struct In<'f, T>(pub(super) &'f T, pub(super) Words);

impl<T: Written> fmt::Display for In<'_, T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0.written(self.1))
    }
}

/// A line of the file, counted from 1 and written as editors write it: `1003`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineNumber(pub usize);

impl Written for LineNumber {
    fn written(&self, _: Words) -> Cow<'_, str> {
        self.0.to_string().into()
    }
}

/// The most letters of a text that is quoted from a file.
const QUOTED: usize = 200;

impl Written for String {
    fn written(&self, _: Words) -> Cow<'_, str> {
        cut(self, QUOTED)
    }
}

impl Written for &'static str {
    fn written(&self, _: Words) -> Cow<'_, str> {
        (*self).into()
    }
}

/// The place in the document, as it ends a sentence: ` (Tabel 2)`.
impl Written for Option<String> {
    fn written(&self, _: Words) -> Cow<'_, str> {
        self.as_ref().map(|place| format!(" ({})", cut(place, QUOTED))).unwrap_or_default().into()
    }
}

/// Quoted words in a row: `»a«, »b« og »c«`.
impl Written for Vec<String> {
    fn written(&self, words: Words) -> Cow<'_, str> {
        listed(self, words.pick("og", "and"), words).into()
    }
}

/// Words of the format, of which one can stand: `»a«, »b« eller »c«`.
impl Written for Vec<&'static str> {
    fn written(&self, words: Words) -> Cow<'_, str> {
        listed(self, words.pick("eller", "or"), words).into()
    }
}

impl Written for Decimal {
    fn written(&self, words: Words) -> Cow<'_, str> {
        words.number(*self).into()
    }
}

impl Written for Points {
    fn written(&self, words: Words) -> Cow<'_, str> {
        words.number(self.0).into()
    }
}

impl Written for Kroner {
    fn written(&self, words: Words) -> Cow<'_, str> {
        words.kroner(*self).into()
    }
}

impl Written for usize {
    fn written(&self, words: Words) -> Cow<'_, str> {
        words.count(*self).into()
    }
}

impl Written for u32 {
    fn written(&self, words: Words) -> Cow<'_, str> {
        words.number(Decimal::from(*self)).into()
    }
}

impl Written for i64 {
    fn written(&self, words: Words) -> Cow<'_, str> {
        words.number(Decimal::from(*self)).into()
    }
}

/// A year.
impl Written for i32 {
    fn written(&self, _: Words) -> Cow<'_, str> {
        self.to_string().into()
    }
}

impl Written for Date {
    fn written(&self, words: Words) -> Cow<'_, str> {
        words.date(*self).into()
    }
}

impl Written for DateRange {
    fn written(&self, words: Words) -> Cow<'_, str> {
        format!("{}–{}", words.date(self.from), words.date(self.to)).into()
    }
}

impl Written for Period {
    fn written(&self, words: Words) -> Cow<'_, str> {
        words.period(*self).into()
    }
}

impl Written for (Period, Period) {
    fn written(&self, words: Words) -> Cow<'_, str> {
        format!("{}–{}", words.period(self.0), words.period(self.1)).into()
    }
}

/// Something quoted from a file, in the quotation marks of the language.
pub(super) fn quoted(text: &str, words: Words) -> String {
    let text = &*cut(text, QUOTED);
    words.pick(["»", text, "«"], ["“", text, "”"]).concat()
}

/// Quoted words in a row, with this word before the last.
fn listed(names: &[impl AsRef<str>], last: &str, words: Words) -> String {
    let mut quotes: Vec<String> = names.iter().map(|word| quoted(word.as_ref(), words)).collect();
    match quotes.pop() {
        Some(word) if quotes.is_empty() => word,
        Some(word) => format!("{} {last} {word}", quotes.join(", ")),
        None => String::new(),
    }
}

/// The question whether another word was meant.
pub(super) fn did_you_mean(suggestion: &str, words: Words) -> String {
    format!("{} {}?", words.pick("Mente du", "Did you mean"), quoted(suggestion, words))
}
