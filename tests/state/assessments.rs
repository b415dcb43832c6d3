//! Assessments through the year: begun from one another, locked, unlocked, and in the order of their days.

use std::rc::Rc;

use resultatkontrakt::app::{
    Action, Edit, EntryField, EntryId, FieldId, FieldProblem, Message, ReportedField, SheetAction, SheetKind,
    save,
};
use resultatkontrakt::domain::address::LineId;
use resultatkontrakt::domain::assessment::{Assessor, Event, EventKind, Status, Struck};
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::domain::number::Decimal;
use resultatkontrakt::domain::objection::ObjectionKind;
use resultatkontrakt::domain::standing::Standing;
use resultatkontrakt::i18n::Words;

use crate::page::{Page, today, value};

fn event(kind: EventKind, note: &str) -> SheetAction {
    SheetAction::Record(Event { kind, on: Some(today()), note: Some(note.to_owned()), ..Event::default() })
}

#[test]
fn the_next_assessment_begins_as_a_copy_and_says_so() {
    let mut page = Page::example();
    let first = page.case().current;
    page.does(event(EventKind::Locked, "Sendt"));
    page.does(SheetAction::StartFrom { of: first, by: Assessor::Director, on: today() });
    let assessment = page.state.sheet().unwrap().assessment().clone();
    assert_eq!((assessment.status, assessment.as_of), (Status::Draft, Some(today())));
    let events: Vec<_> = assessment.events.iter().map(|event| (event.kind, event.note.as_deref())).collect();
    assert_eq!(events, [(EventKind::Copied, Some("Direktøren · Årsstatus · 15.01.2010"))]);
    // The day that a part was done lies after the new assessment's: a forecast, which settles nothing.
    assert_eq!(page.points(), "495 80 425");
    page.enters(&value("goal-2"), "30000");
    page.does(SheetAction::Select(first));
    assert_eq!(page.points(), "495 105 400");
    page.adds_up();
}

#[test]
fn a_locked_assessment_can_be_read_and_not_changed() {
    let mut page = Page::example();
    let note = EntryId::goal(&"goal-2".into()).field(EntryField::Note);
    let before = page.text(&note);
    page.does(event(EventKind::Locked, "Underskrevet"));
    assert_eq!(page.state.message.as_deref(), Some(&Message::NowLocked));
    for action in [
        Edit::Type { field: note.clone(), text: "x".into() },
        Edit::Choose { field: FieldId::Status, choice: Some(Status::Draft.into()) },
        Edit::Clarify { field: value("goal-2"), value: Decimal::ONE },
        Edit::ClearEntry(EntryId::goal(&"goal-2".into())),
        Edit::AddBaseLine { title: "Tillæg".into() },
        Edit::RemoveBaseLine(0),
    ] {
        let case = Rc::clone(page.state.case.as_ref().unwrap());
        page.does(action);
        assert_eq!(page.state.message.as_deref(), Some(&Message::Locked));
        assert!(Rc::ptr_eq(page.state.case.as_ref().unwrap(), &case));
    }
    page.does_in_vain(event(EventKind::Locked, "Igen"));
    page.does(SheetAction::AddBlank { as_of: today() });
    page.does_in_vain(SheetAction::Remove(page.case().sheets[0].id));
    page.does(SheetAction::Select(page.case().sheets[0].id));

    page.does(event(EventKind::Unlocked, "Fejl i tallet"));
    page.does_in_vain(event(EventKind::Unlocked, "Igen"));
    page.enters(&note, "Rettet");
    assert_ne!(page.text(&note), before);
    let saved = save::case_file(&page.state).unwrap().text;
    for said in ["\"locked\"", "\"unlocked\"", "Underskrevet", "Fejl i tallet", "2009-12-31"] {
        assert!(saved.contains(said), "{said}");
    }
}

#[test]
fn locking_can_be_undone_and_a_trial_of_a_locked_one_is_open() {
    let mut page = Page::example();
    page.does(event(EventKind::Locked, "n"));
    let locked = page.case().current;
    page.does(SheetAction::Copy { of: locked, kind: SheetKind::WhatIf });
    page.enters(&value("goal-2"), "30000");
    page.does(Action::Undo);
    page.does(Action::Undo);
    page.does(Action::Undo);
    assert!(!page.state.sheet().unwrap().assessment().is_locked());
}

#[test]
fn what_was_decided_is_struck_out_with_when_and_by_whom_but_a_lock_stays() {
    let mut page = Page::example();
    page.does(event(EventKind::Decided, "Aftalt"));
    page.does(event(EventKind::Locked, "n"));
    page.does_in_vain(SheetAction::StrikeEvent { place: 0, on: today() });
    page.does(event(EventKind::Unlocked, "n"));
    for place in [1, 2, 3] {
        page.does_in_vain(SheetAction::StrikeEvent { place, on: today() });
    }
    page.does(SheetAction::StrikeEvent { place: 0, on: today() });
    page.does_in_vain(SheetAction::StrikeEvent { place: 0, on: today() });
    let events = page.state.sheet().unwrap().assessment().events.clone();
    assert_eq!(events.len(), 3);
    let struck = Struck { on: Some(today()), by: Some("Direktøren".to_owned()) };
    assert_eq!(events[0].struck, Some(struck.clone()));
    assert_eq!(Words::DANISH.event(&events[0]), "31.12.2009: Besluttet. Aftalt");
    assert_eq!(Words::DANISH.struck(&struck), "streget ud 31.12.2009 (Direktøren)");
    let saved = save::case_file(&page.state).unwrap().text;
    assert!(saved.contains("\"struck\""), "{saved}");
    page.does(Action::Undo);
    assert_eq!(page.state.sheet().unwrap().assessment().events[0].struck, None);
}

#[test]
fn the_year_is_in_the_order_of_the_days_without_trials() {
    let mut page = Page::example();
    let last = page.case().current;
    page.does(SheetAction::StartFrom {
        of: last,
        by: Assessor::Director,
        on: parse_date("2009-07-01").unwrap(),
    });
    page.does(SheetAction::Copy { of: last, kind: SheetKind::WhatIf });
    let case = page.case();
    let days: Vec<_> = case.timeline().iter().map(|sheet| sheet.assessment().as_of.unwrap()).collect();
    assert_eq!(days, [parse_date("2009-07-01").unwrap(), parse_date("2010-01-15").unwrap()]);
    let standing = Standing::of_evaluation(&page.state.sheet().unwrap().evaluation);
    let said = [standing.secured, standing.lost, standing.open].map(|figure| figure.normalize().to_string());
    assert_eq!(said, ["495", "105", "400"]);
    assert_eq!(standing.whole(), Decimal::from(1000));
}

#[test]
fn the_agreed_assessment_is_put_together_line_by_line() {
    let mut page = Page::example();
    let director = page.case().current;
    page.does(SheetAction::StartFrom { of: director, by: Assessor::Department, on: today() });
    let department = page.case().current;
    page.enters(&value("goal-2"), "30000");
    page.does(SheetAction::Agree { of: [director, department], on: today() });
    let sheet = page.state.sheet().unwrap();
    assert_eq!(sheet.assessment().by, Assessor::Agreed);
    let note = sheet.assessment().events[0].note.clone().unwrap();
    assert_eq!(note, "Direktøren · Årsstatus · 15.01.2010 og Departementet · Kladde · 31.12.2009");
    assert_eq!(page.text(&value("goal-2")), "");

    let line = || LineId::goal(&"goal-2".into());
    page.types(&value("goal-2"), "ca. 3");
    page.does(Edit::Take { from: department, line: line() });
    assert_eq!(page.text(&value("goal-2")), "30.000");
    page.does_in_vain(Edit::Take { from: department, line: line() });
    page.does(Edit::Take { from: director, line: line() });
    assert_eq!(page.text(&value("goal-2")), "26.210");
    assert_eq!(page.points(), "495 105 400");
    page.does(Action::Undo);
    assert_eq!(page.text(&value("goal-2")), "30.000");

    page.does(event(EventKind::Locked, "Aftalt"));
    let case = Rc::clone(page.state.case.as_ref().unwrap());
    page.does(Edit::Take { from: director, line: line() });
    assert!(Rc::ptr_eq(page.state.case.as_ref().unwrap(), &case));
}

#[test]
fn a_day_after_the_contracts_years_is_not_what_a_new_assessment_describes() {
    let mut page = Page::example();
    let first = page.case().current;
    let years_later = parse_date("2026-11-22").unwrap();
    page.does(SheetAction::StartFrom { of: first, by: Assessor::Director, on: years_later });
    assert_eq!(page.text(&FieldId::AsOf), "15.01.2010");
    assert_eq!(page.state.sheet().unwrap().assessment().events[0].on, Some(years_later));
    page.does(SheetAction::AddBlank { as_of: years_later });
    assert_eq!(page.text(&FieldId::AsOf), "31.12.2009");
}

#[test]
fn a_day_in_a_strange_year_counts_and_is_said_at_its_field() {
    let mut page = Page::example();
    let day = EntryId::goal(&"product-7".into()).reported(&[], ReportedField::Date);
    page.enters(&day, "30.06.1909");
    assert_eq!(page.points(), "495 105 400");
    let said = ObjectionKind::OutsideYears { from: 2009, to: 2013 };
    assert_eq!(page.problem(&day), Some(FieldProblem::Objection(said.clone())));
    page.enters(&FieldId::AsOf, "31.12.2090");
    assert_eq!(page.problem(&FieldId::AsOf), Some(FieldProblem::Objection(said)));
}

#[test]
fn a_removed_assessment_is_named_with_the_way_back_until_something_else_is_changed() {
    let mut page = Page::example();
    let first = page.case().current;
    page.does(SheetAction::AddBlank { as_of: today() });
    page.does(SheetAction::Remove(first));
    let Message::SheetRemoved { title, revision } = page.message() else { panic!("{:?}", page.message()) };
    assert_eq!((&*title, revision), ("Direktøren · Årsstatus · 15.01.2010", page.case().revision));
    page.does(Action::Undo);
    assert!(page.case().sheet_with(first).is_some());
    page.does(Action::Redo);
    page.enters(&value("goal-2"), "30000");
    assert_ne!(revision, page.case().revision);
    // A trial is in no file; nothing is lost with it.
    let mut page = Page::example();
    page.does(SheetAction::Copy { of: first, kind: SheetKind::WhatIf });
    let trial = page.case().current;
    page.does(SheetAction::Remove(trial));
    assert!(
        page.state.message.as_deref().is_none_or(|message| !matches!(message, Message::SheetRemoved { .. }))
    );
}
