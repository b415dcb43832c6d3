//! Keeps the summary in view: what is secured, lost and open, and what it means for the pay.

use yew::prelude::*;

use super::charts::{BarParts, bar, key};
use super::chip::{Chip, party};
use super::context::use_words;
use super::shared::Shared;
use crate::app::{Case, Route, Sheet};
use crate::domain::evaluation::{Counts, Institution};
use crate::domain::number::Points;
use crate::domain::pay::PayOutcome;
use crate::i18n::Words;
use crate::i18n::text::{OverviewText, PageText};
use crate::platform::events::{Shortcut, on_shortcut};
use crate::platform::storage;

/// The outcome that the summary shows.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct SummaryProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
    /// Whether the place where things are tried out is shown.
    pub(crate) is_what_if: bool,
}

/// Draws points or counts, and the pay where there is an agreement on it.
#[component]
pub(crate) fn Summary(props: &SummaryProps) -> Html {
    let words = use_words();
    let evaluation = &props.sheet.evaluation;
    let kroner = use_kroner();
    html! {
        <section class="summary within" aria-label={words.text(PageText::Summary)} data-party={party(&props.sheet)}>
            <Chip case={props.case.clone()} sheet={props.sheet.clone()} />
            <div class="summary__score">
                {
                    match &evaluation.institution {
                        Some(institution) => html! { <>
                            { score(institution, words) }
                            { band(&props.case, &props.sheet, words) }
                        </> },
                        None => goal_counts(&evaluation.counts, words),
                    }
                }
            </div>
            if let Some(outcome) = &evaluation.pay {
                { pay_summary(outcome, &kroner, words) }
            }
            <a id="place-hvad-nu-hvis" class="summary__what-if screen-only" href={Route::WhatIf.address()} aria-current={props.is_what_if.then_some("page")}>
                { words.text(OverviewText::WhatIf) }
            </a>
        </section>
    }
}

fn score(institution: &Institution, words: Words) -> Html {
    // Where a cap exceeds 1, goals can give more than their weights; nothing is lost then.
    let lost = institution.sum.lost().max(Points::default());
    let (secured, open) = (institution.sum.secured(), institution.sum.open());
    let said = |points: Points| words.number(points.0);
    let expected = institution.sum.expected_of_open();
    let said_expected = expected.map(said);
    let figure = |id: &'static str, class: &'static str, points: Points, label: PageText| {
        html! {
            <span class="summary__figure">
                <strong {id}>{ said(points) }</strong>
                { key(class) }
                <span class="summary__label">{ words.text(label) }</span>
            </span>
        }
    };
    let parts =
        BarParts { secured: secured.0, open: open.0, expected: expected.unwrap_or_default().0, lost: lost.0 };
    html! { <>
        <p class="summary__figures no-max-width">
            { figure("score-secured", "secured", secured, PageText::PointsSecured) }
            { figure("score-lost", "lost", lost, PageText::PointsLost) }
            { figure("score-open", "open", open, PageText::PointsOpen) }
            if let Some(expected) = &said_expected {
                <span class="summary__figure">
                    { key("expected") }
                    <span class="summary__of" id="score-expected">{ words.expected_of(expected) }</span>
                </span>
            }
            <span class="summary__of" id="score-total">{ words.out_of_points(&said(institution.total)) }</span>
        </p>
        { bar(parts, words.bar_label(&said(secured), &said(lost), &said(open), said_expected.as_deref())) }
    </> }
}

/// Draws the level that the points reach, where the contract has levels.
fn band(case: &Case, sheet: &Sheet, words: Words) -> Option<Html> {
    let said = words.band(&case.contract.contract, sheet.evaluation.band.as_ref()?)?;
    let name = words.text(PageText::BandReached);
    Some(
        html! { <p class="summary__label summary__band" id="score-band">{ name }{ ": " }<strong>{ said }</strong></p> },
    )
}

/// Draws how many goals stand where, for a contract without weights and so without points.
fn goal_counts(counts: &Counts, words: Words) -> Html {
    let all = [
        ("count-met", counts.met, PageText::CountMet),
        ("count-partly", counts.partly_met, PageText::CountPartly),
        ("count-not-met", counts.not_met, PageText::CountNot),
        ("count-open", counts.open, PageText::CountOpen),
        ("count-undetermined", counts.undetermined, PageText::CountUndetermined),
        ("count-lapsed", counts.lapsed, PageText::CountLapsed),
    ];
    let total = all.iter().map(|(_, count, _)| count).sum();
    html! {
        <p class="summary__figures no-max-width">
            { for all.into_iter().map(|(id, count, label)| html! {
                <span class="summary__figure" key={id}>
                    <strong {id}>{ words.count(count) }</strong>
                    <span class="summary__label">{ words.text(label) }</span>
                </span>
            }) }
            <span class="summary__of">{ words.out_of_goals(total) }</span>
        </p>
    }
}

/// Returns whether kroner are hidden, for a screen that others see. The choice is remembered, and a key changes it.
#[hook]
fn use_kroner() -> UseStateHandle<bool> {
    let hidden = use_state_eq(storage::hides_kroner);
    use_effect_with(hidden.clone(), |hidden| {
        let hidden = hidden.clone();
        let listening = on_shortcut(move |shortcut| {
            let is_meant = shortcut == Shortcut::Kroner;
            if is_meant {
                toggle_kroner(&hidden);
            }
            is_meant
        });
        move || drop(listening)
    });
    hidden
}

/// Hides kroner, or shows them again.
fn toggle_kroner(hidden: &UseStateHandle<bool>) {
    // Where the browser keeps nothing, they are hidden until the page is left.
    let _ = storage::hide_kroner(!**hidden);
    hidden.set(!**hidden);
}

fn pay_summary(outcome: &PayOutcome, hidden: &UseStateHandle<bool>, words: Words) -> Html {
    let kroner = outcome
        .earned
        .zip(outcome.full)
        .map(|(earned, full)| words.earned_of(&words.kroner_range(earned), &words.kroner(full)));
    let expected = outcome.expected_aside().map(|foreseen| {
        let payable = foreseen.payable.map(|payable| words.kroner_range(payable));
        words.expected_pay(&words.share_percent(foreseen.fraction), payable.as_deref())
    });
    let payable = outcome.payable.filter(|payable| Some(*payable) != outcome.earned);
    let is_known = kroner.is_some();
    html! {
        <div class="summary__pay">
            <span class="summary__label">{ words.text(PageText::Pay) }</span>
            <strong class="summary__percent" id="pay-fraction">{ words.share_percent(outcome.fraction) }</strong>
            if !is_known || !**hidden {
                <span class="summary__label summary__kroner" id="pay-earned-summary">
                    { kroner.unwrap_or_else(|| words.text(PageText::PayNeedsBase).to_owned()) }
                </span>
            }
            if let Some(payable) = payable.filter(|_| !**hidden) {
                <span class="summary__label summary__kroner" id="pay-payable-summary">
                    { words.to_be_paid(&words.kroner_range(payable)) }
                </span>
            }
            if let Some(expected) = expected {
                <span class="summary__label summary__kroner" id="pay-expected-summary">{ expected }</span>
            }
            if is_known { { hiding(hidden, words) } }
        </div>
    }
}

fn hiding(hidden: &UseStateHandle<bool>, words: Words) -> Html {
    let text = if **hidden { PageText::ShowKroner } else { PageText::HideKroner };
    let onclick = {
        let hidden = hidden.clone();
        Callback::from(move |_: MouseEvent| toggle_kroner(&hidden))
    };
    html! {
        <button id="hide-kroner" type="button" class="text-button small summary__hide screen-only" aria-keyshortcuts="F8" {onclick}>
            { words.text(text) }
        </button>
    }
}
