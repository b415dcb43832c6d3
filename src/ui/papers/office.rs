//! Hands out a paper for an office program: as a document, and as a workbook.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::template::chosen_template;
use super::{Asked, ShownProps, matter, real_assessments};
use crate::app::Action;
use crate::app::save::paper_file_name;
use crate::i18n::text::OfficeText;
use crate::platform::download;
use crate::report::WrittenPaper;
use crate::ui::context::Page;
use crate::ui::later::office_here;
use crate::ui::portfolio::portfolio_of;

/// A file for an office program.
#[derive(Clone, Copy)]
enum OfficeFile {
    /// The paper as a document.
    Document,
    /// The assessment that the paper is about as a workbook, or the tables of the paper.
    Workbook,
}

/// Draws the buttons for a document and for a workbook.
pub(super) fn office_tools(props: &ShownProps, document: &Rc<WrittenPaper>, page: &Page) -> Html {
    let button = |id: &'static str, name: OfficeText, file: OfficeFile| {
        let (props, document, page) = (props.clone(), Rc::clone(document), page.clone());
        let name = page.words.text(name);
        let onclick = Callback::from(move |_: MouseEvent| {
            let (props, document, page) = (props.clone(), Rc::clone(&document), page.clone());
            spawn_local(async move { save(&props, &document, &page, file).await });
        });
        html! { <button {id} type="button" class="button button-secondary button-small" {onclick}>{ name }</button> }
    };
    html! { <>
        { button("paper-docx", OfficeText::AsDocument, OfficeFile::Document) }
        { button("paper-xlsx", OfficeText::AsWorkbook, OfficeFile::Workbook) }
    </> }
}

/// Hands out the file, once the code that writes it is here.
async fn save(props: &ShownProps, document: &WrittenPaper, page: &Page, file: OfficeFile) {
    let Some(office) = office_here().await else { return page.send(Action::PartMissing) };
    let (bytes, end, kind) = match (file, props.asked) {
        (OfficeFile::Document, _) => {
            let bytes = (office.document)(document, chosen_template().as_deref());
            (bytes, "docx", "wordprocessingml.document")
        }
        (OfficeFile::Workbook, Asked::Changes) => ((office.tables)(document), "xlsx", "spreadsheetml.sheet"),
        (OfficeFile::Workbook, Asked::Of(paper)) => {
            let all = real_assessments(&props.case);
            let portfolio = portfolio_of(&props.case.contract.contract.id);
            let bytes = (office.workbook)(&matter(props, &all, portfolio.as_deref(), page.words), paper);
            (bytes, "xlsx", "spreadsheetml.sheet")
        }
    };
    let name = paper_file_name(&props.case, document.code, end);
    let mime = format!("application/vnd.openxmlformats-officedocument.{kind}");
    // A browser that refuses a download says so itself.
    let _ = download::save_bytes(&name, &bytes, &mime);
}
