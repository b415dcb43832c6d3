//! The bar of secured, open and lost points.

use yew::prelude::*;

use super::hatch::OPEN;
use crate::domain::number::{Decimal, quotient};

/// Secured in one colour, open hatched, lost in another; the hatching tells them apart without colour. The label
/// says in words what the bar shows.
pub(crate) fn bar(secured: Decimal, open: Decimal, lost: Decimal, label: String) -> Html {
    let whole = secured + open + lost.max(Decimal::ZERO);
    let part = |amount: Decimal| percent(amount.max(Decimal::ZERO), whole);
    let from_open = percent(secured, whole);
    let from_lost = percent(secured + open, whole);
    let (secured, open, lost) = (part(secured), part(open), part(lost));
    html! {
        <svg class="bar" role="img" aria-label={label} focusable="false">
            <rect class="fill-secured" x="0" width={secured} height="100%" />
            <rect fill={OPEN} x={from_open} width={open} height="100%" />
            <rect class="fill-lost" x={from_lost} width={lost} height="100%" />
        </svg>
    }
}

fn percent(part: Decimal, whole: Decimal) -> String {
    let share = quotient(part * Decimal::ONE_HUNDRED, whole, 2).unwrap_or_default();
    format!("{share}%")
}
