//! Lists the risks, those first that put the most points at risk, and the open goals that have none.

use std::collections::HashMap;
use std::rc::Rc;

use yew::prelude::*;

use crate::app::Route;
use crate::domain::contract::{Contract, Goal, GoalId, RiskEntry, RiskRegister};
use crate::domain::evaluation::{Evaluation, GoalOutcome};
use crate::domain::number::Points;
use crate::domain::risk::RiskOutcome;
use crate::i18n::Words;
use crate::i18n::text::RisksText;
use crate::ui::fields::full_name;
use crate::ui::focus::sought;
use crate::ui::long_rows::LongRows;
use crate::ui::shared::Shared;

/// A row's place in the contract, the row, and the points that its goal puts at risk.
pub(super) type RiskRow<'a> = (usize, &'a RiskEntry, Option<Points>);

/// Splits the rows into those with an open goal or none, and those with a settled one. Each goal's rows stand
/// together, in the order of the outcome.
pub(super) fn rows<'a>(
    register: &'a RiskRegister,
    evaluation: &Evaluation,
) -> (Vec<RiskRow<'a>>, Vec<RiskRow<'a>>) {
    let is_open =
        |risk: &&RiskOutcome| evaluation.goals.get(risk.order).is_some_and(|goal| goal.status.is_open());
    let mut of_goal: HashMap<Option<&GoalId>, Vec<(usize, &RiskEntry)>> = HashMap::new();
    for (place, entry) in register.entries.iter().enumerate() {
        of_goal.entry(entry.goal.as_ref()).or_default().push((place, entry));
    }
    let rows_of = |goal: Option<&GoalId>, at_risk: Option<Points>| {
        let rows = of_goal.get(&goal).into_iter().flatten();
        rows.map(|(place, entry)| (*place, *entry, at_risk)).collect::<Vec<RiskRow<'a>>>()
    };
    let of = |risk: &RiskOutcome| rows_of(Some(&risk.goal), risk.points_at_risk);
    let (open, settled): (Vec<_>, Vec<_>) = evaluation.risks.iter().partition(is_open);
    let without_goal = rows_of(None, None);
    let open = open.into_iter().flat_map(of).chain(without_goal).collect();
    (open, settled.into_iter().flat_map(of).collect())
}

/// Draws rows of the register as a table.
pub(super) fn list(
    contract: &Shared<Contract>,
    id: &'static str,
    caption: RisksText,
    rows: &[RiskRow<'_>],
    words: Words,
) -> Html {
    let weighted = contract.points.is_some();
    let places: HashMap<&GoalId, usize> = contract.goals.iter().map(|goal| &goal.id).zip(0..).collect();
    let goal_of = |entry: &RiskEntry| entry.goal.as_ref().and_then(|id| places.get(id).copied());
    let rows: Vec<_> = rows.iter().map(|(place, entry, points)| (*place, goal_of(entry), *points)).collect();
    let asked = sought().strip_prefix("risk-").and_then(|place| place.parse().ok());
    let asked = asked.and_then(|asked: usize| rows.iter().position(|(place, ..)| *place == asked));
    let count = rows.len();
    let row = {
        let contract = contract.clone();
        Callback::from(move |at: usize| {
            let found = rows.get(at).and_then(|(place, goal, points)| {
                let entry = contract.risk.as_ref()?.entries.get(*place)?;
                let points = weighted.then(|| at_risk(*points, words));
                Some(risk_row(
                    &contract,
                    goal.and_then(|goal| contract.goals.get(goal)),
                    *place,
                    entry,
                    points,
                    words,
                ))
            });
            found.unwrap_or_default()
        })
    };
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
            <LongRows name={id} {count} columns={if weighted { 5 } else { 4 }} {row} {asked} />
        </table>
    }
}

/// Writes the points at risk; empty where the row belongs to no goal.
fn at_risk(points: Option<Points>, words: Words) -> String {
    points.map_or_else(|| "–".to_owned(), |points| words.number(points.0))
}

fn risk_row(
    contract: &Contract,
    goal: Option<&Rc<Goal>>,
    place: usize,
    entry: &RiskEntry,
    points: Option<String>,
    words: Words,
) -> Html {
    let title = |text: RisksText| words.text(text);
    let priority = entry.computed_priority();
    let other = entry.priority.filter(|stated| *stated != priority);
    html! {
        <tr key={place} id={format!("risk-{place}")} tabindex="-1">
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

/// Draws the open goals without a risk as a table, each with its open points.
pub(super) fn without_risk(contract: &Shared<Contract>, goals: &[&GoalOutcome], words: Words) -> Html {
    let weighted = contract.points.is_some();
    let places: HashMap<&GoalId, usize> = contract.goals.iter().map(|goal| &goal.id).zip(0..).collect();
    let rows = goals.iter().filter_map(|outcome| Some((*places.get(&outcome.goal)?, outcome.open_points())));
    let rows: Vec<(usize, Option<Points>)> = rows.collect();
    let count = rows.len();
    let row = {
        let contract = contract.clone();
        Callback::from(move |at: usize| {
            let found = rows.get(at).and_then(|(place, open)| Some((contract.goals.get(*place)?, *open)));
            found.map_or_else(Html::default, |(goal, open)| {
                html! {
                    <tr key={goal.id.as_str()}>
                        <td data-title={words.text(RisksText::Goal)}>{ goal_link(goal, &contract) }</td>
                        if weighted { <td class="number" data-title={words.text(RisksText::PointsOpen)}>{ open.map(|points| words.number(points.0)) }</td> }
                    </tr>
                }
            })
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
            <LongRows {count} columns={if weighted { 2 } else { 1 }} {row} />
        </table>
    }
}
