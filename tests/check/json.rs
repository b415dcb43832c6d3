//! The findings as JSON, as docs/command.md describes them.

use super::*;

/// The text between two places that are counted in characters, `(line, column)` from 1.
pub(super) fn between(text: &str, from: (u64, u64), to: (u64, u64)) -> String {
    let lines: Vec<Vec<char>> = text.split('\n').map(|line| line.chars().collect()).collect();
    let at = |number: u64| usize::try_from(number).unwrap() - 1;
    assert_eq!(from.0, to.0, "a value stands on one line");
    lines[at(from.0)][at(from.1)..at(to.1)].iter().collect()
}

/// Whether a text is how a value begins: the value itself, or the bracket of a list or an object.
pub(super) fn is_of(text: &str, value: &Value) -> bool {
    match value {
        Value::Object(_) => text == "{",
        Value::Array(_) => text == "[",
        value => serde_json::from_str::<Value>(text).is_ok_and(|parsed| parsed == *value),
    }
}

#[test]
fn every_finding_points_at_its_value() {
    for lang in ["da", "en"] {
        let output = parsed(&check(&["--json", "--lang", lang, "contracts"]));
        assert_eq!((&output["version"], &output["language"]), (&1.into(), &lang.into()));
        let findings = output["findings"].as_array().unwrap();
        assert!(findings.len() > 30);
        for finding in findings {
            let file = text_of(finding["file"].as_str().unwrap());
            let number = |value: &Value| value.as_u64().unwrap();
            let from = (number(&finding["line"]), number(&finding["column"]));
            let to = (number(&finding["end"]["line"]), number(&finding["end"]["column"]));
            let tree: Value = serde_json::from_str(&file).unwrap();
            let value = tree.pointer(finding["path"].as_str().unwrap()).unwrap();
            let text = between(&file, from, to);
            assert!(is_of(&text, value), "{text} is not {value}: {finding}");
            for key in ["message", "why", "hint"] {
                assert!(finding[key].as_str().unwrap().ends_with(['.', '?']), "{key}: {finding}");
            }
            if let Some(goal) = finding.get("goal") {
                assert!(tree["goals"].as_array().unwrap().iter().any(|one| one["id"] == *goal), "{finding}");
            }
        }
    }
}

#[test]
fn the_summary_counts_what_is_listed() {
    let output = parsed(&check(&["--json", "contracts", BAD]));
    let findings = output["findings"].as_array().unwrap();
    let count = |file: Option<&Value>, severity: &str| {
        let own = findings.iter().filter(|finding| file.is_none_or(|file| finding["file"] == *file));
        Value::from(own.filter(|finding| finding["severity"] == severity).count())
    };
    let summary = &output["summary"];
    for (key, severity) in [("errors", "error"), ("warnings", "warning"), ("notes", "note")] {
        assert_eq!(summary[key], count(None, severity));
        for file in summary["files"].as_array().unwrap() {
            assert_eq!(file[key], count(Some(&file["file"]), severity));
        }
    }
    assert_eq!(summary["errors"], 1);
    assert_eq!(summary["files"].as_array().unwrap().len(), contracts().len() + 1);
}

#[test]
fn what_was_not_checked_is_listed_with_the_reason() {
    let folder = folder("complaints");
    fs::write(folder.join("andet.json"), "{}").unwrap();
    fs::write(folder.join("kontrakt.json"), text_of(AMS)).unwrap();
    for (lang, words) in [("da", "mangler.json findes ikke."), ("en", "mangler.json does not exist.")] {
        let output = check_in(&folder, &["--json", "--lang", lang, "mangler.json", "."]);
        assert_eq!(code(&output), 2);
        let listed = parsed(&output);
        let complaint = serde_json::json!({ "file": "mangler.json", "message": words });
        assert_eq!(listed["complaints"], Value::Array(vec![complaint]));
        assert_eq!(listed["skipped"], Value::from(vec!["./andet.json"]));
        assert_eq!(listed["summary"]["files"].as_array().unwrap().len(), 1);
    }
    let good = parsed(&check(&["--json", AMS]));
    assert_eq!((&good["complaints"], &good["skipped"]), (&Value::Array(vec![]), &Value::Array(vec![])));
}

#[test]
fn a_goal_is_named_for_its_risks_and_tables_too_and_an_area_by_itself() {
    let spoiled = text_of(AMS).replacen("\"priority\": 9", "\"priority\": 8", 1);
    let folder = folder("subjects");
    fs::write(folder.join("kontrakt.json"), spoiled).unwrap();
    let output = parsed(&check_in(&folder, &["--json", "kontrakt.json"]));
    let of =
        |code: &str| output["findings"].as_array().unwrap().iter().find(|one| one["code"] == code).unwrap();
    assert_eq!(of("priority-differs")["goal"], "product-1");
    assert_eq!(of("printed-figure-invalid")["goal"], "goal-2");
    assert_eq!(of("contract-period-differs").get("goal"), None);
    let areas = output["findings"].as_array().unwrap().iter().filter(|one| one.get("area").is_some());
    assert!(areas.clone().count() > 0 && areas.clone().all(|one| one.get("goal").is_none()));
}
