//! The administrative proposals of the first phase of de-bureaucratisation.

use std::collections::BTreeMap;

use resultatkontrakt::domain::contract::{Goal, SumParts};
use resultatkontrakt::domain::contract::{Part, Target};
use resultatkontrakt::i18n::Words;

use super::{assessed, contract, counted};

const ID: &str = "debureaucratisation-2009";

/// The proposals that the document describes, under its two headings.
const DESCRIBED: &[u32] = &[2, 3, 4, 5, 6, 8, 9, 10, 12, 14, 15, 20, 21, 22, 23, 24, 25, 26, 31, 32];
const UP_TO_THE_MUNICIPALITIES: &[u32] = &[13, 16, 17, 18];

#[test]
fn the_counts_of_the_document_are_those_of_its_proposals() {
    let contract = contract(ID);
    let sums: BTreeMap<_, _> = contract
        .sums
        .iter()
        .map(|sum| {
            let SumParts::Stated(parts) = &sum.parts else { panic!("{}", sum.id) };
            let parts: Vec<_> = parts.iter().map(|part| part.value.to_string()).collect();
            (sum.id.as_str(), (sum.total.to_string(), parts.join(" + "), sum.complete))
        })
        .collect();
    let missing = (1..=32).filter(|n| !DESCRIBED.contains(n) && !UP_TO_THE_MUNICIPALITIES.contains(n));
    let counted = [DESCRIBED.len(), UP_TO_THE_MUNICIPALITIES.len(), missing.count()];
    let counted = counted.map(|count| count.to_string()).join(" + ");
    let expected = [
        ("all-proposals", ("169", "76", false)),
        ("administrative", ("76", "44 + 32", true)),
        ("shorter-term", ("44", "44", true)),
        ("outstanding", ("32", "8", false)),
        ("longer-term", ("32", counted.as_str(), true)),
    ];
    let expected =
        expected.map(|(id, (total, parts, complete))| (id, (total.to_owned(), parts.to_owned(), complete)));
    assert_eq!(sums, BTreeMap::from(expected));
    assert_eq!(counted, "20 + 4 + 8");
}

#[test]
fn every_goal_is_a_proposal_that_the_document_describes() {
    let contract = contract(ID);
    assert_eq!(contract.goals.len(), 37);
    for goal in &contract.goals {
        let number = goal.id.as_str().strip_prefix("proposal-").unwrap().replace('-', ".");
        let label = format!("Forslag {number}");
        assert_eq!(goal.label.as_deref(), Some(label.as_str()));
        assert_eq!(goal.source, Some(format!("{label}, løsning")));
        let (phase, number) = number.split_once('.').unwrap();
        let number: u32 = number.parse().unwrap();
        let group = match phase {
            "1" if (1..=44).contains(&number) => "shorter-term",
            "2" if DESCRIBED.contains(&number) => "implemented",
            "2" if UP_TO_THE_MUNICIPALITIES.contains(&number) => "municipal",
            _ => panic!("{label} is not described"),
        };
        assert_eq!(goal.group.as_ref().unwrap().as_str(), group, "{label}");
    }
}

#[test]
fn that_a_report_became_targets_is_said() {
    let contract = contract(ID);
    let notes = contract.also_stated.iter().filter_map(|place| place.note.as_deref());
    let said = notes.filter(|note| note.contains("sætter ingen mål") && note.contains("31.12.2007"));
    assert_eq!(said.count(), 1);
}

/// What a goal asks for, one line for each part.
fn requirements(goal: &Goal) -> Vec<String> {
    let said = |part: &Part| {
        format!("{}: {}", part.id.as_str(), Words::DANISH.target(&part.target, part.unit.as_deref(), None))
    };
    match &goal.target {
        Target::AllOf(parts) => parts.iter().map(said).collect(),
        target => vec![Words::DANISH.target(target, goal.unit.as_deref(), None)],
    }
}

#[test]
fn dates_and_counts_are_those_of_the_document() {
    let contract = contract(ID);
    let cases: &[(&str, &[&str])] = &[
        ("proposal-1-2", &["Senest 29.06.2007"]),
        ("proposal-1-6", &["status: Senest 15.06.2007", "weekly: Senest 31.01.2008"]),
        ("proposal-1-11", &["matches: Mindst 10 job", "local: Mindst 10 job"]),
        ("proposal-1-40", &["accounts: Mindst 900 adgange", "closed: Senest 31.10.2008"]),
        (
            "proposal-1-43",
            &[
                "guidance: Senest 30.06.2008",
                "letter: Senest 11.07.2008",
                "bill: Senest 31.01.2009",
                "in-force: Senest 01.07.2009",
            ],
        ),
        ("proposal-2-3", &["citizens: Senest 31.01.2008", "caseworkers: Senest 30.04.2008"]),
        ("proposal-2-16", &["Måltallet er ikke fastlagt endnu"]),
        (
            "proposal-2-21",
            &[
                "length: Højst 1 A4-side",
                "live: Senest 30.09.2008",
                "workshops: Mindst 6 workshopper",
                "regions: Mindst 4 regioner",
                "centres: Mindst 70 jobcentre",
            ],
        ),
        ("proposal-2-25", &["Senest 01.08.2009"]),
    ];
    for (id, expected) in cases {
        assert_eq!(requirements(contract.goal(id).unwrap()), *expected, "{id}");
    }
    let principle = &requirements(contract.goal("proposal-2-24").unwrap());
    assert_eq!(principle[0], "rules: Senest 01.01.2007");
    assert!(principle[1].starts_with("principle: "), "{principle:?}");
}

#[test]
fn the_example_assessment_has_results_of_all_kinds() {
    assert_eq!(counted(assessed(ID).counts), [29, 0, 3, 3, 1, 1]);
}
