//! Measured results from a table: what is shown before, what is changed, and that it can be undone.

mod files;
mod laws;
mod periods;

use std::rc::Rc;

use resultatkontrakt::app::Value;
use resultatkontrakt::app::{Action, EntryField, EntryId, FieldId, IncomingTable, Message, ReportedField};
use resultatkontrakt::app::{Before, Import, ImportChange, ImportLine, Unused};
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::date::iso;
use resultatkontrakt::domain::evaluation::GoalStatus;

use crate::page::{Page, date, field, value};

pub(crate) fn table(text: &str) -> Action {
    Action::Import(Rc::new(IncomingTable::read("resultater.csv", text.as_bytes())))
}

pub(super) fn import(page: &Page) -> &Import {
    page.state.import.as_ref().unwrap()
}

/// `goal/goal-2/value 2009-12 26210`
pub(super) fn line(line: &ImportLine) -> String {
    let period = line.period.map_or_else(|| "-".to_owned(), |period| period.to_string());
    let value = line.value.as_ref().map_or_else(|| "-".to_owned(), plain);
    format!("{} {period} {value}", line.field)
}

pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Date(date) => iso(*date),
        Value::Period(period) => period.to_string(),
        Value::Choice(choice) => choice.code().to_owned(),
        Value::Text(words) => words.to_string(),
    }
}

pub(super) fn changes(page: &Page) -> Vec<String> {
    let before = |change: &ImportChange| match &change.before {
        Before::Empty => String::new(),
        Before::Value(value) => format!(" over {}", plain(value)),
        Before::Text(text) => format!(" over »{text}«"),
    };
    let preview = import(page).preview.as_ref().unwrap();
    preview.changes.iter().map(|change| line(&change.line) + &before(change)).collect()
}

pub(super) fn unused(page: &Page, reason: Unused) -> Vec<String> {
    let preview = import(page).preview.as_ref().unwrap();
    let (_, lines) = preview.unused.iter().find(|(of, _)| *of == reason).unwrap();
    lines.first.iter().map(line).collect()
}

/// What is wrong, as `line:column code`.
pub(super) fn wrong(page: &Page) -> Vec<String> {
    let found = import(page).diagnostics.iter();
    found.map(|one| format!("{}:{} {}", one.line, one.column, one.code.name())).collect()
}

pub(super) fn part(goal: &str, part: &str) -> FieldId {
    EntryId::goal(&goal.into()).reported(&[part.into()], ReportedField::Date)
}

pub(super) const DANISH: &str = "mål;periode;resultat\n\
    goal-2;december 2009;26.210\n\
    Produktkrav 1;;20.11.2009\n\
    produktkrav 4 › Koncept og kravspecifikation;;20.06.2009\n\
    product-4/live;;2010-01-12\n\
    product-8;2009;3,9\n";

const ENGLISH: &str = "goal,period,value\r\n\
    goal-2,2009M12,\"26,210\"\r\n\
    product-1,,2009-11-20\r\n\
    product-4/concept,,20 June 2009\r\n\
    product-4/live,,12 Jan 2010\r\n\
    product-8,2009,3.9\r\n";

#[test]
fn danish_and_english_tables_come_to_the_same() {
    let expected = [
        "goal/goal-2/value 2009-12 26210",
        "goal/product-1/date - 2009-11-20",
        "goal/product-4/concept/date - 2009-06-20",
        "goal/product-4/live/date - 2010-01-12",
        "goal/product-8/value 2009 3.9",
    ];
    for text in [DANISH, ENGLISH] {
        let mut page = Page::empty();
        page.does(table(text));
        assert_eq!(changes(&page), expected);
        assert!(wrong(&page).is_empty(), "{:?}", wrong(&page));
    }
}

#[test]
fn the_example_s_table_holds_what_its_assessment_says_was_measured() {
    let (mut page, example) = (Page::empty(), Page::example());
    page.does(table(include_str!("../../../contracts/ams-2009.results.csv")));
    assert!(wrong(&page).is_empty(), "{:?}", wrong(&page));
    page.does(Action::ApplyImport);
    let (mut imported, mut assessed) = (assessment(&page), assessment(&example));
    // What a person judges is in the assessment alone.
    assessed.results.remove("product-2");
    for results in [&mut imported.results, &mut assessed.results] {
        for entry in results.values_mut() {
            let entry = Rc::make_mut(entry);
            (entry.note, entry.evidence) = (None, None);
        }
    }
    assert_eq!(imported.results, assessed.results);
}

#[test]
fn nothing_is_applied_until_it_is_confirmed() {
    let mut page = Page::example();
    let open = Rc::clone(page.case());
    page.does(table("mål;periode;resultat\ngoal-2;2009-12;30.000\n"));
    assert!(Rc::ptr_eq(page.case(), &open));
    page.does(Action::DismissImport);
    assert!(Rc::ptr_eq(page.case(), &open) && page.state.import.is_none());
    page.does_in_vain(Action::DismissImport);
    page.does_in_vain(Action::ApplyImport);
}

#[test]
fn what_is_confirmed_is_one_change_that_is_undone_and_made_again_as_a_whole() {
    let mut page = Page::empty();
    let before = assessment(&page);
    page.does(table(DANISH));
    page.does(Action::ApplyImport);
    assert_eq!(page.message(), Message::Imported { name: "resultater.csv".into(), count: 5 });
    assert!(page.state.import.is_none());
    assert_eq!(page.status("goal-2"), GoalStatus::Met);
    assert_eq!(page.text(&value("goal-2")), "26.210");
    assert_eq!(page.text(&part("product-4", "live")), "12.01.2010");
    page.adds_up();
    let after = assessment(&page);
    page.does(Action::Undo);
    assert_eq!(assessment(&page), before);
    page.adds_up();
    page.does_in_vain(Action::Undo);
    page.does(Action::Redo);
    assert_eq!(assessment(&page), after);
    page.adds_up();
}

pub(super) fn assessment(page: &Page) -> Assessment {
    page.state.sheet().unwrap().assessment().clone()
}

#[test]
fn a_figure_carries_where_it_comes_from_and_what_was_written_stays() {
    let mut page = Page::example();
    page.enters(&field("goal-2", EntryField::Evidence), "Jobindsats");
    let note = page.text(&field("goal-2", EntryField::Note));
    page.does(table("mål;periode;resultat\ngoal-2;2009-12;26.000\nproduct-4/concept;;1.6.2009\nproduct-4/live;;2.6.2009\n"));
    page.does(Action::ApplyImport);
    let evidence = |goal: &str| page.text(&field(goal, EntryField::Evidence));
    assert_eq!(evidence("goal-2"), "Jobindsats; resultater.csv, linje 2");
    assert_eq!(evidence("product-4"), "resultater.csv, linje 3 og 4");
    assert_eq!(page.text(&field("goal-2", EntryField::Note)), note);
}

#[test]
fn what_stands_in_a_field_is_shown_and_may_be_kept() {
    let mut page = Page::example();
    page.enters(&value("product-8"), "ca. 4");
    page.does(table("mål;periode;resultat\ngoal-2;2009-12;26.210\nproduct-1;;21.11.2009\nproduct-8;2009;4,1\nproduct-12;;3.3.2009\n"));
    assert_eq!(
        changes(&page),
        [
            "goal/product-1/date - 2009-11-21 over 2009-11-20",
            "goal/product-8/value 2009 4.1 over »ca. 4«",
            "goal/product-12/date - 2009-03-03",
        ]
    );
    let same = &import(&page).preview.as_ref().unwrap().same;
    assert_eq!((same.total, line(&same.first[0]).as_str()), (1, "goal/goal-2/value 2009-12 26210"));
    page.does(Action::LeaveOut { field: date("product-1"), out: true });
    page.does_in_vain(Action::LeaveOut { field: date("product-1"), out: true });
    page.does(Action::LeaveOut { field: value("product-8"), out: true });
    page.does(Action::LeaveOut { field: value("product-8"), out: false });
    page.does(Action::ApplyImport);
    assert_eq!(page.message(), Message::Imported { name: "resultater.csv".into(), count: 2 });
    assert_eq!(page.text(&date("product-1")), "20.11.2009");
    assert_eq!(page.text(&value("product-8")), "4,1");
    page.adds_up();
}

#[test]
fn a_day_takes_the_place_of_the_word_that_it_will_not_be_reached() {
    let mut page = Page::empty();
    page.picks(&EntryId::goal(&"product-1".into()).reported(&[], ReportedField::Done), "false");
    page.does(table("mål;dato\nproduct-1;20.11.2009\n"));
    assert_eq!(changes(&page), ["goal/product-1/date - 2009-11-20 over false"]);
    page.does(Action::ApplyImport);
    assert_eq!(page.status("product-1"), GoalStatus::Met);
}

#[test]
fn with_everything_left_out_there_is_nothing_to_apply() {
    let mut page = Page::empty();
    page.does(table("mål;periode;resultat\ngoal-2;2009-12;26.210\n"));
    page.does(Action::LeaveOut { field: value("goal-2"), out: true });
    page.does_in_vain(Action::ApplyImport);
}

#[test]
fn what_is_being_typed_is_left_first() {
    let mut page = Page::empty();
    page.types(&value("goal-2"), "26.210");
    page.does(table("mål;periode;resultat\ngoal-2;2009-12;26.210\n"));
    assert!(page.case().typing.is_none() && changes(&page).is_empty());
}

#[test]
fn a_preview_that_was_made_for_something_else_is_made_anew() {
    let mut page = Page::example();
    page.does(table("mål;periode;resultat\ngoal-2;2009-12;26.000\n"));
    page.enters(&value("goal-2"), "26.500");
    page.does(Action::ApplyImport);
    assert_eq!(page.text(&value("goal-2")), "26.500");
    assert_eq!(changes(&page), ["goal/goal-2/value 2009-12 26000 over 26500"]);
    page.does(Action::ApplyImport);
    assert_eq!(page.text(&value("goal-2")), "26.000");
}
