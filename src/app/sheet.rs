//! One assessment with the texts that are being typed into it.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::field::FieldId;
use super::text::FieldProblem;
use super::value::Value;
use crate::domain::assessment::Assessment;
use crate::domain::contract::Contract;
use crate::domain::evaluate::evaluate;
use crate::domain::evaluation::Evaluation;
use crate::format::AssessmentFile;
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

/// A text that was typed, and what was made of it. It is read once, in the language of the page at that
/// time, so that a change of language never turns `1,5` into something else.
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
    pub of: Option<SheetId>,
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
        Self { id, kind, of: None, file, typed: Rc::default(), evaluation }
    }

    /// Works everything out anew.
    pub(super) fn evaluate(&mut self, contract: &Contract) {
        self.evaluation = Rc::new(evaluate(contract, &self.file.assessment));
    }

    /// The values that count.
    pub fn assessment(&self) -> &Assessment {
        &self.file.assessment
    }
}
