//! The points of a goal: `150 / 150`, or `0–125 / 125` while they are open.

use yew::prelude::*;

use crate::app::element_id;
use crate::domain::evaluation::GoalOutcome;
use crate::i18n::Words;

/// The points of a goal out of those that it can give; nothing in an unweighted contract.
pub(crate) fn points(outcome: &GoalOutcome, words: Words) -> Html {
    let (Some(span), Some(weight)) = (outcome.points, outcome.weight) else {
        return Html::default();
    };
    html! {
        <span class="points" id={element_id("points", outcome.goal.as_str())}>
            <strong>{ words.points(span) }</strong>
            <span class="points__of">{ format!(" / {}", words.number(weight.max().0)) }</span>
        </span>
    }
}
