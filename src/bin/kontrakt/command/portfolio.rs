//! `kontrakt portfolio`: the contracts of a folder side by side. Files are read, checked and scored on every core, and
//! nothing but rows is kept of them.

use std::fs::{self, Metadata};
use std::io;
use std::mem;
use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use resultatkontrakt::format::MAX_BYTES;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::text::{LevelText, PortfolioText};
use resultatkontrakt::office::portfolio_workbook;
use resultatkontrakt::portfolio::{
    Combined, Filter, Job, LevelNote, Looked, Order, Portfolio, PortfolioOutcome, Row, Sorting, WhyLeftOut,
    changed_lines, combine, counted_line, csv, due_lines, level_tables, look, middle_line, ordered,
    overdue_lines, stake_lines,
};
use resultatkontrakt::report::{PortfolioMatter, html, portfolio_paper};

use super::files::write_or_print;
use super::output::{Ending, complain, json_text, print};
use super::table::columns;

/// How many lines of a list are printed; JSON has all.
const LISTED: usize = 10;

/// What is asked for.
pub(super) struct Request {
    pub(super) folder: PathBuf,
    pub(super) form: Form,
    pub(super) pay: bool,
    /// Another folder, as the contracts stood on an earlier day.
    pub(super) since: Option<PathBuf>,
    /// On how many threads; on all cores where nothing is said.
    pub(super) threads: Option<NonZeroUsize>,
    /// Where to; to standard output where nothing is said.
    pub(super) output: Option<PathBuf>,
    pub(super) words: Words,
}

/// How the portfolio is printed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Text,
    Json,
    Csv,
    Html,
    Xlsx,
}

impl Form {
    /// The one of JSON, CSV, HTML and Excel that is asked for, else a table.
    pub(super) fn new(asked: [bool; 4]) -> Self {
        match asked {
            [true, ..] => Self::Json,
            [_, true, ..] => Self::Csv,
            [.., true, _] => Self::Html,
            [.., true] => Self::Xlsx,
            _ => Self::Text,
        }
    }
}

pub(super) fn portfolio(request: &Request) -> Ending {
    let words = request.words;
    let threads = request.threads.map_or_else(cores, NonZeroUsize::get);
    let Some(mut portfolio) = read(&request.folder, threads, words) else { return Ending::NotDone };
    if let Some(since) = &request.since {
        let Some(before) = read(since, threads, words) else { return Ending::NotDone };
        portfolio.hold_against(&before);
    }
    complain(portfolio.left_out.iter().map(|file| format!("{} {}.", file.file, file.why.text(words))));
    if portfolio.rows.is_empty() {
        complain([words.nothing_in_folder(&request.folder)]);
        return Ending::NotDone;
    }
    let ending = if portfolio.has_refused() { Ending::Fails } else { Ending::Good };
    let matter = PortfolioMatter {
        portfolio: &portfolio,
        order: Order::default(),
        with_pay: request.pay,
        printed: None,
        version: env!("CARGO_PKG_VERSION"),
        words,
    };
    let file = match request.form {
        Form::Text => {
            complain(portfolio.across.iter().map(|found| found.text(words)));
            print(lines(&portfolio, request.pay, words));
            return ending;
        }
        Form::Json => json_text(&PortfolioOutcome::new(&portfolio, request.pay, words)).into_bytes(),
        Form::Csv => csv(&portfolio, request.pay, words == Words::DANISH).into_bytes(),
        Form::Html => html(&portfolio_paper(&matter)).into_bytes(),
        Form::Xlsx => portfolio_workbook(&matter),
    };
    let ending = write_or_print(request.output.as_deref(), &file, words).max(ending);
    // The command ends here: giving millions of texts back one by one would only take its time.
    mem::forget(portfolio);
    ending
}

/// Reads files, and those of folders, on all cores; what cannot be opened is said.
pub(super) fn read_beside(paths: &[PathBuf], words: Words) -> Option<Portfolio> {
    let (names, paths) = files_beside(paths, words)?.into_iter().unzip();
    Some(Files { names, paths }.portfolio(cores()))
}

/// Files, and those of folders, each with its name; what cannot be opened is said.
pub(super) fn files_beside(paths: &[PathBuf], words: Words) -> Option<Vec<(String, PathBuf)>> {
    let mut found: Vec<(String, PathBuf)> = Vec::new();
    for path in paths {
        let files = if path.is_dir() {
            Files::of_folder(path).map(|files| files.paths)
        } else {
            fs::metadata(path).map(|_| vec![path.clone()])
        };
        match files {
            Ok(files) => found.extend(files.into_iter().map(|path| (path.display().to_string(), path))),
            Err(error) => {
                complain([words.cannot_open(path, &error)]);
                return None;
            }
        }
    }
    found.sort();
    Some(found)
}

/// How many cores there are.
fn cores() -> usize {
    thread::available_parallelism().map_or(1, NonZeroUsize::get)
}

/// Reads a folder; where it cannot be opened, that is said.
fn read(folder: &Path, threads: usize, words: Words) -> Option<Portfolio> {
    match Files::of_folder(folder) {
        Ok(files) => Some(files.portfolio(threads)),
        Err(error) => {
            complain([words.cannot_open(folder, &error)]);
            None
        }
    }
}

/// The files of a folder, by their names within it.
struct Files {
    names: Vec<String>,
    paths: Vec<PathBuf>,
}

impl Files {
    /// The files of a folder and of the folders in it, by name. What begins with a dot belongs to programs; links to
    /// folders are not followed, since they may lead in a circle.
    fn of_folder(folder: &Path) -> io::Result<Self> {
        let mut found = Vec::new();
        let mut left = vec![folder.to_owned()];
        while let Some(next) = left.pop() {
            let entries = match fs::read_dir(&next) {
                Ok(entries) => entries,
                Err(error) if next == folder => return Err(error),
                // A folder within that is closed to the reader is named like a file.
                Err(_) => {
                    found.push(next);
                    continue;
                }
            };
            for entry in entries {
                let entry = entry?;
                if entry.file_name().to_string_lossy().starts_with('.') {
                    continue;
                }
                match entry.file_type() {
                    Ok(kind) if kind.is_dir() => left.push(entry.path()),
                    Ok(kind) if kind.is_symlink() && entry.path().is_dir() => {}
                    _ => found.push(entry.path()),
                }
            }
        }
        let name = |path: &PathBuf| path.strip_prefix(folder).unwrap_or(path).display().to_string();
        // In the order that the sorting has, so that its places are places here.
        found.sort_by_cached_key(name);
        Ok(Self { names: found.iter().map(name).collect(), paths: found })
    }

    /// Reads every file, then again those that belong together.
    fn portfolio(&self, threads: usize) -> Portfolio {
        let looked = on_threads(threads, self.paths.len(), &|place| self.look(place));
        let sorting = Sorting::new(looked);
        let jobs = sorting.jobs();
        let done = on_threads(threads, jobs.len(), &|place| {
            jobs.get(place).and_then(|job| self.combine(&sorting, job))
        });
        sorting.finish(jobs.into_iter().zip(done).collect())
    }

    fn look(&self, place: usize) -> Looked {
        let (Some(path), Some(name)) = (self.paths.get(place), self.names.get(place)) else {
            return Looked::not_read("", WhyLeftOut::Unreadable);
        };
        match read_file(path) {
            Ok(bytes) => look(name, &bytes),
            Err(why) => Looked::not_read(name, why),
        }
    }

    fn combine(&self, sorting: &Sorting, job: &Job) -> Option<Combined> {
        let read = |place: usize| fs::read(self.paths.get(place)?).ok();
        let contract = read(job.contract)?;
        let assessments = job.assessments.iter();
        // One that has gone meanwhile belongs to nothing.
        let assessments: Vec<_> =
            assessments.map(|place| (sorting.name(*place), read(*place).unwrap_or_default())).collect();
        combine((sorting.name(job.contract), &contract), &assessments, &job.named)
    }
}

/// The bytes of a file. A large one is not read at all, nor what is no file: a pipe would be waited for.
pub(super) fn read_file(path: &Path) -> Result<Vec<u8>, WhyLeftOut> {
    let about = fs::metadata(path).ok().filter(Metadata::is_file).ok_or(WhyLeftOut::Unreadable)?;
    if usize::try_from(about.len()).is_ok_and(|size| size > MAX_BYTES) {
        return Err(WhyLeftOut::TooLarge { size: about.len() });
    }
    fs::read(path).map_err(|_| WhyLeftOut::Unreadable)
}

/// Does work of so many parts on threads, each of which takes the next part when it is free. The answers come in the
/// order of the parts.
fn on_threads<T: Send>(threads: usize, parts: usize, work: &(dyn Fn(usize) -> T + Sync)) -> Vec<T> {
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        loop {
            let part = next.fetch_add(1, Ordering::Relaxed);
            if part >= parts {
                return done;
            }
            done.push((part, work(part)));
        }
    };
    let mut done: Vec<(usize, T)> = thread::scope(|scope| {
        let workers: Vec<_> = (1..threads.min(parts)).map(|_| scope.spawn(take)).collect();
        let own = take();
        let others = workers.into_iter().filter_map(|worker| worker.join().ok()).flatten();
        own.into_iter().chain(others).collect()
    });
    done.sort_unstable_by_key(|(part, _)| *part);
    done.into_iter().map(|(_, answer)| answer).collect()
}

/// The rows as a table for people, and what lies in the middle of them.
fn lines(portfolio: &Portfolio, with_pay: bool, words: Words) -> Vec<String> {
    let head = [
        PortfolioText::Institution,
        PortfolioText::Secured,
        PortfolioText::Open,
        PortfolioText::Lost,
        PortfolioText::Overdue,
        PortfolioText::Basis,
        PortfolioText::Pay,
    ];
    let head = head.map(|name| words.text(name).to_owned());
    let rows = ordered(&portfolio.rows, Order::default(), Filter::All);
    let rows = rows.into_iter().filter_map(|place| portfolio.rows.get(place));
    let rows = rows.map(|row| cells(row, with_pay, words));
    let mut lines = columns(std::iter::once(head).chain(rows).collect());
    lines.extend(middle_line(&portfolio.rows, words));
    lines.push(counted_line(&portfolio.rows, words));
    lines.extend(level_lines(portfolio, words));
    lines.extend(list_lines(portfolio, words));
    let left_out = portfolio.left_out.len();
    lines.push(words.folder_read(portfolio.files, portfolio.rows.len(), left_out));
    lines
}

/// A table for each goal that others serve, and what their figures come to.
fn level_lines(portfolio: &Portfolio, words: Words) -> Vec<String> {
    let head = [
        LevelText::Contribution,
        LevelText::Requirement,
        LevelText::Result,
        LevelText::Status,
        LevelText::Agrees,
    ];
    let mut lines = Vec::new();
    for table in level_tables(portfolio, words) {
        let heads = head.map(|name| words.text(name).to_owned());
        let own_status = words.goal_status(table.status).to_owned();
        let own = [table.name, table.requirement, table.result, own_status, String::new()];
        let rows = table.rows.into_iter().map(|row| {
            let mark = if row.is_doubtful { "! " } else { "" };
            let status =
                row.status.map_or_else(|| "–".to_owned(), |status| words.goal_status(status).to_owned());
            let name = format!("{}{}", "  ".repeat(row.depth), row.name);
            [name, row.requirement, row.result, status, format!("{mark}{}", row.stands)]
        });
        lines.push(String::new());
        lines.extend(columns([heads, own].into_iter().chain(rows).collect()));
        lines.extend((table.left > 0).then(|| words.and_more(table.left)));
        lines.extend(table.notes.iter().map(LevelNote::text));
    }
    if !lines.is_empty() {
        lines.insert(0, String::new());
        lines.insert(1, words.text(LevelText::Heading).to_owned());
        lines.push(String::new());
    }
    lines
}

/// What asks for somebody, and what changed since an earlier day: the heading and the first lines of each.
fn list_lines(portfolio: &Portfolio, words: Words) -> Vec<String> {
    let rows: Vec<&Row> = portfolio.rows.iter().collect();
    let lists = [
        (PortfolioText::OverdueHeading, overdue_lines(&rows, words, LISTED)),
        (PortfolioText::AtStakeHeading, stake_lines(&rows, words, LISTED)),
        (PortfolioText::DueHeading, due_lines(&rows, words, LISTED)),
        (PortfolioText::ChangedHeading, changed_lines(&rows, words, LISTED)),
    ];
    let mut lines = Vec::new();
    for (heading, list) in lists {
        if list.count == 0 {
            continue;
        }
        lines.push(String::new());
        lines.push(format!("{} ({})", words.text(heading), words.count(list.count)));
        let left = list.count.saturating_sub(LISTED);
        lines.extend(list.first);
        lines.extend((left > 0).then(|| words.and_more(left)));
    }
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// A contract without weights has goals in place of percents.
fn cells(row: &Row, with_pay: bool, words: Words) -> [String; 7] {
    let standing = row.standing;
    let [secured, open, lost] = if row.has_points() {
        [standing.secured, standing.open, standing.lost].map(|part| words.percent_of_own(row.percent(part)))
    } else {
        [
            words.met_of(row.counts.met, row.goal_count()),
            words.number(standing.open),
            words.number(standing.lost),
        ]
    };
    let basis = match &row.basis {
        Some(basis) => {
            let day = basis.as_of.map(|day| words.date(day));
            let by = words.basis_of(basis.by).to_owned();
            let old = basis.is_old.then(|| format!("({})", words.text(PortfolioText::IsOld)));
            std::iter::once(by).chain(day).chain(old).collect::<Vec<_>>().join(" ")
        }
        None => words.text(row.whose.none()).to_owned(),
    };
    let pay = row.pay.filter(|_| with_pay).map(|pay| match pay.payable {
        Some(payable) => words.kroner_range(payable),
        None => words.share_percent(pay.fraction),
    });
    let overdue = if row.overdue.is_empty() { String::new() } else { words.count(row.overdue.len()) };
    [row.full_name().into_owned(), secured, open, lost, overdue, basis, pay.unwrap_or_default()]
}
