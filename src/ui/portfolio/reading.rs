//! Reads the files of a portfolio one after the other; between slices the page answers.

use std::cell::Cell;
use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;

use super::ahead::{Ahead, FileBytes};
use super::held::{Held, Origin, Source, change, held};
use crate::platform::drop::FoundFile;
use crate::platform::file::{ReadRefusal, path};
use crate::platform::folder;
use crate::platform::pause::Turns;
use crate::portfolio::{Combined, Job, Looked, Sorting, Whose, WhyLeftOut, combine_paced, look_paced};
use crate::ui::chosen;
use crate::ui::focus::focus_element_soon;
use crate::ui::moment::moment;
use crate::ui::shared::Shared;

thread_local! {
    /// Counts the readings: only the last one goes on.
    static READING: Cell<u32> = const { Cell::new(0) };
}

/// The element that takes the focus once a portfolio is read.
pub(super) const READ: &str = "portfolio-read";

/// A reading, until another one begins or the person stops it.
struct Turn {
    number: u32,
    /// Whose assessment the rows will rest on.
    whose: Whose,
}

impl Turn {
    fn new(whose: Whose) -> Self {
        READING.set(READING.get().wrapping_add(1));
        Self { number: READING.get(), whose }
    }

    /// Begins a reading, and shows it: a folder has to be listed before its files can be counted.
    fn begin(whose: Whose) -> Self {
        change(|held| held.reading = Some((0, 0)));
        Self::new(whose)
    }

    fn is_over(&self) -> bool {
        self.number != READING.get()
    }
}

/// Stops the reading under way. What was shown before stays.
pub(super) fn stop() {
    let _ = Turn::new(Whose::default());
    change(|held| held.reading = None);
}

/// Lets the person choose a folder, and reads it; asks otherwise where the browser refuses.
pub(super) fn choose_folder(otherwise: impl FnOnce() + 'static) {
    spawn_local(async {
        match folder::choose().await {
            Ok(Some(folder)) => read_folder(folder, held().whose).await,
            Ok(None) => {}
            // A page within another one may be given files, and open no folder.
            Err(_) => otherwise(),
        }
    });
}

/// Reads what was chosen or dropped again, as it is now; the rows then rest on the assessments of whom it is asked for.
pub(super) fn read_again(whose: Whose) {
    let Held { origin, sources, .. } = held();
    spawn_local(async move {
        match origin {
            Origin::Folder(folder) => read_folder(folder, whose).await,
            Origin::Found(files) => read_found(files, whose).await,
            Origin::Example => read_sources(Turn::begin(whose), sources.to_vec(), Origin::Example).await,
        }
    });
}

async fn read_folder(folder: folder::Folder, whose: Whose) {
    let turn = Turn::begin(whose);
    let files = folder.files().await;
    let sources = files.into_iter().map(|(name, handle)| Source::on_disk(name, handle)).collect();
    read_sources(turn, sources, Origin::Folder(folder)).await;
}

/// Reads files that were chosen or dropped together.
pub(super) fn read_files(files: Vec<FoundFile>) {
    spawn_local(read_found(files.into(), held().whose));
}

async fn read_found(files: Rc<[FoundFile]>, whose: Whose) {
    let turn = Turn::begin(whose);
    let mut sources = Vec::with_capacity(files.len());
    for found in files.iter() {
        match &found.folder {
            Some(folder) => {
                let within = folder.files().await.into_iter();
                sources.extend(within.map(|(name, file)| Source::found(name, file.into())));
            }
            None => sources.push(Source::found(path(&found.file), found.clone())),
        }
    }
    // What begins with a dot belongs to programs.
    sources.retain(|source| !source.name.split('/').any(|part| part.starts_with('.')));
    read_sources(turn, sources, Origin::Found(files)).await;
}

/// Reads the files that were chosen together last.
pub(crate) fn read_chosen() {
    read_files(chosen::take());
}

/// Reads files whose figures are made up.
pub(super) fn read_example(files: Vec<FoundFile>) {
    let sources = files.into_iter().map(|found| Source::found(found.file.name(), found)).collect();
    spawn_local(read_sources(Turn::begin(held().whose), sources, Origin::Example));
}

/// Reads all files, then those that belong together, and shows what was found.
async fn read_sources(turn: Turn, mut sources: Vec<Source>, origin: Origin) {
    if turn.is_over() {
        return;
    }
    crate::small::sort_by_key(&mut sources, |source| source.name.clone());
    let of = sources.len();
    change(|held| held.reading = Some((0, of)));
    let mut turns = Turns::begin();
    let mut looked = Vec::with_capacity(of);
    let mut ahead = Ahead::new(&sources, (0..of).collect());
    for (done, source) in sources.iter().enumerate() {
        looked.push(look_at(source, ahead.next().await, (&mut turns, (done, of)), turn.whose).await);
        if turn.is_over() {
            return;
        }
    }
    drop(ahead);
    pause(&mut turns, (of, of)).await;
    let sorting = Sorting::new(looked);
    let Some(done) = combine_all(&turn, &sources, &sorting, &mut turns).await else { return };
    let mut portfolio = sorting.finish(done);
    // Whoever chose other assessments stays at the choice.
    let is_new = held().whose == turn.whose;
    change(|held| {
        // What was read before may be how the same contracts stood earlier.
        if let Some(before) = &held.portfolio {
            portfolio.hold_against(before);
        }
        let portfolio = Shared(Rc::new(portfolio));
        (held.sources, held.origin) = (sources.into(), origin);
        (held.portfolio, held.reading, held.entered) = (Some(portfolio), None, None);
        (held.read_at, held.whose) = (moment(), turn.whose);
    });
    if is_new {
        focus_element_soon(READ);
    }
}

async fn look_at(
    source: &Source,
    bytes: FileBytes,
    (turns, far): (&mut Turns, (usize, usize)),
    whose: Whose,
) -> Looked {
    // Even strangers' files, which take no time themselves, may be thousands.
    pause(turns, far).await;
    match bytes {
        Ok(bytes) => {
            let mut pause = async |_| pause(turns, far).await;
            look_paced(&source.name, &bytes.to_vec(), whose, &mut pause).await
        }
        Err(ReadRefusal::TooLarge { size }) => Looked::not_read(&source.name, WhyLeftOut::TooLarge { size }),
        Err(ReadRefusal::Unreadable) => Looked::not_read(&source.name, WhyLeftOut::Unreadable),
    }
}

/// Reads those that belong together once more; `None` where the reading was stopped.
async fn combine_all(
    turn: &Turn,
    sources: &[Source],
    sorting: &Sorting,
    turns: &mut Turns,
) -> Option<Vec<(Job, Option<Combined>)>> {
    let (of, jobs) = (sources.len(), sorting.jobs());
    let places = jobs.iter().flat_map(|job| job.assessments.iter().copied().chain([job.contract]));
    let mut ahead = Ahead::new(sources, places.collect());
    let mut done = Vec::with_capacity(jobs.len());
    for job in jobs {
        let mut files = Vec::with_capacity(job.assessments.len());
        for place in &job.assessments {
            let bytes = ahead.next().await.map(|bytes| bytes.to_vec());
            files.push((sorting.name(*place), bytes.unwrap_or_default()));
        }
        let combined = match ahead.next().await {
            Ok(contract) => {
                let (name, contract) = (sorting.name(job.contract), contract.to_vec());
                let mut pause = async |_| pause(turns, (of, of)).await;
                combine_paced((name, &contract), &files, (&job.named, turn.whose), &mut pause).await
            }
            Err(_) => None,
        };
        done.push((job, combined));
        if turn.is_over() {
            return None;
        }
    }
    Some(done)
}

/// Shows how far the reading is, and gives the browser a turn, when one is due.
async fn pause(turns: &mut Turns, far: (usize, usize)) {
    if turns.is_due() {
        change(|held| {
            if held.reading.is_some() {
                held.reading = Some(far);
            }
        });
        turns.give().await;
    }
}
