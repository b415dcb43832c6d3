//! The day that an assessment describes: a slip leaves the last one in force, and none is of the page's own making.

use resultatkontrakt::app::{Action, Edit, EntryField, FieldId, FieldProblem, SheetAction, problems, save};
use resultatkontrakt::domain::date::parse_date;

use crate::drafts::{resumed, stored};
use crate::page::{CONTRACT, Page, field, today, value};

fn overdue(page: &Page) -> usize {
    page.state.evaluation().unwrap().goals.iter().filter(|goal| goal.overdue.is_some()).count()
}

#[test]
fn a_day_that_cannot_be_read_leaves_the_last_one_in_force() {
    let mut page = Page::empty();
    let before = overdue(&page);
    assert!(before > 5, "{before}");
    for text in ["31.13.2009", "i går", "3"] {
        page.enters(&FieldId::AsOf, text);
        assert!(matches!(page.problem(&FieldId::AsOf), Some(FieldProblem::Date(_))), "{text}");
        assert_eq!(page.state.sheet().unwrap().assessment().as_of, Some(today()), "{text}");
        assert_eq!((page.text(&FieldId::AsOf).as_str(), overdue(&page)), (text, before));
        page.adds_up();
    }
    page.enters(&FieldId::AsOf, "30.06.2009");
    assert_eq!(page.state.sheet().unwrap().assessment().as_of, parse_date("2009-06-30"));
    assert!(overdue(&page) < before);
    // Who takes the day out means that everything is a result.
    page.enters(&FieldId::AsOf, "");
    assert_eq!((page.state.sheet().unwrap().assessment().as_of, overdue(&page)), (None, 0));
    page.does(Action::Undo);
    assert_eq!(page.state.sheet().unwrap().assessment().as_of, parse_date("2009-06-30"));
}

#[test]
fn the_day_in_force_and_the_text_beside_it_are_kept_in_files_and_drafts() {
    let mut page = Page::empty();
    page.enters(&value("goal-2"), "ca. 26");
    page.enters(&FieldId::AsOf, "31.13.2009");
    let saved = save::case_file(&page.state).unwrap().text;
    let wrong = problems(&page.state);
    assert_eq!(wrong.len(), 2);

    let mut opened = Page::start();
    opened.open_text("sag.json", &saved, "2");
    for page in [opened, resumed(&stored(&page))] {
        assert_eq!(page.text(&FieldId::AsOf), "31.13.2009");
        assert_eq!(page.text(&value("goal-2")), "ca. 26");
        assert_eq!(page.state.sheet().unwrap().assessment().as_of, Some(today()));
        assert_eq!(problems(&page.state), wrong);
        // A second round changes nothing.
        assert_eq!(save::case_file(&page.state).unwrap().text, saved);
    }
}

#[test]
fn a_contract_whose_period_has_not_begun_opens_without_an_error() {
    let later = CONTRACT.replace("\"2009-", "\"2011-").replace("year\": 2009", "year\": 2011");
    let mut page = Page::start();
    page.open_text("ams.json", &later, "1");
    assert_eq!(page.text(&FieldId::AsOf), "01.01.2011");
    assert_eq!(page.problem(&FieldId::AsOf), None);
    assert_eq!(problems(&page.state), []);
    assert_eq!(overdue(&page), 0);
    page.does(SheetAction::AddBlank { as_of: today() });
    assert_eq!(page.text(&FieldId::AsOf), "01.01.2011");
    page.does(Edit::Type { field: field("goal-2", EntryField::Note), text: "x".into() });
}
