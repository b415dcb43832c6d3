//! The folders that come along: the regions between minister and centre, and Copenhagen's ten units. What the documents
//! do not say is marked as made up.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use resultatkontrakt::domain::contract::{Contract, Relation, Target, Threshold};
use resultatkontrakt::domain::number::Decimal;
use resultatkontrakt::format::{CaseFile, Document, inspect};
use resultatkontrakt::i18n::Words;
use resultatkontrakt::portfolio::{Across, Offer, Portfolio, Sorting, combine, level_tables, look};

use super::contract;

/// The cases of a folder, by file.
fn cases(folder: &str) -> BTreeMap<String, CaseFile> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("contracts").join(folder);
    let files = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path());
    let case = |path: PathBuf| {
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        let reading = inspect(&fs::read(&path).unwrap());
        assert!(reading.diagnostics.iter().all(|found| found.severity.name() != "error"), "{name}");
        match reading.document {
            Some(Document::Case(case)) => (name, case),
            _ => panic!("{name}: {:#?}", reading.diagnostics),
        }
    };
    files.map(case).collect()
}

/// What a target asks for at most.
fn at_most(contract: &Contract, goal: &str) -> Decimal {
    match &contract.goal(goal).unwrap().target {
        Target::Limit { relation: Relation::AtMost, threshold: Threshold::Absolute(value) } => *value,
        other => panic!("{goal}: {other:?}"),
    }
}

#[test]
fn a_centre_serves_its_region_and_a_region_the_minister() {
    let (regions, units) = (cases("regions-2009"), cases("copenhagen-units-2009"));
    assert_eq!(regions.len(), 4);
    let ministry = contract("ministry-2009");
    for region in regions.values() {
        let of_minister: Vec<_> =
            region.contract.contract.goals.iter().filter(|goal| !goal.contributes_to.is_empty()).collect();
        assert_eq!(of_minister.len(), 3);
        for goal in of_minister {
            let (other, name) = goal.contributes_to[0].goal.split_once('#').unwrap();
            assert_eq!(other, "ministry-2009");
            assert!(ministry.goal(name).is_some());
        }
    }
    let centre = &units["sygedagpenge.json"].contract.contract;
    let (region, goal) =
        centre.goal("long-sickness").unwrap().contributes_to[0].goal.split_once('#').unwrap();
    let region = regions.values().find(|case| case.contract.contract.id.as_str() == region).unwrap();
    assert!(region.contract.contract.goal(goal).is_some());
}

#[test]
fn the_regions_targets_make_the_countrys() {
    let regions = cases("regions-2009");
    let sum =
        |goal: &str| regions.values().map(|case| at_most(&case.contract.contract, goal)).sum::<Decimal>();
    assert_eq!(sum("goal-2"), at_most(&contract("ministry-2009"), "goal-2"));
    assert_eq!((sum("goal-1"), sum("goal-3")), (26_000.into(), 29_300.into()), "the addenda of the example");
}

#[test]
fn the_ten_units_are_those_of_the_document_with_its_requirements() {
    let (units, whole) = (cases("copenhagen-units-2009"), contract("copenhagen-2009"));
    let mut named: Vec<_> =
        units.values().map(|case| case.contract.contract.institution.clone().unwrap()).collect();
    let mut listed: Vec<_> = whole.units.iter().map(|unit| unit.title.clone()).collect();
    named.sort();
    listed.sort();
    assert_eq!(named, listed);
    for (name, case) in &units {
        for goal in &case.contract.contract.goals {
            match whole.goal(goal.id.as_str()) {
                Some(same) => {
                    assert_eq!((&goal.target, &goal.unit), (&same.target, &same.unit), "{name} {}", goal.id);
                }
                None => {
                    assert_eq!(goal.note.as_deref(), Some("Opfundet til eksemplet."), "{name} {}", goal.id);
                }
            }
        }
    }
}

#[test]
fn what_is_made_up_says_so() {
    for (name, case) in cases("regions-2009").into_iter().chain(cases("copenhagen-units-2009")) {
        let contract = &case.contract.contract;
        assert!(contract.title.ends_with("(eksempel)"), "{name}");
        let said = contract.also_stated.iter().filter_map(|place| place.note.as_deref());
        assert!(said.into_iter().any(|note| note.contains("opfundet")), "{name}");
    }
}

/// The portfolio of these files below `contracts`.
fn portfolio(files: &[&str]) -> Portfolio {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("contracts");
    let mut names = files.to_vec();
    names.sort_unstable();
    let bytes: Vec<_> = names.iter().map(|name| fs::read(root.join(name)).unwrap()).collect();
    let sorting = Sorting::new(names.iter().zip(&bytes).map(|(name, bytes)| look(name, bytes)).collect());
    let done = sorting.jobs().into_iter().map(|job| {
        let beside: Vec<_> = job.assessments.iter().map(|at| (names[*at], bytes[*at].clone())).collect();
        let combined = combine((names[job.contract], &bytes[job.contract]), &beside, &job.named);
        (job, combined)
    });
    let done = done.collect();
    sorting.finish(done)
}

#[test]
fn from_the_minister_down_nothing_leads_nowhere() {
    let found = portfolio(&[
        "ministry-2009.json",
        "ministry-2009.assessment.json",
        "ams-2009.json",
        "ams-2009.assessment.json",
        "copenhagen-2009.json",
        "regions-2009/hovedstaden-sjaelland.json",
        "regions-2009/nordjylland.json",
        "copenhagen-units-2009/sygedagpenge.json",
    ]);
    assert_eq!((found.rows.len(), found.left_out.len()), (6, 0), "{found:#?}");
    // The agency's goals are the minister's over again; an addendum fixed only his.
    let expected = ["goal-1", "goal-3"].map(|goal| Across::TwoTargets {
        file: "ams-2009.json".to_owned(),
        goal: goal.to_owned(),
        to: format!("ministry-2009#{goal}"),
    });
    assert_eq!(found.across, expected);
    let north = found.rows.iter().find(|row| row.id == "region-nordjylland-2009").unwrap();
    assert_eq!(north.overdue.len(), 1, "the plan was due on 1 October");
    assert_eq!(north.earlier.unwrap().as_of.to_string(), "2009-10-05");
    let capital = found.rows.iter().find(|row| row.id == "region-hovedstaden-sjaelland-2009").unwrap();
    assert_eq!(capital.earlier.unwrap().as_of.to_string(), "2010-01-12");
}

/// The files of the example that goes from the minister down.
const HIERARCHY: [&str; 9] = [
    "ministry-2009.json",
    "ministry-2009.assessment.json",
    "ams-2009.json",
    "ams-2009.assessment.json",
    "regions-2009/hovedstaden-sjaelland.json",
    "regions-2009/midtjylland.json",
    "regions-2009/nordjylland.json",
    "regions-2009/syddanmark.json",
    "copenhagen-units-2009/sygedagpenge.json",
];

#[test]
fn the_regions_figures_make_the_countrys_and_are_offered_where_he_has_none() {
    let found = portfolio(&HIERARCHY);
    let tables = level_tables(&found, Words::DANISH);
    let [jobless, sickness, youth, edge] = &tables[..] else { panic!("{tables:#?}") };
    assert_eq!(jobless.requirement, "Højst 26.000 ledige i december 2009 · allonge af 27.03.2009");
    let note = &jobless.notes[0];
    assert_eq!(note.met, "4 af 6 kendte bidrag opfyldt");
    let sum = "Sum: 11.340 + 5.480 + 3.890 + 5.590 = 26.300 ledige.";
    assert_eq!(note.combined.as_deref(), Some(sum));
    assert_eq!(note.offer, Some(Offer::Figure(26_300.into())));
    let youth = &youth.notes[0];
    let sum = "Sum: 15.300 + 9.000 + 4.720 + 9.100 = 38.120 unge. Det er målets resultat.";
    assert_eq!((youth.combined.as_deref(), youth.offer), (Some(sum), None));
    let sick = &sickness.notes[0];
    assert_eq!(sick.combined.as_deref(), Some("Bidragene lægges ikke sammen: 1 mangler tal."));
    assert_eq!(sick.offer, None);
    assert_eq!((&edge.notes[0].combined, edge.rows.len()), (&None, 2));
    let stands: Vec<_> = jobless.rows.iter().map(|row| row.stands.as_str()).collect();
    assert!(stands[0].starts_with("samme mål, men dér: Højst 26.000"), "{stands:?}");
    assert_eq!(stands.iter().filter(|stands| **stands == "regnet med").count(), 4, "{stands:?}");
    // From the minister to the region to the job centre.
    let centre = sickness.rows.iter().find(|row| row.depth == 2).unwrap();
    assert!(centre.name.contains("Færre lange sygedagpengesager"), "{}", centre.name);
    assert_eq!(centre.stands, "anden enhed: ikke lagt sammen");
}

#[test]
fn a_contract_that_is_named_and_is_not_there_is_missing() {
    let found =
        portfolio(&HIERARCHY.into_iter().filter(|name| !name.contains("nordjylland")).collect::<Vec<_>>());
    let tables = level_tables(&found, Words::DANISH);
    assert_eq!(tables[0].notes[0].met, "3 af 5 kendte bidrag opfyldt · 1 kontrakt mangler i mappen");
    assert_eq!(tables[0].notes[0].combined.as_deref(), Some("Bidragene lægges ikke sammen: 1 mangler tal."));
    let missing = tables[0].rows.last().unwrap();
    assert_eq!(
        (missing.name.as_str(), missing.result.as_str()),
        ("region-nordjylland-2009#goal-1", "ingen fil")
    );
}
