//! The figures that results are held against, as a contract states them: absolute, or counted from a baseline.

use crate::domain::date::Period;
use crate::domain::number::Decimal;

/// The figure that a result is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// A figure.
    Absolute(Decimal),
    /// A change from a baseline. Without a baseline the target is undetermined.
    Relative {
        /// What it is counted from.
        baseline: Option<Baseline>,
        /// By how much it differs.
        change: BaselineChange,
    },
}

/// What a relative threshold is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Baseline {
    /// A figure.
    Figure(Decimal),
    /// What the history of the part or of the goal says for a period.
    Of(Period),
}

/// By how much a threshold differs from its baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaselineChange {
    /// By so many percent: baseline × (100 + p) / 100.
    Percent(Decimal),
    /// By so much: baseline + n. Percentage points count here; 0 is the baseline itself.
    Points(Decimal),
}

impl Threshold {
    /// What it is counted from, where it is relative: `Some(None)` where the contract names no baseline.
    pub fn baseline(self) -> Option<Option<Baseline>> {
        match self {
            Self::Absolute(_) => None,
            Self::Relative { baseline, .. } => Some(baseline),
        }
    }

    /// Whether it is counted from a period of the history.
    pub fn looks_back(self) -> bool {
        matches!(self.baseline(), Some(Some(Baseline::Of(_))))
    }
}

impl From<Decimal> for Threshold {
    fn from(figure: Decimal) -> Self {
        Self::Absolute(figure)
    }
}
