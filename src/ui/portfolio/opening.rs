//! Decides what files that come in together become: a case, or a portfolio; and opens the case of a row.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::held::{change, held};
use super::reading::read_files;
use crate::app::{Action, CombinedResult, FileProblem, Route};
use crate::platform::address;
use crate::platform::drop::FoundFile;
use crate::portfolio::Row;
use crate::ui::context::Page;
use crate::ui::start::{open_all, open_together};

/// More files than these are no case.
const MANY: usize = 12;

/// Opens files that were dropped or chosen. A folder, several on the place of the portfolio, and many anywhere,
/// are read side by side.
pub(crate) fn open_or_gather(page: &Page, files: Vec<FoundFile>, failed: Vec<(Rc<str>, FileProblem)>) {
    let is_here = Route::parse(&address::fragment()) == Route::Portfolio;
    let has_folder = files.iter().any(|found| found.folder.is_some());
    if has_folder || files.len() > MANY || (is_here && files.len() > 1) {
        address::go_to(&Route::Portfolio.address());
        read_files(files);
    } else {
        open_together(page, files, failed);
    }
}

/// Opens the case of a row: its contract, and the assessments that stand beside it. `left_by` is the element that leads
/// to it; `combined` is entered once it is open.
pub(super) fn enter(page: &Page, row: &Row, left_by: String, combined: Option<CombinedResult>) {
    let wanted = |name: &String| *name == row.file || row.beside.contains(name);
    let sources: Vec<_> = held().sources.iter().filter(|source| wanted(&source.name)).cloned().collect();
    change(|held| (held.entered, held.left_by) = (Some(row.file.clone()), Some(left_by)));
    let page = page.clone();
    spawn_local(async move {
        let (mut files, mut failed) = (Vec::new(), Vec::new());
        for source in sources {
            match source.find().await {
                Some(found) => files.push(found),
                None => failed.push((source.name.as_str().into(), FileProblem::Unreadable)),
            }
        }
        if open_all(&page, files, failed).await
            && let Some(combined) = combined
        {
            let goal = combined.goal.to_string();
            page.send(Action::Combine(Rc::new(combined)));
            address::go_to(&Route::Results(Some(goal)).address());
        }
    });
}
