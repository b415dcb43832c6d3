//! Draws a field that belongs to no assessment; its text stays with its form.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::domain::date::Date;
use crate::i18n::Words;
use crate::i18n::date::parse_date_text;
use crate::i18n::text::DecideText;

/// Draws a line of text with its name, and a message below it that may be an error.
pub(crate) fn plain_field(
    (id, label): (&'static str, &'static str),
    said: Option<(String, bool)>,
    value: String,
    change: impl Fn(String) + 'static,
) -> Html {
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            change(input.value());
        }
    });
    html! {
        <div class="field">
            <label class="field__label" for={id}>{ label }</label>
            <input
                {id}
                class="form-input field__text"
                type="text"
                autocomplete="off"
                aria-invalid={said.as_ref().map(|(_, wrong)| wrong.to_string())}
                aria-describedby={said.as_ref().map(|_| format!("{id}-said"))}
                {value}
                {oninput}
            />
            if let Some((words, wrong)) = said {
                <span id={format!("{id}-said")} class={if wrong { "field__error" } else { "field__hint" }}>{ words }</span>
            }
        </div>
    }
}

/// Reads the typed day, with the message below its field. An empty text is today; `None` where it is no day.
pub(crate) fn typed_day(
    text: &str,
    words: Words,
) -> (impl Fn(Date) -> Option<Date> + 'static, (String, bool)) {
    let text = text.trim();
    let read = (!text.is_empty()).then(|| parse_date_text(text));
    let said = match &read {
        Some(Err(problem)) => (words.date_problem(*problem), true),
        _ => (words.text(DecideText::OnDayHint).to_owned(), false),
    };
    let day = move |today: Date| read.as_ref().map_or(Some(today), |read| read.as_ref().ok().copied());
    (day, said)
}
