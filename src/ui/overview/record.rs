//! What happened to the assessment, with a form for one more event.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::app::{Sheet, SheetAction};
use crate::domain::assessment::{Event, EventKind};
use crate::i18n::date::parse_date_text;
use crate::i18n::text::overview::happened as said;
use crate::i18n::text::problem::date_problem;
use crate::i18n::text::{DecideText, OverviewText};
use crate::ui::context::use_page;
use crate::ui::shared::Shared;

/// The assessment on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RecordProps {
    pub(super) sheet: Shared<Sheet>,
}

/// What an event is made of, in the order of the fields.
const FIELDS: [&str; 3] = ["event-note", "event-by", ON];

/// The field of the day.
const ON: &str = "event-on";

/// The list, and the form below it. An event without a day is of today.
#[component]
pub(super) fn Record(props: &RecordProps) -> Html {
    let page = use_page();
    let lang = page.lang;
    let texts = use_state_eq(|| [const { String::new() }; 3]);
    let [note, by, on] = &*texts;
    let labels =
        [DecideText::WhatHappened.text(lang), DecideText::ByWhom.text(lang), DecideText::OnDay.text(lang)];
    // A day that cannot be read keeps the button from making it another one, and the field says so.
    let day = Some(on.trim()).filter(|on| !on.is_empty()).map(parse_date_text);
    let day_said = match day {
        Some(Err(problem)) => (date_problem(problem, lang), true),
        _ => (DecideText::OnDayHint.text(lang).to_owned(), false),
    };
    let field = |place: usize, (id, label): (&'static str, &'static str)| {
        let (setter, texts) = (texts.setter(), (*texts).clone());
        let hint = Some(&day_said).filter(|_| id == ON);
        let value = texts.get(place).cloned().unwrap_or_default();
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                let mut next = texts.clone();
                if let Some(text) = next.get_mut(place) {
                    *text = input.value();
                }
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
                    aria-invalid={hint.map(|(_, wrong)| wrong.to_string())}
                    aria-describedby={hint.map(|_| "event-on-said")}
                    {value}
                    {oninput}
                />
                if let Some((words, wrong)) = hint {
                    <span id="event-on-said" class={if *wrong { "field__error" } else { "field__hint" }}>{ words }</span>
                }
            </div>
        }
    };
    let is_ready = !note.trim().is_empty() && !matches!(day, Some(Err(_)));
    let add = {
        let setter = texts.setter();
        let (note, by) = (note.trim().to_owned(), Some(by.trim().to_owned()).filter(|by| !by.is_empty()));
        page.sending_today(move |today| {
            setter.set([const { String::new() }; 3]);
            let on = day.and_then(Result::ok).unwrap_or(today);
            SheetAction::Record(Event {
                kind: EventKind::Decided,
                on: Some(on),
                by: by.clone(),
                note: Some(note.clone()),
            })
        })
    };
    let events = &props.sheet.assessment().events;
    let line = |(place, event): (usize, &Event)| {
        let is_lock = matches!(event.kind, EventKind::Locked | EventKind::Unlocked);
        let remove = page.sending(SheetAction::RemoveEvent(place));
        html! {
            <li>
                { said(event, lang) }
                if !is_lock && !page.locked {
                    { " " }
                    <button type="button" class="text-button small screen-only" onclick={remove}>
                        { DecideText::RemoveEvent.text(lang) }<span class="sr-only">{ format!(": {}", said(event, lang)) }</span>
                    </button>
                }
            </li>
        }
    };
    html! {
        <section id="decide-events" class="decided" aria-labelledby="decide-events-heading">
            <h3 class="small-heading" id="decide-events-heading">{ DecideText::Happened.text(lang) }</h3>
            if events.is_empty() {
                <p class="quiet">{ OverviewText::NoEvents.text(lang) }</p>
            } else {
                <ul id="events" class="no-max-width">{ for events.iter().enumerate().map(line) }</ul>
            }
            if !page.locked {
                <div class="decided__row screen-only">
                    { for FIELDS.into_iter().zip(labels).enumerate().map(|(place, of)| field(place, of)) }
                </div>
                <button id="add-event" type="button" class="button button-secondary button-small screen-only" disabled={!is_ready} onclick={add}>
                    { DecideText::AddEvent.text(lang) }
                </button>
            }
        </section>
    }
}
