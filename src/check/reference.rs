//! What goals contribute to, written as `contract#goal`: within one contract and across several.

use std::collections::HashMap;

use super::circles::circles;
use super::{Findings, HINTED, Scored, scored};
use crate::domain::contract::{Contract, Goal};
use crate::findings::{JsonPath, ReferenceFinding, nearest};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    if found.scored.iter().all(|of| of.goal.contributes_to.is_empty()) {
        return;
    }
    let own = found.contract.id.as_str();
    for Scored { path, goal, .. } in found.scored {
        for (index, reference) in goal.contributes_to.iter().enumerate() {
            let fault = match parts_of(reference) {
                None => ReferenceFinding::NotAGoalReference { found: reference.clone() },
                Some((contract, id)) if contract == own && id == goal.id.as_str() => {
                    ReferenceFinding::ContributesToItself { name: goal.name().to_owned() }
                }
                Some(_) => continue,
            };
            found.report(path.clone().key("contributes_to").index(index), fault);
        }
    }
    let contributions = Contributions::among(&[found.contract]);
    for dangling in contributions.dangling {
        let (id, suggestion) = (dangling.id.to_owned(), dangling.suggestion);
        found.report(dangling.at.path, ReferenceFinding::UnknownGoal { id, suggestion });
    }
    for circle in contributions.circles {
        let goals = circle.goals.iter().map(|(_, goal)| goal.id.to_string()).collect();
        found.report(circle.at.path, ReferenceFinding::CircularContributions { goals });
    }
}

/// The contract and the goal that a reference names; none where it is not written as `contract#goal`.
fn parts_of(reference: &str) -> Option<(&str, &str)> {
    let (contract, goal) = reference.split_once('#')?;
    (!contract.is_empty() && !goal.is_empty() && !goal.contains('#')).then_some((contract, goal))
}

/// Where a goal names another one.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Reference {
    /// The contract that it stands in, by its place among the contracts.
    pub(crate) contract: usize,
    /// Where it stands in that contract.
    pub(crate) path: JsonPath,
}

/// A reference to a goal that the contract does not have.
#[derive(Debug)]
pub(crate) struct Dangling<'c> {
    /// The reference.
    pub(crate) at: Reference,
    /// The contract that is named, by its place among the contracts.
    pub(crate) named: usize,
    /// The goal that is named.
    pub(crate) id: &'c str,
    /// The goal that was probably meant.
    pub(crate) suggestion: Option<String>,
}

/// Goals that contribute to each other.
#[derive(Debug)]
pub(crate) struct Circle<'c> {
    /// The reference that leads from the first goal to the second.
    pub(crate) at: Reference,
    /// The goals, each with the place of its contract.
    pub(crate) goals: Vec<(usize, &'c Goal)>,
}

/// What is wrong with the references among contracts.
#[derive(Debug, Default)]
pub(crate) struct Contributions<'c> {
    pub(crate) dangling: Vec<Dangling<'c>>,
    pub(crate) circles: Vec<Circle<'c>>,
}

struct Node<'c> {
    contract: usize,
    path: JsonPath,
    goal: &'c Goal,
}

impl<'c> Contributions<'c> {
    /// Follows every reference to a contract that is among these. Of two contracts of the same identifier
    /// the first is meant.
    pub(crate) fn among(contracts: &[&'c Contract]) -> Self {
        let nodes: Vec<Node<'c>> = (contracts.iter().enumerate())
            .flat_map(|(contract, of)| scored(of).map(move |(path, goal)| Node { contract, path, goal }))
            .collect();
        let index = Index::new(contracts, &nodes);
        let mut found = Self::default();
        // Every node's references: where they lead, and their place in its list.
        let mut links: Vec<Vec<(usize, usize)>> = Vec::with_capacity(nodes.len());
        for node in &nodes {
            let mut onward = Vec::new();
            for (place, reference) in node.goal.contributes_to.iter().enumerate() {
                match index.look_up(reference) {
                    Found::Goal(next) => onward.push((next, place)),
                    Found::NoGoal { named, id } => {
                        let goals = contracts.get(named).filter(|_| found.dangling.len() < HINTED);
                        let ids = goals.into_iter().flat_map(|of| &of.goals).map(|goal| goal.id.as_str());
                        let suggestion = nearest(id, ids).map(str::to_owned);
                        found.dangling.push(Dangling { at: node.reference(place), named, id, suggestion });
                    }
                    Found::Elsewhere => {}
                }
            }
            links.push(onward);
        }
        let edges: Vec<Vec<usize>> =
            links.iter().map(|onward| onward.iter().map(|(next, _)| *next).collect()).collect();
        found.circles = circles(&edges).iter().filter_map(|way| circle(way, &nodes, &links)).collect();
        found
    }
}

/// Contracts and goals by their identifiers.
struct Index<'c> {
    contracts: HashMap<&'c str, usize>,
    goals: HashMap<(usize, &'c str), usize>,
}

/// Where a reference leads.
enum Found<'c> {
    /// To a goal.
    Goal(usize),
    /// To a contract that is there and has no such goal.
    NoGoal { named: usize, id: &'c str },
    /// To a contract that is not there, or nowhere.
    Elsewhere,
}

impl<'c> Index<'c> {
    fn new(contracts: &[&'c Contract], nodes: &[Node<'c>]) -> Self {
        let mut index = Self { contracts: HashMap::new(), goals: HashMap::new() };
        for (number, contract) in contracts.iter().enumerate() {
            index.contracts.entry(contract.id.as_str()).or_insert(number);
        }
        for (number, node) in nodes.iter().enumerate() {
            index.goals.entry((node.contract, node.goal.id.as_str())).or_insert(number);
        }
        index
    }

    fn look_up<'r>(&self, reference: &'r str) -> Found<'r> {
        let Some((contract, id)) = parts_of(reference) else { return Found::Elsewhere };
        let Some(&named) = self.contracts.get(contract) else { return Found::Elsewhere };
        self.goals.get(&(named, id)).map_or(Found::NoGoal { named, id }, |number| Found::Goal(*number))
    }
}

impl Node<'_> {
    fn reference(&self, place: usize) -> Reference {
        let path = self.path.clone().key("contributes_to").index(place);
        Reference { contract: self.contract, path }
    }
}

fn circle<'c>(way: &[usize], nodes: &[Node<'c>], links: &[Vec<(usize, usize)>]) -> Option<Circle<'c>> {
    let (first, second) = (way.first()?, way.get(1)?);
    let (_, place) = links.get(*first)?.iter().find(|(next, _)| next == second)?;
    let goals = way.iter().filter_map(|index| nodes.get(*index));
    Some(Circle {
        at: nodes.get(*first)?.reference(*place),
        goals: goals.map(|node| (node.contract, node.goal)).collect(),
    })
}
