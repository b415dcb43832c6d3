//! The JSON tree of a text, with a pause after every so many values: a file of several megabytes takes too
//! long a go for a page that has to answer meanwhile.
//!
//! It takes what RFC 8259 has and nothing else, within the limits of files, but says only whether a text is
//! such. What is wrong with one that is not, the caller asks [`super::scan`] and the parser that stops for it.

use std::borrow::Cow;

use super::node::{Member, Node, Value};
use super::parse::{MAX_DEPTH, MAX_GOALS, MAX_VALUES};
use crate::pace::{Progress, STRIDE, Stage};

/// How many items or members are too many to be held twice, even for a moment.
const MANY: usize = 4096;

/// The tree of a text; `None` where it is no JSON, or more of it than is read.
pub(super) async fn parse<'t>(text: &'t str, pause: &mut impl AsyncFnMut(Progress)) -> Option<Node<'t>> {
    let mut parser = Parser {
        text,
        bytes: text.as_bytes(),
        at: 0,
        open: Vec::new(),
        items: Vec::new(),
        members: Vec::new(),
        values: 1,
    };
    let mut seen = 0_usize;
    loop {
        if seen.is_multiple_of(16 * STRIDE) {
            pause(Progress { stage: Stage::Text, done: parser.at, of: text.len() }).await;
        }
        seen += 1;
        if let Some(value) = parser.begin()?
            && let Some(root) = parser.hand_over(value)?
        {
            return parser.next().is_none().then_some(root);
        }
    }
}

struct Parser<'t> {
    text: &'t str,
    bytes: &'t [u8],
    /// The byte that is read next.
    at: usize,
    /// The lists and objects that are not closed yet, each within the one before.
    open: Vec<Open>,
    /// What the open lists hold so far, those of each behind those of the ones around it. Closed, a list takes
    /// its own in as much room as they need: a file at the limits has a quarter of a million small ones.
    items: Vec<Node<'t>>,
    /// The members of the open objects, likewise. The last of each is the one whose value is being read.
    members: Vec<Member<'t>>,
    /// As [`super::scan`] counts them.
    values: usize,
}

/// A list or an object that is not closed yet, with where it starts, and what stood before its own items or
/// members.
#[derive(Clone, Copy)]
enum Open {
    List { start: usize, before: usize, of_goals: bool },
    Object { start: usize, before: usize },
}

impl<'t> Parser<'t> {
    /// Reads a value that is whole, or the beginning of a list or an object that others stand in. The outer
    /// `None` is a text that is refused.
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
            self.put(node, open)?;
            match (self.next()?, open) {
                (b',', _) => {
                    self.at += 1;
                    self.count()?;
                    if matches!(open, Open::Object { .. }) {
                        self.name()?;
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
        (self.open.len() < MAX_DEPTH).then(|| self.open.push(open))?;
        self.at += 1;
        self.count()
    }

    fn count(&mut self) -> Option<()> {
        self.values += 1;
        (self.values <= MAX_VALUES).then_some(())
    }

    /// Puts a value in as the next item, or under the name that was read last.
    fn put(&mut self, node: Node<'t>, open: Open) -> Option<()> {
        match open {
            Open::List { before, of_goals, .. } => {
                self.items.push(node);
                (!of_goals || self.items.len() - before <= MAX_GOALS).then_some(())
            }
            Open::Object { .. } => {
                self.members.last_mut()?.node = node;
                Some(())
            }
        }
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

    /// The text between two quotation marks. The first is here; the other may be far away, and one behind a
    /// backslash is none.
    fn string(&mut self) -> Option<Cow<'t, str>> {
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
        serde_json::from_str(self.text.get(start..self.at)?).ok().map(Cow::Owned)
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
