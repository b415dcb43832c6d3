//! Two tabs on one draft: the browser's own locks say who was first.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue};

/// A name that this tab just gave up is free a moment later: so often, and so far apart (milliseconds), it
/// is asked for before another tab is taken to hold it.
const TRIES: u32 = 5;
const PAUSE: u32 = 40;

/// A name that this tab holds, or waits to be told about. It is given up when this is dropped, and by the
/// browser when the tab is closed.
#[must_use = "the name is given up when this is dropped"]
#[derive(Debug)]
pub struct Lock {
    release: Function,
    is_given_up: Rc<Cell<bool>>,
}

/// One asking for a name.
struct Asking {
    name: String,
    tries: u32,
    /// The browser keeps the lock until this promise is done.
    held: Promise,
    is_given_up: Rc<Cell<bool>>,
    told: Box<dyn FnOnce(bool)>,
}

/// Asks for a name. `told` hears once, and unless the name is given up before, whether this tab is the only
/// one that holds it. A browser without locks returns `None` or stays silent.
pub fn hold(name: &str, told: impl FnOnce(bool) + 'static) -> Option<Lock> {
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let is_given_up = Rc::new(Cell::new(false));
    let lock = Lock { release: release?, is_given_up: Rc::clone(&is_given_up) };
    ask(Asking { name: name.to_owned(), tries: TRIES, held, is_given_up, told: Box::new(told) })?;
    Some(lock)
}

fn ask(asking: Asking) -> Option<()> {
    let locks = get(&web_sys::window()?.navigator(), "locks").filter(JsValue::is_object)?;
    let request: Function = get(&locks, "request")?.dyn_into().ok()?;
    let options = Object::new();
    Reflect::set(&options, &"ifAvailable".into(), &JsValue::TRUE).ok()?;
    let name = JsValue::from_str(&asking.name);
    let answered = Closure::once_into_js(move |lock: JsValue| answer(asking, &lock));
    let asked: Promise = request.call3(&locks, &name, &options, &answered).ok()?.dyn_into().ok()?;
    // Pages without an origin of their own are refused, and have no storage to protect either.
    let refused = Closure::once_into_js(|_: JsValue| {});
    get(&asked, "catch")?.dyn_into::<Function>().ok()?.call1(&asked, &refused).ok()?;
    Some(())
}

/// Hears whether the name was free, and returns what the browser waits for before it frees it.
fn answer(asking: Asking, lock: &JsValue) -> Promise {
    let held = asking.held.clone();
    if asking.is_given_up.get() {
        return held;
    }
    if lock.is_null() && asking.tries > 0 {
        let again = Asking { tries: asking.tries - 1, ..asking };
        Timeout::new(PAUSE, move || {
            if !again.is_given_up.get() {
                // It could be asked before, so it can be asked again.
                let _ = ask(again);
            }
        })
        .forget();
    } else {
        (asking.told)(!lock.is_null());
    }
    held
}

fn get(object: &JsValue, key: &str) -> Option<JsValue> {
    Reflect::get(object, &key.into()).ok()
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.is_given_up.set(true);
        // Resolving a promise cannot fail.
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}
