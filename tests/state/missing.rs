//! How far an assessment is filled in, and where what is missing is entered.

use std::rc::Rc;

use resultatkontrakt::app::missing::{Filled, Lack, filled, missing_besides, missing_of_goals};
use resultatkontrakt::app::table::{TableForm, separated, sheet_table};
use resultatkontrakt::app::{Action, EntryField, EntryId, FieldId, IncomingTable, ReportedField};
use resultatkontrakt::domain::date::Period;

use crate::page::{Page, field, value};

fn of(page: &Page) -> Filled {
    filled(&page.case().contract.contract, page.state.sheet().unwrap())
}

fn lacks(page: &Page) -> Vec<(String, Lack)> {
    let (contract, sheet) = (&page.case().contract.contract, page.state.sheet().unwrap());
    let goals = missing_of_goals(contract, sheet, usize::MAX).into_iter().flatten();
    let all = goals.chain(missing_besides(contract, sheet));
    all.map(|missing| (missing.field.to_string(), missing.what)).collect()
}

fn is_asked_for(page: &Page, field: &str) -> bool {
    lacks(page).iter().any(|(one, _)| one == field)
}

#[test]
fn the_example_lacks_its_undetermined_targets_and_two_results() {
    let page = Page::example();
    let expected = [
        ("goal/goal-1/addendum-kind", Lack::Target),
        ("goal/goal-3/addendum-kind", Lack::Target),
        ("goal/goal-4/addendum-kind", Lack::Target),
        ("goal/goal-5/baseline", Lack::Baseline(Some(Period::Year(2008)))),
        ("goal/goal-5/value", Lack::Result),
        ("goal/product-12/date", Lack::Result),
    ];
    let expected: Vec<_> = expected.map(|(field, lack)| (field.to_owned(), lack)).into();
    assert_eq!(lacks(&page), expected);
    assert_eq!(of(&page), Filled { goals: 18, lacking: 5 });
}

#[test]
fn an_empty_assessment_lacks_every_goal_and_what_the_pay_is_worked_out_from() {
    let page = Page::empty();
    assert_eq!(of(&page), Filled { goals: 18, lacking: 18 });
    assert!(!is_asked_for(&page, "as-of"));
    for field in ["overall", "base/0/value", "max-percent"] {
        assert!(is_asked_for(&page, field), "{field}");
    }
}

#[test]
fn every_part_of_a_composite_is_asked_for_and_its_baseline_with_its_result() {
    let mut page = Page::empty();
    for field in [
        "goal/product-4/concept/date",
        "goal/product-4/live/date",
        "goal/product-8/baseline",
        "goal/product-8/value",
    ] {
        assert!(is_asked_for(&page, field), "{field}");
    }
    let part = |part: &str| EntryId::goal(&"product-4".into()).reported(&[part.into()], ReportedField::Date);
    page.enters(&part("concept"), "20.06.2009");
    assert!(!is_asked_for(&page, "goal/product-4/concept/date"));
    assert!(is_asked_for(&page, "goal/product-4/live/date"));
    page.enters(&part("concept"), "20.08.2009");
    assert!(!is_asked_for(&page, "goal/product-4/live/date"), "the goal is settled");
}

#[test]
fn what_is_entered_is_missing_no_more_and_a_reason_is_asked_for_with_what_needs_one() {
    let mut page = Page::empty();
    page.enters(&value("goal-2"), "26.210");
    assert_eq!(of(&page).done(), 1);
    let points = EntryId::goal(&"product-2".into()).reported(&[], ReportedField::Points);
    page.enters(&points, "120");
    assert!(lacks(&page).contains(&("goal/product-2/reason".to_owned(), Lack::Reason)));
    assert_eq!(of(&page).done(), 1, "points without a reason are not filled in");
    page.enters(
        &EntryId::goal(&"product-2".into()).reported(&[], ReportedField::Reason),
        "Fem love til tiden",
    );
    assert_eq!(of(&page).done(), 2);
    page.enters(&FieldId::AdjustmentValue, "-10");
    assert!(lacks(&page).contains(&("adjustment-reason".to_owned(), Lack::Reason)));
    page.enters(&FieldId::AdjustmentReason, "Fravær");
    assert!(!is_asked_for(&page, "adjustment-reason"));
}

#[test]
fn a_reading_is_enough_until_the_day_on_which_the_goal_is_settled() {
    let mut page = Page::empty();
    page.enters(&FieldId::AsOf, "30.06.2009");
    page.enters(&value("goal-2"), "29.000");
    assert!(!is_asked_for(&page, "goal/goal-2/value"));
    assert_eq!(of(&page).done(), 1);
    page.enters(&EntryId::goal(&"goal-2".into()).reported(&[], ReportedField::Period), "juni 2009");
    page.enters(&FieldId::AsOf, "31.12.2009");
    assert!(is_asked_for(&page, "goal/goal-2/value"), "December has its own figure");
}

/// A goal of a figure of December and of something that is done.
const TWO_PARTS: &str = r#"{"format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve",
    "period": {"from": "2009-01-01", "to": "2009-12-31"}, "points": {"total": 100}, "goals": [{"id": "a", "title": "A",
        "weight": 100, "measured": "2009-12", "target": {"kind": "all_of", "parts": [
            {"id": "figure", "kind": "at_least", "value": 10}, {"id": "task", "kind": "done"}]}}]}"#;

#[test]
fn of_a_composite_the_part_that_has_no_more_than_a_reading_is_asked_for_at_last() {
    let mut page = Page::start();
    page.open_text("a.json", TWO_PARTS, "1");
    let part = |part: &str, field| EntryId::goal(&"a".into()).reported(&[part.into()], field);
    page.enters(&FieldId::AsOf, "30.06.2009");
    page.enters(&part("figure", ReportedField::Value), "12");
    page.enters(&part("figure", ReportedField::Period), "juni 2009");
    let fields = |page: &Page| lacks(page).into_iter().map(|(field, _)| field).collect::<Vec<_>>();
    assert_eq!(fields(&page), ["goal/a/task/done"]);
    page.enters(&FieldId::AsOf, "31.12.2009");
    assert_eq!(fields(&page), ["goal/a/figure/value", "goal/a/task/done"]);
}

#[test]
fn a_goal_that_lapsed_is_not_asked_for() {
    let mut page = Page::example();
    page.enters(&field("product-12", EntryField::Lapsed), "Aftalt");
    assert_eq!(of(&page), Filled { goals: 18, lacking: 4 });
    page.does(Action::Undo);
    assert_eq!(of(&page).lacking, 5);
}

#[test]
fn of_no_more_goals_is_it_listed_than_is_asked_for_and_each_that_lacks_something_is_counted() {
    let page = Page::empty();
    let (contract, sheet) = (&page.case().contract.contract, page.state.sheet().unwrap());
    let all = missing_of_goals(contract, sheet, usize::MAX);
    assert_eq!(missing_of_goals(contract, sheet, 3), all[..3]);
    assert_eq!(of(&page).lacking, all.len());
}

/// A contract whose agreement says nothing of how its areas are judged; each has a weight.
const SILENT: &str = r#"{"format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve",
    "points": {"total": 100}, "goals": [{"id": "a", "title": "A", "weight": 100, "target": {"kind": "done"}}],
    "pay": {"from": "2009-01-01", "to": "2009-12-31", "points": {"institution": 700, "individual": 300},
        "max_percent": 15, "areas": [{"id": "staff", "title": "Sygefravær", "weight": 300,
            "target": {"kind": "at_most", "value": 8}}]}}"#;

#[test]
fn areas_with_weights_are_entered_one_by_one_although_the_agreement_is_silent() {
    let mut page = Page::start();
    page.open_text("a.json", SILENT, "1");
    let fields: Vec<_> = lacks(&page).into_iter().map(|(field, _)| field).collect();
    assert_eq!(fields, ["goal/a/done", "base/0/value", "area/staff/value"]);
    let table = sheet_table(page.case(), page.state.sheet().unwrap(), page.state.lang.words());
    let rows = separated(&table, TableForm::DanishFile);
    assert!(rows.contains("staff"), "{rows}");
    let incoming = IncomingTable::read("x.csv", "mål;resultat\nstaff;7\n".as_bytes());
    page.does(Action::Import(Rc::new(incoming)));
    page.does(Action::ApplyImport);
    assert_eq!(page.text(&EntryId::area(&"staff".into()).reported(&[], ReportedField::Value)), "7");
}

#[test]
fn an_area_that_is_judged_with_all_others_is_filled_in_once_anything_is_said_about_it() {
    let mut page = Page::empty();
    let [reforms, sickness] = ["reforms", "sickness"].map(|area| EntryId::area(&area.into()));
    let note = |area: &EntryId| (area.field(EntryField::Note).to_string(), Lack::Result);
    assert!(lacks(&page).contains(&note(&reforms)) && lacks(&page).contains(&note(&sickness)));
    page.enters(&reforms.field(EntryField::Note), "Jobcentrene åbnede til tiden");
    page.enters(&sickness.reported(&[], ReportedField::Value), "7,9");
    assert!(!lacks(&page).contains(&note(&reforms)) && !lacks(&page).contains(&note(&sickness)));
    page.does(Action::Undo);
    assert!(lacks(&page).contains(&note(&sickness)), "what was undone is missing again");
}

#[test]
fn areas_that_are_judged_together_go_out_and_come_in_as_a_table() {
    let mut page = Page::example();
    let incoming = IncomingTable::read(
        "x.csv",
        "mål;del;resultat\nsickness;;9,7\ndiversity;special-terms;3,6\n".as_bytes(),
    );
    page.does(Action::Import(Rc::new(incoming)));
    page.does(Action::ApplyImport);
    let sickness = EntryId::area(&"sickness".into());
    assert_eq!(page.text(&sickness.reported(&[], ReportedField::Value)), "9,7");
    let table = sheet_table(page.case(), page.state.sheet().unwrap(), page.state.lang.words());
    let rows = separated(&table, TableForm::DanishFile);
    let line = |id: &str| rows.lines().find(|line| line.starts_with(id)).unwrap_or_default().to_owned();
    assert!(line("external-work").contains(";Indgår i vurderingen;"), "{rows}");
    assert!(line("sickness").contains(";9,7;Opfyldt;"), "{rows}");
    let points = |page: &Page| page.state.sheet().unwrap().evaluation.pay.as_ref().unwrap().individual;
    assert_eq!(points(&page), points(&Page::example()), "the points come from the one judgement");
}
