//! Draws pots and stages in the chain: a column for each pot, a line for each stage, and their inputs.

use yew::prelude::*;

use super::PayView;
use super::formula::kroner;
use super::line::Line;
use crate::app::FieldId;
use crate::domain::contract::{Contract, PotSize, Stage, StageKind};
use crate::domain::number::Span;
use crate::domain::pay::PayOutcome;
use crate::i18n::Words;
use crate::i18n::text::{EntryText, PayText, ReportText};
use crate::ui::fields::{NoteField, TextField};

/// Draws the line of the pots with their inputs, then the caps in kroner and the sum of what the pots earn.
pub(super) fn pots(ground: PayView) -> Html {
    let (words, outcome) = (ground.words, ground.outcome);
    let contract = &ground.case.contract.contract;
    let mut sums = words.pot_sums(contract, outcome);
    let together = sums.pop();
    let cap = |(at, line): (usize, crate::i18n::pot::SumLine)| {
        html! {
            <Line
                key={at}
                id={format!("pay-cap-{at}")}
                title={line.title}
                result={kroner(line.result, words)}
                formula={AttrValue::from(words.both_ends(&line.ends))}
            />
        }
    };
    let formula = together.map(|line| AttrValue::from(words.both_ends(&line.ends)));
    html! { <>
        <Line id="pay-pots" title={words.text(PayText::Pots)} result={AttrValue::from(words.share_percent(outcome.fraction))}>
            { inputs(ground) }
            { pots_table(contract, outcome, words) }
        </Line>
        { for sums.into_iter().enumerate().map(cap) }
        <Line
            id="pay-earned"
            title={words.text(PayText::Earned)}
            result={outcome.earned.map(|earned| kroner(earned, words))}
            {formula}
        />
    </> }
}

/// Draws a column for each pot.
pub(crate) fn pots_table(contract: &Contract, outcome: &PayOutcome, words: Words) -> Html {
    let lines = words.pot_lines(contract, outcome);
    let titles = contract.pay.iter().flat_map(|agreement| {
        (0..outcome.pots.pots.len()).map(move |place| words.pot_title(agreement, place))
    });
    let end = |text: String| html! { <span class="pots__end">{ text }</span> };
    let cell = |ends: &Option<Span<String>>| match ends {
        None => html! { <td>{ "–" }</td> },
        Some(ends) if ends.is_settled() => html! { <td>{ end(ends.min.clone()) }</td> },
        Some(ends) => {
            let name = |text: ReportText, of: &str| format!("{} {of}", words.text(text).to_lowercase());
            html! {
                <td>
                    { end(name(ReportText::AtLeast, &ends.min)) }
                    { end(name(ReportText::AtMost, &ends.max)) }
                </td>
            }
        }
    };
    html! {
        <div class="scroll pots" role="region" tabindex="0" aria-label={words.text(PayText::Pots)}>
            <table class="table table--compact" id="pots">
                <caption class="sr-only">{ words.text(PayText::Pots) }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ words.text(ReportText::Step) }</th>
                        { for titles.map(|title| html! { <th scope="col">{ title }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for lines.iter().map(|line| html! {
                        <tr>
                            <th scope="row">{ &line.title }</th>
                            { for line.pots.iter().map(cell) }
                        </tr>
                    }) }
                </tbody>
            </table>
        </div>
    }
}

/// Draws the inputs of pots and stages: percents, the regulation, factors with their reasons.
fn inputs(ground: PayView) -> Html {
    let (words, agreement) = (ground.words, ground.agreement);
    let percent = |field: FieldId, label: AttrValue, hint: Option<PayText>| {
        let view = ground.view(&field);
        let hint = hint.map(|hint| AttrValue::from(words.text(hint)));
        html! { <TextField {field} {view} {label} {hint} unit={AttrValue::from("%")} /> }
    };
    let is_open = agreement.pots.is_empty() && agreement.max_percent.is_none();
    let entered = agreement.pots.iter().filter(|pot| pot.size == PotSize::Entered);
    let entered = entered.map(|pot| {
        let label = words.percent_of_pot(&pot.title).into();
        percent(FieldId::PotPercent(pot.id.clone()), label, None)
    });
    html! { <>
        if is_open { { percent(FieldId::MaxPercent, words.text(PayText::MaxPercent).into(), None) } }
        if agreement.needs_regulation() {
            { percent(FieldId::Regulation, words.text(PayText::Regulation).into(), Some(PayText::RegulationHint)) }
        }
        { for entered }
        { for agreement.stages.iter().filter_map(|stage| factor(ground, stage, words)) }
    </> }
}

/// Draws the factor of a stage that multiplies, with its reason.
fn factor(ground: PayView, stage: &Stage, words: Words) -> Option<Html> {
    let StageKind::Factor { min, max } = stage.kind else { return None };
    let (field, reason) = (FieldId::Factor(stage.id.clone()), FieldId::FactorReason(stage.id.clone()));
    let label = stage.title.clone().unwrap_or_else(|| words.text(PayText::Factor).to_owned());
    let hint = words.from_to(&words.number(min), &words.number(max));
    Some(html! { <>
        <TextField view={ground.view(&field)} {field} label={label.clone()} hint={AttrValue::from(hint)} />
        <NoteField view={ground.view(&reason)} field={reason} label={format!("{label}: {}", words.text(EntryText::Reason).to_lowercase())} rows={1} />
    </> })
}
