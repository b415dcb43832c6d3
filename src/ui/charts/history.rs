//! Draws a goal's development: history as a line, readings as rings, target as a level, guidelines as squares, result
//! as a dot.

use yew::prelude::*;

use super::scale::{Scale, time};
use crate::domain::date::Period;
use crate::domain::evaluation::GoalStatus;
use crate::domain::number::Decimal;
use crate::i18n::Words;
use crate::ui::status::sign_class;

/// The figures of a chart of development.
#[derive(Clone, Debug, PartialEq, Default)]
pub(crate) struct Series {
    /// What was reached earlier, in order of time.
    pub(crate) history: Vec<(Period, Decimal)>,
    /// What was measured over the year, in order of time.
    pub(crate) readings: Vec<(Period, Decimal)>,
    /// What later years aim at.
    pub(crate) guidelines: Vec<(Period, Decimal)>,
    /// The threshold, or the two ends of a band.
    pub(crate) target: Vec<Decimal>,
    /// The result.
    pub(crate) result: Option<Decimal>,
    /// When target and result are measured.
    pub(crate) measured: Option<Period>,
    /// Where the goal stands, which the result's dot has the colour of.
    pub(crate) status: Option<GoalStatus>,
}

impl Series {
    /// Whether a chart says more than the figures alone.
    pub(crate) fn is_worth_drawing(&self) -> bool {
        self.history.len() + self.readings.len() + self.guidelines.len() + usize::from(self.result.is_some())
            >= 2
    }

    fn dated(&self) -> impl Iterator<Item = &(Period, Decimal)> + Clone {
        self.history.iter().chain(&self.readings).chain(&self.guidelines)
    }

    /// Returns the start of the axis where it is above 0.
    pub(crate) fn start_above_zero(&self) -> Option<Decimal> {
        let [low, ..] = Scale::around(self.values(), (BOTTOM, TOP))?.lines();
        Some(low).filter(|low| !low.is_zero())
    }

    fn values(&self) -> impl Iterator<Item = Decimal> + Clone {
        let dated = self.dated().map(|(_, value)| *value);
        dated.chain(self.target.iter().copied()).chain(self.result)
    }

    fn years(&self) -> Option<(i32, i32)> {
        let dated = self.dated().map(|(period, _)| period.year());
        let years = dated.chain(self.measured.map(Period::year));
        Some((years.clone().min()?, years.max()?))
    }
}

const LEFT: i64 = 52;
const RIGHT: i64 = 372;
const TOP: i64 = 16;
const BOTTOM: i64 = 142;

/// Draws the chart of a goal's development, with the words that name it.
pub(crate) fn history_chart(series: &Series, label: String, words: Words) -> Html {
    let (Some(height), Some((from, to))) = (Scale::around(series.values(), (BOTTOM, TOP)), series.years())
    else {
        return Html::default();
    };
    let width = Scale::years(from, to, (LEFT, RIGHT));
    let at =
        |(period, value): (Period, Decimal)| (width.position_of(time(period)), height.position_of(value));
    let history: Vec<_> = series.history.iter().copied().map(at).collect();
    let readings: Vec<_> = series.readings.iter().copied().map(at).collect();
    let guidelines: Vec<_> = series.guidelines.iter().copied().map(at).collect();
    let measured = series.measured.map(|period| width.position_of(time(period)));
    html! {
        <svg class="chart" viewBox="0 0 400 168" role="img" aria-label={label} focusable="false">
            { grid(height, words) }
            { years(from, to, width) }
            { target(series, measured, width, height, words) }
            <polyline class="chart__history" points={line(&history)} />
            { for history.iter().map(|(x, y)| html! {
                <circle class="chart__dot" cx={x.to_string()} cy={y.to_string()} r="3" />
            }) }
            { end_figures(&series.history, &history, words) }
            <polyline class="chart__reading-line" points={line(&readings)} />
            { for readings.iter().map(|(x, y)| html! {
                <circle class="chart__reading" cx={x.to_string()} cy={y.to_string()} r="3.5" />
            }) }
            <polyline class="chart__guideline" points={line(&guidelines)} />
            { for guidelines.iter().map(|(x, y)| html! {
                <rect class="chart__square" x={(x - Decimal::from(3)).to_string()} y={(y - Decimal::from(3)).to_string()} width="6" height="6" />
            }) }
            { result(series, measured, height, words) }
        </svg>
    }
}

fn grid(height: Scale, words: Words) -> Html {
    let lines = height.lines().into_iter().map(|value| {
        let y = height.position_of(value);
        html! { <>
            <line class="chart__grid" x1={LEFT.to_string()} x2={RIGHT.to_string()} y1={y.to_string()} y2={y.to_string()} />
            <text x={(LEFT - 6).to_string()} y={(y + Decimal::from(4)).to_string()} text-anchor="end">
                { words.number(value) }
            </text>
        </> }
    });
    html! { <g aria-hidden="true">{ for lines }</g> }
}

/// Draws as many years below the chart as there is room for.
fn years(from: i32, to: i32, width: Scale) -> Html {
    let every = (to - from) / 9 + 1;
    let half = Decimal::new(5, 1);
    let labels = (from..=to).filter(|year| (year - from) % every == 0).map(|year| {
        let x = width.position_of(Decimal::from(year) + half);
        html! { <text x={x.to_string()} y="160" text-anchor="middle">{ year }</text> }
    });
    html! {
        <g aria-hidden="true">
            <line class="chart__axis" x1={LEFT.to_string()} x2={RIGHT.to_string()} y1={BOTTOM.to_string()} y2={BOTTOM.to_string()} />
            { for labels }
        </g>
    }
}

fn target(series: &Series, measured: Option<Decimal>, width: Scale, height: Scale, words: Words) -> Html {
    let Some(year) = series.measured.map(Period::year) else {
        return Html::default();
    };
    let from = width.position_of(Decimal::from(year));
    let to = measured.unwrap_or(from) + Decimal::from(8);
    let levels = series.target.iter().map(|value| {
        let y = height.position_of(*value);
        let above = y - Decimal::from(5);
        html! { <>
            <line class="chart__target" x1={from.to_string()} x2={to.to_string()} y1={y.to_string()} y2={y.to_string()} />
            <text class="chart__target-label" x={from.to_string()} y={above.to_string()}>{ words.number(*value) }</text>
        </> }
    });
    html! { <g aria-hidden="true">{ for levels }</g> }
}

fn result(series: &Series, measured: Option<Decimal>, height: Scale, words: Words) -> Html {
    let (Some(value), Some(x)) = (series.result, measured) else {
        return Html::default();
    };
    let y = height.position_of(value);
    html! {
        <g aria-hidden="true">
            <circle class={classes!("chart__result", series.status.map(sign_class))} cx={x.to_string()} cy={y.to_string()} r="5" />
            <text class="chart__result-label" x={x.to_string()} y={(y + Decimal::from(17)).to_string()} text-anchor="middle">
                { words.number(value) }
            </text>
        </g>
    }
}

/// Draws the first and the last figure of the history, beside their dots and away from the line.
fn end_figures(figures: &[(Period, Decimal)], points: &[(Decimal, Decimal)], words: Words) -> Html {
    let mut all = figures.iter().zip(points).map(|((_, value), (x, y))| (*value, *x, *y));
    let first = all.next().map(|one| (one, "end", -6));
    let last = all.next_back().map(|one| (one, "start", 6));
    let labels = first.into_iter().chain(last).map(|((value, x, y), anchor, aside)| {
        html! {
            <text x={(x + Decimal::from(aside)).to_string()} y={(y + Decimal::from(4)).to_string()} text-anchor={anchor}>{ words.number(value) }</text>
        }
    });
    html! { <g aria-hidden="true">{ for labels }</g> }
}

fn line(points: &[(Decimal, Decimal)]) -> String {
    points.iter().map(|(x, y)| format!("{x},{y}")).collect::<Vec<_>>().join(" ")
}
