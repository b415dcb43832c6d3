//! `kontrakt renew`: the proposals in a table, and the contract in a file.

use std::fs;

use crate::{ASSESSMENT, CONTRACT, case, code, complaint, kontrakt, out, written};

#[test]
fn renew_tells_what_is_proposed_and_writes_a_contract_that_opens() {
    let path = written("ams-2010.json", "");
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
    let before = fs::read_to_string(&own).unwrap();
    for (arguments, ending) in [
        (&["renew", &own, "-o", &own][..], 2),
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
