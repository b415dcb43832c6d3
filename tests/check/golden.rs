//! What the command prints, word for word.

use super::*;

/// Every contract of the project, as a shell hands `contracts/*.json` on.
fn of_contracts(form: &[&str]) -> String {
    let files = contracts();
    out(&check(&[form, &*files.iter().map(String::as_str).collect::<Vec<_>>()].concat()))
}

/// A log without the version of the command, which changes with every release.
fn sarif(text: &str) -> String {
    text.replace(env!("CARGO_PKG_VERSION"), "[version]")
}

#[test]
fn the_contracts_as_text() {
    insta::assert_snapshot!(of_contracts(&[]));
}

#[test]
fn the_contracts_as_json() {
    insta::assert_snapshot!(of_contracts(&["--json"]));
}

#[test]
fn the_contracts_as_sarif() {
    insta::assert_snapshot!(sarif(&of_contracts(&["--sarif"])));
}

#[test]
fn a_bad_file_in_english() {
    let output = check(&[BAD, "--lang", "en"]);
    insta::assert_snapshot!("bad-file-text", out(&output));
    assert_eq!(complaint(&output), "1 error, 0 warnings and 0 notes in 1 file.\n");
    insta::assert_snapshot!("bad-file-json", out(&check(&[BAD, "--lang", "en", "--json"])));
    insta::assert_snapshot!("bad-file-sarif", sarif(&out(&check(&[BAD, "--lang", "en", "--sarif"]))));
}
