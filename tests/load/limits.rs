//! How much of a file is read: the most is read, and one more is a finding at its place.

use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::findings::{Diagnostic, JsonPath, Severity};
use resultatkontrakt::format::{
    Document, Locator, MAX_ASSESSMENTS, MAX_PARTS, MAX_TEXT, MAX_TITLE, inspect, objections, read,
};
use resultatkontrakt::i18n::Words;

const GOAL: &str = r#""id": "a", "title": "Sager", "weight": 100"#;
const AT_MOST_10: &str = r#""target": {"kind": "at_most", "value": 10}"#;

/// A contract with these goals.
pub(crate) fn contract(goals: &str) -> String {
    format!(
        r#"{{"format": "resultatkontrakt", "version": 1, "id": "test", "title": "Prøve", "points": {{"total": 100}}, "goals": [{goals}]}}"#
    )
}

fn assessment(rest: &str) -> String {
    format!(r#"{{"format": "resultatvurdering", "version": 1, "contract": {{"id": "test"}}{rest}}}"#)
}

/// A case with so many assessments.
pub(crate) fn case(assessments: usize) -> String {
    let contract = contract(&format!("{{{GOAL}, {AT_MOST_10}}}"));
    let assessments = vec![assessment(""); assessments].join(",\n");
    format!(
        r#"{{"format": "resultatsag", "version": 1, "contract": {contract}, "assessments": [
{assessments}]}}"#
    )
}

/// A contract with one goal of so many parts, all but ten of them parts of parts.
pub(crate) fn composite(parts: usize) -> String {
    let part = |id: usize, rest: &str| format!(r#"{{"id": "p{id}", "kind": {rest}}}"#);
    let of_part = |count: usize| (0..count).map(|id| part(id, r#""done""#)).collect::<Vec<_>>().join(",\n");
    let inner = format!(r#""all_of", "parts": [{}]"#, of_part((parts - 10) / 10));
    let last = format!(r#""any_of", "parts": [{}]"#, of_part(parts - 10 - (parts - 10) / 10 * 9));
    let all: Vec<String> = (0..9).map(|id| part(id, &inner)).chain([part(9, &last)]).collect();
    contract(&format!(r#"{{{GOAL}, "target": {{"kind": "all_of", "parts": [{}]}}}}"#, all.join(",\n")))
}

/// What is found of this code.
fn found(text: &str, code: &str) -> Vec<Diagnostic> {
    let found = inspect(text.as_bytes()).diagnostics;
    found.into_iter().filter(|found| found.code.name() == code).collect()
}

#[test]
fn the_most_is_read_and_one_more_is_a_finding_at_its_place() {
    let titled =
        |letters| contract(&format!(r#"{{"id": "a", "title": "{}", {AT_MOST_10}}}"#, "å".repeat(letters)));
    let noted =
        |letters| contract(&format!(r#"{{{GOAL}, "note": "{}", {AT_MOST_10}}}"#, "å".repeat(letters)));
    let named =
        |letters| contract(&format!(r#"{{"id": "{}", "title": "", {AT_MOST_10}}}"#, "å".repeat(letters)));
    let weighed =
        |weight: &str| contract(&format!(r#"{{"id": "a", "title": "", "weight": {weight}, {AT_MOST_10}}}"#));
    let scored = |rule: &str| contract(&format!(r#"{{{GOAL}, {AT_MOST_10}, "scoring": {{{rule}}}}}"#));
    for (most, more, code, path) in [
        (titled(MAX_TITLE), titled(MAX_TITLE + 1), "text-too-long", "$.goals[0].title"),
        (named(MAX_TITLE), named(MAX_TITLE + 1), "text-too-long", "$.goals[0].id"),
        (noted(MAX_TEXT), noted(MAX_TEXT + 1), "text-too-long", "$.goals[0].note"),
        (weighed("1e9"), weighed("1000000000.000000001"), "points-too-large", "$.goals[0].weight"),
        (
            weighed(r#"{"min": 0, "max": "1000000000.0"}"#),
            weighed(r#"{"min": 0, "max": "1000000001"}"#),
            "points-too-large",
            "$.goals[0].weight.max",
        ),
        (
            scored(r#""rule": "proportional", "cap": 100"#),
            scored(r#""rule": "proportional", "cap": "100.1""#),
            "share-too-large",
            "$.goals[0].scoring.cap",
        ),
        (
            scored(
                r#""rule": "scale", "between": "step", "steps": [{"at": 9, "share": 0}, {"at": 8, "share": 100}]"#,
            ),
            scored(
                r#""rule": "scale", "between": "step", "steps": [{"at": 9, "share": 0}, {"at": 8, "share": 101}]"#,
            ),
            "share-too-large",
            "$.goals[0].scoring.steps[1].share",
        ),
        (
            composite(MAX_PARTS),
            composite(MAX_PARTS + 1),
            "too-many-parts",
            "$.goals[0].target.parts[9].parts[99]",
        ),
        (case(MAX_ASSESSMENTS), case(MAX_ASSESSMENTS + 1), "too-many-assessments", "$.assessments[500]"),
    ] {
        assert_eq!(found(&most, code), [], "{path}");
        let found = found(&more, code);
        let places: Vec<(String, Severity)> =
            found.iter().map(|one| (one.path.to_string(), one.severity)).collect();
        assert_eq!(places, [(path.to_owned(), Severity::Error)]);
        assert!(inspect(more.as_bytes()).document.is_none());
    }
}

#[test]
fn too_much_in_an_entry_is_a_warning_and_counts_as_not_given() {
    let note = "å".repeat(MAX_TEXT + 1);
    let parts = composite(MAX_PARTS + 1);
    let target = &parts[parts.find(r#"{"kind": "all_of""#).unwrap()..parts.len() - 3];
    for (entry, code) in [
        (format!(r#""note": "{note}""#), "text-too-long"),
        (r#""points": -2e9"#.to_owned(), "points-too-large"),
        (format!(r#""addendum": {{"target": {target}}}"#), "too-many-parts"),
    ] {
        let text = assessment(&format!(r#", "results": {{"a": {{{entry}}}}}"#));
        let found = found(&text, code);
        assert_eq!(found.iter().map(|one| one.severity).collect::<Vec<_>>(), [Severity::Warning], "{code}");
        let Some(Document::Assessment(file)) = inspect(text.as_bytes()).document else { panic!("{code}") };
        let entry = file.assessment.results.values().next().unwrap();
        assert!(entry.note.is_none() && entry.reported.points.is_none() && entry.addendum.is_none());
    }
}

#[test]
fn a_text_of_millions_of_letters_or_of_piled_accents_is_refused_and_shown_in_short() {
    let of_accents = "e".to_owned() + &"\u{301}".repeat(300_000);
    for title in ["æ".repeat(4_000_000 / 2), of_accents.clone(), "o\u{30a}".repeat(100_000)] {
        for text in [
            contract(&format!(r#"{{"id": "a", "title": "{title}", {AT_MOST_10}}}"#)),
            contract(&format!(
                r#"{{"id": "{title}", "title": "", {AT_MOST_10}}}, {{"id": "{title}", "title": ""}}"#
            )),
            contract(&format!(
                r#"{{"id": "a", "{title}": 1, "title": "", "target": {{"kind": "{title}"}}}}"#
            )),
            assessment(&format!(r#", "results": {{"{title}": {{"date": "{title}"}}}}"#)),
        ] {
            let found = inspect(text.as_bytes()).diagnostics;
            assert!(!found.is_empty());
            for one in found {
                let said = one.code.message(resultatkontrakt::i18n::Words::DANISH);
                assert!(said.chars().count() < 400 && one.excerpt.text.chars().count() < 130, "{said}");
                let marks = |text: &str| text.matches('\u{301}').count();
                assert!(marks(&said) < 20 && marks(&one.excerpt.text) < 20, "{said}");
                // No accent stands on what was cut.
                assert!(!one.excerpt.text.contains("…\u{30a}") && !said.contains("\u{30a}…\u{30a}"));
            }
        }
    }
}

#[test]
fn objections_to_an_assessment_are_listed_up_to_a_limit_and_the_rest_are_counted() {
    for (goals, listed, more) in [(3, 3, None), (1_000, 1_000, None), (1_003, 1_001, Some("3"))] {
        let of_goals = |line: &dyn Fn(usize) -> String| (0..goals).map(line).collect::<Vec<_>>().join(", ");
        let contract = contract(&of_goals(&|id| {
            format!(r#"{{"id": "g{id}", "title": "Sager {id}", "weight": 1, {AT_MOST_10}}}"#)
        }));
        let results = of_goals(&|id| format!(r#""g{id}": {{"done": true}}"#));
        let text = assessment(&format!(r#", "results": {{{results}}}"#));
        let (Some(Document::Contract(contract)), Some(Document::Assessment(file))) =
            (read(contract.as_bytes()).document, read(text.as_bytes()).document)
        else {
            panic!("{contract} and {text} are read")
        };
        let evaluation = evaluate(&contract.contract, &file.assessment);
        let place = Locator::of_file(text.as_bytes());
        let root = JsonPath::root();
        let found = objections(&contract.contract, &file.assessment, &evaluation, &place, &root);
        assert_eq!(found.len(), listed);
        let last = found.last().unwrap();
        assert_eq!(last.code.name() == "too-many-findings", more.is_some());
        assert!(more.is_none_or(|more| last.code.message(Words::DANISH).contains(more)), "{last:?}");
    }
}
