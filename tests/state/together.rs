//! Several files at once: which contract is meant, and no file is left out without a word.

use std::rc::Rc;

use resultatkontrakt::app::{
    Action, FileProblem, Incoming, IncomingTable, Message, NotUsed, Together, WhyNotUsed,
};

use crate::page::{ASSESSMENT, CONTRACT, Page, today};

const COPENHAGEN: &str = include_str!("../../contracts/copenhagen-2009.json");

/// Files by their names and texts, in this order.
fn together(files: &[(&str, &str)]) -> Together {
    let mut all = Together::default();
    for (name, text) in files {
        if IncomingTable::is_one(name, text.as_bytes()) {
            all.tables.push(Rc::new(IncomingTable::read(name, text.as_bytes())));
        } else {
            all.files.push(Rc::new(Incoming::read(name, text.as_bytes(), today(), name)));
        }
    }
    all
}

fn opened(files: &[(&str, &str)]) -> Page {
    let mut page = Page::start();
    page.does(Action::OpenTogether(Rc::new(together(files))));
    page
}

fn unused(page: &Page) -> Vec<(&str, WhyNotUsed)> {
    page.state.unused.iter().map(|NotUsed { name, why }| (&**name, *why)).collect()
}

fn open_contract(page: &Page) -> Option<&str> {
    page.state.contract().map(|contract| contract.id.as_str())
}

#[test]
fn of_two_contracts_a_person_says_which_one_and_the_other_is_named() {
    let files = [("ams.json", CONTRACT), ("vurdering.json", ASSESSMENT), ("kbh.json", COPENHAGEN)];
    let page = opened(&files);
    assert_eq!(open_contract(&page), None);
    let asked = page.state.together.as_ref().unwrap();
    let titles: Vec<_> =
        asked.contracts().map(|(place, file, contract)| (place, &*file.name, contract.id.as_str())).collect();
    assert_eq!(titles, [(0, "ams.json", "ams-2009"), (2, "kbh.json", "copenhagen-2009")]);
    page.does_in_vain(Action::ChooseContract(1));
    page.does_in_vain(Action::ChooseContract(7));
    for (chosen, id, left) in [
        (0, "ams-2009", vec![("kbh.json", WhyNotUsed::OtherContract)]),
        (
            2,
            "copenhagen-2009",
            vec![("ams.json", WhyNotUsed::OtherContract), ("vurdering.json", WhyNotUsed::AssessmentOfOther)],
        ),
    ] {
        let mut page = opened(&files);
        page.does(Action::ChooseContract(chosen));
        assert_eq!((open_contract(&page), unused(&page)), (Some(id), left));
        assert!(page.state.together.is_none());
        page.does(Action::DismissUnused);
        page.does_in_vain(Action::DismissUnused);
    }
}

#[test]
fn none_of_several_contracts_leaves_what_was_open() {
    let mut page = Page::example();
    let open = Rc::clone(page.case());
    page.does(Action::OpenTogether(Rc::new(together(&[("a.json", CONTRACT), ("b.json", COPENHAGEN)]))));
    page.does(Action::DismissTogether);
    page.does_in_vain(Action::DismissTogether);
    assert!(Rc::ptr_eq(page.case(), &open));
}

#[test]
fn an_assessment_before_its_contract_is_opened_with_it() {
    let page = opened(&[("vurdering.json", ASSESSMENT), ("ams.json", CONTRACT)]);
    assert_eq!(page.points(), "495 105 400");
    assert_eq!(
        page.message(),
        Message::AssessmentAdded { name: "vurdering.json".into(), same_contract: true }
    );
    assert_eq!(unused(&page), []);
}

#[test]
fn each_file_that_is_not_used_is_named_with_the_reason() {
    let table = "mål;periode;resultat\ngoal-2;2009-12;26.210\n";
    let other = ASSESSMENT.replace("ams-2009", "mim-2003");
    let files = [
        ("brud.json", "{"),
        ("mere-brud.json", "[1]"),
        ("anden.json", &other),
        ("ams.json", CONTRACT),
        ("a.csv", table),
        ("b.csv", table),
    ];
    let mut all = together(&files);
    all.failed.push(("stor.json".into(), FileProblem::TooLarge { size: 9_000_000, limit: 8_000_000 }));
    all.failed.push(("væk.json".into(), FileProblem::Unreadable));
    let mut page = Page::start();
    page.does(Action::OpenTogether(Rc::new(all)));
    assert_eq!(open_contract(&page), Some("ams-2009"));
    assert_eq!(page.state.refused.as_ref().map(|file| &*file.name), Some("brud.json"));
    assert_eq!(page.state.import.as_ref().map(|import| &*import.name), Some("a.csv"));
    assert_eq!(
        unused(&page),
        [
            ("mere-brud.json", WhyNotUsed::Mistakes),
            ("anden.json", WhyNotUsed::AssessmentOfOther),
            ("b.csv", WhyNotUsed::OtherTable),
            ("stor.json", WhyNotUsed::TooLarge),
            ("væk.json", WhyNotUsed::Unreadable),
        ]
    );
    // What is opened next has nothing to do with it.
    page.does(Action::Opening("ny.json".into()));
    assert_eq!(unused(&page), []);
}

#[test]
fn tables_and_assessments_without_a_contract_are_told_of() {
    let page = opened(&[("a.csv", "mål;resultat\ngoal-2;1\n"), ("vurdering.json", ASSESSMENT)]);
    assert_eq!(open_contract(&page), None);
    assert_eq!(
        unused(&page),
        [("vurdering.json", WhyNotUsed::AssessmentOfOther), ("a.csv", WhyNotUsed::TableNeedsContract)]
    );
}
