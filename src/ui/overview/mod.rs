//! Overblik: the assessments of the case, what can be done with them, and what comes out of them.
//!
//! Each part has an address of its own below `#overblik/`; a part may have more behind a further slash.

mod assessments;
mod compare;
mod decision;
mod duty;
mod events;
mod form;
mod goal_choice;
mod locking;
mod papers;
mod record;
mod sheets;
mod what_if;

pub(crate) use what_if::WhatIfBanner;

use yew::prelude::*;

use super::context::use_lang;
use super::shared::Shared;
use crate::app::{Case, Sheet};
use crate::i18n::text::{OverviewText, PageText};

/// The case, its assessment on the screen, and which part is asked for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct OverviewProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
    /// What stands behind `#overblik/`; the first part where nothing does.
    pub(crate) part: Option<AttrValue>,
}

/// What a part is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PartProps {
    pub(super) case: Shared<Case>,
    pub(super) sheet: Shared<Sheet>,
    /// What stands behind the part's own address, such as the name of a paper; empty as a rule.
    pub(super) rest: AttrValue,
}

/// A part of the overview: its name in addresses, its heading, and how it is drawn.
type Part = (&'static str, OverviewText, fn(PartProps) -> Html);

/// Every part, in the order of the links to them.
const PARTS: &[Part] = &[
    ("vurderinger", OverviewText::Assessments, |props| html! { <assessments::Assessments ..props /> }),
    ("sammenlign", OverviewText::Compare, |props| html! { <compare::Compare ..props /> }),
    ("hvad-nu-hvis", OverviewText::WhatIf, |props| html! { <what_if::WhatIf ..props /> }),
    ("orientering", OverviewText::Duty, |props| html! { <duty::DutyPart ..props /> }),
    ("afgoerelse", OverviewText::Decision, |props| html! { <decision::DecisionPart ..props /> }),
    ("papirer", OverviewText::Papers, |props| html! { <papers::Papers ..props /> }),
];

/// The overview: links to its parts, and the part that is asked for.
#[component]
pub(crate) fn Overview(props: &OverviewProps) -> Html {
    let lang = use_lang();
    let asked = props.part.as_deref().unwrap_or_default();
    let (name, rest) = asked.split_once('/').unwrap_or((asked, ""));
    let shown = PARTS.iter().find(|(part, ..)| *part == name).or(PARTS.first());
    let Some((current, heading, draw)) = shown else {
        return Html::default();
    };
    let part =
        PartProps { case: props.case.clone(), sheet: props.sheet.clone(), rest: rest.to_owned().into() };
    html! { <>
        <h1 class="place-heading screen-only">{ PageText::Overview.text(lang) }</h1>
        <nav class="parts screen-only" aria-label={OverviewText::Parts.text(lang)}>
            <ul class="parts__list no-max-width">
                { for PARTS.iter().map(|(part, name, _)| html! {
                    <li key={*part}>
                        <a
                            id={format!("part-{part}")}
                            href={format!("#overblik/{part}")}
                            aria-current={(part == current).then_some("page")}
                        >
                            { name.text(lang) }
                        </a>
                    </li>
                }) }
            </ul>
        </nav>
        <section key={*current}>
            <h2 class="section-heading">{ heading.text(lang) }</h2>
            { draw(part) }
        </section>
    </> }
}
