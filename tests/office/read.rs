//! Workbooks of other programs: `openpyxl.xlsx` was written by the library of that name.

use resultatkontrakt::app::import_words::value_text;
use resultatkontrakt::findings::{Code, OfficeFault};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::office::{is_workbook, read_sheet};
use resultatkontrakt::table::SheetChoice;

use super::{Case, file};

fn sheet(name: &str) -> SheetChoice {
    SheetChoice { sheet: Some(name.to_owned()), header: None }
}

#[test]
fn every_cell_says_what_the_person_sees_in_it() {
    let read = read_sheet(&file("tests/office/openpyxl.xlsx"), &SheetChoice::default()).unwrap();
    assert_eq!((read.sheet.as_str(), read.sheets), ("Tal", vec!["Forside".to_owned(), "Tal".to_owned()]));
    let lines: Vec<&str> = read.text.split('\n').map(|line| line.trim_end_matches('\t')).collect();
    let expected = [
        "Udtræk fra økonomisystemet",
        "",
        "mål\tperiode\tresultat\tenhed",
        "Mål 2\t2009-12\t26210\tforløb",
        "Mål 3\t2009\t82,5 %\tpct.",
        "Krav 1\t\t2009-11-20",
        "Krav 3\t\tja",
        "Krav 7\t\tOpfyldt",
        "Krav 4",
        "product-4 › concept\t\t20.06.2009\ttekst, der ligner en dag",
        "Mål 5\t2009\t1.234\ttekst, der ligner et tal",
        "Krav 2",
        "",
        "",
        "",
        "",
        "",
        "",
        "",
        "Mål 3\t2009-06\t0,3",
        "Mål 3\t2009-07\t0,333333333",
    ];
    assert_eq!(lines, expected);
    let formula = OfficeFault::FormulaWithoutValue { cell: "C12".to_owned() };
    let faults: Vec<_> = read.findings.into_iter().map(|(_, fault)| fault).collect();
    assert_eq!(faults, [formula], "nothing is worked out");
    assert_eq!(read.first_rows[1], (3, "mål · periode · resultat · enhed".to_owned()));
}

#[test]
fn days_are_counted_from_where_the_workbook_counts() {
    let read = read_sheet(&file("tests/office/openpyxl-1904.xlsx"), &SheetChoice::default()).unwrap();
    assert_eq!(read.text, "id\tdato\nproduct-1\t2009-11-20");
}

#[test]
fn another_sheet_and_another_header_can_be_chosen() {
    let bytes = file("tests/office/openpyxl.xlsx");
    let cover = read_sheet(&bytes, &sheet("Forside")).unwrap();
    assert_eq!(cover.text, "Resultater 2009");
    assert_eq!(read_sheet(&bytes, &sheet("Skjult")), Err(OfficeFault::NoSheet { name: "Skjult".to_owned() }));
    let later = SheetChoice { header: Some(4), ..sheet("Tal") };
    assert!(
        read_sheet(&bytes, &later).unwrap().text.starts_with("\n\n\nMål 2\t"),
        "rows above it are left out"
    );
}

#[test]
fn results_come_through_the_preview_of_tables() {
    let case = Case::example("ams-2009");
    let import = case.import(&file("tests/office/openpyxl.xlsx"), &SheetChoice::default());
    let changes = &import.preview.as_ref().unwrap().changes;
    let told: Vec<_> = changes
        .iter()
        .map(|change| {
            let line = &change.line;
            (line.number, &*line.name, value_text(line.value.as_ref(), line, Words::DANISH))
        })
        .collect();
    assert!(!told.is_empty() && told.iter().all(|(number, ..)| (4..=21).contains(number)), "{told:#?}");
    assert!(import.diagnostics.iter().any(|one| matches!(one.code, Code::Office(_)) && one.line == 12));
    assert_eq!(import.sheet.as_ref().unwrap().choice, sheet("Tal"));
}

#[test]
fn a_workbook_is_told_by_its_name_and_by_how_it_begins() {
    assert!(is_workbook("Tal.XLSX", b"PK\x03\x04"));
    assert!(is_workbook("tal.xls", &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    assert!(!is_workbook("tal.csv", b"PK\x03\x04") && !is_workbook("tal.xlsx", b"id;resultat"));
}
