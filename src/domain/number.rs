//! Exact numbers: decimals, shares, points and kroner, and intervals of them.
//!
//! Nothing here rounds on its own. A product or a sum that does not fit exactly is refused with
//! [`TooLarge`]; the only rounding is [`quotient`], half away from zero, where a rule asks for it.

use std::ops::{Add, Sub};

pub use rust_decimal::Decimal;
use serde::Serialize;

/// An exact result would need more digits than a decimal has (28).
///
/// The reader refuses numbers above 15 digits before or 9 after the separator, so figures of real
/// contracts never come here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge;

/// `a + b`, exactly.
pub fn sum(a: Decimal, b: Decimal) -> Result<Decimal, TooLarge> {
    let total = a.checked_add(b).ok_or(TooLarge)?;
    let exact = total.scale() >= a.scale().max(b.scale()) || a.is_zero() || b.is_zero();
    exact.then_some(total).ok_or(TooLarge)
}

/// `a − b`, exactly.
pub fn difference(a: Decimal, b: Decimal) -> Result<Decimal, TooLarge> {
    sum(a, -b)
}

/// `a × b`, exactly.
pub fn product(a: Decimal, b: Decimal) -> Result<Decimal, TooLarge> {
    if a.is_zero() || b.is_zero() {
        return Ok(Decimal::ZERO);
    }
    let (a, b) = (a.normalize(), b.normalize());
    let product = a.checked_mul(b).ok_or(TooLarge)?;
    let exact = product.scale() == a.scale() + b.scale();
    exact.then_some(product).ok_or(TooLarge)
}

/// `dividend / divisor`, rounded half away from zero to `decimals`.
///
/// ```
/// use resultatkontrakt::domain::number::{Decimal, TooLarge, quotient};
///
/// let hundred = Decimal::ONE_HUNDRED;
/// assert_eq!(quotient(hundred, Decimal::from(3), 2), Ok(Decimal::new(33_33, 2)));
/// assert_eq!(quotient(Decimal::ONE, Decimal::from(-8), 2), Ok(Decimal::new(-13, 2)));
/// assert_eq!(quotient(hundred, Decimal::ZERO, 2), Err(TooLarge));
/// ```
///
/// The division is done on whole numbers with its remainder, so that an exact half is seen as one.
/// A divisor of zero is refused like a result that is too large.
pub fn quotient(dividend: Decimal, divisor: Decimal, decimals: u32) -> Result<Decimal, TooLarge> {
    let (dividend, divisor) = (dividend.normalize(), divisor.normalize());
    let above = scaled(dividend.mantissa(), decimals + divisor.scale())?;
    let below = scaled(divisor.mantissa(), dividend.scale())?;
    let whole = above.checked_div(below).ok_or(TooLarge)?;
    let rest = above.checked_rem(below).ok_or(TooLarge)?;
    let twice = rest.unsigned_abs().checked_mul(2).ok_or(TooLarge)?;
    let away = if twice < below.unsigned_abs() {
        0
    } else if (above < 0) == (below < 0) {
        1
    } else {
        -1
    };
    Decimal::try_from_i128_with_scale(whole + away, decimals).map_err(|_| TooLarge)
}

fn scaled(mantissa: i128, power: u32) -> Result<i128, TooLarge> {
    let factor = 10_i128.checked_pow(power).ok_or(TooLarge)?;
    mantissa.checked_mul(factor).ok_or(TooLarge)
}

/// `value` rounded half away from zero to `decimals`.
pub fn rounded(value: Decimal, decimals: u32) -> Decimal {
    value.round_dp_with_strategy(decimals, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

/// A part of a whole, kept as an exact fraction: 1/3 stays 1/3 until points are rounded.
///
/// ```
/// use resultatkontrakt::domain::number::{Decimal, Share, TooLarge};
///
/// let third = Share::of(Decimal::ONE, Decimal::from(3))?;
/// assert_eq!(third.times(Decimal::from(125), 2)?, Decimal::new(41_67, 2));
/// assert_eq!(third.exact(12), None);
/// assert_eq!(third, Share::of(Decimal::TWO, Decimal::from(6))?);
/// assert_eq!(Share::decimal(Decimal::new(1_3, 1)).held(Decimal::ONE)?, Share::FULL);
/// # Ok::<(), TooLarge>(())
/// ```
///
/// Ordered and compared by value; the denominator is always positive.
#[derive(Clone, Copy, Debug)]
pub struct Share {
    numerator: Decimal,
    denominator: Decimal,
}

impl Share {
    /// Nothing earned.
    pub const NONE: Self = Self { numerator: Decimal::ZERO, denominator: Decimal::ONE };
    /// Full fulfilment.
    pub const FULL: Self = Self { numerator: Decimal::ONE, denominator: Decimal::ONE };

    /// `numerator / denominator`; a denominator of zero is refused.
    pub fn of(numerator: Decimal, denominator: Decimal) -> Result<Self, TooLarge> {
        if denominator.is_zero() {
            return Err(TooLarge);
        }
        let sign = if denominator.is_sign_negative() { -Decimal::ONE } else { Decimal::ONE };
        Ok(Self { numerator: (numerator * sign).normalize(), denominator: (denominator * sign).normalize() })
    }

    /// A share that is written as a decimal, such as 0.6.
    pub fn decimal(value: Decimal) -> Self {
        Self { numerator: value.normalize(), denominator: Decimal::ONE }
    }

    /// The number above the line.
    pub fn numerator(self) -> Decimal {
        self.numerator
    }

    /// The number below the line, positive.
    pub fn denominator(self) -> Decimal {
        self.denominator
    }

    /// Held between 0 and `cap`.
    pub fn held(self, cap: Decimal) -> Result<Self, TooLarge> {
        if self.numerator.is_sign_negative() || self.numerator.is_zero() {
            return Ok(Self::NONE);
        }
        let limit = product(cap, self.denominator)?;
        Ok(if self.numerator > limit { Self::decimal(cap) } else { self })
    }

    /// Full fulfilment or more.
    pub fn is_full(self) -> bool {
        self.numerator >= self.denominator
    }

    /// Nothing earned.
    pub fn is_none(self) -> bool {
        self.numerator <= Decimal::ZERO
    }

    /// Whether it is at least as much as another; `None` where the figures do not fit.
    pub fn reaches(self, other: Self) -> Option<bool> {
        let own = product(self.numerator, other.denominator).ok()?;
        Some(own >= product(other.numerator, self.denominator).ok()?)
    }

    /// `amount × share`, multiplied first and rounded last.
    pub fn times(self, amount: Decimal, decimals: u32) -> Result<Decimal, TooLarge> {
        quotient(product(amount, self.numerator)?, self.denominator, decimals)
    }

    /// The share as a decimal where it ends within `decimals` places, else `None` (1/3).
    pub fn exact(self, decimals: u32) -> Option<Decimal> {
        let value = quotient(self.numerator, self.denominator, decimals).ok()?.normalize();
        let back = product(value, self.denominator).ok()?;
        (back == self.numerator).then_some(value)
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        match (product(self.numerator, other.denominator), product(other.numerator, self.denominator)) {
            (Ok(a), Ok(b)) => a == b,
            _ => self.numerator == other.numerator && self.denominator == other.denominator,
        }
    }
}

/// Points of a contract or a pay agreement, rounded where they were made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(pub Decimal);

/// An amount in Danish kroner, rounded to øre where it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kroner(pub Decimal);

/// A percentage as people write it: 15 means 15 pct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub Decimal);

impl Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

/// From the worst to the best that is still possible; equal ends once it is settled.
///
/// ```
/// use resultatkontrakt::domain::number::Span;
///
/// assert_eq!(Span::settled(150) + Span::new(0, 25), Span::new(150, 175));
/// assert!(Span::settled(150).is_settled());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Span<T> {
    /// The worst that is still possible.
    pub min: T,
    /// The best that is still possible.
    pub max: T,
}

impl<T: Copy> Span<T> {
    /// One settled figure.
    pub fn settled(value: T) -> Self {
        Self { min: value, max: value }
    }

    /// From `min` to `max`.
    pub fn new(min: T, max: T) -> Self {
        Self { min, max }
    }

    /// The same step done to both ends.
    pub fn map<U>(self, mut step: impl FnMut(T) -> U) -> Span<U> {
        Span { min: step(self.min), max: step(self.max) }
    }

    /// The same step, which may be refused, done to both ends.
    pub fn try_map<U, E>(self, mut step: impl FnMut(T) -> Result<U, E>) -> Result<Span<U>, E> {
        Ok(Span { min: step(self.min)?, max: step(self.max)? })
    }
}

impl<T: PartialEq> Span<T> {
    /// Whether both ends are the same figure.
    pub fn is_settled(&self) -> bool {
        self.min == self.max
    }
}

impl<T: Add<Output = T>> Add for Span<T> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self { min: self.min + other.min, max: self.max + other.max }
    }
}

impl<T: Sub<Output = T>> Sub for Span<T> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self { min: self.min - other.min, max: self.max - other.max }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn an_exact_half_is_rounded_away_from_zero() {
        for (above, below, decimals, expected) in [
            ("1", "8", 2, "0.13"),
            ("-1", "8", 2, "-0.13"),
            ("1", "-8", 2, "-0.13"),
            ("2.005", "1", 2, "2.01"),
            ("2.0049999999999", "1", 2, "2.00"),
            ("1", "3", 2, "0.33"),
            ("2", "3", 2, "0.67"),
            ("529950", "5858", 2, "90.47"),
            ("0.5", "0.001", 0, "500"),
        ] {
            assert_eq!(quotient(n(above), n(below), decimals), Ok(n(expected)), "{above} / {below}");
        }
    }

    #[test]
    fn what_does_not_fit_exactly_is_refused() {
        let long = n("1234567890123.123456789");
        assert_eq!(product(long, long), Err(TooLarge));
        assert_eq!(sum(n("79228162514264337593543950335"), n("0.1")), Err(TooLarge));
        assert_eq!(quotient(n("1"), n("0"), 2), Err(TooLarge));
        assert!(Share::of(n("1"), n("0")).is_err());
    }

    #[test]
    fn sums_of_tenths_are_exact() {
        assert_eq!(sum(n("0.1"), n("0.2")), Ok(n("0.3")));
    }

    #[test]
    fn a_share_keeps_thirds_until_points_are_rounded() {
        let third = Share::of(n("1"), n("3")).unwrap();
        assert_eq!(third.times(n("125"), 2), Ok(n("41.67")));
        assert_eq!(third.exact(12), None);
        assert_eq!(Share::of(n("3"), n("8")).unwrap().exact(12), Some(n("0.375")));
        assert_eq!(Share::of(n("-2"), n("-6")).unwrap(), third);
    }

    #[test]
    fn a_share_is_held_between_zero_and_its_cap() {
        assert_eq!(Share::decimal(n("-0.2")).held(n("1")), Ok(Share::NONE));
        assert_eq!(Share::decimal(n("1.3")).held(n("1.2")), Ok(Share::decimal(n("1.2"))));
        assert_eq!(Share::decimal(n("1.1")).held(n("1.2")), Ok(Share::decimal(n("1.1"))));
    }
}
