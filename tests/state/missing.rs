//! How far an assessment is filled in, and where what is missing is entered.

use std::rc::Rc;

use resultatkontrakt::app::missing::{Filled, Lack, filled};
use resultatkontrakt::app::table::{TableForm, separated, sheet_table};
use resultatkontrakt::app::{Action, EntryField, EntryId, FieldId, IncomingTable, ReportedField};

use crate::page::{Page, field, value};

fn of(page: &Page) -> Filled {
    filled(&page.case().contract.contract, page.state.sheet().unwrap(), usize::MAX)
}

fn lacks(page: &Page) -> Vec<(String, Lack)> {
    of(page).missing.into_iter().map(|missing| (missing.field.to_string(), missing.what)).collect()
}

#[test]
fn the_example_lacks_its_undetermined_targets_and_one_result() {
    let page = Page::example();
    let expected = [
        ("goal/goal-1/addendum-kind", Lack::Target),
        ("goal/goal-3/addendum-kind", Lack::Target),
        ("goal/goal-4/addendum-kind", Lack::Target),
        ("goal/goal-5/baseline", Lack::Result),
        ("goal/product-12/date", Lack::Result),
    ];
    let expected: Vec<_> = expected.map(|(field, lack)| (field.to_owned(), lack)).into();
    assert_eq!(lacks(&page), expected);
    // The day, 18 goals, 8 areas, their judgement with its reason, base pay, maximum percent.
    assert_eq!((of(&page).done(), of(&page).of), (26, 31));
}

#[test]
fn an_empty_assessment_lacks_everything_but_its_day() {
    let page = Page::empty();
    let found = of(&page);
    assert_eq!((found.done(), found.of), (1, 30));
    assert_eq!(found.missing.last().map(|missing| &missing.field), Some(&FieldId::MaxPercent));
    assert!(lacks(&page).contains(&("goal/product-4/concept/date".to_owned(), Lack::Result)));
}

#[test]
fn what_is_entered_is_missing_no_more_and_a_reason_is_asked_for_with_what_needs_one() {
    let mut page = Page::empty();
    page.enters(&value("goal-2"), "26.210");
    assert_eq!(of(&page).done(), 2);
    let points = EntryId::goal(&"product-2".into()).reported(&[], ReportedField::Points);
    page.enters(&points, "120");
    let reason = "goal/product-2/reason".to_owned();
    assert!(lacks(&page).contains(&(reason.clone(), Lack::Reason)));
    assert_eq!((of(&page).done(), of(&page).of), (3, 31));
    page.enters(
        &EntryId::goal(&"product-2".into()).reported(&[], ReportedField::Reason),
        "Fem love til tiden",
    );
    assert_eq!((of(&page).done(), of(&page).of), (3, 30));
    page.enters(&FieldId::AdjustmentValue, "-10");
    assert!(lacks(&page).contains(&("adjustment-reason".to_owned(), Lack::Reason)));
    page.enters(&FieldId::AdjustmentReason, "Fravær");
    assert_eq!((of(&page).done(), of(&page).of), (4, 31));
}

#[test]
fn a_goal_that_lapsed_is_not_asked_for() {
    let mut page = Page::example();
    page.enters(&field("product-12", EntryField::Lapsed), "Aftalt");
    let found = of(&page);
    assert_eq!((found.done(), found.of), (26, 30));
    page.does(Action::Undo);
    assert_eq!(of(&page).of, 31);
}

#[test]
fn the_second_part_is_asked_for_once_the_first_is_answered() {
    let mut page = Page::empty();
    let part = |part: &str| EntryId::goal(&"product-4".into()).reported(&[part.into()], ReportedField::Date);
    page.enters(&part("concept"), "20.06.2009");
    assert!(of(&page).missing.iter().any(|missing| missing.field == part("live")));
    page.enters(&part("concept"), "20.08.2009");
    assert!(!of(&page).missing.iter().any(|missing| missing.field == part("live")), "the goal is settled");
}

#[test]
fn no_more_is_listed_than_is_asked_for_and_all_of_it_is_counted() {
    let page = Page::empty();
    let (all, some) = (of(&page), filled(&page.case().contract.contract, page.state.sheet().unwrap(), 3));
    assert_eq!(some.missing, all.missing[..3]);
    assert_eq!((some.of, some.lacking, some.done()), (all.of, all.missing.len(), all.done()));
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
    assert_eq!(fields, ["goal/a/done", "area/staff/value", "base/0/value"]);
    let table = sheet_table(page.case(), page.state.sheet().unwrap(), page.state.lang);
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
    let table = sheet_table(page.case(), page.state.sheet().unwrap(), page.state.lang);
    let rows = separated(&table, TableForm::DanishFile);
    let line = |id: &str| rows.lines().find(|line| line.starts_with(id)).unwrap_or_default().to_owned();
    assert!(line("external-work").contains(";Indgår i vurderingen;"), "{rows}");
    assert!(line("sickness").contains(";9,7;Opfyldt;"), "{rows}");
    let points = |page: &Page| page.state.sheet().unwrap().evaluation.pay.as_ref().unwrap().individual;
    assert_eq!(points(&page), points(&Page::example()), "the points come from the one judgement");
}
