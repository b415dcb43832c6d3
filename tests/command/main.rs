//! The built `kontrakt` command, called as a person or a script calls it.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail where it stands"
)]

mod calendar;
mod check;
mod diff;
mod fingerprint;
mod import;
mod new;
mod portfolio;
mod portfolio_levels;
mod portfolio_paper;
#[path = "../common/printed.rs"]
mod printed;
mod renew;
mod report;
mod score;
mod terminal;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use resultatkontrakt::format::{CaseFile, Document, read, write_case};

use printed::{code, complaint, out};

const CONTRACT: &str = "contracts/ams-2009.json";
const ASSESSMENT: &str = "contracts/ams-2009.assessment.json";

fn kontrakt(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kontrakt"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap()
}

/// A file of its own for one test.
fn written(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn file(path: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Contract and assessment in one file.
fn case(name: &str) -> String {
    let Some(Document::Contract(contract)) = read(&file(CONTRACT)).document else { unreachable!() };
    let Some(Document::Assessment(assessment)) = read(&file(ASSESSMENT)).document else { unreachable!() };
    let case = CaseFile { contract, assessments: vec![*assessment] };
    written(name, &write_case(&case.contract, &case.assessments))
}
