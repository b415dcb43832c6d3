//! Several assessments of one contract.

use resultatkontrakt::app::{Action, FieldId, SheetId, SheetKind, save};

use crate::page::{Page, today, value};

#[test]
fn a_what_if_is_a_copy_and_not_part_of_the_file() {
    let mut page = Page::example();
    let real = page.case().current;
    page.does(Action::CopySheet { of: real, kind: SheetKind::WhatIf });
    page.enters(&value("goal-2"), "30000");
    assert_eq!(page.points(), "345 255 400");
    page.does(Action::Select(real));
    assert_eq!(page.points(), "495 105 400");
    let saved = save::case_file(&page.state).unwrap();
    assert!(!saved.text.contains("30000"));
    page.adds_up();
}

#[test]
fn the_last_assessment_of_the_file_stays() {
    let mut page = Page::example();
    let real = page.case().current;
    page.does_in_vain(Action::RemoveSheet(real));
    page.does(Action::CopySheet { of: real, kind: SheetKind::WhatIf });
    page.does_in_vain(Action::RemoveSheet(real));
    page.does(Action::AddSheet { as_of: today() });
    page.does(Action::RemoveSheet(real));
    assert_eq!(page.case().sheets.len(), 2);
    page.does_in_vain(Action::Select(real));
    page.does_in_vain(Action::Select(SheetId(99)));
    page.does(Action::Undo);
    assert_eq!(page.case().sheets.len(), 3);
}

#[test]
fn a_removed_assessment_is_followed_by_one_that_is_there() {
    let mut page = Page::example();
    let real = page.case().current;
    page.does(Action::AddSheet { as_of: today() });
    let added = page.case().current;
    assert_eq!(page.text(&FieldId::AsOf), "31.12.2009");
    page.does(Action::RemoveSheet(added));
    assert_eq!(page.case().current, real);
}

#[test]
fn an_assessment_made_here_names_the_contract_that_it_was_made_for() {
    let page = Page::empty();
    let fingerprint = page.state.sheet().unwrap().assessment().sha256.clone().unwrap();
    assert!(page.case().contract.fingerprint.matches(&fingerprint));
}
