//! The clipboard, where the browser lets the page write to it.

use js_sys::Array;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::js::{call, get};

/// Puts a text on the clipboard; false where the browser does not let the page.
pub async fn copy(text: &str) -> bool {
    let clipboard = web_sys::window().and_then(|window| get(&window.navigator(), "clipboard"));
    match clipboard {
        Some(clipboard) => call(&clipboard, "writeText", &Array::of1(&text.into())).await.is_ok(),
        None => false,
    }
}

/// Gives a field the focus and selects its text, so that the person can copy it.
pub fn select(id: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    let field = document.and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        // A field that has just gone has nothing to select.
        let _ = field.focus();
        field.select();
    }
}
