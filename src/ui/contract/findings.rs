//! What was found in the contract's file, the gravest first, each with its place and a way to its goal.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::Case;
use crate::domain::contract::Goal;
use crate::i18n::Lang;
use crate::i18n::message::{hint, message, severity_text};
use crate::i18n::text::contract::go_to_goal;
use crate::i18n::text::start::place;
use crate::i18n::text::{ContractText, ResultsText};
use crate::load::PathStep;
use crate::load::diagnostic::{Diagnostic, Severity};
use crate::ui::places::Place;

/// All findings, under a heading for each severity.
pub(crate) fn findings(case: &Case, lang: Lang) -> Html {
    let groups = [
        (Severity::Error, ContractText::Errors),
        (Severity::Warning, ContractText::Warnings),
        (Severity::Note, ContractText::Notes),
    ];
    let group = |(severity, heading): (Severity, ContractText)| {
        let of: Vec<_> = case.findings.iter().filter(|finding| finding.severity == severity).collect();
        if of.is_empty() {
            return Html::default();
        }
        html! {
            <div key={severity.name()}>
                <h3 class="small-heading">{ format!("{} ({})", heading.text(lang), of.len()) }</h3>
                <ul class="plain-list no-max-width">
                    { for of.into_iter().map(|one| finding(one, goal_of(case, one), Html::default(), lang)) }
                </ul>
            </div>
        }
    };
    html! {
        <section id="findings">
            <h2 class="section-heading">{ ContractText::Findings.text(lang) }</h2>
            if case.findings.is_empty() {
                <p>{ ContractText::NoFindings.text(lang) }</p>
            }
            { for groups.into_iter().map(group) }
        </section>
    }
}

/// A finding of a file that cannot be opened, with the line that it speaks of.
pub(crate) fn refusal(diagnostic: &Diagnostic, lang: Lang) -> Html {
    let excerpt = diagnostic.excerpt.text.trim();
    let excerpt = (!excerpt.is_empty()).then(|| {
        html! {
            <code class="finding__excerpt scroll" tabindex="0">{ excerpt }</code>
        }
    });
    finding(diagnostic, None, excerpt.unwrap_or_default(), lang)
}

/// One finding: how grave, what, where, what to do.
fn finding(finding: &Diagnostic, goal: Option<&Rc<Goal>>, excerpt: Html, lang: Lang) -> Html {
    html! {
        <li class={classes!("finding", format!("finding--{}", finding.severity.name()))} data-code={finding.code.name()}>
            <span class="finding__severity">{ severity_text(finding.severity, lang) }{ ":" }</span>{ " " }
            { message(&finding.code, lang) }
            <span class="finding__place">{ format!(" ({})", place(finding.line, finding.column, lang)) }</span>
            if let Some(goal) = goal {
                { " " }
                <a href={Place::goal_address(&goal.id)}>{ go_to_goal(goal.name(), lang) }</a>
            }
            if let Some(hint) = hint(&finding.code, lang) {
                <p class="finding__hint small">{ hint }</p>
            }
            { excerpt }
        </li>
    }
}

/// The findings about one goal, short.
pub(crate) fn findings_of(case: &Case, goal: &Goal, lang: Lang) -> Html {
    let own: Vec<_> =
        case.findings.iter().filter(|one| goal_of(case, one).is_some_and(|of| of.id == goal.id)).collect();
    if own.is_empty() {
        return Html::default();
    }
    html! {
        <div>
            <p class="small-heading">{ ResultsText::Contradicts.text(lang) }</p>
            <ul class="goal-details__list contradiction">
                { for own.into_iter().map(|one| html! { <li>{ message(&one.code, lang) }</li> }) }
            </ul>
        </div>
    }
}

/// The goal that a finding is about: its path leads into it.
fn goal_of<'a>(case: &'a Case, finding: &Diagnostic) -> Option<&'a Rc<Goal>> {
    let steps = finding.path.steps();
    let index = steps.windows(2).find_map(|pair| match pair {
        [PathStep::Key(key), PathStep::Index(index)] if key == "goals" => Some(*index),
        _ => None,
    })?;
    // A purpose has a list called goals too; only the contract's own holds goals.
    let is_contract_s = !steps
        .iter()
        .any(|step| matches!(step, PathStep::Key(key) if key == "purposes" || key == "strategy"));
    case.contract.contract.goals.get(index).filter(|_| is_contract_s)
}
