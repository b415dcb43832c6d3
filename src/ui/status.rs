//! Shows where a goal stands, as a sign and a word.

use yew::prelude::*;

use crate::domain::evaluation::{GoalOutcome, GoalStatus};
use crate::i18n::Words;
use crate::i18n::status::{is_left_to_judgement, is_overdue};

/// Draws the sign and the word for a goal.
pub(crate) fn status(outcome: &GoalOutcome, words: Words) -> Html {
    html! {
        <span class="status" data-status={status_name(outcome.status)}>
            { sign(outcome.status, is_overdue(outcome)) }
            <span>{ words.outcome_status(outcome) }</span>
        </span>
    }
}

/// Draws them for an individual area; the word alone where the judgement of all areas decides.
pub(crate) fn area_status(outcome: &GoalOutcome, words: Words) -> Html {
    if !is_left_to_judgement(outcome) {
        return status(outcome, words);
    }
    html! { <span class="status quiet" data-status="together">{ words.area_status_text(outcome) }</span> }
}

/// Draws the sign alone, where the word stands beside it.
pub(crate) fn sign(status: GoalStatus, overdue: bool) -> Html {
    let class = classes!("sign", if overdue { "sign-overdue".to_owned() } else { sign_class(status) });
    html! {
        <svg {class} viewBox="0 0 20 20" aria-hidden="true" focusable="false">{ shape(status, overdue) }</svg>
    }
}

/// Returns the class that sets the colour of this status.
pub(crate) fn sign_class(status: GoalStatus) -> String {
    format!("sign-{}", status_name(status))
}

/// Returns the status as tests and styles name it.
fn status_name(status: GoalStatus) -> &'static str {
    match status {
        GoalStatus::Met => "met",
        GoalStatus::PartlyMet => "partly-met",
        GoalStatus::NotMet => "not-met",
        GoalStatus::Open => "open",
        GoalStatus::Undetermined => "undetermined",
        GoalStatus::Lapsed => "lapsed",
    }
}

fn shape(status: GoalStatus, overdue: bool) -> Html {
    let dashed = html! { <circle class="sign__ring sign__ring--dashed" cx="10" cy="10" r="8.4" /> };
    match status {
        GoalStatus::Met => html! { <>
            <circle class="sign__body" cx="10" cy="10" r="9.4" />
            <path class="sign__mark" d="M5.6 10.4 8.7 13.4 14.4 7" />
        </> },
        GoalStatus::NotMet => html! { <>
            <circle class="sign__body" cx="10" cy="10" r="9.4" />
            <path class="sign__mark" d="M6.8 6.8 13.2 13.2M13.2 6.8 6.8 13.2" />
        </> },
        GoalStatus::PartlyMet => html! { <>
            <circle class="sign__ring" cx="10" cy="10" r="8.4" />
            <path class="sign__body" d="M10 1.6A8.4 8.4 0 0 0 10 18.4Z" />
        </> },
        GoalStatus::Open if overdue => html! { <>
            { dashed }
            <path class="sign__mark sign__mark--ink" d="M10 5.4 10 10.8" />
            <circle class="sign__dot" cx="10" cy="14" r="1.3" />
        </> },
        GoalStatus::Open => dashed,
        GoalStatus::Undetermined => html! { <>
            { dashed }
            <path class="sign__mark sign__mark--ink" d="M7.7 8.1A2.3 2.3 0 1 1 10 10.4L10 11.6" />
            <circle class="sign__dot" cx="10" cy="14.2" r="1.2" />
        </> },
        GoalStatus::Lapsed => html! { <>
            <circle class="sign__ring" cx="10" cy="10" r="8.4" />
            <path class="sign__mark sign__mark--ink" d="M6 10 14 10" />
        </> },
    }
}
