//! Tables as files: what is one, what cannot be read in it, and how large it may be.

use std::fmt::Write;
use std::rc::Rc;
use std::time::{Duration, Instant};

use resultatkontrakt::app::{Action, IncomingTable, Message};
use resultatkontrakt::i18n::Words;

use super::{DANISH, changes, import, table, wrong};
use crate::page::Page;

#[test]
fn a_figure_that_a_comma_may_have_divided_is_not_taken_for_its_first_half() {
    let mut page = Page::empty();
    let mut told = |rows: &str| {
        page.does(table(&format!("goal,period,value,note\n{rows}")));
        (changes(&page), wrong(&page))
    };
    for row in
        ["product-8,2009,3,9", "product-8,2009,-3,9 %", "product-8,2009,1.234,56", "product-8,2009,3 ,9 "]
    {
        let divided = ["1:19 table-column-ignored", "2:16 row-divided-number"].map(str::to_owned);
        assert_eq!(told(&format!("{row}\n")), (vec![], divided.to_vec()), "{row}");
    }
    for row in
        ["product-8,2009,3,", "product-8,2009,3,fra 9", "product-8,2009,\"3\",9", "product-8,2009,3,\"9\""]
    {
        let taken = vec!["goal/product-8/value 2009 3".to_owned()];
        let ignored = vec!["1:19 table-column-ignored".to_owned()];
        assert_eq!(told(&format!("{row}\n")), (taken, ignored), "{row}");
    }
    // Where another figure shows a decimal point, a comma is no decimal mark.
    let (changes, wrong) = told("product-8,2009,3,9\ngoal-5,2009,100.5,9\n");
    assert_eq!((changes.len(), wrong.len()), (2, 1), "{wrong:?}");
}

#[test]
fn a_column_of_marks_or_judgements_is_said_to_be_ignored() {
    for name in ["karakter", "bedømmelse", "Point", "status", "grade", "judgement"] {
        let mut page = Page::empty();
        page.does(table(&format!(
            "mål;periode;resultat;{name}\ngoal-2;2009-12;26.210;4\nproduct-2;2009;;120\n"
        )));
        assert_eq!(changes(&page), ["goal/goal-2/value 2009-12 26210"]);
        assert_eq!(wrong(&page), ["1:22 table-column-ignored"], "{name}");
        let said = import(&page).diagnostics[0].code.message(Words::DANISH);
        assert_eq!(said, format!("Kolonnen »{name}« bruges ikke."));
        // The row that has nothing but a judgement is counted among those that are not used.
        assert_eq!(import(&page).preview.as_ref().unwrap().unused_total(), 1);
    }
}

#[test]
fn a_row_that_names_two_goals_names_none() {
    let mut page = Page::empty();
    page.does(table(
        "id;mål;titel;periode;resultat\ngoal-2;Mål 3;;2009-12;26.210\n;Mål 2;Færre unge under 30 år på ydelser;2009-12;26.210\nproduct-4/live;Produktkrav 4 › Koncept og kravspecifikation;;;12.01.2010\n",
    ));
    assert!(changes(&page).is_empty());
    assert_eq!(wrong(&page), ["2:8 row-two-goals", "3:8 row-two-goals", "4:16 row-two-goals"]);
    let said = &import(&page).diagnostics[0];
    assert_eq!(
        said.code.message(Words::DANISH),
        "Rækken nævner både »goal-2« og »Mål 3«, som ikke er det samme."
    );
    // Another name of the same goal, and one that no goal has, are no contradiction.
    page.does(table(
        "id;mål;titel;periode;resultat\ngoal-2;mål 2;Sygedagpenge;2009-12;26.210\nproduct-4/live;Produktkrav 4;I drift;;12.01.2010\n",
    ));
    assert_eq!((changes(&page).len(), wrong(&page).len()), (2, 0));
}

#[test]
fn a_table_is_known_by_its_name_and_a_text_by_how_it_begins() {
    for (name, text, is_table) in [
        ("resultater.csv", "mål;resultat", true),
        ("RESULTATER.CSV", "", true),
        ("resultater.tsv", "mål\tresultat", true),
        ("resultater.txt", "\u{feff}mål;resultat", true),
        ("kontrakt.txt", "\u{feff} {\"format\": …", false),
        ("kontrakt.json", "mål;resultat", false),
        ("kontrakt", "mål;resultat", false),
    ] {
        assert_eq!(IncomingTable::is_one(name, text.as_bytes()), is_table, "{name}");
    }
}

#[test]
fn a_table_without_a_contract_says_so() {
    let mut page = Page::start();
    page.does(table(DANISH));
    assert!(page.state.import.is_none());
    assert_eq!(page.message(), Message::TableNeedsContract { name: "resultater.csv".into() });
}

#[test]
fn a_file_that_cannot_be_used_changes_nothing() {
    let mut page = Page::example();
    let open = Rc::clone(page.case());
    page.does(table("goal-2;2009-12;1\n"));
    assert!(import(&page).preview.is_none());
    page.does_in_vain(Action::ApplyImport);
    assert!(Rc::ptr_eq(page.case(), &open));
}

#[test]
fn a_hundred_thousand_rows_are_read_in_time() {
    let mut text = "mål;periode;resultat\n".to_owned();
    for row in 0..100_000 {
        let (goal, month, figure) = (row % 20, row % 12 + 1, 20_000 + row);
        writeln!(text, "goal-{goal};20{:02}-{month:02};{figure}", row % 10).unwrap();
    }
    text.push_str("goal-2;2009-12;26.210\n");
    let mut page = Page::empty();
    let begin = Instant::now();
    page.does(table(&text));
    assert!(begin.elapsed() < Duration::from_secs(20), "{:?}", begin.elapsed());
    let import = import(&page);
    let preview = import.preview.as_ref().unwrap();
    assert_eq!(preview.rows, 100_001);
    assert!(import.diagnostics.len() < 2_000);
    assert!(preview.unused.iter().all(|(_, lines)| lines.first.len() <= 200));
}

#[test]
fn every_row_is_counted_as_a_change_as_there_already_or_as_not_used() {
    let text = "mål;periode;resultat\n\
        goal-2;2009-12;26.210\n\
        ukendt;2009-12;1\n\
        goal-2;31.02.2009;1\n\
        goal-2;2010-01;26.000\n\
        product-3;2009-12\n";
    let mut page = Page::empty();
    page.does(table(text));
    let preview = import(&page).preview.as_ref().unwrap();
    assert_eq!((preview.rows, preview.changes.len(), preview.same.total), (5, 1, 0));
    assert_eq!(preview.unused_total(), 4, "three rows with problems, and one of another period");
}
