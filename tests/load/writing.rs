//! Read, write, read: nothing is lost, whatever stood in the file.

use std::collections::BTreeMap;
use std::rc::Rc;

use proptest::option;
use proptest::prelude::*;
use resultatkontrakt::domain::assessment::{
    Addendum, Adjustment, AdjustmentChange, Assessment, Assessor, Entry, Individual, PayInputs, PayLine,
    Reported, Status,
};
use resultatkontrakt::domain::contract::{ContractId, GoalId};
use resultatkontrakt::domain::date::{Date, Period, calendar_date};
use resultatkontrakt::domain::number::{Decimal, Kroner, Percent};
use resultatkontrakt::domain::target::{Baseline, Change, Criterion, Part, Relation, Target, Threshold};
use resultatkontrakt::load::{AssessmentFile, CaseFile, Document, read, write_assessment, write_case};
use serde_json::Value;

const AMS: &str = include_str!("../../contracts/ams-2009.json");
const ASSESSMENT: &str = include_str!("../../contracts/ams-2009.assessment.json");

fn case_of(assessment: &str) -> CaseFile {
    let text = format!(
        r#"{{"format": "resultatsag", "version": 1, "contract": {AMS}, "assessments": [{assessment}]}}"#
    );
    case(&text)
}

fn case(text: &str) -> CaseFile {
    let reading = read(text.as_bytes());
    match reading.document {
        Some(Document::Case(case)) => case,
        _ => panic!("{:#?}", reading.diagnostics),
    }
}

fn assessment(text: &str) -> AssessmentFile {
    let reading = read(text.as_bytes());
    match reading.document {
        Some(Document::Assessment(file)) => *file,
        _ => panic!("{:#?}", reading.diagnostics),
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn a_case_file_carries_the_contract_word_for_word() {
    let first = case_of(ASSESSMENT);
    let text = write_case(&first.contract, &first.assessments);
    assert!(text.contains(AMS.trim()));
    assert_eq!(json(&text)["assessments"][0], json(ASSESSMENT));
    let second = case(&text);
    assert_eq!(second.contract.contract, first.contract.contract);
    assert_eq!(second.contract.fingerprint.canonical(), first.contract.fingerprint.canonical());
    assert_eq!(second.assessments[0].assessment, first.assessments[0].assessment);
    assert_eq!(write_case(&second.contract, &second.assessments), text);
}

#[test]
fn unknown_keys_and_entries_with_mistakes_are_still_there_after_a_change() {
    let text = r#"{
        "format": "resultatvurdering", "version": 1, "contract": {"id": "t", "url": "x"}, "by": "chefen",
        "results": {
            "b": {"value": "mange", "farve": "grøn", "note": "n"}, "a": {"value": 1.50, "kilde": [1, {"x": null}]},
            "c": "glemt", "d": {"date": "2009-06-31"}
        },
        "pay": {"base": ["løn", {"title": "Ramme", "value": "1150000.00", "x": 1}], "bonus": 7},
        "bilag": {"z": 1, "a": [true]}
    }"#;
    let mut file = assessment(text);
    assert_eq!(json(&write_assessment(&file)), json(text));

    let mut entry = Entry::clone(&file.assessment.results["a"]);
    entry.reported.value = Some(Decimal::from(2));
    file.assessment.results.insert("a".into(), Rc::new(entry));
    file.assessment.results.remove("b");
    file.assessment.by = Assessor::Agreed;
    file.assessment.pay.base.push(PayLine { title: "Ny".into(), value: Some(Kroner(Decimal::from(5))) });
    let mut expected = json(text);
    expected["results"]["a"]["value"] = json("2");
    expected["results"]["b"] = json(r#"{"value": "mange", "farve": "grøn"}"#);
    expected["by"] = json("\"agreed\"");
    expected["pay"]["base"].as_array_mut().unwrap().push(json(r#"{"title": "Ny", "value": 5}"#));
    assert_eq!(json(&write_assessment(&file)), expected);
}

#[test]
fn numbers_are_written_as_numbers_and_dates_as_iso() {
    let mut file = AssessmentFile::new("t".into());
    file.assessment.as_of = calendar_date(2009, 6, 3);
    file.assessment.pay.base =
        vec![PayLine { title: "Løn".into(), value: Some(Kroner("1150000.00".parse().unwrap())) }];
    let text = write_assessment(&file);
    assert!(text.contains("\"as_of\": \"2009-06-03\""), "{text}");
    assert!(text.contains("\"value\": 1150000.00"), "{text}");
}

#[test]
fn what_json_has_to_escape_comes_back_as_it_was() {
    let mut file = AssessmentFile::new("t".into());
    let note = "\"citat\" \\ \n\t\r\u{1}\u{1f}\u{7f}\u{2028} æøå €\u{1f600}";
    let entry = Entry { note: Some(note.to_owned()), ..Entry::default() };
    file.assessment.results.insert(GoalId::from(note), Rc::new(entry));
    let text = write_assessment(&file);
    assert_eq!(json(&text)["results"][note]["note"], Value::String(note.to_owned()));
    assert_eq!(assessment(&text).assessment, file.assessment);
}

fn number() -> impl Strategy<Value = Decimal> {
    (-999_999_999_999_999_i64..=999_999_999_999_999, 0..=9_u32)
        .prop_map(|(whole, scale)| Decimal::new(whole, scale))
}

fn date() -> impl Strategy<Value = Date> {
    (1900..2200_i32, 1..=12_u8, 1..=28_u8)
        .prop_map(|(year, month, day)| calendar_date(year, month, day).unwrap())
}

fn text() -> impl Strategy<Value = String> {
    "[ -~æøåÆØÅ\n\"\\\\]{0,12}"
}

fn threshold() -> impl Strategy<Value = Threshold> {
    let period =
        prop_oneof![Just("2008"), Just("2008-Q3"), Just("2008-H1"), Just("2008-12"), Just("2008-12-31")];
    let baseline = prop_oneof![
        number().prop_map(Baseline::Figure),
        period.prop_map(|period| Baseline::Of(Period::parse(period).unwrap())),
    ];
    let change = prop_oneof![number().prop_map(Change::Percent), number().prop_map(Change::Points)];
    prop_oneof![
        number().prop_map(Threshold::Absolute),
        (option::of(baseline), change)
            .prop_map(|(baseline, change)| Threshold::Relative { baseline, change }),
    ]
}

fn target() -> impl Strategy<Value = Target> {
    let relation = prop_oneof![
        Just(Relation::AtMost),
        Just(Relation::AtLeast),
        Just(Relation::Below),
        Just(Relation::Above)
    ];
    let band = (number(), 0..1000_u32).prop_map(|(min, width)| Target::Between {
        min: Threshold::Absolute(min),
        max: Threshold::Absolute(min + Decimal::from(width)),
    });
    let criterion = (text(), option::of(date())).prop_map(|(title, deadline)| Criterion {
        id: "k".into(),
        title,
        deadline,
    });
    let simple = prop_oneof![
        (relation, threshold()).prop_map(|(relation, threshold)| Target::Limit { relation, threshold }),
        band,
        (option::of(number()), 0..9_u32).prop_map(|(baseline, tolerance)| Target::Unchanged {
            baseline: baseline.map(Baseline::Figure),
            tolerance: Decimal::from(tolerance),
        }),
        date().prop_map(Target::By),
        Just(Target::Done),
        option::of(criterion)
            .prop_map(|criterion| Target::Assessed { criteria: criterion.into_iter().collect() }),
        Just(Target::Undetermined),
    ];
    simple.prop_recursive(3, 12, 3, |inner| {
        let part = ("[a-z]{1,6}", option::of(text()), option::of(text()), inner);
        let part =
            part.prop_map(|(id, title, unit, target)| Part { id: id.as_str().into(), title, unit, target });
        (proptest::collection::vec(part, 1..4), any::<bool>())
            .prop_map(|(parts, all)| if all { Target::AllOf(parts) } else { Target::AnyOf(parts) })
    })
}

fn reported() -> impl Strategy<Value = Reported> {
    let fields = (
        option::of(number()),
        option::of(number()),
        option::of(date()),
        option::of(any::<bool>()),
        option::of(number()),
        option::of(text()),
    );
    let plain = fields.prop_map(|(value, baseline, date, done, points, reason)| Reported {
        value,
        baseline,
        date,
        done,
        points,
        reason,
        parts: BTreeMap::new(),
    });
    plain.prop_recursive(2, 6, 3, |inner| {
        let parts = proptest::collection::btree_map("[a-z]{1,6}", inner, 0..3);
        parts.prop_map(|parts| Reported {
            parts: parts.into_iter().map(|(id, part)| (id.as_str().into(), part)).collect(),
            ..Reported::default()
        })
    })
}

fn entries() -> impl Strategy<Value = BTreeMap<GoalId, Rc<Entry>>> {
    let addendum = (target(), option::of(date()), option::of(text()))
        .prop_map(|(target, agreed, source)| Addendum { target, agreed, source });
    let entry =
        (reported(), option::of(addendum), option::of(text()), option::of(text()), option::of(text()));
    let entry = entry.prop_map(|(reported, addendum, lapsed, note, evidence)| {
        Rc::new(Entry { reported, addendum, lapsed, note, evidence })
    });
    proptest::collection::vec(("[a-zæøå-]{1,8}", entry), 0..4)
        .prop_map(|list| list.into_iter().map(|(id, entry)| (id.as_str().into(), entry)).collect())
}

fn pay() -> impl Strategy<Value = PayInputs> {
    let line =
        (text(), option::of(number())).prop_map(|(title, value)| PayLine { title, value: value.map(Kroner) });
    let change = prop_oneof![
        number().prop_map(|percent| AdjustmentChange::Percent(Percent(percent))),
        number().prop_map(|amount| AdjustmentChange::Amount(Kroner(amount))),
    ];
    let adjustment =
        (option::of(change), option::of(text())).prop_map(|(change, reason)| Adjustment { change, reason });
    let fields = (
        proptest::collection::vec(line, 0..3),
        option::of(number()),
        option::of(adjustment),
        option::of(date()),
        option::of(text()),
        option::of(number()),
    );
    fields.prop_map(|(base, max_percent, adjustment, left_on, breach, holiday)| PayInputs {
        base,
        max_percent: max_percent.map(Percent),
        adjustment,
        left_on,
        breach,
        holiday_allowance_percent: holiday.map(Percent),
    })
}

fn any_assessment() -> impl Strategy<Value = Assessment> {
    let by = prop_oneof![Just(Assessor::Director), Just(Assessor::Department), Just(Assessor::Agreed)];
    let status = prop_oneof![Just(Status::Draft), Just(Status::Midterm), Just(Status::Final)];
    let individual = (option::of(number()), option::of(text()), entries())
        .prop_map(|(overall, reason, areas)| Individual { overall, reason, areas });
    (by, status, option::of(date()), option::of(text()), entries(), individual, pay()).prop_map(
        |(by, status, as_of, sha256, results, individual, pay)| Assessment {
            contract: ContractId::from("t"),
            sha256,
            by,
            status,
            as_of,
            results,
            individual,
            pay,
        },
    )
}

/// Something that may stand anywhere in a file that a person wrote.
fn junk() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        Just(Value::Bool(true)),
        Just(json("17.50")),
        Just(json("[1, {\"x\": []}]")),
        Just(json("{\"title\": \"?\", \"y\": {\"z\": 2}}")),
        text().prop_map(Value::String),
    ]
}

/// Puts junk at a key of some object below `value`; which one is drawn from `way`.
fn spoil(value: &mut Value, way: &mut impl Iterator<Item = usize>, key: &str, junk: Value) {
    let step = way.next().unwrap_or(0);
    match value {
        Value::Object(members) if step.is_multiple_of(3) || members.is_empty() => {
            let known = members.keys().nth(step / 3 % (members.len() + 1)).cloned();
            members.insert(known.unwrap_or_else(|| key.to_owned()), junk);
        }
        Value::Object(members) => {
            let place = step / 3 % members.len();
            spoil(members.values_mut().nth(place).unwrap(), way, key, junk);
        }
        Value::Array(items) if !items.is_empty() => {
            let place = step % items.len();
            spoil(&mut items[place], way, key, junk);
        }
        other => *other = junk,
    }
}

/// What an assessment says, without entries that say nothing: one stays behind where an entry was removed
/// of which the file says more than is understood.
fn content(assessment: &Assessment) -> Value {
    fn prune(value: &mut Value) -> bool {
        match value {
            Value::Object(members) => {
                members.retain(|_, member| prune(member));
                !members.is_empty()
            }
            // The places of a list's items count.
            Value::Array(items) => {
                for item in items.iter_mut() {
                    prune(item);
                }
                true
            }
            _ => true,
        }
    }
    let mut value = json(&write_assessment(&assessment.clone().into()));
    prune(&mut value);
    value
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn what_is_written_reads_back_as_the_same(assessment in any_assessment()) {
        let text = write_assessment(&assessment.clone().into());
        let reading = read(text.as_bytes());
        prop_assert!(!reading.has_errors(), "{}\n{:#?}", text, reading.diagnostics);
        let Some(Document::Assessment(file)) = reading.document else { panic!("{text}") };
        prop_assert_eq!(&file.assessment, &assessment);
        prop_assert_eq!(write_assessment(&file), text);
    }

    #[test]
    fn a_spoiled_file_that_opens_is_saved_with_all_that_it_said(
        ways in proptest::collection::vec((proptest::collection::vec(0..60_usize, 6), "[a-z]{1,5}", junk()), 1..6),
    ) {
        let mut spoiled = json(ASSESSMENT);
        for (way, key, junk) in ways {
            spoil(&mut spoiled, &mut way.into_iter(), &key, junk);
        }
        let reading = read(spoiled.to_string().as_bytes());
        if let Some(Document::Assessment(file)) = reading.document {
            prop_assert_eq!(json(&write_assessment(&file)), spoiled);
        }
    }

    #[test]
    fn a_change_is_saved_whatever_else_the_file_says(
        ways in proptest::collection::vec((proptest::collection::vec(0..60_usize, 6), "[a-z]{1,5}", junk()), 0..4),
        change in any_assessment(),
    ) {
        let mut spoiled = json(ASSESSMENT);
        for (way, key, junk) in ways {
            spoil(&mut spoiled, &mut way.into_iter(), &key, junk);
        }
        let reading = read(spoiled.to_string().as_bytes());
        if let Some(Document::Assessment(mut file)) = reading.document {
            file.assessment = Assessment { contract: file.assessment.contract.clone(), ..change };
            let again = read(write_assessment(&file).as_bytes());
            let Some(Document::Assessment(again)) = again.document else { panic!("{:#?}", again.diagnostics) };
            prop_assert_eq!(content(&again.assessment), content(&file.assessment));
        }
    }
}
