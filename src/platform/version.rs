//! Another version of the page, which the browser has fetched and holds ready.
//!
//! A script beside the page's code watches for it, and does what is asked here; see `hosted/offline.js`.

use gloo::events::EventListener;
use web_sys::CustomEvent;

/// The script tells that a new version waits.
const WAITS: &str = "resultatkontrakt-new-version";

/// The script is told to let it take over, which loads the page anew.
const TAKE_OVER: &str = "resultatkontrakt-take-over";

/// Calls back when a new version waits, until what is returned is dropped.
pub fn on_waiting(callback: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, WAITS, move |_| callback()))
}

/// Lets the new version take over: the page is loaded anew.
pub fn take_over() {
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new(TAKE_OVER)) {
        // The script hears it or there is none, and then there is no other version either.
        let _ = window.dispatch_event(&event);
    }
}
