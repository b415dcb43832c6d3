//! Draws a goal's proposal, and what a person decides about it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::{FieldKind, FieldProblem, PlanAction, PlanChoice, Planned, element_id, expected};
use crate::domain::contract::{GoalId, Relation};
use crate::domain::date::iso;
use crate::domain::number::Decimal;
use crate::domain::renewal::{Proposal, Renewal};
use crate::i18n::Words;
use crate::i18n::short::shortened;
use crate::i18n::text::RenewalText;
use crate::ui::context::{Page, use_page};
use crate::ui::fields::{Meant, full_name, meanings, plain_problem};
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// The most letters of a result in the table.
const WIDEST: usize = 80;

/// A goal's proposal in words.
pub(super) struct ProposalLine {
    pub(super) id: GoalId,
    name: String,
    last_target: String,
    became: String,
    fate: &'static str,
    goes_on: bool,
    /// What it would ask for, by what is chosen.
    next: String,
    last: Option<String>,
    reasons: Vec<String>,
    choices: Vec<PlanChoice>,
    expected: Option<Decimal>,
}

/// Puts each proposal into words: goals first, then areas.
pub(super) fn proposal_lines(renewal: &Renewal<'_>, words: Words) -> Vec<ProposalLine> {
    let all = renewal.goals.iter().chain(&renewal.areas);
    all.map(|of| proposal_line(of, renewal.year, words)).collect()
}

fn proposal_line(of: &Proposal<'_>, year: i32, words: Words) -> ProposalLine {
    let result = of.entry.map(|entry| words.entry_result(entry, Some(of.old_target()))).unwrap_or_default();
    let became = if result.is_empty() {
        words.text(RenewalText::NotAssessed).to_owned()
    } else {
        format!("{}: {}", shortened(&result, WIDEST), words.goal_status(of.status).to_lowercase())
    };
    let guideline = of.next.is_guideline.then(|| words.text(RenewalText::ByGuideline).to_owned());
    let questions = of.questions.iter().map(|one| words.renewal_question(*one));
    let reasons = guideline.into_iter().chain(questions.filter(|_| of.goes_on()));
    ProposalLine {
        id: of.goal.id.clone(),
        name: full_name(of.goal),
        last_target: words.fixed_target_text(of.goal, of.entry),
        became,
        fate: words.fate(of.fate),
        goes_on: of.goes_on(),
        next: words.goal_target(&of.next_goal()),
        last: of.last.as_ref().map(|last| words.goal_target(&of.goal_with(last))),
        reasons: reasons.chain(words.guideline_remark(of, year)).collect(),
        choices: PlanChoice::offered(of),
        expected: expected(of),
    }
}

/// The proposals, which of them this is, and what was decided about it.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlanRowProps {
    pub(super) lines: Shared<[ProposalLine]>,
    pub(super) at: usize,
    pub(super) planned: Option<Planned>,
    /// Whether the new contract was to be begun, so that what is missing is a mistake.
    pub(super) is_tried: bool,
    pub(super) language: String,
}

/// Draws a goal's row.
#[component]
pub(super) fn PlanRow(props: &PlanRowProps) -> Html {
    let page = use_page();
    let words = page.words;
    let is_typing = use_state_eq(|| false);
    let Some(line) = props.lines.get(props.at) else { return Html::default() };
    let choice = props.planned.as_ref().map_or(PlanChoice::Proposed, |planned| planned.choice);
    let asked = match choice {
        PlanChoice::Carry => Some(&line.next),
        PlanChoice::Last => line.last.as_ref(),
        PlanChoice::Proposed | PlanChoice::Figure(_) | PlanChoice::Deadline | PlanChoice::Drop => None,
    };
    let title = |text: RenewalText| words.text(text);
    html! {
        <tr id={element_id("renew", line.id.as_str())}>
            <td data-title={title(RenewalText::Goal)} lang={props.language.clone()}>{ &line.name }</td>
            <td data-title={title(RenewalText::LastTarget)}>{ &line.last_target }</td>
            <td data-title={title(RenewalText::Became)}>{ &line.became }</td>
            <td data-title={title(RenewalText::Proposal)}>
                { line.fate }
                if line.goes_on { { ": " }{ &line.next } }
                if !line.reasons.is_empty() { <span class="small quiet">{ " (" }{ line.reasons.join("; ") }{ ")" }</span> }
            </td>
            <td data-title={title(RenewalText::Choice)}>
                { choice_field(&page, line, choice) }
                if let Some(planned) = props.planned.as_ref().filter(|planned| planned.choice.takes().is_some()) {
                    { own_field(&page, line, planned, props.is_tried, &is_typing) }
                }
                if let Some(asked) = asked { <span class="small">{ asked }</span> }
            </td>
        </tr>
    }
}

/// Returns the `id` of the field for a goal's own figure or day.
pub(super) fn field_id(goal: &GoalId) -> String {
    element_id("own", goal.as_str())
}

/// Draws the list of what can become of the goal.
fn choice_field(page: &Page, line: &ProposalLine, chosen: PlanChoice) -> Html {
    let words = page.words;
    let id = element_id("choice", line.id.as_str());
    let onchange = {
        let (page, goal, choices) = (page.clone(), line.id.clone(), line.choices.clone());
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let place = select.and_then(|select| select.value().parse::<usize>().ok());
            if let Some(choice) = place.and_then(|place| choices.get(place).copied()) {
                page.send(PlanAction::Choose { goal: goal.clone(), choice });
            }
        })
    };
    let relations = line.choices.iter().filter(|one| matches!(one, PlanChoice::Figure(_))).count();
    html! {
        <div class="field">
            <label class="sr-only" for={id.clone()}>{ format!("{}: {}", words.text(RenewalText::Choice), line.name) }</label>
            <select {id} class="form-select" autocomplete="off" {onchange}>
                { for line.choices.iter().enumerate().map(|(place, choice)| html! {
                    <option key={place} value={place.to_string()} selected={*choice == chosen}>{ choice_name(*choice, relations > 1, words) }</option>
                }) }
            </select>
        </div>
    }
}

/// Names a choice; a figure of one's own by its side of the result where there are several.
fn choice_name(choice: PlanChoice, are_several: bool, words: Words) -> String {
    let text = match choice {
        PlanChoice::Proposed => RenewalText::ChooseProposed,
        PlanChoice::Carry => RenewalText::ChooseCarry,
        PlanChoice::Last => RenewalText::ChooseLast,
        PlanChoice::Figure(_) => RenewalText::ChooseFigure,
        PlanChoice::Deadline => RenewalText::ChooseDeadline,
        PlanChoice::Drop => RenewalText::ChooseDrop,
    };
    let name = words.text(text);
    match choice {
        PlanChoice::Figure(relation) if are_several => format!("{name}, {}", side(relation, words)),
        _ => name.to_owned(),
    }
}

fn side(relation: Relation, words: Words) -> String {
    words.relation(relation).to_lowercase()
}

/// Draws the field for a figure or a day, with what is wrong with it. A text that is still being typed is not yet held
/// against the person.
fn own_field(
    page: &Page,
    line: &ProposalLine,
    planned: &Planned,
    is_tried: bool,
    is_typing: &UseStateHandle<bool>,
) -> Html {
    let words = page.words;
    let id = field_id(&line.id);
    let problem = planned.read(line.expected).err().filter(|_| !**is_typing);
    let problem = problem.filter(|problem| is_tried || *problem != FieldProblem::Missing);
    let is_day = planned.choice.takes() == Some(FieldKind::Date);
    let label = words.text(if is_day { RenewalText::OwnDeadline } else { RenewalText::OwnFigure });
    let oninput = {
        let (page, goal, typing) = (page.clone(), line.id.clone(), is_typing.setter());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                typing.set(true);
                page.send(PlanAction::Type { goal: goal.clone(), text: Rc::from(input.value()) });
            }
        })
    };
    let onblur = {
        let typing = is_typing.setter();
        Callback::from(move |_: FocusEvent| typing.set(false))
    };
    let error_id = format!("{id}-error");
    html! {
        <div class={classes!("field", problem.is_some().then_some("field--wrong"))}>
            <label class="sr-only" for={id.clone()}>{ format!("{label}: {}", line.name) }</label>
            <input
                id={id.clone()}
                class={classes!("form-input", (!is_day).then_some("field__number"))}
                type="text"
                autocomplete="off"
                inputmode={(!is_day).then_some("decimal")}
                value={planned.text.to_string()}
                aria-invalid={problem.is_some().then_some("true")}
                aria-describedby={problem.is_some().then(|| error_id.clone())}
                {oninput}
                {onblur}
            />
            if let Some(problem) = &problem {
                <span class="field__error" id={error_id}>{ plain_problem(problem, words) }</span>
                { question(page, line, problem) }
            }
        </div>
    }
}

/// Asks which of two numbers or days was meant.
fn question(page: &Page, line: &ProposalLine, problem: &FieldProblem) -> Html {
    let words = page.words;
    let answer = |meant: Meant| {
        let (shown, text) = match meant {
            Meant::Number(value) | Meant::AsWritten(value) => (words.number(value), ungrouped(value, words)),
            Meant::Day(day) => (words.date(day), iso(day)),
        };
        let (page, goal) = (page.clone(), line.id.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            page.send(PlanAction::Type { goal: goal.clone(), text: Rc::from(text.as_str()) });
            focus_element_soon(&field_id(&goal));
        });
        html! { <button key={shown.clone()} type="button" class="button button-secondary button-small" {onclick}>{ shown }</button> }
    };
    html! { <div class="ambiguous__choices">{ for meanings(problem).into_iter().map(answer) }</div> }
}

/// Writes a number so that it can be read in one way only: without groups.
fn ungrouped(value: Decimal, words: Words) -> String {
    value.normalize().to_string().replace('.', &words.lang.decimal_mark().to_string())
}
