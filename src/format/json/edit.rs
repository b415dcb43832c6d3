//! Changes of a text that leave the rest of it as it is, letter by letter: order, indentation, keys that nobody knows.

use std::ops::Range;

use super::node::{Member, Node, Value};
use super::tree::parse;
use crate::findings::{JsonPath, PathStep};

/// The most characters of a line that a new value is written on.
const LINE: usize = 120;

/// What stands at a place of a text goes, and something else comes. Turned round, it brings back the text from before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Splice {
    /// The byte where it begins.
    pub at: usize,
    /// What stood there.
    pub old: String,
    /// What stands there afterwards.
    pub new: String,
}

impl Splice {
    /// The text after the change; none where it does not say what the change was made for.
    pub fn applied_to(&self, text: &str) -> Option<String> {
        let (before, behind) = text.split_at_checked(self.at)?;
        Some([before, &self.new, behind.strip_prefix(self.old.as_str())?].concat())
    }

    /// The change back.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { at: self.at, old: self.new, new: self.old }
    }

    /// The change from one text to another: the shortest stretch that differs.
    pub fn between(before: &str, after: &str) -> Self {
        let same = before.bytes().zip(after.bytes()).take_while(|(one, other)| one == other).count();
        let at = after.floor_char_boundary(before.floor_char_boundary(same));
        let (old, new) = (before.get(at..).unwrap_or_default(), after.get(at..).unwrap_or_default());
        let same = old.bytes().rev().zip(new.bytes().rev()).take_while(|(one, other)| one == other).count();
        let end = old.ceil_char_boundary(old.len() - same);
        let rest = old.len() - end;
        let stretch = |text: &str| text.get(..text.len() - rest).unwrap_or_default().to_owned();
        Self { at, old: stretch(old), new: stretch(new) }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.old == self.new
    }

    fn new(text: &str, range: Range<usize>, new: String) -> Option<Self> {
        Some(Self { at: range.start, old: text.get(range)?.to_owned(), new })
    }
}

/// Puts a value where the path leads, in place of what stands there. A key that is not there yet comes behind those
/// before it in `order`; a key in none of it comes last.
pub(in crate::format) fn set(text: &str, path: &JsonPath, value: &str, order: &[&str]) -> Option<Splice> {
    let root = parse(text).ok()?;
    let (last, around) = path.steps().split_last()?;
    let parent = find(&root, around)?;
    if let Some(node) = parent.step(last) {
        let new = laid_out(text, node.range.start, value)?;
        return Splice::new(text, node.range.clone(), new);
    }
    let (PathStep::Key(key), Value::Object(members)) = (last, &parent.value) else { return None };
    let place = |name: &str| order.iter().position(|known| *known == name);
    let index = match place(key) {
        Some(own) => {
            let before = |member: &Member<'_>| place(&member.name).is_some_and(|other| other < own);
            members.iter().rposition(before).map_or(0, |at| at + 1)
        }
        None => members.len(),
    };
    let mut name = String::new();
    super::write_text(key, &mut name);
    let children: Vec<_> = members.iter().map(Member::range).collect();
    let blank = if is_compact(text) { "" } else { " " };
    put_in(text, parent, &children, index, |at| Some(format!("{name}:{blank}{}", laid_out(text, at, value)?)))
}

/// Takes out the item or the member that the path leads to.
pub(in crate::format) fn remove(text: &str, path: &JsonPath) -> Option<Splice> {
    let root = parse(text).ok()?;
    let (last, around) = path.steps().split_last()?;
    let parent = find(&root, around)?;
    let children = children(parent);
    let index = match last {
        PathStep::Index(index) => *index,
        PathStep::Key(key) => parent.members().iter().position(|member| member.name == *key)?,
    };
    let own = children.get(index)?.clone();
    let range = match (index.checked_sub(1).and_then(|at| children.get(at)), children.get(index + 1)) {
        (_, Some(next)) => own.start..next.start,
        (Some(before), None) => before.end..own.end,
        (None, None) => inside(parent),
    };
    Splice::new(text, range, String::new())
}

/// Puts a value into the list at the path, before the item of this index or behind the last one.
pub(in crate::format) fn insert(text: &str, list: &JsonPath, index: usize, value: &str) -> Option<Splice> {
    let root = parse(text).ok()?;
    let parent = find(&root, list.steps())?;
    let Value::List(items) = &parent.value else { return None };
    put_in(text, parent, &children(parent), index.min(items.len()), |at| laid_out(text, at, value))
}

/// Puts values behind the last item of the list at the path, each as the items before them are set apart. In an empty list
/// each has a line of its own, unless the text has none.
pub(in crate::format) fn append(text: &str, list: &JsonPath, values: &[impl AsRef<str>]) -> Option<Splice> {
    let root = parse(text).ok()?;
    let parent = find(&root, list.steps())?;
    let Value::List(items) = &parent.value else { return None };
    let is_compact = is_compact(text);
    let indent_at = |at: usize| {
        let line = text.get(..at).and_then(|before| before.rsplit('\n').next()).unwrap_or_default();
        line.len() - line.trim_start_matches(' ').len()
    };
    let own_line = |indent: usize| format!("\n{}", " ".repeat(indent));
    let (indent, between, range, close) = match items.last() {
        Some(item) => {
            let children = children(parent);
            let between = between(text, parent, &children, is_compact)?;
            let end = item.range.end..item.range.end;
            (indent_at(item.range.start), between, end, String::new())
        }
        None if is_compact => (0, ",".to_owned(), inside(parent), String::new()),
        None => {
            let indent = indent_at(parent.range.start);
            (indent + 2, format!(",{}", own_line(indent + 2)), inside(parent), own_line(indent))
        }
    };
    let written = |value: &str| {
        if is_compact {
            return Some(super::compact(value));
        }
        let mut out = String::new();
        write_node(&parse(value).ok()?, value, indent, &mut out);
        Some(out)
    };
    let written = values.iter().map(|value| written(value.as_ref())).collect::<Option<Vec<_>>>()?;
    let lead = if items.is_empty() { between.trim_start_matches(',') } else { &between };
    Splice::new(text, range, format!("{lead}{}{close}", written.join(&between)))
}

/// Puts a value in place of what each item of the list at the path has under a key; what has no value stays. `None` where an
/// item lacks the key, or there are not as many.
pub(in crate::format) fn set_each(
    text: &str,
    list: &JsonPath,
    key: &str,
    values: &[Option<String>],
) -> Option<String> {
    let root = parse(text).ok()?;
    let items = find(&root, list.steps())?.items();
    if items.len() != values.len() {
        return None;
    }
    let is_compact = is_compact(text);
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for (item, value) in items.iter().zip(values) {
        let Some(value) = value else { continue };
        let old = &item.get(key)?.range;
        out.push_str(text.get(done..old.start)?);
        if is_compact {
            out.push_str(&super::compact(value));
        } else {
            out.push_str(&laid_out(text, old.start, value)?);
        }
        done = old.end;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

/// Writes other items in place of those of the list at the path; none where an item goes. What stands between them stays.
pub(in crate::format) fn with_items(
    text: &str,
    list: &JsonPath,
    written: &[Option<String>],
) -> Option<Splice> {
    let root = parse(text).ok()?;
    let parent = find(&root, list.steps())?;
    let children = children(parent);
    if children.len() != written.len() {
        return None;
    }
    let kept: Vec<&str> = written.iter().flatten().map(String::as_str).collect();
    let span = children.first()?.start..children.last()?.end;
    let between = children.windows(2).find_map(|pair| match pair {
        [one, other] => text.get(one.end..other.start),
        _ => None,
    });
    if kept.is_empty() {
        return Splice::new(text, inside(parent), String::new());
    }
    Splice::new(text, span, kept.join(between.unwrap_or(", ")))
}

fn find<'n, 't>(root: &'n Node<'t>, steps: &[PathStep]) -> Option<&'n Node<'t>> {
    steps.iter().try_fold(root, |node, step| node.step(step))
}

/// Where the members or items of a node stand.
fn children(node: &Node<'_>) -> Vec<Range<usize>> {
    match &node.value {
        Value::Object(members) => members.iter().map(Member::range).collect(),
        Value::List(items) => items.iter().map(|item| item.range.clone()).collect(),
        _ => Vec::new(),
    }
}

/// What stands between the brackets of a node.
fn inside(node: &Node<'_>) -> Range<usize> {
    node.range.start + 1..node.range.end - 1
}

/// Puts something among the members or items of a node, with the blanks that stand between the others.
fn put_in(
    text: &str,
    parent: &Node<'_>,
    children: &[Range<usize>],
    index: usize,
    written: impl FnOnce(usize) -> Option<String>,
) -> Option<Splice> {
    let Some(first) = children.first() else {
        let space = inside(parent);
        let is_spaced = matches!(parent.value, Value::Object(_)) && !is_compact(text);
        let blank = if is_spaced { " " } else { "" };
        let new = format!("{blank}{}{blank}", written(space.start)?);
        return Splice::new(text, space, new);
    };
    let between = between(text, parent, children, is_compact(text))?;
    let new = written(first.start)?;
    if let Some(next) = children.get(index) {
        return Splice::new(text, next.start..next.start, new + &between);
    }
    let end = children.last()?.end;
    Splice::new(text, end..end, between + &new)
}

/// What stands between two members or items of a node that has some.
fn between(text: &str, parent: &Node<'_>, children: &[Range<usize>], is_compact: bool) -> Option<String> {
    if let [one, other, ..] = children {
        return Some(text.get(one.end..other.start)?.to_owned());
    }
    let lead = text.get(inside(parent).start..children.first()?.start)?;
    let blank = if is_compact { "" } else { " " };
    Some(format!(",{}", if lead.contains('\n') { lead } else { blank }))
}

/// Whether a text is written without a line of its own for anything.
fn is_compact(text: &str) -> bool {
    !text.trim().contains('\n')
}

/// A value as the text around it is written: without blanks, or on one line where there is room, else on several.
fn laid_out(text: &str, at: usize, value: &str) -> Option<String> {
    let root = parse(value).ok()?;
    if is_compact(text) {
        return Some(super::compact(value));
    }
    let line = text.get(..at)?.rsplit('\n').next()?;
    let indent = line.len() - line.trim_start_matches(' ').len();
    let mut out = String::new();
    write_node(&root, value, indent, &mut out);
    Some(out)
}

fn write_node(node: &Node<'_>, text: &str, indent: usize, out: &mut String) {
    let one_line = on_one_line(node, text);
    if children(node).is_empty() || indent + one_line.chars().count() <= LINE {
        return out.push_str(&one_line);
    }
    let (open, close) = if matches!(node.value, Value::Object(_)) { ('{', '}') } else { ('[', ']') };
    let deeper = indent + 2;
    let new_line = |indent: usize, out: &mut String| {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', indent));
    };
    out.push(open);
    for (index, item) in node.items().iter().enumerate() {
        out.push_str(if index > 0 { "," } else { "" });
        new_line(deeper, out);
        write_node(item, text, deeper, out);
    }
    for (index, member) in node.members().iter().enumerate() {
        out.push_str(if index > 0 { "," } else { "" });
        new_line(deeper, out);
        out.push_str(text.get(member.name_range.clone()).unwrap_or_default());
        out.push_str(": ");
        write_node(&member.node, text, deeper, out);
    }
    new_line(indent, out);
    out.push(close);
}

/// `{ "period": "2010", "value": 24940 }`.
fn on_one_line(node: &Node<'_>, text: &str) -> String {
    match &node.value {
        Value::Object(members) if !members.is_empty() => {
            let members = members.iter().map(|member| {
                let name = text.get(member.name_range.clone()).unwrap_or_default();
                format!("{name}: {}", on_one_line(&member.node, text))
            });
            format!("{{ {} }}", members.collect::<Vec<_>>().join(", "))
        }
        Value::Object(_) => "{}".to_owned(),
        Value::List(items) => {
            let items = items.iter().map(|item| on_one_line(item, text));
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
        _ => node.source(text).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{
  "id": "a",  "x": [1,2],
  "goals": [
    { "id": "g", "unknown": 1.50 },
    { "id": "h" }
  ],
  "empty": {}, "none": []
}
"#;

    fn path(steps: &[&str]) -> JsonPath {
        steps.iter().fold(JsonPath::root(), |path, step| match step.parse() {
            Ok(index) => path.index(index),
            Err(_) => path.key((*step).to_owned()),
        })
    }

    fn changed(splice: Option<Splice>) -> String {
        let splice = splice.unwrap();
        let text = splice.applied_to(TEXT).unwrap();
        assert_eq!(splice.reversed().applied_to(&text).as_deref(), Some(TEXT));
        text
    }

    #[test]
    fn a_change_leaves_the_rest_as_it_is() {
        let set = |steps: &[&str], value| changed(set(TEXT, &path(steps), value, &["id", "renews", "goals"]));
        for (text, from, to) in [
            (set(&["id"], r#""b""#), r#""id": "a""#, r#""id": "b""#),
            (set(&["renews"], r#""z""#), r#""id": "a",  "x""#, r#""id": "a",  "renews": "z",  "x""#),
            (set(&["goals", "0", "weight"], "5"), r"1.50 }", r#"1.50, "weight": 5 }"#),
            (set(&["goals", "1", "weight"], "5"), r#"{ "id": "h" }"#, r#"{ "id": "h", "weight": 5 }"#),
            (set(&["empty", "a"], r#"{"b":[1]}"#), r#""empty": {}"#, r#""empty": { "a": { "b": [1] } }"#),
            (
                changed(remove(TEXT, &path(&["x"]))),
                r#""x": [1,2],
  "#,
                "",
            ),
            (
                changed(remove(TEXT, &path(&["goals", "0"]))),
                "{ \"id\": \"g\", \"unknown\": 1.50 },\n    ",
                "",
            ),
            (changed(remove(TEXT, &path(&["goals", "1"]))), ",\n    { \"id\": \"h\" }", ""),
            (changed(remove(TEXT, &path(&["goals", "1", "id"]))), r#"{ "id": "h" }"#, "{}"),
            (changed(insert(TEXT, &path(&["x"]), 0, "0")), "[1,2]", "[0,1,2]"),
            (changed(insert(TEXT, &path(&["none"]), 0, "0")), r#""none": []"#, r#""none": [0]"#),
            (
                changed(insert(TEXT, &path(&["goals"]), 9, r#"{"id":"i"}"#)),
                "{ \"id\": \"h\" }\n",
                "{ \"id\": \"h\" },\n    { \"id\": \"i\" }\n",
            ),
            (
                changed(append(TEXT, &path(&["goals"]), &[r#"{"id":"i"}"#, "7"])),
                "{ \"id\": \"h\" }\n",
                "{ \"id\": \"h\" },\n    { \"id\": \"i\" },\n    7\n",
            ),
            (changed(append(TEXT, &path(&["x"]), &["3"])), "[1,2]", "[1,2,3]"),
            (changed(append(TEXT, &path(&["none"]), &["1", "[2]"])), "[]\n", "[\n    1,\n    [2]\n  ]\n"),
            (
                changed(with_items(TEXT, &path(&["goals"]), &[None, Some("7".to_owned())])),
                "{ \"id\": \"g\", \"unknown\": 1.50 },\n    { \"id\": \"h\" }",
                "7",
            ),
        ] {
            assert_eq!(text, TEXT.replacen(from, to, 1));
        }
    }

    #[test]
    fn each_item_of_a_list_takes_a_value_and_the_rest_stays() {
        let text = TEXT.replace(r#"{ "id": "h" }"#, r#"{"unknown":2 , "id": "h" }"#);
        let each = |values: [Option<&str>; 2]| {
            set_each(&text, &path(&["goals"]), "unknown", &values.map(|value| value.map(str::to_owned)))
        };
        let range = r#"{"min":0,"max":5}"#;
        let both = text.replacen("1.50", "7", 1).replacen(":2 ,", r#":{ "min": 0, "max": 5 } ,"#, 1);
        assert_eq!(each([Some("7"), Some(range)]), Some(both));
        assert_eq!(each([None, Some("3")]), Some(text.replacen(":2 ,", ":3 ,", 1)));
        assert_eq!(
            set_each(TEXT, &path(&["goals"]), "unknown", &[None, Some("1".to_owned())]),
            None,
            "no key"
        );
        assert_eq!(set_each(TEXT, &path(&["goals"]), "unknown", &[None]), None, "not as many");
        let compact = r#"{"a":[{"w":1},{"w":2}]}"#;
        let values = [Some(range.to_owned()), Some("1.5".to_owned())];
        let changed = set_each(compact, &path(&["a"]), "w", &values);
        assert_eq!(changed.as_deref(), Some(r#"{"a":[{"w":{"min":0,"max":5}},{"w":1.5}]}"#));
    }

    #[test]
    fn the_change_between_two_texts_leads_from_one_to_the_other_and_back() {
        let texts = ["", "å", "æ", "måål", "mål", "\u{1f3af}", "\u{1f3b0}", "ab", "abab", "babæ", "bæ"];
        for (before, after) in texts.iter().flat_map(|one| texts.iter().map(move |other| (*one, *other))) {
            let splice = Splice::between(before, after);
            assert_eq!(splice.is_empty(), before == after);
            assert_eq!(splice.applied_to(before).as_deref(), Some(after), "{before} {after}");
            assert_eq!(splice.reversed().applied_to(after).as_deref(), Some(before), "{before} {after}");
        }
        assert_eq!(Splice::between("1 234", "1 34"), Splice { at: 2, old: "2".into(), new: String::new() });
    }

    #[test]
    fn a_place_that_is_not_there_is_not_changed() {
        assert_eq!(set(TEXT, &path(&["goals", "7", "id"]), "1", &[]), None);
        assert_eq!(set(TEXT, &path(&["id", "deeper"]), "1", &[]), None);
        assert_eq!(set(TEXT, &path(&["id"]), "no JSON", &[]), None);
        assert_eq!(remove(TEXT, &path(&["nowhere"])), None);
        assert_eq!(insert(TEXT, &path(&["empty"]), 0, "1"), None);
        assert_eq!(remove(TEXT, &path(&["id"])).unwrap().applied_to("{}"), None);
    }

    /// Every path of a text.
    fn paths(node: &Node<'_>, path: &JsonPath, all: &mut Vec<JsonPath>) {
        for (at, item) in node.items().iter().enumerate() {
            let path = path.clone().index(at);
            paths(item, &path, all);
            all.push(path);
        }
        for member in node.members() {
            let path = path.clone().key(member.name.clone().into_owned());
            paths(&member.node, &path, all);
            all.push(path);
        }
    }

    /// What the text says at a path, as `serde_json` reads it.
    fn said(text: &str, path: &JsonPath) -> Option<serde_json::Value> {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        value.pointer(&path.pointer()).cloned()
    }

    #[test]
    fn wherever_a_contract_is_changed_the_change_back_gives_the_same_bytes() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("contracts");
        for name in ["ams-2009.json", "copenhagen-2009.json"] {
            let pretty = std::fs::read_to_string(folder.join(name)).unwrap();
            for text in [super::super::compact(&pretty), pretty] {
                let mut all = Vec::new();
                paths(&parse(&text).unwrap(), &JsonPath::root(), &mut all);
                let before: serde_json::Value = serde_json::from_str(&text).unwrap();
                for path in all.iter().step_by(11) {
                    let new = r#"{"a":[1.50,{"b":null}]}"#;
                    let set = set(&text, path, new, &[]).unwrap();
                    let changed = set.applied_to(&text).unwrap();
                    assert_eq!(said(&changed, path).unwrap().to_string(), new, "{path}");
                    assert_eq!(set.reversed().applied_to(&changed).as_ref(), Some(&text), "{path}");
                    let mut expected = before.clone();
                    let removed = remove(&text, path).unwrap();
                    let (last, around) = path.steps().split_last().unwrap();
                    let parent = around.iter().fold(&mut expected, |value, step| match step {
                        PathStep::Key(key) => &mut value[&**key],
                        PathStep::Index(at) => &mut value[*at],
                    });
                    match last {
                        PathStep::Key(key) => drop(parent.as_object_mut().unwrap().shift_remove(&**key)),
                        PathStep::Index(at) => drop(parent.as_array_mut().unwrap().remove(*at)),
                    }
                    let changed = removed.applied_to(&text).unwrap();
                    assert_eq!(
                        serde_json::from_str::<serde_json::Value>(&changed).unwrap(),
                        expected,
                        "{path}"
                    );
                    assert_eq!(removed.reversed().applied_to(&changed).as_ref(), Some(&text), "{path}");
                }
            }
        }
    }

    #[test]
    fn a_text_on_one_line_stays_on_one() {
        let text = r#"{"a":{"b":1}}"#;
        let new = set(text, &path(&["a", "c"]), "{ \"d\": [1, 2] }", &[]).unwrap().applied_to(text);
        assert_eq!(new.as_deref(), Some(r#"{"a":{"b":1,"c":{"d":[1,2]}}}"#));
    }
}
