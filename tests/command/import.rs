//! `kontrakt import`: measured results into a case.

use std::fs;

use resultatkontrakt::format::{Document, read};

use crate::{ASSESSMENT, CONTRACT, case, code, complaint, kontrakt, out, written};

const WORKBOOK: &str = "tests/office/openpyxl.xlsx";

/// A name for a file that is not there yet.
fn new_file(name: &str) -> String {
    let path = written(name, "");
    fs::remove_file(&path).unwrap();
    path
}

#[test]
fn import_says_what_would_change_and_writes_nothing_unless_asked() {
    let before = fs::read(CONTRACT).unwrap();
    let output = kontrakt(&["import", WORKBOOK, CONTRACT]);
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    let text = out(&output);
    assert!(text.starts_with("Ark: Tal\n") && text.contains("26.210") && text.contains("Rækker: "), "{text}");
    assert!(complaint(&output).contains("warning[workbook-formula-without-value]"), "{}", complaint(&output));
    assert_eq!(fs::read(CONTRACT).unwrap(), before);
    let english = kontrakt(&["import", WORKBOOK, CONTRACT, "--lang", "en"]);
    assert!(out(&english).starts_with("Sheet: Tal\n"), "{}", out(&english));
}

#[test]
fn import_writes_the_case_with_the_results() {
    let table = written("results-to-import.csv", "mål;periode;resultat\nMål 2;2009-12;25.000\n");
    for (name, given) in [("beside", vec![CONTRACT, ASSESSMENT]), ("case", vec![])] {
        let path = new_file(&format!("imported-{name}.json"));
        let case = case(&format!("case-to-import-into-{name}.json"));
        let given = if given.is_empty() { vec![case.as_str()] } else { given };
        let output = kontrakt(&[&["import", &table], &given[..], &["-o", &path]].concat());
        assert_eq!(code(&output), 0, "{}", complaint(&output));
        let Some(Document::Case(case)) = read(&fs::read(&path).unwrap()).document else { unreachable!() };
        let results = &case.assessments[0].assessment.results;
        let entry = results.iter().find(|(id, _)| id.as_str() == "goal-2").unwrap().1;
        assert_eq!(entry.reported.value.unwrap().to_string(), "25000");
        assert!(entry.evidence.as_ref().unwrap().contains("results-to-import.csv"));
        let again = kontrakt(&[&["import", &table], &given[..], &["-o", &path]].concat());
        assert_eq!(code(&again), 2, "a file that is there is not written over");
    }
}

#[test]
fn import_says_what_is_wrong_with_what_it_was_given() {
    let case = case("case-for-a-wrong-import.json");
    let none = written("nothing-to-import.csv", "mål;periode;resultat\nMål 2;2009-12;26210\n");
    let new = new_file("never-written.json");
    for (arguments, ending, said) in [
        (&["import", "tests/golden/bad/office-encrypted.xlsx", CONTRACT][..], 1, "office-encrypted"),
        (&["import", WORKBOOK, CONTRACT, "--sheet", "Mangler"], 1, "workbook-without-sheet"),
        (&["import", WORKBOOK, CONTRACT, "--header", "1"], 0, ""),
        (&["import", WORKBOOK, CONTRACT, "--header", "6"], 1, "table-without-header"),
        (&["import", WORKBOOK, &case, ASSESSMENT], 2, "sine egne vurderinger"),
        (&["import", WORKBOOK, "findes-ikke.json"], 2, "findes-ikke.json"),
        (&["import", "findes-ikke.xlsx", CONTRACT], 2, "findes-ikke.xlsx"),
        (&["import", &none, &case, "-o", &new], 1, "Der er intet at overføre."),
    ] {
        let output = kontrakt(arguments);
        assert_eq!(code(&output), ending, "{arguments:?}: {}", complaint(&output));
        assert!(complaint(&output).contains(said), "{arguments:?}: {}", complaint(&output));
    }
    assert!(fs::metadata(&new).is_err());
}
