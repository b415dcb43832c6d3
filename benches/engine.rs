//! How long the engine takes natively: the whole contract, and one changed result.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench may fail where it stands")]

use divan::{Bencher, black_box};
use resultatkontrakt::domain::contract::GoalId;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::load::{Document, read};

const CONTRACT: &str = include_str!("../contracts/ams-2009.json");
const ASSESSMENT: &str = include_str!("../contracts/ams-2009.assessment.json");

fn main() {
    divan::main();
}

fn document(text: &str) -> Document {
    read(text.as_bytes()).document.unwrap()
}

#[divan::bench]
fn read_contract_2009(bencher: Bencher) {
    bencher
        .counter(divan::counter::BytesCount::of_str(CONTRACT))
        .bench(|| read(black_box(CONTRACT.as_bytes())));
}

#[divan::bench]
fn evaluate_contract_2009(bencher: Bencher) {
    let (Document::Contract(contract), Document::Assessment(assessment)) =
        (document(CONTRACT), document(ASSESSMENT))
    else {
        panic!("the example is a contract and its assessment")
    };
    bencher.bench_local(|| evaluate(black_box(&contract.contract), black_box(&assessment.assessment)));
}

#[divan::bench]
fn update_one_goal_2009(bencher: Bencher) {
    let (Document::Contract(contract), Document::Assessment(assessment)) =
        (document(CONTRACT), document(ASSESSMENT))
    else {
        panic!("the example is a contract and its assessment")
    };
    let before = evaluate(&contract.contract, &assessment.assessment);
    let goal = GoalId::from("goal-2");
    bencher.bench_local(|| before.update(&contract.contract, &assessment.assessment, black_box(&goal)));
}
