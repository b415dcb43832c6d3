//! The findings as SARIF 2.1.0, held against a description of the standard that knows nothing of the command:
//! `sarif.json` allows of each object only the standard's properties, with their types and limits.

use std::collections::BTreeSet;

use serde_json::json;

use super::json::{between, is_of};
use super::*;

fn log(arguments: &[&str]) -> Value {
    let log = parsed(&check(&[&["--sarif"], arguments].concat()));
    let standard: Value = serde_json::from_str(include_str!("sarif.json")).unwrap();
    let standard = jsonschema::validator_for(&standard).unwrap();
    let wrong: Vec<_> =
        standard.iter_errors(&log).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    log
}

fn results(log: &Value) -> &Vec<Value> {
    log["runs"][0]["results"].as_array().unwrap()
}

fn fingerprints(log: &Value) -> Vec<String> {
    let of = |result: &Value| result["partialFingerprints"]["finding/v1"].as_str().unwrap().to_owned();
    results(log).iter().map(of).collect()
}

#[test]
fn logs_are_as_the_standard_wants_them() {
    for lang in ["da", "en"] {
        for files in [&["contracts"][..], &[BAD], &["contracts", BAD, "tests/golden/bad"]] {
            let log = log(&[files, &["--lang", lang]].concat());
            let run = &log["runs"][0];
            assert_eq!((&run["language"], &run["tool"]["driver"]["language"]), (&lang.into(), &lang.into()));
            assert_eq!(run["tool"]["driver"]["version"], env!("CARGO_PKG_VERSION"));
        }
    }
}

#[test]
fn the_description_of_the_standard_refuses_what_is_none() {
    let standard: Value = serde_json::from_str(include_str!("sarif.json")).unwrap();
    let standard = jsonschema::validator_for(&standard).unwrap();
    let good = log(&[BAD]);
    for (pointer, wrong) in [
        ("/version", json!("2.0.0")),
        ("/runs/0/columnKind", json!("bytes")),
        ("/runs/0/tool/driver/name", json!(null)),
        ("/runs/0/tool/driver/rules/0/defaultConfiguration/level", json!("fatal")),
        ("/runs/0/results/0/ruleIndex", json!(-2)),
        ("/runs/0/results/0/message", json!("en tekst")),
        ("/runs/0/results/0/partialFingerprints/finding~1v1", json!(1)),
        ("/runs/0/results/0/locations/0/physicalLocation/region/startLine", json!(0)),
        ("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri", json!("to ord.json")),
        ("/runs/0/invocations/0/executionSuccessful", json!("yes")),
    ] {
        let mut log = good.clone();
        *log.pointer_mut(pointer).unwrap() = wrong;
        assert!(!standard.is_valid(&log), "{pointer}");
    }
    let mut log = good;
    log["runs"][0]["results"][0]["place"] = json!("here");
    assert!(!standard.is_valid(&log), "an unknown property");
}

#[test]
fn a_finding_names_its_rule_its_file_and_its_value() {
    let log = log(&["contracts"]);
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let mut used = BTreeSet::new();
    for result in results(&log) {
        let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
        assert_eq!(rule["id"], result["ruleId"]);
        used.insert(rule["id"].as_str().unwrap());
        for text in [&rule["shortDescription"], &rule["help"]] {
            assert!(!text["text"].as_str().unwrap().is_empty(), "{rule}");
        }
        let location = &result["locations"][0];
        let (physical, region) = (&location["physicalLocation"], &location["physicalLocation"]["region"]);
        let artifact = &physical["artifactLocation"];
        let place = usize::try_from(artifact["index"].as_u64().unwrap()).unwrap();
        assert_eq!(run["artifacts"][place]["location"]["uri"], artifact["uri"]);

        let file = text_of(artifact["uri"].as_str().unwrap());
        let at = |key: &str| region[key].as_u64().unwrap();
        let text = between(&file, (at("startLine"), at("startColumn")), (at("endLine"), at("endColumn")));
        let logical = location["logicalLocations"].as_array().unwrap();
        let pointer = logical.last().unwrap()["fullyQualifiedName"].as_str().unwrap();
        let tree: Value = serde_json::from_str(&file).unwrap();
        assert!(is_of(&text, tree.pointer(pointer).unwrap()), "{text} at {pointer}");
        if let [goal, _] = logical.as_slice() {
            let name = format!("{}#{}", tree["id"].as_str().unwrap(), goal["name"].as_str().unwrap());
            assert_eq!(goal["fullyQualifiedName"], name);
        }
    }
    assert_eq!(used.len(), rules.len(), "a rule without a finding, or the same one twice");
    assert!(
        results(&log).iter().any(|result| result["locations"][0]["logicalLocations"][0]["name"] == "goal-2")
    );
}

#[test]
fn fingerprints_outlive_edits_elsewhere_in_the_file() {
    let folder = folder("fingerprints");
    let write = |text: &str| fs::write(folder.join("kontrakt.json"), text).unwrap();
    let read = || parsed(&check_in(&folder, &["--sarif", "kontrakt.json"]));
    write(&text_of(AMS));
    let before = fingerprints(&read());
    assert_eq!(before.len(), before.iter().collect::<BTreeSet<_>>().len(), "two findings look alike");

    let first = "{\n      \"id\": \"goal-1\"";
    let moved = text_of(AMS).replacen(
        first,
        &format!("{{ \"id\": \"new\", \"title\": \"Nyt\", \"weight\": 0, \"target\": {{ \"kind\": \"done\" }} }},\n\n\n    {first}"),
        1,
    );
    assert_ne!(moved, text_of(AMS));
    write(&moved);
    let after = fingerprints(&read());
    assert!(before.iter().all(|one| after.contains(one)), "an edit elsewhere changed a fingerprint");

    write(&text_of(AMS).replacen("\"value\": 26850", "\"value\": 26000", 1));
    let mended = fingerprints(&read());
    assert_eq!(mended.len(), before.len() - 1);
    assert!(mended.iter().all(|one| before.contains(one)));
    assert_eq!(
        fingerprints(&parsed(&check_in(&folder, &["--sarif", "--lang", "en", "kontrakt.json"]))),
        mended
    );
}

#[test]
fn a_file_that_cannot_be_opened_is_a_notification() {
    let output = check(&["--sarif", "findes-ikke.json", AMS]);
    assert_eq!(code(&output), 2);
    let log = log(&["findes-ikke.json", AMS]);
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!((&invocation["executionSuccessful"], &invocation["exitCode"]), (&json!(false), &json!(2)));
    let told = &invocation["toolExecutionNotifications"][0];
    assert_eq!(
        (&told["level"], &told["message"]["text"]),
        (&json!("error"), &json!("findes-ikke.json findes ikke."))
    );
    assert!(!results(&log).is_empty(), "the other file is checked all the same");
}

#[test]
fn files_are_named_by_relative_uris() {
    let folder = folder("min mappe");
    fs::write(folder.join("mål & midler.json"), text_of(BAD)).unwrap();
    let uri = |at: &Path, path: &str| {
        let log = parsed(&check_in(at, &["--sarif", path]));
        log["runs"][0]["artifacts"][0]["location"]["uri"].as_str().unwrap().to_owned()
    };
    let name = "m%C3%A5l%20%26%20midler.json";
    assert_eq!(uri(&folder, "mål & midler.json"), name);
    assert_eq!(uri(&folder, "./mål & midler.json"), name);
    let absolute = folder.canonicalize().unwrap().join("mål & midler.json");
    assert_eq!(uri(&folder, absolute.to_str().unwrap()), name);
    assert_eq!(uri(folder.parent().unwrap(), "min mappe/mål & midler.json"), format!("min%20mappe/{name}"));
    let elsewhere = uri(root(), absolute.to_str().unwrap());
    assert!(elsewhere.starts_with("file:///") || !elsewhere.contains(':'), "{elsewhere}");
    assert!(elsewhere.ends_with(&format!("min%20mappe/{name}")), "{elsewhere}");
}
