//! Pots and stages: from points to what is earned, on intervals.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail where it stands")]

#[path = "../common/mod.rs"]
mod common;
mod search;

use common::{assessment, contract, danish, n};
use resultatkontrakt::domain::address::LineId;
use resultatkontrakt::domain::assessment::{Assessment, JudgedFactor};
use resultatkontrakt::domain::compare::{ComparedLine, Side, compare};
use resultatkontrakt::domain::contract::{
    Between, Condition, Contract, CurveStep, EarnedBy, Pot, PotSize, Stage, StageKind,
};
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::{Kroner, Percent, Points, Share, Span};
use resultatkontrakt::domain::objection::ObjectionKind;
use resultatkontrakt::domain::pay::{PayOutcome, Stakes, Taken, most_of_pots, tried};
use resultatkontrakt::domain::required::{Measure, Order, Plan, PlanLine, Reach, plan};
use resultatkontrakt::i18n::Words;

const GOALS: &str = r#""points": {"total": 100}, "groups": [{"id": "g", "title": "G"}, {"id": "sub", "title": "S", "parent": "g"}],
    "goals": [
        {"id": "a", "title": "A", "weight": 60, "target": {"kind": "done"}, "group": "sub"},
        {"id": "b", "title": "B", "weight": 40, "target": {"kind": "done"}}],
    "pay": {"from": "2009-01-01", "to": "2009-12-31", "points": {"institution": 700, "individual": 300}}"#;

fn amount(kroner: &str) -> PotSize {
    PotSize::Amount { kroner: Kroner(n(kroner)), level: None }
}

fn pot(id: &str, size: PotSize, earned_by: EarnedBy) -> Pot {
    Pot { id: id.into(), title: id.to_owned(), source: None, size, earned_by }
}

fn stage(id: &str, pots: &[&str], kind: StageKind) -> Stage {
    let pots = pots.iter().map(|pot| (*pot).into()).collect();
    Stage { id: id.into(), title: None, source: None, pots, kind }
}

fn goals(ids: &[&str]) -> EarnedBy {
    EarnedBy::Goals(ids.iter().map(|id| (*id).into()).collect())
}

/// Cuts everything below this fraction.
fn gate(below: &str, factor: &str) -> StageKind {
    StageKind::Gate { when: Condition::FractionBelow(n(below)), factor: n(factor), adds: false }
}

fn agreement(rest: &str, pots: Vec<Pot>, stages: Vec<Stage>) -> Contract {
    let mut contract = (*contract(rest)).clone();
    let pay = contract.pay.as_mut().unwrap();
    (pay.pots, pay.stages) = (pots, stages);
    contract
}

fn results(rest: &str) -> Assessment {
    assessment(&format!(r#""results": {{{rest}}}"#))
}

fn pay(contract: &Contract, assessment: &Assessment) -> PayOutcome {
    evaluate(contract, assessment).pay.unwrap()
}

/// `94.000`, or `0–100.000` while it is open.
fn earned(pay: &PayOutcome) -> String {
    let Span { min, max } = pay.earned.unwrap();
    if min == max { danish(min.0) } else { format!("{}–{}", danish(min.0), danish(max.0)) }
}

#[test]
fn two_frames_are_earned_each_by_its_goals() {
    let rest = GOALS.replace(r#""target": {"kind": "done"}}"#, r#""target": {"kind": "assessed"}}"#);
    let pots =
        vec![pot("basis", amount("60000"), goals(&["a"])), pot("ekstra", amount("40000"), goals(&["b"]))];
    let contract = agreement(&rest, pots, Vec::new());
    let pay = pay(&contract, &results(r#""a": {"done": true}, "b": {"points": 34, "reason": "85 pct."}"#));
    let each: Vec<_> = pay.pots.pots.iter().map(|pot| danish(pot.earned.unwrap().min.0)).collect();
    assert_eq!(each, ["60.000", "34.000"]);
    assert_eq!(earned(&pay), "94.000");
    assert_eq!(pay.fraction.min, Share::decimal(n("0.94")));
}

#[test]
fn a_gate_is_open_while_the_fraction_may_pass_it() {
    let whole = |rest: &str| {
        let pots = vec![pot("all", amount("100000"), EarnedBy::Institution)];
        agreement(rest, pots, vec![stage("threshold", &[], gate("0.7", "0"))])
    };
    let met = results(r#""a": {"done": true}"#);
    let open = pay(&whole(GOALS), &met);
    let step = open.pots.stages[0].steps[0];
    assert_eq!(step.from, Span::new(Share::decimal(n("0.6")), Share::FULL));
    assert_eq!(open.pots.stages[0].holds(), Some(Span::new(true, false)));
    assert_eq!(step.after, Span::new(Share::NONE, Share::FULL));
    assert_eq!(earned(&open), "0–100.000");

    let heavy =
        GOALS.replace(r#""weight": 60"#, r#""weight": 75"#).replace(r#""weight": 40"#, r#""weight": 25"#);
    let passed = pay(&whole(&heavy), &met);
    assert_eq!(passed.pots.stages[0].holds(), Some(Span::settled(false)));
    assert_eq!(earned(&passed), "75.000–100.000");
}

#[test]
fn cuts_multiply_or_add_up_to_everything() {
    let gates = |adds: bool, factor: &str| {
        let gate = |goal: &str| StageKind::Gate {
            when: Condition::NotMet([goal.into()].into()),
            factor: n(factor),
            adds,
        };
        let pots = vec![pot("all", amount("1000"), EarnedBy::Judged(Points(n("300"))))];
        agreement(GOALS, pots, vec![stage("a", &[], gate("a")), stage("b", &[], gate("b"))])
    };
    let of = |contract: &Contract, rest: &str| {
        let mut contract = contract.clone();
        contract.pay.as_mut().unwrap().individual = Points(n("300"));
        let individual = r#""individual": {"overall": 300, "reason": "Fuldt"}"#;
        earned(&pay(&contract, &assessment(&format!(r#""results": {{{rest}}}, {individual}"#))))
    };
    let [missed, open] = [r#""a": {"done": false}, "b": {"done": false}"#, r#""a": {"done": false}"#];
    assert_eq!(of(&gates(false, "0.75"), missed), "562,5");
    assert_eq!(of(&gates(true, "0.75"), missed), "500");
    assert_eq!(of(&gates(true, "0.75"), open), "500–750");
    assert_eq!(of(&gates(true, "0.4"), missed), "0", "no more than everything is cut");
}

#[test]
fn a_table_a_factor_and_a_cap_follow_each_other() {
    let steps = [("0.6", "0.5"), ("0.9", "1")].map(|(at, to)| CurveStep { at: n(at), to: n(to) });
    let stages = vec![
        stage("table", &[], StageKind::Curve { steps: steps.into(), between: Between::Linear }),
        stage("skøn", &[], StageKind::Factor { min: n("0.8"), max: n("1.2") }),
        stage("loft", &[], StageKind::CapFraction(n("1.1"))),
    ];
    let contract = agreement(GOALS, vec![pot("all", amount("1000"), EarnedBy::Institution)], stages);
    let mut judged = results(r#""a": {"done": true}, "b": {"done": true}"#);
    assert_eq!(earned(&pay(&contract, &judged)), "800–1.100");
    let give = |assessment: &mut Assessment, value: &str, reason: Option<&str>| {
        let factor = JudgedFactor { value: Some(n(value)), reason: reason.map(str::to_owned) };
        assessment.pay.factors.insert("skøn".into(), factor);
    };
    give(&mut judged, "0.9", Some("Særlige forhold"));
    assert_eq!(earned(&pay(&contract, &judged)), "900");
    give(&mut judged, "1.05", None);
    let bare = pay(&contract, &judged);
    assert_eq!((earned(&bare).as_str(), &bare.objections[0].kind), ("1.050", &ObjectionKind::NoReason));
    give(&mut judged, "1.3", Some("For meget"));
    let beyond = pay(&contract, &judged);
    assert_eq!(earned(&beyond), "800–1.100");
    assert_eq!(beyond.objections[0].kind, ObjectionKind::OutsideBounds { min: n("0.8"), max: n("1.2") });

    let mut half = results(r#""a": {"done": true}, "b": {"done": false}"#);
    give(&mut half, "1", Some("Uændret"));
    assert_eq!(earned(&pay(&contract, &half)), "500");
}

#[test]
fn a_cap_in_kroner_holds_for_the_sum_of_the_pots_that_it_names() {
    let pots = vec![
        pot("x", amount("1000"), goals(&["a"])),
        pot("y", amount("1000"), goals(&["b"])),
        pot("z", PotSize::Percent(Percent(n("1"))), EarnedBy::Institution),
    ];
    let cap = |id: &str, pots: &[&str], most: &str| stage(id, pots, StageKind::CapAmount(Kroner(n(most))));
    let stages = vec![cap("xy", &["x", "y"], "1500"), cap("yz", &["y", "z"], "600")];
    let contract = agreement(GOALS, pots, stages);
    let mut done = results(r#""a": {"done": true}, "b": {"done": true}"#);
    assert_eq!(pay(&contract, &done).earned, None, "without base pay a percent of it is nothing yet");
    done.pay.base = vec![resultatkontrakt::domain::assessment::PayLine {
        title: "Løn".to_owned(),
        value: Some(Kroner(n("20000"))),
    }];
    let outcome = pay(&contract, &done);
    let caps: Vec<_> =
        outcome.pots.caps.iter().map(|cap| (danish(cap.before.min.0), danish(cap.after.min.0))).collect();
    // 1,000 + 1,000 become 1,500: y keeps 500; 500 + 200 become 600.
    assert_eq!(caps, [("2.000".to_owned(), "1.500".to_owned()), ("700".to_owned(), "600".to_owned())]);
    assert_eq!(earned(&outcome), "1.600");
}

#[test]
fn more_in_a_pot_never_leaves_less_in_all_behind_a_cap_of_all_and_one_of_some() {
    let pots = vec![pot("x", amount("1000"), goals(&["a"])), pot("y", amount("1000"), goals(&["b"]))];
    let cap = |id: &str, pots: &[&str], most: &str| stage(id, pots, StageKind::CapAmount(Kroner(n(most))));
    let stages = vec![cap("all", &[], "900"), cap("x", &["x"], "100")];
    let contract = agreement(GOALS, pots, stages);
    let earns = |a: bool| {
        earned(&pay(&contract, &results(&format!(r#""a": {{"done": {a}}}, "b": {{"done": true}}"#))))
    };
    assert_eq!([earns(false), earns(true)], ["900", "900"]);
}

#[test]
fn an_amount_of_an_older_level_waits_for_its_regulation() {
    let level = parse_date("2012-03-31");
    let size = PotSize::Amount { kroner: Kroner(n("130000")), level };
    let mut contract = agreement(GOALS, vec![pot("all", size, EarnedBy::Institution)], Vec::new());
    let terms = contract.pay.as_mut().unwrap();
    (terms.pensionable, terms.pension_percent) = (Some(true), Some(Percent(n("17.3"))));
    let mut done = results(r#""a": {"done": true}, "b": {"done": true}"#);
    let waiting = pay(&contract, &done);
    assert_eq!((waiting.full, waiting.fraction), (None, Span::settled(Share::FULL)));
    done.pay.regulation_percent = Some(Percent(n("0")));
    let today = pay(&contract, &done);
    assert_eq!(today.pension, Some(Span::settled(Kroner(n("22490.00")))));
    assert_eq!(today.with_pension, Some(Span::settled(Kroner(n("152490.00")))));
    done.pay.regulation_percent = Some(Percent(n("20.1234")));
    assert_eq!(pay(&contract, &done).full, Some(Kroner(n("156160.42"))));
}

#[test]
fn groups_count_with_their_subgroups_and_an_update_equals_a_full_evaluation() {
    let pots = vec![
        pot("group", amount("500"), EarnedBy::Groups(["g".into()].into())),
        pot("all", amount("1000"), EarnedBy::Institution),
    ];
    let few = Condition::FewerMetThan { count: 2, goals: ["a".into(), "b".into()].into() };
    let gates = vec![stage("few", &["all"], StageKind::Gate { when: few, factor: n("0.5"), adds: false })];
    let contract = agreement(GOALS, pots, gates);
    let open = results("");
    let before = evaluate(&contract, &open);
    assert_eq!(earned(before.pay.as_ref().unwrap()), "0–1.500");
    for done in ["true", "false"] {
        let entered = results(&format!(r#""a": {{"done": {done}}}"#));
        let after = before.update(&contract, &entered, &"a".into());
        assert_eq!(after, evaluate(&contract, &entered), "{done}");
    }
    let entered = results(r#""a": {"done": true}"#);
    assert_eq!(earned(&pay(&contract, &entered)), "800–1.500");
}

#[test]
fn without_pots_and_stages_nothing_changes_and_one_pot_of_today_is_the_same_chain() {
    let base = r#""pay": {"base": [{"title": "L", "value": "1150000"}], "max_percent": 15}"#;
    let inputs = assessment(&format!(r#""results": {{"a": {{"done": true}}}}, {base}"#));
    let plain = agreement(GOALS, Vec::new(), Vec::new());
    let outcome = pay(&plain, &inputs);
    assert!(outcome.pots.pots.is_empty() && outcome.pots.stages.is_empty());
    let capped = agreement(GOALS, Vec::new(), vec![stage("loft", &[], StageKind::CapFraction(n("1")))]);
    let staged = pay(&capped, &inputs);
    assert_eq!((staged.full, staged.earned, staged.payable), (outcome.full, outcome.earned, outcome.payable));
}

#[test]
fn both_ends_are_reached_by_some_completion() {
    let few = Condition::FewerMetThan { count: 2, goals: ["a".into(), "b".into()].into() };
    let steps =
        [("0.3", "0.2"), ("0.6", "0.9"), ("1", "1")].map(|(at, to)| CurveStep { at: n(at), to: n(to) });
    for stages in [
        vec![gate("0.7", "0.25")],
        vec![gate("0.5", "0"), gate("0.9", "0.5")],
        vec![StageKind::Gate { when: few.clone(), factor: n("0.5"), adds: true }, gate("0.4", "0")],
        vec![StageKind::Curve { steps: steps.into(), between: Between::Step }, gate("0.5", "0.1")],
        vec![
            StageKind::Curve { steps: steps.into(), between: Between::Linear },
            StageKind::CapAmount(Kroner(n("700"))),
        ],
        vec![StageKind::Gate { when: Condition::PointsBelow(Points(n("50"))), factor: n("0"), adds: false }],
    ] {
        let stages =
            stages.into_iter().enumerate().map(|(place, kind)| stage(&format!("s{place}"), &[], kind));
        let pots =
            vec![pot("x", amount("600"), goals(&["a"])), pot("y", amount("400"), EarnedBy::Institution)];
        let contract = agreement(GOALS, pots, stages.collect());
        for known in ["", r#""a": {"done": true}"#, r#""b": {"done": false}"#] {
            let mut reached = Vec::new();
            for a in [true, false] {
                for b in [true, false] {
                    let rest = [("a", a), ("b", b)].map(|(id, done)| {
                        if known.contains(&format!("\"{id}\"")) {
                            known.to_owned()
                        } else {
                            format!(r#""{id}": {{"done": {done}}}"#)
                        }
                    });
                    let completed = pay(&contract, &results(&rest.join(", "))).earned.unwrap();
                    assert!(completed.is_settled());
                    reached.push(completed.min);
                }
            }
            let open = pay(&contract, &results(known)).earned.unwrap();
            assert_eq!(
                (Some(open.min), Some(open.max)),
                (reached.iter().min().copied(), reached.iter().max().copied()),
                "{contract:#?} {known}"
            );
        }
    }
}

#[test]
fn pots_and_stages_are_read_with_what_the_assessment_says_of_them() {
    let rest = r#""points": {"total": 100}, "goals": [
            {"id": "a", "title": "A", "weight": 60, "target": {"kind": "assessed"}},
            {"id": "b", "title": "B", "weight": 40, "target": {"kind": "assessed"}}],
        "pay": {"from": "2015-08-01", "to": "2016-07-31",
            "pots": [
                {"id": "basis", "title": "Basisramme", "amount": 60000, "earned_by": {"goals": ["a"]}},
                {"id": "ekstra", "title": "Ekstraramme", "earned_by": {"goals": ["b"]}}],
            "stages": [
                {"id": "minimum", "stage": "gate", "when": {"fraction_below": 0.5}, "factor": 0},
                {"id": "skøn", "stage": "factor", "title": "Skøn", "min": 0.9, "max": 1.1, "pots": ["ekstra"]},
                {"id": "loft", "stage": "cap", "amount": 95000}]}"#;
    let inputs = |factor: &str| {
        assessment(&format!(
            r#""results": {{"a": {{"points": 60, "reason": "Fuldt"}}, "b": {{"points": 34, "reason": "85 pct."}}}},
               "pay": {{"base": [{{"title": "L", "value": 400000}}], "max_percent": {{"ekstra": 10}},
                   "factors": {{"skøn": {factor}}}}}"#
        ))
    };
    let contract = contract(rest);
    assert_eq!(earned(&pay(&contract, &inputs(r#"{"value": 1, "reason": "Uændret"}"#))), "94.000");
    assert_eq!(earned(&pay(&contract, &inputs(r#"{"value": 1.1, "reason": "Særlig indsats"}"#))), "95.000");
    assert_eq!(earned(&pay(&contract, &inputs("{}"))), "90.600–95.000");
}

#[test]
fn a_goal_is_worth_what_is_missing_without_it() {
    let pots = vec![pot("all", amount("100000"), EarnedBy::Institution)];
    let contract = agreement(GOALS, pots, vec![stage("least", &[], gate("0.5", "0.2"))]);
    let worth = |assessment: &Assessment, place: usize| {
        let evaluation = evaluate(&contract, assessment);
        let stakes = Stakes::new(&contract, assessment, &evaluation).unwrap();
        let stake = stakes.of_line(&contract, &evaluation, Taken::Goal(place)).unwrap();
        (danish(stake.full.0), danish(stake.open.0))
    };
    let said = |full: &str, open: &str| (full.to_owned(), open.to_owned());
    let open = results("");
    // Without A 0.4 is below the gate: 0.2 of it is left, 8,000 of 100,000. Without B 0.6 passes it.
    assert_eq!(worth(&open, 0), said("92.000", "92.000"));
    assert_eq!(worth(&open, 1), said("40.000", "40.000"));
    let missed = results(r#""b": {"done": false}"#);
    assert_eq!(worth(&missed, 0), said("92.000", "60.000"));
    assert_eq!(worth(&missed, 1), said("40.000", "0"), "what is settled is no longer open");
}

#[test]
fn a_goals_own_part_of_the_pay_is_what_it_makes_while_all_else_is_fulfilled() {
    let pots = vec![pot("all", amount("100000"), EarnedBy::Institution)];
    let contract = agreement(GOALS, pots, vec![stage("least", &[], gate("0.5", "0.2"))]);
    let part = |results: &Assessment, place: usize| {
        let evaluation = evaluate(&contract, results);
        let stakes = Stakes::new(&contract, results, &evaluation).unwrap();
        let own = (Taken::Goal(place), &*evaluation.goals[place]);
        let part = stakes.part(&contract, &evaluation, own).unwrap();
        Words::DANISH.part_of_pay(&part).unwrap().replace('\u{a0}', " ")
    };
    let known = results(r#""a": {"done": true}, "b": {"done": false}"#);
    let said = |equation: &str| format!("{equation} kr., når alt andet er opfyldt");
    // Without A 0.4 is left, below the gate: a fifth of 40,000.
    assert_eq!(part(&known, 0), said("100.000,00 − 8.000,00 = 92.000,00"));
    assert_eq!(part(&known, 1), said("60.000,00 − 60.000,00 = 0,00"));
    let open = said("mindst 60.000,00 − 60.000,00 = 0,00; højst 100.000,00 − 60.000,00 = 40.000,00");
    assert_eq!(part(&results(""), 1), open);
}

#[test]
fn two_assessments_are_compared_in_kroner_through_pots() {
    let pots = vec![
        pot("all", amount("100000"), EarnedBy::Institution),
        pot("judged", amount("30000"), EarnedBy::Judged(Points(n("300")))),
    ];
    let mut contract = agreement(GOALS, pots, vec![stage("least", &["all"], gate("0.5", "0.2"))]);
    contract.pay.as_mut().unwrap().individual = Points(n("300"));
    let said = |a: bool, b: bool, judged: u32| {
        assessment(&format!(
            r#""results": {{"a": {{"done": {a}}}, "b": {{"done": {b}}}}}, "individual": {{"overall": {judged}, "reason": "R"}}"#
        ))
    };
    let (ours, theirs) = (said(true, true, 300), said(false, false, 100));
    let [one, other] = [&ours, &theirs].map(|side| evaluate(&contract, side));
    let sides =
        [(&ours, &one), (&theirs, &other)].map(|(assessment, evaluation)| Side { assessment, evaluation });
    let apart =
        |line: &ComparedLine| line.kroner_apart().map(|[least, most]| (danish(least.0), danish(most.0)));
    let lines: Vec<_> = compare(&contract, sides).iter().map(apart).collect();
    let both = |amount: &str| Some((amount.to_owned(), amount.to_owned()));
    assert_eq!(lines, [both("−92.000"), both("−40.000"), both("−20.000"), None]);
}

#[test]
fn areas_that_earn_a_pot_leave_the_one_judgement_as_it_is() {
    let area = r#""areas": [{"id": "r", "title": "R", "weight": 10, "target": {"kind": "done"}}]"#;
    let rest = GOALS.replace(r#""points": {"institution": 700, "individual": 300}"#, area);
    let pots = r#""pots": [{"id": "areas", "title": "O", "amount": 40000, "earned_by": "individual"},
        {"id": "judged", "title": "V", "amount": 60000, "earned_by": {"judged": 300}}]"#;
    let contract = contract(&rest.replace(r#""areas""#, &format!("{pots}, \"areas\"")));
    let open = results("");
    let evaluation = evaluate(&contract, &open);
    let plan = |wanted: &str| {
        let wanted = Percent(n(wanted));
        let plan = plan(&contract, &open, &evaluation, Measure::Pay, wanted, Order::Largest).unwrap();
        plan.lines.iter().map(|line| (line.id.clone(), danish(line.points.0))).collect::<Vec<_>>()
    };
    // The area is 40 percent, and the judgement has to give the rest of 70 by itself: 150 of 300.
    let area = LineId::area(&"r".into());
    assert_eq!(plan("70"), [(area, "10".to_owned()), (LineId::Overall, "150".to_owned())]);
}

#[test]
fn what_must_hold_is_followed_through_gates_and_pots() {
    let pots = vec![pot("x", amount("60000"), goals(&["a"])), pot("y", amount("40000"), goals(&["b"]))];
    let missed = |goal: &str| Condition::NotMet([goal.into()].into());
    let cut = StageKind::Gate { when: missed("b"), factor: n("0.5"), adds: false };
    let contract = agreement(GOALS, pots, vec![stage("b", &["x"], cut)]);
    let plan = |wanted: &str, order: Order| {
        let open = results("");
        let evaluation = evaluate(&contract, &open);
        plan(&contract, &open, &evaluation, Measure::Pay, Percent(n(wanted)), order).unwrap()
    };
    let lines = |plan: &Plan| {
        let line = |line: &PlanLine| (line.id.clone(), danish(line.reached.times(n("100"), 2).unwrap()));
        plan.lines.iter().map(line).collect::<Vec<_>>()
    };
    let said = |id: &str, reached: &str| (LineId::goal(&id.into()), reached.to_owned());
    // A alone is 60,000, of which half is left while B is missed: 30 percent.
    assert_eq!(lines(&plan("30", Order::Largest)), [said("a", "30")]);
    // B alone is 40,000, and A is not needed besides.
    assert_eq!(lines(&plan("31", Order::Largest)), [said("b", "40")]);
    assert_eq!(lines(&plan("41", Order::Largest)), [said("a", "30"), said("b", "100")]);
    let all = plan("100", Order::Nearest);
    assert_eq!((all.now.min, all.now.max, all.reach), (Share::NONE, Share::FULL, Reach::Possible));
}

#[test]
fn a_reading_is_expected_to_pass_a_gate_or_to_close_it() {
    let measured = GOALS.replacen(r#""kind": "done""#, r#""kind": "at_least", "value": 10"#, 1);
    let missed = Condition::NotMet(["a".into()].into());
    let half = StageKind::Gate { when: missed, factor: n("0.5"), adds: false };
    let pots = vec![pot("all", amount("100000"), EarnedBy::Institution)];
    let stages = vec![stage("least", &[], gate("0.3", "0")), stage("met", &[], half)];
    let contract = agreement(&measured, pots, stages);
    // In May, before the contract's end in June, a figure is a reading.
    let expected = |results: &str| {
        let pay = pay(&contract, &assessment(&format!(r#""as_of": "2009-05-31", "results": {{{results}}}"#)));
        let Span { min, max } = pay.expected.payable.unwrap();
        (earned(&pay), format!("{}–{}", danish(min.0), danish(max.0)))
    };
    let said = |earned: &str, expected: &str| (earned.to_owned(), expected.to_owned());
    assert_eq!(expected(r#""a": {"value": 12}"#), said("0–100.000", "60.000–100.000"));
    assert_eq!(expected(r#""a": {"value": 8}"#), said("0–100.000", "0–20.000"));
    assert_eq!(
        expected(r#""a": {"value": 8}, "b": {"done": true}"#),
        said("20.000–100.000", "20.000–20.000")
    );
    assert_eq!(expected(r#""a": {"value": 12, "final": true}"#), said("60.000–100.000", "60.000–100.000"));
}

/// What an agreement gives for these points of its pots, as [`earned`] writes it; `None` where they are too many.
fn try_out(contract: &Contract, entered: &Assessment, points: &[&str]) -> Option<String> {
    let evaluation = evaluate(contract, entered);
    let points: Vec<_> = points.iter().map(|points| Points(n(points))).collect();
    tried(contract, (entered, &evaluation), &points).map(|pay| earned(&pay))
}

#[test]
fn an_agreement_is_tried_with_points_that_nobody_reached() {
    let base = r#""pay": {"base": [{"title": "", "value": 1150000}], "max_percent": 15}"#;
    let plain = agreement(GOALS, Vec::new(), Vec::new());
    let entered = assessment(base);
    assert_eq!(most_of_pots(plain.pay.as_ref().unwrap(), &evaluate(&plain, &entered)), [Points(n("1000"))]);
    assert_eq!(try_out(&plain, &entered, &["900"]).as_deref(), Some("155.250"));
    for points in [&["1001"][..], &["-1"], &[], &["1", "2"]] {
        assert_eq!(try_out(&plain, &entered, points), None, "{points:?}");
    }

    let pots =
        || vec![pot("basis", amount("60000"), goals(&["a"])), pot("ekstra", amount("40000"), goals(&["b"]))];
    let blank = results("");
    assert_eq!(
        try_out(&agreement(GOALS, pots(), Vec::new()), &blank, &["60", "34"]).as_deref(),
        Some("94.000")
    );
    let least = agreement(GOALS, pots(), vec![stage("least", &["ekstra"], gate("0.9", "0"))]);
    assert_eq!(try_out(&least, &blank, &["60", "34"]).as_deref(), Some("60.000"));
    // Whether a goal is met nobody knows before there are results.
    let when = Condition::NotMet(["a".into()].into());
    let missed = StageKind::Gate { when, factor: n("0.5"), adds: false };
    let missed = agreement(GOALS, pots(), vec![stage("missed", &[], missed)]);
    assert_eq!(try_out(&missed, &blank, &["60", "34"]).as_deref(), Some("47.000–94.000"));
}
