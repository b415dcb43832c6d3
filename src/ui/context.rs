//! Gives every component its words, and the way to send actions.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::code;
use super::focus::focus_element_soon;
use super::moment::moment;
use crate::app::{Action, SheetAction, State};
use crate::domain::date::Date;
use crate::i18n::Words;

/// The state, in the type that Yew's reducer needs.
#[derive(Debug, Default)]
pub(crate) struct Store(pub(crate) Rc<State>);

impl Reducible for Store {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = code::reduce(&self.0, action);
        if Rc::ptr_eq(&next, &self.0) { self } else { Rc::new(Self(next)) }
    }
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

pub(crate) type Dispatch = UseReducerDispatcher<Store>;

/// The context of all components. It changes with the language, and when the assessment on the screen becomes or stops
/// being closed.
#[derive(Clone, PartialEq)]
pub(crate) struct Page {
    pub(crate) words: Words,
    /// Whether the assessment on the screen is locked or another party's, so that its fields can be read and not changed.
    pub(crate) locked: bool,
    pub(crate) dispatch: Option<Dispatch>,
}

impl Page {
    /// Sends an action.
    pub(crate) fn send(&self, action: impl Into<Action>) {
        if let Some(dispatch) = &self.dispatch {
            let dispatch = dispatch.clone();
            code::once_here(action.into(), move |action| dispatch.dispatch(action));
        }
    }

    /// Makes a click handler that sends an action.
    pub(crate) fn sending(&self, action: impl Into<Action>) -> Callback<MouseEvent> {
        let (page, action) = (self.clone(), action.into());
        Callback::from(move |_| page.send(action.clone()))
    }

    /// Makes a click handler that sends an action with today's date.
    pub(crate) fn sending_today(
        &self,
        action: impl Fn(Date) -> SheetAction + 'static,
    ) -> Callback<MouseEvent> {
        let page = self.clone();
        Callback::from(move |_| {
            if let Some(now) = moment() {
                page.send(action(now.date));
            }
        })
    }

    /// Makes a click handler whose action removes its own button. The focus then moves to the top of the place.
    pub(crate) fn answering(&self, action: Action) -> Callback<MouseEvent> {
        let page = self.clone();
        Callback::from(move |_| {
            page.send(action.clone());
            focus_element_soon("main-content");
        })
    }
}

thread_local! {
    /// The context of the page that is drawn.
    static DRAWN: RefCell<Option<Page>> = const { RefCell::new(None) };
}

/// Remembers the context for code outside the components.
pub(crate) fn remember(page: &Page) {
    DRAWN.set(Some(page.clone()));
}

/// Returns the context that was drawn last; `None` until the page is drawn.
pub(crate) fn drawn_page() -> Option<Page> {
    DRAWN.with_borrow(Clone::clone)
}

/// Returns the context; outside the page, one in Danish and without effect.
#[hook]
pub(crate) fn use_page() -> Page {
    use_context::<Page>().unwrap_or(Page { words: Words::default(), locked: false, dispatch: None })
}

/// Returns the words of the page, in its language.
#[hook]
pub(crate) fn use_words() -> Words {
    use_page().words
}
