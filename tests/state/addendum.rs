//! Fixing a target that the contract leaves open.

use resultatkontrakt::app::example::EXAMPLES;
use resultatkontrakt::app::findings::Finding;
use resultatkontrakt::app::{Action, EntryField, EntryId, FieldProblem, ReportedField};
use resultatkontrakt::domain::date::Period;
use resultatkontrakt::domain::evaluation::GoalStatus;
use resultatkontrakt::format::words::word;
use resultatkontrakt::i18n::Words;

use crate::page::{Page, field, today, value};

fn on(of: EntryField) -> resultatkontrakt::app::FieldId {
    field("goal-1", of)
}

#[test]
fn a_target_is_fixed_field_by_field() {
    let mut page = Page::empty();
    page.picks(&on(EntryField::AddendumKind), "at_most");
    assert_eq!(page.status("goal-1"), GoalStatus::Undetermined);
    assert_eq!(page.problem(&on(EntryField::AddendumValue)), Some(FieldProblem::Missing));
    page.enters(&on(EntryField::AddendumAgreed), "20.3.2009");
    // The goal's history is of the same magnitude, so there is nothing to ask.
    page.enters(&on(EntryField::AddendumValue), "20.000");
    assert_eq!(page.status("goal-1"), GoalStatus::Open);
    assert_eq!(page.problem(&on(EntryField::AddendumValue)), None);
    page.enters(&value("goal-1"), "19.500");
    assert_eq!(page.status("goal-1"), GoalStatus::Met);
    assert_eq!(page.text(&on(EntryField::AddendumAgreed)), "20.03.2009");
    assert!(page.state.sheet().unwrap().typed.is_empty(), "all of it is in the assessment");
    page.adds_up();
}

#[test]
fn a_target_that_is_not_whole_any_more_keeps_the_rest() {
    let mut page = Page::empty();
    page.picks(&on(EntryField::AddendumKind), "at_most");
    page.enters(&on(EntryField::AddendumValue), "20000");
    page.enters(&on(EntryField::AddendumSource), "Brev");
    page.enters(&on(EntryField::AddendumValue), "");
    assert_eq!(page.status("goal-1"), GoalStatus::Undetermined);
    assert_eq!(page.text(&on(EntryField::AddendumKind)), "at_most");
    assert_eq!(page.text(&on(EntryField::AddendumSource)), "Brev");
    page.does(Action::Undo);
    assert_eq!(
        (page.text(&on(EntryField::AddendumValue)).as_str(), page.status("goal-1")),
        ("20.000", GoalStatus::Open)
    );
    page.adds_up();
}

#[test]
fn another_kind_of_target_keeps_the_figure_for_the_way_back() {
    let mut page = Page::empty();
    page.picks(&on(EntryField::AddendumKind), "at_most");
    page.enters(&on(EntryField::AddendumValue), "20000");
    page.picks(&on(EntryField::AddendumKind), "between");
    assert_eq!(page.problem(&on(EntryField::AddendumMax)), Some(FieldProblem::Missing));
    page.picks(&on(EntryField::AddendumKind), "by");
    page.enters(&on(EntryField::AddendumDate), "31.12.2009");
    page.picks(&on(EntryField::AddendumKind), "below");
    assert_eq!(page.text(&on(EntryField::AddendumValue)), "20.000");
    page.enters(&value("goal-1"), "20000");
    assert_eq!(page.status("goal-1"), GoalStatus::NotMet);
    page.adds_up();
}

#[test]
fn every_kind_on_offer_makes_a_target() {
    for kind in resultatkontrakt::app::ADDENDUM_KINDS.map(word) {
        let mut page = Page::empty();
        page.enters(&on(EntryField::AddendumValue), "10000");
        assert_eq!(page.problem(&on(EntryField::AddendumKind)), Some(FieldProblem::Missing), "{kind}");
        page.enters(&on(EntryField::AddendumMax), "20000");
        page.enters(&on(EntryField::AddendumDate), "31.12.2009");
        page.picks(&on(EntryField::AddendumKind), kind);
        assert_eq!(
            (page.status("goal-1"), page.text(&on(EntryField::AddendumKind)).as_str()),
            (GoalStatus::Open, kind)
        );
        page.picks(&on(EntryField::AddendumKind), "");
        assert_eq!(page.status("goal-1"), GoalStatus::Undetermined, "{kind}");
        page.adds_up();
    }
}

#[test]
fn a_target_that_the_page_cannot_edit_is_kept() {
    let composite = r#"{
        "format": "resultatvurdering", "version": 1, "contract": { "id": "ams-2009" },
        "results": { "goal-1": { "addendum": { "target": { "kind": "any_of", "parts": [
            { "id": "a", "kind": "done" }, { "id": "b", "kind": "at_least", "value": 3 } ] } } } }
    }"#;
    let mut page = Page::empty();
    page.open_text("vurdering.json", composite, "2");
    assert_eq!(page.text(&on(EntryField::AddendumKind)), "other");
    page.enters(&on(EntryField::AddendumAgreed), "20.3.2009");
    assert_eq!(page.text(&on(EntryField::AddendumKind)), "other");
    let results = &page.state.sheet().unwrap().assessment().results;
    let target = &results["goal-1"].addendum.as_ref().unwrap().target;
    assert!(matches!(target, resultatkontrakt::domain::contract::Target::AnyOf(parts) if parts.len() == 2));
    page.adds_up();
}

#[test]
fn when_the_target_is_measured_is_entered_like_the_rest_and_stays_while_the_figure_is_changed() {
    let fixed = r#"{
        "format": "resultatvurdering", "version": 1, "contract": { "id": "ams-2009" },
        "results": { "goal-1": { "addendum": {
            "target": { "kind": "at_most", "value": 20000, "measured": "2009-12" } } } }
    }"#;
    let mut page = Page::empty();
    page.open_text("vurdering.json", fixed, "2");
    let period = on(EntryField::AddendumMeasured);
    let measured = |page: &Page| {
        let results = &page.state.sheet().unwrap().assessment().results;
        results["goal-1"].addendum.as_ref().unwrap().measured
    };
    assert_eq!(page.text(&period), "december 2009");
    page.enters(&on(EntryField::AddendumValue), "21000");
    assert_eq!(measured(&page), Period::parse("2009-12"));
    page.enters(&period, "4. kvartal 2009");
    assert_eq!(measured(&page), Period::parse("2009-Q4"));
    page.enters(&period, "ved årets udgang");
    assert_eq!((measured(&page), page.problem(&period)), (None, Some(FieldProblem::Period)));
    assert_eq!(page.status("goal-1"), GoalStatus::Open);
    page.adds_up();
}

#[test]
fn a_target_that_a_file_fixes_in_its_parts_is_what_the_parts_are_entered_for() {
    let mut page = Page::start();
    let example = EXAMPLES.iter().find(|example| example.id == "ams-2003").unwrap();
    page.open(example.open(today(), "1"));
    assert_eq!(page.status("a-1"), GoalStatus::Open);
    let part = |id: &str| {
        let path = ["lar-3", "after-18-months", id].map(Into::into);
        EntryId::goal(&"a-1".into()).reported(&path, ReportedField::Value)
    };
    page.enters(&part("b"), "48");
    // Only one reading is near the 45 percent that the addendum asks for.
    page.enters(&part("a"), "45.125");
    assert_eq!(page.text(&part("a")), "45,125");
    // The other parts were measured for the first half of the year; they are the result once that is said.
    assert_eq!(page.status("a-1"), GoalStatus::Open);
    page.picks(&EntryId::goal(&"a-1".into()).reported(&[], ReportedField::Final), "true");
    assert_eq!(page.status("a-1"), GoalStatus::Met);
    page.adds_up();
}

#[test]
fn the_measuring_period_is_proposed_as_sister_goals_have_it() {
    let mut page = Page::empty();
    page.picks(&on(EntryField::AddendumKind), "at_most");
    assert_eq!(page.text(&on(EntryField::AddendumMeasured)), "december 2009");
    page.enters(&on(EntryField::AddendumValue), "25.000");
    let goal = page.state.contract().unwrap().goal("goal-1").unwrap().clone();
    let target = |page: &Page, words: Words| {
        let entry = page.state.sheet().unwrap().assessment().results.get("goal-1").cloned();
        words.fixed_target_text(&goal, entry.as_deref()).replace('\u{a0}', " ")
    };
    assert_eq!(target(&page, Words::DANISH), "Højst 25.000 ledige i december 2009 · allonge");
    page.enters(&on(EntryField::AddendumAgreed), "12.03.2009");
    assert_eq!(target(&page, Words::DANISH), "Højst 25.000 ledige i december 2009 · allonge af 12.03.2009");
    assert_eq!(
        target(&page, Words::ENGLISH),
        "At most 25,000 ledige in December 2009 · addendum of 12 March 2009"
    );
    // Whoever clears the period means that.
    page.enters(&on(EntryField::AddendumMeasured), "");
    page.picks(&on(EntryField::AddendumKind), "at_least");
    assert_eq!(page.text(&on(EntryField::AddendumMeasured)), "");
    page.adds_up();
}

#[test]
fn a_deadline_and_a_task_propose_no_period() {
    for kind in ["by", "done"] {
        let mut page = Page::empty();
        page.picks(&on(EntryField::AddendumKind), kind);
        assert_eq!(page.text(&on(EntryField::AddendumMeasured)), "", "{kind}");
        page.picks(&on(EntryField::AddendumKind), "at_most");
        assert_eq!(page.text(&on(EntryField::AddendumMeasured)), "december 2009", "{kind}");
    }
}

#[test]
fn an_addendum_answers_the_finding_that_the_target_is_open() {
    let mut page = Page::empty();
    let hints = |page: &Page| {
        let case = page.state.case.as_ref().unwrap();
        let assessment = page.state.sheet().unwrap().assessment();
        let found = Finding::all(&case.findings, &case.contract.contract, assessment, Words::DANISH);
        let open = found.iter().filter(|one| one.code == "target-undetermined");
        open.map(|one| (one.goal.clone().unwrap(), one.hint.clone().unwrap())).collect::<Vec<_>>()
    };
    let before = hints(&page);
    assert!(
        before.len() > 1 && before.iter().all(|(_, hint)| hint.contains("Skriv måltallet")),
        "{before:?}"
    );
    page.picks(&on(EntryField::AddendumKind), "at_most");
    assert_eq!(hints(&page), before, "an addendum without a figure answers nothing");
    page.enters(&on(EntryField::AddendumValue), "25.000");
    page.enters(&on(EntryField::AddendumAgreed), "12.03.2009");
    for (goal, hint) in hints(&page) {
        let is_answered = hint == "Besvaret ved allonge af 12.03.2009.";
        assert_eq!(is_answered, goal.as_str() == "goal-1", "{goal:?}: {hint}");
    }
}
