//! Removing the page itself, which the browser keeps for when there is no network.
//!
//! Other pages may share the address's host. What is theirs stays: only names that begin as the page's own
//! do, and only the worker that serves this folder.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::CustomEvent;

use super::js::{call, get, method};

/// What the names of the page's own caches begin with.
const OWN: &str = "resultatkontrakt";

/// Tells the worker to keep nothing any more, while it still serves this page.
const FORGET: &str = "forget";

/// Tells the script that has the page kept to have nothing kept; see `hosted/offline.js`.
const NEVER_MIND: &str = "resultatkontrakt-forget";

/// Removes the page as it is kept for when there is no network. Whether all of it is gone; where a browser keeps no pages,
/// there is nothing to remove.
pub async fn remove_kept() -> bool {
    let worker = remove_worker().await.is_ok();
    let caches = remove_caches().await.is_ok();
    worker && caches
}

/// The worker first: it would keep the page's files anew.
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

/// The names that begin so.
fn names_beginning_with(list: &Array, begin: &str, name: impl Fn(JsValue) -> JsValue) -> Vec<JsValue> {
    let names = list.iter().map(name);
    names.filter(|name| name.as_string().is_some_and(|name| name.starts_with(begin))).collect()
}
