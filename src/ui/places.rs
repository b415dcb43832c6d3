//! The links between the places of the page, and beside them, always in view, the state of the file.

use std::mem::discriminant;

use yew::prelude::*;

use super::context::use_lang;
use super::file::FileState;
use crate::app::{AssessmentsPart, Route};
use crate::i18n::Lang;
use crate::i18n::number::format_count;
use crate::i18n::text::page::findings;
use crate::i18n::text::{OverviewText, PageText};

/// Which place is shown, which ones the contract has, and how much was found in it.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PlacesProps {
    pub(crate) current: Route,
    /// Whether the work is in a file, and which.
    pub(crate) file: FileState,
    pub(crate) has_pay: bool,
    pub(crate) has_risks: bool,
    pub(crate) findings: usize,
}

/// The links between the places of an open contract.
#[component]
pub(crate) fn Places(props: &PlacesProps) -> Html {
    let lang = use_lang();
    let all = [
        (Route::Results(None), true),
        (Route::Pay, props.has_pay),
        (Route::Risks, props.has_risks),
        (Route::Assessments(AssessmentsPart::List), true),
        (Route::Decision, true),
        (Route::Papers(None), true),
        (Route::Contract, true),
    ];
    let shown = all.into_iter().filter_map(|(place, has)| has.then_some(place));
    let link = |place: Route| {
        let current = (discriminant(&place) == discriminant(&props.current)).then_some("page");
        let id = place.address().replacen('#', "place-", 1);
        html! {
            <li key={id.clone()}>
                <a {id} class="places__place" href={place.address()} aria-current={current}>
                    { route_text(&place, lang) }
                    if place == Route::Contract && props.findings > 0 {
                        <span class="places__count" id="finding-count">{ format_count(props.findings, lang) }<span>{ format!(" {}", findings(props.findings, lang)) }</span></span>
                    }
                </a>
            </li>
        }
    };
    html! {
        <nav class="places" aria-label={PageText::Places.text(lang)}>
            <div class="places__row within">
                <ul class="places__list nobullet-list no-max-width">{ for shown.map(link) }</ul>
                { props.file.show(lang) }
            </div>
        </nav>
    }
}

fn route_text(route: &Route, lang: Lang) -> &'static str {
    match route {
        Route::Results(_) => PageText::Results.text(lang),
        Route::Pay => PageText::Pay.text(lang),
        Route::WhatIf => OverviewText::WhatIf.text(lang),
        Route::Risks => PageText::Risks.text(lang),
        Route::Assessments(_) => OverviewText::Assessments.text(lang),
        Route::Decision => OverviewText::Decision.text(lang),
        Route::Papers(_) => OverviewText::Papers.text(lang),
        Route::Contract => PageText::Contract.text(lang),
        Route::Start => PageText::Start.text(lang),
    }
}
