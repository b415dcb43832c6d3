//! Files and examples on their way into the page.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::pin;
use std::rc::Rc;
use std::task::Poll;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;

use crate::app::example::Example;
use crate::app::{Action, FileProblem, Incoming, IncomingTable};
use crate::load::MAX_BYTES;
use crate::platform::clock::unique;
use crate::platform::file::{Refusal, read};
use crate::platform::pause::Turns;
use crate::ui::context::Page;
use crate::ui::keeping::moment;

thread_local! {
    /// Counts what was chosen to be opened: only the last choice is carried on with.
    static CHOICE: Cell<u32> = const { Cell::new(0) };
}

/// Files that were chosen together. The page answers while they are read, so others may be chosen before
/// they are open, or none at all.
struct Choice(u32);

impl Choice {
    /// A new choice, which takes the place of the last one.
    fn new() -> Self {
        CHOICE.set(CHOICE.get().wrapping_add(1));
        Self(CHOICE.get())
    }

    fn is_over(&self) -> bool {
        self.0 != CHOICE.get()
    }

    /// What comes of this work; nothing once the choice is over, and the work is not carried on with.
    async fn unless_over<T>(&self, work: impl Future<Output = T>) -> Option<T> {
        let mut work = pin!(work);
        poll_fn(
            |context| {
                if self.is_over() { Poll::Ready(None) } else { work.as_mut().poll(context).map(Some) }
            },
        )
        .await
    }
}

/// Reads the files one after the other and opens them: a contract, then an assessment of it, say. Files that
/// are still being read are given up for them.
pub(crate) fn open_files(page: &Page, files: Vec<File>) {
    let page = page.clone();
    let choice = Choice::new();
    spawn_local(async move {
        for file in files {
            match choice.unless_over(open_file(&page, &file)).await {
                Some(action) => page.send(action),
                None => return,
            }
        }
    });
}

/// Gives up the files that are being read.
pub(crate) fn stop_opening(page: &Page) {
    let _ = Choice::new();
    page.send(Action::StopOpening);
}

/// Reads a file in slices, between which the page says how far it is.
async fn open_file(page: &Page, file: &File) -> Action {
    let name: Rc<str> = file.name().into();
    page.send(Action::Opening(Rc::clone(&name)));
    let limit = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
    let bytes = match read(file, limit).await {
        Ok(bytes) if IncomingTable::is_one(&name, &bytes) => {
            return Action::Import(Rc::new(IncomingTable::read(&name, &bytes)));
        }
        Ok(bytes) => bytes,
        Err(Refusal::TooLarge { size }) => {
            let problem = FileProblem::TooLarge { size, limit: limit.into() };
            return Action::FileFailed { name, problem };
        }
        Err(Refusal::Unreadable) => return Action::FileFailed { name, problem: FileProblem::Unreadable },
    };
    let Some(now) = moment() else { return Action::StopOpening };
    let mut turns = Turns::begin();
    let mut pause = async |progress| {
        if turns.is_due() {
            page.send(Action::Progress(progress));
            turns.give().await;
        }
    };
    Action::Open(Rc::new(Incoming::read_paced(&name, &bytes, now.date, &unique(), &mut pause).await))
}

/// Opens an example, with its assessment or without.
pub(crate) fn open_example(page: &Page, example: Example, assessed: bool) {
    let Some(now) = moment() else { return };
    let open = if assessed { Example::open } else { Example::open_blank };
    page.send(Action::Open(Rc::new(open(&example, now.date, &unique()))));
}
