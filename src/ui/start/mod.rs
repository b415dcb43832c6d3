//! Shows the start: drop or choose a file, continue a draft, begin from a template, take an example.

mod drafts;
mod drop_zone;
mod incoming;
mod refused;
mod templates;
mod write;

use std::rc::Rc;

use yew::prelude::*;

pub(crate) use incoming::{
    ContractExamined, FileRead, TableRead, choose_sheet, compare_with, examine, open_all, open_later,
    open_together, progress_sender, read_contract_slowly, read_file, read_slowly, read_table_slowly,
    stop_opening, unless_given_up,
};

use self::drafts::{DeleteAll, drafts};
use self::drop_zone::DropZone;
use self::incoming::{begin_contract, open_example};
use self::refused::refused;
use self::templates::NewContract;
use self::write::{FromLastYear, FromTable};
use super::context::Page;
use super::keeping::allow;
use super::later::{Later, Part};
use super::shared::Shared;
use crate::app::example::{EXAMPLES, Example};
use crate::app::{Route, State, Storing};
use crate::i18n::text::start::named;
use crate::i18n::text::{PageText, StartText};

/// The language that the examples are written in.
const CONTRACT_LANGUAGE: &str = "da";

/// Draws what the page is for, and the ways into it.
pub(crate) fn start(page: &Page, state: &Rc<State>) -> Html {
    let words = page.words;
    html! {
        <div class="start">
            <h1 class="start__heading">{ words.text(StartText::Heading) }</h1>
            <p class="start__lead">{ words.text(StartText::Lead) }</p>
            <Later part={Part::Ways(Shared::from(state))} />
        </div>
    }
}

/// Draws the ways into the page, and says where the data lies.
pub(crate) fn ways(page: &Page, state: &State) -> Html {
    let words = page.words;
    html! { <>
        <div>
            if let Some(file) = &state.refused { { refused(page, file) } }
            if state.case.is_some() {
                <p><a id="back-to-open" href={Route::Results(None).address()}>{ words.text(StartText::BackToOpen) }</a></p>
            }
        </div>
        <div class="start__ways">
            <section>
                <h2 class="section-heading">{ words.text(StartText::FileHeading) }</h2>
                <DropZone />
                <p><a id="to-portfolio" href={Route::Portfolio.address()}>{ words.text(StartText::SideBySide) }</a></p>
                <h2 class="section-heading">{ words.text(StartText::DraftsHeading) }</h2>
                { drafts(page, &state.drafts) }
                <details class="with-details">
                    <summary id="new-contract">{ words.text(StartText::NewContract) }</summary>
                    <div class="start__new">
                        { empty_contract(page) }
                        <FromLastYear />
                        <FromTable />
                    </div>
                    <NewContract />
                </details>
            </section>
            <section>
                <h2 class="section-heading">{ words.text(StartText::Examples) }</h2>
                { examples(page) }
            </section>
        </div>
        <div class="start__privacy">
            <p id="privacy">{ words.text(StartText::Privacy) }{ " " }{ words.text(StartText::PrivateWindow) }</p>
            { storing(page, state.storing) }
            <DeleteAll />
        </div>
    </> }
}

/// Draws the button that begins a contract from nothing.
fn empty_contract(page: &Page) -> Html {
    let text = page.words.text(StartText::FromNothing);
    let page = page.clone();
    let onclick = Callback::from(move |_: MouseEvent| begin_contract(&page));
    html! { <button id="empty-contract" type="button" class="button button-secondary button-small" {onclick}>{ text }</button> }
}

/// Draws a row for each example, with a button for each way to open it.
fn examples(page: &Page) -> Html {
    let words = page.words;
    html! { <>
        <p>{ words.text(StartText::ExamplesLead) }</p>
        <ul class="ways-list no-max-width" id="examples">
            { for EXAMPLES.iter().map(|example| html! {
                <li key={example.id}>
                    <span class="ways-list__what">
                        <span lang={CONTRACT_LANGUAGE}>{ example.title }</span>
                        <br /><span class="small quiet">{ words.text(example.about) }</span>
                    </span>
                    <span class="ways-list__ways">
                        { way(page, *example, false) }
                        { way(page, *example, true) }
                    </span>
                </li>
            }) }
        </ul>
    </> }
}

fn way(page: &Page, example: Example, assessed: bool) -> Html {
    let (suffix, text) = if assessed { ("-assessed", StartText::Filled) } else { ("", StartText::Blank) };
    let text = page.words.text(text);
    let page = page.clone();
    let onclick = Callback::from(move |_: MouseEvent| open_example(&page, example, assessed));
    html! {
        <button id={format!("example-{}{suffix}", example.id)} type="button" {onclick}
            class="button button-secondary button-small" aria-label={named(text, example.title)}>
            { text }
        </button>
    }
}

/// Says whether the page stores drafts. As a local file it stores nothing until it is told to; a browser may refuse
/// altogether.
fn storing(page: &Page, storing: Storing) -> Html {
    let words = page.words;
    match storing {
        Storing::On => Html::default(),
        Storing::Blocked => html! { <p>{ words.text(StartText::Blocked) }</p> },
        Storing::Off | Storing::Removed => {
            let why = if storing == Storing::Off { StartText::LocalFile } else { StartText::Removed };
            let page = page.clone();
            let onclick = Callback::from(move |_: MouseEvent| allow(&page));
            html! {
                <p>
                    { words.text(why) }{ " " }
                    <button id="allow-drafts" type="button" class="text-button" {onclick}>{ words.text(PageText::KeepInBrowser) }</button>
                </p>
            }
        }
    }
}
