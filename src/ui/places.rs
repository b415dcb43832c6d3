//! The places of the page and the way between them: links to addresses within the page. Beside them, always in view, the state of the file.

use yew::prelude::*;

use super::context::use_lang;
use super::file::FileState;
use crate::domain::contract::GoalId;
use crate::i18n::number::format_count;
use crate::i18n::text::PageText;
use crate::i18n::text::page::findings;

/// A place of the page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// The goals, perhaps with one of them asked for.
    Results(Option<String>),
    Pay,
    Risks,
    /// Assessments, what can be done with them and what comes out; perhaps with a part of it asked for.
    Overview(Option<String>),
    Contract,
    /// Where contracts are opened. Without an open contract every address leads here.
    #[default]
    Start,
}

impl Place {
    /// The place that an address speaks of, `#resultater` and the like.
    pub(crate) fn of_address(hash: &str) -> Self {
        let name = hash.trim_start_matches('#');
        match name.split_once('/') {
            Some(("resultater", goal)) => Self::Results(Some(goal.to_owned())),
            Some(("overblik", part)) => Self::Overview(Some(part.to_owned())),
            _ => match name {
                "resultater" => Self::Results(None),
                "resultatloen" => Self::Pay,
                "risici" => Self::Risks,
                "overblik" => Self::Overview(None),
                "kontrakt" => Self::Contract,
                _ => Self::Start,
            },
        }
    }

    /// The address of a place.
    pub(crate) fn address(&self) -> String {
        match self {
            Self::Results(None) => "#resultater".to_owned(),
            Self::Results(Some(goal)) => format!("#resultater/{goal}"),
            Self::Pay => "#resultatloen".to_owned(),
            Self::Risks => "#risici".to_owned(),
            Self::Overview(None) => "#overblik".to_owned(),
            Self::Overview(Some(part)) => format!("#overblik/{part}"),
            Self::Contract => "#kontrakt".to_owned(),
            Self::Start => "#start".to_owned(),
        }
    }

    /// A goal's row, which opens.
    pub(crate) fn goal(goal: &GoalId) -> Self {
        Self::Results(Some(goal.to_string()))
    }

    /// Its name.
    pub(crate) fn text(&self) -> PageText {
        match self {
            Self::Results(_) => PageText::Results,
            Self::Pay => PageText::Pay,
            Self::Risks => PageText::Risks,
            Self::Overview(_) => PageText::Overview,
            Self::Contract => PageText::Contract,
            Self::Start => PageText::Start,
        }
    }
}

/// Which place is shown, which ones the contract has, and how much was found in it.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PlacesProps {
    pub(crate) current: Place,
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
        (Place::Results(None), true),
        (Place::Pay, props.has_pay),
        (Place::Risks, props.has_risks),
        (Place::Overview(None), true),
        (Place::Contract, true),
    ];
    let shown = all.into_iter().filter_map(|(place, has)| has.then_some(place));
    let is_current = |place: &Place| match (place, &props.current) {
        (Place::Results(_), Place::Results(_)) | (Place::Overview(_), Place::Overview(_)) => true,
        (place, current) => place == current,
    };
    let link = |place: Place| {
        let current = is_current(&place).then_some("page");
        let id = place.address().replacen('#', "place-", 1);
        html! {
            <li key={id.clone()}>
                <a {id} class="places__place" href={place.address()} aria-current={current}>
                    { place.text().text(lang) }
                    if place == Place::Contract && props.findings > 0 {
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
