//! Leads from a finding to its subject: a goal, a risk, a field of the pay, a table of the contract.

use yew::prelude::*;

use crate::app::findings::{Finding, Section};
use crate::app::{ContractPart, Route};
use crate::app::{FieldId, element_id};
use crate::domain::contract::{Contract, IndividualRule};
use crate::format::Subject;
use crate::i18n::Words;
use crate::i18n::text::{ContractText, PageText};
use crate::platform::page::focus;
use crate::ui::focus::focus_element_soon;

/// A place of the page, and what to look at there.
pub(super) struct Lead {
    place: Route,
    /// The `id` of the finding's subject; `None` for a goal, whose row takes the focus by itself.
    element: Option<String>,
    /// What it is called.
    name: String,
}

/// Finds the place that a finding leads to.
pub(super) fn lead(finding: &Finding, contract: &Contract, words: Words) -> Lead {
    let of_contract = |element: String| (Route::Contract(ContractPart::Said), Some(element));
    let (place, element) = match finding.section {
        Section::Goal(at) => match contract.goals.get(at) {
            Some(goal) => (Route::goal(&goal.id), None),
            None => (Route::Results(None), None),
        },
        Section::Pay => (Route::Pay, pay_element(&finding.subject, contract)),
        Section::Risks => (Route::Risks, Some(risk_element(&finding.subject))),
        Section::Trend(at) => of_contract(trend_id(at)),
        Section::Strategy => of_contract("hierarchy".to_owned()),
        Section::Purposes => of_contract("purposes".to_owned()),
        Section::Budget => of_contract("budget".to_owned()),
        Section::Sums => of_contract("sums".to_owned()),
        Section::Facts => of_contract("facts".to_owned()),
    };
    Lead { place, element, name: name(finding.section, contract, words) }
}

/// Names a part of the contract, for links and headings.
pub(super) fn name(section: Section, contract: &Contract, words: Words) -> String {
    let text = match section {
        Section::Goal(at) => {
            return contract.goals.get(at).map_or_else(String::new, |goal| goal.name().to_owned());
        }
        Section::Trend(at) => {
            let table = contract.trends.get(at);
            return table
                .map_or_else(String::new, |table| table.source.clone().unwrap_or(table.title.clone()));
        }
        Section::Pay => return words.text(PageText::Pay).to_owned(),
        Section::Risks => return words.text(PageText::Risks).to_owned(),
        Section::Facts => ContractText::Facts,
        Section::Strategy => ContractText::Hierarchy,
        Section::Purposes => ContractText::Purposes,
        Section::Budget => ContractText::Budget,
        Section::Sums => ContractText::Sums,
    };
    words.text(text).to_owned()
}

/// Returns the `id` of a table of development.
pub(crate) fn trend_id(at: usize) -> String {
    format!("trend-{at}")
}

fn pay_element(subject: &Subject, contract: &Contract) -> Option<String> {
    let agreement = contract.pay.as_ref()?;
    let one_by_one = agreement.individual_rule() == IndividualRule::Areas;
    let row = |id: &str| element_id("area-row", id);
    match subject {
        Subject::Area(at) => agreement.areas.get(*at).map(|area| row(area.id.as_str())),
        Subject::Field(field) => Some(match field.entry() {
            Some(area) => row(area.goal.as_str()),
            None => field.input().to_string(),
        }),
        Subject::MaxPercent => Some(FieldId::MaxPercent.to_string()),
        Subject::Pay if one_by_one => None,
        Subject::Pay => Some(FieldId::Overall.to_string()),
        _ => None,
    }
}

fn risk_element(subject: &Subject) -> String {
    match subject {
        Subject::Risk(at) => format!("risk-{at}"),
        _ => "risk-matrix".to_owned(),
    }
}

/// Draws the link, `Gå til Mål 2`.
pub(super) fn link(lead: Lead, words: Words) -> Html {
    let Lead { place, element, name } = lead;
    let href = place.address();
    let onclick = Callback::from(move |event: MouseEvent| {
        let Some(element) = &element else { return };
        if matches!(place, Route::Contract(_)) {
            // It is on this very page: the address would lead to its top.
            event.prevent_default();
            focus(element);
        } else {
            focus_element_soon(element);
        }
    });
    html! { <a class="finding__lead" {href} {onclick}>{ words.go_to_subject(&name) }</a> }
}
