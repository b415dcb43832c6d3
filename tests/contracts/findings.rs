//! What `kontrakt check` prints for a contract, word for word.

use std::process::Command;

fn checked(contract: &str) -> String {
    let mut kontrakt = Command::new(env!("CARGO_BIN_EXE_kontrakt"));
    let output = kontrakt.current_dir(env!("CARGO_MANIFEST_DIR")).args(["check", contract]).output().unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{contract} cannot be scored:\n{printed}");
    printed
}

#[test]
fn the_findings_of_each_contract_are_these() {
    for id in ["copenhagen-2009", "debureaucratisation-2009", "ministry-2009"] {
        insta::assert_snapshot!(id, checked(&format!("contracts/{id}.json")));
    }
}

#[test]
fn the_example_assessments_have_nothing_wrong_of_their_own() {
    for id in ["ams-2009", "copenhagen-2009", "debureaucratisation-2009", "ministry-2009"] {
        let assessment = format!("contracts/{id}.assessment.json");
        let printed = checked(&assessment);
        assert!(!printed.contains(&format!("{assessment}:")), "{printed}");
    }
}
