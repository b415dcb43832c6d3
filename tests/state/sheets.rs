//! Several assessments of one contract.

use resultatkontrakt::app::{Action, FieldId, SheetAction, SheetId, SheetKind, save};

use crate::page::{Page, today, value};

#[test]
fn a_what_if_is_a_copy_and_not_part_of_the_file() {
    let mut page = Page::example();
    let real = page.case().current;
    page.does(SheetAction::Copy { of: real, kind: SheetKind::WhatIf });
    page.enters(&value("goal-2"), "30000");
    assert_eq!(page.points(), "345 255 400");
    page.does(SheetAction::Select(real));
    assert_eq!(page.points(), "495 105 400");
    let saved = save::case_file(&page.state).unwrap();
    assert!(!saved.text.contains("30000"));
    page.adds_up();
}

#[test]
fn the_last_assessment_of_the_file_stays() {
    let mut page = Page::example();
    let real = page.case().current;
    page.does_in_vain(SheetAction::Remove(real));
    page.does(SheetAction::Copy { of: real, kind: SheetKind::WhatIf });
    page.does_in_vain(SheetAction::Remove(real));
    page.does(SheetAction::AddBlank { as_of: today() });
    page.does(SheetAction::Remove(real));
    assert_eq!(page.case().sheets.len(), 2);
    page.does_in_vain(SheetAction::Select(real));
    page.does_in_vain(SheetAction::Select(SheetId(99)));
    page.does(Action::Undo);
    assert_eq!(page.case().sheets.len(), 3);
}

#[test]
fn a_removed_assessment_is_followed_by_one_that_is_there() {
    let mut page = Page::example();
    let real = page.case().current;
    page.does(SheetAction::AddBlank { as_of: today() });
    let added = page.case().current;
    assert_eq!(page.text(&FieldId::AsOf), "31.12.2009");
    page.does(SheetAction::Remove(added));
    assert_eq!(page.case().current, real);
}

#[test]
fn an_assessment_made_here_names_the_contract_that_it_was_made_for() {
    let page = Page::empty();
    let fingerprint = page.state.sheet().unwrap().assessment().sha256.clone().unwrap();
    assert!(page.case().contract.fingerprint.matches(&fingerprint));
}
