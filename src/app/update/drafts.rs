//! Drafts of a case: written, resumed, and removed. Nothing that somebody did is overwritten.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::action::DraftAction;
use crate::app::state::{
    Case, Draft, DraftContent, DraftStatus, DraftSummary, FoundDraft, Message, Moment, PlanChoice, Planned,
    Refused, RenewalPlan, Sheet, SheetId, SheetKind, State, Storing, WEIGHT, WrittenText, draft_summary,
    first_sheets,
};
use crate::domain::address::FieldId;
use crate::format::draft::{DraftFile, PlannedText, Sealed, TypedText, WaitingText};
use crate::format::{AssessmentFile, Document, merged, read_kept, write_assessment, write_case_of};
use crate::i18n::Lang;
use crate::pace::{Wait, at_once, no_pause, no_wait};

/// The draft of what is open.
pub fn write_draft(state: &State, at: Moment) -> Option<Draft> {
    at_once(write_draft_paced(state, at, &mut no_wait))
}

/// The same in slices: a case of several megabytes takes a while.
pub async fn write_draft_paced(state: &State, at: Moment, wait: &mut dyn FnMut() -> Wait) -> Option<Draft> {
    let case = state.case.as_ref()?;
    let contract = &case.contract.contract;
    let (real, what_ifs): (Vec<_>, Vec<_>) =
        case.sheets.iter().map(Rc::as_ref).partition(|sheet| sheet.kind == SheetKind::Real);
    let mut files = Vec::with_capacity(real.len());
    for sheet in &real {
        wait().await;
        files.push(merged(&sheet.file));
    }
    wait().await;
    let index = |id| real.iter().position(|sheet| Some(sheet.id) == id);
    let what_if_of = what_ifs.iter().map(|sheet| index(sheet.copied_from)).collect();
    let what_if_texts = what_ifs.iter().map(|sheet| write_assessment(&sheet.file).into()).collect();
    let case_text = write_case_of(&case.contract, &files);
    let sheets = [real, what_ifs].concat();
    let file = DraftFile {
        contract: contract.id.as_str().into(),
        title: contract.title.as_str().into(),
        at: at.to_string().into(),
        opening: (&*case.author).into(),
        unsaved: case.is_unsaved(),
        change: case.changes_before + case.revision,
        current: sheets.iter().position(|sheet| sheet.id == case.current),
        typed: typed_texts(&sheets),
        written: waiting_texts(case),
        renewal_year: case.plan.as_deref().map_or("", |plan| &plan.year).into(),
        planned: planned_texts(case),
        case: case_text.into(),
        what_ifs: what_if_texts,
        what_if_of,
    };
    let Sealed { text, checksum } = file.seal(wait).await;
    let has_plan = file.has_plan();
    let summary = DraftSummary {
        contract: contract.id.clone(),
        title: file.title.into(),
        at,
        unsaved: file.unsaved || has_plan,
        has_plan,
        opening: Rc::clone(&case.author),
        change: file.change,
        checksum: checksum.into(),
    };
    Some(Draft { key: Rc::clone(&case.draft_key), text, revision: case.revision, summary })
}

fn typed_texts<'s>(sheets: &[&'s Sheet]) -> Vec<TypedText<'s>> {
    let typed = sheets
        .iter()
        .enumerate()
        .flat_map(|(index, sheet)| sheet.typed.iter().map(move |entry| (index, entry)));
    let lines = typed.map(|(sheet, (field, typed))| TypedText {
        sheet,
        field: field.to_string().into(),
        text: (&*typed.text).into(),
        lang: typed.lang.code().into(),
    });
    lines.collect()
}

fn waiting_texts(case: &Case) -> Vec<WaitingText<'_>> {
    case.writing.typed.iter().map(|(at, typed)| waiting_text(at, &typed.text, typed.lang)).collect()
}

fn planned_texts(case: &Case) -> Vec<PlannedText<'_>> {
    let goals = case.plan.iter().flat_map(|plan| &plan.goals);
    let weights = case.plan.iter().flat_map(|plan| &plan.weights);
    let weights = weights.map(|(goal, (text, lang))| PlannedText {
        goal: goal.as_str().into(),
        choice: WEIGHT.into(),
        texts: vec![waiting_text("", text, *lang)],
    });
    let lines = goals.map(|planned| PlannedText {
        goal: planned.goal.as_str().into(),
        choice: planned.choice.name().into(),
        texts: planned.texts.iter().map(|(key, (text, lang))| waiting_text(key, text, *lang)).collect(),
    });
    lines.chain(weights).collect()
}

fn waiting_text<'t>(at: &'t str, text: &'t str, lang: Lang) -> WaitingText<'t> {
    WaitingText { at: at.into(), text: text.into(), lang: lang.code().into() }
}

/// What becomes of a stored text when the draft of a case would take its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Earlier {
    /// It is an earlier state of the same work, or a file holds it all.
    Replaced,
    /// It is put aside under this key first: it has changes that no file holds and belongs to another
    /// opening of the case, or it cannot be read.
    PutAside(String),
    /// Another tab goes on with the same work and keeps it here, so that this one has to move.
    InUse,
}

/// What becomes of what is stored under the key of the case's draft, where this tab wrote the drafts with the checksums
/// `written` last.
pub fn earlier(case: &Case, stored: &DraftContent, written: &[Rc<str>]) -> Earlier {
    let aside = |what: &str| Earlier::PutAside(format!("{}:{what}", case.draft_key));
    match stored {
        DraftContent::Readable(summary) if summary.opening == case.author => {
            let is_known = case.stored_checksum.as_ref().is_none_or(|stored| *stored == summary.checksum);
            // Writing goes on while the page does, which may not have heard of its end.
            let is_before =
                written.contains(&summary.checksum) && summary.change <= case.changes_before + case.revision;
            if is_known || is_before { Earlier::Replaced } else { Earlier::InUse }
        }
        DraftContent::Readable(summary) if summary.unsaved => aside(&summary.opening),
        DraftContent::Readable(_) => Earlier::Replaced,
        DraftContent::Newer => aside("newer"),
        DraftContent::Older => aside("older"),
        DraftContent::Broken => aside("broken"),
    }
}

impl State {
    /// The state after something happened to the drafts that the browser keeps.
    pub(super) fn after_draft_action(&self, action: DraftAction) -> Option<Self> {
        match action {
            DraftAction::Storing(storing) => {
                (storing != self.storing).then(|| Self { storing, ..self.clone() })
            }
            DraftAction::Found(drafts) => self.with_drafts(&drafts),
            DraftAction::Stored { key, author, revision, at, checksum } => self.change_case(|case| {
                let draft = DraftStatus::Stored { revision, at };
                // Something else may have been opened while it was written.
                let is_of_case = case.draft_key == key && case.author == author;
                is_of_case.then(|| Case { draft, stored_checksum: Some(checksum), ..case.clone() })
            }),
            DraftAction::Failed(problem) => self.change_case(|case| {
                let draft = DraftStatus::Failed(problem);
                (case.draft != draft).then(|| Case { draft, ..case.clone() })
            }),
            DraftAction::OpenElsewhere { own } => self.beside_other_tab(&own),
            DraftAction::TakeOver => Some(Self { claims: self.claims + 1, ..self.clone() }),
            DraftAction::Keep => self.as_keeper(),
            DraftAction::TakenOver { own } => self.after_take_over(&own),
            DraftAction::Removed { key } => Some(self.without_draft(&key)),
            DraftAction::AllRemoved => Some(self.without_anything()),
            DraftAction::RemovalFailed => Some(self.with_message(Message::RemovalFailed)),
            DraftAction::RemovedElsewhere => Some(self.after_removal_elsewhere()),
            DraftAction::Resume { .. } | DraftAction::Follow => None,
        }
    }

    /// The state with a draft opened. One that turns out not to hold a case stays in the list, as broken.
    pub(super) fn after_resuming(&self, key: &str) -> Option<Self> {
        let found = self.drafts.iter().find(|draft| *draft.key == *key)?;
        let mut next = Self { refused: None, ..self.clone() };
        match resume_draft(found, self.lang) {
            Ok(case) => {
                let title = case.contract.contract.title.as_str().into();
                next.message = Some(Rc::new(Message::Resumed { title }));
                // Who kept a draft worked in the assessment that it shows.
                let shown = case.sheet().map(|sheet| sheet.assessment().by);
                next.show_case(case.resumed_in_place_of(self.case.as_ref(), found), self.party.or(shown));
            }
            Err(refused) => {
                next.drafts = self.drafts.iter().map(|draft| draft.or_broken(key)).collect();
                next.refused = Some(Rc::new(refused));
            }
        }
        Some(next)
    }

    /// The state after a draft was removed. Where it is that of what is open, that is stored again once it changes.
    fn without_draft(&self, key: &Rc<str>) -> Self {
        let drafts = self.drafts.iter().filter(|draft| draft.key != *key).cloned().collect();
        let next = Self { drafts, ..self.with_message(Message::DraftRemoved) };
        match self.case.as_ref().filter(|case| case.draft_key == *key) {
            Some(case) => {
                next.with_case(case.without_draft(DraftStatus::Removed { revision: case.revision }))
            }
            None => next,
        }
    }

    /// The state after everything was removed from the browser, and nothing is open any more.
    fn without_anything(&self) -> Self {
        let (lang, storing, new_version) = (self.lang, self.storing, self.new_version);
        let next = Self { lang, storing, new_version, claims: self.claims, ..Self::default() };
        next.with_message(Message::AllRemoved)
    }

    /// The state after everything was removed in another tab. What is open is kept nowhere now, and is not put back
    /// where it was removed from on purpose.
    fn after_removal_elsewhere(&self) -> Self {
        let is_blocked = self.storing == Storing::Blocked;
        let storing = if is_blocked { Storing::Blocked } else { Storing::Removed };
        let case = self.case.as_ref().map(|case| Rc::new(case.without_draft(DraftStatus::None)));
        Self { storing, case, drafts: Rc::default(), ..self.with_message(Message::RemovedElsewhere) }
    }
}

/// The case that a draft holds.
pub(super) fn resume_draft(found: &FoundDraft, lang: Lang) -> Result<Case, Refused> {
    let refused = |diagnostics: Rc<[_]>| Refused { name: Rc::clone(&found.key), diagnostics };
    let draft = at_once(DraftFile::unseal(&found.text, &mut no_wait));
    let (draft, checksum) = draft.map_err(|_| refused(Rc::default()))?;
    let summary = draft_summary(&draft, checksum).ok_or_else(|| refused(Rc::default()))?;
    let reading = read_kept(&draft.case);
    let Some(Document::Case(file)) = reading.document else {
        return Err(refused(reading.diagnostics.into()));
    };
    let what_ifs = draft.what_ifs.iter().filter_map(|text| read_what_if(text));
    let files = file.assessments.iter().cloned().chain(what_ifs).collect();
    let sheets = at_once(first_sheets(&file.contract, files, summary.at.date, &mut no_pause));
    let mut case = Case::new(file.contract, sheets, &summary.opening);
    let mut copied = draft.what_if_of.iter().map(|index| index.and_then(sheet_id));
    for sheet in case.sheets.iter_mut().skip(file.assessments.len()) {
        let sheet = Rc::make_mut(sheet);
        (sheet.kind, sheet.copied_from) = (SheetKind::WhatIf, copied.next().flatten());
    }
    case.findings = reading.diagnostics.into();
    case.draft_key = Rc::clone(&found.key);
    case.stored_checksum = Some(Rc::clone(&summary.checksum));
    restore_texts(&mut case, &draft, lang);
    let contract = Rc::clone(&case.contract.contract);
    let written = draft.written.iter().filter_map(|line| {
        let (at, lang) = (Rc::from(&*line.at), Lang::from_code(&line.lang)?);
        let text = WrittenText::read(&at, &Rc::from(&*line.text), lang, &contract);
        Some((at, text))
    });
    if !draft.written.is_empty() {
        case = case.with_waiting_texts(written);
    }
    case.plan = resumed_plan(&draft);
    case.revision = 1;
    case.changes_before = draft.change;
    case.saved = u64::from(!draft.unsaved);
    case.draft = DraftStatus::Stored { revision: 1, at: summary.at };
    Ok(case)
}

/// What was decided for next year's contract; none where nothing was.
fn resumed_plan(draft: &DraftFile<'_>) -> Option<Rc<RenewalPlan>> {
    let texts = |one: &PlannedText<'_>| -> BTreeMap<Rc<str>, (Rc<str>, Lang)> {
        let texts = one.texts.iter().filter_map(|line| {
            let lang = Lang::from_code(&line.lang)?;
            Some((Rc::from(&*line.at), (Rc::from(&*line.text), lang)))
        });
        texts.collect()
    };
    let goals = draft.planned.iter().filter_map(|one| {
        let choice = PlanChoice::named(&one.choice)?;
        Some(Planned { goal: (&*one.goal).into(), choice, texts: texts(one) })
    });
    let weights = draft.planned.iter().filter(|one| one.choice == WEIGHT);
    let weights = weights.filter_map(|one| Some(((&*one.goal).into(), texts(one).into_values().next()?)));
    draft.has_plan().then(|| {
        let year = Rc::from(&*draft.renewal_year);
        Rc::new(RenewalPlan { year, goals: goals.collect(), weights: weights.collect() })
    })
}

fn read_what_if(text: &str) -> Option<AssessmentFile> {
    match read_kept(text).document? {
        Document::Assessment(file) => Some(*file),
        _ => None,
    }
}

/// The assessment that a draft names by its index.
fn sheet_id(index: usize) -> Option<SheetId> {
    u32::try_from(index).ok().map(SheetId)
}

/// Puts back what is no value: the texts in fields, and which assessment is shown.
fn restore_texts(case: &mut Case, draft: &DraftFile<'_>, lang: Lang) {
    let contract = Rc::clone(&case.contract.contract);
    for sheet in &mut case.sheets {
        let sheet = Rc::make_mut(sheet);
        let id = sheet.id;
        for line in draft.typed.iter().filter(|line| sheet_id(line.sheet) == Some(id)) {
            if let (Some(field), Some(lang)) = (FieldId::from_key(&line.field), Lang::from_code(&line.lang)) {
                sheet.enter(&field, &(&*line.text).into(), lang, &contract);
            }
        }
        sheet.tidy(lang);
        sheet.evaluate(&contract);
    }
    if let Some(id) = draft.current.and_then(sheet_id).filter(|id| case.sheet_with(*id).is_some()) {
        case.current = id;
    }
}
