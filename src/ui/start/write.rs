//! Offers the ways to a contract that is not written yet.

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::incoming::open_all;
use crate::i18n::text::StartText;
use crate::ui::around::expect_renewal;
use crate::ui::choose_file::ChooseFile;
use crate::ui::context::{Page, use_page};
use crate::ui::later::{Later, Part};

/// Draws the button to the dialogue for a pasted table, and the dialogue while it is open.
#[component]
pub(crate) fn FromTable() -> Html {
    let words = use_page().words;
    let is_open = use_state_eq(|| false);
    let set = |open: bool| {
        let is_open = is_open.clone();
        move || is_open.set(open)
    };
    let (open, close) = (set(true), set(false));
    html! { <>
        <button id="paste-table" type="button" class="button button-secondary button-small" onclick={Callback::from(move |_: MouseEvent| open())}>
            { words.text(StartText::FromTable) }
        </button>
        if *is_open { <Later part={Part::Paste(Callback::from(move |()| close()))} /> }
    </> }
}

/// Draws the button that opens last year's case at its renewal.
#[component]
pub(crate) fn FromLastYear() -> Html {
    let page = use_page();
    let text = page.words.text(StartText::FromLastYear);
    let choose = use_callback(page, |files: Vec<File>, page| renew(page, files));
    html! { <ChooseFile id="last-year" input_id="last-year-input" accept=".json,application/json" {text} {choose} multiple=true /> }
}

/// Opens a case at its renewal.
fn renew(page: &Page, files: Vec<File>) {
    expect_renewal(true);
    let page = page.clone();
    spawn_local(async move {
        if !open_all(&page, files.into_iter().map(Into::into).collect(), Vec::new()).await {
            expect_renewal(false);
        }
    });
}
