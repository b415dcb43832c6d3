//! The JSON tree of a text, with a pause after every so many values: a file of several megabytes takes too
//! long a go for a page that has to answer meanwhile.
//!
//! It takes what RFC 8259 has and nothing else, but says only whether a text is JSON. What is wrong with one
//! that is not, the caller asks the parser that stops for it.

use jsonc_parser::ast::{
    Array, BooleanLit, NullKeyword, NumberLit, Object, ObjectProp, ObjectPropName, StringLit, Value,
};
use jsonc_parser::common::{Range, Ranged};

use super::one_go;
use crate::load::pace::{Progress, STRIDE, Stage};

/// The tree of a text that [`super::scan`] let pass, with so many goals in it; `None` where it is no JSON.
pub(super) async fn parse<'t>(
    text: &'t str,
    goals: usize,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<Value<'t>> {
    let mut parser = Parser { text, bytes: text.as_bytes(), at: 0, open: Vec::new(), goals: 0 };
    let mut seen = 0_usize;
    loop {
        if seen.is_multiple_of(16 * STRIDE) {
            pause(Progress { stage: Stage::Text, done: parser.goals, of: goals }).await;
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
    open: Vec<Open<'t>>,
    /// How many goals have been read.
    goals: usize,
}

/// A list or an object that is not closed yet, with where it starts.
enum Open<'t> {
    List {
        start: usize,
        of_goals: bool,
        elements: Vec<Value<'t>>,
    },
    /// The name is that of the member whose value is being read.
    Object {
        start: usize,
        properties: Vec<ObjectProp<'t>>,
        name: StringLit<'t>,
    },
}

impl<'t> Parser<'t> {
    /// Reads a value that is whole, or the beginning of a list or an object that others stand in. The outer
    /// `None` is a text that is no JSON.
    #[allow(clippy::option_option, reason = "no JSON is another thing than no whole value yet")]
    fn begin(&mut self) -> Option<Option<Value<'t>>> {
        let first = self.next()?;
        let start = self.at;
        Some(Some(match first {
            b'"' => Value::StringLit(self.string()?),
            b'[' => {
                self.at += 1;
                if self.next()? != b']' {
                    let of_goals = self.holds_goals();
                    self.open.push(Open::List { start, of_goals, elements: Vec::new() });
                    return Some(None);
                }
                self.at += 1;
                Value::Array(Array { range: self.since(start), elements: Vec::new() })
            }
            b'{' => {
                self.at += 1;
                if self.next()? != b'}' {
                    let name = self.name()?;
                    self.open.push(Open::Object { start, properties: Vec::new(), name });
                    return Some(None);
                }
                self.at += 1;
                Value::Object(Object { range: self.since(start), properties: Vec::new() })
            }
            b't' => Value::BooleanLit(BooleanLit { range: self.word("true")?, value: true }),
            b'f' => Value::BooleanLit(BooleanLit { range: self.word("false")?, value: false }),
            b'n' => Value::NullKeyword(NullKeyword { range: self.word("null")? }),
            _ => Value::NumberLit(self.number()?),
        }))
    }

    /// Puts a whole value into what is open, and closes what ends behind it; the root once nothing is open.
    #[allow(clippy::option_option, reason = "no JSON is another thing than no root yet")]
    fn hand_over(&mut self, mut value: Value<'t>) -> Option<Option<Value<'t>>> {
        while let Some(open) = self.open.last_mut() {
            let is_list = matches!(open, Open::List { .. });
            self.goals += usize::from(matches!(open, Open::List { of_goals: true, .. }));
            open.take(value);
            match (self.next()?, is_list) {
                (b',', _) => {
                    self.at += 1;
                    let after = if is_list { None } else { Some(self.name()?) };
                    if let (Some(Open::Object { name, .. }), Some(after)) = (self.open.last_mut(), after) {
                        *name = after;
                    }
                    return Some(None);
                }
                (b']', true) | (b'}', false) => {
                    self.at += 1;
                    value = self.open.pop()?.closed(self.at);
                }
                _ => return None,
            }
        }
        Some(Some(value))
    }

    /// Whether a list that begins here is one of goals.
    fn holds_goals(&self) -> bool {
        matches!(self.open.last(), Some(Open::Object { name, .. }) if name.value == "goals")
    }

    /// The name of a member, up to and with its colon.
    fn name(&mut self) -> Option<StringLit<'t>> {
        if self.next()? != b'"' {
            return None;
        }
        let name = self.string()?;
        if self.next()? != b':' {
            return None;
        }
        self.at += 1;
        Some(name)
    }

    /// The text between two quotation marks. The first is here; the other may be far away, and one behind a
    /// backslash is none.
    fn string(&mut self) -> Option<StringLit<'t>> {
        let start = self.at;
        let mut is_plain = true;
        self.at += 1;
        loop {
            match self.here()? {
                b'"' => break,
                b'\\' => {
                    is_plain = false;
                    self.at += 2;
                }
                _ => self.at += 1,
            }
        }
        self.at += 1;
        let range = self.since(start);
        if is_plain {
            let value = self.text.get(start + 1..self.at - 1)?.into();
            return Some(StringLit { range, value });
        }
        match one_go(self.text.get(start..self.at)?).ok()?? {
            Value::StringLit(StringLit { value, .. }) => Some(StringLit { range, value }),
            _ => None,
        }
    }

    /// A number; what follows it is looked at by whoever goes on.
    fn number(&mut self) -> Option<NumberLit<'t>> {
        let start = self.at;
        self.skip(|byte| byte == b'-', 1);
        if self.skip(|byte| byte == b'0', 1) == 0 {
            self.digits()?;
        }
        if self.skip(|byte| byte == b'.', 1) == 1 {
            self.digits()?;
        }
        if self.skip(|byte| matches!(byte, b'e' | b'E'), 1) == 1 {
            self.skip(|byte| matches!(byte, b'+' | b'-'), 1);
            self.digits()?;
        }
        let range = self.since(start);
        Some(NumberLit { range, value: self.text.get(start..self.at)? })
    }

    /// One digit or more.
    fn digits(&mut self) -> Option<()> {
        (self.skip(|byte| byte.is_ascii_digit(), usize::MAX) > 0).then_some(())
    }

    fn word(&mut self, word: &str) -> Option<Range> {
        let start = self.at;
        self.text.get(start..)?.starts_with(word).then(|| self.at += word.len())?;
        Some(self.since(start))
    }

    /// The next byte that is no white space.
    fn next(&mut self) -> Option<u8> {
        self.skip(|byte| matches!(byte, b' ' | b'\n' | b'\r' | b'\t'), usize::MAX);
        self.here()
    }

    /// Goes on over so many such bytes at most, and tells how many there were.
    fn skip(&mut self, is_such: impl Fn(u8) -> bool, most: usize) -> usize {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let count = rest.iter().take(most).take_while(|byte| is_such(**byte)).count();
        self.at += count;
        count
    }

    fn here(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn since(&self, start: usize) -> Range {
        Range::new(start, self.at)
    }
}

impl<'t> Open<'t> {
    /// Takes a value in as the next item, or under the name that was read.
    fn take(&mut self, value: Value<'t>) {
        match self {
            Self::List { elements, .. } => elements.push(value),
            Self::Object { properties, name, .. } => {
                let range = Range::new(name.range.start, value.end());
                let empty = StringLit { range: name.range, value: "".into() };
                let name = ObjectPropName::String(std::mem::replace(name, empty));
                properties.push(ObjectProp { range, name, value });
            }
        }
    }

    /// The value once it ends before this byte. It keeps no room for more: a file at the limits has a quarter of a
    /// million small objects.
    fn closed(self, end: usize) -> Value<'t> {
        match self {
            Self::List { start, mut elements, .. } => {
                elements.shrink_to_fit();
                Value::Array(Array { range: Range::new(start, end), elements })
            }
            Self::Object { start, mut properties, .. } => {
                properties.shrink_to_fit();
                Value::Object(Object { range: Range::new(start, end), properties })
            }
        }
    }
}
