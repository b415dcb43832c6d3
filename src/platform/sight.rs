//! Watches which elements of a long list are near the window.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};

/// How far above and below the window counts as near: a window's height, so that the next screen is drawn already.
const NEAR: &str = "100% 0px";

/// An element that came near or went away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sighted {
    /// Its `id`.
    pub id: String,
    /// Whether it is near now.
    pub is_near: bool,
    /// Its height (pixels).
    pub height: i32,
}

/// A watch that ends when this is dropped.
#[must_use = "it watches no longer than this lives"]
#[derive(Debug)]
pub struct Watching {
    observer: Option<IntersectionObserver>,
    _callback: Closure<dyn Fn(Array)>,
}

impl Drop for Watching {
    fn drop(&mut self) {
        if let Some(observer) = &self.observer {
            observer.disconnect();
        }
    }
}

/// Calls back with the elements of a class that came near or went away: first all, later those that changed.
pub fn watch(class: &str, callback: impl Fn(Vec<Sighted>) + 'static) -> Watching {
    let callback = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
        callback(entries.iter().map(|entry| sighted(entry.unchecked_ref())).collect());
    });
    let options = IntersectionObserverInit::new();
    options.set_root_margin(NEAR);
    let observer = IntersectionObserver::new_with_options(callback.as_ref().unchecked_ref(), &options).ok();
    let document = web_sys::window().and_then(|window| window.document());
    if let Some((observer, document)) = observer.as_ref().zip(document) {
        let elements = document.get_elements_by_class_name(class);
        for element in (0..elements.length()).filter_map(|index| elements.item(index)) {
            observer.observe(&element);
        }
    }
    Watching { observer, _callback: callback }
}

fn sighted(entry: &IntersectionObserverEntry) -> Sighted {
    let element = entry.target();
    Sighted { id: element.id(), is_near: entry.is_intersecting(), height: element.client_height() }
}
