//! What is read of scales, counts, levels, pots and stages: each mistake at its place, and where the rules keep silent.

use resultatkontrakt::findings::{Diagnostic, Severity};
use resultatkontrakt::format::inspect;
use resultatkontrakt::i18n::Words;
use serde_json::{Value, json};

use crate::checks::{contract, told};

/// A contract with every key of pots and stages, of ratings, counts and levels.
fn every_key() -> Value {
    let mut contract: Value = serde_json::from_str(include_str!("../schema/pots.json")).unwrap();
    contract["scales"] = json!([{"id": "scale", "title": "Skala", "levels": [
        {"id": "low", "title": "Lavt", "share": 0}, {"id": "high", "title": "Højt", "share": 1}]}]);
    contract["points"]["bands"] = json!([{"at": 0, "title": "Lavt"}, {"at": 50, "title": "Højt"}]);
    contract["points"]["lowest_when"] = json!({"fewer_met_than": 1, "goals": ["met", "counted"]});
    contract["goals"].as_array_mut().unwrap().push(json!({
        "id": "counted", "title": "Optalt", "weight": 10, "group": "all", "unit": "pct.",
        "ratio": {"numerator": "Til tiden", "denominator": "I alt", "decimals": 1, "percent": true},
        "target": {"kind": "all_of", "parts": [
            {"id": "part", "kind": "rated", "scale": "scale"},
            {"id": "share", "kind": "at_most", "value": 5, "scoring": {"rule": "linear", "zero_at": {"baseline": 10, "percent": -10}}}]},
        "scoring": {"rule": "parts", "shares": {"part": 0.5, "share": 0.5}}
    }));
    contract["pay"]["pensionable"] = json!(true);
    contract["pay"]["pension_percent"] = json!(17.3);
    contract
}

/// The places of all values below this one, as JSON pointers.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    let inner: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        Value::Object(members) => members.iter().map(|(key, item)| (key.clone(), item)).collect(),
        _ => Vec::new(),
    };
    for (key, value) in inner {
        let place = format!("{here}/{key}");
        places(value, &place, found);
        found.push(place);
    }
}

/// `/pay/pots/0/amount` as findings write it: `$.pay.pots[0].amount`.
fn path(place: &str) -> String {
    let key = |key: &str| if key.parse::<usize>().is_ok() { format!("[{key}]") } else { format!(".{key}") };
    format!("${}", place.split('/').skip(1).map(key).collect::<String>())
}

fn with(file: &Value, place: &str, value: Value) -> Value {
    let mut changed = file.clone();
    if let Some(before) = changed.pointer_mut(place) {
        *before = value;
    } else {
        let (parent, key) = place.rsplit_once('/').unwrap();
        changed.pointer_mut(parent).unwrap()[key] = value;
    }
    changed
}

fn findings(file: &Value) -> Vec<Diagnostic> {
    inspect(file.to_string().as_bytes()).diagnostics
}

/// Whether a finding speaks in both languages, each in its own.
fn speaks(found: &Diagnostic) -> bool {
    let [danish, english] = [Words::DANISH, Words::ENGLISH].map(|words| found.code.message(words));
    !danish.is_empty() && !english.is_empty() && danish != english
}

#[test]
fn a_value_of_the_wrong_type_is_refused_at_every_new_key() {
    let file = every_key();
    assert!(findings(&file).iter().all(|found| found.severity != Severity::Error), "{:#?}", findings(&file));
    let mut all = Vec::new();
    places(&file, "", &mut all);
    let is_new = |place: &&String| {
        ["/scales", "/points/bands", "/points/lowest_when", "/pay/pots", "/pay/stages", "/pay/pension"]
            .iter()
            .any(|new| place.starts_with(new))
            || place.starts_with("/goals/3/")
            || place.starts_with("/goals/2/target/levels")
    };
    let mut checked = 0;
    for place in all.iter().filter(is_new) {
        let refused =
            [json!(true), json!([[]]), json!({"?": [true]}), json!("?")].into_iter().filter_map(|wrong| {
                let found = findings(&with(&file, place, wrong)).into_iter();
                let at = path(place);
                found
                    .filter(|one| one.severity == Severity::Error)
                    .find(|one| one.path.to_string().starts_with(&at))
            });
        let refused: Vec<_> = refused.collect();
        assert!(!refused.is_empty(), "{place} takes anything");
        assert!(refused.iter().all(speaks), "{refused:#?}");
        checked += 1;
    }
    assert!(checked > 100, "only {checked} places");
}

#[test]
fn what_is_unknown_out_of_range_or_in_a_circle_is_refused_at_its_place() {
    let file = every_key();
    for (place, value, code) in [
        ("/pay/stages/0/pots/0", json!("al"), "unknown-reference"),
        ("/pay/pots/2/earned_by/groups/0", json!("some"), "unknown-reference"),
        ("/pay/pots/3/earned_by/goals/0", json!("mett"), "unknown-reference"),
        ("/pay/pots/4/earned_by/areas/0", json!("met"), "unknown-reference"),
        ("/pay/stages/2/when/rated_lowest/0", json!("rate"), "unknown-reference"),
        ("/pay/stages/2/when/rated_lowest/0", json!("met"), "goal-not-rated"),
        ("/points/lowest_when/goals/0", json!("area"), "unknown-reference"),
        ("/goals/3/target/parts/0/scale", json!("skala"), "unknown-reference"),
        ("/groups/0/parent", json!("all"), "circular-groups"),
        ("/pay/pots/1/id", json!("all"), "duplicate-id"),
        ("/pay/stages/1/id", json!("least"), "duplicate-id"),
        ("/scales/0/levels/1/id", json!("low"), "duplicate-id"),
        ("/scales/0/levels/1/share", json!(-0.5), "negative-number"),
        ("/scales/0/levels/1/share", json!(101), "share-too-large"),
        ("/scales/0/levels", json!([{"id": "a", "title": "A", "share": 1}]), "too-few-levels"),
        ("/points/bands/1/at", json!(-1), "negative-number"),
        ("/points/bands/1", json!({"at": 0, "title": "Højt"}), "bands-out-of-order"),
        ("/goals/3/ratio/decimals", json!(7), "number-out-of-range"),
        ("/pay/pots/0/amount", json!(-1), "negative-number"),
        ("/pay/pots/1/percent", json!(-1), "negative-number"),
        ("/pay/pots/5/earned_by/judged", json!(-1), "negative-number"),
        ("/pay/stages/0/factor", json!(1), "gate-cuts-nothing"),
        ("/pay/stages/0/factor", json!(-0.1), "negative-number"),
        ("/pay/stages/0/when/fraction_below", json!(101), "share-too-large"),
        ("/pay/stages/3/steps/1", json!({"at": 0.9, "to": 0.4}), "curve-falls"),
        ("/pay/stages/3/steps/1", json!({"at": 0.6, "to": 1}), "curve-falls"),
        ("/pay/stages/3/steps/0/at", json!(-1), "negative-number"),
        ("/pay/stages/3/steps", json!([]), "curve-without-steps"),
        ("/pay/stages/5/max", json!(0.7), "min-above-max"),
        ("/pay/stages/6/fraction", json!(101), "share-too-large"),
        ("/pay/stages/8", json!({"id": "late", "stage": "cap", "fraction": 1}), "stage-after-kroner"),
        ("/pay/pension_percent", json!(-1), "negative-number"),
    ] {
        let found = findings(&with(&file, place, value.clone()));
        let mut told = found.iter().filter(|one| one.code.name() == code);
        let one = told.next().unwrap_or_else(|| panic!("{place} = {value}: {found:#?}"));
        assert!(one.path.to_string().starts_with(&path(place)), "{place} = {value}: {}", one.path);
        assert!(one.severity == Severity::Error && speaks(one), "{one:#?}");
    }
}

#[test]
fn what_an_assessment_says_of_unknown_things_is_told_at_its_field() {
    let mut said: Value = serde_json::from_str(include_str!("../schema/pots-assessment.json")).unwrap();
    said["unread"] = json!([]);
    said["results"] = json!({
        "rated": {"level": "high", "reason": "R"},
        "counted": {"parts": {"share": {"numerator": 1, "denominator": 20}}}
    });
    let case = json!({"format": "resultatsag", "version": 1, "contract": every_key(), "assessments": [said]});
    for (place, value, code) in [
        ("/pay/factors/judgement/value", json!(1.3), "factor-outside-bounds"),
        ("/pay/factors/judgement/value", json!("meget"), "not-a-number"),
        ("/pay/factors/judgement", json!(7), "wrong-type"),
        ("/pay/factors/least", json!({"value": 1, "reason": "R"}), "unknown-entry"),
        ("/pay/factors/judgment", json!({"value": 1, "reason": "R"}), "unknown-entry"),
        ("/pay/max_percent/opn", json!(10), "unknown-entry"),
        ("/pay/max_percent/goal", json!(10), "unknown-entry"),
        ("/pay/max_percent/open", json!(true), "wrong-type"),
        ("/pay/max_percent/open", json!(-1), "negative-entry"),
        ("/pay/regulation_percent", json!("x"), "not-a-number"),
        ("/pay/pension_percent", json!([]), "wrong-type"),
        ("/results/rated/level", json!("middle"), "unknown-level"),
        ("/results/rated/level", json!(1), "wrong-type"),
        ("/results/rate", json!({"level": "high", "reason": "R"}), "unknown-entry"),
        ("/results/counted/parts/share/denominator", json!("x"), "not-a-number"),
    ] {
        let place = format!("/assessments/0{place}");
        let found = findings(&with(&case, &place, value.clone()));
        let mut told = found.iter().filter(|one| one.code.name() == code);
        let one = told.next().unwrap_or_else(|| panic!("{place} = {value}: {found:#?}"));
        assert!(one.path.to_string().starts_with(&path(&place)), "{place} = {value}: {}", one.path);
        assert!(one.severity == Severity::Warning && speaks(one), "{one:#?}");
    }
}

/// A contract of two goals, an area, these pots and these stages.
fn paid(pots: &str, stages: &str) -> String {
    let rest = format!(
        r#""points": {{"total": 100}}, "goals": [
            {{"id": "a", "title": "A", "weight": 60, "target": {{"kind": "done"}}}},
            {{"id": "b", "title": "B", "weight": 40, "target": {{"kind": "done"}}}}],
        "pay": {{"from": "2009-01-01", "to": "2009-12-31", "pots": [{pots}], "stages": [{stages}],
            "areas": [{{"id": "r", "title": "Ledelse", "weight": 10}}, {{"id": "s", "title": "Samarbejde"}}]}}"#
    );
    contract("test", "da", &rest)
}

fn pot(id: &str, title: &str, size: &str, earned_by: &str) -> String {
    format!(r#"{{"id": "{id}", "title": "{title}", {size} "earned_by": {earned_by}}}"#)
}

#[test]
fn a_condition_is_held_against_what_the_stages_before_it_leave_each_of_its_pots() {
    let pots =
        [pot("x", "X", "", r#"{"goals": ["a"]}"#), pot("y", "Y", "", r#"{"goals": ["b"]}"#)].join(", ");
    let gate = |below: &str, of: &str| {
        format!(
            r#"{{"id": "gate", "stage": "gate", "when": {{"fraction_below": {below}}}, "factor": 0.5{of}}}"#
        )
    };
    let (of_x, of_y) = (r#", "pots": ["x"]"#, r#", "pots": ["y"]"#);
    let half = format!(r#"{{"id": "half", "stage": "cap", "fraction": 0.5{of_x}}}"#);
    let base = r#"{"id": "base", "stage": "curve", "steps": [{"at": 0, "to": 0.3}, {"at": 0.9, "to": 1}]}"#;
    let linear = r#"{"id": "base", "stage": "curve", "between": "linear", "steps": [{"at": 0, "to": 0.3}, {"at": 0.9, "to": 1}]}"#;
    let late = r#"{"id": "late", "stage": "curve", "steps": [{"at": 0.2, "to": 0.3}]}"#;
    for (stages, always, never) in [
        (vec![gate("0.6", "")], 0, 0),
        (vec![gate("1.1", "")], 1, 0),
        (vec![half.clone(), gate("0.6", of_x)], 1, 0),
        (vec![half.clone(), gate("0.6", of_y)], 0, 0),
        (vec![half, gate("0.6", "")], 0, 0),
        (vec![base.to_owned(), gate("0.3", "")], 0, 1),
        (vec![base.to_owned(), gate("0.31", "")], 0, 0),
        (vec![linear.to_owned(), gate("0.3", "")], 0, 1),
        (vec![late.to_owned(), gate("0.3", "")], 0, 0),
    ] {
        let text = paid(&pots, &stages.join(", "));
        assert_eq!(told(&text, "condition-always-holds").len(), always, "{stages:?}");
        assert_eq!(told(&text, "condition-never-holds").len(), never, "{stages:?}");
    }
}

#[test]
fn areas_count_in_one_pot_each_unless_they_are_left_to_the_judgement() {
    let amount = r#""amount": 1000,"#;
    let goals = pot("goals", "Mål", amount, r#""institution""#);
    let with = |pots: &[String]| paid(&[std::slice::from_ref(&goals), pots].concat().join(", "), "");
    let codes = ["goal-in-no-pot", "goal-in-two-pots", "goal-without-weight"];
    let of = |text: &str| codes.map(|code| told(text, code));
    let said = |counts: [usize; 3], text: &str| assert_eq!(of(text).map(|told| told.len()), counts, "{text}");
    said([1, 0, 0], &with(&[]));
    said([0, 0, 1], &with(&[pot("all", "Områder", amount, r#""individual""#)]));
    said([0, 0, 0], &with(&[pot("r", "Ledelse", amount, r#"{"areas": ["r"]}"#)]));
    said(
        [0, 1, 1],
        &with(&[
            pot("r", "Ledelse", amount, r#"{"areas": ["r"]}"#),
            pot("all", "Alle", amount, r#""individual""#),
        ]),
    );
    said([0, 0, 0], &with(&[pot("judged", "Skøn", amount, r#"{"judged": 300}"#)]));
    assert_eq!(of(&with(&[]))[0], ["Ledelse tæller ikke i nogen pulje."]);
}

#[test]
fn a_figure_in_a_pots_title_is_held_against_its_amount_and_its_part() {
    let other = pot("y", "Ekstraramme", r#""amount": 40000,"#, r#"{"goals": ["b"]}"#);
    for (title, size, expected) in [
        ("Basisramme (60 pct.)", r#""amount": 60000,"#, ""),
        (
            "Basisramme (55 pct.)",
            r#""amount": 60000,"#,
            "Puljen er 60 % af alle puljer, men titlen »Basisramme (55 pct.)« siger 55.",
        ),
        ("Basisramme, højst 60.000 kr.", r#""amount": 60000,"#, ""),
        ("Basisramme, højst 50.000 kr.", r#""amount": 60000,"#, "Puljen er 60.000,00 kr., men titlen"),
        ("Basisramme 2009, 5 mål", r#""amount": 60000,"#, ""),
        ("Basisramme (43 %)", r#""amount": 30000,"#, ""),
        ("Basisramme (42,9 %)", r#""amount": 30000,"#, ""),
        ("Basisramme (42 %)", r#""amount": 30000,"#, "Puljen er 42,86 % af alle puljer"),
        ("Op til 10 procent", r#""percent": 10,"#, ""),
        ("Op til 12 procent", r#""percent": 10,"#, "Puljen er 10 % af løngrundlaget"),
        ("Op til 12 procent", "", ""),
    ] {
        let text = paid(&[pot("x", title, size, r#"{"goals": ["a"]}"#), other.clone()].join(", "), "");
        let told = told(&text, "pot-title-differs");
        let said = told.iter().map(|told| told.replace('\u{a0}', " ")).collect::<String>();
        assert!(
            said.contains(expected) && expected.is_empty() == told.is_empty(),
            "{title} {size}: {told:?}"
        );
    }
}

#[test]
fn a_cap_is_held_against_pots_that_are_stated_in_the_same_way() {
    let amount = pot("x", "Basisramme", r#""amount": 60000,"#, r#"{"goals": ["a"]}"#);
    let percent = pot("y", "Ekstraramme", r#""percent": 5,"#, r#"{"goals": ["b"]}"#);
    let pots = [amount, percent].join(", ");
    for (cap, expected) in [
        (r#""amount": 60000"#, ""),
        (r#""amount": 59999.99"#, "Loftet på 59.999,99 kr. er lavere end 60.000,00 kr. for Basisramme."),
        (r#""percent": 5"#, ""),
        (
            r#""percent": 4"#,
            "Loftet på 4 % af løngrundlaget er lavere end 5 % af løngrundlaget for Ekstraramme.",
        ),
        (r#""amount": 1, "pots": ["y"]"#, ""),
        (r#""percent": 4, "pots": ["x"]"#, ""),
    ] {
        let told = told(&paid(&pots, &format!(r#"{{"id": "cap", "stage": "cap", {cap}}}"#)), "cap-below-pot");
        assert_eq!(told.concat().replace('\u{a0}', " "), expected, "{cap}");
    }
}
