//! The risks one below the other, those first that put the most points at risk.

use yew::prelude::*;

use crate::domain::contract::{Contract, GoalId, RiskEntry, RiskRegister};
use crate::domain::number::Points;
use crate::domain::risk::RiskOutcome;
use crate::i18n::Words;
use crate::i18n::text::RisksText;

/// The list as a table. Each goal's rows stand together, in the order of the outcome.
pub(crate) fn list(
    contract: &Contract,
    register: &RiskRegister,
    risks: &[RiskOutcome],
    words: Words,
) -> Html {
    let weighted = contract.points.is_some();
    let rows = risks
        .iter()
        .flat_map(|risk| rows_of(register, Some(&risk.goal)).map(move |entry| (entry, risk.points_at_risk)));
    let rows = rows.chain(rows_of(register, None).map(|entry| (entry, None)));
    let head = |text: RisksText| html! { <th scope="col">{ words.text(text) }</th> };
    html! {
        <table class="table table--compact table--borderless table--responsive-headers" id="risk-list">
            <caption class="sr-only">{ words.text(RisksText::List) }</caption>
            <thead>
                <tr>
                    { head(RisksText::Priority) }
                    { head(RisksText::Goal) }
                    { head(RisksText::Risk) }
                    { head(RisksText::Action) }
                    if weighted { <th scope="col" class="number">{ words.text(RisksText::PointsAtRisk) }</th> }
                </tr>
            </thead>
            <tbody>
                { for rows.map(|(entry, points)| risk_row(contract, entry, weighted.then(|| at_risk(points, words)), words)) }
            </tbody>
        </table>
    }
}

/// The points at risk; none where the row belongs to no goal.
fn at_risk(points: Option<Points>, words: Words) -> String {
    points.map_or_else(|| "–".to_owned(), |points| words.number(points.0))
}

/// A row's place in the contract, and the row.
type RiskRow<'a> = (usize, &'a RiskEntry);

fn rows_of<'a>(register: &'a RiskRegister, goal: Option<&'a GoalId>) -> impl Iterator<Item = RiskRow<'a>> {
    register.entries.iter().enumerate().filter(move |(_, entry)| entry.goal.as_ref() == goal)
}

fn risk_row(contract: &Contract, (place, entry): RiskRow<'_>, points: Option<String>, words: Words) -> Html {
    let goal = entry.goal.as_ref().and_then(|id| contract.goal(id.as_str()));
    let title = |text: RisksText| words.text(text);
    let priority = entry.computed_priority();
    let other = entry.priority.filter(|stated| *stated != priority);
    html! {
        <tr id={format!("risk-{place}")} tabindex="-1">
            <td class="risk-priority" data-title={title(RisksText::Priority)}>
                <strong>{ priority }</strong>
                { format!(" = {} × {}", entry.materiality, entry.vulnerability) }
                if let Some(stated) = other { <br /><span class="small">{ words.printed_priority(stated) }</span> }
            </td>
            <td data-title={title(RisksText::Goal)} lang={contract.language.clone()}>{ goal.map_or("–", |goal| goal.name()) }</td>
            <td data-title={title(RisksText::Risk)} lang={contract.language.clone()}>{ &entry.title }</td>
            <td data-title={title(RisksText::Action)} lang={contract.language.clone()}>{ entry.action.as_deref().unwrap_or("–") }</td>
            if let Some(points) = points {
                <td class="number" data-title={title(RisksText::PointsAtRisk)}>
                    { points }
                </td>
            }
        </tr>
    }
}
