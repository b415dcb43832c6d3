//! Writes figures as the chain's formulas need them.

use yew::AttrValue;

use super::PayView;
use crate::domain::number::{Kroner, Percent, Points, Span};
use crate::i18n::Words;

/// Writes points with as many decimals as the contract's.
pub(super) fn points_fixed(ground: PayView, points: Span<Points>) -> AttrValue {
    ground.words.fixed_points(points, ground.case.contract.contract.decimals()).into()
}

/// Writes an amount, or the range of it.
pub(super) fn kroner(amount: Span<Kroner>, words: Words) -> AttrValue {
    words.kroner_range(amount).into()
}

/// Writes an amount without its currency.
pub(super) fn bare_amount(amount: Kroner, words: Words) -> String {
    words.fixed(amount.0, 2)
}

pub(super) fn percent_text(percent: Percent, words: Words) -> String {
    words.percent(percent.0)
}

/// Puts a range within a formula in parentheses.
pub(super) fn parenthesised(text: &str, is_settled: bool) -> String {
    if is_settled { text.to_owned() } else { format!("({text})") }
}
