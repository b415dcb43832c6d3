//! What the command takes, and what it answers with: 0, 1 where there are findings that fail, 2 where it was
//! called wrongly or a file cannot be opened.

mod beside;
mod calendar;
mod case;
mod check;
mod diff;
mod files;
mod fingerprint;
mod import;
mod new;
mod output;
mod portfolio;
mod renew;
mod report;
mod score;
mod table;

use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use resultatkontrakt::domain::date::{Date, parse_date};
use resultatkontrakt::findings::Severity;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::printable::printable;
use resultatkontrakt::report::Paper;
use resultatkontrakt::table::SheetChoice;

use self::check::Form;
use self::report::Request;

/// Checks performance contracts (resultatkontrakter) and works out what they come to.
///
/// In place of a file `-` stands for standard input, and behind `--output` for standard output.
#[derive(Parser)]
#[command(name = "kontrakt", version)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Say what is wrong with contracts, assessments and case files.
    ///
    /// Prints each finding as `file:line:column: severity[code]: message`, with the line that it speaks of, why
    /// it matters and how to mend it. Several files are checked together: an assessment against its contract,
    /// and references from one contract to another.
    #[command(after_help = EXIT_CODES)]
    Check {
        /// The files; of a folder all *.json files in it, by name.
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        /// Print the findings, and how many there are, as JSON.
        #[arg(long, conflicts_with = "sarif")]
        json: bool,
        /// Print the findings as SARIF 2.1.0, for the code scanning of a CI.
        #[arg(long)]
        sarif: bool,
        /// Let the command fail for less than errors.
        #[arg(long, value_enum, value_name = "LEVEL")]
        deny: Option<Level>,
        /// The language of the messages.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
    /// Work out points and performance pay, with every step.
    Score {
        /// A contract, or a case file; of a case file the assessment that decides is taken unless one is given.
        contract: PathBuf,
        /// An assessment.
        assessment: Option<PathBuf>,
        /// Print the whole outcome as JSON.
        #[arg(long)]
        json: bool,
        /// The language of the texts.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
    /// Write a paper: overview, self-assessment, decision, notice, goal reporting, review of results, contract check or draft
    /// contract.
    ///
    /// The paper is about the first assessment; a decision rests on the one that is agreed, else on the
    /// department's, else on the director's.
    Report {
        /// The paper.
        #[arg(value_parser = paper, value_name = "PAPER", help = PAPERS)]
        paper: Paper,
        /// A contract, or a case file with its assessments.
        contract: PathBuf,
        /// Assessments, in place of those in a case file.
        assessments: Vec<PathBuf>,
        /// Files or folders with comparable contracts, for a review of results; may be given several times.
        #[arg(long, value_name = "PATH")]
        beside: Vec<PathBuf>,
        /// How the paper is written; as HTML unless given, as a Word document where there is a template.
        #[arg(long, value_enum)]
        format: Option<PaperForm>,
        /// A Word document or template (.docx, .dotx), whose styles, page, heads and feet a `docx` gets.
        #[arg(long, value_name = "FILE")]
        template: Option<PathBuf>,
        /// The file to write; standard output unless given.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// The language of the paper.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
    /// Write the deadlines of goals and reports as a calendar file (iCalendar).
    ///
    /// Of several assessments the one that decides is followed: the agreed one, else the department's, else the director's.
    /// What it says is done is marked as met.
    Calendar {
        /// A contract, or a case file with its assessments.
        contract: PathBuf,
        /// Assessments, in place of those in a case file.
        assessments: Vec<PathBuf>,
        /// Remind so many days before each deadline; may be given several times.
        #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(0..=366))]
        notice: Vec<u16>,
        /// The day on which the file is written, such as 2009-02-14; the assessment's day, or the contract's first,
        /// unless given.
        #[arg(long, value_name = "DATE", value_parser = day)]
        written: Option<Date>,
        /// The file to write; standard output unless given.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// The language of the texts.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
    /// Compare two contracts by their goals: what is new, gone, tightened or loosened.
    ///
    /// Goals are the same where their identifiers are. Of a case file the contract is taken, with the addenda of the
    /// assessment that decides: the agreed one, else the department's, else the director's.
    Diff {
        /// The older contract, or a case file.
        before: PathBuf,
        /// The newer contract, or a case file.
        after: PathBuf,
        /// Print the changes as JSON.
        #[arg(long, conflicts_with_all = ["format", "output"])]
        json: bool,
        /// Write the paper (Ændringsnotat) in this form, in place of a table.
        #[arg(long, value_enum)]
        format: Option<PaperForm>,
        /// The file to write the paper to; standard output unless given.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// The language of the texts.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
    /// Bring measured results into a case: from a workbook (.xlsx, .ods), or from a table (CSV).
    ///
    /// Says for each row what it would change, and what cannot be used and why. Nothing is written but to the file that
    /// `--output` names, which must not be there yet.
    Import {
        /// The workbook, or the table.
        results: PathBuf,
        /// A contract, or a case file; of a case file the first assessment takes the results.
        case: PathBuf,
        /// An assessment, in place of those in a case file.
        assessment: Option<PathBuf>,
        /// The sheet of the workbook; the first with a table unless given.
        #[arg(long, value_name = "NAME")]
        sheet: Option<String>,
        /// The row that names the columns; looked for unless given.
        #[arg(long, value_name = "ROW", value_parser = clap::value_parser!(u32).range(1..))]
        header: Option<u32>,
        /// The file to write the case to, with the results in it.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// The language of the messages.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
    /// Begin a contract from a template, or from a table of goals; without either, list the templates.
    ///
    /// Tables come from a workbook (.xlsx, .ods), a Word document (.docx), an HTML file, or a file with tabs or semicolons
    /// between the cells. What is left open of their goals goes to standard error, and into their notes.
    New {
        /// The template.
        #[arg(requires = "year", group = "source")]
        template: Option<String>,
        /// The file with the tables.
        #[arg(long, value_name = "TABLE", group = "source")]
        from: Option<PathBuf>,
        /// The sheet of a workbook; each with known columns unless given.
        #[arg(long, value_name = "NAME", requires = "from", conflicts_with = "template")]
        sheet: Option<String>,
        /// The row that names the columns of a sheet; looked for unless given.
        #[arg(long, value_name = "ROW", requires = "from", conflicts_with = "template", value_parser = clap::value_parser!(u32).range(1..))]
        header: Option<u32>,
        /// The year of the contract; a table may say it itself.
        #[arg(long, value_parser = clap::value_parser!(i32).range(1900..=2200))]
        year: Option<i32>,
        /// The file to write the contract to, which must not be there yet; standard output unless given.
        #[arg(short, long, value_name = "FILE", requires = "source")]
        output: Option<PathBuf>,
        /// The language of the messages.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
    /// Make next year's contract from last year's case.
    ///
    /// Says what is proposed for each goal, and what a person has to decide. What was reached goes into the history, the
    /// guideline of the new year becomes the target, what was to be done once and is done is dropped, and other
    /// deadlines are left open. Goals that serve another contract turn to the one that renews it, where `--with` leads to
    /// it. Without a file to write to, the contract goes to standard output and the proposals to
    /// standard error.
    Renew {
        /// A contract, or a case file.
        contract: PathBuf,
        /// Assessments, in place of those in a case file.
        assessments: Vec<PathBuf>,
        /// The year of the new contract; the next one unless given.
        #[arg(long, value_parser = clap::value_parser!(i32).range(1900..=2200))]
        year: Option<i32>,
        /// A goal that goes on although it is done; may be given several times.
        #[arg(long, value_name = "GOAL")]
        keep: Vec<String>,
        /// A goal that does not go on; may be given several times.
        #[arg(long, value_name = "GOAL")]
        drop: Vec<String>,
        /// Files or folders with the new year's contracts that goals of this one serve; may be given several times.
        #[arg(long, value_name = "PATH")]
        with: Vec<PathBuf>,
        /// The file to write the new contract to, which must not be there yet; standard output unless given.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
        /// The language of the messages.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
    /// Put the contracts of a folder side by side.
    ///
    /// Reads every file of the folder and of the folders in it, tells contracts, cases and assessments by their content,
    /// and prints a row for each contract: what is secured, open and lost of its own points, the assessment that this
    /// rests on, and deadlines that have passed. Files that are not used are named with the reason.
    #[command(after_help = PORTFOLIO_CODES)]
    Portfolio {
        /// The folder.
        folder: PathBuf,
        /// Print everything as JSON.
        #[arg(long, group = "form")]
        json: bool,
        /// Print the rows as CSV: with semicolons and decimal commas in Danish, with commas and points in English.
        #[arg(long, group = "form")]
        csv: bool,
        /// Print one A4 page across, as HTML.
        #[arg(long, group = "form")]
        html: bool,
        /// Write an Excel workbook: the rows, deadlines that have passed, and what asks for somebody.
        #[arg(long, group = "form")]
        xlsx: bool,
        /// Show the performance pay, which makes the result confidential.
        #[arg(long)]
        pay: bool,
        /// Another folder with the contracts as they stood on an earlier day, to say what changed since.
        #[arg(long, value_name = "FOLDER")]
        since: Option<PathBuf>,
        /// On how many threads files are read; on all cores unless given.
        #[arg(long, value_name = "COUNT")]
        threads: Option<NonZeroUsize>,
        /// The file to write; standard output unless given.
        #[arg(short, long, value_name = "FILE", requires = "form")]
        output: Option<PathBuf>,
        /// The language of the texts.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
    /// Print the fingerprint of a contract, and the SHA-256 of its file.
    ///
    /// The fingerprint is the SHA-256 of what the contract says, however it is laid out: the one that papers
    /// print and that assessments carry. That of the file is the one that sha256sum prints.
    Fingerprint {
        /// A contract, or a case file, of which the contract is taken.
        file: PathBuf,
        /// The language of the texts.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
}

/// The names of the papers, told beside the argument.
const PAPERS: &str = "resultatoversigt, selvangivelse, afgoerelse, orientering, maalrapportering, resultatrevision, kontrakttjek or kontraktudkast";

fn paper(name: &str) -> Result<Paper, String> {
    Paper::of_code(name).ok_or_else(|| format!("a paper is one of {PAPERS}"))
}

fn day(text: &str) -> Result<Date, &'static str> {
    parse_date(text).ok_or("a day is written as 2009-06-30")
}

/// How a paper is written.
#[derive(Clone, Copy, ValueEnum)]
enum PaperForm {
    /// One HTML file that prints on A4
    Html,
    /// Markdown with tables
    #[value(alias = "md")]
    Markdown,
    /// Word document
    Docx,
    /// Excel workbook: the assessment that the paper is about, or the tables of a paper that leaves out pay
    Xlsx,
}

/// What the command answers with, told below the options.
const EXIT_CODES: &str = "Exit codes:
  0  nothing was found that fails
  1  there are errors, or findings that --deny names
  2  the command was called wrongly, or a file cannot be opened";

/// What `portfolio` answers with, told below its options.
const PORTFOLIO_CODES: &str = "Exit codes:
  0  every file that should be used is used
  1  a file was refused: it has mistakes, is too large, cannot be read, or belongs to no contract of the folder
  2  the command was called wrongly, or there is no contract in the folder";

/// The least that fails, beside errors.
#[derive(Clone, Copy, ValueEnum)]
enum Level {
    /// Fail for warnings too
    Warnings,
    /// Fail for any finding
    Notes,
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// Danish
    Da,
    /// English
    En,
}

impl From<Language> for Words {
    fn from(language: Language) -> Self {
        match language {
            Language::Da => Self::DANISH,
            Language::En => Self::ENGLISH,
        }
    }
}

/// The least severity that fails.
fn fails_from(deny: Option<Level>) -> Severity {
    match deny {
        None => Severity::Error,
        Some(Level::Warnings) => Severity::Warning,
        Some(Level::Notes) => Severity::Note,
    }
}

/// Does what the command line asks for.
pub(crate) fn run() -> ExitCode {
    let task = arguments().task;
    let words = task.words();
    let ending = done(task);
    let Some(error) = output::not_printed() else { return ExitCode::from(ending.exit_code()) };
    output::complain([words.cannot_print(error)]);
    ExitCode::from(output::Ending::NotDone.exit_code())
}

fn done(task: Task) -> output::Ending {
    match task {
        Task::Check { paths, json, sarif, deny, lang } => {
            let form = match (json, sarif) {
                (true, _) => Form::Json,
                (_, true) => Form::Sarif,
                _ => Form::Text,
            };
            check::check(&check::Request { paths, form, fails_from: fails_from(deny), words: lang.into() })
        }
        Task::Score { contract, assessment, json, lang } => {
            score::score(&contract, assessment.as_deref(), json, lang.into())
        }
        Task::Report { paper, contract, assessments, beside, format, template, output, lang } => {
            let otherwise = if template.is_some() { PaperForm::Docx } else { PaperForm::Html };
            let (form, words) = (format.unwrap_or(otherwise), lang.into());
            report::report(&Request { paper, contract, assessments, beside, form, template, output, words })
        }
        Task::Calendar { contract, assessments, notice, written, output, lang } => {
            let request =
                calendar::Request { contract, assessments, notice, written, output, words: lang.into() };
            calendar::calendar(&request)
        }
        Task::Diff { before, after, json, format, output, lang } => {
            // A file that is named gets the paper, in the form that papers have unless said otherwise.
            let form = format.or(output.as_ref().map(|_| PaperForm::Html));
            diff::diff(&diff::Request { paths: [before, after], json, form, output, words: lang.into() })
        }
        Task::Import { results, case, assessment, sheet, header, output, lang } => {
            let choice = sheet_choice(sheet, header);
            let request = import::Request { results, case, assessment, choice, output, words: lang.into() };
            import::import(&request)
        }
        Task::New { from: Some(table), sheet, header, year, output, lang, .. } => {
            let choice = sheet_choice(sheet, header);
            new::from_table(&table, &choice, year, output.as_deref(), lang.into())
        }
        Task::New { template, from: None, year, output, lang, .. } => {
            new::new(template.as_deref(), year, output.as_deref(), lang.into())
        }
        Task::Renew { contract, assessments, year, keep, drop, with, output, lang } => {
            let [keep, drop] = [keep, drop].map(|ids| ids.iter().map(|id| id.as_str().into()).collect());
            let request =
                renew::Request { contract, assessments, year, keep, drop, with, output, words: lang.into() };
            renew::renew(&request)
        }
        Task::Portfolio { folder, json, csv, html, xlsx, pay, since, threads, output, lang } => {
            let (form, words) = (portfolio::Form::new([json, csv, html, xlsx]), lang.into());
            portfolio::portfolio(&portfolio::Request { folder, form, pay, since, threads, output, words })
        }
        Task::Fingerprint { file, lang } => fingerprint::fingerprint(&file, lang.into()),
    }
}

impl Task {
    /// The language that it speaks.
    fn words(&self) -> Words {
        match self {
            Self::Check { lang, .. }
            | Self::Score { lang, .. }
            | Self::Report { lang, .. }
            | Self::Calendar { lang, .. }
            | Self::Diff { lang, .. }
            | Self::Import { lang, .. }
            | Self::New { lang, .. }
            | Self::Renew { lang, .. }
            | Self::Portfolio { lang, .. }
            | Self::Fingerprint { lang, .. } => (*lang).into(),
        }
    }
}

fn sheet_choice(sheet: Option<String>, header: Option<u32>) -> SheetChoice {
    SheetChoice { sheet, header: header.and_then(|row| usize::try_from(row).ok()) }
}

/// The command line. Where it is wrong, the message repeats parts of it, so they are spelled out first.
fn arguments() -> Arguments {
    Arguments::try_parse().unwrap_or_else(|wrong| {
        let spelled = std::env::args_os().map(|argument| printable(&argument.to_string_lossy()));
        Arguments::try_parse_from(spelled).err().unwrap_or(wrong).exit()
    })
}
