//! The tables that the contract prints: developments and the budget.

use yew::prelude::*;

use crate::domain::contract::{Budget, Contract, Figure, Trend};
use crate::domain::date::Period;
use crate::i18n::Lang;
use crate::i18n::date::format_period;
use crate::i18n::number::format_number;
use crate::i18n::text::ContractText;
use crate::i18n::text::contract::price_level;

/// The tables of development, each in a box that scrolls by itself.
pub(crate) fn trends(contract: &Contract, lang: Lang) -> Html {
    if contract.trends.is_empty() {
        return Html::default();
    }
    html! {
        <section id="trends">
            <h2 class="section-heading">{ ContractText::Trends.text(lang) }</h2>
            { for contract.trends.iter().map(|trend| html! {
                <div key={trend.id.clone()}>{ trend_table(trend, lang) }</div>
            }) }
        </section>
    }
}

fn trend_table(trend: &Trend, lang: Lang) -> Html {
    let periods: Vec<_> = trend.series.iter().map(|figure| figure.period).collect();
    let name = [trend.source.as_deref(), Some(trend.title.as_str())];
    let name = name.into_iter().flatten().collect::<Vec<_>>().join(": ");
    let row = (trend.unit.clone().unwrap_or_default(), trend.series.iter().collect());
    table(&name, &periods, &[row], lang)
}

/// The budget table, its lines down and its periods across.
pub(crate) fn budget(contract: &Contract, lang: Lang) -> Html {
    let Some(budget) = &contract.budget else {
        return Html::default();
    };
    let mut periods: Vec<Period> = Vec::new();
    for figure in budget.lines.iter().flat_map(|line| &line.values) {
        if !periods.contains(&figure.period) {
            periods.push(figure.period);
        }
    }
    periods.sort_by_key(|period| period.end());
    let rows: Vec<_> =
        budget.lines.iter().map(|line| (line.title.clone(), line.values.iter().collect())).collect();
    html! {
        <section id="budget">
            <h2 class="section-heading">{ ContractText::Budget.text(lang) }</h2>
            { table(&budget_name(budget, lang), &periods, &rows, lang) }
        </section>
    }
}

fn budget_name(budget: &Budget, lang: Lang) -> String {
    let level = budget.price_level.map(|year| price_level(year, lang));
    let parts = [budget.source.clone(), budget.unit.clone(), level];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if name.is_empty() { ContractText::Budget.text(lang).to_owned() } else { name }
}

fn table(name: &str, periods: &[Period], rows: &[(String, Vec<&Figure>)], lang: Lang) -> Html {
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label={name.to_owned()}>
            <table class="table table--compact table--borderless">
                <caption>{ name }</caption>
                <thead>
                    <tr>
                        <td></td>
                        { for periods.iter().map(|period| html! {
                            <th scope="col" class="number">{ format_period(*period, lang) }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    { for rows.iter().map(|(title, figures)| html! {
                        <tr>
                            <th scope="row">{ title }</th>
                            { for periods.iter().map(|period| html! {
                                <td class="number">{ figure_text(figures.iter().find(|figure| figure.period == *period).copied(), lang) }</td>
                            }) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// The figure, or what the document prints instead of one.
pub(crate) fn figure_text(figure: Option<&Figure>, lang: Lang) -> String {
    match figure {
        Some(Figure { value: Some(value), .. }) => format_number(*value, lang),
        Some(Figure { stated: Some(stated), .. }) => format!("»{stated}«"),
        _ => "–".to_owned(),
    }
}
