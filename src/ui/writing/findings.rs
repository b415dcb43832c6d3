//! Draws the station »Fund«: what waits beside the contract, and what was found in it, each with the way there.

use std::rc::Rc;

use yew::prelude::*;

use super::form::{Form, field_id};
use super::remedy::remedies;
use super::{part_at, part_of, place_of};
use crate::app::findings::{Finding, Section};
use crate::app::{Case, Route, item_of};
use crate::findings::Severity;
use crate::format::{Said, Subject, Written};
use crate::i18n::text::WritingText;
use crate::small::sort_by_key;
use crate::ui::contract::severity_word;
use crate::ui::focus::{focus_element_soon, focus_field_soon};
use crate::ui::long_rows::LongRows;
use crate::ui::shared::Shared;

/// Draws the list. Where one way alone leads out, a button takes it.
pub(super) fn findings(form: Form<'_>, case: &Shared<Case>, findings: &Rc<[Finding]>) -> Html {
    let words = form.words;
    let waiting = waiting_items(form);
    if findings.is_empty() && waiting.is_empty() {
        return html! { <p id="nothing-found">{ words.text(WritingText::NothingFound) }</p> };
    }
    let severities = [
        (Severity::Error, WritingText::Errors, "found-errors"),
        (Severity::Warning, WritingText::Warnings, "found-warnings"),
        (Severity::Note, WritingText::Notes, "found-notes"),
    ];
    html! { <>
        if !waiting.is_empty() {
            <h3>{ words.text(WritingText::Waiting) }</h3>
            <p>{ words.text(WritingText::WaitingWhy) }</p>
            <ul class="no-max-width" id="waiting">
                { for waiting.iter().map(|item| html! { <li key={item.clone()}>{ waiting_link(form, item) }</li> }) }
            </ul>
        }
        { for severities.into_iter().map(|(severity, heading, name)| {
            let found = findings.iter().enumerate().filter(|(_, one)| one.severity == severity);
            let places: Vec<usize> = found.map(|(place, _)| place).collect();
            let count = places.len();
            if count == 0 {
                return Html::default();
            }
            let (page, case, findings) = (form.page.clone(), case.clone(), Rc::clone(findings));
            let row = Callback::from(move |at: usize| {
                let form = Form { page: &page, case: &case, written: None, base: "", found: &[], words: page.words };
                let found = places.get(at).and_then(|place| findings.get(*place));
                found.map(|found| item(form, found)).unwrap_or_default()
            });
            html! { <section key={severity.name()}>
                <h3>{ format!("{} ({})", words.text(heading), words.count(count)) }</h3>
                <div role="list" class="writing__findings"><LongRows {name} {count} {row} /></div>
            </section> }
        }) }
    </> }
}

/// The items of which something typed is not in the contract, in its order.
fn waiting_items(form: Form<'_>) -> Vec<String> {
    let mut items: Vec<String> = form.case.writing.typed.keys().map(|at| item_of(at).to_owned()).collect();
    items.dedup();
    // By its letters goal 10 would stand before goal 2.
    sort_by_key(&mut items, |item| (item.len(), item.clone()));
    items
}

/// Leads to the first field of an item whose text waits.
fn waiting_link(form: Form<'_>, item: &str) -> Html {
    let first = form.case.writing.typed.keys().find(|at| item_of(at) == item);
    let id = field_id(first.map_or(item, |at| &**at));
    let onclick = Callback::from(move |_: MouseEvent| focus_element_soon(&id));
    html! { <a href={Route::Writing(part_at(item)).address()} {onclick}>{ place_name(form, item) }</a> }
}

/// What the item at a place is called: a goal by its name, else its station.
fn place_name(form: Form<'_>, item: &str) -> String {
    let goal = item.strip_prefix("/goals/").and_then(|index| index.parse::<usize>().ok());
    let goal = goal.and_then(|index| form.case.contract.contract.goals.get(index));
    goal.map_or_else(|| form.words.text(super::name(part_at(item))).to_owned(), |goal| goal.name().to_owned())
}

fn item(form: Form<'_>, finding: &Finding) -> Html {
    let words = form.words;
    let name = match finding.section {
        Section::Goal(goal) => place_name(form, &format!("/goals/{goal}")),
        section => words.text(super::name(part_of(section))).to_owned(),
    };
    html! {
        <div role="listitem" key={finding.at} class={classes!("finding", format!("finding--{}", finding.severity.name()))} data-code={finding.code}>
            <p class="finding__message">{ severity_word(finding.severity, words) }{ " " }{ &finding.message }</p>
            if let Some(why) = finding.why { <p class="finding__why small">{ why }</p> }
            if let Some(hint) = &finding.hint { <p class="finding__hint small">{ hint }</p> }
            <p class="finding__place">{ link(form, finding, &name) }</p>
            <div class="goal-panel__buttons">{ for remedies(form, finding) }</div>
        </div>
    }
}

/// Leads to the field that a finding is about: of the contract, or of the assessment that it is in.
fn link(form: Form<'_>, finding: &Finding, name: &str) -> Html {
    let (href, onclick) = if let Subject::Field(field) = &finding.subject {
        let (place, field) = (Route::of_field(field).address(), field.clone());
        (place, Callback::from(move |_: MouseEvent| focus_field_soon(&field)))
    } else {
        let place = place_of(form.case, finding.at);
        let part = if place.is_empty() { part_of(finding.section) } else { part_at(&place) };
        let (source, code) = (Rc::clone(&form.case.contract.source), finding.code);
        let onclick = move |_: MouseEvent| focus_element_soon(&field_at(&source, &place, code));
        (Route::Writing(part).address(), Callback::from(onclick))
    };
    html! { <a class="finding__lead" {href} {onclick}>{ form.words.go_to_subject(name) }</a> }
}

/// What an object's first field is, where a finding names no field of it.
const FIRST: [&str; 8] = ["title", "kind", "rule", "from", "total", "period", "name", "min"];

/// The field that a finding at a place of the contract is about; the station where there is none.
fn field_at(source: &str, place: &str, code: &str) -> String {
    let missing = match code {
        "goal-without-weight" => Some(format!("{place}/weight")),
        "unit-missing" => Some(format!("{}/unit", place.strip_suffix("/target").unwrap_or(place))),
        "no-period" => Some("/period/from".to_owned()),
        _ => None,
    };
    if let Some(missing) = missing {
        return field_id(&missing);
    }
    let written = Written::parse(source);
    let last = place.rsplit('/').next().unwrap_or_default();
    let is_object = written.as_ref().is_some_and(|written| written.said(place) == Some(Said::Other));
    // These are one field, whatever their form in the file.
    if !is_object || matches!(last, "weight" | "when" | "earned_by") {
        return field_id(place);
    }
    let keys = written.as_ref().map(|written| written.keys(place)).unwrap_or_default();
    let first = FIRST.iter().find(|key| keys.contains(key));
    first.map_or_else(|| "station".to_owned(), |key| field_id(&format!("{place}/{key}")))
}
