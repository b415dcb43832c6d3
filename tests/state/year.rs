//! Readings over the year, as they are typed: the period of a figure is told, and the one before it is kept.

use resultatkontrakt::app::{Action, Edit, EntryId, FieldId, ReportedField, SheetAction, SheetKind};
use resultatkontrakt::domain::date::Period;
use resultatkontrakt::domain::evaluation::GoalStatus;
use resultatkontrakt::domain::number::Decimal;

use crate::page::{Page, value};

fn period(goal: &str) -> FieldId {
    EntryId::goal(&goal.into()).reported(&[], ReportedField::Period)
}

fn on(day: &str) -> Page {
    let mut page = Page::empty();
    page.enters(&FieldId::AsOf, day);
    page
}

/// The readings that a goal has, and the figure beside them with its period.
fn told(page: &Page, goal: &str) -> (Vec<String>, String, String) {
    let assessment = page.state.sheet().unwrap().assessment();
    let readings = assessment.results.get(goal).map(|entry| entry.reported.readings.clone());
    let readings =
        readings.unwrap_or_default().iter().map(|one| format!("{} {}", one.period, one.value)).collect();
    (readings, page.text(&value(goal)), page.text(&period(goal)))
}

#[test]
fn a_figure_before_its_time_is_of_the_last_month_that_has_ended() {
    let mut page = on("15.06.2009");
    page.enters(&value("goal-2"), "26.300");
    assert_eq!(told(&page, "goal-2"), (vec![], "26.300".into(), "maj 2009".into()));
    assert_eq!(page.status("goal-2"), GoalStatus::Open);
    // It is changed like any other, and stays while the figure is corrected.
    page.enters(&period("goal-2"), "april 2009");
    page.enters(&value("goal-2"), "26.400");
    assert_eq!(told(&page, "goal-2"), (vec![], "26.400".into(), "april 2009".into()));
    page.enters(&value("goal-2"), "");
    assert_eq!(told(&page, "goal-2"), (vec![], String::new(), String::new()));
    page.does(Action::Undo);
    assert_eq!(told(&page, "goal-2"), (vec![], "26.400".into(), "april 2009".into()));
}

#[test]
fn the_figure_before_stays_as_a_reading_and_the_last_one_is_the_result() {
    let mut page = on("31.03.2009");
    page.enters(&value("goal-2"), "31.000");
    page.enters(&FieldId::AsOf, "30.06.2009");
    page.enters(&value("goal-2"), "29.000");
    assert_eq!(told(&page, "goal-2"), (vec!["2009-03 31000".into()], "29.000".into(), "juni 2009".into()));
    page.enters(&FieldId::AsOf, "15.01.2010");
    assert_eq!(page.status("goal-2"), GoalStatus::Open, "what was measured in June is not December's");
    page.enters(&value("goal-2"), "26.210");
    let readings = vec!["2009-03 31000".into(), "2009-06 29000".into()];
    assert_eq!(told(&page, "goal-2"), (readings, "26.210".into(), String::new()));
    assert_eq!(page.status("goal-2"), GoalStatus::Met);
    page.does(Action::Undo);
    assert_eq!(told(&page, "goal-2"), (vec!["2009-03 31000".into()], "29.000".into(), "juni 2009".into()));
}

#[test]
fn a_figure_counts_by_its_own_period_from_its_first_key_on() {
    let mut page = on("30.06.2009");
    page.enters(&value("goal-2"), "29.000");
    page.enters(&FieldId::AsOf, "15.01.2010");
    page.types(&value("goal-2"), "26.210");
    assert_eq!(page.status("goal-2"), GoalStatus::Met, "while the field has the focus");
    let kept = vec!["2009-06 29000".to_owned()];
    assert_eq!(told(&page, "goal-2"), (kept.clone(), "26.210".into(), String::new()));
    page.adds_up();
    // Back to what stood there, it is June's figure again, and no reading beside it.
    page.types(&value("goal-2"), "29.000");
    assert_eq!(told(&page, "goal-2"), (vec![], "29.000".into(), "juni 2009".into()));
    assert_eq!(page.status("goal-2"), GoalStatus::Open);
    page.types(&value("goal-2"), "26.210");
    page.leaves(&value("goal-2"));
    assert_eq!(told(&page, "goal-2"), (kept, "26.210".into(), String::new()));
    page.does(Action::Undo);
    assert_eq!(told(&page, "goal-2"), (vec![], "29.000".into(), "juni 2009".into()));
    page.adds_up();
}

#[test]
fn a_figure_that_is_asked_about_keeps_the_one_before_it_too() {
    let mut page = on("31.03.2009");
    page.enters(&value("goal-2"), "31.000");
    page.enters(&FieldId::AsOf, "30.06.2009");
    page.enters(&value("goal-2"), "29,000");
    assert!(page.problem(&value("goal-2")).is_some());
    page.does(Edit::Clarify { field: value("goal-2"), value: Decimal::from(29_000) });
    assert_eq!(told(&page, "goal-2"), (vec!["2009-03 31000".into()], "29.000".into(), "juni 2009".into()));
}

#[test]
fn a_reading_is_a_field_of_its_own_that_is_asked_about_and_taken_out() {
    let mut page = on("30.06.2009");
    let reading =
        EntryId::goal(&"goal-2".into()).reported(&[], ReportedField::Reading(Period::Month(2009, 3)));
    page.enters(&reading, "31,000");
    assert!(page.problem(&reading).is_some());
    let fields = page.state.sheet().unwrap().readings(reading.entry().unwrap());
    assert_eq!(fields, std::slice::from_ref(&reading));
    page.enters(&reading, "31.000");
    assert_eq!((page.problem(&reading), told(&page, "goal-2").0), (None, vec!["2009-03 31000".into()]));
    page.enters(&reading, "");
    assert!(page.state.sheet().unwrap().readings(reading.entry().unwrap()).is_empty());
}

#[test]
fn a_goal_whose_day_has_come_lacks_its_result_although_it_was_measured() {
    let mut page = on("30.06.2009");
    let reading =
        EntryId::goal(&"goal-2".into()).reported(&[], ReportedField::Reading(Period::Month(2009, 3)));
    page.enters(&reading, "31.000");
    let lacking = |page: &Page| {
        let (contract, sheet) = (page.state.contract().unwrap(), page.state.sheet().unwrap());
        resultatkontrakt::app::missing::filled(contract, sheet).lacking
    };
    let measured = lacking(&page);
    page.enters(&FieldId::AsOf, "15.01.2010");
    assert_eq!(lacking(&page), measured + 1);
}

#[test]
fn what_is_tried_out_counts_as_the_result() {
    let mut page = on("30.06.2009");
    page.enters(&value("goal-2"), "29.000");
    let of = page.case().current;
    page.does(SheetAction::Copy { of, kind: SheetKind::WhatIf });
    assert_eq!(page.status("goal-2"), GoalStatus::Open, "a copied reading is still one");
    page.does(Edit::Slide { field: value("goal-2"), value: Decimal::from(26_000) });
    assert_eq!(page.status("goal-2"), GoalStatus::Met);
    page.enters(&value("goal-2"), "27.000");
    assert_eq!(page.status("goal-2"), GoalStatus::NotMet);
    page.enters(&EntryId::goal(&"product-1".into()).reported(&[], ReportedField::Date), "20.11.2009");
    assert_eq!(page.status("product-1"), GoalStatus::Met);
    page.enters(&value("goal-2"), "");
    assert_eq!(page.status("goal-2"), GoalStatus::Open);
    page.adds_up();
}
