//! What an assessment keeps beside its results: when and where things were decided, what happened to it, and
//! what the department was told.

use resultatkontrakt::domain::assessment::{Decision, EventKind};
use resultatkontrakt::domain::date::parse_date;
use resultatkontrakt::format::{Document, read, write_assessment};

use crate::writing::{assessment, json};

fn file(rest: &str) -> String {
    format!(r#"{{ "format": "resultatvurdering", "version": 1, "contract": {{ "id": "t" }}, {rest} }}"#)
}

fn decided(agreed: &str, source: &str) -> Decision {
    Decision { agreed: parse_date(agreed), source: Some(source.to_owned()) }
}

#[test]
fn a_decision_may_say_when_and_where() {
    let text = file(
        r#""results": { "a": { "lapsed": { "reason": "Aftalt", "agreed": "2009-10-01", "source": "Brev" } }, "b": { "lapsed": "Kort" } },
        "pay": {
            "adjustment": { "percent": -10, "reason": "r", "agreed": "2010-02-01", "source": "Møde" },
            "left_on": { "date": "2009-06-30", "agreed": "2009-05-01", "source": "Mail" },
            "breach": { "reason": "b", "agreed": "2009-07-01", "source": "Høring" }
        }"#,
    );
    let read = assessment(&text);
    let (results, pay) = (&read.assessment.results, &read.assessment.pay);
    assert_eq!(results["a"].lapsed.what.as_deref(), Some("Aftalt"));
    assert_eq!(results["a"].lapsed.decision, decided("2009-10-01", "Brev"));
    assert_eq!(results["b"].lapsed.what.as_deref(), Some("Kort"));
    assert!(results["b"].lapsed.decision.is_empty());
    assert_eq!(pay.adjustment.as_ref().unwrap().decision, decided("2010-02-01", "Møde"));
    assert_eq!(
        (pay.left_on.what, &pay.left_on.decision),
        (parse_date("2009-06-30"), &decided("2009-05-01", "Mail"))
    );
    assert_eq!(
        (pay.breach.what.as_deref(), &pay.breach.decision),
        (Some("b"), &decided("2009-07-01", "Høring"))
    );
    assert_eq!(json(&write_assessment(&read)), json(&text));
}

#[test]
fn a_decision_without_a_day_is_written_in_the_short_form() {
    let text = file(r#""results": {}, "pay": { "left_on": "2009-06-30", "breach": "b" }"#);
    let mut read = assessment(&text);
    assert!(read.assessment.pay.left_on.decision.is_empty());
    read.assessment.pay.breach.decision.agreed = parse_date("2009-07-01");
    let expected = file(
        r#""results": {}, "pay": { "left_on": "2009-06-30", "breach": { "reason": "b", "agreed": "2009-07-01" } }"#,
    );
    assert_eq!(json(&write_assessment(&read)), json(&expected));
}

#[test]
fn an_assessment_is_locked_where_the_last_of_both_says_so() {
    for (events, locked) in [
        ("", false),
        (r#"{ "kind": "locked", "on": "2010-01-15", "by": "KL", "note": "n" }"#, true),
        (r#"{ "kind": "locked" }, { "kind": "unlocked", "on": "2010-01-16" }"#, false),
        (r#"{ "kind": "locked" }, { "kind": "decided", "note": "Aftalt" }"#, true),
    ] {
        let text = file(&format!(r#""results": {{}}, "events": [{events}]"#));
        let read = assessment(&text);
        assert_eq!(read.assessment.is_locked(), locked, "{events}");
        assert_eq!(json(&write_assessment(&read)), json(&text));
    }
}

#[test]
fn an_event_of_an_unknown_kind_is_a_warning_and_keeps_its_place_and_its_words() {
    let text = file(
        r#""results": {}, "events": [{ "kind": "sealed", "on": "2010-01-15" }, "?", { "kind": "copied", "on": "2010-02-30" }]"#,
    );
    let reading = read(text.as_bytes());
    assert!(!reading.has_errors());
    assert_eq!(reading.diagnostics.len(), 3);
    let Some(Document::Assessment(mut file)) = reading.document else { panic!("no assessment") };
    let kinds: Vec<_> = file.assessment.events.iter().map(|event| event.kind).collect();
    assert_eq!(kinds, [EventKind::Other, EventKind::Other, EventKind::Copied]);
    file.assessment.status = resultatkontrakt::domain::assessment::Status::Final;
    let written = json(&write_assessment(&file));
    assert_eq!(written["events"], json(&text)["events"]);
}

#[test]
fn a_notice_belongs_to_its_goal() {
    let text = file(
        r#""results": { "a": { "notice": { "cause": "Sygdom", "measures": "Vikar", "on": "2009-08-01" } } }"#,
    );
    let read = assessment(&text);
    let notice = &read.assessment.results["a"].notice;
    assert_eq!((notice.cause.as_deref(), notice.on), (Some("Sygdom"), parse_date("2009-08-01")));
    assert_eq!(json(&write_assessment(&read)), json(&text));
}
