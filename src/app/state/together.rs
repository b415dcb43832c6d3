//! Files that were chosen together: which of them bring a contract, and which are not used.

use std::rc::Rc;

use super::import::IncomingTable;
use super::message::FileProblem;
use super::opening::Incoming;
use crate::domain::contract::Contract;
use crate::format::Document;

/// Files that were chosen together, read.
#[derive(Clone, Debug, Default)]
pub struct Together {
    /// Contracts, cases and assessments, and files that cannot be used, in their order.
    pub files: Vec<Rc<Incoming>>,
    /// Tables of results.
    pub tables: Vec<Rc<IncomingTable>>,
    /// Files that could not be taken in at all.
    pub failed: Vec<(Rc<str>, FileProblem)>,
}

impl Together {
    /// The files that bring a contract, by their places.
    pub fn contracts(&self) -> impl Iterator<Item = (usize, &Incoming, &Contract)> {
        self.files.iter().enumerate().filter_map(|(place, file)| {
            let (contract, _) = file.document.as_ref().and_then(Document::contract)?;
            Some((place, &**file, &*contract.contract))
        })
    }
}

/// A file that was chosen with others and is not used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotUsed {
    /// The file.
    pub name: Rc<str>,
    /// Why.
    pub why: WhyNotUsed,
}

/// Why a file is not used that was chosen with others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNotUsed {
    /// It brings another contract than the one that is open now.
    OtherContract,
    /// It is an assessment of another contract.
    AssessmentOfOther,
    /// The case has as many assessments as a file may hold.
    TooMany,
    /// There are mistakes in it.
    Mistakes,
    /// The browser could not read it.
    Unreadable,
    /// It is larger than a file may be.
    TooLarge,
    /// Another table is looked at first.
    OtherTable,
    /// It is a table of results, and no contract is open.
    TableNeedsContract,
}
