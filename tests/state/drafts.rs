//! Drafts in the browser's storage: here a text goes out and comes back.

use std::future::ready;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Poll, Waker};

use resultatkontrakt::app::save::case_file;
use resultatkontrakt::app::{
    Action, DraftAction, DraftStatus, EntryField, FieldId, Message, SaveAction, SheetAction, SheetKind,
    StorageProblem, Storing,
};
use resultatkontrakt::app::{
    DRAFT_PREFIX, Draft, DraftContent, FoundDraft, Moment, write_draft, write_draft_paced,
};
use resultatkontrakt::format::{MAX_BYTES, read};
use resultatkontrakt::i18n::Lang;
use resultatkontrakt::pace::Wait;

use crate::page::{CONTRACT, LANGS, Page, field, moment, value};

pub(crate) fn stored(page: &Page) -> Draft {
    write_draft(&page.state, moment()).unwrap()
}

/// A new page that found this draft.
pub(crate) fn found(draft: &Draft) -> Page {
    let mut page = Page::start();
    page.does(DraftAction::Found([FoundDraft::look(&draft.key, &draft.text)].into()));
    page
}

pub(crate) fn resumed(draft: &Draft) -> Page {
    let mut page = found(draft);
    page.does(DraftAction::Resume { key: Rc::clone(&draft.key) });
    page
}

#[test]
fn a_draft_brings_everything_back() {
    let mut page = Page::example();
    let real = page.case().current;
    page.enters(&value("goal-2"), "ca. 26.000");
    page.enters(&value("goal-5"), "1.234");
    page.picks(&field("goal-1", EntryField::AddendumKind), "at_most");
    page.does(SheetAction::Copy { of: real, kind: SheetKind::WhatIf });
    page.enters(&value("product-8"), "4,25");
    page.does(SheetAction::Select(real));
    page.types(&FieldId::BaseValue(0), "1.15");

    let draft = stored(&page);
    assert_eq!(*draft.key, *format!("{DRAFT_PREFIX}ams-2009"));
    for lang in LANGS {
        let mut again = found(&draft);
        if lang == Lang::En {
            again.does(Action::Language(lang));
        }
        again.does(DraftAction::Resume { key: Rc::clone(&draft.key) });
        assert_eq!(again.message(), Message::Resumed { title: "Resultatkontrakt for AMS 2009–2012".into() });
        for (sheet, before) in again.case().sheets.iter().zip(&page.case().sheets) {
            assert_eq!((sheet.assessment(), sheet.kind), (before.assessment(), before.kind));
            assert_eq!(sheet.evaluation, before.evaluation);
        }
        for unread in [value("goal-2"), value("goal-5"), field("goal-1", EntryField::AddendumKind)] {
            assert_eq!(
                (again.text(&unread), again.problem(&unread)),
                (page.text(&unread), page.problem(&unread))
            );
        }
        assert!(again.case().is_unsaved() && !again.state.would_lose_work());
        again.adds_up();
    }
}

/// Drafts lie in browsers for years: this one is of the first version, and is never renewed.
const OF_VERSION_1: &str = include_str!("draft-of-version-1.json");

#[test]
fn a_draft_of_the_first_version_is_read_and_written_again_as_it_is() {
    let key: Rc<str> = format!("{DRAFT_PREFIX}t-2009").into();
    let mut page = Page::start();
    page.does(DraftAction::Found([FoundDraft::look(&key, OF_VERSION_1)].into()));
    page.does(DraftAction::Resume { key });
    assert_eq!(page.text(&value("a")), "ca. \"4\"");
    let at = Moment::parse("2009-10-01T14:32").unwrap();
    // Drafts of that version did not say which change they hold.
    let written = write_draft(&page.state, at).unwrap().text;
    let document = |text: &str| {
        let mut document: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text).unwrap();
        document.shift_remove("checksum");
        let change = document.shift_remove("change");
        (change, document)
    };
    let (change, written) = document(&written);
    assert_eq!((change, written), (Some(1.into()), document(OF_VERSION_1).1));
}

#[test]
fn a_draft_says_what_it_is() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "30000");
    let draft = stored(&page);
    let DraftContent::Readable(summary) = FoundDraft::look(&draft.key, &draft.text).content else {
        panic!("the draft cannot be read");
    };
    assert_eq!(
        (summary.contract.as_str(), &*summary.title),
        ("ams-2009", "Resultatkontrakt for AMS 2009–2012")
    );
    assert_eq!((summary.at, summary.unsaved, &*summary.opening), (moment(), true, "1"));
    assert_eq!(summary, draft.summary, "who wrote it need not read it");
}

#[test]
fn a_large_draft_is_written_and_looked_at_in_slices() {
    let mut page = Page::start();
    let large = CONTRACT.replacen('{', &format!("{{{}", "\n".repeat(1_000_000)), 1);
    page.open_text("ams-2009.json", &large, "1");
    page.enters(&value("goal-2"), "30000");
    let mut slices = 0;
    let mut wait = || -> Wait {
        slices += 1;
        Box::pin(ready(()))
    };
    let draft = run(write_draft_paced(&page.state, moment(), &mut wait)).unwrap();
    let found = run(FoundDraft::look_paced(&draft.key, &draft.text, &mut wait));
    assert_eq!(draft, stored(&page));
    assert_eq!(found.content, DraftContent::Readable(draft.summary));
    // 1 MB is escaped to 2; the sum of those is made twice. No slice has more than 64 KB.
    assert!(slices > 5 * 1_000_000 / 65_536, "{slices} slices");
}

/// The end of work that never has to wait.
fn run<T>(work: impl Future<Output = T>) -> T {
    match pin!(work).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(done) => done,
        Poll::Pending => panic!("nothing was waited for"),
    }
}

#[test]
fn a_draft_that_was_cut_or_changed_is_offered_and_not_opened() {
    let mut page = Page::example();
    page.enters(&value("goal-2"), "30000");
    let draft = stored(&page);
    let cut = &draft.text[..draft.text.len() - 40];
    let changed = draft.text.replace("30000", "20000");
    let older = draft.text.replace("\"version\":1", "\"version\":0");
    let broken = [cut, &changed, "", "{}", "[]", "null", "{\"format\":\"resultatkladde\"}"];
    let broken = broken.map(|text| (text, DraftContent::Broken));
    for (text, content) in broken.into_iter().chain([(older.as_str(), DraftContent::Older)]) {
        let found = FoundDraft::look(&draft.key, text);
        assert_eq!((&found.content, &*found.text), (&content, text));
        let mut page = Page::start();
        page.does(DraftAction::Found([found].into()));
        page.does(DraftAction::Resume { key: Rc::clone(&draft.key) });
        assert!(page.state.case.is_none() && page.state.refused.is_some() && page.state.drafts.len() == 1);
    }
    let page = Page::start();
    page.does_in_vain(DraftAction::Resume { key: Rc::clone(&draft.key) });
}

#[test]
fn a_draft_that_turns_out_not_to_hold_a_case_is_offered_as_it_is() {
    let draft = stored(&Page::example());
    let mut document: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&draft.text).unwrap();
    document.shift_remove("checksum");
    document.insert("case".to_owned(), "{\"format\": \"resultatsag\", \"version\": 1}".into());
    let sum = sha256(&serde_json::to_string(&document).unwrap());
    document.insert("checksum".to_owned(), sum.into());
    let text = serde_json::to_string(&document).unwrap();
    let mut page = found(&Draft { text: text.clone(), ..draft.clone() });
    assert!(matches!(page.state.drafts[0].content, DraftContent::Readable(_)));
    page.does(DraftAction::Resume { key: Rc::clone(&draft.key) });
    assert!(page.state.case.is_none() && page.state.refused.is_some());
    assert_eq!((&page.state.drafts[0].content, &*page.state.drafts[0].text), (&DraftContent::Broken, &*text));
    page.does_in_vain(DraftAction::Found([FoundDraft::look(&draft.key, &text)].into()));
}

fn sha256(text: &str) -> String {
    use sha2::{Digest, Sha256};
    Sha256::digest(text).iter().fold(String::new(), |sum, byte| format!("{sum}{byte:02x}"))
}

#[test]
fn what_has_to_be_stored_and_what_could_be_lost_follow_from_each_change() {
    let mut page = Page::example();
    page.does(DraftAction::Storing(Storing::On));
    assert_eq!((page.state.to_store(), page.state.would_lose_work()), (None, false));
    page.types(&value("goal-2"), "3");
    let revision = page.state.to_store().unwrap();
    assert!(page.state.would_lose_work());
    keeps(&mut page, revision);
    assert_eq!((page.state.to_store(), page.state.would_lose_work()), (None, false));

    page.types(&value("goal-2"), "31");
    let later = page.state.to_store().unwrap();
    assert!(later > revision);
    page.does(DraftAction::Failed(StorageProblem::Full));
    assert_eq!(page.case().draft, DraftStatus::Failed(StorageProblem::Full));
    assert!(page.state.would_lose_work() && page.state.to_store() == Some(later));
    page.does_in_vain(DraftAction::Failed(StorageProblem::Full));

    let name: Rc<str> = "sag.json".into();
    keeps(&mut page, later);
    page.does(SaveAction::HandedOver { name, revision: later });
    assert_eq!(page.state.to_store(), Some(later), "the draft has to say that a file holds it");
    assert!(!page.state.would_lose_work());

    page.does(DraftAction::Storing(Storing::Off));
    assert_eq!(page.state.to_store(), None);
}

/// The browser says that it keeps a revision.
pub(crate) fn keeps(page: &mut Page, revision: u64) {
    let Draft { key, summary, .. } = stored(page);
    let (author, checksum) = (summary.opening, summary.checksum);
    page.does(DraftAction::Stored { key, author, revision, at: moment(), checksum });
}

#[test]
fn what_was_written_of_something_else_says_nothing_of_what_is_open() {
    let mut page = Page::example();
    page.does(DraftAction::Storing(Storing::On));
    page.enters(&value("goal-2"), "30000");
    let Draft { key, revision, summary, .. } = stored(&page);
    let (author, checksum) = (summary.opening, summary.checksum);
    let told = DraftAction::Stored { key, author, revision, at: moment(), checksum };
    let mut other = Page::start();
    other.does(DraftAction::Storing(Storing::On));
    other.open_text("ams-2009.json", CONTRACT, "2");
    other.enters(&value("goal-2"), "25000");
    other.does_in_vain(told.clone());
    assert!(other.state.to_store().is_some());
    page.does(told);
    assert_eq!(page.state.to_store(), None);
}

#[test]
fn a_draft_that_a_person_deleted_is_stored_again_once_something_changes() {
    let mut page = Page::example();
    page.does(DraftAction::Storing(Storing::On));
    page.enters(&value("goal-2"), "30000");
    let revision = page.case().revision;
    keeps(&mut page, revision);
    let key = Rc::clone(&page.case().draft_key);
    page.does(DraftAction::Removed { key });
    assert_eq!((page.state.to_store(), page.state.would_lose_work()), (None, true));
    page.enters(&value("goal-2"), "30001");
    assert_eq!(page.state.to_store(), Some(page.case().revision));
}

#[test]
fn a_draft_that_was_cleared_is_missed_and_stored_again() {
    let mut page = Page::example();
    page.does(DraftAction::Storing(Storing::On));
    page.enters(&value("goal-2"), "30000");
    let revision = page.case().revision;
    keeps(&mut page, revision);
    let draft = stored(&page);
    page.does(DraftAction::Found([FoundDraft::look(&draft.key, &draft.text)].into()));
    assert_eq!(page.state.to_store(), None);
    page.does(DraftAction::Found(Rc::default()));
    assert_eq!((page.message(), page.state.to_store()), (Message::DraftGone, Some(revision)));
    keeps(&mut page, revision);
    page.does(DraftAction::RemovedElsewhere);
    assert_eq!((page.state.to_store(), page.state.would_lose_work()), (None, true), "it was meant");
    page.does(DraftAction::Storing(Storing::On));
    assert_eq!(page.state.to_store(), Some(revision));
}

#[test]
fn drafts_are_removed_one_by_one_and_all_at_once() {
    let draft = stored(&Page::example());
    let mut page = resumed(&draft);
    page.does(DraftAction::Removed { key: Rc::clone(&draft.key) });
    assert!(page.state.drafts.is_empty() && page.state.case.is_some());
    page.does(DraftAction::AllRemoved);
    assert!(page.state.case.is_none());
    assert_eq!(page.message(), Message::AllRemoved);
}

#[test]
fn a_draft_of_a_case_that_no_file_could_hold_comes_back() {
    // In so few bytes already that its lines could not be spared.
    let contract = serde_json::from_str::<serde_json::Value>(CONTRACT).unwrap().to_string();
    let letters = "a".repeat(MAX_BYTES - contract.len() - 20);
    let mut page = Page::start();
    page.open_text("stor.json", &contract.replacen('{', &format!("{{\"fyld\": \"{letters}\","), 1), "1");
    page.enters(&value("goal-2"), "26210");
    let file = case_file(&page.state).unwrap();
    assert!(file.text.len() > MAX_BYTES && read(file.text.as_bytes()).document.is_none());
    let draft = stored(&page);
    let again = resumed(&draft);
    assert_eq!(again.text(&value("goal-2")), "26.210");
    let [there, here] = [&again, &page].map(|page| page.case().contract.fingerprint.canonical().to_owned());
    assert_eq!(there, here);
}
