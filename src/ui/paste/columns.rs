//! Says of each pasted table what its columns are about, and lets a person say otherwise.

use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::files::choose_sheet;
use super::kept::Pasted;
use crate::i18n::Words;
use crate::i18n::short::{NAME, shortened};
use crate::i18n::text::PasteText;
use crate::table::SheetChoice;
use crate::table::pasted::{PastedColumn, PastedTable};
use crate::ui::focus::focus_element_soon;
use crate::ui::sheet_choice::sheet_choice;

/// Draws the tables, each with its columns.
pub(super) fn tables(state: &Pasted, change: &Callback<Pasted>, words: Words) -> Html {
    html! { <div>{ for state.tables.iter().enumerate().map(|(at, one)| table(state, change, at, one, words)) }</div> }
}

fn table(state: &Pasted, change: &Callback<Pasted>, at: usize, table: &PastedTable, words: Words) -> Html {
    let heading = format!("paste-table-{at}");
    let remove = {
        let (state, change) = (state.clone(), change.clone());
        Callback::from(move |_: MouseEvent| {
            change.emit(state.with_table(at, None, words.lang));
            focus_element_soon(super::FIELD);
        })
    };
    let first_row = {
        let (state, change, table) = (state.clone(), change.clone(), table.clone());
        Callback::from(move |event: Event| {
            let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let has = input.is_some_and(|input| input.checked());
            change.emit(state.with_table(at, Some(table.clone().with_headings(has)), words.lang));
        })
    };
    // Where nothing is known of the columns there is something to do at once.
    let is_unknown = table.columns.iter().all(|column| *column == PastedColumn::Ignored);
    html! {
        <section key={at} class="paste__table" aria-labelledby={heading.clone()}>
            <h3 id={heading} class="section-heading">{ heading_text(at, table, words) }</h3>
            { sheet(state, change, at, words) }
            <details class="with-details" open={is_unknown}>
                <summary>{ words.text(PasteText::Columns) }</summary>
                <label class="choice__option">
                    <input type="checkbox" autocomplete="off" class="choice__box" checked={table.has_headings()} onchange={first_row} />
                    { words.text(PasteText::FirstRow) }
                </label>
                <div class="paste__columns">
                    { for (0..table.columns.len()).map(|column| choice(state, change, (at, column), table, words)) }
                </div>
            </details>
            <button type="button" class="text-button small" onclick={remove}>{ words.text(PasteText::Remove) }</button>
        </section>
    }
}

/// Draws the choice of a sheet and of its header; nothing where the table comes from none.
fn sheet(state: &Pasted, change: &Callback<Pasted>, at: usize, words: Words) -> Html {
    let Some(Some(source)) = state.sheets.get(at) else { return Html::default() };
    let choose = {
        let (change, source) = (change.clone(), source.clone());
        Callback::from(move |choice: SheetChoice| choose_sheet(&change, at, &source, choice, words.lang))
    };
    sheet_choice(&format!("paste-{at}"), source, &choose, words)
}

/// Names a table by its number, its rows and what the document calls it.
fn heading_text(at: usize, table: &PastedTable, words: Words) -> String {
    let numbered = words.pasted_table(at + 1, table.len());
    match table.title() {
        Some(title) => format!("{numbered} · {}", shortened(&title, NAME)),
        None => numbered,
    }
}

fn choice(
    state: &Pasted,
    change: &Callback<Pasted>,
    (at, column): (usize, usize),
    table: &PastedTable,
    words: Words,
) -> Html {
    let choices = table.choices(column);
    let current = table.columns.get(column).copied().unwrap_or_default();
    let id = format!("paste-column-{at}-{column}");
    let onchange = {
        let (state, change, table, choices) = (state.clone(), change.clone(), table.clone(), choices.clone());
        Callback::from(move |event: Event| {
            let select = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let chosen = select.and_then(|select| usize::try_from(select.selected_index()).ok());
            if let Some(chosen) = chosen.and_then(|chosen| choices.get(chosen)) {
                let table = table.clone().with_column(column, *chosen);
                change.emit(state.with_table(at, Some(table), words.lang));
            }
        })
    };
    let name = table.names.get(column).map_or("", String::as_str);
    html! {
        <div key={column} class="field">
            <label class="field__label" for={id.clone()}>{ words.pasted_column(column + 1, &shortened(name, NAME)) }</label>
            <select {id} class="form-select" autocomplete="off" {onchange}>
                { for choices.into_iter().map(|choice| html! {
                    <option selected={choice == current}>{ column_text(choice, words) }</option>
                }) }
            </select>
        </div>
    }
}

fn column_text(column: PastedColumn, words: Words) -> String {
    let text = match column {
        PastedColumn::History(period) => return words.timed_column(PasteText::History, period),
        PastedColumn::Guideline(period) => return words.timed_column(PasteText::Guidelines, period),
        PastedColumn::Ignored => PasteText::Ignored,
        PastedColumn::Label => PasteText::Label,
        PastedColumn::Goal => PasteText::Goal,
        PastedColumn::Group => PasteText::Group,
        PastedColumn::Requirement => PasteText::Requirement,
        PastedColumn::Weight => PasteText::Weight,
        PastedColumn::Unit => PasteText::Unit,
        PastedColumn::Resources => PasteText::Resources,
        PastedColumn::Risk => PasteText::Risk,
        PastedColumn::Materiality => PasteText::Materiality,
        PastedColumn::Vulnerability => PasteText::Vulnerability,
        PastedColumn::Priority => PasteText::Priority,
        PastedColumn::Action => PasteText::Action,
    };
    words.text(text).to_owned()
}
