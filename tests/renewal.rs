//! Next year's contract out of last year's case: what is proposed, and what is written.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail where it stands"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use resultatkontrakt::domain::assessment::{Assessment, Assessor, Status};
use resultatkontrakt::domain::contract::{ContractId, GoalId, Relation, Target};
use resultatkontrakt::domain::number::Decimal;
use resultatkontrakt::domain::renewal::{Fate, NoRenewal, Question, Wish, Wishes, propose};
use resultatkontrakt::format::{ContractFile, Document, Renewed, read, renew, with_served_renewed};
use resultatkontrakt::i18n::Words;
use serde_json::{Value, json};

fn contract(text: &str) -> ContractFile {
    let reading = read(text.as_bytes());
    match reading.document {
        Some(Document::Contract(file)) => file,
        _ => panic!("{text}: {:?}", reading.diagnostics),
    }
}

fn assessment(text: &str) -> Assessment {
    match read(text.as_bytes()).document {
        Some(Document::Assessment(file)) => file.assessment,
        _ => panic!("{text} is no assessment"),
    }
}

fn example(name: &str) -> String {
    fs::read_to_string(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("contracts").join(name)).unwrap()
}

/// A contract of 2009 with one goal, and what was reached.
fn case(goal: &Value, result: &Value) -> (ContractFile, Assessment) {
    let mut goal = goal.clone();
    for (key, value) in [("id", "a"), ("title", "Sager")] {
        goal[key] = json!(value);
    }
    let contract = json!({
        "format": "resultatkontrakt", "version": 1, "id": "test-2009", "title": "Prøve 2009",
        "period": { "from": "2009-01-01", "to": "2009-12-31", "binding_year": 2009 },
        "points": { "total": 100 }, "goals": [goal],
    });
    let result = json!({
        "format": "resultatvurdering", "version": 1, "contract": { "id": "test-2009" }, "by": "agreed", "status": "final",
        "results": { "a": result },
    });
    (self::contract(&contract.to_string()), assessment(&result.to_string()))
}

/// What becomes of the one goal of a case: its fate, what is asked, and its text, where it goes on.
fn renewed(goal: &Value, result: &Value) -> (Fate, Vec<Question>, Value) {
    let (file, assessment) = case(goal, result);
    let renewal = propose(&file.contract, Some(&assessment), Wishes::default()).unwrap();
    let written = renew(&file, &renewal);
    contract(&written.source);
    let proposal = &renewal.goals[0];
    let json: Value = serde_json::from_str(&written.source).unwrap();
    (proposal.fate, proposal.questions.clone(), json["goals"].get(0).cloned().unwrap_or_default())
}

#[test]
fn what_was_to_be_done_once_is_dropped_when_it_is_done_and_no_deadline_is_moved() {
    let by = |date: &str| json!({ "target": { "kind": "by", "date": date } });
    let done = json!({ "target": { "kind": "done" } });
    let parts = json!({ "target": { "kind": "all_of", "parts": [
        { "id": "x", "kind": "by", "date": "2009-06-30" }, { "id": "y", "kind": "done" },
    ] } });
    for (goal, result, fate, questions) in [
        (by("2009-06-30"), json!({ "date": "2009-06-30" }), Fate::Done, vec![Question::Deadline]),
        (by("2009-06-30"), json!({ "date": "2009-07-01" }), Fate::Carried, vec![Question::Deadline]),
        (by("2009-06-30"), json!({}), Fate::Carried, vec![Question::Deadline]),
        (done.clone(), json!({ "done": true }), Fate::Done, vec![]),
        (done, json!({ "done": false }), Fate::Carried, vec![]),
        (
            parts.clone(),
            json!({ "parts": { "x": { "date": "2009-06-30" }, "y": { "done": true } } }),
            Fate::Done,
            vec![Question::Deadline],
        ),
        (parts, json!({ "parts": { "y": { "done": true } } }), Fate::Carried, vec![Question::Deadline]),
        (by("2009-06-30"), json!({ "lapsed": "Aftalt" }), Fate::Lapsed, vec![Question::Deadline]),
    ] {
        let (found, asked, next) = renewed(&goal, &result);
        assert_eq!((found, &asked), (fate, &questions), "{goal} with {result}");
        if fate != Fate::Carried {
            assert_eq!(next, Value::Null);
        }
        assert!(!next.to_string().contains("2009-0") || next["note"].is_string(), "{next}");
    }
    let (.., next) = renewed(&by("2009-06-30"), &json!({ "date": "2009-07-01" }));
    assert_eq!(next["target"], json!({ "kind": "undetermined" }));
    assert_eq!(next["note"], json!("Sidste års krav: Senest 30.06.2009."));
}

#[test]
fn the_guideline_of_the_year_becomes_the_target_and_the_result_its_history() {
    let goal = json!({
        "unit": "forløb", "target": { "kind": "at_most", "value": 26675, "measured": "2009-12", "own": "kept" },
        "history": [{ "period": "2008-09", "value": 32533 }],
        "guidelines": [{ "period": "2010", "value": 24940 }, { "period": "2011", "value": 23370 }],
        "page": 9, "wording": "nedbringes", "note": "gammel", "also_stated": [{ "source": "Tabel 7" }], "extra": [1.50],
    });
    let (fate, questions, next) = renewed(&goal, &json!({ "value": 26210 }));
    assert_eq!((fate, questions), (Fate::Carried, vec![]));
    assert_eq!(
        next,
        json!({
            "id": "a", "title": "Sager", "unit": "forløb",
            "target": { "kind": "at_most", "value": 24940, "measured": "2010-12", "own": "kept" },
            "history": [
                { "period": "2008-09", "value": 32533 },
                { "period": "2009-12", "value": 26210, "source": "Aftalt af begge · Årsstatus" },
            ],
            "guidelines": [{ "period": "2011", "value": 23370 }],
            "extra": [1.50],
        })
    );
    let (_, questions, _) = renewed(&goal, &json!({ "value": 24000 }));
    assert_eq!(questions, [Question::AlreadyReached("24000".parse().unwrap())]);
}

#[test]
fn what_is_not_known_is_asked() {
    let limit = json!({ "target": { "kind": "at_most", "value": 10 } });
    assert_eq!(renewed(&limit, &json!({ "value": 12 })).1, [Question::SameFigure]);
    let unfixed = json!({ "target": { "kind": "at_most", "value": 10 }, "guidelines": [{ "period": "2010", "value": null }] });
    let (_, questions, next) = renewed(&unfixed, &json!({}));
    assert_eq!((questions, &next["target"]["kind"]), (vec![Question::Target], &json!("undetermined")));
    let open =
        json!({ "target": { "kind": "undetermined" }, "guidelines": [{ "period": "2010", "value": 26850 }] });
    let (_, questions, next) = renewed(&open, &json!({}));
    assert_eq!(questions, [Question::Side("26850".parse().unwrap())]);
    assert_eq!(next["guidelines"], open["guidelines"], "the figure is not lost");
    // An addendum says on which side.
    let addendum = json!({ "addendum": { "target": { "kind": "at_most", "value": 25000 }, "agreed": "2009-03-20" }, "value": 27000 });
    let (_, questions, next) = renewed(&open, &addendum);
    assert_eq!((questions, &next["target"]), (vec![], &json!({ "kind": "at_most", "value": 26850 })));
    // The figure of the year before stays the figure of the year before.
    let relative =
        json!({ "target": { "kind": "above", "baseline": { "period": "2008" }, "measured": "2009" } });
    let (_, questions, next) = renewed(&relative, &json!({ "value": 3.9, "baseline": 3.7 }));
    assert_eq!(questions, []);
    assert_eq!(
        next["target"],
        json!({ "kind": "above", "baseline": { "period": "2009" }, "measured": "2010" })
    );
    let periods: Vec<_> = next["history"]
        .as_array()
        .unwrap()
        .iter()
        .map(|figure| (&figure["period"], &figure["value"]))
        .collect();
    assert_eq!(periods, [(&json!("2008"), &json!(3.7)), (&json!("2009"), &json!(3.9))]);
}

#[test]
fn a_rule_that_does_not_fit_the_new_target_is_left_out_and_said() {
    let goal = json!({
        "target": { "kind": "at_most", "value": 10 }, "scoring": { "rule": "linear", "zero_at": 20 },
        "guidelines": [{ "period": "2010", "value": 25 }],
    });
    let (file, assessment) = case(&goal, &json!({ "value": 12 }));
    let renewal = propose(&file.contract, Some(&assessment), Wishes::default()).unwrap();
    let Renewed { source, without_rule } = renew(&file, &renewal);
    assert_eq!(without_rule, [GoalId::from("a")]);
    assert_eq!(contract(&source).contract.goals[0].scoring, None);
}

#[test]
fn a_parts_rule_goes_on_where_it_fits_the_new_target() {
    let part = |id: &str, guideline: u32| {
        json!({ "id": id, "kind": "at_most", "value": 10, "scoring": { "rule": "linear", "zero_at": 20 },
            "guidelines": [{ "period": "2010", "value": guideline }] })
    };
    let goal = json!({ "target": { "kind": "all_of", "parts": [part("x", 25), part("y", 9)] },
        "scoring": { "rule": "parts" } });
    let (file, assessment) = case(&goal, &json!({}));
    let renewal = propose(&file.contract, Some(&assessment), Wishes::default()).unwrap();
    assert!(renewal.goals[0].questions.contains(&Question::PartRule), "{:?}", renewal.goals[0].questions);
    let next = contract(&renew(&file, &renewal).source);
    let rules: Vec<_> =
        next.contract.goals[0].target.parts().unwrap().iter().map(|part| part.scoring.is_some()).collect();
    assert_eq!(rules, [false, true]);
}

#[test]
fn a_person_decides_what_goes_on() {
    let goal = json!({ "target": { "kind": "by", "date": "2009-06-30" } });
    let (file, assessment) = case(&goal, &json!({ "date": "2009-06-01" }));
    let fate = |wish: Option<Wish>| {
        let decided: BTreeMap<_, _> = wish.into_iter().map(|wish| (GoalId::from("a"), wish)).collect();
        let wishes = Wishes { goals: Some(&decided), ..Wishes::default() };
        propose(&file.contract, Some(&assessment), wishes).unwrap().goals[0].fate
    };
    assert_eq!(fate(None), Fate::Done);
    assert_eq!(fate(Some(Wish::Carry)), Fate::Carried);
    assert_eq!(fate(Some(Wish::Drop)), Fate::Dropped);
    let year = |year| {
        propose(&file.contract, None, Wishes { year: Some(year), ..Wishes::default() })
            .map(|found| found.year)
    };
    assert_eq!([year(2009), year(2011)], [Err(NoRenewal::NotLater(2009)), Ok(2011)]);
}

#[test]
fn a_person_keeps_last_years_requirement_or_names_another() {
    let goal = json!({
        "unit": "forløb", "target": { "kind": "at_most", "value": 26675, "measured": "2009-12" },
        "scoring": { "rule": "linear", "zero_at": 30000 },
        "guidelines": [{ "period": "2010", "value": 24940 }],
    });
    let (file, assessment) = case(&goal, &json!({ "value": 26210 }));
    let limit =
        |value: i64| Target::Limit { relation: Relation::AtMost, threshold: Decimal::from(value).into() };
    for (wish, value, questions) in [
        (None, 24_940, vec![]),
        (Some(Wish::Last), 26_675, vec![Question::SameFigure, Question::AlreadyReached(26_210.into())]),
        (Some(Wish::Target(limit(25_000))), 25_000, vec![]),
        (Some(Wish::Target(limit(27_000))), 27_000, vec![Question::AlreadyReached(26_210.into())]),
    ] {
        let decided: BTreeMap<_, _> = wish.into_iter().map(|wish| (GoalId::from("a"), wish)).collect();
        let wishes = Wishes { goals: Some(&decided), ..Wishes::default() };
        let renewal = propose(&file.contract, Some(&assessment), wishes).unwrap();
        assert_eq!(renewal.goals[0].questions, questions, "{decided:?}");
        let next: Value = serde_json::from_str(&renew(&file, &renewal).source).unwrap();
        let next = &next["goals"][0];
        assert_eq!(next["target"], json!({ "kind": "at_most", "value": value, "measured": "2010-12" }));
        assert_eq!(next["history"][0]["value"], 26_210);
        assert_eq!((next.get("guidelines"), next.get("note")), (None, None), "{next}");
    }
}

#[test]
fn a_contract_that_says_no_year_is_renewed_for_one_that_a_person_names() {
    let silent = contract(&example("debureaucratisation-2009.json"));
    let wishes = Wishes { year: Some(2010), ..Wishes::default() };
    let renewal = propose(&silent.contract, None, wishes).unwrap();
    let next = contract(&renew(&silent, &renewal).source).contract;
    assert_eq!(
        (next.id.as_str(), next.period, next.goals.len()),
        ("debureaucratisation-2010", None, renewal.goals.len())
    );
    let said = Words::DANISH.renewal_remarks(&renewal).join(" ");
    assert!(said.contains("siger ikke, hvilket år den gælder"), "{said}");
}

#[test]
fn what_rests_on_no_agreed_assessment_is_said() {
    let file = contract(&example("ams-2009.json"));
    let director = assessment(&example("ams-2009.assessment.json"));
    let settled = Assessment { by: Assessor::Agreed, status: Status::Final, ..director.clone() };
    for (assessment, said) in [
        (None, "Sagen har ingen vurdering"),
        (Some(&director), "Resultaterne er fra denne vurdering: Direktøren · "),
        (Some(&settled), "er ikke afgjort i den"),
    ] {
        let renewal = propose(&file.contract, assessment, Wishes::default()).unwrap();
        let remarks = Words::DANISH.renewal_remarks(&renewal).join(" ");
        assert!(remarks.contains(said), "{remarks}");
    }
    let (file, assessment) = case(&json!({ "target": { "kind": "done" } }), &json!({ "done": true }));
    let renewal = propose(&file.contract, Some(&assessment), Wishes::default()).unwrap();
    assert_eq!(Words::DANISH.renewal_remarks(&renewal), Vec::<String>::new());
}

#[test]
fn a_goal_that_a_condition_names_stays_and_is_asked_about() {
    let text = json!({
        "format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve",
        "period": { "from": "2009-01-01", "to": "2009-12-31" },
        "points": { "total": 100, "bands": [{ "at": 0, "title": "Lavt" }, { "at": 50, "title": "Højt" }],
            "lowest_when": { "not_met": ["a"] } },
        "goals": [
            { "id": "a", "title": "A", "weight": 50, "target": { "kind": "done" } },
            { "id": "b", "title": "B", "weight": 50, "target": { "kind": "done" } },
        ],
    });
    let result = json!({
        "format": "resultatvurdering", "version": 1, "contract": { "id": "test" },
        "results": { "a": { "done": true }, "b": { "done": true } },
    });
    let (file, assessment) = (contract(&text.to_string()), assessment(&result.to_string()));
    let renewal = propose(&file.contract, Some(&assessment), Wishes::default()).unwrap();
    let fates: Vec<_> = renewal.goals.iter().map(|goal| (goal.fate, goal.questions.clone())).collect();
    assert_eq!(fates, [(Fate::Carried, vec![Question::NamedByCondition]), (Fate::Done, vec![])]);
    let next = contract(&renew(&file, &renewal).source);
    assert_eq!((next.contract.id.as_str(), next.contract.goals.len()), ("test-2010", 1));
}

#[test]
fn the_contract_of_ams_for_2010_is_made_from_the_case_of_2009() {
    let file = contract(&example("ams-2009.json"));
    let assessment = assessment(&example("ams-2009.assessment.json"));
    let renewal = propose(&file.contract, Some(&assessment), Wishes::default()).unwrap();
    let next = contract(&renew(&file, &renewal).source);
    let next = &next.contract;
    assert_eq!(
        (next.id.as_str(), next.renews.as_ref().map(ContractId::as_str)),
        ("ams-2010", Some("ams-2009"))
    );
    assert_eq!((next.title.as_str(), next.binding_year), ("Resultatkontrakt for AMS 2010–2013", Some(2010)));
    assert!(next.signatories.is_empty() && next.also_stated.is_empty());
    let ids: Vec<_> = next.goals.iter().map(|goal| goal.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "goal-1",
            "goal-2",
            "goal-3",
            "goal-4",
            "goal-5",
            "product-2",
            "product-4",
            "product-6",
            "product-8",
            "product-11",
            "product-12"
        ]
    );
    let risks = &next.risk.as_ref().unwrap().entries;
    assert!(!risks.is_empty() && risks.iter().all(|risk| !risk.is_reviewed));
    assert!(next.purposes.iter().flat_map(|purpose| &purpose.goals).all(|id| ids.contains(&id.as_str())));
    let pay = next.pay.as_ref().unwrap();
    assert_eq!((pay.period.from.year(), pay.areas.len(), pay.max_percent), (2010, 8, None));
}

#[test]
fn every_contract_that_says_its_year_is_renewed_without_an_error_and_keeps_its_lines() {
    for name in ["ams-2003", "ams-2009", "copenhagen-2009", "ministry-2009"] {
        let text = example(&format!("{name}.json"));
        let file = contract(&text);
        let assessment = assessment(&example(&format!("{name}.assessment.json")));
        for assessment in [None, Some(&assessment)] {
            let renewal = propose(&file.contract, assessment, Wishes::default()).unwrap();
            let written = renew(&file, &renewal).source;
            contract(&written);
            let schema: Value = serde_json::from_str(
                &fs::read_to_string(
                    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("schema/contract.schema.json"),
                )
                .unwrap(),
            )
            .unwrap();
            let schema = jsonschema::draft202012::new(&schema).unwrap();
            assert!(schema.is_valid(&serde_json::from_str(&written).unwrap()), "{name}");
            // The groups are untouched, letter by letter.
            let groups = |text: &str| {
                let (_, behind) = text.split_once("\"groups\": [").unwrap();
                behind.split_once("\n  ]").unwrap().0.to_owned()
            };
            assert_eq!(groups(&written), groups(&text), "{name}");
        }
    }
    let silent = contract(&example("debureaucratisation-2009.json"));
    assert_eq!(propose(&silent.contract, None, Wishes::default()).err(), Some(NoRenewal::NoYear));
}

#[test]
fn a_goal_that_serves_another_contract_turns_to_the_one_that_renews_it_and_the_rest_stays() {
    let text = r#"{ "pay": { "areas": [ { "contributes_to": "m-2009#b" } ] }, "goals": [
        { "contributes_to": "m-2009#a", "note": "m-2009#a", "served_by": ["m-2009#a"] },
        { "contributes_to": [ "m-2009#a", { "goal": "m-2009#b", "weight": 2 }, "x-2009#a", "m-2009#gone", "a" ] } ] }"#;
    let successor = |contract: &str, goal: &str| {
        (contract == "m-2009" && goal != "gone").then(|| ContractId::from("m-2010"))
    };
    let expected = text
        .replace(r#""m-2009#b""#, r#""m-2010#b""#)
        .replace(r#""contributes_to": "m-2009#a""#, r#""contributes_to": "m-2010#a""#)
        .replace(r#"[ "m-2009#a""#, r#"[ "m-2010#a""#)
        .replace(r#"["m-2009#a"]"#, r#"["m-2010#a"]"#);
    assert_eq!(with_served_renewed(text, successor), expected);
    let ams = example("ams-2009.json");
    assert_eq!(with_served_renewed(&ams, |_, _| None), ams);
}
