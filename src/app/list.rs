//! The goals in the order of the page: under their headings, in blocks that are drawn or left out as a whole.
//!
//! A contract may have thousands of goals, and a page that has drawn them all answers slowly. What follows from
//! the contract and a choice of goals alone is worked out once, so that a keystroke need not go through them.

use std::collections::{HashMap, HashSet};

use crate::domain::contract::{Contract, GoalId, GroupId};

/// How many rows a block has at most: enough for a window to show no more than three of them, as a rule.
pub const BLOCK: usize = 20;

/// Goals under their headings.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The outermost headings under which something is shown; last the goals that stand under none.
    pub sections: Vec<HeadingSection>,
    /// For each block, in the order of the page, how many rows it has.
    pub blocks: Vec<usize>,
    /// For each goal that is shown, by its place in the contract, the number of its block.
    block_of: HashMap<usize, usize>,
}

/// A heading with the goals that stand right under it, and the headings below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeadingSection {
    /// The heading's place among the contract's; none for the goals that stand under no heading.
    pub heading: Option<usize>,
    /// Its own rows.
    pub blocks: Vec<Block>,
    /// The headings below it.
    pub below: Vec<HeadingSection>,
}

/// Rows that follow one another under one heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its number, counted from 0 over the whole page.
    pub number: usize,
    /// How many rows of the same heading stand before it.
    pub before: usize,
    /// The places of its goals in the contract.
    pub goals: Vec<usize>,
}

impl List {
    /// The goals that were chosen; all where none were.
    pub fn new(contract: &Contract, chosen: Option<&HashSet<GoalId>>) -> Self {
        let places = contract.groups.iter().enumerate().map(|(place, group)| (group.id.as_str(), place));
        let places: HashMap<&str, usize> = places.collect();
        let place_of = |id: &GroupId| places.get(id.as_str()).copied();
        let mut goals: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
        for (place, goal) in contract.goals.iter().enumerate() {
            if chosen.is_none_or(|chosen| chosen.contains(&goal.id)) {
                goals.entry(goal.group.as_ref().and_then(place_of)).or_default().push(place);
            }
        }
        let mut below: HashMap<Option<usize>, Vec<usize>> = HashMap::new();
        for (place, group) in contract.groups.iter().enumerate() {
            below.entry(group.parent.as_ref().and_then(place_of)).or_default().push(place);
        }
        let mut list = Self::default();
        let mut sections = list.under(None, &goals, &below);
        if let Some(loose) = goals.get(&None) {
            sections.push(HeadingSection { heading: None, blocks: list.blocks_of(loose), below: Vec::new() });
        }
        list.sections = sections;
        list
    }

    /// How many goals are shown.
    pub fn goals(&self) -> usize {
        self.block_of.len()
    }

    /// The block of the goal at this place in the contract; none where it is not shown.
    pub fn block_of(&self, goal: usize) -> Option<usize> {
        self.block_of.get(&goal).copied()
    }

    /// The places of the goals that are shown, from the top of the page.
    pub fn order(&self) -> Vec<usize> {
        let mut order = Vec::with_capacity(self.goals());
        collect(&self.sections, &mut order);
        order
    }

    /// The headings right under another one, without those under which nothing is shown.
    fn under(
        &mut self,
        parent: Option<usize>,
        goals: &HashMap<Option<usize>, Vec<usize>>,
        below: &HashMap<Option<usize>, Vec<usize>>,
    ) -> Vec<HeadingSection> {
        let mut sections = Vec::new();
        for heading in below.get(&parent).into_iter().flatten().map(|place| Some(*place)) {
            let blocks = self.blocks_of(goals.get(&heading).map(Vec::as_slice).unwrap_or_default());
            let section = HeadingSection { heading, blocks, below: self.under(heading, goals, below) };
            if !section.blocks.is_empty() || !section.below.is_empty() {
                sections.push(section);
            }
        }
        sections
    }

    fn blocks_of(&mut self, goals: &[usize]) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (index, goals) in goals.chunks(BLOCK).enumerate() {
            let number = self.blocks.len();
            self.blocks.push(goals.len());
            self.block_of.extend(goals.iter().map(|goal| (*goal, number)));
            blocks.push(Block { number, before: index * BLOCK, goals: goals.to_vec() });
        }
        blocks
    }
}

fn collect(sections: &[HeadingSection], order: &mut Vec<usize>) {
    for section in sections {
        order.extend(section.blocks.iter().flat_map(|block| &block.goals));
        collect(&section.below, order);
    }
}
