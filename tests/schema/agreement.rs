//! The schema and the reader refuse the same mistakes of form.

use jsonschema::Validator;
use resultatkontrakt::findings::{Code, ShapeFault};
use resultatkontrakt::format::{MAX_ASSESSMENTS, MAX_PARTS, MAX_TEXT, MAX_TITLE, read};
use serde_json::{Value, json};

use super::{EVERY_KEY, WITH_POTS, case_of, parse, validator_for, validators};

/// The places of all values of a file but the file itself, as JSON pointers.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Array(items) => {
            items.iter().enumerate().map(|(at, item)| (format!("{here}/{at}"), item)).collect()
        }
        Value::Object(members) => members.iter().map(|(key, item)| (format!("{here}/{key}"), item)).collect(),
        _ => Vec::new(),
    };
    for (place, value) in inner {
        places(value, &place, found);
        found.push(place);
    }
}

/// The file without the value of a place.
fn without(file: &Value, place: &str) -> Value {
    let mut changed = file.clone();
    let (parent, key) = place.rsplit_once('/').unwrap();
    match changed.pointer_mut(parent).unwrap() {
        Value::Object(members) => drop(members.shift_remove(key)),
        Value::Array(items) => drop(items.remove(key.parse().unwrap())),
        other => panic!("nothing stands in {other}"),
    }
    changed
}

fn with(file: &Value, place: &str, value: Value) -> Value {
    let mut changed = file.clone();
    *changed.pointer_mut(place).unwrap() = value;
    changed
}

/// What the reader says about the form of a file, and what it says about its rules.
fn said(file: &Value) -> (Vec<Code>, Vec<Code>) {
    let codes = read(file.to_string().as_bytes()).diagnostics.into_iter().map(|found| found.code);
    let codes = codes.filter(|code| {
        matches!(code, Code::Shape(_) | Code::Rule(_)) || code.name() == "not-a-goal-reference"
    });
    codes.partition(|code| matches!(code, Code::Shape(_)))
}

/// The schema refuses what the reader finds to be out of form; and what it refuses, the reader minds, too.
/// Where they differ, this says how.
fn difference(validator: &Validator, file: &Value) -> Option<String> {
    let errors: Vec<String> = validator.iter_errors(file).map(|error| error.to_string()).collect();
    let (form, rules) = said(file);
    match (errors.is_empty(), form.is_empty(), rules.is_empty()) {
        (true, false, _) => Some(format!("only the reader minds: {form:?}")),
        (false, true, true) => Some(format!("only the schema minds: {errors:?}")),
        _ => None,
    }
}

#[test]
fn schema_and_reader_refuse_the_same() {
    let validators = validators();
    let mut differences = Vec::new();
    for file in EVERY_KEY.into_iter().chain(WITH_POTS).map(parse) {
        let validator = validator_for(&validators, &file);
        let mut compare = |file: &Value, change: String| {
            differences.extend(difference(validator, file).map(|found| format!("{change}: {found}")));
        };
        let mut found = Vec::new();
        places(&file, "", &mut found);
        for place in found {
            compare(&without(&file, &place), format!("without {place}"));
            for value in [json!(null), json!(true), json!("x"), json!(0.5), json!([]), json!({})] {
                compare(&with(&file, &place, value.clone()), format!("{place} = {value}"));
            }
            let mut extended = file.clone();
            if let Some(Value::Object(members)) = extended.pointer_mut(&place) {
                members.insert("unheard-of".to_owned(), json!(true));
                assert!(!validator.is_valid(&extended), "{place} is open to any key");
                compare(&extended, format!("{place} with a key too many"));
            }
        }
    }
    assert!(differences.is_empty(), "{differences:#?}");
}

/// Mistakes of form in the contract with every key: a place, and what is written there instead.
const MISTAKES: &[(&str, &str)] = &[
    ("/version", "2"),
    ("/id", r#"" ""#),
    ("/period/from", r#""2009-02-30""#),
    ("/period/to", r#""31.12.2009""#),
    ("/period/binding_year", "209"),
    ("/points/total", "0"),
    ("/points/total", r#""0.00""#),
    ("/points/decimals", "7"),
    ("/signatories/0/party", r#""minister""#),
    ("/signatories/0/name", "7"),
    ("/goals/0/page", "0"),
    ("/goals/0/page", r#""14-15""#),
    ("/lapsed", r#""share""#),
    ("/goals/0/weight", "-1"),
    ("/goals/0/weight", r#""1.234,5""#),
    ("/goals/0/weight", r#""-0.5""#),
    ("/goals/0/weight", r#""01""#),
    ("/goals/0/weight", "1e15"),
    ("/goals/0/weight", "1000000000.000000001"),
    ("/goals/0/weight", r#""1000000001""#),
    ("/goals/0/weight", r#"{"min": 0, "max": 1e10}"#),
    ("/points/total", "1000000001"),
    ("/pay/points/individual", "1e12"),
    ("/goals/0/target", r#"{"kind": "atmost", "value": 1}"#),
    ("/goals/0/target", r#"{"kind": "at_most"}"#),
    ("/goals/0/target", r#"{"kind": "at_most", "value": 1, "baseline": 2}"#),
    ("/goals/0/target", r#"{"kind": "at_most", "baseline": 2, "percent": 1, "points": 1}"#),
    ("/goals/0/target", r#"{"kind": "at_most", "value": 1, "date": "2009-06-30"}"#),
    ("/goals/0/target", r#"{"kind": "by", "value": 1}"#),
    ("/goals/0/target", r#"{"kind": "by", "date": "2009-06-31"}"#),
    ("/goals/0/target", r#"{"kind": "between", "min": 1}"#),
    ("/goals/0/target", r#"{"kind": "between", "min": 1, "max": {"percent": 1, "value": 2}}"#),
    ("/goals/0/target", r#"{"kind": "unchanged", "baseline": {"year": 2008}}"#),
    ("/goals/0/target", r#"{"kind": "unchanged", "tolerance": -1}"#),
    ("/goals/0/target", r#"{"kind": "any_of", "parts": []}"#),
    ("/goals/0/target", r#"{"kind": "all_of", "parts": [{"kind": "done"}]}"#),
    ("/goals/0/target", r#"{"kind": "all_of", "parts": [{"id": "a", "kind": "done", "weight": 1}]}"#),
    ("/goals/0/target", r#"{"kind": "assessed", "criteria": [{"id": "a"}]}"#),
    ("/goals/0/target/measured", r#""2009-13""#),
    ("/goals/0/scoring", r#"{"rule": "linear"}"#),
    ("/goals/0/scoring", r#"{"rule": "linear", "zero_at": 20, "steps": []}"#),
    ("/goals/0/scoring/cap", "0.9"),
    ("/goals/0/scoring/cap", "100.1"),
    ("/goals/0/scoring/cap", r#""101""#),
    ("/goals/2/scoring/steps/1/share", "100.000000001"),
    ("/goals/0/history/0/period", r#""2008-H3""#),
    ("/goals/0/guidelines/0/period", r#""2010-Q5""#),
    ("/goals/0/resources/0/kind", r#""roughly""#),
    ("/goals/0/contributes_to", r#""ministry""#),
    ("/goals/0/contributes_to", r#"[{"weight": 1}]"#),
    ("/goals/0/contributes_to", r#"{"goal": "ministry#goal", "weight": -1}"#),
    ("/goals/0/contributes_to", r#"[{"goal": "ministry#goal", "share": 1}]"#),
    ("/goals/0/rollup", r#""median""#),
    ("/goals/0/served_by", r#""region#goal""#),
    ("/goals/0/served_by/0", r#""region""#),
    ("/goals/0/also_stated/0/target", r#"{"parts": [{"id": "a"}]}"#),
    ("/goals/0/also_stated/0/target/measured", r#""2009-13""#),
    ("/goals/2/scoring/steps", r#"[{"at": 1, "share": 1}]"#),
    ("/goals/2/scoring/steps/0/share", "-1"),
    ("/goals/5/scoring/shares/by", r#""-0.4""#),
    ("/pay/points", r#"{"institution": 700}"#),
    ("/pay/max_percent", "-1"),
    ("/risk/scale/max", "0"),
    ("/risk/entries/0/materiality", "2.5"),
    ("/risk/entries/0/vulnerability", r#""middel""#),
    ("/risk/entries/0/priority", "1000001"),
    ("/trends/0/also_stated/0", r#"{"source": "Overskriften", "from": "2007-04", "to": "2007-09"}"#),
    ("/budget/price_level", "20033"),
    ("/budget/columns/0", r#"{"label": "FL"}"#),
    ("/budget/columns/0/period", r#""BO1""#),
    ("/budget/lines/1/part_of", r#"" ""#),
    ("/sums/0/total", r#""76 forslag""#),
    ("/sums/0/parts/0", r#"{"title": "Sendt"}"#),
    ("/sums/0/complete", r#""nej""#),
    ("/sums/1/of", r#""purposes""#),
    ("/sums/1", r#"{"id": "s", "title": "S", "total": 1, "of": "appropriations", "parts": []}"#),
    ("/outcomes/0/value", r#""minus 17""#),
    ("/units/0", r#"{"id": "u"}"#),
    ("/reporting/0/kind", r#""reminder""#),
    ("/goals/0/also_stated/0/change", r#""196 personer""#),
    ("/goals/5/target/parts/1/parts/1/history/0", r#"{"value": 1}"#),
    ("/goals/5/target/parts/1/parts/1/guidelines/0/period", r#""2010-13""#),
];

#[test]
fn mistakes_of_form_are_refused_at_their_place() {
    let validators = validators();
    let contract = parse(EVERY_KEY[0]);
    for (place, value) in MISTAKES {
        let file = with(&contract, place, parse(value));
        let change = format!("{place} = {value}");
        let mut errors = validators[0].iter_errors(&file);
        assert!(errors.any(|error| error.instance_path().as_str().starts_with(place)), "{change}");
        assert_eq!(difference(&validators[0], &file), None, "{change}");
        assert!(!validators[2].is_valid(&case_of(&file, &parse(EVERY_KEY[1]))), "{change}, in a case");
    }
}

#[test]
fn schema_and_reader_agree_on_how_long_a_text_may_be() {
    let validators = validators();
    for file in EVERY_KEY.map(parse) {
        let validator = validator_for(&validators, &file);
        let mut texts = Vec::new();
        places(&file, "", &mut texts);
        let text = |place: &str, letters| with(&file, place, "å".repeat(letters).into());
        texts.retain(|place| place != "/$schema" && validator.is_valid(&text(place, 2)));
        let (short, long): (Vec<_>, Vec<_>) =
            texts.iter().partition(|place| !validator.is_valid(&text(place, MAX_TITLE + 1)));
        assert!(!short.is_empty() && long.len() > 5, "{short:?}, {long:?}");
        for (place, room) in
            short.iter().map(|place| (place, MAX_TITLE)).chain(long.iter().map(|place| (place, MAX_TEXT)))
        {
            for (letters, fits) in [(room, true), (room + 1, false)] {
                let file = text(place, letters);
                let too_long = |code: &Code| matches!(code, Code::Shape(ShapeFault::TextTooLong { .. }));
                let told = (validator.is_valid(&file), !said(&file).0.iter().any(too_long));
                assert_eq!(told, (fits, fits), "{place} with {letters} letters");
            }
        }
    }
}

#[test]
fn schema_and_reader_agree_on_how_many_there_may_be() {
    let validators = validators();
    let [contract, assessment] = EVERY_KEY.map(parse);
    let part = |id: usize| json!({"id": id.to_string(), "kind": "done"});
    let parts = |count: usize| json!({"kind": "all_of", "parts": (0..count).map(part).collect::<Vec<_>>()});
    let goal = |count: usize| {
        let goal = json!({"id": "x", "title": "X", "target": parts(count)});
        with(&contract, "/goals/0", goal)
    };
    let case = |count: usize| {
        json!({"format": "resultatsag", "version": 1, "contract": contract,
            "assessments": vec![&assessment; count]})
    };
    for (validator, name, most, more) in [
        (&validators[0], "too-many-parts", goal(MAX_PARTS), goal(MAX_PARTS + 1)),
        (&validators[2], "too-many-assessments", case(MAX_ASSESSMENTS), case(MAX_ASSESSMENTS + 1)),
    ] {
        for (file, is_read) in [(most, true), (more, false)] {
            let (form, rules) = said(&file);
            let told = form.iter().chain(&rules).any(|code| code.name() == name);
            assert_eq!((validator.is_valid(&file), !told), (is_read, is_read), "{name}");
        }
    }
}
