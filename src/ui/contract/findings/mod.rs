//! Shows the findings beside the contract: filtered, in groups, each with a link to its subject.

mod item;
mod lead;
mod list;
mod print;
mod tools;

use std::rc::Rc;

use yew::prelude::*;

use self::list::List;
use self::print::Printed;
use self::tools::Tools;
use crate::app::findings::{Finding, FindingFilter, goal_of};
use crate::app::{Case, Sheet};
use crate::domain::contract::{Contract, Goal};
use crate::findings::Diagnostic;
use crate::format::{Subject, answering_addendum};
use crate::i18n::Words;
use crate::i18n::short::{MESSAGE, shortened};
use crate::i18n::text::{ContractText, ResultsText};
use crate::ui::context::use_words;
use crate::ui::shared::Shared;

pub(crate) use self::item::severity_word;
pub(super) use self::lead::trend_id;

/// The `id` of the list, where a link to a goal's findings leads.
pub(super) const LIST: &str = "findings-list";

/// The findings of a contract, and the filter that is chosen.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct FindingsProps {
    pub(crate) contract: Shared<Contract>,
    pub(crate) findings: Shared<[Finding]>,
    pub(crate) choice: Shared<FindingFilter>,
    /// Called with another filter.
    pub(crate) choose: Callback<FindingFilter>,
    /// Whether the list is open where there is no room for it beside the contract.
    pub(crate) is_open: bool,
    pub(crate) toggle: Callback<MouseEvent>,
}

/// Draws the panel with the findings; on paper all of them, whatever is chosen.
#[component]
pub(crate) fn Findings(props: &FindingsProps) -> Html {
    let words = use_words();
    let FindingsProps { contract, findings, choice, choose, is_open, toggle } = props;
    if findings.is_empty() {
        return html! {
            <section id="findings" class="findings">
                <h2 class="section-heading">{ words.text(ContractText::Findings) }</h2>
                <p>{ words.text(ContractText::NoFindings) }</p>
            </section>
        };
    }
    let groups = choice.groups(findings);
    let shown = groups.values().map(Vec::len).sum();
    html! {
        <section id="findings" class="findings">
            <div class="screen-only findings__panel">
                <h2 class="section-heading">{ words.text(ContractText::Findings) }</h2>
                <p class="findings__summary" id="findings-summary">{ summary(findings, words) }</p>
                <button
                    type="button"
                    id="findings-open"
                    class="button button-secondary button-small findings__open"
                    aria-expanded={is_open.to_string()}
                    aria-controls="findings-body"
                    onclick={toggle}
                >
                    { words.text(if *is_open { ContractText::HideFindings } else { ContractText::ShowFindings }) }
                </button>
                <div id="findings-body" class={classes!("findings__body", (!is_open).then_some("findings__body--closed"))}>
                    <Tools {contract} {findings} {choice} {choose} />
                    <p class="small quiet findings__shown" role="status" id="findings-shown">
                        { words.findings_shown(shown, findings.len()) }
                    </p>
                    <List {contract} {findings} {choice} />
                </div>
            </div>
            <Printed {findings} />
        </section>
    }
}

/// Counts the findings by severity: `2 fejl, 11 advarsler, 12 bemærkninger`.
fn summary(findings: &[Finding], words: Words) -> String {
    let count = |severity| findings.iter().filter(|one| one.severity == severity).count();
    let counts = item::SEVERITIES.into_iter().map(|severity| (severity, count(severity)));
    let counts =
        counts.filter(|(_, count)| *count > 0).map(|(severity, count)| severity.counted(count, words));
    counts.collect::<Vec<_>>().join(", ")
}

/// Draws a finding of a file that cannot be opened, with its line in the file.
pub(crate) fn refusal(diagnostic: &Diagnostic, words: Words) -> Html {
    let excerpt = diagnostic.excerpt.text.trim();
    html! {
        <li class={item::class(diagnostic.severity)} data-code={diagnostic.code.name()}>
            { severity_word(diagnostic.severity, words) }{ " " }
            { shortened(&diagnostic.code.message(words), MESSAGE) }
            <span class="finding__place">{ format!(" ({})", words.line_and_column(diagnostic.line, diagnostic.column)) }</span>
            if let Some(why) = diagnostic.code.why(words) {
                <p class="finding__why small">{ why }</p>
            }
            if let Some(hint) = diagnostic.code.hint(words) {
                <p class="finding__hint small">{ shortened(&hint, MESSAGE) }</p>
            }
            if !excerpt.is_empty() {
                <code class="finding__excerpt scroll" tabindex="0">{ excerpt }</code>
            }
        </li>
    }
}

/// Draws briefly the findings about one goal that the assessment does not answer.
pub(crate) fn findings_of(case: &Case, sheet: &Sheet, goal: &Goal, words: Words) -> Html {
    let contract: &Rc<Contract> = &case.contract.contract;
    let concerns = |found: &&Diagnostic| {
        goal_of(&Subject::at_path(&found.path), contract).is_some_and(|concerned| concerned == goal.id)
    };
    let stands = |found: &&Diagnostic| answering_addendum(found, contract, sheet.assessment()).is_none();
    let own: Vec<_> = case.findings.iter().filter(concerns).filter(stands).collect();
    if own.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <p class="small-heading">{ words.text(ResultsText::Contradicts) }</p>
            <ul class="goal-details__list contradiction">
                { for own.into_iter().map(|one| html! { <li>{ shortened(&one.code.message(words), MESSAGE) }</li> }) }
            </ul>
        </div>
    }
}
