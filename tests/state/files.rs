//! Files that come in and go out.

use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use resultatkontrakt::app::{
    Action, Edit, FieldId, FileProblem, Incoming, Message, Received, SaveAction, save,
};
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::i18n::{Lang, Words};
use resultatkontrakt::pace::{Progress, Stage};

use crate::page::{ASSESSMENT, CONTRACT, Page, today, value};

#[test]
fn a_contract_is_opened_with_an_empty_assessment() {
    let page = Page::empty();
    assert_eq!(page.message(), Message::Opened { title: "Resultatkontrakt for AMS 2009–2012".into() });
    assert_eq!(page.text(&FieldId::AsOf), "31.12.2009");
    assert!(!page.case().is_unsaved() && !page.state.would_lose_work());
    assert!(!page.case().findings.is_empty(), "the contract contradicts itself");
}

#[test]
fn an_empty_assessment_describes_no_day_after_the_contract() {
    let mut page = Page::start();
    page.open(Incoming::read("ams.json", CONTRACT.as_bytes(), parse_date("2026-05-01").unwrap(), "1"));
    assert_eq!(page.text(&FieldId::AsOf), "31.12.2009");
}

#[test]
fn a_broken_file_never_replaces_what_is_open() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "30000");
    let open = Rc::clone(page.case());
    for text in ["", "{", "[1]", &CONTRACT.replace("\"at_most\"", "\"at_moost\""), &CONTRACT[..9000]] {
        page.does(Action::Opening("itu.json".into()));
        assert_eq!(page.state.opening.as_ref().map(|opening| &*opening.name), Some("itu.json"));
        page.open_text("itu.json", text, "2");
        let refused = page.state.refused.as_ref().unwrap();
        assert_eq!((&*refused.name, refused.diagnostics.is_empty()), ("itu.json", false), "{text:.20}");
        assert!(Rc::ptr_eq(page.case(), &open) && page.state.opening.is_none());
    }
    page.does(Action::DismissRefused);
    page.does_in_vain(Action::DismissRefused);
}

#[test]
fn a_file_that_is_given_up_leaves_what_was_open() {
    let mut page = Page::example();
    let open = Rc::clone(page.case());
    page.does_in_vain(Action::StopOpening);
    let at = |done| Action::Progress(Progress { stage: Stage::Goals, done, of: 10_000 });
    page.does_in_vain(at(64));
    page.does(Action::Opening("stor.json".into()));
    page.does(at(64));
    page.does_in_vain(at(64));
    page.does(at(128));
    let progress = page.state.opening.as_ref().and_then(|opening| opening.progress);
    assert_eq!(progress.map(|progress| progress.done), Some(128));
    // The page answers meanwhile.
    page.does(Action::Language(Lang::En));
    page.does(Action::StopOpening);
    assert_eq!(page.message(), Message::OpeningStopped { name: "stor.json".into() });
    assert!(page.state.opening.is_none());
    assert!(Rc::ptr_eq(&page.case().contract.contract, &open.contract.contract));
}

#[test]
fn a_file_that_is_not_read_at_all_is_told_of() {
    let mut page = Page::example();
    page.does(Action::Opening("stor.json".into()));
    let problem = FileProblem::TooLarge { size: 9_000_000, limit: 8_000_000 };
    page.does(Action::FileFailed { name: "stor.json".into(), problem });
    assert_eq!(page.message(), Message::File { name: "stor.json".into(), problem });
    assert!(page.state.opening.is_none() && page.state.case.is_some());
    page.does(Action::DismissMessage);
}

#[test]
fn an_assessment_takes_the_place_of_the_empty_one() {
    let mut page = Page::empty();
    page.open_text("vurdering.json", ASSESSMENT, "2");
    assert_eq!((page.case().sheets.len(), page.points().as_str()), (1, "495 105 400"));
    let name = "vurdering.json".into();
    assert_eq!(page.message(), Message::AssessmentAdded { name, same_contract: true });
    page.adds_up();
}

#[test]
fn an_assessment_stands_beside_what_was_entered() {
    let mut page = Page::empty();
    page.enters(&value("goal-2"), "30000");
    page.open_text("vurdering.json", ASSESSMENT, "2");
    assert_eq!((page.case().sheets.len(), page.points().as_str()), (2, "495 105 400"));
}

#[test]
fn a_difference_in_the_contract_is_shown_and_not_refused() {
    let mut page = Page::empty();
    let other =
        ASSESSMENT.replace("{ \"id\": \"ams-2009\" }", "{ \"id\": \"ams-2009\", \"sha256\": \"00\" }");
    assert_ne!(other, ASSESSMENT);
    page.open_text("vurdering.json", &other, "2");
    assert!(
        matches!(page.message(), Message::AssessmentAdded { same_contract: false, .. }),
        "{:?}",
        page.message()
    );
}

#[test]
fn an_assessment_needs_its_contract() {
    let name: Rc<str> = "vurdering.json".into();
    let mut page = Page::start();
    page.open_text(&name, ASSESSMENT, "1");
    assert!(page.state.case.is_none());
    assert_eq!(
        page.message(),
        Message::AssessmentOfOther { name: Rc::clone(&name), wanted: "ams-2009".into() }
    );

    let mut page = Page::empty();
    page.open_text(&name, &ASSESSMENT.replace("ams-2009", "mim-2003"), "2");
    assert_eq!(page.message(), Message::AssessmentOfOther { name, wanted: "mim-2003".into() });
    assert_eq!(page.points(), "0 0 1000");
}

#[test]
fn what_is_saved_opens_again_with_nothing_lost() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "26.000,5");
    assert!(page.case().is_unsaved() && page.state.would_lose_work());
    let saved = save::case_file(&page.state).unwrap();
    assert_eq!(saved.name, "ams-2009-vurdering-2010-01-15.json");
    page.does(SaveAction::HandedOver { name: saved.name.into(), revision: saved.revision });
    assert!(!page.case().is_unsaved() && !page.state.would_lose_work());

    let mut again = Page::start();
    again.open_text("sag.json", &saved.text, "2");
    assert_eq!(again.state.sheet().unwrap().assessment(), page.state.sheet().unwrap().assessment());
    assert_eq!(again.case().contract.source.trim(), page.case().contract.source.trim());
    assert_eq!(save::case_file(&again.state).unwrap().text, saved.text);
}

#[test]
fn a_change_while_the_file_was_written_is_unsaved() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "1");
    let saved = save::case_file(&page.state).unwrap();
    page.enters(&value("goal-2"), "2");
    page.does(SaveAction::HandedOver { name: saved.name.into(), revision: saved.revision });
    assert!(page.case().is_unsaved());
}

#[test]
fn file_names_are_plain_in_both_languages() {
    let mut page = Page::start();
    page.open_text("x", &CONTRACT.replace("\"id\": \"ams-2009\"", "\"id\": \"AMS/2009: år 1\""), "1");
    assert_eq!(save::file_name(page.case(), Words::DANISH), "AMS-2009--år-1-vurdering-2009-12-31.json");
    page.does(Edit::Type { field: FieldId::AsOf, text: "".into() });
    assert_eq!(save::file_name(page.case(), Words::ENGLISH), "AMS-2009--år-1-assessment.json");
    let draft = save::draft_file_name("resultatkontrakt:draft:ams-2009:broken", Words::DANISH);
    assert_eq!(draft, "ams-2009-broken-kladde.json");
}

#[test]
fn closing_goes_back_to_the_start() {
    let mut page = Page::example();
    page.does(Action::Close);
    assert!(page.state.case.is_none());
    page.does_in_vain(Action::Close);
    page.does_in_vain(Action::Undo);
    page.does_in_vain(Edit::Type { field: value("goal-2"), text: "1".into() });
}

#[test]
fn every_example_opens_without_an_error() {
    for example in resultatkontrakt::app::example::EXAMPLES {
        let mut page = Page::start();
        page.open(example.open(today(), "1"));
        let contract = page.state.contract().unwrap();
        assert_eq!((contract.id.as_str(), contract.title.as_str()), (example.id, example.title));
    }
}

/// What comes of reading a contract without looking for what is worth saying about it.
fn read_contract(text: &str) -> Option<Incoming> {
    let mut pause = async |_: Progress| {};
    let mut reading = pin!(Incoming::read_contract("ams.json", text.as_bytes(), today(), "1", &mut pause));
    match reading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(read) => read,
        Poll::Pending => panic!("nothing waits here"),
    }
}

#[test]
fn what_is_worth_saying_about_a_contract_may_come_after_it() {
    let whole = Page::empty();
    let mut page = Page::start();
    page.does(Action::Receive(Rc::new(Received {
        file: read_contract(CONTRACT).unwrap(),
        size: CONTRACT.len(),
    })));
    let case = Rc::clone(page.case());
    assert!(!case.is_examined && case.findings.is_empty());
    assert_eq!(case.contract.contract, whole.case().contract.contract);
    assert_eq!(case.contract.fingerprint.canonical(), whole.case().contract.fingerprint.canonical());
    page.enters(&value("goal-2"), "30000");

    let findings = Rc::clone(&whole.case().findings);
    page.does_in_vain(Action::Examined { opening: "2".into(), findings: Rc::clone(&findings) });
    page.does(Action::Examined { opening: "1".into(), findings: Rc::clone(&findings) });
    assert!(page.case().is_examined && page.case().findings == findings);
    assert_eq!(page.text(&value("goal-2")), "30.000");
    page.does_in_vain(Action::Examined { opening: "1".into(), findings });
}

#[test]
fn only_a_contract_without_errors_is_read_without_its_findings() {
    for text in ["", "{", "[1]", "{}", ASSESSMENT, &CONTRACT.replace("\"at_most\"", "\"at_moost\"")] {
        assert!(read_contract(text).is_none(), "{text:.20}");
    }
}
