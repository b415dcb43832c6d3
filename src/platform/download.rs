//! Hands files to the browser as downloads.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser has to take the file before its address is given up.
const KEPT_MS: u32 = 60_000;

/// Hands a file to the browser, which saves it or asks where to. The page is not told whether it was saved.
pub fn save(name: &str, text: &str, mime: &str) -> Result<(), JsValue> {
    save_bytes(name, text.as_bytes(), mime)
}

/// The same for a file that is no text.
pub fn save_bytes(name: &str, bytes: &[u8], mime: &str) -> Result<(), JsValue> {
    let address = Url::create_object_url_with_blob(&blob(bytes, mime)?)?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(KEPT_MS, move || {
        // An address that is gone already is what was wanted.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}

/// Makes the object in which the browser takes a file.
pub(super) fn blob(bytes: &[u8], mime: &str) -> Result<Blob, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let bytes = Uint8Array::from(bytes);
    Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &options)
}
