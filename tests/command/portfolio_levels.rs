//! `kontrakt portfolio`: goals that serve goals of other contracts in the folder.

use std::fs;

use serde_json::{Value, json};

use crate::portfolio::{folder, portfolio};
use crate::{kontrakt, out};

/// A contract of goals, each with its unit, target, result and what else it says.
fn small(id: &str, year: i32, goals: &[(&str, &str, &str, &str)]) -> String {
    let goal = |(id, target, _, more): &(&str, &str, &str, &str)| {
        format!(r#"{{"id": "{id}", "title": "Mål {id}", "target": {target}, "unit": "sager"{more}}}"#)
    };
    let listed: Vec<_> = goals.iter().map(goal).collect();
    let results = goals.iter().filter(|(_, _, result, _)| !result.is_empty());
    let results: Vec<_> = results.map(|(id, _, result, _)| format!(r#""{id}": {result}"#)).collect();
    format!(
        r#"{{"format": "resultatsag", "version": 1, "contract": {{"format": "resultatkontrakt", "version": 1, "id": "{id}",
            "title": "Kontrakt {id}", "period": {{"from": "{year}-01-01", "to": "{year}-12-31", "binding_year": {year}}},
            "goals": [{}]}}, "assessments": [{{"format": "resultatvurdering", "version": 1, "contract": {{"id": "{id}"}},
            "by": "director", "status": "final", "as_of": "{}-01-15", "results": {{{}}}}}]}}"#,
        listed.join(", "),
        year + 1,
        results.join(", ")
    )
}

const AT_MOST: &str = r#"{"kind": "at_most", "value": 10}"#;

#[test]
fn levels_nest_and_only_what_was_entered_is_offered() {
    let folder = folder("levels");
    let write = |name: &str, text: String| fs::write(folder.join(name), text).unwrap();
    let to = |goal: &str| format!(r#", "contributes_to": "{goal}""#);
    let sum = r#", "rollup": "sum""#;
    write("minister.json", small("minister", 2009, &[("a", AT_MOST, "", sum)]));
    let own = format!("{}{sum}", to("minister#a"));
    write("nord.json", small("nord", 2009, &[("a", AT_MOST, "", &own)]));
    write("syd.json", small("syd", 2009, &[("a", AT_MOST, r#"{"value": 4}"#, &to("minister#a"))]));
    for (name, value) in [("centre-1", 3), ("centre-2", 2)] {
        let result = format!(r#"{{"value": {value}}}"#);
        write(&format!("{name}.json"), small(name, 2009, &[("a", AT_MOST, &result, &to("nord#a"))]));
    }
    let (found, ended) = portfolio(&folder, &[]);
    assert_eq!((ended, &found["across"]), (0, &json!([])));
    let [minister, nord] = &found["levels"].as_array().unwrap()[..] else { panic!("{found:#}") };
    assert_eq!((&minister["contract"], &nord["contract"]), (&json!("minister"), &json!("nord")));
    assert_eq!(nord["combined"]["offered"], "5");
    let (combined, none) = (&minister["combined"], &Value::Null);
    assert_eq!(combined["figure"], json!({"min": "9", "max": "9"}));
    assert_eq!((&combined["provisional"], &combined["offered"]), (&json!(true), none));
    let text = out(&kontrakt(&["portfolio", folder.to_str().unwrap()]));
    assert!(text.contains("Mål, der tjener et mål") && text.contains("Sum: 5 + 4 = 9 sager."), "{text}");
    let paper = out(&kontrakt(&["portfolio", folder.to_str().unwrap(), "--html"]));
    assert!(paper.contains("Sum: 3 + 2 = 5 sager."), "{paper}");
}

#[test]
fn what_does_not_fit_between_levels_is_named_and_stops_nothing() {
    let folder = folder("misfits");
    let write = |name: &str, text: String| fs::write(folder.join(name), text).unwrap();
    let history = r#", "history": [{"period": "2008", "value": 12}]"#;
    let served = format!(r#", "rollup": "mean"{history}"#);
    write("a.json", small("a", 2009, &[("x", AT_MOST, "", &served), ("y", AT_MOST, "", "")]));
    let same = format!(r#", "contributes_to": "a#x"{history}"#);
    write(
        "b.json",
        small("b", 2009, &[("x", r#"{"kind": "at_most", "value": 9}"#, r#"{"value": 8}"#, &same)]),
    );
    let later = r#", "contributes_to": ["a#x", "a#z"]"#;
    write("c.json", small("c", 2010, &[("x", AT_MOST, r#"{"value": 8}"#, later)]));
    for (id, to) in [("ring-1", "ring-2"), ("ring-2", "ring-1")] {
        let more = format!(r#", "contributes_to": ["{to}#x", "a#x"], "rollup": "sum""#);
        write(&format!("{id}.json"), small(id, 2009, &[("x", AT_MOST, r#"{"value": 1}"#, &more)]));
    }
    let (found, ended) = portfolio(&folder, &[]);
    assert_eq!(ended, 0);
    let mut codes: Vec<_> =
        found["across"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    codes.sort_unstable();
    let expected = [
        "circular-contributions",
        "contribution-of-other-year",
        "goal-without-contributions",
        "same-goal-two-targets",
        "unknown-goal-elsewhere",
    ];
    assert_eq!(codes, expected);
    let levels = found["levels"].as_array().unwrap();
    let top = levels.iter().find(|level| level["contract"] == "a").unwrap();
    assert_eq!(top["combined"]["open"], "other_time");
    let stands: Vec<_> = top["contributions"].as_array().unwrap().iter().map(|one| &one["stands"]).collect();
    assert_eq!(stands, ["asks_otherwise", "other_time", "counted", "counted"]);
    let ring = levels.iter().find(|level| level["contract"] == "ring-1").unwrap();
    assert_eq!(
        (&ring["contributions"][0]["stands"], &ring["combined"]["open"]),
        (&json!("in_circle"), &json!("nothing"))
    );
}
