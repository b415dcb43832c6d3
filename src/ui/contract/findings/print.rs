//! All findings as a print of the contract carries them, whatever the screen shows of them.

use yew::prelude::*;

use super::item::{SEVERITIES, class, finding_texts, where_it_stands};
use super::list::severity_heading;
use crate::app::findings::Finding;
use crate::findings::Severity;
use crate::i18n::Words;
use crate::i18n::text::ContractText;
use crate::ui::context::use_words;
use crate::ui::shared::Shared;

/// The findings of a contract.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct PrintedProps {
    pub(super) findings: Shared<[Finding]>,
}

/// The gravest first. It is drawn once for each contract and language, so that filtering costs nothing here.
#[component]
pub(super) fn Printed(props: &PrintedProps) -> Html {
    let words = use_words();
    html! {
        <div class="print-only" id="findings-print">
            <h2 class="section-heading">{ words.text(ContractText::Findings) }</h2>
            { for SEVERITIES.into_iter().map(|severity| group(&props.findings, severity, words)) }
        </div>
    }
}

fn group(findings: &[Finding], severity: Severity, words: Words) -> Html {
    let of: Vec<_> = findings.iter().filter(|one| one.severity == severity).collect();
    if of.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <h3 class="small-heading">{ format!("{} ({})", severity_heading(severity, words), of.len()) }</h3>
            <ul class="plain-list no-max-width">
                { for of.into_iter().map(|one| html! {
                    <li class={class(severity)}>
                        { finding_texts(one, false, words) }
                        <p class="finding__place">{ where_it_stands(one, words) }</p>
                    </li>
                }) }
            </ul>
        </div>
    }
}
