//! Undo and redo.

use resultatkontrakt::app::{Action, Edit, FieldId, Message, SheetAction, SheetKind};
use resultatkontrakt::domain::evaluation::GoalStatus;

use crate::page::{Page, date, value};

#[test]
fn typing_in_one_field_is_one_step() {
    let mut page = Page::empty();
    page.types(&value("goal-2"), "26210");
    page.does(Action::Undo);
    assert_eq!((page.text(&value("goal-2")).as_str(), page.status("goal-2")), ("", GoalStatus::Open));
    assert_eq!(page.message(), Message::Undone { field: Some(value("goal-2")) });
    page.does_in_vain(Action::Undo);
    page.does(Action::Redo);
    assert_eq!((page.text(&value("goal-2")).as_str(), page.status("goal-2")), ("26.210", GoalStatus::Met));
    page.does_in_vain(Action::Redo);
}

#[test]
fn a_field_that_was_left_and_typed_in_again_is_two_steps() {
    let mut page = Page::empty();
    page.enters(&value("goal-2"), "26210");
    page.enters(&value("goal-2"), "30000");
    page.does(Action::Undo);
    assert_eq!(page.text(&value("goal-2")), "26.210");
    page.does(Action::Undo);
    assert_eq!(page.text(&value("goal-2")), "");
}

#[test]
fn another_field_ends_the_typing_without_being_told() {
    let mut page = Page::empty();
    page.types(&value("goal-2"), "26210");
    page.types(&date("product-1"), "20.11.2009");
    assert_eq!(page.text(&value("goal-2")), "26.210");
    page.does(Action::Undo);
    assert_eq!(
        (page.text(&value("goal-2")).as_str(), page.text(&date("product-1")).as_str()),
        ("26.210", "")
    );
}

#[test]
fn typing_that_ends_where_it_began_is_no_step() {
    let mut page = Page::example();
    page.types(&value("goal-2"), "26.21");
    page.types(&value("goal-2"), "26210");
    page.leaves(&value("goal-2"));
    assert!(!page.case().history.can_undo());
    page.does_in_vain(Action::Undo);
}

#[test]
fn a_new_change_ends_what_could_be_done_again() {
    let mut page = Page::empty();
    page.enters(&value("goal-2"), "26210");
    page.does(Action::Undo);
    page.enters(&date("product-1"), "20.11.2009");
    page.does_in_vain(Action::Redo);
}

#[test]
fn a_text_that_cannot_be_read_comes_back_too() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "ca. 26");
    page.enters(&value("goal-2"), "");
    page.does(Action::Undo);
    assert_eq!(page.text(&value("goal-2")), "ca. 26");
    assert!(page.problem(&value("goal-2")).is_some());
    page.does(Action::Undo);
    assert_eq!((page.text(&value("goal-2")).as_str(), page.points().as_str()), ("26.210", "495 105 400"));
}

#[test]
fn undoing_shows_the_assessment_that_was_changed() {
    let mut page = Page::example();
    let director = page.case().current;
    page.enters(&value("goal-2"), "30000");
    page.does(SheetAction::Copy { of: director, kind: SheetKind::WhatIf });
    let copy = page.case().current;
    page.enters(&value("goal-2"), "20000");
    page.does(SheetAction::Select(director));
    page.does(Action::Undo);
    assert_eq!((page.case().current, page.text(&value("goal-2")).as_str()), (copy, "30.000"));
    page.does(Action::Undo);
    assert_eq!((page.case().current, page.case().sheets.len()), (director, 1));
    page.does(Action::Redo);
    page.does(Action::Redo);
    assert_eq!((page.case().current, page.text(&value("goal-2")).as_str()), (copy, "20.000"));
    page.adds_up();
}

#[test]
fn everything_can_be_undone_and_done_again_any_number_of_times() {
    let mut page = Page::example();
    let begin = page.state.sheet().unwrap().assessment().clone();
    for round in 0..200 {
        page.enters(&value("goal-2"), &format!("{}", 20_000 + round));
    }
    page.picks(&FieldId::Status, "midterm");
    page.picks(&FieldId::By, "agreed");
    page.enters(&FieldId::AsOf, "1.10.2009");
    page.enters(&FieldId::Overall, "250");
    page.does(Edit::AddBaseLine { title: "Tillæg".into() });
    page.enters(&FieldId::BaseValue(1), "25.000");
    page.does(Edit::RemoveBaseLine(0));
    let end = page.state.sheet().unwrap().assessment().clone();
    let points = page.points();
    page.adds_up();
    for _ in 0..207 {
        page.does(Action::Undo);
    }
    page.does_in_vain(Action::Undo);
    assert_eq!(*page.state.sheet().unwrap().assessment(), begin);
    page.adds_up();
    for _ in 0..207 {
        page.does(Action::Redo);
    }
    assert_eq!(*page.state.sheet().unwrap().assessment(), end);
    assert_eq!(page.points(), points);
    page.adds_up();
}
