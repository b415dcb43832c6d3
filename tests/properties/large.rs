//! Figures of as many digits as the reader takes: what comes out is right, or says that it cannot tell.

use std::rc::Rc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use resultatkontrakt::domain::assessment::{Assessment, Decided, Entry};
use resultatkontrakt::domain::contract::{
    Between, Contract, Figure, Relation, Rule, ScaleStep, Target, Threshold, Weight,
};
use resultatkontrakt::domain::date::Period;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::GoalStatus;
use resultatkontrakt::domain::number::{Decimal, Points};
use resultatkontrakt::domain::reported::Reported;

use crate::generated::{contract, goal};
use crate::plan_and_try;

/// A goal whose figures are whole numbers of at most 15 digits, with its result.
#[derive(Clone, Debug)]
struct Whole {
    /// The points at no fulfilment, and those that full fulfilment adds.
    weight: (i64, i64),
    /// The result that earns nothing, and the target.
    ends: (i64, i64),
    /// The highest share.
    cap: i64,
    rule: Shape,
    value: i64,
    lapsed: bool,
}

#[derive(Clone, Copy, Debug)]
enum Shape {
    Linear,
    Proportional,
    /// From 0 at the first step to the cap at the second.
    Scale,
}

const MOST: i64 = 499_999_999_999_999;

/// Few digits, or as many as there may be.
fn figure() -> impl Strategy<Value = i64> {
    prop_oneof![1..=9_999_i64, 1..=MOST, MOST - 99..=MOST]
}

prop_compose! {
    fn whole()(
        min in prop_oneof![Just(0), figure()],
        width in figure(),
        ends in (figure(), figure()).prop_filter("apart", |(zero, target)| zero != target),
        cap in prop_oneof![Just(1), 1..=9_i64, 1..=9_999_999_i64],
        rule in prop::sample::select(vec![Shape::Linear, Shape::Proportional, Shape::Scale]),
        value in figure(),
        lapsed in prop::bool::weighted(0.2),
    ) -> Whole {
        Whole { weight: (min, width), ends, cap, rule, value, lapsed }
    }
}

impl Whole {
    fn falls(&self) -> bool {
        self.ends.0 > self.ends.1
    }

    fn rule(&self) -> Rule {
        let (zero_at, target): (Decimal, Decimal) = (self.ends.0.into(), self.ends.1.into());
        let cap = self.cap.into();
        match self.rule {
            Shape::Linear => Rule::Linear { zero_at: zero_at.into(), cap },
            Shape::Proportional => Rule::Proportional { cap },
            Shape::Scale => {
                let steps = [(zero_at, Decimal::ZERO), (target, cap)];
                let steps = steps.map(|(at, share)| ScaleStep { at: at.into(), share }).to_vec();
                Rule::Scale { steps, between: Between::Linear, cap: None }
            }
        }
    }

    /// The share as a fraction, held between 0 and the cap.
    fn share(&self) -> (i128, i128) {
        let (zero, target, value) =
            (i128::from(self.ends.0), i128::from(self.ends.1), i128::from(self.value));
        let cap = i128::from(self.cap);
        let (above, below) = match self.rule {
            Shape::Linear => (value - zero, target - zero),
            Shape::Scale => ((value - zero) * cap, target - zero),
            Shape::Proportional if self.falls() => (target, value),
            Shape::Proportional => (value, target),
        };
        let (above, below) = if below < 0 { (-above, -below) } else { (above, below) };
        (above.clamp(0, cap * below), below)
    }

    /// The points of this weight in hundredths, rounded half up.
    fn points(&self, min: i128, max: i128) -> i128 {
        let (above, below) = self.share();
        let twice = (min * below + (max - min) * above) * 2 + below;
        twice.div_euclid(below * 2)
    }

    fn entry(&self) -> Entry {
        let reported = Reported { value: Some(self.value.into()), ..Reported::default() };
        let lapsed = Decided { what: self.lapsed.then(|| "Aftalt".to_owned()), ..Decided::default() };
        Entry { reported, lapsed, ..Entry::default() }
    }
}

pub(crate) fn hundredths(points: Points) -> i128 {
    let mut value = points.0;
    value.rescale(2);
    value.mantissa()
}

fn case(goals: &[Whole]) -> (Contract, Assessment) {
    let mut assessment = Assessment::new("generated".into());
    let goals = goals.iter().enumerate().map(|(index, whole)| {
        let (min, max) = (Points(whole.weight.0.into()), Points((whole.weight.0 + whole.weight.1).into()));
        let weight = if min.0.is_zero() { Weight::Fixed(max) } else { Weight::Range { min, max } };
        let relation = if whole.falls() { Relation::AtMost } else { Relation::AtLeast };
        let target = Target::Limit { relation, threshold: Threshold::Absolute(whole.ends.1.into()) };
        let goal = goal(index, weight, target, Some(whole.rule()));
        assessment.results.insert(goal.id.clone(), Rc::new(whole.entry()));
        goal
    });
    (contract(goals.collect(), None), assessment)
}

/// Up to 15 digits before the separator and 9 after it.
fn long() -> impl Strategy<Value = Decimal> {
    let decimals = prop_oneof![Just(0), 0..=999_999_999_i64].prop_map(|decimals| Decimal::new(decimals, 9));
    (figure(), decimals).prop_map(|(whole, decimals)| Decimal::from(whole) + decimals)
}

prop_compose! {
    /// A goal whose figures are long, and that is open.
    fn open_goal()(
        weight in (figure(), figure()),
        is_range in any::<bool>(),
        ends in (long(), long()),
        cap in 1..=3_u8,
        rule in prop::sample::select(vec![Shape::Linear, Shape::Proportional, Shape::Scale]),
        relation in prop::sample::select(vec![Relation::AtMost, Relation::AtLeast, Relation::Below, Relation::Above]),
        all_or_nothing in prop::bool::weighted(0.2),
        held in option::of(figure()),
    ) -> (Weight, Target, Option<Rule>, Option<Decimal>) {
        let (zero_at, target) = ends;
        let cap = Decimal::from(cap);
        let (min, width) = (Decimal::new(weight.0, 2), Decimal::new(weight.1, 2));
        let range = Weight::Range { min: Points(min), max: Points(min + width) };
        let weight = if is_range { range } else { Weight::Fixed(Points(width)) };
        let rule = match rule {
            Shape::Linear => Rule::Linear { zero_at: zero_at.into(), cap },
            Shape::Proportional => Rule::Proportional { cap },
            Shape::Scale => Rule::Scale {
                steps: vec![
                    ScaleStep { at: zero_at.into(), share: "0.3".parse().unwrap() },
                    ScaleStep { at: target.into(), share: cap },
                ],
                between: Between::Linear,
                cap: None,
            },
        };
        let target = Target::Limit { relation, threshold: Threshold::Absolute(target) };
        let rule = Some(rule).filter(|_| !all_or_nothing);
        (weight, target, rule, held.map(Decimal::from))
    }
}

proptest! {
    #[test]
    fn what_must_hold_of_long_figures_reaches_the_percent_once_it_does(
        rows in vec(open_goal(), 1..=4), way in 1_i64..=100, left_out in any::<prop::sample::Index>()
    ) {
        let goals = rows.into_iter().enumerate().map(|(index, (weight, target, rule, last))| {
            let mut goal = goal(index, weight, target, rule);
            let figure = |value| Figure { period: Period::Year(2008), value, stated: None, source: None, note: None };
            Rc::make_mut(&mut goal).history.push(figure(last));
            goal
        });
        let (contract, assessment) = (contract(goals.collect(), None), Assessment::new("generated".into()));
        plan_and_try(&contract, &assessment, Decimal::new(way, 2), left_out)?;
    }

    #[test]
    fn the_span_of_long_figures_holds_the_true_points(goals in vec(whole(), 1..=4)) {
        let (contract, assessment) = case(&goals);
        let evaluation = evaluate(&contract, &assessment);
        for (whole, outcome) in goals.iter().zip(&evaluation.goals) {
            let (Some(weight), Some(points)) = (outcome.weight, outcome.points) else {
                prop_assert_eq!(evaluation.institution, None);
                continue;
            };
            if outcome.status != GoalStatus::Lapsed {
                let expected = whole.points(hundredths(weight.min()), hundredths(weight.max()));
                prop_assert!(hundredths(points.min) <= expected, "{outcome:#?}");
                prop_assert!(hundredths(points.max) >= expected, "{outcome:#?}");
            }
        }
    }

    #[test]
    fn long_weights_are_shared_out_to_the_last_unit(goals in vec(whole(), 2..=5)) {
        let (contract, assessment) = case(&goals);
        let own = |whole: &Whole| i128::from(whole.weight.0 + whole.weight.1) * 100;
        let total: i128 = goals.iter().map(own).sum();
        let kept: i128 = goals.iter().filter(|whole| !whole.lapsed).map(own).sum();
        prop_assume!(kept > 0);
        for (whole, outcome) in goals.iter().zip(&evaluate(&contract, &assessment).goals) {
            let Some(weight) = outcome.weight.filter(|_| !whole.lapsed) else { continue };
            // Largest remainder: less than one unit from own × total / kept.
            let apart = (hundredths(weight.max()) * kept - own(whole) * total).abs();
            prop_assert!(apart < kept, "{outcome:#?}");
        }
    }
}
