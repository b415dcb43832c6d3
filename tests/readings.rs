//! When a result counts: docs/scoring.md, “When a result counts”. The contract of 2009 at mid-year and after.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands")]

mod common;

use std::rc::Rc;

use common::{n, points};
use resultatkontrakt::domain::address::{EntryId, LineId};
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::duty::{Reason, duty};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::{Evaluation, GoalOutcome, GoalStatus};
use resultatkontrakt::domain::number::{Percent, Points};
use resultatkontrakt::domain::required::{Measure, Order, Reach, plan};
use resultatkontrakt::domain::trace::Outlook;
use resultatkontrakt::format::{Document, read};
use resultatkontrakt::i18n::Words;

fn ams() -> Rc<Contract> {
    match read(include_bytes!("../contracts/ams-2009.json")).document {
        Some(Document::Contract(file)) => file.contract,
        other => panic!("{other:?}"),
    }
}

fn assessment(rest: &str) -> Assessment {
    let text = format!(
        r#"{{"format": "resultatvurdering", "version": 1, "contract": {{"id": "ams-2009"}}, "by": "director",
            "status": "midterm", {rest}}}"#
    );
    let reading = read(text.as_bytes());
    match reading.document {
        Some(Document::Assessment(file)) if reading.diagnostics.is_empty() => file.assessment,
        _ => panic!("{text}: {:#?}", reading.diagnostics),
    }
}

/// The contract of 2009 with these results on a day.
fn on(as_of: &str, results: &str) -> Evaluation {
    let assessment = assessment(&format!(r#""as_of": "{as_of}", "results": {{{results}}}"#));
    let evaluation = evaluate(&ams(), &assessment);
    assert_eq!(evaluation.all_objections().collect::<Vec<_>>(), Vec::<&_>::new());
    evaluation
}

fn goal<'e>(evaluation: &'e Evaluation, id: &str) -> &'e GoalOutcome {
    evaluation.goal(id).unwrap()
}

/// Status, points, and what is expected with how it looks.
fn stands(outcome: &GoalOutcome) -> (GoalStatus, String, Option<(String, Outlook)>) {
    let expected = outcome.expected.as_ref();
    let expected = expected.map(|expected| (points(expected.points.unwrap()), expected.outlook));
    (outcome.status, points(outcome.points.unwrap()), expected)
}

const FIXED: &str = r#""goal-1": {"value": 26300, "addendum": {"target": {"kind": "at_most", "value": 25000,
    "measured": "2009-12"}, "agreed": "2009-03-12"}}"#;

#[test]
fn a_figure_in_june_is_not_december_s() {
    let june = on("2009-06-30", r#""goal-2": {"value": 26210}"#);
    let outcome = goal(&june, "goal-2");
    let expected = Some(("150".to_owned(), Outlook::OnTheWay));
    assert_eq!(stands(outcome), (GoalStatus::Open, "0–150".to_owned(), expected));
    assert_eq!(Words::DANISH.outcome_status(outcome), "Åben · på vej");
    let steps: Vec<_> = outcome.steps.iter().map(|step| Words::DANISH.step(step)).collect();
    let last = steps.last().unwrap();
    assert_eq!(last, "Ventes: 26.210 ≤ 26.675; 150 × 1 = 150 → på vej");

    let january = on("2010-01-15", r#""goal-2": {"value": 26210}"#);
    assert_eq!(stands(goal(&january, "goal-2")), (GoalStatus::Met, "150".to_owned(), None));
    // A figure that says it is of May stays a reading, whenever it is looked at.
    let of_may = on("2010-01-15", r#""goal-2": {"value": 26210, "period": "2009-05"}"#);
    assert_eq!(goal(&of_may, "goal-2").status, GoalStatus::Open);
    let said = on("2009-06-30", r#""goal-2": {"value": 26210, "final": true}"#);
    assert_eq!(stands(goal(&said, "goal-2")), (GoalStatus::Met, "150".to_owned(), None));
}

#[test]
fn a_goal_that_is_behind_has_lost_nothing_yet() {
    let june = on("2009-06-30", FIXED);
    let outcome = goal(&june, "goal-1");
    let expected = Some(("0".to_owned(), Outlook::Behind));
    assert_eq!(stands(outcome), (GoalStatus::Open, "0–125".to_owned(), expected));
    let told = duty(outcome).unwrap();
    assert_eq!((told.reason, told.lost), (Reason::Behind, Some(Points(n("0")))));
    let sum = june.institution.unwrap().sum;
    assert_eq!((sum.lost(), sum.expected.max), (Points(n("0")), Points(n("875"))));
}

#[test]
fn a_day_to_come_is_a_forecast() {
    let june = on("2009-06-30", r#""product-1": {"date": "2009-11-20"}"#);
    let outcome = goal(&june, "product-1");
    assert_eq!(outcome.status, GoalStatus::Open);
    assert_eq!(outcome.expected.as_ref().map(|expected| expected.outlook), Some(Outlook::OnTheWay));
    let will_not = on("2009-06-30", r#""product-1": {"done": false}"#);
    assert_eq!(duty(goal(&will_not, "product-1")).unwrap().reason, Reason::Behind);
    let after = on("2010-01-15", r#""product-1": {"done": false}"#);
    assert_eq!(duty(goal(&after, "product-1")).unwrap().reason, Reason::Missed);
}

#[test]
fn secured_and_expected_and_what_nobody_has_looked_at_make_the_open_points() {
    let results = format!(r#"{FIXED}, "goal-2": {{"value": 26210}}, "product-5": {{"date": "2009-03-31"}}"#);
    let june = on("2009-06-30", &results);
    let sum = june.institution.unwrap().sum;
    let secured = sum.secured();
    assert!(secured > Points::default());
    assert_eq!(sum.expected.min, secured + Points(n("150")));
    assert_eq!(sum.unforeseen + Points(n("275")), sum.open(), "goals 1 and 2 have readings");
    assert_eq!(sum.secured() + sum.lost() + sum.open(), sum.weights);
}

#[test]
fn the_pay_is_a_range_with_what_is_expected_beside_it() {
    let june = on("2009-06-30", r#""goal-2": {"value": 26210}"#);
    let pay = june.pay.as_ref().unwrap();
    assert_eq!(points(pay.points), "0–1.000");
    assert_eq!(points(pay.expected.points), "105–1.000");
    let year = read(include_bytes!("../contracts/ams-2009.assessment.json")).document;
    let Some(Document::Assessment(file)) = year else { panic!("{year:?}") };
    let settled = evaluate(&ams(), &file.assessment);
    let pay = settled.pay.as_ref().unwrap();
    assert_eq!((pay.expected.points, pay.expected.fraction), (pay.points, pay.fraction));
    assert_eq!(pay.expected.payable, pay.payable);
    let sum = settled.institution.unwrap().sum;
    assert_eq!((sum.expected, sum.unforeseen), (sum.points, sum.open()));
}

#[test]
fn the_latest_of_the_readings_counts_and_an_entered_figure_goes_before_it() {
    let readings =
        r#""readings": [{"period": "2009-05", "value": 26600}, {"period": "2009-03", "value": 31000}]"#;
    let june = on("2009-06-30", &format!(r#""goal-2": {{{readings}}}"#));
    let expected = goal(&june, "goal-2").expected.clone().unwrap();
    assert_eq!((expected.value, expected.outlook), (Some(n("26600")), Outlook::OnTheWay));
    let entered = on("2009-06-30", &format!(r#""goal-2": {{"value": 27000, {readings}}}"#));
    assert_eq!(goal(&entered, "goal-2").expected.clone().unwrap().outlook, Outlook::Behind);
}

#[test]
fn what_must_hold_asks_for_the_result_although_a_reading_is_there() {
    let contract = ams();
    let june = assessment(r#""as_of": "2009-06-30", "results": {"goal-2": {"value": 26210}}"#);
    let evaluation = evaluate(&contract, &june);
    let plan =
        plan(&contract, &june, &evaluation, Measure::Points, Percent(n("15")), Order::Nearest).unwrap();
    assert_eq!(plan.reach, Reach::Possible);
    let mut met = june.clone();
    for line in &plan.lines {
        let LineId::Entry(EntryId { goal: id, .. }) = &line.id else { panic!("{line:?}") };
        let entry = Rc::make_mut(met.results.entry(id.clone()).or_default());
        assert!(line.need.meet(&mut entry.reported));
    }
    let secured = evaluate(&contract, &met).institution.unwrap().sum.secured();
    assert!(secured >= Points(n("150")), "{secured:?}");
}

#[test]
fn what_is_wrong_with_a_reading_is_said() {
    let early = assessment(
        r#""as_of": "2009-06-30", "results": {"product-2": {"points": 120}, "goal-2": {"done": true}}"#,
    );
    let evaluation = evaluate(&ams(), &early);
    assert_eq!(evaluation.all_objections().count(), 2, "a reason, and a result of another kind");
    assert_eq!(goal(&evaluation, "product-2").status, GoalStatus::Open);
}
