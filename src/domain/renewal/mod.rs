//! Next year's contract out of last year's case: what is proposed for each goal, before anything is written.
//!
//! What is not known is asked, never guessed: a deadline of last year is not moved, and a target without a figure for the
//! new year says so.

mod target;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::rc::Rc;

use super::assessment::{Assessment, Entry};
use super::contract::{Contract, ContractId, EarnedBy, Goal, GoalId, StageKind, Target};
use super::counting::counting_target;
use super::date::Period;
use super::evaluate::evaluate;
use super::evaluation::{GoalOutcome, GoalStatus};
use super::number::Decimal;
pub use target::{NextTarget, way_to};

/// What is proposed for the contract of another year.
#[derive(Clone, Debug)]
pub struct Renewal<'a> {
    /// Last year's contract.
    pub contract: &'a Contract,
    /// The assessment that says what was reached, where there is one.
    pub assessment: Option<&'a Assessment>,
    /// The year that the new contract binds.
    pub year: i32,
    /// How many years later that is.
    pub later: i32,
    /// A proposal for each goal, in the contract's order.
    pub goals: Vec<Proposal<'a>>,
    /// A proposal for each individual area.
    pub areas: Vec<Proposal<'a>>,
}

/// What is proposed for a goal or an area.
#[derive(Clone, Debug)]
pub struct Proposal<'a> {
    /// The goal as it was.
    pub goal: &'a Goal,
    /// What was said about it.
    pub entry: Option<&'a Entry>,
    /// Where it stood in the end.
    pub status: GoalStatus,
    /// Whether it goes on.
    pub fate: Fate,
    /// What it asks for in the new year.
    pub next: NextTarget,
    /// What it would ask for without the old contract's guidelines, where that is something else.
    pub last: Option<NextTarget>,
    /// Whether a condition or a pot names it, so that it cannot be taken out alone.
    pub is_named: bool,
    /// What was reached, for its history; those of parts stand in `next`.
    pub reached: Vec<Reached>,
    /// What a person has to decide.
    pub questions: Vec<Question>,
}

/// Whether a goal is part of the new contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It goes on.
    Carried,
    /// It was to be done once, and is done.
    Done,
    /// It lapsed by agreement.
    Lapsed,
    /// A person takes it out.
    Dropped,
}

/// A figure that was reached, for the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// The period that it is of.
    pub period: Period,
    /// The figure.
    pub value: Decimal,
}

/// What a person has to decide about a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// A deadline has to be agreed anew.
    Deadline,
    /// A target has to be fixed.
    Target,
    /// The guideline gives a figure, and nothing says on which side of it the result has to lie.
    Side(Decimal),
    /// No figure of the new year is known, and last year's stands.
    SameFigure,
    /// A part's scoring rule does not fit its new target and is left out.
    PartRule,
    /// What is proposed was reached already.
    AlreadyReached(Decimal),
    /// It serves a goal of last year's other contract.
    ContributesTo,
    /// It is done or lapsed, and a condition or a pot of the contract names it.
    NamedByCondition,
}

/// Why there can be no proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRenewal {
    /// The contract does not say which year it is for.
    NoYear,
    /// The year is not later than the contract's.
    NotLater(i32),
}

/// What a person decides otherwise than it would be proposed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wishes<'a> {
    /// The year of the new contract; the next one unless given.
    pub year: Option<i32>,
    /// What is decided about goals and areas.
    pub goals: Option<&'a BTreeMap<GoalId, Wish>>,
}

/// What a person decides about one goal.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    /// It goes on although it is done or lapsed.
    Carry,
    /// It does not go on.
    Drop,
    /// It goes on with what it asked for, whatever the guideline says.
    Last,
    /// It goes on with this target.
    Target(Target),
    /// It goes on with these targets of some of its parts, each by the identifiers that lead to it: `concept/report`.
    Parts(BTreeMap<String, Target>),
}

impl<'a> Wishes<'a> {
    fn wish(self, goal: &GoalId) -> Option<&'a Wish> {
        self.goals?.get(goal)
    }
}

/// What is proposed for each goal, by what the assessment says of it.
pub fn propose<'a>(
    contract: &'a Contract,
    assessment: Option<&'a Assessment>,
    wishes: Wishes<'_>,
) -> Result<Renewal<'a>, NoRenewal> {
    let begins = contract.period.map(|period| period.from.year());
    // A contract that says no year is taken to be of the one before.
    let before = wishes.year.and_then(|year| year.checked_sub(1));
    let old = contract.binding_year.or(begins).or(before).ok_or(NoRenewal::NoYear)?;
    let year = wishes.year.unwrap_or_else(|| old.saturating_add(1));
    let later = year.checked_sub(old).filter(|later| *later > 0).ok_or(NoRenewal::NotLater(old))?;
    let nothing = Assessment::new(contract.id.clone());
    let evaluation = evaluate(contract, assessment.unwrap_or(&nothing));
    let years = Years { old, year, later };
    let proposal = |goal: &'a Goal, outcome: Option<&Rc<GoalOutcome>>, entry: Option<&'a Rc<Entry>>| {
        let status = outcome.map_or(GoalStatus::Open, |outcome| outcome.status);
        let named = is_named_by_condition(contract, &goal.id);
        proposal(goal, (status, entry.map(AsRef::as_ref)), years, named, wishes.wish(&goal.id))
    };
    let goals = contract.goals.iter().zip(&evaluation.goals).map(|(goal, outcome)| {
        proposal(goal, Some(outcome), assessment.and_then(|all| all.results.get(&goal.id)))
    });
    let agreement = contract.pay.iter().flat_map(|pay| &pay.areas);
    let areas = agreement.map(|area| {
        let outcomes = evaluation.pay.iter().flat_map(|pay| &pay.areas);
        let outcome = outcomes.into_iter().find(|outcome| outcome.goal == area.id);
        proposal(area, outcome, assessment.and_then(|all| all.individual.areas.get(&area.id)))
    });
    Ok(Renewal { contract, assessment, year, later, goals: goals.collect(), areas: areas.collect() })
}

/// The years of both contracts.
#[derive(Clone, Copy, Debug)]
struct Years {
    old: i32,
    year: i32,
    later: i32,
}

fn proposal<'a>(
    goal: &'a Goal,
    (status, entry): (GoalStatus, Option<&'a Entry>),
    years: Years,
    is_named: bool,
    wish: Option<&Wish>,
) -> Proposal<'a> {
    let mut questions = Vec::new();
    let fate = match (wish, status) {
        (Some(Wish::Drop), _) => Fate::Dropped,
        (None, GoalStatus::Lapsed) if !is_named => Fate::Lapsed,
        (None, GoalStatus::Met) if is_done_once(&goal.target) && !is_named => Fate::Done,
        _ => Fate::Carried,
    };
    let is_over = status == GoalStatus::Lapsed || status == GoalStatus::Met && is_done_once(&goal.target);
    if is_named && is_over {
        questions.push(Question::NamedByCondition);
    }
    let next = target::next_target(goal, entry, years, wish, &mut questions);
    let last = target::next_target(goal, entry, years, Some(&Wish::Last), &mut Vec::new());
    let last = Some(last).filter(|last| last.target != next.target);
    let reached = target::reached(goal, entry, years);
    questions.extend(target::already_reached(&next, goal, &reached));
    if !goal.contributes_to.is_empty() {
        questions.push(Question::ContributesTo);
    }
    Proposal { goal, entry, status, fate, next, last, is_named, reached, questions }
}

/// The goals of other contracts that a goal serves, and those that serve it.
fn references_of(goal: &Goal) -> impl Iterator<Item = &str> {
    let served = goal.contributes_to.iter().map(|one| one.goal.as_str());
    served.chain(goal.served_by.iter().map(String::as_str))
}

/// Whether a target is something that is done and then is over.
fn is_done_once(target: &Target) -> bool {
    match target {
        Target::By(_) | Target::Done => true,
        Target::AllOf(parts) | Target::AnyOf(parts) => parts.iter().all(|part| is_done_once(&part.target)),
        _ => false,
    }
}

/// Whether a condition or a pot names a goal, which cannot be taken out without it.
fn is_named_by_condition(contract: &Contract, id: &GoalId) -> bool {
    let lowest = contract.bands.iter().filter_map(|bands| bands.lowest_when.as_ref());
    let stages = contract.pay.iter().flat_map(|pay| &pay.stages);
    let gates = stages.filter_map(|stage| match &stage.kind {
        StageKind::Gate { when, .. } => Some(when),
        _ => None,
    });
    let pots = contract.pay.iter().flat_map(|pay| &pay.pots);
    let mut earning = pots.filter_map(|pot| match &pot.earned_by {
        EarnedBy::Goals(goals) | EarnedBy::Areas(goals) => Some(goals),
        _ => None,
    });
    lowest.chain(gates).any(|condition| condition.names(id)) || earning.any(|goals| goals.contains(id))
}

impl Proposal<'_> {
    /// Whether the goal is part of the new contract.
    pub fn goes_on(&self) -> bool {
        self.fate == Fate::Carried
    }

    /// The target that it was held against.
    pub fn old_target(&self) -> &Target {
        counting_target(self.goal, self.entry)
    }

    /// The goal with the target of the new year.
    pub fn next_goal(&self) -> Goal {
        self.goal_with(&self.next)
    }

    /// The goal with another target.
    pub fn goal_with(&self, next: &NextTarget) -> Goal {
        Goal { target: next.target.clone(), measured: next.measured, ..self.goal.clone() }
    }
}

impl Renewal<'_> {
    /// The contract that renews another one and has its goal. Of several none: nobody can say which is meant. The own contract
    /// is renewed by the new one, as far as its goals go on.
    pub fn successor<'c>(
        &self,
        contracts: impl IntoIterator<Item = &'c Contract>,
        served: &str,
        goal: &str,
    ) -> Option<ContractId> {
        if served == self.contract.id.as_str() {
            let mut own = self.goals.iter().chain(&self.areas);
            let goes_on = own.any(|one| one.goes_on() && one.goal.id.as_str() == goal);
            return goes_on.then(|| self.new_id().as_str().into());
        }
        let renews = |one: &&Contract| {
            let is_renewed = one.renews.as_ref().is_some_and(|of| of.as_str() == served);
            is_renewed && (one.goal(goal).is_some() || one.area(goal).is_some())
        };
        let mut found = contracts.into_iter().filter(renews).map(|one| &one.id);
        let first = found.next()?;
        found.all(|other| other == first).then(|| first.clone())
    }

    /// The references to goals of other contracts in what goes on, as `contract#goal`, each once.
    pub fn references(&self) -> BTreeSet<&str> {
        let going_on = self.goals.iter().chain(&self.areas).filter(|one| one.goes_on());
        going_on.flat_map(|one| references_of(one.goal)).collect()
    }

    /// A text with the years of the old contract moved: `2009–2012` becomes `2010–2013`.
    pub fn with_years_moved(&self, text: &str) -> String {
        let old = self.year.saturating_sub(self.later);
        let years = self.contract.period.map_or(old..=old, |period| period.from.year()..=period.to.year());
        years_moved(text, &years, self.later)
    }

    /// The new contract's identifier: with its own year where the old one has its, else with the year behind it.
    pub fn new_id(&self) -> String {
        let (old, id) = (self.year.saturating_sub(self.later).to_string(), self.contract.id.as_str());
        if id.contains(&old) {
            id.replace(&old, &self.year.to_string())
        } else {
            format!("{id}-{}", self.year)
        }
    }
}

/// A text with each year among these moved by so many: `2009–2012` becomes `2010–2013`.
pub fn years_moved(text: &str, years: &RangeInclusive<i32>, later: i32) -> String {
    let mut moved = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let (before, digits) = rest.split_at_checked(start).unwrap_or((rest, ""));
        let length = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
        let (number, behind) = digits.split_at_checked(length).unwrap_or((digits, ""));
        moved.push_str(before);
        let year = number.parse::<i32>().ok().filter(|year| number.len() == 4 && years.contains(year));
        match year.and_then(|year| year.checked_add(later)) {
            Some(year) => moved.push_str(&year.to_string()),
            None => moved.push_str(number),
        }
        rest = behind;
    }
    moved + rest
}
