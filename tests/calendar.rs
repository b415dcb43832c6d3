//! Deadlines, and the calendar file that they go out as.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail where it stands")]

mod common;

use common::{assessment, contract};
use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::date::{iso, parse_date};
use resultatkontrakt::domain::deadline::deadlines;
use resultatkontrakt::i18n::Words;
use resultatkontrakt::report::calendar;

const GOALS: &str = r#""goals": [
    {"id": "late", "label": "Mål 2", "title": "Ny model", "target": {"kind": "by", "date": "2009-06-30"}},
    {"id": "count", "title": "Sager", "target": {"kind": "at_most", "value": 20}},
    {"id": "steps", "title": "To trin", "target": {"kind": "all_of", "parts": [
        {"id": "first", "title": "Oplæg", "kind": "by", "date": "2009-03-01"},
        {"id": "within", "kind": "any_of", "parts": [{"id": "deep", "kind": "by", "date": "2009-04-01"}]},
        {"id": "other", "kind": "done"}]}}],
    "reporting": [
        {"id": "mid", "title": "Midtvejsstatus", "date": "2009-05-15"},
        {"id": "any", "title": "Når det sker"}]"#;

fn listed(contract: &Contract, assessment: &Assessment) -> Vec<String> {
    let line = |deadline: &resultatkontrakt::domain::deadline::Deadline<'_>| {
        format!("{} {}", iso(deadline.on), Words::DANISH.due(&deadline.due, deadline.is_done))
    };
    deadlines(contract, assessment).iter().map(line).collect()
}

#[test]
fn deadlines_are_those_of_targets_parts_and_reports_by_day() {
    let contract = contract(GOALS);
    let first = "2009-03-01 Frist: To trin, Oplæg";
    let rest = [
        "2009-04-01 Frist: To trin, within, deep",
        "2009-05-15 Rapportering: Midtvejsstatus",
        "2009-06-30 Frist: Mål 2 · Ny model",
    ];
    let all: Vec<_> = [first].into_iter().chain(rest).collect();
    assert_eq!(listed(&contract, &Assessment::new("test".into())), all);
    let told = |results: &str| {
        let rest = format!(r#""as_of": "2009-03-31", "results": {{{results}}}"#);
        listed(&contract, &assessment(&rest))
    };
    let done = told(r#""steps": {"parts": {"first": {"date": "2009-02-20"}}}"#);
    assert_eq!(done[0], "2009-03-01 Frist, nået: To trin, Oplæg");
    // A day that has not come is a forecast.
    assert_eq!(told(r#""late": {"date": "2009-06-20"}"#)[3], rest[2]);
    assert_eq!(told(r#""late": {"lapsed": "Aftalt"}"#).len(), 3);
}

#[test]
fn an_addendum_that_fixes_a_date_is_followed() {
    let contract = contract(r#""goals": [{"id": "a", "title": "A", "target": {"kind": "undetermined"}}]"#);
    let fixed = r#""results": {"a": {"addendum": {"target": {"kind": "by", "date": "2009-05-01"}}}}"#;
    assert_eq!(listed(&contract, &assessment(fixed)), ["2009-05-01 Frist: A"]);
    assert!(listed(&contract, &Assessment::new("test".into())).is_empty());
}

fn file(contract: &Contract, notice: &[u16]) -> String {
    let written = parse_date("2009-02-14").unwrap();
    calendar(contract, &Assessment::new(contract.id.clone()), (written, notice), Words::DANISH)
}

/// The lines of a file as they were before they were folded.
fn unfolded(file: &str) -> Vec<String> {
    file.replace("\r\n ", "").split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn an_event_is_a_whole_day_with_a_name_that_stays() {
    let contract =
        contract(r#""goals": [{"id": "a", "title": "A", "target": {"kind": "by", "date": "2009-12-31"}}]"#);
    let lines = unfolded(&file(&contract, &[14, 0]));
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Resultatkontrakt//DA",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        "BEGIN:VEVENT",
        "UID:test/goal/a@resultatkontrakt",
        "DTSTAMP:20090214T000000Z",
        "DTSTART;VALUE=DATE:20091231",
        "DTEND;VALUE=DATE:20100101",
        "SUMMARY:Frist: A",
        "DESCRIPTION:Prøve",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:-P13DT15H",
        "DESCRIPTION:Frist: A",
        "END:VALARM",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        "TRIGGER:PT9H",
        "DESCRIPTION:Frist: A",
        "END:VALARM",
        "END:VEVENT",
        "END:VCALENDAR",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn lines_are_folded_at_75_bytes_between_letters_and_signs_are_marked() {
    let title = format!("a;b,c\\\\d {}", "æøå€".repeat(60));
    let goal = format!(
        r#""goals": [{{"id": "a", "title": "{title}", "target": {{"kind": "by", "date": "2009-12-31"}}}}]"#
    );
    let file = file(&contract(&goal), &[]);
    assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
    assert!(file.split("\r\n").any(|line| line.len() > 70), "{file}");
    assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
    let summary = unfolded(&file).into_iter().find(|line| line.starts_with("SUMMARY")).unwrap();
    assert_eq!(summary, format!("SUMMARY:Frist: a\\;b\\,c\\\\d {}", "æøå€".repeat(60)));
}

#[test]
fn identifiers_are_unlike_for_every_deadline() {
    let lines = unfolded(&file(&contract(GOALS), &[]));
    let mut ids: Vec<_> = lines.iter().filter(|line| line.starts_with("UID:")).collect();
    let count = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!((count, ids.len()), (4, 4));
    assert!(ids.iter().any(|id| *id == "UID:test/goal/steps/within/deep@resultatkontrakt"), "{ids:?}");
}
