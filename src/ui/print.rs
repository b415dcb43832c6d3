//! What a print carries beside the place itself: whose, when, how secret, of which contract, with what
//! assumptions.

use yew::prelude::*;

use super::context::use_lang;
use super::contract::assumption_list;
use super::keeping::moment;
use super::shared::Shared;
use crate::app::{Case, Sheet};
use crate::i18n::date::format_date;
use crate::i18n::text::page::printed;
use crate::i18n::text::results::{assessor, status};
use crate::i18n::text::{EntryText, PageText};

/// The case and its assessment on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PrintProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
}

/// The head of a printed page.
#[component]
pub(crate) fn PrintHead(props: &PrintProps) -> Html {
    let lang = use_lang();
    let assessment = props.sheet.assessment();
    let (by, stage) = (assessor(assessment.by), status(assessment.status));
    let as_of =
        assessment.as_of.map(|date| format!("{} {}", EntryText::AsOf.text(lang), format_date(date, lang)));
    let said = [Some(stage.text(lang).to_owned()), Some(by.text(lang).to_owned()), as_of];
    html! {
        <div class="print-only print-head">
            <p><strong>{ &props.case.contract.contract.title }</strong></p>
            <p>
                { said.into_iter().flatten().collect::<Vec<_>>().join(" · ") }
                if props.sheet.evaluation.pay.is_some() {
                    { " · " }<strong>{ PageText::Confidential.text(lang) }</strong>
                }
            </p>
        </div>
    }
}

/// The foot of a printed page.
#[component]
pub(crate) fn PrintFoot(props: &PrintProps) -> Html {
    let lang = use_lang();
    let file = &props.case.contract;
    let today = moment().map(|now| format_date(now.date, lang)).unwrap_or_default();
    html! {
        <div class="print-only print-foot">
            <p><strong>{ PageText::Assumptions.text(lang) }</strong></p>
            { assumption_list(&file.contract, &props.sheet.evaluation, lang) }
            <p>{ format!("{}: {}", PageText::Fingerprint.text(lang), file.fingerprint.canonical()) }</p>
            <p>{ printed(&today, lang) }</p>
        </div>
    }
}
