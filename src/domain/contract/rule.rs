//! How much fulfilment earns, as a contract states it. `domain::scoring` works it out.

use serde::{Deserialize, Serialize};

use super::{PartId, Threshold};
use crate::domain::number::Decimal;

/// How much fulfilment earns.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// Everything when the target holds, else nothing.
    AllOrNothing,
    /// Nothing at `zero_at`, everything at the target, straight between, on to the cap.
    Linear {
        /// The result that earns nothing, on the worse side of the target.
        zero_at: Threshold,
        /// The highest share, 1 or more.
        cap: Decimal,
    },
    /// Result over target, or target over result for an at-most.
    Proportional {
        /// The highest share, 1 or more.
        cap: Decimal,
    },
    /// A table of results and shares, from the worst to the best.
    Scale {
        /// The table, with `at` strictly rising or strictly falling.
        steps: Vec<ScaleStep>,
        /// What a result between two steps earns.
        between: Between,
        /// The highest share, where the contract limits it.
        cap: Option<Decimal>,
    },
    /// The sum of the fulfilled parts' shares.
    Parts {
        /// A share for each part, together 1; equal where empty.
        shares: Vec<(PartId, Decimal)>,
    },
    /// The points that a person gave.
    Assessed,
}

/// The kinds of rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// Everything or nothing.
    AllOrNothing,
    /// A straight line.
    Linear,
    /// In proportion to the target.
    Proportional,
    /// A table of steps.
    Scale,
    /// A share for each part.
    Parts,
    /// The points that a person gave.
    Assessed,
}

impl Rule {
    /// Which kind of rule it is.
    pub fn kind(&self) -> RuleKind {
        match self {
            Self::AllOrNothing => RuleKind::AllOrNothing,
            Self::Linear { .. } => RuleKind::Linear,
            Self::Proportional { .. } => RuleKind::Proportional,
            Self::Scale { .. } => RuleKind::Scale,
            Self::Parts { .. } => RuleKind::Parts,
            Self::Assessed => RuleKind::Assessed,
        }
    }

    /// The figures that results are held against besides the target's own, from the worst to the best.
    pub fn figures(&self) -> Vec<Threshold> {
        match self {
            Self::Linear { zero_at, .. } => vec![*zero_at],
            Self::Scale { steps, .. } => steps.iter().map(|step| step.at).collect(),
            _ => Vec::new(),
        }
    }
}

/// One line of a scale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScaleStep {
    /// The result.
    pub at: Threshold,
    /// The share that it earns.
    pub share: Decimal,
}

/// What a result between two steps of a scale earns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Between {
    /// In proportion to where it lies between them.
    Linear,
    /// What the last step reached earns.
    Step,
}
