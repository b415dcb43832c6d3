//! What is chosen for next year's contract: kept as everything else is, though no file can hold it.

use std::rc::Rc;

use resultatkontrakt::app::{
    Compared, Draft, DraftAction, DraftContent, Earlier, FoundDraft, Incoming, OtherContract, PlanAction,
    PlanChoice, Storing, Tabs, earlier,
};
use resultatkontrakt::domain::contract::{GoalId, Relation};

use crate::drafts::{resumed, stored};
use crate::page::{CONTRACT, Page, today};

/// Every choice that is kept by its name.
const CHOICES: [PlanChoice; 10] = [
    PlanChoice::Carry,
    PlanChoice::Last,
    PlanChoice::Figure(Relation::AtMost),
    PlanChoice::Figure(Relation::AtLeast),
    PlanChoice::Figure(Relation::Below),
    PlanChoice::Figure(Relation::Above),
    PlanChoice::Deadline,
    PlanChoice::Range,
    PlanChoice::Parts,
    PlanChoice::Drop,
];

fn choose(goal: &str, choice: PlanChoice) -> PlanAction {
    PlanAction::Choose { goal: goal.into(), choice }
}

fn type_in(goal: &str, key: &str, text: &str) -> PlanAction {
    PlanAction::Type { goal: goal.into(), key: key.into(), text: text.into() }
}

fn weigh(goal: &str, text: &str) -> PlanAction {
    PlanAction::Weigh { goal: goal.into(), text: text.into() }
}

/// The example with its drafts kept, and some choices.
fn planned() -> Page {
    let mut page = Page::example();
    page.does(DraftAction::Storing(Storing::On));
    page.does(choose("goal-2", PlanChoice::Figure(Relation::AtMost)));
    page.does(type_in("goal-2", "", "25.500"));
    page.does(choose("goal-5", PlanChoice::Drop));
    page
}

#[test]
fn choices_come_back_from_the_draft_as_they_were_typed() {
    let mut page = Page::example();
    page.does(PlanAction::Year("2011".into()));
    for (at, choice) in CHOICES.into_iter().enumerate() {
        page.does(choose(&format!("mål/{at}"), choice));
    }
    page.does(type_in("mål/8", "plan", "i går"));
    page.does(type_in("mål/8", "cases/span/min", "1.234"));
    page.does(weigh("mål/1", "op til 15"));
    page.does(weigh("goal-2", "ca. 100"));
    let draft = stored(&page);
    let DraftContent::Readable(found) = FoundDraft::look(&draft.key, &draft.text).content else {
        panic!("the draft cannot be read")
    };
    assert_eq!(found, draft.summary);
    assert!(found.has_plan && found.unsaved);
    let again = resumed(&draft);
    assert_eq!(again.case().plan, page.case().plan);
    assert!(!again.case().is_unsaved() && !again.state.would_lose_work());
}

#[test]
fn choices_are_stored_though_nothing_of_the_case_changed() {
    let mut page = Page::example();
    page.does(DraftAction::Storing(Storing::On));
    assert_eq!(page.state.to_store(), None);
    page.does(choose("goal-5", PlanChoice::Drop));
    assert!(page.state.to_store().is_some() && page.state.would_lose_work() && !page.case().is_unsaved());
    page.does_in_vain(choose("goal-5", PlanChoice::Drop));
    page.does_in_vain(type_in("goal-2", "", "25.500"));
    // Without a choice the draft says nothing of next year.
    page.does(choose("goal-5", PlanChoice::Proposed));
    assert!(page.case().plan.is_none() && !page.state.would_lose_work());
    let draft = stored(&page);
    assert!(!draft.summary.has_plan && !draft.summary.unsaved);
    assert!(!draft.text.contains("planned") && !draft.text.contains("renewal_year"));
}

#[test]
fn all_proposals_are_taken_at_once_and_the_choices_come_back() {
    let mut page = planned();
    page.does(weigh("goal-1", "100"));
    let before = page.case().plan.clone().unwrap();
    page.does(PlanAction::Year("2012".into()));
    page.does(PlanAction::All(Rc::default()));
    let plan = page.case().plan.clone().unwrap();
    assert_eq!((plan.has_choices(), &*plan.year), (false, "2012"));
    page.does(PlanAction::All(Rc::clone(&before)));
    let plan = page.case().plan.clone().unwrap();
    assert_eq!((&plan.goals, &plan.weights), (&before.goals, &before.weights));
}

#[test]
fn another_opening_never_overwrites_choices() {
    let draft = stored(&planned());
    let mut other = Page::start();
    other.open_text("ams-2009.json", CONTRACT, "2");
    let there = FoundDraft::look(&draft.key, &draft.text).content;
    let aside = Earlier::PutAside(format!("{}:1", draft.key));
    assert_eq!(earlier(other.case(), &there, &[]), aside);
}

#[test]
fn choices_of_a_tab_that_shows_another_ones_draft_go_into_one_of_its_own() {
    let first = stored(&planned());
    let found = || DraftAction::Found([FoundDraft::look(&first.key, &first.text).kept(true)].into());
    let mut second = Page::start();
    second.does(DraftAction::Storing(Storing::On));
    second.open_text("ams-2009.json", CONTRACT, "2");
    second.does(found());
    second.does(DraftAction::OpenElsewhere { own: "7".into() });
    second.does(DraftAction::Follow);
    assert!(second.case().plan.as_ref().unwrap().of_goal(&GoalId::from("goal-5")).is_some());
    assert_eq!(second.state.to_store(), None);
    second.does(choose("goal-5", PlanChoice::Proposed));
    assert_eq!(second.case().tabs, Tabs::Beside { own: "7".into() });
    let Draft { key, .. } = stored(&second);
    assert_ne!(key, first.key);
}

#[test]
fn choices_that_no_draft_holds_are_put_aside_but_for_the_contract_that_begins_with_them() {
    let other = CONTRACT.replace("ams-2009", "ams-2008");
    let mut page = planned();
    page.open_text("ams-2008.json", &other, "2");
    assert!(page.state.aside.as_ref().unwrap().plan.is_some());

    let mut page = planned();
    let from = OtherContract { file: page.case().contract.clone(), assessment: None, is_newer: false };
    let next = Incoming::read("ams-2010.json", other.as_bytes(), today(), "2");
    page.open(next.as_new(Some(Rc::new(Compared::Contract(Box::new(from))))));
    assert!(page.state.aside.is_none());
}

#[test]
fn a_weight_of_ones_own_is_read_as_it_is_written_and_left_empty_stays_as_it_was() {
    let mut page = Page::example();
    let own = |page: &Page| page.case().plan.as_ref().unwrap().own_weight(&GoalId::from("goal-2"), false);
    for (text, weight) in [
        ("175", Some("175")),
        ("0–175", Some(r#"{"min":0,"max":175}"#)),
        ("op til 20", Some(r#"{"min":0,"max":20}"#)),
        ("", None),
    ] {
        page.does(weigh("goal-2", text));
        assert_eq!(own(&page).unwrap().as_deref(), weight, "{text}");
    }
    page.does(weigh("goal-2", "mange"));
    assert!(own(&page).is_err());
}
