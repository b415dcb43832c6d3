//! Draws the tables of development that the contract prints.

use yew::prelude::*;

use super::findings::trend_id;
use crate::domain::contract::{Contract, Figure, Trend};
use crate::i18n::Words;
use crate::i18n::text::ContractText;

/// Draws each table in a box that scrolls by itself.
pub(crate) fn trends(contract: &Contract, words: Words) -> Html {
    if contract.trends.is_empty() {
        return Html::default();
    }
    html! {
        <section id="trends">
            <h2 class="section-heading">{ words.text(ContractText::Trends) }</h2>
            { for contract.trends.iter().enumerate().map(|(at, trend)| html! {
                <div key={trend.id.clone()} id={trend_id(at)} tabindex="-1">{ trend_table(trend, words) }</div>
            }) }
        </section>
    }
}

fn trend_table(trend: &Trend, words: Words) -> Html {
    let name = [trend.source.as_deref(), Some(trend.title.as_str())];
    let name = name.into_iter().flatten().collect::<Vec<_>>().join(": ");
    html! {
        <div class="scroll" role="region" tabindex="0" aria-label={name.clone()}>
            <table class="table table--compact table--borderless">
                <caption>{ name }</caption>
                <thead>
                    <tr>
                        <td></td>
                        { for trend.series.iter().map(|figure| html! {
                            <th scope="col" class="number">{ words.period(figure.period) }</th>
                        }) }
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row">{ trend.unit.clone() }</th>
                        { for trend.series.iter().map(|figure| html! {
                            <td class="number">{ figure_text(Some(figure), words) }</td>
                        }) }
                    </tr>
                </tbody>
            </table>
        </div>
    }
}

/// Writes the figure, or what the document prints instead of one.
pub(crate) fn figure_text(figure: Option<&Figure>, words: Words) -> String {
    match figure {
        Some(Figure { value: Some(value), .. }) => words.number(*value),
        Some(Figure { stated: Some(stated), .. }) => format!("»{stated}«"),
        _ => "–".to_owned(),
    }
}
