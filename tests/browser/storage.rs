//! Drafts in a database that works, is full, is switched off or lies; and settings beside it.

use std::rc::Rc;

use resultatkontrakt::app::example::EXAMPLES;
use resultatkontrakt::app::{
    Action, DraftAction, Edit, EntryId, Moment, ReportedField, field_problem, field_text, reduce,
};
use resultatkontrakt::app::{DRAFT_PREFIX, FoundDraft, write_draft};
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::platform::storage::{self, Before, Change, StorageRefusal};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{js, until};

const KEY: &str = "resultatkontrakt:draft:test";

/// Tests share one storage; each begins with none of its own.
async fn cleared() {
    storage::remove_all().await.unwrap();
}

async fn keep(key: &str, text: &str) -> Result<bool, StorageRefusal> {
    storage::keep(key, text, async |_: Option<&str>| Before::Replaced).await
}

/// The drafts, in a browser that lets them be read.
async fn drafts() -> Vec<(String, String)> {
    let (drafts, is_read) = storage::drafts(DRAFT_PREFIX).await;
    assert_eq!(is_read, Ok(()));
    drafts
}

fn texts(texts: &[(&str, &str)]) -> Vec<(String, String)> {
    texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
}

fn setting(key: &str) -> Option<String> {
    js(&format!("return localStorage.getItem('{key}')")).as_string()
}

#[wasm_bindgen_test]
async fn what_is_kept_is_listed_replaced_and_removed() {
    cleared().await;
    let text = "Mål 2: 26.210 – \"ca.\" \u{1f600}\n\u{0}";
    assert_eq!(drafts().await, []);
    assert_eq!(keep(KEY, "before").await, Ok(true));
    assert_eq!(keep(KEY, text).await, Ok(true));
    assert_eq!(drafts().await, texts(&[(KEY, text)]));
    storage::remove(KEY).await.unwrap();
    assert_eq!(drafts().await, []);
    cleared().await;
}

#[wasm_bindgen_test]
async fn looking_makes_no_database() {
    cleared().await;
    assert_eq!(drafts().await, []);
    storage::remove(KEY).await.unwrap();
    let listed = JsFuture::from(js("return indexedDB.databases()").unchecked_into::<js_sys::Promise>()).await;
    assert_eq!(js_sys::Array::from(&listed.unwrap()).length(), 0);
}

#[wasm_bindgen_test]
async fn what_lies_there_is_judged_and_put_aside_or_left() {
    cleared().await;
    let aside = "resultatkontrakt:draft:test:aside";
    keep(KEY, "theirs").await.unwrap();
    let put_aside = async |_: Option<&str>| Before::PutAside(aside.to_owned());
    assert_eq!(storage::keep(KEY, "ours", put_aside).await, Ok(true));
    assert_eq!(drafts().await, texts(&[(KEY, "ours"), (aside, "theirs")]));
    let stays = async |before: Option<&str>| {
        assert_eq!(before, None, "what this tab kept last needs no reading");
        Before::Stays
    };
    assert_eq!(storage::keep(KEY, "others", stays).await, Ok(false));
    // Another one lies aside already.
    assert_eq!(storage::keep(KEY, "new", put_aside).await, Ok(true));
    let mut kept: Vec<_> = drafts().await.into_iter().map(|(_, text)| text).collect();
    kept.sort();
    assert_eq!(kept, ["new", "ours", "theirs"]);
    cleared().await;
}

/// Writes a draft behind the page's back.
async fn write(text: &str) {
    let written = js(&format!(
        "return new Promise((done) => {{
            const asked = indexedDB.open('resultatkontrakt');
            asked.onsuccess = () => {{
                const transaction = asked.result.transaction('drafts', 'readwrite');
                transaction.objectStore('drafts').put('{text}', '{KEY}');
                transaction.oncomplete = () => {{ asked.result.close(); done(); }};
            }};
        }})"
    ));
    JsFuture::from(written.unchecked_into::<js_sys::Promise>()).await.unwrap();
}

#[wasm_bindgen_test]
async fn what_another_tab_wrote_is_read_and_once_more_where_it_changed_meanwhile() {
    cleared().await;
    keep(KEY, "ours").await.unwrap();
    write("theirs").await;
    let mut judged = Vec::new();
    let judge = async |before: Option<&str>| {
        judged.push(before.map(str::to_owned));
        if judged.len() == 1 {
            write("theirs, a moment later").await;
            Before::Replaced
        } else {
            Before::Stays
        }
    };
    assert_eq!(storage::keep(KEY, "new", judge).await, Ok(false));
    assert_eq!(judged, [Some("theirs".to_owned()), Some("theirs, a moment later".to_owned())]);
    assert_eq!(drafts().await, texts(&[(KEY, "theirs, a moment later")]));
    cleared().await;
}

#[wasm_bindgen_test]
async fn drafts_of_older_pages_are_taken_in_once_they_are_kept() {
    cleared().await;
    js(&format!("localStorage.setItem('{KEY}', 'old')"));
    let place = |left: &[(String, String)], kept: &[(String, String)]| {
        assert!(kept.is_empty());
        left.to_vec()
    };
    js("window.own = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function () { return this.count(); };");
    assert_eq!(storage::take_in(DRAFT_PREFIX, place).await, Err(StorageRefusal::NotKept));
    js("IDBObjectStore.prototype.put = window.own;");
    assert_eq!(setting(KEY).as_deref(), Some("old"), "it stays until it is somewhere else");
    assert_eq!(storage::take_in(DRAFT_PREFIX, place).await, Ok(()));
    assert_eq!((setting(KEY), drafts().await), (None, texts(&[(KEY, "old")])));
    cleared().await;
}

#[wasm_bindgen_test]
async fn what_is_put_down_in_haste_overwrites_nothing_and_is_picked_up() {
    cleared().await;
    js(&format!("localStorage.setItem('{KEY}', 'of an older page')"));
    storage::put_down(KEY, "first").unwrap();
    storage::put_down(KEY, "second").unwrap();
    let values = || js("return Object.values(localStorage).sort().join()").as_string().unwrap();
    assert_eq!(values(), "first,of an older page,second");
    storage::pick_up();
    assert_eq!(values(), "first,of an older page");
    cleared().await;
    storage::put_down(KEY, "first").unwrap();
    storage::put_down(KEY, "second").unwrap();
    assert_eq!(values(), "second", "an earlier state of the same");
    storage::pick_up();
    assert_eq!(values(), "");
}

#[wasm_bindgen_test]
async fn removing_everything_leaves_what_others_stored() {
    cleared().await;
    js("localStorage.setItem('another-page', 'x')");
    keep(KEY, "x").await.unwrap();
    storage::put_down(KEY, "y").unwrap();
    storage::remember_language("en").unwrap();
    assert_eq!((storage::language().as_deref(), storage::is_allowed().await), (Some("en"), Ok(true)));
    storage::remove_all().await.unwrap();
    assert_eq!((storage::language(), storage::is_allowed().await, setting(KEY)), (None, Ok(false), None));
    assert_eq!(drafts().await, []);
    assert_eq!(setting("another-page").as_deref(), Some("x"));
    js("localStorage.removeItem('another-page')");
}

#[wasm_bindgen_test]
async fn a_leave_to_store_is_the_database_or_what_an_older_page_set() {
    cleared().await;
    assert_eq!(storage::is_allowed().await, Ok(false), "looking makes no database");
    assert_eq!(storage::is_allowed().await, Ok(false));
    storage::allow().await.unwrap();
    assert_eq!(storage::is_allowed().await, Ok(true));
    cleared().await;
    js("localStorage.setItem('resultatkontrakt:allowed', 'true')");
    assert_eq!(storage::is_allowed().await, Ok(true));
    cleared().await;
}

#[wasm_bindgen_test]
async fn a_full_database_says_so_and_keeps_what_it_had() {
    cleared().await;
    keep(KEY, "before").await.unwrap();
    js("window.own = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };");
    let answer = keep(KEY, "after").await;
    js("IDBObjectStore.prototype.put = window.own;");
    assert_eq!(answer, Err(StorageRefusal::Full));
    assert_eq!(drafts().await, texts(&[(KEY, "before")]));
    cleared().await;
}

#[wasm_bindgen_test]
async fn a_large_draft_fits() {
    cleared().await;
    let large = "x".repeat(12_000_000);
    assert_eq!(storage::put_down(KEY, &large), Err(StorageRefusal::Full), "the settings have no room for it");
    assert_eq!(keep(KEY, &large).await, Ok(true));
    assert!(drafts().await == texts(&[(KEY, &large)]));
    cleared().await;
}

#[wasm_bindgen_test]
async fn storage_that_is_switched_off_says_so() {
    cleared().await;
    js("window.own = {};
        const get = () => { throw new DOMException('denied', 'SecurityError'); };
        for (const name of ['localStorage', 'indexedDB']) {
            window.own[name] = Object.getOwnPropertyDescriptor(window, name);
            Object.defineProperty(window, name, { ...window.own[name], get });
        }");
    let kept = keep(KEY, "x").await;
    let listed = storage::drafts(DRAFT_PREFIX).await;
    let others = [storage::remove(KEY).await, storage::remove_all().await, storage::put_down(KEY, "x")];
    let language = storage::language();
    js("for (const name in window.own) Object.defineProperty(window, name, window.own[name]);");
    assert_eq!(kept, Err(StorageRefusal::Blocked));
    assert_eq!(listed, (Vec::new(), Err(StorageRefusal::Blocked)));
    assert_eq!((others, language), ([Err(StorageRefusal::Blocked); 3], None));
    assert_eq!(keep(KEY, "x").await, Ok(true));
    cleared().await;
}

#[wasm_bindgen_test]
async fn a_database_that_forgets_at_once_is_found_out() {
    cleared().await;
    js("window.own = IDBObjectStore.prototype.put;
        IDBObjectStore.prototype.put = function () { return this.count(); };");
    let answer = keep(KEY, "x").await;
    js("IDBObjectStore.prototype.put = window.own;");
    assert_eq!(answer, Err(StorageRefusal::NotKept));
    cleared().await;
}

/// Opens the page's database behind its back, and says how that ended.
async fn opened(version: u32) -> String {
    let opened = js(&format!(
        "return new Promise((done) => {{
            const asked = indexedDB.open('resultatkontrakt', {version});
            asked.onsuccess = () => {{ asked.result.close(); done('opened'); }};
            asked.onblocked = () => done('blocked');
            asked.onerror = () => done(asked.error.name);
        }})"
    ));
    JsFuture::from(opened.unchecked_into::<js_sys::Promise>()).await.unwrap().as_string().unwrap()
}

#[wasm_bindgen_test]
async fn a_newer_page_gets_the_database_and_its_drafts_are_left_alone() {
    cleared().await;
    keep(KEY, "x").await.unwrap();
    assert_eq!(opened(2).await, "opened", "this page gives it up");
    assert_eq!(keep(KEY, "y").await, Err(StorageRefusal::Newer));
    assert_eq!(storage::drafts(DRAFT_PREFIX).await, (Vec::new(), Err(StorageRefusal::Newer)));
    cleared().await;
    assert_eq!(keep(KEY, "x").await, Ok(true));
    cleared().await;
}

#[wasm_bindgen_test]
async fn other_tabs_are_told_of_drafts_and_of_a_removal() {
    cleared().await;
    let heard: Rc<std::cell::RefCell<Vec<Change>>> = Rc::default();
    let noted = Rc::clone(&heard);
    let _listening = storage::on_change(move |change| noted.borrow_mut().push(change));
    js("window.tab = new BroadcastChannel('resultatkontrakt');
        window.said = [];
        window.tab.onmessage = ({ data }) => window.said.push(data);
        window.tab.postMessage('drafts');
        window.tab.postMessage('removed');");
    until("both were heard", || *heard.borrow() == [Change::Drafts, Change::AllRemoved]).await;
    keep(KEY, "x").await.unwrap();
    storage::remove(KEY).await.unwrap();
    cleared().await;
    until("all was said", || js("return window.said.join()").as_string().unwrap() == "drafts,drafts,removed")
        .await;
    js("window.tab.close()");
}

#[wasm_bindgen_test]
async fn a_draft_survives_the_browser() {
    cleared().await;
    let today = parse_date("2009-10-01").unwrap();
    let field = EntryId::goal(&"goal-2".into()).reported(&[], ReportedField::Value);
    let other = EntryId::goal(&"goal-5".into()).reported(&[], ReportedField::Value);
    let mut state = reduce(&Rc::default(), Action::Open(Rc::new(EXAMPLES[0].open(today, "1"))));
    state = reduce(&state, Edit::Type { field: field.clone(), text: "26.000,5".into() });
    state = reduce(&state, Edit::Type { field: other.clone(), text: "1.234".into() });
    state = reduce(&state, Action::Blur { field: other.clone() });
    assert_eq!(field_text(&state, &field), "26.000,5");

    let kept = write_draft(&state, Moment::parse("2009-10-01T14:32").unwrap()).unwrap();
    keep(&kept.key, &kept.text).await.unwrap();
    let found = drafts().await;
    let drafts: Vec<_> = found.iter().map(|(key, text)| FoundDraft::look(key, text)).collect();
    let mut again = reduce(&Rc::default(), DraftAction::Found(drafts.into()));
    again = reduce(&again, DraftAction::Resume { key: Rc::clone(&kept.key) });
    assert_eq!(again.sheet().unwrap().assessment(), state.sheet().unwrap().assessment());
    assert_eq!(field_text(&again, &other), "1.234");
    assert_eq!(field_problem(&again, &other), field_problem(&state, &other));
    assert!(field_problem(&again, &other).is_some());
    cleared().await;
}
