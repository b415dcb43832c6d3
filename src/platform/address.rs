//! Reads and writes the part of the address after `#`, which says what place of the page is shown.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{Event, UrlSearchParams};

/// Returns the part of the address after `#`, with the sign itself; empty where there is none.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// The event that the browser sends after a change of the part after `#`.
const CHANGED: &str = "hashchange";

/// Goes to a place of the page; the browser's way back leads here again. Listeners hear of it even where the address
/// says so already, since a person may have moved on from what it speaks of.
pub fn go_to(place: &str) {
    let Some(window) = web_sys::window() else { return };
    if fragment() == place {
        if let Ok(event) = Event::new(CHANGED) {
            // An event that nobody hears leaves the place as it is.
            let _ = window.dispatch_event(&event);
        }
    } else {
        // A fragment that the browser refuses leaves the place as it is.
        let _ = window.location().set_hash(place);
    }
}

/// Replaces the part after `#`, so that no way back leads to the old one.
pub fn replace(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // A browser that refuses leaves the address as it is, which only looks untidy.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// Returns the address of the page itself, without what stands after `?` or `#`.
pub fn of_page() -> Option<String> {
    let address = web_sys::window()?.location().href().ok()?;
    let end = address.find(['?', '#']).unwrap_or(address.len());
    address.get(..end).map(str::to_owned)
}

/// Returns the value of a key after `?`.
pub fn parameter(key: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(key)
}

/// Calls back with the new part after `#` at every change, until what is returned is dropped.
pub fn on_change(mut tell: impl FnMut(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, CHANGED, move |_| tell(fragment())))
}
