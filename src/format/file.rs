//! What a file holds once it was read.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;

use super::fingerprint::Fingerprint;
use super::places::Places;
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
    /// Where its goals stand in the text, once that was asked for.
    places: OnceCell<Rc<Places>>,
}

/// The longest text, in bytes, of which all that follows from it is worked out after each change. That of a longer one is
/// worked out when it is asked for, or in slices.
const LONG: usize = 200_000;

impl ContractFile {
    /// A contract together with the text that it was read from.
    pub fn new(contract: Contract, source: &str) -> Self {
        Self::of_text(Rc::new(contract), source.into())
    }

    /// The same, of what others have, too.
    pub fn of_text(contract: Rc<Contract>, source: Rc<str>) -> Self {
        let fingerprint = Fingerprint::of_text(Rc::clone(&source));
        Self { contract, source, fingerprint, file_sum: None, places: OnceCell::new() }
    }

    /// The same, with the places that its goals have in the text.
    pub(super) fn with_places(self, places: Places) -> Self {
        Self { places: OnceCell::from(Rc::new(places)), ..self }
    }

    /// Where its goals stand in the text.
    pub(super) fn places(&self) -> &Places {
        self.places.get_or_init(|| Rc::new(Places::of(&self.source)))
    }

    /// Whether it is too long for all to be worked out anew with each key.
    pub fn is_long(&self) -> bool {
        self.source.len() > LONG
    }

    /// The text with an empty list in place of its goals; the whole text where that is not to be had.
    pub fn head(&self) -> Cow<'_, str> {
        self.headed().map_or(Cow::Borrowed(&*self.source), |head| Cow::Owned(head.text))
    }

    /// The same with where the list stands. The line that the list ends on keeps its blanks, so that what is put behind the
    /// list comes to stand as it would behind the whole one.
    pub(super) fn headed(&self) -> Option<Head> {
        let list = self.places().list.clone()?;
        let inside = self.source.get(list.start + 1..list.end - 1)?;
        let empty = match inside.rsplit_once('\n') {
            None => "[]".to_owned(),
            Some((_, blanks)) if blanks.trim().is_empty() => format!("[\n{blanks}]"),
            Some(_) => return None,
        };
        let (before, behind) = (self.source.get(..list.start)?, self.source.get(list.end..)?);
        let empty_list = list.start..list.start + empty.len();
        Some(Head { text: [before, &empty, behind].concat(), empty: empty_list, list })
    }

    /// The text of a goal, by its place among the others.
    pub fn goal_text(&self, index: usize) -> Option<&str> {
        self.source.get(self.places().goals.get(index)?.clone())
    }

    /// The same, from a file with this sum.
    #[must_use]
    pub fn with_file_sum(self, sum: &str) -> Self {
        Self { file_sum: Some(sum.into()), ..self }
    }
}

/// A contract's text with an empty list in place of its goals.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) text: String,
    /// Where the empty list stands in it.
    pub(super) empty: Range<usize>,
    /// Where the list stands in the whole text.
    pub(super) list: Range<usize>,
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
