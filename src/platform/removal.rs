//! Removes the page itself, which the browser keeps for use without a network.
//!
//! Other pages may share the address's host, and what is theirs stays. Only caches whose names begin as the page's own
//! and the worker of this folder are removed.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CustomEvent;

use super::js::{call, get, method};

/// What the names of the page's own caches begin with.
const OWN: &str = "resultatkontrakt";

/// The message that tells the worker, while it still serves this page, to keep nothing more.
const FORGET: &str = "forget";

/// The event that tells the script to keep nothing more; see `hosted/offline.js`.
const NEVER_MIND: &str = "resultatkontrakt-forget";

/// Removes the page as it is kept for use without a network; returns whether all of it is gone. A browser that keeps
/// no pages has nothing to remove.
pub async fn remove_kept() -> bool {
    let worker = remove_worker().await.is_ok();
    let caches = remove_caches().await.is_ok();
    worker && caches
}

/// Unregisters the worker; this comes first, since the worker would keep the page's files anew.
async fn remove_worker() -> Result<(), JsValue> {
    let Some(window) = web_sys::window() else { return Ok(()) };
    window.dispatch_event(CustomEvent::new(NEVER_MIND)?.as_ref())?;
    let Some(workers) = get(&window.navigator(), "serviceWorker").filter(|_| !super::page::is_local_file())
    else {
        return Ok(());
    };
    if let Some(controller) = get(&workers, "controller")
        && let Some(post) = method(&controller, "postMessage")
    {
        post.call1(&controller, &FORGET.into())?;
    }
    let found = call(&workers, "getRegistration", &Array::new()).await?;
    if !found.is_undefined() {
        call(&found, "unregister", &Array::new()).await?;
    }
    Ok(())
}

async fn remove_caches() -> Result<(), JsValue> {
    let Some(caches) = web_sys::window().and_then(|window| get(&window, "caches")) else { return Ok(()) };
    let names = call(&caches, "keys", &Array::new()).await?;
    let own_folder = format!("{OWN}:{}:", super::page::folder());
    for name in names_beginning_with(&names.unchecked_into(), &own_folder, |name| name) {
        call(&caches, "delete", &Array::of1(&name)).await?;
    }
    Ok(())
}

/// Returns the entries of the list whose names begin so.
fn names_beginning_with(list: &Array, begin: &str, name: impl Fn(JsValue) -> JsValue) -> Vec<JsValue> {
    let names = list.iter().map(name);
    names.filter(|name| name.as_string().is_some_and(|name| name.starts_with(begin))).collect()
}
