//! The examples in `examples/` print what they are there to show.

#![allow(clippy::unwrap_used, reason = "a test may fail where it stands")]

#[path = "../examples/score_folder.rs"]
mod score_folder;
#[path = "../examples/write_contract.rs"]
mod write_contract;

use std::fs;
use std::path::{Path, PathBuf};

fn scored(folder: &Path) -> String {
    let mut out = Vec::new();
    score_folder::run(folder, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_contract_is_written_in_code() {
    let mut out = Vec::new();
    write_contract::run(&mut out).unwrap();
    insta::assert_snapshot!(String::from_utf8(out).unwrap());
}

#[test]
fn a_folder_is_scored() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("contracts");
    insta::assert_snapshot!(scored(&folder));
}

#[test]
fn what_cannot_be_used_is_said_and_the_rest_is_scored() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("examples");
    fs::create_dir_all(&folder).unwrap();
    let contracts = Path::new(env!("CARGO_MANIFEST_DIR")).join("contracts");
    for name in ["ams-2009.json", "ams-2009.assessment.json"] {
        fs::copy(contracts.join(name), folder.join(name)).unwrap();
    }
    fs::write(folder.join("broken.json"), "{").unwrap();
    let lines = scored(&folder);
    assert_eq!(lines.lines().count(), 2, "{lines}");
    assert!(lines.lines().any(|line| line.starts_with("cannot be used: ") && line.ends_with("broken.json")));
}
