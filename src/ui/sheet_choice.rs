//! Chooses the sheet of a workbook, and the row that names its columns.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use crate::app::SheetSource;
use crate::i18n::Words;
use crate::i18n::short::{MESSAGE, shortened};
use crate::i18n::text::ImportText;
use crate::table::SheetChoice;

/// Draws the choice of a sheet and of its header, whose identifiers begin with `prefix`.
pub(crate) fn sheet_choice(
    prefix: &str,
    source: &SheetSource,
    choose: &Callback<SheetChoice>,
    words: Words,
) -> Html {
    let onsheet = {
        let choose = choose.clone();
        Callback::from(move |event: Event| {
            let list = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            choose.emit(SheetChoice { sheet: list.map(|list| list.value()), header: None });
        })
    };
    let is_chosen = |name: &String| source.choice.sheet.as_ref() == Some(name);
    let row = |number: Option<usize>, text: String| header_row(prefix, source, choose, number, text);
    let id = format!("{prefix}-sheet");
    html! {
        <div>
            <div class="field">
                <label class="field__label" for={id.clone()}>{ words.text(ImportText::Sheet) }</label>
                <select {id} class="form-select" autocomplete="off" onchange={onsheet}>
                    { for source.sheets.iter().map(|name| html! {
                        <option key={name.clone()} value={name.clone()} selected={is_chosen(name)}>{ name }</option>
                    }) }
                </select>
            </div>
            <details id={format!("{prefix}-header")} class="with-details">
                <summary>{ words.text(ImportText::HeaderRow) }</summary>
                <fieldset class="choice choice--levels field">
                    <legend class="sr-only">{ words.text(ImportText::HeaderRow) }</legend>
                    { row(None, words.text(ImportText::FindHeader).to_owned()) }
                    { for source.first_rows.iter().map(|(number, text)| row(Some(*number), row_text(*number, text, words))) }
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
fn header_row(
    prefix: &str,
    source: &SheetSource,
    choose: &Callback<SheetChoice>,
    number: Option<usize>,
    text: String,
) -> Html {
    let id = format!("{prefix}-header-{}", number.unwrap_or_default());
    let checked = source.choice.header == number;
    let onchange = {
        let (choose, sheet) = (choose.clone(), source.choice.sheet.clone());
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            if input.is_some_and(|input| input.checked()) {
                choose.emit(SheetChoice { sheet: sheet.clone(), header: number });
            }
        })
    };
    html! {
        <label class="choice__option">
            <input {id} type="radio" name={format!("{prefix}-header")} autocomplete="off" {checked} {onchange} />
            <span>{ text }</span>
        </label>
    }
}
