//! The sums under the headings while a person types.

use resultatkontrakt::app::headings::Headings;
use resultatkontrakt::app::{Action, EntryField};

use crate::page::{Page, field, value};

/// The sums that followed all changes must be those of the evaluation as a whole.
fn follow(headings: &mut Headings, page: &Page) {
    let evaluation = page.state.evaluation().unwrap();
    let whole = Headings::new(page.state.contract().unwrap()).of(evaluation).to_vec();
    assert_eq!(headings.of(evaluation), whole);
    // Asked again, they are the same.
    assert_eq!(headings.of(evaluation), whole);
}

#[test]
fn the_sums_follow_each_change_and_its_undoing() {
    let mut page = Page::empty();
    let mut headings = Headings::new(page.state.contract().unwrap());
    follow(&mut headings, &page);
    let nothing = headings.of(page.state.evaluation().unwrap()).to_vec();
    page.enters(&value("goal-2"), "26.210");
    follow(&mut headings, &page);
    assert_ne!(headings.of(page.state.evaluation().unwrap()), nothing);
    page.enters(&value("product-8"), "3,9");
    follow(&mut headings, &page);
    // The weight of a goal that lapses moves to all others.
    page.enters(&field("product-12", EntryField::Lapsed), "Aftalt");
    follow(&mut headings, &page);
    for _ in 0..3 {
        page.does(Action::Undo);
        follow(&mut headings, &page);
    }
    assert_eq!(headings.of(page.state.evaluation().unwrap()), nothing);
}
