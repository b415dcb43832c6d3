//! Shows the place »Risici«: the risks to look at first, the open goals that have none, and the matrix.

mod list;
mod matrix;

use yew::prelude::*;

pub(crate) use self::matrix::matrix;

use super::context::use_words;
use super::shared::Shared;
use crate::domain::contract::{Contract, RiskRegister};
use crate::domain::evaluation::{Evaluation, GoalOutcome};
use crate::domain::number::Points;
use crate::domain::risk::open_without_risk;
use crate::i18n::Words;
use crate::i18n::text::{PageText, RisksText};

/// The contract and its evaluation.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct RisksProps {
    pub(crate) contract: Shared<Contract>,
    pub(crate) evaluation: Shared<Evaluation>,
}

/// Draws the risk assessment of the contract.
#[component]
pub(crate) fn Risks(props: &RisksProps) -> Html {
    let words = use_words();
    let contract = &props.contract;
    let heading = html! { <h1 class="place-heading">{ words.text(PageText::Risks) }</h1> };
    let Some(register) = &contract.risk else {
        return html! { <>{ heading }<p id="no-risks">{ words.text(RisksText::NoRegister) }</p></> };
    };
    html! { <>
        { heading }
        <div>
            { look_first(contract, register, &props.evaluation, words) }
            <section>
                <h2 class="section-heading">{ words.text(RisksText::Matrix) }</h2>
                <p class="small quiet">{ words.text(RisksText::Formula) }</p>
                <div class="scroll" role="region" tabindex="0" aria-label={words.text(RisksText::Matrix)}>
                    { matrix::matrix(contract, register, words) }
                </div>
            </section>
        </div>
    </> }
}

/// Draws the risks of open goals first, and those of settled ones folded away.
fn look_first(
    contract: &Shared<Contract>,
    register: &RiskRegister,
    evaluation: &Evaluation,
    words: Words,
) -> Html {
    let order = if contract.points.is_some() { RisksText::Order } else { RisksText::OrderByPriority };
    let (open, settled) = list::rows(register, evaluation);
    let without = open_without_risk(contract, &evaluation.goals);
    html! {
        <section>
            <h2 class="section-heading">{ words.text(RisksText::List) }</h2>
            if open.is_empty() {
                <p id="no-open-risks">{ words.text(RisksText::NoneOpen) }</p>
            } else {
                <p class="small quiet">{ words.text(order) }</p>
                { list::list(contract, "risk-list", RisksText::List, &open, words) }
            }
            if !without.is_empty() {
                <h3 class="small-heading">{ words.text(RisksText::WithoutRisk) }</h3>
                <p id="without-risk-sum" class="small quiet">{ words.goals_without(without.len(), open_points(&without, words).as_deref()) }</p>
                { list::without_risk(contract, &without, words) }
            }
            if !settled.is_empty() {
                <details id="risks-settled" class="with-details">
                    <summary id="risks-settled-summary">{ words.settled_risks(settled.len()) }</summary>
                    { list::list(contract, "settled-risk-list", RisksText::Settled, &settled, words) }
                </details>
            }
        </section>
    }
}

/// Sums the open points; `None` in an unweighted contract.
fn open_points(goals: &[&GoalOutcome], words: Words) -> Option<String> {
    let points = goals.iter().map(|outcome| outcome.open_points()).collect::<Option<Vec<Points>>>()?;
    let sum = points.into_iter().fold(Points::default(), |sum, points| sum + points);
    Some(words.number(sum.0))
}
