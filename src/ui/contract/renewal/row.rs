//! Draws a goal's proposal, and what a person decides about it.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::{
    FieldKind, FieldProblem, OwnField, PlanAction, PlanChoice, Planned, RangeEnd, element_id, is_of_hundred,
    read_weight, weight_text,
};
use crate::domain::contract::{GoalId, Relation};
use crate::domain::date::iso;
use crate::domain::number::Decimal;
use crate::domain::renewal::{Proposal, Renewal};
use crate::i18n::short::shortened;
use crate::i18n::text::RenewalText;
use crate::i18n::{Lang, Words};
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
    weight: Option<String>,
    /// Whether a weight may be typed in percent.
    is_of_hundred: bool,
    last_target: String,
    became: String,
    fate: &'static str,
    goes_on: bool,
    /// What it would ask for, by what is chosen.
    next: String,
    last: Option<String>,
    reasons: Vec<String>,
    /// What can become of it, each with the fields that are typed with it.
    choices: Vec<(PlanChoice, Vec<OwnField>)>,
}

/// Puts each proposal into words: goals first, then areas.
pub(super) fn proposal_lines(renewal: &Renewal<'_>, words: Words) -> Vec<ProposalLine> {
    let [of_goals, of_areas] = ["/goals/", "/pay/areas/"].map(|list| is_of_hundred(renewal.contract, list));
    let goals = renewal.goals.iter().map(|of| (of, of_goals));
    let all = goals.chain(renewal.areas.iter().map(|of| (of, of_areas)));
    all.map(|(of, is_of_hundred)| proposal_line(of, is_of_hundred, renewal.year, words)).collect()
}

fn proposal_line(of: &Proposal<'_>, is_of_hundred: bool, year: i32, words: Words) -> ProposalLine {
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
        weight: of.goal.weight.map(|weight| weight_text(weight, words)),
        is_of_hundred,
        last_target: words.fixed_target_text(of.goal, of.entry),
        became,
        fate: words.fate(of.fate),
        goes_on: of.goes_on(),
        next: words.goal_target(&of.next_goal()),
        last: of.last.as_ref().map(|last| words.goal_target(&of.goal_with(last))),
        reasons: reasons.chain(words.guideline_remark(of, year)).collect(),
        choices: PlanChoice::offered(of).into_iter().map(|choice| (choice, choice.fields(of))).collect(),
    }
}

/// The proposals, which of them this is, and what was decided about it.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PlanRowProps {
    pub(super) lines: Shared<[ProposalLine]>,
    pub(super) at: usize,
    pub(super) planned: Option<Planned>,
    /// The weight of the person's own, as it was typed.
    pub(super) weight: Option<(Rc<str>, Lang)>,
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
        _ => None,
    };
    let fields = line.choices.iter().find(|(one, _)| *one == choice).map(|(_, fields)| fields.as_slice());
    let fields = fields.unwrap_or_default();
    let title = |text: RenewalText| words.text(text);
    html! {
        <tr id={element_id("renew", line.id.as_str())}>
            <td data-title={title(RenewalText::Goal)} lang={props.language.clone()}>{ &line.name }</td>
            <td data-title={title(RenewalText::Weight)}>{ weight_field(&page, props, line, choice, &is_typing) }</td>
            <td data-title={title(RenewalText::LastTarget)}>{ &line.last_target }</td>
            <td data-title={title(RenewalText::Became)}>{ &line.became }</td>
            <td data-title={title(RenewalText::Proposal)}>
                { line.fate }
                if line.goes_on { { ": " }{ &line.next } }
                if !line.reasons.is_empty() { <span class="small quiet">{ " (" }{ line.reasons.join("; ") }{ ")" }</span> }
            </td>
            <td data-title={title(RenewalText::Choice)}>
                { choice_field(&page, line, choice) }
                if let Some(planned) = &props.planned {
                    { for (0..fields.len()).map(|place| own_field(&page, line, (planned, fields, place), props.is_tried, &is_typing)) }
                }
                if let Some(asked) = asked { <span class="small">{ asked }</span> }
            </td>
        </tr>
    }
}

/// Returns the `id` of the field for a goal's weight.
pub(super) fn weight_id(goal: &GoalId) -> String {
    element_id("weigh", goal.as_str())
}

/// Draws the field for the weight of a goal that goes on and has one; else what it was.
fn weight_field(
    page: &Page,
    props: &PlanRowProps,
    line: &ProposalLine,
    choice: PlanChoice,
    is_typing: &UseStateHandle<bool>,
) -> Html {
    let words = page.words;
    let goes_on = match choice {
        PlanChoice::Proposed => line.goes_on,
        choice => choice != PlanChoice::Drop,
    };
    let Some(before) = line.weight.as_ref().filter(|_| goes_on) else {
        return html! { <>{ line.weight.clone() }</> };
    };
    let id = weight_id(&line.id);
    let typed = props.weight.as_ref();
    let problem = typed
        .and_then(|(text, lang)| read_weight(text, *lang, line.is_of_hundred).err())
        .filter(|_| !**is_typing);
    let (oninput, onblur) = {
        let (page, goal, typing) = (page.clone(), line.id.clone(), is_typing.setter());
        let oninput = Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                typing.set(true);
                page.send(PlanAction::Weigh { goal: goal.clone(), text: input.value().into() });
            }
        });
        let typing = is_typing.setter();
        (oninput, Callback::from(move |_: FocusEvent| typing.set(false)))
    };
    let error_id = format!("{id}-error");
    html! {
        <div class={classes!("field", problem.is_some().then_some("field--wrong"))}>
            <input
                id={id}
                class="form-input field__number"
                type="text"
                autocomplete="off"
                inputmode="decimal"
                aria-label={format!("{}: {}", words.text(RenewalText::Weight), line.name)}
                value={typed.map_or_else(|| before.clone(), |(text, _)| text.to_string())}
                aria-invalid={problem.is_some().then_some("true")}
                aria-describedby={problem.is_some().then(|| error_id.clone())}
                {oninput}
                {onblur}
            />
            if let Some(problem) = &problem { <span class="field__error" id={error_id}>{ plain_problem(problem, words) }</span> }
        </div>
    }
}

/// Returns the `id` of a field for a goal's own figures and days, by its place among them.
pub(super) fn field_id(goal: &GoalId, place: usize) -> String {
    match place {
        0 => element_id("own", goal.as_str()),
        place => element_id(&format!("own{place}"), goal.as_str()),
    }
}

/// Draws the list of what can become of the goal.
fn choice_field(page: &Page, line: &ProposalLine, chosen: PlanChoice) -> Html {
    let words = page.words;
    let id = element_id("choice", line.id.as_str());
    let onchange = {
        let (page, goal) = (page.clone(), line.id.clone());
        let choices: Vec<PlanChoice> = line.choices.iter().map(|(choice, _)| *choice).collect();
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let place = select.and_then(|select| select.value().parse::<usize>().ok());
            if let Some(choice) = place.and_then(|place| choices.get(place).copied()) {
                page.send(PlanAction::Choose { goal: goal.clone(), choice });
            }
        })
    };
    // An option that was once picked by hand follows no attribute.
    let shown =
        line.choices.iter().position(|(choice, _)| *choice == chosen).and_then(|at| u32::try_from(at).ok());
    let relations = line.choices.iter().filter(|(one, _)| matches!(one, PlanChoice::Figure(_))).count();
    html! {
        <div class="field">
            <label class="sr-only" for={id.clone()}>{ format!("{}: {}", words.text(RenewalText::Choice), line.name) }</label>
            <select {id} class="form-select" autocomplete="off" ~selectedIndex={shown} {onchange}>
                { for line.choices.iter().enumerate().map(|(place, (choice, _))| html! {
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
        PlanChoice::Range => RenewalText::ChooseRange,
        PlanChoice::Parts => RenewalText::ChooseParts,
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

/// Draws a field for a figure or a day, with what is wrong with it. A text that is still being typed is not yet held
/// against the person.
fn own_field(
    page: &Page,
    line: &ProposalLine,
    (planned, fields, place): (&Planned, &[OwnField], usize),
    is_tried: bool,
    is_typing: &UseStateHandle<bool>,
) -> Html {
    let words = page.words;
    let Some(field) = fields.get(place) else { return Html::default() };
    let id = field_id(&line.id, place);
    let problem = planned.problem(fields, field).filter(|_| !**is_typing);
    let problem = problem.filter(|problem| is_tried || *problem != FieldProblem::Missing);
    let is_day = field.kind == FieldKind::Date;
    let is_alone = field.part.is_none() && field.end.is_none();
    let label = field_label(field, words);
    let oninput = {
        let (page, goal, key, typing) =
            (page.clone(), line.id.clone(), Rc::clone(&field.key), is_typing.setter());
        Callback::from(move |event: InputEvent| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok())
            {
                typing.set(true);
                let (goal, key, text) = (goal.clone(), Rc::clone(&key), Rc::from(input.value()));
                page.send(PlanAction::Type { goal, key, text });
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
            <label class={if is_alone { "sr-only" } else { "field__label" }} for={id.clone()}>
                { &label }<span class="sr-only">{ format!(": {}", line.name) }</span>
            </label>
            <input
                id={id.clone()}
                class={classes!("form-input", (!is_day).then_some("field__number"))}
                type="text"
                autocomplete="off"
                inputmode={(!is_day).then_some("decimal")}
                value={planned.text(field).to_owned()}
                aria-invalid={problem.is_some().then_some("true")}
                aria-describedby={problem.is_some().then(|| error_id.clone())}
                {oninput}
                {onblur}
            />
            if let Some(problem) = &problem {
                <span class="field__error" id={error_id}>{ plain_problem(problem, words) }</span>
                { question(page, (&line.id, &field.key, &id), problem) }
            }
        </div>
    }
}

/// Names a field: by its part and its end where there are several.
fn field_label(field: &OwnField, words: Words) -> String {
    let own = match (field.end, field.kind) {
        (Some(RangeEnd::Least), _) => RenewalText::OwnLeast,
        (Some(RangeEnd::Most), _) => RenewalText::OwnMost,
        (None, FieldKind::Date) => RenewalText::OwnDeadline,
        (None, _) => RenewalText::OwnFigure,
    };
    let own = words.text(own);
    field.part.as_ref().map_or_else(|| own.to_owned(), |part| format!("{part}: {}", own.to_lowercase()))
}

/// Asks which of two numbers or days was meant.
fn question(page: &Page, (goal, key, id): (&GoalId, &Rc<str>, &str), problem: &FieldProblem) -> Html {
    let words = page.words;
    let answer = |meant: Meant| {
        let (shown, text) = match meant {
            Meant::Number(value) | Meant::AsWritten(value) => (words.number(value), ungrouped(value, words)),
            Meant::Day(day) => (words.date(day), iso(day)),
        };
        let (page, goal, key, id) = (page.clone(), goal.clone(), Rc::clone(key), id.to_owned());
        let onclick = Callback::from(move |_: MouseEvent| {
            let (goal, key) = (goal.clone(), Rc::clone(&key));
            page.send(PlanAction::Type { goal, key, text: Rc::from(text.as_str()) });
            focus_element_soon(&id);
        });
        html! { <button key={shown.clone()} type="button" class="button button-secondary button-small" {onclick}>{ shown }</button> }
    };
    html! { <div class="ambiguous__choices">{ for meanings(problem).into_iter().map(answer) }</div> }
}

/// Writes a number so that it can be read in one way only: without groups.
fn ungrouped(value: Decimal, words: Words) -> String {
    value.normalize().to_string().replace('.', &words.lang.decimal_mark().to_string())
}
