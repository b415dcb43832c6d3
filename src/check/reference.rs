//! What goals contribute to, written as `contract#goal`: within one contract and across several.

use std::collections::{HashMap, HashSet};

use super::circles::circles;
use super::{Findings, HINTED, Scored, scored};
use crate::domain::contract::{Contract, Goal, parts_of_reference};
use crate::domain::rollup::{Asked, year_of};
use crate::findings::{JsonPath, ReferenceFinding, nearest};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let stands_alone =
        |goal: &Goal| goal.contributes_to.is_empty() && goal.served_by.is_empty() && goal.rollup.is_none();
    if found.scored.iter().all(|of| stands_alone(of.goal)) {
        return;
    }
    let own = found.contract.id.as_str();
    for Scored { path, goal, .. } in found.scored {
        if goal.rollup.is_some_and(|rollup| !rollup.fits(&goal.target, goal.unit.as_deref())) {
            let name = goal.name().to_owned();
            found.report(path.clone().key("rollup"), ReferenceFinding::RollupDoesNotFit { name });
        }
        let onward = goal.contributes_to.iter().map(|one| &one.goal).enumerate();
        let served = goal.served_by.iter().enumerate();
        let references =
            onward.map(|one| ("contributes_to", one)).chain(served.map(|one| ("served_by", one)));
        for (key, (index, reference)) in references {
            let fault = match parts_of_reference(reference) {
                None => ReferenceFinding::NotAGoalReference { found: reference.clone() },
                Some((contract, id)) if contract == own && id == goal.id.as_str() => {
                    ReferenceFinding::ContributesToItself { name: goal.name().to_owned() }
                }
                Some(_) => continue,
            };
            found.report(path.clone().key(key).index(index), fault);
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

/// A goal that serves one of another contract.
#[derive(Debug)]
pub(crate) struct Link<'c> {
    /// Where it says so.
    pub(crate) at: Reference,
    /// The goal that serves.
    pub(crate) goal: &'c Goal,
    /// The goal that is served, with the place of its contract.
    pub(crate) served: (usize, &'c Goal),
}

/// What the references among contracts lead to, and what is wrong with them.
#[derive(Debug, Default)]
pub(crate) struct Contributions<'c> {
    pub(crate) links: Vec<Link<'c>>,
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
            let mut dangle = |at: Reference, named: usize, id: &'c str| {
                let goals = contracts.get(named).filter(|_| found.dangling.len() < HINTED);
                let ids = goals.into_iter().flat_map(|of| &of.goals).map(|goal| goal.id.as_str());
                let suggestion = nearest(id, ids).map(str::to_owned);
                found.dangling.push(Dangling { at, named, id, suggestion });
            };
            for (place, reference) in node.goal.contributes_to.iter().enumerate() {
                match index.look_up(&reference.goal) {
                    Found::Goal(next) => onward.push((next, place)),
                    Found::NoGoal { named, id } => dangle(node.reference(place), named, id),
                    Found::Elsewhere => {}
                }
            }
            for (place, reference) in node.goal.served_by.iter().enumerate() {
                if let Found::NoGoal { named, id } = index.look_up(reference) {
                    dangle(node.reference_in("served_by", place), named, id);
                }
            }
            links.push(onward);
        }
        for (node, onward) in nodes.iter().zip(&links) {
            let served = onward.iter().filter_map(|(next, place)| Some((nodes.get(*next)?, *place)));
            let elsewhere = served.filter(|(served, _)| served.contract != node.contract);
            found.links.extend(elsewhere.map(|(served, place)| Link {
                at: node.reference(place),
                goal: node.goal,
                served: (served.contract, served.goal),
            }));
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
        let Some((contract, id)) = parts_of_reference(reference) else { return Found::Elsewhere };
        let Some(&named) = self.contracts.get(contract) else { return Found::Elsewhere };
        self.goals.get(&(named, id)).map_or(Found::NoGoal { named, id }, |number| Found::Goal(*number))
    }
}

impl Node<'_> {
    fn reference(&self, place: usize) -> Reference {
        self.reference_in("contributes_to", place)
    }

    fn reference_in(&self, key: &'static str, place: usize) -> Reference {
        Reference { contract: self.contract, path: self.path.clone().key(key).index(place) }
    }
}

/// What links between contracts say that does not fit together: the same goal with two targets, another year, and goals
/// that nobody serves.
pub(crate) fn mismatches(
    contracts: &[&Contract],
    links: &[Link<'_>],
    report: &mut impl FnMut(Reference, ReferenceFinding),
) {
    for link in links {
        let (place, served) = link.served;
        let [own, theirs] = [link.at.contract, place].map(|place| contracts.get(place));
        let (Some(own), Some(theirs)) = (own, theirs) else { continue };
        let (name, contract) = (served.name().to_owned(), theirs.title.clone());
        let fault = match year_of(own).zip(year_of(theirs)) {
            Some((year, other)) if year != other => {
                ReferenceFinding::ContributionOfOtherYear { name, contract, year, other }
            }
            _ if Asked::of_contract(link.goal).otherwise(&Asked::of_contract(served)) => {
                ReferenceFinding::TwoTargets { name, contract }
            }
            _ => continue,
        };
        report(link.at.clone(), fault);
    }
    let serving: HashSet<usize> = links.iter().map(|link| link.at.contract).collect();
    let served: HashSet<(usize, &str)> =
        links.iter().map(|link| (link.served.0, link.served.1.id.as_str())).collect();
    let highest: HashSet<usize> =
        served.iter().map(|(contract, _)| *contract).filter(|contract| !serving.contains(contract)).collect();
    for (place, contract) in contracts.iter().enumerate().filter(|(place, _)| highest.contains(place)) {
        let is_served =
            |goal: &Goal| !goal.served_by.is_empty() || served.contains(&(place, goal.id.as_str()));
        let alone = contract.goals.iter().enumerate().filter(|(_, goal)| !is_served(goal));
        let alone: Vec<_> = alone.collect();
        // Of a contract with a few goals that others serve the rest is its own affair.
        if alone.len() * 2 > contract.goals.len() {
            continue;
        }
        for (index, goal) in alone {
            let path = JsonPath::root().key("goals").index(index);
            let name = goal.name().to_owned();
            report(Reference { contract: place, path }, ReferenceFinding::GoalNotServed { name });
        }
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
