//! Drafts: the whole state of a case, for the browser to keep ([`crate::format::draft`]).
//!
//! A draft that cannot be opened is never removed: it is offered as a file. One of a newer version is left alone.

use std::fmt;
use std::rc::Rc;

use super::message::StorageProblem;
use crate::domain::contract::ContractId;
use crate::domain::date::{Date, iso, parse_date};
use crate::format::draft::{DraftFault, DraftFile};
use crate::pace::{Wait, at_once, no_wait};

/// What the keys of all drafts begin with.
pub const DRAFT_PREFIX: &str = "resultatkontrakt:draft:";

/// A draft to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The key to store it under.
    pub key: Rc<str>,
    /// The text to store.
    pub text: String,
    /// The revision of the case that it holds.
    pub revision: u64,
    /// What whoever finds it reads of it.
    pub summary: DraftSummary,
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
    /// Whether it has changes that no file holds, or choices for next year's contract, which no file can hold.
    pub unsaved: bool,
    /// Whether it has such choices.
    pub has_plan: bool,
    /// The opening of the case that it belongs to, or what names the tab's own draft.
    pub opening: Rc<str>,
    /// How many changes led to it, in all its openings.
    pub change: u64,
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

impl FoundDraft {
    /// Looks at a stored text.
    pub fn look(key: &str, text: &str) -> Self {
        at_once(Self::look_paced(key, text, &mut no_wait))
    }

    /// Looks at a stored text in slices: one of several megabytes takes a while.
    pub async fn look_paced(key: &str, text: &str, wait: &mut dyn FnMut() -> Wait) -> Self {
        let content = draft_content_paced(text, wait).await;
        Self { key: key.into(), text: text.into(), content, is_kept: false }
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
    at_once(draft_content_paced(text, &mut no_wait))
}

/// The same in slices.
pub(in crate::app) async fn draft_content_paced(text: &str, wait: &mut dyn FnMut() -> Wait) -> DraftContent {
    match DraftFile::unseal(text, wait).await {
        Ok((file, checksum)) => {
            draft_summary(&file, checksum).map_or(DraftContent::Broken, DraftContent::Readable)
        }
        Err(DraftFault::Newer) => DraftContent::Newer,
        Err(DraftFault::Older) => DraftContent::Older,
        Err(DraftFault::Broken) => DraftContent::Broken,
    }
}

/// What the start screen says about a draft; none where its time is none.
pub(in crate::app) fn draft_summary(file: &DraftFile<'_>, checksum: &str) -> Option<DraftSummary> {
    Some(DraftSummary {
        contract: (&*file.contract).into(),
        title: (&*file.title).into(),
        at: Moment::parse(&file.at)?,
        unsaved: file.unsaved || file.has_plan(),
        has_plan: file.has_plan(),
        opening: (&*file.opening).into(),
        change: file.change,
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
