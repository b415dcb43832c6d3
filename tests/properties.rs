//! Laws of the calculation, tried on generated contracts and assessments.

#![allow(clippy::unwrap_used, clippy::string_slice, reason = "a test may fail where it stands")]

use std::rc::Rc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use resultatkontrakt::domain::assessment::{Assessment, Entry, Reported};
use resultatkontrakt::domain::contract::{
    Between, Contract, Goal, GoalId, LapsedRule, PointSystem, Rule, ScaleStep, Weight,
};
use resultatkontrakt::domain::date::{Date, calendar_date};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::{Evaluation, GoalStatus};
use resultatkontrakt::domain::number::{Decimal, Percent, Points, Share};
use resultatkontrakt::domain::required::{Line, Measure, Reach, plan};
use resultatkontrakt::domain::sensitivity::Mover;
use resultatkontrakt::domain::target::{Baseline, Change, Part, Relation, Target, Threshold};

fn decimal(range: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|hundredths| Decimal::new(hundredths, 2))
}

fn day() -> impl Strategy<Value = Date> {
    (1_u8..=12, 1_u8..=28).prop_map(|(month, day)| calendar_date(2009, month, day).unwrap())
}

fn relation() -> impl Strategy<Value = Relation> {
    prop::sample::select(vec![Relation::AtMost, Relation::AtLeast, Relation::Below, Relation::Above])
}

fn threshold() -> impl Strategy<Value = Threshold> {
    let relative = (option::of(decimal(1..=90_000).prop_map(Baseline::Figure)), decimal(-5_000..=5_000))
        .prop_map(|(baseline, percent)| Threshold::Relative { baseline, change: Change::Percent(percent) });
    prop_oneof![3 => decimal(1..=90_000).prop_map(Threshold::Absolute), 1 => relative]
}

fn leaf() -> impl Strategy<Value = Target> {
    prop_oneof![
        (relation(), threshold()).prop_map(|(relation, threshold)| Target::Limit { relation, threshold }),
        day().prop_map(Target::By),
        Just(Target::Done),
        Just(Target::Undetermined),
        (decimal(0..=500), decimal(1..=90_000)).prop_map(|(tolerance, figure)| Target::Unchanged {
            baseline: Some(Baseline::Figure(figure)),
            tolerance
        }),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    leaf().prop_recursive(2, 12, 3, |inner| {
        (any::<bool>(), vec(inner, 1..=3)).prop_map(|(all, targets)| {
            let parts = targets.into_iter().enumerate().map(|(index, target)| Part {
                id: format!("part-{index}").as_str().into(),
                title: None,
                unit: None,
                target,
                history: Vec::new(),
                guidelines: Vec::new(),
            });
            if all { Target::AllOf(parts.collect()) } else { Target::AnyOf(parts.collect()) }
        })
    })
}

fn rule() -> impl Strategy<Value = Option<Rule>> {
    let one = Decimal::ONE;
    let steps = [(100, "0.2"), (50_000, "0.7"), (80_000, "1")];
    let steps = steps.map(|(at, share)| ScaleStep { at: Decimal::new(at, 2), share: share.parse().unwrap() });
    option::of(prop_oneof![
        Just(Rule::AllOrNothing),
        decimal(0..=100_000).prop_map(move |zero_at| Rule::Linear { zero_at, cap: one }),
        Just(Rule::Proportional { cap: one }),
        Just(Rule::Parts { shares: Vec::new() }),
        prop::sample::select(vec![Between::Linear, Between::Step]).prop_map(move |between| Rule::Scale {
            steps: steps.to_vec(),
            between,
            cap: None
        }),
    ])
}

fn reported() -> impl Strategy<Value = Reported> {
    let leaf = (option::of(decimal(-1_000..=100_000)), option::of(day()), option::of(any::<bool>()))
        .prop_map(|(value, date, done)| Reported { value, date, done, ..Reported::default() });
    leaf.prop_recursive(2, 12, 3, |inner| {
        vec(inner, 0..=3).prop_map(|parts| {
            let parts = parts.into_iter().enumerate();
            let parts = parts.map(|(index, part)| (format!("part-{index}").as_str().into(), part)).collect();
            Reported { parts, ..Reported::default() }
        })
    })
}

fn weight() -> impl Strategy<Value = Weight> {
    prop_oneof![
        3 => decimal(0..=20_000).prop_map(|points| Weight::Fixed(Points(points))),
        1 => (decimal(0..=5_000), decimal(0..=15_000))
            .prop_map(|(min, width)| Weight::Range { min: Points(min), max: Points(min + width) }),
    ]
}

fn goal(index: usize, weight: Weight, target: Target, scoring: Option<Rule>) -> Rc<Goal> {
    Rc::new(Goal {
        id: GoalId::from(format!("goal-{index}").as_str()),
        label: None,
        group: None,
        source: None,
        title: format!("Mål {index}"),
        description: None,
        weight: Some(weight),
        unit: None,
        target,
        measured: None,
        scoring,
        history: Vec::new(),
        guidelines: Vec::new(),
        resources: Vec::new(),
        contributes_to: Vec::new(),
        also_stated: Vec::new(),
        note: None,
    })
}

fn contract(goals: Vec<Rc<Goal>>, lapsed: Option<LapsedRule>) -> Contract {
    Contract {
        id: "generated".into(),
        title: "Generated".to_owned(),
        language: "da".to_owned(),
        institution: None,
        department: None,
        period: None,
        binding_year: None,
        sources: Vec::new(),
        points: Some(PointSystem { total: Points(Decimal::ONE_THOUSAND), decimals: 2 }),
        lapsed,
        groups: Vec::new(),
        goals,
        pay: None,
        risk: None,
        purposes: Vec::new(),
        strategy: Vec::new(),
        trends: Vec::new(),
        budget: None,
        sums: Vec::new(),
        units: Vec::new(),
        outcomes: Vec::new(),
        reporting: Vec::new(),
        also_stated: Vec::new(),
    }
}

prop_compose! {
    fn case()(
        rows in vec((weight(), target(), rule(), option::of(reported()), prop::bool::weighted(0.1)), 1..=6),
        lapsed in prop::sample::select(vec![None, Some(LapsedRule::Redistribute), Some(LapsedRule::Zero)]),
        as_of in option::of(day()),
    ) -> (Contract, Assessment) {
        let mut assessment = Assessment::new("generated".into());
        assessment.as_of = as_of;
        let mut goals = Vec::new();
        for (index, (weight, target, rule, reported, lapses)) in rows.into_iter().enumerate() {
            let goal = goal(index, weight, target, rule);
            let lapsed = lapses.then(|| "Aftalt".to_owned());
            let reported = reported.unwrap_or_default();
            assessment.results.insert(goal.id.clone(), Rc::new(Entry { reported, lapsed, ..Entry::default() }));
            goals.push(goal);
        }
        (contract(goals, lapsed), assessment)
    }
}

fn numeric_case() -> impl Strategy<Value = (Contract, Relation)> {
    let rules = prop_oneof![
        Just(Rule::AllOrNothing),
        Just(Rule::Proportional { cap: "1.2".parse().unwrap() }),
        decimal(1..=40_000).prop_map(|distance| Rule::Linear { zero_at: distance, cap: Decimal::TWO }),
    ];
    (relation(), decimal(1..=90_000), weight(), rules).prop_map(|(relation, limit, weight, rule)| {
        let falls = matches!(relation, Relation::AtMost | Relation::Below);
        let rule = match rule {
            Rule::Linear { zero_at, cap } => {
                Rule::Linear { zero_at: if falls { limit + zero_at } else { limit - zero_at }, cap }
            }
            rule => rule,
        };
        let target = Target::Limit { relation, threshold: Threshold::Absolute(limit) };
        (contract(vec![goal(0, weight, target, Some(rule))], None), relation)
    })
}

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
        let score = evaluate(&contract, &assessment).institution.unwrap();
        prop_assert_eq!(score.secured() + score.lost() + score.open(), score.weights);
        let weights = contract.goals.iter().map(|goal| goal.weight.unwrap().max().0).sum::<Decimal>();
        let all_lapsed = assessment.results.values().all(|entry| entry.lapsed.is_some());
        if !all_lapsed {
            prop_assert_eq!(score.weights.0, weights, "lapsed weights are shared out or lost, never gone");
        }
    }

    #[test]
    fn the_order_of_goals_is_irrelevant((contract, assessment) in case()) {
        // Equal remainders go by the contract's order, so nothing lapses here.
        let mut assessment = assessment;
        for entry in assessment.results.values_mut() {
            Rc::make_mut(entry).lapsed = None;
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
        let lapsed = lapses.then(|| "Aftalt".to_owned());
        after.results.insert(goal.clone(), Rc::new(Entry { reported: changed, lapsed, ..Entry::default() }));
        let updated = evaluate(&contract, &before).update(&contract, &after, &goal);
        prop_assert_eq!(updated, evaluate(&contract, &after));
    }

    #[test]
    fn a_missing_result_spans_every_result((contract, relation) in numeric_case(), value in decimal(-1_000..=200_000)) {
        let _ = relation;
        let open = evaluate(&contract, &Assessment::new("generated".into())).institution.unwrap().points;
        let points = with_value(&contract, value).institution.unwrap().points;
        prop_assert!(open.min <= points.min && points.max <= open.max);
    }

    #[test]
    fn a_better_result_never_earns_less((contract, relation) in numeric_case(), a in decimal(-1_000..=200_000), b in decimal(-1_000..=200_000)) {
        let falls = matches!(relation, Relation::AtMost | Relation::Below);
        let (worse, better) = if (a < b) == falls { (b, a) } else { (a, b) };
        let points = |value| with_value(&contract, value).institution.unwrap().points.min;
        prop_assert!(points(worse) <= points(better));
    }

    #[test]
    fn a_percent_is_reached_once_every_line_of_its_plan_holds_and_not_without_one_of_them(
        (contract, assessment) in case(), way in 0_i64..=100, left_out in any::<prop::sample::Index>()
    ) {
        let evaluation = evaluate(&contract, &assessment);
        // So far on the way from what is certain to what can still be reached.
        let score = evaluation.institution.unwrap();
        let points = score.secured().0 + score.open().0 * Decimal::new(way, 2);
        let wanted = Percent(points * Decimal::ONE_HUNDRED / score.total.0);
        let plan = plan(&contract, &assessment, &evaluation, Measure::Points, wanted).unwrap();
        let reaches = |lines: &[&Line]| {
            let score = evaluate(&contract, &meeting(&assessment, lines)).institution.unwrap();
            let share = Share::of(score.secured().0, score.total.0).unwrap();
            share.reaches(Share::of(wanted.0, Decimal::ONE_HUNDRED).unwrap()).unwrap()
        };
        let mut lines: Vec<_> = plan.lines.iter().collect();
        prop_assert_eq!(plan.reach == Reach::Certain, reaches(&[]));
        prop_assert_ne!(plan.reach, Reach::Impossible);
        if plan.reach == Reach::Possible && lines.iter().all(|line| line.need.can_be_named()) {
            prop_assert!(reaches(&lines), "{plan:#?}");
            lines.remove(left_out.index(lines.len()));
            prop_assert!(!reaches(&lines), "{plan:#?}");
        }
    }
}

/// The assessment once these lines of a plan hold, and nothing more.
fn meeting(assessment: &Assessment, lines: &[&Line]) -> Assessment {
    let mut met = assessment.clone();
    for line in lines {
        let Mover::Goal(goal) = &line.mover else { continue };
        let mut entry = met.results.get(goal).map(|entry| (**entry).clone()).unwrap_or_default();
        assert!(line.need.meet(&mut entry.reported));
        met.results.insert(goal.clone(), Rc::new(entry));
    }
    met
}
