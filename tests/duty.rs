//! Which goals the department has to be told of, and why.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

mod common;

use std::rc::Rc;

use common::{assessment, contract, n, score};
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::domain::duty::{Duty, Reason, duties, planned_actions};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::Points;
use resultatkontrakt::format::{Document, read};

fn reason(goal: &str, entry: &str) -> Option<Reason> {
    duties(&score(&format!(r#""weight": 100, {goal}"#), entry)).first().map(|duty| duty.reason)
}

#[test]
fn a_goal_is_told_of_once_it_is_missed_and_not_before() {
    let most = r#""target": {"kind": "at_most", "value": 20}"#;
    assert_eq!(reason(most, "{}"), None);
    assert_eq!(reason(most, r#"{"value": 20}"#), None);
    assert_eq!(reason(most, r#"{"value": 20.01}"#), Some(Reason::Missed));
    assert_eq!(reason(most, r#"{"value": 99, "lapsed": "Aftalt"}"#), None);
    let linear =
        r#""target": {"kind": "at_most", "value": 20}, "scoring": {"rule": "linear", "zero_at": 30}"#;
    assert_eq!(reason(linear, r#"{"value": 25}"#), Some(Reason::PartlyMissed));
}

#[test]
fn a_stretch_above_the_target_is_no_miss() {
    let stretch = r#""target": {"kind": "at_least", "value": 20},
                     "scoring": {"rule": "linear", "zero_at": 10, "cap": 1.5}"#;
    assert_eq!(reason(stretch, r#"{"value": 20}"#), None);
    assert_eq!(reason(stretch, "{}"), None);
}

#[test]
fn one_failed_part_puts_a_goal_out_of_reach_while_the_others_are_open() {
    let parts = r#""scoring": {"rule": "parts"}, "target": {"kind": "all_of", "parts": [
        {"id": "x", "kind": "by", "date": "2009-06-30"}, {"id": "y", "kind": "done"}]}"#;
    assert_eq!(reason(parts, r#"{"parts": {"x": {"date": "2009-06-30"}}}"#), None);
    assert_eq!(reason(parts, r#"{"parts": {"x": {"date": "2009-07-01"}}}"#), Some(Reason::OutOfReach));
    let passed = Reason::Overdue(parse_date("2009-06-30").unwrap());
    assert_eq!(reason(parts, "{}"), Some(passed));
    // The gravest of two reasons: y was given up, so that x, overdue as it is, cannot save the goal.
    assert_eq!(reason(parts, r#"{"parts": {"y": {"done": false}}}"#), Some(Reason::OutOfReach));
}

#[test]
fn a_day_is_overdue_only_as_of_a_later_one() {
    // Scored as of 1 July 2009.
    let by = |date: &str| format!(r#""target": {{"kind": "by", "date": "{date}"}}"#);
    assert_eq!(reason(&by("2009-07-01"), "{}"), None);
    let passed = Reason::Overdue(parse_date("2009-06-30").unwrap());
    assert_eq!(reason(&by("2009-06-30"), "{}"), Some(passed));
    assert_eq!(reason(&by("2009-06-30"), r#"{"done": false}"#), Some(Reason::Missed));
}

#[test]
fn what_is_lost_and_what_is_open_stand_beside_each_reason() {
    let goal = r#""weight": 100, "scoring": {"rule": "parts", "shares": {"x": 0.4, "y": 0.6}},
        "target": {"kind": "all_of", "parts": [{"id": "x", "kind": "done"}, {"id": "y", "kind": "done"}]}"#;
    let found = duties(&score(goal, r#"{"parts": {"x": {"done": false}}}"#));
    let points = |text: &str| Some(Points(n(text)));
    let expected =
        Duty { goal: "a".into(), reason: Reason::OutOfReach, lost: points("40"), open: points("60") };
    assert_eq!(found, [expected]);
    let unweighted = contract(r#""goals": [{"id": "a", "title": "A", "target": {"kind": "done"}}]"#);
    let missed = evaluate(&unweighted, &assessment(r#""results": {"a": {"done": false}}"#));
    let expected = Duty { goal: "a".into(), reason: Reason::Missed, lost: None, open: None };
    assert_eq!(duties(&missed), [expected]);
}

#[test]
fn the_example_tells_of_what_it_lost_in_the_order_of_the_contract() {
    let contract = read(include_bytes!("../contracts/ams-2009.json")).document;
    let assessment = read(include_bytes!("../contracts/ams-2009.assessment.json")).document;
    let (Some(Document::Contract(contract)), Some(Document::Assessment(assessment))) = (contract, assessment)
    else {
        unreachable!("the example is a contract and its assessment")
    };
    let evaluation = evaluate(&contract.contract, &assessment.assessment);
    let found = duties(&evaluation);
    let goals: Vec<&str> = found.iter().map(|duty| duty.goal.as_str()).collect();
    assert_eq!(goals, ["product-2", "product-4", "product-6", "product-11", "product-12"]);
    let lost = found.iter().filter_map(|duty| duty.lost).fold(Points::default(), |sum, lost| sum + lost);
    assert_eq!(lost, evaluation.institution.unwrap().sum.lost());
}

#[test]
fn the_measures_begin_with_what_the_gravest_risk_says() {
    let contract: Rc<_> = contract(
        r#""goals": [{"id": "a", "title": "A", "target": {"kind": "done"}},
                     {"id": "b", "title": "B", "target": {"kind": "done"}}],
           "risk": {"entries": [
             {"goal": "a", "title": "En", "materiality": 1, "vulnerability": 3, "action": "Følges"},
             {"goal": "a", "title": "To", "materiality": 3, "vulnerability": 3, "action": "Ekstra hjælp"},
             {"goal": "a", "title": "Tre", "materiality": 2, "vulnerability": 2}]}"#,
    );
    assert_eq!(planned_actions(&contract, &"a".into()), ["Ekstra hjælp", "Følges"]);
    assert!(planned_actions(&contract, &"b".into()).is_empty());
}
