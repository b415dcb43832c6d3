//! The formulas of a workbook, worked out apart: they come to what stands with them, and follow what is entered as the
//! calculation does.

use std::rc::Rc;

use resultatkontrakt::domain::assessment::JudgedFactor;
use resultatkontrakt::domain::contract::{
    Between, Condition, CurveStep, EarnedBy, Pot, PotSize, Stage, StageKind, Target, Threshold,
};
use resultatkontrakt::domain::date::{Date, parse_date};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::{Decimal, Kroner, Percent, Points, Span};
use resultatkontrakt::domain::reported::Reported;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::office::workbook;
use resultatkontrakt::report::Paper;

use super::sheet::{Book, Value};
use super::{Case, EXAMPLES};

fn n(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn float(number: Decimal) -> f64 {
    number.to_string().parse().unwrap()
}

fn is_near(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * other.abs().max(1.0)
}

fn book(case: &Case, words: Words) -> Book {
    Book::read(&case.with_matter(words, |matter| workbook(matter, Paper::SelfAssessment)))
}

#[test]
fn formulas_come_to_what_stands_with_them() {
    for name in EXAMPLES {
        for words in [Words::DANISH, Words::ENGLISH] {
            let book = book(&Case::example(name), words);
            for (sheet, place, said, comes_to) in book.formulas() {
                let formula = book.formula(sheet, &place);
                assert!(
                    is_near(said, comes_to),
                    "{name}, {sheet}, {place}: {said}, not {comes_to}: {formula:?}"
                );
            }
        }
    }
}

fn serial(date: Date) -> f64 {
    f64::from(date.to_julian_day() - 2_415_019)
}

/// What may be entered for a target, beside nothing: as a cell has it, and as an assessment does.
fn answers(target: &Target) -> Vec<(Value, Reported)> {
    let figure = |value: Decimal| {
        (Value::Number(float(value)), Reported { value: Some(value), ..Reported::default() })
    };
    let around = |threshold: &Threshold| match threshold {
        Threshold::Absolute(at) => vec![*at, *at - n("0.5"), *at + n("0.5"), *at * n("0.9"), *at * n("1.1")],
        Threshold::Relative { .. } => Vec::new(),
    };
    let yes_or_no = |done: bool| {
        let word = Value::Text(if done { "ja" } else { "nej" }.to_owned());
        (word, Reported { done: Some(done), ..Reported::default() })
    };
    let day =
        |date: Date| (Value::Number(serial(date)), Reported { date: Some(date), ..Reported::default() });
    match target {
        Target::Limit { threshold, .. } => {
            let more = ["0", "-3", "1", "50", "100", "1000000"].map(n);
            around(threshold).into_iter().chain(more).map(figure).collect()
        }
        Target::Between { min, max } => around(min).into_iter().chain(around(max)).map(figure).collect(),
        Target::Unchanged { .. } => ["0", "1", "50", "100"].map(|text| figure(n(text))).into(),
        Target::By(date) => {
            let days = [*date, date.next_day().unwrap(), date.previous_day().unwrap()].map(day);
            days.into_iter().chain([yes_or_no(false)]).collect()
        }
        Target::Done => {
            [true, false].map(yes_or_no).into_iter().chain([day(parse_date("2003-01-01").unwrap())]).collect()
        }
        Target::Rated(rating) => {
            let chosen = rating.levels.iter().map(|level| {
                let reported = Reported { level: Some(level.id.clone()), ..Reported::default() };
                (Value::Text(level.title.clone()), reported)
            });
            chosen.collect()
        }
        _ => Vec::new(),
    }
}

/// Enters every answer for every goal, one at a time, and holds points and pay against the calculation; returns how many.
fn play(name: &str, case: &Case) -> usize {
    let contract = &case.contract.contract;
    let payable = "Til udbetaling";
    let (mut count, written) = (0, book(case, Words::DANISH));
    for goal in &contract.goals {
        let mut book = written.clone();
        let row = book.row(0, 'A', goal.id.as_str()).unwrap();
        if book.formula(0, &format!("H{row}")).is_none() {
            continue;
        }
        let answers = answers(&goal.target).into_iter().chain([(Value::Empty, Reported::default())]);
        for (cell, reported) in answers {
            book.put(&format!("F{row}"), cell.clone());
            let mut assessment = case.assessment.clone();
            let entry = assessment.results.entry(goal.id.clone()).or_default();
            let Reported { baseline, reason, .. } = entry.reported.clone();
            Rc::make_mut(entry).reported = Reported { baseline, reason, ..reported };
            let evaluation = evaluate(contract, &assessment);
            let points = evaluation.goal(goal.id.as_str()).unwrap().points.unwrap();
            let said = Span::new(book.number(0, &format!("H{row}")), book.number(0, &format!("I{row}")));
            let is_same = |one: f64, other: Decimal| is_near(one, float(other));
            assert!(
                is_same(said.min, points.min.0) && is_same(said.max, points.max.0),
                "{name}, {}, {cell:?}: {said:?}, not {points:?}",
                goal.id
            );
            let outcome = evaluation.pay.as_ref().and_then(|pay| pay.payable);
            if let (Some(expected), Some(row)) = (outcome, book.row(1, 'A', payable)) {
                for (column, end) in [("B", expected.min), ("C", expected.max)] {
                    let said = book.number(1, &format!("{column}{row}"));
                    assert!(is_same(said, end.0), "{name}, {}, {cell:?}: {said} kr., not {}", goal.id, end.0);
                }
            }
            count += 1;
        }
    }
    count
}

#[test]
fn points_and_pay_follow_what_is_entered_as_the_calculation_does() {
    let counts = EXAMPLES.map(|name| play(name, &Case::example(name)));
    assert!(counts.iter().sum::<usize>() > 200, "{counts:?}");
}

const GOALS: &str = r#"{"format": "resultatkontrakt", "version": 1, "id": "x", "title": "X", "points": {"total": 100},
    "period": {"from": "2009-01-01", "to": "2009-12-31"},
    "groups": [{"id": "g", "title": "G"}, {"id": "h", "title": "H"}],
    "goals": [
        {"id": "a", "title": "A", "group": "g", "weight": 30, "target": {"kind": "at_least", "value": 100},
         "scoring": {"rule": "linear", "zero_at": 50}},
        {"id": "b", "title": "B", "group": "h", "weight": 20, "target": {"kind": "at_most", "value": 10},
         "scoring": {"rule": "proportional", "cap": 1.2}},
        {"id": "c", "title": "C", "group": "g", "weight": 20, "target": {"kind": "at_least", "value": 90},
         "scoring": {"rule": "scale", "between": "linear", "steps": [{"at": 60, "share": 0.3}, {"at": 80, "share": 0.7}, {"at": 90, "share": 1}]}},
        {"id": "d", "title": "D", "group": "h", "weight": 20, "target": {"kind": "rated", "levels": [
            {"id": "low", "title": "Lavt", "share": 0}, {"id": "mid", "title": "\"Midt\"", "share": 0.5}, {"id": "high", "title": "Højt", "share": 1}]}},
        {"id": "e", "title": "E", "group": "g", "weight": 10, "target": {"kind": "by", "date": "2009-06-30"}}],
    "pay": {"from": "2009-01-01", "to": "2009-12-31", "points": {"institution": 700, "individual": 300}}}"#;

const ASSESSMENT: &str = r#"{"format": "resultatvurdering", "version": 1, "contract": {"id": "x"}, "by": "director",
    "status": "final", "as_of": "2010-01-15", "results": {
        "a": {"value": 80}, "b": {"value": 12}, "c": {"value": 71}, "d": {"level": "mid", "reason": "Skøn"}, "e": {"date": "2009-06-01"}},
    "individual": {"overall": 150, "reason": "Halvt"},
    "pay": {"base": [{"title": "Løn", "value": 900000.01}]}}"#;

fn pot(id: &str, size: PotSize, earned_by: EarnedBy) -> Pot {
    Pot { id: id.into(), title: id.to_uppercase(), source: None, size, earned_by }
}

fn stage(id: &str, pots: &[&str], kind: StageKind) -> Stage {
    let pots = pots.iter().map(|pot| (*pot).into()).collect();
    Stage { id: id.into(), title: None, source: None, pots, kind }
}

fn with_pots(pots: Vec<Pot>, stages: Vec<Stage>) -> Case {
    let mut case = Case::of(GOALS.as_bytes(), ASSESSMENT.as_bytes());
    let mut contract = (*case.contract.contract).clone();
    let pay = contract.pay.as_mut().unwrap();
    (pay.pots, pay.stages) = (pots, stages);
    case.contract.contract = Rc::new(contract);
    case.assessment.pay.max_percent =
        case.contract.contract.pay.as_ref().unwrap().pots.is_empty().then_some(Percent(n("12.5")));
    let factor = JudgedFactor { value: Some(n("1.1")), reason: Some("Godt".to_owned()) };
    case.assessment.pay.factors.insert("f".into(), factor);
    case.assessment.pay.regulation_percent = Some(Percent(n("12.34")));
    case.evaluation = evaluate(&case.contract.contract, &case.assessment);
    case
}

fn gate(when: Condition, factor: &str, adds: bool) -> StageKind {
    StageKind::Gate { when, factor: n(factor), adds }
}

fn amount(kroner: &str, level: Option<&str>) -> PotSize {
    PotSize::Amount { kroner: Kroner(n(kroner)), level: level.map(|day| parse_date(day).unwrap()) }
}

/// Every kind of pot.
fn pots() -> Vec<Pot> {
    vec![
        pot("p", amount("60000", None), EarnedBy::Groups(["g".into()].into())),
        pot("q", amount("40000.55", Some("2000-03-31")), EarnedBy::Goals(["b".into(), "d".into()].into())),
        pot("r", PotSize::Percent(Percent(n("3"))), EarnedBy::Judged(Points(n("300")))),
        pot("s", PotSize::Percent(Percent(n("1"))), EarnedBy::Institution),
    ]
}

fn curve(between: Between) -> StageKind {
    let steps = [("0.3", "0.1"), ("0.6", "0.5"), ("0.9", "1")];
    let steps = steps.map(|(at, to)| CurveStep { at: n(at), to: n(to) });
    StageKind::Curve { steps: steps.into(), between }
}

/// Every kind of condition, with cuts that add up and others.
fn gates() -> Vec<Stage> {
    let few = Condition::FewerMetThan { count: 2, goals: ["a".into(), "b".into(), "e".into()].into() };
    let not_met = Condition::NotMet(["a".into(), "e".into()].into());
    let rated = Condition::RatedLowest([("d".into(), n("0"))].into());
    vec![
        stage("below", &["p", "s"], gate(Condition::FractionBelow(n("0.8")), "0.7", true)),
        stage("not-met", &[], gate(not_met, "0.8", true)),
        stage("few", &["q"], gate(few, "0.5", false)),
        stage("rated", &["s"], gate(rated, "0", false)),
        stage("points", &[], gate(Condition::PointsBelow(Points(n("65"))), "0.9", false)),
    ]
}

/// Every other kind of stage, with caps that share pots.
fn stages(between: Between) -> Vec<Stage> {
    let more = vec![
        stage("curve", &["p", "s"], curve(between)),
        stage("f", &[], StageKind::Factor { min: n("0.8"), max: n("1.2") }),
        stage("cap", &["r"], StageKind::CapFraction(n("0.4"))),
        stage("kroner", &["p", "q"], StageKind::CapAmount(Kroner(n("45000")))),
        stage("percent", &["q", "r", "s"], StageKind::CapPercent(Percent(n("2.5")))),
        stage("one", &["p"], StageKind::CapAmount(Kroner(n("30000")))),
    ];
    gates().into_iter().chain(more).collect()
}

/// Cases with every kind of pot, and with stages alone.
pub(crate) fn cases_with_pots() -> Vec<Case> {
    let below = stage("below", &[], gate(Condition::FractionBelow(n("0.6")), "0", false));
    vec![
        with_pots(pots(), stages(Between::Linear)),
        with_pots(pots(), stages(Between::Step)),
        with_pots(pots(), Vec::new()),
        with_pots(Vec::new(), vec![below, stage("curve", &[], curve(Between::Linear))]),
    ]
}

#[test]
fn pots_and_stages_follow_what_is_entered() {
    for (at, case) in cases_with_pots().iter().enumerate() {
        let name = format!("case {at}");
        let of_case = book(case, Words::DANISH);
        assert_eq!(of_case.names()[1], "Resultatløn");
        for (sheet, place, said, comes_to) in of_case.formulas() {
            let formula = of_case.formula(sheet, &place);
            assert!(is_near(said, comes_to), "{name}, {sheet}, {place}: {said}, not {comes_to}: {formula:?}");
        }
        assert!(case.evaluation.pay.as_ref().unwrap().payable.is_some(), "{name}");
        assert!(of_case.row(1, 'A', "Til udbetaling").is_some(), "{name}");
        assert!(play(&name, case) > 20, "{name}");
    }
}
