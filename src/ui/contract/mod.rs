//! Kontrakt: what it says, from purpose to goal, what was found in it, and what was assumed.

mod assumptions;
mod budget;
mod facts;
mod findings;
mod hierarchy;
mod tables;

use yew::prelude::*;

pub(crate) use assumptions::list as assumption_list;
pub(crate) use facts::range;
pub(crate) use findings::{findings_of, refusal};
pub(crate) use tables::figure_text;

use super::context::use_lang;
use super::shared::Shared;
use crate::app::{Case, Sheet};
use crate::i18n::text::ContractText;

/// The case and its assessment on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ContractPlaceProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
}

/// Everything that the contract says, and everything that is to be said about it.
#[component]
pub(crate) fn ContractPlace(props: &ContractPlaceProps) -> Html {
    let lang = use_lang();
    let file = &props.case.contract;
    let contract = &*file.contract;
    let fingerprint = file.fingerprint.canonical().to_owned();
    let made_for = props.sheet.assessment().sha256.as_deref();
    let is_other = made_for.is_some_and(|made_for| !file.fingerprint.matches(made_for));
    html! { <>
        <h1 class="place-heading">{ &contract.title }</h1>
        if is_other {
            <div class="banner banner--caution"><p>{ ContractText::OtherFingerprint.text(lang) }</p></div>
        }
        { findings::findings(&props.case, lang) }
        { assumptions::assumptions(contract, &props.sheet.evaluation, lang) }
        <section>
            <h2 class="section-heading">{ ContractText::Facts.text(lang) }</h2>
            { facts::facts(contract, &fingerprint, lang) }
        </section>
        { hierarchy::strategy(contract, lang) }
        { hierarchy::purposes(contract, lang) }
        { tables::trends(contract, lang) }
        { budget::budget(contract, lang) }
        { budget::sums(contract, lang) }
    </> }
}
