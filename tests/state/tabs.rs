//! Two tabs with the same contract: one keeps its draft, the other one shows it, and either may keep it.

use std::rc::Rc;

use resultatkontrakt::app::{Draft, FoundDraft, write_draft};
use resultatkontrakt::app::{DraftAction, Message, SaveAction, Storing, Tabs};

use crate::page::{CONTRACT, Page, moment, value};

/// What another tab keeps, as this one finds it.
fn kept(page: &Page) -> (Draft, DraftAction) {
    let draft = write_draft(&page.state, moment()).unwrap();
    let found = FoundDraft::look(&draft.key, &draft.text).kept(true);
    (draft, DraftAction::Found([found].into()))
}

fn stores(page: &mut Page) {
    let (draft, _) = kept(page);
    let Draft { key, revision, summary, .. } = draft;
    let (author, checksum) = (summary.opening, summary.checksum);
    page.does(DraftAction::Stored { key, author, revision, at: moment(), checksum });
}

/// The tab that was first, with a figure, and a second one with the same contract.
fn two() -> (Page, Page) {
    let mut first = Page::example();
    first.enters(&value("goal-2"), "30000");
    let mut second = Page::start();
    second.does(DraftAction::Storing(Storing::On));
    second.open_text("ams-2009.json", CONTRACT, "2");
    second.does(kept(&first).1);
    second.does(DraftAction::OpenElsewhere { own: "7".into() });
    (first, second)
}

#[test]
fn the_second_tab_sees_what_the_first_one_keeps_and_follows_it() {
    let (mut first, mut second) = two();
    assert_eq!(second.message(), Message::OpenElsewhere);
    assert_eq!(second.text(&value("goal-2")), "", "what was opened here stays until another is asked for");
    second.does(DraftAction::Follow);
    assert_eq!((second.text(&value("goal-2")).as_str(), &*second.case().opening), ("30.000", "2"));
    first.enters(&value("goal-2"), "31000");
    second.does(kept(&first).1);
    assert_eq!(second.text(&value("goal-2")), "31.000");
    assert_eq!((second.state.to_store(), second.state.would_lose_work()), (None, false));
    second.does_in_vain(kept(&first).1);
}

#[test]
fn what_is_changed_while_following_becomes_a_draft_of_its_own() {
    let (mut first, mut second) = two();
    second.does(DraftAction::Follow);
    second.enters(&value("goal-5"), "12");
    assert_eq!(second.case().tabs, Tabs::Beside { own: "7".into() });
    let (own, _) = kept(&second);
    assert_eq!(&*own.key, "resultatkontrakt:draft:ams-2009:7");
    assert!(second.state.to_store().is_some());
    first.enters(&value("goal-2"), "31000");
    second.does(kept(&first).1);
    assert_eq!(
        (second.text(&value("goal-2")).as_str(), second.text(&value("goal-5")).as_str()),
        ("30.000", "12")
    );
}

#[test]
fn a_tab_that_follows_goes_on_with_the_draft_once_it_keeps_it() {
    let (first, mut second) = two();
    second.does(DraftAction::Follow);
    second.does(DraftAction::TakeOver);
    assert_eq!(second.state.claims, 1);
    second.does(DraftAction::Keep);
    assert_eq!((second.message(), &second.case().tabs), (Message::Keeping, &Tabs::Keeping));
    second.enters(&value("goal-5"), "12");
    assert_eq!(kept(&second).0.key, kept(&first).0.key);
    second.does_in_vain(DraftAction::Keep);
}

#[test]
fn a_tab_that_the_draft_was_taken_from_keeps_one_of_its_own_and_can_take_it_back() {
    let (mut first, _) = two();
    first.does(DraftAction::Storing(Storing::On));
    stores(&mut first);
    first.does(DraftAction::TakenOver { own: "8".into() });
    assert_eq!((first.message(), first.state.would_lose_work()), (Message::TakenOver, true));
    assert_eq!(first.state.to_store(), Some(first.case().revision));
    assert_eq!(&*kept(&first).0.key, "resultatkontrakt:draft:ams-2009:8");
    assert_eq!(first.text(&value("goal-2")), "30.000");
    stores(&mut first);
    first.does(DraftAction::Keep);
    assert_eq!(&*kept(&first).0.key, "resultatkontrakt:draft:ams-2009:8");
}

#[test]
fn another_file_of_the_same_contract_joins_as_the_one_before() {
    let (first, mut second) = two();
    second.open_text("ams-2009.json", CONTRACT, "3");
    assert_eq!(second.case().tabs, Tabs::Beside { own: "7".into() });
    assert_eq!(&*second.case().draft_key, "resultatkontrakt:draft:ams-2009:7");
    let key = Rc::clone(&kept(&first).0.key);
    second.does(DraftAction::Resume { key });
    assert_eq!(second.case().tabs, Tabs::Following { own: "7".into() });
}

#[test]
fn a_tab_that_resumed_the_same_draft_shows_it_at_once() {
    let (first, _) = two();
    let (draft, found) = kept(&first);
    let mut second = Page::start();
    second.does(found);
    second.does(DraftAction::Resume { key: Rc::clone(&draft.key) });
    second.does(DraftAction::OpenElsewhere { own: "7".into() });
    assert_eq!(second.case().tabs, Tabs::Following { own: "7".into() });
}

#[test]
fn a_file_that_is_saved_while_following_leaves_the_other_tab_s_draft_alone() {
    let (_, mut second) = two();
    second.does(DraftAction::Storing(Storing::Off));
    second.does(DraftAction::Storing(Storing::On));
    second.does(DraftAction::Follow);
    let revision = second.case().revision;
    second.does(SaveAction::HandedOver { name: "sag.json".into(), revision });
    assert_eq!((second.state.to_store(), second.state.would_lose_work()), (None, false));
}
