//! Two tabs on one draft: the browser's own locks say who was first.

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

/// A name that this tab holds, or waits to be told about. It is given up when this is dropped, and by the
/// browser when the tab is closed.
#[must_use = "the name is given up when this is dropped"]
#[derive(Debug)]
pub struct Lock {
    release: Function,
}

/// Asks for a name. `told` hears once whether this tab is the only one that holds it. A browser without
/// locks returns `None` or stays silent.
pub fn hold(name: &str, told: impl FnOnce(bool) + 'static) -> Option<Lock> {
    let locks = get(&web_sys::window()?.navigator(), "locks").filter(JsValue::is_object)?;
    let request: Function = get(&locks, "request")?.dyn_into().ok()?;
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let granted = Closure::once_into_js(move |lock: JsValue| {
        told(!lock.is_null());
        // The browser keeps the lock until this promise is done. Without a lock nothing is kept.
        held
    });
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE).ok()?;
    let asked: Promise = request.call3(&locks, &name.into(), &options, &granted).ok()?.dyn_into().ok()?;
    // Pages without an origin of their own are refused, and have no storage to protect either.
    let refused = Closure::once_into_js(|_: JsValue| {});
    get(&asked, "catch")?.dyn_into::<Function>().ok()?.call1(&asked, &refused).ok()?;
    Some(Lock { release: release? })
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok()
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Resolving a promise cannot fail.
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}
