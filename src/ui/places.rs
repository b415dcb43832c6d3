//! Links the places of the page.

use std::mem::discriminant;

use yew::prelude::*;

use super::context::use_words;
use crate::app::{AssessmentsPart, ContractPart, Route};
use crate::i18n::Words;
use crate::i18n::text::{OverviewText, PageText};

const CONTRACT: Route = Route::Contract(ContractPart::Said);

/// A likely number of findings, which holds room for the true one.
const LIKELY: usize = 10;

/// The place that is shown, the places that the contract has, and the number of its findings.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PlacesProps {
    pub(crate) current: Route,
    pub(crate) has_pay: bool,
    pub(crate) has_risks: bool,
    /// `None` until they are counted.
    pub(crate) findings: Option<usize>,
}

/// Draws the links between the places of an open contract.
#[component]
pub(crate) fn Places(props: &PlacesProps) -> Html {
    let words = use_words();
    let all = [
        (Route::Results(None), true),
        (Route::Pay, props.has_pay),
        (Route::Risks, props.has_risks),
        (Route::Assessments(AssessmentsPart::List), true),
        (Route::Decision, true),
        (Route::Papers(None), true),
        (CONTRACT, true),
    ];
    let shown = all.into_iter().filter_map(|(place, has)| has.then_some(place));
    let link = |place: Route| {
        let is_current = discriminant(&place) == discriminant(&props.current)
            || place == CONTRACT && matches!(props.current, Route::Writing(_));
        let current = is_current.then_some("page");
        let id = place.address().replacen('#', "place-", 1);
        html! {
            <li key={id.clone()}>
                <a {id} class="places__place" href={place.address()} aria-current={current}>
                    { route_text(&place, words) }
                    if place == CONTRACT { { count(props.findings, words) } }
                </a>
            </li>
        }
    };
    html! {
        <nav class="places" aria-label={words.text(PageText::Places)}>
            <div class="places__row within">
                <ul class="places__list nobullet-list no-max-width">{ for shown.map(link) }</ul>
            </div>
        </nav>
    }
}

/// Draws the number of findings. Where it is zero or unknown it takes room all the same, so that nothing moves later.
fn count(found: Option<usize>, words: Words) -> Html {
    let found = found.filter(|found| *found > 0);
    let (number, id) = (found.unwrap_or(LIKELY), found.map(|_| "finding-count"));
    let class = classes!("places__count", found.is_none().then_some("places__count--none"));
    // Read out, the number is a word of its own.
    html! { <>{ " " }<span {class} {id}>{ words.count(number) }<span>{ format!(" {}", words.findings_noun(number)) }</span></span></> }
}

pub(crate) fn route_text(route: &Route, words: Words) -> &'static str {
    match route {
        Route::Results(_) => words.text(PageText::Results),
        Route::Pay => words.text(PageText::Pay),
        Route::WhatIf => words.text(OverviewText::WhatIf),
        Route::Risks => words.text(PageText::Risks),
        Route::Assessments(_) => words.text(OverviewText::Assessments),
        Route::Decision => words.text(OverviewText::Decision),
        Route::Papers(_) => words.text(OverviewText::Papers),
        Route::Contract(_) | Route::Writing(_) => words.text(PageText::Contract),
        Route::Start => words.text(PageText::Start),
        Route::Portfolio => words.text(PageText::Portfolio),
        Route::Help => words.text(PageText::Help),
    }
}
