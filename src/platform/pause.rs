//! Giving the browser a turn in the middle of long work.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageChannel, window};

/// How long work goes on before the browser has a turn, in milliseconds: a frame of a screen, nearly.
const SLICE: f64 = 12.0;

/// What a promise comes to, unless it takes longer than so many milliseconds; `undefined` where it does, or is rejected.
pub async fn at_most(milliseconds: u32, promise: &Promise) -> JsValue {
    let late = Promise::new(&mut |resolve, _| {
        // Resolving a promise cannot fail.
        Timeout::new(milliseconds, move || drop(resolve.call0(&JsValue::UNDEFINED))).forget();
    });
    JsFuture::from(Promise::race(&Array::of2(promise, &late))).await.unwrap_or_default()
}

/// Turns for the browser, none before the last one is a slice of time ago.
///
/// A message to oneself is answered once everything that waits before it was done, in hidden tabs too. A timer would
/// wait a second there.
#[derive(Debug)]
pub struct Turns {
    since: f64,
    given: bool,
    channel: Option<MessageChannel>,
}

impl Turns {
    /// From now on.
    pub fn begin() -> Self {
        Self { since: now(), given: false, channel: MessageChannel::new().ok() }
    }

    /// Whether it is time to let the browser do something else.
    pub fn is_due(&self) -> bool {
        now() - self.since >= SLICE
    }

    /// Whether the browser had one.
    pub fn were_given(&self) -> bool {
        self.given
    }

    /// Waits until the browser has done what it had to do.
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

fn now() -> f64 {
    window().and_then(|window| window.performance()).map_or(0.0, |clock| clock.now())
}
