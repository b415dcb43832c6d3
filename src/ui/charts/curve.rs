//! Draws the points of a goal over its results.

use yew::prelude::*;

use super::scale::Scale;
use crate::domain::number::Decimal;
use crate::i18n::Words;

const LEFT: i64 = 52;
const RIGHT: i64 = 380;
const TOP: i64 = 16;
const BOTTOM: i64 = 142;

/// Returns round numbers around the results that are drawn.
pub(crate) fn round_ends(values: impl Iterator<Item = Decimal> + Clone) -> Option<(Decimal, Decimal)> {
    let [low, _, high] = Scale::around(values, (LEFT, RIGHT))?.lines();
    Some((low, high))
}

/// Draws the curve through pairs of result and points in their order, with a dot at the result that is tried. The figures
/// stand beside it as text.
pub(crate) fn points_curve(
    pairs: &[(Decimal, Decimal)],
    tried: Option<(Decimal, Decimal)>,
    words: Words,
) -> Html {
    let heights = pairs.iter().map(|(_, points)| *points).chain([Decimal::ZERO]);
    let (Some((first, _)), Some((last, _)), Some(height)) =
        (pairs.first(), pairs.last(), Scale::around(heights, (BOTTOM, TOP)))
    else {
        return Html::default();
    };
    if first == last {
        return Html::default();
    }
    let width = Scale::between((*first, *last), (LEFT, RIGHT));
    let at = |(result, points): (Decimal, Decimal)| (width.position_of(result), height.position_of(points));
    let line =
        pairs.iter().map(|pair| at(*pair)).map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ");
    let dot = tried.filter(|(result, _)| first <= result && result <= last).map(at);
    html! {
        <svg class="chart chart--curve" viewBox="0 0 400 168" aria-hidden="true" focusable="false">
            { for height.lines().into_iter().map(|value| {
                let y = height.position_of(value);
                html! { <>
                    <line class="chart__grid" x1={LEFT.to_string()} x2={RIGHT.to_string()} y1={y.to_string()} y2={y.to_string()} />
                    <text x={(LEFT - 6).to_string()} y={(y + Decimal::from(4)).to_string()} text-anchor="end">{ words.number(value) }</text>
                </> }
            }) }
            { for width.lines().into_iter().map(|value| html! {
                <text x={width.position_of(value).to_string()} y="160" text-anchor="middle">{ words.number(value) }</text>
            }) }
            <polyline class="chart__history" points={line} />
            if let Some((x, y)) = dot { <circle class="chart__result" cx={x.to_string()} cy={y.to_string()} r="5" /> }
        </svg>
    }
}
