//! The contracts form a hierarchy: goals contribute to the minister's.

use std::collections::BTreeMap;

use resultatkontrakt::domain::contract::GoalId;

use super::{assessed, contract, counted, statuses};

const MINISTRY: &str = "ministry-2009";

#[test]
fn goals_of_an_agency_and_of_a_city_contribute_to_the_ministers() {
    let ministry = contract(MINISTRY);
    let mut served: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for id in ["ams-2009", "copenhagen-2009"] {
        for goal in &contract(id).goals {
            for reference in goal.contributes_to.iter().map(|one| &one.goal) {
                let (other, name) = reference.split_once('#').unwrap();
                assert_eq!(other, MINISTRY);
                assert!(ministry.goal(name).is_some(), "{reference}");
                served.entry(name.to_owned()).or_default().push(format!("{id}#{}", goal.id));
            }
        }
    }
    let expected = [
        ("goal-1", &["ams-2009#goal-1", "ams-2009#product-5"][..]),
        ("goal-2", &["ams-2009#goal-2", "ams-2009#product-5", "copenhagen-2009#long-sickness"]),
        ("goal-3", &["ams-2009#goal-3", "ams-2009#product-5"]),
        ("goal-4", &["ams-2009#goal-4", "ams-2009#product-5"]),
    ];
    let expected =
        expected.map(|(name, from)| (name.to_owned(), from.iter().map(|one| (*one).to_owned()).collect()));
    assert_eq!(served, BTreeMap::from(expected));
}

#[test]
fn the_regions_stand_between_the_minister_and_the_job_centres() {
    let ministry = contract(MINISTRY);
    let means = ministry.strategy[0].means.iter();
    let means: Vec<_> = means
        .map(|means| (means.id.as_str(), means.goals.iter().map(GoalId::as_str).collect::<Vec<_>>()))
        .collect();
    let all = vec!["goal-1", "goal-2", "goal-3", "goal-4"];
    assert_eq!(means, [("minister", all.clone()), ("region", all.clone()), ("job-centre", all)]);
    // What the documents do not have is said, and not made up.
    let notes: Vec<_> = ministry.also_stated.iter().filter_map(|place| place.note.as_deref()).collect();
    for missing in ["Det år, som det gælder for, er ikke oplyst", "regionernes egne mål, krav og tal mangler"]
    {
        assert!(notes.iter().any(|note| note.contains(missing)), "{missing}: {notes:#?}");
    }
}

#[test]
fn the_agency_asks_of_the_whole_country_what_the_minister_asks() {
    let (ministry, agency) = (contract(MINISTRY), contract("ams-2009"));
    for goal in &ministry.goals {
        let same = agency.goal(goal.id.as_str()).unwrap();
        assert_eq!((&goal.target, &goal.unit), (&same.target, &same.unit), "{}", goal.id);
        for figure in &goal.history {
            assert_eq!(same.figure_of(figure.period), figure.value, "{} {}", goal.id, figure.period);
        }
    }
}

#[test]
fn the_ministers_goals_reach_the_job_centres_through_the_regions() {
    let ministry = contract(MINISTRY);
    let units: Vec<_> = ministry.units.iter().map(|unit| unit.id.as_str()).collect();
    assert_eq!(units, ["regions", "job-centres"]);
    let [cascade] = &ministry.strategy[..] else { panic!("one way from the minister down") };
    let means: Vec<_> = cascade.means.iter().map(|means| means.id.as_str()).collect();
    assert_eq!(means, ["minister", "region", "job-centre"]);
}

#[test]
fn the_departments_example_fixes_what_the_contract_leaves_open() {
    let evaluation = assessed(MINISTRY);
    assert_eq!(counted(evaluation.counts), [1, 0, 1, 1, 1, 0]);
    let expected = [("goal-1", "open"), ("goal-2", "met"), ("goal-3", "not_met"), ("goal-4", "undetermined")];
    assert_eq!(statuses(&evaluation), expected);
}
