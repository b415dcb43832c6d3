//! Two contracts by their goals: what is new, gone, tightened, loosened or agreed otherwise.
//!
//! Goals, areas and groups are the same where their identifiers are.

mod around;
mod goal;
mod kind;
mod target;

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::assessment::{Assessment, Entry};
use super::contract::{
    AdjustmentTerms, Contract, DateRange, Goal, GoalId, Group, IndividualRule, LapsedRule, Rule, Weight,
};
use super::number::{Decimal, Percent, Points};
pub use kind::ChangeKind;

/// A contract that is compared.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// What it says.
    pub contract: &'a Contract,
    /// The assessment whose addenda fix its targets, where there is one.
    pub assessment: Option<&'a Assessment>,
}

/// Something that two contracts say differently.
#[derive(Clone, Debug, PartialEq)]
pub struct Change<'a> {
    /// Where it is said.
    pub place: ChangedPlace<'a>,
    /// What differs.
    pub what: Difference<'a>,
}

/// A part of a contract that differs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ChangedPlace<'a> {
    /// The contract as a whole.
    Contract,
    /// A group of goals.
    Group(&'a Group),
    /// A goal.
    Goal(&'a Goal),
    /// An individual area of the pay agreement.
    Area(&'a Goal),
    /// The pay agreement.
    Pay,
    /// A risk by its title, with the goal that it threatens.
    Risk(&'a str, Option<&'a Goal>),
}

/// What differs there.
#[derive(Clone, Debug, PartialEq)]
pub enum Difference<'a> {
    /// Only the new contract has it, with this weight.
    New(Option<Weight>),
    /// Only the old contract has it, with this weight.
    Gone(Option<Weight>),
    /// One term in both editions; none where an edition is silent.
    Term(Term, [Option<Stated<'a>>; 2]),
    /// A target in both editions, and which way it moved.
    Target([AskedGoal<'a>; 2], Effect),
    /// Terms that differ and are too long to be shown.
    Others(Vec<Term>),
}

/// A goal with the entry whose addendum may fix its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AskedGoal<'a> {
    /// The goal.
    pub goal: &'a Goal,
    /// What its assessment says about it.
    pub entry: Option<&'a Entry>,
}

/// Which way a target moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It is harder to reach, by so many percent where figures say it.
    Tightened(Option<Decimal>),
    /// It is easier to reach, by so many percent where figures say it.
    Loosened(Option<Decimal>),
    /// It was open, and is fixed now.
    Fixed,
    /// It was fixed, and is open now.
    Opened,
    /// It asks for the same, at another time or in other words.
    Alike,
    /// It asks for something else.
    Other,
}

/// What can differ.
#[allow(missing_docs, reason = "each is a term of docs/format.md")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Term {
    Title,
    Label,
    Group,
    Weight,
    Weights,
    Unit,
    Rule,
    Institution,
    Department,
    Period,
    BindingYear,
    TotalPoints,
    Lapsed,
    InstitutionPoints,
    IndividualPoints,
    IndividualRule,
    MaxPercent,
    Pensionable,
    PensionPercent,
    HolidayAllowance,
    Adjustment,
    Pots,
    Stages,
    Priority,
    Action,
    Wording,
    History,
    Ratio,
    Guidelines,
    Resources,
    ContributesTo,
    Signatories,
    Bands,
    Purposes,
    Strategy,
    Budget,
    Outcomes,
    Reporting,
}

/// What an edition says of a term.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Stated<'a> {
    /// A text.
    Text(&'a str),
    /// A weight.
    Weight(Weight),
    /// Points.
    Points(Points),
    /// A percent.
    Percent(Percent),
    /// From one day to another.
    Days(DateRange),
    /// A year.
    Year(i32),
    /// Yes or no.
    Truth(bool),
    /// A priority.
    Priority(u32),
    /// A rule of scoring.
    Rule(&'a Rule),
    /// What happens with the weight of lapsed goals.
    Lapsed(LapsedRule),
    /// How the individual areas are judged.
    IndividualRule(IndividualRule),
    /// How the pay may be adjusted.
    Adjustment(AdjustmentTerms),
}

/// How many goals and areas changed, and how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Only the new contract has them.
    pub new: usize,
    /// Only the old contract has them.
    pub gone: usize,
    /// Their requirement is harder to reach.
    pub tightened: usize,
    /// Their requirement is easier to reach.
    pub loosened: usize,
}

impl Counts {
    /// Counts the goals and areas among changes.
    pub fn count(changes: &[Change<'_>]) -> Self {
        let mut counts = Self::default();
        let of_goals =
            |change: &&Change<'_>| matches!(change.place, ChangedPlace::Goal(_) | ChangedPlace::Area(_));
        for change in changes.iter().filter(of_goals) {
            match change.what {
                Difference::New(_) => counts.new += 1,
                Difference::Gone(_) => counts.gone += 1,
                Difference::Target(_, Effect::Tightened(_)) => counts.tightened += 1,
                Difference::Target(_, Effect::Loosened(_)) => counts.loosened += 1,
                _ => {}
            }
        }
        counts
    }
}

/// Everything that the second edition says otherwise than the first: the contract itself, its groups, goals, pay, areas
/// and risks.
pub fn changes(editions: [Edition<'_>; 2]) -> Vec<Change<'_>> {
    let mut found = Vec::new();
    around::contract(editions, &mut found);
    around::groups(editions, &mut found);
    let entries = editions.map(|edition| edition.assessment.map(|assessment| &assessment.results));
    let goals = editions.map(|edition| edition.contract.goals.as_slice());
    for pair in paired(goals) {
        let asked = [0, 1].map(|side| asked(pair, entries, side));
        goal::changes(asked, editions, ChangedPlace::Goal, &mut found);
    }
    around::pay(editions, &mut found);
    let entries = editions.map(|edition| edition.assessment.map(|assessment| &assessment.individual.areas));
    let areas = editions
        .map(|edition| edition.contract.pay.as_ref().map(|pay| pay.areas.as_slice()).unwrap_or_default());
    for pair in paired(areas) {
        let asked = [0, 1].map(|side| asked(pair, entries, side));
        goal::changes(asked, editions, ChangedPlace::Area, &mut found);
    }
    around::risks(editions, &mut found);
    found
}

type Entries<'a> = Option<&'a BTreeMap<GoalId, Rc<Entry>>>;

fn asked<'a>(
    pair: [Option<&'a Rc<Goal>>; 2],
    entries: [Entries<'a>; 2],
    side: usize,
) -> Option<AskedGoal<'a>> {
    let goal = pair.get(side).copied().flatten()?;
    let entry = entries.get(side).copied().flatten().and_then(|entries| entries.get(&goal.id));
    Some(AskedGoal { goal, entry: entry.map(AsRef::as_ref) })
}

/// The goals of both lists by their identifiers: those of the second in its order, and those that are gone behind the
/// goal that they stood behind.
fn paired([before, after]: [&[Rc<Goal>]; 2]) -> Vec<[Option<&Rc<Goal>>; 2]> {
    let known: HashMap<&GoalId, &Rc<Goal>> = before.iter().map(|goal| (&goal.id, goal)).collect();
    let kept: HashMap<&GoalId, &Rc<Goal>> = after.iter().map(|goal| (&goal.id, goal)).collect();
    // What is gone, under the goal before it that is still there; at the beginning where there is none.
    let mut gone: HashMap<Option<&GoalId>, Vec<&Rc<Goal>>> = HashMap::new();
    let mut last = None;
    for goal in before {
        if kept.contains_key(&goal.id) {
            last = Some(&goal.id);
        } else {
            gone.entry(last).or_default().push(goal);
        }
    }
    let removed = |goal| [Some(goal), None];
    let mut pairs: Vec<_> = gone.remove(&None).into_iter().flatten().map(removed).collect();
    for goal in after {
        pairs.push([known.get(&goal.id).copied(), Some(goal)]);
        pairs.extend(gone.remove(&Some(&goal.id)).into_iter().flatten().map(removed));
    }
    pairs
}

/// Notes a term where the editions differ in it.
fn compare_term<'a>(
    place: ChangedPlace<'a>,
    term: Term,
    stated: [Option<Stated<'a>>; 2],
    found: &mut Vec<Change<'a>>,
) {
    let [before, after] = &stated;
    if before != after {
        found.push(Change { place, what: Difference::Term(term, stated) });
    }
}

/// Notes the terms that differ and are not shown.
fn note_others<'a>(place: ChangedPlace<'a>, terms: &[(Term, bool)], found: &mut Vec<Change<'a>>) {
    let others: Vec<_> = terms.iter().filter(|(_, differs)| *differs).map(|(term, _)| *term).collect();
    if !others.is_empty() {
        found.push(Change { place, what: Difference::Others(others) });
    }
}
