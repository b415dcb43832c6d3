//! Measured results from a table: what is shown before, what is changed, and that it can be undone.

use std::fmt::Write;
use std::rc::Rc;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use resultatkontrakt::app::import::{Before, Change, Import, Line, Unfinished, Unused};
use resultatkontrakt::app::value::Value;
use resultatkontrakt::app::{
    Action, EntryField, EntryId, FieldId, IncomingTable, Message, ReportedField, reduce,
};
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::date::iso;
use resultatkontrakt::domain::evaluation::GoalStatus;
use resultatkontrakt::i18n::Lang;
use resultatkontrakt::i18n::message::message;

use crate::page::{Page, date, field, value};

fn table(text: &str) -> Action {
    Action::Import(Rc::new(IncomingTable::read("resultater.csv", text.as_bytes())))
}

fn import(page: &Page) -> &Import {
    page.state.import.as_ref().unwrap()
}

/// `goal/goal-2/value 2009-12 26210`
fn line(line: &Line) -> String {
    let period = line.period.map_or_else(|| "-".to_owned(), |period| period.to_string());
    let value = line.value.as_ref().map_or_else(|| "-".to_owned(), plain);
    format!("{} {period} {value}", line.field)
}

fn plain(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Date(date) => iso(*date),
        Value::Period(period) => period.to_string(),
        Value::Text(words) => words.to_string(),
    }
}

fn changes(page: &Page) -> Vec<String> {
    let before = |change: &Change| match &change.before {
        Before::Empty => String::new(),
        Before::Value(value) => format!(" over {}", plain(value)),
        Before::Text(text) => format!(" over »{text}«"),
    };
    let preview = import(page).preview.as_ref().unwrap();
    preview.changes.iter().map(|change| line(&change.line) + &before(change)).collect()
}

fn unused(page: &Page, reason: Unused) -> Vec<String> {
    let preview = import(page).preview.as_ref().unwrap();
    let (_, lines) = preview.unused.iter().find(|(of, _)| *of == reason).unwrap();
    lines.first.iter().map(line).collect()
}

/// What is wrong, as `line:column code`.
fn wrong(page: &Page) -> Vec<String> {
    let found = import(page).diagnostics.iter();
    found.map(|one| format!("{}:{} {}", one.line, one.column, one.code.name())).collect()
}

fn part(goal: &str, part: &str) -> FieldId {
    EntryId::goal(&goal.into()).reported(&[part.into()], ReportedField::Date)
}

const DANISH: &str = "mål;periode;resultat\n\
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
    page.does(table(include_str!("../../contracts/ams-2009.results.csv")));
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

fn assessment(page: &Page) -> Assessment {
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
fn a_goal_that_says_when_it_is_measured_takes_that_period_alone() {
    let mut page = Page::empty();
    page.does(table("mål;periode;resultat\ngoal-2;2009-11;26.000\ngoal-2;2009-12;26.210\ngoal-2;2009;26.100\ngoal-2;2010-01;25.000\n"));
    assert_eq!(changes(&page), ["goal/goal-2/value 2009-12 26210"]);
    assert_eq!(unused(&page, Unused::OtherPeriod).len(), 3);
    assert!(wrong(&page).is_empty());
}

#[test]
fn an_addendum_s_period_is_the_one_whose_figure_counts() {
    let fixed = r#"{
        "format": "resultatvurdering", "version": 1, "contract": { "id": "ams-2009" },
        "results": { "goal-1": { "addendum": {
            "target": { "kind": "at_most", "value": 20000, "measured": "2009-11" } } } }
    }"#;
    let mut page = Page::empty();
    page.open_text("vurdering.json", fixed, "2");
    page.does(table("mål;periode;resultat\ngoal-1;2009-11;19.000\ngoal-1;2009-12;18.000\n"));
    assert_eq!(changes(&page), ["goal/goal-1/value 2009-11 19000"]);
    assert_eq!(unused(&page, Unused::OtherPeriod), ["goal/goal-1/value 2009-12 -"]);
}

const UNMEASURED: &str =
    r#""goals": [{"id": "a", "label": "Mål A", "title": "A", "target": {"kind": "at_least", "value": 95}}]"#;

fn contract(rest: &str) -> Page {
    let mut page = Page::start();
    let text = format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve", {rest}, {UNMEASURED}}}"#
    );
    page.open_text("a.json", &text, "1");
    assert!(page.state.case.is_some(), "{text}");
    page
}

#[test]
fn a_goal_that_does_not_takes_the_latest_figure_of_the_binding_year() {
    let mut page = contract(r#""period": {"from": "2009-01-01", "to": "2012-12-31", "binding_year": 2009}"#);
    page.does(table(
        "mål;periode;resultat\na;2009-Q3;97\na;2010-01;99\na;2009-09;98\na;2009M10;96\na;2008;94\n",
    ));
    assert_eq!(changes(&page), ["goal/a/value 2009-10 96"]);
    assert_eq!(unused(&page, Unused::Superseded).len(), 2);
    assert_eq!(unused(&page, Unused::OutsideContract).len(), 2);
}

#[test]
fn a_figure_from_before_the_year_s_end_says_so() {
    let unfinished = |page: &mut Page, rows: &str| {
        page.does(table(&format!("mål;periode;resultat\n{rows}")));
        let preview = import(page).preview.as_ref().unwrap();
        preview.changes.iter().map(|change| change.unfinished).collect::<Vec<_>>()
    };
    let mut page = contract(r#""period": {"from": "2009-01-01", "to": "2012-12-31", "binding_year": 2009}"#);
    for early in ["2009-09", "2009-Q3", "2009-H1", "2009-12-30"] {
        assert_eq!(unfinished(&mut page, &format!("a;{early};97\n")), [Some(Unfinished::Year)], "{early}");
    }
    for whole in ["2009", "2009-12", "2009-Q4", "2009-H2", "2009-12-31"] {
        assert_eq!(unfinished(&mut page, &format!("a;2009-09;97\na;{whole};98\n")), [None], "{whole}");
    }
    let mut page = contract(r#""period": {"from": "2009-07-01", "to": "2010-06-30"}"#);
    assert_eq!(unfinished(&mut page, "a;2010-05;97\n"), [Some(Unfinished::Contract)]);
    assert_eq!(unfinished(&mut page, "a;2010-06;97\n"), [None]);
    // A goal that names its period, a baseline and a day are what they are.
    let mut page = Page::empty();
    let rows = "goal-2;2009-12;26.210\ngoal-5;2008;100.000\nproduct-1;2009-09;20.9.2009\n";
    assert_eq!(unfinished(&mut page, rows), [None, None, None]);
}

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
fn a_row_that_names_two_goals_names_none() {
    let mut page = Page::empty();
    page.does(table(
        "id;mål;titel;periode;resultat\ngoal-2;Mål 3;;2009-12;26.210\n;Mål 2;Færre unge under 30 år på ydelser;2009-12;26.210\nproduct-4/live;Produktkrav 4 › Koncept og kravspecifikation;;;12.01.2010\n",
    ));
    assert!(changes(&page).is_empty());
    assert_eq!(wrong(&page), ["2:8 row-two-goals", "3:8 row-two-goals", "4:16 row-two-goals"]);
    let said = &import(&page).diagnostics[0];
    assert_eq!(
        message(&said.code, Lang::Da),
        "Rækken nævner både »goal-2« og »Mål 3«, som ikke er det samme."
    );
    // Another name of the same goal, and one that no goal has, are no contradiction.
    page.does(table(
        "id;mål;titel;periode;resultat\ngoal-2;mål 2;Sygedagpenge;2009-12;26.210\nproduct-4/live;Produktkrav 4;I drift;;12.01.2010\n",
    ));
    assert_eq!((changes(&page).len(), wrong(&page).len()), (2, 0));
}

#[test]
fn without_a_binding_year_the_contract_s_period_bounds_the_figures() {
    let mut page = contract(r#""period": {"from": "2009-07-01", "to": "2010-06-30"}"#);
    page.does(table("mål;periode;resultat\na;2009-06;1\na;2009-06-30;2\na;2009-07;3\na;2010-06;4\na;2010-07;5\na;2010-07-01;6\n"));
    assert_eq!(changes(&page), ["goal/a/value 2010-06 4"]);
    assert_eq!(unused(&page, Unused::OutsideContract).len(), 4);
    let mut page = contract(r#""note": "uden periode""#);
    page.does(table("mål;periode;resultat\na;1999;1\na;2031;2\n"));
    assert_eq!(changes(&page), ["goal/a/value 2031 2"]);
}

#[test]
fn two_figures_that_differ_are_a_conflict_and_neither_counts() {
    let mut page = Page::empty();
    page.does(table(
        "mål;periode;resultat\ngoal-2;2009-12;26.210\nMål 2;december 2009;26.211\ngoal-2;2009M12;26210\n",
    ));
    assert!(changes(&page).is_empty());
    assert_eq!(wrong(&page), ["2:16 row-conflict", "3:21 row-conflict", "4:16 row-conflict"]);
    // The same figure twice is none.
    page.does(table("mål;periode;resultat\ngoal-2;2009-12;26.210\nMål 2;december 2009;26210,0\n"));
    assert_eq!(changes(&page), ["goal/goal-2/value 2009-12 26210"]);
    assert_eq!(unused(&page, Unused::Repeated).len(), 1);
}

#[test]
fn different_periods_that_end_together_are_one() {
    let mut page = contract(r#""period": {"from": "2009-01-01", "to": "2009-12-31"}"#);
    page.does(table("mål;periode;resultat\na;2009;97\na;2009-12;98\n"));
    assert!(changes(&page).is_empty());
    assert_eq!(wrong(&page).len(), 2);
}

#[test]
fn a_latest_figure_that_cannot_be_read_does_not_let_an_earlier_one_count() {
    let mut page = contract(r#""period": {"from": "2009-01-01", "to": "2009-12-31"}"#);
    page.does(table("mål;periode;resultat\na;2009-09;97\na;2009-12;fejl\n"));
    assert!(changes(&page).is_empty());
    assert_eq!(wrong(&page), ["3:11 row-not-a-number"]);
    // What has no figure at all says nothing.
    page.does(table("mål;periode;resultat\na;2009-09;97\na;2009-12;..\na;2009-11;\n"));
    assert_eq!(changes(&page), ["goal/a/value 2009-09 97"]);
    assert_eq!(unused(&page, Unused::NoFigure).len(), 2);
}

#[test]
fn a_baseline_that_the_contract_lacks_is_taken_from_its_period() {
    let mut page = Page::empty();
    page.does(table("mål;periode;resultat\ngoal-5;2008;100.000\ngoal-5;2009;100.500\ngoal-2;2008;9\n"));
    assert_eq!(changes(&page), ["goal/goal-5/baseline 2008 100000", "goal/goal-5/value 2009 100500"]);
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

/// Rows about a few goals, most of them good ones.
fn row() -> impl Strategy<Value = String> {
    let goals =
        ["goal-2", "Mål 2", "goal-5", "product-1", "product-4/live", "product-8", "product-2", "ukendt"];
    let periods = ["", "2008", "2009", "2009-12", "december 2009", "2009M11", "sent"];
    let values = ["26210", "26.210", "3,9", "20.11.2009", "2009-12-15", "ja", "", "..", "x"];
    let pick = |all: &'static [&'static str]| prop::sample::select(all.to_vec());
    (pick(goals.to_vec().leak()), pick(periods.to_vec().leak()), pick(values.to_vec().leak()))
        .prop_map(|(goal, period, value)| format!("{goal};{period};{value}"))
}

fn text_of(rows: &[String]) -> String {
    format!("mål;periode;resultat\n{}\n", rows.join("\n"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn applying_is_typing_the_same_values(rows in prop::collection::vec(row(), 1..12), filled: bool) {
        let fresh = || if filled { Page::example() } else { Page::empty() };
        let (mut page, mut typed) = (fresh(), fresh());
        let before = assessment(&page);
        page.state = reduce(&page.state, table(&text_of(&rows)));
        let lines: Vec<Line> = import(&page).chosen().map(|change| change.line.clone()).collect();
        page.state = reduce(&page.state, Action::ApplyImport);
        page.adds_up();
        for line in &lines {
            let text = match line.value.as_ref().unwrap() {
                Value::Number(number) => number.to_string().replace('.', ","),
                other => plain(other),
            };
            typed.state = reduce(&typed.state, Action::Type { field: line.field.clone(), text: "".into() });
            typed.state = reduce(&typed.state, Action::Type { field: line.field.clone(), text: text.into() });
            typed.state = reduce(&typed.state, Action::Blur { field: line.field.clone() });
        }
        prop_assert_eq!(without_evidence(&page), without_evidence(&typed));
        if !lines.is_empty() {
            page.does(Action::Undo);
            prop_assert_eq!(assessment(&page), before);
            page.adds_up();
        }
    }

    #[test]
    fn the_order_of_rows_does_not_matter(
        (rows, shuffled) in prop::collection::vec(row(), 1..12)
            .prop_flat_map(|rows| (Just(rows.clone()), Just(rows).prop_shuffle())),
    ) {
        let [one, other] = [rows, shuffled].map(|rows| {
            let mut page = Page::example();
            page.state = reduce(&page.state, table(&text_of(&rows)));
            let preview = import(&page).preview.clone().unwrap();
            let totals: Vec<_> = preview.unused.iter().map(|(reason, lines)| (*reason, lines.total)).collect();
            let mut codes: Vec<_> = import(&page).diagnostics.iter().map(|one| one.code.name()).collect();
            codes.sort_unstable();
            (changes(&page), preview.same.total, totals, codes)
        });
        prop_assert_eq!(one, other);
    }
}

fn without_evidence(page: &Page) -> Assessment {
    let mut assessment = assessment(page);
    for entry in assessment.results.values_mut() {
        Rc::make_mut(entry).evidence = None;
    }
    assessment
}
