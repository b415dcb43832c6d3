//! Storage that works, is full, is switched off or lies.

use std::rc::Rc;

use resultatkontrakt::app::example::EXAMPLES;
use resultatkontrakt::app::{
    Action, DraftAction, Edit, EntryId, Moment, ReportedField, field_problem, field_text, reduce,
};
use resultatkontrakt::app::{DRAFT_PREFIX, FoundDraft, write_draft};
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::platform::storage::{self, StorageRefusal};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::js;

const KEY: &str = "resultatkontrakt:draft:test";

/// Tests share one storage; each begins with none of its own.
fn cleared() {
    storage::remove_all().unwrap();
}

#[wasm_bindgen_test]
fn what_is_written_is_read_back_listed_and_removed() {
    cleared();
    let text = "Mål 2: 26.210 – \"ca.\" \u{1f600}\n\u{0}";
    assert_eq!(storage::read(KEY), Ok(None));
    storage::write(KEY, text).unwrap();
    assert_eq!(storage::read(KEY).unwrap().as_deref(), Some(text));
    assert_eq!(storage::list(DRAFT_PREFIX), Ok(vec![(KEY.to_owned(), text.to_owned())]));
    storage::remove(KEY).unwrap();
    assert_eq!(storage::list(DRAFT_PREFIX), Ok(Vec::new()));
}

#[wasm_bindgen_test]
fn removing_everything_leaves_what_others_stored() {
    cleared();
    storage::write("another-page", "x").unwrap();
    for number in 0..5 {
        storage::write(&format!("{DRAFT_PREFIX}{number}"), "x").unwrap();
    }
    storage::remember_language("en").unwrap();
    storage::allow(true).unwrap();
    assert_eq!((storage::language().as_deref(), storage::is_allowed()), (Some("en"), true));
    storage::remove_all().unwrap();
    assert_eq!((storage::language(), storage::is_allowed()), (None, false));
    assert_eq!(storage::list(""), Ok(vec![("another-page".to_owned(), "x".to_owned())]));
    storage::remove("another-page").unwrap();
}

#[wasm_bindgen_test]
fn a_full_storage_says_so_and_keeps_what_it_had() {
    cleared();
    storage::write(KEY, "before").unwrap();
    assert_eq!(storage::write(KEY, &"x".repeat(12_000_000)), Err(StorageRefusal::Full));
    assert_eq!(storage::read(KEY).unwrap().as_deref(), Some("before"));
    cleared();
}

#[wasm_bindgen_test]
fn a_storage_that_is_switched_off_says_so() {
    js("window.own = Object.getOwnPropertyDescriptor(window, 'localStorage');
        const get = () => { throw new DOMException('denied', 'SecurityError'); };
        Object.defineProperty(window, 'localStorage', { ...window.own, get });");
    let answers =
        (storage::write(KEY, "x"), storage::read(KEY), storage::list(DRAFT_PREFIX), storage::remove_all());
    let language = storage::language();
    js("Object.defineProperty(window, 'localStorage', window.own);");
    assert_eq!(
        answers,
        (
            Err(StorageRefusal::Blocked),
            Err(StorageRefusal::Blocked),
            Err(StorageRefusal::Blocked),
            Err(StorageRefusal::Blocked)
        )
    );
    assert_eq!(language, None);
    storage::write(KEY, "x").unwrap();
    cleared();
}

#[wasm_bindgen_test]
fn a_storage_that_forgets_at_once_is_found_out() {
    cleared();
    js("window.own = Storage.prototype.setItem; Storage.prototype.setItem = () => {};");
    let answer = storage::write(KEY, "x");
    js("Storage.prototype.setItem = window.own;");
    assert_eq!(answer, Err(StorageRefusal::NotKept));
}

#[wasm_bindgen_test]
fn a_draft_survives_the_browser() {
    cleared();
    let today = parse_date("2009-10-01").unwrap();
    let field = EntryId::goal(&"goal-2".into()).reported(&[], ReportedField::Value);
    let other = EntryId::goal(&"goal-5".into()).reported(&[], ReportedField::Value);
    let mut state = reduce(&Rc::default(), Action::Open(Rc::new(EXAMPLES[0].open(today, "1"))));
    state = reduce(&state, Edit::Type { field: field.clone(), text: "26.000,5".into() });
    state = reduce(&state, Edit::Type { field: other.clone(), text: "1.234".into() });
    state = reduce(&state, Action::Blur { field: other.clone() });
    assert_eq!(field_text(&state, &field), "26.000,5");

    let kept = write_draft(&state, Moment::parse("2009-10-01T14:32").unwrap()).unwrap();
    storage::write(&kept.key, &kept.text).unwrap();
    let found: Vec<_> = storage::list(DRAFT_PREFIX).unwrap();
    let drafts: Vec<_> = found.iter().map(|(key, text)| FoundDraft::look(key, text)).collect();
    let mut again = reduce(&Rc::default(), DraftAction::Found(drafts.into()));
    again = reduce(&again, DraftAction::Resume { key: Rc::clone(&kept.key) });
    assert_eq!(again.sheet().unwrap().assessment(), state.sheet().unwrap().assessment());
    assert_eq!(field_text(&again, &other), "1.234");
    assert_eq!(field_problem(&again, &other), field_problem(&state, &other));
    assert!(field_problem(&again, &other).is_some());
    cleared();
}
