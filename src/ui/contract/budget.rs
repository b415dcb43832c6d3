//! Draws the budget table with the parts of its lines, and the totals that the contract states.

use yew::prelude::*;

use super::tables::figure_text;
use crate::domain::contract::{Budget, BudgetLine, Contract, Sum, SumPart};
use crate::domain::date::Period;
use crate::domain::number::{Decimal, difference, sum};
use crate::i18n::Words;
use crate::i18n::text::ContractText;

/// Draws the table: lines down, the parts of a line indented, columns across.
pub(crate) fn budget(contract: &Contract, words: Words) -> Html {
    let Some(budget) = &contract.budget else {
        return Html::default();
    };
    let (name, periods, depths) = (budget_name(budget, words), budget.periods(), budget.depths());
    html! {
        <section id="budget" tabindex="-1">
            <h2 class="section-heading">{ words.text(ContractText::Budget) }</h2>
            <div class="scroll" role="region" tabindex="0" aria-label={name.clone()}>
                <table class="table table--compact table--borderless">
                    <caption>{ name }</caption>
                    <thead><tr><td></td>{ for periods.iter().map(|period| column(budget, *period, words)) }</tr></thead>
                    <tbody lang={contract.language.clone()}>
                        { for budget.lines.iter().zip(depths).map(|(one, depth)| budget_line(one, depth, &periods, words)) }
                    </tbody>
                </table>
            </div>
        </section>
    }
}

fn budget_name(budget: &Budget, words: Words) -> String {
    let level = budget.price_level.map(|year| words.price_level(year));
    let parts = [budget.source.clone(), budget.unit.clone(), level];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join(", ");
    if name.is_empty() { words.text(ContractText::Budget).to_owned() } else { name }
}

fn column(budget: &Budget, period: Period, words: Words) -> Html {
    html! {
        <th scope="col" class="number">
            { words.period(period) }
            if let Some(label) = budget.label(period) {
                <br /><span class="small quiet">{ label }</span>
            }
        </th>
    }
}

fn budget_line(line: &BudgetLine, depth: usize, periods: &[Period], words: Words) -> Html {
    let figure = |period: &Period| line.values.iter().find(|figure| figure.period == *period);
    let class = (depth > 0).then(|| format!("part-line part-line--{depth}"));
    html! {
        <tr>
            <th scope="row">
                <span {class}>
                    { &line.title }
                    if let Some(source) = &line.source {
                        <span class="small quiet">{ format!(" ({source})") }</span>
                    }
                </span>
            </th>
            { for periods.iter().map(|period| html! { <td class="number">{ figure_text(figure(period), words) }</td> }) }
        </tr>
    }
}

/// Draws the totals that the contract states, each with what it is made of.
pub(crate) fn sums(contract: &Contract, words: Words) -> Html {
    if contract.sums.is_empty() {
        return Html::default();
    }
    html! {
        <section id="sums" tabindex="-1">
            <h2 class="section-heading">{ words.text(ContractText::Sums) }</h2>
            { for contract.sums.iter().map(|sum| html! {
                <div key={sum.id.clone()}>{ sum_table(contract, sum, words) }</div>
            }) }
        </section>
    }
}

fn sum_table(contract: &Contract, stated: &Sum, words: Words) -> Html {
    let name = [stated.source.as_deref(), Some(stated.title.as_str())].into_iter().flatten();
    let name = name.collect::<Vec<_>>().join(": ");
    let unit = stated.unit.as_deref().map(|unit| format!(" {unit}")).unwrap_or_default();
    let amount = |value: Decimal| format!("{}{unit}", words.number(value));
    let row = |title: Html, value: Decimal| {
        html! {
            <tr>
                <th scope="row"><span class="part-line part-line--1">{ title }</span></th>
                <td class="number">{ amount(value) }</td>
            </tr>
        }
    };
    let parts = stated.parts_among(&contract.purposes);
    html! { <>
        <table class="table table--compact table--borderless">
            <caption lang={contract.language.clone()}>{ name }</caption>
            <tbody>
                { for parts.iter().map(|part| row(part_title(part, &contract.language), part.value)) }
                { for unstated_rest(stated, &parts).map(|rest| row(words.text(ContractText::NotItemised).into(), rest)) }
                <tr>
                    <th scope="row"><strong>{ words.text(ContractText::InTotal) }</strong></th>
                    <td class="number"><strong>{ amount(stated.total) }</strong></td>
                </tr>
            </tbody>
        </table>
        if let Some(note) = &stated.note {
            <p class="small quiet" lang={contract.language.clone()}>{ note }</p>
        }
    </> }
}

fn part_title(part: &SumPart, language: &str) -> Html {
    let source = part.source.as_ref().map(|source| format!(" ({source})"));
    html! { <span lang={language.to_owned()}>{ &part.title }{ for source }</span> }
}

/// Returns what an incomplete list of parts leaves of its total; `None` where nothing is left.
fn unstated_rest(stated: &Sum, parts: &[SumPart]) -> Option<Decimal> {
    let together = parts.iter().try_fold(Decimal::ZERO, |so_far, part| sum(so_far, part.value)).ok()?;
    let rest = difference(stated.total, together).ok()?;
    (!stated.complete && !rest.is_zero()).then_some(rest)
}
