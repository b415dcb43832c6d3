//! Draws the risk matrix: materiality up, vulnerability across, the goals in their cells.

use std::collections::{BTreeMap, HashMap};

use yew::prelude::*;

use crate::domain::contract::{Contract, Goal, GoalId, RiskRegister};
use crate::i18n::Words;
use crate::i18n::text::RisksText;
use crate::ui::fields::full_name;

/// The most goals that are named in a cell; the list above has all of them.
const LISTED: usize = 40;

/// Draws the matrix as a table whose rows and columns are the scale.
pub(crate) fn matrix(contract: &Contract, register: &RiskRegister, words: Words) -> Html {
    let steps = register.scale.min..=register.scale.max;
    let goals = goals_by_cell(contract, register);
    html! {
        <table class="matrix" id="risk-matrix" tabindex="-1">
            <caption class="sr-only">{ words.text(RisksText::Matrix) }</caption>
            <thead>
                <tr>
                    <td></td>
                    { for steps.clone().map(|step| heading(register, step, RisksText::Vulnerability, "col", words)) }
                </tr>
            </thead>
            <tbody>
                { for steps.clone().rev().map(|materiality| html! {
                    <tr>
                        { heading(register, materiality, RisksText::Materiality, "row", words) }
                        { for steps.clone().map(|vulnerability| {
                            let here = goals.get(&(materiality, vulnerability)).map_or(&[][..], Vec::as_slice);
                            field(register, materiality, vulnerability, here, words)
                        }) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn heading(register: &RiskRegister, step: u32, axis: RisksText, scope: &'static str, words: Words) -> Html {
    let at = usize::try_from(step.saturating_sub(register.scale.min)).ok();
    let label = at.and_then(|at| register.labels.get(at));
    html! {
        <th {scope}>
            { words.text(axis) }<br />
            { step }
            if let Some(label) = label { { format!(" {label}") } }
        </th>
    }
}

fn field(
    register: &RiskRegister,
    materiality: u32,
    vulnerability: u32,
    goals: &[(String, usize)],
    words: Words,
) -> Html {
    let priority = materiality.saturating_mul(vulnerability);
    let class =
        classes!("matrix__cell", format!("matrix__cell--{}", level(priority, register.highest_priority())));
    html! {
        <td {class} data-priority={priority.to_string()}>
            <span class="matrix__priority">
                <span aria-hidden="true">{ priority }</span>
                <span class="sr-only">{ words.matrix_cell(materiality, vulnerability, priority) }</span>
            </span>
            if !goals.is_empty() {
                <ul class="matrix__goals no-max-width">
                    { for goals.iter().take(LISTED).map(|(name, rows)| html! {
                        <li key={name.clone()} class="matrix__goal" title={name.clone()}>
                            if *rows > 1 { { format!("{rows} × ") } }
                            { name }
                        </li>
                    }) }
                    if goals.len() > LISTED { <li>{ words.more_goals(goals.len() - LISTED) }</li> }
                </ul>
            }
        </td>
    }
}

/// Returns how dark a cell is, by the share of the highest priority.
fn level(priority: u32, highest: u32) -> &'static str {
    match priority.saturating_mul(9) / highest.max(1) {
        0..=2 => "low",
        3..=5 => "fair",
        6..=8 => "raised",
        _ => "high",
    }
}

/// Groups the names of the goals by cell, with the number of rows that each has there.
fn goals_by_cell(contract: &Contract, register: &RiskRegister) -> BTreeMap<(u32, u32), Vec<(String, usize)>> {
    let mut places: BTreeMap<_, Vec<(String, usize)>> = BTreeMap::new();
    let goals: HashMap<&GoalId, &Goal> = contract.goals.iter().map(|goal| (&goal.id, &**goal)).collect();
    for entry in &register.entries {
        let goal = entry.goal.as_ref().and_then(|id| goals.get(id).copied());
        let name = goal.map_or_else(|| entry.title.clone(), full_name);
        let here = places.entry((entry.materiality, entry.vulnerability)).or_default();
        match here.iter_mut().find(|(known, _)| *known == name) {
            Some((_, rows)) => *rows += 1,
            None => here.push((name, 1)),
        }
    }
    places
}
