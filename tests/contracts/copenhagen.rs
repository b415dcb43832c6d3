//! Copenhagen's result contracts for 2009.

use resultatkontrakt::domain::contract::{ReportKind, StatedTarget};
use resultatkontrakt::i18n::Words;

use super::{assessed, contract, counted, statuses};

const ID: &str = "copenhagen-2009";

/// The 13 example targets in the document's order, under its four perspectives.
const TARGETS: &[(&str, &str, &str)] = &[
    ("employment", "long-sickness", "Højst 1.170 sager i december 2009"),
    ("employment", "lasting-jobs", "Mindst 36 pct. i 2009"),
    ("employment", "workplaces", "Mindst 650 personer i 2009"),
    ("employment", "flexjobs", "Mindst 50 pct."),
    ("employment", "exposed-areas", "Højst tallet for december 2008 minus 9,4 pct. i december 2009"),
    ("employment", "timely-contacts", "Mindst 95 pct. i 2009"),
    ("service", "answered-calls", "Mindst 90 pct. i 2009"),
    ("service", "complaints", "Højst tallet for 2008 minus 15 pct. i 2009"),
    ("staff", "sick-leave", "Højst 13 dage i 2009"),
    ("staff", "electricity", "Højst tallet for 2008 minus 5 pct. i 2009"),
    ("staff", "attractive-workplace", "Mindst 65 pct."),
    ("resources", "purchases", "Mellem 85 og 100 pct. i 2009"),
    ("resources", "administration", "Højst 100 pct. i 2009"),
];

#[test]
fn the_13_targets_stand_under_the_four_perspectives() {
    let contract = contract(ID);
    let groups: Vec<_> = contract.groups.iter().map(|group| group.title.as_str()).collect();
    assert_eq!(
        groups,
        ["Beskæftigelsesindsatsen", "Kvalitet i servicen", "Personale og organisation", "Ressourcer"]
    );
    let targets = contract.goals.iter().map(|goal| {
        let group = goal.group.as_ref().unwrap().as_str().to_owned();
        (group, goal.id.as_str().to_owned(), Words::DANISH.goal_target(goal))
    });
    let expected =
        TARGETS.iter().map(|(group, id, text)| ((*group).to_owned(), (*id).to_owned(), (*text).to_owned()));
    assert_eq!(targets.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    for (row, goal) in (1..).zip(&contract.goals) {
        assert_eq!(goal.source.as_deref(), Some(format!("Eksempeltabellen, række {row}").as_str()));
        assert!(goal.weight.is_none(), "{}", goal.id);
    }
}

#[test]
fn the_fourth_perspective_has_another_name_in_the_table() {
    let notes: Vec<_> = contract(ID).also_stated.iter().filter_map(|other| other.note.clone()).collect();
    assert!(notes.iter().any(|note| note.contains("Økonomi") && note.contains("Ressourcer")), "{notes:?}");
}

#[test]
fn sick_leave_falls_from_16_3_days() {
    let contract = contract(ID);
    let history = &contract.goal("sick-leave").unwrap().history;
    let figures: Vec<_> = history.iter().map(|one| (one.period.to_string(), one.value)).collect();
    assert_eq!(figures, [("2008".to_owned(), Some("16.3".parse().unwrap()))]);
}

#[test]
fn ten_units_are_covered() {
    let contract = contract(ID);
    assert_eq!(contract.units.len(), 10);
    assert_eq!(contract.units.iter().filter(|unit| unit.title.starts_with("Jobcenter")).count(), 4);
}

#[test]
fn the_outcomes_for_the_whole_are_kept_and_lead_to_their_goals() {
    let contract = contract(ID);
    let said = |value| Words::DANISH.number(value).replace('\u{2212}', "-");
    let outcomes: Vec<String> = contract
        .outcomes
        .iter()
        .map(|one| {
            let goal = one.goal.as_ref().unwrap().as_str();
            assert!(contract.goal(goal).is_some(), "{goal}");
            format!("{goal}: {} {}", said(one.value.unwrap()), one.unit.as_ref().unwrap())
        })
        .collect();
    assert_eq!(
        outcomes,
        [
            "workplaces: 4.000 borgere",
            "workplaces: 14 pct.",
            "exposed-areas: -9,4 pct.",
            "exposed-areas: -196 personer",
            "complaints: -17 pct.",
            "sick-leave: 15,2 dage",
        ]
    );
}

#[test]
fn what_the_outcomes_say_in_another_way_is_stated() {
    let contract = contract(ID);
    let other = |id: &str| {
        let [other] = &contract.goal(id).unwrap().also_stated[..] else { panic!("{id}") };
        let Some(StatedTarget::Whole { target, .. }) = &other.target else { panic!("{id}") };
        (Words::DANISH.target(target, None, None), other.change.map(|change| change.to_string()))
    };
    assert_eq!(other("complaints"), ("Højst tallet for 2009 minus 17 pct.".to_owned(), None));
    let same = "Højst tallet for december 2008 minus 9,4 pct.".to_owned();
    assert_eq!(other("exposed-areas"), (same, Some("-196".to_owned())));
}

#[test]
fn status_is_given_each_half_year_and_month_and_a_report_each_year() {
    let contract = contract(ID);
    let duties: Vec<_> = contract
        .reporting
        .iter()
        .map(|one| (one.id.as_str(), one.kind.unwrap(), one.date.map(|date| date.to_string())))
        .collect();
    assert_eq!(
        duties,
        [
            ("half-year", ReportKind::Status, None),
            ("year", ReportKind::Report, None),
            ("monthly", ReportKind::Status, Some("2009-03-12".to_owned())),
            ("centres", ReportKind::Status, None),
        ]
    );
}

#[test]
fn the_example_assessment_has_results_of_all_kinds() {
    let evaluation = assessed(ID);
    assert_eq!(counted(evaluation.counts), [7, 0, 3, 1, 1, 1]);
    let expected = [
        ("long-sickness", "not_met"),
        ("lasting-jobs", "open"),
        ("workplaces", "met"),
        ("flexjobs", "met"),
        ("exposed-areas", "met"),
        ("timely-contacts", "not_met"),
        ("answered-calls", "met"),
        ("complaints", "not_met"),
        ("sick-leave", "met"),
        ("electricity", "undetermined"),
        ("attractive-workplace", "lapsed"),
        ("purchases", "met"),
        ("administration", "met"),
    ];
    assert_eq!(statuses(&evaluation), expected);
}

#[test]
fn figures_that_the_document_gives_without_a_direction_say_so() {
    let expected = ["lasting-jobs", "workplaces", "flexjobs", "answered-calls"];
    assert_eq!(super::read_as_a_minimum(&contract(ID)), expected);
}
