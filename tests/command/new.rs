//! `kontrakt new`: every template opens, for any year.

use std::fs;
use std::path::PathBuf;

use resultatkontrakt::findings::Severity;
use resultatkontrakt::format::{Document, TEMPLATES, read};

use crate::{code, complaint, kontrakt, out, written};

#[test]
fn every_template_is_listed_and_opens_without_an_error_for_any_year() {
    let list = out(&kontrakt(&["new"]));
    assert_eq!(list.lines().count(), TEMPLATES.len());
    for template in TEMPLATES {
        assert!(list.lines().any(|line| line.starts_with(template.code)), "{list}");
        for year in ["1999", "2001", "2027"] {
            let output = kontrakt(&["new", template.code, "--year", year]);
            assert_eq!(code(&output), 0, "{}", complaint(&output));
            let text = out(&output);
            let reading = read(text.as_bytes());
            assert!(!reading.has_errors(), "{}: {:?}", template.code, reading.diagnostics);
            let strange: Vec<_> = reading
                .diagnostics
                .iter()
                .filter(|found| found.severity == Severity::Warning)
                .map(|found| found.code.name())
                .filter(|name| {
                    !["target-undetermined", "baseline-missing", "no-maximum-percent"].contains(name)
                })
                .collect();
            assert!(strange.is_empty(), "{}: {strange:?}", template.code);
            let Some(Document::Contract(file)) = reading.document else { unreachable!() };
            assert_eq!(file.contract.period.unwrap().from.year().to_string(), year);
            assert_eq!(
                file.contract.id.as_str(),
                format!("{}-{year}", template.code.replace("uden-vaegte", "kontrakt"))
            );
        }
    }
}

#[test]
fn the_templates_lie_beside_the_contracts_with_their_schema() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("contracts/templates");
    let mut files: Vec<String> =
        fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    let mut codes: Vec<String> = TEMPLATES.iter().map(|template| format!("{}.json", template.code)).collect();
    codes.sort();
    assert_eq!(files, codes);
    let schema = fs::read_to_string(folder.join("../../schema/contract.schema.json")).unwrap();
    let schema = jsonschema::draft202012::new(&serde_json::from_str(&schema).unwrap()).unwrap();
    for file in files {
        let text = fs::read_to_string(folder.join(&file)).unwrap();
        assert!(schema.is_valid(&serde_json::from_str(&text).unwrap()), "{file}");
    }
}

#[test]
fn new_writes_nothing_over_and_wants_a_year() {
    let there = written("there-already.json", "mine");
    for arguments in [
        &["new", "styrelse"][..],
        &["new", "findes-ikke", "--year", "2027"],
        &["new", "styrelse", "--year", "27"],
        &["new", "styrelse", "--year", "2027", "-o", &there],
    ] {
        let output = kontrakt(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(!complaint(&output).is_empty() && out(&output).is_empty(), "{arguments:?}");
    }
    assert_eq!(fs::read_to_string(&there).unwrap(), "mine");
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("new-contract.json");
    let _ = fs::remove_file(&path);
    let output = kontrakt(&["new", "maalplan", "--year", "2027", "-o", path.to_str().unwrap()]);
    assert_eq!((code(&output), out(&output).as_str()), (0, ""), "{}", complaint(&output));
    assert!(fs::read_to_string(&path).unwrap().contains("Mål- og resultatplan 2027"));
}

#[test]
fn a_table_becomes_a_contract_and_what_is_open_is_said() {
    let table =
        written("goals.csv", "Mål;Krav 2027;Vægt\nFærre klager;højst 25 klager;60\nTilfredshed;85 pct.;40\n");
    let output = kontrakt(&["new", "--from", &table]);
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    let Some(Document::Contract(file)) = read(out(&output).as_bytes()).document else { unreachable!() };
    assert_eq!((file.contract.goals.len(), file.contract.binding_year), (2, Some(2027)));
    let said = complaint(&output);
    assert!(
        said.contains("Klare: 1. Skal afgøres: 1.")
            && said.contains("Tilfredshed: Kravet er ikke afgjort: »85 pct.«"),
        "{said}"
    );
    let later = kontrakt(&["new", "--from", &table, "--year", "2028", "--lang", "en"]);
    assert!(out(&later).contains("\"binding_year\": 2028") && complaint(&later).contains("To decide: 1"));

    let no_year = written("no-year.csv", "Mål;Krav\nFærre klager;højst 25\n");
    let no_table = written("no-table.txt", "Kære alle\n");
    for arguments in
        [&["new", "--from", &no_year][..], &["new", "--from", &no_table], &["new", "--from", "nowhere.csv"]]
    {
        let output = kontrakt(arguments);
        assert_eq!((code(&output), out(&output).as_str()), (2, ""), "{arguments:?}");
        assert!(!complaint(&output).is_empty());
    }
}

#[test]
fn tables_of_workbooks_and_documents_become_a_contract() {
    for (name, goals) in [("openpyxl-goals.xlsx", 5), ("libreoffice-goals.ods", 5), ("python-docx.docx", 2)] {
        let output = kontrakt(&["new", "--from", &format!("tests/office/{name}")]);
        assert_eq!(code(&output), 0, "{name}: {}", complaint(&output));
        let Some(Document::Contract(file)) = read(out(&output).as_bytes()).document else { unreachable!() };
        assert_eq!((file.contract.goals.len(), file.contract.binding_year), (goals, Some(2027)), "{name}");
        assert!(file.contract.risk.is_some(), "{name}: its risks come along");
    }
    let workbook = "tests/office/openpyxl-goals.xlsx";
    let output = kontrakt(&["new", "--from", workbook]);
    assert!(complaint(&output).contains("warning[workbook-formula-without-value]"), "{}", complaint(&output));
    let output = kontrakt(&["new", "--from", workbook, "--sheet", "Mål", "--header", "3"]);
    let Some(Document::Contract(file)) = read(out(&output).as_bytes()).document else { unreachable!() };
    assert_eq!((file.contract.goals.len(), file.contract.risk.is_some()), (4, false));
}

#[test]
fn a_file_that_holds_no_tables_says_what_helps() {
    for (arguments, said) in [
        (&["--from", "tests/golden/bad/office-encrypted.xlsx"][..], "error[office-encrypted]"),
        (&["--from", "tests/office/libreoffice.doc"], "error[office-other-kind]"),
        (
            &["--from", "tests/office/openpyxl-goals.xlsx", "--sheet", "Mangler"],
            "error[workbook-without-sheet]",
        ),
        (&["--from", "tests/office/openpyxl-goals.xlsx", "--sheet", "Forside"], "nogen mål"),
        (&["styrelse", "--year", "2027", "--sheet", "A"], "--sheet"),
    ] {
        let output = kontrakt(&[&["new"], arguments].concat());
        assert_eq!((code(&output), out(&output).as_str()), (2, ""), "{arguments:?}");
        assert!(complaint(&output).contains(said), "{arguments:?}: {}", complaint(&output));
    }
}
