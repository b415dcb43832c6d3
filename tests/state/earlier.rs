//! What lies where a draft is to be stored: replaced, put aside, or left to another tab.

use std::rc::Rc;

use resultatkontrakt::app::{DRAFT_PREFIX, DraftContent, FoundDraft};
use resultatkontrakt::app::{DraftAction, Message, Storing};
use resultatkontrakt::app::{Earlier, earlier};
use resultatkontrakt::findings::Severity;
use resultatkontrakt::i18n::Words;

use crate::drafts::{found, keeps, resumed, stored};
use crate::page::{ASSESSMENT, CONTRACT, Page, value};

/// What becomes of a text that is stored under the key of the page's draft.
fn judged(page: &Page, stored: &str, written: &[Rc<str>]) -> Earlier {
    earlier(page.case(), &FoundDraft::look("", stored).content, written)
}

fn aside(what: &str) -> Earlier {
    Earlier::PutAside(format!("{DRAFT_PREFIX}ams-2009:{what}"))
}

#[test]
fn a_draft_with_changes_is_never_overwritten_by_another_opening() {
    let mut page = Page::example();
    let saved = stored(&page);
    page.enters(&value("goal-2"), "30000");
    let unsaved = stored(&page);
    assert_eq!(judged(&page, &unsaved.text, &[]), Earlier::Replaced, "its own earlier state");
    let mut other = Page::start();
    other.open_text("ams-2009.json", CONTRACT, "2");
    assert_eq!(judged(&other, &saved.text, &[]), Earlier::Replaced, "the file has it all");
    assert_eq!(judged(&other, &unsaved.text, &[]), aside("1"));
    assert_eq!(judged(&page, "not a draft", &[]), aside("broken"));
    let again = resumed(&unsaved);
    assert_eq!(stored(&again).key, unsaved.key);
    assert_eq!(judged(&again, &unsaved.text, &[]), Earlier::Replaced, "resuming goes on with the same draft");
}

#[test]
fn a_draft_that_another_tab_goes_on_with_is_left_to_it() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "30000");
    let first = stored(&page);
    let (mut one, mut other) = (resumed(&first), resumed(&first));
    one.enters(&value("goal-2"), "31000");
    other.enters(&value("goal-2"), "32000");
    let theirs = stored(&other);
    assert_eq!(judged(&one, &theirs.text, &[]), Earlier::InUse);
    one.does(DraftAction::TakenOver { own: "7".into() });
    let moved = stored(&one);
    assert_eq!(*moved.key, *format!("{DRAFT_PREFIX}ams-2009:7"));
    assert!(moved.text.contains("31000") && theirs.text.contains("32000"));
}

#[test]
fn a_draft_that_this_tab_wrote_and_has_not_heard_of_is_no_other_tabs() {
    let mut page = Page::example();
    page.does(DraftAction::Storing(Storing::On));
    page.enters(&value("goal-2"), "30000");
    let revision = page.case().revision;
    keeps(&mut page, revision);
    page.enters(&value("goal-2"), "31000");
    let on_its_way = stored(&page);
    page.enters(&value("goal-2"), "32000");
    assert_eq!(judged(&page, &on_its_way.text, &[]), Earlier::InUse);
    let written = [Rc::clone(&on_its_way.summary.checksum)];
    assert_eq!(judged(&page, &on_its_way.text, &written), Earlier::Replaced);
    // The same draft as it was before, opened anew, does not take the place of what was written since.
    let mut before = Page::example();
    before.enters(&value("goal-2"), "30000");
    let again = resumed(&stored(&before));
    assert_eq!(judged(&again, &on_its_way.text, &written), Earlier::InUse);
}

#[test]
fn opening_a_contract_tells_of_a_draft_with_changes() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "30000");
    let mut next = found(&stored(&page));
    next.open_text("ams-2009.json", CONTRACT, "2");
    assert_eq!(next.message(), Message::DraftExists { key: "resultatkontrakt:draft:ams-2009".into() });
    assert!(next.state.case.is_some());
}

#[test]
fn two_tabs_keep_a_draft_each() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "30000");
    page.does(DraftAction::Storing(Storing::On));
    let revision = page.case().revision;
    keeps(&mut page, revision);
    page.does(DraftAction::OpenElsewhere { own: "7".into() });
    assert_eq!(page.message(), Message::OpenElsewhere);
    assert_eq!(page.state.to_store(), Some(page.case().revision), "nothing is stored under the new key yet");
    let draft = stored(&page);
    assert_eq!(&*draft.key, "resultatkontrakt:draft:ams-2009:7");
    assert_eq!(stored(&resumed(&draft)).key, draft.key, "resuming goes on under the same key");
}

#[test]
fn a_draft_of_a_newer_page_is_left_alone() {
    let page = Page::example();
    let draft = stored(&page);
    let newer = draft.text.replace("\"version\":1,", "\"version\":2,");
    assert_eq!(FoundDraft::look(&draft.key, &newer).content, DraftContent::Newer);
    assert_eq!(judged(&page, &newer, &[]), aside("newer"));
}

#[test]
fn a_newer_file_changes_neither_what_is_open_nor_its_draft() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "30000");
    let before = (stored(&page), page.state.to_store());
    let contract = CONTRACT.replace("\"version\": 1", "\"version\": 2");
    let assessment = ASSESSMENT.replace("\"version\": 1", "\"version\": 2");
    let case = |version, contract: &str, assessment: &str| {
        format!(
            r#"{{"format": "resultatsag", "version": {version}, "contract": {contract}, "assessments": [{assessment}]}}"#
        )
    };
    for newer in [
        case(2, CONTRACT, ASSESSMENT),
        case(1, &contract, ASSESSMENT),
        case(1, CONTRACT, &assessment),
        contract,
        assessment,
    ] {
        page.open_text("ny.json", &newer, "2");
        let refused = Rc::clone(page.state.refused.as_ref().unwrap());
        let errors = refused.diagnostics.iter().filter(|found| found.severity == Severity::Error);
        let errors: Vec<_> = errors.map(|found| &found.code).collect();
        let &[code] = errors.as_slice() else { panic!("{errors:?}") };
        assert_eq!(code.name(), "newer-version");
        for (words, wanted) in [
            (Words::DANISH, ["Filen er version 2.", "Den bliver ikke overskrevet."]),
            (Words::ENGLISH, ["The file is version 2.", "It is not overwritten."]),
        ] {
            let text = format!("{} {}", code.message(words), code.hint(words).unwrap());
            assert!(wanted.iter().all(|wanted| text.contains(wanted)), "{text}");
        }
        let after = (stored(&page), page.state.to_store());
        assert_eq!((&after.0.key, &after.0.text, after.1), (&before.0.key, &before.0.text, before.1));
    }
}
