//! Worked example 1: the contract of AMS 2009 at the year's end, figure by figure.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands")]

mod common;

use std::rc::Rc;

use common::{n, points};
use resultatkontrakt::domain::assessment::{Adjustment, AdjustmentChange, Assessment};
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::{Assumption, Counts, GoalStatus};
use resultatkontrakt::domain::number::{Kroner, Percent, Points, Span};
use resultatkontrakt::format::{Document, read};
use resultatkontrakt::i18n::Words;

fn example() -> (Rc<Contract>, Assessment) {
    let contract = read(include_bytes!("../contracts/ams-2009.json")).document;
    let assessment = read(include_bytes!("../contracts/ams-2009.assessment.json")).document;
    match (contract, assessment) {
        (Some(Document::Contract(contract)), Some(Document::Assessment(assessment))) => {
            (contract.contract, assessment.assessment)
        }
        _ => panic!("the example is a contract and its assessment"),
    }
}

fn kroner(amount: Option<Span<Kroner>>) -> (String, String) {
    let amount = amount.unwrap();
    (amount.min.0.to_string(), amount.max.0.to_string())
}

fn between(min: &str, max: &str) -> (String, String) {
    (min.to_owned(), max.to_owned())
}

#[test]
fn the_points_come_out_exactly() {
    let (contract, assessment) = example();
    let evaluation = evaluate(&contract, &assessment);
    let score = evaluation.institution.unwrap().sum;
    assert_eq!(score.secured(), Points(n("495")));
    assert_eq!(score.lost(), Points(n("105")));
    assert_eq!(score.open(), Points(n("400")));
    assert_eq!(score.weights, Points(n("1000")));
    let counts = Counts { met: 9, partly_met: 1, not_met: 3, open: 1, undetermined: 4, lapsed: 0 };
    assert_eq!(evaluation.counts, counts);
    for (goal, expected) in [
        ("goal-1", "0–125"),
        ("goal-2", "150"),
        ("goal-5", "0–50"),
        ("product-2", "120"),
        ("product-4", "0"),
        ("product-6", "0"),
        ("product-7", "50"),
        ("product-8", "25"),
        ("product-9", "25"),
        ("product-11", "0"),
        ("product-12", "0–25"),
    ] {
        assert_eq!(points(evaluation.goal(goal).unwrap().points.unwrap()), expected, "{goal}");
    }
    assert!(evaluation.goal("product-12").unwrap().overdue.is_some());
    assert_eq!(evaluation.goal("goal-5").unwrap().status, GoalStatus::Undetermined);
    assert_eq!(evaluation.all_objections().count(), 0);
}

#[test]
fn the_pay_comes_out_exactly() {
    let (contract, assessment) = example();
    let pay = evaluate(&contract, &assessment).pay.unwrap();
    assert_eq!(points(pay.institution), "346,5–626,5");
    assert_eq!(points(pay.points), "586,5–866,5");
    assert_eq!(
        pay.fraction.map(|fraction| fraction.exact(9)),
        Span::new(Some(n("0.5865")), Some(n("0.8665")))
    );
    assert_eq!(pay.full, Some(Kroner(n("172500.00"))));
    assert_eq!(kroner(pay.earned), between("101171.25", "149471.25"));
    assert_eq!(kroner(pay.adjusted), kroner(pay.earned));
    assert_eq!(pay.days, Some((181, 365)));
    assert_eq!(kroner(pay.payable), between("50169.85", "74121.36"));
    assert_eq!(kroner(pay.holiday_allowance), between("752.55", "1111.82"));
}

#[test]
fn a_reduction_comes_before_the_pro_rating() {
    let (contract, mut assessment) = example();
    let change = Some(AdjustmentChange::Percent(Percent(n("-10"))));
    assessment.pay.adjustment =
        Some(Adjustment { change, reason: Some("Særlige forhold".to_owned()), ..Adjustment::default() });
    let pay = evaluate(&contract, &assessment).pay.unwrap();
    assert_eq!(kroner(pay.adjusted).0, "91054.13");
    assert_eq!(kroner(pay.payable).0, "45152.87");
}

#[test]
fn the_steps_say_the_same_in_both_languages() {
    let (contract, assessment) = example();
    let evaluation = evaluate(&contract, &assessment);
    let steps = |words: Words| {
        let goal = evaluation.goal("goal-2").unwrap();
        goal.steps.iter().map(|step| words.step(step)).collect::<Vec<_>>()
    };
    assert_eq!(steps(Words::DANISH), ["26.210 ≤ 26.675", "150 × 1 = 150"]);
    assert_eq!(steps(Words::ENGLISH), ["26,210 ≤ 26,675", "150 × 1 = 150"]);
}

#[test]
fn only_the_open_requirement_is_at_risk() {
    let (contract, assessment) = example();
    let risks = evaluate(&contract, &assessment).risks;
    let first = risks.first().unwrap();
    assert_eq!((first.goal.as_str(), first.priority), ("product-12", 2));
    assert_eq!(first.points_at_risk, Some(Points(n("5.56"))));
    assert!(risks.iter().skip(1).all(|risk| risk.points_at_risk == Some(Points(n("0")))));
    assert_eq!(risks.get(1).map(|risk| (risk.goal.as_str(), risk.priority)), Some(("product-1", 9)));
}

#[test]
fn what_the_contract_leaves_open_is_assumed_in_the_open() {
    let (contract, assessment) = example();
    let assumptions = evaluate(&contract, &assessment).assumptions;
    let silent = assumptions.iter().filter(|assumption| matches!(assumption, Assumption::AllOrNothing(_)));
    assert_eq!(silent.count(), 17, "every goal but the one that is judged");
    for expected in [
        Assumption::RangeAtMaximum("product-2".into()),
        Assumption::IndividualOverall,
        Assumption::MaxPercentEntered,
        Assumption::HolidayAllowanceEntered,
    ] {
        assert!(assumptions.contains(&expected), "{expected:?}");
    }
}
