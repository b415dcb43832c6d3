//! Two contracts side by side: which way each requirement moved, and what else differs.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail where it stands"
)]

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::changes::{Change, ChangeKind, Counts, Edition, changes};
use resultatkontrakt::format::{ContractFile, Document, read};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::changes::ChangeWords;
use serde_json::{Value, json};

fn contract(json: &Value) -> ContractFile {
    match read(json.to_string().as_bytes()) {
        reading if reading.document.is_none() => panic!("{json}: {:?}", reading.diagnostics),
        reading => match reading.document {
            Some(Document::Contract(file)) => file,
            _ => panic!("{json} is a contract"),
        },
    }
}

/// A contract of one year with these goals.
fn of_year(year: i32, goals: &Value) -> Value {
    json!({
        "format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve",
        "period": { "from": format!("{year}-01-01"), "to": format!("{year}-12-31"), "binding_year": year },
        "points": { "total": 100 }, "goals": goals,
    })
}

/// A goal with this target, and the rest that is given.
fn goal(target: &Value, rest: &Value) -> Value {
    let mut goal = json!({ "id": "a", "label": "Mål 1", "title": "Sager", "weight": 100, "unit": "sager", "target": target });
    for (key, value) in rest.as_object().unwrap() {
        goal[key] = value.clone();
    }
    goal
}

/// Every change in Danish as `what: before → after (effect)`.
fn told(before: &Value, after: &Value) -> Vec<String> {
    let files = [before, after].map(contract);
    let editions = files.each_ref().map(|file| Edition { contract: &file.contract, assessment: None });
    changes(editions).iter().map(|change| text(change)).collect()
}

fn text(change: &Change<'_>) -> String {
    let ChangeWords { place, what, before, after, effect } = Words::DANISH.change(change);
    format!("{place} · {what}: {before} → {after} ({effect})").replace('\u{a0}', " ")
}

/// What the target's own change means.
fn effect(years: [i32; 2], targets: [&Value; 2]) -> String {
    let [before, after] = [0, 1].map(|at: usize| of_year(years[at], &json!([goal(targets[at], &json!({}))])));
    let told = told(&before, &after);
    let of_target =
        told.iter().find_map(|line| line.split_once(" · Krav: ")).map(|(_, change)| change.to_owned());
    of_target
        .and_then(|change| Some(change.rsplit_once(" (")?.1.trim_end_matches(')').to_owned()))
        .unwrap_or_default()
}

#[test]
fn a_requirement_is_tightened_or_loosened_by_what_it_asks_for() {
    let limit = |kind: &str, value: &str| json!({ "kind": kind, "value": value });
    let between =
        |min: i32, max: i32| json!({ "kind": "between", "min": { "value": min }, "max": { "value": max } });
    let by = |date: &str| json!({ "kind": "by", "date": date });
    let relative = |kind: &str, period: &str, percent: i32| json!({ "kind": kind, "baseline": { "period": period }, "percent": percent });
    let open = || json!({ "kind": "undetermined" });
    for (years, before, after, expected) in [
        ([2009, 2010], limit("at_most", "26675"), limit("at_most", "24940"), "skærpes 6,5 pct."),
        ([2009, 2010], limit("at_most", "25000"), limit("at_most", "26850"), "lempes 7,4 pct."),
        ([2009, 2010], limit("at_least", "80"), limit("at_least", "90"), "skærpes 12,5 pct."),
        ([2009, 2010], limit("above", "80"), limit("above", "79"), "lempes 1,3 pct."),
        ([2009, 2010], limit("at_most", "10"), limit("at_most", "10"), ""),
        // The same figure: what lies under it asks for more than what lies at most at it.
        ([2009, 2010], limit("at_most", "10"), limit("below", "10"), "skærpes"),
        ([2009, 2010], limit("above", "10"), limit("at_least", "10"), "lempes"),
        ([2009, 2010], limit("at_most", "0"), limit("at_most", "5"), "lempes"),
        ([2009, 2010], limit("at_most", "10"), limit("at_least", "10"), "ændres"),
        ([2009, 2010], open(), limit("at_most", "10"), "fastsættes"),
        ([2009, 2010], limit("at_most", "10"), open(), "er ikke længere fastlagt"),
        // A baseline that is not known yet, each contract's own year before.
        ([2009, 2010], relative("above", "2008", 0), relative("above", "2009", 0), "samme krav"),
        ([2009, 2010], relative("at_most", "2008", -5), relative("at_most", "2009", -10), "skærpes"),
        ([2009, 2010], relative("at_most", "2008", -5), relative("at_most", "2008", -4), "lempes"),
        ([2009, 2010], relative("at_most", "2008", -5), relative("at_most", "2007", -5), "ændres"),
        ([2009, 2010], between(85, 100), between(90, 95), "skærpes"),
        ([2009, 2010], between(85, 100), between(80, 100), "lempes"),
        ([2009, 2010], between(85, 100), between(90, 105), "ændres"),
        // Within a year an earlier day asks for more; from one year to another only the same day says something.
        ([2009, 2009], by("2009-06-30"), by("2009-03-31"), "skærpes"),
        ([2009, 2009], by("2009-06-30"), by("2009-09-30"), "lempes"),
        ([2009, 2010], by("2009-06-30"), by("2010-06-30"), "samme krav"),
        ([2009, 2010], by("2009-09-30"), by("2010-03-31"), "ny frist"),
        ([2009, 2010], json!({ "kind": "done" }), by("2010-03-31"), "skærpes"),
    ] {
        assert_eq!(effect(years, [&before, &after]), expected, "{before} → {after}");
    }
}

#[test]
fn more_parts_ask_for_more_where_all_have_to_hold() {
    let parts = |kind: &str, parts: &[(&str, &str)]| {
        let part = |(id, date): &(&str, &str)| json!({ "id": id, "title": id, "kind": "by", "date": date });
        json!({ "kind": kind, "parts": parts.iter().map(part).collect::<Vec<_>>() })
    };
    for (years, before, after, expected) in [
        (
            [2009, 2009],
            parts("all_of", &[("a", "2009-06-30")]),
            parts("all_of", &[("a", "2009-06-30"), ("b", "2009-06-30")]),
            "skærpes",
        ),
        (
            [2009, 2009],
            parts("any_of", &[("a", "2009-06-30")]),
            parts("any_of", &[("a", "2009-06-30"), ("b", "2009-06-30")]),
            "lempes",
        ),
        (
            [2009, 2009],
            parts("all_of", &[("a", "2009-06-30"), ("b", "2009-06-30")]),
            parts("all_of", &[("a", "2009-03-31"), ("b", "2009-09-30")]),
            "ændres",
        ),
        (
            [2009, 2009],
            parts("all_of", &[("a", "2009-06-30"), ("b", "2009-06-30")]),
            parts("any_of", &[("a", "2009-06-30"), ("b", "2009-06-30")]),
            "ændres",
        ),
    ] {
        assert_eq!(effect(years, [&before, &after]), expected, "{before} → {after}");
    }
}

#[test]
fn figures_of_another_unit_cannot_be_compared() {
    let target = |value: i32| json!({ "kind": "at_most", "value": value });
    let before = of_year(2009, &json!([goal(&target(100), &json!({}))]));
    let after = of_year(2010, &json!([goal(&target(10), &json!({ "unit": "pct." }))]));
    let told = told(&before, &after);
    assert!(told.contains(&"Mål 1 · Krav: Højst 100 sager → Højst 10 pct. (ændres)".to_owned()), "{told:?}");
    assert!(told.contains(&"Mål 1 · Enhed: sager → pct. ()".to_owned()), "{told:?}");
}

#[test]
fn goals_are_new_gone_or_called_otherwise_by_their_identifiers() {
    let target = json!({ "kind": "at_most", "value": 10 });
    let goal = |id: &str, title: &str, weight: Value| json!({ "id": id, "title": title, "weight": weight, "target": target });
    let before = of_year(2009, &json!([goal("a", "Sager", json!(40)), goal("b", "Klager", json!(60))]));
    let after = of_year(
        2009,
        &json!([goal("c", "Svar", json!({ "min": 0, "max": 30 })), goal("a", "Afsluttede sager", json!(70))]),
    );
    assert_eq!(
        told(&before, &after),
        [
            "Svar · ny:  → Svar: Højst 10 (+30)",
            "Afsluttede sager · Titel: Sager → Afsluttede sager ()",
            "Afsluttede sager · Vægt: 40 → 70 (+30)",
            "Klager · udgår: Klager: Højst 10 →  (−60)",
        ]
    );
    assert_eq!(told(&before, &before), Vec::<String>::new());
}

#[test]
fn a_rule_differs_from_silence_only_where_it_earns_otherwise() {
    let target = json!({ "kind": "at_most", "value": 10 });
    let with = |rule: Value| of_year(2009, &json!([goal(&target, &json!({ "scoring": rule }))]));
    let silent = of_year(2009, &json!([goal(&target, &json!({}))]));
    assert_eq!(told(&silent, &with(json!({ "rule": "all_or_nothing" }))), Vec::<String>::new());
    let line = with(json!({ "rule": "linear", "zero_at": 20 }));
    assert_eq!(told(&silent, &line), ["Mål 1 · Pointregel: – → ret linje fra 20 ()"]);
    let steps = json!([{ "at": 20, "share": 0 }, { "at": 10, "share": 1 }]);
    let scale = with(json!({ "rule": "scale", "between": "step", "steps": steps }));
    assert_eq!(
        told(&line, &scale),
        ["Mål 1 · Pointregel: ret linje fra 20 → trappe: 20 giver 0; 10 giver 1 ()"]
    );
}

#[test]
fn parts_of_the_contract_around_the_goals_are_compared() {
    let mut before = of_year(2009, &json!([goal(&json!({ "kind": "done" }), &json!({ "group": "g" }))]));
    before["groups"] = json!([{ "id": "g", "title": "Drift" }]);
    before["pay"] = json!({ "from": "2009-01-01", "to": "2009-12-31", "points": { "institution": 700, "individual": 300 },
        "areas": [{ "id": "x", "title": "Ledelse" }], "max_percent": 15 });
    before["risk"] = json!({ "entries": [
        { "goal": "a", "title": "Sygdom", "materiality": 2, "vulnerability": 2 },
        { "goal": "a", "title": "Flytning", "materiality": 1, "vulnerability": 1, "action": "Plan" },
    ] });
    let mut after = before.clone();
    after["groups"][0]["title"] = json!("Drift og styring");
    after["pay"]["max_percent"] = json!(10);
    after["pay"]["areas"] = json!([]);
    after["goals"][0]["weight"] = json!(80);
    after["risk"]["entries"] = json!([
        { "goal": "a", "title": "Sygdom", "materiality": 3, "vulnerability": 2 },
        { "goal": "a", "title": "Ny bygning", "materiality": 1, "vulnerability": 1, "action": "Plan" },
        { "title": "Brand", "materiality": 1, "vulnerability": 1 },
    ]);
    assert_eq!(
        told(&before, &after),
        [
            "Kontrakten · Vægte i alt: 100 → 80 (−20)",
            "Drift og styring · Titel: Drift → Drift og styring ()",
            "Drift og styring · Vægte i alt: 100 → 80 (−20)",
            "Mål 1 · Vægt: 100 → 80 (−20)",
            "Resultatløn · Højeste procent: 15 % → 10 % ()",
            "Ledelse · udgår: Ledelse: Vurderes samlet →  ()",
            "Mål 1 · Prioritet: 4 → 6 ()",
            "Mål 1 · Titel: Flytning → Ny bygning ()",
            "Brand · ny:  → Brand ()",
        ]
    );
}

#[test]
fn an_addendum_of_last_years_assessment_is_what_was_asked_for() {
    let before = of_year(2009, &json!([goal(&json!({ "kind": "undetermined" }), &json!({}))]));
    let after = of_year(2010, &json!([goal(&json!({ "kind": "at_most", "value": 26850 }), &json!({}))]));
    let assessment = json!({
        "format": "resultatvurdering", "version": 1, "contract": { "id": "test" },
        "results": { "a": { "addendum": { "target": { "kind": "at_most", "value": 25000 }, "agreed": "2009-03-20" } } },
    });
    let Some(Document::Assessment(assessment)) = read(assessment.to_string().as_bytes()).document else {
        panic!("it is an assessment");
    };
    let files = [before, after].map(|json| contract(&json));
    let assessment: &Assessment = &assessment.assessment;
    let editions = [
        Edition { contract: &files[0].contract, assessment: Some(assessment) },
        Edition { contract: &files[1].contract, assessment: None },
    ];
    let found = changes(editions);
    assert_eq!(
        found.iter().map(text).filter(|line| line.contains("Krav")).collect::<Vec<_>>(),
        ["Mål 1 · Krav: Højst 25.000 sager · allonge af 20.03.2009 → Højst 26.850 sager (lempes 7,4 pct.)"]
    );
    assert_eq!(Counts::count(&found), Counts { loosened: 1, ..Counts::default() });
}

#[test]
fn each_change_is_of_one_kind() {
    let limit = |value: u32| json!({ "kind": "at_most", "value": value });
    let plain = goal(&limit(10), &json!({}));
    let with = |rest: Value| goal(&limit(10), &rest);
    let other = |id: &str| goal(&limit(10), &json!({ "id": id, "label": id }));
    for (before, after, kind) in [
        (json!([plain]), json!([plain, other("b")]), ChangeKind::New),
        (json!([plain, other("b")]), json!([plain]), ChangeKind::Gone),
        (json!([plain]), json!([with(json!({ "title": "Andre sager" }))]), ChangeKind::Renamed),
        (json!([plain]), json!([goal(&limit(9), &json!({}))]), ChangeKind::Tightened),
        (json!([plain]), json!([goal(&limit(11), &json!({}))]), ChangeKind::Loosened),
        (json!([plain]), json!([with(json!({ "weight": 50 }))]), ChangeKind::Weight),
        (json!([plain]), json!([with(json!({ "unit": "breve" }))]), ChangeKind::Other),
    ] {
        let files = [before, after].map(|goals| contract(&of_year(2009, &goals)));
        let editions = files.each_ref().map(|file| Edition { contract: &file.contract, assessment: None });
        let found = changes(editions);
        assert!(found.iter().any(|change| change.kind() == kind), "{kind:?} in {found:?}");
        let mut of_goals =
            found.iter().filter(|change| change.kind() != ChangeKind::Weight || kind == ChangeKind::Weight);
        assert!(of_goals.all(|change| change.kind() == kind), "only {kind:?} in {found:?}");
    }
}
