//! How far a contract stands, in three figures that can be followed from one assessment to the next.

use super::evaluation::{Counts, Evaluation, Institution};
use super::number::{Decimal, Points};

/// What is secured, lost and open: points, or goals where the contract has no weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Earned whatever happens; goals that are met.
    pub secured: Decimal,
    /// Cannot be earned any more, 0 at least; goals that are not met.
    pub lost: Decimal,
    /// The rest: goals that are open, undetermined or met in part.
    pub open: Decimal,
}

impl Standing {
    /// How an assessment stands.
    pub fn of_evaluation(evaluation: &Evaluation) -> Self {
        match &evaluation.institution {
            Some(institution) => Self::of_points(institution),
            None => Self::of_counts(&evaluation.counts),
        }
    }

    /// What is lost counts 0 where a cap lets goals give more than their weights.
    fn of_points(institution: &Institution) -> Self {
        let lost = institution.sum.lost().max(Points::default());
        Self { secured: institution.sum.secured().0, lost: lost.0, open: institution.sum.open().0 }
    }

    /// Goals that lapsed are no part of it.
    fn of_counts(counts: &Counts) -> Self {
        let open = counts.open + counts.undetermined + counts.partly_met;
        Self { secured: counts.met.into(), lost: counts.not_met.into(), open: open.into() }
    }

    /// All three together.
    pub fn whole(self) -> Decimal {
        self.secured + self.lost + self.open
    }
}
