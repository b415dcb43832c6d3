//! Read, write, read: nothing is lost, whatever stood in the file.

use std::rc::Rc;

use proptest::prelude::*;
use resultatkontrakt::domain::assessment::{Assessment, Assessor, Entry, PayLine};
use resultatkontrakt::domain::contract::GoalId;
use resultatkontrakt::domain::date::calendar_date;
use resultatkontrakt::domain::number::{Decimal, Kroner};
use resultatkontrakt::format::{
    AssessmentFile, CaseFile, Document, MAX_BYTES, read, write_assessment, write_case,
};
use serde_json::Value;

use crate::any::{any_assessment, text};

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

pub(crate) fn assessment(text: &str) -> AssessmentFile {
    let reading = read(text.as_bytes());
    match reading.document {
        Some(Document::Assessment(file)) => *file,
        _ => panic!("{:#?}", reading.diagnostics),
    }
}

pub(crate) fn json(text: &str) -> Value {
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
fn a_case_that_its_lines_would_make_too_large_is_written_in_fewer_bytes_and_opens_again() {
    let many = vec!["1"; 800_000].join(",");
    let mark = "\"of_another_program\":[";
    let with_many = ASSESSMENT.replacen('{', &format!("{{{mark}{many}],"), 1);
    let first = case_of(&with_many);
    let text = write_case(&first.contract, &first.assessments);
    assert!(text.len() < 2 * with_many.len() && text.contains(&format!("{mark}{many}]")));
    let second = case(&text);
    assert!(second.assessments[0].assessment == first.assessments[0].assessment);
    assert_eq!(second.contract.fingerprint.canonical(), first.contract.fingerprint.canonical());

    // A contract of many lines gives them up, too.
    let spaces = " ".repeat(MAX_BYTES - 500_000);
    let wide = AMS.replacen('{', &format!("{{{spaces}"), 1);
    let contract = match read(wide.as_bytes()).document {
        Some(Document::Contract(file)) => file,
        other => panic!("{other:?}"),
    };
    let text = write_case(&contract, &first.assessments);
    assert!(text.len() < 2 * with_many.len());
    assert_eq!(case(&text).contract.fingerprint.canonical(), first.contract.fingerprint.canonical());
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
