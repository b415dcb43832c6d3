//! Workbooks that go out: they come in again unchanged, and their figures are those of the papers.

use resultatkontrakt::domain::number::Decimal;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::office::{paper_workbook, workbook};
use resultatkontrakt::report::Paper;
use resultatkontrakt::table::SheetChoice;

use super::sheet::{Book, Value};
use super::unpacked::unpacked;
use super::{Case, EXAMPLES};

fn written(case: &Case, paper: Paper, words: Words) -> Vec<u8> {
    case.with_matter(words, |matter| workbook(matter, paper))
}

#[test]
fn what_goes_out_comes_in_again_unchanged_and_with_nothing_to_remark_on() {
    for name in EXAMPLES {
        for words in [Words::DANISH, Words::ENGLISH] {
            let case = Case::example(name);
            let import = case.import(&written(&case, Paper::Overview, words), &SheetChoice::default());
            assert_eq!(*import.diagnostics, [], "{name}");
            let preview = import.preview.as_ref().unwrap();
            assert_eq!(preview.changes, [], "{name}");
            assert!(preview.rows > 0, "{name}");
        }
    }
}

#[test]
fn a_paper_of_the_whole_assessment_is_that_assessment() {
    let case = Case::example("ams-2009");
    for paper in [Paper::Overview, Paper::SelfAssessment, Paper::Decision] {
        let names = ["Resultater", "Resultatløn", "Risici", "Målrapportering", "Fund", "Om"];
        assert_eq!(Book::read(&written(&case, paper, Words::DANISH)).names(), names);
    }
}

#[test]
fn a_paper_that_leaves_out_pay_is_a_workbook_that_does() {
    let case = Case::example("ams-2009");
    for paper in [Paper::Notice, Paper::AnnualReport, Paper::ContractCheck, Paper::ContractDraft] {
        let bytes = written(&case, paper, Words::DANISH);
        let book = Book::read(&bytes);
        assert_eq!(book.names().len(), 2, "{:?}", book.names());
        let sheets: String = unpacked(&bytes).into_values().collect();
        assert!(!sheets.contains("Til udbetaling") && !sheets.contains("Fortroligt"), "{paper:?}");
    }
    let reporting = Book::read(&written(&case, Paper::AnnualReport, Words::DANISH));
    let heads = ['A', 'B', 'C', 'D', 'E'].map(|column| reporting.value(0, &format!("{column}1")));
    let expected =
        ["Mål", "Krav", "Resultat", "Opfyldelse", "Bemærkning"].map(|head| Value::Text(head.to_owned()));
    assert_eq!(heads, expected);
    assert_eq!(reporting.names(), ["Målrapportering 2009", "Om"]);
}

/// The formula and the value of a cell.
fn formula<'p>(sheet: &'p str, cell: &str) -> (&'p str, Decimal) {
    let (_, rest) = sheet.split_once(&format!("<c r=\"{cell}\"")).unwrap();
    let rest = rest.split_once("</c>").unwrap().0;
    let formula = rest.split_once("<f>").unwrap().1.split_once("</f>").unwrap().0;
    let value = rest.split_once("<v>").unwrap().1.split_once("</v>").unwrap().0;
    (formula, value.parse().unwrap())
}

/// The row of a sheet that begins with this text.
fn row_of(sheet: &str, text: &str) -> usize {
    let before = sheet.split_once(&format!(">{text}</t>")).unwrap().0;
    before.rsplit_once("<row r=\"").unwrap().1.split_once('"').unwrap().0.parse().unwrap()
}

#[test]
fn points_of_a_plain_rule_follow_the_cell_and_the_chain_follows_them() {
    let case = Case::example("ams-2009");
    let parts = unpacked(&written(&case, Paper::Overview, Words::DANISH));
    let results = &parts["xl/worksheets/sheet1.xml"];
    let row = row_of(results, "goal-2");
    let n = |text: &str| text.parse::<Decimal>().unwrap();
    let formula_of_least = format!("IF(ISNUMBER(F{row}),IF(F{row}&lt;=26675,150,0),0)");
    assert_eq!(formula(results, &format!("H{row}")), (formula_of_least.as_str(), n("150")));
    let formula_of_most = format!("IF(ISNUMBER(F{row}),IF(F{row}&lt;=26675,150,0),150)");
    assert_eq!(formula(results, &format!("I{row}")), (formula_of_most.as_str(), n("150")));

    let pay = &parts["xl/worksheets/sheet2.xml"];
    let outcome = case.evaluation.pay.as_ref().unwrap();
    let (sum, reached) = formula(pay, &format!("B{}", row_of(pay, "Kontraktens point")));
    assert!(sum.starts_with("SUM('Resultater'!H2:H"), "{sum}");
    assert_eq!(reached, outcome.contract_points.unwrap().0.min.0);
    let row = row_of(pay, "Til udbetaling");
    for (column, expected) in [("B", outcome.payable.unwrap().min), ("C", outcome.payable.unwrap().max)] {
        assert_eq!(formula(pay, &format!("{column}{row}")).1, expected.0.normalize());
    }
    assert!(pay.contains("Fortroligt") && !results.contains("Fortroligt"));
}

#[test]
fn only_results_can_be_changed_and_only_to_what_their_targets_want() {
    let case = Case::example("ams-2009");
    let parts = unpacked(&written(&case, Paper::Overview, Words::DANISH));
    let results = &parts["xl/worksheets/sheet1.xml"];
    assert!(results.contains("<sheetProtection sheet=\"1\""));
    // The looks that are open to changes are the last two.
    let open: Vec<&str> = ["9", "10"]
        .iter()
        .flat_map(|look| {
            results.split("<c r=\"").filter(move |cell| cell.contains(&format!("\" s=\"{look}\"")))
        })
        .map(|cell| &cell[..1])
        .collect();
    assert!(!open.is_empty() && open.iter().all(|column| *column == "F"), "{open:?}");
    assert!(results.contains("type=\"decimal\"") && results.contains("type=\"date\""));
}

#[test]
fn words_of_strangers_stay_words() {
    let words = "=1+1 <script> & \\\"x\\\"";
    let contract = format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "x", "title": "{words}", "points": {{"total": 100}},
            "period": {{"from": "2009-01-01", "to": "2009-12-31"}},
            "goals": [{{"id": "a", "title": "{words}", "weight": 100, "target": {{"kind": "done"}}}}]}}"#
    );
    let assessment = r#"{"format": "resultatvurdering", "version": 1, "contract": {"id": "x"}, "by": "director",
        "status": "final", "as_of": "2009-12-31", "results": {}}"#;
    let case = Case::of(contract.as_bytes(), assessment.as_bytes());
    let parts = unpacked(&written(&case, Paper::Overview, Words::DANISH));
    let results = &parts["xl/worksheets/sheet1.xml"];
    assert!(results.contains(
        "t=\"inlineStr\"><is><t xml:space=\"preserve\">=1+1 &lt;script&gt; &amp; &quot;x&quot;</t>"
    ));
    assert!(!results.contains("<f>=1+1"));
}

#[test]
fn a_paper_without_its_matter_is_a_workbook_of_its_tables() {
    for paper in Paper::ALL {
        let written = Case::example("ams-2009").with_matter(Words::DANISH, |matter| paper.write(matter));
        let parts = unpacked(&paper_workbook(&written));
        assert!(parts["xl/worksheets/sheet1.xml"].contains("<row r=\"2\""), "{paper:?}");
    }
}
