//! Draws figures that may be ranges: a goal's points, `0–125 / 125` while they are open, and columns of them.

use yew::prelude::*;

use crate::app::element_id;
use crate::domain::evaluation::GoalOutcome;
use crate::i18n::Words;

/// Draws the points of a goal out of those that it can give; nothing in an unweighted contract.
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

/// Draws a figure or a range in a column, so that upper and lower ends are aligned.
pub(crate) fn in_columns(figure: &str) -> Html {
    match figure.split_once(DASH) {
        Some((from, to)) => {
            html! { <>{ from }<span class="range-end"><span>{ DASH }</span><span>{ to }</span></span></> }
        }
        None => figure.into(),
    }
}

/// The dash between the ends of a range; a minus is another sign.
const DASH: char = '–';
