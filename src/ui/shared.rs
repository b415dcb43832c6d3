//! Shares values that are compared by identity, so that a component knows at once whether to render.

use std::cell::RefCell;
use std::ops::Deref;
use std::rc::Rc;

use yew::html::ImplicitClone;
use yew::prelude::*;

use crate::app::{Case, Sheet, State};

/// A shared value, equal only to itself. A change makes another value, so none is missed.
#[derive(Debug)]
pub(crate) struct Shared<T: ?Sized>(pub(crate) Rc<T>);

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Rc::clone(&self.0))
    }
}

impl<T: ?Sized> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// Passes a reference as a property without an explicit clone, since sharing costs nothing.
impl<T: ?Sized> ImplicitClone for Shared<T> {}

impl<T: ?Sized> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> From<&Rc<T>> for Shared<T> {
    fn from(value: &Rc<T>) -> Self {
        Self(Rc::clone(value))
    }
}

/// The state of the page.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct StateProps {
    pub(crate) state: Shared<State>,
}

/// The case and its assessment on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SheetProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
}

/// Returns the newest state, for callbacks that run later.
#[hook]
pub(crate) fn use_latest(state: &Rc<State>) -> Rc<RefCell<Rc<State>>> {
    let latest = use_mut_ref(|| Rc::clone(state));
    *latest.borrow_mut() = Rc::clone(state);
    latest
}
