//! The published schemas: they match the example files, explain every key, and refuse what the reader
//! refuses.

#![cfg(not(target_family = "wasm"))]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may fail where it stands"
)]

mod agreement;
mod explained;

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use jsonschema::{Registry, Validator};
use serde_json::{Value, json};

const CONTRACT: &str = include_str!("../../schema/contract.schema.json");
const ASSESSMENT: &str = include_str!("../../schema/assessment.schema.json");
const CASE: &str = include_str!("../../schema/case.schema.json");

/// A contract and an assessment in which every key and every word stands.
const EVERY_KEY: [&str; 2] = [include_str!("contract.json"), include_str!("assessment.json")];

/// The same of what is paid from pots, which goes with none of the points of the pay.
const WITH_POTS: [&str; 2] = [include_str!("pots.json"), include_str!("pots-assessment.json")];

fn parse(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// The schemas of a contract, an assessment and a case, which refer to each other and to nothing else.
fn validators() -> [Validator; 3] {
    let schemas = [CONTRACT, ASSESSMENT, CASE].map(parse);
    let mut registry = Registry::new();
    for schema in &schemas {
        let address = format!("schema:///{}", schema["$id"].as_str().unwrap());
        registry = registry.add(address, schema).unwrap();
    }
    let registry = registry.prepare().unwrap();
    schemas.each_ref().map(|schema| {
        let options = jsonschema::options().with_base_uri("schema:///").should_validate_formats(true);
        options.with_registry(&registry).offline().build(schema).unwrap()
    })
}

/// The schema that a file's format asks for.
fn validator_for<'v>(validators: &'v [Validator; 3], file: &Value) -> &'v Validator {
    match file["format"].as_str().unwrap() {
        "resultatkontrakt" => &validators[0],
        "resultatvurdering" => &validators[1],
        "resultatsag" => &validators[2],
        other => panic!("no schema for {other}"),
    }
}

fn assert_matches(validators: &[Validator; 3], file: &Value, name: &str) {
    let errors: Vec<String> = validator_for(validators, file)
        .iter_errors(file)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{name}: {errors:#?}");
}

fn case_of(contract: &Value, assessment: &Value) -> Value {
    json!({"format": "resultatsag", "version": 1, "contract": contract, "assessments": [assessment]})
}

/// The contracts and assessments that come along; a table of results stands beside them.
fn examples() -> Vec<PathBuf> {
    let folders = ["contracts", "contracts/regions-2009", "contracts/copenhagen-units-2009"];
    let files = folders.into_iter().flat_map(|folder| fs::read_dir(folder).unwrap());
    let files = files.map(|entry| entry.unwrap().path());
    files.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect()
}

/// The contract that a test of the page writes by keyboard.
#[test]
fn what_the_page_writes_has_no_errors_and_matches() {
    let text = include_str!("written.json");
    let reading = resultatkontrakt::format::read(text.as_bytes());
    assert!(!reading.has_errors(), "{:?}", reading.diagnostics);
    assert_matches(&validators(), &parse(text), "written.json");
}

#[test]
fn the_example_files_match() {
    let validators = validators();
    let mut formats = BTreeSet::new();
    for path in examples() {
        let file = parse(&fs::read_to_string(&path).unwrap());
        assert_matches(&validators, &file, &path.display().to_string());
        formats.insert(file["format"].as_str().unwrap().to_owned());
    }
    assert_eq!(
        formats.into_iter().collect::<Vec<_>>(),
        ["resultatkontrakt", "resultatsag", "resultatvurdering"]
    );

    for [contract, assessment] in [EVERY_KEY, WITH_POTS].map(|files| files.map(parse)) {
        for file in [&contract, &assessment, &case_of(&contract, &assessment)] {
            assert_matches(&validators, file, "every key");
        }
    }
}

/// Every property that a schema describes, with its key. What only narrows another property is left out.
fn properties<'s>(schema: &'s Value, found: &mut Vec<(&'s str, &'s Value)>) {
    let narrows = |property: &Value| {
        *property == json!({"type": "null"})
            || property["$ref"].as_str().is_some_and(|to| to.ends_with("/given"))
    };
    match schema {
        Value::Array(items) => items.iter().for_each(|item| properties(item, found)),
        Value::Object(members) => {
            if let Some(Value::Object(described)) = members.get("properties") {
                let described = described.iter().filter(|(_, property)| !narrows(property));
                found.extend(described.map(|(key, property)| (key.as_str(), property)));
            }
            let inner = members.iter().filter(|(key, _)| *key != "if");
            inner.for_each(|(_, value)| properties(value, found));
        }
        _ => {}
    }
}

#[test]
fn every_property_explains_itself() {
    for schema in [CONTRACT, ASSESSMENT, CASE].map(parse) {
        let mut found = Vec::new();
        properties(&schema, &mut found);
        for (key, property) in found {
            for word in ["title", "description"] {
                let said = property[word].as_str().is_some_and(|text| !text.trim().is_empty());
                assert!(said, "{}: {key} has no {word}", schema["$id"]);
            }
        }
    }
}

/// Every key and every text of a file.
fn words<'f>(file: &'f Value, found: &mut BTreeSet<&'f str>) {
    match file {
        Value::String(text) => drop(found.insert(text)),
        Value::Array(items) => items.iter().for_each(|item| words(item, found)),
        Value::Object(members) => members.iter().for_each(|(key, value)| {
            found.insert(key);
            words(value, found);
        }),
        _ => {}
    }
}

#[test]
fn the_files_with_every_key_have_every_key() {
    let files = EVERY_KEY.map(parse).into_iter().zip(WITH_POTS.map(parse));
    for (schema, (plain, with_pots)) in [CONTRACT, ASSESSMENT].map(parse).iter().zip(files) {
        let (mut described, mut used) = (Vec::new(), BTreeSet::new());
        properties(schema, &mut described);
        words(&plain, &mut used);
        words(&with_pots, &mut used);
        for (key, property) in described {
            assert!(used.contains(key), "{}: {key}", schema["$id"]);
            // One word is enough where each only stands for itself; a kind or a rule has keys of its own.
            let kinds = property["enum"].as_array().filter(|_| ["kind", "rule", "stage"].contains(&key));
            for word in kinds.into_iter().flatten().filter_map(Value::as_str) {
                assert!(used.contains(word), "{}: {word}", schema["$id"]);
            }
        }
    }
}
