//! The percent that some points come to, and the points that a percent still lacks.

use super::Measure;
use super::candidate::Candidate;
use crate::domain::assessment::Assessment;
use crate::domain::contract::Contract;
use crate::domain::evaluation::Evaluation;
use crate::domain::number::{Decimal, Points, Share, difference, product, quotient, quotient_up, sum};
use crate::domain::pay::Way;

/// Points of the contract and of the individual part, and what they are held against.
#[derive(Clone, Debug)]
pub(super) struct Score<'a> {
    contract: Points,
    individual: Points,
    /// The contract's total.
    total: Points,
    decimals: u32,
    /// The resultatløn's points for the institution, and those in all; none where the contract's points are asked for.
    pay: Option<(Points, Points)>,
    /// The way through pots and stages, where the resultatløn is asked for and has them.
    way: Option<Way<'a>>,
}

impl<'a> Score<'a> {
    /// What is certain.
    pub(super) fn certain(
        contract: &'a Contract,
        assessment: &Assessment,
        evaluation: &'a Evaluation,
        measure: Measure,
    ) -> Option<Self> {
        let institution = evaluation.institution?;
        let (individual, pay) = match measure {
            Measure::Points => (Points::default(), None),
            Measure::Pay => {
                let pay = evaluation.pay.as_ref()?;
                let whole = pay.institution_max + pay.individual_max;
                (pay.individual.min, Some((pay.institution_max, whole)))
            }
        };
        let (total, decimals) = (institution.total, contract.decimals());
        let way = pay.and_then(|_| Way::certain(contract, assessment, evaluation));
        Some(Self { contract: institution.sum.points.min, individual, total, decimals, pay, way })
    }

    /// With some more points of one candidate.
    pub(super) fn with_points(mut self, candidate: &Candidate, points: Points) -> Self {
        let part = if candidate.id.is_goal() { &mut self.contract } else { &mut self.individual };
        *part = *part + points;
        self.way = self.way.and_then(|way| way.with_points(candidate.taken, points));
        self
    }

    /// The way that the percent is counted through, where there are pots or stages.
    pub(super) fn way(&self) -> Option<&Way<'a>> {
        self.way.as_ref()
    }

    /// The share of the contract's total, or of the full resultatløn: steps 1 to 3 of the chain.
    pub(super) fn share(&self) -> Option<Share> {
        if let Some(way) = &self.way {
            return way.share();
        }
        match self.pay {
            None => Share::fraction(self.contract.0, self.total.0).ok(),
            Some((_, whole)) => {
                Share::fraction(sum(self.institution()?, self.individual.0).ok()?, whole.0).ok()
            }
        }
    }

    /// Step 2: institution × share, rounded.
    fn institution(&self) -> Option<Decimal> {
        let (most, _) = self.pay?;
        quotient(product(most.0, self.contract.0).ok()?, self.total.0, self.decimals).ok()
    }

    /// The fewest points that this candidate must add to reach the share.
    pub(super) fn points_missing(&self, candidate: &Candidate, wanted: Share) -> Option<Points> {
        if self.way.is_some() {
            return self.fewest_points(candidate, wanted);
        }
        let lacks = |whole: Points, others: Decimal| {
            let above = product(whole.0, wanted.numerator()).ok()?;
            let rest = difference(above, product(others, wanted.denominator()).ok()?).ok()?;
            quotient_up(rest, wanted.denominator(), self.decimals).ok()
        };
        let points = match (self.pay, candidate.id.is_goal()) {
            (None, _) => lacks(self.total, self.contract.0)?,
            (Some((most, whole)), true) => {
                // Half a unit less still rounds to the points of the resultatløn that are missing.
                let half = Decimal::new(5, self.decimals.saturating_add(1));
                let least = difference(lacks(whole, self.individual.0)?, half).ok()?;
                let contract = quotient_up(product(least, self.total.0).ok()?, most.0, self.decimals).ok()?;
                difference(contract, self.contract.0).ok()?
            }
            (Some((_, whole)), _) => {
                difference(lacks(whole, self.institution()?)?, self.individual.0).ok()?
            }
        };
        Some(Points(points))
    }

    /// The same through pots and stages, by halving: more points never pay less.
    fn fewest_points(&self, candidate: &Candidate, wanted: Share) -> Option<Points> {
        let unit = Decimal::new(1, self.decimals);
        let (mut low, mut high) = (Decimal::ZERO, (candidate.gain.0 / unit).ceil());
        while high - low > Decimal::ONE {
            let middle = ((low + high) / Decimal::TWO).floor();
            let share = self.clone().with_points(candidate, Points(middle * unit)).share()?;
            if share.reaches(wanted)? { high = middle } else { low = middle }
        }
        Some(Points((high * unit).min(candidate.gain.0)))
    }
}
