//! Draws every goal in the what-if: its real result, an input with a slider for figures, and what it gives.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Case, EntryId, FieldId, ReportedField, Scope, Sheet, element_id};
use crate::domain::contract::{Goal, IndividualRule, PayAgreement};
use crate::domain::evaluation::GoalOutcome;
use crate::domain::outcome::counting_target;
use crate::i18n::Words;
use crate::i18n::text::{PayText, WhatIfText};
use crate::ui::context::use_page;
use crate::ui::fields::{Align, FieldView, TextField};
use crate::ui::long_rows::LongRows;
use crate::ui::points::points;
use crate::ui::results::{EntryState, fixed_later, inputs};
use crate::ui::shared::Shared;
use crate::ui::status::status;

/// The case and its what-if on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct RowsProps {
    pub(super) case: Shared<Case>,
    pub(super) sheet: Shared<Sheet>,
}

/// Draws a row for each goal and for each area that is judged by itself, or the one judgement of all areas.
#[component]
pub(super) fn Rows(props: &RowsProps) -> Html {
    let words = use_page().words;
    let (case, sheet) = (&props.case.0, &props.sheet.0);
    let contract = &case.contract.contract;
    let real = Rc::clone(case.real_of(sheet));
    let row = {
        let (case, sheet, real) = (Rc::clone(case), Rc::clone(sheet), Rc::clone(&real));
        move |id: EntryId, goal: &Rc<Goal>, outcome: &Rc<GoalOutcome>| {
            let real_outcome = outcome_of(&real, &id).unwrap_or(outcome);
            let state = |sheet: &Rc<Sheet>, outcome: &Rc<GoalOutcome>| EntryState {
                case: Rc::clone(&case),
                sheet: Rc::clone(sheet),
                id: id.clone(),
                goal: Rc::clone(goal),
                outcome: Rc::clone(outcome),
            };
            html! { <Row key={id.to_string()} trial={state(&sheet, outcome)} real={state(&real, real_outcome)} /> }
        }
    };
    let goal = {
        let (case, sheet, row) = (Rc::clone(case), Rc::clone(sheet), row.clone());
        Callback::from(move |at: usize| {
            let found = case.contract.contract.goals.get(at).zip(sheet.evaluation.goals.get(at));
            found.map_or_else(Html::default, |(goal, outcome)| row(EntryId::goal(&goal.id), goal, outcome))
        })
    };
    let by_area = |pay: &&PayAgreement| pay.individual_rule() == IndividualRule::Areas;
    let areas = contract.pay.as_ref().filter(by_area).zip(sheet.evaluation.pay.as_ref());
    let areas = areas.into_iter().flat_map(|(agreement, pay)| agreement.areas.iter().zip(&pay.areas));
    let areas = areas.map(|(area, outcome)| row(EntryId::area(&area.id), area, outcome));
    let is_overall =
        contract.pay.as_ref().is_some_and(|pay| pay.individual_rule() == IndividualRule::Overall);
    html! {
        <section id="trial-goals">
            <h2>{ words.text(WhatIfText::Goals) }</h2>
            <LongRows count={contract.goals.len()} row={goal} />
            { for areas }
            <div>if is_overall { { overall(case, sheet, &real, words) } }</div>
        </section>
    }
}

fn outcome_of<'a>(sheet: &'a Sheet, id: &EntryId) -> Option<&'a Rc<GoalOutcome>> {
    match id.scope {
        Scope::Goal => sheet.evaluation.goal(id.goal.as_str()),
        Scope::Area => sheet.evaluation.pay.as_ref()?.areas.iter().find(|area| area.goal == id.goal),
    }
}

/// Draws the one judgement of all individual areas.
fn overall(case: &Case, sheet: &Sheet, real: &Sheet, words: Words) -> Html {
    let field = FieldId::Overall;
    let objections = sheet.evaluation.pay.iter().flat_map(|pay| &pay.objections);
    let view = FieldView::in_sheet(case, sheet, &field, objections, words);
    let real = real.text(&field, words.lang);
    html! {
        <div class="trial-row">
            <div><h3 class="trial-row__name">{ words.text(WhatIfText::Overall) }</h3></div>
            { real_result(if real.is_empty() { words.text(WhatIfText::NoResult) } else { &real }, None, words) }
            <div class="trial-row__input">
                <TextField {field} {view} label={words.text(PayText::Overall)} label_hidden=true align={Align::Number} />
            </div>
        </div>
    }
}

/// One goal in the trial and in the real assessment.
#[derive(Clone, PartialEq, Properties)]
struct RowProps {
    trial: EntryState,
    real: EntryState,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let page = use_page();
    let words = page.words;
    let (trial, real) = (&props.trial, &props.real);
    let goal = &trial.goal;
    let written_in = trial.case.contract.contract.language.clone();
    let points_before = real.outcome.points.map(|points| words.points(points));
    let is_changed =
        trial.outcome.points != real.outcome.points || trial.outcome.status != real.outcome.status;
    html! {
        <div class={classes!("trial-row", is_changed.then_some("trial-row--changed"))} id={element_id("tried", goal.id.as_str())}>
            <div>
                <h3 class="trial-row__name" lang={written_in}>
                    if let Some(label) = &goal.label { { format!("{label} ") } }{ &goal.title }
                </h3>
                <p class="small quiet">{ words.fixed_target_text(goal, trial.entry().map(Rc::as_ref)) }</p>
            </div>
            { real_result(&entered_text(real, words), points_before, words) }
            <div class="trial-row__input">{ inputs(trial, &page, true) }</div>
            <div class="trial-row__points">{ status(&trial.outcome, words) }{ points(&trial.outcome, words) }</div>
            <div class="trial-row__addendum">{ fixed_later(trial, &page) }</div>
        </div>
    }
}

/// Draws the real result and its points.
fn real_result(result: &str, points: Option<String>, words: Words) -> Html {
    html! {
        <p class="trial-row__real small">
            { format!("{}: {result}", words.text(WhatIfText::Real)) }
            if let Some(points) = points { { format!(" · {points}") } }
        </p>
    }
}

/// Writes what was entered for the goal itself, without a composite's parts.
fn entered_text(state: &EntryState, words: Words) -> String {
    let target = counting_target(&state.goal, state.entry().map(Rc::as_ref));
    let text = |field| state.reported(&[], field, words).1.text.to_string();
    let answer = || match text(ReportedField::Done).as_str() {
        "true" => words.text(WhatIfText::Yes).to_owned(),
        "false" => words.text(WhatIfText::No).to_owned(),
        _ => String::new(),
    };
    let said = match target.wanted() {
        Some(ReportedField::Value) => {
            let figure = state.entry().and_then(|entry| entry.reported.figure(state.goal.ratio.as_deref()));
            figure.map(|figure| words.number(figure)).unwrap_or_default()
        }
        Some(ReportedField::Date) => {
            Some(text(ReportedField::Date)).filter(|day| !day.is_empty()).unwrap_or_else(answer)
        }
        Some(ReportedField::Done) => answer(),
        Some(ReportedField::Points) => text(ReportedField::Points),
        Some(ReportedField::Level) => {
            let level = state.entry().and_then(|entry| entry.reported.level.as_ref());
            level.map(|level| target.level_title(level).to_owned()).unwrap_or_default()
        }
        _ => words.outcome_status(&state.outcome).to_owned(),
    };
    if said.is_empty() { words.text(WhatIfText::NoResult).to_owned() } else { said }
}
