//! The risks one below the other, those first that put the most points at risk; and the open goals that have none.

use yew::prelude::*;

use crate::app::Route;
use crate::domain::contract::{Contract, Goal, GoalId, RiskEntry, RiskRegister};
use crate::domain::evaluation::{Evaluation, GoalOutcome};
use crate::domain::number::Points;
use crate::domain::risk::RiskOutcome;
use crate::i18n::Words;
use crate::i18n::text::RisksText;
use crate::ui::fields::full_name;

/// A row's place in the contract, the row, and the points that its goal puts at risk.
pub(super) type RiskRow<'a> = (usize, &'a RiskEntry, Option<Points>);

/// The rows whose goals are open or that belong to no goal, and those whose goals are settled. Each goal's rows stand
/// together, in the order of the outcome.
pub(super) fn rows<'a>(
    register: &'a RiskRegister,
    evaluation: &Evaluation,
) -> (Vec<RiskRow<'a>>, Vec<RiskRow<'a>>) {
    let is_open =
        |risk: &&RiskOutcome| evaluation.goals.get(risk.order).is_some_and(|goal| goal.status.is_open());
    let of = |risk: &RiskOutcome| {
        let at_risk = risk.points_at_risk;
        rows_of(register, Some(&risk.goal))
            .map(move |(place, entry)| (place, entry, at_risk))
            .collect::<Vec<_>>()
    };
    let (open, settled): (Vec<_>, Vec<_>) = evaluation.risks.iter().partition(is_open);
    let without_goal = rows_of(register, None).map(|(place, entry)| (place, entry, None));
    let open = open.into_iter().flat_map(of).chain(without_goal).collect();
    (open, settled.into_iter().flat_map(of).collect())
}

fn rows_of<'a>(
    register: &'a RiskRegister,
    goal: Option<&GoalId>,
) -> impl Iterator<Item = (usize, &'a RiskEntry)> {
    register.entries.iter().enumerate().filter(move |(_, entry)| entry.goal.as_ref() == goal)
}

/// Rows of the register as a table.
pub(super) fn list(
    contract: &Contract,
    id: &'static str,
    caption: RisksText,
    rows: &[RiskRow<'_>],
    words: Words,
) -> Html {
    let weighted = contract.points.is_some();
    let head = |text: RisksText| html! { <th scope="col">{ words.text(text) }</th> };
    html! {
        <table class="table table--compact table--borderless table--responsive-headers" {id}>
            <caption class="sr-only">{ words.text(caption) }</caption>
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
                { for rows.iter().map(|row| risk_row(contract, row, weighted.then(|| at_risk(row.2, words)), words)) }
            </tbody>
        </table>
    }
}

/// The points at risk; none where the row belongs to no goal.
fn at_risk(points: Option<Points>, words: Words) -> String {
    points.map_or_else(|| "–".to_owned(), |points| words.number(points.0))
}

fn risk_row(
    contract: &Contract,
    (place, entry, _): &RiskRow<'_>,
    points: Option<String>,
    words: Words,
) -> Html {
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
            <td data-title={title(RisksText::Goal)}>
                if let Some(goal) = goal { { goal_link(goal, contract) } } else { { "–" } }
            </td>
            <td data-title={title(RisksText::Risk)} lang={contract.language.clone()}>{ &entry.title }</td>
            <td data-title={title(RisksText::Action)} lang={contract.language.clone()}>{ entry.action.as_deref().unwrap_or("–") }</td>
            if let Some(points) = points {
                <td class="number" data-title={title(RisksText::PointsAtRisk)}>{ points }</td>
            }
        </tr>
    }
}

fn goal_link(goal: &Goal, contract: &Contract) -> Html {
    html! { <a href={Route::goal(&goal.id).address()} lang={contract.language.clone()}>{ full_name(goal) }</a> }
}

/// Open goals without a risk as a table, each with the points that are open.
pub(super) fn without_risk(contract: &Contract, goals: &[&GoalOutcome], words: Words) -> Html {
    let weighted = contract.points.is_some();
    let row = |outcome: &&GoalOutcome| {
        let goal = contract.goal(outcome.goal.as_str())?;
        Some(html! {
            <tr key={goal.id.as_str()}>
                <td data-title={words.text(RisksText::Goal)}>{ goal_link(goal, contract) }</td>
                if weighted { <td class="number" data-title={words.text(RisksText::PointsOpen)}>{ outcome.open_points().map(|points| words.number(points.0)) }</td> }
            </tr>
        })
    };
    html! {
        <table class="table table--compact table--borderless table--responsive-headers" id="without-risk">
            <caption class="sr-only">{ words.text(RisksText::WithoutRisk) }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words.text(RisksText::Goal) }</th>
                    if weighted { <th scope="col" class="number">{ words.text(RisksText::PointsOpen) }</th> }
                </tr>
            </thead>
            <tbody>{ for goals.iter().filter_map(row) }</tbody>
        </table>
    }
}
