//! Finds what it takes to reach a percent that a person names.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::named;
use crate::app::{Case, Edit, Route, Sheet, SheetAction, SheetKind};
use crate::domain::address::{LineId, Scope};
use crate::domain::contract::Contract;
use crate::domain::number::{Decimal, Percent, Span};
use crate::domain::pay::PayOutcome;
use crate::domain::required::{Effort, Measure, Order, Plan, PlanLine, Reach, plan};
use crate::i18n::Words;
use crate::i18n::number::parse_number;
use crate::i18n::text::WhatIfText;
use crate::ui::context::{Page, use_page};
use crate::ui::shared::Shared;
use crate::ui::window::use_turns;

/// The most lines that are shown.
const SHOWN: usize = 40;

/// The percent that is asked for at first.
const USUAL: &str = "90";

/// The case and its assessment on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct NeededProps {
    pub(super) case: Shared<Case>,
    pub(super) sheet: Shared<Sheet>,
}

/// Draws the question and its answer.
#[component]
pub(super) fn Needed(props: &NeededProps) -> Html {
    let page = use_page();
    let words = page.words;
    let text = use_state_eq(|| AttrValue::from(USUAL));
    let of_points = use_state_eq(|| false);
    let largest = use_state_eq(|| false);
    let contract = &props.case.contract.contract;
    let sheet = &props.sheet;
    let is_weighted = contract.points.is_some();
    let is_due = use_turns(1, contract.goals.len());
    let has_pay = contract.pay.is_some();
    let measure = if has_pay && !*of_points { Measure::Pay } else { Measure::Points };
    let wanted = parse_number(&text, words.lang)
        .ok()
        .filter(|wanted| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(wanted));
    let order = if *largest { Order::Largest } else { Order::Nearest };
    let found = use_memo(
        (sheet.clone(), measure, wanted.filter(|_| is_due && is_weighted), order),
        |(sheet, measure, wanted, order)| {
            let (assessment, evaluation) = (sheet.assessment(), &sheet.evaluation);
            let plan = plan(contract, assessment, evaluation, *measure, Percent((*wanted)?), *order)?;
            Some(((*wanted)?, plan))
        },
    );
    if !is_weighted {
        return Html::default();
    }
    let wrong = wanted.is_none();
    html! {
        <section id="needed">
            <h2>{ words.text(WhatIfText::Needed) }</h2>
            { question(&page, (&text, wrong), has_pay.then_some(&of_points), &largest) }
            <div role="status">
                if let Some((wanted, plan)) = &*found {
                    <p id="verdict">{
                        words.plan_verdict(plan.reach, plan.now, &words.percent(*wanted), plan.lines.len(), measure)
                    }</p>
                } else if !wrong && is_due {
                    <p id="verdict">{ words.text(WhatIfText::CannotTell) }</p>
                }
            </div>
            { for (*found).as_ref().map(|(_, plan)| answer(&page, &props.case, sheet, plan)) }
        </section>
    }
}

/// Draws the question: the percent, and where there is pay, whether of that or of the points.
fn question(
    page: &Page,
    (text, wrong): (&UseStateHandle<AttrValue>, bool),
    of_points: Option<&UseStateHandle<bool>>,
    largest: &UseStateHandle<bool>,
) -> Html {
    let words = page.words;
    let setter = text.setter();
    let oninput = Callback::from(move |event: InputEvent| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            setter.set(input.value().into());
        }
    });
    html! {
        <div class="needed__question">
            <div class={classes!("field", wrong.then_some("field--wrong"))}>
                <label class="field__label" for="wanted">{ words.text(WhatIfText::Wanted) }</label>
                <input
                    id="wanted" class="form-input field__number" type="text" inputmode="decimal" autocomplete="off"
                    value={(**text).clone()} aria-invalid={wrong.then_some("true")} aria-describedby={wrong.then_some("wanted-error")} {oninput}
                />
                <div>
                    if wrong { <span class="field__error" id="wanted-error">{ words.text(WhatIfText::WantedHint) }</span> }
                </div>
            </div>
            if let Some(of_points) = of_points {
                { choice_of_two(("measure", WhatIfText::OfWhat), [WhatIfText::OfPay, WhatIfText::OfPoints], of_points, words) }
            }
            { choice_of_two(("plan-order", WhatIfText::OrderBy), [WhatIfText::NearestFirst, WhatIfText::LargestFirst], largest, words) }
        </div>
    }
}

/// Draws a choice of two; the flag means the second.
fn choice_of_two(
    (id, label): (&'static str, WhatIfText),
    names: [WhatIfText; 2],
    is_second: &UseStateHandle<bool>,
    words: Words,
) -> Html {
    let setter = is_second.setter();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok()) {
            setter.set(select.selected_index() == 1);
        }
    });
    let [first, second] = names.map(|name| words.text(name));
    html! {
        <div class="field">
            <label class="field__label" for={id}>{ words.text(label) }</label>
            <select {id} class="form-select" autocomplete="off" {onchange}>
                <option selected={!**is_second}>{ first }</option>
                <option selected={**is_second}>{ second }</option>
            </select>
        </div>
    }
}

fn answer(page: &Page, case: &Case, sheet: &Sheet, plan: &Plan) -> Html {
    let (words, contract) = (page.words, &case.contract.contract);
    if plan.lines.is_empty() {
        return Html::default();
    }
    // Through pots and stages a goal has no kroner of its own.
    let pay = sheet.evaluation.pay.as_ref().filter(|pay| pay.pots.pots.is_empty());
    let is_way = plan.measure == Measure::Pay && pay.is_none();
    let ground = Ground { contract, pay, words };
    let (judged, lines): (Vec<_>, Vec<_>) = plan.lines.iter().partition(|line| line.effort == Effort::Judged);
    let rest = lines.len().saturating_sub(SHOWN);
    let can_try = plan.reach == Reach::Possible && plan.lines.iter().any(|line| line.need.can_be_named());
    html! { <>
        <table id="plan" class="table table--compact table--borderless table--responsive-headers">
            <caption class="sr-only">{ words.text(WhatIfText::Needed) }</caption>
            <thead>
                <tr>
                    { for [WhatIfText::Goal, WhatIfText::Needs, WhatIfText::Way].map(|text| html! { <th scope="col">{ words.text(text) }</th> }) }
                    { for ground.columns().map(|text| html! { <th scope="col" class="number">{ words.text(text) }</th> }) }
                </tr>
            </thead>
            <tbody>{ for lines.into_iter().take(SHOWN).map(|line| ground.plan_row(line)) }</tbody>
            if !judged.is_empty() { <tbody class="plan__judged">{ for judged.into_iter().map(|line| ground.plan_row(line)) }</tbody> }
        </table>
        if rest > 0 { <p>{ words.more_goals(rest) }</p> }
        <p class="small quiet">{ words.text(WhatIfText::Order) }</p>
        if is_way {
            <p class="small quiet" id="plan-way">
                { words.text(WhatIfText::ThroughPots) }
                { " " }
                { words.text(if plan.is_fewest == Some(true) { WhatIfText::FewestGoals } else { WhatIfText::PerhapsFewer }) }
            </p>
        }
        if can_try { { try_out(page, sheet, plan) } }
    </> }
}

/// What the lines are drawn from.
#[derive(Clone, Copy)]
struct Ground<'a> {
    contract: &'a Contract,
    pay: Option<&'a PayOutcome>,
    words: Words,
}

impl Ground<'_> {
    /// Returns the columns of figures, each of one kind.
    fn columns(self) -> impl Iterator<Item = WhatIfText> {
        let has_kroner = self.pay.is_some_and(|pay| pay.full.is_some());
        [
            Some(WhatIfText::ContractPoints),
            self.pay.map(|_| WhatIfText::PayPercent),
            has_kroner.then_some(WhatIfText::Kroner),
            Some(WhatIfText::Reached),
        ]
        .into_iter()
        .flatten()
    }

    fn plan_row(self, line: &PlanLine) -> Html {
        let words = self.words;
        let (name, unit) = named(self.contract, &line.id, words);
        let place = match &line.id {
            LineId::Entry(entry) if entry.scope == Scope::Goal => Route::goal(&entry.goal),
            _ => Route::Pay,
        };
        let cells =
            [(WhatIfText::Needs, words.need(&line.need, unit)), (WhatIfText::Way, words.effort(line.effort))];
        html! {
            <tr>
                <td data-title={words.text(WhatIfText::Goal)}><a href={place.address()}>{ name }</a></td>
                { for cells.map(|(title, text)| html! { <td data-title={words.text(title)}>{ text }</td> }) }
                { for self.columns().map(|column| html! {
                    <td class="number" data-title={words.text(column)}>{ self.figure(column, line) }</td>
                }) }
            </tr>
        }
    }

    /// Writes what a line gives, in the unit of the column.
    fn figure(self, column: WhatIfText, line: &PlanLine) -> String {
        let (words, is_goal) = (self.words, line.id.is_goal());
        let worth = self.pay.and_then(|pay| {
            let points = Span::settled(line.points);
            if is_goal {
                pay.worth(points, self.contract.decimals())
            } else {
                pay.worth_of_pay_points(points)
            }
        });
        let text = match column {
            WhatIfText::ContractPoints => is_goal.then(|| words.number(line.points.0)),
            WhatIfText::PayPercent => {
                let part = self.pay.zip(worth).and_then(|(pay, worth)| pay.percent_points(worth.points.max));
                part.map(|part| words.number(part.normalize()))
            }
            WhatIfText::Kroner => worth.and_then(|worth| worth.kroner).map(|amount| words.kroner(amount.max)),
            _ => Some(words.share_percent(Span::settled(line.reached))),
        };
        text.unwrap_or_else(|| "–".to_owned())
    }
}

/// Draws the button that enters the plan in the trial, and begins one where there is none.
fn try_out(page: &Page, sheet: &Sheet, plan: &Plan) -> Html {
    let needs: Rc<[_]> = plan.lines.iter().map(|line| (line.id.clone(), line.need.clone())).collect();
    let (of, is_real) = (sheet.id, sheet.kind == SheetKind::Real);
    let sender = page.clone();
    let onclick = Callback::from(move |_| {
        if is_real {
            sender.send(SheetAction::Copy { of, kind: SheetKind::WhatIf });
        }
        sender.send(Edit::Meet(Rc::clone(&needs)));
    });
    html! {
        <button id="try-out" type="button" class="button button-secondary" {onclick}>
            { page.words.text(WhatIfText::TryOut) }
        </button>
    }
}
