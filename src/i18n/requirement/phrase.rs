//! A text as words, each with its place: what stands at a word, such as a number or a period.

use std::cell::Cell;
use std::ops::Range;

use super::Known;
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::i18n::Lang;
use crate::i18n::number::{NumberProblem, parse_number_by};
use crate::i18n::period::parse_period_text;
use crate::small::small_letter;

/// What the mark of a number that could be two is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// It is not known.
    Open,
    /// It stands between groups of three digits.
    Group,
    /// It stands before the decimals.
    Decimal,
}

/// A text taken apart into words.
#[derive(Debug)]
pub(super) struct Phrase {
    text: String,
    tokens: Vec<Token>,
    lang: Lang,
    pub(super) known: Known,
    marks: Marks,
    /// The language whose marks the numbers have. A text in the other language leaves that open.
    convention: Option<Lang>,
    ambiguous: Cell<bool>,
}

#[derive(Debug)]
struct Token {
    range: Range<usize>,
    /// In small letters, without the signs around it.
    word: String,
}

/// A number at a word.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NumberAt {
    pub(super) value: Decimal,
    /// The word behind it.
    pub(super) next: usize,
    /// A sign written close to it, such as `%`.
    pub(super) attached: Option<String>,
}

/// Signs that stand around words and say nothing.
const AROUND: &[char] =
    &['.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '\'', '»', '«', '”', '“', '„', '’', '*', '•'];
/// Signs that are words of their own.
const SIGNS: &[char] = &['≤', '≥', '<', '>', '=', '±'];
const DASHES: &[char] = &['-', '\u{2013}', '\u{2212}'];
/// Years that a contract can be about; four other digits are a number.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2200;
/// Words that only one of the languages has, by which a text shows its own.
const DANISH: &[&str] = &[
    "højst",
    "mindst",
    "mellem",
    "senest",
    "inden",
    "og",
    "til",
    "skal",
    "ikke",
    "tallet",
    "udgangspunktet",
];
const ENGLISH: &[&str] =
    &["at", "most", "least", "between", "and", "the", "than", "no", "below", "above", "to"];
/// Numbers in words, from 2.
const NUMERALS: [[&str; 2]; 11] = [
    ["to", "two"],
    ["tre", "three"],
    ["fire", "four"],
    ["fem", "five"],
    ["seks", "six"],
    ["syv", "seven"],
    ["otte", "eight"],
    ["ni", "nine"],
    ["ti", "ten"],
    ["elleve", "eleven"],
    ["tolv", "twelve"],
];

impl Phrase {
    pub(super) fn new(text: &str, lang: Lang, known: Known) -> Self {
        let mut spaced = String::with_capacity(text.len() + 8);
        for sign in text.replace("<=", "≤").replace(">=", "≥").replace("+/-", "±").chars() {
            if SIGNS.contains(&sign) {
                spaced.extend([' ', sign, ' ']);
            } else {
                spaced.push(sign);
            }
        }
        let words = spaced.split_whitespace().map(without_footnote).filter(|word| !word.is_empty());
        let mut phrase = Self {
            text: String::with_capacity(spaced.len()),
            tokens: Vec::new(),
            lang,
            known,
            marks: Marks::Open,
            convention: None,
            ambiguous: Cell::new(false),
        };
        for word in words {
            if !phrase.text.is_empty() {
                phrase.text.push(' ');
            }
            let start = phrase.text.len();
            phrase.text.push_str(word);
            let plain = word.trim_matches(AROUND).chars().map(small_letter).collect();
            phrase.tokens.push(Token { range: start..phrase.text.len(), word: plain });
        }
        phrase.convention = phrase.shown_convention();
        phrase
    }

    /// The same, with the marks of its numbers taken in one way.
    pub(super) fn marked(self, marks: Marks) -> Self {
        Self { marks, ..self }
    }

    /// Another text, read in the same way.
    pub(super) fn like(&self, text: &str) -> Self {
        Self::new(text, self.lang, self.known).marked(self.marks)
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether there is nothing but dashes and signs.
    pub(super) fn says_nothing(&self) -> bool {
        self.tokens.iter().all(|token| token.word.chars().all(|sign| DASHES.contains(&sign)))
    }

    /// Whether a number was met that could be two.
    pub(super) fn is_ambiguous(&self) -> bool {
        self.ambiguous.get()
    }

    /// The word at a place, in small letters; empty behind the end.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.word)
    }

    /// The word at a place as it is written, with the signs around it.
    pub(super) fn written(&self, at: usize) -> &str {
        self.tokens.get(at).and_then(|token| self.text.get(token.range.clone())).unwrap_or_default()
    }

    /// The words from a place up to another, as they are written.
    pub(super) fn between(&self, from: usize, to: usize) -> &str {
        let start = self.tokens.get(from).map(|token| token.range.start);
        let end = to.checked_sub(1).and_then(|last| self.tokens.get(last)).map(|token| token.range.end);
        start.zip(end).and_then(|(start, end)| self.text.get(start..end)).unwrap_or_default()
    }

    /// The place behind a phrase, where it stands at this place.
    pub(super) fn after(&self, at: usize, phrase: &str) -> Option<usize> {
        phrase.split(' ').try_fold(at, |place, word| (self.word(place) == word).then_some(place + 1))
    }

    /// The place behind the longest of these phrases that stands at this place.
    pub(super) fn after_any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().filter_map(|phrase| self.after(at, phrase)).max()
    }

    /// Whether the word at a place is one of these.
    pub(super) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        words.contains(&self.word(at))
    }

    /// Whether a clause ends with the word at this place.
    pub(super) fn ends_clause(&self, at: usize) -> bool {
        let written = self.written(at);
        written.ends_with([',', ';', ':', ')']) || self.ends_sentence(at)
    }

    /// Whether a sentence ends with the word at this place: a full stop behind a word that is no ordinal and no
    /// abbreviation, before a capital or the end.
    pub(super) fn ends_sentence(&self, at: usize) -> bool {
        let is_short =
            self.word(at).chars().count() <= 4 && !self.word(at).contains(|sign: char| sign.is_ascii_digit());
        let goes_on = self.written(at + 1).chars().next().is_some_and(|first| small_letter(first) == first);
        self.written(at).ends_with('.') && !goes_on && !(is_short && at + 1 < self.len())
    }

    /// The period at a place, and the place behind it.
    pub(super) fn period_at(&self, at: usize) -> Option<(Period, usize)> {
        let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
        let most = if is_year(self.word(at)) { 1 } else { 4 };
        (1..=most).rev().find_map(|count| {
            let ends = self.word(at + count - 1).ends_with(|last: char| last.is_ascii_digit());
            if !ends || self.is_any(at, &["i", "in", "of"]) {
                return None;
            }
            let text = self.joined(at, count).filter(|text| !text.contains(','))?;
            let period = parse_period_text(&text).filter(|period| YEARS.contains(&period.year()))?;
            Some((period, at + count))
        })
    }

    /// The period at a place that lacks its year, in the year that is known. Where none is, it is in some year, and
    /// [`Phrase::knows_year`] says that it is none to go by.
    pub(super) fn period_without_year_at(&self, at: usize) -> Option<(Period, usize)> {
        // With a 29 February.
        const SOME_YEAR: i32 = 2000;
        let year = self.known.year.unwrap_or(SOME_YEAR);
        (1..=3).rev().find_map(|count| {
            let text = self.joined(at, count)?;
            let is_whole = text.contains(['.', '/']) || text.chars().any(char::is_alphabetic);
            let period = parse_period_text(&format!("{text} {year}")).filter(|_| is_whole)?;
            (period != Period::Year(year)).then_some((period, at + count))
        })
    }

    /// Whether the year is known that a day without one belongs to.
    pub(super) fn knows_year(&self) -> bool {
        self.known.year.is_some()
    }

    /// So many words from a place on, without the signs around them.
    fn joined(&self, at: usize, count: usize) -> Option<String> {
        let tokens = self.tokens.get(at..at + count)?;
        let words: Vec<&str> = tokens.iter().map(|token| token.word.as_str()).collect();
        (!words.iter().any(|word| word.is_empty())).then(|| words.join(" "))
    }

    /// The number at a place, in figures or in words.
    pub(super) fn number_at(&self, at: usize) -> Option<NumberAt> {
        let written = self.written(at).trim_start_matches('(').trim_end_matches([';', ':', ')']);
        let digits = written.trim_start_matches(DASHES).trim_start_matches('+');
        if !digits.starts_with(|first: char| first.is_ascii_digit() || first == ',')
            || digits.len() < written.len().saturating_sub(3)
        {
            return self.numeral_at(at);
        }
        let body =
            digits.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign == '.' || sign == ',');
        let number = written.strip_suffix(body).unwrap_or(written);
        if !matches!(body, "" | "%" | "%," | "%." | "‰" | "-" | ",-") {
            return None;
        }
        let (mut text, mut next) = (number.trim_end_matches(['.', ',']).to_owned(), at + 1);
        let is_plain = |text: &str| text.len() <= 3 && text.bytes().all(|byte| byte.is_ascii_digit());
        if body.is_empty() && is_plain(text.trim_start_matches(DASHES)) {
            while self.is_group(next) {
                text = format!("{text} {}", self.written(next).trim_end_matches(['.', ',', ';', ')']));
                next += 1;
            }
        }
        let value = self.value(&text)?;
        let attached = body.trim_end_matches([',', '.', '-']);
        Some(NumberAt { value, next, attached: (!attached.is_empty()).then(|| attached.to_owned()) })
    }

    /// Whether three digits stand at a place, as a group of a number: `1 234 567,5`.
    fn is_group(&self, at: usize) -> bool {
        let word = self.word(at);
        let (whole, decimals) = word.split_once(self.lang.decimal_mark()).unwrap_or((word, "0"));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        whole.len() == 3 && are_digits(whole) && are_digits(decimals)
    }

    fn numeral_at(&self, at: usize) -> Option<NumberAt> {
        let word = self.word(at);
        let of = usize::from(self.lang == Lang::En);
        let place = NUMERALS.iter().position(|both| both.get(of).is_some_and(|numeral| *numeral == word))?;
        Some(NumberAt { value: (place + 2).into(), next: at + 1, attached: None })
    }

    /// The value of a number. One that could be two is noted, and taken as the marks say.
    pub(super) fn value(&self, text: &str) -> Option<Decimal> {
        match parse_number_by(text, self.convention, self.known.expected) {
            Ok(value) => Some(value),
            Err(NumberProblem::Ambiguous { grouped, decimal }) => {
                self.ambiguous.set(true);
                Some(if self.marks == Marks::Decimal { decimal } else { grouped })
            }
            Err(_) => None,
        }
    }

    fn shown_convention(&self) -> Option<Lang> {
        let count = |words: &[&str]| self.tokens.iter().filter(|token| words.contains(&&*token.word)).count();
        let (danish, english) = (count(DANISH), count(ENGLISH));
        let is_foreign = if self.lang == Lang::Da { english > danish } else { danish > english };
        (!is_foreign).then_some(self.lang)
    }
}

/// A word without the number of a footnote behind it; `m²` has none.
fn without_footnote(word: &str) -> &str {
    let is_raised = |sign: char| matches!(sign, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹');
    let bare = word.trim_end_matches(is_raised);
    let is_note = !bare.ends_with(|last: char| last.is_alphabetic());
    if bare.is_empty() || is_note { bare } else { word }
}
