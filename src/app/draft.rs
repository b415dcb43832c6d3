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

use std::fmt::Write;
use std::rc::Rc;

use sha2::{Digest, Sha256};

use super::sheet::{Sheet, SheetKind};
use super::state::{Moment, State};
use crate::domain::contract::ContractId;
use crate::format::json::Json;
use crate::format::{AssessmentFile, write_assessment, write_case};

/// What the keys of all drafts begin with.
pub const PREFIX: &str = "resultatkontrakt:draft:";

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

/// The key of a contract's draft: [`PREFIX`] and its identifier. Other drafts of it have more after a colon.
pub fn key(contract: &ContractId) -> String {
    format!("{PREFIX}{contract}")
}

/// The draft of what is open.
pub fn draft(state: &State, at: Moment) -> Option<Draft> {
    let case = state.case.as_ref()?;
    let contract = &case.contract.contract;
    let (real, what_ifs): (Vec<_>, Vec<_>) =
        case.sheets.iter().map(Rc::as_ref).partition(|sheet| sheet.kind == SheetKind::Real);
    let files: Vec<AssessmentFile> = real.iter().map(|sheet| sheet.file.clone()).collect();
    let place = |id| real.iter().position(|sheet| Some(sheet.id) == id);
    let what_if_texts = what_ifs.iter().map(|sheet| Json::text(write_assessment(&sheet.file))).collect();
    let what_if_of = what_ifs.iter().map(|sheet| place_or_nothing(place(sheet.of))).collect();
    let case_text = write_case(&case.contract, &files);
    let sheets = [real, what_ifs].concat();
    let current = sheets.iter().position(|sheet| sheet.id == case.current);
    let document = [
        ("format", Json::text(FORMAT)),
        ("version", Json::number(&VERSION)),
        ("contract", Json::text(contract.id.as_str())),
        ("title", Json::text(contract.title.as_str())),
        ("at", Json::text(at.to_string())),
        ("opening", Json::text(&*case.author)),
        ("unsaved", Json::Truth(case.is_unsaved())),
        ("current", place_or_nothing(current)),
        ("typed", typed(&sheets)),
        ("case", Json::text(case_text)),
        ("what_ifs", Json::List(what_if_texts)),
        ("what_if_of", Json::List(what_if_of)),
    ];
    let document = Json::object(document.map(|(key, value)| (key, Some(value))));
    let checksum = checksum(&document);
    let text = sealed(document, &checksum);
    Some(Draft { key: Rc::clone(&case.draft_key), text, revision: case.revision, checksum: checksum.into() })
}

/// The place of an assessment, counted from 0.
fn place_or_nothing(place: Option<usize>) -> Json {
    place.map_or(Json::Null, |place| Json::number(&place))
}

fn typed(sheets: &[&Sheet]) -> Json {
    let typed = sheets
        .iter()
        .enumerate()
        .flat_map(|(index, sheet)| sheet.typed.iter().map(move |entry| (index, entry)));
    let lines = typed.map(|(index, (field, typed))| {
        Json::object([
            ("sheet", Some(Json::number(&index))),
            ("field", Some(Json::text(field.to_string()))),
            ("text", Some(Json::text(&*typed.text))),
            ("lang", Some(Json::text(typed.lang.code()))),
        ])
    });
    Json::List(lines.collect())
}

/// The document with its checksum in third place, where a person sees it.
fn sealed(mut document: Json, checksum: &str) -> String {
    if let Json::Object(members) = &mut document {
        members.insert(members.len().min(2), (CHECKSUM.into(), Json::text(checksum)));
    }
    document.compact()
}

fn checksum(document: &Json) -> String {
    Sha256::digest(document.compact()).iter().fold(String::new(), |mut hexadecimal, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hexadecimal, "{byte:02x}");
        hexadecimal
    })
}

impl FoundDraft {
    /// Looks at a stored text.
    pub fn look(key: &str, text: &str) -> Self {
        Self { key: key.into(), text: text.into(), content: content(text), is_kept: false }
    }

    /// The same, broken where it is the one under this key and seemed to be readable.
    pub(super) fn or_broken(&self, key: &str) -> Self {
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
    pub(super) fn checksum(&self) -> Option<&Rc<str>> {
        match &self.content {
            DraftContent::Readable(summary) => Some(&summary.checksum),
            DraftContent::Newer | DraftContent::Older | DraftContent::Broken => None,
        }
    }
}

/// What a stored text is.
pub(super) fn content(text: &str) -> DraftContent {
    match verified(text) {
        Ok((document, sum)) => summary(&document, &sum).map_or(DraftContent::Broken, DraftContent::Readable),
        Err(content) => content,
    }
}

/// The document of a draft whose checksum holds, and the checksum.
pub(super) fn verified(text: &str) -> Result<(Json, String), DraftContent> {
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
    let sum = checksum(&document);
    if stated.as_ref() != Some(&sum) {
        return Err(DraftContent::Broken);
    }
    Ok((document, sum))
}

/// What the start screen says about a draft; none where it lacks any of it.
pub(super) fn summary(document: &Json, checksum: &str) -> Option<DraftSummary> {
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
