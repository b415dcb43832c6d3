//! Prints all findings, whatever the screen shows of them.

use yew::prelude::*;

use super::item::{SEVERITIES, class, finding_texts, words_of_several};
use super::list::severity_heading;
use crate::app::findings::{Finding, alike};
use crate::findings::Severity;
use crate::i18n::Words;
use crate::i18n::text::ContractText;
use crate::ui::context::use_words;
use crate::ui::shared::Shared;

#[derive(Clone, PartialEq, Properties)]
pub(super) struct PrintedProps {
    pub(super) findings: Shared<[Finding]>,
}

/// Draws all findings, the gravest first. It is drawn once for each contract and language, so filtering costs nothing
/// here.
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
                { for alike(&of).iter().map(|some| printed(some, words)) }
            </ul>
        </div>
    }
}

/// Draws one finding, or several of one kind in several places.
fn printed(findings: &[&Finding], words: Words) -> Html {
    let Some(first) = findings.first() else { return Html::default() };
    let place = |one: &Finding| html! { if let Some(clause) = &one.clause { <p class="finding__place">{ clause }</p> } };
    let one = |one: &&Finding, finding_texts: Html| html! { <li class={class(one.severity)}>{ finding_texts }{ place(one) }</li> };
    if findings.len() == 1 {
        return one(first, finding_texts(first, false, words));
    }
    let message = |of: &&Finding| one(of, html! { <p class="finding__message">{ &of.message }</p> });
    html! {
        <li class="findings__alike">
            { words_of_several(first, findings.len(), false, words) }
            <ul class="plain-list no-max-width">{ for findings.iter().map(message) }</ul>
        </li>
    }
}
