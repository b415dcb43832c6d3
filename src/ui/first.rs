//! Draws the first view once, with the drafts that the browser keeps and what the address calls for.

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

/// How long the first view waits, in milliseconds. What takes longer is shown when it comes.
const PATIENCE: u32 = 1_000;

/// Draws the page into an element, once the drafts are found and what the address calls for is read.
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
        // A click from before reaches the ways into the page once they are drawn, so their code is waited for.
        if keeping::latest().case.is_none() {
            later::start_here().await;
        }
    }
    // A message is drawn with the page, and not a moment later.
    if is_said(&keeping::latest()) {
        later::rest_here().await;
    }
    draw(&root);
}

/// Whether a banner has something to tell.
fn is_said(state: &State) -> bool {
    !matches!(state.message.as_deref(), None | Some(Message::Opened { .. } | Message::PartMissing))
}

/// Draws the whole page at once, unless it is drawn: between two halves the browser would lay it out and paint it.
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
