//! `kontrakt calendar`: deadlines for a calendar.

use std::fs;

use crate::{ASSESSMENT, CONTRACT, case, code, complaint, kontrakt, out, written};

#[test]
fn calendar_prints_events_or_writes_them_to_a_file() {
    let printed = kontrakt(&["calendar", CONTRACT, ASSESSMENT, "--notice", "14", "--notice", "1"]);
    assert_eq!(code(&printed), 0, "{}", complaint(&printed));
    let text = out(&printed);
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.ends_with("END:VCALENDAR\r\n"));
    assert!(text.contains("DTSTAMP:20100115T000000Z\r\n"), "the day of the assessment: {text}");
    let path = written("frister.ics", "");
    let case = case("case-for-a-calendar.json");
    let output = kontrakt(&["calendar", &case, "--notice", "14", "--notice", "1", "-o", &path]);
    assert_eq!((code(&output), out(&output).as_str()), (0, ""));
    assert_eq!(fs::read_to_string(&path).unwrap(), text, "of a case the assessment that decides is taken");
}

#[test]
fn calendar_says_what_is_wrong_with_what_it_was_given() {
    let bare = written(
        "without-deadlines.json",
        r#"{"format": "resultatkontrakt", "version": 1, "id": "a", "title": "A",
            "goals": [{"id": "a", "title": "A", "target": {"kind": "done"}}]}"#,
    );
    for (arguments, ending) in [
        (&["calendar", &bare][..], 1),
        (&["calendar", CONTRACT, "--notice", "-1"], 2),
        (&["calendar", CONTRACT, "--written", "30.06.2009"], 2),
        (&["calendar", "findes-ikke.json"], 2),
    ] {
        let output = kontrakt(arguments);
        assert_eq!(code(&output), ending, "{arguments:?}");
        assert!(!complaint(&output).is_empty() && out(&output).is_empty(), "{arguments:?}");
    }
}
