//! What a print carries beside the place itself: whose, when, how secret, of which contract, with what
//! assumptions.

use yew::prelude::*;

use super::contract::assumption_list;
use super::moment::moment;
use super::shared::Shared;
use crate::app::{Case, Sheet, State};
use crate::i18n::Lang;
use crate::i18n::date::format_date;
use crate::i18n::text::page::printed;
use crate::i18n::text::results::{assessor, status};
use crate::i18n::text::{EntryText, PageText};

/// The head of a printed page.
pub(crate) fn print_head(case: &Case, sheet: &Sheet, lang: Lang) -> Html {
    let assessment = sheet.assessment();
    let (by, stage) = (assessor(assessment.by), status(assessment.status));
    let as_of =
        assessment.as_of.map(|date| format!("{} {}", EntryText::AsOf.text(lang), format_date(date, lang)));
    let said = [Some(stage.text(lang).to_owned()), Some(by.text(lang).to_owned()), as_of];
    html! {
        <div class="print-only print-head">
            <p><strong>{ &case.contract.contract.title }</strong></p>
            <p>
                { said.into_iter().flatten().collect::<Vec<_>>().join(" · ") }
                if sheet.evaluation.pay.is_some() {
                    { " · " }<strong>{ PageText::Confidential.text(lang) }</strong>
                }
            </p>
        </div>
    }
}

/// The assumptions of the assessment on the screen, as a print carries them. A keystroke seldom brings others, and of
/// thousands of goals it takes long to tell them.
#[hook]
pub(crate) fn use_assumptions(state: &State) -> Html {
    let contract = state.contract().map(Shared::from);
    let assumptions = state.evaluation().map(|evaluation| Shared::from(&evaluation.assumptions));
    let list = use_memo((contract, assumptions, state.lang), |(contract, assumptions, lang)| {
        let known = contract.as_ref().zip(assumptions.as_ref());
        known.map(|(contract, assumptions)| assumption_list(contract, assumptions, *lang)).unwrap_or_default()
    });
    (*list).clone()
}

/// The foot of a printed page.
pub(crate) fn print_foot(case: &Case, assumptions: Html, lang: Lang) -> Html {
    let file = &case.contract;
    let today = moment().map(|now| format_date(now.date, lang)).unwrap_or_default();
    html! {
        <div class="print-only print-foot">
            <p><strong>{ PageText::Assumptions.text(lang) }</strong></p>
            { assumptions }
            <p>{ format!("{}: {}", PageText::Fingerprint.text(lang), file.fingerprint.canonical()) }</p>
            <p>{ printed(&today, lang) }</p>
        </div>
    }
}
