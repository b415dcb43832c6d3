//! Laws of taking a table in, tried on generated rows.

use std::rc::Rc;

use proptest::prelude::*;
use resultatkontrakt::app::ImportLine;
use resultatkontrakt::app::Value;
use resultatkontrakt::app::{Action, Edit, reduce};
use resultatkontrakt::domain::assessment::{Assessment, Entry};

use super::{assessment, changes, import, plain, table};
use crate::page::Page;

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
        let lines: Vec<ImportLine> = import(&page).chosen().map(|change| change.line.clone()).collect();
        page.state = reduce(&page.state, Action::ApplyImport);
        page.adds_up();
        for line in &lines {
            let text = match line.value.as_ref().unwrap() {
                Value::Number(number) => number.to_string().replace('.', ","),
                other => plain(other),
            };
            typed.state = reduce(&typed.state, Edit::Type { field: line.field.clone(), text: "".into() });
            typed.state = reduce(&typed.state, Edit::Type { field: line.field.clone(), text: text.into() });
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
    // A figure that is asked about leaves the place where it was found, and nothing else yet.
    assessment.results.retain(|_, entry| **entry != Entry::default());
    assessment
}
