//! Gives the browser a turn in the middle of long work.

use std::cell::Cell;
use std::pin::Pin;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, window};

/// How many milliseconds work goes on before the browser has a turn: nearly a frame of a screen.
const SLICE: f64 = 12.0;

/// Waits for a promise at most so many milliseconds; returns `undefined` where it takes longer or is rejected.
pub async fn at_most(milliseconds: u32, promise: &Promise) -> JsValue {
    let late = Promise::new(&mut |resolve, _| {
        // Resolving a promise cannot fail.
        Timeout::new(milliseconds, move || drop(resolve.call0(&JsValue::UNDEFINED))).forget();
    });
    JsFuture::from(Promise::race(&Array::of2(promise, &late))).await.unwrap_or_default()
}

/// Counts the time since the browser's last turn, and gives it the next one when it is due.
///
/// A turn is a message to oneself, answered once all waiting events are handled, in hidden tabs too. A timer would
/// wait a second there.
#[derive(Debug)]
pub struct Turns {
    since: f64,
    given: bool,
    channel: Option<MessageChannel>,
}

impl Turns {
    /// Starts to count from now.
    pub fn begin() -> Self {
        Self { since: now(), given: false, channel: MessageChannel::new().ok() }
    }

    /// Whether the browser is due for a turn.
    pub fn is_due(&self) -> bool {
        now() - self.since >= SLICE
    }

    /// Whether the browser had any turn.
    pub fn were_given(&self) -> bool {
        self.given
    }

    /// Lets the browser handle its waiting events.
    pub async fn give(&mut self) {
        if let Some(channel) = &self.channel {
            let answer = Promise::new(&mut |answer, _| {
                channel.port1().set_onmessage(Some(&answer));
                // Without a message the work goes on with the next turn of the loop.
                if channel.port2().post_message(&JsValue::NULL).is_err() {
                    let _ = answer.call0(&JsValue::NULL);
                }
            });
            let _ = JsFuture::from(answer).await;
        }
        self.since = now();
        self.given = true;
    }
}

/// Makes what gives the browser its turns for work that asks often, and waits for whatever it is given.
pub fn waits() -> impl FnMut() -> Pin<Box<dyn Future<Output = ()>>> {
    let turns = Rc::new(Cell::new(Some(Turns::begin())));
    move || {
        let kept = Rc::clone(&turns);
        Box::pin(async move {
            let Some(mut turns) = kept.take() else { return };
            if turns.is_due() {
                turns.give().await;
            }
            kept.set(Some(turns));
        })
    }
}

fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
