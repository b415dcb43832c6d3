//! Contracts that are held against each other, and goals that serve each other.

use resultatkontrakt::findings::Diagnostic;
use resultatkontrakt::format::{Companion, check_together, read};

use crate::checks::{contract, told};

/// Contracts with one goal `a` each: their identifier, and what the goal contributes to.
fn together(contracts: &[(&str, &str)]) -> Vec<Vec<Diagnostic>> {
    let texts: Vec<String> = (contracts.iter())
        .map(|(id, to)| {
            let goals = format!(r#""goals": [{{"id": "a", "title": "A", "target": {{"kind": "done"}}, "contributes_to": [{to}]}}]"#);
            contract(id, "da", &goals)
        })
        .collect();
    let readings: Vec<_> = texts.iter().map(|text| read(text.as_bytes())).collect();
    let companions = texts.iter().zip(&readings).map(|(text, reading)| Companion {
        name: "fil.json",
        bytes: text.as_bytes(),
        document: reading.document.as_ref(),
    });
    check_together(&companions.collect::<Vec<_>>())
}

fn codes(found: &[Vec<Diagnostic>]) -> Vec<Vec<&'static str>> {
    found.iter().map(|found| found.iter().map(|one| one.code.name()).collect()).collect()
}

#[test]
fn contracts_are_held_against_those_that_are_there() {
    let none: &[&str] = &[];
    for (contracts, expected) in [
        (&[("x", r#""y#a""#), ("y", "")][..], &[none, none][..]),
        (&[("x", r#""y#b""#), ("y", "")], &[&["unknown-goal-elsewhere"], none]),
        (&[("x", r#""z#b""#), ("y", "")], &[none, none]),
        (&[("x", r#""y#a""#), ("y", r#""x#a""#)], &[&["circular-contributions"], none]),
        (&[("x", r#""x#b""#), ("y", r#""y#a""#)], &[none, none]),
        (&[("x", ""), ("x", "")], &[none, none]),
        (&[("x", ""), ("y", ""), ("x", r#""y#a""#)], &[none, none, &["contract-twice"]]),
    ] {
        let found = together(contracts);
        assert_eq!(codes(&found), expected, "{contracts:?}");
    }
}

#[test]
fn a_goal_may_serve_goals_of_its_own_contract_but_not_in_a_circle() {
    let goals = |first: &str, second: &str| {
        let goal = |id: &str, to: &str| {
            format!(
                r#"{{"id": "{id}", "title": "T", "target": {{"kind": "done"}}, "contributes_to": [{to}]}}"#
            )
        };
        contract("x", "da", &format!(r#""goals": [{}, {}]"#, goal("a", first), goal("b", second)))
    };
    assert!(told(&goals(r#""x#b""#, ""), "circular-contributions").is_empty());
    assert_eq!(
        told(&goals(r#""x#b""#, r#""x#a""#), "circular-contributions"),
        ["Målene »a« og »b« bidrager til hinanden i en ring."]
    );
    assert_eq!(told(&goals(r#""x#a""#, ""), "contributes-to-itself"), ["T bidrager til sig selv."]);
    assert!(told(&goals(r#""x#a""#, ""), "circular-contributions").is_empty());
    assert_eq!(told(&goals(r#""x#c""#, ""), "unknown-goal").len(), 1);
}
