//! Drafts: the whole state of a case as one text, for the browser to keep.
//!
//! ```json
//! {
//!   "format": "resultatkladde", "version": 1, "checksum": "<SHA-256 of the rest>",
//!   "contract": "ams-2009", "title": "…", "at": "2009-12-31T14:32", "opening": "…", "unsaved": true,
//!   "current": 0, "typed": [{ "sheet": 0, "field": "goal/goal-2/value", "text": "ca. 26", "lang": "da" }],
//!   "case": "<the case file, as text>", "what_ifs": ["<an assessment, as text>"],
//!   "what_if_of": [0]
//! }
//! ```
//!
//! Values are in the case file, exactly as it would be saved; what-ifs stand beside it and count on from its
//! assessments; `what_if_of` says which assessment each is a copy of, or nothing where that is gone. `typed` has what stands in fields and is no value. The checksum is
//! that of the document written without it, so that a draft that was cut or changed is noticed. A draft that
//! cannot be opened is never removed: it is offered as a file. One of a newer version is left alone.

use std::fmt::{self, Write};
use std::rc::Rc;

use sha2::{Digest, Sha256};

use super::message::StorageProblem;
use crate::domain::contract::ContractId;
use crate::domain::date::{Date, iso, parse_date};
use crate::format::json::Json;

/// What the keys of all drafts begin with.
pub const DRAFT_PREFIX: &str = "resultatkontrakt:draft:";

const FORMAT: &str = "resultatkladde";
const VERSION: u64 = 1;

/// The key that the checksum stands under.
const CHECKSUM: &str = "checksum";

/// A draft to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The key to store it under.
    pub key: Rc<str>,
    /// The text to store.
    pub text: String,
    /// The revision of the case that it holds.
    pub revision: u64,
    /// The checksum in the text.
    pub checksum: Rc<str>,
}

/// A draft as it was found in the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundDraft {
    /// The key it is stored under.
    pub key: Rc<str>,
    /// Its text, to be offered as a file where it cannot be opened.
    pub text: Rc<str>,
    /// What it is.
    pub content: DraftContent,
    /// Whether a tab that has its contract open keeps its work here, or did last.
    pub is_kept: bool,
}

/// What a stored text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftContent {
    /// A draft that can be resumed.
    Readable(DraftSummary),
    /// A draft of a newer version of the page.
    Newer,
    /// A draft of a version of the page that is older than any whose drafts are read.
    Older,
    /// Something that was cut or changed.
    Broken,
}

/// What the start screen says about a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftSummary {
    /// The contract.
    pub contract: ContractId,
    /// The contract's title.
    pub title: Rc<str>,
    /// When it was stored.
    pub at: Moment,
    /// Whether it has changes that no file holds.
    pub unsaved: bool,
    /// The opening of the case that it belongs to, or what names the tab's own draft.
    pub opening: Rc<str>,
    /// The checksum of all of it.
    pub checksum: Rc<str>,
}

/// How the draft in the browser stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum DraftStatus {
    /// Nothing was stored yet.
    #[default]
    None,
    /// This revision was stored.
    Stored {
        /// The revision.
        revision: u64,
        /// When.
        at: Moment,
    },
    /// A person removed the draft of this revision; the next change is stored again.
    Removed {
        /// The revision.
        revision: u64,
    },
    /// The last attempt failed.
    Failed(StorageProblem),
}

/// A day and a time of day where the person sits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// The hour, 0 to 23.
    pub hour: u8,
    /// The minute, 0 to 59.
    pub minute: u8,
}

/// The key of a contract's draft: [`DRAFT_PREFIX`] and its identifier. Other drafts of it have more after a colon.
pub fn draft_key(contract: &ContractId) -> String {
    format!("{DRAFT_PREFIX}{contract}")
}

/// The text of a draft with these members, and its checksum, which stands in third place, where a person sees it.
pub(in crate::app) fn seal_draft<const N: usize>(members: [(&'static str, Json); N]) -> (String, String) {
    let head = [("format", Json::text(FORMAT)), ("version", Json::number(&VERSION))];
    let members = head.into_iter().chain(members);
    let mut document = Json::object(members.map(|(key, value)| (key, Some(value))));
    let checksum = draft_checksum(&document);
    if let Json::Object(members) = &mut document {
        members.insert(members.len().min(2), (CHECKSUM.into(), Json::text(checksum.as_str())));
    }
    (document.compact(), checksum)
}

fn draft_checksum(document: &Json) -> String {
    Sha256::digest(document.compact()).iter().fold(String::new(), |mut hexadecimal, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hexadecimal, "{byte:02x}");
        hexadecimal
    })
}

impl FoundDraft {
    /// Looks at a stored text.
    pub fn look(key: &str, text: &str) -> Self {
        Self { key: key.into(), text: text.into(), content: draft_content(text), is_kept: false }
    }

    /// The same, broken where it is the one under this key and seemed to be readable.
    pub(in crate::app) fn or_broken(&self, key: &str) -> Self {
        match self.content {
            DraftContent::Readable(_) if *self.key == *key => {
                Self { content: DraftContent::Broken, ..self.clone() }
            }
            _ => self.clone(),
        }
    }

    /// Says whether a tab keeps its work here.
    #[must_use]
    pub fn kept(self, is_kept: bool) -> Self {
        Self { is_kept, ..self }
    }

    /// Its checksum; none where it cannot be read.
    pub(in crate::app) fn checksum(&self) -> Option<&Rc<str>> {
        match &self.content {
            DraftContent::Readable(summary) => Some(&summary.checksum),
            DraftContent::Newer | DraftContent::Older | DraftContent::Broken => None,
        }
    }
}

/// What a stored text is.
pub(in crate::app) fn draft_content(text: &str) -> DraftContent {
    match verified_draft(text) {
        Ok((document, sum)) => {
            draft_summary(&document, &sum).map_or(DraftContent::Broken, DraftContent::Readable)
        }
        Err(content) => content,
    }
}

/// The document of a draft whose checksum holds, and the checksum.
pub(in crate::app) fn verified_draft(text: &str) -> Result<(Json, String), DraftContent> {
    let mut document = Json::parse(text).ok_or(DraftContent::Broken)?;
    if document.get("format").and_then(Json::as_text) != Some(FORMAT) {
        return Err(DraftContent::Broken);
    }
    match document.get("version").and_then(Json::as_whole) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(DraftContent::Newer),
        Some(_) => return Err(DraftContent::Older),
        None => return Err(DraftContent::Broken),
    }
    let stated = document.get(CHECKSUM).and_then(Json::as_text).map(str::to_owned);
    if let Json::Object(members) = &mut document {
        members.retain(|(key, _)| **key != *CHECKSUM);
    }
    let sum = draft_checksum(&document);
    if stated.as_ref() != Some(&sum) {
        return Err(DraftContent::Broken);
    }
    Ok((document, sum))
}

/// What the start screen says about a draft; none where it lacks any of it.
pub(in crate::app) fn draft_summary(document: &Json, checksum: &str) -> Option<DraftSummary> {
    let text = |key: &str| document.get(key).and_then(Json::as_text);
    Some(DraftSummary {
        contract: text("contract")?.into(),
        title: text("title")?.into(),
        at: Moment::parse(text("at")?)?,
        unsaved: document.get("unsaved")?.as_truth()?,
        opening: text("opening")?.into(),
        checksum: checksum.into(),
    })
}

impl Moment {
    /// Reads `2009-12-31T14:32`.
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.split_once('T')?;
        let (hour, minute) = time.split_once(':')?;
        let field =
            |text: &str, limit: u8| text.parse().ok().filter(|number| *number < limit && text.len() == 2);
        Some(Self { date: parse_date(date)?, hour: field(hour, 24)?, minute: field(minute, 60)? })
    }
}

/// `2009-12-31T14:32`
impl fmt::Display for Moment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}T{:02}:{:02}", iso(self.date), self.hour, self.minute)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_read_back_as_they_are_written() {
        assert_eq!(Moment::parse("2009-12-31T04:32").unwrap().to_string(), "2009-12-31T04:32");
        for text in
            ["2009-12-31", "2009-12-31T24:00", "2009-12-31T4:32", "2009-02-30T04:32", "2009-12-31T04:60"]
        {
            assert_eq!(Moment::parse(text), None, "{text}");
        }
    }
}
