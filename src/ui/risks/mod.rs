//! Risici: the matrix, and the list that says where to look first.

mod list;
mod matrix;

use yew::prelude::*;

use super::context::use_words;
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
    let words = use_words();
    let contract = &props.contract;
    let heading = html! { <h1 class="place-heading">{ words.text(PageText::Risks) }</h1> };
    let Some(register) = &contract.risk else {
        return html! { <>{ heading }<p id="no-risks">{ words.text(RisksText::NoRegister) }</p></> };
    };
    let order = if contract.points.is_some() { RisksText::Order } else { RisksText::OrderByPriority };
    html! { <>
        { heading }
        <div>
            <section>
                <h2 class="section-heading">{ words.text(RisksText::Matrix) }</h2>
                <p class="small quiet">{ words.text(RisksText::Formula) }</p>
                <div class="scroll" role="region" tabindex="0" aria-label={words.text(RisksText::Matrix)}>
                    { matrix::matrix(contract, register, words) }
                </div>
            </section>
            <section>
                <h2 class="section-heading">{ words.text(RisksText::List) }</h2>
                <p class="small quiet">{ words.text(order) }</p>
                { list::list(contract, register, &props.evaluation.risks, words) }
            </section>
        </div>
    </> }
}
