//! Hears of a new version of the page, and lets it take over.
//!
//! The script `hosted/offline.js` watches for a new version, and does what is asked here.

use gloo::events::EventListener;
use web_sys::CustomEvent;

/// The event by which the script says that a new version waits.
const WAITS: &str = "resultatkontrakt-new-version";

/// The event that tells the script to let the new version take over, which reloads the page.
const TAKE_OVER: &str = "resultatkontrakt-take-over";

/// Calls back when a new version waits, until what is returned is dropped.
pub fn on_waiting(callback: impl Fn() + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, WAITS, move |_| callback()))
}

/// Lets the new version take over, which reloads the page.
pub fn take_over() {
    if let (Some(window), Ok(event)) = (web_sys::window(), CustomEvent::new(TAKE_OVER)) {
        // Without a script to hear this there is no other version either.
        let _ = window.dispatch_event(&event);
    }
}
