//! The address: the part after `#`, which says what place of the page is shown, and what stands around it.

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use web_sys::{Event, UrlSearchParams};

/// The part of the address after `#`, with it; empty where there is none.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// What the browser tells after a change of the part after `#`.
const CHANGED: &str = "hashchange";

/// Goes to a place of the page; the browser's way back leads here again. Whoever listens hears of it even where the
/// address says so already, since a person may have moved on from what it speaks of.
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

/// Puts another part after `#` in the place of the one that is there: no way back leads to that.
pub fn replace(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // A browser that refuses leaves the address as it is, which only looks untidy.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(fragment));
    }
}

/// The address of the page itself, without what stands after `?` or `#`.
pub fn of_page() -> Option<String> {
    let address = web_sys::window()?.location().href().ok()?;
    let end = address.find(['?', '#']).unwrap_or(address.len());
    address.get(..end).map(str::to_owned)
}

/// What a key after `?` is given as.
pub fn parameter(key: &str) -> Option<String> {
    let search = web_sys::window()?.location().search().ok()?;
    UrlSearchParams::new_with_str(&search).ok()?.get(key)
}

/// Tells of every change, until what is returned is dropped.
pub fn on_change(mut tell: impl FnMut(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, CHANGED, move |_| tell(fragment())))
}
