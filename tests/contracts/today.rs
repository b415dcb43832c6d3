//! Agreements as they are today: pots, a table from fulfilment to pay, ratings with levels, threshold and maximum.

use std::rc::Rc;

use resultatkontrakt::domain::assessment::{Assessment, Entry};
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::number::{Kroner, Span};
use resultatkontrakt::i18n::Words;

use super::{assessment, contract};

/// What is payable with the example's assessment, in kroner.
fn payable(id: &str) -> Option<String> {
    let evaluation = evaluate(&contract(id), &assessment(id));
    let Span { min: Kroner(min), max: Kroner(max) } = evaluation.pay?.payable?;
    assert_eq!(min, max, "{id} is settled");
    Some(Words::DANISH.fixed(min, 2))
}

#[test]
fn each_pays_what_its_source_says() {
    for (id, expected) in [
        ("vejlefjord-2015", "94.000,00"),
        ("trafikstyrelsen-2023", "82.500,00"),
        ("scorecard-2023", "1.096.250,00"),
    ] {
        assert_eq!(payable(id).as_deref(), Some(expected), "{id}");
    }
}

#[test]
fn nothing_is_due_below_the_first_step_of_the_table() {
    let contract = contract("trafikstyrelsen-2023");
    let mut missed = assessment("trafikstyrelsen-2023");
    for goal in ["goal-3", "goal-5"] {
        let entry = Rc::make_mut(missed.results.get_mut(goal).unwrap());
        for part in entry.reported.parts.values_mut() {
            (part.date, part.done) = (None, Some(false));
        }
    }
    let evaluation = evaluate(&contract, &missed);
    let band = Words::DANISH.band(&contract, evaluation.band.as_ref().unwrap());
    assert_eq!(band.as_deref(), Some("Ingen resultatløn"));
    assert_eq!(evaluation.pay.unwrap().payable.unwrap().max, Kroner::default());
}

/// The level of the executive whose elements are rated so.
fn level(ratings: [&str; 5]) -> (String, String) {
    let contract = contract("ses-ratings");
    let mut assessment = Assessment::new("ses-ratings".into());
    for (goal, rating) in contract.goals.iter().zip(ratings) {
        let mut entry = Entry::default();
        entry.reported.level = (!rating.is_empty()).then(|| rating.into());
        assessment.results.insert(goal.id.clone(), Rc::new(entry));
    }
    let evaluation = evaluate(&contract, &assessment);
    let points = Words::DANISH.points(evaluation.institution.unwrap().sum.points);
    (points, Words::DANISH.band(&contract, &evaluation.band.unwrap()).unwrap())
}

#[test]
fn an_element_at_the_lowest_level_gives_the_lowest_level_of_the_whole() {
    let four = ("400".to_owned(), "Niveau 4".to_owned());
    assert_eq!(level(["4", "5", "3", "4", "4"]), four);
    let (points, one) = level(["1", "5", "5", "5", "5"]);
    assert_eq!(points, "460");
    assert!(one.starts_with("Niveau 1, fordi Element 1"), "{one}");
    let (points, open) = level(["", "5", "5", "5", "5"]);
    assert_eq!((points.as_str(), open.starts_with("Niveau 1 – Niveau 5")), ("460–500", true), "{open}");
}
