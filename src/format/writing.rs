//! Changes of a contract's own text, and what it says at a place: for whoever writes a contract.
//!
//! A place is a JSON Pointer (RFC 6901), such as `/goals/2/target/value`. What a change does not touch stays as it is,
//! letter by letter.

use std::rc::Rc;

use super::case::contract_file;
use super::contract::goal::GOAL;
use super::contract::scoring::rule_keys;
use super::contract::target::{TimedTarget, keys};
use super::contract::{ALL_REMARKS, CONTRACT_KEYS, stage_keys};
use super::drafted::Given;
use super::file::ContractFile;
use super::json::{
    Locator, Node, Value, append, compact, insert, parse, remove, set, set_each, to_text, write_text, written,
};
use super::log::{Log, Remarks, duplicate_keys};
use super::words::{parse_word, values};
use crate::domain::contract::{StageForm, Target, Weight};
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::findings::{Diagnostic, JsonPath, PathStep};
use crate::pace::{at_once, no_pause};

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
    /// What items of a list have under a key gives way to a value. An item without a value stays as it is.
    SetEach {
        /// The list.
        list: Rc<str>,
        /// The key.
        key: Rc<str>,
        /// A value for each item, as JSON.
        values: Rc<[Option<String>]>,
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
    /// Values are put behind the last item of a list, which is made where it is missing.
    Append {
        /// The list.
        list: Rc<str>,
        /// The values, each as JSON.
        values: Rc<[String]>,
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
        ContractChange::SetEach { list, key, values } => {
            set_each(text, &path_at(&parse(text).ok()?, list), key, values)
        }
        ContractChange::Remove { at } => without(text, at),
        ContractChange::Insert { list, index, value } => with_item(text, list, *index, value),
        ContractChange::Append { list, values } => with_items_behind(text, list, values),
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

fn with_items_behind(text: &str, list: &str, values: &[String]) -> Option<String> {
    let root = parse(text).ok()?;
    let path = path_at(&root, list);
    match find(&root, path.steps()).map(|node| &node.value) {
        Some(Value::List(_)) => append(text, &path, values)?.applied_to(text),
        Some(_) => None,
        None => with_value(text, list, &format!("[{}]", values.join(","))),
    }
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
fn target_keys() -> Vec<&'static str> {
    let mut all = Vec::new();
    for key in values().flat_map(keys) {
        if !all.contains(key) {
            all.push(*key);
        }
    }
    all
}

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
    let unlike = |mut all: Vec<&'static str>, fitting: &[&str]| {
        all.retain(|key| !fitting.contains(key));
        all
    };
    let gone: Vec<&str> = match key {
        "kind" if is_target => {
            parse_word(word).map_or_else(|_| Vec::new(), |kind| unlike(target_keys(), keys(kind)))
        }
        "rule" if around.ends_with("/scoring") => parse_word(word).map_or_else(
            |_| Vec::new(),
            |kind| unlike(values().flat_map(rule_keys).copied().collect(), rule_keys(kind)),
        ),
        "amount" if is_pot => vec!["percent"],
        "percent" if is_pot => vec!["amount", "level"],
        "fraction" | "amount" | "percent" if is_stage => unlike(stage_keys(StageForm::Cap).to_vec(), &[key]),
        "value" if is_target => vec!["baseline", "percent", "points"],
        "baseline" if is_target => vec!["value"],
        "percent" if is_target => vec!["value", "points"],
        "points" if is_target => vec!["value", "percent"],
        _ => Vec::new(),
    };
    let there = Written::parse(&text)?.keys(around).into_iter().map(str::to_owned).collect::<Vec<_>>();
    let mut gone = gone.into_iter().filter(|key| there.iter().any(|known| known == key));
    gone.try_fold(text, |text, key| without(&text, &format!("{around}/{key}")))
}

/// Whether a requirement that is written anew says what this key of a target says.
pub fn is_of_requirement(key: &str) -> bool {
    matches!(key, "kind" | "measured") || target_keys().contains(&key)
}

/// What a requirement says of a goal or a part. The outer `None` leaves what the contract says.
#[derive(Clone, Copy, Debug)]
pub struct RequirementSaid<'a> {
    /// What has to hold.
    pub target: &'a Target,
    /// When it is measured.
    pub measured: Option<Period>,
    /// What its figures count.
    pub unit: Option<Option<&'a str>>,
    /// The points that a judgement gives.
    pub weight: Option<Weight>,
}

written!(RequirementSaid<'_>, said => {
    "target": Some(TimedTarget { target: said.target, measured: said.measured }),
    "unit": said.unit,
    "weight": said.weight.map(Given),
});

impl RequirementSaid<'_> {
    /// It as JSON, for [`with_requirement`].
    pub fn to_json(self) -> String {
        to_text(&self)
    }
}

/// The text with a requirement in place of what the target at a place says. Keys that say the same stay as they are
/// written, and so do criteria and levels that the requirement does not name.
pub fn with_requirement(text: &str, at: &str, said: &str) -> Option<String> {
    let said = Written::parse(said)?;
    if said.node("/target").is_none() {
        return Some(text.to_owned());
    }
    let own = [&["kind"][..], &target_keys(), &["measured"]].concat();
    let around = at.strip_suffix("/target").unwrap_or(at);
    let places = own.iter().map(|key| (format!("/target/{key}"), format!("{at}/{key}")));
    let beside = ["/unit", "/weight"].map(|key| (key.to_owned(), format!("{around}{key}")));
    let mut text = text.to_owned();
    for (from, to) in places.chain(beside) {
        let written = Written::parse(&text)?;
        let change = match (said.source(&from), written.source(&to)) {
            (Some("null"), Some(_)) => ContractChange::Remove { at: to.into() },
            (Some("null") | None, None) => continue,
            (Some(new), Some(old)) if is_same(new, old) => continue,
            (Some(new), _) => ContractChange::Set { at: to.into(), value: new.into() },
            (None, Some(_)) if KEPT.iter().any(|key| from.ends_with(key)) => continue,
            (None, Some(_)) => ContractChange::Remove { at: to.into() },
        };
        text = after_change(&text, &change)?;
    }
    Some(text)
}

/// What a requirement leaves where its kind has it.
const KEPT: [&str; 6] = ["/parts", "/criteria", "/scale", "/levels", "/unit", "/weight"];

/// Whether two values are the same, whatever their form.
fn is_same(one: &str, other: &str) -> bool {
    let number = |text: &str| text.parse::<Decimal>().ok();
    number(one).map_or_else(|| compact(one) == compact(other), |one| number(other) == Some(one))
}

/// The text after a change within one goal, which is made in the goal's own text: of a large contract little else is
/// gone through. `change` takes a text and the place of the goal in it.
pub fn within_goal(
    text: &str,
    goal: usize,
    change: impl FnOnce(&str, &str) -> Option<String>,
) -> Option<String> {
    const ALONE: &str = "/goals/0";
    let root = parse(text).ok()?;
    let range = root.get("goals")?.items().get(goal)?.range.clone();
    let line = text.get(..range.start)?.rsplit('\n').next()?;
    let is_compact = !text.trim().contains('\n');
    let blanks = line.len() - line.trim_start_matches(' ').len();
    let (open, close) =
        if is_compact { (String::new(), "") } else { (format!("\n{}", " ".repeat(blanks)), "\n") };
    let alone = format!("{{\"goals\":[{open}{}{close}]}}", text.get(range.clone())?);
    let changed = change(&alone, ALONE)?;
    let goal = Written::parse(&changed)?.source(ALONE)?;
    Some([text.get(..range.start)?, goal, text.get(range.end..)?].concat())
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
