//! What the contract's points are worth in the resultatløn: steps 1 to 5 of the chain, for a few points alone.

use super::PayOutcome;
use crate::domain::number::{Decimal, Kroner, Points, Span, TooLarge, proportion, sum};

/// What some of the contract's points come to, before adjustment, leaving and breach.
///
/// Rounded for themselves, so that the goals' amounts need not add up to the whole to the last øre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worth {
    /// Resultatlønpoint, rounded to the contract's decimals.
    pub points: Span<Points>,
    /// Kroner, rounded to øre; `None` while base pay or maximum percent is missing.
    pub kroner: Option<Span<Kroner>>,
}

impl PayOutcome {
    /// What so many of the contract's points are worth: points × 700 / total, and that share of the full
    /// supplement. `None` in an unweighted contract, where the figures do not fit, and with pots and stages, through
    /// which a point is worth more or less by what else was reached.
    pub fn worth(&self, points: Span<Points>, decimals: u32) -> Option<Worth> {
        let (_, total) = self.contract_points.filter(|_| self.pots.pots.is_empty())?;
        let pay_points = points
            .try_map(|points| proportion(points.0, self.institution_max.0, total.0, decimals).map(Points));
        let pay_points = pay_points.ok()?;
        let kroner = self.full.and_then(|full| pay_points.try_map(|points| self.kroner(full, points)).ok());
        Some(Worth { points: pay_points, kroner })
    }

    /// What so many points of the resultatløn itself are worth, such as an individual area's: that share of the
    /// full supplement. `None` where the figures do not fit, and with pots and stages.
    pub fn worth_of_pay_points(&self, points: Span<Points>) -> Option<Worth> {
        if !self.pots.pots.is_empty() {
            return None;
        }
        let kroner = self.full.map(|full| points.try_map(|points| self.kroner(full, points))).transpose();
        Some(Worth { points, kroner: kroner.ok()? })
    }

    /// So many points of the resultatløn in percent of the full one, to two decimals.
    pub fn percent_points(&self, points: Points) -> Option<Decimal> {
        let whole = sum(self.institution_max.0, self.individual_max.0).ok()?;
        proportion(Decimal::ONE_HUNDRED, points.0, whole, 2).ok()
    }

    fn kroner(&self, full: Kroner, points: Points) -> Result<Kroner, TooLarge> {
        let whole: Decimal = sum(self.institution_max.0, self.individual_max.0)?;
        proportion(full.0, points.0, whole, 2).map(Kroner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::number::Share;
    use crate::domain::pay::{ExpectedPay, PotsOutcome};

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn outcome(full: Option<&str>) -> PayOutcome {
        let zero = Span::settled(Points::default());
        PayOutcome {
            contract_points: Some((zero, Points(n("1000")))),
            institution: zero,
            individual: zero,
            areas: Vec::new(),
            points: zero,
            institution_max: Points(n("700")),
            individual_max: Points(n("300")),
            fraction: Span::settled(Share::NONE),
            base: None,
            max_percent: None,
            full: full.map(|full| Kroner(n(full))),
            earned: None,
            adjusted: None,
            days: None,
            payable: None,
            holiday_percent: None,
            holiday_allowance: None,
            pension_percent: None,
            pension: None,
            with_pension: None,
            pots: PotsOutcome::default(),
            expected: ExpectedPay { points: zero, fraction: Span::settled(Share::NONE), payable: None },
            objections: Vec::new(),
        }
    }

    #[test]
    fn points_are_worth_their_share_of_the_full_supplement() {
        let points = Span::new(Points(n("0")), Points(n("150")));
        let worth = outcome(Some("172500")).worth(points, 2).unwrap();
        assert_eq!(worth.points, Span::new(Points(n("0")), Points(n("105"))));
        assert_eq!(worth.kroner, Some(Span::new(Kroner(n("0")), Kroner(n("18112.5")))));
    }

    #[test]
    fn without_base_pay_there_are_points_and_no_kroner() {
        let worth = outcome(None).worth(Span::settled(Points(n("25"))), 2).unwrap();
        assert_eq!(worth, Worth { points: Span::settled(Points(n("17.5"))), kroner: None });
    }
}
