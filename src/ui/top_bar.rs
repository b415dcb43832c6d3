//! The bar at the very top: what is open, whether it is saved, the tools, the language.

use yew::prelude::*;

use super::context::{Page, use_page};
use super::file::{save, save_as};
use super::shared::{Shared, StateProps};
use crate::app::{Action, Case, DraftStatus, Route, State, Storing};
use crate::i18n::Words;
use crate::i18n::text::{FileText, PageText};
use crate::platform::disk::can_save;
use crate::platform::page::print;

/// The bar. Its tools are there once a contract is open.
#[component]
pub(crate) fn TopBar(props: &StateProps) -> Html {
    let page = use_page();
    let state = &props.state;
    html! {
        <header class="top-bar">
            <div class="top-bar__row within">
                <span class="top-bar__name">{ page.words.text(PageText::Name) }</span>
                <span class="top-bar__contract">
                    if let Some(case) = &state.case {
                        <span class="top-bar__title" lang={case.contract.contract.language.clone()}>{ &case.contract.contract.title }</span>
                        <a id="start-over" class="small" href={Route::Start.address()}>{ page.words.text(PageText::StartOver) }</a>
                    }
                </span>
                <div class="top-bar__tools">
                    if let Some(case) = &state.case { { tools(&page, state, case) } }
                    <a id="help" class="small" href={Route::Help.address()}>{ page.words.text(PageText::Help) }</a>
                    { languages(&page) }
                </div>
            </div>
        </header>
    }
}

fn tools(page: &Page, state: &Shared<State>, case: &Case) -> Html {
    let words = page.words;
    let saving = |save: fn(&Page, &State)| {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| save(&page, &state))
    };
    let can_choose = can_save();
    let text = if can_choose { words.text(FileText::Save) } else { words.text(PageText::SaveFile) };
    html! { <>
        { saved_state(state, case, words) }
        <button id="undo" type="button" class="text-button" disabled={!case.history.can_undo()} onclick={page.sending(Action::Undo)}>
            { words.text(PageText::Undo) }
        </button>
        <button id="redo" type="button" class="text-button" disabled={!case.history.can_redo()} onclick={page.sending(Action::Redo)}>
            { words.text(PageText::Redo) }
        </button>
        <button id="print" type="button" class="button button-secondary" onclick={Callback::from(|_: MouseEvent| print())}>
            { words.text(PageText::Print) }
        </button>
        if can_choose {
            <button id="save-as" type="button" class="text-button" onclick={saving(save_as)}>{ words.text(FileText::SaveAs) }</button>
        }
        <button id="save-file" type="button" class="button button-primary" onclick={saving(save)}>{ text }</button>
    </> }
}

/// Whether the work is kept: in words, and with a sign that is not colour alone.
fn saved_state(state: &State, case: &Case, words: Words) -> Html {
    let text = match (&case.draft, state.storing) {
        (DraftStatus::Failed(_), _) | (_, Storing::Blocked) if case.revision > 0 && !case.is_unsaved() => {
            words.text(PageText::SavedAsFile).to_owned()
        }
        (DraftStatus::Failed(_), _) | (_, Storing::Blocked) => {
            return html! { <span id="saved-state" class="saved-state saved-state--failed">{ words.text(PageText::SaveFailedShort) }</span> };
        }
        (_, Storing::Off | Storing::Removed) => words.text(PageText::SavingOff).to_owned(),
        (DraftStatus::Removed { revision }, _) if *revision == case.revision => {
            words.text(PageText::DraftDeleted).to_owned()
        }
        (DraftStatus::Stored { at, .. }, _) if case.is_stored() => {
            format!("✓ {}", words.saved_at(&format!("{:02}.{:02}", at.hour, at.minute)))
        }
        _ if case.revision == 0 => words.text(PageText::NothingChanged).to_owned(),
        _ => words.text(PageText::Saving).to_owned(),
    };
    html! { <span id="saved-state" class="saved-state">{ text }</span> }
}

fn languages(page: &Page) -> Html {
    let choice = |words: Words, text: PageText| {
        let onclick = page.sending(Action::Language(words.lang));
        html! {
            <button
                id={format!("lang-{}", words.lang.code())}
                type="button"
                class="text-button"
                lang={words.lang.code()}
                aria-pressed={(page.words.lang == words.lang).to_string()}
                {onclick}
            >
                { words.text(text) }
            </button>
        }
    };
    html! {
        <div class="languages" role="group" aria-label={page.words.text(PageText::Language)}>
            { choice(Words::DANISH, PageText::Danish) }
            { choice(Words::ENGLISH, PageText::English) }
        </div>
    }
}
