//! Draws the station »Risici«: the risks with their goals, and the matrix that they make.

use yew::prelude::*;

use super::form::{Form, field_id};
use super::item::{kept, options, problems};
use crate::format::{ContractChange, Written};
use crate::i18n::text::{RisksText, WritingText};
use crate::ui::fields::full_name;
use crate::ui::risks::matrix;

/// Draws the risks and the matrix.
pub(super) fn risks(form: Form<'_>) -> Html {
    let source = form.written.and_then(|written| written.source("/risk")).unwrap_or("{}");
    let written = Written::parse(source);
    let form = Form { written: written.as_ref(), base: "/risk", ..form };
    let contract = &form.case.contract.contract;
    let count = form.items("/entries");
    let scale = contract.risk.as_ref().map_or(1, |risk| risk.scale.min);
    let value = format!("{{\"title\":\"\",\"materiality\":{scale},\"vulnerability\":{scale}}}");
    let insert = ContractChange::Insert { list: "/risk/entries".into(), index: count, value: value.into() };
    let unset = (String::new(), form.words.text(WritingText::NoGoal).to_owned());
    let goals = contract.goals.iter().map(|goal| (goal.id.to_string(), full_name(goal)));
    let goals: Vec<_> = [unset].into_iter().chain(goals).collect();
    let reviewed = [("", WritingText::Reviewed), ("false", WritingText::NotReviewed)];
    let risk = |index: usize| {
        let at = |key: &str| format!("/entries/{index}/{key}");
        html! {
            <div class="writing__fields writing__area writing__risk" key={index}>
                { form.needed(&at("title"), WritingText::RiskTitle) }
                { form.choice(&at("goal"), WritingText::Goal, &goals) }
                { form.needed(&at("materiality"), WritingText::Materiality) }
                { form.needed(&at("vulnerability"), WritingText::Vulnerability) }
                { form.line(&at("priority"), WritingText::Priority) }
                { form.long(&at("action"), WritingText::RiskAction) }
                { form.choice(&at("reviewed"), WritingText::IsReviewed, &options(form, &reviewed)) }
                { form.line(&at("source"), WritingText::Source) }
                <div class="writing__end">{ form.remove("/entries", index, &form.text(&at("title"))) }</div>
                { problems(form, &[&format!("/entries/{index}")]) }
            </div>
        }
    };
    html! { <>
        <div class="writing__fields">
            { form.line("/scale/min", WritingText::ScaleMin) }
            { form.line("/scale/max", WritingText::ScaleMax) }
        </div>
        { problems(form, &[""]) }
        if let Some(register) = &contract.risk {
            <div class="scroll" role="region" tabindex="0" aria-label={form.words.text(RisksText::Matrix)}>{ matrix(contract, register, form.words) }</div>
        }
        <div>{ for (0..count).map(risk) }</div>
        { form.button("add-risk", form.words.text(WritingText::AddRisk), vec![insert], Some(field_id(&format!("/risk/entries/{count}/title")))) }
        { kept(form, &["entries"]) }
    </> }
}
