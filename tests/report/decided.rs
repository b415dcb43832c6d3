//! What a decision opens with, when it may be signed, and where each of its figures comes from.

use resultatkontrakt::i18n::Words;
use resultatkontrakt::report::{Block, Paper, WrittenPaper, html, markdown};

use super::Case;
use super::calculator::value;

/// A contract of one goal that was reached, and one of two thirds; `beside` stands beside the goals.
fn contract(beside: &str) -> String {
    format!(
        r#"{{ "format": "resultatkontrakt", "version": 1, "id": "small", "title": "Kontrakt 2009–2012",
            "period": {{ "from": "2009-01-01", "to": "2012-12-31", "binding_year": 2009 }},
            "groups": [{{ "id": "all", "title": "Alle", "source": "Tabel 5" }}],
            "goals": [
              {{ "id": "a", "label": "Mål 1", "title": "Færre sager", "group": "all", "page": 14, "weight": 875,
                "wording": "Antallet af sager nedbringes til 10.", "target": {{ "kind": "at_most", "value": 10 }} }},
              {{ "id": "b", "label": "Mål 2", "title": "Frister", "source": "Bilag 3", "weight": 125,
                "target": {{ "kind": "all_of", "parts": [
                  {{ "id": "first", "title": "Koncept", "kind": "done", "wording": "Et koncept foreligger.", "page": 15 }},
                  {{ "id": "second", "kind": "done" }} ] }} }} ],
            "points": {{ "total": 1000 }} {beside} }}"#
    )
}

const PAY: &str = r#", "pay": { "from": "2009-01-01", "to": "2009-12-31", "individual_rule": "overall",
    "points": { "institution": 700, "individual": 300 } }"#;
const SIGNED: &str = r#", "signatories": [
    { "name": "Ida Holm", "title": "Direktør", "party": "director" },
    { "name": "Bo Lund", "title": "Departementschef i ministeriet", "party": "department" }]"#;
const BASE: &str = r#""base": [{ "title": "Løn", "value": "1150000" }], "max_percent": 15"#;
const REACHED: &str = r#""a": { "value": 9 }, "b": { "parts": { "second": { "done": false } } }"#;

/// The department's assessment with these results and this in its pay.
fn case(contract: &str, by: &str, results: &str, pay: &str) -> Case {
    let assessment = format!(
        r#"{{ "format": "resultatvurdering", "version": 1, "contract": {{ "id": "small" }}, "by": "{by}",
            "status": "final", "as_of": "2010-01-15", "results": {{ {results} }},
            "individual": {{ "overall": 210, "reason": "Godt" }}, "pay": {{ {pay} }},
            "events": [{{ "kind": "copied", "on": "2010-01-15" }}, {{ "kind": "decided", "on": "2010-01-20", "note": "Møde" }}] }}"#
    );
    Case::of(contract.as_bytes(), &[assessment.as_bytes()])
}

/// The sentence that the decision opens with.
fn lead(document: &WrittenPaper) -> String {
    match document.blocks.first() {
        Some(Block::Lead(words)) => words.replace('\u{a0}', " "),
        other => panic!("{other:?}"),
    }
}

fn signs(document: &WrittenPaper) -> bool {
    document.blocks.iter().any(|block| matches!(block, Block::Signatures(..)))
}

fn text(document: &WrittenPaper) -> String {
    markdown(document).replace('\\', "").replace('\u{a0}', " ")
}

#[test]
fn a_decision_opens_with_what_was_decided() {
    let all = [PAY, SIGNED].concat();
    let begun = "Departementschefen fastsætter resultatlønnen for 2009 til";
    for (pay, expected) in [
        (
            r#", "adjustment": { "percent": -10, "reason": "Særlige forhold" }, "left_on": "2009-06-30""#,
            "63.321,80 kr. (82,25 % af 172.500,00 kr., reguleret −10 %, 181 af 365 dage).",
        ),
        (r#", "left_on": "2009-06-30""#, "70.357,55 kr. (82,25 % af 172.500,00 kr., 181 af 365 dage)."),
        (
            r#", "adjustment": { "amount": "-1234.56", "reason": "Efter aftale" }"#,
            "140.646,69 kr. (82,25 % af 172.500,00 kr., reguleret −1.234,56 kr.).",
        ),
        ("", "141.881,25 kr. (82,25 % af 172.500,00 kr.)."),
        (
            r#", "breach": "Misligholdelse""#,
            "0,00 kr. (82,25 % af 172.500,00 kr., bortfaldet på grund af væsentlig misligholdelse).",
        ),
    ] {
        let case = case(&contract(&all), "department", REACHED, &[BASE, pay].concat());
        let document = case.paper(Paper::Decision, Words::DANISH);
        assert_eq!(lead(&document), format!("{begun} {expected}"));
        assert!(signs(&document) && !document.draft);
    }
    let case = case(&contract(&all), "agreed", REACHED, &[BASE, r#", "left_on": "2009-06-30""#].concat());
    assert_eq!(
        lead(&case.paper(Paper::Decision, Words::ENGLISH)),
        "The permanent secretary sets the performance pay for 2009 at DKK 70,357.55 (82.25% of DKK 172,500.00, 181 of \
         365 days)."
    );
}

#[test]
fn without_pay_the_sentence_says_points_and_without_points_how_many_goals() {
    let said = |contract: &str| {
        lead(&case(contract, "department", REACHED, "").paper(Paper::Decision, Words::DANISH))
    };
    assert_eq!(said(&contract("")), "Resultatet for 2009 fastsættes til 875 af 1.000 point.");
    assert_eq!(
        said(&contract(SIGNED)),
        "Departementschefen fastsætter resultatet for 2009 til 875 af 1.000 point."
    );
    let board = SIGNED.replace("Departementschef i ministeriet", "Bestyrelsesformand");
    assert!(said(&contract(&board)).starts_with("Bestyrelsesformand Bo Lund fastsætter resultatet for 2009"));
    let unweighted = contract("").replace(r#""points": { "total": 1000 }"#, r#""language": "da""#);
    let unweighted = unweighted.replace(r#""weight": 875,"#, "").replace(r#""weight": 125,"#, "");
    assert_eq!(said(&unweighted), "Resultatet for 2009 fastsættes til 1 opfyldt · 1 ikke opfyldt.");
}

/// What the calculator makes of the figures that stand in the parentheses of a sentence.
fn worked_out(sentence: &str) -> String {
    let whole = sentence.split_once('(').unwrap().1.trim_end_matches(").");
    let mut parts = whole.split(", ");
    let (share, full) = parts.next().unwrap().split_once(" af ").unwrap();
    let share =
        share.strip_suffix(" %").map_or_else(|| share.to_owned(), |percent| format!("{percent} / 100"));
    let rounded = |formula: &str| {
        let units = value(formula, Words::DANISH).rounded(2);
        format!("{units} / 100").replace('-', "−")
    };
    let mut amount = rounded(&format!("{} × {share}", full.trim_end_matches(" kr.")));
    for part in parts {
        amount =
            if let Some(percent) = part.strip_prefix("reguleret ").and_then(|part| part.strip_suffix(" %")) {
                let percent = percent.replace('+', "");
                rounded(&format!("{amount} × (100 + {percent}) / 100"))
            } else if let Some(change) = part.strip_prefix("reguleret ") {
                rounded(&format!("{amount} + {}", change.trim_end_matches(" kr.")))
            } else {
                let (served, of) = part.trim_end_matches(" dage").split_once(" af ").unwrap();
                rounded(&format!("{amount} × {served} / {of}"))
            };
    }
    amount
}

#[test]
fn the_sentence_can_be_worked_out_again_with_a_pocket_calculator() {
    let split = PAY.replace("700", "600");
    let mut checked = 0;
    for pay in [PAY, &split] {
        for adjustment in [
            "",
            r#", "adjustment": { "percent": -7.5, "reason": "x" }"#,
            r#", "adjustment": { "amount": "-99.5", "reason": "x" }"#,
        ] {
            for left in ["", r#", "left_on": "2009-08-17""#] {
                let pay_given = [BASE, adjustment, left].concat();
                let case = case(&contract(pay), "department", REACHED, &pay_given);
                let sentence = lead(&case.paper(Paper::Decision, Words::DANISH));
                let amount = sentence.split(" til ").nth(1).unwrap().split(" kr.").next().unwrap();
                let (told, worked) =
                    (value(amount, Words::DANISH), value(&worked_out(&sentence), Words::DANISH));
                assert_eq!(told, worked, "{sentence}");
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 12);
}

#[test]
fn while_something_is_open_the_paper_says_what_and_nobody_signs() {
    let whole = contract(PAY);
    for (by, results, pay, expected) in [
        ("department", r#""a": { "value": 9 }"#, BASE, "Mål 2 · Frister: åben, 125 point åbne"),
        ("department", REACHED, r#""max_percent": 15"#, "Løngrundlaget mangler."),
        (
            "department",
            REACHED,
            r#""base": [{ "title": "Løn", "value": "1" }]"#,
            "Den højeste procent mangler.",
        ),
        ("director", REACHED, BASE, "Departementets vurdering mangler."),
        (
            "agreed",
            REACHED,
            &[BASE, r#", "adjustment": { "percent": -10 }"#].concat(),
            "Begrundelsen for reguleringen mangler.",
        ),
    ] {
        let case = case(&whole, by, results, pay);
        let document = case.paper(Paper::Decision, Words::DANISH);
        let text = text(&document);
        assert_eq!(lead(&document), "Der kan ikke træffes afgørelse endnu");
        assert!(text.contains(expected), "{expected} is not in\n{text}");
        assert!(text.contains("**Udkast**") && document.draft && !signs(&document), "{text}");
        assert!(
            html(&document)
                .contains("<div class=\"paper__draft\" data-word=\"Udkast\" aria-hidden=\"true\">")
        );
    }
    let english = case(&whole, "director", REACHED, BASE).paper(Paper::Decision, Words::ENGLISH);
    assert!(
        text(&english).contains("**Draft**")
            && text(&english).contains("The department’s assessment is missing.")
    );
}

#[test]
fn those_who_sign_stand_before_the_tables_by_name() {
    let case = case(&contract(&[PAY, SIGNED].concat()), "department", REACHED, BASE);
    let document = case.paper(Paper::Decision, Words::DANISH);
    let at = |is: fn(&Block) -> bool| document.blocks.iter().position(is).unwrap();
    assert!(
        at(|block| matches!(block, Block::Signatures(..))) < at(|block| matches!(block, Block::Table(_)))
    );
    let text = text(&document);
    assert!(text.contains("Bo Lund, Departementschef i ministeriet: ____"), "{text}");
    assert!(text.contains("Ida Holm, Direktør: ____"), "{text}");
    let declared = markdown(&case.paper(Paper::SelfAssessment, Words::DANISH));
    assert!(declared.contains("Ida Holm, Direktør: ") && !declared.contains("Bo Lund"), "{declared}");
}

#[test]
fn a_decision_is_about_its_year_and_leaves_out_how_the_file_was_kept() {
    let case = case(&contract(PAY), "department", REACHED, BASE);
    let text = text(&case.paper(Paper::Decision, Words::DANISH));
    assert!(text.contains("År: 2009") && !text.contains("01.01.2009"), "{text}");
    assert!(text.contains("20.01.2010: Besluttet. Møde") && !text.contains("Begyndt som kopi"), "{text}");
}

#[test]
fn each_figure_of_the_appendix_has_its_place_in_the_document_and_the_words() {
    let case = case(&contract(PAY), "department", REACHED, BASE);
    let document = case.paper(Paper::Decision, Words::DANISH);
    let text = text(&document);
    for wanted in [
        "| 875 | Tabel 5, s. 14 |",
        "| 0 | Bilag 3 |",
        "*Ordlyd: Antallet af sager nedbringes til 10.*",
        "*Koncept, s. 15: Et koncept foreligger.*",
    ] {
        assert!(text.contains(wanted), "{wanted} is not in\n{text}");
    }
    assert!(html(&document).contains("<dd lang=\"da\">Et koncept foreligger.</dd>"));
    let english = markdown(&case.paper(Paper::Decision, Words::ENGLISH));
    assert!(english.contains("Tabel 5, p. 14") && english.contains("*Wording: Antallet"), "{english}");
}

#[test]
fn a_target_that_an_addendum_fixed_is_found_in_the_addendum() {
    let open =
        contract(PAY).replace(r#"{ "kind": "at_most", "value": 10 }"#, r#"{ "kind": "undetermined" }"#);
    for (source, place) in
        [(r#", "source": "Allonge 1""#, "Allonge 1, 12.03.2009"), ("", "Allonge af 12.03.2009")]
    {
        let results = format!(
            r#""a": {{ "value": 9, "addendum": {{ "target": {{ "kind": "at_most", "value": 10 }}, "agreed": "2009-03-12"{source} }} }}"#
        );
        let text = text(&case(&open, "department", &results, BASE).paper(Paper::Decision, Words::DANISH));
        assert!(text.contains(&format!("| {place} |")), "{text}");
    }
}

#[test]
fn no_paper_prints_one_partys_sentence_as_anothers() {
    let results = r#""a": { "value": 9, "note": "Optalt i januar", "note_by": "director" },
        "b": { "parts": { "second": { "done": false } } }"#;
    let assessment = |confirmed: &str| {
        format!(
            r#"{{ "format": "resultatvurdering", "version": 1, "contract": {{ "id": "small" }}, "by": "department",
                "status": "final", "as_of": "2010-01-15", "results": {{ {results} }}, "pay": {{ {BASE} }},
                "individual": {{ "overall": 210, "reason": "Alt er nået"{confirmed} }},
                "events": [{{ "kind": "decided", "note": "Holder ikke", "struck": {{ "on": "2010-01-21" }} }}] }}"#
        )
    };
    for (confirmed, reason) in [
        (r#", "reason_from": { "by": "director", "points": 210 }"#, "Direktørens begrundelse"),
        ("", "Begrundelse"),
    ] {
        let case = Case::of(contract(PAY).as_bytes(), &[assessment(confirmed).as_bytes()]);
        for paper in [Paper::SelfAssessment, Paper::Decision] {
            let text = text(&case.paper(paper, Words::DANISH));
            for said in [format!("{reason}: Alt er nået"), "Direktørens note: Optalt i januar".to_owned()] {
                assert!(text.contains(&said), "{said}\n{text}");
            }
            assert!(!text.contains("Holder ikke"), "{text}");
        }
    }
}

#[test]
fn the_sentence_says_how_the_pay_was_adjusted_in_either_language() {
    let contract = contract(&format!("{PAY}{SIGNED}"));
    for (change, danish, english) in [
        (r#""percent": -10"#, "reguleret −10 %", "adjusted by −10%"),
        (
            r#""to_percent": 90"#,
            "reguleret til 90 % af det fulde tillæg",
            "adjusted to 90% of the full supplement",
        ),
    ] {
        let pay = format!(r#"{BASE}, "adjustment": {{ {change}, "reason": "Efter samlet vurdering" }}"#);
        let case = case(&contract, "agreed", REACHED, &pay);
        for (words, expected) in [(Words::DANISH, danish), (Words::ENGLISH, english)] {
            let sentence = lead(&case.paper(Paper::Decision, words));
            assert!(sentence.contains(expected), "{sentence}");
        }
    }
}
