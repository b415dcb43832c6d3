//! The agreement's areas with their targets, where they are judged together.

use yew::prelude::*;

use super::PayView;
use crate::domain::contract::{Goal, IndividualRule};
use crate::i18n::Lang;
use crate::i18n::target::goal_target_text;
use crate::i18n::text::PayText;

/// The areas as a table; nothing where they stand in the chain already.
pub(super) fn areas(ground: PayView) -> Html {
    let lang = ground.lang;
    let areas = &ground.agreement.areas;
    if areas.is_empty() || ground.agreement.individual_rule() == IndividualRule::Areas {
        return Html::default();
    }
    html! {
        <section id="areas" tabindex="-1">
            <h2 class="section-heading">{ PayText::AreasHeading.text(lang) }</h2>
            <table class="table table--compact table--borderless table--responsive-headers">
                <caption class="sr-only">{ PayText::AreasHeading.text(lang) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ PayText::Area.text(lang) }</th>
                        <th scope="col">{ PayText::Requirement.text(lang) }</th>
                    </tr>
                </thead>
                <tbody>{ for areas.iter().map(|area| area_row(area, lang)) }</tbody>
            </table>
        </section>
    }
}

fn area_row(area: &Goal, lang: Lang) -> Html {
    html! {
        <tr key={area.id.as_str()}>
            <td data-title={PayText::Area.text(lang)}>{ &area.title }</td>
            <td data-title={PayText::Requirement.text(lang)}>{ goal_target_text(area, lang) }</td>
        </tr>
    }
}
