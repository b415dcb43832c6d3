//! The part of the address after `#`: which place of the page is shown.

use gloo::events::EventListener;

/// The part of the address after `#`, with it; empty where there is none.
pub fn fragment() -> String {
    web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to another place of the page; the browser's way back leads here again.
pub fn go_to(fragment: &str) {
    if let Some(window) = web_sys::window() {
        // A fragment that the browser refuses leaves the place as it is.
        let _ = window.location().set_hash(fragment);
    }
}

/// Tells of every change, until what is returned is dropped.
pub fn on_change(mut tell: impl FnMut(String) + 'static) -> Option<EventListener> {
    let window = web_sys::window()?;
    Some(EventListener::new(&window, "hashchange", move |_| tell(fragment())))
}
