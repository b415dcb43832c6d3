//! Laws of figures that combine: their order is irrelevant, both ends are reached by what may still come, and the steps
//! can be worked out again.

use proptest::collection::vec;
use proptest::prelude::*;
use resultatkontrakt::domain::contract::Rollup;
use resultatkontrakt::domain::number::{Decimal, Span};
use resultatkontrakt::domain::rollup::{Brought, RollupStep, combine};

const ALL: [Rollup; 5] = [Rollup::Sum, Rollup::Mean, Rollup::WeightedMean, Rollup::MetShare, Rollup::AllMet];

fn figure() -> impl Strategy<Value = Decimal> {
    (-1_000_000_i64..1_000_000, 0_u32..4).prop_map(|(digits, scale)| Decimal::new(digits, scale))
}

prop_compose! {
    fn brought()(
        ends in prop::option::weighted(0.9, (figure(), figure())),
        weight in prop::option::weighted(0.9, (0_u32..50).prop_map(Decimal::from)),
        is_met in prop::option::of(any::<bool>()),
    ) -> Brought {
        Brought { figure: ends.map(|(one, other)| Span::new(one.min(other), one.max(other))), weight, is_met }
    }
}

/// What it comes to once everything is settled: each figure at an end, each open goal met or missed.
fn completed(brought: &[Brought], choices: &[bool]) -> Vec<Brought> {
    let settle = |(one, best): (&Brought, &bool)| Brought {
        figure: one.figure.map(|span| Span::settled(if *best { span.max } else { span.min })),
        is_met: Some(one.is_met.unwrap_or(*best)),
        ..*one
    };
    brought.iter().zip(choices).map(settle).collect()
}

/// The span of a figure; of an answer 0 for no and 1 for yes.
fn span(step: &RollupStep) -> Span<Decimal> {
    step.figure().unwrap_or_else(|| match step.all_met() {
        Some(met) => Span::settled(Decimal::from(u8::from(met))),
        None => Span::new(Decimal::ZERO, Decimal::ONE),
    })
}

proptest! {
    #[test]
    fn the_order_of_contributions_is_irrelevant(mut all in vec(brought(), 0..8)) {
        let forward = ALL.map(|rollup| combine(rollup, &all).map(|step| span(&step)));
        all.reverse();
        prop_assert_eq!(forward, ALL.map(|rollup| combine(rollup, &all).map(|step| span(&step))));
    }

    #[test]
    fn both_ends_are_reached_and_nothing_lies_beyond(all in vec(brought(), 1..8), choices in vec(any::<bool>(), 8)) {
        for rollup in ALL {
            let Ok(step) = combine(rollup, &all) else { continue };
            let ends = span(&step);
            let at = |choices: &[bool]| span(&combine(rollup, &completed(&all, choices)).unwrap());
            prop_assert_eq!(at(&[false; 8]), Span::settled(ends.min));
            prop_assert_eq!(at(&[true; 8]), Span::settled(ends.max));
            let between = at(&choices);
            prop_assert!(between.is_settled() && ends.min <= between.min && between.max <= ends.max);
        }
    }

    #[test]
    fn the_steps_can_be_worked_out_again(all in vec(brought(), 1..8)) {
        if let Ok(RollupStep::Sum { parts, total }) = combine(Rollup::Sum, &all) {
            prop_assert_eq!(parts.iter().map(|part| part.min).sum::<Decimal>(), total.min);
            prop_assert_eq!(parts.iter().map(|part| part.max).sum::<Decimal>(), total.max);
        }
        for rollup in [Rollup::Mean, Rollup::WeightedMean] {
            let Ok(RollupStep::Mean { parts, weights, mean, .. }) = combine(rollup, &all) else { continue };
            prop_assert_eq!(parts.iter().map(|(weight, _)| *weight).sum::<Decimal>(), weights);
            let product = parts.iter().map(|(weight, part)| *weight * part.min).sum::<Decimal>();
            prop_assert!((mean.min * weights - product).abs() <= weights * Decimal::new(5, 7));
        }
    }

    #[test]
    fn a_missing_figure_is_never_a_number(all in vec(brought(), 1..8)) {
        let is_missing = all.iter().any(|one| one.figure.is_none());
        for rollup in [Rollup::Sum, Rollup::Mean, Rollup::WeightedMean] {
            prop_assert!(!is_missing || combine(rollup, &all).is_err());
        }
    }
}
