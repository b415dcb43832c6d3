//! What the calculation chose where the contract is silent.

use yew::prelude::*;

use crate::domain::contract::Contract;
use crate::domain::evaluation::{Assumption, Evaluation};
use crate::i18n::Lang;
use crate::i18n::assumption::assumption_list;
use crate::i18n::text::ContractText;

/// The assumptions as a list; the one that many goals share is said once, with their names.
pub(crate) fn assumptions(contract: &Contract, evaluation: &Evaluation, lang: Lang) -> Html {
    html! {
        <section id="assumptions">
            <h2 class="section-heading">{ ContractText::Assumptions.text(lang) }</h2>
            if evaluation.assumptions.is_empty() {
                <p>{ ContractText::NoAssumptions.text(lang) }</p>
            } else {
                <p>{ ContractText::AssumptionsLead.text(lang) }</p>
                { list(contract, &evaluation.assumptions, lang) }
            }
        </section>
    }
}

/// The list alone, as a print carries it.
pub(crate) fn list(contract: &Contract, assumptions: &[Assumption], lang: Lang) -> Html {
    let texts = assumption_list(assumptions, contract, lang);
    html! {
        <ul class="no-max-width">{ for texts.into_iter().map(|text| html! { <li>{ text }</li> }) }</ul>
    }
}
