//! How long the engine takes natively: the whole contract, and one changed result.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a bench may fail where it stands")]

mod large;

use divan::{Bencher, black_box};
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::GoalId;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::load::{Document, inspect, read};

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

/// What `kontrakt check` does with the largest contract; bytes a second are printed beside the time.
#[divan::bench(sample_count = 20)]
fn read_and_check_10_000_goals(bencher: Bencher) {
    let text = large::contract(10_000);
    bencher.counter(divan::counter::BytesCount::of_str(&text)).bench(|| inspect(black_box(text.as_bytes())));
}

#[divan::bench(sample_count = 20)]
fn evaluate_10_000_goals(bencher: Bencher) {
    let Document::Contract(file) = document(&large::contract(10_000)) else { panic!("a contract") };
    let assessment = Assessment::new(file.contract.id.clone());
    bencher.bench_local(|| evaluate(black_box(&file.contract), black_box(&assessment)));
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
