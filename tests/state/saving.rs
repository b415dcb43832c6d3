//! The file of a case: what is saved to it, and what others do to it meanwhile.

use std::rc::Rc;

use resultatkontrakt::app::{
    Action, Edit, EntryField, FileChange, Incoming, Link, Message, OnDisk, SaveAction, SaveProblem,
    SavedFile, Seen, save,
};

use resultatkontrakt::i18n::Lang;

use crate::drafts::keeps;
use crate::page::{CONTRACT, Page, field, n, today, value};

fn disk(name: &str, text: &str, link: &Link) -> SavedFile {
    SavedFile::on_disk(name, link.clone(), Seen::of(text.as_bytes(), 1))
}

fn link() -> Link {
    Link::new(())
}

fn case_text() -> String {
    save::case_file(&Page::example().state).unwrap().text
}

/// A case that was opened from a file on disk.
fn opened(link: &Link) -> Page {
    let text = case_text();
    let mut page = Page::start();
    let file = Incoming::read("sag.json", text.as_bytes(), today(), "1");
    page.open(file.from_file(disk("sag.json", &text, link)));
    page
}

fn on_disk(page: &Page) -> &OnDisk {
    page.case().file.as_ref().unwrap().disk.as_ref().unwrap()
}

fn looked(page: &Page, changed: Option<FileChange>) -> SaveAction {
    SaveAction::Looked { opening: Rc::clone(&page.case().opening), against: on_disk(page).seen, changed }
}

#[test]
fn a_case_belongs_to_its_file_and_a_contract_alone_to_none() {
    assert_eq!(&*opened(&link()).case().file.as_ref().unwrap().name, "sag.json");
    let mut page = Page::start();
    let file = Incoming::read("ams-2009.json", CONTRACT.as_bytes(), today(), "1");
    page.open(file.from_file(disk("ams-2009.json", CONTRACT, &link())));
    assert_eq!(page.case().file, None);
    assert_eq!(Page::example().case().file, None);
}

#[test]
fn what_was_written_is_saved_and_what_was_typed_meanwhile_is_not() {
    let link = link();
    let mut page = opened(&link);
    page.enters(&value("goal-2"), "1");
    page.does(SaveAction::Begin);
    page.does_in_vain(SaveAction::Begin);
    let out = save::case_file(&page.state).unwrap();
    page.enters(&value("goal-2"), "2");
    let file = disk("sag.json", &out.text, &link);
    page.does(SaveAction::Written { opening: "1".into(), revision: out.revision, file: file.clone() });
    assert!(page.case().is_unsaved() && !page.state.saving);
    assert_eq!(page.case().file.as_ref(), Some(&file));
    let revision = page.case().revision;
    page.does(SaveAction::Written { opening: "1".into(), revision, file });
    assert!(!page.case().is_unsaved() && !page.state.would_lose_work());
    assert_eq!(page.message(), Message::Saved { name: "sag.json".into() });
}

#[test]
fn a_save_that_ends_after_another_case_was_opened_does_not_touch_that() {
    let link = link();
    let mut page = opened(&link);
    page.enters(&value("goal-2"), "1");
    page.does(SaveAction::Begin);
    let out = save::case_file(&page.state).unwrap();
    page.open_text("andet.json", CONTRACT, "2");
    let file = disk("sag.json", &out.text, &link);
    page.does(SaveAction::Written { opening: "1".into(), revision: out.revision, file });
    assert_eq!(page.case().file, None);
    assert!(!page.state.saving);
}

#[test]
fn a_failed_save_says_why_and_loses_nothing() {
    let mut page = opened(&link());
    page.enters(&value("goal-2"), "1");
    page.does(SaveAction::Begin);
    let (name, problem): (Rc<str>, _) = ("sag.json".into(), SaveProblem::Untouched);
    page.does(SaveAction::Failed { name: Rc::clone(&name), problem });
    assert_eq!(page.message(), Message::NotSaved { name, problem });
    assert!(page.case().is_unsaved() && page.state.would_lose_work() && !page.state.saving);
    page.does_in_vain(SaveAction::End);
}

#[test]
fn a_file_that_may_not_be_written_gives_way_to_the_one_that_was_handed_over() {
    let mut page = opened(&link());
    page.enters(&value("goal-2"), "1");
    let revision = page.case().revision;
    page.does(SaveAction::HandedOver { name: "ny.json".into(), revision });
    let (name, refused) = ("ny.json".into(), "sag.json".into());
    assert_eq!(page.message(), Message::SavedInstead { name, refused });
    assert_eq!(page.case().file, Some(SavedFile::named("ny.json")));
    assert!(!page.case().is_unsaved());
}

#[test]
fn a_change_on_disk_stays_until_it_is_answered() {
    let link = link();
    let mut page = opened(&link);
    page.does_in_vain(looked(&page, None));
    page.does(looked(&page, Some(FileChange::Edited)));
    assert_eq!(page.case().file.as_ref().unwrap().changed(), Some(FileChange::Edited));
    // It was put back to what it was.
    page.does(looked(&page, None));
    assert_eq!(page.case().file.as_ref().unwrap().changed(), None);
    // A look from before a save is out of date.
    let late = looked(&page, Some(FileChange::Edited));
    page.does(SaveAction::Written { opening: "1".into(), revision: 0, file: disk("sag.json", "{}", &link) });
    page.does_in_vain(late);
}

#[test]
fn the_files_own_version_puts_ours_aside_until_it_is_brought_back_or_dropped() {
    let link = link();
    let mut page = opened(&link);
    page.enters(&value("goal-2"), "20000");
    // Even where the browser keeps it as a draft.
    let revision = page.case().revision;
    keeps(&mut page, revision);
    let theirs = case_text().replace("\"as_of\": \"2010-01-15\"", "\"as_of\": \"2010-02-15\"");
    assert_ne!(theirs, case_text());
    let file = Incoming::read("sag.json", theirs.as_bytes(), today(), "2");
    page.open(file.from_file(disk("sag.json", &theirs, &link)));
    assert_eq!(page.text(&resultatkontrakt::app::FieldId::AsOf), "15.02.2010");
    assert!(page.state.aside.is_some());

    page.does(Action::TakeBack);
    assert_eq!(page.text(&value("goal-2")), "20.000");
    assert!(page.state.aside.is_none(), "theirs is in the file");
    page.does_in_vain(Action::TakeBack);
    page.does_in_vain(Action::DropAside);
}

#[test]
fn changes_that_are_nowhere_else_are_put_aside_by_whatever_is_opened() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "20000");
    page.open_text("andet.json", CONTRACT, "2");
    assert!(page.state.aside.is_some() && page.state.would_lose_work());
    page.does(Action::TakeBack);
    assert_eq!(page.text(&value("goal-2")), "20.000");
    page.open_text("andet.json", CONTRACT, "3");
    page.does(Action::DropAside);
    assert!(!page.state.would_lose_work());

    // What the browser keeps as a draft is offered as one.
    let mut page = Page::example();
    page.enters(&value("goal-2"), "20000");
    let revision = page.case().revision;
    keeps(&mut page, revision);
    page.open_text("andet.json", CONTRACT, "2");
    assert!(page.state.aside.is_none());
}

#[test]
fn a_text_that_does_not_count_is_saved_and_its_field_asks_again() {
    let mut page = Page::empty();
    let ambiguous = value("goal-5");
    page.enters(&value("goal-2"), "12,5 (fore");
    page.enters(&ambiguous, "1.234");
    page.enters(&field("goal-1", EntryField::AddendumValue), "20000");
    let (problem, asked) = (page.problem(&value("goal-2")), page.problem(&ambiguous));
    let text = save::case_file(&page.state).unwrap().text;
    assert_eq!(text.matches("\"field\"").count(), 3, "{text}");

    // In the other language a point is the decimal mark: the text keeps its own.
    let mut other = Page::start();
    other.does(Action::Language(Lang::En));
    other.open_text("sag.json", &text, "2");
    assert_eq!(
        (other.text(&value("goal-2")).as_str(), other.problem(&value("goal-2"))),
        ("12,5 (fore", problem)
    );
    assert_eq!((other.text(&ambiguous).as_str(), other.problem(&ambiguous)), ("1.234", asked));
    assert_eq!(other.text(&field("goal-1", EntryField::AddendumValue)), "20,000");
    assert!(!other.case().is_unsaved(), "nothing was changed");
    assert_eq!(save::case_file(&other.state).unwrap().text.matches("\"field\"").count(), 3);

    other.enters(&value("goal-2"), "26,210");
    other.does(Edit::Clarify { field: ambiguous, value: n("1234") });
    other.enters(&field("goal-1", EntryField::AddendumValue), "");
    assert!(!save::case_file(&other.state).unwrap().text.contains("unread"));
}

#[test]
fn a_value_in_the_file_counts_before_a_text_of_its_field_and_texts_of_no_field_stay() {
    let unread = r#""results": { "goal-2": { "value": 26210 } }, "unread": [
        { "field": "goal/goal-2/value", "text": "ca. 26" }, { "field": "goal/gone/value", "text": "ca. 3" } ],"#;
    let text = save::case_file(&Page::empty().state).unwrap().text;
    let text = text.replacen("\"results\": {}", unread.trim_end_matches(','), 1);
    let mut page = Page::start();
    page.open_text("sag.json", &text, "2");
    assert_eq!((page.text(&value("goal-2")).as_str(), page.problem(&value("goal-2"))), ("26.210", None));
    let saved = save::case_file(&page.state).unwrap().text;
    assert!(saved.contains("ca. 3") && !saved.contains("ca. 26"), "{saved}");
}
