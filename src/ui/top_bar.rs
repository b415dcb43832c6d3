//! Draws the bar at the very top: what is open, whether it is saved, the tools, the language.

use yew::prelude::*;

use super::context::{Page, use_page};
use super::file::file_state;
use super::later::{save, save_as};
use super::shared::{Shared, StateProps};
use crate::app::{Action, Case, Route, State};
use crate::i18n::Words;
use crate::i18n::text::{FileText, PageText};
use crate::platform::disk::can_save;
use crate::platform::page::print;

/// Draws the bar, with its tools once a contract is open.
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
                if state.case.is_some() { { file_state(state).show(page.words) } }
                <div class="top-bar__tools">
                    if let Some(case) = &state.case { { tools(&page, state, case) } }
                </div>
                <div class="top-bar__aside">
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
        <button id="undo" type="button" class="text-button icon-button" title={words.text(PageText::Undo)} disabled={!case.history.can_undo()} onclick={page.sending(Action::Undo)}>
            { arrow("M7.5 4 3 8.5l4.5 4.5M3.5 8.5H12a4 4 0 0 1 0 8H8") }<span class="sr-only">{ words.text(PageText::Undo) }</span>
        </button>
        <button id="redo" type="button" class="text-button icon-button" title={words.text(PageText::Redo)} disabled={!case.history.can_redo()} onclick={page.sending(Action::Redo)}>
            { arrow("M12.5 4 17 8.5 12.5 13M16.5 8.5H8a4 4 0 0 0 0 8h4") }<span class="sr-only">{ words.text(PageText::Redo) }</span>
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

fn arrow(path: &'static str) -> Html {
    html! { <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d={path} /></svg> }
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
