//! Laws of the calculation, tried on generated contracts and assessments.

#![allow(
    clippy::unwrap_used,
    clippy::string_slice,
    clippy::indexing_slicing,
    reason = "a test may fail where it stands"
)]

#[path = "../report/calculator.rs"]
mod calculator;
mod generated;
mod large;
mod portfolio;
mod pots;
mod renewal;
mod requirements;
mod rollup;

use std::rc::Rc;

use proptest::prelude::*;
use resultatkontrakt::domain::address::{EntryId, LineId};
use resultatkontrakt::domain::assessment::{Assessment, Decided, Entry};
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::contract::Relation;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::{Evaluation, GoalStatus};
use resultatkontrakt::domain::number::{Decimal, Percent, Share};
use resultatkontrakt::domain::reported::Reported;
use resultatkontrakt::domain::required::{Measure, Order, Plan, PlanLine, Reach, plan};

use crate::generated::{case, decimal, numeric_case, reported};

fn with_value(contract: &Contract, value: Decimal) -> Evaluation {
    let mut assessment = Assessment::new("generated".into());
    let reported = Reported { value: Some(value), ..Reported::default() };
    let entry = Entry { reported, ..Entry::default() };
    assessment.results.insert("goal-0".into(), Rc::new(entry));
    evaluate(contract, &assessment)
}

proptest! {
    #[test]
    fn points_stay_within_the_weight((contract, assessment) in case()) {
        for outcome in &evaluate(&contract, &assessment).goals {
            let (points, weight) = (outcome.points.unwrap(), outcome.weight.unwrap());
            prop_assert!(points.min <= points.max);
            prop_assert!(points.max <= weight.max(), "{outcome:?}");
            if outcome.status != GoalStatus::Lapsed {
                prop_assert!(points.min >= weight.min(), "{outcome:?}");
            }
        }
    }

    #[test]
    fn secured_lost_and_open_make_the_weights((contract, assessment) in case()) {
        let score = evaluate(&contract, &assessment).institution.unwrap().sum;
        prop_assert_eq!(score.secured() + score.lost() + score.open(), score.weights);
        let weights = contract.goals.iter().map(|goal| goal.weight.unwrap().max().0).sum::<Decimal>();
        let all_lapsed = assessment.results.values().all(|entry| entry.has_lapsed());
        if !all_lapsed {
            prop_assert_eq!(score.weights.0, weights, "lapsed weights are shared out or lost, never gone");
        }
    }

    #[test]
    fn the_order_of_goals_is_irrelevant((contract, assessment) in case()) {
        // Equal remainders go by the contract's order, so nothing lapses here.
        let mut assessment = assessment;
        for entry in assessment.results.values_mut() {
            Rc::make_mut(entry).lapsed.what = None;
        }
        let mut turned = contract.clone();
        turned.goals.reverse();
        let (forward, backward) = (evaluate(&contract, &assessment), evaluate(&turned, &assessment));
        prop_assert_eq!(forward.institution, backward.institution);
        prop_assert_eq!(forward.counts, backward.counts);
    }

    #[test]
    fn an_update_is_a_full_evaluation(
        (contract, before) in case(), changed in reported(), lapses in any::<bool>(), pick in any::<prop::sample::Index>()
    ) {
        let goal = pick.get(&contract.goals).id.clone();
        let mut after = before.clone();
        let lapsed = Decided { what: lapses.then(|| "Aftalt".to_owned()), ..Decided::default() };
        after.results.insert(goal.clone(), Rc::new(Entry { reported: changed, lapsed, ..Entry::default() }));
        let updated = evaluate(&contract, &before).update(&contract, &after, &goal);
        prop_assert_eq!(updated, evaluate(&contract, &after));
    }

    #[test]
    fn a_missing_result_spans_every_result((contract, relation) in numeric_case(), value in decimal(-1_000..=200_000)) {
        let _ = relation;
        let open = evaluate(&contract, &Assessment::new("generated".into())).institution.unwrap().sum.points;
        let points = with_value(&contract, value).institution.unwrap().sum.points;
        prop_assert!(open.min <= points.min && points.max <= open.max);
    }

    #[test]
    fn a_better_result_never_earns_less((contract, relation) in numeric_case(), a in decimal(-1_000..=200_000), b in decimal(-1_000..=200_000)) {
        let falls = matches!(relation, Relation::AtMost | Relation::Below);
        let (worse, better) = if (a < b) == falls { (b, a) } else { (a, b) };
        let points = |value| with_value(&contract, value).institution.unwrap().sum.points.min;
        prop_assert!(points(worse) <= points(better));
    }

    #[test]
    fn a_percent_is_reached_once_every_line_of_its_plan_holds_and_not_without_one_of_them(
        (contract, assessment) in case(), way in 0_i64..=100, left_out in any::<prop::sample::Index>()
    ) {
        let plan = plan_and_try(&contract, &assessment, Decimal::new(way, 2), left_out)?;
        prop_assert!(plan.is_some(), "figures of few digits fit");
    }
}

/// What must hold to come so far on the way from what is certain to what can still be reached; none where that cannot
/// be told. Each line is entered, and then each but one.
fn plan_and_try(
    contract: &Contract,
    assessment: &Assessment,
    way: Decimal,
    left_out: prop::sample::Index,
) -> Result<Option<Plan>, TestCaseError> {
    let evaluation = evaluate(contract, assessment);
    let Some(score) = evaluation.institution else { return Ok(None) };
    let points = score.sum.secured().0 + score.sum.open().0 * way;
    let wanted = Percent(points * Decimal::ONE_HUNDRED / score.total.0);
    let Some(plan) = plan(contract, assessment, &evaluation, Measure::Points, wanted, Order::Nearest) else {
        return Ok(None);
    };
    let reaches = |lines: &[&PlanLine]| {
        let score = evaluate(contract, &meeting(assessment, lines)).institution.unwrap();
        let share = Share::fraction(score.sum.secured().0, score.total.0).unwrap();
        share.reaches(Share::fraction(wanted.0, Decimal::ONE_HUNDRED).unwrap()).unwrap()
    };
    let mut lines: Vec<_> = plan.lines.iter().collect();
    prop_assert_eq!(plan.reach == Reach::Certain, reaches(&[]));
    prop_assert_ne!(plan.reach, Reach::Impossible);
    if plan.reach == Reach::Possible && lines.iter().all(|line| line.need.can_be_named()) {
        prop_assert!(reaches(&lines), "{plan:#?}");
        lines.remove(left_out.index(lines.len()));
        prop_assert!(!reaches(&lines), "{plan:#?}");
    }
    Ok(Some(plan))
}

/// The assessment once these lines of a plan hold, and nothing more.
fn meeting(assessment: &Assessment, lines: &[&PlanLine]) -> Assessment {
    let mut met = assessment.clone();
    for line in lines {
        let LineId::Entry(EntryId { goal, .. }) = &line.id else { continue };
        let mut entry = met.results.get(goal).map(|entry| (**entry).clone()).unwrap_or_default();
        assert!(line.need.meet(&mut entry.reported));
        met.results.insert(goal.clone(), Rc::new(entry));
    }
    met
}
