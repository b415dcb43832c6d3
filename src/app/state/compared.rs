//! Another contract that the open one is compared with.

use std::rc::Rc;

use crate::domain::assessment::Assessment;
use crate::domain::changes::Edition;
use crate::domain::contract::Contract;
use crate::findings::Diagnostic;
use crate::format::{ContractFile, Document};

/// What was chosen to compare the open contract with.
#[derive(Clone, Debug)]
pub enum Compared {
    /// A contract.
    Contract(Box<OtherContract>),
    /// A file that cannot be used.
    Refused {
        /// Its name.
        name: Rc<str>,
        /// What is wrong with it.
        diagnostics: Rc<[Diagnostic]>,
    },
    /// An assessment alone: only contracts are compared.
    Assessment {
        /// The file's name.
        name: Rc<str>,
    },
}

/// A contract beside the open one.
#[derive(Clone, Debug)]
pub struct OtherContract {
    /// The contract.
    pub file: ContractFile,
    /// The assessment whose addenda count, where there is one.
    pub assessment: Option<Assessment>,
    /// Whether it is the newer of the two.
    pub is_newer: bool,
}

/// Two contracts, the older one first.
#[derive(Clone, Copy, Debug)]
pub struct Comparison<'a> {
    /// Their files.
    pub files: [&'a ContractFile; 2],
    /// What is compared: what they say, with the addenda that count.
    pub editions: [Edition<'a>; 2],
}

impl OtherContract {
    /// The contract of a file, beside the open one; none for an assessment alone.
    pub(in crate::app) fn beside(open: &Contract, document: &Document) -> Option<Self> {
        let (file, assessments) = document.contract()?;
        let assessments = assessments.iter().map(|file| &file.assessment);
        Some(Self {
            is_newer: is_newer(open, &file.contract),
            file: file.clone(),
            assessment: assessments.max_by_key(|one| one.precedence()).cloned(),
        })
    }
}

/// Whether another contract comes after this one: it renews it, or is of a later year.
fn is_newer(open: &Contract, other: &Contract) -> bool {
    let renews = |one: &Contract, of: &Contract| one.renews.as_ref() == Some(&of.id);
    let year = |one: &Contract| one.binding_year.or_else(|| one.period.map(|period| period.from.year()));
    renews(other, open) || !renews(open, other) && year(other) > year(open)
}
