//! A made-up version 0, as an example of a step and a proof that nothing is lost on the way.

use jsonc_parser::ast::ObjectPropName;

use super::*;
use crate::load::read::read_by;
use crate::load::{CaseFile, Document, Reading, read, write_case};

/// Version 0 called a contract's title its name and had the points' total and decimals side by side; in
/// assessments it called the day of the assessment the day.
const FROM_0: &[Step] = &[&[(CONTRACT_FORMAT, contract_of_0), (ASSESSMENT_FORMAT, assessment_of_0)]];

fn contract_of_0(contract: &mut Object<'_>) {
    rename(contract, "name", "title");
    let members: Vec<_> = [("point_total", "total"), ("point_decimals", "decimals")]
        .into_iter()
        .filter_map(|(before, now)| {
            rename(contract, before, now);
            let place = contract.properties.iter().position(|member| member.name.as_str() == now)?;
            Some(contract.properties.remove(place))
        })
        .collect();
    if let Some(first) = members.first() {
        let (name, range) = (first.name.clone(), first.range);
        let value = Value::Object(Object { range, properties: members });
        contract.properties.push(ObjectProp { range, name, value });
        rename(contract, if has(contract, "total") { "total" } else { "decimals" }, "points");
    }
}

fn assessment_of_0(assessment: &mut Object<'_>) {
    rename(assessment, "day", "as_of");
}

fn has(object: &Object<'_>, key: &str) -> bool {
    member(object, key).is_some()
}

/// Gives a key its new name, unless the file has that already.
fn rename(object: &mut Object<'_>, before: &str, now: &'static str) {
    if has(object, now) {
        return;
    }
    for member in object.properties.iter_mut().filter(|member| member.name.as_str() == before) {
        if let ObjectPropName::String(name) = &mut member.name {
            name.value = now.into();
        }
    }
}

const CONTRACT: &str = r#"{
  "format": "resultatkontrakt", "version": 0, "id": "old",
  "point_decimals": 1, "name": "Fra før", "farve": "grøn",
  "goals": [{ "id": "a", "title": "Sager", "weight": "12.50", "target": { "kind": "at_most", "value": 10 } }],
  "point_total": 12.5
}"#;

const UP_TO_DATE: &str = r#"{
  "format": "resultatkontrakt", "version": 1, "id": "old", "title": "Fra før",
  "points": { "total": 12.5, "decimals": 1 },
  "goals": [{ "id": "a", "title": "Sager", "weight": "12.50", "target": { "kind": "at_most", "value": 10 } }]
}"#;

fn assessment(sha256: &str) -> String {
    format!(
        r#"{{"format": "resultatvurdering", "version": "0", "contract": {{"id": "old", "sha256": "{sha256}"}},
            "day": "2009-12-31", "bilag": [1], "results": {{"a": {{"value": "9.0", "kilde": "x"}}}}}}"#
    )
}

fn case(contract: &str, assessment: &str) -> String {
    format!(
        r#"{{"format": "resultatsag", "version": 0, "contract": {contract}, "assessments": [{assessment}]}}"#
    )
}

fn old(text: &str) -> Reading {
    read_by(text.as_bytes(), FROM_0)
}

fn case_of(reading: Reading) -> CaseFile {
    match reading.document {
        Some(Document::Case(case)) => case,
        _ => panic!("{:#?}", reading.diagnostics),
    }
}

fn contract_of(reading: Reading) -> crate::load::ContractFile {
    match reading.document {
        Some(Document::Contract(file)) => file,
        _ => panic!("{:#?}", reading.diagnostics),
    }
}

/// Code, line, column and path of each finding.
fn found(reading: &Reading) -> Vec<(&'static str, usize, usize, String)> {
    let told = reading.diagnostics.iter();
    told.map(|found| (found.code.name(), found.line, found.column, found.path.to_string())).collect()
}

fn json(text: &str) -> serde_json::Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_newest_version_is_written_as_its_number() {
    assert_eq!(NEWEST.parse(), Ok(VERSION));
}

#[test]
fn an_older_file_says_the_same_as_one_that_is_up_to_date() {
    let now = contract_of(read(UP_TO_DATE.as_bytes()));
    assert_eq!(contract_of(old(CONTRACT)).contract, now.contract);
    assert_eq!(contract_of(old(UP_TO_DATE)).source, now.source, "a file that is up to date keeps its text");
}

#[test]
fn findings_in_an_older_file_stand_where_its_text_has_them() {
    let spoiled = CONTRACT
        .replace("\"Fra før\"", "7")
        .replace("\"point_decimals\": 1", "\"point_decimals\": 9")
        .replace("\"point_total\": 12.5", "\"point_total\": 0");
    assert_eq!(
        found(&old(&spoiled)),
        [
            ("number-out-of-range", 3, 21, "$.point_decimals".to_owned()),
            ("wrong-type", 3, 32, "$.name".to_owned()),
            ("unknown-key", 3, 35, "$.farve".to_owned()),
            ("not-positive", 5, 18, "$.point_total".to_owned()),
        ]
    );
    // What a check finds stands where the text has it, too.
    let other = CONTRACT.replace("\"point_total\": 12.5", "\"point_total\": 100");
    let unknown_key = ("unknown-key", 3, 43, "$.farve".to_owned());
    assert_eq!(
        found(&old(&other)),
        [unknown_key.clone(), ("weights-do-not-sum", 5, 18, "$.point_total".to_owned())]
    );
    let doubled = CONTRACT.replace("\"farve\"", "\"name\"");
    assert_eq!(found(&old(&doubled)).first().map(|found| found.0), Some("duplicate-key"));
    // A key of both versions: the newer one counts, and the older one is told of.
    let both = CONTRACT.replace("\"farve\"", "\"title\"");
    assert_eq!(found(&old(&both)), [("unknown-key", 3, 24, "$.name".to_owned())]);
    assert_eq!(contract_of(old(&both)).contract.title, "grøn");
}

#[test]
fn an_older_case_is_written_as_the_newest_version_with_nothing_lost() {
    let made_for = contract_of(old(CONTRACT));
    let former = crate::load::Fingerprint::of(CONTRACT.into()).canonical().to_owned();
    let reading = old(&case(CONTRACT, &assessment(&former)));
    let codes: Vec<_> = found(&reading).into_iter().map(|found| found.0).collect();
    assert_eq!(codes, ["unknown-key"; 3], "and the assessment belongs to the contract");
    let first = case_of(reading);
    assert_eq!(first.contract.fingerprint.canonical(), made_for.fingerprint.canonical());

    let text = write_case(&first.contract, &first.assessments);
    let sha256 = made_for.fingerprint.canonical();
    let expected = json(&format!(
        r#"{{
            "format": "resultatsag", "version": 1,
            "contract": {{
                "format": "resultatkontrakt", "version": 1, "id": "old", "title": "Fra før", "farve": "grøn",
                "goals": [{{"id": "a", "title": "Sager", "weight": "12.50",
                    "target": {{"kind": "at_most", "value": 10}}}}],
                "points": {{"total": 12.5, "decimals": 1}}
            }},
            "assessments": [{{"format": "resultatvurdering", "version": 1,
                "contract": {{"id": "old", "sha256": "{sha256}"}},
                "as_of": "2009-12-31", "bilag": [1], "results": {{"a": {{"value": "9.0", "kilde": "x"}}}}}}]
        }}"#
    ));
    assert_eq!(json(&text), expected);

    let reading = read(text.as_bytes());
    let codes: Vec<_> = found(&reading).into_iter().map(|found| found.0).collect();
    assert_eq!(codes, ["unknown-key"; 3]);
    let second = case_of(reading);
    assert_eq!(second.contract.contract, first.contract.contract);
    assert_eq!(second.assessments[0].assessment, first.assessments[0].assessment);
    assert_eq!(write_case(&second.contract, &second.assessments), text);
}

#[test]
fn in_an_older_case_a_contract_that_is_up_to_date_keeps_its_text() {
    let read = case_of(old(&case(UP_TO_DATE, &assessment(""))));
    assert_eq!(&*read.contract.source, UP_TO_DATE);
}

#[test]
fn a_version_that_no_step_begins_at_is_refused() {
    for (version, steps, code) in [
        ("0", STEPS, "unknown-version"),
        ("0.5", FROM_0, "unknown-version"),
        ("-1", FROM_0, "unknown-version"),
        ("\"x\"", FROM_0, "not-a-number"),
        ("2", FROM_0, "newer-version"),
    ] {
        let text = CONTRACT.replace("\"version\": 0", &format!("\"version\": {version}"));
        let reading = read_by(text.as_bytes(), steps);
        assert!(reading.document.is_none(), "{version}");
        assert!(
            found(&reading).iter().any(|found| (found.0, found.1, found.2) == (code, 2, 44)),
            "{version}"
        );
    }
}
