//! Laws of pots and stages, on small contracts whose completions can all be tried.

use std::rc::Rc;

use proptest::prelude::*;
use resultatkontrakt::domain::address::LineId;
use resultatkontrakt::domain::assessment::{Assessment, Entry, JudgedFactor, PayLine};
use resultatkontrakt::domain::contract::{
    Between, Condition, Contract, CurveStep, EarnedBy, Goal, GoalId, Pot, PotSize, Stage, StageKind,
};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::{Decimal, Kroner, Percent, Points, Share, Span, difference, sum};
use resultatkontrakt::domain::pay::PayOutcome;
use resultatkontrakt::domain::reported::Reported;
use resultatkontrakt::domain::required::{Measure, Order, Reach, plan};
use resultatkontrakt::format::{Document, read};

const GOALS: usize = 4;

/// Four goals that are done or not, and a pay agreement of today.
fn plain() -> Contract {
    let goal = |at: usize| {
        format!(r#"{{"id": "{at}", "title": "M", "weight": {}, "target": {{"kind": "done"}}}}"#, 10 + 10 * at)
    };
    let goals: Vec<_> = (0..GOALS).map(goal).collect();
    let text = format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "pots", "title": "P", "points": {{"total": 100}},
            "goals": [{}], "pay": {{"from": "2009-01-01", "to": "2009-12-31", "max_percent": 15,
            "points": {{"institution": 100, "individual": 0}}}}}}"#,
        goals.join(",")
    );
    let Some(Document::Contract(read)) = read(text.as_bytes()).document else { unreachable!("{text}") };
    (*read.contract).clone()
}

fn hundredths(range: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|hundredths| Decimal::new(hundredths, 2))
}

fn some_goals() -> impl Strategy<Value = std::collections::BTreeSet<GoalId>> {
    proptest::collection::btree_set(0..GOALS, 1..=GOALS)
        .prop_map(|places| places.into_iter().map(|place| place.to_string().as_str().into()).collect())
}

fn condition() -> impl Strategy<Value = Condition> {
    prop_oneof![
        hundredths(1..=100).prop_map(Condition::FractionBelow),
        (1..=100_i64).prop_map(|points| Condition::PointsBelow(Points(Decimal::from(points)))),
        some_goals().prop_map(Condition::NotMet),
        (1..=4_u32, some_goals()).prop_map(|(count, goals)| Condition::FewerMetThan { count, goals }),
    ]
}

fn curve() -> impl Strategy<Value = StageKind> {
    let steps = proptest::collection::btree_map(0..=100_i64, 0..=120_i64, 1..4).prop_map(|steps| {
        let mut to: Vec<_> = steps.values().copied().collect();
        to.sort_unstable();
        let steps = steps.into_keys().zip(to);
        let step = |(at, to)| CurveStep { at: Decimal::new(at, 2), to: Decimal::new(to, 2) };
        steps.map(step).collect::<Vec<_>>()
    });
    let between = prop_oneof![Just(Between::Linear), Just(Between::Step)];
    (steps, between).prop_map(|(steps, between)| StageKind::Curve { steps, between })
}

fn stage() -> impl Strategy<Value = StageKind> {
    prop_oneof![
        (condition(), hundredths(0..=99), any::<bool>()).prop_map(|(when, factor, adds)| StageKind::Gate {
            when,
            factor,
            adds
        }),
        curve(),
        (hundredths(50..=100), hundredths(100..=150)).prop_map(|(min, max)| StageKind::Factor { min, max }),
        hundredths(30..=130).prop_map(StageKind::CapFraction),
    ]
}

fn pot() -> impl Strategy<Value = (PotSize, EarnedBy)> {
    let size = prop_oneof![
        (100_000..=9_999_999_i64)
            .prop_map(|oere| PotSize::Amount { kroner: Kroner(Decimal::new(oere, 2)), level: None }),
        (1..=20_i64).prop_map(|percent| PotSize::Percent(Percent(Decimal::from(percent)))),
    ];
    (size, prop_oneof![Just(EarnedBy::Institution), some_goals().prop_map(EarnedBy::Goals)])
}

/// The plain contract with up to three pots and up to six stages.
fn contract() -> impl Strategy<Value = Contract> {
    let cap = (50_000..=9_999_999_i64).prop_map(|oere| StageKind::CapAmount(Kroner(Decimal::new(oere, 2))));
    let stages = (proptest::collection::vec(stage(), 0..6), proptest::option::of(cap));
    (proptest::collection::vec(pot(), 0..4), stages).prop_map(|(pots, (stages, cap))| {
        let mut contract = plain();
        let pay = contract.pay.as_mut().unwrap();
        let pot = |(at, (size, earned_by)): (usize, (PotSize, EarnedBy))| Pot {
            id: format!("pot-{at}").as_str().into(),
            title: format!("Pulje {at}"),
            source: None,
            size,
            earned_by,
        };
        pay.pots = pots.into_iter().enumerate().map(pot).collect();
        let stage = |(at, kind): (usize, StageKind)| Stage {
            id: format!("stage-{at}").as_str().into(),
            title: None,
            source: None,
            pots: [].into(),
            kind,
        };
        pay.stages = stages.into_iter().chain(cap).enumerate().map(stage).collect();
        contract
    })
}

/// Each goal done, not done, or open; of each factor whether it is given, at its lowest or its highest.
fn assessed(goals: &[Option<bool>], contract: &Contract, factor: Option<bool>) -> Assessment {
    let mut assessment = Assessment::new("pots".into());
    for (at, done) in goals.iter().enumerate() {
        let entry = Entry { reported: Reported { done: *done, ..Reported::default() }, ..Entry::default() };
        assessment.results.insert(at.to_string().as_str().into(), Rc::new(entry));
    }
    let value = Some(Kroner(Decimal::from(123_457)));
    assessment.pay.base = vec![PayLine { title: "L".to_owned(), value }];
    for stage in &contract.pay.as_ref().unwrap().stages {
        if let (StageKind::Factor { min, max }, Some(best)) = (&stage.kind, factor) {
            let value = Some(if best { *max } else { *min });
            assessment
                .pay
                .factors
                .insert(stage.id.clone(), JudgedFactor { value, reason: Some("R".to_owned()) });
        }
    }
    assessment
}

fn pay(contract: &Contract, assessment: &Assessment) -> PayOutcome {
    evaluate(contract, assessment).pay.unwrap()
}

/// Every way in which the open goals and the factors can come out.
fn completions(goals: &[Option<bool>]) -> Vec<(Vec<Option<bool>>, bool)> {
    let mut all = vec![Vec::new()];
    for goal in goals {
        let ends = goal.map_or(vec![true, false], |done| vec![done]);
        let longer = |before: &Vec<Option<bool>>| {
            ends.iter().map(|end| before.iter().copied().chain([Some(*end)]).collect()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.iter().flat_map(|goals| [true, false].map(|best| (goals.clone(), best))).collect()
}

fn goals() -> impl Strategy<Value = Vec<Option<bool>>> {
    proptest::collection::vec(proptest::option::of(any::<bool>()), GOALS)
}

fn total(amounts: impl Iterator<Item = Kroner>) -> Decimal {
    amounts.fold(Decimal::ZERO, |total, amount| sum(total, amount.0).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn both_ends_are_reached_by_some_completion(contract in contract(), goals in goals()) {
        let open = pay(&contract, &assessed(&goals, &contract, None)).earned.unwrap();
        let earned: Vec<_> = completions(&goals)
            .iter()
            .map(|(goals, best)| pay(&contract, &assessed(goals, &contract, Some(*best))).earned.unwrap())
            .collect();
        prop_assert!(earned.iter().all(Span::is_settled));
        prop_assert_eq!(Some(open.min), earned.iter().map(|earned| earned.min).min());
        prop_assert_eq!(Some(open.max), earned.iter().map(|earned| earned.max).max());
    }

    #[test]
    fn a_goal_that_is_reached_never_pays_less(contract in contract(), goals in goals(), at in 0..GOALS) {
        let with = |done| {
            let mut goals = goals.clone();
            goals[at] = Some(done);
            pay(&contract, &assessed(&goals, &contract, None)).earned.unwrap()
        };
        let (missed, reached) = (with(false), with(true));
        prop_assert!(missed.min <= reached.min && missed.max <= reached.max, "{missed:?} {reached:?}");
    }

    #[test]
    fn an_update_of_one_goal_equals_a_full_evaluation(contract in contract(), goals in goals(), at in 0..GOALS) {
        let before = evaluate(&contract, &assessed(&goals, &contract, None));
        for done in [Some(true), Some(false), None] {
            let mut goals = goals.clone();
            goals[at] = done;
            let after = assessed(&goals, &contract, None);
            prop_assert_eq!(before.update(&contract, &after, &at.to_string().as_str().into()), evaluate(&contract, &after));
        }
    }

    #[test]
    fn the_fewest_goals_are_those_that_enumeration_finds(
        contract in contract(), goals in goals(), percent in 1..=100_i64
    ) {
        prop_assume!(contract.pay.as_ref().unwrap().has_pots_or_stages());
        let assessment = assessed(&goals, &contract, None);
        let evaluation = evaluate(&contract, &assessment);
        let wanted = Share::decimal(Decimal::new(percent, 2));
        let open: Vec<usize> = (0..GOALS).filter(|at| goals[*at].is_none()).collect();
        let reaches = |met: &[usize]| {
            let with = |(at, goal): (usize, &Option<bool>)| if met.contains(&at) { Some(true) } else { *goal };
            let goals: Vec<_> = goals.iter().enumerate().map(with).collect();
            pay(&contract, &assessed(&goals, &contract, None)).fraction.min.reaches(wanted).unwrap()
        };
        let ways = (0..1_usize << open.len()).map(|bits| {
            let chosen = open.iter().enumerate().filter(|(bit, _)| bits >> bit & 1 == 1);
            chosen.map(|(_, at)| *at).collect::<Vec<_>>()
        });
        let fewest = ways.filter(|met| reaches(met)).map(|met| met.len()).min();
        for order in [Order::Largest, Order::Nearest] {
            let percent = Percent(Decimal::from(percent));
            let plan = plan(&contract, &assessment, &evaluation, Measure::Pay, percent, order).unwrap();
            prop_assert_eq!(fewest, match plan.reach {
                Reach::Certain => Some(0),
                Reach::Possible if order == Order::Largest => Some(plan.lines.len()),
                Reach::Possible => fewest.filter(|fewest| *fewest <= plan.lines.len()),
                Reach::Impossible => None,
            });
            if plan.reach != Reach::Possible {
                continue;
            }
            prop_assert_eq!(plan.is_fewest, (order == Order::Largest).then_some(true));
            let met = |without: usize| -> Vec<usize> {
                let lines = plan.lines.iter().enumerate().filter(|(at, _)| *at != without);
                let place = |id: &LineId| open.iter().copied().find(|at| *id == LineId::goal(&at.to_string().as_str().into()));
                lines.map(|(_, line)| place(&line.id).unwrap()).collect()
            };
            prop_assert!(reaches(&met(usize::MAX)));
            for left_out in 0..plan.lines.len() {
                prop_assert!(!reaches(&met(left_out)), "line {left_out} of {plan:#?} can be left out");
            }
        }
    }

    #[test]
    fn the_sum_is_that_of_the_pots_less_what_caps_take(contract in contract(), goals in goals()) {
        let outcome = pay(&contract, &assessed(&goals, &contract, None));
        prop_assume!(!outcome.pots.pots.is_empty());
        let (pots, caps) = (&outcome.pots.pots, &outcome.pots.caps);
        for end in [|span: Span<Kroner>| span.min, |span: Span<Kroner>| span.max] {
            let earned = total(pots.iter().map(|pot| end(pot.earned.unwrap())));
            let cut = difference(
                total(caps.iter().map(|cap| end(cap.before))),
                total(caps.iter().map(|cap| end(cap.after))),
            );
            prop_assert_eq!(difference(earned, cut.unwrap()), Ok(end(outcome.earned.unwrap()).0));
        }
        for pot in pots {
            let of = |share: Share| share.times(pot.full.unwrap().0, 2).map(Kroner);
            prop_assert_eq!(pot.reached.try_map(of), Ok(pot.earned.unwrap()));
        }
    }

    #[test]
    fn without_pots_and_stages_nothing_changes(goals in goals()) {
        let plain = plain();
        let outcome = pay(&plain, &assessed(&goals, &plain, None));
        prop_assert!(outcome.pots.pots.is_empty());
        let points: fn(&Goal) -> Decimal = |goal| goal.weight.unwrap().max().0;
        let reached = |end: bool| {
            let counts = goals.iter().map(|done| done.unwrap_or(end));
            let all = plain.goals.iter().zip(counts).filter(|(_, counts)| *counts);
            all.map(|(goal, _)| points(goal)).sum::<Decimal>()
        };
        // 15 percent of 123.457 kr. are 18.518,55 kr.
        let of = |points: Decimal| Share::fraction(points, Decimal::from(100)).unwrap();
        let earned = |points| Kroner(of(points).times(Decimal::new(1_851_855, 2), 2).unwrap());
        prop_assert_eq!(outcome.earned.map(|span| (span.min, span.max)), Some((earned(reached(false)), earned(reached(true)))));

        // One pot that all goals earn is the same chain.
        let mut one = plain.clone();
        let agreement = one.pay.as_mut().unwrap();
        agreement.pots = vec![Pot {
            id: "all".into(), title: "Alle".to_owned(), source: None,
            size: PotSize::Percent(Percent(Decimal::from(15))), earned_by: EarnedBy::Institution,
        }];
        let staged = pay(&one, &assessed(&goals, &one, None));
        prop_assert_eq!((staged.full, staged.earned, staged.payable), (outcome.full, outcome.earned, outcome.payable));
    }
}
