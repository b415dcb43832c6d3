//! Reads files and examples and opens them.

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::task::Poll;

use wasm_bindgen_futures::spawn_local;
use web_sys::{File, HtmlInputElement};
use yew::NodeRef;

use crate::app::example::Example;
use crate::app::{
    Action, CompareAction, FileProblem, Import, Incoming, IncomingTable, Link, SavedFile, Seen, Together,
};
use crate::findings::Diagnostic;
use crate::format::{MAX_BYTES, empty_contract, read_paced};
use crate::i18n::short::{NAME, shortened};
use crate::i18n::text::{FileText, StartText};
use crate::office::is_workbook;
use crate::pace::Progress;
use crate::platform::clock::unique;
use crate::platform::disk::{self, Handle, modified};
use crate::platform::drop::FoundFile;
use crate::platform::file::{ReadRefusal, read};
use crate::platform::pause::Turns;
use crate::table::SheetChoice;
use crate::ui::chosen;
use crate::ui::code::Tell;
use crate::ui::context::Page;
use crate::ui::focus::focus_element_soon;
use crate::ui::keeping::latest;
use crate::ui::later::{office_here, read_table};
use crate::ui::moment::moment;
use crate::ui::together::FIRST;

thread_local! {
    /// Counts the choices of files: only the last one is carried on with.
    static CHOICE: Cell<u32> = const { Cell::new(0) };
}

/// A table that is being read.
pub(crate) type TableRead = Pin<Box<dyn Future<Output = IncomingTable>>>;
/// A file that is being read.
pub(crate) type FileRead = Pin<Box<dyn Future<Output = Option<Incoming>>>>;
/// A contract that is being examined for findings.
pub(crate) type ContractExamined = Pin<Box<dyn Future<Output = Rc<[Diagnostic]>>>>;

/// A choice of files. The page answers while they are read, so another choice, or none, may take its place.
struct Turn(u32);

impl Turn {
    /// Begins a choice, which takes the place of the last one.
    fn new() -> Self {
        CHOICE.set(CHOICE.get().wrapping_add(1));
        Self(CHOICE.get())
    }

    fn is_over(&self) -> bool {
        self.0 != CHOICE.get()
    }

    /// Returns the result of the work; `None` once the choice is over, and the work stops.
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

/// Reads the files one after the other, beside those that are gone already. A single file is opened; among several the
/// state decides once all are read. A reading under way is given up.
pub(crate) fn open_together(page: &Page, files: Vec<FoundFile>, failed: Vec<(Rc<str>, FileProblem)>) {
    let page = page.clone();
    spawn_local(async move {
        open_all(&page, files, failed).await;
    });
}

/// Does the same, and returns once they are open; whether they are.
pub(crate) async fn open_all(
    page: &Page,
    files: Vec<FoundFile>,
    failed: Vec<(Rc<str>, FileProblem)>,
) -> bool {
    let choice = Turn::new();
    let is_one = files.len() + failed.len() == 1;
    chosen::remember(&files);
    let mut together = Together { failed, ..Together::default() };
    for file in files {
        match choice.unless_over(open_file(page, file)).await {
            Some(Action::Open(file)) if !is_one => together.files.push(file),
            Some(Action::Import(table)) if !is_one => together.tables.push(table),
            Some(Action::FileFailed { name, problem }) if !is_one => together.failed.push((name, problem)),
            Some(action) => {
                let is_open = matches!(action, Action::Open(_));
                page.send(action);
                return is_open;
            }
            None => return false,
        }
    }
    let contracts = together.contracts().count();
    if contracts > 1 {
        focus_element_soon(FIRST);
    }
    page.send(Action::OpenTogether(Rc::new(together)));
    contracts == 1
}

/// Opens the result of the work. A reading under way is given up.
pub(crate) fn open_later(page: &Page, work: impl Future<Output = Action> + 'static) {
    let page = page.clone();
    spawn_local(async move {
        if let Some(action) = unless_given_up(work).await {
            page.send(action);
        }
    });
}

/// Returns the result of the work; `None` once something else is opened, or the person stops it.
pub(crate) async fn unless_given_up<T>(work: impl Future<Output = T>) -> Option<T> {
    Turn::new().unless_over(work).await
}

/// Lets the person choose files that can be written later. Where the browser refuses, `input` asks instead.
pub(super) fn choose_files(page: &Page, input: NodeRef) {
    let page = page.clone();
    spawn_local(async move {
        match disk::choose(page.words.text(FileText::Readable)).await {
            Ok(handles) => {
                let (found, failed) = chosen_files(handles).await;
                open_together(&page, found, failed);
            }
            Err(_) => {
                if let Some(input) = input.cast::<HtmlInputElement>() {
                    input.click();
                }
            }
        }
    });
}

/// Returns the chosen files as they are now, and those that have just gone.
async fn chosen_files(handles: Vec<Handle>) -> (Vec<FoundFile>, Vec<(Rc<str>, FileProblem)>) {
    let (mut found, mut failed) = (Vec::new(), Vec::new());
    for handle in handles {
        if let Ok(file) = handle.file().await {
            found.push(FoundFile { file, handle: Some(handle), folder: None });
        } else {
            failed.push((shortened(&handle.name(), NAME).into(), FileProblem::Unreadable));
        }
    }
    (found, failed)
}

/// Reads a file to compare the open contract with; anything but a contract or a case is said to be none.
pub(crate) fn compare_with(page: &Page, file: File) {
    let sender = page.clone();
    open_later(page, async move {
        match open_file(&sender, file.into()).await {
            Action::Open(file) => CompareAction::With(file).into(),
            Action::Import(table) => {
                Action::FileFailed { name: Rc::clone(&table.name), problem: FileProblem::Unreadable }
            }
            other => other,
        }
    });
}

/// Gives up the files that are being read.
pub(crate) fn stop_opening(page: &Page) {
    let _ = Turn::new();
    page.send(Action::StopOpening);
}

/// Reads a file in slices; between them the page shows the progress.
async fn open_file(page: &Page, FoundFile { file, handle, .. }: FoundFile) -> Action {
    let name: Rc<str> = shortened(&file.name(), NAME).into();
    page.send(Action::Opening(Rc::clone(&name)));
    let limit = u32::try_from(MAX_BYTES).unwrap_or(u32::MAX);
    let bytes = match read(&file, limit).await {
        Ok(bytes) if is_workbook(&name, &bytes) => {
            let table = sheet_of(page, &name, bytes.into(), &SheetChoice::default()).await;
            return table.map_or(Action::PartMissing, |table| Action::Import(Rc::new(table)));
        }
        Ok(bytes) if IncomingTable::is_one(&name, &bytes) => {
            let table = read_table(page, name, bytes).await;
            return table.map_or(Action::PartMissing, |table| Action::Import(Rc::new(table)));
        }
        Ok(bytes) => bytes,
        Err(ReadRefusal::TooLarge { size }) => {
            let problem = FileProblem::TooLarge { size, limit: limit.into() };
            return Action::FileFailed { name, problem };
        }
        Err(ReadRefusal::Unreadable) => return Action::FileFailed { name, problem: FileProblem::Unreadable },
    };
    let saved = match handle {
        Some(handle) => {
            SavedFile::on_disk(Rc::clone(&name), Link::new(handle), Seen::of(&bytes, modified(&file)))
        }
        None => SavedFile::named(Rc::clone(&name)),
    };
    match read_slowly(&progress_sender(page), &name, &bytes).await {
        Some(incoming) => Action::Open(Rc::new(incoming.from_file(saved))),
        None => Action::StopOpening,
    }
}

/// Reads a table in slices, and compares it with what is open.
pub(crate) fn read_table_slowly(page: Page, name: Rc<str>, bytes: Vec<u8>) -> TableRead {
    Box::pin(async move { table_of(&page, &name, &bytes).await })
}

async fn table_of(page: &Page, name: &str, bytes: &[u8]) -> IncomingTable {
    let (mut turns, tell) = (Turns::begin(), progress_sender(page));
    let mut pause = pause_and_tell(&tell, &mut turns);
    let table = IncomingTable::read_paced(name, bytes, &mut pause).await;
    match &latest().case {
        Some(case) => table.held_against(case, &mut pause).await,
        None => table,
    }
}

/// Reads a sheet of a workbook, and compares it with what is open; `None` where the code for it cannot be had.
async fn sheet_of(page: &Page, name: &str, bytes: Rc<[u8]>, choice: &SheetChoice) -> Option<IncomingTable> {
    let read = (office_here().await?.sheet)(&bytes, choice);
    let (mut turns, tell) = (Turns::begin(), progress_sender(page));
    let mut pause = pause_and_tell(&tell, &mut turns);
    let table = IncomingTable::of_sheet_paced(name, bytes, read, &mut pause).await;
    Some(match &latest().case {
        Some(case) => table.held_against(case, &mut pause).await,
        None => table,
    })
}

/// Takes another sheet of a workbook, or another header in it, in place of the table that is looked at.
pub(crate) fn choose_sheet(page: &Page, import: &Import, choice: SheetChoice) {
    let Some(source) = &import.sheet else { return };
    let (name, bytes, sender) = (Rc::clone(&import.name), Rc::clone(&source.bytes), page.clone());
    open_later(page, async move {
        let table = sheet_of(&sender, &name, bytes, &choice).await;
        table.map_or(Action::PartMissing, |table| Action::Import(Rc::new(table)))
    });
}

/// Makes the callback that sends progress to the page.
pub(crate) fn progress_sender(page: &Page) -> Tell {
    let page = page.clone();
    Rc::new(move |action| page.send(action))
}

/// Makes the pause between slices: it tells the progress, and gives the browser a turn.
fn pause_and_tell<'t>(tell: &'t Tell, turns: &'t mut Turns) -> impl AsyncFnMut(Progress) + 't {
    async |progress| {
        if turns.is_due() {
            tell(Action::Progress(progress));
            turns.give().await;
        }
    }
}

/// Returns what was read after a turn for the browser, since a large case is calculated at once when it opens.
async fn after_turn<T>(read: T, turns: &mut Turns) -> T {
    if turns.were_given() {
        turns.give().await;
    }
    read
}

/// Reads a text in slices and tells the progress; `None` where the clock shows a time that no calendar has.
pub(crate) async fn read_slowly(tell: &Tell, name: &str, bytes: &[u8]) -> Option<Incoming> {
    let (now, mut turns) = (moment()?, Turns::begin());
    let read =
        Incoming::read_paced(name, bytes, now.date, &unique(), &mut pause_and_tell(tell, &mut turns)).await;
    Some(after_turn(read, &mut turns).await)
}

/// Reads a contract in slices, without the checks that cannot refuse it; `None` also where the text is no contract.
pub(crate) async fn read_contract_slowly(tell: &Tell, name: &str, bytes: &[u8]) -> Option<Incoming> {
    let (now, mut turns) = (moment()?, Turns::begin());
    let read =
        Incoming::read_contract(name, bytes, now.date, &unique(), &mut pause_and_tell(tell, &mut turns))
            .await?;
    Some(after_turn(read, &mut turns).await)
}

/// Reads a file of any kind, for callers that do not have the code for it.
pub(crate) fn read_file(tell: Tell, name: Rc<str>, bytes: Vec<u8>) -> FileRead {
    Box::pin(async move { read_slowly(&tell, &name, &bytes).await })
}

/// Examines a contract that was read without its findings. Nobody waits for that.
pub(crate) fn examine(source: Rc<str>) -> ContractExamined {
    Box::pin(async move {
        let (mut turns, tell): (_, Tell) = (Turns::begin(), Rc::new(|_| {}));
        read_paced(source.as_bytes(), &mut pause_and_tell(&tell, &mut turns)).await.diagnostics.into()
    })
}

/// Opens a contract that says nothing yet, to be written.
pub(crate) fn begin_contract(page: &Page) {
    let Some(now) = moment() else { return };
    let words = page.words;
    let id = words.new_contract_id(now.date.year());
    let text = empty_contract(&id, words.lang.code(), words.text(StartText::NewTitle));
    let read = Incoming::read(&format!("{id}.json"), text.as_bytes(), now.date, &unique());
    page.send(Action::Open(Rc::new(read)));
}

/// Opens an example, with its assessment or without.
pub(crate) fn open_example(page: &Page, example: Example, assessed: bool) {
    let Some(now) = moment() else { return };
    let open = if assessed { Example::open } else { Example::open_blank };
    page.send(Action::Open(Rc::new(open(&example, now.date, &unique()))));
}
