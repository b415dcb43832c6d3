//! `kontrakt portfolio`: the contracts of a folder side by side, and what is said of every other file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::{Decimal, quotient};
use resultatkontrakt::format::outcome::Outcome;
use resultatkontrakt::format::{Document, read};
use resultatkontrakt::i18n::Words;
use serde_json::{Value, json};

use crate::{ASSESSMENT, CONTRACT, code, complaint, file, kontrakt, out, written};

/// A folder of its own for one test, with nothing in it.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("portfolio").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn text(path: &str) -> String {
    String::from_utf8(file(path)).unwrap()
}

/// A case of the example's contract under another identifier.
fn case_of(id: &str, assessments: &[Value]) -> String {
    let mut contract: Value = serde_json::from_str(&text(CONTRACT)).unwrap();
    contract["id"] = id.into();
    contract.as_object_mut().unwrap().remove("$schema");
    json!({"format": "resultatsag", "version": 1, "contract": contract, "assessments": assessments})
        .to_string()
}

/// The example's assessment for a contract of this identifier.
fn assessment_of(id: &str) -> Value {
    let mut assessment: Value = serde_json::from_str(&text(ASSESSMENT)).unwrap();
    assessment["contract"] = json!({"id": id});
    assessment.as_object_mut().unwrap().remove("$schema");
    assessment
}

/// What the command says of a folder, and what it ends with.
pub(crate) fn portfolio(folder: &Path, more: &[&str]) -> (Value, i32) {
    let arguments = [&["portfolio", folder.to_str().unwrap(), "--json"], more].concat();
    let output = kontrakt(&arguments);
    let text = out(&output);
    (serde_json::from_str(&text).unwrap_or_else(|_| panic!("{text}{}", complaint(&output))), code(&output))
}

fn files(found: &Value, list: &str) -> Vec<String> {
    found[list].as_array().unwrap().iter().map(|one| one["file"].as_str().unwrap().to_owned()).collect()
}

/// Holds a row against what `kontrakt score --json` says of the same contract and assessment.
fn assert_equal(row: &Value, score: &Value) {
    let name = &row["file"];
    assert_eq!(row["counts"], score["counts"], "{name}");
    let (points, institution) = (&row["institution_points"], &score["institution"]);
    for figure in ["secured", "lost", "open", "total", "expected"] {
        assert_eq!(points[figure], institution[figure], "{name} {figure}");
    }
    for figure in ["full", "earned", "payable"] {
        assert_eq!(row["pay"][figure], score["pay"][figure], "{name} {figure}");
    }
    let none = Vec::new();
    let at_risk = score["risk"].as_array().unwrap_or(&none).iter();
    let at_risk = at_risk.filter(|risk| risk["points_at_risk"].is_string() && risk["points_at_risk"] != "0");
    let expected: Vec<_> =
        at_risk.map(|risk| [&risk["goal"], &risk["priority"], &risk["points_at_risk"]]).collect();
    let stakes = row["at_stake"].as_array().unwrap().iter();
    let stakes: Vec<_> = stakes.map(|at| [&at["goal"], &at["priority"], &at["points_at_risk"]]).collect();
    assert_eq!(stakes, expected, "{name}");
}

/// Holds the figures of the A4 page against those of the scores, in the order of the rows. Those of contracts without
/// weights are goals.
fn assert_printed(folder: &Path, scored: &[(Value, Value)]) {
    let paper = out(&kontrakt(&["portfolio", folder.to_str().unwrap(), "--html", "--pay", "--lang", "en"]));
    let (_, body) = paper.split_once("<tbody").unwrap();
    let (body, _) = body.split_once("</table>").unwrap();
    let rows: Vec<Vec<String>> =
        body.split("<tr").skip(1).map(cells).filter(|cells| cells.len() > 5).collect();
    assert_eq!(rows.len(), scored.len());
    for (cells, (row, score)) in rows.iter().zip(scored) {
        let of = |figure: &str| score["institution"][figure].as_str().map(decimal);
        let points = of("secured").zip(of("lost")).zip(of("open"));
        let expected: Vec<String> = if let Some(((secured, lost), open)) = points {
            let lost = lost.max(Decimal::ZERO);
            let whole = secured + lost + open;
            let percent = |part: Decimal| {
                let rounded = quotient(part * Decimal::ONE_HUNDRED, whole, 1).unwrap_or_default();
                format!("{rounded:.1}%")
            };
            [secured, open, lost].map(percent).into()
        } else {
            let count = |names: &[&str]| -> u64 {
                names.iter().map(|name| score["counts"][*name].as_u64().unwrap()).sum()
            };
            let [met, missed] = [count(&["met"]), count(&["not_met"])];
            let open = count(&["open", "undetermined", "partly_met"]);
            [format!("{met} of {}", met + open + missed), open.to_string(), missed.to_string()].into()
        };
        assert_eq!(cells[1..4], expected, "{}", row["file"]);
        let overdue = row["overdue"].as_array().unwrap().len();
        assert_eq!(cells[5], if overdue == 0 { "–".to_owned() } else { overdue.to_string() });
        if let Some(payable) = score["pay"]["payable"]["max"].as_str() {
            let payable = Words::ENGLISH.fixed(decimal(payable), 2);
            assert!(cells[7].ends_with(&payable), "{}: {} and {payable}", row["file"], cells[7]);
        }
    }
}

/// The texts of a row's cells.
fn cells(row: &str) -> Vec<String> {
    let cells = row.split("<t").skip(1).filter(|cell| cell.starts_with('d') || cell.starts_with("h "));
    let text = |cell: &str| {
        let mut text = String::new();
        let mut within = true;
        for letter in cell.chars() {
            match letter {
                '<' => within = true,
                '>' => within = false,
                letter if !within => text.push(letter),
                _ => {}
            }
        }
        text.trim().to_owned()
    };
    cells.map(text).collect()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn every_figure_of_the_examples_equals_that_of_the_score() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("contracts");
    let (found, ended) = portfolio(&folder, &["--pay"]);
    assert_eq!(ended, 0, "{found:#}");
    let rows = found["contracts"].as_array().unwrap();
    assert!(rows.len() >= 13, "{rows:#?}");
    let mut printed = Vec::new();
    for row in rows {
        let contract = format!("contracts/{}", row["file"].as_str().unwrap());
        let assessment = row["assessment"]["file"].as_str().map(|name| format!("contracts/{name}"));
        let arguments: Vec<&str> =
            ["score", "--json", &contract].into_iter().chain(assessment.as_deref()).collect();
        let output = kontrakt(&arguments);
        assert_eq!(code(&output), 0, "{}", complaint(&output));
        let score = serde_json::from_str(&out(&output)).unwrap();
        assert_equal(row, &score);
        printed.push((row.clone(), score));
    }
    assert_printed(&folder, &printed);
    let ams = rows.iter().find(|row| row["id"] == "ams-2009").unwrap();
    assert_eq!(ams["percent"], json!({"secured": "49.5", "lost": "10.5", "open": "40"}));
    assert_eq!(ams["assessment"]["file"], "ams-2009.assessment.json");
    assert_eq!(files(&found, "left_out"), ["ams-2009.results.csv"]);
}

#[test]
fn every_figure_of_generated_cases_equals_that_of_the_score() {
    let folder = folder("generated");
    let mut seed = 2009_u64;
    let mut next = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    for number in 0..200 {
        let id = format!("case-{number:03}");
        let mut assessment = assessment_of(&id);
        assessment["as_of"] = format!("{}-{:02}-15", 2009 + next(2), 1 + next(12)).into();
        assessment["by"] = ["director", "department", "agreed"][usize::try_from(next(3)).unwrap()].into();
        let results = assessment["results"].as_object_mut().unwrap();
        results.retain(|_, _| next(4) > 0);
        results.insert("goal-2".to_owned(), json!({"value": 26_000 + next(2_000)}));
        results.insert("product-2".to_owned(), json!({"points": next(151), "reason": "Prøve"}));
        if next(5) == 0 {
            results.insert("product-7".to_owned(), json!({"lapsed": "Aftalt"}));
        }
        fs::write(folder.join(format!("{id}.json")), case_of(&id, &[assessment])).unwrap();
    }
    let (found, ended) = portfolio(&folder, &["--pay"]);
    assert_eq!(ended, 0, "{found:#}");
    let rows = found["contracts"].as_array().unwrap();
    assert_eq!(rows.len(), 200);
    let mut printed = Vec::new();
    for row in rows {
        let bytes = fs::read(folder.join(row["file"].as_str().unwrap())).unwrap();
        let Some(Document::Case(case)) = read(&bytes).document else { unreachable!() };
        let evaluation = evaluate(&case.contract.contract, &case.assessments[0].assessment);
        let score = Outcome::new(&case.contract.contract, &evaluation, &[], Words::DANISH);
        let score = serde_json::to_value(score).unwrap();
        assert_equal(row, &score);
        printed.push((row.clone(), score));
    }
    assert_printed(&folder, &printed);
    // Another number of threads finds the same in the same order.
    assert_eq!(portfolio(&folder, &["--pay", "--threads", "1"]).0, found);
}

/// A folder with everything that cannot be used, and five contracts that can.
fn bad_folder() -> PathBuf {
    let folder = folder("bad");
    let write = |name: &str, text: &[u8]| fs::write(folder.join(name), text).unwrap();
    write("ams.json", case_of("ams", &[assessment_of("ams")]).as_bytes());
    write("ams-kopi.json", case_of("ams", &[assessment_of("ams")]).as_bytes());
    let mut early = assessment_of("ams");
    early["as_of"] = "2009-06-30".into();
    write("ams-juni.json", case_of("ams", &[early]).as_bytes());
    write("ams-tom.json", case_of("ams", &[]).as_bytes());
    write("ødelagt.json", br#"{"format": "resultatkontrakt", "version": 1, "goals": ["#);
    write("fejl.json", br#"{"format": "resultatkontrakt", "version": 1, "id": "fejl"}"#);
    let mut other = assessment_of("ams");
    other["contract"]["sha256"] = "00".into();
    write("bm-it.json", other.to_string().as_bytes());
    write("alene.json", assessment_of("ukendt").to_string().as_bytes());
    fs::File::create(folder.join("stor.json")).unwrap().set_len(9 << 20).unwrap();
    for number in 0..200 {
        let (ending, bytes): (&str, &[u8]) = match number % 6 {
            0 => ("docx", b"PK\x03\x04 word/document.xml"),
            1 => ("pdf", b"%PDF-1.7"),
            2 => ("json", br#"{"name": "noget andet"}"#),
            3 => ("csv", b"id;resultat\ngoal-2;1\n"),
            4 => ("txt", b"Noter"),
            _ => ("json", b""),
        };
        write(&format!("fremmed-{number:03}.{ending}"), bytes);
    }
    let ring = |id: &str, to: &str| {
        format!(
            r#"{{"format": "resultatkontrakt", "version": 1, "id": "{id}", "title": "{id}",
                "goals": [{{"id": "a", "title": "A", "target": {{"kind": "done"}}, "contributes_to": ["{to}#a"]}}]}}"#
        )
    };
    write("ring-1.json", ring("et", "to").as_bytes());
    write("ring-2.json", ring("to", "et").as_bytes());
    write("intet.json", ring("tre", "et").replace("et#a", "et#b").as_bytes());
    fs::create_dir(folder.join("under")).unwrap();
    write("under/egen.json", case_of("egen", &[assessment_of("egen")]).as_bytes());
    folder
}

#[test]
fn every_file_that_is_not_used_is_named_and_stops_none_of_the_others() {
    let folder = bad_folder();
    let (found, ended) = portfolio(&folder, &["--lang", "en"]);
    assert_eq!(ended, 1);
    let mut used = files(&found, "contracts");
    used.sort();
    assert_eq!(used, ["ams-kopi.json", "intet.json", "ring-1.json", "ring-2.json", "under/egen.json"]);
    let left_out = found["left_out"].as_array().unwrap();
    let mut codes: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for one in left_out {
        codes.entry(one["code"].as_str().unwrap()).or_default().push(one["file"].as_str().unwrap());
    }
    assert_eq!(codes.remove("not-ours").unwrap().len(), 200);
    let expected = [
        ("copy", &["ams-juni.json", "ams-tom.json", "ams.json"][..]),
        ("mistakes", &["fejl.json", "ødelagt.json"]),
        ("no-contract", &["alene.json"]),
        ("other-edition", &["bm-it.json"]),
        ("too-large", &["stor.json"]),
    ];
    assert_eq!(codes, expected.map(|(code, files)| (code, files.to_vec())).into());
    let said = |name: &str| {
        let one = left_out.iter().find(|one| one["file"] == *name).unwrap();
        one["message"].as_str().unwrap().to_owned()
    };
    assert_eq!(said("ams.json"), "is the same contract as ams-kopi.json: the two are the same");
    assert_eq!(
        said("ams-juni.json"),
        "is the same contract as ams-kopi.json: the assessment there goes before"
    );
    assert_eq!(said("ams-tom.json"), "is the same contract as ams-kopi.json: this one has no assessment");
    assert_eq!(said("fremmed-000.docx"), "is a text document, not a contract");
    assert_eq!(said("stor.json"), "is 9 MB; a file may be 8 MB at most");
    let across: Vec<_> =
        found["across"].as_array().unwrap().iter().map(|one| one["code"].as_str().unwrap()).collect();
    assert_eq!(across, ["unknown-goal-elsewhere", "circular-contributions"]);
}

#[test]
fn an_assessment_finds_its_contract_by_identifier_and_fingerprint() {
    let folder = folder("loose");
    let write = |name: &str, text: &str| fs::write(folder.join(name), text).unwrap();
    write("kontrakt.json", &text(CONTRACT));
    let dated = |by: &str, day: &str| {
        let mut assessment = assessment_of("ams-2009");
        assessment["by"] = by.into();
        assessment["as_of"] = day.into();
        assessment
    };
    // The fingerprint that sha256sum prints is one as well.
    let mut department = dated("department", "2010-01-20");
    department["contract"]["sha256"] = resultatkontrakt::format::file_sum(&file(CONTRACT)).into();
    write("direktoer.json", &dated("director", "2010-01-15").to_string());
    write("juni.json", &dated("director", "2009-06-30").to_string());
    write("departement.json", &department.to_string());
    let (found, ended) = portfolio(&folder, &[]);
    assert_eq!((ended, &found["left_out"]), (0, &json!([])));
    let row = &found["contracts"][0];
    assert_eq!(
        row["assessment"],
        json!({
            "file": "departement.json",
            "sha256": resultatkontrakt::format::file_sum(&fs::read(folder.join("departement.json")).unwrap()), "by": "department", "status": "final", "as_of": "2010-01-20",
            "other_edition": false, "old": false
        })
    );
    assert_eq!(row["earlier"]["as_of"], "2010-01-15", "the latest day before");
    for (lang, said) in [
        ("da", "4 filer læst: 1 kontrakt, 3 vurderinger i egne filer."),
        ("en", "4 files read: 1 contract, 3 assessments in files of their own."),
    ] {
        let table = out(&kontrakt(&["portfolio", folder.to_str().unwrap(), "--lang", lang]));
        assert!(table.contains(said), "{table}");
    }
    assert_eq!(row["assessed_by"], json!(["department", "director"]));
    assert_eq!(row.get("pay"), None, "pay is shown only where it is asked for");
}

#[test]
fn an_older_folder_says_what_changed_since() {
    let (before, now) = (folder("before"), folder("now"));
    let mut early = assessment_of("ams");
    early["as_of"] = "2009-09-30".into();
    fs::write(before.join("ams.json"), case_of("ams", &[early])).unwrap();
    fs::write(now.join("ams.json"), case_of("ams", &[assessment_of("ams")])).unwrap();
    let of = |folder: &Path, since: &Path| {
        portfolio(folder, &["--since", since.to_str().unwrap()]).0["contracts"][0]["earlier"].clone()
    };
    assert_eq!(of(&now, &before)["as_of"], "2009-09-30");
    assert_ne!(of(&now, &before)["secured"], "495");
    assert_eq!(of(&before, &now), Value::Null, "a later day is no earlier one");
    let text = out(&kontrakt(&["portfolio", now.to_str().unwrap(), "--since", before.to_str().unwrap()]));
    let (_, changed) = text.split_once("Ændret siden en tidligere dag (1)\n").unwrap();
    assert!(
        changed.starts_with("Arbejdsmarkedsstyrelsen: sikret ") && changed.contains("siden 30.09.2009\n"),
        "{text}"
    );
    for heading in ["Overskredne frister (1)", "Mest på spil (1)", "Departementet skal orienteres ("] {
        assert!(text.contains(heading), "{heading}: {text}");
    }
}

#[test]
fn contracts_of_one_institution_are_told_apart_by_their_titles() {
    let folder = folder("namesakes");
    for year in ["2008", "2009"] {
        let text = case_of(&format!("ams-{year}"), &[assessment_of(&format!("ams-{year}"))]);
        let mut case: Value = serde_json::from_str(&text).unwrap();
        case["contract"]["title"] = format!("Kontrakt {year}").into();
        fs::write(folder.join(format!("{year}.json")), case.to_string()).unwrap();
    }
    let path = folder.to_str().unwrap();
    for form in ["--threads=1", "--html"] {
        let text = out(&kontrakt(&["portfolio", path, form]));
        for year in ["2008", "2009"] {
            assert!(text.contains(&format!("Arbejdsmarkedsstyrelsen, Kontrakt {year}")), "{form}: {text}");
        }
    }
    fs::remove_file(folder.join("2008.json")).unwrap();
    let alone = out(&kontrakt(&["portfolio", path]));
    assert!(alone.contains("Arbejdsmarkedsstyrelsen") && !alone.contains("Kontrakt 2009"), "{alone}");
}

#[test]
fn what_a_portfolio_has_not_stands_nowhere() {
    let units = "contracts/copenhagen-units-2009";
    let paper = out(&kontrakt(&["portfolio", units, "--html", "--pay"]));
    assert!(!paper.contains("Resultatløn") && !paper.contains("Fortroligt"), "there is no pay: {paper}");
    let single = folder("single");
    fs::write(single.join("a.json"), case_of("a", &[assessment_of("a")])).unwrap();
    let text = out(&kontrakt(&["portfolio", single.to_str().unwrap()]));
    assert!(text.contains("1 overskredet frist, 1 mangler departementets vurdering."), "{text}");
    assert!(!text.contains("Median"), "one contract has no middle: {text}");
}

#[test]
fn two_editions_of_a_contract_stand_each_by_itself() {
    let folder = folder("editions");
    let other = text(CONTRACT).replace(
        "\"value\": 26675, \"measured\": \"2009-12\" }",
        "\"value\": 26000, \"measured\": \"2009-12\" }",
    );
    assert_ne!(other, text(CONTRACT));
    fs::write(folder.join("ny.json"), other).unwrap();
    fs::write(folder.join("gammel.json"), text(CONTRACT)).unwrap();
    let (found, ended) = portfolio(&folder, &[]);
    assert_eq!(ended, 0);
    assert_eq!(found["contracts"].as_array().unwrap().len(), 2);
    assert_eq!(found["across"][0]["code"], "contract-twice");
}

#[test]
fn a_row_of_an_old_day_is_marked_beside_later_ones_of_its_year() {
    let folder = folder("old");
    for (id, day) in [("a", "2010-01-15"), ("b", "2009-06-30"), ("c", "2009-12-31")] {
        let mut assessment = assessment_of(id);
        assessment["as_of"] = day.into();
        fs::write(folder.join(format!("{id}.json")), case_of(id, &[assessment])).unwrap();
    }
    let (found, _) = portfolio(&folder, &[]);
    let old: BTreeMap<_, _> = found["contracts"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["id"].as_str().unwrap(), row["assessment"]["old"].as_bool().unwrap()))
        .collect();
    assert_eq!(old, BTreeMap::from([("a", false), ("b", true), ("c", false)]));
}

#[test]
fn the_table_and_the_csv_say_the_same_as_the_json() {
    let folder = folder("forms");
    for id in ["ams", "bms"] {
        fs::write(folder.join(format!("{id}.json")), case_of(id, &[assessment_of(id)])).unwrap();
    }
    let path = folder.to_str().unwrap();
    let table = out(&kontrakt(&["portfolio", path]));
    assert!(table.contains("49,5\u{a0}%") && table.contains("direktøren 15.01.2010"), "{table}");
    assert!(table.contains("2 filer læst: 2 kontrakter."), "{table}");
    assert!(!table.contains("kr."), "{table}");
    assert!(out(&kontrakt(&["portfolio", path, "--pay"])).contains("74.121,36\u{a0}kr."));
    let csv = out(&kontrakt(&["portfolio", path, "--csv"]));
    let lines: Vec<&str> = csv.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("file;contract;institution") && lines[0].ends_with(";due"), "{csv}");
    assert!(lines[1].contains(";495;105;400;1000;49,5;10,5;40;9;18;"), "{csv}");
    let english = out(&kontrakt(&["portfolio", path, "--csv", "--pay", "--lang", "en"]));
    assert!(english.contains(",49.5,10.5,40,") && english.contains(",172500,50169.85,74121.36"), "{english}");
    let paper = out(&kontrakt(&["portfolio", path, "--html"]));
    assert!(paper.contains("paper--across") && !paper.contains("Fortroligt"), "{paper}");
    for figure in ["49,5\u{a0}%", "40,0\u{a0}%", "10,5\u{a0}%"] {
        assert_eq!(paper.matches(&format!(">{figure}<")).count(), 2, "{figure}");
    }
    assert!(out(&kontrakt(&["portfolio", path, "--html", "--pay"])).contains("Fortroligt"));
}

#[test]
fn a_folder_without_contracts_is_no_portfolio() {
    let folder = folder("empty");
    fs::write(folder.join("noter.txt"), "Noter").unwrap();
    let path = folder.to_str().unwrap();
    let said = |within: &str| {
        let output = kontrakt(&["portfolio", &format!("{path}{within}")]);
        assert_eq!((code(&output), out(&output).as_str()), (2, ""), "{within}");
        complaint(&output).replace(path, "mappe")
    };
    assert_eq!(
        said(""),
        "noter.txt er hverken kontrakt, vurdering eller sag.\n\
         Der er ingen kontrakter, vurderinger eller sager i mappe.\n"
    );
    assert_eq!(said("/ukendt"), "mappe/ukendt findes ikke.\n");
    assert_eq!(said("/noter.txt"), "mappe/noter.txt er en fil, ikke en mappe.\n");
    assert_eq!(code(&kontrakt(&["portfolio", path, "--json", "--csv"])), 2);
}

#[test]
fn names_of_strangers_do_not_act_on_the_terminal() {
    let folder = folder("hostile");
    let attack = "\u{1b}[2J\n::error::=1+1";
    let mut contract: Value = serde_json::from_str(&text(CONTRACT)).unwrap();
    contract["institution"] = attack.into();
    contract["title"] = "=1+1".into();
    fs::write(folder.join("a.json"), contract.to_string()).unwrap();
    fs::write(folder.join("b\u{1b}[2J.txt"), "x").unwrap();
    for form in [&[][..], &["--csv"], &["--json"], &["--html"]] {
        let arguments = [&["portfolio", folder.to_str().unwrap()], form].concat();
        let output = kontrakt(&arguments);
        for text in [out(&output), complaint(&output)] {
            assert!(
                !text.contains('\u{1b}') && !text.lines().any(|line| line.starts_with("::")),
                "{form:?}\n{text}"
            );
        }
    }
    let csv = out(&kontrakt(&["portfolio", folder.to_str().unwrap(), "--csv"]));
    assert!(csv.contains(";'=1+1;"), "a formula is a text: {csv}");
}

#[test]
fn a_thousand_cases_keep_their_order_on_any_number_of_threads() {
    let folder = folder("many");
    let case = |number: usize| {
        format!(
            r#"{{"format": "resultatkontrakt", "version": 1, "id": "c{number}", "title": "Kontrakt {number:04}",
                "points": {{"total": 100}},
                "goals": [{{"id": "a", "title": "A", "weight": 100, "target": {{"kind": "at_least", "value": 5}}}}]}}"#
        )
    };
    for number in 0..1_000 {
        fs::write(folder.join(format!("{number:04}.json")), case(number)).unwrap();
    }
    let (found, ended) = portfolio(&folder, &["--threads", "5"]);
    assert_eq!(ended, 0);
    let used = files(&found, "contracts");
    assert_eq!(used.len(), 1_000);
    assert!(used.is_sorted());
}

#[cfg(unix)]
#[test]
fn a_pipe_is_named_and_not_waited_for() {
    let folder = folder("pipe");
    fs::write(folder.join("a.json"), case_of("a", &[assessment_of("a")])).unwrap();
    let made = std::process::Command::new("mkfifo").arg(folder.join("b.json")).status().unwrap();
    assert!(made.success());
    let (found, ended) = portfolio(&folder, &[]);
    assert_eq!(files(&found, "contracts"), ["a.json"]);
    assert_eq!((&found["left_out"][0]["code"], ended), (&json!("unreadable"), 1));
}

#[test]
fn a_folder_is_written_as_a_workbook_with_pay_only_where_it_is_asked_for() {
    let within = folder("workbook");
    fs::write(within.join("a.json"), case_of("a", &[assessment_of("a")])).unwrap();
    let path = written("portefoelje.xlsx", "");
    let size = |more: &[&str]| {
        let arguments = ["portfolio", within.to_str().unwrap(), "--xlsx", "-o", &path];
        let output = kontrakt(&[&arguments[..], more].concat());
        assert_eq!((code(&output), out(&output).as_str()), (0, ""), "{}", complaint(&output));
        let bytes = fs::read(&path).unwrap();
        assert!(bytes.starts_with(b"PK"));
        bytes.len()
    };
    assert!(size(&["--pay"]) > size(&[]), "three columns more");
    let both = kontrakt(&["portfolio", within.to_str().unwrap(), "--xlsx", "--csv"]);
    assert_eq!(code(&both), 2);
}
