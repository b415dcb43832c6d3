//! Chooses the sheet of a workbook, and the row that names its columns.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::Import;
use crate::i18n::Words;
use crate::i18n::short::{MESSAGE, shortened};
use crate::i18n::text::ImportText;
use crate::table::SheetChoice;
use crate::ui::context::Page;
use crate::ui::shared::Shared;
use crate::ui::start::choose_sheet;

/// Draws the choice of a sheet and of its header; nothing where the table is no workbook's.
pub(super) fn sheet_choice(import: &Shared<Import>, page: &Page) -> Html {
    let words = page.words;
    let Some(source) = &import.sheet else { return Html::default() };
    let onsheet = {
        let (page, import) = (page.clone(), import.clone());
        Callback::from(move |event: Event| {
            let list = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let sheet = list.map(|list| list.value());
            choose_sheet(&page, &import, SheetChoice { sheet, header: None });
        })
    };
    let is_chosen = |name: &String| source.choice.sheet.as_ref() == Some(name);
    html! {
        <div>
            <div class="field">
                <label class="field__label" for="import-sheet">{ words.text(ImportText::Sheet) }</label>
                <select id="import-sheet" class="form-select" autocomplete="off" onchange={onsheet}>
                    { for source.sheets.iter().map(|name| html! {
                        <option key={name.clone()} value={name.clone()} selected={is_chosen(name)}>{ name }</option>
                    }) }
                </select>
            </div>
            <details id="import-header" class="with-details">
                <summary>{ words.text(ImportText::HeaderRow) }</summary>
                <fieldset class="choice choice--levels field">
                    <legend class="sr-only">{ words.text(ImportText::HeaderRow) }</legend>
                    { header_row(import, page, None, words.text(ImportText::FindHeader).to_owned()) }
                    { for source.first_rows.iter().map(|(number, text)| {
                        header_row(import, page, Some(*number), row_text(*number, text, words))
                    }) }
                </fieldset>
            </details>
        </div>
    }
}

/// `3: mål · periode · resultat`.
fn row_text(number: usize, text: &str, words: Words) -> String {
    format!("{}: {}", words.count(number), shortened(text, MESSAGE))
}

/// Draws one row as a choice for the header; without a number the row is looked for.
fn header_row(import: &Shared<Import>, page: &Page, number: Option<usize>, text: String) -> Html {
    let Some(source) = &import.sheet else { return Html::default() };
    let id = format!("import-header-{}", number.unwrap_or_default());
    let checked = source.choice.header == number;
    let onchange = {
        let (page, import, sheet) = (page.clone(), import.clone(), source.choice.sheet.clone());
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if input.is_some_and(|input| input.checked()) {
                choose_sheet(&page, &import, SheetChoice { sheet: sheet.clone(), header: number });
            }
        })
    };
    html! {
        <label class="choice__option">
            <input {id} type="radio" name="import-header" autocomplete="off" {checked} {onchange} />
            <span>{ text }</span>
        </label>
    }
}
