//! What a file may not hold does not get into one.

use resultatkontrakt::app::save::case_file;
use resultatkontrakt::app::{Edit, EntryField, FieldId, FieldProblem, Message, SheetAction, SheetKind};
use resultatkontrakt::domain::assessment::Assessor;
use resultatkontrakt::format::{Document, MAX_ASSESSMENTS, MAX_TEXT, MAX_TITLE, read};

use crate::page::{ASSESSMENT, CONTRACT, Page, field, today};

fn pastes(page: &mut Page, field: &FieldId, text: &str) {
    page.does(Edit::Type { field: field.clone(), text: text.into() });
    page.leaves(field);
}

#[test]
fn what_a_file_may_not_say_is_said_at_its_field_and_counts_as_not_given() {
    let mut page = Page::empty();
    let line = FieldId::BaseTitle(0);
    page.does(Edit::AddBaseLine { title: "Løn".into() });
    for (field, most, more, problem) in [
        (FieldId::Overall, "1000000000".to_owned(), "1000000001".to_owned(), FieldProblem::TooManyPoints),
        (
            field("goal-2", EntryField::Note),
            "å".repeat(MAX_TEXT),
            "å".repeat(MAX_TEXT + 1),
            FieldProblem::TooLong { limit: MAX_TEXT },
        ),
        (line, "å".repeat(MAX_TITLE), "å".repeat(MAX_TITLE + 1), FieldProblem::TooLong { limit: MAX_TITLE }),
    ] {
        pastes(&mut page, &field, &most);
        assert!(!matches!(
            page.problem(&field),
            Some(FieldProblem::TooManyPoints | FieldProblem::TooLong { .. })
        ));
        let saved = read(case_file(&page.state).unwrap().text.as_bytes());
        assert!(!saved.diagnostics.iter().any(|found| found.code.name().contains("too-l")), "{field}");
        pastes(&mut page, &field, &more);
        assert_eq!(page.problem(&field), Some(problem));
        let saved = read(case_file(&page.state).unwrap().text.as_bytes());
        assert!(!saved.diagnostics.iter().any(|found| found.code.name().contains("too-l")), "{field}");
    }
}

#[test]
fn a_case_takes_no_more_assessments_than_its_file_may_hold() {
    let assessments = vec![ASSESSMENT; MAX_ASSESSMENTS].join(",");
    let case = format!(
        r#"{{"format": "resultatsag", "version": 1, "contract": {CONTRACT}, "assessments": [{assessments}]}}"#
    );
    let mut page = Page::start();
    page.open_text("fuld.json", &case, "1");
    let [first, second] = [0, 1].map(|at: usize| page.case().sheets[at].id);
    for action in [
        SheetAction::AddBlank { as_of: today() },
        SheetAction::Copy { of: first, kind: SheetKind::Real },
        SheetAction::StartFrom { of: first, by: Assessor::Director, on: today() },
        SheetAction::Agree { of: [first, second], on: today() },
    ] {
        page.does(action);
        assert_eq!(page.message(), Message::TooManyAssessments);
        assert_eq!(page.case().sheets.len(), MAX_ASSESSMENTS);
    }
    page.open_text("en-til.json", ASSESSMENT, "2");
    assert_eq!((page.message(), page.case().sheets.len()), (Message::TooManyAssessments, MAX_ASSESSMENTS));
    assert!(matches!(
        read(case_file(&page.state).unwrap().text.as_bytes()).document,
        Some(Document::Case(_))
    ));
    page.does(SheetAction::Remove(second));
    page.does(SheetAction::AddBlank { as_of: today() });
    assert_eq!(page.case().sheets.len(), MAX_ASSESSMENTS);
}
