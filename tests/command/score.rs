//! `kontrakt score`: the outcome as a table and as JSON.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{ASSESSMENT, CONTRACT, case, code, complaint, file, kontrakt, out, written};

fn score(arguments: &[&str]) -> Value {
    let output = kontrakt(&[&["score", "--json"], arguments].concat());
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    serde_json::from_str(&out(&output)).unwrap()
}

#[test]
fn score_prints_the_whole_outcome_of_worked_example_1_as_json() {
    let mut outcome = score(&[CONTRACT, ASSESSMENT]);
    let areas = outcome["pay"].as_object_mut().unwrap().remove("areas").unwrap();
    let area = |id: &str| areas.as_array().unwrap().iter().find(|area| area["id"] == id).unwrap();
    assert_eq!(
        (&area("recruitment")["status"], &area("diversity")["status"]),
        (&json!("met"), &json!("not_met"))
    );
    assert_eq!(area("sickness")["points"], Value::Null, "the points come from the one judgement");
    assert_eq!(
        outcome["institution"],
        json!({
            "points": {"min": "495", "max": "895"}, "secured": "495", "lost": "105", "open": "400", "total": "1000",
            "expected": {"min": "495", "max": "895"}
        })
    );
    assert_eq!(
        outcome["counts"],
        json!({"met": 9, "partly_met": 1, "not_met": 3, "open": 1, "undetermined": 4, "lapsed": 0})
    );
    assert_eq!(
        outcome["goals"][1],
        json!({
            "id": "goal-2", "status": "met", "points": {"min": "150", "max": "150"},
            "steps": ["26.210 ≤ 26.675", "150 × 1 = 150"]
        })
    );
    assert_eq!(
        outcome["pay"],
        json!({
            "points": {"min": "586.5", "max": "866.5"}, "fraction": {"min": "0.5865", "max": "0.8665"},
            "full": "172500.00", "earned": {"min": "101171.25", "max": "149471.25"},
            "adjusted": {"min": "101171.25", "max": "149471.25"},
            "payable": {"min": "50169.85", "max": "74121.36"},
            "holiday_allowance": {"min": "752.55", "max": "1111.82"},
            "expected": {
                "points": {"min": "586.5", "max": "866.5"}, "fraction": {"min": "0.5865", "max": "0.8665"},
                "payable": {"min": "50169.85", "max": "74121.36"}
            }
        })
    );
    assert_eq!(outcome["risk"][0], json!({"goal": "product-12", "priority": 2, "points_at_risk": "5.56"}));
    assert_eq!(outcome["assumptions"][0], json!({"code": "all-or-nothing", "goal": "goal-1"}));
    let statuses: Vec<&str> =
        outcome["goals"].as_array().unwrap().iter().map(|goal| goal["status"].as_str().unwrap()).collect();
    assert_eq!(statuses.len(), 18);
    for status in ["met", "partly_met", "not_met", "open", "undetermined"] {
        assert!(statuses.contains(&status), "{status}");
    }
    let found = &outcome["diagnostics"][0];
    assert_eq!(found["severity"], "note");
    assert_eq!(found["code"], "total-needs-maximum");
    assert_eq!((&found["path"], &found["file"]), (&json!("$.points.total"), &json!(CONTRACT)));
    assert!(found["line"].is_number() && found["column"].is_number() && found["message"].is_string());
}

#[test]
fn readings_and_forecasts_stand_beside_what_is_settled() {
    let assessment = written(
        "june.json",
        r#"{"format": "resultatvurdering", "version": 1, "contract": {"id": "ams-2009"}, "by": "director",
            "status": "midterm", "as_of": "2009-06-30",
            "results": {"goal-2": {"value": 26210, "period": "2009-05"}, "product-1": {"done": false}}}"#,
    );
    let outcome = score(&[CONTRACT, &assessment]);
    let goal = |id: &str| outcome["goals"].as_array().unwrap().iter().find(|goal| goal["id"] == id).unwrap();
    let fields =
        |id: &str| [&goal(id)["points"], &goal(id)["expected"], &goal(id)["reading"]].map(Clone::clone);
    assert_eq!(
        fields("goal-2"),
        [
            json!({"min": "0", "max": "150"}),
            json!({"min": "150", "max": "150"}),
            json!({"period": "2009-05", "value": "26210", "outlook": "on_the_way"})
        ]
    );
    let none = json!({"min": "0", "max": "0"});
    assert_eq!(fields("product-1")[1..], [none, json!({"outlook": "behind"})]);
    assert_eq!(goal("goal-3").get("expected"), None);
    assert_eq!(outcome["institution"]["expected"]["min"], "150");
    assert_eq!(outcome["pay"]["expected"]["points"], json!({"min": "105", "max": "982.5"}));
}

/// The ways to all that stands in a value, lists without their places: `goals[].points.min`.
fn ways(value: &Value, way: &str, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(keys) => {
            for (key, inner) in keys {
                let dot = if way.is_empty() { "" } else { "." };
                ways(inner, &format!("{way}{dot}{key}"), found);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| ways(item, &format!("{way}[]"), found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {
            found.insert(way.to_owned());
        }
    }
}

/// `points.min` and `points.max` for each of these.
fn ends(of: &[&str]) -> Vec<String> {
    of.iter().flat_map(|of| [format!("{of}.min"), format!("{of}.max")]).collect()
}

#[test]
fn the_outcome_has_each_key_that_the_format_names_and_no_other() {
    let mut terms: Value = serde_json::from_slice(&file(CONTRACT)).unwrap();
    terms["pay"]["pensionable"] = json!(true);
    terms["points"]["bands"] = json!([{"at": 0, "title": "Lavt"}, {"at": 900, "title": "Højt"}]);
    let mut june: Value = serde_json::from_slice(&file(ASSESSMENT)).unwrap();
    june["as_of"] = json!("2009-06-30");
    june["pay"]["pension_percent"] = json!(17.1);
    june["results"]["goal-2"]["period"] = json!("2009-05");
    let paths = [written("keys.json", &terms.to_string()), written("keys.june.json", &june.to_string())];
    let outcome = score(&paths.each_ref().map(String::as_str));

    let mut expected = ends(&[
        "institution.points",
        "institution.expected",
        "institution.band",
        "goals[].points",
        "goals[].expected",
        "pay.points",
        "pay.fraction",
        "pay.earned",
        "pay.adjusted",
        "pay.payable",
        "pay.holiday_allowance",
        "pay.pension",
        "pay.with_pension",
        "pay.expected.points",
        "pay.expected.fraction",
        "pay.expected.payable",
    ]);
    let single = "institution.secured institution.lost institution.open institution.total \
        counts.met counts.partly_met counts.not_met counts.open counts.undetermined counts.lapsed \
        goals[].id goals[].status goals[].steps[] \
        goals[].reading.period goals[].reading.value goals[].reading.outlook \
        pay.full pay.areas[].id pay.areas[].status pay.areas[].steps[] \
        pay.areas[].reading.value pay.areas[].reading.outlook \
        risk[].goal risk[].priority risk[].points_at_risk assumptions[].code assumptions[].goal \
        diagnostics[].severity diagnostics[].code diagnostics[].file diagnostics[].path diagnostics[].line \
        diagnostics[].column diagnostics[].message";
    expected.extend(single.split_whitespace().map(str::to_owned));
    let mut found = BTreeSet::new();
    ways(&outcome, "", &mut found);
    assert_eq!(found, expected.into_iter().collect());

    // Decimals are strings; what counts goals, says a priority or finds a place is a number.
    let numbers = ["counts", "risk[].priority", "diagnostics[].line", "diagnostics[].column"];
    for way in found {
        let of = way.split('.').try_fold(&outcome, |value, key| match key.strip_suffix("[]") {
            Some(list) => value.get(list)?.get(0),
            None => value.get(key),
        });
        if let Some(value) = of {
            assert_eq!(value.is_number(), numbers.iter().any(|one| way.starts_with(one)), "{way}");
        }
    }
}

#[test]
fn results_that_are_all_final_are_what_is_expected() {
    let outcome = score(&[CONTRACT, ASSESSMENT]);
    assert_eq!(outcome["institution"]["expected"], outcome["institution"]["points"]);
    for key in ["points", "fraction", "payable"] {
        assert_eq!(outcome["pay"]["expected"][key], outcome["pay"][key], "{key}");
    }
    for goal in outcome["goals"].as_array().unwrap() {
        assert_eq!((goal.get("expected"), goal.get("reading")), (None, None), "{goal}");
    }
}

#[test]
fn a_case_file_scores_as_its_two_halves_do() {
    let case = case("score-case.json");
    let (whole, halves) = (score(&[&case]), score(&[CONTRACT, ASSESSMENT]));
    for key in ["institution", "counts", "goals", "pay", "risk", "assumptions"] {
        assert_eq!(whole[key], halves[key], "{key}");
    }
    assert_eq!(score(&[&case, ASSESSMENT])["pay"], halves["pay"]);
}

#[test]
fn without_an_assessment_everything_is_open() {
    let outcome = score(&[CONTRACT]);
    assert_eq!(outcome["institution"]["points"], json!({"min": "0", "max": "1000"}));
    assert_eq!(outcome["pay"]["fraction"], json!({"min": "0", "max": "1"}));
    assert_eq!(outcome["pay"].get("full"), None);
}

#[test]
fn what_an_assessment_gets_wrong_is_told_at_its_entry_and_the_rest_is_scored() {
    let text = String::from_utf8(file(ASSESSMENT)).unwrap();
    let spoiled = text
        .replace("\"points\": 120", "\"points\": 151")
        .replace("\"value\": 26210", "\"value\": \"mange\"");
    let path = written("spoiled.json", &spoiled);
    let output = kontrakt(&["score", CONTRACT, &path, "--json"]);
    assert_eq!(code(&output), 0);
    let outcome: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(outcome["institution"]["secured"], "225");
    let own: Vec<&Value> = outcome["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|found| found["file"] == path.as_str())
        .collect();
    let codes: Vec<&str> = own.iter().map(|found| found["code"].as_str().unwrap()).collect();
    assert_eq!(codes, ["not-a-number", "points-outside-range"]);
    assert_eq!(own[1]["path"], "$.results.product-2.points");
    let line = spoiled.lines().position(|line| line.contains("151")).unwrap() + 1;
    assert_eq!(own[1]["line"], line);

    let told = complaint(&kontrakt(&["score", CONTRACT, &path]));
    assert!(told.contains("warning[points-outside-range]") && !told.contains("figures-differ"), "{told}");
}

#[test]
fn an_assessment_of_another_contract_is_told_and_scored() {
    let text = String::from_utf8(file(ASSESSMENT)).unwrap().replace("\"ams-2009\"", "\"ams-2003\"");
    let output = kontrakt(&["score", CONTRACT, &written("other.json", &text)]);
    assert_eq!(code(&output), 0);
    assert!(complaint(&output).contains("warning[other-contract]"), "{}", complaint(&output));
}

#[test]
fn a_file_with_errors_is_not_scored() {
    let bad = "tests/golden/bad/negative-number.json";
    let output = kontrakt(&["score", bad, "--json"]);
    assert_eq!(code(&output), 1);
    assert!(complaint(&output).contains("error[negative-number]"));
    let outcome: Value = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(outcome["diagnostics"][0]["code"], "negative-number");
    assert_eq!(outcome.as_object().unwrap().len(), 1);
    let output = kontrakt(&["score", bad]);
    assert_eq!((code(&output), out(&output).as_str()), (1, ""));
}

#[test]
fn score_prints_a_table_in_the_language_asked_for() {
    let danish = out(&kontrakt(&["score", CONTRACT, ASSESSMENT]));
    for line in [
        "Sikret  495",
        "Fuldt tillæg             172.500,00\u{a0}kr.",
        "Andel                    0,5865–0,8665",
    ] {
        assert!(danish.contains(line), "{danish}");
    }
    let english = out(&kontrakt(&["score", CONTRACT, ASSESSMENT, "--lang", "en"]));
    for line in ["Secured  495", "DKK\u{a0}172,500.00", "0.5865–0.8665", "Assumptions"] {
        assert!(english.contains(line), "{english}");
    }
}

#[test]
fn score_says_which_level_the_points_come_to() {
    let goal = |id: &str, weight: u32| {
        format!(r#"{{"id": "{id}", "title": "{id}", "weight": {weight}, "target": {{"kind": "done"}}}}"#)
    };
    let contract = format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "levels", "title": "Niveauer",
            "points": {{"total": 100, "bands": [{{"at": 0, "title": "Lavt"}}, {{"at": 60, "title": "Højt"}}],
                "lowest_when": {{"not_met": ["b"]}}}},
            "goals": [{}, {}]}}"#,
        goal("a", 60),
        goal("b", 40)
    );
    let assessment = r#"{"format": "resultatvurdering", "version": 1, "contract": {"id": "levels"},
        "results": {"a": {"done": true}}}"#;
    let paths = [written("levels.json", &contract), written("levels.assessment.json", assessment)];
    let paths = paths.each_ref().map(String::as_str);
    assert_eq!(score(&paths)["institution"]["band"], json!({"min": "Lavt", "max": "Højt"}));
    let table = out(&kontrakt(&[&["score"][..], &paths].concat()));
    assert!(table.contains("Lavt – Højt (Lavt, hvis b ikke er fuldt opfyldt)"), "{table}");
}

/// A case file of this contract and this assessment.
fn school(pay: &Value, assessment: &Value) -> Value {
    let goal = |id: &str, weight: u32| json!({"id": id, "title": id, "weight": weight, "target": {"kind": "assessed"}});
    let mut agreement = json!({"from": "2015-08-01", "to": "2016-07-31"});
    agreement.as_object_mut().unwrap().extend(pay.as_object().unwrap().clone());
    let contract = json!({
        "format": "resultatkontrakt", "version": 1, "id": "school", "title": "Skole", "points": {"total": 100},
        "goals": [goal("a", 60), goal("b", 40)], "pay": agreement
    });
    let mut said = json!({
        "format": "resultatvurdering", "version": 1, "contract": {"id": "school"}, "by": "agreed", "status": "final"
    });
    said.as_object_mut().unwrap().extend(assessment.as_object().unwrap().clone());
    json!({"format": "resultatsag", "version": 1, "contract": contract, "assessments": [said]})
}

#[test]
fn of_several_assessments_of_a_case_the_one_that_decides_is_scored() {
    let said = |by: &str, as_of: &str, points: u32| {
        let mut case = school(
            &json!({"max_percent": 10, "points": {"institution": 100, "individual": 0}}),
            &json!({
                "by": by, "as_of": as_of, "results": {"a": {"points": points, "reason": "Vurderet"}}
            }),
        );
        case["assessments"][0].take()
    };
    let mut case =
        school(&json!({"max_percent": 10, "points": {"institution": 100, "individual": 0}}), &json!({}));
    case["assessments"] = json!([
        said("director", "2016-08-01", 60),
        said("agreed", "2016-06-30", 30),
        said("department", "2016-09-01", 40)
    ]);
    let outcome = score(&[&written("several.json", &case.to_string())]);
    assert_eq!(outcome["goals"][0]["points"]["min"], "30");
}

#[test]
fn score_prints_the_worked_examples_of_pots_and_gates() {
    let judged = |points: &str| json!({"points": points, "reason": "Vurderet"});
    let frames = json!({"pots": [
        {"id": "basis", "title": "Basisramme", "amount": 60_000, "earned_by": {"goals": ["a"]}},
        {"id": "ekstra", "title": "Ekstraramme", "amount": 40_000, "earned_by": {"goals": ["b"]}}
    ]});
    let results = json!({"results": {"a": judged("60"), "b": judged("34")}});
    let pay = score(&[&written("frames.json", &school(&frames, &results).to_string())])["pay"].clone();
    assert_eq!(pay["earned"], json!({"min": "94000.00", "max": "94000.00"}));
    assert_eq!(
        pay["pots"][1],
        json!({"id": "ekstra", "fraction": {"min": "0.85", "max": "0.85"}, "full": "40000.00", "earned": {"min": "34000.00", "max": "34000.00"}})
    );
    assert_eq!((&pay["points"], &pay["fraction"]["min"]), (&Value::Null, &json!("0.94")));

    let gate = json!({
        "pots": [{"id": "all", "title": "Alt", "amount": 100_000, "earned_by": "institution"}],
        "stages": [{"id": "least", "stage": "gate", "when": {"fraction_below": 0.7}, "factor": 0}]
    });
    let open = json!({"results": {"a": judged("60")}});
    let pay = score(&[&written("gate.json", &school(&gate, &open).to_string())])["pay"].clone();
    assert_eq!(pay["earned"], json!({"min": "0.00", "max": "100000.00"}));
    let behind =
        json!({"id": "least", "stage": "gate", "holds": null, "pots": {"all": {"min": "0", "max": "1"}}});
    assert_eq!(pay["stages"], json!([behind]));

    let level = json!({
        "pensionable": true, "pension_percent": 17.3,
        "pots": [{"id": "all", "title": "Alt", "amount": 130_000, "level": "2012-03-31", "earned_by": "institution"}]
    });
    let full = json!({"results": {"a": judged("60"), "b": judged("40")}, "pay": {"regulation_percent": 0}});
    let pay = score(&[&written("level.json", &school(&level, &full).to_string())])["pay"].clone();
    assert_eq!(pay["pension"]["max"], "22490.00");
    assert_eq!(pay["with_pension"]["min"], "152490.00");
}

#[test]
fn score_prints_the_worked_example_of_ratings_and_bands() {
    let contract = "contracts/ses-ratings.json";
    let elements = ["change", "people", "business", "coalitions", "results"];
    let rated = |ratings: [u32; 5]| {
        let rating = |(element, rating): (&str, u32)| {
            (element.to_owned(), json!({"level": rating.to_string(), "reason": "Bedømt"}))
        };
        let results: serde_json::Map<_, _> = elements.into_iter().zip(ratings).map(rating).collect();
        let said = json!({"format": "resultatvurdering", "version": 1, "contract": {"id": "ses-ratings"},
            "by": "agreed", "status": "final", "results": results});
        let name = ratings.map(|rating| rating.to_string()).concat();
        score(&[contract, &written(&format!("ses-{name}.json"), &said.to_string())])["institution"].clone()
    };
    for (ratings, points, level) in
        [([4, 5, 3, 4, 4], "400", "Niveau 4"), ([1, 5, 5, 5, 5], "460", "Niveau 1")]
    {
        let institution = rated(ratings);
        assert_eq!(institution["points"], json!({"min": points, "max": points}));
        assert_eq!(institution["band"], json!({"min": level, "max": level}));
    }
}
