//! Lists what happened to an assessment.

use yew::prelude::*;

use crate::domain::assessment::Assessment;
use crate::i18n::Words;
use crate::i18n::text::OverviewText;
use crate::ui::decision::event_text;

/// Draws the events of an assessment, the oldest first.
pub(super) fn events(assessment: &Assessment, words: Words) -> Html {
    if assessment.events.is_empty() {
        return html! { <p class="quiet">{ words.text(OverviewText::NoEvents) }</p> };
    }
    html! {
        <ul id="events" class="no-max-width">
            { for assessment.events.iter().map(|event| html! { <li>{ event_text(event, words) }</li> }) }
        </ul>
    }
}
