//! The risk assessment, as a contract states it. `domain::risk` works it out.

use super::GoalId;

/// The risk assessment: `p = v × s`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskRegister {
    /// The lowest and the highest materiality and vulnerability, 1 and 3 unless stated.
    pub scale: RiskScale,
    /// A word for each step of the scale, from the lowest.
    pub labels: Vec<String>,
    /// Words for priorities, from the lowest.
    pub bands: Vec<RiskBand>,
    /// The rows, in the document's order.
    pub entries: Vec<RiskEntry>,
}

/// The ends of a risk scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RiskScale {
    /// The lowest step.
    pub min: u32,
    /// The highest step.
    pub max: u32,
}

/// A word for priorities from `from` up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskBand {
    /// The lowest priority that it covers.
    pub from: u32,
    /// The word.
    pub label: String,
}

/// One row of the risk assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskEntry {
    /// The goal at risk.
    pub goal: Option<GoalId>,
    /// What may go wrong.
    pub title: String,
    /// Væsentlighed (v): how much it would matter.
    pub materiality: u32,
    /// Sårbarhed (s): how exposed the institution is.
    pub vulnerability: u32,
    /// The priority that the document prints.
    pub priority: Option<u32>,
    /// What is done about it.
    pub action: Option<String>,
    /// Whether anybody looked at it since it was carried over from another contract.
    pub is_reviewed: bool,
    /// Where the document has it.
    pub source: Option<String>,
}
