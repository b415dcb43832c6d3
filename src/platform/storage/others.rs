//! Tells other tabs of the page what this one does to the drafts, and hears what they do.

use js_sys::JsString;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::EventTarget;

use gloo::events::EventListener;

use crate::platform::events::Listening;
use crate::platform::js::{call_now, get, new};

/// The name of the channel between tabs.
const CHANNEL: &str = "resultatkontrakt";

/// What another tab did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// It wrote or removed a draft, or said which one it keeps.
    Drafts,
    /// It removed all that the page ever stored.
    AllRemoved,
}

const DRAFTS: &str = "drafts";
const ALL_REMOVED: &str = "removed";

thread_local! {
    /// The channel to the other tabs; it does not hear its own messages. Without one, a tab looks at the drafts when a
    /// person comes back to it.
    static TABS: Option<JsValue> = new("BroadcastChannel", &CHANNEL.into()).ok();
}

/// Tells the other tabs of a change.
pub(super) fn broadcast(change: Change) {
    let word = match change {
        Change::Drafts => DRAFTS,
        Change::AllRemoved => ALL_REMOVED,
    };
    TABS.with(|tabs| {
        if let Some(tabs) = tabs {
            // A message that is not sent is no error: nobody has to hear it.
            let _ = call_now(tabs, "postMessage", &[word.into()]);
        }
    });
}

/// Calls back when another tab changed something.
pub fn on_change(callback: impl Fn(Change) + Clone + 'static) -> Listening {
    let mut listeners = Vec::new();
    let channel = TABS.with(Clone::clone).and_then(|tabs| tabs.dyn_into::<EventTarget>().ok());
    if let Some(channel) = channel {
        let told = callback.clone();
        listeners.push(EventListener::new(&channel, "message", move |event| {
            let word = get(event, "data").and_then(|word| word.dyn_into::<JsString>().ok());
            told(if word.is_some_and(|word| word == ALL_REMOVED) {
                Change::AllRemoved
            } else {
                Change::Drafts
            });
        }));
    }
    if let Some(window) = web_sys::window() {
        // What another tab keeps, and drafts of older pages, lie among the small settings.
        listeners.push(EventListener::new(&window, "storage", move |_| callback(Change::Drafts)));
    }
    Listening::new(listeners)
}
