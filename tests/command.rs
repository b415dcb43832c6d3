//! The built `kontrakt` command, called as a person or a script calls it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail where it stands")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use resultatkontrakt::load::{CaseFile, Document, read, write_case};
use serde_json::{Value, json};

const CONTRACT: &str = "contracts/ams-2009.json";
const ASSESSMENT: &str = "contracts/ams-2009.assessment.json";

fn kontrakt(arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kontrakt"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(arguments).output().unwrap()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn complaint(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// A file of its own for one test.
fn written(name: &str, text: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn score(arguments: &[&str]) -> Value {
    let output = kontrakt(&[&["score", "--json"], arguments].concat());
    assert_eq!(code(&output), 0, "{}", complaint(&output));
    serde_json::from_str(&out(&output)).unwrap()
}

fn file(path: &str) -> Vec<u8> {
    fs::read(PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

/// Contract and assessment in one file.
fn case(name: &str) -> String {
    let Some(Document::Contract(contract)) = read(&file(CONTRACT)).document else { unreachable!() };
    let Some(Document::Assessment(assessment)) = read(&file(ASSESSMENT)).document else { unreachable!() };
    let case = CaseFile { contract, assessments: vec![*assessment] };
    written(name, &write_case(&case.contract, &case.assessments))
}

/// The lines that programs read: what a finding begins with.
fn findings(output: &Output) -> Vec<String> {
    out(output).lines().filter(|line| !line.starts_with("    ")).map(str::to_owned).collect()
}

#[test]
fn check_prints_a_line_for_each_finding_and_ends_well_with_warnings_alone() {
    let output = kontrakt(&["check", CONTRACT]);
    assert_eq!(code(&output), 0);
    let lines = findings(&output);
    assert!(lines.len() > 11, "{lines:#?}");
    for line in &lines {
        let rest = line.strip_prefix(&format!("{CONTRACT}:")).unwrap();
        let (place, text) = rest.split_once(": ").unwrap();
        let (row, column) = place.split_once(':').unwrap();
        assert!(row.parse::<usize>().unwrap() >= 1 && column.parse::<usize>().unwrap() >= 1);
        let (severity, text) = text.split_once('[').unwrap();
        assert!(["note", "warning"].contains(&severity), "{line}");
        let (code, message) = text.split_once("]: ").unwrap();
        assert!(code.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-') && !message.is_empty());
    }
    assert!(lines.iter().any(|line| line.contains("warning[printed-figure-invalid]: april 2008")));
}

#[test]
fn check_speaks_english_when_it_is_asked_to() {
    let output = kontrakt(&["check", "--lang", "en", CONTRACT]);
    assert!(
        out(&output).contains("April 2008: “34.7100” is not a valid number (Tabel 7)."),
        "{}",
        out(&output)
    );
}

#[test]
fn check_ends_with_1_where_any_file_has_an_error_and_looks_at_all_of_them() {
    let (bad, good) = ("tests/golden/bad/negative-number.json", "tests/golden/bad/no-reason.json");
    for files in [[bad, good], [good, bad]] {
        let output = kontrakt(&["check", files[0], files[1]]);
        assert_eq!(code(&output), 1);
        let lines = findings(&output);
        assert!(
            lines.iter().any(|line| line.contains("negative-number.json:11:17: error[negative-number]: "))
        );
        assert!(
            lines.iter().any(|line| line.contains("no-reason.json:25:26: warning[no-reason]: ")),
            "{lines:#?}"
        );
    }
    let shown = out(&kontrakt(&["check", bad]));
    assert!(shown.contains("\n    |       \"weight\": -100,\n    |                 ^^^^\n"), "{shown}");
}

#[test]
fn what_cannot_be_opened_and_wrong_calls_end_with_2() {
    let nowhere = kontrakt(&["check", "findes-ikke.json", CONTRACT]);
    assert_eq!(code(&nowhere), 2);
    assert!(complaint(&nowhere).contains("findes-ikke.json findes ikke"));
    assert!(!findings(&nowhere).is_empty(), "the other file is still checked");
    for arguments in [
        &["check"][..],
        &["score"],
        &["score", CONTRACT, "findes-ikke.json"],
        &["score", ASSESSMENT],
        &["score", CONTRACT, CONTRACT],
        &["check", CONTRACT, "--lang", "tysk"],
    ] {
        let output = kontrakt(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(!complaint(&output).is_empty() && out(&output).is_empty(), "{arguments:?}");
    }
}

#[test]
fn score_prints_the_whole_outcome_of_worked_example_1_as_json() {
    let outcome = score(&[CONTRACT, ASSESSMENT]);
    assert_eq!(
        outcome["institution"],
        json!({
            "points": {"min": "495", "max": "895"}, "secured": "495", "lost": "105", "open": "400", "total": "1000"
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
            "holiday_allowance": {"min": "752.55", "max": "1111.82"}
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
fn report_writes_each_paper_in_both_forms_and_languages() {
    for (paper, da, en) in [
        ("resultatoversigt", "Resultatoversigt 2009", "Overview of results 2009"),
        ("selvangivelse", "Selvangivelse 2009", "Self-assessment 2009"),
        ("afgoerelse", "Afgørelse 2009", "Decision 2009"),
        ("orientering", "Orientering 2009", "Notice 2009"),
        ("kontrakttjek", "Kontrakttjek 2009", "Contract check 2009"),
    ] {
        for (lang, title) in [("da", da), ("en", en)] {
            let arguments = ["report", paper, CONTRACT, ASSESSMENT, "--lang", lang];
            let html = kontrakt(&arguments);
            assert_eq!(code(&html), 0, "{}", complaint(&html));
            assert!(out(&html).contains(&format!("<h1 class=\"paper__title\">{title}</h1>")));
            let markdown = kontrakt(&[&arguments[..], &["--format", "markdown"]].concat());
            assert!(out(&markdown).starts_with(&format!("# {title}\n")));
        }
    }
}

#[test]
fn report_writes_to_a_file_and_takes_the_assessments_of_a_case() {
    let path = written("selvangivelse.md", "");
    let case = case("case-for-a-paper.json");
    let output = kontrakt(&["report", "selvangivelse", &case, "--format", "markdown", "-o", &path]);
    assert_eq!((code(&output), out(&output).as_str()), (0, ""));
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains("150 + 25 + 120 + 25 + 25 + 50 + 25 + 25 + 25 + 25 = 495"), "{text}");
    let twice = kontrakt(&["report", "selvangivelse", CONTRACT, ASSESSMENT, "--format", "markdown"]);
    assert_eq!(out(&twice), text, "the same paper, whether the assessment stands in the case or beside it");
}

#[test]
fn report_says_what_is_wrong_with_what_it_was_given() {
    for (arguments, ending) in [
        (&["report", "regning", CONTRACT][..], 2),
        (&["report", "selvangivelse", ASSESSMENT], 2),
        (&["report", "selvangivelse", CONTRACT, CONTRACT], 2),
        (&["report", "selvangivelse", "findes-ikke.json"], 2),
        (&["report", "selvangivelse", CONTRACT, "-o", "findes-ikke/papir.html"], 2),
        (&["report", "selvangivelse", "tests/golden/bad/negative-number.json"], 1),
    ] {
        let output = kontrakt(arguments);
        assert_eq!(code(&output), ending, "{arguments:?}");
        assert!(!complaint(&output).is_empty() && out(&output).is_empty(), "{arguments:?}");
    }
}
