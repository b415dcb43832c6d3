//! Draws the station »Fil«: the contract as a file, its fingerprint, and its text.

use std::rc::Rc;

use yew::prelude::*;

use super::form::Form;
use crate::app::save::contract_file_name;
use crate::app::{SaveAction, SaveProblem};
use crate::i18n::text::{ContractText, WritingText};
use crate::platform::download;

/// The longest text that is shown, in bytes.
const SHOWN: usize = 200_000;

/// Draws the way to the file, and what is in it.
pub(super) fn file(form: Form<'_>) -> Html {
    let (words, file) = (form.words, &form.case.contract);
    let waiting = form.case.writing.waiting();
    let page = form.page.clone();
    let (name, source) = (contract_file_name(&file.contract), Rc::clone(&file.source));
    let onclick = Callback::from(move |_: MouseEvent| {
        if download::save(&name, &source, "application/json").is_err() {
            page.send(SaveAction::Failed { name: name.as_str().into(), problem: SaveProblem::Untouched });
        }
    });
    html! { <>
        <p>{ words.text(WritingText::FileLead) }</p>
        if waiting > 0 { <p class="banner banner--caution" id="file-waiting">{ words.not_in_file(waiting) }</p> }
        <p><button id="contract-file" type="button" class="button button-secondary" {onclick}>{ words.text(WritingText::Download) }</button></p>
        <dl class="facts"><div><dt>{ words.text(ContractText::Fingerprint) }</dt><dd><code id="written-fingerprint">{ file.fingerprint.canonical() }</code></dd></div></dl>
        if file.source.len() <= SHOWN {
            <details class="writing__kept">
                <summary>{ words.text(WritingText::ShowText) }</summary>
                <pre id="contract-text" tabindex="0">{ &*file.source }</pre>
            </details>
        }
    </> }
}
