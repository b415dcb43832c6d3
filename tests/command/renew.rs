//! `kontrakt renew`: the proposals in a table, and the contract in a file.

use std::fs;

use std::path::PathBuf;

use crate::{ASSESSMENT, CONTRACT, case, code, complaint, kontrakt, out, written};

/// A path at which there is no file.
fn absent(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&path);
    path.to_str().unwrap().to_owned()
}

#[test]
fn renew_tells_what_is_proposed_and_writes_a_contract_that_opens() {
    let path = absent("ams-2010.json");
    let output = kontrakt(&["renew", CONTRACT, ASSESSMENT, "-o", &path]);
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    let table = out(&output);
    assert!(table.starts_with("Fra 2009 til 2010: 18 mål, 11 videreføres.\n"), "{table}");
    let line = |name: &str| table.lines().find(|line| line.starts_with(name)).unwrap().to_owned();
    assert!(line("Mål 2 ").contains("Højst 24.940 forløb i december 2010"), "{table}");
    assert!(line("Produktkrav 3 ").contains("udgår (nået)"), "{table}");
    assert!(line("Produktkrav 6 ").contains("fristen aftales på ny"), "{table}");
    assert_eq!(code(&kontrakt(&["check", &path])), 0);
    let diff = out(&kontrakt(&["diff", CONTRACT, &path]));
    assert!(diff.contains("skærpes 6,5"), "{diff}");
}

#[test]
fn renew_takes_a_case_and_what_a_person_decides() {
    let case = case("case-to-renew.json");
    let output = kontrakt(&[
        "renew",
        &case,
        "--year",
        "2011",
        "--keep",
        "product-9",
        "--drop",
        "goal-5",
        "--lang",
        "en",
    ]);
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    let (contract, told) = (out(&output), complaint(&output));
    assert!(
        contract.contains("\"id\": \"ams-2011\"")
            && contract.contains("\"product-9\"")
            && !contract.contains("\"goal-5\"")
    );
    assert!(told.starts_with("From 2009 to 2011: 18 goals, 11 carried on."), "{told}");
}

#[test]
fn renew_writes_nothing_over_and_says_what_it_cannot_do() {
    let own = written("own-contract.json", &fs::read_to_string(CONTRACT).unwrap());
    let edited = written("renewed-and-edited.json", "skrevet videre på");
    let before = fs::read_to_string(&own).unwrap();
    for (arguments, ending) in [
        (&["renew", &own, "-o", &own][..], 2),
        (&["renew", &own, "-o", &edited], 2),
        (&["renew", &own, "--with", "findes-ikke"], 2),
        (&["renew", ASSESSMENT], 2),
        (&["renew", "findes-ikke.json"], 2),
        (&["renew", CONTRACT, "--drop", "findes-ikke"], 2),
        (&["renew", CONTRACT, "--year", "2009"], 1),
        (&["renew", "contracts/debureaucratisation-2009.json"], 1),
        (&["renew", "tests/golden/bad/negative-number.json"], 1),
    ] {
        let output = kontrakt(arguments);
        assert_eq!(code(&output), ending, "{arguments:?}");
        assert!(!complaint(&output).is_empty() && out(&output).is_empty(), "{arguments:?}");
    }
    assert_eq!(fs::read_to_string(&own).unwrap(), before);
    assert_eq!(fs::read_to_string(&edited).unwrap(), "skrevet videre på");
}

#[test]
fn renew_of_a_contract_without_a_year_is_told_the_year() {
    let silent = "contracts/debureaucratisation-2009.json";
    let refused = complaint(&kontrakt(&["renew", silent]));
    assert!(refused.contains("--year"), "{refused}");
    let output = kontrakt(&["renew", silent, "--year", "2010"]);
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    assert!(out(&output).contains("\"id\": \"debureaucratisation-2010\""));
}

/// A contract of a year with these goals, each with the keys that it has besides its target.
fn contract(id: &str, year: i32, head: &str, goals: &[(&str, &str)]) -> String {
    let goal = |(id, keys): &(&str, &str)| {
        format!(r#"{{"id": "{id}", "title": "{id}"{keys}, "target": {{"kind": "at_most", "value": 9}}}}"#)
    };
    let goals: Vec<_> = goals.iter().map(goal).collect();
    format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "{id}", "title": "{id}"{head},
            "period": {{"from": "{year}-01-01", "to": "{year}-12-31"}}, "goals": [{}]}}"#,
        goals.join(", ")
    )
}

/// A folder of its own with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&path).unwrap();
    for (name, text) in files {
        fs::write(path.join(name), text).unwrap();
    }
    path.to_str().unwrap().to_owned()
}

#[test]
fn renew_turns_goals_that_serve_others_to_the_new_years_contracts() {
    let own = written(
        "serving-2009.json",
        &contract(
            "agency-2009",
            2009,
            "",
            &[
                ("a", r#", "contributes_to": ["ministry-2009#x"]"#),
                (
                    "b",
                    r#", "contributes_to": [{"goal": "ministry-2009#gone", "weight": 2}, "ministry-2009#x"]"#,
                ),
                ("c", r#", "contributes_to": "agency-2009#a", "served_by": ["unit-2009#u"]"#),
            ],
        ),
    );
    let renewed = r#", "renews": "ministry-2009""#;
    let ministry = contract("ministry-2010", 2010, renewed, &[("x", ""), ("y", "")]);
    let unit = contract("unit-2010", 2010, r#", "renews": "unit-2009""#, &[("u", "")]);
    let ministries = folder("ministries", &[("2010.json", &ministry), ("strangers.json", "{}")]);
    let unit = written("unit-2010.json", &unit);
    let output = kontrakt(&["renew", &own, "--with", &ministries, "--with", &unit]);
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    let (text, told) = (out(&output), complaint(&output));
    for turned in [
        r#"["ministry-2010#x"]"#,
        r#""ministry-2009#gone", "weight": 2}, "ministry-2010#x""#,
        "agency-2010#a",
        "unit-2010#u",
    ] {
        assert!(text.contains(turned), "{turned}\n{text}");
    }
    assert!(told.contains("»ministry-2009#x« er nu »ministry-2010#x«."), "{told}");
    assert!(told.contains("»ministry-2009#gone« står som før"), "{told}");
    // Only the goal whose contract is not found is still to be decided about.
    assert_eq!(told.matches("bidrager til sidste års kontrakt").count(), 1, "{told}");

    // Two contracts that renew one: nobody can say which is meant.
    let twice = folder(
        "two-ministries",
        &[("2010.json", &ministry), ("b.json", &ministry.replace("ministry-2010", "other"))],
    );
    let output = kontrakt(&["renew", &own, "--with", &twice, "--lang", "en"]);
    assert!(out(&output).contains(r#"["ministry-2009#x"]"#), "{}", out(&output));
    assert!(complaint(&output).contains("“ministry-2009#x” stays as it was"), "{}", complaint(&output));

    let alone = kontrakt(&["renew", &own]);
    assert!(complaint(&alone).contains("med »--with«"), "{}", complaint(&alone));
    assert!(out(&alone).contains("agency-2010#a") && out(&alone).contains(r#"["ministry-2009#x"]"#));
}

#[test]
fn renew_tells_what_the_new_contract_says_beside_the_others() {
    let own = contract("agency-2009", 2009, "", &[("a", r#", "contributes_to": ["ministry-2009#x"]"#)]);
    let own = written("beside-2009.json", &own);
    let last = contract("ministry-2009", 2009, "", &[("x", "")]);
    let last = written("ministry-2009.json", &last);
    let output = kontrakt(&["renew", &own, "--with", &last]);
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    assert!(complaint(&output).contains("[contribution-of-other-year]"), "{}", complaint(&output));
    let broken =
        written("ministry-broken.json", &fs::read_to_string(&last).unwrap().replace("at_most", "højst"));
    let output = kontrakt(&["renew", &own, "--with", &broken]);
    assert_eq!(code(&output), 1, "{}", complaint(&output));
    assert!(complaint(&output).contains("ministry-broken.json") && !out(&output).is_empty());
}
