//! The agreement's areas with their targets, where they are judged together.

use yew::prelude::*;

use super::PayView;
use crate::domain::contract::{Goal, IndividualRule};
use crate::i18n::Words;
use crate::i18n::text::PayText;

/// The areas as a table; nothing where they stand in the chain already.
pub(super) fn areas(ground: PayView) -> Html {
    let words = ground.words;
    let areas = &ground.agreement.areas;
    if areas.is_empty() || ground.agreement.individual_rule() == IndividualRule::Areas {
        return Html::default();
    }
    html! {
        <section id="areas" tabindex="-1">
            <h2 class="section-heading">{ words.text(PayText::AreasHeading) }</h2>
            <table class="table table--compact table--borderless table--responsive-headers">
                <caption class="sr-only">{ words.text(PayText::AreasHeading) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.text(PayText::Area) }</th>
                        <th scope="col">{ words.text(PayText::Requirement) }</th>
                    </tr>
                </thead>
                <tbody>{ for areas.iter().map(|area| area_row(area, words)) }</tbody>
            </table>
        </section>
    }
}

fn area_row(area: &Goal, words: Words) -> Html {
    html! {
        <tr key={area.id.as_str()}>
            <td data-title={words.text(PayText::Area)}>{ &area.title }</td>
            <td data-title={words.text(PayText::Requirement)}>{ words.goal_target(area) }</td>
        </tr>
    }
}
