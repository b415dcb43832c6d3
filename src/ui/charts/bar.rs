//! Draws the bar of secured, expected, open and lost points.

use yew::prelude::*;

use super::hatch::{EXPECTED, OPEN};
use crate::domain::number::{Decimal, quotient};

/// The points of a bar. Negative ones are drawn as 0.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BarParts {
    pub(crate) secured: Decimal,
    pub(crate) open: Decimal,
    /// What is expected of the open points.
    pub(crate) expected: Decimal,
    pub(crate) lost: Decimal,
}

impl BarParts {
    /// Makes a bar without expected points.
    pub(crate) fn settled(secured: Decimal, open: Decimal, lost: Decimal) -> Self {
        Self { secured, open, expected: Decimal::ZERO, lost }
    }
}

/// Draws secured in one colour, open hatched, expected hatched lighter, lost in another colour. The hatches need no
/// colour, and the label says in words what the bar shows.
pub(crate) fn bar(parts: BarParts, label: String) -> Html {
    let [secured, open, lost] = [parts.secured, parts.open, parts.lost].map(|part| part.max(Decimal::ZERO));
    let whole = secured + open + lost;
    let expected = parts.expected.clamp(Decimal::ZERO, open);
    let part = |fill: Option<&'static str>, class: Option<&'static str>, from: Decimal, length: Decimal| {
        html! { <rect {class} {fill} x={percent(from, whole)} width={percent(length, whole)} height="100%" /> }
    };
    html! {
        <svg class="bar" role="img" aria-label={label} focusable="false">
            { part(None, Some("fill-secured"), Decimal::ZERO, secured) }
            if expected > Decimal::ZERO {
                { part(Some(EXPECTED), Some("bar__expected"), secured, expected) }
            }
            { part(Some(OPEN), None, secured + expected, open - expected) }
            { part(None, Some("fill-lost"), secured + open, lost) }
        </svg>
    }
}

fn percent(part: Decimal, whole: Decimal) -> String {
    let share = quotient(part * Decimal::ONE_HUNDRED, whole, 2).unwrap_or_default();
    format!("{share}%")
}
