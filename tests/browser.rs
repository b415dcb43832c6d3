//! What only a real browser can show: its storage, its files, its locale data, its events.

#![cfg(target_family = "wasm")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail where it stands"
)]

#[path = "browser/events.rs"]
mod events;
#[path = "browser/files.rs"]
mod files;
#[path = "browser/locale.rs"]
mod locale;
#[path = "browser/storage.rs"]
mod storage;

use js_sys::{Function, Promise};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// What a piece of JavaScript returns.
fn js(code: &str) -> JsValue {
    Function::new_no_args(code).call0(&JsValue::NULL).unwrap()
}

/// Waits until something holds, half a minute at most.
async fn until(what: &str, holds: impl Fn() -> bool) {
    for _ in 0..3000 {
        if holds() {
            return;
        }
        let pause: Promise = js("return new Promise((done) => setTimeout(done, 10))").unchecked_into();
        JsFuture::from(pause).await.unwrap();
    }
    panic!("{what} never came to hold");
}
