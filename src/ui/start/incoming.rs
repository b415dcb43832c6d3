//! Files and examples on their way into the page.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::app::example::Example;
use crate::app::{Action, FileProblem, Incoming, IncomingTable};
use crate::load::MAX_BYTES;
use crate::platform::clock::unique;
use crate::platform::file::{Refusal, read};
use crate::ui::context::Page;
use crate::ui::keeping::moment;

/// Reads the files one after the other and opens them: a contract, then an assessment of it, say.
pub(crate) fn open_files(page: &Page, files: Vec<File>) {
    let page = page.clone();
    spawn_local(async move {
        for file in files {
            open_file(&page, &file).await;
        }
    });
}

async fn open_file(page: &Page, file: &File) {
    let name: Rc<str> = file.name().into();
    page.send(Action::Opening(Rc::clone(&name)));
    let limit = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
    match read(file, limit).await {
        Ok(bytes) if IncomingTable::is_one(&name, &bytes) => {
            page.send(Action::Import(Rc::new(IncomingTable::read(&name, &bytes))));
        }
        Ok(bytes) => {
            if let Some(now) = moment() {
                page.send(Action::Open(Rc::new(Incoming::read(&name, &bytes, now.date, &unique()))));
            }
        }
        Err(refusal) => {
            let problem = match refusal {
                Refusal::TooLarge { size } => FileProblem::TooLarge { size, limit: limit.into() },
                Refusal::Unreadable => FileProblem::Unreadable,
            };
            page.send(Action::FileFailed { name, problem });
        }
    }
}

/// Opens an example, with its assessment or without.
pub(crate) fn open_example(page: &Page, example: Example, assessed: bool) {
    let Some(now) = moment() else { return };
    let open = if assessed { Example::open } else { Example::open_blank };
    page.send(Action::Open(Rc::new(open(&example, now.date, &unique()))));
}
