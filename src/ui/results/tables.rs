//! Hands out the assessment as a table: copied for a spreadsheet or a document, or as a file.

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::table::{TableForm, html as markup, separated, sheet_table, table_name};
use crate::app::{Case, Route, Sheet};
use crate::i18n::text::TableText;
use crate::platform::{clipboard, download};
use crate::ui::context::use_words;
use crate::ui::shared::Shared;

/// The case and its assessment on the screen.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct TablesProps {
    pub(crate) case: Shared<Case>,
    pub(crate) sheet: Shared<Sheet>,
}

/// Draws the three buttons, and what came of copying.
#[component]
pub(crate) fn Tables(props: &TablesProps) -> Html {
    let words = use_words();
    let told = use_state_eq(|| None::<TableText>);
    let copy = {
        let (props, told) = (props.clone(), told.setter());
        Callback::from(move |_: MouseEvent| {
            let table = sheet_table(&props.case, &props.sheet, words);
            let (html, text) = (markup(&table, words.lang), separated(&table, TableForm::Pasted(words.lang)));
            let told = told.clone();
            told.set(None);
            spawn_local(async move {
                let is_copied = clipboard::copy_table(&html, &text).await;
                told.set(Some(if is_copied { TableText::Copied } else { TableText::NotCopied }));
            });
        })
    };
    let file = |id: &'static str, form: TableForm, label: TableText| {
        let props = props.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let text = separated(&sheet_table(&props.case, &props.sheet, words), form);
            // A browser that takes no file has told the person so itself.
            let _ = download::save(&table_name(&props.case, words), &text, "text/csv;charset=utf-8");
        });
        html! { <button {id} type="button" class="text-button" {onclick}>{ words.text(label) }</button> }
    };
    html! {
        <>
            <p class="small">{ words.text(TableText::Hint) }</p>
            <p class="tables__ways">
                <button id="table-copy" type="button" class="text-button" onclick={copy}>{ words.text(TableText::Copy) }</button>
                { file("table-danish", TableForm::DanishFile, TableText::DanishFile) }
                { file("table-plain", TableForm::PlainFile, TableText::PlainFile) }
                <a id="table-workbook" href={Route::Papers(None).address()}>{ words.text(TableText::Workbook) }</a>
            </p>
            <p class="small" role="status" id="table-told">{ told.map(|told| words.text(told)).unwrap_or_default() }</p>
        </>
    }
}
