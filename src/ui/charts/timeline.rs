//! Draws the year: a column of secured, open and lost points for each dated assessment, the earliest first.

use std::rc::Rc;

use yew::prelude::*;

use super::hatch::OPEN;
use super::scale::Scale;
use crate::app::{Case, Sheet};
use crate::domain::number::Decimal;
use crate::domain::standing::Standing;
use crate::i18n::Words;
use crate::i18n::text::OverviewText;
use crate::i18n::text::results::assessor;

const LEFT: i64 = 8;
const RIGHT: i64 = 392;
const TOP: i64 = 8;
const BOTTOM: i64 = 142;
/// With more columns than this, only the first and the last show their day.
const DATED: usize = 6;
/// With at most this many columns, each says whose assessment it is.
const NAMED: usize = 4;

/// Draws the chart, or a sentence where there are not two dates.
pub(crate) fn timeline(case: &Case, words: Words) -> Html {
    let sheets = case.timeline();
    let standings: Vec<_> = sheets.iter().map(|sheet| Standing::of_evaluation(&sheet.evaluation)).collect();
    let most = standings.iter().map(|standing| standing.whole()).max().unwrap_or_default();
    let count = i64::try_from(sheets.len()).unwrap_or(i64::MAX);
    if count < 2 || most.is_zero() {
        return html! { <p class="quiet">{ words.text(OverviewText::TimelineNeeds) }</p> };
    }
    let height = Scale::between((Decimal::ZERO, most), (BOTTOM, TOP));
    let place = Scale::between((Decimal::ZERO, count.into()), (LEFT, RIGHT));
    let is_dated = |at: i64| sheets.len() <= DATED || at == 0 || at + 1 == count;
    let columns = || (0_i64..).zip(sheets.iter().zip(&standings));
    let said = |(_, (sheet, standing)): (i64, (&&Rc<Sheet>, &Standing))| {
        words.standing_column(&words.assessment_title(sheet.assessment()), *standing)
    };
    let drawn = columns().map(|one| {
        let (at, (sheet, standing)) = one;
        let (from, to) = (place.position_of(at.into()), place.position_of((at + 1).into()));
        let gap = (to - from) / Decimal::from(5);
        let date = sheet.assessment().as_of.filter(|_| is_dated(at));
        let middle = ((from + to) / Decimal::TWO).to_string();
        html! {
            <g key={sheet.id.0}>
                <title>{ said(one) }</title>
                { stack(*standing, height, (from + gap, to - gap)) }
                if let Some(date) = date {
                    <text x={middle.clone()} y="158" text-anchor="middle">{ words.date(date) }</text>
                }
                if sheets.len() <= NAMED {
                    <text x={middle} y="174" text-anchor="middle">{ words.text(assessor(sheet.assessment().by)) }</text>
                }
            </g>
        }
    });
    let label: Vec<_> = columns().filter(|(at, _)| is_dated(*at)).map(said).collect();
    html! {
        <svg class="chart timeline" id="timeline" viewBox="0 0 400 180" role="img" aria-label={label.join("; ")} focusable="false">
            <line class="chart__axis" x1={LEFT.to_string()} x2={RIGHT.to_string()} y1={BOTTOM.to_string()} y2={BOTTOM.to_string()} />
            { for drawn }
        </svg>
    }
}

/// Draws one column: secured below, open on it, lost on top. What is open is hatched, as in the bar.
fn stack(standing: Standing, height: Scale, (left, right): (Decimal, Decimal)) -> Html {
    let open_from = standing.secured;
    let lost_from = open_from + standing.open;
    let parts = [
        (Some("fill-secured"), None, Decimal::ZERO, open_from),
        (None, Some(OPEN), open_from, lost_from),
        (Some("fill-lost"), None, lost_from, standing.whole()),
    ];
    parts
        .into_iter()
        .map(|(class, fill, from, to)| {
            let (bottom, top) = (height.position_of(from), height.position_of(to));
            let (x, y) = (left.to_string(), top.to_string());
            html! { <rect {class} {fill} {x} {y} width={(right - left).to_string()} height={(bottom - top).to_string()} /> }
        })
        .collect()
}
