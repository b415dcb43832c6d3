//! Parses text to nodes in one pass, which may pause after every so many values. The page has to answer while a file
//! of several megabytes is read.
//!
//! It takes what RFC 8259 has and nothing else, within the limits of files. Why a text is no JSON, [`Stopped::why`] says.

use std::borrow::Cow;

use super::node::{Member, Node, Value};
use super::refuse::{Refusal, Stop, Stopped};
use crate::findings::SyntaxFault;
use crate::format::limits::{MAX_DEPTH, MAX_GOALS, MAX_VALUES};
use crate::pace::{Progress, STRIDE, Stage, at_once, no_pause};

/// How many items or members are too many to be held twice, even for a moment.
const MANY: usize = 4096;

#[cfg(test)]
thread_local! {
    /// How many texts were parsed, for tests that hold how often.
    pub(in crate::format) static PARSED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Parses a JSON text.
pub(in crate::format) fn parse(text: &str) -> Result<Node<'_>, Stopped> {
    at_once(parse_paced(text, &mut no_pause))
}

/// Parses a JSON text with pauses.
pub(in crate::format) async fn parse_paced<'t>(
    text: &'t str,
    pause: &mut impl AsyncFnMut(Progress),
) -> Result<Node<'t>, Stopped> {
    #[cfg(test)]
    PARSED.set(PARSED.get() + 1);
    let mut parser = Parser {
        text,
        bytes: text.as_bytes(),
        at: 0,
        open: Vec::new(),
        items: Vec::new(),
        members: Vec::new(),
        values: 1,
        beyond: None,
    };
    let root = parser.root(pause).await;
    root.ok_or_else(|| Stopped { beyond: parser.beyond.take(), stop: parser.stop() })
}

struct Parser<'t> {
    text: &'t str,
    bytes: &'t [u8],
    /// The byte that is read next.
    at: usize,
    /// The lists and objects that are not closed yet, each within the one before.
    open: Vec<Open>,
    /// What the open lists hold so far, those of each behind those of the ones around it. A closed list takes as much
    /// room as its items need: a large file has 250,000 small ones.
    items: Vec<Node<'t>>,
    /// The members of the open objects, likewise. The last of each is the one whose value is being read.
    members: Vec<Member<'t>>,
    /// How many there are so far, of any kind.
    values: usize,
    /// The limit that the text goes beyond, once it does.
    beyond: Option<Refusal>,
}

/// A list or an object that is not closed yet, with where it starts, and what stood before its own items or
/// members.
#[derive(Clone, Copy)]
enum Open {
    List { start: usize, before: usize, of_goals: bool },
    Object { start: usize, before: usize },
}

impl<'t> Parser<'t> {
    /// Reads the whole text. `None` is a text that is refused, here and below.
    async fn root(&mut self, pause: &mut impl AsyncFnMut(Progress)) -> Option<Node<'t>> {
        let mut seen = 0_usize;
        loop {
            if seen.is_multiple_of(16 * STRIDE) {
                pause(Progress { stage: Stage::Text, done: self.at, of: self.text.len() }).await;
            }
            seen += 1;
            if let Some(node) = self.begin()?
                && let Some(root) = self.hand_over(node)?
            {
                return self.next().is_none().then_some(root);
            }
        }
    }

    /// Where it could not go on.
    fn stop(&self) -> Stop {
        let open = self.open.last().map(|(Open::List { start, .. } | Open::Object { start, .. })| *start);
        let is_in_text = self.bytes.get(self.at) == Some(&b'"');
        Stop { at: self.at, open_since: if is_in_text { Some(self.at) } else { open } }
    }

    fn refuse<T>(&mut self, fault: SyntaxFault) -> Option<T> {
        self.beyond = Some(Refusal::new(fault, self.at..self.at + 1));
        None
    }

    /// Reads a value that is whole, or the beginning of a list or an object that others stand in.
    #[allow(clippy::option_option, reason = "what is refused is another thing than no whole value yet")]
    fn begin(&mut self) -> Option<Option<Node<'t>>> {
        let first = self.next()?;
        let start = self.at;
        let value = match first {
            b'"' => Value::Text(self.string()?),
            b'[' => {
                let of_goals = self.holds_goals();
                self.enter(Open::List { start, before: self.items.len(), of_goals })?;
                if self.next()? != b']' {
                    return Some(None);
                }
                return self.leave().map(Some);
            }
            b'{' => {
                self.enter(Open::Object { start, before: self.members.len() })?;
                if self.next()? != b'}' {
                    self.name()?;
                    return Some(None);
                }
                return self.leave().map(Some);
            }
            b't' => self.word("true", Value::Truth(true))?,
            b'f' => self.word("false", Value::Truth(false))?,
            b'n' => self.word("null", Value::Null)?,
            _ => Value::Number(self.number()?),
        };
        Some(Some(Node::new(start..self.at, value)))
    }

    /// Puts a whole value into what is open, and closes what ends behind it; the root once nothing is open.
    #[allow(clippy::option_option, reason = "what is refused is another thing than no root yet")]
    fn hand_over(&mut self, mut node: Node<'t>) -> Option<Option<Node<'t>>> {
        while let Some(open) = self.open.last().copied() {
            self.put(node)?;
            match (self.next()?, open) {
                (b',', _) => {
                    self.count()?;
                    self.at += 1;
                    match open {
                        Open::Object { .. } => self.name()?,
                        Open::List { before, of_goals: true, .. }
                            if self.items.len() - before == MAX_GOALS =>
                        {
                            self.at -= 1;
                            return self.refuse(SyntaxFault::TooManyGoals { limit: MAX_GOALS });
                        }
                        Open::List { .. } => {}
                    }
                    return Some(None);
                }
                (b']', Open::List { .. }) | (b'}', Open::Object { .. }) => node = self.leave()?,
                _ => return None,
            }
        }
        Some(Some(node))
    }

    /// Whether a list that begins here is one of goals.
    fn holds_goals(&self) -> bool {
        matches!(self.open.last(), Some(Open::Object { .. }))
            && self.members.last().is_some_and(|member| member.name == "goals")
    }

    /// Goes on behind an opening bracket.
    fn enter(&mut self, open: Open) -> Option<()> {
        if self.open.len() == MAX_DEPTH {
            return self.refuse(SyntaxFault::TooDeep { limit: MAX_DEPTH });
        }
        self.open.push(open);
        self.count()?;
        self.at += 1;
        Some(())
    }

    /// Counts one more value than there are commas and opening brackets.
    fn count(&mut self) -> Option<()> {
        self.values += 1;
        if self.values > MAX_VALUES {
            return self.refuse(SyntaxFault::TooManyValues { limit: MAX_VALUES });
        }
        Some(())
    }

    /// Puts a value in as the next item, or under the name that was read last.
    fn put(&mut self, node: Node<'t>) -> Option<()> {
        match self.open.last()? {
            Open::List { .. } => self.items.push(node),
            Open::Object { .. } => self.members.last_mut()?.node = node,
        }
        Some(())
    }

    /// Closes what was opened last, whose closing bracket is here.
    fn leave(&mut self) -> Option<Node<'t>> {
        self.at += 1;
        let (start, value) = match self.open.pop()? {
            Open::List { start, before, .. } => (start, Value::List(split_off(&mut self.items, before))),
            Open::Object { start, before } => (start, Value::Object(split_off(&mut self.members, before))),
        };
        Some(Node::new(start..self.at, value))
    }

    /// The name of a member, up to and with its colon. Its value is none until it is read.
    fn name(&mut self) -> Option<()> {
        if self.next()? != b'"' {
            return None;
        }
        let start = self.at;
        let name = self.string()?;
        let name_range = start..self.at;
        if self.next()? != b':' {
            return None;
        }
        self.at += 1;
        let node = Node::new(name_range.clone(), Value::Null);
        self.members.push(Member { name, name_range, node });
        Some(())
    }

    /// The text between two quotation marks, the first of which is here. Where there is none it goes back.
    fn string(&mut self) -> Option<Cow<'t, str>> {
        let start = self.at;
        let text = self.behind_quote();
        if text.is_none() {
            self.at = start;
        }
        text
    }

    /// The other quotation mark may be far away, and one behind a backslash is none.
    fn behind_quote(&mut self) -> Option<Cow<'t, str>> {
        let start = self.at;
        let mut is_plain = true;
        self.at += 1;
        loop {
            match self.skip(|byte| !matches!(byte, b'"' | b'\\' | 0..0x20))? {
                b'"' => break,
                b'\\' => {
                    is_plain = false;
                    self.at += 2;
                }
                _ => return None,
            }
        }
        self.at += 1;
        if is_plain {
            return self.text.get(start + 1..self.at - 1).map(Cow::Borrowed);
        }
        unescaped(self.text.get(start + 1..self.at - 1)?).map(Cow::Owned)
    }

    /// A number; what follows it is looked at by whoever goes on.
    fn number(&mut self) -> Option<&'t str> {
        let start = self.at;
        self.skip_one(|byte| byte == b'-');
        if !self.skip_one(|byte| byte == b'0') {
            self.digits()?;
        }
        if self.skip_one(|byte| byte == b'.') {
            self.digits()?;
        }
        if self.skip_one(|byte| matches!(byte, b'e' | b'E')) {
            self.skip_one(|byte| matches!(byte, b'+' | b'-'));
            self.digits()?;
        }
        self.text.get(start..self.at)
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        self.skip(|byte| byte.is_ascii_digit());
        (self.at > start).then_some(())
    }

    fn word(&mut self, word: &str, value: Value<'t>) -> Option<Value<'t>> {
        self.text.get(self.at..)?.starts_with(word).then(|| self.at += word.len())?;
        Some(value)
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        self.skip(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'))
    }

    /// Goes on over all such bytes, and tells the one behind them.
    fn skip(&mut self, is_such: impl Fn(u8) -> bool) -> Option<u8> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let other = rest.iter().position(|byte| !is_such(*byte));
        self.at += other.unwrap_or(rest.len());
        rest.get(other?).copied()
    }

    /// Goes on over such a byte, if it is here.
    fn skip_one(&mut self, is_such: impl Fn(u8) -> bool) -> bool {
        let is_here = self.bytes.get(self.at).is_some_and(|byte| is_such(*byte));
        self.at += usize::from(is_here);
        is_here
    }
}

/// A text with what its backslashes stand for; `None` where one of them stands for nothing, or for half a letter.
fn unescaped(mut text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    while let Some((before, behind)) = text.split_once('\\') {
        plain.push_str(before);
        let mut letters = behind.chars();
        let letter = match letters.next()? {
            letter @ ('"' | '\\' | '/') => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let (unit, rest) = unit(letters.as_str())?;
                let (code, rest) =
                    if (0xd800..0xdc00).contains(&unit) { pair(unit, rest)? } else { (unit, rest) };
                letters = rest.chars();
                char::from_u32(code)?
            }
            _ => return None,
        };
        plain.push(letter);
        text = letters.as_str();
    }
    plain.push_str(text);
    Some(plain)
}

/// The number that four digits stand for, and what follows them.
fn unit(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_number.then(|| u32::from_str_radix(digits, 16).ok()).flatten().map(|unit| (unit, rest))
}

/// The letter that is written as this half and the one behind it, and what follows them.
fn pair(high: u32, text: &str) -> Option<(u32, &str)> {
    let (low, rest) = unit(text.strip_prefix("\\u")?)?;
    (0xdc00..0xe000).contains(&low).then(|| (0x10000 + ((high - 0xd800) << 10 | (low - 0xdc00)), rest))
}

/// Takes what stands behind the first so many, in no more room than it needs. Where that is much, the others are
/// moved away instead.
fn split_off<T>(stack: &mut Vec<T>, before: usize) -> Vec<T> {
    if stack.len().saturating_sub(before) < MANY {
        return stack.split_off(before);
    }
    let others = stack.drain(..before).collect();
    let mut own = std::mem::replace(stack, others);
    own.shrink_to_fit();
    own
}
