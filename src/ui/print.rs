//! Adds to a print: whose it is, when, how confidential, of which contract, with what assumptions.

use yew::prelude::*;

use super::contract::assumption_list;
use super::moment::moment;
use super::shared::Shared;
use super::window::use_printing;
use crate::app::{Case, Sheet, State};
use crate::i18n::Words;
use crate::i18n::text::results::{assessor, status};
use crate::i18n::text::{EntryText, PageText};

/// Draws the head of a printed page.
pub(crate) fn print_head(case: &Case, sheet: &Sheet, words: Words) -> Html {
    let assessment = sheet.assessment();
    let (by, stage) = (assessor(assessment.by), status(assessment.status));
    let as_of = assessment.as_of.map(|date| format!("{} {}", words.text(EntryText::AsOf), words.date(date)));
    let said = [Some(words.text(stage).to_owned()), Some(words.text(by).to_owned()), as_of];
    html! {
        <div class="print-only print-head">
            <p><strong>{ &case.contract.contract.title }</strong></p>
            <p>
                { said.into_iter().flatten().collect::<Vec<_>>().join(" · ") }
                if sheet.evaluation.pay.is_some() {
                    { " · " }<strong>{ words.text(PageText::Confidential) }</strong>
                }
            </p>
        </div>
    }
}

/// What a print ends with that takes its time.
#[derive(Clone)]
pub(crate) struct Ending {
    assumptions: Html,
    /// Whether it is worked out: of a long contract only once the page is printed.
    is_there: bool,
}

/// Draws the assumptions of the assessment on the screen for a print. They are kept, since a keystroke seldom changes
/// them and thousands of goals take long.
#[hook]
pub(crate) fn use_ending(state: &State) -> Ending {
    let is_printed = use_printing();
    let is_there = is_printed || state.case.as_ref().is_some_and(|case| !case.contract.is_long());
    let contract = state.contract().filter(|_| is_there).map(Shared::from);
    let assumptions = state.evaluation().map(|evaluation| Shared::from(&evaluation.assumptions));
    let list = use_memo((contract, assumptions, state.lang.words()), |(contract, assumptions, words)| {
        let known = contract.as_ref().zip(assumptions.as_ref());
        known
            .map(|(contract, assumptions)| assumption_list(contract, assumptions, *words))
            .unwrap_or_default()
    });
    Ending { assumptions: (*list).clone(), is_there }
}

/// Draws the foot of a printed page.
pub(crate) fn print_foot(case: &Case, ending: Ending, words: Words) -> Html {
    let file = &case.contract;
    let today = moment().map(|now| words.date(now.date)).unwrap_or_default();
    html! {
        <div class="print-only print-foot">
            <p><strong>{ words.text(PageText::Assumptions) }</strong></p>
            { ending.assumptions }
            if ending.is_there { <p>{ format!("{}: {}", words.text(PageText::Fingerprint), file.fingerprint.canonical()) }</p> }
            <p>{ words.printed_on(&today) }</p>
        </div>
    }
}
