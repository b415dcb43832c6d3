//! Handles files that were chosen together: asks which contract is meant, and says what is not used.

use yew::prelude::*;

use super::context::Page;
use super::portfolio::read_chosen;
use crate::app::{Action, NotUsed, Route, State, WhyNotUsed};
use crate::i18n::text::message::MessageText;
use crate::i18n::text::{PageText, PortfolioText};
use crate::platform::address::go_to;

/// The element that takes the focus with the question.
pub(crate) const FIRST: &str = "choose-contract-0";

/// Asks which of several contracts to open, with a button for each.
pub(super) fn contract_question(page: &Page, state: &State) -> Option<Html> {
    let words = page.words;
    let files = state.together.as_ref()?;
    let ways = files.contracts().enumerate().map(|(number, (place, file, contract))| {
        html! {
            <li key={number}>
                <button id={format!("choose-contract-{number}")} type="button" class="button button-secondary button-small"
                    onclick={page.answering(Action::ChooseContract(place))}>
                    <span lang={contract.language.clone()}>{ &contract.title }</span>{ format!(" ({})", file.name) }
                </button>
            </li>
        }
    });
    let side_by_side = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            page.send(Action::DismissTogether);
            go_to(&Route::Portfolio.address());
            read_chosen();
        })
    };
    Some(html! {
        <div key="together" class="banner banner--caution" role="alertdialog" aria-labelledby="together-question" id="together">
            <p id="together-question">{ words.which_contract(files.contracts().count()) }</p>
            <ul class="plain-list">{ for ways }</ul>
            <button id="choose-all" type="button" class="button button-secondary button-small" onclick={side_by_side}>
                { words.text(PortfolioText::AllSide) }
            </button>
            <button id="choose-none" type="button" class="text-button" onclick={page.answering(Action::DismissTogether)}>
                { words.text(MessageText::OpenNone) }
            </button>
        </div>
    })
}

/// Lists the files that were chosen with others and are not used, each with the reason.
pub(super) fn unused_files(page: &Page, state: &State) -> Option<Html> {
    let words = page.words;
    let why = |why| match why {
        WhyNotUsed::OtherContract => MessageText::OtherContract,
        WhyNotUsed::AssessmentOfOther => MessageText::OtherAssessment,
        WhyNotUsed::TooMany => MessageText::OneTooMany,
        WhyNotUsed::Mistakes => MessageText::Mistakes,
        WhyNotUsed::Unreadable => MessageText::NotReadable,
        WhyNotUsed::TooLarge => MessageText::OverLimit,
        WhyNotUsed::OtherTable => MessageText::OtherTable,
        WhyNotUsed::TableNeedsContract => MessageText::NeedsContract,
    };
    let line = |one: &NotUsed| html! { <li key={&*one.name}>{ format!("{}: {}", one.name, words.text(why(one.why))) }</li> };
    (!state.unused.is_empty()).then(|| html! {
        <div key="unused" class="banner banner--caution" role="status" id="not-used">
            <p>{ words.text(MessageText::NotUsed) }</p>
            <ul>{ for state.unused.iter().map(line) }</ul>
            <button type="button" class="text-button" onclick={page.sending(Action::DismissUnused)}>{ words.text(PageText::Close) }</button>
        </div>
    })
}
