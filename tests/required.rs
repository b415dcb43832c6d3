//! What must hold to reach a percent: the exact result for each kind of target and rule, and the order.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands")]

mod common;

use common::{assessment, contract, n};
use resultatkontrakt::domain::address::LineId;
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::contract::Relation;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::{Decimal, Kroner, Percent, Points, Span};
use resultatkontrakt::domain::required::{Effort, Measure, Need, Order, Plan, Reach, plan};
use resultatkontrakt::domain::sensitivity::sensitivity;
use resultatkontrakt::format::Document;

fn planned(contract: &Contract, assessment: &Assessment, measure: Measure, percent: &str) -> Plan {
    plan(contract, assessment, &evaluate(contract, assessment), measure, Percent(n(percent)), Order::Nearest)
        .unwrap()
}

fn nothing() -> Assessment {
    assessment(r#""results": {}"#)
}

/// The need of the only goal, which gives up to 100 of 100 points, for a percent of them.
fn need_for(percent: &str, goal: &str, entry: &str) -> Need {
    let contract = contract(&format!(
        r#""points": {{"total": 100}}, "goals": [{{"id": "a", "title": "A", "weight": 100, {goal}}}]"#
    ));
    let assessment = assessment(&format!(r#""as_of": "2009-07-01", "results": {{"a": {entry}}}"#));
    let plan = planned(&contract, &assessment, Measure::Points, percent);
    assert_eq!(plan.reach, Reach::Possible);
    plan.lines.into_iter().next().unwrap().need
}

fn at_most(value: &str) -> Need {
    Need::Limit { relation: Relation::AtMost, value: n(value) }
}

fn at_least(value: &str) -> Need {
    Need::Limit { relation: Relation::AtLeast, value: n(value) }
}

#[test]
fn a_rule_that_counts_from_a_baseline_names_the_figure_or_the_baseline() {
    let linear = |zero_at: &str| {
        format!(
            r#""target": {{"kind": "at_least", "value": 100}}, "scoring": {{"rule": "linear", "zero_at": {zero_at}}}"#
        )
    };
    assert_eq!(need_for("50", &linear(r#"{"baseline": 80}"#), "{}"), at_least("90"));
    let last_year = linear(r#"{"baseline": {"period": "2008"}, "percent": -20}"#);
    assert_eq!(need_for("50", &last_year, "{}"), Need::Baseline);
    assert_eq!(need_for("50", &last_year, r#"{"baseline": 100}"#), at_least("90"));
}

#[test]
fn a_rated_goal_needs_the_lowest_level_that_is_enough() {
    let rated = r#""target": {"kind": "rated", "levels": [{"id": "not", "title": "Ikke opfyldt", "share": 0},
        {"id": "most", "title": "Næsten", "share": 0.8}, {"id": "partly", "title": "Delvist", "share": 0.5},
        {"id": "full", "title": "Opfyldt", "share": 1}]}"#;
    for (percent, id, title) in
        [("40", "partly", "Delvist"), ("51", "most", "Næsten"), ("81", "full", "Opfyldt")]
    {
        let need = Need::Level { id: id.into(), title: title.to_owned() };
        assert_eq!(need_for(percent, rated, "{}"), need, "{percent}");
    }
}

#[test]
fn a_goal_that_is_all_or_nothing_needs_its_whole_target() {
    for (goal, entry, expected) in [
        (r#""target": {"kind": "at_most", "value": 26675}"#, "{}", at_most("26675")),
        (
            r#""target": {"kind": "below", "baseline": 16.3, "percent": -15}"#,
            "{}",
            Need::Limit { relation: Relation::Below, value: n("13.855") },
        ),
        (
            r#""target": {"kind": "above", "baseline": {"period": "2008"}}"#,
            r#"{"baseline": 3.7}"#,
            Need::Limit { relation: Relation::Above, value: n("3.7") },
        ),
        (r#""target": {"kind": "above", "baseline": {"period": "2008"}}"#, "{}", Need::Baseline),
        (
            r#""target": {"kind": "between", "min": 85, "max": 100}"#,
            "{}",
            Need::Between { min: n("85"), max: n("100") },
        ),
        (
            r#""target": {"kind": "unchanged", "baseline": 500, "tolerance": 10}"#,
            "{}",
            Need::Between { min: n("490"), max: n("510") },
        ),
        (r#""target": {"kind": "done"}"#, "{}", Need::Done),
        (r#""target": {"kind": "undetermined"}"#, "{}", Need::Target),
    ] {
        assert_eq!(need_for("40", goal, entry), expected, "{goal}");
    }
}

#[test]
fn a_rule_with_degrees_is_turned_round() {
    let falling = r#""target": {"kind": "at_most", "value": 26675}"#;
    let rising = r#""target": {"kind": "at_least", "value": 95.0}"#;
    let linear =
        |target: &str, zero: &str| format!(r#"{target}, "scoring": {{"rule": "linear", "zero_at": {zero}}}"#);
    let proportional = |target: &str| format!(r#"{target}, "scoring": {{"rule": "proportional"}}"#);
    let scale = |between: &str| {
        format!(
            r#"{rising}, "scoring": {{"rule": "scale", "between": "{between}",
                "steps": [{{"at": 70, "share": 0.6}}, {{"at": 95, "share": 1}}]}}"#
        )
    };
    for (goal, percent, expected) in [
        // 26675 / 0,49995 = 53355,3: the points of 53355 round to 50,00. 32533 − 0,60305 × 5858 = 29000,3; the points of 29000 round to 60,31.
        (linear(falling, "32533"), "60.31", at_most("29000")),
        (linear(falling, "32533"), "100", at_most("26675")),
        (linear(rising, "45"), "50", at_least("70")),
        (proportional(rising), "50", at_least("48")),
        (proportional(falling), "50", at_most("53355")),
        (scale("linear"), "80", at_least("83")),
        (scale("step"), "80", at_least("95")),
        (scale("linear"), "10", at_least("70")),
    ] {
        assert_eq!(need_for(percent, &goal, "{}"), expected, "{goal} {percent}");
    }
    let judged = r#""target": {"kind": "assessed"}"#;
    assert_eq!(need_for("62.5", judged, "{}"), Need::Points(Points(n("62.5"))));
}

#[test]
fn of_a_composite_only_what_is_not_settled_is_needed() {
    let parts = r#"[{"id": "concept", "kind": "by", "date": "2009-06-30"}, {"id": "live", "kind": "done"},
        {"id": "users", "unit": "pct.", "kind": "at_least", "value": 80}]"#;
    let ids = |need: Need| match need {
        Need::AllOf(parts) | Need::AnyOf(parts) => {
            parts.into_iter().map(|part| part.id.to_string()).collect::<Vec<_>>()
        }
        other => vec![format!("{other:?}")],
    };
    let given = r#"{"parts": {"concept": {"date": "2009-06-20"}}}"#;
    let all = format!(r#""target": {{"kind": "all_of", "parts": {parts}}}"#);
    assert_eq!(ids(need_for("100", &all, given)), ["live", "users"]);
    let any = format!(r#""target": {{"kind": "any_of", "parts": {parts}}}"#);
    let failed = r#"{"parts": {"live": {"done": false}}}"#;
    assert_eq!(ids(need_for("100", &any, failed)), ["concept", "users"]);
    let by_parts = format!(
        r#"{all}, "scoring": {{"rule": "parts", "shares": {{"concept": 0.2, "live": 0.3, "users": 0.5}}}}"#
    );
    assert_eq!(ids(need_for("60", &by_parts, given)), ["users"]);
    assert_eq!(ids(need_for("80", &by_parts, given)), ["users", "live"]);
}

#[test]
fn a_part_with_a_rule_of_its_own_is_asked_for_no_more_than_is_missing() {
    let parts = r#"[{"id": "x", "kind": "at_least", "value": 90, "scoring": {"rule": "linear", "zero_at": 40}},
        {"id": "y", "kind": "rated", "levels": [{"id": "low", "title": "Lav", "share": 0},
            {"id": "some", "title": "Nogen", "share": 0.4}, {"id": "high", "title": "Høj", "share": 1}]},
        {"id": "z", "kind": "all_of", "scoring": {"rule": "parts"}, "parts": [{"id": "a", "kind": "done"}, {"id": "b", "kind": "done"}]}]"#;
    let goal = format!(
        r#""target": {{"kind": "all_of", "parts": {parts}}}, "scoring": {{"rule": "parts", "shares": {{"x": 0.5, "y": 0.3, "z": 0.2}}}}"#
    );
    let needs = |percent: &str, entry: &str| match need_for(percent, &goal, entry) {
        Need::AllOf(parts) => parts.into_iter().map(|part| (part.id.to_string(), part.need)).collect(),
        other => vec![(String::new(), other)],
    };
    let level = |id: &str, title: &str| Need::Level { id: id.into(), title: title.to_owned() };
    assert_eq!(needs("30", "{}"), [("x".to_owned(), at_least("70"))]);
    assert_eq!(
        needs("60", "{}"),
        [("x".to_owned(), at_least("90")), ("y".to_owned(), level("some", "Nogen"))]
    );
    // What is lost of a part is not asked for, and one of two within the last one is enough.
    let half = r#"{"final": true, "parts": {"x": {"value": 65}}}"#;
    let needed = needs("65", half);
    assert_eq!(needed.first().unwrap(), &("y".to_owned(), level("high", "Høj")));
    assert!(matches!(&needed.get(1).unwrap().1, Need::AllOf(parts) if parts.len() == 1), "{needed:?}");
    let lost = r#"{"final": true, "parts": {"y": {"level": "low", "reason": "R"}}}"#;
    let ids: Vec<String> = needs("70", lost).into_iter().map(|(id, _)| id).collect();
    assert_eq!(ids, ["x", "z"]);
}

#[test]
fn the_nearest_goals_come_first_and_the_last_is_asked_for_what_is_missing() {
    let history = |value: &str| format!(r#""history": [{{"period": "2008", "value": {value}}}]"#);
    let (near, far, held) = (history("27200"), history("60"), history("96"));
    let contract = contract(&format!(
        r#""points": {{"total": 100}}, "goals": [
            {{"id": "unfixed", "title": "A", "weight": 20, "target": {{"kind": "undetermined"}}}},
            {{"id": "far", "title": "B", "weight": 20, "target": {{"kind": "at_least", "value": 90}},
              "scoring": {{"rule": "linear", "zero_at": 60}}, {far}}},
            {{"id": "near", "title": "C", "weight": 20, "target": {{"kind": "at_most", "value": 26675}}, {near}}},
            {{"id": "deed", "title": "D", "weight": 10, "target": {{"kind": "done"}}}},
            {{"id": "late", "title": "E", "weight": 10, "target": {{"kind": "by", "date": "2009-03-31"}}}},
            {{"id": "held", "title": "F", "weight": 20, "target": {{"kind": "at_least", "value": 95}}, {held}}}]"#
    ));
    let assessment = assessment(r#""as_of": "2009-07-01", "results": {}"#);
    let plan_for = |percent| planned(&contract, &assessment, Measure::Points, percent);
    let names = |plan: &Plan| -> Vec<String> {
        let name = |line: &resultatkontrakt::domain::required::PlanLine| match &line.id {
            LineId::Entry(entry) => entry.goal.to_string(),
            other => format!("{other:?}"),
        };
        plan.lines.iter().map(name).collect()
    };
    let plan = plan_for("65");
    assert_eq!(names(&plan), ["held", "deed", "near", "far"]);
    let efforts: Vec<_> = plan.lines.iter().map(|line| line.effort).collect();
    let third = Effort::Distance(n("38.3"));
    assert_eq!(efforts, [Effort::Held, Effort::Deed, Effort::Distance(n("1.9")), third]);
    let last = plan.lines.last().unwrap();
    assert_eq!((&last.need, last.points), (&at_least("83"), Points(n("15"))));
    assert_eq!(last.reached.exact(4), Some(n("0.65")));
    // 40 needs two goals of 20; the deed between them is not needed then.
    assert_eq!(names(&plan_for("40")), ["held", "near"]);
    assert_eq!(names(&plan_for("100")).last().unwrap(), "unfixed");
    assert_eq!(plan_for("101").reach, Reach::Impossible);
    assert_eq!(plan_for("0").reach, Reach::Certain);
}

const WITH_PAY: &str = r#""points": {"total": 1000}, "goals": [
    {"id": "a", "title": "A", "weight": 600, "target": {"kind": "at_least", "value": 1000},
     "scoring": {"rule": "linear", "zero_at": 0}},
    {"id": "b", "title": "B", "weight": 400, "target": {"kind": "done"}}],
    "pay": {"from": "2009-01-01", "to": "2009-12-31", "points": {"institution": 700, "individual": 300},
     "individual_rule": "overall", "max_percent": 15}"#;

#[test]
fn the_latest_reading_says_how_far_it_is_where_there_is_one() {
    let contract = contract(
        r#""points": {"total": 100}, "goals": [{"id": "a", "title": "A",
           "weight": 100, "target": {"kind": "at_most", "value": 80}, "history": [{"period": "2008", "value": 200}]}]"#,
    );
    for (entry, expected) in [
        ("{}", Effort::Distance(n("60"))),
        (r#"{"value": 100}"#, Effort::Distance(n("20"))),
        (
            r#"{"readings": [{"period": "2009-05", "value": 160}, {"period": "2009-03", "value": 90}]}"#,
            Effort::Distance(n("50")),
        ),
        (r#"{"value": 79}"#, Effort::Held),
    ] {
        let assessment = assessment(&format!(r#""as_of": "2009-05-31", "results": {{"a": {entry}}}"#));
        let plan = planned(&contract, &assessment, Measure::Points, "100");
        assert_eq!(plan.lines.first().map(|line| line.effort), Some(expected), "{entry}");
    }
}

#[test]
fn a_percent_of_the_pay_goes_by_its_own_points() {
    let contract = contract(WITH_PAY);
    let inputs = r#""pay": {"base": [{"title": "Løn", "value": 1150000}]}"#;
    let assessment = |rest: &str| assessment(&format!("{rest}, {inputs}"));
    let judged =
        assessment(r#""individual": {"overall": 240, "reason": "Godt"}, "results": {"b": {"done": true}}"#);
    let plan = planned(&contract, &judged, Measure::Pay, "66.61");
    // 666,1 − 240 = 426,1 of 700: 608,71 of 1.000 points round to 426,10; 400 are certain.
    let line = plan.lines.first().unwrap();
    assert_eq!((line.points, &line.need), (Points(n("208.71")), &at_least("348")));
    let open = assessment(r#""results": {"a": {"value": 1000}, "b": {"done": true}}"#);
    let plan = planned(&contract, &open, Measure::Pay, "90");
    let line = plan.lines.first().unwrap();
    assert_eq!((&line.id, &line.need), (&LineId::Overall, &Need::Points(Points(n("200")))));
    let sways = sensitivity(&contract, &evaluate(&contract, &nothing_paid(&judged)));
    let kroner = |index: usize| sways.get(index).unwrap().worth.unwrap().kroner.unwrap();
    assert_eq!(
        sways.iter().map(|sway| sway.points.0.to_string()).collect::<Vec<_>>(),
        ["600.00", "300", "400.00"]
    );
    assert_eq!(kroner(0), Span::settled(Kroner(n("72450"))));
    assert_eq!(kroner(1), Span::settled(Kroner(n("51750"))));
}

#[test]
fn the_one_judgement_comes_last_and_the_most_may_come_first() {
    let contract = contract(WITH_PAY);
    let nothing = nothing();
    let evaluation = evaluate(&contract, &nothing);
    let ids = |order: Order, percent: &str| {
        let plan = plan(&contract, &nothing, &evaluation, Measure::Pay, Percent(n(percent)), order).unwrap();
        plan.lines
            .iter()
            .map(|line| match &line.id {
                LineId::Entry(entry) => entry.goal.to_string(),
                other => format!("{other:?}"),
            })
            .collect::<Vec<_>>()
    };
    // The deed is nearer than the figure without a past, which gives more.
    assert_eq!(ids(Order::Nearest, "60"), ["b", "a"]);
    assert_eq!(ids(Order::Largest, "60"), ["a", "b"]);
    assert_eq!(ids(Order::Nearest, "20"), ["b"]);
    assert_eq!(ids(Order::Largest, "20"), ["a"]);
    // 700 of 1.000 are the goals'.
    assert_eq!(ids(Order::Nearest, "70"), ["b", "a"]);
    for order in [Order::Nearest, Order::Largest] {
        let all = ids(order, "80");
        assert_eq!(all.last().map(String::as_str), Some("Overall"), "{all:?}");
        assert_eq!(all.len(), 3);
    }
}

/// The same inputs, and nothing reached yet.
fn nothing_paid(assessment: &Assessment) -> Assessment {
    Assessment { pay: assessment.pay.clone(), ..nothing() }
}

#[test]
fn what_the_goals_of_a_contract_can_move_is_what_is_open_the_most_first() {
    let read = |text: &[u8]| resultatkontrakt::format::read(text).document.unwrap();
    let (Document::Contract(contract), Document::Assessment(assessment)) = (
        read(include_bytes!("../contracts/ams-2009.json")),
        read(include_bytes!("../contracts/ams-2009.assessment.json")),
    ) else {
        panic!("the example is a contract and its assessment");
    };
    let evaluation = evaluate(&contract.contract, &assessment.assessment);
    let sways = sensitivity(&contract.contract, &evaluation);
    let points: Vec<_> = sways.iter().map(|sway| sway.points.0).collect();
    assert_eq!(points, ["125", "125", "75", "50", "25"].map(n));
    assert_eq!(points.into_iter().sum::<Decimal>(), evaluation.institution.unwrap().sum.open().0);
}

#[test]
fn without_points_or_an_agreement_there_is_no_plan() {
    let unweighted = contract(r#""goals": [{"id": "a", "title": "A", "target": {"kind": "done"}}]"#);
    let evaluation = evaluate(&unweighted, &nothing());
    let wanted = Percent(n("90"));
    assert_eq!(plan(&unweighted, &nothing(), &evaluation, Measure::Points, wanted, Order::Nearest), None);
    assert!(sensitivity(&unweighted, &evaluation).is_empty());
    let unpaid = contract(r#""points": {"total": 10}, "goals": []"#);
    let evaluation = evaluate(&unpaid, &nothing());
    assert_eq!(plan(&unpaid, &nothing(), &evaluation, Measure::Pay, wanted, Order::Nearest), None);
}
