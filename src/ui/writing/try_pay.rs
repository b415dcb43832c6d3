//! Tries the pay agreement before anyone signs: points and base pay go through the whole chain, with its steps.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::trial::field;
use crate::domain::assessment::{Assessment, JudgedFactor, PayLine};
use crate::domain::contract::{Contract, PayAgreement, PotId, PotSize, StageId, StageKind};
use crate::domain::evaluate::evaluate;
use crate::domain::number::{Kroner, Percent, Points, Span};
use crate::domain::pay::{PayOutcome, most_of_pots, tried};
use crate::i18n::Words;
use crate::i18n::number::{NumberProblem, parse_kroner, parse_number, parse_number_near};
use crate::i18n::text::{PayText, WritingText};
use crate::ui::context::use_page;
use crate::ui::pay::pots_table;
use crate::ui::shared::Shared;

/// A contract whose pay agreement is tried.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PayTrialProps {
    pub(super) contract: Shared<Contract>,
}

/// What the agreement leaves to be said before it can be tried.
enum Wanted {
    /// The points of a pot, out of the most that it takes.
    Points(Points),
    Base,
    MaxPercent,
    Regulation,
    PotPercent(PotId),
    Factor(StageId),
}

/// A field of the try.
struct Question {
    id: String,
    label: String,
    wanted: Wanted,
}

/// Draws the fields, and what the agreement gives for what stands in them.
#[component]
pub(super) fn PayTrial(props: &PayTrialProps) -> Html {
    let words = use_page().words;
    let texts = use_state_eq(BTreeMap::<String, String>::new);
    let contract = &props.contract;
    let blank =
        use_memo(contract.clone(), |contract| evaluate(contract, &Assessment::new(contract.id.clone())));
    let Some(agreement) = &contract.pay else { return Html::default() };
    let questions = questions(agreement, &most_of_pots(agreement, &blank), words);
    let said = match read(contract, &questions, &texts, words) {
        Err(problem) => output(&words.number_problem(problem)),
        Ok(None) => output(""),
        Ok(Some((assessment, points))) => {
            let evaluation = blank.update_pay(contract, &assessment);
            match tried(contract, (&assessment, &evaluation), &points) {
                Some(outcome) => result(contract, &outcome, words),
                None => output(words.text(WritingText::PayNotTried)),
            }
        }
    };
    let input = |question: &Question| {
        let (texts, id) = (texts.clone(), question.id.clone());
        let text = texts.get(&id).cloned().unwrap_or_default();
        field(&question.id, &question.label, &text, move |text| {
            let mut changed = (*texts).clone();
            changed.insert(id.clone(), text);
            texts.set(changed);
        })
    };
    html! {
        <fieldset class="writing__group">
            <legend>{ words.text(WritingText::TryPay) }</legend>
            <div class="writing__fields">{ for questions.iter().map(input) }</div>
            { said }
        </fieldset>
    }
}

fn output(text: &str) -> Html {
    html! { <output id="try-pay">{ text }</output> }
}

/// What has to be said: the points of each pot, and what an assessment enters where the agreement is silent.
fn questions(agreement: &PayAgreement, most: &[Points], words: Words) -> Vec<Question> {
    let question =
        |id: &str, label: &str, wanted| Question { id: id.to_owned(), label: label.to_owned(), wanted };
    let pay = |text: PayText| words.text(text);
    let mut asked = Vec::new();
    for (place, most) in most.iter().enumerate() {
        let wanted = Wanted::Points(*most);
        asked.push(match agreement.pots.get(place) {
            None => question("try-points", words.text(WritingText::PointsReached), wanted),
            Some(pot) => {
                let label = words.points_for(&pot.title, most.0);
                question(&format!("try-points-{place}"), &label, wanted)
            }
        });
    }
    if agreement.needs_base() {
        asked.push(question("try-base", words.text(WritingText::BasePay), Wanted::Base));
    }
    if agreement.pots.is_empty() && agreement.max_percent.is_none() {
        asked.push(question("try-percent", pay(PayText::MaxPercent), Wanted::MaxPercent));
    }
    if agreement.needs_regulation() {
        asked.push(question("try-regulation", pay(PayText::Regulation), Wanted::Regulation));
    }
    for (place, pot) in agreement.pots.iter().enumerate().filter(|(_, pot)| pot.size == PotSize::Entered) {
        let label = words.percent_of_pot(&pot.title);
        asked.push(question(&format!("try-percent-{place}"), &label, Wanted::PotPercent(pot.id.clone())));
    }
    for (place, stage) in agreement.stages.iter().enumerate() {
        if let StageKind::Factor { min, max } = stage.kind {
            let between = words.from_to(&words.number(min), &words.number(max));
            let label = format!("{} {between}", words.stage_name(stage));
            asked.push(question(&format!("try-factor-{place}"), &label, Wanted::Factor(stage.id.clone())));
        }
    }
    asked
}

/// The texts of the fields as an assessment of the pay alone, with the points of each pot; `None` while one is empty.
fn read(
    contract: &Contract,
    questions: &[Question],
    texts: &BTreeMap<String, String>,
    words: Words,
) -> Result<Option<(Assessment, Vec<Points>)>, NumberProblem> {
    let mut assessment = Assessment::new(contract.id.clone());
    let (mut points, mut is_missing) = (Vec::new(), false);
    let pay = &mut assessment.pay;
    for question in questions {
        let text = texts.get(&question.id).map(String::as_str).unwrap_or_default();
        if text.trim().is_empty() {
            is_missing = true;
            continue;
        }
        let number = || parse_number(text, words.lang);
        match &question.wanted {
            Wanted::Points(most) => points.push(Points(parse_number_near(text, words.lang, Some(most.0))?)),
            Wanted::Base => {
                let value = Some(parse_kroner(text, words.lang)?);
                pay.base.push(PayLine { title: String::new(), value });
            }
            Wanted::MaxPercent => pay.max_percent = Some(Percent(number()?)),
            Wanted::Regulation => pay.regulation_percent = Some(Percent(number()?)),
            Wanted::PotPercent(pot) => {
                pay.pot_percents.insert(pot.clone(), Percent(number()?));
            }
            Wanted::Factor(stage) => {
                let factor = JudgedFactor { value: Some(number()?), reason: None };
                pay.factors.insert(stage.clone(), factor);
            }
        }
    }
    Ok((!is_missing).then_some((assessment, points)))
}

/// Draws what comes out, and each step on the way.
fn result(contract: &Contract, outcome: &PayOutcome, words: Words) -> Html {
    let Some((full, earned)) = outcome.full.zip(outcome.earned) else {
        return output(words.text(WritingText::PayNotTried));
    };
    let paid = words.kroner_range(earned);
    let said = match (outcome.pots.pots.as_slice(), outcome.base) {
        ([pot], Some(base)) if contract.pay.as_ref().is_some_and(|pay| pay.pots.is_empty()) => {
            words.pay_tried(pot.points.max.0, pot.most.0, &words.kroner(base), &paid)
        }
        _ => words.pots_tried(&paid, &words.kroner(full)),
    };
    let sums = words.pot_sums(contract, outcome);
    let sums = sums.into_iter().map(|line| format!("{}: {}", line.title, words.both_ends(&line.ends)));
    let rest: Vec<String> = sums.chain(additions(outcome, words)).collect();
    let is_open = !earned.is_settled();
    html! { <>
        { output(&said) }
        if is_open { <p class="small quiet">{ words.text(WritingText::TriedOpen) }</p> }
        { pots_table(contract, outcome, words) }
        if !rest.is_empty() {
            <ul class="small" id="try-pay-rest">{ for rest.iter().map(|line| html! { <li key={line.clone()}>{ line }</li> }) }</ul>
        }
    </> }
}

/// What comes on top of what is paid: holiday allowance and pension.
fn additions(outcome: &PayOutcome, words: Words) -> Vec<String> {
    let line = |text: PayText, percent: Option<Percent>, amount: Option<Span<Kroner>>| {
        let (payable, (percent, amount)) = outcome.payable.zip(percent.zip(amount))?;
        let (of, percent, amount) =
            (words.kroner_range(payable), words.percent(percent.0), words.kroner_range(amount));
        Some(format!("{}: {of} × {percent} = {amount}", words.text(text)))
    };
    let holiday = line(PayText::Holiday, outcome.holiday_percent, outcome.holiday_allowance);
    let pension = line(PayText::Pension, outcome.pension_percent, outcome.pension);
    let both = outcome
        .with_pension
        .map(|both| format!("{}: {}", words.text(PayText::WithPension), words.kroner_range(both)));
    [holiday, pension, both].into_iter().flatten().collect()
}
