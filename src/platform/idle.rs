//! Puts work off until the browser has nothing else to do.

use wasm_bindgen::closure::Closure;
use web_sys::window;

use super::js::method;

/// How long work waits in milliseconds, in a browser that does not say when it is idle.
const REST: i32 = 200;

/// Runs the work once the browser is idle.
pub fn when_idle(work: impl FnOnce() + 'static) {
    let Some(window) = window() else { return };
    let work = Closure::once_into_js(work);
    // A refusal is harmless: what is not done now is done when it is asked for.
    let _ = match method(&window, "requestIdleCallback") {
        Some(ask) => ask.call1(&window, &work),
        None => method(&window, "setTimeout")
            .map_or(Ok(work.clone()), |ask| ask.call2(&window, &work, &REST.into())),
    };
}
