//! Of the figures in a table the one of the right period counts.

use resultatkontrakt::app::{Action, Unused};

use super::{assessment, changes, table, unused, wrong};
use crate::page::Page;

#[test]
fn a_goal_that_says_when_it_is_measured_takes_that_period_and_earlier_ones_as_readings() {
    let mut page = Page::empty();
    page.does(table("mål;periode;resultat\ngoal-2;2009-12;26.210\ngoal-2;2009-11;26.000\ngoal-2;marts 2009;31.000\ngoal-2;2009;26.100\ngoal-2;2010-01;25.000\ngoal-2;2008-11;32.000\n"));
    assert_eq!(
        changes(&page),
        [
            "goal/goal-2/reading-2009-03 2009-03 31000",
            "goal/goal-2/reading-2009-11 2009-11 26000",
            "goal/goal-2/value 2009-12 26210",
        ]
    );
    assert_eq!(unused(&page, Unused::OtherPeriod).len(), 3);
    assert!(wrong(&page).is_empty());
    page.does(Action::ApplyImport);
    let entry = &assessment(&page).results["goal-2"];
    let readings: Vec<_> =
        entry.reported.readings.iter().map(|one| format!("{} {}", one.period, one.value)).collect();
    assert_eq!(readings, ["2009-03 31000", "2009-11 26000"]);
    // What stands there already is the same; another figure of a period takes the place of the first.
    page.does(table("mål;periode;resultat\ngoal-2;2009-11;26.000\ngoal-2;2009-03;31.100\n"));
    assert_eq!(changes(&page), ["goal/goal-2/reading-2009-03 2009-03 31100 over 31000"]);
    page.does(Action::Undo);
    assert!(!assessment(&page).results.contains_key("goal-2"));
}

#[test]
fn two_readings_of_a_period_that_differ_are_a_conflict() {
    let mut page = Page::empty();
    page.does(table(
        "mål;periode;resultat\ngoal-2;2009-05;31.000\ngoal-2;2009-05-31;31.100\ngoal-2;2009-06;30.000\n",
    ));
    assert_eq!(changes(&page), ["goal/goal-2/reading-2009-06 2009-06 30000"]);
    assert_eq!(wrong(&page), ["2:16 row-conflict", "3:19 row-conflict"]);
}

#[test]
fn a_part_s_own_period_is_the_one_whose_figure_counts() {
    let parts = r#""goals": [{"id": "a", "title": "A", "target": {"kind": "all_of", "measured": "2009-12", "parts": [
        {"id": "june", "kind": "at_most", "value": 9, "measured": "2009-06"},
        {"id": "december", "kind": "at_most", "value": 8}]}}]"#;
    let mut page = Page::start();
    let text = format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve",
            "period": {{"from": "2009-01-01", "to": "2009-12-31"}}, {parts}}}"#
    );
    page.open_text("a.json", &text, "1");
    page.does(table("mål;periode;resultat\na/june;2009-06;8\na/december;2009-06;8\n"));
    assert_eq!(changes(&page), ["goal/a/june/value 2009-06 8", "goal/a/december/reading-2009-06 2009-06 8"]);
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
    page.does(table(
        "mål;periode;resultat\ngoal-1;2009-10;20.500\ngoal-1;2009-11;19.000\ngoal-1;2009-12;18.000\n",
    ));
    assert_eq!(
        changes(&page),
        ["goal/goal-1/reading-2009-10 2009-10 20500", "goal/goal-1/value 2009-11 19000"]
    );
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
fn a_goal_that_does_not_takes_the_figure_with_which_the_binding_year_ends() {
    let mut page = contract(r#""period": {"from": "2009-01-01", "to": "2012-12-31", "binding_year": 2009}"#);
    page.does(table(
        "mål;periode;resultat\na;2009-Q3;97\na;2010-01;99\na;2009-09;97\na;2009M10;96\na;2008;94\n",
    ));
    // Of periods that end together the one that says most exactly when.
    assert_eq!(changes(&page), ["goal/a/reading-2009-Q3 2009-Q3 97", "goal/a/reading-2009-10 2009-10 96"]);
    assert_eq!(unused(&page, Unused::Repeated).len(), 1);
    assert_eq!(unused(&page, Unused::OutsideContract).len(), 2);
    for early in ["2009-09", "2009-Q3", "2009-H1", "2009-12-30"] {
        page.does(table(&format!("mål;periode;resultat\na;{early};97\n")));
        assert_eq!(changes(&page), [format!("goal/a/reading-{early} {early} 97")]);
    }
    for whole in ["2009", "2009-12", "2009-Q4", "2009-H2", "2009-12-31"] {
        page.does(table(&format!("mål;periode;resultat\na;{whole};98\n")));
        assert_eq!(changes(&page), [format!("goal/a/value {whole} 98")]);
    }
    let mut page = contract(r#""period": {"from": "2009-07-01", "to": "2010-06-30"}"#);
    page.does(table("mål;periode;resultat\na;2010-05;97\na;2010-06;98\n"));
    assert_eq!(changes(&page), ["goal/a/reading-2010-05 2010-05 97", "goal/a/value 2010-06 98"]);
}

#[test]
fn without_a_binding_year_the_contract_s_period_bounds_the_figures() {
    let mut page = contract(r#""period": {"from": "2009-07-01", "to": "2010-06-30"}"#);
    page.does(table("mål;periode;resultat\na;2009-06;1\na;2009-06-30;2\na;2009-07;3\na;2010-06;4\na;2010-07;5\na;2010-07-01;6\n"));
    assert_eq!(changes(&page), ["goal/a/reading-2009-07 2009-07 3", "goal/a/value 2010-06 4"]);
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
    let mut page = contract(r#""period": {"from": "2009-07-01", "to": "2010-06-30"}"#);
    for (one, other) in [("2010-H1", "2010-06"), ("2010-06", "2010-06-30"), ("2010-02-28", "2010-02")] {
        page.does(table(&format!("mål;periode;resultat\na;{one};97\na;{other};98\n")));
        assert!(changes(&page).is_empty(), "{one} {other}");
        assert_eq!(wrong(&page).len(), 2, "{one} {other}");
    }
}

#[test]
fn a_result_that_cannot_be_read_leaves_an_earlier_figure_a_reading() {
    let mut page = contract(r#""period": {"from": "2009-01-01", "to": "2009-12-31"}"#);
    page.does(table("mål;periode;resultat\na;2009-09;97\na;2009-12;fejl\n"));
    assert_eq!(changes(&page), ["goal/a/reading-2009-09 2009-09 97"]);
    assert_eq!(wrong(&page), ["3:11 row-not-a-number"]);
    // What has no figure at all says nothing.
    page.does(table("mål;periode;resultat\na;2009-09;97\na;2009-12;..\na;2009-11;\n"));
    assert_eq!(changes(&page), ["goal/a/reading-2009-09 2009-09 97"]);
    assert_eq!(unused(&page, Unused::NoFigure).len(), 2);
}

#[test]
fn a_baseline_that_the_contract_lacks_is_taken_from_its_period() {
    let mut page = Page::empty();
    page.does(table("mål;periode;resultat\ngoal-5;2008;100.000\ngoal-5;2009;100.500\ngoal-2;2008;9\n"));
    assert_eq!(changes(&page), ["goal/goal-5/baseline 2008 100000", "goal/goal-5/value 2009 100500"]);
}
