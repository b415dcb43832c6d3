//! Files dropped anywhere on the page. Without this the browser would leave the page for the file.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File};

use super::file::dropped;

/// Calls back with the files that are dropped, until what is returned is dropped.
#[must_use = "it listens no longer than this lives"]
pub fn on_drop(callback: impl Fn(Vec<File>) + 'static) -> Vec<EventListener> {
    let Some(window) = web_sys::window() else {
        return Vec::new();
    };
    let options = EventListenerOptions::enable_prevent_default();
    let over = EventListener::new_with_options(&window, "dragover", options, web_sys::Event::prevent_default);
    let drop = EventListener::new_with_options(&window, "drop", options, move |event| {
        event.prevent_default();
        let transfer = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
        let files = transfer.map(|transfer| dropped(&transfer)).unwrap_or_default();
        if !files.is_empty() {
            callback(files);
        }
    });
    vec![over, drop]
}
