//! A long list of goals is parsed goal by goal, with a pause after every few: the parser itself takes a text
//! in one go, and a text of several megabytes would take too long a go.
//!
//! The rest of the text is parsed with blanks in place of the goals, so that everything has its place. The
//! whole is JSON exactly when its pieces are; where one is not, the caller parses the text in one go, for
//! the error.

use std::borrow::Cow;
use std::ops::Range;

use jsonc_parser::ast::{
    Array, BooleanLit, NullKeyword, NumberLit, Object, ObjectProp, ObjectPropName, StringLit, Value,
};
use jsonc_parser::common::{Range as Place, Ranged};

use super::one_go;
use crate::load::pace::{Progress, STRIDE, Stage};

/// The shortest list that is worth it, in goals.
pub(super) const LONG: usize = 256;

/// A list of goals, by its brackets and the commas between its items.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct LongList {
    /// From the opening bracket to behind the closing one.
    pub(super) range: Range<usize>,
    pub(super) commas: Vec<usize>,
}

impl LongList {
    /// The texts of the items.
    fn items(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = std::iter::once(self.range.start).chain(self.commas.iter().copied());
        let ends = self.commas.iter().copied().chain(std::iter::once(self.range.end - 1));
        starts.zip(ends).map(|(before, end)| before + 1..end)
    }
}

/// The JSON tree of a text with a long list in it; `None` where the text is no JSON.
pub(super) async fn parse<'t>(
    text: &'t str,
    list: &LongList,
    pause: &mut impl AsyncFnMut(Progress),
) -> Option<Value<'t>> {
    let of = list.commas.len() + 1;
    let mut goals = Vec::with_capacity(of);
    for (done, range) in list.items().enumerate() {
        if done.is_multiple_of(STRIDE) {
            pause(Progress { stage: Stage::Text, done, of }).await;
        }
        let start = range.start;
        let goal = one_go(text.get(range)?).ok()??;
        goals.push(placed(goal, start, text)?);
    }
    let inner = list.range.start + 1..list.range.end - 1;
    let blanked = [text.get(..inner.start)?, &" ".repeat(inner.len()), text.get(inner.end..)?].concat();
    let mut root = placed(one_go(&blanked).ok()??, 0, text)?;
    list_at(&mut root, list.range.start)?.elements = goals;
    Some(root)
}

/// A value that was parsed from a part of the text, or from a copy of it, as the text itself has it: its
/// places counted from the text's start, `by` bytes before the part's.
fn placed<'t>(value: Value<'_>, by: usize, text: &'t str) -> Option<Value<'t>> {
    let at = |place: Place| Place::new(place.start + by, place.end + by);
    Some(match value {
        Value::StringLit(string) => Value::StringLit(placed_string(string, by, text)?),
        Value::NumberLit(number) => {
            let range = at(number.range);
            Value::NumberLit(NumberLit { range, value: text.get(range.start..range.end)? })
        }
        Value::BooleanLit(truth) => Value::BooleanLit(BooleanLit { range: at(truth.range), ..truth }),
        Value::NullKeyword(null) => Value::NullKeyword(NullKeyword { range: at(null.range) }),
        Value::Array(list) => {
            let elements = list.elements.into_iter().map(|item| placed(item, by, text));
            Value::Array(Array { range: at(list.range), elements: elements.collect::<Option<_>>()? })
        }
        Value::Object(object) => {
            let member = |member: ObjectProp<'_>| {
                let ObjectPropName::String(name) = member.name else { return None };
                let name = ObjectPropName::String(placed_string(name, by, text)?);
                Some(ObjectProp { range: at(member.range), name, value: placed(member.value, by, text)? })
            };
            let properties = object.properties.into_iter().map(member);
            Value::Object(Object { range: at(object.range), properties: properties.collect::<Option<_>>()? })
        }
    })
}

/// A string without an escape is a part of the text itself.
fn placed_string<'t>(string: StringLit<'_>, by: usize, text: &'t str) -> Option<StringLit<'t>> {
    let range = Place::new(string.range.start + by, string.range.end + by);
    let value = match string.value {
        Cow::Borrowed(_) => Cow::Borrowed(text.get(range.start + 1..range.end - 1)?),
        Cow::Owned(unescaped) => Cow::Owned(unescaped),
    };
    Some(StringLit { range, value })
}

/// The list whose opening bracket is at this byte.
fn list_at<'v, 't>(value: &'v mut Value<'t>, start: usize) -> Option<&'v mut Array<'t>> {
    let around = |value: &&mut Value<'t>| (value.range().start..value.range().end).contains(&start);
    let inner = match value {
        Value::Array(list) => {
            if list.range.start == start {
                return Some(list);
            }
            list.elements.iter_mut().find(around)?
        }
        Value::Object(object) => object.properties.iter_mut().map(|member| &mut member.value).find(around)?,
        _ => return None,
    };
    list_at(inner, start)
}
