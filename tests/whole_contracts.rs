//! What a contract comes to as a whole: totals, lapsed goals, unweighted contracts, pay and risk.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail where it stands")]

mod common;

use std::rc::Rc;

use common::{assessment, contract, danish, n, points};
use resultatkontrakt::domain::contract::{Between, Rule, ScaleStep, Weight};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::{Assumption, Evaluation, GoalStatus};
use resultatkontrakt::domain::number::{Kroner, Points, Span};
use resultatkontrakt::domain::objection::ObjectionKind;
use resultatkontrakt::domain::risk::open_without_risk;
use resultatkontrakt::domain::trace::Step;
use resultatkontrakt::domain::weights::{fitted_to_total, with_equal_weights};

const THREE_GOALS: &str = r#""points": {"total": 100, "decimals": 2}, "goals": [
    {"id": "a", "title": "A", "weight": 50, "target": {"kind": "done"}},
    {"id": "b", "title": "B", "weight": 30, "target": {"kind": "done"}},
    {"id": "c", "title": "C", "weight": {"min": 6, "max": 20}, "target": {"kind": "assessed"}}]"#;

fn goal_points(evaluation: &Evaluation) -> Vec<String> {
    evaluation.goals.iter().map(|outcome| points(outcome.points.unwrap())).collect()
}

#[test]
fn lapsed_weights_are_shared_out_unless_the_contract_says_otherwise() {
    let lapsed = assessment(r#""results": {"b": {"lapsed": "Aftalt"}}"#);
    let silent = evaluate(&contract(THREE_GOALS), &lapsed);
    // 100 × 50/70 = 71.43, 100 × 20/70 = 28.57; the minimum 6 × 100/70 = 8.57.
    assert_eq!(goal_points(&silent), ["0–71,43", "0", "8,57–28,57"]);
    assert_eq!(silent.institution.unwrap().sum.weights, Points(n("100")));
    assert!(silent.assumptions.contains(&Assumption::LapsedRedistributed));

    let stated = evaluate(&contract(&format!(r#""lapsed": "redistribute", {THREE_GOALS}"#)), &lapsed);
    assert_eq!(goal_points(&stated), goal_points(&silent));
    assert!(!stated.assumptions.contains(&Assumption::LapsedRedistributed));

    let zero = evaluate(&contract(&format!(r#""lapsed": "zero", {THREE_GOALS}"#)), &lapsed);
    assert_eq!(goal_points(&zero), ["0–50", "0", "6–20"]);
    assert_eq!(zero.institution.unwrap().sum.lost(), Points(n("30")));
}

#[test]
fn weights_are_fitted_to_the_total_in_proportion_and_a_range_keeps_its_least() {
    let goals = |weights: [&str; 3]| {
        let goal = |(at, weight): (usize, &&str)| {
            format!(r#"{{"id": "g{at}", "title": "G", {weight} "target": {{"kind": "done"}}}}"#)
        };
        let goals: Vec<_> = weights.iter().enumerate().map(goal).collect();
        contract(&format!(r#""points": {{"total": 100, "decimals": 0}}, "goals": [{}]"#, goals.join(",")))
    };
    let weights = goals([r#""weight": 30,"#, r#""weight": {"min": 10, "max": 15},"#, ""]);
    let range = Weight::Range { min: Points(n("10")), max: Points(n("33")) };
    assert_eq!(
        fitted_to_total(&weights),
        Some(vec![Some(Weight::Fixed(Points(n("67")))), Some(range), None])
    );
    assert_eq!(fitted_to_total(&goals(["", "", ""])), None, "nothing can be shared out");
}

#[test]
fn a_judgement_within_the_contract_s_own_range_stays_when_weights_are_shared_out() {
    // The range 6–20 becomes 8,57–28,57 once the 30 points of b are shared out.
    for (given, status, expected, range) in [
        ("6", GoalStatus::NotMet, "6", Some(("6", "20"))),
        ("5.99", GoalStatus::Open, "8,57–28,57", None),
        ("28.57", GoalStatus::Met, "28,57", Some(("8.57", "28.57"))),
        ("28.58", GoalStatus::Open, "8,57–28,57", None),
    ] {
        let entries = format!(
            r#""results": {{"b": {{"lapsed": "Aftalt"}}, "c": {{"points": {given}, "reason": "Begrundet"}}}}"#
        );
        let evaluation = evaluate(&contract(THREE_GOALS), &assessment(&entries));
        let outcome = &evaluation.goals[2];
        assert_eq!((outcome.status, &*goal_points(&evaluation)[2]), (status, expected), "{given}");
        let judged = outcome.steps.iter().find_map(|step| match step {
            Step::Judged { min, max, .. } => Some((min.0, max.0)),
            _ => None,
        });
        assert_eq!(judged, range.map(|(min, max)| (n(min), n(max))), "{given}");
    }
}

#[test]
fn when_every_goal_has_lapsed_the_weights_are_lost() {
    let lapsed = r#"{"lapsed": "Aftalt"}"#;
    let all = assessment(&format!(r#""results": {{"a": {lapsed}, "b": {lapsed}, "c": {lapsed}}}"#));
    let score = evaluate(&contract(THREE_GOALS), &all).institution.unwrap();
    assert_eq!((score.sum.secured(), score.sum.lost()), (Points(n("0")), Points(n("100"))));
}

#[test]
fn an_entry_for_an_unknown_goal_is_said_and_changes_nothing() {
    let known = evaluate(&contract(THREE_GOALS), &assessment(r#""results": {"a": {"done": true}}"#));
    let stranger = evaluate(
        &contract(THREE_GOALS),
        &assessment(r#""results": {"a": {"done": true}, "x": {"done": true}}"#),
    );
    assert_eq!(known.institution, stranger.institution);
    assert_eq!(stranger.objections[0].kind, ObjectionKind::Unknown);
}

#[test]
fn a_contract_without_weights_has_counts_and_no_points() {
    let unweighted = contract(
        r#""goals": [{"id": "a", "title": "A", "target": {"kind": "at_least", "value": 95}},
                     {"id": "b", "title": "B", "target": {"kind": "assessed"}},
                     {"id": "c", "title": "C", "target": {"kind": "done"}}]"#,
    );
    let reached = assessment(r#""results": {"a": {"value": 96}, "b": {"done": false}}"#);
    let evaluation = evaluate(&unweighted, &reached);
    assert_eq!(evaluation.institution, None);
    let counts = evaluation.counts;
    assert_eq!((counts.met, counts.not_met, counts.open), (1, 1, 1));

    let view = evaluate(&with_equal_weights(&unweighted).unwrap(), &reached);
    assert_eq!(goal_points(&view), ["333,34", "0–333,33", "0–333,33"]);
}

fn pay_contract(pay: &str) -> String {
    format!(
        r#""points": {{"total": 100, "decimals": 2}}, "goals": [
            {{"id": "a", "title": "A", "weight": 100, "target": {{"kind": "at_least", "value": 10}},
              "scoring": {{"rule": "proportional"}}}}],
           "pay": {{"from": "2009-01-01", "to": "2009-12-31", "points": {{"institution": 700, "individual": 300}}, {pay}}}"#
    )
}

const OVERALL: &str = r#""areas": [], "individual_rule": "overall""#;

fn pay_of(pay: &str, inputs: &str) -> resultatkontrakt::domain::pay::PayOutcome {
    evaluate(&contract(&pay_contract(pay)), &assessment(inputs)).pay.unwrap()
}

fn kroner(amount: Option<Span<Kroner>>) -> String {
    let amount = amount.unwrap();
    assert!(amount.is_settled());
    danish(amount.min.0)
}

const EARNED: &str = r#""results": {"a": {"value": 5}}, "individual": {"overall": 150, "reason": "Godt"}"#;

#[test]
fn pay_points_are_rounded_and_the_fraction_is_exact() {
    let pay = pay_of(
        OVERALL,
        r#""results": {"a": {"value": 3.333}}, "individual": {"overall": 0, "reason": "Nej"}"#,
    );
    // 33.33 points of 100 give 700 × 33.33 / 100 = 233.31.
    assert_eq!(points(pay.points), "233,31");
    assert_eq!(pay.fraction.min.exact(9), Some(n("0.23331")));
    assert_eq!(pay.full, None);
    assert_eq!(pay.earned, None);
}

#[test]
fn every_amount_is_rounded_and_the_next_starts_from_it() {
    let base =
        r#""base": [{"title": "Lønrammeløn", "value": "1000000.01"}, {"title": "Tillæg", "value": 0.02}]"#;
    let pay = pay_of(
        OVERALL,
        &format!(
            r#"{EARNED}, "pay": {{{base}, "max_percent": 15, "left_on": "2009-06-30", "holiday_allowance_percent": 1.5}}"#
        ),
    );
    assert_eq!(pay.base, Some(Kroner(n("1000000.03"))));
    assert_eq!(pay.full, Some(Kroner(n("150000.00"))), "150000.0045 is rounded down");
    assert_eq!(kroner(pay.earned), "75.000");
    assert_eq!(pay.days, Some((181, 365)));
    assert_eq!(kroner(pay.payable), "37.191,78");
    assert_eq!(kroner(pay.holiday_allowance), "557,88");
}

#[test]
fn an_adjustment_counts_without_a_reason_and_is_flagged() {
    let inputs = |adjustment: &str| {
        format!(
            r#"{EARNED}, "pay": {{"base": [{{"title": "L", "value": 100000}}], "max_percent": 10, "adjustment": {adjustment}}}"#
        )
    };
    let reasoned = pay_of(OVERALL, &inputs(r#"{"percent": -10, "reason": "Særlige forhold"}"#));
    assert_eq!(
        (kroner(reasoned.earned), kroner(reasoned.adjusted)),
        ("5.000".to_owned(), "4.500".to_owned())
    );
    assert!(reasoned.objections.is_empty());
    let bare = pay_of(OVERALL, &inputs(r#"{"amount": -6000}"#));
    assert_eq!(kroner(bare.adjusted), "0");
    assert_eq!(bare.objections[0].kind, ObjectionKind::NoReason);
}

#[test]
fn a_decided_percent_takes_the_place_of_what_was_earned() {
    let inputs = |to_percent: &str| {
        format!(
            r#"{EARNED}, "pay": {{"base": [{{"title": "L", "value": 100000}}], "max_percent": 10,
                "adjustment": {{"to_percent": {to_percent}, "reason": "Bestyrelsens afgørelse"}}}}"#
        )
    };
    let pay = pay_of(OVERALL, &inputs("92.5"));
    assert_eq!((kroner(pay.earned), kroner(pay.adjusted)), ("5.000".to_owned(), "9.250".to_owned()));
    assert!(pay.objections.is_empty());
    assert_eq!(kroner(pay_of(OVERALL, &inputs("-1")).adjusted), "0", "never below nothing");

    // 50 % is earned; down to 40 % is 20 % less.
    for (terms, to_percent, is_agreed) in [
        (r#"{"direction": "down"}"#, "49.9", true),
        (r#"{"direction": "down"}"#, "50", true),
        (r#"{"direction": "down"}"#, "50.1", false),
        (r#"{"direction": "up"}"#, "49.9", false),
        (r#"{"direction": "both", "max_percent": 20}"#, "40", true),
        (r#"{"direction": "both", "max_percent": 20}"#, "39.9", false),
        (r#"{"direction": "both", "max_percent": 20}"#, "60.1", false),
    ] {
        let pay = pay_of(&format!(r#""adjustment": {terms}, {OVERALL}"#), &inputs(to_percent));
        let kinds: Vec<_> = pay.objections.iter().map(|objection| &objection.kind).collect();
        let expected = if is_agreed { vec![] } else { vec![&ObjectionKind::NotAgreed] };
        assert_eq!(kinds, expected, "{terms} to {to_percent}");
    }
    // While goals are open it is not known which way it goes.
    let open = pay_of(
        &format!(r#""adjustment": {{"direction": "down"}}, {OVERALL}"#),
        &inputs("60").replace(r#""a": {"value": 5}"#, ""),
    );
    assert!(open.objections.is_empty());
}

#[test]
fn a_pensionable_supplement_gives_a_contribution_and_the_sum_with_it() {
    // At most 130,000 kr. without pension, 152,490 kr. with 17.3 percent.
    let inputs = |pension: &str| {
        format!(
            r#""results": {{"a": {{"value": 10}}}}, "individual": {{"overall": 300, "reason": "Fuldt"}},
               "pay": {{"base": [{{"title": "L", "value": 1300000}}], "max_percent": 10{pension}}}"#
        )
    };
    let agreed = format!(r#""pensionable": true, "pension_percent": 17.3, {OVERALL}"#);
    let pay = pay_of(&agreed, &inputs(""));
    assert_eq!(
        [kroner(pay.payable), kroner(pay.pension), kroner(pay.with_pension)],
        ["130.000", "22.490", "152.490"]
    );
    let entered = r#", "pension_percent": 17.3"#;
    let silent = contract(&pay_contract(&format!(r#""pensionable": true, {OVERALL}"#)));
    let evaluation = evaluate(&silent, &assessment(&inputs(entered)));
    assert!(evaluation.assumptions.contains(&Assumption::PensionPercentEntered));
    assert_eq!(kroner(evaluation.pay.unwrap().with_pension), "152.490");

    let unstated = pay_of(OVERALL, &inputs(entered));
    assert_eq!((unstated.pension, unstated.with_pension), (None, None));
    assert_eq!(unstated.objections[0].kind, ObjectionKind::Unknown);
    let other = pay_of(&agreed, &inputs(r#", "pension_percent": 18"#));
    assert_eq!(kroner(other.pension), "22.490");
    assert_eq!(other.objections[0].kind, ObjectionKind::ContractDecides);
}

#[test]
fn a_leaving_day_outside_the_pay_period_does_not_count() {
    for (left_on, days) in [
        ("2008-12-31", None),
        ("2009-01-01", Some((1, 365))),
        ("2009-12-31", Some((365, 365))),
        ("2010-01-01", None),
    ] {
        let inputs = format!(
            r#"{EARNED}, "pay": {{"base": [{{"title": "L", "value": 100000}}], "max_percent": 10, "left_on": "{left_on}"}}"#
        );
        let pay = pay_of(OVERALL, &inputs);
        assert_eq!(pay.days, days, "{left_on}");
        assert_eq!(pay.objections.len(), usize::from(days.is_none()), "{left_on}");
    }
}

#[test]
fn after_material_breach_nothing_is_paid() {
    let inputs = format!(
        r#"{EARNED}, "pay": {{"base": [{{"title": "L", "value": 100000}}], "max_percent": 10, "breach": "Misligholdt"}}"#
    );
    let pay = pay_of(OVERALL, &inputs);
    assert_eq!((kroner(pay.earned), kroner(pay.payable)), ("5.000".to_owned(), "0".to_owned()));
}

#[test]
fn a_judgement_outside_its_range_is_not_given() {
    for (overall, expected) in [("-0.01", "350–650"), ("0", "350"), ("300", "650"), ("300.01", "350–650")]
    {
        let inputs = format!(
            r#""results": {{"a": {{"value": 5}}}}, "individual": {{"overall": {overall}, "reason": "R"}}"#
        );
        assert_eq!(points(pay_of(OVERALL, &inputs).points), expected, "{overall}");
    }
}

#[test]
fn weighted_areas_are_scored_like_goals() {
    let areas = r#""individual_rule": "areas", "areas": [
        {"id": "x", "title": "X", "weight": 100, "target": {"kind": "assessed"}},
        {"id": "y", "title": "Y", "weight": 200, "target": {"kind": "below", "baseline": {"period": "2008"}}}]"#;
    let inputs = r#""results": {"a": {"value": 10}}, "individual": {"areas": {
        "x": {"points": 40, "reason": "R"}, "y": {"value": 9.1, "baseline": 9.2}}}"#;
    assert_eq!(points(pay_of(areas, inputs).individual), "240");
    assert_eq!(points(pay_of(areas, r#""results": {}"#).points), "0–1.000");
}

#[test]
fn the_agreements_own_percent_wins() {
    let agreed = format!(r#""max_percent": 20, {OVERALL}"#);
    let inputs =
        format!(r#"{EARNED}, "pay": {{"base": [{{"title": "L", "value": 100000}}], "max_percent": 10}}"#);
    let pay = pay_of(&agreed, &inputs);
    assert_eq!(pay.full, Some(Kroner(n("20000"))));
    assert_eq!(pay.objections[0].kind, ObjectionKind::ContractDecides);
}

#[test]
fn points_at_risk_say_where_to_look_first() {
    let risky = contract(&format!(
        r#"{THREE_GOALS}, "risk": {{"scale": {{"min": 1, "max": 3}}, "entries": [
            {{"goal": "a", "title": "R", "materiality": 1, "vulnerability": 2}},
            {{"goal": "a", "title": "R", "materiality": 2, "vulnerability": 2}},
            {{"goal": "b", "title": "R", "materiality": 3, "vulnerability": 3}}]}}"#
    ));
    let listed = |results: &str| {
        let evaluation = evaluate(&risky, &assessment(results));
        let row = |risk: &resultatkontrakt::domain::risk::RiskOutcome| {
            format!("{} {} {}", risk.goal, risk.priority, danish(risk.points_at_risk.unwrap().0))
        };
        evaluation.risks.iter().map(row).collect::<Vec<_>>()
    };
    assert_eq!(listed(r#""results": {}"#), ["b 9 30", "a 4 22,22"]);
    assert_eq!(listed(r#""results": {"b": {"done": true}}"#), ["a 4 22,22", "b 9 0"]);
}

#[test]
fn open_goals_that_nobody_described_a_risk_of_are_named() {
    let risky = contract(&format!(
        r#"{THREE_GOALS}, "risk": {{"entries": [{{"goal": "a", "title": "R", "materiality": 1, "vulnerability": 2}}]}}"#
    ));
    let named = |results: &str| {
        let goals = evaluate(&risky, &assessment(results)).goals;
        open_without_risk(&risky, &goals).iter().map(|goal| goal.goal.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(named(r#""results": {}"#), ["b", "c"]);
    assert_eq!(named(r#""results": {"b": {"done": true}}"#), ["c"], "what is settled is no risk any more");
}

/// Two goals of a weight and a scale that gives so much of it, both reached. Files may not say such figures; code may.
fn two_with_a_scale(weight: &str, share: &str) -> Evaluation {
    let goal =
        |id: &str| format!(r#"{{"id": "{id}", "title": "A", "target": {{"kind": "at_least", "value": 2}}}}"#);
    let mut contract = contract(&format!(
        r#""points": {{"total": 1000, "decimals": 0}}, "goals": [{}, {}],
            "pay": {{"from": "2009-01-01", "to": "2009-12-31", "points": {{"institution": 700, "individual": 300}}}}"#,
        goal("a"),
        goal("b")
    ));
    for goal in &mut Rc::make_mut(&mut contract).goals {
        let goal = Rc::make_mut(goal);
        goal.weight = Some(Weight::Fixed(Points(n(weight))));
        let step = |at, share| ScaleStep { at: n(at).into(), share: n(share) };
        let steps = vec![step("1", "1"), step("2", share)];
        goal.scoring = Some(Rule::Scale { steps, between: Between::Linear, cap: None });
    }
    evaluate(&contract, &assessment(r#""results": {"a": {"value": 2}, "b": {"value": 2}}"#))
}

#[test]
fn points_that_are_too_large_leave_the_contract_without_a_sum_and_are_said() {
    // 5·10¹⁴ × 10¹⁴ twice is 10²⁹: more than a decimal holds.
    let evaluation = two_with_a_scale("500000000000000", "100000000000000");
    assert_eq!(evaluation.institution, None);
    assert!(evaluation.goals.iter().all(|outcome| outcome.points.is_none() && outcome.weight.is_none()));
    let said = evaluation.all_objections().filter(|one| one.kind == ObjectionKind::TooLarge).count();
    assert_eq!(said, 2);
}

#[test]
fn points_of_fifteen_digits_are_added_up_and_paid_exactly() {
    let evaluation = two_with_a_scale("500000000000000", "2");
    let sum = evaluation.institution.unwrap().sum;
    assert_eq!(
        (points(sum.points), sum.open(), sum.lost().0),
        (danish(n("2000000000000000")), Points(n("0")), n("-1000000000000000"))
    );
    let pay = evaluation.pay.unwrap();
    assert_eq!(points(pay.institution), danish(n("1400000000000000")));
}
