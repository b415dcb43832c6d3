//! Lists the findings that the filter keeps, under their headings; of many the first, and the rest at a click.

use std::collections::HashSet;

use yew::prelude::*;

use super::item::{Item, item_id, words_of_several};
use super::{LIST, lead};
use crate::app::findings::{Finding, FindingFilter, FindingGroup, Grouping, Section, alike};
use crate::domain::contract::Contract;
use crate::findings::Severity;
use crate::i18n::Words;
use crate::i18n::text::ContractText;
use crate::ui::context::use_words;
use crate::ui::focus::focus_element_soon;
use crate::ui::shared::Shared;

/// How many findings of a group are shown before all are asked for.
const FIRST: usize = 25;
/// How many places are shown before all are asked for.
const FIRST_PLACES: usize = 40;

/// The findings, and which of them are asked for.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ListProps {
    pub(super) contract: Shared<Contract>,
    pub(super) findings: Shared<[Finding]>,
    pub(super) choice: Shared<FindingFilter>,
}

/// Draws the groups, each with its heading.
#[component]
pub(super) fn List(props: &ListProps) -> Html {
    let words = use_words();
    let whole = use_state(HashSet::<FindingGroup>::new);
    let all_places = use_state_eq(|| false);
    let groups = props.choice.groups(&props.findings);
    let limit = if *all_places { groups.len() } else { FIRST_PLACES };
    let left = groups.len().saturating_sub(limit);
    let group = |(listed, findings): (&FindingGroup, &Vec<&Finding>)| {
        let listed = *listed;
        let limit = if whole.contains(&listed) { findings.len() } else { FIRST };
        let next = first_after(limit, findings);
        let show = {
            let whole = whole.clone();
            Callback::from(move |_: MouseEvent| {
                let mut shown = (*whole).clone();
                shown.insert(listed);
                whole.set(shown);
                // The button is gone; whoever pressed it reads on where it stood.
                focus_element_soon(&next);
            })
        };
        html! {
            <div class="findings__group" key={key(listed)}>
                { heading(listed, findings.len(), &props.contract, words) }
                <ul class="plain-list no-max-width">{ for alike(findings.get(..limit).unwrap_or(findings)).iter().map(|some| bundle(props, some, words)) }</ul>
                <div>
                    if findings.len() > limit {
                        <button type="button" class="text-button small" onclick={show}>
                            { words.show_all_findings(findings.len()) }
                        </button>
                    }
                </div>
            </div>
        }
    };
    let next_place = groups.values().nth(limit).map_or_else(String::new, |findings| first_after(0, findings));
    let show_places = {
        let all_places = all_places.setter();
        Callback::from(move |_: MouseEvent| {
            all_places.set(true);
            focus_element_soon(&next_place);
        })
    };
    html! {
        <div id={LIST} class="findings__list" tabindex="-1">
            <div>{ for groups.iter().take(limit).map(group) }</div>
            <div>
                if groups.is_empty() { <p>{ words.text(ContractText::NoneFound) }</p> }
                if left > 0 {
                    <button type="button" class="text-button small" onclick={show_places}>
                        { words.show_all_places(groups.len()) }
                    </button>
                }
            </div>
        </div>
    }
}

/// Returns the `id` of the first finding that is not shown yet.
fn first_after(limit: usize, findings: &[&Finding]) -> String {
    findings.get(limit).map_or_else(String::new, |finding| item_id(finding.at))
}

/// Draws one finding, or several of one kind in several places.
fn bundle(props: &ListProps, findings: &[&Finding], words: Words) -> Html {
    let with_severity = props.choice.grouping == Grouping::ByPlace;
    let item = |finding: &&Finding| {
        let is_one_of_several = findings.len() > 1;
        html! {
            <Item key={finding.at} contract={&props.contract} findings={&props.findings} at={finding.at} {with_severity} {is_one_of_several} />
        }
    };
    match findings {
        [first, _, ..] => html! {
            <li key={format!("alike-{}", first.at)} class="findings__alike">
                { words_of_several(first, findings.len(), with_severity, words) }
                <ul class="plain-list no-max-width">{ for findings.iter().map(item) }</ul>
            </li>
        },
        _ => findings.iter().map(item).collect(),
    }
}

fn key(listed: FindingGroup) -> String {
    match listed {
        FindingGroup::Severity(severity) => severity.0.name().to_owned(),
        FindingGroup::Section(section) => format!("{section:?}"),
    }
}

fn heading(listed: FindingGroup, count: usize, contract: &Contract, words: Words) -> Html {
    let (name, written_in) = match listed {
        FindingGroup::Severity(severity) => (severity_heading(severity.0, words).to_owned(), None),
        FindingGroup::Section(section) => {
            let of_contract = matches!(section, Section::Goal(_) | Section::Trend(_));
            (lead::name(section, contract, words), of_contract.then(|| contract.language.clone()))
        }
    };
    html! {
        <h3 class="small-heading findings__heading"><span lang={written_in}>{ name }</span>{ format!(" ({})", words.count(count)) }</h3>
    }
}

/// Writes the heading of a severity: `Advarsler`.
pub(super) fn severity_heading(severity: Severity, words: Words) -> &'static str {
    let text = match severity {
        Severity::Error => ContractText::Errors,
        Severity::Warning => ContractText::Warnings,
        Severity::Note => ContractText::Notes,
    };
    words.text(text)
}
