//! Previews measured results from a table: what would change, before anything does.

mod changes;
mod choose;
mod lines;
mod problems;

pub(crate) use choose::ChooseTable;

use yew::prelude::*;

use self::changes::Changes;
use self::lines::lines;
use self::problems::problems;
use super::context::{Page, use_page};
use super::focus::focus_element_soon;
use super::shared::Shared;
use super::sheet_choice::sheet_choice;
use super::start::choose_sheet;
use crate::app::Action;
use crate::app::{Import, Preview, Unused};
use crate::i18n::Words;
use crate::i18n::text::{ImportText, PageText};
use crate::platform::{dialog, page as browser};
use crate::table::SheetChoice;

const DIALOG: &str = "import";

/// The table that came in.
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ImportProps {
    pub(crate) import: Shared<Import>,
}

/// Draws the preview as a dialogue over the page. Closing it in any other way than by its button changes nothing.
#[component]
pub(crate) fn ImportDialog(props: &ImportProps) -> Html {
    let page = use_page();
    let words = page.words;
    let import = &props.import;
    use_effect_with((), |()| {
        // The focus goes back to where the person was.
        let before = browser::focused().unwrap_or_else(|| "main-content".to_owned());
        dialog::open(DIALOG);
        move || focus_element_soon(&before)
    });
    let dismiss = |page: &Page| page.send(Action::DismissImport);
    let oncancel = use_callback(page.clone(), move |event: Event, page| {
        event.prevent_default();
        dismiss(page);
    });
    let cancel = use_callback(page.clone(), move |_: MouseEvent, page| dismiss(page));
    let apply = use_callback(page.clone(), |_: MouseEvent, page| page.send(Action::ApplyImport));
    let chosen = import.chosen().count();
    html! {
        <dialog id={DIALOG} class="import" aria-labelledby="import-heading" {oncancel}>
            <h2 id="import-heading" class="import__heading" tabindex="-1" autofocus=true>{ words.import_heading(&import.name) }</h2>
            <p id="import-overview">{ overview_text(import, words) }</p>
            { sheet(import, &page) }
            { problems(import, words) }
            if let Some(preview) = &import.preview {
                { changes(import, preview, words) }
                { not_used(preview, words) }
            }
            { problems::remarks(import, words) }
            <div class="import__actions">
                if chosen > 0 {
                    <button id="import-apply" type="button" class="button button-primary" onclick={apply}>
                        { words.take_over_results(chosen) }
                    </button>
                }
                <button id="import-cancel" type="button" class="text-button" onclick={cancel}>
                    { words.text(if import.preview.is_some() { PageText::Cancel } else { PageText::Close }) }
                </button>
            </div>
        </dialog>
    }
}

/// Draws the choice of a sheet and of its header; nothing where the table is no workbook's.
fn sheet(import: &Shared<Import>, page: &Page) -> Html {
    let Some(source) = &import.sheet else { return Html::default() };
    let choose = {
        let (page, import) = (page.clone(), import.clone());
        Callback::from(move |choice: SheetChoice| choose_sheet(&page, &import, choice))
    };
    sheet_choice("import", source, &choose, page.words)
}

/// Says what became of the rows, and that nothing has changed yet.
fn overview_text(import: &Import, words: Words) -> String {
    let Some(preview) = &import.preview else {
        return words.text(ImportText::Unusable).to_owned();
    };
    let [rows, changes, same, unused] =
        [preview.rows, preview.changes.len(), preview.same.total, preview.unused_total()]
            .map(|count| words.count(count));
    let counts = words.import_overview(&rows, &changes, &same, &unused);
    let yet = if preview.changes.is_empty() { ImportText::NothingToDo } else { ImportText::NothingYet };
    format!("{} {counts}", words.text(yet))
}

fn changes(import: &Shared<Import>, preview: &Preview, words: Words) -> Html {
    if preview.changes.is_empty() {
        return Html::default();
    }
    html! {
        <section id="import-changes">
            <h3 class="section-heading">{ words.text(ImportText::Changes) }</h3>
            <Changes import={import.clone()} />
        </section>
    }
}

/// Lists what is not used and what is there already, each kind under its name.
fn not_used(preview: &Preview, words: Words) -> Html {
    let same = lines("import-same", ImportText::Same, &preview.same, words);
    let unused = preview.unused.iter().map(|(reason, of)| {
        let (id, heading) = reason_text(*reason);
        lines(id, heading, of, words)
    });
    html! { <div>{ same }{ for unused }</div> }
}

fn reason_text(reason: Unused) -> (&'static str, ImportText) {
    match reason {
        Unused::OtherPeriod => ("import-other-period", ImportText::OtherPeriod),
        Unused::OutsideContract => ("import-outside-contract", ImportText::OutsideContract),
        Unused::Superseded => ("import-superseded", ImportText::Superseded),
        Unused::Repeated => ("import-repeated", ImportText::Repeated),
        Unused::NoFigure => ("import-no-figure", ImportText::NoFigure),
    }
}
