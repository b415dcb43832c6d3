//! A goal's development: the picture, and the same figures as a table.

use yew::prelude::*;

use crate::domain::assessment::Entry;
use crate::domain::contract::{Figure, Goal};
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::domain::target::{Baseline, Relation, Target, Threshold};
use crate::i18n::Lang;
use crate::i18n::date::format_period;
use crate::i18n::number::format_number;
use crate::i18n::text::results::chart_label;
use crate::i18n::text::{PageText, ResultsText};
use crate::ui::charts::{HistoryChart, Series};
use crate::ui::contract::figure_text;

/// The picture and its table; nothing where the goal has no figures.
pub(crate) fn development(goal: &Goal, entry: Option<&Entry>, year: Option<i32>, lang: Lang) -> Html {
    let series = series(goal, entry, year);
    if goal.history.is_empty() && goal.guidelines.is_empty() {
        return Html::default();
    }
    let table = html! {
        <div class="scroll" role="region" tabindex="0" aria-label={ResultsText::Development.text(lang)}>
            { table(goal, &series, lang) }
        </div>
    };
    let label = chart_label(goal.name(), lang);
    html! {
        <div>
            <p class="small-heading">{ ResultsText::Development.text(lang) }</p>
            if series.is_worth_drawing() {
                <HistoryChart {series} {label} {lang} />
                <details class="with-details">
                    <summary>{ PageText::ShowAsTable.text(lang) }</summary>
                    { table }
                </details>
            } else {
                { table }
            }
        </div>
    }
}

fn series(goal: &Goal, entry: Option<&Entry>, year: Option<i32>) -> Series {
    let dated = |figures: &[Figure]| {
        let mut dated: Vec<_> =
            figures.iter().filter_map(|figure| figure.value.map(|value| (figure.period, value))).collect();
        dated.sort_by_key(|(period, _)| period.end());
        dated
    };
    let fixed = entry.and_then(|entry| entry.addendum.as_ref()).map(|addendum| &addendum.target);
    let target = match (&goal.target, fixed) {
        (Target::Undetermined, Some(fixed)) => fixed,
        (target, _) => target,
    };
    let reported = entry.map(|entry| &entry.reported);
    Series {
        history: dated(&goal.history),
        guidelines: dated(&goal.guidelines),
        target: levels(goal, target, reported.and_then(|reported| reported.baseline)),
        result: reported.and_then(|reported| reported.value),
        measured: goal.measured.or(year.map(Period::Year)),
    }
}

/// The thresholds of a target with one figure, as far as they are known.
fn levels(goal: &Goal, target: &Target, entered: Option<Decimal>) -> Vec<Decimal> {
    let stated = |baseline: Option<Baseline>| match baseline {
        Some(Baseline::Figure(value)) => Some(value),
        Some(Baseline::Of(period)) => goal.reached(period).or(entered),
        None => entered,
    };
    let level = |threshold: &Threshold| match threshold {
        Threshold::Absolute(value) => Some(*value),
        Threshold::Relative { baseline, change } => change.of(stated(*baseline)?).ok(),
    };
    match target {
        Target::Limit { threshold, .. } => level(threshold).into_iter().collect(),
        Target::Between { min, max } => level(min).into_iter().chain(level(max)).collect(),
        Target::Unchanged { baseline, .. } => stated(*baseline).into_iter().collect(),
        _ => Vec::new(),
    }
}

fn table(goal: &Goal, series: &Series, lang: Lang) -> Html {
    let head = |text: ResultsText| html! { <th scope="col">{ text.text(lang) }</th> };
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
                Figure { value: None, stated: None, .. } => ResultsText::NotFixed.text(lang).to_owned(),
                figure => figure_text(Some(figure), lang),
            };
            row(format_period(figure.period, lang), kind.text(lang), value)
        });
        rows.collect()
    };
    let when = series.measured.map_or_else(|| "–".to_owned(), |period| format_period(period, lang));
    let sign = relation_sign(&goal.target);
    html! {
        <table class="table table--compact table--borderless">
            <caption class="sr-only">{ ResultsText::Development.text(lang) }</caption>
            <thead>
                <tr>
                    { head(ResultsText::Period) }
                    { head(ResultsText::Kind) }
                    <th scope="col" class="number">{ goal.unit.clone().unwrap_or_else(|| ResultsText::Figure.text(lang).to_owned()) }</th>
                </tr>
            </thead>
            <tbody>
                { known(&goal.history, ResultsText::Reached) }
                { for series.target.iter().map(|value| row(when.clone(), ResultsText::Target.text(lang), format!("{sign}{}", format_number(*value, lang)))) }
                { for series.result.map(|value| row(when.clone(), ResultsText::ResultNow.text(lang), format_number(value, lang))) }
                { known(&goal.guidelines, ResultsText::Guideline) }
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
