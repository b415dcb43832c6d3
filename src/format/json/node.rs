//! The values of a text, each with its place.

use std::borrow::Cow;
use std::ops::Range;

use crate::findings::{JsonKind, PathStep};

/// A value and the bytes of the text that it takes.
#[derive(Debug, PartialEq)]
pub(in crate::format) struct Node<'t> {
    pub(in crate::format) value: Value<'t>,
    pub(in crate::format) range: Range<usize>,
}

/// What a node says. Numbers are texts, so that nothing is rounded; objects keep their order.
#[derive(Debug, PartialEq)]
pub(in crate::format) enum Value<'t> {
    Null,
    Truth(bool),
    Number(&'t str),
    Text(Cow<'t, str>),
    List(Vec<Node<'t>>),
    Object(Vec<Member<'t>>),
}

/// A name in an object, its place with the quotation marks, and what stands under it.
#[derive(Debug, PartialEq)]
pub(in crate::format) struct Member<'t> {
    pub(in crate::format) name: Cow<'t, str>,
    pub(in crate::format) name_range: Range<usize>,
    pub(in crate::format) node: Node<'t>,
}

impl<'t> Node<'t> {
    pub(super) fn new(range: Range<usize>, value: Value<'t>) -> Self {
        Self { value, range }
    }

    /// The bytes that a finding about this node points at: a list or an object by its opening bracket alone.
    pub(in crate::format) fn pointer(&self) -> Range<usize> {
        let Range { start, end } = self.range;
        start..if self.holds_others() { start + 1 } else { end }
    }

    /// Whether it is a list or an object.
    pub(in crate::format) fn holds_others(&self) -> bool {
        matches!(self.value, Value::List(_) | Value::Object(_))
    }

    /// The letters of the text that it takes.
    pub(in crate::format) fn source<'s>(&self, text: &'s str) -> &'s str {
        text.get(self.range.clone()).unwrap_or_default()
    }

    pub(in crate::format) fn kind(&self) -> JsonKind {
        match self.value {
            Value::Null => JsonKind::Null,
            Value::Truth(_) => JsonKind::Truth,
            Value::Number(_) => JsonKind::Number,
            Value::Text(_) => JsonKind::Text,
            Value::List(_) => JsonKind::List,
            Value::Object(_) => JsonKind::Object,
        }
    }

    /// What stands under a key of an object.
    pub(in crate::format) fn get(&self, key: &str) -> Option<&Self> {
        self.members().iter().find(|member| member.name == key).map(|member| &member.node)
    }

    /// What a step of a path leads to.
    pub(in crate::format) fn step(&self, step: &PathStep) -> Option<&Self> {
        match step {
            PathStep::Index(index) => self.items().get(*index),
            PathStep::Key(key) => self.get(key),
        }
    }

    /// The members of an object; none of anything else.
    pub(in crate::format) fn members(&self) -> &[Member<'t>] {
        match &self.value {
            Value::Object(members) => members,
            _ => &[],
        }
    }

    /// The items of a list; none of anything else.
    pub(in crate::format) fn items(&self) -> &[Self] {
        match &self.value {
            Value::List(items) => items,
            _ => &[],
        }
    }

    /// What a text says.
    pub(in crate::format) fn as_text(&self) -> Option<&str> {
        match &self.value {
            Value::Text(text) => Some(text),
            _ => None,
        }
    }
}

impl Member<'_> {
    /// The bytes from the name to the end of the value.
    pub(in crate::format) fn range(&self) -> Range<usize> {
        self.name_range.start..self.node.range.end
    }
}
