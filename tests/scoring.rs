//! Every rule, at its ends and between.

#![allow(clippy::indexing_slicing, reason = "a test may fail where it stands")]

mod common;

use common::{check, check_weighted, kinds, steps};
use resultatkontrakt::domain::objection::ObjectionKind;
use resultatkontrakt::i18n::Words;

#[test]
fn linear_is_straight_from_zero_to_the_target_and_on_to_the_cap() {
    let goal = r#""target": {"kind": "at_most", "value": 20}, "scoring": {"rule": "linear", "zero_at": 30}"#;
    check(
        goal,
        &[
            (r#"{"value": 31}"#, "not_met", "0"),
            (r#"{"value": 30}"#, "not_met", "0"),
            (r#"{"value": 29.9}"#, "partly_met", "1"),
            (r#"{"value": 20.1}"#, "partly_met", "99"),
            (r#"{"value": 20}"#, "met", "100"),
            (r#"{"value": 10}"#, "met", "100"),
            ("{}", "open", "0–100"),
        ],
    );
    let stretch = r#""target": {"kind": "at_least", "value": 20},
                     "scoring": {"rule": "linear", "zero_at": 10, "cap": 1.5}"#;
    check(
        stretch,
        &[
            (r#"{"value": 22}"#, "met", "120"),
            (r#"{"value": 25}"#, "met", "150"),
            (r#"{"value": 40}"#, "met", "150"),
            ("{}", "open", "0–150"),
        ],
    );
}

#[test]
fn worked_example_2_comes_out_exactly() {
    let linear = r#""weight": 150, "target": {"kind": "at_most", "value": 26675},
                    "scoring": {"rule": "linear", "zero_at": 32533}"#;
    check_weighted(linear, &[(r#"{"value": 29000}"#, "partly_met", "90,47")]);
    assert_eq!(
        steps(linear, r#"{"value": 29000}"#, Words::DANISH),
        [
            "29.000 > 26.675",
            "(29.000 − 32.533) / (26.675 − 32.533) = 3.533 / 5.858",
            "150 × 3.533 / 5.858 = 90,47"
        ]
    );
    let parts = r#""weight": 125, "scoring": {"rule": "parts"}, "target": {"kind": "all_of", "parts": [
        {"id": "x", "kind": "done"}, {"id": "y", "kind": "done"}, {"id": "z", "kind": "done"}]}"#;
    let one = r#"{"parts": {"x": {"done": true}, "y": {"done": false}, "z": {"done": false}}}"#;
    check_weighted(parts, &[(one, "partly_met", "41,67")]);
    let relative = r#""weight": 100, "target": {"kind": "at_most", "baseline": 2085, "percent": -9.4}"#;
    check_weighted(
        relative,
        &[(r#"{"value": 1889.01}"#, "met", "100"), (r#"{"value": 1889.02}"#, "not_met", "0")],
    );
    assert_eq!(
        steps(relative, r#"{"value": 1900}"#, Words::DANISH)[0],
        "2.085 × (100 − 9,4) / 100 = 1.889,01"
    );
    assert_eq!(
        steps(relative, r#"{"value": 1900}"#, Words::ENGLISH)[0],
        "2,085 × (100 − 9.4) / 100 = 1,889.01"
    );
}

#[test]
fn proportional_is_capped_and_never_negative() {
    check(
        r#""target": {"kind": "at_least", "value": 80}, "scoring": {"rule": "proportional"}"#,
        &[
            (r#"{"value": -8}"#, "not_met", "0"),
            (r#"{"value": 0}"#, "not_met", "0"),
            (r#"{"value": 40}"#, "partly_met", "50"),
            (r#"{"value": 79.99}"#, "partly_met", "99,99"),
            (r#"{"value": 80}"#, "met", "100"),
            (r#"{"value": 90}"#, "met", "100"),
        ],
    );
    check(
        r#""target": {"kind": "at_most", "value": 80}, "scoring": {"rule": "proportional", "cap": 1.2}"#,
        &[
            (r#"{"value": 160}"#, "partly_met", "50"),
            (r#"{"value": 80}"#, "met", "100"),
            (r#"{"value": 64}"#, "met", "120"),
            (r#"{"value": 0}"#, "met", "120"),
            (r#"{"value": -1}"#, "met", "120"),
            ("{}", "open", "0–120"),
        ],
    );
}

#[test]
fn a_scale_counts_up_to_its_highest_share() {
    check(
        r#""target": {"kind": "at_least", "value": 30}, "scoring": {"rule": "scale", "between": "linear",
            "steps": [{"at": 5, "share": 0.6}, {"at": 30, "share": 0.9}]}"#,
        &[
            (r#"{"value": 4.99}"#, "not_met", "0"),
            (r#"{"value": 5}"#, "partly_met", "60"),
            (r#"{"value": 17.5}"#, "partly_met", "75"),
            (r#"{"value": 31}"#, "partly_met", "90"),
            ("{}", "open", "0–90"),
        ],
    );
    check(
        r#""target": {"kind": "at_most", "value": 10}, "scoring": {"rule": "scale", "between": "step",
            "steps": [{"at": 20, "share": 0.6}, {"at": 10, "share": 1}, {"at": 5, "share": 1.2}]}"#,
        &[
            (r#"{"value": 20.1}"#, "not_met", "0"),
            (r#"{"value": 10.1}"#, "partly_met", "60"),
            (r#"{"value": 10}"#, "met", "100"),
            (r#"{"value": 5}"#, "met", "120"),
            ("{}", "open", "0–120"),
        ],
    );
}

#[test]
fn a_rule_may_count_its_figures_from_a_baseline() {
    check(
        r#""target": {"kind": "at_least", "value": 100}, "scoring": {"rule": "linear", "zero_at": {"baseline": 80}}"#,
        &[
            (r#"{"value": 90}"#, "partly_met", "50"),
            (r#"{"value": 80}"#, "not_met", "0"),
            ("{}", "open", "0–100"),
        ],
    );
    check(
        r#""target": {"kind": "at_least", "value": 100},
           "scoring": {"rule": "linear", "zero_at": {"baseline": {"period": "2008"}, "percent": -20}}"#,
        &[
            (r#"{"value": 90}"#, "undetermined", "0–100"),
            (r#"{"value": 90, "baseline": 100}"#, "partly_met", "50"),
            (r#"{"value": 90, "baseline": 200}"#, "undetermined", "0–100"),
            (r#"{"baseline": 100}"#, "open", "0–100"),
        ],
    );
    let scale = r#""target": {"kind": "at_most", "value": 40}, "history": [{"period": "2008", "value": 50}],
        "scoring": {"rule": "scale", "steps": [{"at": {"baseline": {"period": "2008"}}, "share": 0.5},
            {"at": {"baseline": {"period": "2008"}, "percent": -20}, "share": 1}]}"#;
    check(
        scale,
        &[
            (r#"{"value": 45}"#, "partly_met", "75"),
            (r#"{"value": 51}"#, "not_met", "0"),
            (r#"{"value": 40}"#, "met", "100"),
        ],
    );
    let told = steps(&format!(r#""weight": 100, {scale}"#), r#"{"value": 45}"#, Words::DANISH);
    assert!(told.contains(&"50 × (100 − 20) / 100 = 40".to_owned()), "{told:?}");
    // The contract has the figure that the rule counts from; the one that is entered does not count.
    assert_eq!(
        kinds(&format!(r#""weight": 100, {scale}"#), r#"{"value": 45, "baseline": 60}"#),
        [ObjectionKind::ContractDecides]
    );
}

#[test]
fn each_part_moves_the_interval_by_itself() {
    let goal = r#""scoring": {"rule": "parts", "shares": {"x": 0.4, "y": 0.6}}, "target": {"kind": "all_of", "parts": [
        {"id": "x", "kind": "done"}, {"id": "y", "kind": "done"}]}"#;
    check(
        goal,
        &[
            ("{}", "open", "0–100"),
            (r#"{"parts": {"x": {"done": true}}}"#, "open", "40–100"),
            (r#"{"parts": {"x": {"done": false}}}"#, "open", "0–60"),
            (r#"{"parts": {"x": {"done": true}, "y": {"done": false}}}"#, "partly_met", "40"),
            (r#"{"parts": {"x": {"done": true}, "y": {"done": true}}}"#, "met", "100"),
        ],
    );
}

#[test]
fn a_judgement_gives_its_points_within_the_range() {
    let goal = r#""weight": {"min": 20, "max": 100}, "target": {"kind": "assessed"}"#;
    let reasoned = |points: &str| format!(r#"{{"points": {points}, "reason": "Begrundet"}}"#);
    check_weighted(
        goal,
        &[
            (&reasoned("20"), "not_met", "20"),
            (&reasoned("20.5"), "partly_met", "20,5"),
            (&reasoned("100"), "met", "100"),
            (&reasoned("19.99"), "open", "20–100"),
            (&reasoned("100.01"), "open", "20–100"),
            ("{}", "open", "20–100"),
        ],
    );
    assert_eq!(kinds(goal, r#"{"points": 50}"#), [ObjectionKind::NoReason]);
    assert!(matches!(kinds(goal, &reasoned("101"))[..], [ObjectionKind::OutsideRange { .. }]));
}

#[test]
fn a_range_weight_starts_at_its_minimum() {
    check_weighted(
        r#""weight": {"min": 20, "max": 100}, "target": {"kind": "at_least", "value": 10},
           "scoring": {"rule": "proportional"}"#,
        &[
            (r#"{"value": 0}"#, "not_met", "20"),
            (r#"{"value": 5}"#, "partly_met", "60"),
            (r#"{"value": 10}"#, "met", "100"),
            ("{}", "open", "20–100"),
        ],
    );
}

#[test]
fn a_rule_that_an_addendum_makes_impossible_leaves_the_goal_undetermined() {
    let goal =
        r#""weight": 100, "target": {"kind": "undetermined"}, "scoring": {"rule": "linear", "zero_at": 30}"#;
    let entry = r#"{"value": 35, "addendum": {"target": {"kind": "at_most", "value": 40}}}"#;
    check_weighted(goal, &[(entry, "undetermined", "0–100")]);
    assert_eq!(kinds(goal, entry), [ObjectionKind::RuleDoesNotFit]);
}
