//! The resultatrevision: what a result is held against, which units are comparable, and what could be saved.

use std::fs;
use std::path::PathBuf;

use resultatkontrakt::i18n::Words;
use resultatkontrakt::i18n::text::RevisionText;
use resultatkontrakt::portfolio::{Holds, Row, look};
use resultatkontrakt::report::{Block, Cell, Paper, Row as PaperRow, WrittenPaper, markdown};
use serde_json::{Value, json};

use super::Case;

const UNITS: [&str; 10] = [
    "afklaring",
    "formidling",
    "integration",
    "jsv",
    "kompetence",
    "musvaagevej",
    "nyropsgade",
    "skelbaekgade",
    "sygedagpenge",
    "ydelsesservice",
];

/// The case of one of Copenhagen's units.
fn file(unit: &str) -> Value {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("contracts/copenhagen-units-2009");
    serde_json::from_slice(&fs::read(folder.join(format!("{unit}.json"))).unwrap()).unwrap()
}

fn row(case: &Value) -> Row {
    match look("enhed.json", case.to_string().as_bytes()).holds {
        Holds::Contract(found) => found.row,
        other => panic!("{other:?}"),
    }
}

/// The centre for sick pay with what it costs to be ill for a day, as the department assessed it; none beside it.
fn centre() -> Case {
    let mut case = file("sygedagpenge");
    let goals = case["contract"]["goals"].as_array_mut().unwrap();
    let leave = goals.iter_mut().find(|goal| goal["id"] == "sick-leave").unwrap();
    leave["resources"] = json!([
        { "kind": "at_most", "value": 2, "unit": "årsværk" },
        { "kind": "about", "value": 2500, "unit": "kr. pr. dag" }
    ]);
    Case::of(case["contract"].to_string().as_bytes(), &[case["assessments"][1].to_string().as_bytes()])
}

/// Papers that compare: without anybody beside, and with the other units.
pub(crate) fn compared() -> Vec<Case> {
    let mut beside = centre();
    beside.beside = UNITS.map(|unit| row(&file(unit))).into();
    vec![centre(), beside]
}

fn with_units() -> Case {
    compared().pop().unwrap()
}

fn paper(case: &Case) -> WrittenPaper {
    case.paper(Paper::Revision, Words::DANISH)
}

/// The words of the cells of each row of the table with this caption, notes included.
fn rows(document: &WrittenPaper, caption: RevisionText) -> Vec<Vec<String>> {
    let caption = Words::DANISH.text(caption);
    let table = document.blocks.iter().find_map(|block| match block {
        Block::Table(table) if table.caption == caption => Some(table),
        _ => None,
    });
    let Some(table) = table else { return Vec::new() };
    let rows = table.rows.iter().filter_map(|row| match row {
        PaperRow::Cells(cells) => Some(cells.iter().flat_map(Cell::words).map(str::to_owned).collect()),
        PaperRow::Note(said) => Some(said.iter().map(|(_, text)| text.clone()).collect()),
        _ => None,
    });
    rows.collect()
}

fn says(document: &WrittenPaper, text: RevisionText) -> bool {
    document.blocks.iter().any(|block| matches!(block, Block::Text(said) if said == Words::DANISH.text(text)))
}

#[test]
fn a_result_is_held_against_the_year_before() {
    let found = rows(&paper(&centre()), RevisionText::Development);
    let expected = [
        "Lavere sygefravær, dage",
        "16,3 → 14,2",
        "16,3 (2008)",
        "14,2 − 16,3 = −2,1",
        "−2,1 / 16,3 × 100 = −12,9",
    ];
    assert_eq!(found, [expected]);
    let ams =
        rows(&Case::example("ams-2009").paper(Paper::Revision, Words::DANISH), RevisionText::Development);
    assert_eq!(ams.len(), 4, "goals without a result have figures too: {ams:#?}");
    let copenhagen = Case::example("copenhagen-2009").paper(Paper::Revision, Words::DANISH);
    assert!(!rows(&copenhagen, RevisionText::Results).is_empty());
}

#[test]
fn results_and_developments_stand_beside_those_of_comparable_units() {
    let document = paper(&with_units());
    let results = rows(&document, RevisionText::ResultsBeside);
    let at = results.iter().position(|row| row[0] == "Lavere sygefravær, dage").unwrap();
    assert_eq!(results[at][1..], ["14,2", "11,9", "(12,8 + 13,6) / 2 = 13,2", "14,2", "8"]);
    let each = &results[at + 1][0];
    assert!(each.contains(" 11,9 · "), "{each}");
    assert_eq!(each.matches(" · ").count(), 7, "the unit whose year has not ended has no result: {each}");
    let changes = rows(&document, RevisionText::DevelopmentBeside);
    assert_eq!(
        changes[0],
        [
            "Lavere sygefravær, dage (ændring i pct.)",
            "−12,9",
            "−27",
            "(−21,5 + (−16,6)) / 2 = −19,05",
            "−12,9",
            "8"
        ]
    );
    let long_cases = results.iter().any(|row| row[0].starts_with("Færre lange sygedagpengesager"));
    assert!(!long_cases, "nobody else has that goal");
    let text = markdown(&document);
    assert!(text.contains("Sammenlignet med 9 kontrakter: "), "{text}");
    assert!(text.contains("(direktøren 15.08.2009)"), "what each rests on: {text}");
}

#[test]
fn what_could_be_saved_follows_from_the_development_of_the_others() {
    let found = rows(&paper(&with_units()), RevisionText::Savings);
    let expected = [
        "Lavere sygefravær, dage",
        "16,3 × (100 − 19,05) / 100 = 13,19",
        "14,2 − 13,19 = 1,01",
        "2.500 kr. pr. dag",
        "1,01 × 2.500 = 2.525,00",
    ];
    assert_eq!(found, [expected]);
    let mut best = with_units();
    best.beside = vec![row(&file("afklaring"))];
    assert!(says(&paper(&best), RevisionText::NoSavings), "the other developed alike");
}

#[test]
fn who_has_nobody_beside_is_told_so() {
    let alone = paper(&centre());
    assert!(says(&alone, RevisionText::NoUnits) && says(&alone, RevisionText::NoSavings));
    let mut case = centre();
    case.beside = vec![row(&file("sygedagpenge"))];
    assert!(says(&paper(&case), RevisionText::NoUnits), "nobody is compared with himself");
    let mut other_year = file("afklaring");
    other_year["contract"]["period"]["binding_year"] = json!(2010);
    other_year["contract"]["period"]["to"] = json!("2010-12-31");
    case.beside = vec![row(&other_year)];
    assert!(says(&paper(&case), RevisionText::NoUnits), "another year is another matter");
    let mut other_goals = file("afklaring");
    for goal in other_goals["contract"]["goals"].as_array_mut().unwrap() {
        goal["unit"] = json!("timer");
    }
    case.beside = vec![row(&other_goals)];
    assert!(says(&paper(&case), RevisionText::NothingAlike), "hours are no days");
}

#[test]
fn titles_in_capitals_are_the_same_and_another_direction_is_not() {
    let of = |change: fn(&mut Value)| {
        let mut other = file("afklaring");
        let goals = other["contract"]["goals"].as_array_mut().unwrap();
        change(goals.iter_mut().find(|goal| goal["id"] == "sick-leave").unwrap());
        let mut case = centre();
        case.beside = vec![row(&other)];
        let results = rows(&paper(&case), RevisionText::ResultsBeside);
        results.iter().any(|row| row[0] == "Lavere sygefravær, dage")
    };
    assert!(of(|goal| goal["title"] = json!("LAVERE SYGEFRAVÆR ")));
    assert!(!of(|goal| goal["target"]["kind"] = json!("at_least")));
}

#[test]
fn of_very_many_units_only_the_ends_and_the_middle_are_printed() {
    let mut case = centre();
    let numbered = |number: usize| {
        let mut other = file("afklaring");
        other["contract"]["id"] = json!(format!("enhed-{number}"));
        other["contract"]["institution"] = json!(format!("Enhed {number}"));
        for assessment in other["assessments"].as_array_mut().unwrap() {
            assessment["contract"] = json!({ "id": format!("enhed-{number}") });
        }
        row(&other)
    };
    case.beside = (0..200).map(numbered).collect();
    let document = paper(&case);
    let results = rows(&document, RevisionText::ResultsBeside);
    assert!(results.iter().all(|row| row.len() == 6 && row[5] == "200"), "{results:#?}");
    let text = markdown(&document);
    assert!(
        text.contains("Enhed 29 ") && !text.contains("Enhed 30 ") && text.contains("og 170 til"),
        "{text}"
    );
}

#[test]
fn a_published_paper_has_no_pay() {
    let text = markdown(&Case::example("ams-2009").paper(Paper::Revision, Words::DANISH));
    assert!(!text.contains("kr.") && !text.contains("Fortroligt"), "{text}");
}
