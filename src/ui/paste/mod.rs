//! Makes a new contract from pasted tables, or adds their goals to the open one: what was read, what is asked, and
//! nothing written before it is taken.

mod columns;
mod files;
mod goals;
mod kept;
mod rest;

use wasm_bindgen::JsCast;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use self::columns::tables;
use self::files::{about_file, choose_files, read_files};
use self::goals::goals;
use self::kept::{Pasted, keep, kept};
use self::rest::{risks, unused};
use super::context::{Page, use_page};
use super::focus::focus_element_soon;
use super::moment::moment;
use super::shared::Shared;
use super::start::{open_later, progress_sender, read_slowly};
use crate::app::{Action, WritingEdit};
use crate::domain::contract::Contract;
use crate::i18n::Words;
use crate::i18n::text::{PageText, PasteText};
use crate::platform::clipboard::pasted;
use crate::platform::file::dropped;
use crate::platform::{dialog, page as browser};
use crate::table::pasted::Proposals;

const DIALOG: &str = "paste";
const FIELD: &str = "paste-field";

/// What the dialogue is for, and what happens once it closes.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PasteProps {
    pub(crate) close: Callback<()>,
    /// The contract that the goals are added to; none where they begin one.
    #[prop_or_default]
    pub(crate) open: Option<Shared<Contract>>,
    /// What it opens with: HTML and text, both empty for what was pasted before.
    #[prop_or_default]
    pub(crate) first: [String; 2],
}

/// Draws the dialogue over the page. What was pasted stays for the next time, unless it became a contract.
#[component]
pub(crate) fn PasteDialog(props: &PasteProps) -> Html {
    let page = use_page();
    let words = page.words;
    let open = props.open.as_ref();
    let state = use_state(|| {
        let year = open.and_then(|contract| year_of(contract));
        let [html, text] = &props.first;
        if html.is_empty() && text.is_empty() {
            return kept().for_year(year, words.lang);
        }
        Pasted::default().for_year(year, words.lang).with_pasted(html, text, words.lang)
    });
    use_effect_with((), |()| {
        // The focus goes back to where the person was.
        let before = browser::focused().unwrap_or_else(|| "main-content".to_owned());
        dialog::open(DIALOG);
        move || focus_element_soon(&before)
    });
    let change = {
        let setter = state.setter();
        Callback::from(move |next: Pasted| {
            keep(&next);
            setter.set(next);
        })
    };
    let oncancel = use_callback(props.close.clone(), |event: Event, close| {
        event.prevent_default();
        close.emit(());
    });
    let cancel = use_callback(props.close.clone(), |_: MouseEvent, close| close.emit(()));
    let ondrop = {
        let change = change.clone();
        Callback::from(move |event: DragEvent| {
            let files = dropped(&event);
            if !files.is_empty() {
                // The page would open the file as a contract.
                event.prevent_default();
                event.stop_propagation();
                read_files(&change, files, words.lang);
            }
        })
    };
    let chosen = state.chosen();
    let take = {
        let (page, props, pasted) = (page.clone(), props.clone(), (*state).clone());
        Callback::from(move |_: MouseEvent| {
            props.close.emit(());
            match &props.open {
                Some(contract) => add_goals(&page, contract, &pasted),
                None => open_contract(&page, &pasted),
            }
        })
    };
    let [heading, lead] = match open {
        Some(_) => [PasteText::Add, PasteText::AddLead],
        None => [PasteText::Open, PasteText::Lead],
    };
    let take_text = if open.is_some() { words.take_goals(chosen) } else { words.contract_from_goals(chosen) };
    html! {
        <dialog id={DIALOG} class="import" aria-labelledby="paste-heading" {oncancel} {ondrop}>
            <h2 id="paste-heading" class="import__heading" tabindex="-1" autofocus=true>{ words.text(heading) }</h2>
            <p id="paste-lead">{ words.text(lead) }</p>
            { field(&page, &state, &change) }
            { choose_files(&change, words) }
            { about_file(&state, words) }
            <p id="paste-overview" role="status">{ overview(&state, words) }</p>
            { tables(&state, &change, words) }
            { goals(&state, &change, words) }
            { risks(&state.proposals, words) }
            { unused(&state.proposals, words) }
            <div class="import__actions">
                if chosen > 0 {
                    <button id="paste-take" type="button" class="button button-primary" onclick={take}>{ take_text }</button>
                }
                <button id="paste-cancel" type="button" class="text-button" onclick={cancel}>{ words.text(PageText::Cancel) }</button>
            </div>
        </dialog>
    }
}

/// Draws the field that takes tables. It empties itself, since what was read is shown below it.
fn field(page: &Page, state: &Pasted, change: &Callback<Pasted>) -> Html {
    let lang = page.words.lang;
    let onpaste = {
        let (state, change) = (state.clone(), change.clone());
        Callback::from(move |event: Event| {
            if let Some([html, text]) = pasted(&event) {
                event.prevent_default();
                change.emit(state.with_pasted(&html, &text, lang));
            }
        })
    };
    let onchange = {
        let (state, change) = (state.clone(), change.clone());
        Callback::from(move |event: Event| {
            let area = event.target().and_then(|target| target.dyn_into::<HtmlTextAreaElement>().ok());
            if let Some(area) = area.filter(|area| !area.value().trim().is_empty()) {
                change.emit(state.with_pasted("", &area.value(), lang));
                area.set_value("");
            }
        })
    };
    html! {
        <div class="field">
            <label class="field__label" for={FIELD}>{ page.words.text(PasteText::Field) }</label>
            <textarea id={FIELD} class="form-input" rows="3" autocomplete="off" aria-describedby="paste-lead" {onpaste} {onchange} />
        </div>
    }
}

/// Says what was read, and what the weights come to.
fn overview(state: &Pasted, words: Words) -> String {
    if state.is_nothing {
        return words.text(PasteText::Nothing).to_owned();
    }
    if state.tables.is_empty() {
        return String::new();
    }
    let proposals = &state.proposals;
    let (clear, open) = proposals.counts();
    let counts = words.pasted_overview(clear, open, proposals.risks.len());
    let weights = Proposals::weights(proposals.goals.iter().map(|goal| &goal.goal)).map(|weights| {
        let stated = proposals.total.map(|total| words.number(total));
        words.pasted_weights(&words.number(weights), stated.as_deref())
    });
    [Some(counts), weights].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn year_of(contract: &Contract) -> Option<i32> {
    contract.binding_year.or_else(|| contract.period.map(|period| period.from.year()))
}

/// Adds the goals behind those of the contract, as one step, and goes to the first of them.
fn add_goals(page: &Page, contract: &Contract, pasted: &Pasted) {
    let is_left_out = |place: usize| pasted.left_out.contains(&place);
    let changes = pasted.proposals.added_to(contract, is_left_out, page.words);
    keep(&Pasted::default());
    page.send(WritingEdit::Change(changes.into()));
    focus_element_soon(&format!("write/goals/{}/title", contract.goals.len()));
}

/// Makes the contract and opens it as work that is not saved yet.
fn open_contract(page: &Page, pasted: &Pasted) {
    let Some(now) = moment() else { return };
    let year = now.date.year();
    let text = pasted.proposals.contract(|place| pasted.left_out.contains(&place), page.words, year);
    let name = format!("kontrakt-{}.json", pasted.proposals.year.unwrap_or(year));
    keep(&Pasted::default());
    let tell = progress_sender(page);
    page.send(Action::Opening(name.as_str().into()));
    open_later(page, async move {
        match read_slowly(&tell, &name, text.as_bytes()).await {
            Some(incoming) => Action::Open(std::rc::Rc::new(incoming.as_new(None))),
            None => Action::StopOpening,
        }
    });
}
