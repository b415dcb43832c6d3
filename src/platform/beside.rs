//! Files that lie beside the page on its server.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, RequestMode, RequestRedirect, Response};

use super::deflate::{self, collect};

/// Why a file was not fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is none, or no network, or it would have led elsewhere.
    NotThere,
    /// It is larger than the limit.
    TooLarge,
}

/// The bytes of the file at a relative address, up to `limit`. A server that leads on to another address is
/// not followed.
pub async fn fetch(address: &str, limit: usize) -> Result<Vec<u8>, Refusal> {
    let response = ask(address).await.map_err(|_| Refusal::NotThere)?;
    let body = response.body().filter(|_| response.ok()).ok_or(Refusal::NotThere)?;
    collect(&body, limit).await.map_err(|refusal| match refusal {
        deflate::Refusal::TooLarge => Refusal::TooLarge,
        deflate::Refusal::Failed => Refusal::NotThere,
    })
}

async fn ask(address: &str) -> Result<Response, JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let options = RequestInit::new();
    options.set_mode(RequestMode::SameOrigin);
    options.set_redirect(RequestRedirect::Error);
    options.set_cache(RequestCache::NoCache);
    JsFuture::from(window.fetch_with_str_and_init(address, &options)).await?.dyn_into()
}
