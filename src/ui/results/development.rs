//! Shows the development of a goal and of its parts: the chart, and the same figures as a table.

use yew::prelude::*;

use super::entry::EntryState;
use crate::domain::contract::{Baseline, Part, Relation, Target, Threshold};
use crate::domain::contract::{Contract, Figure, Goal};
use crate::domain::date::{Date, Period};
use crate::domain::evaluation::GoalStatus;
use crate::domain::judging::Ground;
use crate::domain::number::Decimal;
use crate::domain::outcome::{counting_period, counting_target};
use crate::domain::reported::Reported;
use crate::domain::timing::Timing;
use crate::i18n::Words;
use crate::i18n::text::{PageText, ResultsText};
use crate::ui::charts::{Series, history_chart};
use crate::ui::contract::figure_text;

/// The subject of the figures: a goal, or a part of its target that has figures of its own.
#[derive(Clone, Copy)]
struct Developed<'a> {
    name: &'a str,
    /// The name of the figures, where that is not the subject's own name.
    heading: Option<&'a str>,
    /// The language of the contract's words.
    language: &'a str,
    unit: Option<&'a str>,
    target: &'a Target,
    history: &'a [Figure],
    guidelines: &'a [Figure],
    reported: Option<&'a Reported>,
    /// The results alone, without readings.
    settled: Option<&'a Reported>,
    /// The day that the assessment describes.
    as_of: Option<Date>,
    ground: Ground<'a>,
    /// When target and result are measured.
    measured: Option<Period>,
    /// Where a goal stands; a part has no status of its own.
    status: Option<GoalStatus>,
}

/// Draws the charts with their tables, for the goal and for its parts; nothing where there are no figures.
pub(crate) fn development(contract: &Contract, goal: &Goal, state: &EntryState, words: Words) -> Html {
    let entry = state.entry().map(|entry| &**entry);
    let timing = Timing::new(contract, state.sheet.assessment());
    let target = counting_target(goal, entry);
    let entered = entry.map(|entry| {
        let measured = counting_period(goal, entry.into());
        timing.entered(target, &entry.reported, (measured, goal.ratio.as_deref()))
    });
    let year = contract.binding_year.or_else(|| contract.period.map(|period| period.from.year()));
    let whole = Developed {
        name: goal.name(),
        heading: Some(words.text(ResultsText::Development)),
        language: &contract.language,
        unit: goal.unit.as_deref(),
        target,
        history: &goal.history,
        guidelines: &goal.guidelines,
        reported: entered.as_ref().map(|entered| entered.expected.as_deref().unwrap_or(&entered.settled)),
        settled: entered.as_ref().map(|entered| &*entered.settled),
        as_of: timing.as_of,
        ground: Ground::of_goal(goal, None),
        measured: counting_period(goal, entry).or(year.map(Period::Year)),
        status: Some(state.outcome.status),
    };
    html! { <>
        { one(whole, words) }
        { parts(whole, words) }
    </> }
}

/// Draws the figures of the parts, and of their parts.
fn parts(of: Developed<'_>, words: Words) -> Html {
    let (Target::AllOf(parts) | Target::AnyOf(parts)) = of.target else {
        return Html::default();
    };
    let part = |part: &Part| {
        let subject = Developed {
            name: part.title.as_deref().unwrap_or(part.id.as_str()),
            heading: None,
            language: of.language,
            unit: part.unit.as_deref(),
            target: &part.target,
            history: &part.history,
            guidelines: &part.guidelines,
            reported: of.reported.and_then(|reported| reported.parts.get(&part.id)),
            settled: of.settled.and_then(|reported| reported.parts.get(&part.id)),
            as_of: of.as_of,
            ground: of.ground.of_part(part),
            measured: part.measured.or(of.measured),
            status: None,
        };
        html! { <>{ one(subject, words) }{ self::parts(subject, words) }</> }
    };
    parts.iter().map(part).collect()
}

fn one(subject: Developed<'_>, words: Words) -> Html {
    let series = series(subject);
    if subject.history.is_empty() && subject.guidelines.is_empty() && series.readings.is_empty() {
        return Html::default();
    }
    let heading = subject.heading.unwrap_or(subject.name);
    let language = subject.heading.is_none().then(|| subject.language.to_owned());
    let table = html! {
        <div class="scroll" role="region" tabindex="0" aria-label={heading.to_owned()}>
            { table(subject, &series, heading, words) }
        </div>
    };
    html! {
        <div>
            <p class="small-heading" lang={language}>{ heading.to_owned() }</p>
            if series.is_worth_drawing() {
                { history_chart(&series, words.chart_label(subject.name), words) }
                if let Some(start) = series.start_above_zero() {
                    <p class="small quiet">{ words.axis_starts(&words.number(start)) }</p>
                }
                <details class="with-details">
                    <summary>{ words.text(PageText::ShowAsTable) }</summary>
                    { table }
                </details>
            } else {
                { table }
            }
        </div>
    }
}

fn series(subject: Developed<'_>) -> Series {
    let dated = |figures: &[Figure]| {
        let mut dated: Vec<_> =
            figures.iter().filter_map(|figure| figure.value.map(|value| (figure.period, value))).collect();
        dated.sort_by_key(|(period, _)| period.end());
        dated
    };
    Series {
        history: dated(subject.history),
        guidelines: dated(subject.guidelines),
        target: thresholds(subject),
        readings: readings(subject),
        result: subject.settled.and_then(|reported| reported.value),
        measured: subject.measured,
        status: subject.status,
    }
}

/// Returns the readings of the year, in order of time. The entered figure is one of them until it is the result.
/// Without a period it belongs to the day that the assessment describes.
fn readings(subject: Developed<'_>) -> Vec<(Period, Decimal)> {
    let Some(reported) = subject.reported else { return Vec::new() };
    let is_result = subject.settled.is_some_and(|settled| settled.value.is_some());
    let of_figure = reported.period.or(subject.as_of.map(Period::Day));
    let figure = of_figure.zip(reported.value).filter(|_| !is_result);
    let mut all: Vec<_> =
        reported.readings.iter().map(|reading| (reading.period, reading.value)).chain(figure).collect();
    all.sort_by_key(|(period, _)| period.end());
    all.dedup();
    all
}

/// Returns the thresholds of a target with one figure, as far as they are known.
fn thresholds(subject: Developed<'_>) -> Vec<Decimal> {
    let nothing = Reported::default();
    let reported = subject.reported.unwrap_or(&nothing);
    let base = |baseline: Option<Baseline>| subject.ground.baseline(baseline, reported);
    let level = |threshold: &Threshold| match threshold {
        Threshold::Absolute(value) => Some(*value),
        Threshold::Relative { baseline, change } => change.applied_to(base(*baseline)?).ok(),
    };
    match subject.target {
        Target::Limit { threshold, .. } => level(threshold).into_iter().collect(),
        Target::Between { min, max } => level(min).into_iter().chain(level(max)).collect(),
        Target::Unchanged { baseline, .. } => base(*baseline).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn table(subject: Developed<'_>, series: &Series, caption: &str, words: Words) -> Html {
    let head = |text: ResultsText| html! { <th scope="col">{ words.text(text) }</th> };
    let row = |period: String, kind: &str, value: String| {
        html! {
            <tr>
                <th scope="row">{ period }</th>
                <td>{ kind.to_owned() }</td>
                <td class="number">{ value }</td>
            </tr>
        }
    };
    let known = |figures: &[Figure], kind: ResultsText| -> Html {
        let rows = figures.iter().map(|figure| {
            let value = match figure {
                Figure { value: None, stated: None, .. } => words.text(ResultsText::NotFixed).to_owned(),
                figure => figure_text(Some(figure), words),
            };
            row(words.period(figure.period), words.text(kind), value)
        });
        rows.collect()
    };
    let when = series.measured.map_or_else(|| "–".to_owned(), |period| words.period(period));
    let sign = relation_sign(subject.target);
    html! {
        <table class="table table--compact table--borderless">
            <caption class="sr-only">{ caption.to_owned() }</caption>
            <thead>
                <tr>
                    { head(ResultsText::Period) }
                    { head(ResultsText::Kind) }
                    <th scope="col" class="number">{ subject.unit.unwrap_or(words.text(ResultsText::Figure)).to_owned() }</th>
                </tr>
            </thead>
            <tbody>
                { known(subject.history, ResultsText::Reached) }
                { for series.readings.iter().map(|(period, value)| row(words.period(*period), words.text(ResultsText::ReadingNow), words.number(*value))) }
                { for series.target.iter().map(|value| row(when.clone(), words.text(ResultsText::Target), format!("{sign}{}", words.number(*value)))) }
                { for series.result.map(|value| row(when.clone(), words.text(ResultsText::ResultNow), words.number(value))) }
                { known(subject.guidelines, ResultsText::Guideline) }
            </tbody>
        </table>
    }
}

fn relation_sign(target: &Target) -> &'static str {
    match target {
        Target::Limit { relation: Relation::AtMost, .. } => "≤\u{a0}",
        Target::Limit { relation: Relation::AtLeast, .. } => "≥\u{a0}",
        Target::Limit { relation: Relation::Below, .. } => "<\u{a0}",
        Target::Limit { relation: Relation::Above, .. } => ">\u{a0}",
        _ => "",
    }
}
