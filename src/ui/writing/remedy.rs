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

/// The change after which the weights make the total, and what they lack of it now.
fn fitted(contract: &Contract) -> Option<(Vec<ContractChange>, Points)> {
    let total = contract.points?.total;
    let missing = total - sum_of(contract.goals.iter().map(|goal| goal.weight));
    if missing.0.is_zero() {
        return None;
    }
    let goals = contract.goals.iter().zip(fitted_to_total(contract)?);
    let values = goals.map(|(goal, weight)| match weight.filter(|_| goal.weight != weight)? {
        Weight::Fixed(points) => Some(points.0.to_string()),
        Weight::Range { min, max } => Some(format!("{{\"min\":{},\"max\":{}}}", min.0, max.0)),
    });
    let (list, key) = ("/goals".into(), "weight".into());
    Some((vec![ContractChange::SetEach { list, key, values: values.collect() }], missing))
}
