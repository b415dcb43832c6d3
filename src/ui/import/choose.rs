//! Asks for a table of measured results.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::i18n::text::ImportText;
use crate::platform::file::chosen;
use crate::ui::context::use_page;
use crate::ui::later::open_files;

/// Draws the button. The input itself is out of sight: the button speaks for it.
#[component]
pub(crate) fn ChooseTable() -> Html {
    let page = use_page();
    let input = use_node_ref();
    let choose = use_callback(input.clone(), |_: MouseEvent, input| {
        if let Some(input) = input.cast::<HtmlInputElement>() {
            input.click();
        }
    });
    let onchange = use_callback(page.clone(), |event: Event, page| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            open_files(page, chosen(&input));
        }
    });
    html! {
        <div class="results-head__import screen-only">
            <button id="import-results" type="button" class="button button-secondary button-small" onclick={choose}>
                { page.words.text(ImportText::Choose) }
            </button>
            <input ref={input} id="table-input" type="file" autocomplete="off" accept=".xlsx,.xlsm,.ods,.csv,.tsv,.txt,text/csv" hidden=true {onchange} />
        </div>
    }
}
