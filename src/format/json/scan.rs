//! What is wrong with a text that was refused, before the parser that stops for it is asked: the limits of a
//! file, and what that parser lets pass though JSON does not have it.

use super::parse::{MAX_DEPTH, MAX_GOALS, MAX_VALUES, Refusal};
use crate::findings::{SyntaxFault, SyntaxProblem};

/// Whether every bracket and quotation mark is closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Balance {
    /// All are closed, or one is closed that was never open.
    Closed,
    /// The one that starts at this byte is not.
    OpenSince(usize),
}

/// A list or object that is still open.
struct Open {
    start: usize,
    /// How many goals there are so far, in a list of goals.
    goals: Option<usize>,
}

struct Scan<'t> {
    text: &'t str,
    bytes: &'t [u8],
    place: usize,
    open: Vec<Open>,
    values: usize,
    /// The last text between quotation marks; a key once a colon follows.
    last_text: &'t str,
    key: &'t str,
}

/// Reads the whole text once and refuses what is too deep, too many, or no JSON.
pub(super) fn scan(text: &str) -> Result<Balance, Refusal> {
    let bytes = text.as_bytes();
    Scan { text, bytes, place: 0, open: Vec::new(), values: 1, last_text: "", key: "" }.balance()
}

impl Scan<'_> {
    fn balance(&mut self) -> Result<Balance, Refusal> {
        while let Some(&byte) = self.bytes.get(self.place) {
            let start = self.place;
            self.place += 1;
            match byte {
                b'"' if self.skip_text()? => {}
                b'"' => return Ok(Balance::OpenSince(start)),
                b'[' | b'{' => self.enter(start, byte == b'[')?,
                b']' | b'}' if self.open.pop().is_some() => {}
                b']' | b'}' => return Ok(Balance::Closed),
                b',' => self.next_member(start)?,
                b':' => self.key = self.last_text,
                b'/' => return Err(Refusal::at(SyntaxProblem::Comment, start..start + 1)),
                b'\'' => return Err(Refusal::at(SyntaxProblem::SingleQuotes, start..start + 1)),
                b' ' | b'\t' | b'\n' | b'\r' => {}
                0..=b' ' => return Err(Refusal::at(SyntaxProblem::Space, start..start + 1)),
                0x80.. => return Err(self.foreign(start)),
                _ => {}
            }
        }
        Ok(self.open.last().map_or(Balance::Closed, |open| Balance::OpenSince(open.start)))
    }

    /// Goes on to behind the closing quotation mark; `false` where there is none.
    fn skip_text(&mut self) -> Result<bool, Refusal> {
        let start = self.place;
        while let Some(&byte) = self.bytes.get(self.place) {
            match byte {
                b'"' => {
                    self.last_text = self.text.get(start..self.place).unwrap_or_default();
                    self.place += 1;
                    return Ok(true);
                }
                b'\\' => self.place += 2,
                0..0x20 => {
                    return Err(Refusal::at(SyntaxProblem::ControlCharacter, self.place..self.place + 1));
                }
                _ => self.place += 1,
            }
        }
        Ok(false)
    }

    fn enter(&mut self, start: usize, list: bool) -> Result<(), Refusal> {
        if self.open.len() >= MAX_DEPTH {
            return Err(Refusal::new(SyntaxFault::TooDeep { limit: MAX_DEPTH }, start..start + 1));
        }
        let holds_goals = list && self.key == "goals";
        self.key = "";
        self.open.push(Open { start, goals: holds_goals.then_some(1) });
        self.count(start)
    }

    fn next_member(&mut self, start: usize) -> Result<(), Refusal> {
        if let Some(goals) = self.open.last_mut().and_then(|open| open.goals.as_mut()) {
            *goals += 1;
            if *goals > MAX_GOALS {
                return Err(Refusal::new(SyntaxFault::TooManyGoals { limit: MAX_GOALS }, start..start + 1));
            }
        }
        self.count(start)
    }

    fn count(&mut self, start: usize) -> Result<(), Refusal> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return Err(Refusal::new(SyntaxFault::TooManyValues { limit: MAX_VALUES }, start..start + 1));
        }
        Ok(())
    }

    /// A character outside ASCII between values: white space of another script, or a stray letter.
    fn foreign(&self, start: usize) -> Refusal {
        let letter = self.text.get(start..).and_then(|rest| rest.chars().next());
        let space = letter.is_some_and(char::is_whitespace);
        let problem = if space { SyntaxProblem::Space } else { SyntaxProblem::Unexpected };
        Refusal::at(problem, start..start + letter.map_or(1, char::len_utf8))
    }
}
