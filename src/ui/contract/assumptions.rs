//! What the calculation chose where the contract is silent.

use yew::prelude::*;

use crate::domain::contract::Contract;
use crate::domain::evaluation::{Assumption, Evaluation};
use crate::i18n::Lang;
use crate::i18n::assumption::{assumption_goal, assumption_text};
use crate::i18n::text::ContractText;
use crate::i18n::text::contract::all_or_nothing;

/// The assumptions as a list; the one that many goals share is said once, with their names.
pub(crate) fn assumptions(contract: &Contract, evaluation: &Evaluation, lang: Lang) -> Html {
    html! {
        <section id="assumptions">
            <h2 class="section-heading">{ ContractText::Assumptions.text(lang) }</h2>
            if evaluation.assumptions.is_empty() {
                <p>{ ContractText::NoAssumptions.text(lang) }</p>
            } else {
                <p>{ ContractText::AssumptionsLead.text(lang) }</p>
                { list(contract, evaluation, lang) }
            }
        </section>
    }
}

/// The list alone, as a print carries it.
pub(crate) fn list(contract: &Contract, evaluation: &Evaluation, lang: Lang) -> Html {
    let (silent, others): (Vec<_>, Vec<_>) =
        evaluation.assumptions.iter().partition(|one| matches!(one, Assumption::AllOrNothing(_)));
    let names: Vec<_> = silent
        .iter()
        .filter_map(|one| contract.goal(assumption_goal(one)?.as_str()))
        .map(|goal| goal.name().to_owned())
        .collect();
    let shared = match silent.as_slice() {
        [] => None,
        [only] => Some(assumption_text(only, contract, lang)),
        _ => Some(all_or_nothing(&names, lang)),
    };
    let others = others.into_iter().map(|one| assumption_text(one, contract, lang));
    html! {
        <ul class="no-max-width">{ for shared.into_iter().chain(others).map(|text| html! { <li>{ text }</li> }) }</ul>
    }
}
