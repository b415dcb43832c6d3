//! Risici: the matrix, and the list that says where to look first.

mod list;
mod matrix;

use yew::prelude::*;

use super::context::use_lang;
use super::shared::Shared;
use crate::domain::contract::Contract;
use crate::domain::evaluation::Evaluation;
use crate::i18n::text::{PageText, RisksText};

/// The contract and what it comes to.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RisksProps {
    pub(crate) contract: Shared<Contract>,
    pub(crate) evaluation: Shared<Evaluation>,
}

/// The risk assessment of the contract.
#[component]
pub(crate) fn Risks(props: &RisksProps) -> Html {
    let lang = use_lang();
    let contract = &props.contract;
    let heading = html! { <h1 class="place-heading">{ PageText::Risks.text(lang) }</h1> };
    let Some(register) = &contract.risk else {
        return html! { <>{ heading }<p id="no-risks">{ RisksText::NoRegister.text(lang) }</p></> };
    };
    let order = if contract.points.is_some() { RisksText::Order } else { RisksText::OrderByPriority };
    html! { <>
        { heading }
        <div>
            <section>
                <h2 class="section-heading">{ RisksText::Matrix.text(lang) }</h2>
                <p class="small quiet">{ RisksText::Formula.text(lang) }</p>
                <div class="scroll" role="region" tabindex="0" aria-label={RisksText::Matrix.text(lang)}>
                    { matrix::matrix(contract, register, lang) }
                </div>
            </section>
            <section>
                <h2 class="section-heading">{ RisksText::List.text(lang) }</h2>
                <p class="small quiet">{ order.text(lang) }</p>
                { list::list(contract, register, &props.evaluation.risks, lang) }
            </section>
        </div>
    </> }
}
