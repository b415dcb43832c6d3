//! A JSON value that owns its text, with numbers as they are written.

use super::node::{Node, Value};
use super::tree::parse;

/// A JSON value. Numbers are texts, so that nothing is rounded; objects keep their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// `null`
    Null,
    /// `true` or `false`
    Truth(bool),
    /// A number, as it is written.
    Number(Box<str>),
    /// A text.
    Text(Box<str>),
    /// A list.
    List(Vec<Json>),
    /// An object.
    Object(Vec<(Box<str>, Json)>),
}

impl Json {
    /// The value that a text is, read strictly; none where it is no JSON or goes beyond the limits of files.
    pub fn parse(text: &str) -> Option<Self> {
        parse(text).ok().map(|root| Self::from(&root))
    }

    /// A text.
    pub fn text(text: impl Into<Box<str>>) -> Self {
        Self::Text(text.into())
    }

    /// A number, from anything that is printed as JSON prints numbers.
    pub fn number(number: &impl ToString) -> Self {
        Self::Number(number.to_string().into())
    }

    /// An object of those members that are there.
    pub fn object<'a>(members: impl IntoIterator<Item = (&'a str, Option<Self>)>) -> Self {
        let present = members.into_iter().filter_map(|(key, value)| Some((key.into(), value?)));
        Self::Object(present.collect())
    }

    /// The member with this key, of an object.
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(name, _)| **name == *key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// What a text says.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// Whether it is true, of a truth.
    pub fn as_truth(&self) -> Option<bool> {
        match self {
            Self::Truth(truth) => Some(*truth),
            _ => None,
        }
    }

    /// A number from 0 on that is written without decimals.
    pub fn as_whole(&self) -> Option<u64> {
        match self {
            Self::Number(number) => number.parse().ok(),
            _ => None,
        }
    }

    /// The items of a list; none of anything else.
    pub fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// Whether it is an object without members.
    pub fn is_empty_object(&self) -> bool {
        matches!(self, Self::Object(members) if members.is_empty())
    }

    /// The value in as few bytes as can be.
    pub fn compact(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, None);
        out
    }

    /// The value on lines of its own, indented by two spaces from `level` on.
    pub fn pretty(&self, level: usize) -> String {
        let mut out = String::new();
        self.write(&mut out, Some(level));
        out
    }

    fn write(&self, out: &mut String, level: Option<usize>) {
        match self {
            Self::Null => out.push_str("null"),
            Self::Truth(truth) => out.push_str(if *truth { "true" } else { "false" }),
            Self::Number(number) => out.push_str(number),
            Self::Text(text) => write_text(text, out),
            Self::List(items) => write_members(out, level, ['[', ']'], items, |item, out, level| {
                item.write(out, level);
            }),
            Self::Object(members) => {
                write_members(out, level, ['{', '}'], members, |(key, value), out, level| {
                    write_text(key, out);
                    out.push_str(if level.is_some() { ": " } else { ":" });
                    value.write(out, level);
                });
            }
        }
    }
}

fn write_members<T>(
    out: &mut String,
    level: Option<usize>,
    [open, close]: [char; 2],
    members: &[T],
    mut write: impl FnMut(&T, &mut String, Option<usize>),
) {
    let inner = level.map(|level| level + 1);
    out.push(open);
    for (place, member) in members.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        new_line(out, inner);
        write(member, out, inner);
    }
    if !members.is_empty() {
        new_line(out, level);
    }
    out.push(close);
}

fn new_line(out: &mut String, level: Option<usize>) {
    if let Some(level) = level {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", level));
    }
}

/// Writes a text in quotation marks and escapes only what JSON demands.
pub(in crate::format) fn write_text(text: &str, out: &mut String) {
    out.push('"');
    let mut written = 0;
    for (place, byte) in text.bytes().enumerate() {
        if !matches!(byte, b'"' | b'\\' | 0..b' ') {
            continue;
        }
        out.push_str(text.get(written..place).unwrap_or_default());
        written = place + 1;
        match byte {
            b'"' => out.push_str("\\\""),
            b'\\' => out.push_str("\\\\"),
            b'\n' => out.push_str("\\n"),
            b'\r' => out.push_str("\\r"),
            b'\t' => out.push_str("\\t"),
            0x8 => out.push_str("\\b"),
            0xc => out.push_str("\\f"),
            control => {
                out.push_str("\\u00");
                let digits = [control >> 4, control & 15].into_iter();
                out.extend(digits.filter_map(|digit| char::from_digit(digit.into(), 16)));
            }
        }
    }
    out.push_str(text.get(written..).unwrap_or_default());
    out.push('"');
}

impl From<&Node<'_>> for Json {
    fn from(node: &Node<'_>) -> Self {
        match &node.value {
            Value::Null => Self::Null,
            Value::Truth(truth) => Self::Truth(*truth),
            Value::Number(number) => Self::Number((*number).into()),
            Value::Text(text) => Self::Text(text.as_ref().into()),
            Value::List(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|member| (member.name.as_ref().into(), Self::from(&member.node)))
                    .collect(),
            ),
        }
    }
}
