//! `kontrakt check` as a person, a script and a CI call it: what it prints in each form, and what it ends with.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail where it stands")]

mod folders;
mod golden;
mod json;
#[path = "../common/printed.rs"]
mod printed;
mod sarif;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

use printed::{code, complaint, out};

const AMS: &str = "contracts/ams-2009.json";
const BAD: &str = "tests/golden/bad/negative-number.json";

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs `kontrakt check` in the project's folder.
fn check(arguments: &[&str]) -> Output {
    check_in(root(), arguments)
}

fn check_in(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kontrakt"));
    command.current_dir(folder).arg("check").args(arguments).output().unwrap()
}

fn parsed(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The contracts of the project, in the order that a shell gives them.
fn contracts() -> Vec<String> {
    let entries = fs::read_dir(root().join("contracts")).unwrap();
    let json = entries.map(|entry| entry.unwrap().path());
    let json = json.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut paths: Vec<_> =
        json.map(|path| format!("contracts/{}", path.file_name().unwrap().to_str().unwrap())).collect();
    paths.sort();
    paths
}

/// An empty folder for one test.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("check").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn text_of(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

#[test]
fn what_fails_is_what_deny_names() {
    let (notes, warnings) = ("tests/golden/bad/total-needs-maximum.json", "tests/golden/bad/no-reason.json");
    for (file, plain, deny_warnings, deny_notes) in [(notes, 0, 0, 1), (warnings, 0, 1, 1), (BAD, 1, 1, 1)] {
        for form in [&[][..], &["--json"], &["--sarif"]] {
            let with = |more: &[&str]| code(&check(&[&[file], form, more].concat()));
            assert_eq!(with(&[]), plain, "{file} {form:?}");
            assert_eq!(with(&["--deny", "warnings"]), deny_warnings, "{file} {form:?}");
            assert_eq!(with(&["--deny", "notes"]), deny_notes, "{file} {form:?}");
        }
    }
}

#[test]
fn a_call_that_means_nothing_ends_with_2() {
    for arguments in [&["--json", "--sarif", AMS][..], &["--deny", "everything", AMS], &[]] {
        let output = check(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(out(&output).is_empty() && !complaint(&output).is_empty());
    }
}

#[test]
fn help_says_what_the_exit_codes_mean() {
    let help = out(&check(&["--help"]));
    for line in ["0  nothing", "1  there are errors", "2  the command was called wrongly"] {
        assert!(help.contains(line), "{help}");
    }
}
