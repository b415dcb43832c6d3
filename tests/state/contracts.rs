//! Contracts that are made here, another contract beside the open one, and the plan for next year's.

use std::rc::Rc;

use resultatkontrakt::app::{
    Action, CompareAction, Compared, FieldKind, FieldProblem, Incoming, OtherContract, OwnField, PlanAction,
    PlanChoice, Planned, year_in,
};
use resultatkontrakt::domain::changes::{Counts, changes};
use resultatkontrakt::domain::contract::{Goal, GoalId, Relation, Target};
use resultatkontrakt::domain::renewal::{Renewal, Wish, Wishes, propose};
use resultatkontrakt::format::{TEMPLATES, renew};
use resultatkontrakt::i18n::Lang;
use resultatkontrakt::i18n::number::NumberProblem;

use crate::page::{ASSESSMENT, CONTRACT, Page, moment, n, today, value};

/// A contract from a template.
fn new_contract(opening: &str) -> Incoming {
    Incoming::read("ny.json", TEMPLATES[0].for_year(2027).as_bytes(), today(), opening).as_new(None)
}

/// The text of next year's contract, as it is proposed.
fn next_contract(page: &Page) -> String {
    let case = page.case();
    let renewal = propose(&case.contract.contract, case.deciding(), Wishes::default()).unwrap();
    renew(&case.contract, &renewal).source
}

fn file(text: &str) -> CompareAction {
    CompareAction::With(Rc::new(Incoming::read("anden.json", text.as_bytes(), today(), "2")))
}

#[test]
fn a_contract_that_is_made_here_is_a_draft_from_the_beginning() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "30000");
    page.open(new_contract("2"));
    let case = page.case();
    assert_eq!(case.contract.contract.id.as_str(), "styrelse-2027");
    assert!(case.is_new && case.is_unsaved() && page.state.would_lose_work());
    // What was open before it and nothing holds can be brought back.
    assert_eq!(page.state.aside.as_ref().unwrap().contract.contract.id.as_str(), "ams-2009");
    // It is no change that could be undone.
    page.does_in_vain(Action::Undo);
    let draft = resultatkontrakt::app::write_draft(&page.state, moment()).unwrap();
    assert!(draft.text.contains("Resultatkontrakt for Styrelsen 2027"));
}

#[test]
fn an_assessment_takes_the_place_of_the_empty_one_of_a_new_contract() {
    let mut page = Page::start();
    page.open(new_contract("1"));
    let text = ASSESSMENT.replace("ams-2009", "styrelse-2027");
    page.open_text("vurdering.json", &text, "2");
    assert_eq!(page.case().sheets.len(), 1);
}

#[test]
fn a_contract_is_compared_with_another_one_the_older_first() {
    let mut page = Page::example();
    let next = next_contract(&page);
    let titles = |page: &Page| {
        let comparison = page.case().comparison().unwrap();
        comparison.editions.map(|edition| edition.contract.binding_year.unwrap())
    };
    page.does(file(&next));
    assert_eq!(titles(&page), [2009, 2010]);
    let found = Counts::count(&changes(page.case().comparison().unwrap().editions));
    assert_eq!((found.new, found.gone), (0, 7));
    page.does(CompareAction::TurnRound);
    assert_eq!(titles(&page), [2010, 2009]);
    page.does(CompareAction::End);
    assert!(page.case().comparison().is_none(), "the case has no addenda");
    page.does_in_vain(CompareAction::TurnRound);

    let mut page = Page::start();
    page.open_text("ams-2010.json", &next, "1");
    page.does(file(CONTRACT));
    assert_eq!(titles(&page), [2009, 2010]);
}

#[test]
fn what_is_no_contract_is_not_compared_with_and_changes_nothing_else() {
    let mut page = Page::example();
    page.does(Action::Opening("anden.json".into()));
    page.does(file(ASSESSMENT));
    assert!(
        matches!(page.case().compared.as_deref(), Some(Compared::Assessment { name }) if **name == *"anden.json")
    );
    page.does(file("{"));
    let Some(Compared::Refused { diagnostics, .. }) = page.case().compared.as_deref() else {
        panic!("it is refused")
    };
    assert!(!diagnostics.is_empty() && page.case().comparison().is_none());
    assert!(page.state.opening.is_none() && page.state.refused.is_none());
    assert!(!page.case().is_unsaved());
}

#[test]
fn a_case_is_compared_with_itself_before_its_addenda() {
    let fixed =
        r#""results": { "goal-1": { "addendum": { "target": { "kind": "at_most", "value": 20000 } } },"#;
    let text = ASSESSMENT.replacen("\"results\": {", fixed, 1).replacen(",}", "}", 1);
    let mut page = Page::empty();
    page.open_text("vurdering.json", &text, "2");
    let comparison = page.case().comparison().unwrap();
    assert!(changes(comparison.editions).iter().any(|change| format!("{change:?}").contains("goal-1")));
}

/// What is proposed, with what was decided.
fn with_renewal(page: &Page, check: impl FnOnce(&Renewal<'_>)) {
    let case = page.case();
    check(&propose(&case.contract.contract, case.deciding(), Wishes::default()).unwrap());
}

#[test]
fn a_goal_has_the_choices_that_its_proposal_leaves() {
    use PlanChoice::{Carry, Deadline, Drop, Figure, Last, Proposed};
    with_renewal(&Page::example(), |renewal| {
        let offered = |id: &str| {
            let is_it = |goal: &&Goal| goal.id.as_str() == id;
            let found = renewal.goals.iter().find(|one| is_it(&one.goal)).unwrap();
            PlanChoice::offered(found)
        };
        assert_eq!(offered("goal-2"), [Proposed, Last, Figure(Relation::AtMost), Drop]);
        assert_eq!(offered("product-1"), [Proposed, Carry, Deadline]);
        assert_eq!(offered("product-6"), [Proposed, Deadline, Drop]);
        let undetermined = [Proposed, Figure(Relation::AtMost), Figure(Relation::AtLeast), Deadline, Drop];
        assert_eq!(offered("goal-1"), undetermined);
    });
}

#[test]
fn decisions_are_read_as_they_were_typed_and_doubt_is_asked_about() {
    let mut page = Page::example();
    let goal = |id: &str| GoalId::from(id);
    let choose = |id: &str, choice| PlanAction::Choose { goal: goal(id), choice };
    let type_in =
        |id: &str, text: &str| PlanAction::Type { goal: goal(id), key: "".into(), text: text.into() };
    page.does(choose("goal-2", PlanChoice::Figure(Relation::AtMost)));
    page.does(choose("product-6", PlanChoice::Deadline));
    page.does(choose("product-1", PlanChoice::Carry));
    page.does(choose("goal-5", PlanChoice::Drop));
    let read = |page: &Page| {
        let plan = Rc::clone(page.case().plan.as_ref().unwrap());
        let mut found = None;
        with_renewal(page, |renewal| {
            found = Some(plan.wishes(&renewal.goals.iter().collect::<Vec<_>>()));
        });
        found.unwrap()
    };
    assert_eq!(read(&page).1, [(goal("goal-2"), 0), (goal("product-6"), 0)], "nothing was typed yet");
    // Near last year's figure only one reading makes sense.
    page.does(type_in("goal-2", "25.500"));
    page.does(type_in("product-6", "30.06.2010"));
    let (wishes, unread) = read(&page);
    assert!(unread.is_empty(), "{unread:?}");
    let limit = |figure: &str| {
        Wish::Target(Target::Limit { relation: Relation::AtMost, threshold: n(figure).into() })
    };
    assert_eq!(wishes[&goal("goal-2")], limit("25500"));
    assert_eq!(wishes[&goal("product-1")], Wish::Carry);
    assert_eq!(wishes[&goal("goal-5")], Wish::Drop);
    assert!(matches!(wishes[&goal("product-6")], Wish::Target(Target::By(_))));
    // In another language the text means what it meant.
    page.does(Action::Language(Lang::En));
    assert_eq!(read(&page).0[&goal("goal-2")], limit("25500"));
    page.does(type_in("goal-2", "i går"));
    assert_eq!(read(&page).1, [(goal("goal-2"), 0)]);
    page.does(choose("goal-2", PlanChoice::Proposed));
    assert_eq!(read(&page).1, []);
    assert!(page.state.would_lose_work(), "decisions are kept nowhere else");
    assert!(!page.case().is_unsaved(), "and change nothing of the case");

    let planned = Planned {
        goal: goal("a"),
        choice: PlanChoice::Figure(Relation::AtLeast),
        texts: [("".into(), ("1.234".into(), Lang::Da))].into(),
    };
    let field = OwnField { key: "".into(), kind: FieldKind::Number, part: None, end: None, expected: None };
    assert_eq!(
        planned.read(&field),
        Err(FieldProblem::Number(NumberProblem::Ambiguous { grouped: n("1234"), decimal: n("1.234") }))
    );
}

#[test]
fn parts_and_ranges_take_figures_and_days_of_their_own_and_keep_what_is_left_empty() {
    let mut page = Page::start();
    let text = r#"{ "format": "resultatkontrakt", "version": 1, "id": "a-2009", "title": "A 2009",
        "period": { "from": "2009-01-01", "to": "2009-12-31" },
        "goals": [
            { "id": "range", "title": "R", "target": { "kind": "between", "min": 10, "max": 20 } },
            { "id": "whole", "title": "W", "target": { "kind": "all_of", "parts": [
                { "id": "plan", "title": "Plan", "kind": "by", "date": "2009-06-30" },
                { "id": "cases", "kind": "any_of", "parts": [
                    { "id": "few", "title": "Få", "kind": "at_most", "value": 30 },
                    { "id": "span", "kind": "between", "min": 1, "max": 5 } ] } ] } }
        ] }"#;
    page.open_text("a.json", text, "1");
    let goal = |id: &str| GoalId::from(id);
    let type_in = |id: &str, key: &str, text: &str| PlanAction::Type {
        goal: goal(id),
        key: key.into(),
        text: text.into(),
    };
    page.does(PlanAction::Choose { goal: goal("range"), choice: PlanChoice::Range });
    page.does(PlanAction::Choose { goal: goal("whole"), choice: PlanChoice::Parts });
    let plan = |page: &Page| Rc::clone(page.case().plan.as_ref().unwrap());
    with_renewal(&page, |renewal| {
        let [range, whole] = &renewal.goals[..] else { panic!("two goals") };
        assert_eq!(PlanChoice::offered(whole), [PlanChoice::Proposed, PlanChoice::Parts, PlanChoice::Drop]);
        let keys = |choice: PlanChoice, of| -> Vec<String> {
            choice.fields(of).iter().map(|field| field.key.to_string()).collect()
        };
        assert_eq!(keys(PlanChoice::Range, range), ["/min", "/max"]);
        assert_eq!(keys(PlanChoice::Parts, whole), ["plan", "cases/few", "cases/span/min", "cases/span/max"]);
        let named = PlanChoice::Parts.fields(whole).into_iter().map(|field| field.part.unwrap());
        assert_eq!(named.collect::<Vec<_>>(), ["Plan", "cases › Få", "cases › span", "cases › span"]);
        let unread = plan(&page).wishes(&renewal.goals.iter().collect::<Vec<_>>()).1;
        assert_eq!(unread, [(goal("range"), 0), (goal("whole"), 0)], "nothing was typed yet");
    });
    page.does(type_in("range", "/max", "25"));
    page.does(type_in("whole", "plan", "30.06.2010"));
    page.does(type_in("whole", "cases/span/min", "i går"));
    with_renewal(&page, |renewal| {
        let unread = plan(&page).wishes(&renewal.goals.iter().collect::<Vec<_>>()).1;
        assert_eq!(unread, [(goal("whole"), 2)]);
    });
    page.does(type_in("whole", "cases/span/min", "2"));
    let case = page.case();
    let contract = &case.contract.contract;
    let before = propose(contract, None, Wishes::default()).unwrap();
    let (wishes, unread) = plan(&page).wishes(&before.goals.iter().collect::<Vec<_>>());
    assert_eq!(unread, []);
    let after = propose(contract, None, Wishes { year: None, goals: Some(&wishes) }).unwrap();
    let next: serde_json::Value = serde_json::from_str(&renew(&case.contract, &after).source).unwrap();
    let target = |at: usize| next["goals"][at]["target"].clone();
    assert_eq!(target(0), serde_json::json!({ "kind": "between", "min": 10, "max": 25 }));
    let parts = &target(1)["parts"];
    assert_eq!(parts[0]["date"], "2010-06-30");
    assert_eq!((&parts[1]["parts"][0]["value"], &parts[1]["parts"][1]["min"]), (&30.into(), &2.into()));
    assert_eq!(parts[1]["parts"][1]["max"], 5);
}

#[test]
fn a_year_is_one_of_a_contract() {
    for (text, year) in [
        ("", Ok(None)),
        (" 2010 ", Ok(Some(2010))),
        ("10", Err(())),
        ("næste år", Err(())),
        ("2300", Err(())),
    ] {
        assert_eq!(year_in(text).map_err(|_| ()), year, "{text}");
    }
}

#[test]
fn a_renewed_contract_is_compared_with_the_one_that_it_was_made_from() {
    let mut page = Page::example();
    let next = next_contract(&page);
    let from = OtherContract {
        file: page.case().contract.clone(),
        assessment: page.case().deciding().cloned(),
        is_newer: false,
    };
    let incoming = Incoming::read("ams-2010.json", next.as_bytes(), today(), "2");
    page.open(incoming.as_new(Some(Rc::new(Compared::Contract(Box::new(from))))));
    let comparison = page.case().comparison().unwrap();
    let ids = comparison.files.map(|file| file.contract.id.as_str().to_owned());
    assert_eq!(ids, ["ams-2009", "ams-2010"]);
    assert!(page.state.aside.is_none(), "last year's case had nothing unsaved");
}
