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

/// Whether some work grows no faster than what it works on: the shortest of up to 10 times each, since whatever else
/// the machine does only makes them longer.
fn assert_grows_as_its_size(what: &str, time: impl Fn(usize) -> Duration) {
    let (mut short, mut long) = (Duration::MAX, Duration::MAX);
    for _ in 0..10 {
        (short, long) = (short.min(time(1_000)), long.min(time(10_000)));
        // Ten times is what it should be; a step that compares every goal with every other takes a hundred.
        if long < short * 40 {
            return;
        }
    }
    panic!("{what}: {short:?} for 1,000 goals, {long:?} for 10,000");
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

#[test]
fn ten_times_the_goals_take_no_hundred_times_as_long() {
    assert_grows_as_its_size("reading", |goals| {
        let text = contract(goals);
        timed(|| assert!(!read(text.as_bytes()).has_errors()))
    });
    let [small, large] = [1_000, 10_000].map(|goals| read_contract(&contract(goals)).0.contract);
    assert_grows_as_its_size("evaluating", |goals| {
        let contract = if goals == 1_000 { &small } else { &large };
        let assessment = Assessment::new(contract.id.clone());
        timed(|| assert_eq!(evaluate(contract, &assessment).goals.len(), goals))
    });
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
