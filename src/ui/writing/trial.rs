//! Tries a goal out before anyone signs: what it earns for a result.

use std::rc::Rc;

use yew::prelude::*;

use super::form::text_of;
use crate::domain::assessment::{Assessment, Entry};
use crate::domain::contract::{Contract, Goal, Target, Threshold};
use crate::domain::evaluate::evaluate;
use crate::domain::number::{Decimal, Span};
use crate::i18n::number::parse_number_near;
use crate::i18n::text::WritingText;
use crate::ui::context::use_page;
use crate::ui::shared::Shared;

/// Whether one figure says what the goal gives.
pub(super) fn is_tried(goal: &Goal) -> bool {
    let is_measured =
        matches!(goal.target, Target::Limit { .. } | Target::Between { .. } | Target::Unchanged { .. });
    is_measured && goal.weight.is_some()
}

/// The figure that the target names: a result is read as near to it.
fn expected(goal: &Goal) -> Option<Decimal> {
    match &goal.target {
        Target::Limit { threshold: Threshold::Absolute(value), .. }
        | Target::Between { min: Threshold::Absolute(value), .. } => Some(*value),
        _ => None,
    }
}

/// A goal of a contract, whose rule is tried.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct GoalTrialProps {
    pub(super) contract: Shared<Contract>,
    pub(super) goal: Shared<Goal>,
    pub(super) at: String,
}

/// Draws a field for a result, and what the rule gives for it.
#[component]
pub(super) fn GoalTrial(props: &GoalTrialProps) -> Html {
    let words = use_page().words;
    let text = use_state_eq(String::new);
    let said = match parse_number_near(&text, words.lang, expected(&props.goal)) {
        _ if text.trim().is_empty() => String::new(),
        Err(problem) => words.number_problem(problem),
        Ok(value) => match tried(&props.contract, &props.goal.0, value) {
            Some((points, most)) => words.tried(points, most),
            None => words.text(WritingText::NotTried).to_owned(),
        },
    };
    let setter = text.setter();
    let id = format!("try{}", props.at);
    html! { <>
        { field(&id, words.text(WritingText::Try), &text, move |text| setter.set(text)) }
        <output id={format!("{id}/said")} for={id} class="field__hint">{ said }</output>
    </> }
}

/// Draws a field of a try.
pub(super) fn field(id: &str, label: &str, text: &str, change: impl Fn(String) + 'static) -> Html {
    let oninput =
        Callback::from(move |event: InputEvent| change(event.target().and_then(text_of).unwrap_or_default()));
    let id = id.to_owned();
    html! {
        <div class="field">
            <label class="field__label" for={id.clone()}>{ label }</label>
            <input {id} class="form-input field__number" type="text" autocomplete="off" inputmode="decimal" value={text.to_owned()} {oninput} />
        </div>
    }
}

/// The points that a goal gives for a result, out of how many; none where they are not settled.
fn tried(contract: &Contract, goal: &Rc<Goal>, value: Decimal) -> Option<(Decimal, Decimal)> {
    let alone = Contract { goals: vec![Rc::clone(goal)], pay: None, risk: None, ..contract.clone() };
    let mut entry = Entry::default();
    entry.reported.set_figure(Some(value));
    entry.reported.is_final = true;
    let evaluation = evaluate(&alone, &assessment_of(&alone, entry));
    let outcome = evaluation.goals.first()?;
    let points = outcome.points.filter(Span::is_settled)?;
    Some((points.max.0, outcome.weight?.max().0))
}

/// An assessment that says this of a contract's only goal.
fn assessment_of(contract: &Contract, entry: Entry) -> Assessment {
    let mut assessment = Assessment::new(contract.id.clone());
    if let Some(goal) = contract.goals.first() {
        assessment.results.insert(goal.id.clone(), Rc::new(entry));
    }
    assessment
}
