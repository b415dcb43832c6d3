//! Risk: `p = v × s`, and the open points that it puts at stake.

use super::contract::GoalId;
use super::number::Points;

/// The risk of one goal: its highest row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RiskOutcome {
    /// The goal.
    pub goal: GoalId,
    /// The highest `v × s` of its rows.
    pub priority: u32,
    /// Open points × p / the scale's highest p, rounded; none in an unweighted contract.
    pub points_at_risk: Option<Points>,
}
