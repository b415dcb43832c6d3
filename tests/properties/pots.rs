//! Laws of pots and stages, on small contracts whose completions can all be tried.

use std::collections::BTreeSet;
use std::rc::Rc;

use proptest::prelude::*;
use resultatkontrakt::domain::address::LineId;
use resultatkontrakt::domain::assessment::{
    Adjustment, AdjustmentChange, Assessment, Decided, Entry, JudgedFactor, PayLine,
};
use resultatkontrakt::domain::contract::{
    Between, Condition, Contract, CurveStep, EarnedBy, Goal, GoalId, IndividualRule, PayAgreement, Pot,
    PotId, PotSize, Stage, StageKind,
};
use resultatkontrakt::domain::date::{calendar_date, parse_date};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::{Decimal, Kroner, Percent, Points, Share, Span, difference, sum};
use resultatkontrakt::domain::pay::PayOutcome;
use resultatkontrakt::domain::reported::Reported;
use resultatkontrakt::domain::required::{Measure, Order, Reach, plan};
use resultatkontrakt::format::{ContractFile, Document, read};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::text::{PayText, ReportText};
use resultatkontrakt::report::{Assessed, Block, Cell, Matter, Paper, Row, Table, WrittenPaper};

use crate::calculator::{equations, holds};

const GOALS: usize = 4;
const AREA: usize = 4;
const JUDGEMENT: usize = 5;
/// The goals, the individual area, and the one judgement of all areas.
const PLACES: usize = 6;

/// How far something is reached, in halves; only the second goal can be reached by half.
type Reached = Option<usize>;

/// Two goals that are done or not, one that is rated, one that is judged, an individual area, and a pay agreement of today.
fn plain() -> Contract {
    let text = r#"{"format": "resultatkontrakt", "version": 1, "id": "pots", "title": "P", "points": {"total": 100},
        "goals": [
            {"id": "0", "title": "M", "weight": 10, "target": {"kind": "done"}},
            {"id": "1", "title": "M", "weight": 20, "target": {"kind": "rated", "levels": [
                {"id": "0", "title": "Lavt", "share": 0}, {"id": "1", "title": "Middel", "share": 0.5}, {"id": "2", "title": "Højt", "share": 1}]}},
            {"id": "2", "title": "M", "weight": {"min": 0, "max": 30}, "target": {"kind": "assessed"}},
            {"id": "3", "title": "M", "weight": 40, "target": {"kind": "done"}}],
        "pay": {"from": "2009-01-01", "to": "2009-12-31", "max_percent": 15, "individual_rule": "areas",
            "points": {"institution": 70, "individual": 30},
            "areas": [{"id": "area", "title": "O", "weight": 30, "target": {"kind": "done"}}]}}"#;
    let Some(Document::Contract(read)) = read(text.as_bytes()).document else { unreachable!("{text}") };
    (*read.contract).clone()
}

fn hundredths(range: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = Decimal> {
    range.prop_map(|hundredths| Decimal::new(hundredths, 2))
}

fn some_goals() -> impl Strategy<Value = BTreeSet<GoalId>> {
    proptest::collection::btree_set(0..GOALS, 1..=GOALS)
        .prop_map(|places| places.into_iter().map(|place| place.to_string().as_str().into()).collect())
}

fn condition() -> impl Strategy<Value = Condition> {
    prop_oneof![
        hundredths(1..=100).prop_map(Condition::FractionBelow),
        (1..=100_i64).prop_map(|points| Condition::PointsBelow(Points(Decimal::from(points)))),
        some_goals().prop_map(Condition::NotMet),
        Just(Condition::RatedLowest([("1".into(), Decimal::ZERO)].into())),
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

fn cap() -> impl Strategy<Value = StageKind> {
    prop_oneof![
        (50_000..=9_999_999_i64).prop_map(|oere| StageKind::CapAmount(Kroner(Decimal::new(oere, 2)))),
        hundredths(1..=2_000).prop_map(|percent| StageKind::CapPercent(Percent(percent))),
    ]
}

fn pot() -> impl Strategy<Value = (PotSize, EarnedBy)> {
    let level = proptest::option::of(Just(parse_date("2012-03-31").unwrap()));
    let size = prop_oneof![
        (100_000..=9_999_999_i64, level)
            .prop_map(|(oere, level)| PotSize::Amount { kroner: Kroner(Decimal::new(oere, 2)), level }),
        (1..=20_i64).prop_map(|percent| PotSize::Percent(Percent(Decimal::from(percent)))),
    ];
    let earned_by = prop_oneof![
        3 => Just(EarnedBy::Institution),
        4 => some_goals().prop_map(EarnedBy::Goals),
        1 => Just(EarnedBy::Areas(["area".into()].into())),
        1 => Just(EarnedBy::Individual),
        1 => Just(EarnedBy::Judged(Points(Decimal::from(50)))),
    ];
    (size, earned_by)
}

/// The plain contract with up to three pots and up to seven stages, each of all pots or of some.
fn contract() -> impl Strategy<Value = Contract> {
    let of = || proptest::collection::btree_set(0..3_usize, 0..=2);
    let stages = proptest::collection::vec((stage(), of()), 0..6);
    let caps = proptest::collection::vec((cap(), of()), 0..=2);
    (proptest::collection::vec(pot(), 0..4), stages, caps).prop_map(|(pots, stages, caps)| {
        let mut contract = plain();
        let pay = contract.pay.as_mut().unwrap();
        let id = |at: usize| PotId::from(format!("pot-{at}").as_str());
        let pot = |(at, (size, earned_by)): (usize, (PotSize, EarnedBy))| Pot {
            id: id(at),
            title: format!("Pulje {at}"),
            source: None,
            size,
            earned_by,
        };
        let count = pots.len();
        let stage = |(at, (kind, of)): (usize, (StageKind, BTreeSet<usize>))| Stage {
            id: format!("stage-{at}").as_str().into(),
            title: None,
            source: None,
            pots: of.into_iter().filter(|pot| *pot < count).map(id).collect(),
            kind,
        };
        pay.stages = stages.into_iter().chain(caps).enumerate().map(stage).collect();
        pay.pots = pots.into_iter().enumerate().map(pot).collect();
        if !pay.pots.is_empty() {
            (pay.stated_rule, pay.max_percent, pay.institution) = (None, None, Points::default());
            let judged = |pot: &Pot| matches!(pot.earned_by, EarnedBy::Judged(_));
            let most = if pay.pots.iter().any(judged) { 50 } else { 30 };
            pay.individual = Points(Decimal::from(most));
        }
        contract
    })
}

fn terms(contract: &Contract) -> &PayAgreement {
    contract.pay.as_ref().unwrap()
}

/// What was reached of each place, and of each factor whether it is given, at its lowest or its highest.
fn assessed(reached: &[Reached], contract: &Contract, factor: Option<bool>) -> Assessment {
    let mut assessment = Assessment::new("pots".into());
    let reason = Some("R".to_owned());
    let done =
        |reached: Reached| Reported { done: reached.map(|reached| reached > 0), ..Reported::default() };
    let entry = |reported| Rc::new(Entry { reported, ..Entry::default() });
    for (at, reached) in reached.iter().copied().take(GOALS).enumerate() {
        let reported = match at {
            1 => Reported {
                level: reached.map(|reached| reached.to_string().as_str().into()),
                reason: reason.clone(),
                ..Reported::default()
            },
            2 => Reported {
                points: reached.map(|reached| Decimal::from(reached * 15)),
                reason: reason.clone(),
                ..Reported::default()
            },
            _ => done(reached),
        };
        assessment.results.insert(at.to_string().as_str().into(), entry(reported));
    }
    assessment.individual.areas.insert("area".into(), entry(done(reached[AREA])));
    if terms(contract).individual_rule() == IndividualRule::Overall {
        assessment.individual.overall = reached[JUDGEMENT].map(|reached| Decimal::from(reached * 25));
        assessment.individual.reason.clone_from(&reason);
    }
    let value = Some(Kroner(Decimal::from(123_457)));
    assessment.pay.base = vec![PayLine { title: "L".to_owned(), value }];
    let is_of_level = |pot: &Pot| matches!(pot.size, PotSize::Amount { level: Some(_), .. });
    assessment.pay.regulation_percent =
        terms(contract).pots.iter().any(is_of_level).then_some(Percent(Decimal::new(123_456, 4)));
    for stage in &terms(contract).stages {
        if let (StageKind::Factor { min, max }, Some(best)) = (&stage.kind, factor) {
            let value = Some(if best { *max } else { *min });
            assessment.pay.factors.insert(stage.id.clone(), JudgedFactor { value, reason: reason.clone() });
        }
    }
    assessment
}

fn pay(contract: &Contract, assessment: &Assessment) -> PayOutcome {
    evaluate(contract, assessment).pay.unwrap()
}

/// How far something can be reached.
fn outcomes(place: usize) -> &'static [usize] {
    if place == 1 { &[0, 1, 2] } else { &[0, 2] }
}

/// Every way in which what is open and the factors can come out.
fn completions(reached: &[Reached]) -> Vec<(Vec<Reached>, bool)> {
    let mut all = vec![Vec::new()];
    for (place, reached) in reached.iter().enumerate() {
        let ends = reached.map_or(outcomes(place).to_vec(), |reached| vec![reached]);
        let longer = |before: &Vec<Reached>| {
            ends.iter().map(|end| before.iter().copied().chain([Some(*end)]).collect()).collect::<Vec<_>>()
        };
        all = all.iter().flat_map(longer).collect();
    }
    all.iter().flat_map(|reached| [true, false].map(|best| (reached.clone(), best))).collect()
}

fn reached() -> impl Strategy<Value = Vec<Reached>> {
    proptest::collection::vec(proptest::option::of(0..=2_usize), PLACES).prop_map(|all| {
        let wholly = |(place, reached): (usize, Reached)| {
            reached.map(|reached| if place == 1 { reached } else { reached.min(1) * 2 })
        };
        all.into_iter().enumerate().map(wholly).collect()
    })
}

fn with_reached(all: &[Reached], place: usize, reached: Reached) -> Vec<Reached> {
    let mut changed = all.to_vec();
    changed[place] = reached;
    changed
}

/// Which place a line of a plan is about.
fn place_of(id: &LineId) -> usize {
    if *id == LineId::Overall {
        return JUDGEMENT;
    }
    if *id == LineId::area(&"area".into()) {
        return AREA;
    }
    (0..GOALS).find(|at| *id == LineId::goal(&at.to_string().as_str().into())).unwrap()
}

fn total(amounts: impl Iterator<Item = Kroner>) -> Decimal {
    amounts.fold(Decimal::ZERO, |total, amount| sum(total, amount.0).unwrap())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn both_ends_are_reached_by_some_completion_gates_included(contract in contract(), reached in reached()) {
        let open = pay(&contract, &assessed(&reached, &contract, None)).earned.unwrap();
        let earned: Vec<_> = completions(&reached)
            .iter()
            .map(|(reached, best)| pay(&contract, &assessed(reached, &contract, Some(*best))).earned.unwrap())
            .collect();
        prop_assert!(earned.iter().all(Span::is_settled));
        prop_assert_eq!(Some(open.min), earned.iter().map(|earned| earned.min).min());
        prop_assert_eq!(Some(open.max), earned.iter().map(|earned| earned.max).max());
    }

    #[test]
    fn more_points_never_pay_less(contract in contract(), reached in reached(), place in 0..PLACES) {
        let each = outcomes(place).iter().map(|more| {
            let reached = with_reached(&reached, place, Some(*more));
            pay(&contract, &assessed(&reached, &contract, None)).earned.unwrap()
        });
        let each: Vec<_> = each.collect();
        for (fewer, more) in each.iter().zip(each.iter().skip(1)) {
            prop_assert!(fewer.min <= more.min && fewer.max <= more.max, "{fewer:?} {more:?}");
        }
    }

    #[test]
    fn an_update_of_one_goal_equals_a_full_evaluation(contract in contract(), reached in reached(), at in 0..GOALS) {
        let before = evaluate(&contract, &assessed(&reached, &contract, None));
        for now in outcomes(at).iter().copied().map(Some).chain([None]) {
            let after = assessed(&with_reached(&reached, at, now), &contract, None);
            prop_assert_eq!(before.update(&contract, &after, &at.to_string().as_str().into()), evaluate(&contract, &after));
        }
    }

    #[test]
    fn the_fewest_goals_are_those_that_enumeration_finds(
        contract in contract(), reached in reached(), percent in 1..=100_i64
    ) {
        prop_assume!(terms(&contract).has_pots_or_stages());
        let assessment = assessed(&reached, &contract, None);
        let evaluation = evaluate(&contract, &assessment);
        let wanted = Share::decimal(Decimal::new(percent, 2));
        let open: Vec<usize> = (0..PLACES).filter(|at| reached[*at].is_none()).collect();
        let reaches = |met: &[usize]| {
            let with = |(at, reached): (usize, &Reached)| if met.contains(&at) { Some(2) } else { *reached };
            let all: Vec<_> = reached.iter().enumerate().map(with).collect();
            pay(&contract, &assessed(&all, &contract, None)).fraction.min.reaches(wanted).unwrap()
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
                lines.map(|(_, line)| place_of(&line.id)).collect()
            };
            prop_assert!(reaches(&met(usize::MAX)));
            for left_out in 0..plan.lines.len() {
                prop_assert!(!reaches(&met(left_out)), "line {left_out} of {plan:#?} can be left out");
            }
        }
    }

    #[test]
    fn the_sum_is_that_of_the_pots_less_what_caps_take(contract in contract(), reached in reached()) {
        let outcome = pay(&contract, &assessed(&reached, &contract, None));
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
    fn without_pots_and_stages_nothing_changes(
        reached in reached(), adjusted in proptest::option::of(-3_000..=3_000_i64), left in proptest::option::of(1..=28_u8),
    ) {
        let plain = plain();
        let mut assessment = assessed(&reached, &plain, None);
        assessment.pay.adjustment = adjusted.map(|percent| Adjustment {
            change: Some(AdjustmentChange::Percent(Percent(Decimal::new(percent, 2)))),
            reason: Some("R".to_owned()),
            ..Adjustment::default()
        });
        let last = left.and_then(|day| calendar_date(2009, 2, day));
        assessment.pay.left_on = Decided { what: last, ..Decided::default() };
        let outcome = pay(&plain, &assessment);
        prop_assert!(outcome.pots.pots.is_empty() && outcome.pots.stages.is_empty());

        // The chain of 2009 in whole øre and hundredths of points.
        let half_up = |above: i128, below: i128| (above * 2 + below) / (below * 2);
        let end = |most: bool| {
            let of = |place: usize| reached[place].unwrap_or(if most { 2 } else { 0 });
            let weight: fn(&Goal) -> i128 = |goal| goal.weight.unwrap().max().0.mantissa();
            let points: i128 =
                plain.goals.iter().enumerate().map(|(at, goal)| weight(goal) * i128::try_from(of(at)).unwrap() * 50).sum();
            let pay_points = half_up(70 * points, 100) + i128::try_from(of(AREA)).unwrap() * 1_500;
            // 15 percent of 123.457 kr. are 18.518,55 kr.
            let earned = half_up(1_851_855 * pay_points, 10_000);
            let adjusted = adjusted.map_or(earned, |percent| half_up(earned * (10_000 + i128::from(percent)), 10_000));
            let payable = left.map_or(adjusted, |day| half_up(adjusted * (31 + i128::from(day)), 365));
            [earned, adjusted, payable]
        };
        let ends = |span: Option<Span<Kroner>>| span.map(|span| {
            [span.min, span.max].map(|Kroner(mut amount)| { amount.rescale(2); amount.mantissa() })
        });
        let (least, most) = (end(false), end(true));
        let expected: Vec<_> = least.iter().zip(most).map(|(least, most)| Some([*least, most])).collect();
        prop_assert_eq!(vec![ends(outcome.earned), ends(outcome.adjusted), ends(outcome.payable)], expected);

        // A stage that takes nothing away changes nothing either.
        let mut staged = plain.clone();
        let kind = StageKind::CapFraction(Decimal::ONE);
        staged.pay.as_mut().unwrap().stages =
            vec![Stage { id: "all".into(), title: None, source: None, pots: [].into(), kind }];
        let staged = pay(&staged, &assessment);
        prop_assert_eq!((staged.full, staged.earned, staged.payable), (outcome.full, outcome.earned, outcome.payable));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn sums_of_pots_stages_and_steps_recompute_from_paper(contract in contract(), reached in reached(), factor in proptest::option::of(any::<bool>())) {
        prop_assume!(terms(&contract).has_pots_or_stages());
        let assessment = assessed(&reached, &contract, factor);
        let evaluation = evaluate(&contract, &assessment);
        let file = ContractFile::new(contract, "{}");
        let of = Assessed { assessment: &assessment, evaluation: &evaluation };
        for words in [Words::DANISH, Words::ENGLISH] {
            for paper in [Paper::SelfAssessment, Paper::Decision] {
                let document = paper.write(&Matter {
                    contract: &file, findings: &[], current: of, is_trial: false, all: &[of], beside: &[],
                    printed: None,
                    version: "0.0.0", words,
                });
                let cells = tables(&document).flat_map(rows).flatten();
                let mut checked = 0;
                for line in cells.flat_map(Cell::words) {
                    for equation in equations(line) {
                        prop_assert!(holds(&equation, words), "{equation} in {line}");
                        checked += 1;
                    }
                }
                prop_assert!(checked > 0);
                let several = tables(&document).find(|table| table.caption == words.text(PayText::Pots));
                let chain = tables(&document).find(|table| table.caption == words.text(PayText::Chain)).unwrap();
                check_columns(several.unwrap_or(chain), words)?;
                let earned = evaluation.pay.as_ref().unwrap().earned.unwrap();
                let last = |of: &str| of.rsplit([' ', '='].as_ref()).next().map(str::to_owned);
                let said: Vec<_> = rows(chain).flatten().flat_map(Cell::words).filter_map(last).collect();
                for end in [earned.min, earned.max] {
                    let amount = words.fixed(end.0, 2);
                    prop_assert!(said.contains(&amount), "{amount} is not in {said:?}");
                }
            }
        }
    }
}

fn tables(document: &WrittenPaper) -> impl Iterator<Item = &Table> {
    document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    })
}

fn rows(table: &Table) -> impl Iterator<Item = &Vec<Cell>> {
    table.rows.iter().filter_map(|row| match row {
        Row::Cells(cells) => Some(cells),
        _ => None,
    })
}

/// The amount of each pot is earned with the fraction that the last stage left of it, at either end.
fn check_columns(table: &Table, words: Words) -> Result<(), TestCaseError> {
    let ends =
        [ReportText::AtLeast, ReportText::AtMost].map(|end| format!("({})", words.text(end).to_lowercase()));
    let [earned, full] = [PayText::Earned, PayText::Full].map(|text| words.text(text));
    for (column, other) in
        (1..table.columns.len()).flat_map(|column| ends.iter().map(move |end| (column, end)))
    {
        let (mut share, mut checked) = (String::new(), 0);
        for row in rows(table).filter(|row| !row[0].words()[0].ends_with(other)) {
            let (title, cell) = (row[0].words()[0], row[column].words()[0]);
            if title == earned || title.starts_with(&format!("{earned} (")) {
                let begun = format!(" × {share} = ");
                prop_assert!(cell.contains(&begun), "{cell} does not begin with {begun}");
                checked += 1;
            } else if !title.starts_with(full) && cell != "–" {
                let behind = cell.rsplit(" → ").next().and_then(|rest| rest.rsplit(" = ").next());
                behind.unwrap_or_default().clone_into(&mut share);
            }
        }
        prop_assert_eq!(checked, 1, "what is earned stands in column {}", column);
    }
    Ok(())
}
