//! Draws one finding: severity, what, why it matters, what to do, where, and a link to its subject.

use yew::prelude::*;

use super::lead::{lead, link};
use crate::app::findings::Finding;
use crate::domain::contract::Contract;
use crate::findings::Severity;
use crate::i18n::Words;
use crate::ui::context::use_words;
use crate::ui::shared::Shared;

/// The gravest first.
pub(super) const SEVERITIES: [Severity; 3] = [Severity::Error, Severity::Warning, Severity::Note];

#[derive(Clone, PartialEq, Properties)]
pub(super) struct ItemProps {
    pub(super) contract: Shared<Contract>,
    pub(super) findings: Shared<[Finding]>,
    pub(super) at: usize,
    /// Whether the heading above does not say how grave it is.
    pub(super) with_severity: bool,
    /// Whether it stands under a sentence that says why it matters, for it and others alike.
    pub(super) is_one_of_several: bool,
}

/// Draws the finding with its link; draws it anew only when the findings change.
#[component]
pub(super) fn Item(props: &ItemProps) -> Html {
    let words = use_words();
    let Some(finding) = props.findings.get(props.at) else {
        return Html::default();
    };
    let to = lead(finding, &props.contract, words);
    html! {
        <li
            id={item_id(props.at)}
            class={class(finding.severity)}
            tabindex="-1"
            data-code={finding.code}
            data-goal={finding.goal.as_ref().map(ToString::to_string)}
        >
            if props.is_one_of_several {
                <p class="finding__message">{ &finding.message }</p>
            } else {
                { finding_texts(finding, props.with_severity, words) }
            }
            <p class="finding__place">
                if let Some(clause) = &finding.clause { { clause }{ " · " } }
                { link(to, words) }
            </p>
        </li>
    }
}

/// Returns the `id` of a finding in the list.
pub(super) fn item_id(at: usize) -> String {
    format!("finding-{at}")
}

pub(super) fn class(severity: Severity) -> Classes {
    classes!("finding", format!("finding--{}", severity.name()))
}

/// Says what is wrong, why it matters and what to do.
pub(super) fn finding_texts(finding: &Finding, with_severity: bool, words: Words) -> Html {
    html! { <>
        <p class="finding__message">
            if with_severity { { severity_word(finding.severity, words) }{ " " } }
            { &finding.message }
        </p>
        { reason(finding) }
    </> }
}

/// Says why it matters and what to do.
fn reason(finding: &Finding) -> Html {
    html! { <>
        if let Some(why) = finding.why { <p class="finding__why small">{ why }</p> }
        if let Some(hint) = &finding.hint { <p class="finding__hint small">{ hint }</p> }
    </> }
}

/// Says what several findings of one kind have in common: their name, why it matters and what to do.
pub(super) fn words_of_several(first: &Finding, count: usize, with_severity: bool, words: Words) -> Html {
    html! { <>
        <p class="finding__message">
            if with_severity { { severity_word(first.severity, words) }{ " " } }
            <strong>{ first.kind.heading(count, words) }</strong>
        </p>
        { reason(first) }
    </> }
}

/// Writes the severity before a finding: `Advarsel:`.
pub(crate) fn severity_word(severity: Severity, words: Words) -> Html {
    html! { <span class="finding__severity">{ words.text(severity) }{ ":" }</span> }
}
