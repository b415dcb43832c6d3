//! Contracts that are read together: whether what their goals contribute to is there, and comes to an end.

use std::collections::HashMap;
use std::rc::Rc;

use super::file::{ContractFile, Document};
use super::json::Locator;
use crate::check::{Contributions, RULES, Reference, find, mismatches};
use crate::domain::contract::Contract;
use crate::findings::{Code, Diagnostic, JsonPath, ReferenceFinding, in_order};
use crate::pace::{at_once, no_pause};

/// Everything that a check of the contract finds, in the order of its text.
pub fn check(contract: &Contract, locator: &Locator<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    let mut report = |path: JsonPath, code| {
        diagnostics.push(locator.diagnostic(&path, code));
    };
    at_once(find(contract, RULES, &mut report, &mut no_pause));
    in_order(&mut diagnostics);
    diagnostics
}

/// A file that was read, among others.
#[derive(Clone, Copy, Debug)]
pub struct Companion<'f> {
    /// What findings in other files call it: its path, as a rule.
    pub name: &'f str,
    /// Its bytes.
    pub bytes: &'f [u8],
    /// What was read from them, where they could be read.
    pub document: Option<&'f Document>,
}

impl<'f> Companion<'f> {
    fn contract(&self) -> Option<&'f ContractFile> {
        match self.document? {
            Document::Contract(file) => Some(file),
            Document::Case(case) => Some(&case.contract),
            Document::Assessment(_) => None,
        }
    }

    fn located(&self, found: Vec<(JsonPath, Code)>) -> Vec<Diagnostic> {
        if found.is_empty() {
            return Vec::new();
        }
        let locator = Locator::of_file(self.bytes);
        let base = match self.document {
            Some(Document::Case(_)) => JsonPath::root().key("contract"),
            _ => JsonPath::root(),
        };
        let located =
            found.into_iter().map(|(path, code)| locator.diagnostic(&base.clone().join(&path), code));
        let mut located: Vec<Diagnostic> = located.collect();
        in_order(&mut located);
        located
    }
}

/// Checks what several files say that one alone cannot show. A goal contributes to one that the other contract does
/// not have or that is of another year, or goals of several contracts contribute to each other in a circle. The same
/// goal has two targets, or nobody serves it. Two contracts of the same identifier are not the same. For each file its findings, in the order of its text; what [`super::check`] finds in each of
/// them is not repeated.
///
/// A contract that is not among the files is no finding: it may well exist elsewhere.
pub fn check_together(files: &[Companion<'_>]) -> Vec<Vec<Diagnostic>> {
    let with_contract: Vec<(usize, &ContractFile)> =
        files.iter().enumerate().filter_map(|(index, file)| Some((index, file.contract()?))).collect();
    let contracts: Vec<&Contract> =
        with_contract.iter().map(|(_, file)| Rc::as_ref(&file.contract)).collect();
    let mut found: Vec<Vec<(JsonPath, Code)>> = vec![Vec::new(); files.len()];
    let mut report = |at: Reference, fault: ReferenceFinding| {
        let file = with_contract.get(at.contract).map(|(index, _)| *index);
        if let Some(found) = file.and_then(|file| found.get_mut(file)) {
            found.push((at.path, fault.into()));
        }
    };
    same_identifier(files, &with_contract, &mut report);
    across(&contracts, &mut report);
    files.iter().zip(found).map(|(file, found)| file.located(found)).collect()
}

/// Contracts that call themselves the same and are not. A copy of a contract, alone or in a case file, is the
/// same one.
fn same_identifier(
    files: &[Companion<'_>],
    contracts: &[(usize, &ContractFile)],
    report: &mut impl FnMut(Reference, ReferenceFinding),
) {
    let mut first: HashMap<&str, (usize, &ContractFile)> = HashMap::new();
    for (number, (file, contract)) in contracts.iter().enumerate() {
        let id = contract.contract.id.as_str();
        let (other_file, other) = *first.entry(id).or_insert((*file, contract));
        if other_file == *file || other.fingerprint.canonical() == contract.fingerprint.canonical() {
            continue;
        }
        let other = files.get(other_file).map_or("", |file| file.name).to_owned();
        let at = Reference { contract: number, path: JsonPath::root().key("id") };
        report(at, ReferenceFinding::ContractTwice { id: id.to_owned(), other });
    }
}

fn across(contracts: &[&Contract], report: &mut impl FnMut(Reference, ReferenceFinding)) {
    let id = |number: usize| contracts.get(number).map_or("", |contract| contract.id.as_str());
    let contributions = Contributions::among(contracts);
    mismatches(contracts, &contributions.links, report);
    for dangling in contributions.dangling {
        let (named, own) = (id(dangling.named), id(dangling.at.contract));
        if named != own {
            let (contract, goal) = (named.to_owned(), dangling.id.to_owned());
            let suggestion = dangling.suggestion;
            report(dangling.at, ReferenceFinding::UnknownGoalElsewhere { contract, id: goal, suggestion });
        }
    }
    for circle in contributions.circles {
        if circle.goals.iter().any(|(number, _)| *number != circle.at.contract) {
            let goals = circle.goals.iter();
            let goals = goals.map(|(number, goal)| format!("{}#{}", id(*number), goal.id)).collect();
            report(circle.at, ReferenceFinding::CircularContributions { goals });
        }
    }
}
