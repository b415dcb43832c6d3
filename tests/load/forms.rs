//! The forms that a wrong form is answered with.

use resultatkontrakt::findings::{Diagnostic, Severity};
use resultatkontrakt::format::{WrittenAs, read};
use serde_json::Value;

const FORMS: &str = include_str!("../../schema/forms.txt");

/// A contract that has a place for every form.
const WHOLE: &str = r#"{
    "format": "resultatkontrakt", "version": 1, "id": "a", "title": "Prøve",
    "period": {"from": "2027-01-01", "to": "2027-12-31"}, "points": {"total": 200},
    "scales": [{"id": "s", "title": "S", "levels": [{"id": "l", "title": "L", "share": 0}, {"id": "m", "title": "M", "share": 1}]}],
    "groups": [{"id": "g", "title": "G"}], "sources": [{"id": "d", "title": "D"}],
    "signatories": [{"name": "N", "party": "director"}], "reporting": [{"id": "r", "title": "R"}],
    "goals": [
        {"id": "goal-1", "title": "A", "weight": 100, "target": {"kind": "at_most", "value": 25}, "resources": [{"kind": "about", "value": 1, "unit": "kr."}],
         "history": [{"period": "2026", "value": 27}], "guidelines": [{"period": "2028", "value": 20}]},
        {"id": "goal-2", "title": "B", "weight": 100, "target": {"kind": "at_most", "value": 25}, "scoring": {"rule": "scale", "steps": [{"at": 40, "share": 0}, {"at": 25, "share": 1}]}},
        {"id": "goal-3", "title": "C", "target": {"kind": "unchanged", "baseline": {"period": "2026"}}, "history": [{"period": "2026", "value": 27}]},
        {"id": "goal-4", "title": "D", "target": {"kind": "all_of", "parts": [{"id": "part-1", "kind": "done"}, {"id": "part-2", "kind": "done"}]},
         "scoring": {"rule": "parts", "shares": {"part-1": 0.5, "part-2": 0.5}}},
        {"id": "goal-5", "title": "E", "target": {"kind": "assessed", "criteria": [{"id": "c", "title": "C"}]}},
        {"id": "goal-6", "title": "F", "target": {"kind": "at_most", "value": 25}, "ratio": {"numerator": "T", "denominator": "N"}}
    ],
    "pay": {"from": "2027-01-01", "to": "2027-12-31", "points": {"institution": 70, "individual": 30},
        "areas": [{"id": "area-1", "title": "A", "weight": 30}], "adjustment": {"direction": "down"}},
    "risk": {"scale": {"min": 1, "max": 3}, "entries": [{"title": "R", "materiality": 1, "vulnerability": 1}]}
}"#;

/// An assessment that has a place for every form of one.
const ASSESSMENT: &str = r#"{"format": "resultatvurdering", "version": 1, "contract": {"id": "a"}, "results": {"b": {"done": true}}}"#;

/// The pay of a contract with a place for the forms of pots.
const POTS: &str = r#"{"from": "2027-01-01", "to": "2027-12-31",
    "pots": [{"id": "pot-1", "title": "P", "amount": 1000, "earned_by": "institution"}],
    "stages": [{"stage": "gate", "id": "stage-1", "when": {"fraction_below": 0.4}, "factor": 0}]}"#;

/// The pointer of the first place whose path ends so, from the contract on.
fn place(value: &Value, pointer: &str, path: &str, end: &str) -> Option<String> {
    if path.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('/')) {
        return Some(pointer.to_owned());
    }
    match value {
        Value::Object(members) => members.iter().find_map(|(key, value)| {
            place(value, &format!("{pointer}/{key}"), &format!("{path}/{key}"), end)
        }),
        Value::Array(items) => items.iter().enumerate().find_map(|(index, value)| {
            place(value, &format!("{pointer}/{index}"), &format!("{path}/*"), end)
        }),
        _ => None,
    }
}

fn errors(text: &str) -> Vec<Diagnostic> {
    read(text.as_bytes()).diagnostics.into_iter().filter(|one| one.severity == Severity::Error).collect()
}

#[test]
fn every_form_can_be_copied_to_its_place() {
    let whole: Value = serde_json::from_str(WHOLE).unwrap();
    let mut with_pots = whole.clone();
    with_pots["pay"] = serde_json::from_str(POTS).unwrap();
    for contract in [&whole, &with_pots] {
        assert!(errors(&contract.to_string()).is_empty());
    }
    let forms = || FORMS.lines().map(|line| line.split_once('\t').unwrap());
    let of_assessment: Vec<_> = forms().filter(|(at, _)| at.starts_with("assessment")).collect();
    assert_eq!(of_assessment.len(), 4);
    for (at, form) in of_assessment {
        let mut assessment: Value = serde_json::from_str(ASSESSMENT).unwrap();
        let pointer = at.strip_prefix("assessment").unwrap().replace('*', "b");
        *assessment.pointer_mut(&pointer).unwrap() = serde_json::from_str(form).unwrap();
        let found = read(assessment.to_string().as_bytes()).diagnostics;
        assert!(found.is_empty(), "{at}: {found:?}");
    }
    for (at, form) in forms().filter(|(at, _)| !at.starts_with("assessment")) {
        let end = at.split('+').next().unwrap();
        let here = |contract: &Value| Some((contract.clone(), place(contract, "", "contract", end)?));
        let Some((mut contract, pointer)) = here(&whole).or_else(|| here(&with_pots)) else {
            panic!("no place for {at}")
        };
        *contract.pointer_mut(&pointer).unwrap() = serde_json::from_str(form).unwrap();
        let found = errors(&contract.to_string());
        assert!(found.is_empty(), "{at} at {pointer}: {found:?}");
    }
}

#[test]
fn a_wrong_form_is_answered_with_the_whole_one() {
    for (wrong, form) in [
        (r#""target": "højst 25""#, r#"{"kind": "at_most", "value": 25}"#),
        (r#""target": {"kind": "mellem", "fra": 80}"#, r#"{"kind": "between", "min": 10, "max": 20}"#),
        (r#""weight": "0-50", "target": {"kind": "done"}"#, r#"{"min": 0, "max": 100}"#),
        (
            r#""target": {"kind": "at_most", "value": 1}, "scoring": "linear""#,
            r#"{"rule": "linear", "zero_at": 40}"#,
        ),
        (
            r#""target": {"kind": "at_most", "value": 1}, "scoring": {"rule": "ret linje"}"#,
            r#"{"rule": "linear", "zero_at": 40}"#,
        ),
    ] {
        let text = format!(
            r#"{{"format": "resultatkontrakt", "version": 1, "id": "a", "title": "A", "goals": [{{"id": "b", "title": "B", {wrong}}}]}}"#
        );
        let case =
            format!(r#"{{"format": "resultatsag", "version": 1, "contract": {text}, "assessments": []}}"#);
        for text in [text, case] {
            let kind = WrittenAs::in_text(&text);
            let forms: Vec<_> = errors(&text).iter().filter_map(|one| kind.form_wanted(one)).collect();
            assert!(forms.contains(&form), "{wrong}: {forms:?}");
        }
    }
}

#[test]
fn a_wrong_form_in_an_assessment_is_answered_with_its_own() {
    let list = r#"{"format": "resultatvurdering", "version": 1, "contract": "a", "results": []}"#;
    let bare = r#"{"format": "resultatvurdering", "version": 1, "contract": {"id": "a"},
        "results": {"a": 28, "b": {"parts": []}}}"#;
    let forms = |text: &str| -> Vec<_> {
        let found = read(text.as_bytes()).diagnostics;
        found.iter().map(|one| WrittenAs::in_text(text).form_wanted(one)).collect()
    };
    for text in [
        list.to_owned(),
        format!(r#"{{"format": "resultatsag", "version": 1, "contract": {WHOLE}, "assessments": [{list}]}}"#),
    ] {
        let forms = forms(&text);
        assert!(forms.contains(&Some(r#"{"id": "agency-2027"}"#)), "{forms:?}");
        assert!(forms.iter().flatten().any(|form| form.starts_with(r#"{"goal-1": {"value": "#)), "{forms:?}");
    }
    // The contract's form of parts is no form of their results.
    assert_eq!(forms(bare), [Some(r#"{"value": 24}"#), None]);
}
