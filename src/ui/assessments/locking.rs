//! Closing the assessment that is shown, and opening it again; both are recorded with the day.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::SheetAction;
use crate::domain::assessment::{Event, EventKind};
use crate::i18n::text::OverviewText;
use crate::ui::context::use_page;

/// A remark, and the button that closes or opens.
#[component]
pub(super) fn Locking() -> Html {
    let page = use_page();
    let words = page.words;
    let note = use_state_eq(String::new);
    let oninput = use_callback(note.setter(), |event: InputEvent, note| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            note.set(input.value());
        }
    });
    let (kind, word) = if page.locked {
        (EventKind::Unlocked, OverviewText::Unlock)
    } else {
        (EventKind::Locked, OverviewText::Lock)
    };
    let (said, clear) = ((*note).trim().to_owned(), note.setter());
    let onclick = page.sending_today(move |today| {
        clear.set(String::new());
        let note = (!said.is_empty()).then(|| said.clone());
        SheetAction::Record(Event { kind, on: Some(today), by: None, note })
    });
    html! {
        <div class="results-head">
            <div class="field">
                <label class="field__label" for="lock-note">{ words.text(OverviewText::LockNote) }</label>
                <input
                    id="lock-note"
                    class="form-input field__text"
                    type="text"
                    autocomplete="off"
                    value={(*note).clone()}
                    aria-describedby="lock-hint"
                    {oninput}
                />
                <span class="field__hint" id="lock-hint">{ words.text(OverviewText::LockHint) }</span>
            </div>
            <button id="lock" type="button" class="button button-secondary button-small" {onclick}>{ words.text(word) }</button>
        </div>
    }
}
