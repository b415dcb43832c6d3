//! The contracts of the sources: that each says what its document says, what is found in it, and how its
//! example assessment comes out.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail where it stands"
)]

mod ams_2003;
mod copenhagen;
mod debureaucratisation;
mod every;
mod hierarchy;
mod portfolios;
mod printed;
mod shared;
mod today;

use std::fs;
use std::path::PathBuf;
use std::rc::Rc;

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::{Counts, Evaluation};
use resultatkontrakt::format::words::word;
use resultatkontrakt::format::{Document, read};

fn file(name: &str) -> Document {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("contracts").join(name);
    let reading = read(&fs::read(path).unwrap());
    reading.document.unwrap_or_else(|| panic!("{name}: {:#?}", reading.diagnostics))
}

fn contract(id: &str) -> Rc<Contract> {
    match file(&format!("{id}.json")) {
        Document::Contract(file) => file.contract,
        _ => panic!("{id} is no contract"),
    }
}

fn assessment(id: &str) -> Assessment {
    match file(&format!("{id}.assessment.json")) {
        Document::Assessment(file) => file.assessment,
        _ => panic!("{id} has no assessment"),
    }
}

/// The example assessment of an unweighted contract, scored; it has counts and no points.
fn assessed(id: &str) -> Evaluation {
    let (contract, assessment) = (contract(id), assessment(id));
    assert_eq!(assessment.contract.as_str(), contract.id.as_str());
    let evaluation = evaluate(&contract, &assessment);
    assert!(evaluation.institution.is_none() && evaluation.pay.is_none(), "{id} gives no points");
    assert!(evaluation.goals.iter().all(|outcome| outcome.points.is_none()), "{id} gives no points");
    assert!(evaluation.objections.is_empty(), "{:#?}", evaluation.objections);
    evaluation
}

/// How many goals are met, partly met, not met, open, undetermined and lapsed.
fn counted(counts: Counts) -> [usize; 6] {
    [counts.met, counts.partly_met, counts.not_met, counts.open, counts.undetermined, counts.lapsed]
}

/// The status of each goal by its identifier, such as `met`.
fn statuses(evaluation: &Evaluation) -> Vec<(&str, &'static str)> {
    evaluation.goals.iter().map(|outcome| (outcome.goal.as_str(), word(outcome.status))).collect()
}

/// The goals with a note that the document gives a figure without "mindst".
fn read_as_a_minimum(contract: &Contract) -> Vec<&str> {
    let says = |note: &String| note.contains("uden »mindst«") && note.contains("læst som et mindstetal");
    let goals = contract.goals.iter().filter(|goal| goal.note.as_ref().is_some_and(says));
    goals.map(|goal| goal.id.as_str()).collect()
}
