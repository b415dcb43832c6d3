//! Every kind of target, at the threshold and one step to either side.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail where it stands")]

mod common;

use common::{assessment, check, check_weighted, contract, kinds, score, steps};
use resultatkontrakt::domain::address::{EntryId, ReportedField};
use resultatkontrakt::domain::date::Period;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::objection::ObjectionKind;
use resultatkontrakt::domain::outcome::counting_period;
use resultatkontrakt::format::words::word;
use resultatkontrakt::i18n::Words;

#[test]
fn thresholds_include_or_exclude_themselves() {
    for (kind, under, at, over) in [
        ("at_most", "met", "met", "not_met"),
        ("at_least", "not_met", "met", "met"),
        ("below", "met", "not_met", "not_met"),
        ("above", "not_met", "not_met", "met"),
    ] {
        for (value, status) in [("94.99", under), ("95", at), ("\"95.00\"", at), ("95.01", over)] {
            let expected = if status == "met" { "100" } else { "0" };
            let target = format!(r#""target": {{"kind": "{kind}", "value": 95}}"#);
            check(&target, &[(&format!(r#"{{"value": {value}}}"#), status, expected)]);
        }
    }
}

#[test]
fn a_band_includes_both_its_ends() {
    check(
        r#""target": {"kind": "between", "min": 85, "max": 100}"#,
        &[
            (r#"{"value": 84.99}"#, "not_met", "0"),
            (r#"{"value": 85}"#, "met", "100"),
            (r#"{"value": 100}"#, "met", "100"),
            (r#"{"value": 100.01}"#, "not_met", "0"),
            ("{}", "open", "0–100"),
        ],
    );
}

#[test]
fn unchanged_means_within_the_tolerance_to_either_side() {
    check(
        r#""target": {"kind": "unchanged", "baseline": 500, "tolerance": 10}"#,
        &[
            (r#"{"value": 489.9}"#, "not_met", "0"),
            (r#"{"value": 490}"#, "met", "100"),
            (r#"{"value": 510}"#, "met", "100"),
            (r#"{"value": 510.1}"#, "not_met", "0"),
        ],
    );
    check(
        r#""target": {"kind": "unchanged", "baseline": {"period": "2008"}}"#,
        &[
            (r#"{"value": 500}"#, "undetermined", "0–100"),
            (r#"{"value": 500, "baseline": 500}"#, "met", "100"),
            (r#"{"value": 501, "baseline": 500}"#, "not_met", "0"),
            (r#"{"baseline": 500}"#, "open", "0–100"),
        ],
    );
}

#[test]
fn a_deadline_counts_its_own_day() {
    check(
        r#""target": {"kind": "by", "date": "2009-06-30"}"#,
        &[
            (r#"{"date": "2009-06-29"}"#, "met", "100"),
            (r#"{"date": "2009-06-30"}"#, "met", "100"),
            (r#"{"date": "2009-07-01"}"#, "not_met", "0"),
            (r#"{"done": false}"#, "not_met", "0"),
            ("{}", "open", "0–100"),
        ],
    );
}

#[test]
fn a_deadline_is_overdue_from_the_day_after_it() {
    for (deadline, overdue) in [("2009-06-30", true), ("2009-07-01", false), ("2009-07-02", false)] {
        let goal = format!(r#""weight": 100, "target": {{"kind": "by", "date": "{deadline}"}}"#);
        assert_eq!(score(&goal, "{}").goals[0].overdue.is_some(), overdue, "{deadline}");
        assert!(score(&goal, r#"{"done": false}"#).goals[0].overdue.is_none());
    }
}

#[test]
fn done_is_yes_or_no_or_a_day() {
    check(
        r#""target": {"kind": "done"}"#,
        &[
            (r#"{"done": true}"#, "met", "100"),
            (r#"{"date": "2009-05-01"}"#, "met", "100"),
            (r#"{"done": false}"#, "not_met", "0"),
            ("{}", "open", "0–100"),
        ],
    );
}

/// A target that is rated on three levels.
const RATED: &str = r#""target": {"kind": "rated", "levels": [{"id": "not", "title": "Ikke opfyldt", "share": 0},
    {"id": "partly", "title": "Delvist opfyldt", "share": 0.5}, {"id": "full", "title": "Opfyldt", "share": 1}]}"#;

#[test]
fn a_rating_earns_the_share_of_its_level() {
    check(
        RATED,
        &[
            (r#"{"level": "not", "reason": "Intet"}"#, "not_met", "0"),
            (r#"{"level": "partly", "reason": "Halvt"}"#, "partly_met", "50"),
            (r#"{"level": "full", "reason": "Alt"}"#, "met", "100"),
            (r#"{"level": "full"}"#, "met", "100"),
            (r#"{"level": "fuld"}"#, "open", "0–100"),
            ("{}", "open", "0–100"),
        ],
    );
    let scaled = r#""target": {"kind": "rated", "levels": [{"id": "1", "title": "Niveau 1", "share": 0.2},
        {"id": "5", "title": "Niveau 5", "share": 1.2}]}"#;
    check(scaled, &[("{}", "open", "20–120"), (r#"{"level": "5", "reason": "Fremragende"}"#, "met", "120")]);
}

#[test]
fn a_rating_without_a_reason_counts_and_is_flagged_and_an_unknown_level_does_not_count() {
    let goal = format!(r#""weight": 100, {RATED}"#);
    let said = |entry: &str| kinds(&goal, entry);
    assert_eq!(said(r#"{"level": "full", "reason": "Alt"}"#), []);
    assert_eq!(said(r#"{"level": "full"}"#), [ObjectionKind::NoReason]);
    assert_eq!(said(r#"{"level": "fuld", "reason": "Alt"}"#), [ObjectionKind::UnknownLevel]);
    let wanted = ReportedField::Level;
    assert_eq!(said(r#"{"value": 1}"#), [ObjectionKind::OtherKind { wanted }]);
}

#[test]
fn a_part_that_is_rated_holds_where_its_level_gives_everything() {
    let part = RATED.replace(r#""target": {"#, r#"{"id": "p", "#);
    let goal = format!(r#""target": {{"kind": "all_of", "parts": [{part}]}}"#);
    check(
        &goal,
        &[
            (r#"{"parts": {"p": {"level": "partly", "reason": "Halvt"}}}"#, "not_met", "0"),
            (r#"{"parts": {"p": {"level": "full", "reason": "Alt"}}}"#, "met", "100"),
        ],
    );
}

/// At least 95 percent, one decimal, of what is counted.
const COUNTED: &str = r#""target": {"kind": "at_least", "value": 95},
    "ratio": {"numerator": "Til tiden", "denominator": "I alt", "decimals": 1, "percent": true}"#;

#[test]
fn two_counts_give_the_figure_rounded_half_away_from_zero() {
    check(
        COUNTED,
        &[
            (r#"{"numerator": 950, "denominator": 1000}"#, "met", "100"),
            (r#"{"numerator": 9495, "denominator": 10000}"#, "met", "100"),
            (r#"{"numerator": 94949, "denominator": 100000}"#, "not_met", "0"),
            (r#"{"value": 95}"#, "met", "100"),
            (r#"{"numerator": 95}"#, "open", "0–100"),
            (r#"{"numerator": 95, "denominator": 0}"#, "open", "0–100"),
            (r#"{"numerator": 95, "denominator": -100}"#, "open", "0–100"),
            (r#"{"value": 94, "numerator": 95, "denominator": 100}"#, "not_met", "0"),
            ("{}", "open", "0–100"),
        ],
    );
    let goal = format!(r#""weight": 100, {COUNTED}"#);
    let told = steps(&goal, r#"{"numerator": 9495, "denominator": 10000}"#, Words::DANISH);
    assert_eq!(told[..2], ["9.495 / 10.000 × 100 = 95", "95 ≥ 95"]);
}

#[test]
fn what_is_wrong_with_two_counts_is_said_at_its_field() {
    let goal = format!(r#""weight": 100, {COUNTED}"#);
    for (entry, expected) in [
        (r#"{"numerator": 95, "denominator": 0}"#, vec![ObjectionKind::NothingCounted]),
        (r#"{"numerator": -95, "denominator": 100}"#, vec![ObjectionKind::Negative]),
        (r#"{"value": 94, "numerator": 95, "denominator": 100}"#, vec![ObjectionKind::FigureGiven]),
        (r#"{"value": 95, "numerator": 95, "denominator": 100}"#, vec![]),
        (r#"{"numerator": 95, "denominator": 100}"#, vec![]),
    ] {
        assert_eq!(kinds(&goal, entry), expected, "{entry}");
    }
}

#[test]
fn counts_of_an_early_period_are_a_reading() {
    let goal = format!(r#"{{"id": "a", "title": "A", "weight": 100, {COUNTED}}}"#);
    let contract = contract(&format!(r#""points": {{"total": 100}}, "goals": [{goal}]"#));
    let counted = r#""as_of": "2009-05-01", "results": {"a": {"numerator": 96, "denominator": 100}}"#;
    let evaluation = evaluate(&contract, &assessment(counted));
    let outcome = &evaluation.goals[0];
    assert_eq!(outcome.points.map(|points| Words::DANISH.points(points)).as_deref(), Some("0–100"));
    assert_eq!(outcome.expected.as_ref().and_then(|expected| expected.value), Some("96.0".parse().unwrap()));
}

#[test]
fn thresholds_may_be_counted_from_a_baseline() {
    for (threshold, under, at, over) in [
        (r#""at_most", "baseline": 16.3, "percent": -15"#, 13.854, 13.855, 13.856),
        (r#""at_most", "baseline": 70, "points": 3"#, 72.9, 73.0, 73.1),
        (r#""at_most", "baseline": 3.7"#, 3.69, 3.7, 3.71),
    ] {
        let goal = format!(r#""target": {{"kind": {threshold}}}"#);
        let entry = |value: f64| format!(r#"{{"value": {value}}}"#);
        check(
            &goal,
            &[(&entry(under), "met", "100"), (&entry(at), "met", "100"), (&entry(over), "not_met", "0")],
        );
    }
}

#[test]
fn a_baseline_may_be_the_goals_own_history() {
    let goal = r#""history": [{"period": "2008", "value": 200}, {"period": "2008-12", "value": 900}],
                  "target": {"kind": "at_least", "baseline": {"period": "2008"}, "percent": 10}"#;
    check(goal, &[(r#"{"value": 219.9}"#, "not_met", "0"), (r#"{"value": 220}"#, "met", "100")]);
    // The contract's own baseline wins, and the one supplied is said not to count.
    check(goal, &[(r#"{"value": 220, "baseline": 1000}"#, "met", "100")]);
    let weighted = format!(r#""weight": 100, {goal}"#);
    assert_eq!(kinds(&weighted, r#"{"value": 220, "baseline": 1000}"#), [ObjectionKind::ContractDecides]);
}

#[test]
fn a_part_looks_for_its_baseline_in_its_own_history_first() {
    let part = |id: &str, history: &str| {
        format!(
            r#"{{"id": "{id}", "kind": "at_least", "baseline": {{"period": "2008"}}, "percent": 10, "history": [{history}]}}"#
        )
    };
    let own = part("own", r#"{"period": "2008", "value": 100}"#);
    let unread = part("unread", r#"{"period": "2008", "value": null, "stated": "xx"}"#);
    let other_year = part("other", r#"{"period": "2007", "value": 100}"#);
    let nested = format!(
        r#"{{"id": "nest", "kind": "any_of", "history": [{{"period": "2008", "value": 50}}], "parts": [{}]}}"#,
        part("inner", "")
    );
    let goal = |parts: &str| {
        format!(
            r#""history": [{{"period": "2008", "value": 200}}], "target": {{"kind": "all_of", "parts": [{parts}]}}"#
        )
    };
    let entry = |id: &str, value: &str| format!(r#"{{"parts": {{"{id}": {{"value": {value}}}}}}}"#);
    for (part, id, under, at) in [
        (&own, "own", "109.9", "110"),
        // Without a figure of its own for that period, the goal's counts.
        (&unread, "unread", "219.9", "220"),
        (&other_year, "other", "219.9", "220"),
    ] {
        check(&goal(part), &[(&entry(id, under), "not_met", "0"), (&entry(id, at), "met", "100")]);
    }
    // A part within a part looks there before it looks at the goal.
    let entry =
        |value: &str| format!(r#"{{"parts": {{"nest": {{"parts": {{"inner": {{"value": {value}}}}}}}}}}}"#);
    check(&goal(&nested), &[(&entry("54.9"), "not_met", "0"), (&entry("55"), "met", "100")]);
    // One part's history is nothing to its sister.
    let goal = format!(r#""target": {{"kind": "all_of", "parts": [{own}, {}]}}"#, part("sister", ""));
    let entry = r#"{"parts": {"own": {"value": 110}, "sister": {"value": 1000}}}"#;
    check(&goal, &[(entry, "undetermined", "0–100")]);
}

#[test]
fn composites_nest_and_settle_as_soon_as_they_can() {
    let goal = r#""target": {"kind": "all_of", "parts": [
        {"id": "x", "kind": "by", "date": "2009-06-30"},
        {"id": "y", "kind": "any_of", "parts": [
            {"id": "rise", "kind": "at_least", "baseline": {"period": "2008"}, "percent": 10},
            {"id": "level", "kind": "at_least", "value": 80}]}]}"#;
    check(
        goal,
        &[
            ("{}", "open", "0–100"),
            (r#"{"parts": {"x": {"date": "2009-07-01"}}}"#, "not_met", "0"),
            (r#"{"parts": {"x": {"date": "2009-06-30"}}}"#, "open", "0–100"),
            (
                r#"{"parts": {"x": {"date": "2009-06-30"}, "y": {"parts": {"level": {"value": 80}}}}}"#,
                "met",
                "100",
            ),
            // 70 fails the level, and the rise still lacks its baseline.
            (
                r#"{"parts": {"x": {"date": "2009-06-30"}, "y": {"parts": {"level": {"value": 70}}}}}"#,
                "undetermined",
                "0–100",
            ),
            (
                r#"{"parts": {"x": {"date": "2009-06-30"}, "y": {"parts": {
                    "level": {"value": 70}, "rise": {"value": 70, "baseline": 60}}}}}"#,
                "met",
                "100",
            ),
        ],
    );
}

#[test]
fn a_judged_part_says_yes_or_no() {
    let goal = r#""target": {"kind": "all_of", "parts": [{"id": "x", "kind": "assessed"}, {"id": "y", "kind": "done"}]}"#;
    check(
        goal,
        &[
            (r#"{"parts": {"x": {"done": true}, "y": {"done": true}}}"#, "met", "100"),
            (r#"{"parts": {"x": {"done": false}}}"#, "not_met", "0"),
            (r#"{"parts": {"x": {"points": 5}, "y": {"done": true}}}"#, "open", "0–100"),
        ],
    );
}

#[test]
fn an_addendum_fixes_what_is_undetermined_and_nothing_else() {
    let addendum = r#""addendum": {"target": {"kind": "at_most", "value": 20000}, "agreed": "2009-03-20"}"#;
    let undetermined = r#""target": {"kind": "undetermined"}"#;
    check(
        undetermined,
        &[
            ("{}", "undetermined", "0–100"),
            (r#"{"value": 19000}"#, "undetermined", "0–100"),
            (&format!("{{{addendum}}}"), "open", "0–100"),
            (&format!(r#"{{"value": 20000, {addendum}}}"#), "met", "100"),
            (&format!(r#"{{"value": 20001, {addendum}}}"#), "not_met", "0"),
        ],
    );
    let fixed = r#""weight": 100, "target": {"kind": "at_most", "value": 10}"#;
    let entry = format!(r#"{{"value": 11, {addendum}}}"#);
    check_weighted(fixed, &[(&entry, "not_met", "0")]);
    assert_eq!(kinds(fixed, &entry), [ObjectionKind::TargetIsFixed]);
}

#[test]
fn an_addendum_says_when_its_target_is_measured_and_is_silent_where_it_does_not_count() {
    let goal = |target: &str| format!(r#""weight": 100, "target": {{{target}, "measured": "2009"}}"#);
    let open = goal(r#""kind": "undetermined""#);
    let addendum = |measured: &str| {
        format!(r#"{{"addendum": {{"target": {{"kind": "at_most", "value": 5 {measured}}}}}}}"#)
    };
    let december = addendum(r#", "measured": "2009-12""#);
    let at = |goal: &str, entry: &str| {
        let contract = contract(&format!(
            r#""points": {{"total": 100}}, "goals": [{{"id": "a", "title": "A", {goal}}}]"#
        ));
        let assessment = assessment(&format!(r#""results": {{"a": {entry}}}"#));
        counting_period(&contract.goals[0], assessment.results.get("a").map(AsRef::as_ref))
    };
    let period = Period::parse;
    assert_eq!(at(&open, &december), period("2009-12"));
    assert_eq!(at(&open, &addendum("")), period("2009"));
    assert_eq!(at(&open, "{}"), period("2009"));
    assert_eq!(at(&goal(r#""kind": "at_most", "value": 4"#), &december), period("2009"));
    let first = |entry: &str| steps(&open, entry, Words::DANISH)[0].clone();
    assert_eq!(first(&december), "Måltallet er fastsat ved allonge og måles i december 2009");
    assert_eq!(first(&addendum("")), "Måltallet er fastsat ved allonge");
}

#[test]
fn a_result_of_another_kind_counts_as_not_given() {
    for (target, entry, wanted, field) in [
        (
            r#"{"kind": "at_most", "value": 1}"#,
            r#"{"date": "2009-01-01"}"#,
            ReportedField::Value,
            ReportedField::Date,
        ),
        (
            r#"{"kind": "by", "date": "2009-06-30"}"#,
            r#"{"value": 1}"#,
            ReportedField::Date,
            ReportedField::Value,
        ),
        (
            r#"{"kind": "by", "date": "2009-06-30"}"#,
            r#"{"done": true}"#,
            ReportedField::Date,
            ReportedField::Done,
        ),
        (r#"{"kind": "done"}"#, r#"{"points": 1}"#, ReportedField::Done, ReportedField::Points),
        (r#"{"kind": "assessed"}"#, r#"{"value": 1}"#, ReportedField::Points, ReportedField::Value),
    ] {
        let goal = format!(r#""weight": 100, "target": {target}"#);
        let evaluation = score(&goal, entry);
        assert_eq!(word(evaluation.goals[0].status), "open", "{target} {entry}");
        let objection = evaluation.all_objections().next().unwrap();
        assert_eq!(objection.kind, ObjectionKind::OtherKind { wanted }, "{target} {entry}");
        assert_eq!(objection.place, EntryId::goal(&"a".into()).reported(&[], field));
    }
}
