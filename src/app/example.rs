//! The examples that the page carries, to be opened from the start screen.

use super::open::Incoming;
use crate::domain::date::Date;

/// A contract from the sources, with an assessment where there is one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Example {
    /// The contract's identifier.
    pub id: &'static str,
    /// What the start screen calls it: the contract's own title.
    pub title: &'static str,
    contract: &'static str,
    assessment: Option<&'static str>,
}

/// Every example, the newest contract first.
pub const EXAMPLES: &[Example] = &[Example {
    id: "ams-2009",
    title: "Resultatkontrakt for AMS 2009–2012",
    contract: include_str!("../../contracts/ams-2009.json"),
    assessment: Some(include_str!("../../contracts/ams-2009.assessment.json")),
}];

impl Example {
    /// Whether there is an assessment to open it with.
    pub fn is_assessed(&self) -> bool {
        self.assessment.is_some()
    }

    /// The example as if it had been chosen as a file, with its assessment where there is one.
    pub fn open(&self, today: Date, opening: &str) -> Incoming {
        let contract = self.open_blank(today, opening);
        match self.assessment {
            Some(assessment) => contract.with_assessment(assessment.as_bytes()),
            None => contract,
        }
    }

    /// The example's contract alone, to be assessed by whoever opens it.
    pub fn open_blank(&self, today: Date, opening: &str) -> Incoming {
        let name = format!("{}.json", self.id);
        Incoming::read(&name, self.contract.as_bytes(), today, opening)
    }
}
