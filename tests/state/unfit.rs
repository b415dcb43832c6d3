//! What the assessments say that the contract has no use for once it was changed.

use std::rc::Rc;

use resultatkontrakt::app::{
    Action, FieldId, ReportedField, SheetAction, SheetKind, WritingEdit, goal_removal,
};
use resultatkontrakt::domain::objection::ObjectionKind;
use resultatkontrakt::format::ContractChange;

use crate::page::{Page, value};

fn change(page: &mut Page, changes: Vec<ContractChange>) {
    page.does(WritingEdit::Change(changes.into()));
}

/// The goals and areas that have something unfit, with why.
fn unfit(page: &Page) -> Vec<(String, ObjectionKind)> {
    let all = page.case().unfit();
    all.iter().map(|one| (one.place.entry().unwrap().goal.to_string(), one.why.clone())).collect()
}

#[test]
fn an_answer_that_the_contract_has_no_use_for_any_more_is_named_and_comes_back_with_the_contract() {
    let mut page = Page::example();
    assert_eq!(unfit(&page), []);
    let set = |at: &str, value: &str| ContractChange::Set { at: at.into(), value: value.into() };
    change(&mut page, vec![set("/goals/1/target", r#"{"kind":"done"}"#)]);
    let other = ObjectionKind::OtherKind { wanted: ReportedField::Done };
    assert_eq!(unfit(&page), [("goal-2".to_owned(), other.clone())]);
    let removal = goal_removal(&page.case().contract.contract, 5);
    change(&mut page, removal);
    let gone = ("product-1".to_owned(), ObjectionKind::Unknown);
    assert_eq!(unfit(&page), [gone, ("goal-2".to_owned(), other)]);
    page.does(Action::Undo);
    page.does(Action::Undo);
    assert_eq!(unfit(&page), []);
}

#[test]
fn points_beyond_a_smaller_weight_do_not_fit_and_a_missing_reason_is_no_matter_of_the_contract() {
    let mut page = Page::example();
    let points =
        FieldId::Reported(value("product-2").entry().unwrap().clone(), Rc::new([]), ReportedField::Points);
    page.enters(&points, "140");
    let reason =
        FieldId::Reported(value("product-2").entry().unwrap().clone(), Rc::new([]), ReportedField::Reason);
    page.enters(&reason, "x");
    assert_eq!(unfit(&page), []);
    change(&mut page, vec![ContractChange::Set { at: "/goals/6/weight/max".into(), value: "100".into() }]);
    assert!(matches!(&unfit(&page)[..], [(goal, ObjectionKind::OutsideRange { .. })] if goal == "product-2"));
    // What is tried out is in no file, and says nothing of its own.
    let current = page.case().current;
    page.does(SheetAction::Copy { of: current, kind: SheetKind::WhatIf });
    assert_eq!(unfit(&page).len(), 1);
    page.does(SheetAction::Copy { of: current, kind: SheetKind::Real });
    assert_eq!(unfit(&page).len(), 2, "each assessment has its own");
}
