//! How long the engine takes as WebAssembly in a browser, by `performance.now`. `cargo xtask bench` runs it.

#![cfg(target_family = "wasm")]
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a bench may fail where it stands"
)]

use std::hint::black_box;

use resultatkontrakt::domain::contract::GoalId;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::load::{Document, read};
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const CONTRACT: &[u8] = include_bytes!("../contracts/ams-2009.json");
const ASSESSMENT: &[u8] = include_bytes!("../contracts/ams-2009.assessment.json");

/// A browser's clock is coarse, so a sample is many runs.
const RUNS: u32 = 500;
const SAMPLES: usize = 41;

/// Prints the median and the quartiles in microseconds, and returns the median.
fn measure<T>(name: &str, mut run: impl FnMut() -> T) -> f64 {
    let clock = web_sys::window().unwrap().performance().unwrap();
    let mut samples: Vec<f64> = (0..SAMPLES)
        .map(|_| {
            let start = clock.now();
            for _ in 0..RUNS {
                black_box(run());
            }
            (clock.now() - start) * 1000.0 / f64::from(RUNS)
        })
        .collect();
    samples.sort_by(f64::total_cmp);
    let [low, median, high] = [SAMPLES / 4, SAMPLES / 2, SAMPLES * 3 / 4].map(|at| samples[at]);
    console_log!("{name}: {median:.2} µs ({low:.2}–{high:.2})");
    median
}

#[wasm_bindgen_test]
fn the_contract_of_2009() {
    let (Some(Document::Contract(contract)), Some(Document::Assessment(assessment))) =
        (read(CONTRACT).document, read(ASSESSMENT).document)
    else {
        panic!("the example is a contract and its assessment")
    };
    let (contract, assessment) = (&contract.contract, &assessment.assessment);
    let whole = measure("evaluate the contract of 2009", || evaluate(contract, assessment));
    let before = evaluate(contract, assessment);
    let goal = GoalId::from("goal-2");
    let one = measure("update one goal of it", || before.update(contract, assessment, &goal));
    assert!(one < whole, "a change in one goal does not work out the whole contract");
}
