//! What a person types into the fields of a contract, and what of it is not in the contract yet.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use super::choice::FieldKind;
use super::phrase::{WritingProblem, phrase_words, read_phrase};
use super::value::{FieldProblem, Value, read_value};
use crate::domain::contract::{Contract, GoalId, Weight};
use crate::domain::date::{Period, iso, parse_date};
use crate::domain::number::Decimal;
use crate::findings::Code;
use crate::format::{ContractChange, Said, Written, quoted};
use crate::i18n::requirement;
use crate::i18n::{Lang, Words};

/// Texts in the fields of a contract. A field is named by its place in the contract, a JSON Pointer such as
/// `/goals/2/weight`.
///
/// A text that cannot be read, or that leaves its goal unfinished, waits beside the contract: the contract's own text has no
/// errors at any time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Writing {
    /// Texts that stand in fields and are not, or not yet, in the contract.
    pub typed: BTreeMap<Rc<str>, WrittenText>,
    /// The field that is being typed in.
    pub typing: Option<Rc<str>>,
    /// What keeps the texts of a goal, or of another item, out of the contract.
    pub problems: BTreeMap<Rc<str>, Rc<[Code]>>,
    /// The goal whose rule was taken out, since it did not fit the new target.
    pub without_rule: Option<Rc<str>>,
    /// Whether the contract changed since its findings were looked for.
    pub is_unexamined: bool,
}

/// A text that was typed, and what was made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct WrittenText {
    /// The text.
    pub text: Rc<str>,
    /// The language that it was typed in.
    pub lang: Lang,
    /// Its value as JSON, none where it is empty, or why it cannot be read.
    pub reading: Result<Option<Rc<str>>, WritingProblem>,
}

impl WrittenText {
    /// Reads a text that was typed at a place.
    pub(in crate::app) fn read(at: &str, text: &Rc<str>, lang: Lang, contract: &Contract) -> Self {
        let reading = match WritingKind::at(at) {
            WritingKind::Requirement => read_phrase(contract, at, text, lang).map(Some),
            WritingKind::Weight => {
                read_weight(text, lang, is_of_hundred(contract, at)).map_err(WritingProblem::Field)
            }
            kind => kind.read(text, lang).map_err(WritingProblem::Field),
        };
        let reading = reading.map(|json| json.map(Rc::from));
        Self { text: Rc::clone(text), lang, reading }
    }
}

impl Writing {
    /// The fields whose texts are not in the contract, without the one that is being typed in.
    pub fn waiting(&self) -> usize {
        self.typed.keys().filter(|at| self.typing.as_ref() != Some(at)).count()
    }

    /// What is wrong with the text of a field; none while it is being typed.
    pub fn problem(&self, at: &str) -> Option<&WritingProblem> {
        let typed = self.typed.get(at).filter(|_| self.typing.as_deref() != Some(at))?;
        typed.reading.as_ref().err()
    }

    /// The same after an item of a list came, went or moved: its fields and those behind it have other places.
    pub(in crate::app) fn after_change(&mut self, change: &ContractChange) {
        self.typed = place_anew(&self.typed, change);
        self.problems = place_anew(&self.problems, change);
        self.without_rule = self.without_rule.take().and_then(|at| new_place(&at, change));
        self.typing = None;
    }
}

fn place_anew<T: Clone>(by_place: &BTreeMap<Rc<str>, T>, change: &ContractChange) -> BTreeMap<Rc<str>, T> {
    let mut placed = BTreeMap::new();
    placed.extend(by_place.iter().filter_map(|(at, what)| Some((new_place(at, change)?, what.clone()))));
    placed
}

/// Where a place is after a change; none where it is gone, or a new value stands for what was typed there.
fn new_place(at: &Rc<str>, change: &ContractChange) -> Option<Rc<str>> {
    let is_within =
        |outer: &str| at.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let (list, gone) = match change {
        ContractChange::Set { at: changed, .. } => return (!is_within(changed)).then(|| Rc::clone(at)),
        ContractChange::Remove { at: gone } if is_within(gone) => return None,
        ContractChange::Remove { at: gone } => {
            let (list, index) = gone.rsplit_once('/').unwrap_or((gone, ""));
            (list, index.parse().ok())
        }
        ContractChange::SetEach { list, key, values } => {
            let is_set = |value: (usize, &Option<String>)| {
                value.1.is_some() && is_within(&format!("{list}/{}/{key}", value.0))
            };
            return (!values.iter().enumerate().any(is_set)).then(|| Rc::clone(at));
        }
        ContractChange::Append { .. } => return Some(Rc::clone(at)),
        ContractChange::Insert { list, .. } | ContractChange::Move { list, .. } => (&**list, None),
    };
    let rest = at.strip_prefix(list).and_then(|rest| rest.strip_prefix('/'));
    let (index, rest) = rest.map(|rest| rest.split_once('/').unwrap_or((rest, ""))).unwrap_or_default();
    let Ok(index) = index.parse::<usize>() else { return Some(Rc::clone(at)) };
    let index = match change {
        ContractChange::Remove { .. } if gone.is_some_and(|gone| index > gone) => index - 1,
        ContractChange::Insert { index: new, .. } if index >= *new => index + 1,
        ContractChange::Move { from, to, .. } if index == *from => *to,
        ContractChange::Move { from, to, .. } if *from < index && index <= *to => index - 1,
        ContractChange::Move { from, to, .. } if *to <= index && index < *from => index + 1,
        _ => index,
    };
    Some(if rest.is_empty() { format!("{list}/{index}") } else { format!("{list}/{index}/{rest}") }.into())
}

/// The item that a field belongs to: texts of one item wait for one another. `/goals/2` for `/goals/2/target/value`.
pub fn item_of(at: &str) -> &str {
    let mut ends = at.match_indices('/').map(|(end, _)| end).skip(1).chain([at.len()]);
    let [first, second, third] = [ends.next(), ends.next(), ends.next()];
    let upto = |end: Option<usize>| at.get(..end.unwrap_or(at.len())).unwrap_or(at);
    let is_index = |item: &str| item.rsplit('/').next().is_some_and(|last| last.parse::<usize>().is_ok());
    if is_index(upto(second)) {
        upto(second)
    } else if third.is_some() && is_index(upto(third)) {
        upto(third)
    } else {
        upto(first)
    }
}

/// What a field of a contract takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WritingKind {
    /// A short text.
    Title,
    /// A long text.
    Text,
    /// A number.
    Number,
    /// A share, shown in percent.
    Share,
    /// A year, whose thousands are not set apart.
    Year,
    /// A day.
    Date,
    /// A period.
    Period,
    /// Points, or a range of them.
    Weight,
    /// What has to hold, as a phrase.
    Requirement,
    /// One of a few words.
    Word,
    /// Yes or no.
    Truth,
}

impl WritingKind {
    /// What the field at a place takes.
    pub fn at(at: &str) -> Self {
        let mut steps = at.rsplit('/');
        let (last, around) = (steps.next().unwrap_or_default(), steps.next().unwrap_or_default());
        match (last, around) {
            ("at" | "to" | "factor" | "fraction", _) if at.starts_with("/pay/stages/") => Self::Share,
            (_, "shares") | ("share" | "cap" | "fraction_below", _) => Self::Share,
            ("percent", "ratio") | ("pensionable" | "reviewed", _) => Self::Truth,
            ("weight", _) => Self::Weight,
            ("phrase", _) => Self::Requirement,
            ("binding_year", _) => Self::Year,
            ("institution" | "individual", "points")
            | (
                "value"
                | "percent"
                | "points"
                | "min"
                | "max"
                | "tolerance"
                | "zero_at"
                | "at"
                | "baseline"
                | "total"
                | "decimals"
                | "page"
                | "max_percent"
                | "pension_percent"
                | "holiday_allowance_percent"
                | "amount"
                | "judged"
                | "points_below"
                | "fewer_met_than"
                | "materiality"
                | "vulnerability"
                | "priority",
                _,
            ) => Self::Number,
            ("date", source) if source.parse::<usize>().is_ok() && at.starts_with("/sources/") => Self::Title,
            ("date" | "deadline" | "from" | "to" | "signed" | "level", _) => Self::Date,
            ("period" | "measured", _) => Self::Period,
            ("description" | "wording" | "note" | "action", _) => Self::Text,
            (
                "kind" | "rule" | "between" | "group" | "parent" | "lapsed" | "direction" | "individual_rule"
                | "scale" | "goal" | "party" | "language" | "together",
                _,
            ) => Self::Word,
            _ => Self::Title,
        }
    }

    /// Whether it takes figures.
    pub fn is_figure(self) -> bool {
        matches!(self, Self::Number | Self::Share | Self::Year | Self::Weight)
    }

    /// The value of a text as JSON; none where it is empty.
    fn read(self, text: &str, lang: Lang) -> Result<Option<String>, FieldProblem> {
        let value = |kind| read_value(text, kind, lang, None, None);
        let number = || value(FieldKind::Number);
        Ok(match self {
            // Which percent would be meant is not known here.
            Self::Weight => return read_weight(text, lang, false),
            Self::Share => {
                let share = number()?.as_ref().and_then(Value::number);
                let hundredth = Decimal::new(1, 2);
                share
                    .and_then(|share| share.checked_mul(hundredth))
                    .map(|share| share.normalize().to_string())
            }
            Self::Number | Self::Year => number()?.as_ref().map(json_of),
            Self::Date => value(FieldKind::Date)?.as_ref().map(json_of),
            Self::Period => value(FieldKind::Period)?.as_ref().map(json_of),
            Self::Title => value(FieldKind::Title)?.as_ref().map(json_of),
            Self::Text => value(FieldKind::Text)?.as_ref().map(json_of),
            Self::Word | Self::Requirement => Some(text).filter(|text| !text.is_empty()).map(quoted),
            Self::Truth => Some(text).filter(|text| !text.is_empty()).map(str::to_owned),
        })
    }

    /// The text of what the contract says at a place.
    fn write(self, said: &Said, words: Words) -> String {
        let letters = match said {
            Said::Text(text) | Said::Number(text) => text,
            Said::Truth(truth) => return truth.to_string(),
            Said::Other => return String::new(),
        };
        let number = |by: Decimal| {
            let value = letters.parse::<Decimal>().ok().and_then(|value| value.checked_mul(by));
            value.map(|value| words.number(value.normalize()))
        };
        let text = match self {
            Self::Number | Self::Weight => number(Decimal::ONE),
            Self::Share => number(Decimal::ONE_HUNDRED),
            Self::Date => parse_date(letters).map(|day| words.date(day)),
            Self::Period => Period::parse(letters).map(|period| words.period(period)),
            Self::Year | Self::Title | Self::Text | Self::Word | Self::Truth | Self::Requirement => None,
        };
        text.unwrap_or_else(|| letters.clone())
    }
}

fn json_of(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Date(day) => quoted(&iso(*day)),
        Value::Period(period) => quoted(&period.to_string()),
        Value::Text(text) => quoted(text),
        Value::Choice(choice) => quoted(choice.code()),
    }
}

/// A weight as JSON: `150`, or a range as people write it, `0-150`, `0–150`, `op til 150`; none where nothing is written.
/// A percent is a number of points only where they are 100 in all, which `is_of_hundred` says.
pub fn read_weight(text: &str, lang: Lang, is_of_hundred: bool) -> Result<Option<String>, FieldProblem> {
    if !is_of_hundred && requirement::says_percent(text) {
        return Err(FieldProblem::PercentOfPoints);
    }
    match read_value(text, FieldKind::Points, lang, None, None) {
        Ok(points) => Ok(points.as_ref().map(json_of)),
        Err(problem) => match requirement::read_weight(text, lang) {
            Some(Weight::Fixed(points)) => Ok(Some(points.0.to_string())),
            Some(Weight::Range { min, max }) => Ok(Some(format!("{{\"min\":{},\"max\":{}}}", min.0, max.0))),
            None => Err(problem),
        },
    }
}

/// Whether the weight at a place is one of weights that are 100 together, or are held against each other alone.
pub fn is_of_hundred(contract: &Contract, at: &str) -> bool {
    let total = if at.starts_with("/pay/areas/") {
        contract.pay.as_ref().map(|pay| pay.individual)
    } else {
        contract.points.map(|points| points.total)
    };
    at.contains("/contributes_to/") || total.is_some_and(|total| total.0 == Decimal::ONE_HUNDRED)
}

/// A weight as its field shows it: `150`, or `0–150`.
pub fn weight_text(weight: Weight, words: Words) -> String {
    match weight {
        Weight::Fixed(points) => words.number(points.0),
        Weight::Range { min, max } => format!("{}–{}", words.number(min.0), words.number(max.0)),
    }
}

/// The text of a field: as typed, or what the contract says. `written` holds the contract's text from `base` on.
pub fn written_text(
    writing: &Writing,
    written: Option<&Written<'_>>,
    base: &str,
    at: &str,
    words: Words,
) -> String {
    if let Some(typed) = writing.typed.get(at) {
        return typed.text.to_string();
    }
    let Some((written, within)) = written.zip(at.strip_prefix(base)) else { return String::new() };
    let kind = WritingKind::at(at);
    let said = |within: &str| written.said(within).map(|said| kind.write(&said, words));
    let ends = || Some(format!("{}–{}", said(&format!("{within}/min"))?, said(&format!("{within}/max"))?));
    match kind {
        WritingKind::Weight => ends().or_else(|| said(within)),
        _ => said(within),
    }
    .unwrap_or_default()
}

/// The text of a phrase's field: as typed, or what the contract says.
pub fn phrase_text(writing: &Writing, contract: &Contract, at: &str, words: Words) -> String {
    match writing.typed.get(at) {
        Some(typed) => typed.text.to_string(),
        None => phrase_words(contract, at, words),
    }
}

/// The changes that take a goal out of a contract, and out of what names it.
pub fn goal_removal(contract: &Contract, index: usize) -> Vec<ContractChange> {
    let Some(goal) = contract.goals.get(index) else { return Vec::new() };
    let mut gone: Vec<String> = Vec::new();
    let mut named = |list: String, goals: &[GoalId]| {
        let places = goals.iter().enumerate().rev().filter(|(_, id)| **id == goal.id);
        gone.extend(places.map(|(place, _)| format!("{list}/{place}")));
    };
    for (place, purpose) in contract.purposes.iter().enumerate() {
        named(format!("/purposes/{place}/goals"), &purpose.goals);
    }
    for (place, strategy) in contract.strategy.iter().enumerate() {
        for (within, means) in strategy.means.iter().enumerate() {
            named(format!("/strategy/{place}/means/{within}/goals"), &means.goals);
        }
    }
    let risks = contract.risk.iter().flat_map(|risk| &risk.entries).map(|entry| entry.goal.as_ref());
    let trends = contract.trends.iter().map(|trend| trend.goal.as_ref());
    let outcomes = contract.outcomes.iter().map(|outcome| outcome.goal.as_ref());
    for (list, goals) in [
        ("/risk/entries", risks.collect::<Vec<_>>()),
        ("/trends", trends.collect()),
        ("/outcomes", outcomes.collect()),
    ] {
        let places = goals.iter().enumerate().filter(|(_, id)| **id == Some(&goal.id));
        gone.extend(places.map(|(place, _)| format!("{list}/{place}/goal")));
    }
    gone.push(format!("/goals/{index}"));
    gone.into_iter().map(|at| ContractChange::Remove { at: at.into() }).collect()
}

/// An identifier that none of these is: `goal-7`.
pub fn free_id<'a>(prefix: &str, taken: impl Iterator<Item = &'a str>) -> String {
    let numbers = taken.filter_map(|id| id.strip_prefix(prefix)?.strip_prefix('-')?.parse::<u32>().ok());
    let numbers: BTreeSet<u32> = numbers.collect();
    let next = numbers.last().map_or(Some(1), |last| last.checked_add(1));
    let next = next.or_else(|| (1..=u32::MAX).find(|number| !numbers.contains(number)));
    format!("{prefix}-{}", next.unwrap_or_default())
}

/// The label that follows on one: `Mål 7` after `Mål 6`.
pub fn next_label(label: &str) -> Option<String> {
    let digits = label.bytes().rev().take_while(u8::is_ascii_digit).count();
    let (name, number) = label.split_at_checked(label.len() - digits)?;
    Some(format!("{name}{}", number.parse::<u32>().ok()?.checked_add(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weight_is_read_as_people_write_it() {
        let read = |text: &str| read_weight(text, Lang::Da, false).unwrap();
        for text in ["0-150", "0–150", "op til 150", "Op til 150", "0 - 150", "up to 150", "0-150 point"] {
            assert_eq!(read(text).as_deref(), Some(r#"{"min":0,"max":150}"#), "{text}");
        }
        assert_eq!(
            (read("150").as_deref(), read("12,5").as_deref(), read(" ")),
            (Some("150"), Some("12.5"), None)
        );
        assert!(
            read_weight("op til", Lang::Da, false).is_err() && read_weight("0-x", Lang::Da, false).is_err()
        );
        for percent in ["10 %", "10 pct.", "0–15 procent", "10%"] {
            assert_eq!(
                read_weight(percent, Lang::Da, false),
                Err(FieldProblem::PercentOfPoints),
                "{percent}"
            );
            assert!(read_weight(percent, Lang::Da, true).is_ok(), "{percent}");
        }
    }

    #[test]
    fn a_year_is_shown_as_it_is_written() {
        let shown = |at: &str| WritingKind::at(at).write(&Said::Number("2009".into()), Lang::Da.words());
        assert_eq!((shown("/period/binding_year"), shown("/points/total")), ("2009".into(), "2.009".into()));
    }

    #[test]
    fn fields_belong_to_their_items() {
        for (at, item) in [
            ("/title", "/title"),
            ("/period/from", "/period"),
            ("/goals/2", "/goals/2"),
            ("/goals/2/target/parts/0/date", "/goals/2"),
            ("/pay/points/institution", "/pay"),
            ("/pay/areas/1/weight", "/pay/areas/1"),
            ("/risk/entries/3/goal", "/risk/entries/3"),
            ("/risk/scale/labels/0", "/risk"),
        ] {
            assert_eq!(item_of(at), item, "{at}");
        }
    }

    #[test]
    fn places_follow_their_items() {
        let place =
            |at: &str, change: &ContractChange| new_place(&at.into(), change).map(|at| at.to_string());
        let list: Rc<str> = "/goals".into();
        let moved = |from, to| ContractChange::Move { list: Rc::clone(&list), from, to };
        for (at, change, to) in [
            ("/goals/2/title", ContractChange::Remove { at: "/goals/1".into() }, Some("/goals/1/title")),
            ("/goals/1/title", ContractChange::Remove { at: "/goals/1".into() }, None),
            ("/goals/10", ContractChange::Remove { at: "/goals/1/page".into() }, Some("/goals/10")),
            (
                "/goals/1/x",
                ContractChange::Insert { list: Rc::clone(&list), index: 1, value: "0".into() },
                Some("/goals/2/x"),
            ),
            ("/goals/0/x", moved(0, 2), Some("/goals/2/x")),
            ("/goals/2", moved(0, 2), Some("/goals/1")),
            ("/goals/1/x", moved(2, 0), Some("/goals/2/x")),
            ("/goals/3/x", moved(2, 0), Some("/goals/3/x")),
            ("/title", moved(2, 0), Some("/title")),
            (
                "/goals/1/target/kind",
                ContractChange::Set { at: "/goals/1/target".into(), value: "0".into() },
                None,
            ),
        ] {
            assert_eq!(place(at, &change).as_deref(), to, "{at} {change:?}");
        }
    }

    #[test]
    fn a_new_goal_follows_on_the_last() {
        assert_eq!(next_label("Mål 9").as_deref(), Some("Mål 10"));
        assert_eq!((next_label("Mål"), next_label("A.1").as_deref()), (None, Some("A.2")));
        assert_eq!(free_id("goal", ["goal-2", "goal-x", "goal-10", "x-30"].into_iter()), "goal-11");
        assert_eq!(free_id("goal", ["goal-4294967295", "goal-1"].into_iter()), "goal-2");
    }
}
