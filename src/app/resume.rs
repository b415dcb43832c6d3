//! Drafts on their way back in.

use std::rc::Rc;

use super::draft::{FoundDraft, summary, verified};
use super::field::FieldId;
use super::message::Message;
use super::open::{Refused, sheets};
use super::sheet::{SheetId, SheetKind};
use super::state::{Case, DraftStatus, State};
use crate::format::json::Json;
use crate::format::{AssessmentFile, Document, read};
use crate::i18n::Lang;
use crate::pace::{at_once, no_pause};

impl State {
    /// The state with a draft opened. One that turns out not to hold a case stays in the list, as broken.
    pub(super) fn resumed(&self, key: &str) -> Option<Self> {
        let found = self.drafts.iter().find(|draft| *draft.key == *key)?;
        let mut next = Self { refused: None, ..self.clone() };
        match case(found, self.lang) {
            Ok(case) => {
                let title = case.contract.contract.title.as_str().into();
                next.message = Some(Rc::new(Message::Resumed { title }));
                next.replace(case.rejoining(self.case.as_ref(), found));
            }
            Err(refused) => {
                next.drafts = self.drafts.iter().map(|draft| draft.or_broken(key)).collect();
                next.refused = Some(Rc::new(refused));
            }
        }
        Some(next)
    }
}

/// The case that a draft holds.
pub(super) fn case(found: &FoundDraft, lang: Lang) -> Result<Case, Refused> {
    let refused = |diagnostics: Rc<[_]>| Refused { name: Rc::clone(&found.key), diagnostics };
    let (document, sum) = verified(&found.text).map_err(|_| refused(Rc::default()))?;
    let summary = summary(&document, &sum).ok_or_else(|| refused(Rc::default()))?;
    let text = document.get("case").and_then(Json::as_text).unwrap_or_default();
    let reading = read(text.as_bytes());
    let Some(Document::Case(file)) = reading.document else {
        return Err(refused(reading.diagnostics.into()));
    };
    let what_ifs = list(&document, "what_ifs").filter_map(Json::as_text).filter_map(what_if);
    let files = file.assessments.iter().cloned().chain(what_ifs).collect();
    let sheets = at_once(sheets(&file.contract, files, summary.at.date, &mut no_pause));
    let mut case = Case::new(file.contract, sheets, &summary.opening);
    let mut copied = list(&document, "what_if_of").map(sheet_id);
    for sheet in case.sheets.iter_mut().skip(file.assessments.len()) {
        let sheet = Rc::make_mut(sheet);
        (sheet.kind, sheet.of) = (SheetKind::WhatIf, copied.next().flatten());
    }
    case.findings = reading.diagnostics.into();
    case.draft_key = Rc::clone(&found.key);
    case.known = Some(Rc::clone(&summary.checksum));
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

fn list<'a>(document: &'a Json, key: &str) -> impl Iterator<Item = &'a Json> {
    document.get(key).map(Json::items).unwrap_or_default().iter()
}

/// The assessment that a draft names by its place.
fn sheet_id(value: &Json) -> Option<SheetId> {
    value.as_whole().and_then(|index| u32::try_from(index).ok()).map(SheetId)
}

/// Puts back what is no value: the texts in fields, and which assessment is shown.
fn restore(case: &mut Case, document: &Json, lang: Lang) {
    let contract = Rc::clone(&case.contract.contract);
    for sheet in &mut case.sheets {
        let sheet = Rc::make_mut(sheet);
        let id = sheet.id;
        for line in list(document, "typed").filter(|line| line.get("sheet").and_then(sheet_id) == Some(id)) {
            let text = |key: &str| line.get(key).and_then(Json::as_text);
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
