//! What the page writes for a target is read back as that target, in both languages.

use std::rc::Rc;

use proptest::option;
use proptest::prelude::*;
use resultatkontrakt::domain::contract::{Baseline, BaselineChange, Relation, Target, Threshold, Weight};
use resultatkontrakt::domain::date::{Period, calendar_date};
use resultatkontrakt::domain::number::{Decimal, Points};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::requirement::{Known, Requirement, RequirementReading, read_requirement};

use crate::generated::{decimal, goal, rated};

const UNITS: [&str; 7] =
    ["forløb", "pct.", "%", "mio. kr.", "sager pr. medarbejder", "forløb over 26 uger", "sager i alt"];

fn figure() -> impl Strategy<Value = Decimal> {
    (-1_000_000_000_000_i64..=1_000_000_000_000, 0_u32..=3)
        .prop_map(|(value, scale)| Decimal::new(value, scale))
}

fn period() -> impl Strategy<Value = Period> {
    (1995_i32..=2035, 1_u8..=12, 0_u8..=4).prop_map(|(year, month, form)| match form {
        0 => Period::Year(year),
        1 => Period::HalfYear(year, month.div_ceil(6)),
        2 => Period::Quarter(year, month.div_ceil(3)),
        3 => Period::Month(year, month),
        _ => Period::Day(calendar_date(year, month, 28).unwrap()),
    })
}

fn baseline() -> impl Strategy<Value = Option<Baseline>> {
    option::of(period().prop_map(Baseline::Of))
}

/// A change that is one: no change at all is written as the baseline itself.
fn change() -> impl Strategy<Value = BaselineChange> {
    let by = (1_i64..=5_000_000, 0_u32..=2, any::<bool>())
        .prop_map(|(value, scale, is_less)| Decimal::new(if is_less { -value } else { value }, scale));
    (by, any::<bool>()).prop_map(|(by, percent)| {
        if percent { BaselineChange::Percent(by) } else { BaselineChange::Points(by) }
    })
}

fn threshold() -> impl Strategy<Value = Threshold> {
    let none = Just(BaselineChange::Points(Decimal::ZERO));
    let of_figure = (figure().prop_map(|value| Some(Baseline::Figure(value))), change());
    let relative = prop_oneof![(baseline(), change()), (baseline(), none), of_figure];
    prop_oneof![
        2 => figure().prop_map(Threshold::Absolute),
        1 => relative.prop_map(|(baseline, change)| Threshold::Relative { baseline, change }),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    let relations = vec![Relation::AtMost, Relation::AtLeast, Relation::Below, Relation::Above];
    let limit = (prop::sample::select(relations), threshold())
        .prop_map(|(relation, threshold)| Target::Limit { relation, threshold });
    let range = (figure(), figure())
        .prop_map(|(one, other)| Target::Between { min: one.min(other).into(), max: one.max(other).into() });
    let all_baselines = prop_oneof![
        baseline(),
        (1_i64..=1_000_000_000).prop_map(|value| Some(Baseline::Figure(value.into())))
    ];
    let unchanged = (all_baselines, decimal(0..=900_000))
        .prop_map(|(baseline, tolerance)| Target::Unchanged { baseline, tolerance });
    prop_oneof![
        4 => limit,
        2 => range,
        2 => unchanged,
        1 => period().prop_map(|period| Target::By(period.end())),
        1 => Just(Target::Done),
        1 => Just(Target::Undetermined),
        1 => Just(Target::Assessed { criteria: Vec::new() }),
    ]
}

fn weight() -> impl Strategy<Value = Weight> {
    (0_i64..=100_000, 1_i64..=1_000_000, any::<bool>()).prop_map(|(min, width, is_range)| {
        let points = |tenths: i64| Points(Decimal::new(tenths, 1));
        if is_range {
            return Weight::Range { min: points(min), max: points(min + width) };
        }
        Weight::Fixed(points(width))
    })
}

/// The points at no fulfilment and at full: 0 to 150 is 150.
fn ends(weight: Option<Weight>) -> Option<(Points, Points)> {
    weight.map(|weight| (weight.min(), weight.max()))
}

proptest! {
    #[test]
    fn what_the_page_writes_for_a_target_is_read_back(
        target in target(), weight in weight(), measured in option::of(period()),
        unit in option::of(prop::sample::select(UNITS.to_vec())),
    ) {
        let mut goal = goal(1, weight, target.clone(), None);
        let written = Rc::make_mut(&mut goal);
        (written.measured, written.unit) = (measured, unit.map(str::to_owned));
        let has_unit = matches!(
            target,
            Target::Between { .. } | Target::Limit { threshold: Threshold::Absolute(_), .. }
        );
        let is_timed = matches!(target, Target::Between { .. } | Target::Limit { .. });
        let is_judged = matches!(target, Target::Assessed { .. });
        for words in [Words::DANISH, Words::ENGLISH] {
            let text = words.goal_target(&goal);
            let read = read_requirement(&text, words.lang, Known::default());
            let Some(RequirementReading::Clear(read)) = read else {
                return Err(TestCaseError::fail(format!("{text}: {read:?}")));
            };
            prop_assert_eq!(ends(read.weight), ends(is_judged.then_some(weight)), "{}", &text);
            let expected = Requirement {
                target: target.clone(),
                unit: goal.unit.clone().filter(|_| has_unit),
                measured: measured.filter(|_| is_timed),
                weight: read.weight,
            };
            prop_assert_eq!(read, expected, "{}", text);
        }
    }

    #[test]
    fn what_a_sentence_leaves_out_is_never_made_up(rated in rated(), weight in weight(), parts in 1_usize..=4) {
        let part = |index: usize| resultatkontrakt::domain::contract::Part {
            id: format!("part-{index}").as_str().into(),
            title: None,
            wording: None,
            page: None,
            unit: None,
            ratio: None,
            target: Target::Done,
            scoring: None,
            measured: None,
            history: Vec::new(),
            guidelines: Vec::new(),
        };
        let parts: Vec<_> = (0..parts).map(part).collect();
        for target in [rated, Target::AllOf(parts.clone()), Target::AnyOf(parts)] {
            let goal = goal(1, weight, target, None);
            for words in [Words::DANISH, Words::ENGLISH] {
                let text = words.goal_target(&goal);
                let read = read_requirement(&text, words.lang, Known::default());
                let is_asked =
                    matches!(&read, Some(RequirementReading::Doubt { readings, .. }) if readings.is_empty());
                prop_assert!(is_asked, "{text}: {read:?}");
            }
        }
    }

    #[test]
    fn any_text_is_read_or_asked_about(text in "(højst|mindst|mellem|senest|til|i|og|2009|1\\.234|5|%|-|•|juni|uændret|falder med|[a-zæøå]{1,5}| |,|\\.){0,14}") {
        for words in [Words::DANISH, Words::ENGLISH] {
            let known = Known { year: Some(2009), expected: None };
            let read = read_requirement(&text, words.lang, known);
            let says = text.chars().any(char::is_alphanumeric);
            prop_assert!(read.is_some() || !says, "{text}");
        }
    }
}
