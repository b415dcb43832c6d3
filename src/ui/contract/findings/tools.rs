//! Filters and groups the findings.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::item::SEVERITIES;
use super::list::severity_heading;
use crate::app::findings::{Finding, FindingFilter, Grouping};
use crate::domain::contract::Contract;
use crate::findings::Severity;
use crate::i18n::text::ContractText;
use crate::ui::context::use_words;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// The `id` of the text filter.
const WORDS: &str = "findings-words";

/// The findings, the filter that is chosen, and where another choice goes.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ToolsProps {
    pub(super) contract: Shared<Contract>,
    pub(super) findings: Shared<[Finding]>,
    pub(super) choice: Shared<FindingFilter>,
    pub(super) choose: Callback<FindingFilter>,
}

/// Draws the text filter, a switch for each severity, and the two ways to group.
#[component]
pub(super) fn Tools(props: &ToolsProps) -> Html {
    let words = use_words();
    let ToolsProps { contract, findings, choice, choose } = props;
    let oninput = use_callback((choice.clone(), choose.clone()), |event: InputEvent, (choice, choose)| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            choose.emit(FindingFilter { words: input.value(), ..(**choice).clone() });
        }
    });
    let count = |severity: Severity| findings.iter().filter(|one| one.severity == severity).count();
    let occur =
        SEVERITIES.into_iter().map(|severity| (severity, count(severity))).filter(|(_, count)| *count > 0);
    let severities = occur.map(|(severity, count)| {
        let label = format!("{} {}", severity_heading(severity, words), words.count(count));
        let mut next = (**choice).clone();
        if !next.without.remove(&severity) {
            next.without.insert(severity);
        }
        switch(
            format!("findings-{}", severity.name()),
            label,
            !choice.without.contains(&severity),
            next,
            choose,
        )
    });
    let groupings = [
        (Grouping::BySeverity, "findings-by-severity", ContractText::BySeverity),
        (Grouping::ByPlace, "findings-by-place", ContractText::ByPlace),
    ];
    let groupings = groupings.into_iter().map(|(grouping, id, label)| {
        let next = FindingFilter { grouping, ..(**choice).clone() };
        switch(id.to_owned(), words.text(label).to_owned(), choice.grouping == grouping, next, choose)
    });
    html! {
        <div class="findings__tools">
            <div class="field findings__words">
                <label class="form-label" for={WORDS}>{ words.text(ContractText::SearchFindings) }</label>
                <input
                    id={WORDS}
                    class="form-input"
                    type="search"
                    autocomplete="off"
                    value={choice.words.clone()}
                    {oninput}
                />
            </div>
            <div class="filters findings__filters" role="group" aria-label={words.text(ContractText::ShownSeverities)}>
                { for severities }
            </div>
            <div class="filters findings__filters" role="group" aria-labelledby="findings-group-by">
                <span class="small quiet" id="findings-group-by">{ words.text(ContractText::GroupBy) }</span>
                { for groupings }
            </div>
            <div>{ for about_one_goal(contract, choice, choose, words) }</div>
        </div>
    }
}

/// Draws a toggle button.
fn switch(
    id: String,
    label: String,
    is_on: bool,
    next: FindingFilter,
    choose: &Callback<FindingFilter>,
) -> Html {
    let onclick = choose.reform(move |_: MouseEvent| next.clone());
    html! {
        <button key={id.clone()} {id} type="button" class="filters__filter" aria-pressed={is_on.to_string()} {onclick}>
            { label }
        </button>
    }
}

/// Draws the way back to all findings, while only one goal's are shown.
fn about_one_goal(
    contract: &Contract,
    choice: &FindingFilter,
    choose: &Callback<FindingFilter>,
    words: crate::i18n::Words,
) -> Option<Html> {
    let goal = contract.goal(choice.goal.as_ref()?.as_str())?;
    let next = FindingFilter { goal: None, ..choice.clone() };
    let choose = choose.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        choose.emit(next.clone());
        focus_element_soon(WORDS);
    });
    Some(html! {
        <p class="small findings__only">
            { words.only_findings_about(goal.name()) }{ " " }
            <button type="button" class="text-button" id="findings-all" {onclick}>{ words.text(ContractText::AllFindings) }</button>
        </p>
    })
}
