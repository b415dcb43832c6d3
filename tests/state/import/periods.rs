//! Of the figures in a table the one of the right period counts.

use resultatkontrakt::app::{Unfinished, Unused};

use super::{changes, import, table, unused, wrong};
use crate::page::Page;

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
    let mut page = contract(r#""period": {"from": "2009-07-01", "to": "2010-06-30"}"#);
    for (one, other) in [("2010-H1", "2010-06"), ("2010-06", "2010-06-30"), ("2010-02-28", "2010-02")] {
        page.does(table(&format!("mål;periode;resultat\na;{one};97\na;{other};98\n")));
        assert!(changes(&page).is_empty(), "{one} {other}");
        assert_eq!(wrong(&page).len(), 2, "{one} {other}");
    }
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
