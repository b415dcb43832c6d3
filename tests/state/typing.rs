//! Texts in fields: read, counted, asked about, written anew.

use std::rc::Rc;

use resultatkontrakt::app::{
    Action, Edit, EntryField, EntryId, FieldId, FieldProblem, ReportedField, problems,
};
use resultatkontrakt::domain::assessment::Status;
use resultatkontrakt::domain::evaluation::GoalStatus;
use resultatkontrakt::domain::objection::ObjectionKind;
use resultatkontrakt::i18n::date::DateProblem;
use resultatkontrakt::i18n::number::NumberProblem;

use crate::page::{Page, date, field, n, value};

#[test]
fn a_result_counts_while_it_is_typed_and_is_written_anew_when_the_field_is_left() {
    let mut page = Page::empty();
    let field = value("goal-2");
    page.types(&field, "26210,0");
    assert_eq!(page.status("goal-2"), GoalStatus::Met);
    assert_eq!(page.text(&field), "26210,0", "never formatted while it is typed");
    page.leaves(&field);
    assert_eq!(page.text(&field), "26.210");
    page.adds_up();
}

#[test]
fn a_dot_is_a_separator_where_the_target_says_so() {
    let mut page = Page::empty();
    page.enters(&value("goal-2"), "26.210");
    assert_eq!((page.text(&value("goal-2")).as_str(), page.status("goal-2")), ("26.210", GoalStatus::Met));
    assert_eq!(page.state.sheet().unwrap().assessment().results["goal-2"].reported.value, Some(n("26210")));
}

#[test]
fn a_number_that_could_be_two_is_asked_about_and_does_not_count() {
    let mut page = Page::empty();
    // Nothing is known of the stock of foreign labour.
    let field = value("goal-5");
    page.types(&field, "1.234");
    assert_eq!(page.problem(&field), None, "a person who types is not interrupted");
    page.leaves(&field);
    let ambiguous = NumberProblem::Ambiguous { grouped: n("1234"), decimal: n("1.234") };
    assert_eq!(page.problem(&field), Some(FieldProblem::Number(ambiguous)));
    assert_eq!(page.text(&field), "1.234");
    assert!(!page.state.sheet().unwrap().assessment().results.contains_key("goal-5"));

    page.does(Edit::Clarify { field: field.clone(), value: n("1234") });
    assert_eq!((page.problem(&field), page.text(&field).as_str()), (None, "1.234"));
    assert_eq!(page.state.sheet().unwrap().assessment().results["goal-5"].reported.value, Some(n("1234")));
    page.adds_up();
}

#[test]
fn a_text_that_cannot_be_read_takes_the_place_of_the_value_before_it() {
    let mut page = Page::example();
    assert_eq!(page.points(), "495 105 400");
    page.enters(&value("goal-2"), "ca. 26.000");
    assert_eq!(page.status("goal-2"), GoalStatus::Open);
    assert_eq!(page.points(), "345 105 550");
    assert_eq!(page.problem(&value("goal-2")), Some(FieldProblem::Number(NumberProblem::NotANumber)));
    assert_eq!(page.text(&value("goal-2")), "ca. 26.000");
    page.adds_up();
}

#[test]
fn an_emptied_field_is_not_given_and_not_wrong() {
    let mut page = Page::example();
    page.does(Edit::Type { field: value("goal-2"), text: "".into() });
    page.leaves(&value("goal-2"));
    assert_eq!((page.status("goal-2"), page.problem(&value("goal-2"))), (GoalStatus::Open, None));
    assert_eq!(page.text(&value("goal-2")), "");
    page.adds_up();
}

#[test]
fn dates_of_parts_are_read_as_people_write_them() {
    let mut page = Page::empty();
    let entry = EntryId::goal(&"product-4".into());
    let part = |id: &str| entry.reported(&[id.into()], ReportedField::Date);
    page.enters(&part("concept"), "20/6-2009");
    assert_eq!(page.text(&part("concept")), "20.06.2009");
    assert_eq!(page.status("product-4"), GoalStatus::Open);
    page.enters(&FieldId::AsOf, "15.01.2010");
    page.enters(&part("live"), "12. januar 2010");
    assert_eq!(page.status("product-4"), GoalStatus::NotMet);
    page.enters(&part("live"), "12.1.10");
    assert_eq!(page.text(&part("live")), "12.01.2010", "the contract's years say which");
    page.enters(&part("live"), "12.1.19");
    assert_eq!(page.problem(&part("live")), Some(FieldProblem::Date(DateProblem::ShortYear)));
    assert_eq!(page.status("product-4"), GoalStatus::Open);
    page.adds_up();
}

#[test]
fn a_day_and_an_answer_take_each_others_place() {
    let mut page = Page::example();
    let done = EntryId::goal(&"product-6".into()).reported(&[], ReportedField::Done);
    page.picks(&done, "false");
    assert_eq!((page.text(&date("product-6")).as_str(), page.text(&done).as_str()), ("", "false"));
    page.types(&date("product-6"), "3");
    assert_eq!(page.text(&done), "", "even a day that cannot be read yet");
    page.adds_up();
}

#[test]
fn an_unknown_answer_is_no_answer() {
    let page = Page::example();
    let done = EntryId::goal(&"product-6".into()).reported(&[], ReportedField::Done);
    page.does_in_vain(Edit::Type { field: done.clone(), text: "maybe".into() });
    page.does_in_vain(Edit::Choose { field: done.clone(), choice: Some(Status::Final.into()) });
    page.does_in_vain(Edit::Choose { field: FieldId::Status, choice: None });
}

#[test]
fn a_note_changes_no_figure() {
    let mut page = Page::example();
    let before = Rc::clone(page.state.evaluation().unwrap());
    page.enters(&field("goal-2", EntryField::Note), "Trukket igen  ");
    assert!(Rc::ptr_eq(&before, page.state.evaluation().unwrap()));
    assert_eq!(page.text(&field("goal-2", EntryField::Note)), "Trukket igen");
}

#[test]
fn the_same_text_again_changes_nothing() {
    let page = Page::example();
    page.does_in_vain(Edit::Type { field: value("goal-2"), text: "26.210".into() });
    page.does_in_vain(Action::Blur { field: value("goal-2") });
}

#[test]
fn what_is_wrong_is_listed_in_the_contracts_order() {
    let mut page = Page::example();
    page.enters(&date("product-13"), "i går");
    page.enters(&value("goal-2"), "x");
    let points = EntryId::goal(&"product-2".into()).reported(&[], ReportedField::Points);
    page.enters(&points, "1.000");
    let listed = problems(&page.state);
    let fields: Vec<String> = listed.iter().map(|(field, _)| field.to_string()).collect();
    assert_eq!(fields, ["goal/goal-2/value", "goal/product-2/points", "goal/product-13/date"]);
    assert!(matches!(listed[1].1, FieldProblem::Objection(ObjectionKind::OutsideRange { .. })), "{listed:?}");
    assert_eq!(page.problem(&points), Some(listed[1].1.clone()));
}

#[test]
fn clearing_an_entry_removes_its_texts_too() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "x");
    page.does(Edit::ClearEntry(EntryId::goal(&"goal-2".into())));
    assert_eq!((page.text(&value("goal-2")).as_str(), page.problem(&value("goal-2"))), ("", None));
    page.adds_up();
}

#[test]
fn a_goal_lapses_with_a_reason_and_comes_back_without() {
    let mut page = Page::example();
    let lapsed = field("goal-1", EntryField::Lapsed);
    page.enters(&lapsed, "Aftalt");
    assert_eq!(page.status("goal-1"), GoalStatus::Lapsed);
    page.adds_up();
    page.does(Edit::Type { field: lapsed, text: "".into() });
    assert_eq!(page.status("goal-1"), GoalStatus::Undetermined);
    page.adds_up();
}

#[test]
fn marks_that_nobody_sees_are_ignored_beside_digits() {
    let mut page = Page::empty();
    page.enters(&value("goal-2"), "\u{202d}26.210\u{202c}");
    page.enters(&date("product-1"), "\u{200e}20.11.2009\u{200b}");
    assert_eq!((page.text(&value("goal-2")).as_str(), page.problem(&value("goal-2"))), ("26.210", None));
    assert_eq!(
        (page.text(&date("product-1")).as_str(), page.problem(&date("product-1"))),
        ("20.11.2009", None)
    );
    // A text keeps every letter.
    let note = field("goal-2", EntryField::Note);
    page.enters(&note, "a\u{200d}b");
    assert_eq!(page.text(&note), "a\u{200d}b");
}
