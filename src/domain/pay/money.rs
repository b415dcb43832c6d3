//! Steps 4 to 8 of the chain. Every amount is rounded to øre, and the next starts from it.

use super::inputs::Inputs;
use crate::domain::assessment::AdjustmentChange;
use crate::domain::number::{Decimal, Kroner, Percent, Share, Span, TooLarge, product, quotient, sum};

const ORE: u32 = 2;

/// The amounts; `None` from the first one that lacks an input.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Money {
    pub(super) full: Option<Kroner>,
    pub(super) earned: Option<Span<Kroner>>,
    pub(super) adjusted: Option<Span<Kroner>>,
    pub(super) payable: Option<Span<Kroner>>,
    pub(super) holiday_allowance: Option<Span<Kroner>>,
    pub(super) pension: Option<Span<Kroner>>,
    pub(super) with_pension: Option<Span<Kroner>>,
}

impl Money {
    /// Follows the chain from the base pay. Without base pay or maximum percent it ends with the fraction.
    pub(super) fn follow(inputs: &Inputs, fraction: Span<Share>) -> Result<Self, TooLarge> {
        let (Some(base), Some(percent)) = (inputs.base, inputs.max_percent) else {
            return Ok(Self::default());
        };
        let full = percent_of(base, percent)?;
        let earned = fraction.try_map(|fraction| fraction.times(full.0, ORE).map(Kroner))?;
        Self::after_earned(inputs, full, earned)
    }

    /// Follows the chain from what is earned.
    pub(super) fn after_earned(
        inputs: &Inputs,
        full: Kroner,
        earned: Span<Kroner>,
    ) -> Result<Self, TooLarge> {
        let adjusted = match inputs.adjustment {
            Some(change) => earned.try_map(|earned| adjust(full, earned, change))?,
            None => earned,
        };
        let payable = match (inputs.breach, inputs.days) {
            (true, _) => Span::settled(Kroner::default()),
            (false, Some(days)) => adjusted.try_map(|adjusted| pro_rate(adjusted, days))?,
            (false, None) => adjusted,
        };
        let holiday_allowance = match inputs.holiday_percent {
            Some(percent) => Some(payable.try_map(|payable| percent_of(payable, percent))?),
            None => None,
        };
        let (pension, with_pension) = match inputs.pension_percent {
            Some(percent) => {
                let pension = payable.try_map(|payable| percent_of(payable, percent))?;
                let with = |payable: Kroner, pension: Kroner| sum(payable.0, pension.0).map(Kroner);
                let both = Span::new(with(payable.min, pension.min)?, with(payable.max, pension.max)?);
                (Some(pension), Some(both))
            }
            None => (None, None),
        };
        Ok(Self {
            full: Some(full),
            earned: Some(earned),
            adjusted: Some(adjusted),
            payable: Some(payable),
            holiday_allowance,
            pension,
            with_pension,
        })
    }
}

/// amount × percent / 100.
pub(super) fn percent_of(amount: Kroner, percent: Percent) -> Result<Kroner, TooLarge> {
    quotient(product(amount.0, percent.0)?, Decimal::ONE_HUNDRED, ORE).map(Kroner)
}

/// earned × (100 + p) / 100, earned + amount, or full × percent / 100; never below 0 kr.
fn adjust(full: Kroner, earned: Kroner, change: AdjustmentChange) -> Result<Kroner, TooLarge> {
    let adjusted = match change {
        AdjustmentChange::Percent(Percent(percent)) => {
            percent_of(earned, Percent(sum(Decimal::ONE_HUNDRED, percent)?))?.0
        }
        AdjustmentChange::Amount(Kroner(amount)) => quotient(sum(earned.0, amount)?, Decimal::ONE, ORE)?,
        AdjustmentChange::ToPercent(percent) => percent_of(full, percent)?.0,
    };
    Ok(Kroner(adjusted.max(Decimal::ZERO)))
}

/// amount × days served / days of the pay period.
fn pro_rate(amount: Kroner, (served, days): (i64, i64)) -> Result<Kroner, TooLarge> {
    quotient(product(amount.0, Decimal::from(served))?, Decimal::from(days), ORE).map(Kroner)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn an_adjustment_never_goes_below_zero() {
        let percent = |text| AdjustmentChange::Percent(Percent(n(text)));
        let amount = |text| AdjustmentChange::Amount(Kroner(n(text)));
        let to = |text| AdjustmentChange::ToPercent(Percent(n(text)));
        for (change, expected) in [
            (percent("-10"), "91054.13"),
            (percent("10"), "111288.38"),
            (percent("-100"), "0"),
            (percent("-150"), "0"),
            (amount("-1171.25"), "100000"),
            (amount("-200000"), "0"),
            (amount("0.005"), "101171.26"),
            (to("90"), "155250"),
            (to("0"), "0"),
        ] {
            assert_eq!(
                adjust(Kroner(n("172500")), Kroner(n("101171.25")), change),
                Ok(Kroner(n(expected))),
                "{change:?}"
            );
        }
    }

    #[test]
    fn days_are_pro_rated_to_ore() {
        assert_eq!(pro_rate(Kroner(n("101171.25")), (181, 365)), Ok(Kroner(n("50169.85"))));
        assert_eq!(pro_rate(Kroner(n("91054.13")), (181, 365)), Ok(Kroner(n("45152.87"))));
    }
}
