//! What is known of code that comes later: whether it is on its way, and what carries out the actions that need it.

use std::cell::Cell;
use std::rc::Rc;

use crate::app::{Action, State, Step, reduce_by};

/// Who hears how far reading is.
pub(crate) type Tell = Rc<dyn Fn(Action)>;

/// Told whether the code is here.
type Told = Box<dyn FnOnce(bool)>;

thread_local! {
    static STEP: Cell<Option<Step>> = const { Cell::new(None) };
    static ASK: Cell<Option<fn(Told)>> = const { Cell::new(None) };
    /// Who wants to know that the code is here.
    static WAITING: Cell<Vec<Box<dyn FnOnce()>>> = const { Cell::new(Vec::new()) };
    /// How many fetches are under way.
    static COMING: Cell<u32> = const { Cell::new(0) };
}

/// Takes in what carries out the actions that are seldom: the code is here.
pub(crate) fn arrived(step: Step) {
    STEP.set(Some(step));
    for told in WAITING.take() {
        told();
    }
}

/// Calls once the code is here, unless it is already.
pub(crate) fn when_here(told: Box<dyn FnOnce()>) {
    if STEP.get().is_none() {
        let mut waiting = WAITING.take();
        waiting.push(told);
        WAITING.set(waiting);
    }
}

/// Takes in what asks for code that is not here.
pub(crate) fn asked_by(ask: fn(Told)) {
    ASK.set(Some(ask));
}

/// Says that code is being fetched, or is no longer.
#[cfg(feature = "pieces")]
pub(crate) fn count_fetch(more: bool) {
    COMING.set(if more { COMING.get() + 1 } else { COMING.get().saturating_sub(1) });
}

/// Whether code is being fetched.
pub(crate) fn is_coming() -> bool {
    COMING.get() > 0
}

/// The state after an action, as far as the code is here that carries it out.
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
