//! Shows the person that the page's code has stopped, with the last state as a file.

use js_sys::{Object, Reflect};
use web_sys::{CustomEvent, CustomEventInit, console};

/// The event on the window that the screen outside the page's own code waits for.
const EVENT: &str = "resultatkontrakt-panic";

/// A file with the last state, for a person to save.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastState {
    /// The file's name.
    pub name: String,
    /// The file's content.
    pub text: String,
}

/// Shows a panic to the person through a script outside this code, which is dead after it.
///
/// `last_state` runs first. It saves what it can, and returns a file where the browser's storage lacks the last state.
///
/// Yew installs its own hook unless it is given one, so it is given this one.
pub fn show_panics(last_state: impl Fn() -> Option<LastState> + Send + Sync + 'static) {
    yew::set_custom_panic_hook(Box::new(move |info| {
        let message = info.to_string();
        console::error_1(&message.as_str().into());
        dispatch_panic(&message, last_state());
    }));
}

fn dispatch_panic(message: &str, file: Option<LastState>) {
    let detail = Object::new();
    let mut said = vec![("message", message.to_owned())];
    said.extend(file.into_iter().flat_map(|file| [("name", file.name), ("file", file.text)]));
    for (key, text) in said {
        // A plain object takes every property.
        let _ = Reflect::set(&detail, &key.into(), &text.into());
    }
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    let event = CustomEvent::new_with_event_init_dict(EVENT, &init).ok();
    if let (Some(window), Some(event)) = (web_sys::window(), event) {
        // Nobody is left to hear that this failed.
        let _ = window.dispatch_event(&event);
    }
}

/// Lets a test stop the page's code. A page that is built for release has nothing of it.
///
/// # Panics
///
/// It does not; what it listens for does.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a panic is what is wanted")]
pub fn panic_on_request() {
    const REQUEST: &str = "resultatkontrakt-test-panic";
    if let Some(window) = web_sys::window() {
        gloo::events::EventListener::new(&window, REQUEST, |_| panic!("a test has asked for this")).forget();
    }
}
