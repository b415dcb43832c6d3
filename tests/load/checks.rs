//! Where the rules about figures, periods and references speak, and where they keep silent.

use resultatkontrakt::findings::Severity;
use resultatkontrakt::format::read;
use resultatkontrakt::i18n::Words;

/// A Danish contract of 2009 with one goal `a` of these keys.
pub(crate) fn goal(keys: &str) -> String {
    contract("test", "da", &format!(r#""goals": [{{"id": "a", {keys}}}]"#))
}

pub(crate) fn contract(id: &str, language: &str, rest: &str) -> String {
    format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "{id}", "title": "Prøve", "language": "{language}",
            "period": {{"from": "2009-01-01", "to": "2009-12-31", "binding_year": 2009}}, {rest}}}"#
    )
}

/// What is said with this code, in Danish.
pub(crate) fn told(text: &str, code: &str) -> Vec<String> {
    let reading = read(text.as_bytes());
    assert!(reading.document.is_some(), "{text}: {:#?}", reading.diagnostics);
    let own = reading.diagnostics.iter().filter(|found| found.code.name() == code);
    own.map(|found| found.code.message(Words::DANISH)).collect()
}

/// Each case is a goal and what its one message holds; an empty text where nothing is said.
pub(crate) fn check(code: &str, cases: &[(&str, &str)]) {
    for (keys, expected) in cases {
        let told = told(&goal(keys), code);
        if expected.is_empty() {
            assert!(told.is_empty(), "{keys}: {told:#?}");
        } else {
            assert!(told.len() == 1 && told[0].contains(expected), "{keys}: {told:#?}");
        }
    }
}

#[test]
fn a_target_that_the_latest_figure_meets_is_told() {
    let goal = |target: &str, history: &str| {
        format!(r#""title": "Sager", "target": {{{target}}}, "history": [{history}]"#)
    };
    let two = r#"{"period": "2008", "value": 90}, {"period": "2007", "value": 120}"#;
    check(
        "target-already-met",
        &[
            (&goal(r#""kind": "at_most", "value": 100"#, two), "målet 100 er allerede nået med 90 i 2008"),
            (&goal(r#""kind": "at_most", "value": 90"#, two), "målet 90"),
            (&goal(r#""kind": "at_most", "baseline": {"period": "2007"}, "percent": -10"#, two), "målet 108"),
            (&goal(r#""kind": "below", "value": 90"#, two), ""),
            (&goal(r#""kind": "at_least", "value": 100"#, two), ""),
            (&goal(r#""kind": "at_most", "baseline": {"period": "2008"}"#, two), ""),
            (&goal(r#""kind": "between", "min": 80, "max": 100"#, two), ""),
            (&goal(r#""kind": "at_most", "value": 100"#, r#"{"period": "2008", "value": null}"#), ""),
            (&goal(r#""kind": "at_most", "value": 100"#, ""), ""),
        ],
    );
}

#[test]
fn a_target_further_away_than_the_history_moves_within_a_year_is_told() {
    let goal = |target: &str, history: &str| {
        let figures = history.split(' ').map(|figure| {
            let (period, value) = figure.split_once('=').unwrap();
            format!(r#"{{"period": "{period}", "value": {value}}}"#)
        });
        let history = figures.collect::<Vec<_>>().join(", ");
        format!(r#""title": "Sager", "target": {{"kind": "at_most", {target}}}, "history": [{history}]"#)
    };
    check(
        "target-beyond-history",
        &[
            (
                &goal(r#""value": 50"#, "2006=110 2007=100 2008=90"),
                "målet 50 ligger 40 fra tallet for 2008, 90. Den største ændring på et år har hidtil været 10.",
            ),
            (&goal(r#""value": 79"#, "2006=90 2007=100 2008=90"), "11 fra"),
            (&goal(r#""value": 80"#, "2006=90 2007=100 2008=90"), ""),
            (&goal(r#""value": 50"#, "2007=100 2008=90"), ""),
            (&goal(r#""value": 50"#, "2005=120 2007=100 2008=90"), ""),
            (&goal(r#""value": 50"#, "2006-12=110 2007=100 2008-12=90"), ""),
            (&goal(r#""value": 79"#, "2004=110 2005=100 2006=90"), ""),
            (&goal(r#""value": 59"#, "2004=110 2005=100 2006=90"), "der er 3 år til målet"),
            (&goal(r#""value": 200"#, "2006=110 2007=100 2008=90"), ""),
        ],
    );
}

#[test]
fn a_part_is_held_against_its_own_history_alone() {
    let part = |own: &str| {
        format!(
            r#""title": "Sager", "history": [{{"period": "2008", "value": 90}}],
               "target": {{"kind": "any_of", "parts": [
                   {{"id": "p", "title": "Klager", "kind": "at_most", "value": 100{own}}},
                   {{"id": "q", "kind": "done"}}]}}"#
        )
    };
    check(
        "target-already-met",
        &[
            (&part(""), ""),
            (&part(r#", "history": [{"period": "2008", "value": 95}]"#), "Sager › Klager: målet 100"),
        ],
    );
}

#[test]
fn a_jump_of_tenfold_or_more_between_neighbours_is_told_once() {
    let goal = |figures: &[(&str, &str)]| {
        let figures: Vec<String> = (figures.iter())
            .map(|(period, value)| format!(r#"{{"period": "{period}", "value": {value}}}"#))
            .collect();
        format!(r#""title": "Sager", "target": {{"kind": "done"}}, "history": [{}]"#, figures.join(", "))
    };
    check(
        "history-jumps",
        &[
            (&goal(&[("2007", "33"), ("2008", "330")]), "springer fra 33 i 2007 til 330 i 2008"),
            (&goal(&[("2007", "1"), ("2008", "12")]), ""),
            (&goal(&[("2007", "9.9"), ("2008", "99.9")]), ""),
            (&goal(&[("2008", "33"), ("2007", "3300")]), "springer fra 3.300 i 2007 til 33 i 2008"),
            (&goal(&[("2006", "33"), ("2007", "3300"), ("2008", "34")]), "til 3.300 i 2007"),
            (&goal(&[("2006", "-33"), ("2007", "-3300")]), "−3.300"),
            (&goal(&[("2007", "3.4"), ("2008", "33")]), ""),
            (&goal(&[("2006", "0"), ("2007", "33")]), ""),
            (&goal(&[("2006", "-1"), ("2007", "33")]), ""),
            (&goal(&[("2006", "1200"), ("2006-12", "100"), ("2007", "1250")]), ""),
            (&goal(&[("2006", "33"), ("2007", "null"), ("2008", "34")]), ""),
        ],
    );
}

#[test]
fn what_the_history_makes_impossible_cannot_be_scored() {
    let errors = |keys: &str| {
        let found = read(goal(&format!(r#""title": "Sager", {keys}"#)).as_bytes()).diagnostics;
        let errors = found.into_iter().filter(|one| one.severity == Severity::Error);
        errors.map(|one| one.code.name()).collect::<Vec<_>>()
    };
    let history = r#""history": [{"period": "2008", "value": 100}]"#;
    let fall = r#""target": {"kind": "at_most", "baseline": {"period": "2008"}, "percent": -10}"#;
    let linear = |zero_at: &str| format!(r#""scoring": {{"rule": "linear", "zero_at": {zero_at}}}"#);
    assert_eq!(errors(&format!("{fall}, {history}, {}", linear("90"))), ["zero-at-on-wrong-side"]);
    assert!(errors(&format!("{fall}, {history}, {}", linear("90.1"))).is_empty());
    assert!(errors(&format!("{fall}, {}", linear("80"))).is_empty(), "the baseline is not known");
    let band = |low: &str| {
        format!(
            r#""target": {{"kind": "between", "min": {low}, "max": {{"baseline": {{"period": "2008"}}}}}}"#
        )
    };
    assert_eq!(errors(&format!("{}, {history}", band("101"))), ["min-above-max"]);
    assert!(errors(&format!("{}, {history}", band("100"))).is_empty());
}

#[test]
fn a_change_in_figures_is_held_against_the_baseline_or_implies_one() {
    let goal = |history: &str, change: &str| {
        format!(
            r#""title": "Ledige", "target": {{"kind": "at_most", "baseline": {{"period": "2008"}}, "percent": -9.4}},
               "history": [{history}], "also_stated": [{{"source": "Bilag", "change": {change}}}]"#
        )
    };
    let known = r#"{"period": "2008", "value": 2085}"#;
    check(
        "change-differs",
        &[
            (&goal(known, "-200"), "kontrakten giver en ændring på −196 fra 2.085, men Bilag siger −200"),
            (&goal(known, "-196.1"), "en ændring på −196 fra"),
            (&goal(known, "-196"), ""),
            (&goal(known, "-195.99"), ""),
            (&goal("", "-200"), ""),
        ],
    );
    check(
        "baseline-missing",
        &[
            (
                &goal("", "-196"),
                "Bilag siger en ændring på −196; det svarer til et udgangspunkt på omkring 2.085.",
            ),
            (&goal(known, "-196"), ""),
        ],
    );
}

#[test]
fn two_places_that_name_different_periods_of_measurement_are_told() {
    let goal = |here: &str, there: &str| {
        format!(
            r#""title": "Sager", "target": {{"kind": "at_most", "value": 1 {here}}},
               "also_stated": [{{"source": "Bilag", "target": {{"kind": "at_most", "value": 1 {there}}}}}]"#
        )
    };
    let (year, month) = (r#", "measured": "2009""#, r#", "measured": "2009-12""#);
    check(
        "stated-differently",
        &[
            (&goal(month, year), "»måles i december 2009«, men Bilag siger »måles i 2009«"),
            (&goal(month, month), ""),
            (&goal(month, ""), ""),
            (&goal("", year), ""),
        ],
    );
}

#[test]
fn two_figures_for_one_period_are_told_where_they_differ() {
    let goal = |second: &str| {
        format!(
            r#""title": "Sager", "target": {{"kind": "done"}},
               "history": [{{"period": "2008", "value": 5}}, {{"period": "2008", "value": {second}}}]"#
        )
    };
    check(
        "figure-twice",
        &[(&goal("6"), "2008 har to tal, 5 og 6"), (&goal("5.0"), ""), (&goal("null"), "")],
    );
    check("history-jumps", &[(&goal("60"), "")]);
}

#[test]
fn a_deadline_on_a_day_off_is_told_unless_a_year_or_the_contract_begins_or_ends_there() {
    let by = |day: &str| format!(r#""title": "Rapport", "target": {{"kind": "by", "date": "{day}"}}"#);
    check(
        "deadline-on-day-off",
        &[
            (&by("2009-06-14"), "fristen 14.06.2009"),
            (&by("2009-12-25"), "fristen 25.12.2009"),
            (&by("2009-05-31"), "fristen 31.05.2009"),
            (&by("2009-06-15"), ""),
            (&by("2009-01-01"), ""),
            (&by("2010-01-01"), ""),
            (&by("2011-12-31"), ""),
        ],
    );
    let of_period = contract("test", "da", &format!(r#""goals": [{{"id": "a", {}}}]"#, by("2009-05-31")))
        .replace("2009-12-31", "2009-05-31");
    assert!(told(&of_period, "deadline-on-day-off").is_empty());
}

#[test]
fn what_lies_half_within_the_period_is_no_finding() {
    let measured = |period: &str| {
        format!(r#""title": "Sager", "target": {{"kind": "at_most", "value": 1, "measured": "{period}"}}"#)
    };
    check(
        "measured-outside-period",
        &[
            (&measured("2010"), "måles i 2010, uden for kontraktens periode 01.01.2009–31.12.2009"),
            (&measured("2008-12"), "måles i december 2008"),
            (&measured("2009-12"), ""),
            (&measured("2009"), ""),
        ],
    );
    let late = |date: &str| {
        let rest =
            format!(r#""goals": [], "reporting": [{{"id": "r", "title": "Rapport", "date": "{date}"}}]"#);
        told(&contract("test", "da", &rest), "report-outside-period").len()
    };
    assert_eq!(
        [late("2008-12-31"), late("2009-01-01"), late("2010-12-31"), late("2011-01-01")],
        [1, 0, 0, 1]
    );
}
