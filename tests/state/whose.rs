//! Whose assessment it is: another party's is read until one says so, and its words stay its own.

use std::rc::Rc;

use resultatkontrakt::app::{
    Action, Edit, EntryField, EntryId, FieldId, FieldProblem, Message, ReportedField, SheetAction, SheetKind,
    save,
};
use resultatkontrakt::domain::address::LineId;
use resultatkontrakt::domain::assessment::{Assessor, Status};
use resultatkontrakt::domain::objection::ObjectionKind;

use crate::page::{ASSESSMENT, CONTRACT, Page, field, today, value};

fn of_goal(goal: &str, of: ReportedField) -> FieldId {
    EntryId::goal(&goal.into()).reported(&[], of)
}

/// The director's assessment and the department's, in one file.
fn both() -> String {
    let department = ASSESSMENT.replacen(r#""by": "director""#, r#""by": "department""#, 1);
    assert_ne!(department, ASSESSMENT);
    format!(
        r#"{{ "format": "resultatsag", "version": 1, "contract": {CONTRACT}, "assessments": [{ASSESSMENT}, {department}] }}"#
    )
}

fn whose(page: &Page) -> Assessor {
    page.state.sheet().unwrap().assessment().by
}

fn begun() -> Page {
    let mut page = Page::example();
    page.enters(&field("goal-2", EntryField::Note), "Trukket i januar");
    page.does(SheetAction::StartFrom { of: page.case().current, by: Assessor::Department, on: today() });
    page
}

#[test]
fn where_a_file_has_several_parties_nothing_changes_until_one_says_whose_is_edited() {
    let mut page = Page::start();
    page.open_text("sag.json", &both(), "1");
    assert_eq!(whose(&page), Assessor::Department);
    let case = Rc::clone(page.case());
    page.does(Edit::Type { field: value("goal-2"), text: "1".into() });
    assert!(Rc::ptr_eq(page.case(), &case));
    assert_eq!(page.message(), Message::OfOther { by: Assessor::Department });
    page.does(SheetAction::EditOther);
    page.enters(&value("goal-2"), "26.211");
    assert_eq!(page.text(&value("goal-2")), "26.211");
    page.does_in_vain(SheetAction::EditOther);
    // The other party's is still closed.
    page.does(SheetAction::Select(page.case().sheets[0].id));
    page.does(Edit::ClearEntry(EntryId::goal(&"goal-2".into())));
    assert_eq!(page.message(), Message::OfOther { by: Assessor::Director });
    // A trial of it is nobody's.
    page.does(SheetAction::Copy { of: page.case().current, kind: SheetKind::WhatIf });
    page.enters(&value("goal-2"), "26.212");
}

#[test]
fn whoever_began_as_a_party_reads_the_files_of_the_other_one() {
    let mut page = begun();
    assert_eq!(page.state.party, Some(Assessor::Department));
    page.does(SheetAction::AddBlank { as_of: today() });
    assert_eq!(whose(&page), Assessor::Department);
    page.open_text("sag.json", &both(), "2");
    page.enters(&value("goal-2"), "26.211");
    page.does(SheetAction::Select(page.case().sheets[0].id));
    page.does(Edit::Type { field: value("goal-2"), text: "1".into() });
    assert_eq!(page.message(), Message::OfOther { by: Assessor::Director });
    // A contract that is opened anew is assessed by whom one is.
    page.open_text("ams.json", CONTRACT, "3");
    assert_eq!(whose(&page), Assessor::Department);
    page.enters(&value("goal-2"), "26.211");
}

#[test]
fn whoever_says_that_an_assessment_is_theirs_goes_on_in_it() {
    let mut page = Page::empty();
    page.picks(&FieldId::By, "department");
    assert_eq!(page.state.party, Some(Assessor::Department));
    page.enters(&value("goal-2"), "26.211");
    page.does(Action::Undo);
    page.does(Action::Undo);
    assert_eq!(whose(&page), Assessor::Director);
    page.enters(&value("goal-2"), "26.211");
}

#[test]
fn the_one_that_another_begins_from_is_locked_and_one_undo_takes_both_back() {
    let mut page = begun();
    assert!(matches!(page.message(), Message::Begun { .. }));
    let (first, next) = (page.case().sheets[0].clone(), page.case().sheets[1].clone());
    assert!(first.assessment().is_locked());
    assert_eq!(
        first.assessment().events[0].note.as_deref(),
        Some("Departementets vurdering er begyndt herfra")
    );
    let next = next.assessment();
    assert_eq!((next.by, next.status, next.is_locked()), (Assessor::Department, Status::Draft, false));
    page.does_in_vain(SheetAction::Remove(first.id));
    page.does(Action::Undo);
    assert_eq!(page.case().sheets.len(), 1);
    assert!(!page.case().sheets[0].assessment().is_locked());
}

#[test]
fn a_copied_reason_stays_the_other_partys_until_it_is_confirmed_or_rewritten() {
    let reason = of_goal("product-2", ReportedField::Reason);
    let points = of_goal("product-2", ReportedField::Points);
    let words_of =
        |page: &Page, field: &FieldId| page.state.sheet().unwrap().assessment().words_of_other(field);

    let mut page = begun();
    assert_eq!(words_of(&page, &reason), Some(Assessor::Director));
    assert_eq!(words_of(&page, &field("goal-2", EntryField::Note)), Some(Assessor::Director));
    assert_eq!(page.problem(&reason), None);
    page.enters(&points, "60");
    let wanted = Some(FieldProblem::Objection(ObjectionKind::ReasonOfOther));
    assert_eq!(page.problem(&reason), wanted);
    // The points for which it was written need no other reason.
    page.enters(&points, "120");
    assert_eq!(page.problem(&reason), None);
    page.enters(&points, "60");
    // It is kept through saving and opening.
    let saved = save::case_file(&page.state).unwrap().text;
    page.open_text("sag.json", &saved, "2");
    assert_eq!(page.problem(&reason), wanted);
    page.does(Edit::Confirm(reason.clone()));
    assert_eq!((page.problem(&reason), words_of(&page, &reason)), (None, None));
    page.adds_up();
    page.does(Action::Undo);
    assert_eq!(page.problem(&reason), wanted);
    page.enters(&reason, "Kun halvdelen er nået");
    assert_eq!((page.problem(&reason), words_of(&page, &reason)), (None, None));
    page.does_in_vain(Edit::Confirm(reason.clone()));
    page.adds_up();
}

#[test]
fn the_one_judgement_of_all_areas_has_a_reason_of_its_own_too() {
    let mut page = Page::example();
    page.enters(&FieldId::OverallReason, "Alle områder er nået");
    page.does(SheetAction::StartFrom { of: page.case().current, by: Assessor::Department, on: today() });
    page.enters(&FieldId::Overall, "200");
    let wanted = Some(FieldProblem::Objection(ObjectionKind::ReasonOfOther));
    assert_eq!(page.problem(&FieldId::OverallReason), wanted);
    page.does(Edit::Confirm(FieldId::OverallReason));
    assert_eq!(page.problem(&FieldId::OverallReason), None);
    page.adds_up();
}

#[test]
fn the_same_party_goes_on_with_its_own_words() {
    let mut page = Page::example();
    page.does(SheetAction::StartFrom { of: page.case().current, by: Assessor::Director, on: today() });
    let assessment = page.state.sheet().unwrap().assessment();
    assert_eq!(assessment.words_of_other(&of_goal("product-2", ReportedField::Reason)), None);
}

#[test]
fn a_line_that_is_taken_over_keeps_whose_words_it_has() {
    let mut page = begun();
    let [director, department] = [0, 1].map(|place| page.case().sheets[place].id);
    let reason = of_goal("product-2", ReportedField::Reason);
    page.enters(&of_goal("product-2", ReportedField::Points), "60");
    page.enters(&reason, "Kun halvdelen er nået");
    page.does(SheetAction::Agree { of: [director, department], on: today() });
    let line = || LineId::goal(&"product-2".into());
    for (from, by) in [(director, Assessor::Director), (department, Assessor::Department)] {
        page.does(Edit::Take { from, line: line() });
        assert_eq!(page.state.sheet().unwrap().assessment().words_of_other(&reason), Some(by));
        page.does_in_vain(Edit::Take { from, line: line() });
    }
    page.adds_up();
}

#[test]
fn what_both_say_keeps_the_mark_of_a_reason_that_one_side_did_not_confirm() {
    let reason = of_goal("product-2", ReportedField::Reason);
    let note = field("goal-2", EntryField::Note);
    let agreed = |confirms: bool| {
        let mut page = begun();
        let [director, department] = [0, 1].map(|place| page.case().sheets[place].id);
        if confirms {
            page.does(Edit::Confirm(reason.clone()));
            page.does(Edit::Confirm(note.clone()));
        }
        page.does(SheetAction::Agree { of: [director, department], on: today() });
        let agreed = page.state.sheet().unwrap().assessment().clone();
        [&reason, &note].map(|field| agreed.words_of_other(field))
    };
    assert_eq!(agreed(false), [Some(Assessor::Director); 2]);
    assert_eq!(agreed(true), [None; 2]);
}

#[test]
fn words_that_come_back_to_whoever_wrote_them_are_their_own_and_notices_stay_with_whoever_gave_them() {
    let mut page = Page::example();
    page.enters(&field("goal-2", EntryField::NoticeCause), "Sygdom");
    for by in [Assessor::Department, Assessor::Director] {
        page.does(SheetAction::StartFrom { of: page.case().current, by, on: today() });
    }
    let assessments: Vec<_> = page.case().sheets.iter().map(|sheet| sheet.assessment().clone()).collect();
    let reason = of_goal("product-2", ReportedField::Reason);
    let marks: Vec<_> = assessments.iter().map(|one| one.words_of_other(&reason)).collect();
    assert_eq!(marks, [None, Some(Assessor::Director), None]);
    let told: Vec<_> = assessments.iter().map(|one| !one.results["goal-2"].notice.is_empty()).collect();
    assert_eq!(told, [true, false, false]);
}
