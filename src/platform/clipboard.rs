//! Writes to the clipboard, where the browser lets the page.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlInputElement};

use super::download::blob;
use super::js::{call, call_now, get, new};

/// Copies a text; returns false where the browser refuses.
pub async fn copy(text: &str) -> bool {
    let clipboard = web_sys::window().and_then(|window| get(&window.navigator(), "clipboard"));
    match clipboard {
        Some(clipboard) => call(&clipboard, "writeText", &Array::of1(&text.into())).await.is_ok(),
        None => false,
    }
}

/// Copies a table, as HTML for programs that take cells and as text for the rest. Returns false where the browser
/// refuses.
pub async fn copy_table(html: &str, text: &str) -> bool {
    try_copy_table(html, text).await.is_ok()
}

async fn try_copy_table(html: &str, text: &str) -> Result<JsValue, JsValue> {
    let forms = Object::new();
    for (kind, content) in [("text/html", html), ("text/plain", text)] {
        Reflect::set(&forms, &kind.into(), &blob(content.as_bytes(), kind)?.into())?;
    }
    let item = new("ClipboardItem", &forms)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let clipboard = get(&window.navigator(), "clipboard").ok_or(JsValue::NULL)?;
    call(&clipboard, "write", &Array::of1(&Array::of1(&item))).await
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

/// Returns what a paste brings: its HTML and its text, each empty where it has none.
pub fn pasted(event: &Event) -> Option<[String; 2]> {
    let data = get(event, "clipboardData")?;
    let form = |kind: &str| call_now(&data, "getData", &[kind.into()]).ok().and_then(|text| text.as_string());
    Some(["text/html", "text/plain"].map(|kind| form(kind).unwrap_or_default()))
}
