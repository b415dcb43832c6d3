//! A result that others combine to: entered in the assessment that decides, with its source, as one step.

use std::rc::Rc;

use resultatkontrakt::app::{Action, CombinedAnswer, CombinedResult, EntryField, Message, SheetAction};
use resultatkontrakt::domain::assessment::Assessor;
use resultatkontrakt::domain::evaluation::GoalStatus;

use crate::page::{ASSESSMENT, CONTRACT, Page, field, n, value};

fn combined(contract: &str, figure: &str) -> Action {
    Action::Combine(Rc::new(CombinedResult {
        contract: contract.into(),
        goal: "goal-2".into(),
        answer: CombinedAnswer::Figure(n(figure)),
        source: "Lagt sammen af bidrag".into(),
    }))
}

#[test]
fn it_is_a_draft_with_its_source_and_one_undo_gives_it_back() {
    let mut page = Page::example();
    let evidence = field("goal-2", EntryField::Evidence);
    page.enters(&evidence, "Jobindsats");
    let before = page.text(&value("goal-2"));
    page.does(combined("ams-2009", "27000"));
    assert_eq!(page.text(&value("goal-2")), "27.000");
    assert_eq!(page.text(&evidence), "Jobindsats\nLagt sammen af bidrag");
    assert_eq!(page.status("goal-2"), GoalStatus::NotMet);
    assert!(matches!(page.message(), Message::Combined { .. }));
    assert!(page.case().is_unsaved());
    page.adds_up();
    page.does(Action::Undo);
    assert_eq!((page.text(&value("goal-2")), page.text(&evidence)), (before, "Jobindsats".to_owned()));
}

#[test]
fn a_text_that_waits_in_the_field_gives_way() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "1.2.3");
    page.does(combined("ams-2009", "26000"));
    assert_eq!((page.text(&value("goal-2")), page.problem(&value("goal-2"))), ("26.000".to_owned(), None));
}

#[test]
fn it_goes_into_the_assessment_that_decides_and_into_no_other_contract() {
    let agreed = ASSESSMENT.replacen(r#""by": "director""#, r#""by": "agreed""#, 1);
    let mut page = Page::start();
    let text = format!(
        r#"{{ "format": "resultatsag", "version": 1, "contract": {CONTRACT}, "assessments": [{agreed}, {ASSESSMENT}] }}"#
    );
    page.open_text("sag.json", &text, "1");
    page.does_in_vain(combined("ministry-2009", "27000"));
    page.does(combined("ams-2009", "27000"));
    assert_eq!(page.state.sheet().unwrap().assessment().by, Assessor::Agreed);
    assert_eq!(page.text(&value("goal-2")), "27.000");
}

#[test]
fn what_is_closed_stays_as_it_is_and_says_so() {
    let mut page = Page::example();
    page.does(SheetAction::StartFrom {
        of: page.case().current,
        by: Assessor::Department,
        on: crate::page::today(),
    });
    let director = page.case().sheets[0].id;
    page.does(SheetAction::Remove(page.case().current));
    assert_eq!(page.case().current, director);
    let before = page.text(&value("goal-2"));
    page.does(combined("ams-2009", "27000"));
    assert_eq!((page.message(), page.text(&value("goal-2"))), (Message::Locked, before));
}
