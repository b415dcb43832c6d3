//! One assessment with the texts that are being typed into it.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::access::get;
use super::addendum::{ADDENDUM_FIELDS, missing_field};
use super::choice::{AdjustmentKind, FieldKind, field_kind};
use super::value::{FieldProblem, Value, write_value};
use crate::domain::address::{EntryField, EntryId, FieldId, ReportedField};
use crate::domain::assessment::Assessment;
use crate::domain::contract::{Contract, PartId};
use crate::domain::evaluate::evaluate;
use crate::domain::evaluation::Evaluation;
use crate::domain::number::Decimal;
use crate::domain::reported::Reported;
use crate::format::{AssessmentFile, MAX_TEXT, Unread};
use crate::i18n::Lang;

/// Names an assessment while the case is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SheetId(pub u32);

/// What an assessment is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// It is part of the file.
    Real,
    /// A copy to try things out: kept in drafts, never saved to the file.
    WhatIf,
}

/// A text that was typed, and what was made of it. It is read once, in the page's language at that time: another
/// language never turns `1,5` into something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// The text.
    pub text: Rc<str>,
    /// The language that it was typed in.
    pub lang: Lang,
    /// Its value, none where it is empty, or why it cannot be read.
    pub reading: Result<Option<Value>, FieldProblem>,
}

/// One assessment with the texts that are being typed into it, and what it comes to.
#[derive(Clone, Debug)]
pub struct Sheet {
    /// Its identifier.
    pub id: SheetId,
    /// What it is for.
    pub kind: SheetKind,
    /// The assessment that things are tried out on, for a copy that is for that.
    pub copied_from: Option<SheetId>,
    /// The assessment: the values that count.
    pub file: AssessmentFile,
    /// Texts that stand in fields and are not, or not yet, values of the assessment.
    pub typed: Rc<BTreeMap<FieldId, Typed>>,
    /// What it comes to.
    pub evaluation: Rc<Evaluation>,
}

impl Sheet {
    /// An assessment with nothing typed beside it.
    pub fn new(id: SheetId, kind: SheetKind, file: AssessmentFile, contract: &Contract) -> Self {
        let evaluation = Rc::new(evaluate(contract, &file.assessment));
        Self { id, kind, copied_from: None, file, typed: Rc::default(), evaluation }
    }

    /// Works everything out anew.
    pub(in crate::app) fn evaluate(&mut self, contract: &Contract) {
        self.evaluation = Rc::new(evaluate(contract, &self.file.assessment));
    }

    /// The file with the texts that stand in fields and do not count, so that they are asked about again.
    pub(in crate::app) fn outgoing(&self) -> AssessmentFile {
        let does_not_count = |(field, typed): &(&FieldId, &Typed)| {
            let fits = typed.text.chars().nth(MAX_TEXT).is_none() && !typed.text.trim().is_empty();
            fits && typed.reading.as_ref().ok() != Some(&get(self.assessment(), field))
        };
        let typed = self.typed.iter().filter(does_not_count).map(|(field, typed)| Unread {
            field: field.clone(),
            text: typed.text.to_string(),
            lang: typed.lang,
        });
        let unread = self.file.unread.iter().cloned().chain(typed).collect();
        AssessmentFile { unread, ..self.file.clone() }
    }

    /// The fields of the readings of a goal or area: those that it has, and those in which a text waits to be read.
    pub fn readings(&self, entry: &EntryId) -> Vec<FieldId> {
        let mut fields = Vec::new();
        if let Some(of) = self.assessment().entry(entry) {
            collect_readings(entry, &of.reported, &mut Vec::new(), &mut fields);
        }
        let is_reading = |field: &&FieldId| {
            field.entry() == Some(entry)
                && matches!(field, FieldId::Reported(_, _, ReportedField::Reading(_)))
        };
        for field in self.typed.keys().filter(is_reading) {
            if !fields.contains(field) {
                fields.push(field.clone());
            }
        }
        fields
    }

    /// The values that count.
    pub fn assessment(&self) -> &Assessment {
        &self.file.assessment
    }

    /// The text of a field: as typed, or the value as the language writes it.
    pub fn text(&self, field: &FieldId, lang: Lang) -> Cow<'_, str> {
        if let Some(typed) = self.typed.get(field) {
            return Cow::Borrowed(&typed.text);
        }
        get(self.assessment(), field)
            .map_or(Cow::Borrowed(""), |value| Cow::Owned(write_value(&value, self.kind_of(field), lang)))
    }

    /// The number that a field holds, if it holds one.
    pub fn number(&self, field: &FieldId) -> Option<Decimal> {
        self.value(field).as_ref().and_then(Value::number)
    }

    /// What a field takes.
    pub fn kind_of(&self, field: &FieldId) -> FieldKind {
        let amount = || {
            let kind = self.value(&FieldId::AdjustmentKind);
            kind.as_ref().and_then(Value::adjustment_kind) == Some(AdjustmentKind::Amount)
        };
        field_kind(field, *field == FieldId::AdjustmentValue && amount())
    }

    /// What is wrong with what was typed into a field, apart from what the evaluation objects to.
    pub fn entry_problem(&self, field: &FieldId) -> Option<FieldProblem> {
        if let Some(Err(problem)) = self.typed.get(field).map(|typed| &typed.reading) {
            return Some(problem.clone());
        }
        let FieldId::Entry(entry, of) = field else {
            return None;
        };
        (self.addendum_lacks(entry) == Some(*of)).then_some(FieldProblem::Missing)
    }

    /// Every such problem of the assessment.
    pub(in crate::app) fn entry_problems(&self) -> impl Iterator<Item = (FieldId, FieldProblem)> {
        let missing = self.typed.keys().filter_map(|field| match field {
            FieldId::Entry(entry, _) => {
                self.addendum_lacks(entry).map(|of| (entry.field(of), FieldProblem::Missing))
            }
            _ => None,
        });
        let unread = self.typed.iter().filter_map(|(field, typed)| {
            typed.reading.as_ref().err().map(|problem| (field.clone(), problem.clone()))
        });
        unread.chain(missing)
    }

    /// The field that an addendum, begun and not whole, still lacks.
    fn addendum_lacks(&self, entry: &EntryId) -> Option<EntryField> {
        let begun = ADDENDUM_FIELDS.iter().any(|of| self.typed.contains_key(&entry.field(*of)));
        if !begun {
            return None;
        }
        let value = |of| self.value(&entry.field(of));
        let kind = value(EntryField::AddendumKind);
        match kind.as_ref().and_then(Value::addendum_kind) {
            Some(kind) => missing_field(kind, value),
            None => {
                ADDENDUM_FIELDS.into_iter().any(|of| value(of).is_some()).then_some(EntryField::AddendumKind)
            }
        }
    }

    /// The value of a field, typed or of the assessment; none where the text cannot be read.
    pub fn value(&self, field: &FieldId) -> Option<Value> {
        match self.typed.get(field) {
            Some(typed) => typed.reading.clone().ok().flatten(),
            None => get(self.assessment(), field),
        }
    }
}

fn collect_readings(entry: &EntryId, of: &Reported, path: &mut Vec<PartId>, fields: &mut Vec<FieldId>) {
    for reading in &of.readings {
        fields.push(entry.reported(path, ReportedField::Reading(reading.period)));
    }
    for (id, part) in &of.parts {
        path.push(id.clone());
        collect_readings(entry, part, path, fields);
        path.pop();
    }
}
