//! What contracts of a portfolio say of each other that does not hold: editions under one identifier, contributions
//! that lead nowhere or in a circle.

use std::collections::BTreeMap;

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
            Self::Circle { .. } => "circular-contributions",
        }
    }

    /// The finding in words.
    pub fn text(&self, words: Words) -> String {
        match self {
            Self::TwoEditions { id, files } => words.two_editions(id, &files.join(", ")),
            Self::UnknownGoal { file, goal, to } => words.leads_nowhere(file, goal, to),
            Self::Circle { goals } => words.goals_in_circle(&goals.join(" → ")),
        }
    }
}

/// Everything that is found, editions first. Of two contracts of the same identifier the first is meant.
pub(super) fn across(rows: &[Row]) -> Vec<Across> {
    let mut by_id: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        by_id.entry(&row.id).or_default().push(place);
    }
    let file = |place: &usize| rows.get(*place).map_or_else(String::new, |row| row.file.clone());
    let editions = by_id.iter().filter(|(_, places)| places.len() > 1);
    let mut found: Vec<Across> = editions
        .map(|(id, places)| Across::TwoEditions {
            id: (*id).to_owned(),
            files: places.iter().map(file).collect(),
        })
        .collect();
    // Only goals that contribute, or are contributed to, are nodes.
    let mut nodes: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let mut edges: Vec<Vec<usize>> = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        for (goal, to) in &row.links {
            let Some(from) = row.goals.get(*goal).map(AsRef::as_ref) else { continue };
            let Some((contract, wanted)) = to.split_once('#') else { continue };
            let Some(named) = by_id.get(contract).and_then(|places| places.first()).copied() else {
                continue;
            };
            let is_there = rows.get(named).is_some_and(|row| row.goals.iter().any(|goal| **goal == *wanted));
            if !is_there {
                let (file, goal) = (row.file.clone(), from.to_owned());
                found.push(Across::UnknownGoal { file, goal, to: to.to_string() });
                continue;
            }
            let [from, to] = [(place, from), (named, wanted)].map(|key| {
                let next = nodes.len();
                *nodes.entry(key).or_insert(next)
            });
            edges.resize(nodes.len().max(edges.len()), Vec::new());
            if let Some(onward) = edges.get_mut(from) {
                onward.push(to);
            }
        }
    }
    found.extend(
        circles(&edges).into_iter().map(|circle| Across::Circle { goals: named(rows, &nodes, &circle) }),
    );
    found
}

fn named(rows: &[Row], nodes: &BTreeMap<(usize, &str), usize>, circle: &[usize]) -> Vec<String> {
    let name = |node: &usize| {
        let ((place, goal), _) = nodes.iter().find(|(_, number)| *number == node)?;
        Some(format!("{}#{goal}", rows.get(*place)?.id))
    };
    circle.iter().filter_map(name).collect()
}
