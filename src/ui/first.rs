//! The first view: drawn once, with the drafts that the browser keeps and what the address calls for.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::Renderer;

use super::app::App;
use super::code::reduce;
use super::context::drawn_page;
use super::keeping;
use super::later;
use super::sharing::Called;
use super::start::unless_given_up;
use super::window::draw_now;
use crate::app::{Action, Message, State};
use crate::platform::page;

/// How long the first view waits, in milliseconds. What takes longer comes when it is there.
const PATIENCE: u32 = 1_000;

/// Draws the page into an element, once the drafts that the browser keeps are found and what the address calls for is read.
pub async fn begin(root: Element) {
    let first = keeping::first_state();
    let called = Called::of_address();
    let opening = called.as_ref().and_then(Called::opening);
    let (lang, root) = (first.lang, Rc::new(Cell::new(Some(root))));
    keeping::remember(&Rc::new(State { opening, ..first }));
    let waiting = Timeout::new(PATIENCE, {
        let root = Rc::clone(&root);
        move || draw(&root)
    });
    keeping::find_drafts(send, PATIENCE).await;
    if let Some(called) = called {
        if let Some(action) = unless_given_up(called.received(Rc::new(send), lang)).await {
            send(action);
        }
        drop(waiting);
    } else {
        drop(waiting);
        // What was clicked before happens once the page is drawn, to the ways into it.
        if keeping::latest().case.is_none() {
            later::start_here().await;
        }
    }
    // What there is to say stands there as the page is drawn, and not a moment later.
    if is_said(&keeping::latest()) {
        later::rest_here().await;
    }
    draw(&root);
}

/// Whether something happened that a banner tells.
fn is_said(state: &State) -> bool {
    !matches!(state.message.as_deref(), None | Some(Message::Opened { .. } | Message::PartMissing))
}

/// Draws the whole page at a stretch, unless it is drawn: between two halves the browser would lay it out and paint it.
fn draw(root: &Cell<Option<Element>>) {
    if let Some(root) = root.take() {
        page::remove_shell();
        Renderer::<App>::with_root(root).render();
        draw_now();
    }
}

/// Sends an action to the page, or to the state that it begins with.
fn send(action: Action) {
    match drawn_page() {
        Some(page) => page.send(action),
        None => keeping::remember(&reduce(&keeping::latest(), action)),
    }
}
