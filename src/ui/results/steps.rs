//! Shows how a goal's points were found, step by step, on to their worth in the pay.

use yew::prelude::*;

use crate::app::{Sheet, element_id};
use crate::domain::contract::{Contract, Weight};
use crate::domain::evaluation::GoalOutcome;
use crate::domain::number::{Decimal, Points};
use crate::domain::pay::{PayOutcome, Stakes, Taken};
use crate::i18n::Words;
use crate::i18n::text::ResultsText;
use crate::i18n::text::results::pay_formula;

/// Draws the steps as a numbered list. `pay` is left out where the goal's points are no part of it.
pub(crate) fn steps(outcome: &GoalOutcome, pay: Option<(&Contract, &Sheet)>, words: Words) -> Html {
    let last = pay.and_then(|(contract, sheet)| {
        let pay = sheet.evaluation.pay.as_ref()?;
        worth(outcome, contract, pay, words).or_else(|| part_of_pay(outcome, contract, sheet, words))
    });
    html! {
        <div>
            <p class="small-heading">{ words.text(ResultsText::HowWorkedOut) }</p>
            <ol class="steps no-max-width" id={element_id("steps", outcome.goal.as_str())}>
                { for outcome.steps.iter().map(|step| html! { <li><span class="steps__body">{ words.step(step) }</span></li> }) }
                if let Some(last) = last {
                    <li>
                        <span class="steps__body">{ words.text(ResultsText::InPay) }{ ": " }{ last }</span>
                    </li>
                }
            </ol>
        </div>
    }
}

/// Writes the worth of a goal's points: `150 / 1.000 × 700 = 105 point = 18.112,50 kr.`
fn worth(outcome: &GoalOutcome, contract: &Contract, pay: &PayOutcome, words: Words) -> Option<String> {
    let points = outcome.points?;
    let (_, total) = pay.contract_points?;
    let worth = pay.worth(points, contract.decimals())?;
    let formula =
        pay_formula(&words.points(points), &words.number(total.0), &words.number(pay.institution_max.0));
    let kroner = worth.kroner.map(|kroner| words.kroner_range(kroner));
    Some(format!("{formula} = {}", words.points_in_pay(&words.points(worth.points), kroner.as_deref())))
}

/// Writes what a goal makes of the pay through pots and stages: `100.000,00 − 60.000,00 = 40.000,00`.
fn part_of_pay(outcome: &GoalOutcome, contract: &Contract, sheet: &Sheet, words: Words) -> Option<String> {
    let place = contract.goals.iter().position(|goal| goal.id == outcome.goal)?;
    let stakes = Stakes::new(contract, sheet.assessment(), &sheet.evaluation)?;
    let part = stakes.part(contract, &sheet.evaluation, (Taken::Goal(place), outcome))?;
    words.part_of_pay(&part)
}

/// Returns the points that full fulfilment gives, zero where there is no weight.
pub(crate) fn full_points(outcome: &GoalOutcome) -> Points {
    outcome.weight.map_or(Points(Decimal::ZERO), Weight::max)
}
