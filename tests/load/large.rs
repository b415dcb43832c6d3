//! A contract as large as may be: it is read whole, and in a time that grows no faster than it does.

use std::collections::BTreeSet;
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use std::time::{Duration, Instant};

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::findings::Severity;
use resultatkontrakt::format::{Document, MAX_GOALS, Reading, read, read_paced};
use resultatkontrakt::pace::{Progress, Stage};

use crate::generated::contract;

fn read_contract(text: &str) -> (resultatkontrakt::format::ContractFile, Reading) {
    let mut reading = read(text.as_bytes());
    match reading.document.take() {
        Some(Document::Contract(file)) => (file, reading),
        _ => panic!("{:#?}", reading.diagnostics.iter().take(5).collect::<Vec<_>>()),
    }
}

#[test]
fn the_largest_contract_is_read_whole() {
    let text = contract(MAX_GOALS);
    assert!((6_500_000..8_000_000).contains(&text.len()), "{} bytes", text.len());
    let (file, reading) = read_contract(&text);
    assert_eq!(file.contract.goals.len(), MAX_GOALS);
    let kinds: BTreeSet<_> = file
        .contract
        .goals
        .iter()
        .map(|goal| std::mem::discriminant(&goal.target))
        .map(|kind| format!("{kind:?}"))
        .collect();
    assert_eq!(kinds.len(), 9, "every kind of target");
    let warnings = reading.diagnostics.iter().filter(|found| found.severity == Severity::Warning);
    let codes: BTreeSet<&str> = warnings.map(|found| found.code.name()).collect();
    assert!(codes.contains("figures-differ"), "{codes:?}");
}

/// The shortest of several times: whatever else the machine does only makes them longer.
fn quickest(times: usize, work: impl Fn()) -> Duration {
    let time = || {
        let start = Instant::now();
        work();
        start.elapsed()
    };
    (0..times).map(|_| time()).min().unwrap()
}

#[test]
fn ten_times_the_goals_take_no_hundred_times_as_long() {
    let [small, large] = [1_000, 10_000].map(contract);
    let reading = |text: &str| quickest(2, || assert!(!read(text.as_bytes()).has_errors()));
    let evaluating = |text: &str| {
        let contract = read_contract(text).0.contract;
        let assessment = Assessment::new(contract.id.clone());
        quickest(10, || assert_eq!(evaluate(&contract, &assessment).goals.len(), contract.goals.len()))
    };
    // Ten times is what it should be; a step that compares every goal with every other takes a hundred.
    let (short, long) = (reading(&small), reading(&large));
    assert!(long < short * 40, "reading: {short:?}, {long:?}");
    let (short, long) = (evaluating(&small), evaluating(&large));
    assert!(long < short * 40, "evaluating: {short:?}, {long:?}");
}

/// Lets others have a turn, once.
async fn turn() {
    let mut waited = false;
    poll_fn(|_| if std::mem::replace(&mut waited, true) { Poll::Ready(()) } else { Poll::Pending }).await;
}

#[test]
fn what_is_read_in_slices_is_what_is_read_at_once() {
    let text = contract(1_000);
    let (mut seen, mut slices) = (Vec::new(), 0);
    let reading = {
        let mut pause = async |progress: Progress| {
            seen.push(progress);
            turn().await;
        };
        let mut reading = pin!(read_paced(text.as_bytes(), &mut pause));
        loop {
            slices += 1;
            if let Poll::Ready(reading) = reading.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
                break reading;
            }
        }
    };
    let (whole, _) = read_contract(&text);
    let Some(Document::Contract(file)) = &reading.document else { panic!() };
    assert_eq!((&file.contract, &file.source), (&whole.contract, &whole.source));
    assert_eq!(file.fingerprint.canonical(), whole.fingerprint.canonical());
    assert_eq!(reading.diagnostics, read(text.as_bytes()).diagnostics);
    assert!(slices > 60, "{slices}");
    let percents: Vec<usize> = seen.iter().map(|progress| progress.percent()).collect();
    assert!(percents.is_sorted(), "{percents:?}");
    assert_eq!(percents.first(), Some(&0));
    assert!(percents.last().is_some_and(|last| *last > 90));
    for stage in [Stage::Text, Stage::Keys, Stage::Goals, Stage::Checks, Stage::Fingerprint] {
        assert!(seen.iter().any(|progress| progress.stage == stage), "{stage:?}");
    }
}
