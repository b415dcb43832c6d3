//! Takes tables from files: workbooks and documents, pages and texts. A file is chosen, or dropped into the dialogue.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::kept::{AboutFile, Pasted, TablesRead, kept};
use crate::app::SheetSource;
use crate::findings::{OfficeFault, Severity};
use crate::format::MAX_BYTES;
use crate::i18n::short::{NAME, shortened};
use crate::i18n::text::{PageText, PasteText};
use crate::i18n::{Lang, Words};
use crate::office::is_office_file;
use crate::platform::file::{ReadRefusal, read};
use crate::table::pasted::read_pasted_file;
use crate::table::{FileTables, SheetChoice};
use crate::ui::choose_file::ChooseFile;
use crate::ui::later::office_here;
use crate::ui::shared::Shared;

/// The kinds of files that are offered to choose from.
const KINDS: &str = ".xlsx,.xlsm,.ods,.docx,.docm,.csv,.tsv,.txt,.htm,.html";

/// Draws the button that asks for files. Their tables come behind those that are there.
pub(super) fn choose_files(change: &Callback<Pasted>, words: Words) -> Html {
    let (change, lang) = (change.clone(), words.lang);
    let choose = Callback::from(move |files: Vec<File>| read_files(&change, files, lang));
    let text = words.text(PasteText::ChooseFile);
    html! {
        <div class="field">
            <ChooseFile id="paste-file" input_id="paste-input" accept={KINDS} multiple=true {text} {choose} />
        </div>
    }
}

/// Reads files one after the other, and adds their tables to what is there then.
pub(super) fn read_files(change: &Callback<Pasted>, files: Vec<File>, lang: Lang) {
    let change = change.clone();
    spawn_local(async move {
        for file in files {
            let read = tables_of(&file, lang).await;
            change.emit(kept().with_file(shortened(&file.name(), NAME).into(), read, lang));
        }
    });
}

async fn tables_of(file: &File, lang: Lang) -> TablesRead {
    let limit = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
    let bytes: Rc<[u8]> = match read(file, limit).await {
        Ok(bytes) => bytes.into(),
        Err(ReadRefusal::TooLarge { .. }) => return Err(AboutFile::Findings(vec![OfficeFault::TooLarge])),
        Err(ReadRefusal::Unreadable) => return Err(AboutFile::Unreadable),
    };
    if is_office_file(&file.name(), &bytes) {
        return read_tables(bytes, &SheetChoice::default(), lang).await;
    }
    Ok((read_pasted_file(&bytes).into_iter().map(|table| (table, None)).collect(), Vec::new()))
}

/// Reads the tables of an office file, each with the sheet that it comes from.
async fn read_tables(bytes: Rc<[u8]>, choice: &SheetChoice, lang: Lang) -> TablesRead {
    let office = office_here().await.ok_or(AboutFile::CodeMissing)?;
    let read = (office.tables_in)(&bytes, choice, lang);
    let FileTables { tables, sheets, findings } = read.map_err(|fault| AboutFile::Findings(vec![fault]))?;
    let tables = tables.into_iter().map(|one| {
        let source = one.sheet.map(|choice| {
            let (bytes, sheets) = (Rc::clone(&bytes), sheets.clone());
            Shared(Rc::new(SheetSource { bytes, sheets, choice, first_rows: one.first_rows }))
        });
        (one.table, source)
    });
    Ok((tables.collect(), findings))
}

/// Takes another sheet of a workbook, or another header in it, in place of a table.
pub(super) fn choose_sheet(
    change: &Callback<Pasted>,
    at: usize,
    source: &SheetSource,
    choice: SheetChoice,
    lang: Lang,
) {
    let (change, bytes) = (change.clone(), Rc::clone(&source.bytes));
    spawn_local(async move {
        let read = read_tables(bytes, &choice, lang).await;
        let table = read.ok().and_then(|(tables, _)| tables.into_iter().next());
        if let Some((table, source)) = table {
            change.emit(kept().with_sheet(at, table, source, lang));
        }
    });
}

/// Says what is wrong with the file that was read last, or worth knowing.
pub(super) fn about_file(state: &Pasted, words: Words) -> Html {
    let Some((name, about)) = &state.about_file else { return Html::default() };
    let finding = |one: &OfficeFault| {
        [Some(one.message(words)), one.hint(words)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    let (texts, is_refused) = match about {
        AboutFile::Findings(findings) => (
            findings.iter().take(crate::app::LISTED).map(finding).collect(),
            findings.iter().any(|one| one.severity() == Severity::Error),
        ),
        AboutFile::NoTable => (vec![words.text(PasteText::NoTable).to_owned()], true),
        AboutFile::Unreadable => (vec![words.text(PasteText::Unreadable).to_owned()], true),
        AboutFile::CodeMissing => (vec![words.text(PageText::PartMissing).to_owned()], true),
    };
    if texts.is_empty() {
        return Html::default();
    }
    let class = if is_refused { "error-summary" } else { "small" };
    html! {
        <div id="paste-about-file" {class} role="alert">
            <p><strong>{ &**name }</strong></p>
            <ul class="plain-list no-max-width">{ for texts.into_iter().map(|text| html! { <li>{ text }</li> }) }</ul>
        </div>
    }
}
