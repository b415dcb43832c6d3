//! How long the engine takes, natively and as WebAssembly in a browser: one line of JSON for each case, with
//! the milliseconds of each sample. `cargo xtask bench engine` runs it beside others that do the same work
//! (`benches/peers/calculation.js`, which has the same names for the cases).

#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench may fail where it stands")]

mod equal;
#[path = "../large/mod.rs"]
mod large;
mod sample;

use std::hint::black_box;
use std::rc::Rc;

use resultatkontrakt::domain::assessment::{Assessment, Entry};
use resultatkontrakt::domain::contract::{Contract, GoalId};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::Decimal;
use resultatkontrakt::format::{Document, MAX_GOALS, inspect, read};

use sample::sample;

/// The worked example, a contract of 18 goals, and what was reached.
const CONTRACT: &str = include_str!("../../contracts/ams-2009.json");
const ASSESSMENT: &str = include_str!("../../contracts/ams-2009.assessment.json");
/// How many contracts a department looks at when it looks at everything.
const CONTRACTS: usize = 10_000;

fn main() {
    for size in [18, MAX_GOALS] {
        edit(size);
        whole(size);
    }
    reading("read 18", CONTRACT);
    reading("read 10000", &large::contract(MAX_GOALS));
    contracts();
}

/// One result is changed, and the evaluation follows.
fn edit(size: usize) {
    let contract = contract(&equal::contract(size));
    let mut assessment = Assessment::new(contract.id.clone());
    let mut evaluation = evaluate(&contract, &assessment);
    let goal = GoalId::from(format!("g{}", size / 2).as_str());
    let results = [equal::MISSED, equal::REACHED].map(entry);
    let mut turns = results.iter().cycle();
    sample(&format!("edit {size}"), || {
        let result = turns.next().unwrap();
        assessment.results.insert(goal.clone(), Rc::clone(result));
        evaluation = evaluation.update(black_box(&contract), black_box(&assessment), &goal);
    });
    assert_eq!(evaluation, evaluate(&contract, &assessment), "an edit leads where everything leads");
}

/// Everything is worked out, from a contract that was read.
fn whole(size: usize) {
    let contract = contract(&equal::contract(size));
    let assessment = Assessment::new(contract.id.clone());
    sample(&format!("whole {size}"), || evaluate(black_box(&contract), black_box(&assessment)));
}

/// A text becomes a model, with the place of everything that is wrong with it.
fn reading(name: &str, text: &str) {
    assert!(!inspect(text.as_bytes()).has_errors(), "the contract can be read");
    sample(name, || inspect(black_box(text.as_bytes())));
}

/// Many contracts are worked out, one after the other.
fn contracts() {
    let contract = contract(CONTRACT);
    let Some(Document::Assessment(file)) = read(ASSESSMENT.as_bytes()).document else {
        panic!("the example has an assessment")
    };
    sample("contracts", || {
        for _ in 0..CONTRACTS {
            black_box(evaluate(black_box(&contract), black_box(&file.assessment)));
        }
    });
}

fn contract(text: &str) -> Rc<Contract> {
    match read(text.as_bytes()).document {
        Some(Document::Contract(file)) => file.contract,
        _ => panic!("the text is a contract"),
    }
}

fn entry(figure: &str) -> Rc<Entry> {
    let mut entry = Entry::default();
    entry.reported.value = Some(figure.parse::<Decimal>().unwrap());
    Rc::new(entry)
}
