//! Listens to what happens to the page. Each function listens until what it returns is dropped.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, Document, KeyboardEvent, VisibilityState, Window};

/// Listeners that end when this is dropped.
#[must_use = "it listens no longer than this lives"]
#[derive(Debug)]
pub struct Listening {
    _listeners: Vec<EventListener>,
}

impl Listening {
    pub(super) fn new(listeners: Vec<EventListener>) -> Self {
        Self { _listeners: listeners }
    }
}

/// A key combination of the page, most with Ctrl or ⌘.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortcut {
    /// Ctrl+Z
    Undo,
    /// Ctrl+Shift+Z, Ctrl+Y
    Redo,
    /// Ctrl+S
    Save,
    /// Ctrl+Shift+S
    SaveAs,
    /// Ctrl+P
    Print,
    /// Ctrl+F, F3: the browser's own search
    Find,
    /// `/`, where no text is typed
    FindGoal,
    /// F8 alone, which no browser takes for itself
    Kroner,
}

/// Calls back when the page is hidden or left, which may be the last event that it gets.
pub fn on_leave(callback: impl Fn() + Clone + 'static) -> Listening {
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        let leave = callback.clone();
        listeners.push(EventListener::new(&window, "pagehide", move |_| leave()));
    }
    if let Some(document) = document() {
        let seen = document.clone();
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
            if seen.visibility_state() == VisibilityState::Hidden {
                callback();
            }
        }));
    }
    Listening { _listeners: listeners }
}

/// Calls back when the person comes back to the page from another window or tab.
pub fn on_return(callback: impl Fn() + Clone + 'static) -> Listening {
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        let back = callback.clone();
        listeners.push(EventListener::new(&window, "focus", move |_| back()));
    }
    if let Some(document) = document() {
        let seen = document.clone();
        listeners.push(EventListener::new(&document, "visibilitychange", move |_| {
            if seen.visibility_state() == VisibilityState::Visible {
                callback();
            }
        }));
    }
    Listening { _listeners: listeners }
}

/// Calls back with true before the page is printed or previewed, and with false afterwards.
pub fn on_print(callback: impl Fn(bool) + Clone + 'static) -> Listening {
    let mut listeners = Vec::new();
    if let Some(window) = web_sys::window() {
        let (before, after) = (callback.clone(), callback.clone());
        listeners.push(EventListener::new(&window, "beforeprint", move |_| before(true)));
        listeners.push(EventListener::new(&window, "afterprint", move |_| after(false)));
        if let Ok(Some(paper)) = window.match_media("print") {
            let shown = paper.clone();
            listeners.push(EventListener::new(&paper, "change", move |_| callback(shown.matches())));
        }
    }
    Listening { _listeners: listeners }
}

/// Has the browser ask before the page is closed, while `would_lose_work` returns true. Listen only while there is
/// work to lose: a page that always listens is slower to come back to.
pub fn on_close(would_lose_work: impl Fn() -> bool + 'static) -> Listening {
    let ask = move |event: &web_sys::Event| {
        if would_lose_work() {
            event.prevent_default();
            // Browsers from before 2023 ask only when a text is set, and show their own text.
            event.unchecked_ref::<BeforeUnloadEvent>().set_return_value("?");
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    let listen = |window: Window| EventListener::new_with_options(&window, "beforeunload", options, ask);
    Listening { _listeners: web_sys::window().map(listen).into_iter().collect() }
}

/// Calls back with the shortcut that is pressed. The browser acts on it too, unless the callback returns true.
pub fn on_shortcut(callback: impl Fn(Shortcut) -> bool + 'static) -> Listening {
    let pressed = move |event: &web_sys::Event| {
        if let Some(shortcut) = event.dyn_ref().and_then(shortcut)
            && callback(shortcut)
        {
            event.prevent_default();
        }
    };
    let options = EventListenerOptions::enable_prevent_default();
    let listen = |document: Document| EventListener::new_with_options(&document, "keydown", options, pressed);
    Listening { _listeners: document().map(listen).into_iter().collect() }
}

fn shortcut(event: &KeyboardEvent) -> Option<Shortcut> {
    let is_alone = !(event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key());
    match event.key().as_str() {
        "F3" => return Some(Shortcut::Find),
        "F8" if is_alone => return Some(Shortcut::Kroner),
        "/" if !takes_text(event) => return Some(Shortcut::FindGoal),
        _ => {}
    }
    // AltGr is Ctrl and Alt together on Windows, and types letters.
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
        ("z", false) => Some(Shortcut::Undo),
        ("z", true) | ("y", false) => Some(Shortcut::Redo),
        ("s", false) => Some(Shortcut::Save),
        ("s", true) => Some(Shortcut::SaveAs),
        ("p", false) => Some(Shortcut::Print),
        ("f", false) => Some(Shortcut::Find),
        _ => None,
    }
}

/// Whether the key is typed into a field.
fn takes_text(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    let texts = "input:not([type=radio],[type=checkbox],[type=file]), textarea, select";
    element.is_some_and(|element| element.matches(texts).unwrap_or_default())
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}
