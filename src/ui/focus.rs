//! Moves the focus when a place or an element comes or goes.

use std::cell::RefCell;

use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::code::is_coming;
use crate::app::{FieldId, Route};
use crate::platform::{address, page as browser};

/// How often an element is looked for, and how many milliseconds apart: a second in all.
const TRIES: u32 = 40;
const PAUSE: u32 = 25;

/// Makes a click handler that moves the focus to the content. Following the link instead would change the place.
pub(crate) fn skip_to_content() -> Callback<MouseEvent> {
    Callback::from(|event: MouseEvent| {
        event.prevent_default();
        browser::focus("main-content");
    })
}

/// Goes to the place of a field and gives it the focus. The assessment's own fields are on every place.
pub(crate) fn go_to_field(field: &FieldId) {
    if !field.is_head() {
        address::go_to(&Route::of_field(field).address());
    }
    focus_field_soon(field);
}

/// Gives a field the focus as soon as it is on the page.
pub(crate) fn focus_field_soon(field: &FieldId) {
    focus_element_soon(&field.to_string());
}

/// Gives an element the focus as soon as it is on the page; what had it may be gone by then. Whoever has gone on to
/// another field meanwhile stays there: keys must land where they were typed.
pub(crate) fn focus_element_soon(id: &str) {
    SOUGHT.set(id.to_owned());
    focus_once_there(id.to_owned(), browser::focused_field(), TRIES);
}

thread_local! {
    static SOUGHT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Returns the element that was last to have the focus, so that a long list draws it.
pub(crate) fn sought() -> String {
    SOUGHT.with_borrow(String::clone)
}

fn focus_once_there(id: String, from: Option<Element>, tries: u32) {
    Timeout::new(PAUSE, move || {
        let now = browser::focused_field();
        let has_gone_on = now.is_some() && now != from;
        if !has_gone_on && !browser::focus(&id) && tries > 0 {
            // A part whose code is still being fetched takes as long as the network does.
            focus_once_there(id, from, if is_coming() { TRIES } else { tries - 1 });
        }
    })
    .forget();
}
