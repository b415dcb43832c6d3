//! Shows a goal's details once it is opened: calculation, sources, development, note and evidence.

use std::rc::Rc;

use yew::prelude::*;

use super::development::development;
use super::entry::EntryState;
use super::steps::steps;
use crate::app::example::goal_elsewhere;
use crate::app::{Edit, EntryField, FieldId, ReportedField, Scope};
use crate::domain::contract::Target;
use crate::domain::contract::{Contract, Goal, Resource, ResourceKind, RiskEntry};
use crate::i18n::Words;
use crate::i18n::assumption::assumption_goal;
use crate::i18n::text::results::serves;
use crate::i18n::text::{EntryText, PageText, ReportText, ResultsText};
use crate::ui::context::Page;
use crate::ui::contract::findings_of;
use crate::ui::fields::{Align, NoteField, TextField, part_title};

/// Draws the details in two columns. One has the contract's words, the calculation and the notes; the other has
/// figures of other years, risks and findings.
pub(crate) fn details(state: &EntryState, page: &Page) -> Html {
    let words = page.words;
    let contract = &*state.case.contract.contract;
    let goal = &*state.goal;
    let pay = (state.id.scope == Scope::Goal).then_some((contract, &*state.sheet));
    html! {
        <div class="goal-details">
            <div class="goal-details__column">
                { block(words.text(ResultsText::Description), goal.description.as_deref(), contract) }
                { criteria(&goal.target, words) }
                { block(words.text(ResultsText::Remark), goal.note.as_deref(), contract) }
                { block(words.text(ReportText::Wording), goal.wording.as_deref(), contract) }
                if let Some(place) = words.place(goal.source.as_deref(), goal.page) {
                    <p class="goal-details__text">{ format!("{}: {place}", words.text(PageText::Source)) }</p>
                }
                { steps(&state.outcome, pay, words) }
                { assumptions(state, contract, words) }
                { objections(state, words) }
                // The text of what was done in an area is in its row.
                if state.id.scope == Scope::Goal { { note(state, EntryField::Note, EntryText::Note, None, words) } }
                { note(state, EntryField::Evidence, EntryText::Evidence, Some(EntryText::EvidenceHint), words) }
                { note(state, EntryField::Lapsed, EntryText::Lapsed, Some(EntryText::LapsedReason), words) }
                { clear(state, page) }
            </div>
            <div class="goal-details__column">
                { development(contract, goal, state, words) }
                { readings(state, words) }
                { detail_list(ResultsText::Resources, goal.resources.iter().map(|one| resource(one, words)), words) }
                { detail_list(ResultsText::Risks, own_risks(contract, goal).map(risk), words) }
                { detail_list(ResultsText::Serves, goal.contributes_to.iter().map(|one| goal_of_other_contract(&one.goal, words)), words) }
                { findings_of(&state.case, &state.sheet, goal, words) }
            </div>
        </div>
    }
}

/// Draws a field for words about the goal.
pub(super) fn note(
    state: &EntryState,
    field: EntryField,
    label: EntryText,
    hint: Option<EntryText>,
    words: Words,
) -> Html {
    let (field, view) = state.field(field, words);
    let hint = hint.map(|hint| AttrValue::from(words.text(hint)));
    html! { <NoteField about={AttrValue::from(state.goal.name().to_owned())} key={field.to_string()} field={field.clone()} {view} label={words.text(label)} {hint} rows={1} /> }
}

/// Draws a field for each reading of the year.
fn readings(state: &EntryState, words: Words) -> Html {
    let fields = state.sheet.readings(&state.id);
    let field = |field: FieldId| {
        let (path, period) = match &field {
            FieldId::Reported(_, path, ReportedField::Reading(period)) => (path.clone(), *period),
            _ => return Html::default(),
        };
        let (_, view) = state.reported(&path, ReportedField::Reading(period), words);
        let about = AttrValue::from(state.goal.name().to_owned());
        let period = words.period(period);
        let label = match part_title(&state.goal, state.entry().map(Rc::as_ref), &path, words) {
            Some(part) => format!("{part}, {period}"),
            None => period,
        };
        let key = field.to_string();
        html! { <TextField {key} {field} {view} {about} {label} align={Align::Number} /> }
    };
    if fields.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <p class="small-heading">{ words.text(EntryText::Readings) }</p>
            <div class="answer">{ for fields.into_iter().map(field) }</div>
        </div>
    }
}

/// Draws the button that clears everything about the goal.
fn clear(state: &EntryState, page: &Page) -> Html {
    let onclick = page.sending(Edit::ClearEntry(state.id.clone()));
    html! {
        <div>
            if state.entry().is_some() {
                <button type="button" class="text-button small" {onclick}>{ page.words.text(PageText::ClearEntry) }</button>
            }
        </div>
    }
}

/// Draws what the calculation chose for this goal, where the contract is silent.
fn assumptions(state: &EntryState, contract: &Contract, words: Words) -> Html {
    let all = state.sheet.evaluation.assumptions.iter();
    let own = all.filter(|one| assumption_goal(one) == Some(&state.goal.id));
    detail_list(ResultsText::Assumptions, own.map(|one| words.assumption(one, contract)), words)
}

/// Draws what the calculation objects to in this entry.
fn objections(state: &EntryState, words: Words) -> Html {
    let texts = state.outcome.objections.iter().map(|one| words.objection(&one.kind));
    detail_list(ResultsText::WhatIsWrong, texts, words)
}

/// Draws a text of the contract, in the contract's language.
fn block(heading: &'static str, text: Option<&str>, contract: &Contract) -> Html {
    text.map_or_else(Html::default, |text| {
        html! {
            <div>
                <p class="small-heading">{ heading }</p>
                <p class="goal-details__text" lang={contract.language.clone()}>{ text }</p>
            </div>
        }
    })
}

/// Names a goal of another contract, by its name where the page carries that contract.
fn goal_of_other_contract(reference: &str, words: Words) -> String {
    match goal_elsewhere(reference) {
        Some((goal, contract)) => serves(goal.name(), contract),
        None => words.serves_unknown(reference),
    }
}

fn detail_list(heading: ResultsText, lines: impl Iterator<Item = String>, words: Words) -> Html {
    let lines: Vec<_> = lines.map(|line| html! { <li>{ line }</li> }).collect();
    if lines.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <p class="small-heading">{ words.text(heading) }</p>
            <ul class="goal-details__list">{ lines }</ul>
        </div>
    }
}

fn criteria(target: &Target, words: Words) -> Html {
    let Target::Assessed { criteria } = target else {
        return Html::default();
    };
    let line = criteria.iter().map(|criterion| match criterion.deadline {
        Some(deadline) => format!("{} ({})", criterion.title, words.date(deadline)),
        None => criterion.title.clone(),
    });
    detail_list(ResultsText::Criteria, line, words)
}

fn resource(resource: &Resource, words: Words) -> String {
    let firmness = match resource.kind {
        ResourceKind::AtMost => words.text(EntryText::AtMost),
        ResourceKind::AtLeast => words.text(EntryText::AtLeast),
        ResourceKind::About => words.text(EntryText::About),
        ResourceKind::Exactly => "",
    };
    let amount = format!("{firmness} {} {}", words.number(resource.value), resource.unit);
    match &resource.title {
        Some(title) => format!("{title}: {}", amount.trim_start()),
        None => amount.trim_start().to_owned(),
    }
}

fn own_risks<'a>(contract: &'a Contract, goal: &'a Goal) -> impl Iterator<Item = &'a RiskEntry> {
    let rows = contract.risk.iter().flat_map(|register| &register.entries);
    rows.filter(|entry| entry.goal.as_ref() == Some(&goal.id))
}

fn risk(entry: &RiskEntry) -> String {
    let priority = entry.computed_priority();
    let row = format!("{} ({} × {} = {priority})", entry.title, entry.materiality, entry.vulnerability);
    match &entry.action {
        Some(action) => format!("{row}: {action}"),
        None => row,
    }
}
