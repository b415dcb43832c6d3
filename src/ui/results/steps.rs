//! How a goal's points were found, step by step, on to what they mean for the pay.

use yew::prelude::*;

use crate::app::element_id;
use crate::domain::contract::{Contract, Weight};
use crate::domain::evaluation::GoalOutcome;
use crate::domain::number::{Decimal, Points};
use crate::domain::pay::PayOutcome;
use crate::i18n::Lang;
use crate::i18n::number::format_number;
use crate::i18n::step::{points_text, step_text};
use crate::i18n::text::results::{in_pay, pay_formula};
use crate::i18n::text::{ResultsText, figure};

/// The steps as a numbered list. `pay` is left out where the goal's points are no part of it.
pub(crate) fn steps(outcome: &GoalOutcome, pay: Option<(&Contract, &PayOutcome)>, lang: Lang) -> Html {
    let last = pay.and_then(|(contract, pay)| worth(outcome, contract, pay, lang));
    html! {
        <div>
            <p class="small-heading">{ ResultsText::HowWorkedOut.text(lang) }</p>
            <ol class="steps no-max-width" id={element_id("steps", outcome.goal.as_str())}>
                { for outcome.steps.iter().map(|step| html! { <li><span class="steps__body">{ step_text(step, lang) }</span></li> }) }
                if let Some(last) = last {
                    <li>
                        <span class="steps__body">{ ResultsText::InPay.text(lang) }{ ": " }{ last }</span>
                    </li>
                }
            </ol>
        </div>
    }
}

/// `150 / 1.000 × 700 = 105 point = 18.112,50 kr.`
fn worth(outcome: &GoalOutcome, contract: &Contract, pay: &PayOutcome, lang: Lang) -> Option<String> {
    let points = outcome.points?;
    let (_, total) = pay.contract_points?;
    let worth = pay.worth(points, contract.decimals())?;
    let formula = pay_formula(
        &points_text(points, lang),
        &format_number(total.0, lang),
        &format_number(pay.institution_max.0, lang),
    );
    let kroner = worth.kroner.map(|kroner| figure::kroner(kroner, lang));
    Some(format!("{formula} = {}", in_pay(&points_text(worth.points, lang), kroner.as_deref(), lang)))
}

/// The points that full fulfilment gives, zero where there is no weight.
pub(crate) fn full_points(outcome: &GoalOutcome) -> Points {
    outcome.weight.map_or(Points(Decimal::ZERO), Weight::max)
}
