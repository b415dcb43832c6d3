//! Contracts from addresses: opened, offered or refused; and what is handed on.

use std::rc::Rc;

use resultatkontrakt::app::example::EXAMPLES;
use resultatkontrakt::app::{Action, Incoming, Message, Received, ShareProblem, save};

use crate::page::{ASSESSMENT, CONTRACT, Page, today, value};

fn received(text: &str) -> Action {
    let file = Incoming::read("link", text.as_bytes(), today(), "9");
    Action::Receive(Rc::new(Received { file, size: text.len() }))
}

#[test]
fn a_contract_opens_where_nothing_is_open_and_is_offered_where_something_is() {
    let mut page = Page::start();
    page.does(received(CONTRACT));
    assert_eq!(page.case().contract.contract.id.as_str(), "ams-2009");

    let mut page = Page::example();
    page.enters(&value("goal-2"), "20000");
    let before = Rc::clone(page.case());
    page.does(received(&CONTRACT.replace("\"ams-2009\"", "\"andet\"")));
    assert!(Rc::ptr_eq(page.case(), &before));
    assert_eq!(page.state.offered.as_ref().unwrap().size, CONTRACT.len() - 3);
    page.does(Action::DismissReceived);
    page.does_in_vain(Action::OpenReceived);

    page.does(received(&CONTRACT.replace("\"ams-2009\"", "\"andet\"")));
    page.does(Action::OpenReceived);
    assert_eq!(page.case().contract.contract.id.as_str(), "andet");
    assert!(page.state.offered.is_none() && page.state.aside.is_some());
}

#[test]
fn results_and_what_cannot_be_read_are_refused() {
    let example = Page::start();
    let mut case = Page::start();
    case.open(EXAMPLES[0].open(today(), "1"));
    let case = save::case_file(&case.state).unwrap().text;
    for results in [case.as_str(), ASSESSMENT] {
        let mut page = Page { state: Rc::clone(&example.state) };
        page.does(received(results));
        assert_eq!(page.message(), Message::Share(ShareProblem::HoldsResults));
        assert!(page.state.case.is_none() && page.state.offered.is_none());
    }
    let mut page = Page::example();
    page.does(received("{ \"format\": 1"));
    assert_eq!(page.state.refused.as_ref().unwrap().diagnostics.len(), 1);
    page.does(Action::ReceiveFailed(ShareProblem::Damaged));
    assert_eq!(page.message(), Message::Share(ShareProblem::Damaged));
}
