//! What happened to an assessment, as a list.

use yew::prelude::*;

use crate::domain::assessment::{Assessment, Event};
use crate::i18n::Lang;
use crate::i18n::date::format_date;
use crate::i18n::text::OverviewText;
use crate::i18n::text::overview::event as kind_text;

/// The events of an assessment, the oldest first.
pub(super) fn events(assessment: &Assessment, lang: Lang) -> Html {
    if assessment.events.is_empty() {
        return html! { <p class="quiet">{ OverviewText::NoEvents.text(lang) }</p> };
    }
    html! {
        <ul id="events" class="no-max-width">
            { for assessment.events.iter().map(|event| html! { <li>{ said(event, lang) }</li> }) }
        </ul>
    }
}

/// `15.01.2010: Låst (KL). Underskrevet`.
pub(super) fn said(event: &Event, lang: Lang) -> String {
    let date = event.on.map(|date| format!("{}: ", format_date(date, lang))).unwrap_or_default();
    let by = event.by.as_ref().map(|by| format!(" ({by})")).unwrap_or_default();
    let note = event.note.as_ref().map(|note| format!(". {note}")).unwrap_or_default();
    format!("{date}{}{by}{note}", kind_text(event.kind).text(lang))
}
