//! Draws the station »Fund«: what waits beside the contract, and what was found in it, each with the way there.

use yew::prelude::*;

use super::form::Form;
use super::{part_at, part_of};
use crate::app::findings::{Finding, Section};
use crate::app::{Route, item_of};
use crate::domain::contract::Weight;
use crate::domain::number::Points;
use crate::findings::Severity;
use crate::format::ContractChange;
use crate::i18n::text::WritingText;
use crate::ui::contract::severity_word;

/// How many findings are listed of each severity.
const LISTED: usize = 200;

/// Draws the list. Where one way alone leads out, a button takes it.
pub(super) fn findings(form: Form<'_>, findings: &[Finding]) -> Html {
    let words = form.words;
    let waiting = waiting_items(form);
    if findings.is_empty() && waiting.is_empty() {
        return html! { <p id="nothing-found">{ words.text(WritingText::NothingFound) }</p> };
    }
    let severities = [
        (Severity::Error, WritingText::Errors),
        (Severity::Warning, WritingText::Warnings),
        (Severity::Note, WritingText::Notes),
    ];
    html! { <>
        if !waiting.is_empty() {
            <h3>{ words.text(WritingText::Waiting) }</h3>
            <p>{ words.text(WritingText::WaitingWhy) }</p>
            <ul class="no-max-width" id="waiting">
                { for waiting.iter().map(|item| {
                    let part = part_at(item);
                    html! { <li key={item.clone()}><a href={Route::Writing(part).address()}>{ place_name(form, item) }</a></li> }
                }) }
            </ul>
        }
        { for severities.into_iter().map(|(severity, heading)| {
            let all: Vec<&Finding> = findings.iter().filter(|one| one.severity == severity).collect();
            if all.is_empty() {
                return Html::default();
            }
            html! { <section key={severity.name()}>
                <h3>{ format!("{} ({})", words.text(heading), words.count(all.len())) }</h3>
                <ul class="nobullet-list no-max-width writing__findings">{ for all.iter().take(LISTED).map(|one| item(form, one)) }</ul>
                if all.len() > LISTED { <p>{ words.more_findings(all.len() - LISTED) }</p> }
            </section> }
        }) }
    </> }
}

/// The items of which something typed is not in the contract.
fn waiting_items(form: Form<'_>) -> Vec<String> {
    let mut items: Vec<String> = form.case.writing.typed.keys().map(|at| item_of(at).to_owned()).collect();
    items.dedup();
    items
}

/// What the item at a place is called: a goal by its name, else its station.
fn place_name(form: Form<'_>, item: &str) -> String {
    let goal = item.strip_prefix("/goals/").and_then(|index| index.parse::<usize>().ok());
    let goal = goal.and_then(|index| form.case.contract.contract.goals.get(index));
    goal.map_or_else(|| form.words.text(super::name(part_at(item))).to_owned(), |goal| goal.name().to_owned())
}

fn item(form: Form<'_>, finding: &Finding) -> Html {
    let words = form.words;
    let part = part_of(finding.section);
    let name = match finding.section {
        Section::Goal(goal) => place_name(form, &format!("/goals/{goal}")),
        _ => words.text(super::name(part)).to_owned(),
    };
    html! {
        <li key={finding.at} class={classes!("finding", format!("finding--{}", finding.severity.name()))} data-code={finding.code}>
            <p class="finding__message">{ severity_word(finding.severity, words) }{ " " }{ &finding.message }</p>
            if let Some(why) = finding.why { <p class="finding__why small">{ why }</p> }
            if let Some(hint) = &finding.hint { <p class="finding__hint small">{ hint }</p> }
            <p class="finding__place">
                <a class="finding__lead" href={Route::Writing(part).address()}>{ words.go_to_subject(&name) }</a>
                { remedy(form, finding) }
            </p>
        </li>
    }
}

/// Draws the button that mends what can be mended in one way.
fn remedy(form: Form<'_>, finding: &Finding) -> Html {
    if !matches!(finding.code, "weights-do-not-sum" | "weights-without-total") {
        return Html::default();
    }
    let weights = form.case.contract.contract.goals.iter().filter_map(|goal| goal.weight).map(Weight::max);
    let sum = weights.fold(Points::default(), |sum, weight| sum + weight);
    let change = ContractChange::Set { at: "/points/total".into(), value: sum.0.to_string().into() };
    form.button("mend-total", form.words.set_total(sum.0), vec![change], None)
}
