//! Tries a goal out before anyone signs: what it earns for a result.

use std::collections::BTreeMap;
use std::rc::Rc;

use yew::prelude::*;

use super::curve::Curve;
use super::form::{select_field, text_of};
use crate::app::FieldProblem;
use crate::domain::assessment::{Assessment, Entry};
use crate::domain::contract::{Contract, Goal, Level, Target, Threshold};
use crate::domain::evaluate::evaluate;
use crate::domain::number::{Decimal, Span};
use crate::domain::reported::Reported;
use crate::i18n::Words;
use crate::i18n::day::{YearsMeant, parse_date_near};
use crate::i18n::number::parse_number_near;
use crate::i18n::text::WritingText;
use crate::ui::context::use_page;
use crate::ui::fields::plain_problem;
use crate::ui::shared::Shared;

/// The code of the answer that something was done.
const DONE: &str = "true";

/// Whether a result of the goal can be tried.
pub(super) fn is_tried(goal: &Goal) -> bool {
    goal.weight.is_some() && answers(&goal.target) > 0
}

/// How many answers a target takes: one, or those of its parts.
fn answers(target: &Target) -> usize {
    match target {
        Target::Undetermined => 0,
        Target::AllOf(parts) | Target::AnyOf(parts) => parts.iter().map(|part| answers(&part.target)).sum(),
        _ => 1,
    }
}

/// Whether a figure answers the target.
fn is_measured(target: &Target) -> bool {
    matches!(target, Target::Limit { .. } | Target::Between { .. } | Target::Unchanged { .. })
}

/// The figure that the target names: a result is read as near to it.
fn expected(target: &Target) -> Option<Decimal> {
    match target {
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

/// Draws a field for a result, or for that of each part, and what the rule gives for it.
#[component]
pub(super) fn GoalTrial(props: &GoalTrialProps) -> Html {
    let words = use_page().words;
    let texts = use_state(BTreeMap::new);
    let alone =
        use_memo((props.contract.clone(), props.goal.clone()), |(contract, goal)| alone(contract, &goal.0));
    let curve = use_memo(Shared::from(&alone), |alone| {
        let goal = alone.goals.first().filter(|goal| is_measured(&goal.target))?;
        let points = |value| {
            let mut reported = Reported::default();
            reported.set_figure(Some(value));
            Some(tried(alone, reported)?.0)
        };
        Curve::of(goal, points)
    });
    let target = &props.goal.target;
    let trial = Trial { texts: &texts, years: YearsMeant::of_contract(&props.contract), words };
    let id = format!("try{}", props.at);
    let read = trial.reported(&id, target, false);
    let earned = read.as_ref().ok().and_then(|reported| tried(&alone, reported.clone()?));
    let said = match (&read, earned) {
        (Err(problem), _) => problem.clone(),
        (Ok(None), _) => String::new(),
        (Ok(Some(_)), Some((points, most))) => words.tried(points, most),
        (Ok(Some(reported)), None) => {
            unsettled(&alone, reported, texts.values().filter(|text| !text.is_empty()).count(), words)
        }
    };
    let dot = read.ok().flatten().and_then(|reported| reported.value).zip(earned.map(|(points, _)| points));
    html! { <>
        { trial.fields(&id, words.text(WritingText::Try), target, false) }
        <output id={format!("{id}/said")} for={id} class="field__hint">{ said }</output>
        if let Some(curve) = &*curve { { curve.drawn(dot, words) } }
    </> }
}

/// What was typed, by the fields' identifiers, and how it is read.
#[derive(Clone, Copy)]
struct Trial<'a> {
    texts: &'a UseStateHandle<BTreeMap<String, String>>,
    years: Option<YearsMeant>,
    words: Words,
}

impl Trial<'_> {
    /// What the texts report of a target; none where nothing is typed, or what keeps a text from being read.
    fn reported(self, id: &str, target: &Target, is_part: bool) -> Result<Option<Reported>, String> {
        let mut reported = Reported::default();
        if let Target::AllOf(parts) | Target::AnyOf(parts) = target {
            for part in parts {
                if let Some(of_part) = self.reported(&format!("{id}/{}", part.id), &part.target, true)? {
                    reported.parts.insert(part.id.clone(), of_part);
                }
            }
            return Ok(Some(reported).filter(|reported| !reported.parts.is_empty()));
        }
        let text = self.texts.get(id).map_or("", |text| text.trim());
        if text.is_empty() {
            return Ok(None);
        }
        let number = || {
            let read = parse_number_near(text, self.words.lang, expected(target));
            read.map_err(|problem| self.words.number_problem(problem))
        };
        match target {
            Target::By(_) => {
                let day = parse_date_near(text, self.years);
                reported.date = Some(day.map_err(|problem| self.words.date_problem(problem))?);
            }
            Target::Assessed { .. } if !is_part => reported.points = Some(number()?),
            Target::Done | Target::Assessed { .. } => reported.done = Some(text == DONE),
            Target::Rated(rating) => {
                let level = rating.levels.iter().find(|level| level.id.as_str() == text);
                reported.level = level.map(|level| level.id.clone());
            }
            _ => reported.set_figure(Some(number()?)),
        }
        Ok(Some(reported))
    }

    /// Draws the field that suits a target, or one for each part.
    fn fields(self, id: &str, label: &str, target: &Target, is_part: bool) -> Html {
        let text = self.texts.get(id).cloned().unwrap_or_default();
        let (texts, own) = (self.texts.clone(), id.to_owned());
        let change = move |text| {
            let mut changed = (*texts).clone();
            changed.insert(own.clone(), text);
            texts.set(changed);
        };
        let one_of = |choices: Vec<(String, String)>| {
            let none = (String::new(), self.words.text(WritingText::Choose).to_owned());
            let options: Vec<_> = [none].into_iter().chain(choices).collect();
            select_field(id.to_owned(), label, &options, &text, false, change.clone())
        };
        match target {
            Target::Undetermined => Html::default(),
            Target::AllOf(parts) | Target::AnyOf(parts) => html! {
                <div role="group" aria-label={label.to_owned()}>
                    <p class="field__label">{ label }</p>
                    <div class="writing__fields">
                        { for parts.iter().map(|part| {
                            let wanted = self.words.target(&part.target, part.unit.as_deref(), None);
                            let name = part.title.clone().unwrap_or(wanted);
                            self.fields(&format!("{id}/{}", part.id), &name, &part.target, true)
                        }) }
                    </div>
                </div>
            },
            Target::By(_) => line((id, label), &text, ("field__date", None), change),
            Target::Assessed { .. } if !is_part => field(id, label, &text, change),
            // In a part a judgement gives no points; it says yes or no.
            Target::Done | Target::Assessed { .. } => {
                let answer =
                    |(code, name): (&str, WritingText)| (code.to_owned(), self.words.text(name).to_owned());
                one_of([(DONE, WritingText::Yes), ("false", WritingText::No)].map(answer).to_vec())
            }
            Target::Rated(rating) => {
                let name = |level: &Level| (level.id.to_string(), level.title.clone());
                one_of(rating.levels.iter().map(name).collect())
            }
            _ => field(id, label, &text, change),
        }
    }
}

/// Says why an answer gives no points yet: it does not fit, others are missing beside it, or the target is not fixed.
fn unsettled(alone: &Contract, reported: &Reported, typed: usize, words: Words) -> String {
    let evaluation = evaluate(alone, &assessment_of(alone, reported.clone()));
    let against = evaluation.all_objections().find(|one| one.kind.is_against_contract());
    if let Some(objection) = against {
        return plain_problem(&FieldProblem::Objection(objection.kind.clone()), words);
    }
    let is_whole = alone.goals.first().is_none_or(|goal| typed >= answers(&goal.target));
    words.text(if is_whole { WritingText::NotTried } else { WritingText::TryRest }).to_owned()
}

/// Draws a field for a figure of a try.
pub(super) fn field(id: &str, label: &str, text: &str, change: impl Fn(String) + 'static) -> Html {
    line((id, label), text, ("field__number", Some("decimal")), change)
}

fn line(
    (id, label): (&str, &str),
    text: &str,
    (class, inputmode): (&'static str, Option<&'static str>),
    change: impl Fn(String) + 'static,
) -> Html {
    let oninput =
        Callback::from(move |event: InputEvent| change(event.target().and_then(text_of).unwrap_or_default()));
    let id = id.to_owned();
    html! {
        <div class="field">
            <label class="field__label" for={id.clone()}>{ label }</label>
            <input {id} class={classes!("form-input", class)} type="text" autocomplete="off" {inputmode} value={text.to_owned()} {oninput} />
        </div>
    }
}

/// The contract with one goal alone.
fn alone(contract: &Contract, goal: &Rc<Goal>) -> Contract {
    Contract { goals: vec![Rc::clone(goal)], pay: None, risk: None, ..contract.clone() }
}

/// The points that the only goal of a contract gives for a result, out of how many; none where they are not settled.
fn tried(alone: &Contract, reported: Reported) -> Option<(Decimal, Decimal)> {
    let evaluation = evaluate(alone, &assessment_of(alone, reported));
    let outcome = evaluation.goals.first()?;
    let points = outcome.points.filter(Span::is_settled)?;
    Some((points.max.0, outcome.weight?.max().0))
}

/// An assessment that says this of a contract's only goal.
fn assessment_of(contract: &Contract, mut reported: Reported) -> Assessment {
    reported.is_final = true;
    let entry = Entry { reported, ..Entry::default() };
    let mut assessment = Assessment::new(contract.id.clone());
    if let Some(goal) = contract.goals.first() {
        assessment.results.insert(goal.id.clone(), Rc::new(entry));
    }
    assessment
}
