//! Changes of a contract's own text, and what it says at a place: for whoever writes a contract.
//!
//! A place is a JSON Pointer (RFC 6901), such as `/goals/2/target/value`. What a change does not touch stays as it is,
//! letter by letter.

use std::rc::Rc;

use super::case::contract_file;
use super::contract::goal::GOAL;
pub use super::contract::scoring::rule_fits;
use super::contract::scoring::rule_keys;
use super::contract::target::keys;
use super::contract::{ALL_REMARKS, CONTRACT_KEYS};
use super::file::ContractFile;
use super::json::{Locator, Node, Value, insert, parse, remove, set, write_text};
use super::log::{Log, Remarks, duplicate_keys};
use super::words::parse_word;
use crate::domain::contract::TargetKind;
use crate::findings::{Diagnostic, JsonPath, PathStep};
use crate::pace::{at_once, no_pause};

/// The words of the scoring rules.
pub const RULES: [&str; 6] = ["all_or_nothing", "linear", "proportional", "scale", "parts", "assessed"];

/// A change of a contract's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContractChange {
    /// A value is put at a place, with the objects and lists around it where they are missing. Another kind of target
    /// or rule takes the keys along that do not belong to it.
    Set {
        /// The place.
        at: Rc<str>,
        /// The value, as JSON.
        value: Rc<str>,
    },
    /// What stands at a place is taken out, and objects and lists around it that hold nothing else.
    Remove {
        /// The place.
        at: Rc<str>,
    },
    /// A value is put into a list, which is made where it is missing.
    Insert {
        /// The list.
        list: Rc<str>,
        /// The place among its items.
        index: usize,
        /// The value, as JSON.
        value: Rc<str>,
    },
    /// An item of a list comes to another place of it.
    Move {
        /// The list.
        list: Rc<str>,
        /// Where it stands.
        from: usize,
        /// Where it comes to stand.
        to: usize,
    },
}

/// The text after a change; none where the place cannot be had.
pub fn after_change(text: &str, change: &ContractChange) -> Option<String> {
    match change {
        ContractChange::Set { at, value } => with_fitting_keys(with_value(text, at, value)?, at, value),
        ContractChange::Remove { at } => without(text, at),
        ContractChange::Insert { list, index, value } => with_item(text, list, *index, value),
        ContractChange::Move { list, from, to } => moved(text, list, *from, *to),
    }
}

/// Reads a contract from a text, with its findings; else the findings that refuse it. `with_remarks` also looks for what
/// cannot refuse it, which takes its time in a large one.
pub fn read_written(
    text: &str,
    with_remarks: bool,
) -> Result<(ContractFile, Vec<Diagnostic>), Vec<Diagnostic>> {
    let Ok(root) = parse(text) else { return Err(Vec::new()) };
    let locator = Locator::with_root(text, root);
    let mut log = Log::new(&locator, if with_remarks { ALL_REMARKS } else { Remarks::NONE });
    let Some(root) = locator.root() else { return Err(Vec::new()) };
    let file = at_once(async {
        duplicate_keys(root, &mut log, &mut no_pause).await;
        contract_file(root, text, &JsonPath::root(), &mut log, &mut no_pause).await
    });
    let file = file.filter(|_| !log.has_errors());
    let found = log.diagnostics();
    match file {
        Some(file) => Ok((file, found)),
        None => Err(found),
    }
}

/// A text in quotation marks.
pub fn quoted(text: &str) -> String {
    let mut out = String::new();
    write_text(text, &mut out);
    out
}

/// What a text says at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Words.
    Text(String),
    /// A number, by its letters.
    Number(String),
    /// Yes or no.
    Truth(bool),
    /// Nothing, or something that holds others.
    Other,
}

/// A contract's text or a part of it, with what it says.
#[derive(Debug)]
pub struct Written<'t> {
    text: &'t str,
    root: Node<'t>,
}

impl<'t> Written<'t> {
    /// Parses a text; none where it is no JSON.
    pub fn parse(text: &'t str) -> Option<Self> {
        Some(Self { text, root: parse(text).ok()? })
    }

    /// What stands at a place; none where nothing does.
    pub fn said(&self, at: &str) -> Option<Said> {
        Some(match &self.node(at)?.value {
            Value::Text(text) => Said::Text(text.clone().into_owned()),
            Value::Number(number) => Said::Number((*number).to_owned()),
            Value::Truth(truth) => Said::Truth(*truth),
            Value::Null | Value::List(_) | Value::Object(_) => Said::Other,
        })
    }

    /// The letters of what stands at a place.
    pub fn source(&self, at: &str) -> Option<&'t str> {
        self.text.get(self.node(at)?.range.clone())
    }

    /// How many items the list at a place has.
    pub fn items(&self, at: &str) -> usize {
        self.node(at).map_or(0, |node| node.items().len())
    }

    /// The keys of the object at a place.
    pub fn keys(&self, at: &str) -> Vec<&str> {
        let members = self.node(at).map(Node::members).unwrap_or_default();
        members.iter().map(|member| &*member.name).collect()
    }

    fn node(&self, at: &str) -> Option<&Node<'t>> {
        find(&self.root, path_at(&self.root, at).steps())
    }
}

/// The text of an object without one of its keys, such as a contract's without its goals.
pub fn without_key(text: &str, key: &str) -> Option<String> {
    let path = JsonPath::root().key(key.to_owned());
    match remove(text, &path) {
        Some(splice) => splice.applied_to(text),
        None => Some(text.to_owned()),
    }
}

/// The path of a place. A number leads into a list, or stands for itself where there is an object.
fn path_at(root: &Node<'_>, at: &str) -> JsonPath {
    let (mut node, mut path) = (Some(root), JsonPath::root());
    for segment in at.split('/').skip(1) {
        let key = segment.replace("~1", "/").replace("~0", "~");
        let leads_into_list = node.is_none_or(|node| !matches!(node.value, Value::Object(_)));
        let step = match key.parse().ok().filter(|_| leads_into_list) {
            Some(index) => PathStep::Index(index),
            None => PathStep::Key(key.into()),
        };
        node = node.and_then(|node| node.step(&step));
        path = with_step(path, &step);
    }
    path
}

fn with_step(path: JsonPath, step: &PathStep) -> JsonPath {
    match step {
        PathStep::Key(key) => path.key(key.clone()),
        PathStep::Index(index) => path.index(*index),
    }
}

fn find<'n, 't>(root: &'n Node<'t>, steps: &[PathStep]) -> Option<&'n Node<'t>> {
    steps.iter().try_fold(root, |node, step| node.step(step))
}

/// The text with a value at a place. What is missing around it is made; a list grows at its end.
fn with_value(text: &str, at: &str, value: &str) -> Option<String> {
    let root = parse(text).ok()?;
    let path = path_at(&root, at);
    let steps = path.steps();
    let (mut node, mut depth) = (&root, 0);
    while let Some(next) = steps.get(depth).and_then(|step| node.step(step)) {
        (node, depth) = (next, depth + 1);
    }
    // A figure or a word gives way to an object in its place.
    if depth == steps.len() || !node.holds_others() {
        depth = depth.checked_sub(1)?;
    }
    let (around, rest) = steps.split_at_checked(depth)?;
    let (step, inner) = rest.split_first()?;
    let (around, value) = (around.iter().fold(JsonPath::root(), with_step), nested(inner, value)?);
    let splice = match (step, find(&root, around.steps()).map(|node| &node.value)) {
        (PathStep::Index(index), Some(Value::List(items))) if *index == items.len() => {
            insert(text, &around, *index, &value)
        }
        (step, _) => set(text, &with_step(around.clone(), step), &value, order(&around)),
    };
    splice?.applied_to(text)
}

/// A value within the objects and lists that these steps lead through.
fn nested(steps: &[PathStep], value: &str) -> Option<String> {
    steps.iter().rev().try_fold(value.to_owned(), |inner, step| match step {
        PathStep::Key(key) => Some(format!("{{{}:{inner}}}", quoted(key))),
        PathStep::Index(0) => Some(format!("[{inner}]")),
        PathStep::Index(_) => None,
    })
}

fn with_item(text: &str, list: &str, index: usize, value: &str) -> Option<String> {
    let root = parse(text).ok()?;
    let path = path_at(&root, list);
    match find(&root, path.steps()).map(|node| &node.value) {
        Some(Value::List(_)) => insert(text, &path, index, value)?.applied_to(text),
        Some(_) => None,
        None => with_value(text, list, &format!("[{value}]")),
    }
}

/// The text without what stands at a place. What held nothing else goes too, but for the list of goals and for items.
fn without(text: &str, at: &str) -> Option<String> {
    let root = parse(text).ok()?;
    let path = path_at(&root, at);
    let steps = path.steps();
    if find(&root, steps).is_none() {
        return Some(text.to_owned());
    }
    let holds_one = |depth: usize| {
        let node = steps.get(..depth).and_then(|steps| find(&root, steps));
        node.is_some_and(|node| node.items().len() + node.members().len() == 1)
    };
    let may_go = |step: Option<&PathStep>| matches!(step, Some(PathStep::Key(key)) if key != "goals");
    let mut depth = steps.len();
    while depth > 1 && may_go(steps.get(depth - 2)) && holds_one(depth - 1) {
        depth -= 1;
    }
    let path = steps.get(..depth)?.iter().fold(JsonPath::root(), with_step);
    remove(text, &path)?.applied_to(text)
}

/// The text with an item of a list at another place. What stands between the items stays where it is.
fn moved(text: &str, list: &str, from: usize, to: usize) -> Option<String> {
    let root = parse(text).ok()?;
    let items = find(&root, path_at(&root, list).steps())?.items();
    if from.max(to) >= items.len() {
        return None;
    }
    let mut order: Vec<&Node<'_>> = items.iter().collect();
    let item = order.remove(from);
    order.insert(to, item);
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for (slot, item) in items.iter().zip(order) {
        out.push_str(text.get(done..slot.range.start)?);
        out.push_str(item.source(text));
        done = slot.range.end;
    }
    out.push_str(text.get(done..)?);
    Some(out)
}

/// The keys that belong to one kind of target or another.
const TARGET_KEYS: &[&str] = &[
    "value",
    "baseline",
    "percent",
    "points",
    "min",
    "max",
    "tolerance",
    "date",
    "parts",
    "criteria",
    "scale",
    "levels",
];

/// The keys that belong to one rule or another.
const RULE_KEYS: &[&str] = &["zero_at", "cap", "steps", "between", "shares"];

/// The text without the keys that cannot stand beside what was put at a place.
fn with_fitting_keys(text: String, at: &str, value: &str) -> Option<String> {
    let Some((mut around, mut key)) = at.rsplit_once('/') else { return Some(text) };
    if let Some(outer) = around.strip_suffix("/baseline") {
        (around, key) = (outer, "baseline");
    }
    let word = value.trim_matches('"');
    let is_target = around.ends_with("/target") || around.rsplit('/').nth(1) == Some("parts");
    let is_pot = around.starts_with("/pay/pots/");
    let is_stage = around.starts_with("/pay/stages/");
    let unlike = |all: &[&'static str], fitting: &[&str]| {
        all.iter().filter(|key| !fitting.contains(key)).copied().collect()
    };
    let gone: Vec<&str> = match key {
        "kind" if is_target => {
            parse_word::<TargetKind>(word).map_or_else(|_| Vec::new(), |kind| unlike(TARGET_KEYS, keys(kind)))
        }
        "rule" if around.ends_with("/scoring") => {
            rule_keys(word).map_or_else(Vec::new, |keys| unlike(RULE_KEYS, keys))
        }
        "amount" if is_pot => vec!["percent"],
        "percent" if is_pot => vec!["amount", "level"],
        "fraction" | "amount" | "percent" if is_stage => unlike(&["fraction", "amount", "percent"], &[key]),
        "value" if is_target => vec!["baseline", "percent", "points"],
        "baseline" if is_target => vec!["value"],
        "percent" if is_target => vec!["value", "points"],
        "points" if is_target => vec!["value", "percent"],
        _ => Vec::new(),
    };
    gone.into_iter().try_fold(text, |text, key| without(&text, &format!("{around}/{key}")))
}

/// Where a key that an object does not have comes to stand among its others.
fn order(object: &JsonPath) -> &'static [&'static str] {
    let is = |step: &PathStep, name: &str| matches!(step, PathStep::Key(key) if key == name);
    match object.steps() {
        [] => CONTRACT_KEYS,
        [list, PathStep::Index(_)] if is(list, "goals") => GOAL,
        [pay, list, PathStep::Index(_)] if is(pay, "pay") && is(list, "areas") => GOAL,
        _ => INNER_KEYS,
    }
}

/// The keys of all smaller objects, each in its own order.
const INNER_KEYS: &[&str] = &[
    "id",
    "goal",
    "name",
    "title",
    "party",
    "wording",
    "page",
    "unit",
    "ratio",
    "kind",
    "rule",
    "from",
    "to",
    "binding_year",
    "total",
    "decimals",
    "institution",
    "individual",
    "pots",
    "stages",
    "scale",
    "bands",
    "entries",
    "period",
    "value",
    "baseline",
    "percent",
    "points",
    "min",
    "max",
    "tolerance",
    "date",
    "deadline",
    "parts",
    "criteria",
    "levels",
    "measured",
    "zero_at",
    "at",
    "share",
    "cap",
    "steps",
    "between",
    "shares",
    "areas",
    "individual_rule",
    "max_percent",
    "direction",
    "pensionable",
    "holiday_allowance_percent",
    "pension_percent",
    "adjustment",
    "materiality",
    "vulnerability",
    "priority",
    "action",
    "reviewed",
    "parent",
    "source",
    "history",
    "guidelines",
];

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"{
  "id": "a",  "goals": [
    { "id": "g", "own": 1.50, "title": "G", "target": { "kind": "at_most", "value": 5.0 } },
    { "id": "h", "title": "H", "target": { "kind": "done" } }
  ]
}
"#;

    fn set(at: &str, value: &str) -> ContractChange {
        ContractChange::Set { at: at.into(), value: value.into() }
    }

    fn gone(at: &str) -> ContractChange {
        ContractChange::Remove { at: at.into() }
    }

    fn item(list: &str, index: usize, value: &str) -> ContractChange {
        ContractChange::Insert { list: list.into(), index, value: value.into() }
    }

    #[test]
    fn a_change_of_a_contract_leaves_the_rest_as_it_is() {
        let at_most = r#"{ "kind": "at_most", "value": 5.0 }"#;
        let (one, two) = (
            r#"{ "id": "g", "own": 1.50, "title": "G", "target": { "kind": "at_most", "value": 5.0 } }"#,
            r#"{ "id": "h", "title": "H", "target": { "kind": "done" } }"#,
        );
        let both = format!("{one},\n    {two}");
        for (change, from, to) in [
            (set("/goals/0/weight", "5"), r#""title": "G", "#, r#""title": "G", "weight": 5, "#),
            (set("/title", "\"T\""), r#""id": "a",  "#, r#""id": "a",  "title": "T",  "#),
            // What is missing around it is made.
            (
                set("/pay/points/institution", "700"),
                "\n  ]\n",
                "\n  ],  \"pay\": { \"points\": { \"institution\": 700 } }\n",
            ),
            (
                set("/goals/1/history/0/value", "7"),
                r#""done" } }"#,
                r#""done" }, "history": [{ "value": 7 }] }"#,
            ),
            // Another kind takes along what belonged to the one before.
            (set("/goals/0/target/kind", "\"by\""), at_most, r#"{ "kind": "by" }"#),
            (set("/goals/0/target/kind", "\"below\""), at_most, r#"{ "kind": "below", "value": 5.0 }"#),
            (
                set("/goals/0/target/baseline/period", "\"2008\""),
                at_most,
                r#"{ "kind": "at_most", "baseline": { "period": "2008" } }"#,
            ),
            (gone("/goals/0/target/value"), at_most, r#"{ "kind": "at_most" }"#),
            (
                gone("/goals/1"),
                ",\n    { \"id\": \"h\", \"title\": \"H\", \"target\": { \"kind\": \"done\" } }",
                "",
            ),
            (gone("/nowhere"), "", ""),
            (item("/groups", 0, r#"{"id":"x"}"#), r#""a",  "#, r#""a",  "groups": [{ "id": "x" }],  "#),
            (item("/goals", 1, r#"{"id":"i"}"#), two, &format!("{{ \"id\": \"i\" }},\n    {two}")),
            (
                ContractChange::Move { list: "/goals".into(), from: 1, to: 0 },
                &both,
                &format!("{two},\n    {one}"),
            ),
        ] {
            let expected = TEXT.replacen(from, to, 1);
            assert_eq!(after_change(TEXT, &change).unwrap(), expected, "{change:?}");
        }
    }

    #[test]
    fn a_pot_and_a_cap_have_one_size() {
        let text = r#"{"pay":{"pots":[{"id":"a","amount":5,"level":"2012-03-31"}],"stages":[{"id":"s","fraction":1}]}}"#;
        for (change, from, to) in [
            (set("/pay/pots/0/percent", "7"), r#""amount":5,"level":"2012-03-31""#, r#""percent":7"#),
            (set("/pay/stages/0/amount", "9"), r#""fraction":1"#, r#""amount":9"#),
        ] {
            assert_eq!(after_change(text, &change).unwrap(), text.replacen(from, to, 1), "{change:?}");
        }
    }

    #[test]
    fn what_held_nothing_else_goes_along() {
        let text =
            r#"{"goals":[{"id":"g"}],"points":{"total":5},"pay":{"areas":[{"id":"x"}],"from":"2009-01-01"}}"#;
        let after = |change| after_change(text, &change).unwrap();
        assert_eq!(after(gone("/points/total")), text.replace(r#""points":{"total":5},"#, ""));
        assert_eq!(after(gone("/pay/areas/0")), text.replace(r#""areas":[{"id":"x"}],"#, ""));
        // A contract without goals has a list of none.
        assert_eq!(after(gone("/goals/0")), text.replace(r#"{"id":"g"}"#, ""));
        // A place that is no place.
        assert_eq!(after_change(text, &item("/points", 0, "1")), None);
        assert_eq!(after_change(text, &set("/goals/7/id", "1")), None);
        assert_eq!(after_change(text, &ContractChange::Move { list: "/goals".into(), from: 0, to: 1 }), None);
    }

    #[test]
    fn a_place_is_looked_up_by_pointer() {
        let written = Written::parse(r#"{"shares":{"1":0.50},"list":[{"a/b":"x"}],"yes":true}"#).unwrap();
        assert_eq!(written.said("/shares/1"), Some(Said::Number("0.50".to_owned())));
        assert_eq!(written.said("/list/0/a~1b"), Some(Said::Text("x".to_owned())));
        assert_eq!(written.said("/yes"), Some(Said::Truth(true)));
        assert_eq!((written.said("/list"), written.said("/list/1")), (Some(Said::Other), None));
        assert_eq!((written.items("/list"), written.keys("").len()), (1, 3));
    }
}
