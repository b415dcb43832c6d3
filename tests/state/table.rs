//! The assessment as a table: what stands in it, and that it comes in again with nothing changed.

use std::rc::Rc;

use proptest::prelude::*;
use resultatkontrakt::app::Import;
use resultatkontrakt::app::table::{SheetCell, TableForm, html, separated, sheet_table};
use resultatkontrakt::app::{Action, Edit, EntryField, EntryId, FieldId, IncomingTable, ReportedField};
use resultatkontrakt::domain::contract::GoalId;
use resultatkontrakt::domain::number::Decimal;
use resultatkontrakt::i18n::{Lang, Words};

use crate::page::{Page, field, value};

const FORMS: [TableForm; 3] = [TableForm::DanishFile, TableForm::PlainFile, TableForm::Pasted(Lang::Da)];

fn written(page: &Page, form: TableForm) -> String {
    separated(&sheet_table(page.case(), page.state.sheet().unwrap(), page.state.lang.words()), form)
}

/// Reads a table into the page, and gives what it would change and what is wrong or remarkable about it.
fn read_back(page: &mut Page, text: &str) -> (usize, Vec<String>) {
    page.does(Action::Import(Rc::new(IncomingTable::read("igen.csv", text.as_bytes()))));
    let import: &Import = page.state.import.as_ref().unwrap();
    let wrong = import.diagnostics.iter().map(|one| format!("{}: {}", one.line, one.code.name()));
    (import.chosen().count(), wrong.collect())
}

/// All that there is to say of the page's own table.
fn its_own() -> Vec<String> {
    vec!["1: table-own-columns".into()]
}

#[test]
fn each_form_comes_in_again_with_nothing_changed_and_says_what_is_not_read() {
    for form in FORMS {
        for words in [Words::DANISH, Words::ENGLISH] {
            let mut page = Page::example();
            page.does(Edit::Type { field: FieldId::AsOf, text: "30.12.2009".into() });
            if words.lang == Lang::En {
                page.does(Action::Language(words.lang));
            }
            let text = written(&page, form);
            assert_eq!(read_back(&mut page, &text), (0, its_own()), "{form:?} {words:?}\n{text}");
            let preview = page.state.import.as_ref().unwrap().preview.clone().unwrap();
            assert!(preview.same.total > 10, "{text}");
        }
    }
}

#[test]
fn a_rating_goes_out_by_its_title_and_comes_in_again() {
    let contract = r#"{
      "format": "resultatkontrakt", "version": 1, "id": "rated", "title": "Bedømt", "points": {"total": 100},
      "goals": [{"id": "plan", "title": "Plan", "weight": 100, "target": {"kind": "rated", "levels": [
        {"id": "not", "title": "Ikke opfyldt", "share": 0}, {"id": "full", "title": "Opfyldt", "share": 1}]}}]
    }"#;
    let level = EntryId::goal(&"plan".into()).reported(&[], ReportedField::Level);
    for form in FORMS {
        let mut page = Page::start();
        page.open_text("bedømt.json", contract, "1");
        page.enters(&level, "full");
        let text = written(&page, form);
        assert!(text.contains("Opfyldt") && !text.contains("full"), "{text}");
        assert_eq!(read_back(&mut page, &text), (0, its_own()), "{form:?}\n{text}");
        page.enters(&level, "");
        assert_eq!(read_back(&mut page, &text), (1, its_own()), "{form:?}\n{text}");
        page.does(Action::ApplyImport);
        assert_eq!(page.text(&level), "full");
    }
}

#[test]
fn a_table_that_went_out_fills_an_empty_assessment_with_what_was_measured() {
    for form in FORMS {
        let (mut page, example) = (Page::empty(), Page::example());
        page.does(Action::Import(Rc::new(IncomingTable::read("x.csv", written(&example, form).as_bytes()))));
        page.does(Action::ApplyImport);
        for (goal, of) in &example.state.sheet().unwrap().assessment().results {
            let got = page.state.sheet().unwrap().assessment().results.get(goal);
            let (got, of) = (got.map(|entry| &entry.reported), &of.reported);
            // What a person judges, and what counts from a baseline alone, is not measured.
            if of.points.is_none() && of.baseline.is_none() {
                assert_eq!(got, Some(of), "{form:?} {goal}");
            }
        }
    }
}

#[test]
fn answers_and_days_stand_for_each_other_and_keep_what_they_are() {
    for (said, done) in [("26.02.2009", None), ("", Some("false"))] {
        let mut page = Page::example();
        let entry = EntryId::goal(&"product-1".into());
        page.does(Edit::Type { field: entry.reported(&[], ReportedField::Date), text: said.into() });
        if let Some(done) = done {
            page.picks(&entry.reported(&[], ReportedField::Done), done);
        }
        let before = page.state.sheet().unwrap().assessment().clone();
        for form in FORMS {
            let text = written(&page, form);
            assert_eq!(read_back(&mut page, &text), (0, its_own()), "{text}");
            page.does(Action::DismissImport);
            // The same into an empty assessment.
            let mut other = Page::empty();
            other.does(Action::Import(Rc::new(IncomingTable::read("x.csv", text.as_bytes()))));
            other.does(Action::ApplyImport);
            let of = |page: &Page| {
                let results = &page.state.sheet().unwrap().assessment().results;
                results.get("product-1").map(|entry| entry.reported.clone())
            };
            assert_eq!(of(&other), before.results.get("product-1").map(|entry| entry.reported.clone()));
        }
    }
}

#[test]
fn a_figure_comes_back_as_it_was_however_many_decimals_it_has() {
    for number in ["26211", "-5", "1.234", "0.5", "999.125", "1234.567", "0.0001", "12345678.9"] {
        for form in FORMS {
            let mut page = Page::example();
            page.does(Edit::Clarify { field: value("goal-2"), value: number.parse().unwrap() });
            let text = written(&page, form);
            assert_eq!(read_back(&mut page, &text), (0, its_own()), "{number} {form:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_figure_comes_back(whole in -10_000_000_i64..10_000_000, scale in 0_u32..8, form in 0_usize..3) {
        let figure = Decimal::new(whole, scale);
        let mut page = Page::empty();
        page.does(Edit::Clarify { field: value("goal-2"), value: figure });
        let text = written(&page, FORMS[form]);
        prop_assert_eq!(read_back(&mut page, &text), (0, its_own()), "{}", figure);
    }

    #[test]
    fn every_title_and_note_stays_in_its_cell(note in "[=+@'\"\u{e5};,\t\r\n<&a-]{1,12}", form in 0_usize..2) {
        let mut page = Page::example();
        page.does(Edit::Type { field: field("goal-2", EntryField::Note), text: note.as_str().into() });
        let text = written(&page, FORMS[form]);
        prop_assert_eq!(read_back(&mut page, &text), (0, its_own()), "{}", text);
    }
}

#[test]
fn nothing_that_is_written_is_a_formula() {
    let mut page = Page::example();
    let note = field("goal-2", EntryField::Note);
    for text in [
        "=HYPERLINK(\"http://x\";\"y\")",
        "+1",
        "-1 dag",
        "@SUM(A1)",
        "\t=1",
        "'=1",
        "  =1",
        "\u{a0}=1",
        "\u{200b}=1",
        "＋1",
    ] {
        page.does(Edit::Type { field: note.clone(), text: text.into() });
        let table = sheet_table(page.case(), page.state.sheet().unwrap(), Words::DANISH);
        for form in FORMS {
            let out = separated(&table, form);
            for line in out.trim_start_matches('\u{feff}').lines() {
                let cells = line.split([';', ',', '\t']).map(|cell| cell.trim_start_matches('"'));
                for cell in cells.filter(|cell| cell.starts_with(['=', '+', '-', '@'])) {
                    assert!(cell.parse::<f64>().is_ok(), "{cell} in {line}");
                }
            }
        }
        assert!(!html(&table, Lang::Da).contains(&format!(">{text}")), "{text}");
    }
}

#[test]
fn two_counts_stand_behind_the_other_columns_where_a_contract_has_them() {
    let contract = r#"{"format": "resultatkontrakt", "version": 1, "id": "counted", "title": "Optalt", "points": {"total": 100},
        "goals": [{"id": "a", "title": "Til tiden", "weight": 60, "target": {"kind": "at_least", "value": 95},
            "ratio": {"numerator": "Til tiden", "denominator": "I alt", "decimals": 1, "percent": true}},
          {"id": "b", "title": "Gennemført", "weight": 40, "target": {"kind": "done"}}]}"#;
    let mut page = Page::start();
    page.open_text("optalt.json", contract, "1");
    let entry = EntryId::goal(&GoalId::from("a"));
    page.enters(&entry.reported(&[], ReportedField::Numerator), "957");
    page.enters(&entry.reported(&[], ReportedField::Denominator), "1000");
    let text = written(&page, TableForm::DanishFile);
    let lines: Vec<_> = text.lines().collect();
    assert!(lines[0].ends_with("dokumentation;tæller;nævner"), "{text}");
    assert!(lines[1].ends_with(";957;1000") && lines[1].contains(";95,7;"), "{text}");
    assert!(lines.iter().all(|line| line.split(';').count() == 14), "{text}");
    assert_eq!(read_back(&mut page, &text), (0, its_own()), "{text}");
}

#[test]
fn a_break_or_tab_of_a_cell_begins_no_other_one_where_it_is_pasted() {
    let mut page = Page::example();
    page.does(Edit::Type { field: field("goal-2", EntryField::Note), text: "først\t=1\nså".into() });
    let pasted = written(&page, TableForm::Pasted(Lang::Da));
    assert!(pasted.lines().any(|line| line.contains("\tførst =1 så\t")), "{pasted}");
    assert!(pasted.lines().all(|line| line.split('\t').count() == 12), "{pasted}");
    assert!(written(&page, TableForm::DanishFile).contains("først\t=1\nså"));
}

#[test]
fn a_file_for_danish_excel_has_its_mark_its_semicolons_and_its_commas() {
    let mut page = Page::example();
    let danish = written(&page, TableForm::DanishFile);
    assert!(danish.starts_with("\u{feff}id;mål;titel;del;krav;resultat;status;"), "{danish}");
    let row = danish.lines().find(|line| line.starts_with("product-8;")).unwrap();
    assert!(row.contains(";3,9;Opfyldt;25;25;25;"), "{row}");
    let plain = written(&page, TableForm::PlainFile);
    assert!(plain.starts_with("id,mål,titel"), "{plain}");
    assert!(plain.lines().any(|line| line.starts_with("product-8,") && line.contains(",3.9,Opfyldt,25,")));
    page.does(Action::Language(Lang::En));
    assert!(written(&page, TableForm::PlainFile).starts_with("id,goal,title,part,target,result,status,"));
}

#[test]
fn each_goal_and_each_part_has_a_row_with_its_points_beside_the_goal() {
    let page = Page::example();
    let table = sheet_table(page.case(), page.state.sheet().unwrap(), Words::DANISH);
    let of =
        |id: &'static str| table.rows.iter().filter(move |row| row[0] == SheetCell::Words(id.to_owned()));
    let parts: Vec<_> = of("product-4").map(|row| (row[3].clone(), row[7].clone())).collect();
    assert_eq!(parts.len(), 3);
    assert_eq!(parts[0], (SheetCell::Empty, SheetCell::Number(0.into())));
    assert_eq!(parts[1], (SheetCell::Words("Koncept og kravspecifikation".to_owned()), SheetCell::Empty));
    let open = of("goal-1").next().unwrap();
    assert_eq!((&open[7], &open[8]), (&SheetCell::Number(0.into()), &SheetCell::Number(125.into())));
}

#[test]
fn what_is_pasted_into_a_document_is_a_table_without_markup_of_its_own() {
    let mut page = Page::example();
    let note = field("goal-2", EntryField::Note);
    page.does(Edit::Type { field: note, text: "<b>a & b</b>\nså".into() });
    let out = html(&sheet_table(page.case(), page.state.sheet().unwrap(), Words::DANISH), Lang::Da);
    assert!(out.contains("<td>&lt;b&gt;a &amp; b&lt;/b&gt;<br>så</td>"), "{out}");
    assert!(out.starts_with("<table><tr><th>id</th>") && out.ends_with("</tr></table>"));
    assert!(!out.contains("style"));
}
