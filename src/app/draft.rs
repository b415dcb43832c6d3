//! Drafts: the whole state of a case as one text, for the browser to keep.
//!
//! ```json
//! {
//!   "format": "resultatkladde", "version": 1, "checksum": "<SHA-256 of the rest>",
//!   "contract": "ams-2009", "title": "…", "at": "2009-12-31T14:32", "opening": "…", "unsaved": true,
//!   "current": 0, "typed": [{ "sheet": 0, "field": "goal/goal-2/value", "text": "ca. 26", "lang": "da" }],
//!   "case": "<the case file, as text>", "what_ifs": ["<an assessment, as text>"]
//! }
//! ```
//!
//! Values are in the case file, exactly as it would be saved; what-ifs stand beside it and count on from its
//! assessments. `typed` has what stands in fields and is no value. The checksum is
//! that of the document written without it, so that a draft that was cut or changed is noticed. A draft that
//! cannot be opened is never removed: it is offered as a file. One of a newer version is left alone.

use std::fmt::Write;
use std::rc::Rc;

use serde_json::{Map, Value as Json};
use sha2::{Digest, Sha256};

use super::field::FieldId;
use super::message::Message;
use super::open::Refused;
use super::sheet::{Sheet, SheetId, SheetKind};
use super::state::{Case, DraftStatus, Moment, State};
use crate::domain::contract::ContractId;
use crate::i18n::Lang;
use crate::load::{AssessmentFile, Document, read, write_assessment, write_case};

/// What the keys of all drafts begin with.
pub const PREFIX: &str = "resultatkontrakt:draft:";

const FORMAT: &str = "resultatkladde";
const VERSION: u64 = 1;

/// A draft to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The key to store it under.
    pub key: Rc<str>,
    /// The text to store.
    pub text: String,
    /// The revision of the case that it holds.
    pub revision: u64,
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
}

/// What a stored text turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DraftContent {
    /// A draft that can be resumed.
    Readable(DraftSummary),
    /// A draft of a newer version of the page.
    Newer,
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
    /// The opening of the case that it belongs to.
    pub opening: Rc<str>,
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
    let what_if_texts = what_ifs.iter().map(|sheet| Json::from(write_assessment(&sheet.file))).collect();
    let sheets = [real, what_ifs].concat();
    let mut document = Map::new();
    let mut put = |key: &str, value: Json| document.insert(key.to_owned(), value);
    put("format", FORMAT.into());
    put("version", VERSION.into());
    put("contract", contract.id.as_str().into());
    put("title", contract.title.as_str().into());
    put("at", at.to_string().into());
    put("opening", (*case.opening).into());
    put("unsaved", case.is_unsaved().into());
    put("current", sheets.iter().position(|sheet| sheet.id == case.current).into());
    put("typed", typed(&sheets));
    put("case", write_case(&case.contract, &files).into());
    put("what_ifs", what_if_texts);
    Some(Draft { key: Rc::clone(&case.draft_key), text: sealed(document), revision: case.revision })
}

fn typed(sheets: &[&Sheet]) -> Json {
    let typed = sheets
        .iter()
        .enumerate()
        .flat_map(|(index, sheet)| sheet.typed.iter().map(move |entry| (index, entry)));
    let lines = typed.map(|(index, (field, typed))| {
        serde_json::json!({
            "sheet": index, "field": field.to_string(), "text": &*typed.text, "lang": typed.lang.code(),
        })
    });
    lines.collect()
}

/// The document with its checksum in third place, where a person sees it.
fn sealed(document: Map<String, Json>) -> String {
    let checksum = checksum(&document);
    let mut whole = Map::new();
    for (place, (key, value)) in document.into_iter().enumerate() {
        if place == 2 {
            whole.insert("checksum".to_owned(), Json::from(checksum.as_str()));
        }
        whole.insert(key, value);
    }
    Json::Object(whole).to_string()
}

fn checksum(document: &Map<String, Json>) -> String {
    let text = serde_json::to_string(document).unwrap_or_default();
    Sha256::digest(text).iter().fold(String::new(), |mut hexadecimal, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hexadecimal, "{byte:02x}");
        hexadecimal
    })
}

impl FoundDraft {
    /// Looks at a stored text.
    pub fn look(key: &str, text: &str) -> Self {
        Self { key: key.into(), text: text.into(), content: content(text) }
    }
}

fn content(text: &str) -> DraftContent {
    match verified(text) {
        Ok(document) => summary(&document).map_or(DraftContent::Broken, DraftContent::Readable),
        Err(content) => content,
    }
}

/// The document of a draft whose checksum holds.
fn verified(text: &str) -> Result<Map<String, Json>, DraftContent> {
    let Ok(Json::Object(mut document)) = serde_json::from_str(text) else {
        return Err(DraftContent::Broken);
    };
    if document.get("format").and_then(Json::as_str) != Some(FORMAT) {
        return Err(DraftContent::Broken);
    }
    match document.get("version").and_then(Json::as_u64) {
        Some(VERSION) => {}
        Some(version) if version > VERSION => return Err(DraftContent::Newer),
        _ => return Err(DraftContent::Broken),
    }
    let stated = document.shift_remove("checksum");
    if stated.as_ref().and_then(Json::as_str) != Some(&checksum(&document)) {
        return Err(DraftContent::Broken);
    }
    Ok(document)
}

fn summary(document: &Map<String, Json>) -> Option<DraftSummary> {
    let text = |key: &str| document.get(key).and_then(Json::as_str);
    Some(DraftSummary {
        contract: text("contract")?.into(),
        title: text("title")?.into(),
        at: Moment::parse(text("at")?)?,
        unsaved: document.get("unsaved")?.as_bool()?,
        opening: text("opening")?.into(),
    })
}

/// The key under which a stored draft has to be kept before another one takes its place: where it has
/// changes that no file holds and belongs to another opening of the case, or cannot be read.
pub fn key_aside(key: &str, stored: &str, opening: &str) -> Option<String> {
    match content(stored) {
        DraftContent::Readable(summary) if summary.opening.as_ref() == opening || !summary.unsaved => None,
        DraftContent::Readable(summary) => Some(format!("{key}:{}", summary.opening)),
        DraftContent::Newer => Some(format!("{key}:newer")),
        DraftContent::Broken => Some(format!("{key}:broken")),
    }
}

impl State {
    /// The state with a draft opened. One that turns out not to hold a case stays in the list, as broken.
    pub(super) fn resumed(&self, key: &str) -> Option<Self> {
        let found = self.drafts.iter().find(|draft| *draft.key == *key)?;
        let mut next = Self { refused: None, ..self.clone() };
        match case(found, self.lang) {
            Ok(case) => {
                let title = case.contract.contract.title.as_str().into();
                next.message = Some(Rc::new(Message::Resumed { title }));
                next.case = Some(Rc::new(case));
            }
            Err(refused) => next.refused = Some(Rc::new(refused)),
        }
        Some(next)
    }
}

fn case(found: &FoundDraft, lang: Lang) -> Result<Case, Refused> {
    let refused = |diagnostics: Rc<[_]>| Refused { name: Rc::clone(&found.key), diagnostics };
    let document = verified(&found.text).map_err(|_| refused(Rc::default()))?;
    let summary = summary(&document).ok_or_else(|| refused(Rc::default()))?;
    let text = document.get("case").and_then(Json::as_str).unwrap_or_default();
    let reading = read(text.as_bytes());
    let Some(Document::Case(file)) = reading.document else {
        return Err(refused(reading.diagnostics.into()));
    };
    let what_ifs = list(&document, "what_ifs").filter_map(Json::as_str).filter_map(what_if);
    let files: Vec<AssessmentFile> = file.assessments.iter().cloned().chain(what_ifs).collect();
    let mut case = Case::new(file.contract, &files, summary.at.date, &summary.opening);
    for sheet in case.sheets.iter_mut().skip(file.assessments.len()) {
        Rc::make_mut(sheet).kind = SheetKind::WhatIf;
    }
    case.findings = reading.diagnostics.into();
    case.opened_blank = false;
    case.draft_key = Rc::clone(&found.key);
    restore(&mut case, &document, lang);
    case.revision = 1;
    case.saved = u64::from(!summary.unsaved);
    case.draft = DraftStatus::Stored { revision: 1, at: summary.at };
    Ok(case)
}

fn what_if(text: &str) -> Option<AssessmentFile> {
    match read(text.as_bytes()).document? {
        Document::Assessment(file) => Some(*file),
        _ => None,
    }
}

fn list<'a>(document: &'a Map<String, Json>, key: &str) -> impl Iterator<Item = &'a Json> {
    document.get(key).and_then(Json::as_array).into_iter().flatten()
}

/// Puts back what is no value: the texts in fields, and which assessment is shown.
fn restore(case: &mut Case, document: &Map<String, Json>, lang: Lang) {
    let sheet_id = |value: &Json| value.as_u64().and_then(|index| u32::try_from(index).ok()).map(SheetId);
    let contract = Rc::clone(&case.contract.contract);
    for sheet in &mut case.sheets {
        let sheet = Rc::make_mut(sheet);
        let id = sheet.id;
        for line in list(document, "typed").filter(|line| line.get("sheet").and_then(sheet_id) == Some(id)) {
            let text = |key: &str| line.get(key).and_then(Json::as_str);
            let field = text("field").and_then(FieldId::from_key);
            let typed_in = text("lang").and_then(Lang::from_code);
            if let (Some(field), Some(text), Some(typed_in)) = (field, text("text"), typed_in) {
                sheet.enter(&field, &text.into(), typed_in, &contract);
            }
        }
        sheet.tidy(lang);
        sheet.evaluate(&contract);
    }
    if let Some(id) = document.get("current").and_then(sheet_id).filter(|id| case.sheet_with(*id).is_some()) {
        case.current = id;
    }
}
