//! Rules across a whole contract: what contradicts itself, and where it is silent. One rule a file.

mod budget;
mod deadlines;
mod figures;
mod guidelines;
mod pay;
mod references;
mod risk;
mod stated;
mod sums;
mod targets;
mod weights;

use std::collections::BTreeMap;

use super::diagnostic::{Code, Contradiction, Diagnostic, Gap, Imbalance, Severity};
use super::locate::Locator;
use super::path::JsonPath;
use crate::domain::contract::{Contract, Goal};
use crate::domain::target::Part;

/// Everything that a check of the contract finds, in the order of its text.
pub fn check(contract: &Contract, locator: &Locator<'_>) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    find(contract, &mut |path, severity, code| {
        diagnostics.push(locator.diagnostic(&path, severity, code));
    });
    diagnostics.sort_by_key(|diagnostic| diagnostic.range.start);
    diagnostics
}

/// Calls `report` for everything that is found, with its path from the contract's root.
pub(super) fn find(contract: &Contract, report: &mut dyn FnMut(JsonPath, Severity, Code)) {
    let goals = contract.goals.iter().map(|goal| (goal.id.as_str(), goal.as_ref())).collect();
    let mut found = Findings { contract, goals, report };
    weights::check(&mut found);
    targets::check(&mut found);
    deadlines::check(&mut found);
    stated::check(&mut found);
    figures::check(&mut found);
    guidelines::check(&mut found);
    budget::check(&mut found);
    sums::check(&mut found);
    pay::check(&mut found);
    risk::check(&mut found);
    references::check(&mut found);
}

/// The contract that is checked, and where findings go.
struct Findings<'c, 'r> {
    contract: &'c Contract,
    goals: BTreeMap<&'c str, &'c Goal>,
    report: &'r mut dyn FnMut(JsonPath, Severity, Code),
}

impl<'c> Findings<'c, '_> {
    /// The contract contradicts itself here.
    fn contradiction(&mut self, path: JsonPath, what: Contradiction) {
        (self.report)(path, Severity::Warning, what.into());
    }

    /// The contract's budget or one of its totals does not add up here.
    fn imbalance(&mut self, path: JsonPath, what: Imbalance) {
        (self.report)(path, Severity::Warning, what.into());
    }

    /// The contract is silent here, and a figure depends on it.
    fn missing(&mut self, path: JsonPath, what: Gap) {
        (self.report)(path, Severity::Warning, what.into());
    }

    /// The contract is silent here, which may well be meant.
    fn note(&mut self, path: JsonPath, what: Gap) {
        (self.report)(path, Severity::Note, what.into());
    }

    /// Every goal and every individual area with its path.
    fn scored(&self) -> impl Iterator<Item = (JsonPath, &'c Goal)> + use<'c> {
        let contract = self.contract;
        let areas = contract.pay.iter().flat_map(|pay| pay.areas.iter().enumerate());
        let goals = contract.goals.iter().enumerate();
        let goals = goals.map(|(index, goal)| (JsonPath::root().key("goals").index(index), goal.as_ref()));
        let areas =
            areas.map(|(index, area)| (JsonPath::root().key("pay").key("areas").index(index), area.as_ref()));
        goals.chain(areas)
    }
}

/// What a part of a goal is called: the goal, then the part.
fn part_name(of: &str, part: &Part) -> String {
    format!("{of} › {}", part.title.as_deref().unwrap_or(part.id.as_str()))
}
