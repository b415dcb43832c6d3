//! Opens dialogues that the browser lays over the page and keeps the focus in.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// Opens the dialogue with this `id`; nothing below it can be reached until it closes.
pub fn open(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    let Some(dialog) = element.and_then(|element| element.dyn_into::<HtmlDialogElement>().ok()) else {
        return;
    };
    // The browser refuses only where the dialogue is open already, which is what was wanted.
    let _ = dialog.show_modal();
}
