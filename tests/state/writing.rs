//! Writing the contract itself: what is typed into its fields, and what its text then says.

use std::rc::Rc;

use resultatkontrakt::app::{Action, FieldProblem, Message, WritingEdit, WritingProblem, goal_removal};
use resultatkontrakt::domain::contract::{Rule, Target};
use resultatkontrakt::format::{ContractChange, Document, Written, quoted, read};

use crate::drafts::{resumed, stored};
use crate::page::{ASSESSMENT, CONTRACT, Page, today, value};

fn types(page: &mut Page, at: &str, text: &str) {
    page.does(WritingEdit::Type { at: at.into(), text: text.into() });
}

fn enters(page: &mut Page, at: &str, text: &str) {
    types(page, at, text);
    page.does(WritingEdit::Leave { at: at.into() });
}

fn changes(page: &mut Page, change: ContractChange) {
    page.does(WritingEdit::Change(Rc::new([change])));
}

fn source(page: &Page) -> &str {
    &page.case().contract.source
}

fn waiting(page: &Page) -> Vec<&str> {
    page.case().writing.typed.keys().map(|at| &**at).collect()
}

/// What stands in the file at a place.
fn says<'p>(page: &'p Page, at: &str) -> Option<&'p str> {
    Written::parse(source(page)).unwrap().source(at)
}

#[test]
fn what_is_typed_is_in_the_contract_and_the_rest_of_it_stays() {
    let mut page = Page::empty();
    assert_eq!(says(&page, "/goals/1/weight"), Some("150"));
    enters(&mut page, "/goals/1/weight", "0–175,5");
    assert_eq!(says(&page, "/goals/1/weight"), Some(r#"{ "min": 0, "max": 175.5 }"#));
    let before = CONTRACT;
    let changed = source(&page);
    let same = changed.bytes().zip(before.bytes()).take_while(|(one, other)| one == other).count();
    assert_eq!(changed[same..].len() - before[same..].len(), r#"{ "min": 0, "max": 175.5 }"#.len() - 3);
    assert_eq!(waiting(&page), Vec::<&str>::new());
    page.adds_up();
    page.does(Action::Undo);
    assert!(source(&page) == before && page.message() == Message::Undone { field: None });
    page.does(Action::Redo);
    assert_eq!(says(&page, "/goals/1/weight"), Some(r#"{ "min": 0, "max": 175.5 }"#));
    page.adds_up();
}

#[test]
fn typing_in_one_field_of_the_contract_is_one_step() {
    let mut page = Page::empty();
    let before = source(&page).to_owned();
    for text in ["F", "Fæ", "Færre led"] {
        types(&mut page, "/goals/0/title", text);
    }
    assert_eq!(page.state.contract().unwrap().goals[0].title, "Færre led");
    enters(&mut page, "/goals/1/title", "Noget andet");
    page.does(Action::Undo);
    page.does(Action::Undo);
    assert!(source(&page) == before);
    page.does_in_vain(Action::Undo);
}

#[test]
fn a_text_that_cannot_be_read_waits_in_its_field_and_in_the_draft() {
    let mut page = Page::empty();
    let before = source(&page).to_owned();
    enters(&mut page, "/goals/1/weight", "ca. 150");
    enters(&mut page, "/period/to", "engang");
    assert!(source(&page) == before);
    for page in [&page, &resumed(&stored(&page))] {
        assert_eq!(waiting(page), ["/goals/1/weight", "/period/to"]);
        assert!(page.case().writing.problem("/goals/1/weight").is_some());
        assert_eq!(page.case().writing.waiting(), 2);
    }
    enters(&mut page, "/goals/1/weight", "160");
    assert_eq!(waiting(&page), ["/period/to"]);
    assert_eq!(says(&page, "/goals/1/weight"), Some("160"));
}

#[test]
fn a_weight_in_percent_is_points_of_a_hundred_alone() {
    let mut page = Page::empty();
    let before = source(&page).to_owned();
    enters(&mut page, "/goals/1/weight", "10 %");
    assert!(source(&page) == before);
    let problem = page.case().writing.problem("/goals/1/weight");
    assert_eq!(problem, Some(&WritingProblem::Field(FieldProblem::PercentOfPoints)));
    enters(&mut page, "/points/total", "100");
    enters(&mut page, "/goals/1/weight", "10 pct.");
    assert_eq!(says(&page, "/goals/1/weight"), Some("10"));
}

#[test]
fn a_goal_waits_until_all_that_its_kind_needs_is_there() {
    let mut page = Page::empty();
    let before = source(&page).to_owned();
    enters(&mut page, "/goals/1/target/kind", "between");
    enters(&mut page, "/goals/1/target/max", "30.000,5");
    assert!(source(&page) == before);
    assert!(!page.case().writing.problems["/goals/1"].is_empty());
    // What can be read by itself does not wait for it.
    enters(&mut page, "/goals/1/unit", "forløb om året");
    assert_eq!(says(&page, "/goals/1/unit"), Some("\"forløb om året\""));
    assert_eq!(waiting(&page), ["/goals/1/target/kind", "/goals/1/target/max"]);
    let mut again = resumed(&stored(&page));
    for page in [&mut page, &mut again] {
        enters(page, "/goals/1/target/min", "20000");
        assert_eq!(waiting(page), Vec::<&str>::new());
        assert!(page.case().writing.problems.is_empty());
        let target = &page.state.contract().unwrap().goals[1].target;
        assert!(matches!(target, Target::Between { .. }), "{target:?}");
        assert!(says(page, "/goals/1/target/measured").is_some(), "what fits every kind stays");
        page.adds_up();
    }
}

#[test]
fn a_rule_that_does_not_fit_the_new_kind_is_taken_out_and_said_so() {
    let mut page = Page::empty();
    enters(&mut page, "/goals/1/scoring/rule", "linear");
    assert_eq!(waiting(&page), ["/goals/1/scoring/rule"]);
    enters(&mut page, "/goals/1/scoring/zero_at", "32533");
    let rule = |page: &Page| page.state.contract().unwrap().goals[1].scoring.clone();
    assert!(matches!(rule(&page), Some(Rule::Linear { .. })));
    enters(&mut page, "/goals/1/target/kind", "done");
    assert_eq!((rule(&page), says(&page, "/goals/1/target/value")), (None, None));
    assert_eq!(page.case().writing.without_rule.as_deref(), Some("/goals/1"));
    page.does(Action::Undo);
    assert!(matches!(rule(&page), Some(Rule::Linear { .. })));
    assert_eq!(page.case().writing.without_rule, None);
}

#[test]
fn a_pay_agreement_begins_once_it_is_whole() {
    let mut page = Page::start();
    let text = r#"{"format":"resultatkontrakt","version":1,"id":"ny","title":"Ny","points":{"total":100},"goals":[]}"#;
    page.open_text("ny.json", text, "1");
    for (at, typed) in
        [("/pay/from", "1.1.2010"), ("/pay/to", "31.12.2010"), ("/pay/points/institution", "700")]
    {
        enters(&mut page, at, typed);
        assert_eq!(source(&page), text);
        assert!(page.state.contract().unwrap().pay.is_none());
    }
    enters(&mut page, "/pay/points/individual", "300");
    enters(&mut page, "/pay/max_percent", "15");
    let pay = page.state.contract().unwrap().pay.clone().unwrap();
    assert_eq!(pay.max_percent.unwrap().0.to_string(), "15");
    changes(&mut page, ContractChange::Remove { at: "/pay".into() });
    assert!(source(&page) == text);
}

#[test]
fn goals_come_go_and_move_with_what_is_typed_into_them() {
    let mut page = Page::empty();
    let goals = page.state.contract().unwrap().goals.len();
    enters(&mut page, "/goals/1/weight", "måske");
    let new = r#"{"id":"goal-new","title":"","target":{"kind":"undetermined"}}"#;
    changes(&mut page, ContractChange::Insert { list: "/goals".into(), index: 0, value: new.into() });
    assert_eq!(waiting(&page), ["/goals/2/weight"]);
    changes(&mut page, ContractChange::Move { list: "/goals".into(), from: 2, to: 0 });
    assert_eq!(waiting(&page), ["/goals/0/weight"]);
    assert_eq!(page.state.contract().unwrap().goals[0].id.as_str(), "goal-2");
    changes(&mut page, ContractChange::Remove { at: "/goals/0".into() });
    assert_eq!((waiting(&page).len(), page.state.contract().unwrap().goals.len()), (0, goals));
    for _ in 0..4 {
        page.does(Action::Undo);
    }
    assert!(source(&page) == CONTRACT);
}

#[test]
fn a_goal_that_goes_leaves_its_results_in_the_file_and_takes_its_name_out_of_the_rest() {
    let mut page = Page::example();
    let contract = Rc::clone(page.state.contract().unwrap());
    let place = contract.goals.iter().position(|goal| goal.id.as_str() == "product-1").unwrap();
    let removal = goal_removal(&contract, place);
    assert!(removal.len() > 1, "its risks name it");
    page.does(WritingEdit::Change(removal.into()));
    assert!(page.state.contract().unwrap().goal("product-1").is_none());
    assert!(page.state.sheet().unwrap().assessment().results.contains_key("product-1"));
    page.adds_up();
    page.does(Action::Undo);
    assert!(source(&page) == CONTRACT);
    page.adds_up();
}

#[test]
fn what_would_leave_the_contract_with_errors_changes_nothing_but_says_why() {
    let mut page = Page::empty();
    let before = source(&page).to_owned();
    changes(&mut page, ContractChange::Set { at: "/goals/1/id".into(), value: quoted("goal-1").into() });
    assert!(source(&page) == before);
    assert!(!page.case().writing.problems["/goals/1"].is_empty());
    page.does_in_vain(WritingEdit::Change(Rc::new([ContractChange::Remove { at: "/nowhere".into() }])));
}

#[test]
fn the_figures_of_assessments_follow_the_contract() {
    let mut page = Page::example();
    page.types(&value("goal-2"), "26.210");
    let before = page.points();
    enters(&mut page, "/goals/1/weight", "175");
    assert_ne!(page.points(), before);
    page.adds_up();
    page.does(Action::Undo);
    assert_eq!(page.points(), before);
}

#[test]
fn an_empty_assessment_is_one_of_the_contract_as_it_stands() {
    let mut page = Page::empty();
    let made_for = |page: &Page| page.state.sheet().unwrap().assessment().sha256.clone().unwrap();
    let before = made_for(&page);
    enters(&mut page, "/goals/1/weight", "175");
    assert_eq!(made_for(&page), page.case().contract.fingerprint.canonical());
    page.does(Action::Undo);
    assert_eq!(made_for(&page), before);
    // One with results says what it was made for.
    let mut page = Page::example();
    let before = page.state.sheet().unwrap().assessment().sha256.clone();
    enters(&mut page, "/goals/1/weight", "175");
    assert_eq!(page.state.sheet().unwrap().assessment().sha256, before);
}

#[test]
fn findings_are_those_of_the_contract_as_it_stands() {
    let mut page = Page::empty();
    let has = |page: &Page, code: &str| page.case().findings.iter().any(|one| one.code.name() == code);
    assert!(!has(&page, "weights-do-not-sum"));
    enters(&mut page, "/goals/1/weight", "140");
    assert!(has(&page, "weights-do-not-sum"));
    page.does(Action::Undo);
    assert!(!has(&page, "weights-do-not-sum"));
}

#[test]
fn a_large_contract_is_examined_apart_from_the_typing() {
    let goal =
        |index: usize| format!(r#"{{"id":"g{index}","title":"Mål","weight":1,"target":{{"kind":"done"}}}}"#);
    let goals = (0..5_000).map(goal).collect::<Vec<_>>().join(",");
    let text = format!(
        r#"{{"format":"resultatkontrakt","version":1,"id":"stor","title":"Stor","points":{{"total":5000}},"goals":[{goals}]}}"#
    );
    let mut page = Page::start();
    page.open_text("stor.json", &text, "1");
    enters(&mut page, "/goals/4999/weight", "2");
    assert!(page.case().writing.is_unexamined);
    let source = Rc::clone(&page.case().contract.source);
    let findings = read(source.as_bytes()).diagnostics.into();
    page.does_in_vain(WritingEdit::Examined { source: "{}".into(), findings: Rc::default() });
    page.does(WritingEdit::Examined { source, findings });
    assert!(!page.case().writing.is_unexamined);
    assert!(page.case().findings.iter().any(|one| one.code.name() == "weights-do-not-sum"));
}

#[test]
fn a_locked_contract_is_not_written_until_it_is_unlocked() {
    let mut page = Page::empty();
    let fingerprint = page.case().contract.fingerprint.canonical().to_owned();
    let value = format!(r#"{{"on":"2008-12-19","sha256":"{fingerprint}"}}"#);
    changes(&mut page, ContractChange::Set { at: "/locked".into(), value: value.into() });
    assert!(page.state.contract().unwrap().locked.as_ref().is_some_and(|locked| locked.is_kept));
    assert_eq!(
        page.case().contract.fingerprint.canonical(),
        fingerprint,
        "the lock is no part of what is said"
    );
    page.does_in_vain(WritingEdit::Type { at: "/title".into(), text: "x".into() });
    page.does_in_vain(WritingEdit::Change(Rc::new([ContractChange::Remove { at: "/goals/0".into() }])));
    let file = source(&page).replace("Færre sygedagpengeforløb", "Flere sygedagpengeforløb");
    let found = read(file.as_bytes()).diagnostics;
    assert!(found.iter().any(|one| one.code.name() == "locked-and-changed"));
    changes(&mut page, ContractChange::Remove { at: "/locked".into() });
    assert!(source(&page) == CONTRACT);
}

#[test]
fn a_text_that_waits_beside_a_locked_contract_goes_on_waiting_when_the_draft_is_opened() {
    let mut page = Page::empty();
    enters(&mut page, "/goals/1/id", "goal-1");
    assert_eq!(waiting(&page), ["/goals/1/id"]);
    // The identifier is free now, and the contract is locked before anything is typed again.
    changes(&mut page, ContractChange::Set { at: "/goals/0/id".into(), value: quoted("goal-0").into() });
    assert_eq!(waiting(&resumed(&stored(&page))), Vec::<&str>::new());
    let fingerprint = page.case().contract.fingerprint.canonical().to_owned();
    let value = format!(r#"{{"on":"2008-12-19","sha256":"{fingerprint}"}}"#);
    changes(&mut page, ContractChange::Set { at: "/locked".into(), value: value.into() });
    let again = resumed(&stored(&page));
    assert_eq!(source(&again), source(&page).trim_end());
    assert_eq!(waiting(&again), ["/goals/1/id"]);
}

#[test]
fn a_contract_that_was_written_is_saved_with_its_case() {
    let mut page = Page::start();
    page.open(
        resultatkontrakt::app::Incoming::read("ams-2009.json", CONTRACT.as_bytes(), today(), "1")
            .with_assessment(ASSESSMENT.as_bytes()),
    );
    enters(&mut page, "/goals/1/title", "Nyt »navn« \"her\"");
    let file = resultatkontrakt::app::save::case_file(&page.state).unwrap();
    let reading = read(file.text.as_bytes());
    let Some(Document::Case(case)) = reading.document else { panic!("{:?}", reading.diagnostics) };
    assert_eq!(case.contract.contract.goals[1].title, "Nyt »navn« \"her\"");
    assert!(page.case().is_unsaved());
}

#[test]
fn pots_and_stages_are_written_and_taken_back_step_by_step() {
    let mut page = Page::empty();
    let before = source(&page).to_owned();
    let insert = |list: &str, index, value: &str| ContractChange::Insert {
        list: list.into(),
        index,
        value: value.into(),
    };
    // The first pot takes the place of the one sum of points.
    page.does(WritingEdit::Change(
        [
            insert("/pay/pots", 0, r#"{"id":"pot-1","title":"","earned_by":"institution"}"#),
            ContractChange::Remove { at: "/pay/points".into() },
            ContractChange::Remove { at: "/pay/individual_rule".into() },
            ContractChange::Remove { at: "/pay/max_percent".into() },
        ]
        .into(),
    ));
    enters(&mut page, "/pay/pots/0/title", "Ramme");
    enters(&mut page, "/pay/pots/0/amount", "100.000,00");
    enters(&mut page, "/pay/pots/0/level", "31.3.2012");
    changes(
        &mut page,
        insert("/pay/stages", 0, r#"{"id":"s","stage":"gate","when":{"fraction_below":0.7},"factor":0}"#),
    );
    enters(&mut page, "/pay/stages/0/when/fraction_below", "80");
    enters(&mut page, "/pay/stages/0/factor", "12,5");
    assert_eq!(
        says(&page, "/pay/stages/0/when").map(|when| when.replace(' ', "")).as_deref(),
        Some(r#"{"fraction_below":0.8}"#)
    );
    assert_eq!(says(&page, "/pay/stages/0/factor"), Some("0.125"));
    changes(
        &mut page,
        insert("/pay/stages", 1, r#"{"id":"t","stage":"curve","steps":[{"at":0.5,"to":0.5}]}"#),
    );
    // Half a line of a table waits for the rest of it.
    enters(&mut page, "/pay/stages/1/steps/1/at", "100");
    assert_eq!(waiting(&page), ["/pay/stages/1/steps/1/at"]);
    enters(&mut page, "/pay/stages/1/steps/1/to", "100");
    assert_eq!(waiting(&page), Vec::<&str>::new());
    changes(&mut page, insert("/pay/stages", 2, r#"{"id":"u","stage":"cap","fraction":1}"#));
    enters(&mut page, "/pay/stages/2/amount", "90000");
    assert_eq!(says(&page, "/pay/stages/2/fraction"), None);
    // A cap in kroner comes last: moving it up is refused and said, and the next change clears what was said.
    changes(&mut page, ContractChange::Move { list: "/pay/stages".into(), from: 2, to: 0 });
    assert!(!page.case().writing.problems["/pay"].is_empty());
    assert_eq!(says(&page, "/pay/stages/0/stage"), Some("\"gate\""));
    changes(&mut page, ContractChange::Move { list: "/pay/stages".into(), from: 0, to: 1 });
    assert!(page.case().writing.problems.is_empty());
    page.adds_up();
    let mut steps = 0;
    while source(&page) != before {
        page.does(Action::Undo);
        steps += 1;
    }
    assert_eq!(steps, 13);
}
