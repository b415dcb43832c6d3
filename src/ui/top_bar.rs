//! The bar at the very top: what is open, whether it is saved, the tools, the language.

use yew::prelude::*;

use super::context::{Page, use_page};
use super::file::{save, save_as};
use super::shared::{Shared, StateProps};
use crate::app::{Action, Case, DraftStatus, Route, State, Storing};
use crate::i18n::Lang;
use crate::i18n::text::page::saved_at;
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
                <span class="top-bar__name">{ PageText::Name.text(page.lang) }</span>
                <span class="top-bar__contract">
                    if let Some(case) = &state.case {
                        <span class="top-bar__title" lang={case.contract.contract.language.clone()}>{ &case.contract.contract.title }</span>
                        <a id="start-over" class="small" href={Route::Start.address()}>{ PageText::StartOver.text(page.lang) }</a>
                    }
                </span>
                <div class="top-bar__tools">
                    if let Some(case) = &state.case { { tools(&page, state, case) } }
                    { languages(&page) }
                </div>
            </div>
        </header>
    }
}

fn tools(page: &Page, state: &Shared<State>, case: &Case) -> Html {
    let lang = page.lang;
    let saving = |save: fn(&Page, &State)| {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| save(&page, &state))
    };
    let can_choose = can_save();
    let words = if can_choose { FileText::Save.text(lang) } else { PageText::SaveFile.text(lang) };
    html! { <>
        { saved_state(state, case, lang) }
        <button id="undo" type="button" class="text-button" disabled={!case.history.can_undo()} onclick={page.sending(Action::Undo)}>
            { PageText::Undo.text(lang) }
        </button>
        <button id="redo" type="button" class="text-button" disabled={!case.history.can_redo()} onclick={page.sending(Action::Redo)}>
            { PageText::Redo.text(lang) }
        </button>
        <button id="print" type="button" class="button button-secondary" onclick={Callback::from(|_: MouseEvent| print())}>
            { PageText::Print.text(lang) }
        </button>
        if can_choose {
            <button id="save-as" type="button" class="text-button" onclick={saving(save_as)}>{ FileText::SaveAs.text(lang) }</button>
        }
        <button id="save-file" type="button" class="button button-primary" onclick={saving(save)}>{ words }</button>
    </> }
}

/// Whether the work is kept: in words, and with a sign that is not colour alone.
fn saved_state(state: &State, case: &Case, lang: Lang) -> Html {
    let words = match (&case.draft, state.storing) {
        (DraftStatus::Failed(_), _) | (_, Storing::Blocked) if case.revision > 0 && !case.is_unsaved() => {
            PageText::SavedAsFile.text(lang).to_owned()
        }
        (DraftStatus::Failed(_), _) | (_, Storing::Blocked) => {
            return html! { <span id="saved-state" class="saved-state saved-state--failed">{ PageText::SaveFailedShort.text(lang) }</span> };
        }
        (_, Storing::Off | Storing::Removed) => PageText::SavingOff.text(lang).to_owned(),
        (DraftStatus::Removed { revision }, _) if *revision == case.revision => {
            PageText::DraftDeleted.text(lang).to_owned()
        }
        (DraftStatus::Stored { at, .. }, _) if case.is_stored() => {
            format!("✓ {}", saved_at(&format!("{:02}.{:02}", at.hour, at.minute), lang))
        }
        _ if case.revision == 0 => PageText::NothingChanged.text(lang).to_owned(),
        _ => PageText::Saving.text(lang).to_owned(),
    };
    html! { <span id="saved-state" class="saved-state">{ words }</span> }
}

fn languages(page: &Page) -> Html {
    let choice = |lang: Lang, words: PageText| {
        let onclick = page.sending(Action::Language(lang));
        html! {
            <button
                id={format!("lang-{}", lang.code())}
                type="button"
                class="text-button"
                lang={lang.code()}
                aria-pressed={(page.lang == lang).to_string()}
                {onclick}
            >
                { words.text(lang) }
            </button>
        }
    };
    html! {
        <div class="languages" role="group" aria-label={PageText::Language.text(page.lang)}>
            { choice(Lang::Da, PageText::Danish) }
            { choice(Lang::En, PageText::English) }
        </div>
    }
}
