//! Risici: the list that says where to look first, the open goals that have no risk, and the matrix.

mod list;
mod matrix;

use yew::prelude::*;

use super::context::use_lang;
use super::shared::Shared;
use crate::domain::contract::{Contract, RiskRegister};
use crate::domain::evaluation::{Evaluation, GoalOutcome};
use crate::domain::number::Points;
use crate::domain::risk::open_without_risk;
use crate::i18n::Lang;
use crate::i18n::number::format_number;
use crate::i18n::text::risks::{goals_without, settled_risks};
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
    html! { <>
        { heading }
        <div>
            { look_first(contract, register, &props.evaluation, lang) }
            <section>
                <h2 class="section-heading">{ RisksText::Matrix.text(lang) }</h2>
                <p class="small quiet">{ RisksText::Formula.text(lang) }</p>
                <div class="scroll" role="region" tabindex="0" aria-label={RisksText::Matrix.text(lang)}>
                    { matrix::matrix(contract, register, lang) }
                </div>
            </section>
        </div>
    </> }
}

/// What is open comes first; what is settled is folded away.
fn look_first(contract: &Contract, register: &RiskRegister, evaluation: &Evaluation, lang: Lang) -> Html {
    let order = if contract.points.is_some() { RisksText::Order } else { RisksText::OrderByPriority };
    let (open, settled) = list::rows(register, evaluation);
    let without = open_without_risk(contract, &evaluation.goals);
    html! {
        <section>
            <h2 class="section-heading">{ RisksText::List.text(lang) }</h2>
            if open.is_empty() {
                <p id="no-open-risks">{ RisksText::NoneOpen.text(lang) }</p>
            } else {
                <p class="small quiet">{ order.text(lang) }</p>
                { list::list(contract, "risk-list", RisksText::List, &open, lang) }
            }
            if !without.is_empty() {
                <h3 class="small-heading">{ RisksText::WithoutRisk.text(lang) }</h3>
                <p id="without-risk-sum" class="small quiet">{ goals_without(without.len(), open_points(&without, lang).as_deref(), lang) }</p>
                { list::without_risk(contract, &without, lang) }
            }
            if !settled.is_empty() {
                <details id="risks-settled" class="with-details">
                    <summary id="risks-settled-summary">{ settled_risks(settled.len(), lang) }</summary>
                    { list::list(contract, "settled-risk-list", RisksText::Settled, &settled, lang) }
                </details>
            }
        </section>
    }
}

/// The points that are open in all; none in an unweighted contract.
fn open_points(goals: &[&GoalOutcome], lang: Lang) -> Option<String> {
    let points = goals.iter().map(|outcome| outcome.open_points()).collect::<Option<Vec<Points>>>()?;
    let sum = points.into_iter().fold(Points::default(), |sum, points| sum + points);
    Some(format_number(sum.0, lang))
}
