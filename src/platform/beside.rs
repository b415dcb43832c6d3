//! Fetches files that lie beside the page on its server.

use js_sys::{Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, RequestMode, RequestRedirect, Response, Window};

use super::deflate::{self, collect};
use super::js;

/// Why a file was not fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FetchRefusal {
    /// There is none, or no network, or it would have led elsewhere.
    NotThere,
    /// It is larger than the limit.
    TooLarge,
}

/// A file that was asked for and is on its way.
#[derive(Debug)]
pub struct Asked(Option<Promise>);

impl Asked {
    /// Asks for the file at a relative address at once. A server that redirects is not followed.
    pub fn for_file(address: &str) -> Self {
        let options = RequestInit::new();
        options.set_mode(RequestMode::SameOrigin);
        options.set_redirect(RequestRedirect::Error);
        options.set_cache(RequestCache::NoCache);
        let window = web_sys::window();
        let asked = window.as_ref().and_then(|window| already_asked(window, address));
        Self(asked.or_else(|| Some(window?.fetch_with_str_and_init(address, &options))))
    }

    /// Waits for the bytes of the file, up to `limit`.
    pub async fn bytes(self, limit: usize) -> Result<Vec<u8>, FetchRefusal> {
        let response = JsFuture::from(self.0.ok_or(FetchRefusal::NotThere)?).await;
        let response: Response =
            response.and_then(JsCast::dyn_into).map_err(|_: JsValue| FetchRefusal::NotThere)?;
        let body = response.body().filter(|_| response.ok()).ok_or(FetchRefusal::NotThere)?;
        collect(&body, limit).await.map_err(|refusal| match refusal {
            deflate::PackRefusal::TooLarge => FetchRefusal::TooLarge,
            deflate::PackRefusal::Failed => FetchRefusal::NotThere,
        })
    }
}

/// The property of the window where `ask.js` leaves what it asked for: the address and a promise of the response.
const ASKED: &str = "resultatkontraktAsked";

/// Takes the response that `ask.js` asked for, once: it can be read only once.
fn already_asked(window: &Window, address: &str) -> Option<Promise> {
    let asked = js::get(window, ASKED)?;
    // A plain property can always be removed.
    let _ = Reflect::delete_property(window, &ASKED.into());
    let is_meant = js::get(&asked, "address")?.as_string().as_deref() == Some(address);
    js::get(&asked, "response").filter(|_| is_meant)?.dyn_into().ok()
}
