//! Decides which of several tabs keeps a draft, by the browser's own locks.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::{Closure, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::js::{call, get};

/// How often, and how far apart in milliseconds, a busy lock is asked for. A lock that this tab just released is free
/// only a moment later; after that another tab is taken to hold it.
const TRIES: u32 = 5;
const PAUSE: u32 = 40;

/// Who holds a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holding {
    /// This tab.
    Mine,
    /// Another tab; this one is told once the lock is free.
    Others,
    /// Another tab took it over from this one, which is told once it is free again.
    TakenOver,
}

/// A lock that this tab holds or waits for. Dropping this releases it, and so does closing the tab.
#[must_use = "the name is given up when this is dropped"]
#[derive(Debug)]
pub struct Lock {
    release: Function,
    is_given_up: Rc<Cell<bool>>,
}

/// A request for a lock, repeated until it is given up.
struct Asking {
    locks: JsValue,
    name: String,
    /// The browser holds the lock until this promise is resolved.
    held: Promise,
    is_given_up: Rc<Cell<bool>>,
    told: Box<dyn Fn(Holding)>,
}

/// How the lock is requested.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Only if nobody holds it.
    IfFree,
    /// As soon as nobody holds it.
    Wait,
    /// From whoever holds it.
    TakeOver,
}

/// How a request ended.
#[derive(Clone, Copy, PartialEq, Eq)]
enum LockEnd {
    /// Somebody else holds it.
    Busy,
    /// It was held and then taken over by another tab.
    TakenOver,
    /// It was held and given up, or the browser gives no locks here.
    Over,
}

/// Requests a lock, taken over from its holder where `take_over` is true. `told` hears of each change until the lock
/// is dropped. A browser without locks returns `None` or stays silent: pages without an origin have no storage to
/// protect either.
pub fn hold(name: &str, take_over: bool, told: impl Fn(Holding) + 'static) -> Option<Lock> {
    let locks = get(&web_sys::window()?.navigator(), "locks")?;
    let mut release = None;
    let held = Promise::new(&mut |resolve, _| release = Some(resolve));
    let is_given_up = Rc::new(Cell::new(false));
    let lock = Lock { release: release?, is_given_up: Rc::clone(&is_given_up) };
    let asking = Asking { locks, name: name.to_owned(), held, is_given_up, told: Box::new(told) };
    spawn_local(keep_asking(Rc::new(asking), take_over));
    Some(lock)
}

async fn keep_asking(asking: Rc<Asking>, take_over: bool) {
    let mut end = request_lock(&asking, if take_over { Manner::TakeOver } else { Manner::IfFree }).await;
    for _ in 0..TRIES {
        if end != LockEnd::Busy || asking.is_given_up.get() {
            break;
        }
        pause().await;
        end = request_lock(&asking, Manner::IfFree).await;
    }
    while !asking.is_given_up.get() {
        match end {
            LockEnd::Busy => (asking.told)(Holding::Others),
            LockEnd::TakenOver => (asking.told)(Holding::TakenOver),
            LockEnd::Over => return,
        }
        end = request_lock(&asking, Manner::Wait).await;
    }
}

async fn pause() {
    let over = Promise::new(&mut |resolve, _| {
        // Resolving a promise cannot fail.
        Timeout::new(PAUSE, move || drop(resolve.call0(&JsValue::UNDEFINED))).forget();
    });
    // It is never rejected.
    let _ = JsFuture::from(over).await;
}

/// Requests the lock once; a lock that was granted is held until this returns.
async fn request_lock(asking: &Rc<Asking>, manner: Manner) -> LockEnd {
    let options = Object::new();
    for (key, when) in [("ifAvailable", Manner::IfFree), ("steal", Manner::TakeOver)] {
        // A plain object takes every property.
        let _ = Reflect::set(&options, &key.into(), &(manner == when).into());
    }
    let is_mine = Rc::new(Cell::new(false));
    let answered = Closure::once_into_js({
        let (asking, is_mine) = (Rc::clone(asking), Rc::clone(&is_mine));
        move |lock: JsValue| answer_request(&asking, &is_mine, &lock)
    });
    let arguments = Array::of3(&asking.name.as_str().into(), &options, &answered);
    match (call(&asking.locks, "request", &arguments).await, is_mine.get()) {
        (Ok(_), false) => LockEnd::Busy,
        (Err(_), true) => LockEnd::TakenOver,
        (Ok(_), true) | (Err(_), false) => LockEnd::Over,
    }
}

/// Notes whether the lock was granted, and returns the promise that the browser waits for before it frees the lock.
fn answer_request(asking: &Asking, is_mine: &Cell<bool>, lock: &JsValue) -> JsValue {
    if lock.is_null() {
        return JsValue::UNDEFINED;
    }
    is_mine.set(true);
    if !asking.is_given_up.get() {
        (asking.told)(Holding::Mine);
    }
    asking.held.clone().into()
}

impl Drop for Lock {
    fn drop(&mut self) {
        self.is_given_up.set(true);
        // Resolving a promise cannot fail.
        let _ = self.release.call0(&JsValue::UNDEFINED);
    }
}
