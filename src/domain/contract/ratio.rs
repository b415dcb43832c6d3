//! A result that comes from two counts. `domain::judging` works it out.

use crate::domain::number::{Decimal, TooLarge, product, quotient};

/// How two counts give the result: so many of so many.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ratio {
    /// What is counted above the line, such as `sager afgjort til tiden`.
    pub numerator: String,
    /// What is counted below the line, such as `sager i alt`.
    pub denominator: String,
    /// Decimals that the result is rounded to, 0 to 6.
    pub decimals: u32,
    /// Whether the result is a percent.
    pub is_percent: bool,
}

impl Ratio {
    /// numerator / denominator, × 100 for a percent, rounded half away from zero. A denominator of 0 is refused.
    pub fn value(&self, numerator: Decimal, denominator: Decimal) -> Result<Decimal, TooLarge> {
        let above = if self.is_percent { product(numerator, Decimal::ONE_HUNDRED)? } else { numerator };
        quotient(above, denominator, self.decimals)
    }
}
