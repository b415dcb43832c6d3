//! `kontrakt check`: its lines, its languages and how it ends.

use std::process::Output;

use crate::{ASSESSMENT, CONTRACT, code, complaint, kontrakt, out, written};

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
fn a_contract_written_by_hand_is_answered_at_once_and_with_whole_forms() {
    let by_hand = r#"{
        "format": "resultatkontrakt", "id": "styrelsen-2027", "title": "Kontrakt 2027", "period": "2027",
        "goals": [
            { "id": "a", "title": "Klager", "vægt": 50, "target": { "kind": "mellem", "fra": 1, "til": "9,5" } },
            { "id": "b", "title": "Svar", "weight": "0-50", "target": "senest 30. juni" },
            { "id": "c", "title": "Sager", "weight": 50, "target": { "kind": "højst", "value": 9 },
              "scoring": { "rule": "ret linje", "nul_ved": 12 } }
        ]
    }"#;
    let output = kontrakt(&["check", &written("by-hand.json", by_hand)]);
    assert_eq!(code(&output), 1);
    let text = out(&output);
    for said in [
        "Her mangler »version«.",
        r#"Hele formen: {"from": "2027-01-01", "to": "2027-12-31", "binding_year": 2027}"#,
        "Mente du »weight«?",
        "Mente du »between«?",
        "Mente du »min«?",
        "Mente du »max«?",
        r#"Hele formen: {"kind": "between", "min": 10, "max": 20}"#,
        r#"Hele formen: {"min": 0, "max": 100}"#,
        r#"Hele formen: {"kind": "at_most", "value": 25}"#,
        "Mente du »at_most«?",
        "Mente du »linear«?",
        "Mente du »zero_at«?",
        r#"Hele formen: {"rule": "linear", "zero_at": 40}"#,
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert_eq!(text.matches(r#"{"kind": "between", "#).count(), 1, "an answer is given once: {text}");
    assert!(
        out(&kontrakt(&["check", &written("by-hand.json", by_hand), "--lang", "en"]))
            .contains("The whole form: {")
    );
}

/// What `check` says of a contract with one goal, in Danish.
fn told(name: &str, head: &str, goals: &str) -> String {
    let text = format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "a", "title": "A", "points": {{"total": 60}}, {head}{goals}}}"#
    );
    out(&kontrakt(&["check", &written(name, &text)]))
}

#[test]
fn a_misspelt_key_hides_nothing_and_has_no_mistakes_that_follow_from_it() {
    // What names the goal is right, although the key of the goals is not.
    let text = told(
        "danish-keys.json",
        r#""purposes": [{"id": "p", "title": "P", "goals": ["g"]}], "#,
        r#""mål": [{"id": "g", "titel": "G", "vægt": 60, "target": {"type": "<=", "tal": "60 %"}},
            {"id": "h", "title": "H", "target": {"kind": "frist", "dato": "30.06.09"}},
            {"id": "i", "title": "I", "target": {"kind": "rated", "levels": {"god": 1}}}]"#,
    );
    for said in [
        "»goals«",
        "»title«",
        "»weight«",
        "»kind«",
        "»at_most«",
        "»value«",
        "»60 %« er ikke et tal",
        "Mente du »by«?",
        "»date«",
        "»30.06.09« er ikke skrevet som en dato",
        "Her skal stå en liste",
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
    assert_eq!(text.matches("Her skal stå en liste").count(), 1, "{text}");
    assert!(!text.contains("[too-few-levels]") && !text.contains("[unknown-goal]"), "{text}");
}

#[test]
fn a_thousand_written_with_a_point_is_told_where_the_weights_say_so() {
    let goal = |weight: &str| {
        format!(r#""goals": [{{"id": "g", "title": "G", "weight": {weight}, "target": {{"kind": "done"}}}}]"#)
    };
    let point = "punktum et decimaltegn";
    assert!(told("thousandth.json", "", &goal("0.060")).contains(point));
    assert!(told("other-sum.json", "", &goal("50")).contains("Ret vægtene"));
    assert!(!told("other-sum.json", "", &goal("50")).contains(point));
}

#[test]
fn an_assessment_written_by_hand_is_answered_at_once() {
    let by_hand = r#"{ "format": "resultatvurdering", "version": 1, "contract": "styrelsen-2027", "af": "direktøren",
        "by": "direktør", "status": "endelig", "pr": "31.12.2027", "resultater": {"a": {"resultat": 4}}, "results": [] }"#;
    let text = out(&kontrakt(&["check", &written("assessment-by-hand.json", by_hand)]));
    for said in [
        r#"Hele formen: {"id": "agency-2027"}"#,
        "Mente du »director«?",
        "Mente du »final«?",
        "Mente du »as_of«?",
        r#"Hele formen: {"goal-1": {"value": 24}"#,
    ] {
        assert!(text.contains(said), "{said}\n{text}");
    }
}
