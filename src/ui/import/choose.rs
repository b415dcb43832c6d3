//! Asks for a table of measured results.

use web_sys::File;
use yew::prelude::*;

use crate::i18n::text::ImportText;
use crate::ui::choose_file::ChooseFile;
use crate::ui::context::use_page;
use crate::ui::later::open_files;

/// Draws the button.
#[component]
pub(crate) fn ChooseTable() -> Html {
    let page = use_page();
    let text = page.words.text(ImportText::Choose);
    let choose = use_callback(page, |files: Vec<File>, page| open_files(page, files));
    html! {
        <div class="results-head__import screen-only">
            <ChooseFile id="import-results" input_id="table-input" accept=".xlsx,.xlsm,.ods,.csv,.tsv,.txt,text/csv" {text} {choose} />
        </div>
    }
}
