//! Lists what the calculation chose where the contract is silent.

use yew::prelude::*;

use crate::domain::contract::Contract;
use crate::domain::evaluation::{Assumption, Evaluation};
use crate::i18n::Words;
use crate::i18n::text::ContractText;

/// Draws the assumptions; one that many goals share is said once, with their names.
pub(crate) fn assumptions(contract: &Contract, evaluation: &Evaluation, words: Words) -> Html {
    html! {
        <section id="assumptions">
            <h2 class="section-heading">{ words.text(ContractText::Assumptions) }</h2>
            if evaluation.assumptions.is_empty() {
                <p>{ words.text(ContractText::NoAssumptions) }</p>
            } else {
                <p>{ words.text(ContractText::AssumptionsLead) }</p>
                { list(contract, &evaluation.assumptions, words) }
            }
        </section>
    }
}

/// Draws the list without its heading, as a print carries it.
pub(crate) fn list(contract: &Contract, assumptions: &[Assumption], words: Words) -> Html {
    let texts = words.assumptions(assumptions, contract);
    html! {
        <ul class="no-max-width">{ for texts.into_iter().map(|text| html! { <li>{ text }</li> }) }</ul>
    }
}
