//! Where the keys lead from one result to the next.

use resultatkontrakt::app::FieldId;
use resultatkontrakt::app::answers::{Move, Rows, answer_after};
use resultatkontrakt::app::list::List;

use crate::page::{Page, value};

/// The field that a step leads to, in the whole list.
fn after(page: &Page, from: &str, step: Move) -> Option<String> {
    let (contract, sheet) = (&page.case().contract.contract, page.state.sheet().unwrap());
    let order = List::new(contract, None).order();
    let areas = contract.pay.as_ref().map_or(&[][..], |pay| &pay.areas);
    let from = FieldId::from_key(from).unwrap();
    answer_after(Rows { contract, goals: &order, areas }, sheet.assessment(), &from, step)
        .map(|field| field.to_string())
}

#[test]
fn enter_passes_what_is_filled_in_and_what_has_no_target_yet() {
    let mut page = Page::empty();
    let next = |page: &Page, from| after(page, from, Move::NextEmpty).unwrap_or_default();
    // Goals 3 and 4 have no target.
    assert_eq!(next(&page, "goal/goal-2/value"), "goal/goal-5/baseline");
    assert_eq!(next(&page, "goal/goal-5/baseline"), "goal/goal-5/value");
    let first = next(&page, "goal/goal-5/value");
    assert_eq!(after(&page, &first, Move::PreviousEmpty).as_deref(), Some("goal/goal-5/value"));
    page.enters(&value("goal-5"), "12");
    assert_eq!(next(&page, "goal/goal-5/baseline"), first);
    assert_eq!(after(&page, &first, Move::PreviousEmpty).as_deref(), Some("goal/goal-5/baseline"));
    page.enters(&value("goal-2"), "26.210");
    assert_eq!(after(&page, "goal/goal-5/baseline", Move::PreviousEmpty), None);
}

#[test]
fn the_arrows_pass_no_field_of_the_column_and_every_step_down_is_taken_back_by_one_up() {
    let page = Page::example();
    let mut here = "goal/goal-2/value".to_owned();
    let mut passed = 0;
    while let Some(below) = after(&page, &here, Move::Down) {
        assert_eq!(after(&page, &below, Move::Up), Some(here));
        here = below;
        passed += 1;
    }
    assert!(passed > 15, "{passed}");
    assert!(here.starts_with("area/"), "the areas come last: {here}");
    assert_eq!(after(&page, "goal/goal-2/value", Move::Up), None);
}

#[test]
fn parts_follow_one_another_and_what_stands_beside_a_field_counts_as_that() {
    let page = Page::empty();
    let (concept, live) = ("goal/product-4/concept/date", "goal/product-4/live/date");
    assert_eq!(after(&page, concept, Move::NextEmpty).as_deref(), Some(live));
    assert_eq!(after(&page, "goal/product-4/concept/final", Move::NextEmpty).as_deref(), Some(live));
    assert_eq!(after(&page, live, Move::Up).as_deref(), Some(concept));
    assert_eq!(after(&page, "goal/goal-2/note", Move::NextEmpty), None);
    assert_eq!(after(&page, "overall", Move::NextEmpty), None);
}
