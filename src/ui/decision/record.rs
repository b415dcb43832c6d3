//! What happened to the assessment, with a form for one more event.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::{Sheet, SheetAction};
use crate::domain::assessment::{Event, EventKind};
use crate::domain::date::Date;
use crate::format::{MAX_TEXT, MAX_TITLE};
use crate::i18n::date::{DateProblem, parse_date_text};
use crate::i18n::text::{DecideText, OverviewText};
use crate::ui::context::{Page, use_page};
use crate::ui::shared::Shared;

/// The assessment on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RecordProps {
    pub(super) sheet: Shared<Sheet>,
}

/// What is typed for one more event.
#[derive(Clone, Debug, Default, PartialEq)]
struct TypedEvent {
    note: String,
    by: String,
    on: String,
}

impl TypedEvent {
    /// The day, where one is typed.
    fn day(&self) -> Option<Result<Date, DateProblem>> {
        Some(self.on.trim()).filter(|on| !on.is_empty()).map(parse_date_text)
    }

    /// The event; without a day it is of today. A day that cannot be read keeps it from becoming another one.
    fn event(&self, today: Date) -> Event {
        Event {
            kind: EventKind::Decided,
            on: Some(self.day().and_then(Result::ok).unwrap_or(today)),
            by: Some(self.by.trim().to_owned()).filter(|by| !by.is_empty()),
            note: Some(self.note.trim().to_owned()),
        }
    }

    fn is_ready(&self) -> bool {
        let fits = fits(&self.note, MAX_TEXT) && fits(&self.by, MAX_TITLE);
        fits && !self.note.trim().is_empty() && !matches!(self.day(), Some(Err(_)))
    }
}

/// Whether a file may hold such a text.
fn fits(text: &str, limit: usize) -> bool {
    text.trim().chars().nth(limit).is_none()
}

/// The list, and the form below it.
#[component]
pub(super) fn Record(props: &RecordProps) -> Html {
    let page = use_page();
    let words = page.words;
    let typed = use_state_eq(TypedEvent::default);
    let events = &props.sheet.assessment().events;
    let lines = events.iter().enumerate().map(|(place, event)| event_line(&page, place, event));
    html! {
        <section id="decide-events" class="decided" aria-labelledby="decide-events-heading">
            <h2 class="small-heading" id="decide-events-heading">{ words.text(DecideText::Happened) }</h2>
            if events.is_empty() {
                <p class="quiet">{ words.text(OverviewText::NoEvents) }</p>
            } else {
                <ul id="events" class="no-max-width">{ for lines }</ul>
            }
            if !page.locked { { form(&page, &typed) } }
        </section>
    }
}

fn event_line(page: &Page, place: usize, event: &Event) -> Html {
    let words = page.words;
    let is_lock = matches!(event.kind, EventKind::Locked | EventKind::Unlocked);
    let remove = page.sending(SheetAction::RemoveEvent(place));
    html! {
        <li>
            { words.event(event) }
            if !is_lock && !page.locked {
                { " " }
                <button type="button" class="text-button small screen-only" onclick={remove}>
                    { words.text(DecideText::RemoveEvent) }<span class="sr-only">{ format!(": {}", words.event(event)) }</span>
                </button>
            }
        </li>
    }
}

fn form(page: &Page, typed: &UseStateHandle<TypedEvent>) -> Html {
    let words = page.words;
    let day_said = match typed.day() {
        Some(Err(problem)) => (words.date_problem(problem), true),
        _ => (words.text(DecideText::OnDayHint).to_owned(), false),
    };
    let unfit = |text: &str, limit| (!fits(text, limit)).then(|| (words.text_too_long(limit), true));
    let (note_said, by_said) = (unfit(&typed.note, MAX_TEXT), unfit(&typed.by, MAX_TITLE));
    let add = {
        let (setter, typed) = (typed.setter(), (**typed).clone());
        page.sending_today(move |today| {
            setter.set(TypedEvent::default());
            SheetAction::Record(typed.event(today))
        })
    };
    html! { <>
        <div class="decided__row screen-only">
            { event_field(("event-note", words.text(DecideText::WhatHappened)), note_said, typed, |typed| &mut typed.note) }
            { event_field(("event-by", words.text(DecideText::ByWhom)), by_said, typed, |typed| &mut typed.by) }
            { event_field(("event-on", words.text(DecideText::OnDay)), Some(day_said), typed, |typed| &mut typed.on) }
        </div>
        <button id="add-event" type="button" class="button button-secondary button-small screen-only" disabled={!typed.is_ready()} onclick={add}>
            { words.text(DecideText::AddEvent) }
        </button>
    </> }
}

/// A field with its name, and with what is said below it and whether that says what is wrong.
fn event_field(
    (id, label): (&'static str, &'static str),
    hint: Option<(String, bool)>,
    typed: &UseStateHandle<TypedEvent>,
    part: fn(&mut TypedEvent) -> &mut String,
) -> Html {
    let value = std::mem::take(part(&mut (**typed).clone()));
    let (setter, typed) = (typed.setter(), (**typed).clone());
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            let mut next = typed.clone();
            *part(&mut next) = input.value();
            setter.set(next);
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
                aria-invalid={hint.as_ref().map(|(_, wrong)| wrong.to_string())}
                aria-describedby={hint.as_ref().map(|_| format!("{id}-said"))}
                {value}
                {oninput}
            />
            if let Some((words, wrong)) = hint {
                <span id={format!("{id}-said")} class={if wrong { "field__error" } else { "field__hint" }}>{ words }</span>
            }
        </div>
    }
}
