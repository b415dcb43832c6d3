//! Contracts and assessments as nobody would think of them.

use std::rc::Rc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use resultatkontrakt::domain::assessment::{Assessment, Decided, Entry};
use resultatkontrakt::domain::contract::{
    Baseline, BaselineChange, Level, Part, Rating, Ratio, Relation, Target, Threshold,
};
use resultatkontrakt::domain::contract::{
    Between, Contract, Goal, GoalId, LapsedRule, LevelId, PointSystem, Rule, ScaleStep, Weight,
};
use resultatkontrakt::domain::date::{Date, calendar_date};
use resultatkontrakt::domain::number::{Decimal, Points};
use resultatkontrakt::domain::reported::Reported;

pub(crate) fn decimal(range: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|hundredths| Decimal::new(hundredths, 2))
}

fn day() -> impl Strategy<Value = Date> {
    (1_u8..=12, 1_u8..=28).prop_map(|(month, day)| calendar_date(2009, month, day).unwrap())
}

fn relation() -> impl Strategy<Value = Relation> {
    prop::sample::select(vec![Relation::AtMost, Relation::AtLeast, Relation::Below, Relation::Above])
}

fn threshold() -> impl Strategy<Value = Threshold> {
    let relative =
        (option::of(decimal(1..=90_000).prop_map(Baseline::Figure)), decimal(-5_000..=5_000)).prop_map(
            |(baseline, percent)| Threshold::Relative { baseline, change: BaselineChange::Percent(percent) },
        );
    prop_oneof![3 => decimal(1..=90_000).prop_map(Threshold::Absolute), 1 => relative]
}

fn leaf() -> impl Strategy<Value = Target> {
    prop_oneof![
        (relation(), threshold()).prop_map(|(relation, threshold)| Target::Limit { relation, threshold }),
        day().prop_map(Target::By),
        Just(Target::Done),
        Just(Target::Undetermined),
        rated(),
        (decimal(0..=500), decimal(1..=90_000)).prop_map(|(tolerance, figure)| Target::Unchanged {
            baseline: Some(Baseline::Figure(figure)),
            tolerance
        }),
    ]
}

pub(crate) fn rated() -> impl Strategy<Value = Target> {
    let shares = vec(decimal(0..=100), 1..=4);
    shares.prop_map(|shares| {
        let level = |(index, share): (usize, Decimal)| Level {
            id: format!("level-{index}").as_str().into(),
            title: format!("Niveau {index}"),
            share,
        };
        let levels = shares.into_iter().chain([Decimal::ONE]).enumerate().map(level).collect();
        Target::Rated(Rating { scale: None, levels })
    })
}

fn target() -> impl Strategy<Value = Target> {
    leaf().prop_recursive(2, 12, 3, |inner| {
        (any::<bool>(), vec((inner, rule()), 1..=3)).prop_map(|(all, targets)| {
            let parts = targets.into_iter().enumerate().map(|(index, (target, scoring))| Part {
                id: format!("part-{index}").as_str().into(),
                title: None,
                wording: None,
                page: None,
                unit: None,
                ratio: None,
                target,
                scoring,
                measured: None,
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
    let steps =
        steps.map(|(at, share)| ScaleStep { at: Decimal::new(at, 2).into(), share: share.parse().unwrap() });
    option::of(prop_oneof![
        Just(Rule::AllOrNothing),
        threshold().prop_map(move |zero_at| Rule::Linear { zero_at, cap: one }),
        Just(Rule::Proportional { cap: one }),
        Just(Rule::Parts { shares: Vec::new() }),
        prop::sample::select(vec![Between::Linear, Between::Step]).prop_map(move |between| Rule::Scale {
            steps: steps.to_vec(),
            between,
            cap: None
        }),
    ])
}

pub(crate) fn reported() -> impl Strategy<Value = Reported> {
    let level = (0..=4_usize).prop_map(|index| LevelId::from(format!("level-{index}").as_str()));
    let figure = || option::of(decimal(-1_000..=100_000));
    let leaf =
        (figure(), [figure(), figure()], option::of(day()), option::of(any::<bool>()), option::of(level));
    let leaf = leaf.prop_map(|(value, [numerator, denominator], date, done, level)| Reported {
        value,
        numerator,
        denominator,
        date,
        done,
        level,
        ..Reported::default()
    });
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

/// Every third goal may be answered with two counts.
fn ratio(index: usize) -> Option<Box<Ratio>> {
    let ratio = Ratio {
        numerator: "Til tiden".to_owned(),
        denominator: "I alt".to_owned(),
        decimals: 1,
        is_percent: true,
    };
    index.is_multiple_of(3).then(|| Box::new(ratio))
}

pub(crate) fn goal(index: usize, weight: Weight, target: Target, scoring: Option<Rule>) -> Rc<Goal> {
    Rc::new(Goal {
        id: GoalId::from(format!("goal-{index}").as_str()),
        label: None,
        group: None,
        source: None,
        page: None,
        wording: None,
        title: format!("Mål {index}"),
        description: None,
        weight: Some(weight),
        unit: None,
        ratio: ratio(index),
        target,
        measured: None,
        scoring,
        history: Vec::new(),
        guidelines: Vec::new(),
        resources: Vec::new(),
        contributes_to: Vec::new(),
        rollup: None,
        served_by: Vec::new(),
        also_stated: Vec::new(),
        note: None,
    })
}

pub(crate) fn contract(goals: Vec<Rc<Goal>>, lapsed: Option<LapsedRule>) -> Contract {
    Contract {
        renews: None,
        id: "generated".into(),
        title: "Generated".to_owned(),
        language: "da".to_owned(),
        institution: None,
        department: None,
        period: None,
        binding_year: None,
        sources: Vec::new(),
        signatories: Vec::new(),
        signed: None,
        points: Some(PointSystem { total: Points(Decimal::ONE_THOUSAND), decimals: 2 }),
        bands: None,
        scales: Vec::new(),
        lapsed,
        groups: Vec::new(),
        goals,
        pay: None,
        risk: None,
        locked: None,
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
    pub(crate) fn case()(
        rows in vec((weight(), target(), rule(), option::of(reported()), prop::bool::weighted(0.1)), 1..=6),
        lapsed in prop::sample::select(vec![None, Some(LapsedRule::Redistribute), Some(LapsedRule::Zero)]),
        as_of in option::of(day()),
    ) -> (Contract, Assessment) {
        let mut assessment = Assessment::new("generated".into());
        assessment.as_of = as_of;
        let mut goals = Vec::new();
        for (index, (weight, target, rule, reported, lapses)) in rows.into_iter().enumerate() {
            let goal = goal(index, weight, target, rule);
            let lapsed = Decided { what: lapses.then(|| "Aftalt".to_owned()), ..Decided::default() };
            let reported = reported.unwrap_or_default();
            assessment.results.insert(goal.id.clone(), Rc::new(Entry { reported, lapsed, ..Entry::default() }));
            goals.push(goal);
        }
        (contract(goals, lapsed), assessment)
    }
}

pub(crate) fn numeric_case() -> impl Strategy<Value = (Contract, Relation)> {
    let rules = prop_oneof![
        Just(Rule::AllOrNothing),
        Just(Rule::Proportional { cap: "1.2".parse().unwrap() }),
        decimal(1..=40_000).prop_map(|distance| Rule::Linear { zero_at: distance.into(), cap: Decimal::TWO }),
    ];
    (relation(), decimal(1..=90_000), weight(), rules).prop_map(|(relation, limit, weight, rule)| {
        let falls = matches!(relation, Relation::AtMost | Relation::Below);
        let rule = match rule {
            Rule::Linear { zero_at: Threshold::Absolute(distance), cap } => Rule::Linear {
                zero_at: (if falls { limit + distance } else { limit - distance }).into(),
                cap,
            },
            rule => rule,
        };
        let target = Target::Limit { relation, threshold: Threshold::Absolute(limit) };
        (contract(vec![goal(0, weight, target, Some(rule))], None), relation)
    })
}
