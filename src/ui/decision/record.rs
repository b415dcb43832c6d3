//! Records the events of the assessment, with a form for one more.

use yew::prelude::*;

use crate::app::{Sheet, SheetAction};
use crate::domain::assessment::{Event, EventKind};
use crate::domain::date::Date;
use crate::format::{MAX_TEXT, MAX_TITLE};
use crate::i18n::Words;
use crate::i18n::text::{DecideText, OverviewText};
use crate::ui::context::{Page, use_page};
use crate::ui::fields::{plain_field, typed_day};
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
    fn event(&self, on: Date) -> Event {
        Event {
            kind: EventKind::Decided,
            on: Some(on),
            by: Some(self.by.trim().to_owned()).filter(|by| !by.is_empty()),
            note: Some(self.note.trim().to_owned()),
            struck: None,
        }
    }

    fn is_ready(&self) -> bool {
        let fits = fits(&self.note, MAX_TEXT) && fits(&self.by, MAX_TITLE);
        fits && !self.note.trim().is_empty()
    }
}

/// Whether a file may hold such a text.
fn fits(text: &str, limit: usize) -> bool {
    text.trim().chars().nth(limit).is_none()
}

/// Draws the events, and below them the form.
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
    let stays = matches!(event.kind, EventKind::Locked | EventKind::Unlocked) || event.struck.is_some();
    let strike = page.sending_today(move |on| SheetAction::StrikeEvent { place, on });
    html! {
        <li>
            { event_text(event, words) }
            if !stays && !page.locked {
                { " " }
                <button type="button" class="text-button small screen-only" onclick={strike}>
                    { words.text(DecideText::StrikeEvent) }<span class="sr-only">{ format!(": {}", words.event(event)) }</span>
                </button>
            }
        </li>
    }
}

/// Writes an event; struck out where it does not hold, with when and by whom.
pub(crate) fn event_text(event: &Event, words: Words) -> Html {
    match &event.struck {
        Some(struck) => {
            html! { <><s>{ words.event(event) }</s>{ " " }<span class="small quiet">{ words.struck(struck) }</span></> }
        }
        None => words.event(event).into(),
    }
}

fn form(page: &Page, typed: &UseStateHandle<TypedEvent>) -> Html {
    let words = page.words;
    let (day, day_said) = typed_day(&typed.on, words);
    let unfit = |text: &str, limit| (!fits(text, limit)).then(|| (words.text_too_long(limit), true));
    let (note_said, by_said) = (unfit(&typed.note, MAX_TEXT), unfit(&typed.by, MAX_TITLE));
    let is_ready = typed.is_ready() && !day_said.1;
    let add = {
        let (setter, typed) = (typed.setter(), (**typed).clone());
        page.sending_today(move |today| {
            setter.set(TypedEvent::default());
            SheetAction::Record(typed.event(day(today).unwrap_or(today)))
        })
    };
    let field = |name: (&'static str, DecideText), said, part: fn(&mut TypedEvent) -> &mut String| {
        let value = std::mem::take(part(&mut (**typed).clone()));
        let (setter, typed) = (typed.setter(), (**typed).clone());
        plain_field((name.0, words.text(name.1)), said, value, move |text| {
            let mut next = typed.clone();
            *part(&mut next) = text;
            setter.set(next);
        })
    };
    html! { <>
        <div class="decided__row screen-only">
            { field(("event-note", DecideText::WhatHappened), note_said, |typed| &mut typed.note) }
            { field(("event-by", DecideText::ByWhom), by_said, |typed| &mut typed.by) }
            { field(("event-on", DecideText::OnDay), Some(day_said), |typed| &mut typed.on) }
        </div>
        <button id="add-event" type="button" class="button button-secondary button-small screen-only" disabled={!is_ready} onclick={add}>
            { words.text(DecideText::AddEvent) }
        </button>
    </> }
}
