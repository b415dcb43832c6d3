//! When the page's code stops for good.

use web_sys::{CustomEvent, CustomEventInit, console};

/// The event on the window that the screen outside the page's own code waits for.
const EVENT: &str = "resultatkontrakt-panic";

/// Has a panic shown to the person: after it this code is dead, and a script outside it takes over.
///
/// Yew sets a hook of its own unless it is given one, so it is given one.
pub fn show_panics() {
    yew::set_custom_panic_hook(Box::new(|info| {
        let message = info.to_string();
        console::error_1(&message.as_str().into());
        tell(&message);
    }));
}

fn tell(message: &str) {
    let init = CustomEventInit::new();
    init.set_detail(&message.into());
    let event = CustomEvent::new_with_event_init_dict(EVENT, &init).ok();
    if let (Some(window), Some(event)) = (web_sys::window(), event) {
        // There is nobody left to hear that telling failed.
        let _ = window.dispatch_event(&event);
    }
}
