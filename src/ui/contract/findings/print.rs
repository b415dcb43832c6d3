//! All findings as a print of the contract carries them, whatever the screen shows of them.

use yew::prelude::*;

use super::item::{SEVERITIES, class, words, words_of_several};
use super::list::severity_heading;
use crate::app::findings::{Finding, alike};
use crate::findings::Severity;
use crate::i18n::Lang;
use crate::i18n::text::ContractText;
use crate::ui::context::use_lang;
use crate::ui::shared::Shared;

/// The findings of a contract.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PrintedProps {
    pub(super) findings: Shared<[Finding]>,
}

/// The gravest first. It is drawn once for each contract and language, so that filtering costs nothing here.
#[component]
pub(super) fn Printed(props: &PrintedProps) -> Html {
    let lang = use_lang();
    html! {
        <div class="print-only" id="findings-print">
            <h2 class="section-heading">{ ContractText::Findings.text(lang) }</h2>
            { for SEVERITIES.into_iter().map(|severity| group(&props.findings, severity, lang)) }
        </div>
    }
}

fn group(findings: &[Finding], severity: Severity, lang: Lang) -> Html {
    let of: Vec<_> = findings.iter().filter(|one| one.severity == severity).collect();
    if of.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <h3 class="small-heading">{ format!("{} ({})", severity_heading(severity, lang), of.len()) }</h3>
            <ul class="plain-list no-max-width">
                { for alike(&of).iter().map(|some| printed(some, lang)) }
            </ul>
        </div>
    }
}

/// One finding, or several that say the same of several places.
fn printed(findings: &[&Finding], lang: Lang) -> Html {
    let Some(first) = findings.first() else { return Html::default() };
    let place = |one: &Finding| html! { if let Some(clause) = &one.clause { <p class="finding__place">{ clause }</p> } };
    html! {
        <li class={class(first.severity)}>
            if findings.len() == 1 {
                { words(first, false, lang) }
                { place(first) }
            } else {
                { words_of_several(first, findings.len(), false, lang) }
                <ul class="plain-list no-max-width">
                    { for findings.iter().map(|one| html! { <li><p class="finding__message">{ &one.message }</p>{ place(one) }</li> }) }
                </ul>
            }
        </li>
    }
}
