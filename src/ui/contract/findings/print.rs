//! All findings as a print of the contract carries them, whatever the screen shows of them.

use yew::prelude::*;

use super::item::{SEVERITIES, class, where_it_stands, words};
use super::list::severity_heading;
use crate::app::findings::Finding;
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
                { for of.into_iter().map(|one| html! {
                    <li class={class(severity)}>
                        { words(one, false, lang) }
                        <p class="finding__place">{ where_it_stands(one, lang) }</p>
                    </li>
                }) }
            </ul>
        </div>
    }
}
