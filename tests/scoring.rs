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

/// Three parts: one with a rule of its own, one with levels, one that is scored by its parts itself.
const DEGREES: &str = r#""scoring": {"rule": "parts", "shares": {"x": 0.4, "y": 0.35, "z": 0.25}},
    "target": {"kind": "all_of", "parts": [
        {"id": "x", "title": "Ventetid", "kind": "at_most", "value": 20, "scoring": {"rule": "linear", "zero_at": 30, "cap": 1.2}},
        {"id": "y", "title": "Tilfredshed", "kind": "rated", "levels": [
            {"id": "low", "title": "Lav", "share": 0.2}, {"id": "high", "title": "Høj", "share": 1}]},
        {"id": "z", "title": "Projekt", "kind": "all_of", "scoring": {"rule": "parts"}, "parts": [
            {"id": "a", "kind": "done"}, {"id": "b", "kind": "done"}, {"id": "c", "kind": "at_least", "value": 80, "scoring": {"rule": "proportional"}}]}]}"#;

#[test]
fn a_part_with_a_rule_of_its_own_is_reached_in_part() {
    let entry = |x: &str, y: &str, z: &str| {
        let level = |y: &str| format!(r#"{{"level": "{y}", "reason": "Målt"}}"#);
        let y = if y.is_empty() { "{}".to_owned() } else { level(y) };
        format!(r#"{{"parts": {{"x": {{{x}}}, "y": {y}, "z": {{"parts": {{{z}}}}}}}}}"#)
    };
    let done = r#""a": {"done": true}, "b": {"done": false}, "c": {"value": 40}"#;
    check(
        DEGREES,
        &[
            // At most 0,4 × 1,2 + 0,35 + 0,25 = 1,08, which is held at 1.
            ("{}", "open", "7–100"),
            (&entry(r#""value": 25"#, "", ""), "open", "27–80"),
            // 1,2 of the first make up for what the last lacks: 0,48 + 0,35 + 0,125.
            (&entry(r#""value": 10"#, "high", done), "partly_met", "95,5"),
            // 0,4 × 0,5 + 0,35 × 0,2 + 0,25 × (1 / 3 + 1 / 3 × 0,5)
            (&entry(r#""value": 25"#, "low", done), "partly_met", "39,5"),
            (
                &entry(
                    r#""value": 40"#,
                    "low",
                    r#""a": {"done": false}, "b": {"done": false}, "c": {"value": 0}"#,
                ),
                "partly_met",
                "7",
            ),
            (
                &entry(
                    r#""value": 10"#,
                    "high",
                    r#""a": {"done": true}, "b": {"done": true}, "c": {"value": 80}"#,
                ),
                "met",
                "100",
            ),
        ],
    );
    let weighted = format!(r#""weight": 100, {DEGREES}"#);
    let lines = steps(&weighted, &entry(r#""value": 25"#, "low", done), Words::DANISH);
    assert_eq!(
        lines,
        [
            "Ventetid: 25 > 20; (25 − 30) / (20 − 30) = 0,5 → 0,5",
            "Tilfredshed: »Lav« = 0,2 → 0,2",
            "Projekt: a: Gennemført → opfyldt; b: Ikke gennemført → ikke opfyldt; c: 40 < 80; 40 / 80 = 0,5 → 0,5; \
             1 af 3 dele er opfyldt, alle kræves → ikke opfyldt; \
             Delenes andele: 1 / 3 × 1 + 1 / 3 × 0 + 1 / 3 × 0,5 = 0,5 → 0,5",
            "0 af 3 dele er opfyldt, alle kræves → ikke opfyldt",
            "Delenes andele: 0,4 × 0,5 + 0,35 × 0,2 + 0,25 × 0,5 = 0,395",
            "100 × 0,395 = 39,5",
        ]
    );
    let open = steps(&weighted, &entry(r#""value": 25"#, "low", ""), Words::DANISH);
    let last = "Delenes andele, mindst: 0,4 × 0,5 + 0,35 × 0,2 + 0,25 × 0 = 0,27; højst: 0,4 × 0,5 + 0,35 × 0,2 + 0,25 × 1 = 0,52";
    assert!(open.iter().any(|line| line == last), "{open:#?}");
}

#[test]
fn outside_the_rule_parts_a_part_holds_when_its_share_is_one_or_more() {
    let goal = |kind: &str| {
        format!(
            r#""target": {{"kind": "{kind}", "parts": [{{"id": "x", "kind": "done"}}, {{"id": "y", "kind": "at_least", "value": 80,
                "scoring": {{"rule": "scale", "between": "step", "steps": [{{"at": 60, "share": 0.5}}, {{"at": 75, "share": 1}}]}}}}]}}"#
        )
    };
    let entry = |value: &str| format!(r#"{{"parts": {{"x": {{"done": true}}, "y": {{"value": {value}}}}}}}"#);
    check(&goal("all_of"), &[(&entry("74"), "not_met", "0"), (&entry("75"), "met", "100")]);
    let none = |value: &str| format!(r#"{{"parts": {{"x": {{"done": false}}, "y": {{"value": {value}}}}}}}"#);
    check(&goal("any_of"), &[(&none("74"), "not_met", "0"), (&none("75"), "met", "100")]);
}

#[test]
fn the_shares_of_many_parts_with_unlike_figures_add_up() {
    let zeros = [32_533, 31_207, 29_611, 28_001, 30_011, 33_391, 27_743, 29_009];
    let parts = zeros.iter().enumerate().map(|(at, zero)| {
        format!(r#"{{"id": "{at}", "kind": "at_most", "value": 26675, "scoring": {{"rule": "linear", "zero_at": {zero}}}}}"#)
    });
    let goal = format!(
        r#""scoring": {{"rule": "parts"}}, "target": {{"kind": "all_of", "parts": [{}]}}"#,
        parts.collect::<Vec<_>>().join(",")
    );
    let results: Vec<_> = (0..zeros.len()).map(|at| format!(r#""{at}": {{"value": 27500}}"#)).collect();
    // (5033/5858 + 3707/4532 + 2111/2936 + 501/1326 + 2511/3336 + 5891/6716 + 243/1068 + 1509/2334) / 8
    check(&goal, &[(&format!(r#"{{"parts": {{{}}}}}"#, results.join(",")), "partly_met", "65,97")]);
}

#[test]
fn a_part_that_counts_from_a_baseline_waits_for_it() {
    let goal = r#""scoring": {"rule": "parts"}, "target": {"kind": "all_of", "parts": [
        {"id": "x", "kind": "at_least", "value": 100, "scoring": {"rule": "linear", "zero_at": {"baseline": {"period": "2008"}, "percent": -20}}},
        {"id": "y", "kind": "done"}]}"#;
    check(
        goal,
        &[
            (r#"{"parts": {"x": {"value": 90}, "y": {"done": true}}}"#, "undetermined", "50–100"),
            (r#"{"parts": {"x": {"value": 90, "baseline": 100}, "y": {"done": true}}}"#, "partly_met", "75"),
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
