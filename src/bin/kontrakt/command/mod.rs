//! What the command takes, and what it answers with: 0, 1 where a file has errors, 2 where it was called
//! wrongly or a file cannot be opened.

mod files;
mod outcome;
mod score;
mod table;
mod words;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use resultatkontrakt::i18n::Lang;

/// Checks performance contracts (resultatkontrakter) and works out what they come to.
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
    /// Prints each finding as `file:line:column: severity[code]: message` and exits with 1 when there is an
    /// error among them.
    Check {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The language of the messages.
        #[arg(long, value_enum, default_value = "da")]
        lang: Language,
    },
    /// Work out points and performance pay, with every step.
    Score {
        /// A contract, or a case file; of a case file the first assessment is taken unless one is given.
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
}

#[derive(Clone, Copy, ValueEnum)]
enum Language {
    /// Danish
    Da,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Da => Self::Da,
            Language::En => Self::En,
        }
    }
}

/// What a task ends with.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Ending {
    Good,
    FileHasErrors,
    NotDone,
}

/// Does what the command line asks for.
pub(crate) fn run() -> ExitCode {
    let ending = match Arguments::parse().task {
        Task::Check { files, lang } => files::check(&files, lang.into()),
        Task::Score { contract, assessment, json, lang } => {
            score::score(&contract, assessment.as_deref(), json, lang.into())
        }
    };
    match ending {
        Ending::Good => ExitCode::SUCCESS,
        Ending::FileHasErrors => ExitCode::from(1),
        Ending::NotDone => ExitCode::from(2),
    }
}

/// Prints to standard output. A reader that went away, such as `head`, is no mistake.
fn print(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

/// Prints to standard error.
fn complain(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}
