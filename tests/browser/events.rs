//! What the browser tells the page, and the page as it shows it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Function;
use resultatkontrakt::platform::events::{self, Shortcut};
use resultatkontrakt::platform::lock::Holding;
use resultatkontrakt::platform::panic::LastState;
use resultatkontrakt::platform::{lock, page, panic, storage};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::{js, until};

/// Presses a key; whether the page took it from the browser.
fn press(key: &str, with: &str) -> bool {
    js(&format!(
        "const event = new KeyboardEvent('keydown', {{ key: '{key}', {with}, bubbles: true, cancelable: true }});
         document.body.dispatchEvent(event);
         return event.defaultPrevented;"
    ))
    .is_truthy()
}

#[wasm_bindgen_test]
fn shortcuts_are_what_people_expect_and_nothing_else() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let notes = Rc::clone(&heard);
    let listening = events::on_shortcut(move |shortcut| {
        notes.borrow_mut().push(shortcut);
        shortcut != Shortcut::Print
    });
    for (key, with, taken, shortcut) in [
        ("z", "ctrlKey: true", true, Some(Shortcut::Undo)),
        ("z", "metaKey: true", true, Some(Shortcut::Undo)),
        ("Z", "ctrlKey: true, shiftKey: true", true, Some(Shortcut::Redo)),
        ("y", "ctrlKey: true", true, Some(Shortcut::Redo)),
        ("s", "ctrlKey: true", true, Some(Shortcut::Save)),
        ("p", "ctrlKey: true", false, Some(Shortcut::Print)),
        ("z", "ctrlKey: false", false, None),
        ("z", "ctrlKey: true, altKey: true", false, None),
        ("a", "ctrlKey: true", false, None),
    ] {
        assert_eq!(press(key, with), taken, "{key} with {with}");
        assert_eq!(heard.borrow_mut().pop(), shortcut, "{key} with {with}");
    }
    drop(listening);
    assert!(!press("z", "ctrlKey: true"));
    assert_eq!(heard.borrow().len(), 0);
}

#[wasm_bindgen_test]
fn the_browser_asks_before_closing_only_while_there_is_something_to_lose() {
    let close = || {
        js("const event = new Event('beforeunload', { cancelable: true });
            window.dispatchEvent(event);
            return event.defaultPrevented;")
        .is_truthy()
    };
    let unsaved = Rc::new(Cell::new(true));
    let asks = Rc::clone(&unsaved);
    let listening = events::on_close(move || asks.get());
    assert!(close());
    unsaved.set(false);
    assert!(!close());
    unsaved.set(true);
    drop(listening);
    assert!(!close());
}

#[wasm_bindgen_test]
fn leaving_is_heard_when_the_page_is_hidden_or_left() {
    let left = Rc::new(Cell::new(0));
    let leaves = Rc::clone(&left);
    let listening = events::on_leave(move || leaves.set(leaves.get() + 1));
    js("window.dispatchEvent(new Event('pagehide'))");
    assert_eq!(left.get(), 1);
    js("document.dispatchEvent(new Event('visibilitychange'))");
    assert_eq!(left.get(), 1, "the page is still seen");
    js("Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
        document.dispatchEvent(new Event('visibilitychange'));
        delete document.visibilityState;");
    assert_eq!(left.get(), 2);
    drop(listening);
    js("window.dispatchEvent(new Event('pagehide'))");
    assert_eq!(left.get(), 2);
}

#[wasm_bindgen_test]
fn a_change_of_the_settings_by_another_tab_is_heard() {
    let heard = Rc::new(RefCell::new(Vec::new()));
    let notes = Rc::clone(&heard);
    let _listening = storage::on_change(move |change| notes.borrow_mut().push(change));
    js("window.dispatchEvent(new StorageEvent('storage', { key: 'k' }))");
    assert_eq!(*heard.borrow(), [storage::Change::Drafts]);
}

#[wasm_bindgen_test]
async fn only_one_holds_a_name_until_it_is_given_up() {
    let ask = |take_over| {
        let answer = Rc::new(Cell::new(None));
        let told = Rc::clone(&answer);
        let hears = move |holding| told.set(Some(holding));
        (lock::hold("resultatkontrakt:test", take_over, hears).unwrap(), answer)
    };
    let (first, of_first) = ask(false);
    until("the first answer", || of_first.get() == Some(Holding::Mine)).await;
    let (second, of_second) = ask(false);
    until("the second answer", || of_second.get() == Some(Holding::Others)).await;
    drop(first);
    until("it is free", || of_second.get() == Some(Holding::Mine)).await;
    let (third, of_third) = ask(true);
    until("it is taken over", || of_third.get() == Some(Holding::Mine)).await;
    until("that is told", || of_second.get() == Some(Holding::TakenOver)).await;
    drop(third);
    until("it is given back", || of_second.get() == Some(Holding::Mine)).await;
    drop(second);
    let (_fourth, of_fourth) = ask(false);
    until("free again, even when it is asked for at once", || of_fourth.get().is_some()).await;
    assert_eq!(of_fourth.get(), Some(Holding::Mine));
    assert_eq!(of_first.get(), Some(Holding::Mine), "who gave it up hears no more");
}

#[wasm_bindgen_test]
fn the_focus_goes_to_a_field_by_its_key() {
    js("const input = document.createElement('input');
        input.id = 'goal/goal-2/value';
        document.body.append(input);");
    assert!(page::focus("goal/goal-2/value"));
    assert_eq!(page::focused().as_deref(), Some("goal/goal-2/value"));
    assert!(!page::focus("goal/goal-3/value"));
    js("document.getElementById('goal/goal-2/value').remove()");
}

#[wasm_bindgen_test]
fn the_page_says_its_language_and_its_title() {
    page::describe("en", "AMS 2009–2012 – Resultatkontrakt");
    assert_eq!(js("return document.documentElement.lang"), "en");
    assert_eq!(js("return document.title"), "AMS 2009–2012 – Resultatkontrakt");
    assert!(!page::languages().is_empty());
    assert!(!page::is_local_file());
}

#[wasm_bindgen_test]
fn a_panic_is_told_to_the_window_with_its_message() {
    // It stays for the tests that follow, which it shows in the console as the runner's own would.
    panic::show_panics(|| Some(LastState { name: "sag.json".to_owned(), text: "the last state".to_owned() }));
    js("window.addEventListener('resultatkontrakt-panic', (event) => { window.told = event.detail; }, { once: true });
        window.error = console.error;
        console.error = (text) => { window.logged = text; };");
    let panics = Closure::once_into_js(|| -> bool { panic!("the page has stopped") });
    let run = Function::new_with_args("panics", "try { panics(); return false; } catch { return true; }");
    let has_stopped = run.call1(&JsValue::NULL, &panics).unwrap();
    js("console.error = window.error");
    assert!(has_stopped.is_truthy());
    for text in [js("return window.told.message"), js("return window.logged")] {
        assert!(text.as_string().unwrap().contains("the page has stopped"), "{text:?}");
    }
    assert_eq!(js("return `${window.told.name} ${window.told.file}`"), "sag.json the last state");
}
