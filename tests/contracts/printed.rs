//! What the command prints for a contract, word for word.

use std::process::Command;

const IDS: &[&str] = &["ams-2003", "copenhagen-2009", "debureaucratisation-2009", "ministry-2009"];

fn printed(arguments: &[&str]) -> String {
    let mut kontrakt = Command::new(env!("CARGO_BIN_EXE_kontrakt"));
    let output = kontrakt.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{arguments:?}\n{printed}");
    printed
}

#[test]
fn the_findings_of_each_contract_are_these() {
    for id in IDS {
        let found = printed(&["check", &format!("contracts/{id}.json")]);
        insta::assert_snapshot!(format!("findings-of-{id}"), found);
    }
}

#[test]
fn the_outcome_of_each_example_is_this() {
    for id in IDS {
        let contract = format!("contracts/{id}.json");
        let outcome = printed(&["score", &contract, &format!("contracts/{id}.assessment.json")]);
        insta::assert_snapshot!(format!("outcome-of-{id}"), outcome);
    }
}

#[test]
fn the_example_assessments_have_nothing_wrong_of_their_own() {
    for id in IDS.iter().chain(&["ams-2009"]) {
        let assessment = format!("contracts/{id}.assessment.json");
        let found = printed(&["check", &assessment]);
        assert!(!found.contains(&format!("{assessment}:")), "{found}");
    }
}
