//! Levels of the total, and the conditions that give the lowest one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail where it stands")]

mod common;

use std::rc::Rc;

use common::{assessment, contract};
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::i18n::Words;

/// Five elements rated 1 to 5, weighing 50, 50, 50, 50 and 300 of 500, and what the US Senior Executive Service makes of them.
fn executive(lowest_when: &str) -> Rc<Contract> {
    let goals = [("a", 50), ("b", 50), ("c", 50), ("d", 50), ("e", 300)].map(|(id, weight)| {
        format!(
            r#"{{"id": "{id}", "title": "{id}", "label": "Mål {id}", "weight": {weight}, "target": {{"kind": "at_least", "value": 5}},
                "scoring": {{"rule": "scale", "between": "step", "steps": [{{"at": 1, "share": 0.2}}, {{"at": 2, "share": 0.4}},
                    {{"at": 3, "share": 0.6}}, {{"at": 4, "share": 0.8}}, {{"at": 5, "share": 1}}]}}}}"#
        )
    });
    contract(&format!(
        r#""points": {{"total": 500, "bands": [{{"at": 0, "title": "Niveau 1"}}, {{"at": 200, "title": "Niveau 2"}},
            {{"at": 300, "title": "Niveau 3"}}, {{"at": 400, "title": "Niveau 4"}}, {{"at": 475, "title": "Niveau 5"}}]{lowest_when}}},
            "goals": [{}]"#,
        goals.join(", ")
    ))
}

/// What the level is said to be after these ratings, an empty one for none.
fn level(contract: &Contract, ratings: &[&str]) -> String {
    let entries = ["a", "b", "c", "d", "e"].iter().zip(ratings).filter(|(_, rating)| !rating.is_empty());
    let entries: Vec<String> =
        entries.map(|(id, rating)| format!(r#""{id}": {{"value": {rating}}}"#)).collect();
    let assessment = assessment(&format!(r#""results": {{{}}}"#, entries.join(", ")));
    let evaluation = evaluate(contract, &assessment);
    Words::DANISH.band(contract, &evaluation.band.unwrap()).unwrap()
}

#[test]
fn points_come_to_the_highest_level_that_they_reach() {
    let plain = executive("");
    for (ratings, expected) in [
        (["4", "5", "3", "4", "4"], "Niveau 4"),
        (["5", "5", "5", "4", "5"], "Niveau 5"),
        (["2", "2", "2", "2", "2"], "Niveau 2"),
        (["1", "1", "1", "1", "1"], "Niveau 1"),
        (["4", "5", "3", "4", ""], "Niveau 1 – Niveau 4"),
        (["5", "5", "5", "", "5"], "Niveau 4 – Niveau 5"),
    ] {
        assert_eq!(level(&plain, &ratings), expected, "{ratings:?}");
    }
}

#[test]
fn a_condition_gives_the_lowest_level_whatever_the_points() {
    let one = executive(r#", "lowest_when": {"not_met": ["a"]}"#);
    assert_eq!(level(&one, &["1", "5", "5", "5", "5"]), "Niveau 1, fordi Mål a ikke er fuldt opfyldt");
    assert_eq!(level(&one, &["5", "5", "3", "4", "4"]), "Niveau 4");
    assert_eq!(
        level(&one, &["", "5", "5", "5", "5"]),
        "Niveau 1 – Niveau 5 (Niveau 1, hvis Mål a ikke er fuldt opfyldt)"
    );
    let few = executive(r#", "lowest_when": {"fewer_met_than": 2, "goals": ["a", "b", "c"]}"#);
    assert_eq!(level(&few, &["5", "5", "1", "4", "4"]), "Niveau 3");
    assert_eq!(
        level(&few, &["5", "4", "4", "5", "5"]),
        "Niveau 1, fordi færre end 2 af Mål a, Mål b og Mål c er fuldt opfyldt"
    );
    let points = executive(r#", "lowest_when": {"points_below": 410}"#);
    assert_eq!(
        level(&points, &["4", "5", "3", "4", "4"]),
        "Niveau 1, fordi institutionen har under 410 point"
    );
    let share = executive(r#", "lowest_when": {"fraction_below": 0.8}"#);
    assert_eq!(level(&share, &["4", "5", "3", "4", "4"]), "Niveau 4");
}

#[test]
fn a_lapsed_goal_is_neither_met_nor_missed() {
    let contract = executive(r#", "lowest_when": {"not_met": ["a", "b"]}"#);
    let entries = r#""a": {"lapsed": "Aftalt"}, "b": {"value": 5}, "c": {"value": 5}, "d": {"value": 5}, "e": {"value": 5}"#;
    let evaluation = evaluate(&contract, &assessment(&format!(r#""results": {{{entries}}}"#)));
    assert_eq!(Words::DANISH.band(&contract, &evaluation.band.unwrap()).unwrap(), "Niveau 5");
}

#[test]
fn both_ends_are_reached_by_some_completion_and_an_update_equals_a_full_evaluation() {
    const RATINGS: [&str; 5] = ["1", "2", "3", "4", "5"];
    for lowest_when in
        ["", r#", "lowest_when": {"not_met": ["a", "e"]}"#, r#", "lowest_when": {"points_below": 330}"#]
    {
        let contract = executive(lowest_when);
        let place = |a: &str, e: &str| {
            let entry = |id: &str, rating: &str| match rating {
                "" => String::new(),
                _ => format!(r#", "{id}": {{"value": {rating}}}"#),
            };
            assessment(&format!(
                r#""results": {{"b": {{"value": 4}}, "c": {{"value": 3}}, "d": {{"value": 5}}{}{}}}"#,
                entry("a", a),
                entry("e", e)
            ))
        };
        let open = evaluate(&contract, &place("", ""));
        let mut reached = Vec::new();
        for a in RATINGS {
            let half = open.update(&contract, &place(a, ""), &"a".into());
            for e in RATINGS {
                let full = place(a, e);
                let completed = half.update(&contract, &full, &"e".into());
                assert_eq!(completed, evaluate(&contract, &full), "{a} {e}");
                let band = completed.band.unwrap().reached;
                assert!(band.is_settled());
                reached.push(band.min);
            }
        }
        let span = open.band.unwrap().reached;
        assert_eq!(
            (Some(&span.min), Some(&span.max)),
            (reached.iter().min(), reached.iter().max()),
            "{lowest_when}"
        );
    }
}
