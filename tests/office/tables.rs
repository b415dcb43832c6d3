//! Tables of contracts from other programs, cell by cell. `openpyxl-goals.xlsx` and `python-docx.docx` were written by the
//! libraries of those names; `LibreOffice` made `libreoffice-goals.ods`, `libreoffice-goals.xlsx` and `libreoffice.docx` of them.

use resultatkontrakt::findings::OfficeFault;
use resultatkontrakt::format::{Document, read};
use resultatkontrakt::i18n::{Lang, Words};
use resultatkontrakt::office::{is_office_file, read_sheet, read_tables};
use resultatkontrakt::table::pasted::{Grid, PastedTable, propose};
use resultatkontrakt::table::{FileTables, SheetChoice};

use super::file;

fn tables(name: &str, choice: &SheetChoice) -> FileTables {
    read_tables(&file(&format!("tests/office/{name}")), choice, Lang::Da).unwrap()
}

fn sheet(name: &str, header: Option<usize>) -> SheetChoice {
    SheetChoice { sheet: Some(name.to_owned()), header }
}

/// The rows: `a|b`, with `^` before what is part of a larger cell and `/` between lines.
fn rows(grid: &Grid) -> Vec<String> {
    let row = |row: &Vec<_>| {
        let cell = |cell: &resultatkontrakt::table::pasted::GridCell| {
            format!("{}{}", if cell.merged { "^" } else { "" }, cell.text.replace('\n', "/"))
        };
        row.iter().map(cell).collect::<Vec<_>>().join("|")
    };
    grid.rows.iter().map(row).collect()
}

/// The goals of the workbooks; what the formula comes to is only in the file of a program that works it out.
fn goals_of_the_workbooks(formula: &str) -> Vec<String> {
    [
        "Strategiske mål|^Strategiske mål|^Strategiske mål|^Strategiske mål|^Strategiske mål|^Strategiske mål",
        "Mål|Enhed|Resultater|^Resultater|Krav 2027|Vægt",
        "^Mål|^Enhed|2025|2026|^Krav 2027|^Vægt",
        "Mål 1: Kortere sagsbehandlingstid/for alle sager|dage|45,5|41|højst 40 dage|30",
        "Mål 2: Tilfredse brugere|pct.|81,2 %|82,5 %|mindst 85 pct.|25",
        "Mål 3: Ny platform i drift||||2027-06-30|20",
        &format!("Mål 4: Færre klager|sager|1.234|1000|højst 900 klager|{formula}"),
        "I alt|||||100",
    ]
    .map(str::to_owned)
    .into()
}

const RISKS_OF_THE_WORKBOOKS: [&str; 4] = [
    "Mål|Risiko|V|S|P|Handling",
    "Mål 1|For få sagsbehandlere|3|2|6|Flere ansættes",
    "^Mål 1|Nye regler|2|2|4|Høring følges",
    "Mål 3|Leverandøren bliver forsinket|3|3|9|Møde hver måned",
];

#[test]
fn every_cell_of_a_workbook_comes_in_as_it_is_seen() {
    for (name, formula, faults) in [
        ("openpyxl-goals.xlsx", "", vec![OfficeFault::FormulaWithoutValue { cell: "F8".to_owned() }]),
        ("libreoffice-goals.xlsx", "25", Vec::new()),
        ("libreoffice-goals.ods", "25", Vec::new()),
    ] {
        let read = tables(name, &SheetChoice::default());
        assert_eq!(
            read.sheets,
            ["Forside", "Mål", "Risici", "English"],
            "{name}: what cannot be seen is left out"
        );
        assert_eq!(read.findings, faults, "{name}");
        let sheets: Vec<_> = read.tables.iter().map(|one| one.sheet.clone().unwrap()).collect();
        assert_eq!(
            sheets,
            ["Mål", "Risici", "English"].map(|one| sheet(one, None)),
            "{name}: the known ones"
        );
        let grids: Vec<_> = read.tables.iter().map(|one| rows(&one.table.grid)).collect();
        assert_eq!(grids[0], goals_of_the_workbooks(formula), "{name}");
        assert_eq!(grids[1], RISKS_OF_THE_WORKBOOKS, "{name}");
        // An English table has English figures, and three decimals are not thousands.
        assert_eq!(grids[2][1], "Goal 1: Fewer cases|days|1.2340|at most 1.1 days|100", "{name}");
        assert_eq!(
            read.tables[0].first_rows[1],
            (3, "Mål · Enhed · Resultater · Krav 2027 · Vægt".to_owned())
        );
    }
}

/// The rows of the document's two tables.
const OF_THE_DOCUMENT: [&[&str]; 2] = [
    &[
        "Mål|Enhed|Resultater|^Resultater|Krav 2027|Vægt",
        "^Mål|^Enhed|2025|2026|^Krav 2027|^Vægt",
        "Mål 1: Kortere sagsbehandlingstid/• alle sager/• begge kontorer|dage|45,5|41|højst 40 dage|60",
        "Mål 2: Tilfredse brugere|pct.|81,2|82,5|mindst 85 pct.|40",
        "I alt|^I alt|^I alt|^I alt|^I alt|100",
    ],
    &[
        "Risiko|V|S|P|Handling",
        "For få sagsbehandlere|3|2|6|Flere ansættes",
        "Nye regler|2|2|4|Høring/følges",
    ],
];

#[test]
fn every_cell_of_a_document_comes_in_as_it_is_seen() {
    for name in ["python-docx.docx", "libreoffice.docx"] {
        let read = tables(name, &SheetChoice::default());
        assert_eq!((read.sheets, read.findings), (Vec::new(), Vec::new()), "{name}");
        let grids: Vec<_> = read.tables.iter().map(|one| rows(&one.table.grid)).collect();
        assert_eq!(grids, OF_THE_DOCUMENT, "{name}");
        let titles: Vec<_> = read.tables.iter().map(|one| one.table.title()).collect();
        assert_eq!(
            titles,
            [Some("Strategiske mål".to_owned()), Some("Tabel 2: Risici".to_owned())],
            "{name}"
        );
    }
}

#[test]
fn tables_of_files_propose_what_pasted_ones_do() {
    let of = |name: &str| tables(name, &SheetChoice::default()).tables.into_iter().map(|one| one.table);
    for (name, goals, weights) in [("python-docx.docx", 2, 100), ("libreoffice-goals.ods", 4, 100)] {
        let danish = |table: &PastedTable| table.shown_lang() == Some(Lang::Da) || table.has_risks();
        let tables: Vec<PastedTable> = of(name).filter(danish).collect();
        let proposals = propose(&tables, Lang::Da, None);
        assert_eq!((proposals.goals.len(), proposals.year), (goals, Some(2027)), "{name}");
        let text = proposals.contract(|_| false, Words::DANISH, 2026);
        let Some(Document::Contract(file)) = read(text.as_bytes()).document else { panic!("{text}") };
        assert_eq!(file.contract.points.as_ref().unwrap().total.0, weights.into(), "{name}");
        assert_eq!(file.contract.groups[0].title, "Strategiske mål", "{name}");
        assert!(!file.contract.risk.as_ref().unwrap().entries.is_empty(), "{name}");
    }
}

#[test]
fn another_sheet_and_another_row_can_be_chosen() {
    let name = "openpyxl-goals.xlsx";
    let cover = tables(name, &sheet("Forside", None));
    assert_eq!(rows(&cover.tables[0].table.grid), ["Resultatkontrakt 2027"]);
    assert!(!cover.tables[0].table.has_goals());
    let later = tables(name, &sheet("Risici", Some(2)));
    assert_eq!(later.tables[0].table.names[1], "For få sagsbehandlere");
    assert_eq!(later.tables[0].table.len(), 2);
    assert_eq!(later.tables[0].table.grid.before[0], "Mål");
    let bytes = file(&format!("tests/office/{name}"));
    let missing = read_tables(&bytes, &sheet("Skjult", None), Lang::Da);
    assert_eq!(missing, Err(OfficeFault::NoSheet { name: "Skjult".to_owned() }));
}

#[test]
fn results_come_in_from_an_opendocument_workbook_like_from_another() {
    let [calc, excel] = ["libreoffice-results.ods", "openpyxl.xlsx"]
        .map(|name| read_sheet(&file(&format!("tests/office/{name}")), &SheetChoice::default()).unwrap());
    let lines = |text: &str| -> Vec<String> {
        let lines = text.split('\n').map(|line| line.trim_end_matches('\t').to_owned());
        // A program that works formulas out has a value where the other has none.
        lines.filter(|line| !line.starts_with("Krav 2")).collect()
    };
    assert_eq!(lines(&calc.text), lines(&excel.text));
    assert_eq!((calc.sheet, calc.sheets), (excel.sheet, excel.sheets));
}

#[test]
fn an_office_file_is_told_by_its_name_and_by_how_it_begins() {
    for name in ["Mål.XLSX", "mål.ods", "Kontrakt.docx", "kontrakt.docm", "gammel.doc"] {
        assert!(is_office_file(name, b"PK\x03\x04"), "{name}");
    }
    for (name, bytes) in [("tal.csv", &b"PK\x03\x04"[..]), ("mål.docx", b"<table>"), ("docx", b"PK")] {
        assert!(!is_office_file(name, bytes), "{name}");
    }
}
