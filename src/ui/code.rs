//! Knows whether code that comes later is on its way, and holds the function that carries out the actions that need
//! it.

use std::cell::Cell;
use std::rc::Rc;

use crate::app::{Action, State, Step, reduce_by};

/// Receives the progress of reading, as actions.
pub(crate) type Tell = Rc<dyn Fn(Action)>;

/// Called with whether the code is here.
type Told = Box<dyn FnOnce(bool)>;

thread_local! {
    static STEP: Cell<Option<Step>> = const { Cell::new(None) };
    static ASK: Cell<Option<fn(Told)>> = const { Cell::new(None) };
    /// Called once the code is here.
    static WAITING: Cell<Vec<Box<dyn FnOnce()>>> = const { Cell::new(Vec::new()) };
    /// How many fetches are under way.
    static COMING: Cell<u32> = const { Cell::new(0) };
}

/// Takes the function that carries out rare actions: their code is here.
pub(crate) fn arrived(step: Step) {
    STEP.set(Some(step));
    for told in WAITING.take() {
        told();
    }
}

/// Calls back once the code arrives; not at all where it is here already.
pub(crate) fn when_here(told: Box<dyn FnOnce()>) {
    if STEP.get().is_none() {
        let mut waiting = WAITING.take();
        waiting.push(told);
        WAITING.set(waiting);
    }
}

/// Takes the function that fetches code which is not here.
pub(crate) fn asked_by(ask: fn(Told)) {
    ASK.set(Some(ask));
}

/// Counts a fetch that begins, or one that ends.
#[cfg(feature = "pieces")]
pub(crate) fn count_fetch(more: bool) {
    COMING.set(if more { COMING.get() + 1 } else { COMING.get().saturating_sub(1) });
}

/// Whether code is being fetched.
pub(crate) fn is_coming() -> bool {
    COMING.get() > 0
}

/// Returns the state after an action; the action has no effect while its code is missing.
pub(crate) fn reduce(state: &Rc<State>, action: impl Into<Action>) -> Rc<State> {
    reduce_by(state, action.into(), STEP.get().unwrap_or(|_, _| None))
}

/// Sends an action, at once or as soon as the code that carries it out is here.
pub(crate) fn once_here(action: Action, send: impl FnOnce(Action) + 'static) {
    match ASK.get().filter(|_| action.is_seldom() && STEP.get().is_none()) {
        None => send(action),
        Some(ask) => ask(Box::new(move |is_here| send(if is_here { action } else { Action::PartMissing }))),
    }
}
