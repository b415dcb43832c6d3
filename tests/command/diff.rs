//! `kontrakt diff`: a table, JSON, or the paper.

use std::fs;

use serde_json::Value;

use crate::{ASSESSMENT, CONTRACT, case, code, complaint, file, kontrakt, out, written};

/// The contract with the second goal's threshold lowered.
fn tightened(name: &str) -> String {
    let text = String::from_utf8(file(CONTRACT)).unwrap();
    let target = r#""kind": "at_most", "value": 26675, "measured": "2009-12""#;
    assert!(text.contains(target));
    written(name, &text.replace(target, r#""kind": "at_most", "value": 24940, "measured": "2010-12""#))
}

#[test]
fn diff_tells_what_is_tightened_in_a_table_as_json_and_as_a_paper() {
    let next = tightened("tightened.json");
    let output = kontrakt(&["diff", CONTRACT, &next]);
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    let line = out(&output).lines().find(|line| line.starts_with("Mål 2")).unwrap().replace('\u{a0}', " ");
    for part in
        ["Højst 26.675 forløb i december 2009", "Højst 24.940 forløb i december 2010", "skærpes 6,5 pct."]
    {
        assert!(line.contains(part), "{line}");
    }
    let json: Value =
        serde_json::from_str(&out(&kontrakt(&["diff", CONTRACT, &next, "--json", "--lang", "en"]))).unwrap();
    assert_eq!(json["counts"], serde_json::json!({ "new": 0, "gone": 0, "tightened": 1, "loosened": 0 }));
    let change = &json["changes"][0];
    let said = ["place", "id", "name", "what", "effect", "percent"].map(|key| change[key].as_str().unwrap());
    assert_eq!(said, ["goal", "goal-2", "Mål 2", "Requirement", "tightened", "6.5"]);
    let path = written("notat.html", "");
    let output = kontrakt(&["diff", CONTRACT, &next, "-o", &path]);
    assert_eq!((code(&output), out(&output).as_str()), (0, ""));
    assert!(fs::read_to_string(&path).unwrap().contains("<h1 class=\"paper__title\">Ændringsnotat</h1>"));
    let markdown = out(&kontrakt(&["diff", CONTRACT, &next, "--format", "markdown"]));
    assert!(markdown.starts_with("# Ændringsnotat\n"), "{markdown}");
}

#[test]
fn diff_of_the_same_contract_says_so_and_takes_case_files() {
    let case = case("case-to-compare.json");
    for (other, expected) in [(CONTRACT, "De to kontrakter siger det samme.\n"), (case.as_str(), "")] {
        let output = kontrakt(&["diff", CONTRACT, other]);
        assert_eq!(code(&output), 0, "{}", complaint(&output));
        assert!(out(&output).contains(expected));
    }
}

#[test]
fn diff_says_what_it_cannot_compare() {
    for (arguments, ending) in [
        (&["diff", CONTRACT][..], 2),
        (&["diff", CONTRACT, ASSESSMENT], 2),
        (&["diff", "findes-ikke.json", CONTRACT], 2),
        (&["diff", CONTRACT, CONTRACT, "--json", "-o", "x.html"], 2),
        (&["diff", CONTRACT, CONTRACT, "-o", "findes-ikke/notat.html"], 2),
        (&["diff", CONTRACT, "tests/golden/bad/negative-number.json"], 1),
    ] {
        let output = kontrakt(arguments);
        assert_eq!(code(&output), ending, "{arguments:?}");
        assert!(!complaint(&output).is_empty() && out(&output).is_empty(), "{arguments:?}");
    }
}
