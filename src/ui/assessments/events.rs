//! What happened to an assessment, as a list.

use yew::prelude::*;

use crate::domain::assessment::Assessment;
use crate::i18n::Lang;
use crate::i18n::text::OverviewText;
use crate::i18n::text::overview::happened;

/// The events of an assessment, the oldest first.
pub(super) fn events(assessment: &Assessment, lang: Lang) -> Html {
    if assessment.events.is_empty() {
        return html! { <p class="quiet">{ OverviewText::NoEvents.text(lang) }</p> };
    }
    html! {
        <ul id="events" class="no-max-width">
            { for assessment.events.iter().map(|event| html! { <li>{ happened(event, lang) }</li> }) }
        </ul>
    }
}
