//! Says why a text is no JSON. `serde_json` tells where it stops and what it wanted; what stands there tells apart
//! the mistakes that people make.

use std::ops::Range;

use serde::de::IgnoredAny;
use serde_json::Error;

use crate::findings::{LineNumber, SyntaxFault, SyntaxProblem};

/// What is in the way, and where, in bytes of the text.
#[derive(Debug, PartialEq)]
pub(crate) struct Refusal {
    pub(crate) fault: SyntaxFault,
    pub(crate) range: Range<usize>,
}

impl Refusal {
    pub(super) fn new(fault: SyntaxFault, range: Range<usize>) -> Self {
        Self { fault, range }
    }

    fn not_json(problem: SyntaxProblem, range: Range<usize>) -> Self {
        Self::new(SyntaxFault::NotJson { problem }, range)
    }
}

/// Where a text is no JSON.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stop {
    /// The byte that cannot stand there, or the quotation mark before the text that it stands in.
    pub(super) at: usize,
    /// The last bracket or quotation mark that is still open.
    pub(super) open_since: Option<usize>,
}

/// What is no text that is read.
#[derive(Debug)]
pub(in crate::format) struct Stopped {
    /// The limit that it goes beyond.
    pub(super) beyond: Option<Refusal>,
    pub(super) stop: Stop,
}

impl Stopped {
    /// Why not. To say it takes more code than to read.
    pub(in crate::format) fn why(self, text: &str) -> Refusal {
        self.beyond.unwrap_or_else(|| refuse(text, self.stop))
    }
}

/// Says why a text is no JSON that stops being it there.
fn refuse(text: &str, stop: Stop) -> Refusal {
    let (start, error) = match error_between_quotes(text, stop.at) {
        Some(error) => (stop.at, error),
        None => match serde_json::from_str::<IgnoredAny>(text) {
            Err(error) => (0, error),
            Ok(_) => return Refusal::not_json(SyntaxProblem::Unexpected, stop.at..stop.at + 1),
        },
    };
    let at = text.floor_char_boundary(start + offset(text, start, &error));
    let mistake = Mistake { text, at, wanted: Wanted::from_error(&error) };
    let end = text.trim_end().len();
    match stop.open_since {
        _ if !mistake.is_at_end() => {}
        Some(open) => {
            let opened_on = 1 + text.bytes().take(open).filter(|byte| *byte == b'\n').count();
            return Refusal::new(SyntaxFault::Truncated { opened_on: LineNumber(opened_on) }, end..end);
        }
        None if end == 0 => return Refusal::new(SyntaxFault::Empty, 0..0),
        None => {}
    }
    let (problem, range) = mistake.named();
    Refusal::not_json(problem, range)
}

/// What is wrong between the quotation marks that begin here. Where `serde_json` only passes over a text, it takes
/// any half of a character that is written as two.
fn error_between_quotes(text: &str, at: usize) -> Option<Error> {
    let rest = text.get(at..).filter(|rest| rest.starts_with('"'))?;
    serde_json::Deserializer::from_str(rest).into_iter::<String>().next()?.err()
}

/// The byte that an error speaks of, behind `start`. Its column counts the bytes up to and with that one.
fn offset(text: &str, start: usize, error: &Error) -> usize {
    let rest = text.get(start..).unwrap_or_default();
    let lines = rest.split_inclusive('\n').take(error.line().saturating_sub(1));
    (lines.map(str::len).sum::<usize>() + error.column()).saturating_sub(1)
}

/// What `serde_json` wanted where it stopped.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    More,
    Value,
    Word,
    Digit,
    Key,
    Colon,
    /// A comma between items, or the end of their list.
    Comma,
    /// A comma between keys, or the end of their object.
    CommaOfObject,
    End,
    Escape,
    NoControl,
}

impl Wanted {
    /// `serde_json` tells them apart in words alone.
    fn from_error(error: &Error) -> Self {
        const SAID: &[(&str, Wanted)] = &[
            ("expected value", Wanted::Value),
            ("expected ident", Wanted::Word),
            ("invalid number", Wanted::Digit),
            ("key must be a string", Wanted::Key),
            ("expected `:`", Wanted::Colon),
            ("expected `,` or `}`", Wanted::CommaOfObject),
            ("expected `,`", Wanted::Comma),
            ("trailing characters", Wanted::End),
            ("control character", Wanted::NoControl),
            ("EOF", Wanted::More),
        ];
        let said = error.to_string();
        SAID.iter().find(|(start, _)| said.starts_with(start)).map_or(Wanted::Escape, |(_, wanted)| *wanted)
    }
}

/// What people write for `true`, `false` and `null`.
const TRUTHS: [&str; 10] = ["true", "false", "null", "none", "ja", "nej", "yes", "no", "sand", "falsk"];

/// What `serde_json` has against a text.
struct Mistake<'t> {
    text: &'t str,
    /// The byte that it stopped at.
    at: usize,
    wanted: Wanted,
}

impl Mistake<'_> {
    /// Whether the text stops before it is complete.
    fn is_at_end(&self) -> bool {
        let behind = || self.text.get(self.word().end..).unwrap_or_default();
        self.wanted == Wanted::More || self.wanted == Wanted::Digit && behind().trim().is_empty()
    }

    /// What people call it, and the bytes that it is about.
    fn named(&self) -> (SyntaxProblem, Range<usize>) {
        use SyntaxProblem as Problem;
        let (before, behind) = self.text.split_at_checked(self.at).unwrap_or((self.text, ""));
        let letter = behind.chars().next().unwrap_or_default();
        let here = self.at..self.at + letter.len_utf8();
        let last = before.trim_end().len();
        match (self.wanted, letter) {
            (Wanted::NoControl, _) => (Problem::ControlCharacter, here),
            (Wanted::Escape, _) => (Problem::Escape, before.rfind('\\').unwrap_or(self.at)..here.end),
            (_, '/' | '#') => (Problem::Comment, here),
            (_, '\'' | '“' | '”' | '„' | '»' | '«' | '‘' | '’') => (Problem::OtherQuotes, here),
            (_, letter) if letter.is_whitespace() || letter.is_control() => (Problem::Space, here),
            (_, ']' | '}') if before.trim_end().ends_with(',') => (Problem::TrailingComma, last - 1..last),
            (Wanted::Value, ',' | '}') | (Wanted::Key, ',') => (Problem::MissingValue, here),
            (Wanted::Colon, _) => (Problem::MissingColon, here),
            (Wanted::Key, '0'..='9') if follows_decimal_comma(before) => {
                let start = before.trim_end_matches(|part| is_in_word(part) || part == ',').len();
                (Problem::DecimalComma, start..self.word().end)
            }
            (Wanted::Key, _) if is_in_word(letter) => (Problem::UnquotedKey, self.word()),
            (Wanted::Value | Wanted::Word | Wanted::Digit, _) if !self.word().is_empty() => {
                self.named_by_word()
            }
            // What stands so close behind a value is a part of it: of `0x1F` the 0 alone is one.
            (Wanted::Comma | Wanted::CommaOfObject | Wanted::End, _)
                if is_in_word(letter) && before.ends_with(is_in_word) =>
            {
                self.named_by_word()
            }
            (Wanted::Comma | Wanted::CommaOfObject, _) if self.is_behind_number(before, letter) => {
                (Problem::BehindNumber, if is_in_word(letter) { self.word() } else { here })
            }
            (Wanted::Comma | Wanted::CommaOfObject, ']' | '}') => (Problem::OtherBracket, here),
            (Wanted::Comma | Wanted::CommaOfObject, letter)
                if matches!(letter, '"' | '[' | '{' | ';') || is_in_word(letter) =>
            {
                (Problem::MissingComma, if last == self.at { here } else { last..last + 1 })
            }
            (Wanted::End, _) => (Problem::AfterEnd, here),
            _ => (Problem::Unexpected, here),
        }
    }

    /// Whether a letter belongs to the number before it, on the same line. Of a list the next number may be an item.
    fn is_behind_number(&self, before: &str, letter: char) -> bool {
        let number = before.trim_end_matches([' ', '\t']);
        let start = number.trim_end_matches(is_in_word).len();
        let is_number =
            number.get(start..).is_some_and(|word| word.ends_with(|last: char| last.is_ascii_digit()));
        let is_quoted = || number.get(..start).is_some_and(|rest| rest.ends_with('"'));
        let may_be_next = self.wanted == Wanted::Comma && (letter.is_ascii_digit() || letter == '-');
        let belongs = is_in_word(letter) || matches!(letter, '%' | '‰' | '€');
        is_number && !is_quoted() && belongs && !may_be_next
    }

    /// A word or a number that JSON does not have.
    fn named_by_word(&self) -> (SyntaxProblem, Range<usize>) {
        let range = self.word();
        let word = self.text.get(range.clone()).unwrap_or_default();
        let unsigned = word.strip_prefix('-').unwrap_or(word);
        let problem = match unsigned {
            "NaN" | "Infinity" => SyntaxProblem::NotFinite,
            _ if TRUTHS.iter().any(|truth| truth.eq_ignore_ascii_case(word)) => SyntaxProblem::Truth,
            // So is a day: `2009-06-30`.
            _ if word.starts_with(char::is_alphabetic) || unsigned.contains('-') => SyntaxProblem::Word,
            _ => SyntaxProblem::NumberForm,
        };
        (problem, range)
    }

    /// The letters and digits around the byte, and what numbers have besides.
    fn word(&self) -> Range<usize> {
        let (before, behind) = self.text.split_at_checked(self.at).unwrap_or((self.text, ""));
        let start = before.trim_end_matches(is_in_word).len();
        start..self.text.len() - behind.trim_start_matches(is_in_word).len()
    }
}

/// Whether a text ends with a digit and a comma right behind it.
fn follows_decimal_comma(before: &str) -> bool {
    before.strip_suffix(',').is_some_and(|number| number.ends_with(|letter: char| letter.is_ascii_digit()))
}

fn is_in_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '+' | '-' | '.' | '_' | '$')
}
