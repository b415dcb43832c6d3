//! Shows the place »Vurderinger«: the assessments of the case, two of them side by side, and the notices to the
//! department.

mod begin;
mod compare;
mod duty;
mod events;
mod list;
mod locking;

use yew::prelude::*;

use super::context::use_words;
use super::shared::{Shared, SheetProps};
use crate::app::{AssessmentsPart, Case, Route, Sheet};
use crate::i18n::text::OverviewText;

/// The case, its assessment on the screen, and which part is asked for.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct AssessmentsProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
    pub(crate) part: AssessmentsPart,
}

/// Draws the part that the address names, below the links to all parts.
#[component]
pub(crate) fn Assessments(props: &AssessmentsProps) -> Html {
    let words = use_words();
    let part = SheetProps { case: props.case.clone(), sheet: props.sheet.clone() };
    let link = |part: AssessmentsPart| {
        let current = (part == props.part).then_some("page");
        html! {
            <li key={part.code()}>
                <a id={format!("part-{}", part.code())} href={Route::Assessments(part).address()} aria-current={current}>
                    { words.text(heading(part)) }
                </a>
            </li>
        }
    };
    html! { <>
        <h1 class="place-heading">{ words.text(heading(props.part)) }</h1>
        <nav class="parts screen-only" aria-label={words.text(OverviewText::Parts)}>
            <ul class="parts__list no-max-width">{ for AssessmentsPart::ALL.map(link) }</ul>
        </nav>
        <div key={props.part.code()}>
            {
                match props.part {
                    AssessmentsPart::List => html! { <list::Assessments ..part /> },
                    AssessmentsPart::Compare => html! { <compare::Compare ..part /> },
                    AssessmentsPart::Notice => html! { <duty::DutyPart ..part /> },
                }
            }
        </div>
    </> }
}

fn heading(part: AssessmentsPart) -> OverviewText {
    match part {
        AssessmentsPart::List => OverviewText::Assessments,
        AssessmentsPart::Compare => OverviewText::Compare,
        AssessmentsPart::Notice => OverviewText::Duty,
    }
}
