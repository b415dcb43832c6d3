//! The fewest goals that reach a percent through pots and stages, as they are searched.

use std::collections::BTreeSet;

use resultatkontrakt::domain::address::LineId;
use resultatkontrakt::domain::contract::{Between, Condition, Contract, CurveStep, EarnedBy, StageKind};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::Percent;
use resultatkontrakt::domain::required::{Measure, Order, plan};

use super::common::n;
use super::{agreement, amount, gate, pot, results, stage};

/// So many goals of a weight each, of which the last one opens a gate.
fn gated(weights: &[u32]) -> Contract {
    let goal = |(at, weight): (usize, &u32)| {
        format!(r#"{{"id": "g{at}", "title": "G", "weight": {weight}, "target": {{"kind": "done"}}}}"#)
    };
    let goals: Vec<_> = weights.iter().enumerate().map(goal).collect();
    let rest = format!(
        r#""points": {{"total": {}}}, "goals": [{}],
            "pay": {{"from": "2009-01-01", "to": "2009-12-31", "points": {{"institution": 700, "individual": 300}}}}"#,
        weights.iter().sum::<u32>(),
        goals.join(",")
    );
    let last = format!("g{}", weights.len() - 1);
    let missed = Condition::NotMet([last.as_str().into()].into());
    let cut = StageKind::Gate { when: missed, factor: n("0.2"), adds: false };
    agreement(&rest, vec![pot("all", amount("100000"), EarnedBy::Institution)], vec![stage("last", &[], cut)])
}

#[test]
fn the_fewest_goals_are_searched_among_forty() {
    let plan = |weights: &[u32], wanted: &str| {
        let (contract, open) = (gated(weights), results(""));
        let evaluation = evaluate(&contract, &open);
        let plan = plan(&contract, &open, &evaluation, Measure::Pay, Percent(n(wanted)), Order::Largest);
        let plan = plan.unwrap();
        let ids: Vec<_> = plan.lines.iter().map(|line| line.id.clone()).collect();
        (ids, plan.is_fewest)
    };
    let goal = |at: usize| LineId::goal(&format!("g{at}").as_str().into());
    // All others give a fifth of 95 without the last goal; with it the largest alone is enough.
    assert_eq!(plan(&[40, 30, 20, 5, 5], "19"), (vec![goal(0), goal(4)], Some(true)));
    assert_eq!(plan(&[40, 30, 20, 5, 5], "25"), (vec![goal(0), goal(4)], Some(true)));
    let many: Vec<u32> = (1..=40).rev().collect();
    let (lines, is_fewest) = plan(&many, "50");
    // Half of 820 are 410; 40 + 39 + … + 29 + 1 are 415.
    assert_eq!((lines.len(), is_fewest), (13, Some(true)));
    let more: Vec<u32> = (1..=41).rev().collect();
    assert_eq!(plan(&more, "50").1, Some(false), "more are not searched");
}

/// Forty goals in three pots of which two overlap, behind six stages: four gates on some of the goals, a table, a threshold.
fn crowded() -> Contract {
    let goal = |at: usize| {
        let weight = 1 + at * 7 % 23;
        format!(r#"{{"id": "g{at}", "title": "G", "weight": {weight}, "target": {{"kind": "done"}}}}"#)
    };
    let texts: Vec<_> = (0..40).map(goal).collect();
    let rest = format!(
        r#""points": {{"total": 480}}, "goals": [{}],
            "pay": {{"from": "2009-01-01", "to": "2009-12-31", "points": {{"institution": 700, "individual": 300}}}}"#,
        texts.join(",")
    );
    let some = |counts: &dyn Fn(usize) -> bool| -> BTreeSet<_> {
        (0..40).filter(|at| counts(*at)).map(|at| format!("g{at}").as_str().into()).collect()
    };
    let earned = |counts: &dyn Fn(usize) -> bool| EarnedBy::Goals(some(counts));
    let pots = vec![
        pot("x", amount("60000"), earned(&|at| at < 25)),
        pot("y", amount("40000"), earned(&|at| at >= 15)),
        pot("z", amount("20000"), EarnedBy::Institution),
    ];
    let cut = |when: Condition| StageKind::Gate { when, factor: n("0.6"), adds: false };
    let steps =
        [("0.3", "0.2"), ("0.6", "0.7"), ("0.9", "1")].map(|(at, to)| CurveStep { at: n(at), to: n(to) });
    let stages = vec![
        stage("rights", &["x"], cut(Condition::NotMet(some(&|at| at % 13 == 5)))),
        stage("budget", &["y"], cut(Condition::NotMet(some(&|at| at % 17 == 3)))),
        stage("many", &[], cut(Condition::FewerMetThan { count: 6, goals: some(&|at| at % 3 == 1) })),
        stage("few", &["z"], cut(Condition::FewerMetThan { count: 3, goals: some(&|at| at % 7 == 2) })),
        stage("table", &[], StageKind::Curve { steps: steps.into(), between: Between::Step }),
        stage("least", &[], gate("0.5", "0.5")),
    ];
    agreement(&rest, pots, stages)
}

#[test]
fn the_search_among_forty_goals_ends_behind_three_pots_and_six_stages() {
    let (contract, open) = (crowded(), results(""));
    let evaluation = evaluate(&contract, &open);
    let mut before = 0;
    for wanted in (5..=100).step_by(5) {
        let wanted = Percent(wanted.into());
        let found = |order| plan(&contract, &open, &evaluation, Measure::Pay, wanted, order).unwrap();
        let (fewest, nearest) = (found(Order::Largest), found(Order::Nearest));
        assert_eq!(fewest.is_fewest, Some(true), "{wanted:?}");
        assert!((before..=nearest.lines.len()).contains(&fewest.lines.len()), "{wanted:?}");
        before = fewest.lines.len();
    }
}
