//! Goals that serve goals of other contracts, as deep as they are, and how their figures combine.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::level_goal::LevelGoal;
use super::row::Row;
use crate::check::knots;
use crate::domain::contract::{Rollup, parts_of_reference};
use crate::domain::evaluation::GoalStatus;
use crate::domain::number::{Decimal, Span};
use crate::domain::rollup::{Brought, NotCombined, RollupStep, combine, same_time};

/// A goal among the rows: the row, and the place among the row's goals that serve or are served.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct GoalPlace {
    /// The row's place.
    pub row: usize,
    /// The goal's place in it.
    pub goal: usize,
}

/// A goal that others serve.
#[derive(Clone, Debug, PartialEq)]
pub struct Level {
    /// The goal.
    pub goal: GoalPlace,
    /// The goals that serve it, by their rows.
    pub contributions: Vec<Contributor>,
    /// Goals that it names as serving it and that are in no file, as `contract#goal`.
    pub missing: Vec<String>,
    /// What their figures come to; none where the goal does not say how they combine.
    pub combined: Option<Result<Combined, WhyOpen>>,
    /// Whether no other goal here is served by it.
    pub is_highest: bool,
}

/// A goal that serves another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contributor {
    /// The goal.
    pub goal: GoalPlace,
    /// How it stands to the goal that it serves.
    pub stands: Stands,
    /// Whether the goal that it serves asks for its figure.
    pub is_combined: bool,
    /// Its place among the levels, where others serve it in turn.
    pub level: Option<usize>,
}

/// How a goal stands to the one that it serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// Its figure or its status is part of what comes out.
    Counted,
    /// It stands beside: nothing says that it combines.
    Beside,
    /// It is of another time.
    OtherTime,
    /// It counts something else.
    OtherUnit,
    /// It is the same goal, and asks for something else.
    AsksOtherwise,
    /// Its figure is missing.
    NoFigure,
    /// Its weight is missing.
    NoWeight,
    /// It lapsed by agreement.
    Lapsed,
    /// Its figure is what others combine to, and nobody took it over.
    NotTakenOver,
    /// It leads back to the goal that it serves.
    InCircle,
}

/// What figures come to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Combined {
    /// The figures and what they come to.
    pub step: RollupStep,
    /// Whether a figure in it is itself combined, and nobody took it over.
    pub is_provisional: bool,
}

/// Why figures are not combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyOpen {
    /// As the calculation says.
    Figures(NotCombined),
    /// So many goals count something else.
    OtherUnit(usize),
    /// So many goals are of another time.
    OtherTime(usize),
    /// What would come out is not what the target asks for.
    DoesNotFit,
}

/// A result that a person may take over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A figure.
    Figure(Decimal),
    /// Whether all goals are met.
    Done(bool),
}

/// The goals of all rows, and which of them serve which.
struct Graph<'r> {
    rows: &'r [Row],
    places: Vec<GoalPlace>,
    /// For each goal those that serve it, with the weight of the contribution.
    below: Vec<Vec<(usize, Option<Decimal>)>>,
    /// For each goal the references to goals that no file has.
    missing: Vec<Vec<String>>,
    /// Each goal with the contracts and goals that it names as serving it.
    named: BTreeSet<(usize, (&'r str, &'r str))>,
    /// For each goal a number that it shares with those that lead back to it.
    knots: Vec<usize>,
}

/// Every goal that others serve: one that serves others comes before those that serve it.
pub(super) fn levels(rows: &[Row]) -> Vec<Level> {
    let graph = Graph::new(rows);
    let (order, served) = (graph.in_order(), graph.served());
    let combined = graph.combine_all(&order);
    let mut levels: Vec<Level> = Vec::new();
    let mut place_of: BTreeMap<usize, usize> = BTreeMap::new();
    for upper in order {
        place_of.insert(upper, levels.len());
        let Some(place) = graph.places.get(upper).copied() else { continue };
        let contributions = graph.below(upper).iter().filter_map(|(lower, weight)| {
            let goal = graph.places.get(*lower).copied()?;
            let stands = graph.stands(upper, *lower, *weight, &combined);
            let is_combined = graph.is_combined(upper, *lower);
            Some(Contributor { goal, stands, is_combined, level: Some(*lower) })
        });
        levels.push(Level {
            goal: place,
            contributions: contributions.collect(),
            missing: graph.missing.get(upper).cloned().unwrap_or_default(),
            combined: combined.get(upper).cloned().flatten(),
            is_highest: served.get(upper) == Some(&0),
        });
    }
    // Now that each level has its place, a goal that is served itself says which it is.
    for level in &mut levels {
        for contributor in &mut level.contributions {
            let is_below = contributor.stands != Stands::InCircle;
            contributor.level =
                contributor.level.filter(|_| is_below).and_then(|node| place_of.get(&node).copied());
        }
    }
    levels
}

impl<'r> Graph<'r> {
    fn new(rows: &'r [Row]) -> Self {
        let mut nodes: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let mut ids: BTreeMap<&str, usize> = BTreeMap::new();
        let mut places = Vec::new();
        for (row_place, row) in rows.iter().enumerate() {
            // Of two contracts of the same identifier the first is meant.
            let is_first = *ids.entry(row.id.as_str()).or_insert(row_place) == row_place;
            for (goal_place, level) in row.level_goals.iter().enumerate() {
                if is_first {
                    nodes.entry((row.id.as_str(), level.id.as_str())).or_insert(places.len());
                }
                places.push(GoalPlace { row: row_place, goal: goal_place });
            }
        }
        let count = places.len();
        let mut graph = Self {
            rows,
            places,
            below: vec![Vec::new(); count],
            missing: vec![Vec::new(); count],
            named: BTreeSet::new(),
            knots: Vec::new(),
        };
        let find = |reference: &str| nodes.get(&parts_of_reference(reference)?).copied();
        for node in 0..count {
            let Some(level) = graph.goal(node) else { continue };
            for contribution in &level.contributes_to {
                if let Some(upper) = find(&contribution.goal) {
                    graph.link(node, upper, contribution.weight);
                }
            }
        }
        for node in 0..count {
            let Some(level) = graph.goal(node) else { continue };
            for reference in &level.served_by {
                let parts = parts_of_reference(reference);
                graph.named.extend(parts.map(|parts| (node, parts)));
                let contract = parts.map(|(contract, _)| contract);
                match find(reference) {
                    Some(lower) => graph.link(lower, node, None),
                    // A goal that its contract does not have is found elsewhere.
                    None if contract.is_none_or(|contract| ids.contains_key(contract)) => {}
                    None => {
                        if let Some(missing) = graph.missing.get_mut(node) {
                            missing.push(reference.clone());
                        }
                    }
                }
            }
        }
        for below in &mut graph.below {
            below.sort_unstable_by_key(|(lower, _)| *lower);
        }
        let edges: Vec<Vec<usize>> =
            graph.below.iter().map(|below| below.iter().map(|(lower, _)| *lower).collect()).collect();
        graph.knots = knots(&edges);
        graph
    }

    fn link(&mut self, lower: usize, upper: usize, weight: Option<Decimal>) {
        let Some(below) = self.below.get_mut(upper).filter(|_| lower != upper) else { return };
        if below.iter().all(|(known, _)| *known != lower) {
            below.push((lower, weight));
        }
    }

    fn goal(&self, node: usize) -> Option<&'r LevelGoal> {
        let place = self.places.get(node)?;
        self.rows.get(place.row)?.level_goals.get(place.goal)
    }

    fn row(&self, node: usize) -> Option<&'r Row> {
        self.rows.get(self.places.get(node)?.row)
    }

    fn below(&self, node: usize) -> &[(usize, Option<Decimal>)] {
        self.below.get(node).map_or(&[], Vec::as_slice)
    }

    /// Whether each of two goals leads to the other.
    fn is_circle(&self, one: usize, other: usize) -> bool {
        self.knots.get(one) == self.knots.get(other)
    }

    /// For each goal how many others it serves, circles left out.
    fn served(&self) -> Vec<usize> {
        let mut served = vec![0; self.places.len()];
        for (upper, below) in self.below.iter().enumerate() {
            for (lower, _) in below.iter().filter(|(lower, _)| !self.is_circle(upper, *lower)) {
                if let Some(count) = served.get_mut(*lower) {
                    *count += 1;
                }
            }
        }
        served
    }

    /// The goals that are served, each before those that serve it.
    fn in_order(&self) -> Vec<usize> {
        let mut served = self.served();
        let mut left: VecDeque<usize> =
            (0..served.len()).filter(|node| served.get(*node) == Some(&0)).collect();
        let mut order = Vec::new();
        while let Some(upper) = left.pop_front() {
            for (lower, _) in self.below(upper).iter().filter(|(lower, _)| !self.is_circle(upper, *lower)) {
                if let Some(count) = served.get_mut(*lower) {
                    *count -= 1;
                    if *count == 0 {
                        left.push_back(*lower);
                    }
                }
            }
            if !self.below(upper).is_empty()
                || self.missing.get(upper).is_some_and(|missing| !missing.is_empty())
            {
                order.push(upper);
            }
        }
        order
    }

    /// What every goal's contributions come to, from the lowest level up.
    fn combine_all(&self, order: &[usize]) -> Vec<Option<Result<Combined, WhyOpen>>> {
        let mut combined = vec![None; self.places.len()];
        for upper in order.iter().rev().copied() {
            let rollup = self.goal(upper).and_then(|level| level.rollup);
            let outcome = rollup.map(|rollup| self.combine(upper, rollup, &combined));
            if let Some(place) = combined.get_mut(upper) {
                *place = outcome;
            }
        }
        combined
    }

    fn combine(
        &self,
        upper: usize,
        rollup: Rollup,
        lower_combined: &[Option<Result<Combined, WhyOpen>>],
    ) -> Result<Combined, WhyOpen> {
        let Some(goal) = self.goal(upper).filter(|goal| goal.fits) else { return Err(WhyOpen::DoesNotFit) };
        let (mut brought, mut is_provisional) = (Vec::new(), false);
        let (mut of_other_time, mut of_other_unit) = (0, 0);
        for (lower, weight) in self.below(upper).iter().filter(|(lower, _)| self.is_combined(upper, *lower)) {
            let Some(level) = self.goal(*lower) else { continue };
            of_other_time += usize::from(!self.same_time(upper, *lower));
            of_other_unit += usize::from(rollup.needs_figures() && !goal.asked.same_unit(&level.asked));
            if level.status == GoalStatus::Lapsed && !rollup.needs_figures() {
                continue;
            }
            let figure = self.figure(*lower, lower_combined);
            is_provisional |= rollup.needs_figures() && figure.is_some_and(|(_, is_combined)| is_combined);
            brought.push(Brought {
                figure: figure.map(|(figure, _)| figure),
                weight: *weight,
                is_met: level.is_met(),
            });
        }
        if of_other_time > 0 {
            return Err(WhyOpen::OtherTime(of_other_time));
        }
        if of_other_unit > 0 {
            return Err(WhyOpen::OtherUnit(of_other_unit));
        }
        let missing = self.missing.get(upper).map_or(0, Vec::len);
        brought.extend(std::iter::repeat_n(Brought::default(), missing));
        let step = combine(rollup, &brought).map_err(WhyOpen::Figures)?;
        Ok(Combined { step, is_provisional })
    }

    /// The figure that a goal brings: its own, else what those that serve it come to, which is said.
    fn figure(
        &self,
        node: usize,
        combined: &[Option<Result<Combined, WhyOpen>>],
    ) -> Option<(Span<Decimal>, bool)> {
        let level = self.goal(node)?;
        if let Some(figure) = level.figure {
            return Some((Span::settled(figure), false));
        }
        let below =
            combined.get(node)?.as_ref()?.as_ref().ok().filter(|_| level.status != GoalStatus::Lapsed)?;
        Some((below.step.figure()?, true))
    }

    /// Whether the figure of a goal is combined: the goal that is served names it, or names none.
    fn is_combined(&self, upper: usize, lower: usize) -> bool {
        let (Some(goal), Some(row), Some(level)) = (self.goal(upper), self.row(lower), self.goal(lower))
        else {
            return false;
        };
        let is_named =
            goal.served_by.is_empty() || self.named.contains(&(upper, (row.id.as_str(), level.id.as_str())));
        is_named && !self.is_circle(upper, lower)
    }

    fn same_time(&self, upper: usize, lower: usize) -> bool {
        let time = |node: usize| {
            let level = self.goal(node)?;
            Some((level.asked.measured(), self.row(node)?.year))
        };
        time(upper).zip(time(lower)).is_none_or(|(upper, lower)| same_time(upper, lower))
    }

    fn is_of_other_year(&self, upper: usize, lower: usize) -> bool {
        let years = self.row(upper).and_then(|row| row.year).zip(self.row(lower).and_then(|row| row.year));
        years.is_some_and(|(year, other)| year != other)
    }

    fn stands(
        &self,
        upper: usize,
        lower: usize,
        weight: Option<Decimal>,
        combined: &[Option<Result<Combined, WhyOpen>>],
    ) -> Stands {
        let (Some(served), Some(level)) = (self.goal(upper), self.goal(lower)) else { return Stands::Beside };
        let (same_time, same_unit) = (self.same_time(upper, lower), served.asked.same_unit(&level.asked));
        let rollup = served.rollup.filter(|_| self.is_combined(upper, lower));
        let figure = || self.figure(lower, combined);
        match rollup {
            _ if self.is_circle(upper, lower) => Stands::InCircle,
            _ if self.is_of_other_year(upper, lower) => Stands::OtherTime,
            _ if level.asked.otherwise(&served.asked) => Stands::AsksOtherwise,
            _ if !same_time => Stands::OtherTime,
            None if !same_unit => Stands::OtherUnit,
            None => Stands::Beside,
            Some(rollup) if rollup.needs_figures() && !same_unit => Stands::OtherUnit,
            Some(_) if level.status == GoalStatus::Lapsed => Stands::Lapsed,
            Some(rollup) if rollup.needs_figures() && figure().is_none() => Stands::NoFigure,
            Some(Rollup::WeightedMean) if weight.is_none() => Stands::NoWeight,
            Some(rollup)
                if rollup.needs_figures() && figure().is_some_and(|(_, is_combined)| is_combined) =>
            {
                Stands::NotTakenOver
            }
            Some(_) => Stands::Counted,
        }
    }
}

impl Level {
    /// How many of the goals that serve it are met.
    pub fn met(&self, rows: &[Row]) -> usize {
        let goals = self.contributions.iter().filter_map(|one| goal_at(rows, one.goal));
        goals.filter(|level| level.status == GoalStatus::Met).count()
    }

    /// How many contracts are named that no file has.
    pub fn missing_contracts(&self) -> usize {
        let mut contracts: Vec<&str> =
            self.missing.iter().filter_map(|reference| Some(reference.split_once('#')?.0)).collect();
        contracts.sort_unstable();
        contracts.dedup();
        contracts.len()
    }

    /// The result that a person may take over: what came out for certain, from figures that all were entered, where the
    /// goal does not say the same already.
    pub fn offer(&self, rows: &[Row]) -> Option<Offer> {
        let combined = self.combined.as_ref()?.as_ref().ok().filter(|combined| !combined.is_provisional)?;
        let reported = goal_at(rows, self.goal)?;
        if reported.status == GoalStatus::Lapsed {
            return None;
        }
        match (combined.step.figure(), combined.step.all_met()) {
            (Some(figure), _) if figure.is_settled() => {
                (reported.figure != Some(figure.min)).then_some(Offer::Figure(figure.min))
            }
            (None, Some(done)) => (reported.done != Some(done)).then_some(Offer::Done(done)),
            _ => None,
        }
    }
}

/// The goal at a place.
pub fn goal_at(rows: &[Row], place: GoalPlace) -> Option<&LevelGoal> {
    rows.get(place.row)?.level_goals.get(place.goal)
}
