//! Writing a contract that is too long to be worked out as a whole after each key.

use resultatkontrakt::app::{Action, WritingEdit};
use resultatkontrakt::format::read_written;

use crate::generated::contract;
use crate::page::{Page, value};

fn types(page: &mut Page, at: &str, text: &str) {
    page.does(WritingEdit::Type { at: at.into(), text: text.into() });
}

fn source(page: &Page) -> &str {
    &page.case().contract.source
}

/// A contract of so many goals of every kind.
fn long(goals: usize) -> Page {
    let mut page = Page::start();
    page.open_text("stor.json", &contract(goals), "1");
    page
}

#[test]
fn a_long_contract_says_after_each_key_what_it_says_when_it_is_read_anew() {
    let mut page = long(400);
    assert!(page.case().contract.is_long());
    for (at, texts) in [
        ("/goals/0/weight", &["2", "2,", "2,5", "0-3", "x", ""][..]),
        ("/goals/399/title", &["N", "Ny \"titel\"", ""]),
        ("/goals/7/target/phrase", &["højst 40", "højst 40 sager i 2009"]),
        ("/goals/3/target/kind", &["between"]),
        ("/goals/3/target/min", &["1", "10"]),
        ("/goals/3/target/max", &["20"]),
        ("/title", &["En anden titel"]),
        ("/period/from", &["1.2.2009", "1.1.2009"]),
        ("/points/decimals", &["1", "0"]),
        ("/groups/3/title", &["Andet"]),
        ("/pay/areas/0/weight", &["10", "10,123"]),
        ("/pay/points/individual", &["", "3", "30"]),
        ("/risk/entries/5/materiality", &["9", "2"]),
        ("/risk/entries/5/goal", &["ukendt", "maal-3"]),
    ] {
        for text in texts {
            types(&mut page, at, text);
            let (whole, _) = read_written(source(&page), false).unwrap();
            assert!(*whole.contract == **page.state.contract().unwrap(), "{at} {text}");
            page.adds_up();
        }
        page.does(WritingEdit::Leave { at: at.into() });
    }
    while page.case().history.can_undo() {
        page.does(Action::Undo);
        page.adds_up();
    }
    assert!(source(&page) == contract(400));
}

#[test]
fn an_assessment_of_a_long_contract_names_it_once_it_says_something() {
    let mut page = long(400);
    let made_for = |page: &Page| page.state.sheet().unwrap().assessment().sha256.clone();
    assert_eq!(made_for(&page).as_deref(), Some(page.case().contract.fingerprint.canonical()));
    types(&mut page, "/goals/0/weight", "2");
    assert_eq!(made_for(&page), None);
    page.types(&value("maal-3"), "1.800");
    assert_eq!(made_for(&page).as_deref(), Some(page.case().contract.fingerprint.canonical()));
    let before = made_for(&page);
    types(&mut page, "/goals/0/weight", "3");
    assert_eq!(made_for(&page), before);
}
