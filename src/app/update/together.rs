//! Several files at once: the contract first, whatever their order, and a word about each that is not used.

use std::rc::Rc;

use crate::app::state::{FileProblem, NotUsed, Refused, State, Together, WhyNotUsed};
use crate::domain::contract::ContractId;
use crate::format::Document;

impl State {
    /// The state after files were read that were chosen together. Of several contracts a person says which is meant.
    pub(super) fn after_opening_together(&self, files: &Rc<Together>) -> Self {
        let mut contracts = files.contracts().map(|(place, ..)| place);
        match (contracts.next(), contracts.next()) {
            (Some(_), Some(_)) => {
                Self { opening: None, message: None, together: Some(Rc::clone(files)), ..self.clone() }
            }
            (only, _) => self.with_files(files, only),
        }
    }

    /// The state with one of the contracts that were chosen together, and with what belongs to it.
    pub(super) fn after_choosing_contract(&self, chosen: usize) -> Option<Self> {
        let files = self.together.as_ref()?;
        let is_one = files.contracts().any(|(place, ..)| place == chosen);
        is_one.then(|| self.with_files(files, Some(chosen)))
    }

    fn with_files(&self, files: &Together, chosen: Option<usize>) -> Self {
        let mut next = Self { opening: None, refused: None, message: None, together: None, ..self.clone() };
        if let Some(file) = chosen.and_then(|place| files.files.get(place)) {
            next = next.after_opening(file);
        }
        let (mut unused, mut refused) = (Vec::new(), None);
        let mut leave = |name: &Rc<str>, why| unused.push(NotUsed { name: Rc::clone(name), why });
        for (place, file) in files.files.iter().enumerate() {
            match &file.document {
                _ if chosen == Some(place) => {}
                Some(Document::Assessment(assessment)) => {
                    match next.why_not_taken(&assessment.assessment.contract) {
                        Some(why) => leave(&file.name, why),
                        None => next.add_assessment(assessment, file),
                    }
                }
                Some(_) => leave(&file.name, WhyNotUsed::OtherContract),
                None if refused.is_some() => leave(&file.name, WhyNotUsed::Mistakes),
                None => {
                    let (name, diagnostics) = (Rc::clone(&file.name), Rc::clone(&file.diagnostics));
                    refused = Some(Rc::new(Refused { name, diagnostics }));
                }
            }
        }
        for (place, table) in files.tables.iter().enumerate() {
            match place {
                _ if next.case.is_none() => leave(&table.name, WhyNotUsed::TableNeedsContract),
                0 => next = next.with_table(table),
                _ => leave(&table.name, WhyNotUsed::OtherTable),
            }
        }
        for (name, problem) in &files.failed {
            leave(
                name,
                match problem {
                    FileProblem::TooLarge { .. } => WhyNotUsed::TooLarge,
                    FileProblem::Unreadable => WhyNotUsed::Unreadable,
                },
            );
        }
        Self { unused: unused.into(), refused, ..next }
    }

    /// Why an assessment of this contract cannot be added to what is open.
    fn why_not_taken(&self, wanted: &ContractId) -> Option<WhyNotUsed> {
        match self.case.as_ref().filter(|case| case.contract.contract.id == *wanted) {
            None => Some(WhyNotUsed::AssessmentOfOther),
            Some(case) if case.is_full() => Some(WhyNotUsed::TooMany),
            Some(_) => None,
        }
    }
}
