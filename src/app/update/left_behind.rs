//! Drafts that were put down where the browser keeps small settings: by an older page, or in haste by one that stopped or
//! was left. They are taken in among the others, and nothing that lies there is lost.

use std::cmp::Ordering;

use crate::app::state::{DraftContent, draft_content};

/// What has to be written for these drafts to be kept, each with its key, beside those that are `kept`.
pub fn take_in(left: &[(String, String)], kept: &[(String, String)]) -> Vec<(String, String)> {
    let mut written: Vec<(String, String)> = Vec::new();
    for (key, text) in left {
        let content = draft_content(text);
        let there = |place: &str| written.iter().rev().chain(kept).find(|(key, _)| key == place);
        let is_new = |place: &String| match there(place).map(|(_, there)| age(text, &content, there)) {
            None => Some(true),
            Some(Some(age)) => Some(age == Ordering::Greater),
            // Something else lies there.
            Some(None) => None,
        };
        let place = places(key, &content).find_map(|place| is_new(&place).map(|is_new| (place, is_new)));
        if let Some((place, true)) = place {
            written.push((place, text.clone()));
        }
    }
    written
}

/// Where a draft may lie: under its key, or beside what lies there already.
fn places(key: &str, content: &DraftContent) -> impl Iterator<Item = String> {
    let name = match content {
        DraftContent::Readable(summary) => &*summary.opening,
        DraftContent::Newer => "newer",
        DraftContent::Older => "older",
        DraftContent::Broken => "broken",
    };
    let beside = format!("{key}:{name}");
    let further = (2..).map({
        let beside = beside.clone();
        move |number: u32| format!("{beside}:{number}")
    });
    [key.to_owned(), beside].into_iter().chain(further)
}

/// Whether a draft is older or newer than the one that lies in its place; none where they are different work.
fn age(text: &str, content: &DraftContent, there: &str) -> Option<Ordering> {
    if text == there {
        return Some(Ordering::Equal);
    }
    let (DraftContent::Readable(own), DraftContent::Readable(other)) = (content, draft_content(there)) else {
        return None;
    };
    // What was put down in haste was put down last.
    (own.opening == other.opening).then(|| own.change.cmp(&other.change).then(Ordering::Greater))
}
