//! What a file holds once it was read.

use std::rc::Rc;

use super::fingerprint::Fingerprint;
use crate::domain::address::FieldId;
use crate::domain::assessment::Assessment;
use crate::domain::contract::{Contract, ContractId};
use crate::i18n::Lang;

/// A file that was read.
#[derive(Clone, Debug)]
pub enum Document {
    /// A contract alone.
    Contract(ContractFile),
    /// An assessment alone.
    Assessment(Box<AssessmentFile>),
    /// A contract with its assessments.
    Case(CaseFile),
}

impl Document {
    /// The contract in it with the assessments beside it; none for an assessment alone.
    pub fn contract(&self) -> Option<(&ContractFile, &[AssessmentFile])> {
        match self {
            Self::Contract(contract) => Some((contract, &[])),
            Self::Assessment(_) => None,
            Self::Case(case) => Some((&case.contract, &case.assessments)),
        }
    }
}

/// A contract with the text that it was read from.
#[derive(Clone, Debug)]
pub struct ContractFile {
    /// What it says.
    pub contract: Rc<Contract>,
    /// Its JSON text, word for word; of a case file, the part that is the contract.
    pub source: Rc<str>,
    /// What tells it from every other contract.
    pub fingerprint: Fingerprint,
    /// The SHA-256 of the file that it was opened from, where papers may name that.
    pub file_sum: Option<Rc<str>>,
}

impl ContractFile {
    /// A contract together with the text that it was read from.
    pub fn new(contract: Contract, source: &str) -> Self {
        let source = Rc::from(source);
        Self {
            contract: Rc::new(contract),
            fingerprint: Fingerprint::of_text(Rc::clone(&source)),
            source,
            file_sum: None,
        }
    }

    /// The same, from a file with this sum.
    #[must_use]
    pub fn with_file_sum(self, sum: &str) -> Self {
        Self { file_sum: Some(sum.into()), ..self }
    }
}

/// An assessment with everything in its file that the model does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct AssessmentFile {
    /// What it says.
    pub assessment: Assessment,
    /// Texts that stand in fields and do not count.
    pub unread: Vec<Unread>,
    /// What was read beside it; written back with it.
    pub kept: Kept,
}

/// A text that stands in a field and does not count: it cannot be read, could be two things, or lacks its rest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The field.
    pub field: FieldId,
    /// The text.
    pub text: String,
    /// The language that it was typed in, which says what its marks mean.
    pub lang: Lang,
}

impl AssessmentFile {
    /// An empty draft by the director.
    pub fn new(contract: ContractId) -> Self {
        Assessment::new(contract).into()
    }
}

impl From<Assessment> for AssessmentFile {
    fn from(assessment: Assessment) -> Self {
        Self { assessment, unread: Vec::new(), kept: Kept::default() }
    }
}

/// An assessment as it was read: unknown keys, entries with mistakes and the way that numbers are
/// written are still there when it is saved.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Kept(pub(super) Option<Rc<Original>>);

impl Kept {
    /// Everything of a file, to be written back with the assessment that was read from it.
    pub(super) fn with_text(text: &str, assessment: &Assessment, unread: &[Unread]) -> Self {
        let (understood, unread) = (assessment.clone(), unread.to_vec());
        Self(Some(Rc::new(Original { text: text.into(), understood, unread })))
    }
}

/// What a file said, and what was made of it. Its text takes a tenth of the room that its values would.
#[derive(Debug, PartialEq)]
pub(super) struct Original {
    /// The JSON text of the assessment.
    pub(super) text: Box<str>,
    /// The assessment right after it was read; it shares its entries with the one that is being edited.
    pub(super) understood: Assessment,
    /// The texts that did not count then.
    pub(super) unread: Vec<Unread>,
}

/// A contract with its assessments, in one file.
#[derive(Clone, Debug)]
pub struct CaseFile {
    /// The contract.
    pub contract: ContractFile,
    /// Its assessments, in the file's order.
    pub assessments: Vec<AssessmentFile>,
}
