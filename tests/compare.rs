//! Two assessments of the contract of AMS side by side, and the one that both agree on.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail where it stands"
)]

use std::rc::Rc;

use resultatkontrakt::domain::address::LineId;
use resultatkontrakt::domain::assessment::{Assessment, Assessor, Entry, Status};
use resultatkontrakt::domain::compare::{
    ComparedLine, Side, agreed, compare, is_line_taken, says_something, take_line,
};
use resultatkontrakt::domain::contract::Contract;
use resultatkontrakt::domain::evaluate::evaluate;
use resultatkontrakt::domain::evaluation::GoalStatus;
use resultatkontrakt::domain::number::{Decimal, Kroner, Points};
use resultatkontrakt::format::{Document, read};

const CONTRACT: &str = include_str!("../contracts/ams-2009.json");
const DIRECTOR: &str = include_str!("../contracts/ams-2009.assessment.json");

fn contract() -> Rc<Contract> {
    let Some(Document::Contract(file)) = read(CONTRACT.as_bytes()).document else { panic!("no contract") };
    file.contract
}

fn director() -> Assessment {
    let Some(Document::Assessment(file)) = read(DIRECTOR.as_bytes()).document else {
        panic!("no assessment")
    };
    file.assessment
}

fn change(assessment: &mut Assessment, goal: &str, change: impl FnOnce(&mut Entry)) {
    change(Rc::make_mut(assessment.results.entry(goal.into()).or_default()));
}

/// The department finds goal 2 missed, gives 100 points for product 2, notes something on product 1 and
/// judges the individual areas lower.
fn department() -> Assessment {
    let mut theirs = director();
    theirs.by = Assessor::Department;
    change(&mut theirs, "goal-2", |entry| entry.reported.value = Some(Decimal::from(29000)));
    change(&mut theirs, "product-2", |entry| entry.reported.points = Some(Decimal::from(100)));
    change(&mut theirs, "product-1", |entry| entry.note = Some("Set på mødet".to_owned()));
    theirs.individual.overall = Some(Decimal::from(200));
    theirs
}

fn compared(first: &Assessment, second: &Assessment) -> Vec<ComparedLine> {
    let contract = contract();
    let [one, other] = [first, second].map(|side| evaluate(&contract, side));
    let side = |assessment, evaluation| Side { assessment, evaluation };
    let (one, other) = (&one, &other);
    compare(&contract, [side(first, one), side(second, other)])
}

fn goal(id: &str) -> LineId {
    LineId::goal(&id.into())
}

fn line(lines: &[ComparedLine], id: &LineId) -> ComparedLine {
    lines.iter().find(|line| line.id == *id).unwrap().clone()
}

fn n(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn what_differs_is_worth_points_and_kroner() {
    let lines = compared(&director(), &department());
    let differing: Vec<_> = lines.iter().filter(|line| line.differs).map(|line| line.id.clone()).collect();
    assert_eq!(differing, [goal("goal-2"), goal("product-2"), LineId::Overall]);
    for (id, points, kroner) in
        [("goal-2", "-150", "-18112.50"), ("product-2", "-20", "-2415.00"), ("product-3", "0", "0")]
    {
        let line = line(&lines, &goal(id));
        assert_eq!(line.points_apart(), Some([Points(n(points)); 2]), "{id}");
        assert_eq!(line.kroner_apart(), Some([Kroner(n(kroner)); 2]), "{id}");
    }
    assert_eq!(line(&lines, &goal("goal-2")).status, [Some(GoalStatus::Met), Some(GoalStatus::NotMet)]);
    assert_eq!(line(&lines, &LineId::Overall).points_apart(), Some([Points(n("-40")); 2]));
}

#[test]
fn kroner_are_there_where_only_one_side_knows_the_base_pay() {
    let mut theirs = department();
    theirs.pay.base.clear();
    for lines in [compared(&director(), &theirs), compared(&theirs, &director())] {
        let [less, _] = line(&lines, &goal("goal-2")).kroner_apart().unwrap();
        assert_eq!(less.0.abs(), n("18112.50"));
        assert!(line(&lines, &LineId::Pay).differs);
    }
}

#[test]
fn the_lines_turn_around_with_the_sides() {
    let (ours, theirs) = (director(), department());
    for (one, other) in compared(&ours, &theirs).iter().zip(&compared(&theirs, &ours)) {
        assert_eq!((&one.id, one.differs), (&other.id, other.differs));
        let [low, high] = one.points_apart().unwrap_or_default();
        assert_eq!(other.points_apart().unwrap_or_default(), [Points(-low.0), Points(-high.0)]);
    }
    assert!(compared(&ours, &ours).iter().all(|line| !line.differs));
}

#[test]
fn a_goal_that_the_contract_does_not_have_is_a_line_of_its_own() {
    let mut older = director();
    change(&mut older, "goal-99", |entry| entry.reported.value = Some(Decimal::ONE));
    let lines = compared(&director(), &older);
    let gone = line(&lines, &goal("goal-99"));
    assert_eq!((gone.status, gone.points, gone.differs), ([None; 2], [None; 2], true));
}

#[test]
fn the_agreed_one_begins_with_what_both_have_in_common() {
    let (ours, theirs) = (director(), department());
    let both = agreed([&ours, &theirs], |notes| notes.join(" / "));
    assert_eq!((both.by, both.status, both.as_of), (Assessor::Agreed, Status::Draft, ours.as_of));
    assert!(!both.results.contains_key("goal-2") && !both.results.contains_key("product-2"));
    assert_eq!(both.individual.overall, None);
    assert_eq!(both.pay, ours.pay);
    assert!(both.results["product-1"].note.as_deref().unwrap().contains("Set på mødet"));
    // 495 less the 150 and 120 points that are not agreed on yet.
    assert_eq!(evaluate(&contract(), &both).institution.unwrap().sum.secured(), Points(n("225")));
}

#[test]
fn both_notes_are_kept_where_both_noted_something() {
    let (mut ours, mut theirs) = (director(), department());
    change(&mut ours, "product-1", |entry| entry.note = Some("A".to_owned()));
    change(&mut theirs, "goal-1", |entry| entry.note = Some("Kun her".to_owned()));
    let both = agreed([&ours, &theirs], |notes| notes.join(" / "));
    assert_eq!(both.results["product-1"].note.as_deref(), Some("A / Set på mødet"));
    assert_eq!(both.results["goal-1"].note.as_deref(), Some("Kun her"));
}

#[test]
fn taking_every_line_of_one_side_comes_to_what_that_side_comes_to() {
    let (ours, theirs) = (director(), department());
    let mut both = agreed([&ours, &theirs], |notes| notes.join(" / "));
    for line in compared(&ours, &theirs) {
        take_line(&mut both, &theirs, &line.id);
        assert!(is_line_taken(&both, &theirs, &line.id));
        assert_eq!(is_line_taken(&both, &ours, &line.id), !line.differs, "{:?}", line.id);
    }
    let [both, theirs] = [&both, &theirs].map(|one| evaluate(&contract(), one));
    assert_eq!(both.institution, theirs.institution);
    assert_eq!(both.pay.unwrap().payable, theirs.pay.unwrap().payable);
}

#[test]
fn a_line_of_which_neither_side_says_anything_is_nobodys() {
    let (mine, theirs) = (director(), department());
    for (goal, said) in [("goal-3", false), ("goal-2", true)] {
        for side in [&mine, &theirs] {
            assert_eq!(says_something(side, &LineId::goal(&goal.into())), said, "{goal}");
        }
    }
}
