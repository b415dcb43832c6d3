//! How figures have developed: what a result is held against, and what is no result.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail where it stands")]

use resultatkontrakt::domain::development::{Development, developments};
use resultatkontrakt::domain::number::Decimal;
use resultatkontrakt::format::{Document, read};

fn n(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// What is measured, the figure before, the result, and the change.
type Found = (String, Option<Decimal>, Option<Decimal>, Option<Decimal>);

/// The figures of the first goal, where this is said of it and this was reported.
fn found(goal: &str, reported: &str) -> Vec<Found> {
    let contract = format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "c", "title": "C",
            "period": {{"from": "2009-01-01", "to": "2009-12-31"}},
            "goals": [{{"id": "a", "title": "A", {goal}}}]}}"#
    );
    let assessment = format!(
        r#"{{"format": "resultatvurdering", "version": 1, "contract": {{"id": "c"}}, "by": "director",
            "status": "final", "as_of": "2009-12-31", "results": {{"a": {{{reported}}}}}}}"#
    );
    let (contract, assessment) = (read(contract.as_bytes()), read(assessment.as_bytes()));
    let (Some(Document::Contract(file)), Some(Document::Assessment(assessment))) =
        (contract.document, assessment.document)
    else {
        unreachable!("{:?} {:?}", contract.diagnostics, assessment.diagnostics)
    };
    let contract = &file.contract;
    let all = developments(contract, &assessment.assessment, &contract.goals[0]);
    let ends = |one: &Development<'_>| {
        (one.title.to_owned(), one.before.map(|(_, value)| value), one.now, one.change())
    };
    all.iter().map(ends).collect()
}

const HISTORY: &str = r#""history": [{"period": "2008-09", "value": 90}, {"period": "2007-12", "value": 120},
    {"period": "2008-12", "value": 80}, {"period": "2008-10", "value": null}, {"period": "2010", "value": 1}]"#;

#[test]
fn a_result_is_held_against_the_year_before_else_the_latest_figure() {
    let of = |measured: &str| {
        let goal =
            format!(r#""unit": "sager", "target": {{"kind": "at_most", "value": 70{measured}}}, {HISTORY}"#);
        found(&goal, r#""value": 60"#)
    };
    let held =
        |before: &str, change: &str| vec![("A".to_owned(), Some(n(before)), Some(n("60")), Some(n(change)))];
    assert_eq!(of(r#", "measured": "2009-12""#), held("80", "-25"));
    assert_eq!(of(r#", "measured": "2009-09""#), held("90", "-33.3"));
    assert_eq!(of(""), held("80", "-25"), "the latest");
}

#[test]
fn percents_change_by_points_and_nothing_changes_from_nothing() {
    let of = |unit: &str, before: &str| {
        let goal = format!(
            r#""unit": "{unit}", "target": {{"kind": "at_least", "value": 1}},
                "history": [{{"period": "2008", "value": {before}}}]"#
        );
        found(&goal, r#""value": 66"#).remove(0).3
    };
    assert_eq!(of("pct.", "60"), Some(n("6")));
    assert_eq!(of("personer", "60"), Some(n("10")));
    assert_eq!(of("personer", "0"), None);
    assert_eq!(of("personer", "-5"), None);
}

#[test]
fn parts_have_figures_of_their_own_and_what_lapsed_has_none() {
    let goal = r#""target": {"kind": "all_of", "parts": [
        {"id": "x", "title": "X", "unit": "sager", "kind": "at_most", "value": 5, "history": [{"period": "2008", "value": 8}]},
        {"id": "y", "kind": "done"}]}"#;
    let reported = r#""parts": {"x": {"value": 4}, "y": {"done": true}}"#;
    assert_eq!(found(goal, reported), [("X".to_owned(), Some(n("8")), Some(n("4")), Some(n("-50")))]);
    assert_eq!(found(goal, r#""lapsed": "Aftalt""#), []);
}

#[test]
fn a_reading_is_no_result() {
    let goal = r#""unit": "sager", "target": {"kind": "at_most", "value": 70, "measured": "2010-06"}"#;
    assert_eq!(found(goal, r#""value": 60"#), []);
    let with_history = format!("{goal}, {HISTORY}");
    assert_eq!(found(&with_history, r#""value": 60"#), [("A".to_owned(), Some(n("80")), None, None)]);
}
