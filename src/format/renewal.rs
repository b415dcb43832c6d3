//! Next year's contract as a text: last year's, with what was proposed and nothing else changed.

use std::collections::HashSet;

use super::ContractFile;
use super::contract::CONTRACT_KEYS;
use super::contract::goal::{GOAL, GoalForm, goal};
use super::contract::target::TimedTarget;
use super::json::{
    Exact, Locator, Node, Splice, Time, insert, merge, parse, remove, set, to_text, with_items, write_text,
    written,
};
use super::log::{Log, Remarks};
use crate::domain::contract::{Contract, ContractId, Figure, GoalId, Part, Target};
use crate::domain::date::{Date, day_of_year, iso};
use crate::domain::renewal::{Proposal, Reached, Renewal};
use crate::findings::JsonPath;
use crate::i18n::{Lang, Words};
use crate::small::sort_by_key;

/// The new contract's text, and the goals whose scoring rule did not fit their new target and was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewed {
    /// The JSON text.
    pub source: String,
    /// Goals that have no rule of their own any more.
    pub without_rule: Vec<GoalId>,
}

/// Writes the contract that a renewal proposes.
///
/// Order, indentation and unknown keys stay. What belongs to last year's document goes: its pages and wordings, what it
/// states elsewhere, remarks, signatures and the names of persons.
pub fn renew(file: &ContractFile, renewal: &Renewal<'_>) -> Renewed {
    let contract = renewal.contract;
    let words = Lang::from_code(&contract.language).unwrap_or_default().words();
    let mut draft = Draft::new(&file.source, CONTRACT_KEYS);
    let mut without_rule = Vec::new();
    for (path, proposals) in
        [(root().key("goals"), &renewal.goals), (root().key("pay").key("areas"), &renewal.areas)]
    {
        let items = draft.sources(&path);
        let renewed = items.iter().zip(proposals).map(|(text, proposal)| {
            proposal.goes_on().then(|| {
                let (text, has_rule) = renewed_goal(text, proposal, renewal, words);
                without_rule.extend((!has_rule).then(|| proposal.goal.id.clone()));
                text
            })
        });
        let renewed: Vec<_> = renewed.collect();
        draft.apply(|text| with_items(text, &path, &renewed));
    }
    let gone: HashSet<&GoalId> = all(renewal).filter(|one| !one.goes_on()).map(|one| &one.goal.id).collect();
    without_references(&mut draft, contract, &gone);
    unreviewed_risks(&mut draft, contract, &gone);
    head(&mut draft, renewal);
    Renewed { source: draft.text, without_rule }
}

/// Turns goals that serve those of another contract, or are served by them, to the one that renews it:
/// `ministry-2009#goal-1` becomes `ministry-2010#goal-1`. `successor` gives what renews a contract and has this goal.
pub fn with_served_renewed(text: &str, successor: impl Fn(&str, &str) -> Option<ContractId>) -> String {
    let Ok(root) = parse(text) else { return text.to_owned() };
    let goals = root.get("goals").map(Node::items).unwrap_or_default();
    let areas = root.get("pay").and_then(|pay| pay.get("areas")).map(Node::items).unwrap_or_default();
    let served = goals.iter().chain(areas);
    let served = served.flat_map(|goal| [goal.get("contributes_to"), goal.get("served_by")]).flatten();
    // A file may name one without a list, and each with how much it counts.
    let named = served.flat_map(|node| std::iter::once(node).chain(node.items()));
    let mut turned: Vec<_> = named
        .filter_map(|node| {
            let node = node.get("goal").unwrap_or(node);
            let (contract, goal) = node.as_text()?.split_once('#')?;
            Some((node.range.clone(), format!("{}#{goal}", successor(contract, goal)?)))
        })
        .collect();
    sort_by_key(&mut turned, |(range, _)| range.start);
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for (range, reference) in turned {
        out.push_str(text.get(done..range.start).unwrap_or_default());
        write_text(&reference, &mut out);
        done = range.end;
    }
    out + text.get(done..).unwrap_or_default()
}

fn all<'r, 'a>(renewal: &'r Renewal<'a>) -> impl Iterator<Item = &'r Proposal<'a>> {
    renewal.goals.iter().chain(&renewal.areas)
}

fn root() -> JsonPath {
    JsonPath::root()
}

/// A text that is changed step by step.
struct Draft {
    text: String,
    /// Where a key stands that the text did not have.
    order: &'static [&'static str],
}

impl Draft {
    fn new(text: &str, order: &'static [&'static str]) -> Self {
        Self { text: text.to_owned(), order }
    }

    /// Makes a change; where it leads nowhere, nothing changes.
    fn apply(&mut self, change: impl FnOnce(&str) -> Option<Splice>) {
        if let Some(text) = change(&self.text).and_then(|splice| splice.applied_to(&self.text)) {
            self.text = text;
        }
    }

    fn set(&mut self, path: &JsonPath, value: &str) {
        let order = self.order;
        self.apply(|text| set(text, path, value, order));
    }

    fn set_text(&mut self, path: &JsonPath, value: &str) {
        let mut written = String::new();
        write_text(value, &mut written);
        self.set(path, &written);
    }

    fn set_day(&mut self, path: &JsonPath, day: Option<Date>) {
        if let Some(day) = day {
            self.set_text(path, &iso(day));
        }
    }

    fn remove(&mut self, path: &JsonPath) {
        self.apply(|text| remove(text, path));
    }

    /// The texts of a list's items; none where there is no list.
    fn sources(&self, list: &JsonPath) -> Vec<String> {
        let Ok(root) = parse(&self.text) else { return Vec::new() };
        let found = list.steps().iter().try_fold(&root, |node, step| node.step(step));
        let items = found.map(Node::items).unwrap_or_default();
        items.iter().map(|item| item.source(&self.text).to_owned()).collect()
    }
}

written!(Reached, reached => { "period": Some(Time::from(reached.period)), "value": Some(Exact(reached.value)), });

/// A figure of the history with where it comes from.
struct Sourced<'a>(&'a Reached, Option<&'a str>);

written!(Sourced<'_>, figure => { ..*figure.0, "source": figure.1, });

/// A goal's text for the new year, and whether its scoring rule could stay.
fn renewed_goal(text: &str, of: &Proposal<'_>, renewal: &Renewal<'_>, words: Words) -> (String, bool) {
    let mut draft = Draft::new(text, GOAL);
    for key in ["also_stated", "page", "wording", "note"] {
        draft.remove(&root().key(key));
    }
    let before = to_text(&TimedTarget { target: &of.goal.target, measured: of.goal.measured });
    let source = renewal.assessment.map(|assessment| words.assessment_title(assessment));
    let next = with_sources(&of.next.target, &of.goal.target, source.as_deref());
    let after = to_text(&TimedTarget { target: &next, measured: of.next.measured });
    if before != after {
        let path = root().key("target");
        let original = parse(text).ok().and_then(|goal| Some(goal.get("target")?.source(text).to_owned()));
        let merged = original.map_or_else(|| after.clone(), |original| merge(&original, &before, &after));
        draft.set(&path, &merged);
    }
    history(&mut draft, of, source.as_deref());
    let guidelines = root().key("guidelines");
    let is_over =
        |at: &usize| of.goal.guidelines.get(*at).is_some_and(|figure| figure.period.year() <= renewal.year);
    let over: Vec<usize> = (0..of.goal.guidelines.len()).filter(is_over).collect();
    // A guideline that nobody could say a side of stays, so that its figure is not lost.
    let is_kept = of.next.target == Target::Undetermined && !of.next.is_guideline;
    if over.len() == of.goal.guidelines.len() && !is_kept {
        draft.remove(&guidelines);
    } else if !is_kept {
        for at in over.into_iter().rev() {
            draft.remove(&guidelines.clone().index(at));
        }
    }
    if let Some(note) = words.renewed_note(of, renewal.year) {
        draft.set_text(&root().key("note"), &note);
    }
    let has_rule = is_readable(&draft.text, renewal.contract);
    if !has_rule {
        draft.remove(&root().key("scoring"));
    }
    (draft.text, has_rule)
}

/// Whether a goal's text has no error, such as a rule on the wrong side of its target.
fn is_readable(text: &str, contract: &Contract) -> bool {
    let locator = Locator::new(text);
    let mut log = Log::new(&locator, Remarks::NONE);
    let form = GoalForm {
        decimals: contract.decimals(),
        default_target: Some(|| Target::Assessed { criteria: Vec::new() }),
    };
    let read = locator.root().and_then(|value| goal(value, form, &mut log));
    read.is_some() && !log.has_errors()
}

fn history(draft: &mut Draft, of: &Proposal<'_>, source: Option<&str>) {
    let list = root().key("history");
    let figures: Vec<String> = of.reached.iter().map(|reached| to_text(&Sourced(reached, source))).collect();
    if of.goal.history.is_empty() && !figures.is_empty() {
        return draft.set(&list, &format!("[{}]", figures.join(",")));
    }
    for (at, figure) in (of.goal.history.len()..).zip(&figures) {
        draft.apply(|text| insert(text, &list, at, figure));
    }
}

/// The target with the source of every figure that its parts' histories have and those of the old one do not.
fn with_sources(target: &Target, old: &Target, source: Option<&str>) -> Target {
    let parts = |parts: &[Part]| {
        let sourced = parts.iter().map(|part| {
            let before = old.parts().and_then(|parts| parts.iter().find(|other| other.id == part.id));
            let known = before.map(|part| part.history.as_slice()).unwrap_or_default();
            let history = part.history.iter().map(|figure| {
                if known.contains(figure) {
                    figure.clone()
                } else {
                    Figure { source: source.map(str::to_owned), ..figure.clone() }
                }
            });
            let target = before.map(|before| with_sources(&part.target, &before.target, source));
            Part {
                history: history.collect(),
                target: target.unwrap_or_else(|| part.target.clone()),
                ..part.clone()
            }
        });
        sourced.collect()
    };
    match target {
        Target::AllOf(of) => Target::AllOf(parts(of)),
        Target::AnyOf(of) => Target::AnyOf(parts(of)),
        other => other.clone(),
    }
}

/// Takes goals that do not go on out of what names them.
fn without_references(draft: &mut Draft, contract: &Contract, gone: &HashSet<&GoalId>) {
    let mut take_out = |list: &JsonPath, goals: &[GoalId]| {
        if goals.iter().any(|goal| gone.contains(goal)) {
            let items = draft.sources(list).into_iter().zip(goals);
            let kept: Vec<_> = items.map(|(text, goal)| (!gone.contains(goal)).then_some(text)).collect();
            draft.apply(|text| with_items(text, list, &kept));
        }
    };
    for (at, purpose) in contract.purposes.iter().enumerate() {
        take_out(&root().key("purposes").index(at).key("goals"), &purpose.goals);
    }
    for (at, strategy) in contract.strategy.iter().enumerate() {
        for (within, means) in strategy.means.iter().enumerate() {
            let path = root().key("strategy").index(at).key("means").index(within).key("goals");
            take_out(&path, &means.goals);
        }
    }
    let trends = contract.trends.iter().map(|trend| trend.goal.as_ref());
    let outcomes = contract.outcomes.iter().map(|outcome| outcome.goal.as_ref());
    for (key, goals) in [("trends", trends.collect::<Vec<_>>()), ("outcomes", outcomes.collect())] {
        for (at, _) in
            goals.iter().enumerate().filter(|(_, goal)| goal.is_some_and(|goal| gone.contains(goal)))
        {
            draft.remove(&root().key(key).index(at).key("goal"));
        }
    }
}

/// Takes along the risks of goals that go on, marked as not looked at.
fn unreviewed_risks(draft: &mut Draft, contract: &Contract, gone: &HashSet<&GoalId>) {
    let Some(register) = &contract.risk else { return };
    let path = root().key("risk").key("entries");
    let items = draft.sources(&path);
    let kept = items.iter().zip(&register.entries).map(|(text, entry)| {
        let goes_on = entry.goal.as_ref().is_none_or(|goal| !gone.contains(goal));
        goes_on.then(|| {
            let mut risk = Draft::new(text, &[]);
            risk.set(&root().key("reviewed"), "false");
            risk.text
        })
    });
    let kept: Vec<_> = kept.collect();
    draft.apply(|text| with_items(text, &path, &kept));
}

/// What the contract says of itself: another name, another period, and nobody's signature.
fn head(draft: &mut Draft, renewal: &Renewal<'_>) {
    let Renewal { contract, later, year, .. } = renewal;
    for key in ["signed", "locked", "signatories", "also_stated"] {
        draft.remove(&root().key(key));
    }
    for (at, report) in contract.reporting.iter().enumerate() {
        if report.date.is_some() {
            draft.remove(&root().key("reporting").index(at).key("date"));
        }
    }
    for (at, source) in contract.sources.iter().enumerate() {
        let path = root().key("sources").index(at);
        draft.remove(&path.clone().key("date"));
        draft.set_text(&path.key("title"), &renewal.with_years_moved(&source.title));
    }
    let moved = |day: Date| day_of_year(day, day.year().saturating_add(*later));
    if let Some(pay) = &contract.pay {
        draft.set_day(&root().key("pay").key("from"), moved(pay.period.from));
        draft.set_day(&root().key("pay").key("to"), moved(pay.period.to));
    }
    if let Some(period) = contract.period {
        let path = root().key("period");
        draft.set_day(&path.clone().key("from"), moved(period.from));
        draft.set_day(&path.clone().key("to"), moved(period.to));
        if contract.binding_year.is_some() {
            draft.set(&path.key("binding_year"), &year.to_string());
        }
    }
    draft.set_text(&root().key("title"), &renewal.with_years_moved(&contract.title));
    draft.set_text(&root().key("renews"), contract.id.as_str());
    draft.set_text(&root().key("id"), &renewal.new_id());
}
