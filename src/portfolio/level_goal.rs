//! A goal that serves one of another contract or is served, in words and figures alone.

use std::collections::BTreeSet;

use crate::domain::assessment::{Assessment, Entry};
use crate::domain::contract::{Contract, Contribution, Goal, Rollup};
use crate::domain::counting::{counting_period, counting_target};
use crate::domain::evaluation::{Evaluation, GoalStatus};
use crate::domain::number::Decimal;
use crate::domain::rollup::Asked;
use crate::domain::timing::Timing;
use crate::i18n::short::{NAME, shortened};
use crate::i18n::{Lang, Words};

/// How long a goal's short name may be.
const LABEL: usize = 40;

/// A goal that serves another one or is served, with what was reached, in words and figures alone.
#[derive(Clone, Debug, PartialEq)]
pub struct LevelGoal {
    /// Its identifier.
    pub id: String,
    /// What it is called in a line.
    pub name: String,
    /// What it is called in short: its label, else its title.
    pub label: String,
    /// What its figures count.
    pub unit: Option<String>,
    /// What has to hold and what fixed that, in Danish and in English.
    requirement: [String; 2],
    /// What was reached, in Danish and in English; empty where nothing was. What has not come to its time is no result.
    result: [String; 2],
    /// Where it stands.
    pub status: GoalStatus,
    /// The figure that was reached.
    pub figure: Option<Decimal>,
    /// Whether it was done, where that was entered.
    pub done: Option<bool>,
    /// How the figures of those that serve it combine.
    pub rollup: Option<Rollup>,
    /// Whether what comes out is what its target asks for.
    pub(super) fits: bool,
    /// What it asks for.
    pub(super) asked: Asked,
    /// The goals that it serves.
    pub(super) contributes_to: Vec<Contribution>,
    /// The goals whose figures combine, as `contract#goal`.
    pub(super) served_by: Vec<String>,
}

/// The goals of a contract that serve others, say how they are served, or are named by other contracts.
pub(super) fn level_goals(
    contract: &Contract,
    assessment: &Assessment,
    evaluation: &Evaluation,
    named: &[Box<str>],
) -> Vec<LevelGoal> {
    let timing = Timing::new(contract, assessment);
    let named: BTreeSet<&str> = named.iter().map(AsRef::as_ref).collect();
    let is_wanted = |goal: &Goal| {
        let names_others = !goal.contributes_to.is_empty() || !goal.served_by.is_empty();
        names_others || named.contains(goal.id.as_str())
    };
    let wanted = contract.goals.iter().zip(&evaluation.goals).filter(|(goal, _)| is_wanted(goal));
    let level = wanted.map(|(goal, outcome)| {
        let entry = assessment.results.get(&goal.id).map(AsRef::as_ref);
        level_goal(goal, entry, outcome.status, timing)
    });
    level.collect()
}

fn level_goal(goal: &Goal, entry: Option<&Entry>, status: GoalStatus, timing: Timing) -> LevelGoal {
    let (target, measured) = (counting_target(goal, entry), counting_period(goal, entry));
    let settled = entry.map(|entry| {
        let entered = timing.entered(target, &entry.reported, (measured, goal.ratio.as_deref()));
        Entry { reported: entered.settled.into_owned(), ..Entry::default() }
    });
    let reached = settled.unwrap_or_default();
    let figure = reached.reported.figure(goal.ratio.as_deref()).filter(|_| status != GoalStatus::Lapsed);
    let both = [Lang::Da, Lang::En].map(Lang::words);
    let result = |words: Words| match figure {
        Some(figure) => words.number(figure),
        None => shortened(&words.entry_result(&reached, Some(target)), NAME),
    };
    LevelGoal {
        id: goal.id.to_string(),
        name: name_of_goal(goal),
        label: shortened(goal.label.as_deref().unwrap_or(&goal.title), LABEL),
        unit: goal.unit.clone(),
        requirement: both.map(|words| words.fixed_target_text(goal, entry)),
        result: both.map(result),
        status,
        figure,
        done: reached.reported.done,
        rollup: goal.rollup,
        fits: goal.rollup.is_some_and(|rollup| rollup.fits(target, goal.unit.as_deref())),
        asked: Asked::new(goal, target, measured),
        contributes_to: goal.contributes_to.clone(),
        served_by: goal.served_by.clone(),
    }
}

impl LevelGoal {
    /// What has to hold, and what fixed that.
    pub fn requirement(&self, words: Words) -> &str {
        let [da, en] = &self.requirement;
        words.pick(da, en)
    }

    /// What was reached; empty where nothing was.
    pub fn result(&self, words: Words) -> &str {
        let [da, en] = &self.result;
        words.pick(da, en)
    }

    /// Whether it is met; none while that is open.
    pub(super) fn is_met(&self) -> Option<bool> {
        match self.status {
            GoalStatus::Met => Some(true),
            GoalStatus::PartlyMet | GoalStatus::NotMet => Some(false),
            GoalStatus::Open | GoalStatus::Undetermined | GoalStatus::Lapsed => None,
        }
    }
}

/// A goal's label and title, as one line shows them.
pub(super) fn name_of_goal(goal: &Goal) -> String {
    let full = match &goal.label {
        Some(label) => format!("{label} · {}", goal.title),
        None => goal.title.clone(),
    };
    shortened(&full, NAME)
}
