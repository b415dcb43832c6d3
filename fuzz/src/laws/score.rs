//! What holds of every evaluation.

use std::rc::Rc;

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::{Evaluation, GoalStatus};
use resultatkontrakt::domain::number::{Kroner, Points, Span};
use resultatkontrakt::format::{CaseFile, Document};
use resultatkontrakt::i18n::Words;

/// Every assessment of a file is worked out, and then again after each of its entries changed.
pub fn evaluating(document: &Document) {
    match document {
        Document::Contract(file) => evaluation_of(&file.contract, &Assessment::new(file.contract.id.clone())),
        Document::Case(CaseFile { contract, assessments }) => {
            for file in assessments {
                evaluation_of(&contract.contract, &file.assessment);
            }
        }
        Document::Assessment(_) => {}
    }
}

fn evaluation_of(contract: &Contract, assessment: &Assessment) {
    let evaluation = evaluate(contract, assessment);
    sums(contract, &evaluation);
    goals(contract, &evaluation);
    pay(&evaluation);
    everything_is_said(contract, &evaluation);
    updates(contract, assessment, &evaluation);
}

/// Secured, lost and open make the weights; every goal is counted once.
fn sums(contract: &Contract, evaluation: &Evaluation) {
    let counts = evaluation.counts;
    let counted =
        counts.met + counts.partly_met + counts.not_met + counts.open + counts.undetermined + counts.lapsed;
    assert_eq!((counted, evaluation.goals.len()), (contract.goals.len(), contract.goals.len()));
    assert_eq!(evaluation.institution.is_some(), contract.points.is_some());
    if let Some(score) = evaluation.institution.map(|institution| institution.sum) {
        assert_eq!(score.secured() + score.lost() + score.open(), score.weights);
        assert!(score.points.min <= score.points.max);
        let min = evaluation
            .goals
            .iter()
            .filter_map(|goal| goal.points)
            .fold(Points::default(), |sum, points| sum + points.min);
        assert_eq!(min, score.secured(), "the total is the sum of the lines");
    }
}

/// Points stay within the weight, up to the cap.
fn goals(contract: &Contract, evaluation: &Evaluation) {
    for (goal, outcome) in contract.goals.iter().zip(&evaluation.goals) {
        assert_eq!(goal.id, outcome.goal);
        let (Some(points), Some(weight)) = (outcome.points, outcome.weight) else { continue };
        assert!(points.min <= points.max, "{outcome:?}");
        if outcome.status != GoalStatus::Lapsed {
            assert!(points.min >= weight.min(), "{outcome:?}");
        }
        let stretches = outcome.share.max.numerator() > outcome.share.max.denominator();
        assert!(stretches || points.max <= weight.max(), "{outcome:?}");
    }
}

/// What is paid runs from the worst to the best and is never below zero.
fn pay(evaluation: &Evaluation) {
    let Some(pay) = &evaluation.pay else { return };
    assert!(pay.points.min <= pay.points.max, "{pay:?}");
    for amounts in [pay.earned, pay.adjusted, pay.payable, pay.holiday_allowance].into_iter().flatten() {
        let Span { min, max } = amounts;
        assert!(Kroner::default() <= min && min <= max, "{pay:?}");
    }
}

/// Every figure can be told in both languages.
fn everything_is_said(contract: &Contract, evaluation: &Evaluation) {
    for words in [Words::DANISH, Words::ENGLISH] {
        for step in evaluation.goals.iter().flat_map(|goal| &goal.steps) {
            assert!(!words.step(step).is_empty());
        }
        assert!(words.assumptions(&evaluation.assumptions, contract).len() <= evaluation.assumptions.len());
    }
}

/// The update after one entry was taken away, and after it was put at another goal, is the full evaluation.
fn updates(contract: &Contract, assessment: &Assessment, evaluation: &Evaluation) {
    for goal in contract.goals.iter().take(3) {
        let mut changed = assessment.clone();
        if changed.results.remove(&goal.id).is_none() {
            let other = assessment.results.values().next().map(Rc::clone).unwrap_or_default();
            changed.results.insert(goal.id.clone(), other);
        }
        assert_eq!(
            evaluation.update(contract, &changed, &goal.id),
            evaluate(contract, &changed),
            "{:?}",
            goal.id
        );
        let mut paid = changed.clone();
        paid.pay.adjustment = None;
        paid.pay.left_on.what = None;
        let updated = evaluate(contract, &changed).update_pay(contract, &paid);
        assert_eq!(updated, evaluate(contract, &paid));
    }
}
