//! Circles in a graph of references.

use std::collections::BTreeMap;

/// One circle of each knot of nodes that lead to each other, as nodes in the order of the references.
///
/// `edges` holds for every node those that it leads to. A node that leads to itself alone is no circle here.
/// The time grows with the number of nodes and edges, whatever they look like.
pub(crate) fn circles(edges: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let search = Search::through(edges);
    let knots = search.knots.iter().filter(|knot| knot.len() > 1);
    knots.map(|knot| circle_in(edges, &search.nodes, knot)).collect()
}

/// For every node a number that it shares with those that it leads to and that lead back to it.
pub(crate) fn knots(edges: &[Vec<usize>]) -> Vec<usize> {
    Search::through(edges).nodes.iter().map(|node| node.knot).collect()
}

#[derive(Clone, Copy, Debug, Default)]
struct Node {
    /// When it was reached, counted from 1; 0 before that.
    reached: usize,
    /// The earliest node that is known to be reachable from here and not settled.
    earliest: usize,
    /// The knot that it belongs to, counted from 1, once that is settled.
    knot: usize,
}

/// Tarjan's search for strongly connected components, without recursion: references can form a chain as long
/// as a contract has goals.
struct Search<'e> {
    edges: &'e [Vec<usize>],
    nodes: Vec<Node>,
    reached: usize,
    unsettled: Vec<usize>,
    knots: Vec<Vec<usize>>,
}

impl<'e> Search<'e> {
    /// A search that has reached every node.
    fn through(edges: &'e [Vec<usize>]) -> Self {
        let nodes = vec![Node::default(); edges.len()];
        let mut search = Self { edges, nodes, reached: 0, unsettled: Vec::new(), knots: Vec::new() };
        for start in 0..edges.len() {
            search.from(start);
        }
        search
    }

    fn from(&mut self, start: usize) {
        if self.node(start).reached > 0 {
            return;
        }
        self.reach(start);
        // Each node on the way here, with the number of its edges that were followed.
        let mut way = vec![(start, 0)];
        while let Some((here, followed)) = way.last_mut() {
            let here = *here;
            let Some(next) = self.edges.get(here).and_then(|edges| edges.get(*followed)).copied() else {
                way.pop();
                self.leave(here, way.last().map(|(before, _)| *before));
                continue;
            };
            *followed += 1;
            let node = self.node(next);
            if node.reached == 0 {
                self.reach(next);
                way.push((next, 0));
            } else if node.knot == 0 {
                self.lower(here, node.reached);
            }
        }
    }

    fn node(&self, index: usize) -> Node {
        self.nodes.get(index).copied().unwrap_or_default()
    }

    fn reach(&mut self, index: usize) {
        self.reached += 1;
        let reached = self.reached;
        if let Some(node) = self.nodes.get_mut(index) {
            (node.reached, node.earliest) = (reached, reached);
        }
        self.unsettled.push(index);
    }

    fn lower(&mut self, index: usize, earliest: usize) {
        if let Some(node) = self.nodes.get_mut(index) {
            node.earliest = node.earliest.min(earliest);
        }
    }

    /// All edges of a node were followed: it heads a knot, or belongs to the one of the node before it.
    fn leave(&mut self, index: usize, before: Option<usize>) {
        let node = self.node(index);
        if let Some(before) = before {
            self.lower(before, node.earliest);
        }
        if node.earliest < node.reached {
            return;
        }
        let first = self.unsettled.iter().rposition(|unsettled| *unsettled == index).unwrap_or_default();
        let mut knot = self.unsettled.split_off(first);
        let number = self.knots.len() + 1;
        for member in &knot {
            if let Some(node) = self.nodes.get_mut(*member) {
                node.knot = number;
            }
        }
        knot.sort_unstable();
        self.knots.push(knot);
    }
}

/// A circle within a knot of two nodes or more. It follows from each node the first edge that stays in the knot,
/// until a node comes again.
fn circle_in(edges: &[Vec<usize>], nodes: &[Node], knot: &[usize]) -> Vec<usize> {
    let number = |index: usize| nodes.get(index).map(|node| node.knot);
    let mut places = BTreeMap::new();
    let mut way = Vec::new();
    let mut here = knot.first().copied();
    while let Some(index) = here {
        if let Some(place) = places.insert(index, way.len()) {
            return way.split_off(place);
        }
        way.push(index);
        let onward = edges.get(index).into_iter().flatten().copied();
        here = onward.filter(|next| *next != index).find(|next| number(*next) == number(index));
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles_of(edges: &[&[usize]]) -> Vec<Vec<usize>> {
        circles(&edges.iter().map(|edges| edges.to_vec()).collect::<Vec<_>>())
    }

    #[test]
    fn each_knot_is_told_by_one_of_its_circles() {
        assert_eq!(circles_of(&[&[1], &[2], &[0]]), [[0, 1, 2]]);
        assert_eq!(circles_of(&[&[1, 2], &[0], &[3], &[2], &[0, 3]]), [[2, 3], [0, 1]]);
        assert_eq!(circles_of(&[&[1], &[0, 2], &[1]]), [[0, 1]]);
    }

    #[test]
    fn those_that_lead_to_each_other_share_a_number() {
        let numbers = knots(&[vec![1, 2], vec![0], vec![3], vec![]]);
        assert_eq!(numbers[0], numbers[1]);
        assert!(numbers[2] != numbers[0] && numbers[2] != numbers[3]);
    }

    #[test]
    fn what_leads_on_and_never_back_is_no_circle() {
        assert!(circles_of(&[&[1, 2], &[3], &[3], &[]]).is_empty());
        assert!(circles_of(&[&[0], &[0]]).is_empty());
        assert!(circles_of(&[&[7]]).is_empty());
    }

    #[test]
    fn a_chain_as_long_as_a_contract_is_followed_to_its_end() {
        let long = 10_000;
        let edges: Vec<Vec<usize>> = (0..long).map(|node| vec![0, (node + 1) % long]).collect();
        assert_eq!(circles(&edges).len(), 1);
        assert_eq!(circles(&edges)[0].len(), 2);
    }
}
