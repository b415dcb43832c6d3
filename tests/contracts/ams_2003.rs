//! The contract of AMS 2003–2006: what its document asks for, and what the example comes to.

use resultatkontrakt::domain::assessment::Assessment;
use resultatkontrakt::domain::contract::{Budget, Contract, Figure, Goal, ReportKind, SumParts};
use resultatkontrakt::domain::contract::{Part, Target};
use resultatkontrakt::domain::date::iso;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::GoalStatus;
use resultatkontrakt::domain::outcome::counting_target;
use resultatkontrakt::i18n::Words;

use super::{assessed, assessment, contract, counted};

const ID: &str = "ams-2003";

/// Each requirement: its label, its heading, and how many requirements it is made of.
const REQUIREMENTS: &[(&str, &str, usize)] = &[
    ("A.1", "a-effect", 2),
    ("A.2", "a-reform", 4),
    ("A.3", "a-reform", 4),
    ("A.4", "a-reform", 4),
    ("A.5", "a-reform", 2),
    ("A.6", "a-reform", 2),
    ("A.7", "a-digital", 3),
    ("A.8", "a-digital", 2),
    ("A.9", "a-digital", 2),
    ("A.10", "a-social-fund", 1),
    ("B.1", "b-handling-time", 3),
    ("B.2", "b-financial-control", 2),
    ("C.1", "c-statistics", 2),
    ("C.2", "c-staff", 1),
];

/// What has to hold, line by line.
const TARGETS: &[(&str, &str)] = &[
    ("a-1/lar-3/after-6-months/a", "Måltallet er ikke fastlagt endnu"),
    ("a-1/lar-3/after-6-months/b", "Måltallet er ikke fastlagt endnu"),
    ("a-1/lar-3/after-18-months/a", "Måltallet er ikke fastlagt endnu"),
    ("a-1/lar-3/after-18-months/b", "Måltallet er ikke fastlagt endnu"),
    ("a-1/lar-4", "Måltallet er ikke fastlagt endnu"),
    ("a-2/strategy", "Senest 31.03.2003"),
    ("a-2/projects", "Mindst 100 pct. af regionerne"),
    ("a-2/pilots/agreements", "Mindst 3 aftaler"),
    ("a-2/pilots/agreed", "Senest 31.03.2003"),
    ("a-2/pilots/experience", "Senest 31.12.2003"),
    ("a-2/placement-units", "Skal være gennemført"),
    ("a-3/new-insured", "Skal være gennemført"),
    ("a-3/earlier-insured", "Skal være gennemført"),
    ("a-3/activation", "Skal være gennemført"),
    ("a-3/municipal", "Skal være gennemført"),
    ("a-4/guidance", "Senest 31.03.2003"),
    ("a-4/region-contracts", "Mindst 100 pct. af kontrakterne"),
    ("a-4/municipalities/strategy", "Senest 30.06.2003"),
    ("a-4/municipalities/measurement", "Senest 01.07.2003"),
    ("a-4/referred", "Måltallet er ikke fastlagt endnu"),
    ("a-5/training", "Senest 31.12.2003"),
    ("a-5/follow-up", "Skal være gennemført"),
    ("a-6/action-plan", "Senest 10.02.2003"),
    ("a-6/study/launched", "Skal være gennemført"),
    ("a-6/study/conference", "Senest 30.11.2003"),
    ("a-7/job-bank", "Senest 01.03.2003"),
    ("a-7/advertisements", "Mindst tallet for 2002 plus 25 pct."),
    ("a-7/hits", "Mindst tallet for 2002 plus 25 pct."),
    ("a-8/core", "Senest 31.03.2003"),
    ("a-8/trial", "Mindst 25 kommuner, AF-regioner eller formidlingshuse"),
    ("a-9/coordination", "Skal være gennemført"),
    ("a-9/entrance", "Skal være gennemført"),
    ("a-10", "Skal være gennemført"),
    ("b-1/pools", "Højst 8 uger"),
    ("b-1/complaints", "Mindst 80 pct."),
    ("b-1/letters", "Mindst 100 pct."),
    ("b-2/budgeting/supplementary", "Senest 31.12.2003"),
    ("b-2/budgeting/finance-bill", "Senest 31.12.2003"),
    ("b-2/model", "Skal være gennemført"),
    ("c-1/analysis", "Senest 31.03.2003"),
    ("c-1/improvement/actions", "Mindst 1 tiltag"),
    ("c-1/improvement/completed", "Senest 31.12.2003"),
    ("c-2", "Mindst 2 indsatsområder i 2003"),
];

fn parts(target: &Target) -> &[Part] {
    match target {
        Target::AllOf(parts) | Target::AnyOf(parts) => parts,
        _ => &[],
    }
}

/// The lines of a part, each with its path and its target in words.
fn lines(part: &Part, above: &str, found: &mut Vec<(String, String)>) {
    let path = format!("{above}/{}", part.id);
    let inner = parts(&part.target);
    for part in inner {
        lines(part, &path, found);
    }
    if inner.is_empty() {
        found.push((path, Words::DANISH.target(&part.target, part.unit.as_deref(), None)));
    }
}

fn goal<'c>(contract: &'c Contract, id: &str) -> &'c Goal {
    contract.goal(id).unwrap()
}

/// A part by the identifiers on the way to it.
fn part<'c>(contract: &'c Contract, path: &str) -> &'c Part {
    let (id, path) = path.split_once('/').unwrap();
    let find = |parts: &'c [Part], id: &str| parts.iter().find(|part| part.id.as_str() == id).unwrap();
    let mut steps = path.split('/');
    let first = find(parts(&goal(contract, id).target), steps.next().unwrap());
    steps.fold(first, |part, id| find(parts(&part.target), id))
}

/// Figures as `2002-H1 28`; one that is not fixed as `2006 –`.
fn figures(figures: &[Figure]) -> Vec<String> {
    let value = |figure: &Figure| figure.value.map_or("–".to_owned(), |value| value.to_string());
    figures.iter().map(|figure| format!("{} {}", figure.period, value(figure))).collect()
}

#[test]
fn every_requirement_stands_under_its_heading() {
    let contract = contract(ID);
    let found = contract.goals.iter().map(|goal| {
        let count = parts(&goal.target).len().max(1);
        (goal.label.as_deref().unwrap(), goal.group.as_ref().unwrap().as_str(), count)
    });
    assert_eq!(found.collect::<Vec<_>>(), REQUIREMENTS);
    for goal in &contract.goals {
        assert_eq!(goal.source, goal.label);
        let outermost = goal.label.as_deref().unwrap().split('.').next().unwrap().to_lowercase();
        assert!(contract.is_within(goal.group.as_ref().unwrap().as_str(), &outermost), "{}", goal.name());
        assert_eq!(goal.weight, None);
    }
}

#[test]
fn every_line_asks_for_what_the_document_asks_for() {
    let contract = contract(ID);
    let mut found = Vec::new();
    for goal in &contract.goals {
        let inner = parts(&goal.target);
        for part in inner {
            lines(part, goal.id.as_str(), &mut found);
        }
        if inner.is_empty() {
            found.push((goal.id.to_string(), Words::DANISH.goal_target(goal)));
        }
    }
    let found: Vec<_> = found.iter().map(|(path, asks)| (path.as_str(), asks.as_str())).collect();
    assert_eq!(found, TARGETS);
}

#[test]
fn figures_of_other_years_stand_where_they_belong() {
    let contract = contract(ID);
    let later = ["2004 –", "2005 –", "2006 –"];
    for (horizon, reached) in [("after-6-months", "2002-H1 28"), ("after-18-months", "2002-H1 44")] {
        let part = part(&contract, &format!("a-1/lar-3/{horizon}"));
        assert_eq!(
            (figures(&part.history), figures(&part.guidelines)),
            (vec![reached.into()], later.map(String::from).into())
        );
    }
    assert_eq!(figures(&part(&contract, "b-1/complaints").guidelines), ["2004 95", "2005 95", "2006 95"]);
    assert_eq!(figures(&goal(&contract, "a-8").guidelines), ["2004-12 80"]);
    for open in ["a-1/lar-4", "a-4/referred", "a-7/advertisements"] {
        assert_eq!(figures(&part(&contract, open).guidelines), ["2006 –"], "{open}");
    }
    // A guideline in words tells what it is.
    let told = contract.goals.iter().flat_map(|goal| &goal.guidelines);
    assert!(told.filter(|figure| figure.value.is_none()).all(|figure| figure.note.is_some()));
    let without: Vec<&str> = contract
        .goals
        .iter()
        .filter(|goal| goal.guidelines.is_empty() && parts(&goal.target).iter().all(in_words_only))
        .map(|goal| goal.name())
        .collect();
    assert_eq!(without, ["A.6", "A.9"], "the requirements that the document gives no guideline for");
}

fn in_words_only(part: &Part) -> bool {
    part.guidelines.is_empty() && parts(&part.target).iter().all(in_words_only)
}

#[test]
fn the_budget_has_net_and_wages_for_four_years() {
    let contract = contract(ID);
    let Budget { unit, price_level, columns, lines, source } = contract.budget.as_ref().unwrap();
    assert_eq!(
        (unit.as_deref(), *price_level, source.as_deref()),
        (Some("mio. kr."), Some(2003), Some("Tabel 1"))
    );
    let columns: Vec<_> =
        columns.iter().map(|column| (column.period.to_string(), column.label.as_deref().unwrap())).collect();
    let expected = [("2003", "FL"), ("2004", "BO1"), ("2005", "BO2"), ("2006", "BO3")];
    assert_eq!(columns, expected.map(|(period, label)| (period.to_owned(), label)));
    let [net, wages] = &lines[..] else { panic!("{lines:?}") };
    assert_eq!(figures(&net.values), ["2003 116.2", "2004 112.8", "2005 109.5", "2006 107.4"]);
    assert_eq!(figures(&wages.values), ["2003 74.4", "2004 72.4", "2005 70.2", "2006 68.9"]);
    assert_eq!((wages.part_of.as_ref(), net.part_of.as_ref()), (net.id.as_ref(), None));

    let resources: Vec<_> =
        goal(&contract, "a-5").resources.iter().map(|money| money.value.to_string()).collect();
    assert_eq!(resources, ["30", "30"]);
    let [sum] = &contract.sums[..] else { panic!("{:?}", contract.sums) };
    let SumParts::Stated(stated) = &sum.parts else { panic!("{sum:?}") };
    assert_eq!(
        (sum.total.to_string(), stated[0].value.to_string(), sum.complete),
        ("87000".into(), "20000".into(), false)
    );
}

#[test]
fn what_is_to_be_reported_is_told_with_its_day() {
    let contract = contract(ID);
    let found: Vec<_> = contract
        .reporting
        .iter()
        .map(|report| (report.id.as_str(), report.kind, report.date.map(iso)))
        .collect();
    let expected = [
        ("levels", None, Some("2003-05-31")),
        ("midterm", Some(ReportKind::Status), Some("2003-10-01")),
        ("draft", None, Some("2003-10-01")),
        ("agreement", None, Some("2003-12-15")),
        ("renewal", None, Some("2003-12-31")),
        ("annual-report", Some(ReportKind::Report), None),
        ("parliament", Some(ReportKind::Report), None),
        ("duty-to-inform", Some(ReportKind::Notice), None),
        ("renegotiation", None, None),
    ];
    assert_eq!(found, expected.map(|(id, kind, date)| (id, kind, date.map(str::to_owned))));
}

#[test]
fn the_example_comes_to_counts_and_no_points() {
    let (contract, evaluation) = (contract(ID), assessed(ID));
    assert_eq!(counted(evaluation.counts), [6, 0, 3, 3, 1, 1]);
    let of = |status| {
        let goals = evaluation.goals.iter().filter(move |outcome| outcome.status == status);
        goals.map(|outcome| goal(&contract, outcome.goal.as_str()).name()).collect::<Vec<_>>()
    };
    assert_eq!(of(GoalStatus::Met), ["A.5", "A.7", "A.10", "B.2", "C.1", "C.2"]);
    assert_eq!(of(GoalStatus::NotMet), ["A.2", "A.8", "B.1"]);
    assert_eq!(of(GoalStatus::Open), ["A.1", "A.3", "A.6"]);
    assert_eq!(of(GoalStatus::Undetermined), ["A.4"]);
    assert_eq!(of(GoalStatus::Lapsed), ["A.9"]);
    assert_eq!(evaluation.goal("a-6").unwrap().overdue.map(iso).as_deref(), Some("2003-11-30"));
    assert!(assessment(ID).sha256.is_some(), "it says which contract it was made for");
}

#[test]
fn without_an_assessment_only_the_levels_that_are_missing_are_undetermined() {
    let blank = evaluate(&contract(ID), &Assessment::new(ID.into()));
    assert_eq!((counted(blank.counts), blank.institution), ([0, 0, 0, 13, 1, 0], None));
    assert_eq!(blank.goal("a-1").unwrap().status, GoalStatus::Undetermined);
}

#[test]
fn an_addendum_fixes_a_target_that_is_open_in_a_part_and_none_that_is_fixed() {
    let (contract, assessment) = (contract(ID), assessment(ID));
    let entry = &assessment.results["a-1"];
    let addendum = &entry.addendum.as_ref().unwrap().target;
    assert_eq!(counting_target(goal(&contract, "a-1"), Some(entry)), addendum);
    for fixed in ["a-2", "c-2"] {
        let own = goal(&contract, fixed);
        assert_eq!(counting_target(own, Some(entry)), &own.target);
    }
    let own = goal(&contract, "a-1");
    assert_eq!(counting_target(own, None), &own.target);
}

#[test]
fn figures_that_the_document_gives_without_a_direction_say_so() {
    assert_eq!(super::read_as_a_minimum(&contract(ID)), ["a-2", "a-8"]);
}
