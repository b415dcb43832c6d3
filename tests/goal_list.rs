//! The goals in the order of the page, and what those under each heading come to.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail where it stands")]

mod common;

use std::collections::HashSet;
use std::fmt::Write;
use std::rc::Rc;

use common::{assessment, contract, n};
use resultatkontrakt::app::headings::Headings;
use resultatkontrakt::app::list::{BLOCK, HeadingSection, List};
use resultatkontrakt::domain::contract::{Contract, GoalId};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::Points;

const HEADINGS: &str = r#""points": {"total": 60}, "groups": [{"id": "x", "title": "X"}, {"id": "y", "title": "Y", "parent": "x"},
    {"id": "z", "title": "Z"}], "goals": [
    {"id": "c", "title": "C", "weight": 30, "target": {"kind": "done"}},
    {"id": "b", "title": "B", "group": "y", "weight": 20, "target": {"kind": "done"}},
    {"id": "a", "title": "A", "group": "x", "weight": 10, "target": {"kind": "done"}}]"#;

/// The list as an outline: `x(a y(b)) c`.
fn outline(contract: &Contract, sections: &[HeadingSection]) -> String {
    let one = |section: &HeadingSection| {
        let goals = section.blocks.iter().flat_map(|block| &block.goals);
        let mut inside: Vec<_> = goals.map(|place| contract.goals[*place].id.to_string()).collect();
        inside.extend((!section.below.is_empty()).then(|| outline(contract, &section.below)));
        match section.heading {
            Some(place) => format!("{}({})", contract.groups[place].id, inside.join(" ")),
            None => inside.join(" "),
        }
    };
    sections.iter().map(one).collect::<Vec<_>>().join(" ")
}

#[test]
fn goals_stand_under_their_headings_and_those_under_none_come_last() {
    let contract = contract(HEADINGS);
    let chosen = |ids: &[&str]| ids.iter().map(|id| GoalId::from(*id)).collect::<HashSet<_>>();
    for (chosen, expected) in [
        (None, "x(a y(b)) c"),
        (Some(chosen(&["a", "c"])), "x(a) c"),
        (Some(chosen(&["b"])), "x(y(b))"),
        (Some(chosen(&[])), ""),
    ] {
        let list = List::new(&contract, chosen.as_ref());
        assert_eq!(outline(&contract, &list.sections), expected);
        assert_eq!(list.goals(), chosen.map_or(3, |chosen| chosen.len()));
    }
}

/// A contract with so many goals under one heading and one more under another.
fn many(goals: usize) -> Rc<Contract> {
    let mut text =
        r#""groups": [{"id": "x", "title": "X"}, {"id": "y", "title": "Y"}], "goals": ["#.to_owned();
    for number in 0..goals {
        write!(text, r#"{{"id": "a{number}", "title": "A", "group": "x", "target": {{"kind": "done"}}}},"#)
            .unwrap();
    }
    contract(&(text + r#"{"id": "b", "title": "B", "group": "y", "target": {"kind": "done"}}]"#))
}

#[test]
fn blocks_take_each_goal_once_and_none_goes_over_two_headings() {
    let goals = 2 * BLOCK + 1;
    let list = List::new(&many(goals), None);
    assert_eq!(list.blocks, [BLOCK, BLOCK, 1, 1]);
    let blocks: Vec<_> = list.sections.iter().flat_map(|section| &section.blocks).collect();
    let numbers: Vec<_> = blocks.iter().map(|block| block.number).collect();
    assert_eq!(numbers, [0, 1, 2, 3]);
    let before: Vec<_> = blocks.iter().map(|block| block.before).collect();
    assert_eq!(before, [0, BLOCK, 2 * BLOCK, 0]);
    let places: Vec<_> = blocks.iter().flat_map(|block| &block.goals).copied().collect();
    assert_eq!(places, (0..=goals).collect::<Vec<_>>());
    let of = [0, BLOCK - 1, BLOCK, goals - 1, goals, goals + 1].map(|place| list.block_of(place));
    assert_eq!(of, [Some(0), Some(0), Some(1), Some(2), Some(3), None]);
}

#[test]
fn a_heading_has_the_goals_below_it_and_those_of_the_headings_below() {
    let contract = contract(HEADINGS);
    let evaluation = Rc::new(evaluate(&contract, &assessment(r#""results": {"b": {"done": true}}"#)));
    let mut headings = Headings::new(&contract);
    let sums = headings.of(&evaluation).iter();
    let points: Vec<_> =
        sums.map(|sum| sum.points).map(|sum| (sum.secured(), sum.lost(), sum.open(), sum.weights)).collect();
    let [none, ten, twenty, thirty] = ["0", "10", "20", "30"].map(|points| Points(n(points)));
    assert_eq!(points, [(twenty, none, ten, thirty), (twenty, none, none, twenty), (none, none, none, none)]);
    let counts: Vec<_> = headings.of(&evaluation).iter().map(|sum| (sum.met, sum.goals)).collect();
    assert_eq!(counts, [(1, 2), (1, 1), (0, 0)]);
}
