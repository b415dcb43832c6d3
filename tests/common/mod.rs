//! Contracts and assessments from short pieces of JSON.

#![allow(
    dead_code,
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "each test file uses its own part of this"
)]

use std::rc::Rc;

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::Evaluation;
use resultatkontrakt::domain::number::{Decimal, Points, Span};
use resultatkontrakt::domain::objection::ObjectionKind;
use resultatkontrakt::format::words::word;
use resultatkontrakt::format::{Document, read};
use resultatkontrakt::i18n::Words;

/// A number as code writes it.
pub(crate) fn n(text: &str) -> Decimal {
    text.parse().unwrap()
}

/// Reads a contract; `rest` follows the keys that every contract has.
pub(crate) fn contract(rest: &str) -> Rc<Contract> {
    let text = format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve",
            "period": {{"from": "2009-01-01", "to": "2009-06-30"}}, {rest}}}"#
    );
    match read(text.as_bytes()).document {
        Some(Document::Contract(file)) => file.contract,
        _ => panic!("{text}: {:#?}", read(text.as_bytes()).diagnostics),
    }
}

/// Reads an assessment of [`contract`].
pub(crate) fn assessment(rest: &str) -> Assessment {
    let text = format!(
        r#"{{"format": "resultatvurdering", "version": 1, "contract": {{"id": "test"}},
            "by": "director", "status": "final", {rest}}}"#
    );
    match read(text.as_bytes()).document {
        Some(Document::Assessment(file)) => file.assessment,
        _ => panic!("{text}: {:#?}", read(text.as_bytes()).diagnostics),
    }
}

/// Scores one goal `a` of the given keys with one entry.
pub(crate) fn score(goal: &str, entry: &str) -> Evaluation {
    let contract = contract(&format!(
        r#""points": {{"total": 100, "decimals": 2}}, "goals": [{{"id": "a", "title": "A", {goal}}}]"#
    ));
    evaluate(&contract, &assessment(&format!(r#""as_of": "2009-07-01", "results": {{"a": {entry}}}"#)))
}

/// `150`, or `0–125` while it is open, in Danish.
pub(crate) fn points(points: Span<Points>) -> String {
    Words::DANISH.points(points)
}

/// A number in Danish.
pub(crate) fn danish(value: Decimal) -> String {
    Words::DANISH.number(value)
}

/// Entries with the status and the points that a goal of weight 100 gets for them.
pub(crate) fn check(goal: &str, cases: &[(&str, &str, &str)]) {
    check_weighted(&format!(r#""weight": 100, {goal}"#), cases);
}

/// The same for a goal that states its own weight.
pub(crate) fn check_weighted(goal: &str, cases: &[(&str, &str, &str)]) {
    for (entry, status, expected) in cases {
        let evaluation = score(goal, entry);
        let outcome = &evaluation.goals[0];
        let found = (word(outcome.status), points(outcome.points.unwrap()));
        assert_eq!(found, (*status, (*expected).to_owned()), "{goal}\n{entry}\n{:#?}", outcome.steps);
    }
}

/// What is objected to in an entry.
pub(crate) fn kinds(goal: &str, entry: &str) -> Vec<ObjectionKind> {
    score(goal, entry).all_objections().map(|objection| objection.kind.clone()).collect()
}

/// The steps of a goal as lines of text.
pub(crate) fn steps(goal: &str, entry: &str, words: Words) -> Vec<String> {
    score(goal, entry).goals[0].steps.iter().map(|step| words.step(step)).collect()
}
