//! Figures as the chain's formulas write them.

use yew::AttrValue;

use super::PayView;
use crate::domain::number::{Kroner, Percent, Points, Span};
use crate::i18n::Lang;
use crate::i18n::number::format_fixed;
use crate::i18n::text::figure;

/// Points with as many decimals as the contract's.
pub(super) fn points_fixed(ground: PayView, points: Span<Points>) -> AttrValue {
    figure::points_fixed(points, ground.case.contract.contract.decimals(), ground.lang).into()
}

/// An amount, or the range of it.
pub(super) fn kroner(amount: Span<Kroner>, lang: Lang) -> AttrValue {
    figure::kroner(amount, lang).into()
}

/// An amount without its currency.
pub(super) fn bare_amount(amount: Kroner, lang: Lang) -> String {
    format_fixed(amount.0, 2, lang)
}

pub(super) fn percent_text(percent: Percent, lang: Lang) -> String {
    figure::percent_of(percent.0, lang)
}

/// A range within a formula is held together by parentheses.
pub(super) fn parenthesised(text: &str, is_settled: bool) -> String {
    if is_settled { text.to_owned() } else { format!("({text})") }
}
