//! What was changed since a file was read, put into what the file said.

use std::collections::BTreeMap;

use super::node::{Member, Node, Value};
use super::tree::parse;
use crate::small::map_of;

/// `now` where it differs from what was `understood` of the file, else what the file said, letter by letter.
///
/// Unknown keys stay, and numbers stay as they were written. An entry with a mistake stays until a good one takes its
/// place. Both `understood` and `now` are written by the same writer.
pub(in crate::format) fn merge(original: &str, understood: &str, now: &str) -> String {
    let (Ok(said), Ok(read), Ok(current)) = (parse(original), parse(understood), parse(now)) else {
        return now.to_owned();
    };
    let mut out = String::with_capacity(original.len().max(now.len()));
    let side = |text, node| Side { text, node };
    merge_values(side(original, &said), side(understood, &read), side(now, &current), &mut out);
    out
}

/// A value in its text.
#[derive(Clone, Copy)]
struct Side<'s, 't> {
    text: &'s str,
    node: &'s Node<'t>,
}

impl<'s, 't> Side<'s, 't> {
    fn source(self) -> &'s str {
        self.node.source(self.text)
    }

    /// The members of an object by their names.
    fn by_name(self) -> BTreeMap<&'s str, Self> {
        let member = |member: &'s Member<'t>| (&*member.name, Self { node: &member.node, ..self });
        map_of(self.node.members().iter().map(member))
    }

    fn item(self, index: usize) -> Option<Self> {
        self.node.items().get(index).map(|node| Self { node, ..self })
    }
}

fn merge_values(original: Side<'_, '_>, understood: Side<'_, '_>, now: Side<'_, '_>, out: &mut String) {
    if understood.source() == now.source() {
        return out.push_str(original.source());
    }
    match (&original.node.value, &understood.node.value, &now.node.value) {
        (Value::Object(_), Value::Object(_), Value::Object(_)) => {
            merge_objects(original, &understood.by_name(), now, out);
        }
        (Value::List(said), Value::List(read), Value::List(current)) if said.len() == read.len() => {
            out.push('[');
            for index in 0..current.len() {
                out.extend((index > 0).then_some(','));
                merge_item(original, understood, now, index, out);
            }
            out.push(']');
        }
        _ => out.push_str(now.source()),
    }
}

fn merge_objects(
    original: Side<'_, '_>,
    before: &BTreeMap<&str, Side<'_, '_>>,
    now: Side<'_, '_>,
    out: &mut String,
) {
    let (there, after) = (original.by_name(), now.by_name());
    let start = out.len();
    for member in original.node.members() {
        let said = Side { node: &member.node, ..original };
        let key = original.text.get(member.name_range.clone()).unwrap_or_default();
        let name = &*member.name;
        let rollback = out.len();
        out.push(if rollback == start { '{' } else { ',' });
        out.push_str(key);
        out.push(':');
        match (before.get(name), after.get(name)) {
            (None, None) => out.push_str(said.source()),
            (None, Some(now)) => out.push_str(now.source()),
            (Some(understood), Some(now)) => merge_values(said, *understood, *now, out),
            (Some(understood), None) => {
                if !write_what_was_not_understood(said, *understood, out) {
                    out.truncate(rollback);
                }
            }
        }
    }
    for member in now.node.members() {
        let name = &*member.name;
        let value = member.node.source(now.text);
        if !there.contains_key(name) && before.get(name).is_none_or(|before| before.source() != value) {
            out.push(if out.len() == start { '{' } else { ',' });
            out.push_str(now.text.get(member.range()).unwrap_or_default());
        }
    }
    if out.len() == start {
        out.push('{');
    }
    out.push('}');
}

/// An item of a list: unchanged, moved from another place, or changed in its place.
fn merge_item(
    original: Side<'_, '_>,
    understood: Side<'_, '_>,
    now: Side<'_, '_>,
    index: usize,
    out: &mut String,
) {
    let Some(now) = now.item(index) else { return };
    let is_same = |place: &usize| understood.item(*place).is_some_and(|item| item.source() == now.source());
    let places = 0..understood.node.items().len();
    let unchanged = Some(index).filter(is_same).or_else(|| places.clone().find(is_same));
    match (unchanged.and_then(|place| original.item(place)), original.item(index), understood.item(index)) {
        (Some(unchanged), ..) => out.push_str(unchanged.source()),
        (None, Some(said), Some(read)) => merge_values(said, read, now, out),
        _ => out.push_str(now.source()),
    }
}

/// Writes what is left of something that was removed: the part that only the file knows of. `false` where there is
/// none.
fn write_what_was_not_understood(original: Side<'_, '_>, understood: Side<'_, '_>, out: &mut String) -> bool {
    let both = (&original.node.value, &understood.node.value);
    if !matches!(both, (Value::Object(_), Value::Object(_))) {
        return false;
    }
    let nothing = Node::new(0..2, Value::Object(Vec::new()));
    let start = out.len();
    merge_values(original, understood, Side { text: "{}", node: &nothing }, out);
    out.get(start..) != Some("{}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_goes_in_and_the_rest_stays() {
        for (original, understood, now, expected) in [
            // Nothing changed: the file as it was.
            (
                r#"{"a":"1.50","x":1}"#,
                r#"{"a":1.50,"by":"d"}"#,
                r#"{"a":1.50,"by":"d"}"#,
                r#"{"a":"1.50","x":1}"#,
            ),
            // One value changed; the other keeps the way it is written.
            (
                r#"{"a":"1.50","b":"2","x":1}"#,
                r#"{"a":1.50,"b":2}"#,
                r#"{"a":1.50,"b":3}"#,
                r#"{"a":"1.50","b":3,"x":1}"#,
            ),
            // Added and removed.
            (r#"{"a":1}"#, r#"{"a":1}"#, r#"{"b":2}"#, r#"{"b":2}"#),
            // A mistake stays until it is mended.
            (r#"{"a":"x","b":1}"#, r#"{"b":1}"#, r#"{"b":2}"#, r#"{"a":"x","b":2}"#),
            (r#"{"a":"x","b":1}"#, r#"{"b":1}"#, r#"{"a":5,"b":1}"#, r#"{"a":5,"b":1}"#),
            // A removed entry leaves behind what nobody understood.
            (r#"{"g":{"a":1,"x":2}}"#, r#"{"g":{"a":1}}"#, "{}", r#"{"g":{"x":2}}"#),
            (r#"{"g":{"a":1}}"#, r#"{"g":{"a":1}}"#, "{}", "{}"),
            // A default that is not in the file stays out of it.
            (r#"{"a":1}"#, r#"{"a":1,"by":"d"}"#, r#"{"a":2,"by":"d"}"#, r#"{"a":2}"#),
            (r#"{"a":1}"#, r#"{"a":1,"by":"d"}"#, r#"{"a":1,"by":"e"}"#, r#"{"a":1,"by":"e"}"#),
            // A line that goes takes its own unknown keys along, and only those.
            (
                r#"[{"a":1,"x":1},{"a":2,"x":2}]"#,
                r#"[{"a":1},{"a":2}]"#,
                r#"[{"a":2}]"#,
                r#"[{"a":2,"x":2}]"#,
            ),
            (r#"[{"a":1,"x":1}]"#, r#"[{"a":1}]"#, r#"[{"a":5},{"a":6}]"#, r#"[{"a":5,"x":1},{"a":6}]"#),
            (r#"["bad","worse"]"#, r"[{},{}]", r#"[{},{},{"a":3}]"#, r#"["bad","worse",{"a":3}]"#),
            (r#"["bad",{"a":2}]"#, r#"[{},{"a":2}]"#, r#"[{},{"a":3}]"#, r#"["bad",{"a":3}]"#),
        ] {
            let merged = merge(original, understood, now);
            assert_eq!(merged, expected);
        }
    }
}
