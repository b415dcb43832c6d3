//! What each paper still waits for.

use resultatkontrakt::app::readiness::{
    Gap, contract_check_gaps, decision_gaps, notice_gaps, overview_gaps, self_assessment_gaps,
};
use resultatkontrakt::app::{EntryField, EntryId, FieldId, Route, SheetAction, SheetKind};

use crate::page::Page;

#[test]
fn the_example_waits_for_what_is_open_and_for_the_agreed_assessment() {
    let page = Page::example();
    let (case, sheet) = (page.case(), page.state.sheet().unwrap());
    assert_eq!(overview_gaps(sheet), [Gap::Open(5)]);
    assert_eq!(self_assessment_gaps(case, sheet), [Gap::Unfilled(5)]);
    assert_eq!(decision_gaps(case), [Gap::NotAgreed, Gap::Unfilled(5)]);
    assert_eq!(notice_gaps(sheet), [Gap::Unwritten(5)]);
    assert_eq!(contract_check_gaps(case), [Gap::Findings(case.findings.len())]);
    assert_eq!(Gap::Unfilled(5).place(), Route::Results(None));
}

#[test]
fn what_is_written_is_waited_for_no_more() {
    let mut page = Page::example();
    let notice = |field| EntryId::goal(&"product-6".into()).field(field);
    page.enters(&notice(EntryField::NoticeCause), "For sent");
    assert_eq!(notice_gaps(page.state.sheet().unwrap()), [Gap::Unwritten(4), Gap::Untold(1)]);
    page.enters(&notice(EntryField::NoticeOn), "20.01.2010");
    assert_eq!(notice_gaps(page.state.sheet().unwrap()), [Gap::Unwritten(4)]);
}

#[test]
fn another_party_or_stage_is_no_self_assessment_and_a_trial_is_no_paper() {
    let mut page = Page::example();
    page.picks(&FieldId::By, "department");
    page.picks(&FieldId::Status, "draft");
    let gaps = self_assessment_gaps(page.case(), page.state.sheet().unwrap());
    assert_eq!(gaps, [Gap::NotDirectors, Gap::NotFinal, Gap::Unfilled(5)]);
    page.picks(&FieldId::By, "agreed");
    assert_eq!(decision_gaps(page.case()), [Gap::NotFinal, Gap::Unfilled(5)]);
    let of = page.case().current;
    page.does(SheetAction::Copy { of, kind: SheetKind::WhatIf });
    assert_eq!(overview_gaps(page.state.sheet().unwrap()).first(), Some(&Gap::Trial));
}
