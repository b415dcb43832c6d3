//! Drafts that an older page left, or one that had no time: taken in among the others, with nothing overwritten.

use resultatkontrakt::app::{DRAFT_PREFIX, Draft, take_in};

use crate::drafts::{resumed, stored};
use crate::page::{CONTRACT, Page, value};

type Texts = Vec<(String, String)>;

fn text(draft: &Draft) -> (String, String) {
    (draft.key.to_string(), draft.text.clone())
}

/// The same draft under another key.
fn beside(draft: &Draft, what: &str) -> (String, String) {
    (format!("{}:{what}", draft.key), draft.text.clone())
}

/// A draft of each change of one opening.
fn changes() -> [Draft; 3] {
    let mut page = Page::example();
    ["30000", "31000", "32000"].map(|figure| {
        page.enters(&value("goal-2"), figure);
        stored(&page)
    })
}

fn other_opening() -> Draft {
    let mut page = Page::start();
    page.open_text("ams-2009.json", CONTRACT, "2");
    page.enters(&value("goal-2"), "25000");
    stored(&page)
}

#[test]
fn of_the_same_work_the_newer_draft_is_kept() {
    let [first, second, third] = changes();
    let kept = |draft: &Draft| vec![text(draft)];
    assert_eq!(take_in(&[text(&second)], &[]), kept(&second), "there is none");
    assert_eq!(take_in(&[text(&second)], &kept(&first)), kept(&second), "put down in haste");
    assert_eq!(take_in(&[text(&second)], &kept(&second)), Texts::new(), "it is there");
    assert_eq!(take_in(&[text(&second)], &kept(&third)), Texts::new(), "the disk got it, and more");
    assert_eq!(take_in(&[text(&second), text(&third), text(&first)], &[]), [text(&second), text(&third)]);
}

#[test]
fn a_draft_that_is_gone_on_with_after_a_reload_counts_on() {
    let [first, second, third] = changes();
    let mut again = resumed(&second);
    again.enters(&value("goal-5"), "12");
    let later = stored(&again);
    let count_on =
        |drafts: [&Draft; 3]| drafts.map(|draft| draft.summary.change).is_sorted_by(|one, other| one < other);
    assert!(count_on([&first, &second, &third]) && count_on([&first, &second, &later]));
    assert_eq!(take_in(&[text(&second)], &[text(&later)]), Texts::new());
    assert_eq!(take_in(&[text(&later)], &[text(&second)]), [text(&later)]);
}

#[test]
fn what_lies_there_of_another_opening_stays_and_the_draft_is_put_beside_it() {
    let ([first, second, _], other) = (changes(), other_opening());
    assert_eq!(take_in(&[text(&first)], &[text(&other)]), [beside(&first, "1")]);
    let kept = [text(&other), beside(&first, "1")];
    assert_eq!(take_in(&[text(&first)], &kept), Texts::new(), "it was put there before");
    assert_eq!(take_in(&[text(&second)], &kept), [beside(&second, "1")]);
    let taken = [text(&other), beside(&other, "1")];
    assert_eq!(take_in(&[text(&first)], &taken), [beside(&first, "1:2")]);
}

#[test]
fn what_cannot_be_read_is_kept_and_overwrites_nothing() {
    let [draft, ..] = changes();
    let newer = draft.text.replace("\"version\":1,", "\"version\":2,");
    let key = format!("{DRAFT_PREFIX}ams-2009");
    for (left, name) in [("cut", "broken"), (newer.as_str(), "newer")] {
        let beside = format!("{key}:{name}");
        let [left, placed, further] =
            [key.clone(), beside.clone(), format!("{beside}:2")].map(|key| [(key, left.to_owned())]);
        assert_eq!(take_in(&left, &[]), left);
        assert_eq!(take_in(&left, &[text(&draft)]), placed);
        let [there] = placed;
        assert_eq!(take_in(&left, &[text(&draft), there]), Texts::new());
        let other = (beside, "something else".to_owned());
        assert_eq!(take_in(&left, &[text(&draft), other]), further);
    }
    let broken = (key.clone(), "cut".to_owned());
    assert_eq!(take_in(&[text(&draft)], &[broken]), [beside(&draft, "1")]);
}
