//! What is read, and that everything that is wrong is told at once.

use proptest::prelude::*;
use resultatkontrakt::domain::contract::{Baseline, BaselineChange, Target, Threshold};
use resultatkontrakt::domain::contract::{Rule, Weight};
use resultatkontrakt::domain::number::{Decimal, Points};
use resultatkontrakt::format::{ContractFile, Document, Reading, inspect, read};

const AMS: &str = include_str!("../../contracts/ams-2009.json");
const ASSESSMENT: &str = include_str!("../../contracts/ams-2009.assessment.json");

fn contract(reading: Reading) -> ContractFile {
    match reading.document {
        Some(Document::Contract(file)) => file,
        _ => panic!("{:#?}", reading.diagnostics),
    }
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.diagnostics.iter().map(|found| found.code.name()).collect()
}

/// A contract with one goal of these keys.
fn one_goal(goal: &str) -> Reading {
    read(
        format!(
            r#"{{"format": "resultatkontrakt", "version": 1, "id": "t", "title": "T", "points": {{"total": 100}},
                "goals": [{{"id": "a", "title": "A", "weight": 100, {goal}}}]}}"#
        )
        .as_bytes(),
    )
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let reading = read(
        br#"{
            "format": "resultatkontrakt", "version": 1, "id": "t", "titel": "T",
            "points": {"total": 0, "decimals": 9},
            "groups": [{"id": "g", "title": "G", "parent": "h"}],
            "goals": [
                {"id": "a", "title": 1, "weight": -1, "target": {"kind": "by", "date": "2009-02-30"}},
                {"id": "a", "title": "A", "group": "x", "target": {"kind": "at_least"}, "history": [{"value": "x"}]}
            ],
            "risk": {"entries": [{"title": "R", "materiality": 1.5}]}
        }"#,
    );
    let mut codes = codes(&reading);
    codes.sort_unstable();
    assert_eq!(
        codes,
        [
            "duplicate-id",
            "missing-key",
            "missing-key",
            "missing-key",
            "missing-key",
            "negative-number",
            "no-such-date",
            "not-a-number",
            "not-positive",
            "number-out-of-range",
            "number-out-of-range",
            "unknown-key",
            "unknown-reference",
            "unknown-reference",
            "wrong-type",
        ]
    );
}

#[test]
fn numbers_are_exact_whether_written_as_numbers_or_as_texts() {
    for value in ["26675", "\"26675\"", "2.6675e4", "26675.00"] {
        let reading = one_goal(&format!(r#""target": {{"kind": "at_most", "value": {value}}}"#));
        let target = &contract(reading).contract.goals[0].target;
        let Target::Limit { threshold: Threshold::Absolute(read), .. } = target else { panic!("{target:?}") };
        assert_eq!(*read, Decimal::from(26675), "{value}");
    }
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_taken() {
    let text = format!("\u{feff}{}", AMS.replace('\n', "\r\n"));
    let (plain, marked) = (contract(read(AMS.as_bytes())), contract(read(text.as_bytes())));
    assert_eq!(plain.contract, marked.contract);
    assert_eq!(plain.fingerprint.canonical(), marked.fingerprint.canonical());
    let places = |text: &str| -> Vec<_> {
        read(text.as_bytes()).diagnostics.into_iter().map(|found| (found.line, found.column)).collect()
    };
    assert_eq!(places(AMS), places(&text));
}

#[test]
fn markup_in_a_title_is_text() {
    let title = r#"<script>alert(1)</script> & \"<b>\""#;
    let reading = one_goal(&format!(r#""label": "{title}", "target": {{"kind": "done"}}"#));
    assert_eq!(contract(reading).contract.goals[0].name(), "<script>alert(1)</script> & \"<b>\"");
}

#[test]
fn a_relative_threshold_counts_from_its_baseline() {
    let threshold = |target: &str| {
        let contract = contract(one_goal(&format!(r#""target": {{"kind": "above", {target}}}"#))).contract;
        match &contract.goals[0].target {
            Target::Limit { threshold, .. } => *threshold,
            other => panic!("{other:?}"),
        }
    };
    let zero = BaselineChange::Points(Decimal::ZERO);
    let five = Some(Baseline::Figure(Decimal::from(5)));
    assert_eq!(threshold(r#""baseline": 5"#), Threshold::Relative { baseline: five, change: zero });
    let percent = BaselineChange::Percent(Decimal::from(-10));
    assert_eq!(threshold(r#""percent": -10"#), Threshold::Relative { baseline: None, change: percent });
    assert_eq!(threshold(r#""value": 5, "baseline": null"#), Threshold::Absolute(Decimal::from(5)));
}

#[test]
fn a_rule_is_held_against_its_target() {
    let fits = |target: &str, rule: &str| {
        let reading = one_goal(&format!(r#""target": {target}, "scoring": {rule}"#));
        assert_eq!(reading.document.is_some(), reading.diagnostics.is_empty() || !reading.has_errors());
        !codes(&reading).contains(&"rule-does-not-fit")
    };
    let done = r#"{"kind": "done"}"#;
    let limit = r#"{"kind": "at_least", "value": 10}"#;
    let band = r#"{"kind": "between", "min": 1, "max": 2}"#;
    let parts = r#"{"kind": "all_of", "parts": [{"id": "p", "kind": "done"}]}"#;
    let any = r#"{"kind": "any_of", "parts": [{"id": "p", "kind": "done"}]}"#;
    let judged = r#"{"kind": "assessed"}"#;
    let open = r#"{"kind": "undetermined"}"#;
    let linear = r#"{"rule": "linear", "zero_at": 5}"#;
    let proportional = r#"{"rule": "proportional"}"#;
    let scale = r#"{"rule": "scale", "steps": [{"at": 1, "share": 0}, {"at": 2, "share": 1}]}"#;
    let shares = r#"{"rule": "parts"}"#;
    let points = r#"{"rule": "assessed"}"#;
    let all = r#"{"rule": "all_or_nothing"}"#;
    let rules = [linear, proportional, scale, shares, points, all];
    for (target, fitting) in [
        (limit, vec![linear, proportional, scale, all]),
        (band, vec![scale, all]),
        (done, vec![all]),
        (parts, vec![shares, all]),
        (any, vec![all]),
        (judged, vec![points]),
        (open, rules.to_vec()),
    ] {
        for rule in rules {
            assert_eq!(fits(target, rule), fitting.contains(&rule), "{target} {rule}");
        }
    }
}

#[test]
fn a_range_of_points_and_a_scale_are_read_as_they_stand() {
    let reading = read(
        br#"{"format": "resultatkontrakt", "version": 1, "id": "t", "title": "T", "points": {"total": 150},
            "goals": [{"id": "a", "title": "A", "weight": {"min": 0, "max": 150},
                "target": {"kind": "at_least", "value": 30},
                "scoring": {"rule": "scale", "between": "step",
                    "steps": [{"at": 5, "share": 0.6}, {"at": 30, "share": 1}]}}]}"#,
    );
    let contract = contract(reading).contract;
    let (min, max) = (Points(Decimal::ZERO), Points(Decimal::from(150)));
    assert_eq!(contract.goals[0].weight, Some(Weight::Range { min, max }));
    assert!(matches!(&contract.goals[0].scoring, Some(Rule::Scale { steps, .. }) if steps.len() == 2));
}

#[test]
fn a_mistake_in_one_entry_leaves_the_others_standing() {
    let text = r#"{
        "format": "resultatvurdering", "version": 1, "contract": {"id": "t"}, "by": "chefen", "as_of": "i dag",
        "results": {
            "a": {"value": "mange", "note": "kig her"}, "b": 5, "c": {"date": "2009-06-31", "done": true},
            "d": {"parts": {"p": {"done": "ja"}, "q": {"done": false}}}, "e": {"value": 7},
            "f": {"addendum": {"target": {"kind": "at_most"}, "agreed": "2009-03-20"}}
        },
        "pay": {"base": ["løn", {"title": "Tillæg", "value": "x"}, {"title": "Ramme", "value": 10}],
            "adjustment": {"percent": -5, "amount": -1000, "reason": "begge"}}
    }"#;
    let reading = read(text.as_bytes());
    assert!(!reading.has_errors(), "{:#?}", reading.diagnostics);
    assert_eq!(reading.diagnostics.len(), 10, "{:#?}", codes(&reading));
    let Some(Document::Assessment(file)) = reading.document else { panic!() };
    let assessment = file.assessment;
    assert_eq!(assessment.results.len(), 5);
    assert_eq!(assessment.results["a"].note.as_deref(), Some("kig her"));
    assert_eq!(assessment.results["a"].reported.value, None);
    assert_eq!(assessment.results["c"].reported.done, Some(true));
    assert_eq!(assessment.results["d"].reported.parts["q"].done, Some(false));
    assert_eq!(assessment.results["e"].reported.value, Some(Decimal::from(7)));
    let values: Vec<_> = assessment.pay.base.iter().map(|line| line.value.is_some()).collect();
    assert_eq!(values, [false, false, true]);
    assert_eq!(assessment.pay.adjustment.unwrap().change, None);
}

fn damaged(text: &'static str) -> impl Strategy<Value = Vec<u8>> {
    let edit = (0..text.len(), any::<u8>(), 0..3_u8);
    proptest::collection::vec(edit, 1..4).prop_map(move |edits| {
        let mut bytes = text.as_bytes().to_vec();
        for (place, byte, kind) in edits {
            let place = place.min(bytes.len().saturating_sub(1));
            match kind {
                0 => bytes[place] = byte,
                1 => bytes.insert(place, byte),
                _ => bytes.truncate(place + 1),
            }
        }
        bytes
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_damaged_file_is_read_or_refused_with_a_place_in_it(
        bytes in prop_oneof![damaged(AMS), damaged(ASSESSMENT)],
    ) {
        let reading = inspect(&bytes);
        prop_assert_eq!(reading.document.is_none(), reading.has_errors());
        let lines = bytes.split(|byte| *byte == b'\n').count();
        for found in &reading.diagnostics {
            prop_assert!(found.line >= 1 && found.line <= lines && found.column >= 1);
            prop_assert!(found.range.start <= bytes.len());
        }
    }
}
