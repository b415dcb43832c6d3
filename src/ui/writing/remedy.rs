//! Draws the buttons that mend what was found, where a way out needs no decision beyond the click.

use yew::prelude::*;

use super::form::Form;
use super::place_of;
use crate::app::findings::Finding;
use crate::domain::contract::{Contract, Weight};
use crate::domain::number::Points;
use crate::domain::weights::fitted_to_total;
use crate::format::ContractChange;
use crate::i18n::text::WritingText;

/// The most goals whose weights are changed by one click.
const MOST: usize = 500;

/// Draws a button for each way out; mostly there is none but to write.
pub(super) fn remedies(form: Form<'_>, finding: &Finding) -> Vec<Html> {
    let (words, contract) = (form.words, &*form.case.contract.contract);
    let place = place_of(form.case, finding.at);
    let id = |what: &str| format!("mend-{what}-{}", finding.at);
    let set = |at: &str, value: String| ContractChange::Set { at: at.into(), value: value.into() };
    let gone = |at: String| ContractChange::Remove { at: at.into() };
    // The finding and its button are gone then.
    let button =
        |id: &str, label: String, changes| form.button(id, label, changes, Some("station".to_owned()));
    match finding.code {
        "weights-do-not-sum" | "weights-without-total" => {
            let sum = sum_of(contract.goals.iter().map(|goal| goal.weight));
            let total = vec![set("/points/total", sum.0.to_string())];
            let shared = fitted(contract)
                .map(|(changes, missing)| button("mend-weights", words.share_out(missing.0), changes));
            shared.into_iter().chain([button("mend-total", words.set_total(sum.0), total)]).collect()
        }
        "areas-do-not-sum" => {
            let areas = contract.pay.iter().flat_map(|pay| &pay.areas);
            let sum = sum_of(areas.map(|area| area.weight));
            let change = vec![set("/pay/points/individual", sum.0.to_string())];
            vec![button("mend-individual", words.set_individual(sum.0), change)]
        }
        "listed-twice" if place.starts_with("/risk/entries/") => {
            let entry = place.strip_suffix("/title").unwrap_or(&place).to_owned();
            vec![button(&id("twice"), words.text(WritingText::RemoveSecond).to_owned(), vec![gone(entry)])]
        }
        "risk-not-reviewed" => {
            vec![button(&id("reviewed"), words.text(WritingText::MarkReviewed).to_owned(), vec![gone(place)])]
        }
        _ => Vec::new(),
    }
}

fn sum_of(weights: impl Iterator<Item = Option<Weight>>) -> Points {
    weights.flatten().map(Weight::max).fold(Points::default(), |sum, weight| sum + weight)
}

/// The changes after which the weights make the total, and what they lack of it now.
fn fitted(contract: &Contract) -> Option<(Vec<ContractChange>, Points)> {
    let total = contract.points?.total;
    let missing = total - sum_of(contract.goals.iter().map(|goal| goal.weight));
    if contract.goals.len() > MOST || missing.0.is_zero() {
        return None;
    }
    let weights = fitted_to_total(contract)?;
    let goals = contract.goals.iter().zip(weights).enumerate();
    let others = goals.filter(|(_, (goal, weight))| goal.weight != *weight);
    let changes = others.filter_map(|(index, (_, weight))| {
        let value = match weight? {
            Weight::Fixed(points) => points.0.to_string(),
            Weight::Range { min, max } => format!("{{\"min\":{},\"max\":{}}}", min.0, max.0),
        };
        Some(ContractChange::Set { at: format!("/goals/{index}/weight").into(), value: value.into() })
    });
    Some((changes.collect(), missing))
}
