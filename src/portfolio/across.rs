//! What contracts of a portfolio say of each other that does not hold: editions under one identifier, contributions
//! that lead nowhere, to another year or in a circle, the same goal with two targets, goals that nobody serves.

use std::collections::{BTreeMap, BTreeSet};

use super::levels::{Contributor, Level, Stands, goal_at};
use super::row::Row;
use crate::check::circles;
use crate::i18n::Words;

/// Something that holds of several contracts together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Across {
    /// Two contracts call themselves the same and are not.
    TwoEditions {
        /// The identifier.
        id: String,
        /// Their files.
        files: Vec<String>,
    },
    /// A goal contributes to one that the other contract does not have.
    UnknownGoal {
        /// The file that says so.
        file: String,
        /// The goal that contributes.
        goal: String,
        /// The goal that is named, as `contract#goal`.
        to: String,
    },
    /// A goal contributes to one that is the same and has another target.
    TwoTargets {
        /// The file of the goal that contributes.
        file: String,
        /// That goal.
        goal: String,
        /// The goal that is named, as `contract#goal`.
        to: String,
    },
    /// A goal contributes to one of another year.
    OtherYear {
        /// The file of the goal that contributes.
        file: String,
        /// That goal.
        goal: String,
        /// The goal that is named, as `contract#goal`.
        to: String,
        /// Its year, and that of the goal that is named.
        years: [i32; 2],
    },
    /// Nobody contributes to a goal, though most goals of its contract are served.
    NotServed {
        /// The contract's file.
        file: String,
        /// The goal.
        goal: String,
    },
    /// Goals that contribute to each other.
    Circle {
        /// The goals, each as `contract#goal`.
        goals: Vec<String>,
    },
}

impl Across {
    /// Its name for programs: that of the check's finding.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TwoEditions { .. } => "contract-twice",
            Self::UnknownGoal { .. } => "unknown-goal-elsewhere",
            Self::TwoTargets { .. } => "same-goal-two-targets",
            Self::OtherYear { .. } => "contribution-of-other-year",
            Self::NotServed { .. } => "goal-without-contributions",
            Self::Circle { .. } => "circular-contributions",
        }
    }

    /// The finding in words.
    pub fn text(&self, words: Words) -> String {
        match self {
            Self::TwoEditions { id, files } => words.two_editions(id, &files.join(", ")),
            Self::UnknownGoal { file, goal, to } => words.leads_nowhere(file, goal, to),
            Self::TwoTargets { file, goal, to } => words.two_targets(file, goal, to),
            Self::OtherYear { file, goal, to, years } => words.of_other_year(file, goal, to, *years),
            Self::NotServed { file, goal } => words.nobody_serves(file, goal),
            Self::Circle { goals } => words.goals_in_circle(&goals.join(" → ")),
        }
    }
}

/// Everything that is found, editions first. Of two contracts of the same identifier the first is meant.
pub(super) fn across(rows: &[Row], levels: &[Level]) -> Vec<Across> {
    let by_id = by_id(rows);
    let mut found = editions(rows, &by_id);
    let links = linked(rows, &by_id, &mut found);
    for level in levels {
        found.extend(level.contributions.iter().filter_map(|one| between(rows, level, one)));
    }
    found.extend(not_served(rows, levels));
    let named = links.names(rows);
    let in_circle = |circle: Vec<usize>| Across::Circle {
        goals: circle.iter().filter_map(|node| named.get(*node).cloned()).collect(),
    };
    found.extend(circles(&links.edges).into_iter().map(in_circle));
    found
}

/// The places of the rows of each identifier.
type ById<'r> = BTreeMap<&'r str, Vec<usize>>;

fn by_id(rows: &[Row]) -> ById<'_> {
    let mut by_id = ById::new();
    for (place, row) in rows.iter().enumerate() {
        by_id.entry(&row.id).or_default().push(place);
    }
    by_id
}

fn editions(rows: &[Row], by_id: &ById<'_>) -> Vec<Across> {
    let file = |place: &usize| rows.get(*place).map_or_else(String::new, |row| row.file.clone());
    let editions = by_id.iter().filter(|(_, places)| places.len() > 1);
    let found = editions.map(|(id, places)| Across::TwoEditions {
        id: (*id).to_owned(),
        files: places.iter().map(file).collect(),
    });
    found.collect()
}

/// Goals that contribute, or are contributed to, and which lead to which.
#[derive(Default)]
struct Links<'r> {
    nodes: BTreeMap<(usize, &'r str), usize>,
    edges: Vec<Vec<usize>>,
}

impl<'r> Links<'r> {
    fn add(&mut self, from: (usize, &'r str), to: (usize, &'r str)) {
        let [from, to] = [from, to].map(|key| {
            let next = self.nodes.len();
            *self.nodes.entry(key).or_insert(next)
        });
        self.edges.resize(self.nodes.len().max(self.edges.len()), Vec::new());
        if let Some(onward) = self.edges.get_mut(from) {
            onward.push(to);
        }
    }

    /// Each goal as `contract#goal`.
    fn names(&self, rows: &[Row]) -> Vec<String> {
        let mut names = vec![String::new(); self.nodes.len()];
        for ((place, goal), number) in &self.nodes {
            if let (Some(name), Some(row)) = (names.get_mut(*number), rows.get(*place)) {
                *name = format!("{}#{goal}", row.id);
            }
        }
        names
    }
}

/// Follows every contribution, and says which of them lead nowhere; so do goals that are said to be served by one that is
/// not there.
fn linked<'r>(rows: &'r [Row], by_id: &ById<'r>, found: &mut Vec<Across>) -> Links<'r> {
    let mut links = Links::default();
    for (place, row) in rows.iter().enumerate() {
        let references = row.links.iter().map(|link| (link, true));
        for ((goal, to), is_onward) in references.chain(row.served_by.iter().map(|link| (link, false))) {
            let Some(from) = row.goals.get(*goal).map(AsRef::as_ref) else { continue };
            let Some((contract, wanted)) = to.split_once('#') else { continue };
            let Some(named) = by_id.get(contract).and_then(|places| places.first()).copied() else {
                continue;
            };
            let is_there = rows
                .get(named)
                .is_some_and(|row| row.goals.iter().chain(&row.areas).any(|goal| **goal == *wanted));
            if !is_there {
                let (file, goal) = (row.file.clone(), from.to_owned());
                found.push(Across::UnknownGoal { file, goal, to: to.to_string() });
            } else if is_onward {
                links.add((place, from), (named, wanted));
            }
        }
    }
    links
}

/// What does not fit between a goal and one that serves it.
fn between(rows: &[Row], level: &Level, one: &Contributor) -> Option<Across> {
    let (row, served) = (rows.get(one.goal.row)?, rows.get(level.goal.row)?);
    let (lower, upper) = (goal_at(rows, one.goal)?, goal_at(rows, level.goal)?);
    let (file, goal) = (row.file.clone(), lower.id.clone());
    let to = format!("{}#{}", served.id, upper.id);
    match row.year.zip(served.year) {
        Some((year, other)) if year != other => {
            Some(Across::OtherYear { file, goal, to, years: [year, other] })
        }
        _ => (one.stands == Stands::AsksOtherwise).then_some(Across::TwoTargets { file, goal, to }),
    }
}

/// Goals that nobody serves, of contracts that serve none themselves and of which most goals are served.
fn not_served(rows: &[Row], levels: &[Level]) -> Vec<Across> {
    let mut served: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
    let mut serving: BTreeSet<usize> = BTreeSet::new();
    for level in levels {
        serving
            .extend(level.contributions.iter().map(|one| one.goal.row).filter(|row| *row != level.goal.row));
        let goal = goal_at(rows, level.goal);
        served.entry(level.goal.row).or_default().extend(goal.map(|goal| goal.id.as_str()));
    }
    let highest = served.iter().filter(|(row, _)| !serving.contains(row));
    let found = highest.flat_map(|(row, served)| {
        let row = rows.get(*row);
        let goals = row.into_iter().flat_map(|row| row.goals.iter().map(move |goal| (row, goal)));
        let alone = goals.filter(|(_, goal)| !served.contains(&***goal));
        let alone: Vec<_> = alone.collect();
        let is_most = row.is_some_and(|row| alone.len() * 2 <= row.goals.len());
        alone.into_iter().filter(move |_| is_most)
    });
    found.map(|(row, goal)| Across::NotServed { file: row.file.clone(), goal: goal.to_string() }).collect()
}
