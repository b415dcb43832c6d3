//! Announces changes to screen readers: what happened, and what the score became.

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::context::use_words;
use super::later::use_said;
use super::shared::{Shared, StateProps};
use crate::domain::evaluation::Evaluation;
use crate::domain::number::Points;
use crate::i18n::Words;

/// How long nothing changes before the score is announced (milliseconds): one announcement a keystroke would be noise.
const QUIET: u32 = 1200;

/// Draws two live regions, out of sight.
#[component]
pub(crate) fn Announcer(props: &StateProps) -> Html {
    let words = use_words();
    let said = use_state_eq(String::new);
    let known = use_mut_ref(String::new);
    let opening = props.state.case.as_ref().map(|case| (case.opening.clone(), case.current));
    let last_opening = use_mut_ref(|| None);
    let evaluation = props.state.evaluation().map(Shared::from);
    use_effect_with((evaluation, words), {
        let said = said.setter();
        move |(evaluation, words)| {
            let score = evaluation.as_ref().map(|evaluation| score(evaluation, *words)).unwrap_or_default();
            // The score of an assessment that has just been opened is no change.
            let is_new = last_opening.replace(opening.clone()) != opening;
            let changed = !is_new && *known.borrow() != score;
            known.replace(score.clone());
            let timeout = changed.then(|| Timeout::new(QUIET, move || said.set(score)));
            move || drop(timeout)
        }
    });
    let message = use_said(props.state.message.as_deref(), words);
    // The findings come after the first view, or with the file.
    let found = props.state.case.as_ref().map_or(0, |case| case.findings.len());
    let found = if found == 0 { String::new() } else { words.findings_in_contract(found) };
    html! { <>
        <div class="sr-only" role="status" id="announced-message">{ message.unwrap_or_default() }</div>
        <div class="sr-only" role="status" id="announced-findings">{ found }</div>
        <div class="sr-only" role="status" id="announced-score">{ (*said).clone() }</div>
    </> }
}

/// Says the score in one sentence; empty for an unweighted contract.
fn score(evaluation: &Evaluation, words: Words) -> String {
    let Some(institution) = &evaluation.institution else {
        return String::new();
    };
    let [secured, lost, open] =
        [institution.sum.secured(), institution.sum.lost().max(Points::default()), institution.sum.open()]
            .map(|points| words.number(points.0));
    let pay = evaluation.pay.as_ref().map(|pay| words.share_percent(pay.fraction));
    words.score_aloud(&secured, &lost, &open, pay.as_deref())
}
