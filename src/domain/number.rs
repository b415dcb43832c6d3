//! Exact numbers: decimals, shares, points and kroner, and intervals of them.
//!
//! Nothing here rounds on its own (docs/scoring.md, "Numbers"). A product or sum that does not fit exactly is refused
//! with [`TooLarge`]. The only rounding is [`quotient`], half away from zero, where a rule asks for it.

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
    let above = shifted(dividend.mantissa(), decimals + divisor.scale())?;
    let below = shifted(divisor.mantissa(), dividend.scale())?;
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
    Decimal::try_from_i128_with_scale(whole.saturating_add(away), decimals).map_err(|_| TooLarge)
}

/// `amount × part / whole`, rounded half away from zero to `decimals`, for figures of 0 or above.
///
/// The product may have more digits than a decimal; what comes out has to fit.
///
/// ```
/// use resultatkontrakt::domain::number::{Decimal, proportion};
///
/// let amount = Decimal::from(500_000_000_000_000_u64);
/// let (part, whole) = (Decimal::from(200_000_000_000_000_u64), Decimal::from(300_000_000_000_000_u64));
/// assert_eq!(proportion(amount, part, whole, 2), Ok("333333333333333.33".parse().unwrap()));
/// ```
pub fn proportion(
    amount: Decimal,
    part: Decimal,
    whole: Decimal,
    decimals: u32,
) -> Result<Decimal, TooLarge> {
    if let Ok(rounded) = product(amount, part).and_then(|product| quotient(product, whole, decimals)) {
        return Ok(rounded);
    }
    let (amount, part, whole) = (amount.normalize(), part.normalize(), whole.normalize());
    let (above, below) = (decimals + whole.scale(), amount.scale() + part.scale());
    let part = shifted(part.mantissa(), above.saturating_sub(below))?;
    let whole = shifted(whole.mantissa(), below.saturating_sub(above))?;
    let natural = |value: i128| u128::try_from(value).map_err(|_| TooLarge);
    let divisor = natural(whole)?;
    let (floor, rest) = multiply_divide(natural(amount.mantissa())?, natural(part)?, divisor)?;
    let rounded = if rest >= divisor - rest { floor.checked_add(1).ok_or(TooLarge)? } else { floor };
    let rounded = i128::try_from(rounded).map_err(|_| TooLarge)?;
    Decimal::try_from_i128_with_scale(rounded, decimals).map_err(|_| TooLarge)
}

/// `a × b / divisor` on whole numbers, as the quotient and its remainder. The product may have more digits than a
/// `u128`: it is divided while it is made, bit by bit.
pub(super) fn multiply_divide(a: u128, b: u128, divisor: u128) -> Result<(u128, u128), TooLarge> {
    // So that twice a remainder fits.
    if divisor == 0 || divisor > u128::MAX >> 1 {
        return Err(TooLarge);
    }
    let carried = |floor: u128, rest: u128| {
        let floor = if rest >= divisor { floor.checked_add(1) } else { Some(floor) };
        (floor, if rest >= divisor { rest - divisor } else { rest })
    };
    let (whole, remainder) = (b / divisor, b % divisor);
    let (mut floor, mut rest) = (0_u128, 0_u128);
    for bit in (0..u128::BITS - a.leading_zeros()).rev() {
        let (twice, left) = carried(floor.checked_mul(2).ok_or(TooLarge)?, rest * 2);
        (floor, rest) = (twice.ok_or(TooLarge)?, left);
        if a >> bit & 1 == 1 {
            let (more, left) = carried(floor.checked_add(whole).ok_or(TooLarge)?, rest + remainder);
            (floor, rest) = (more.ok_or(TooLarge)?, left);
        }
    }
    Ok((floor, rest))
}

fn shifted(mantissa: i128, power: u32) -> Result<i128, TooLarge> {
    let factor = 10_i128.checked_pow(power).ok_or(TooLarge)?;
    mantissa.checked_mul(factor).ok_or(TooLarge)
}

/// The greatest whole number that divides both.
fn greatest_divisor(mut one: i128, mut other: i128) -> i128 {
    while other != 0 {
        (one, other) = (other, one.checked_rem(other).unwrap_or_default());
    }
    one.saturating_abs()
}

/// `dividend / divisor` rounded up to `decimals`; a negative result is rounded towards 0. Fails like [`quotient`].
pub fn quotient_up(dividend: Decimal, divisor: Decimal, decimals: u32) -> Result<Decimal, TooLarge> {
    let nearest = quotient(dividend, divisor, decimals)?;
    let is_enough = Share::decimal(nearest).reaches(Share::fraction(dividend, divisor)?).ok_or(TooLarge)?;
    if is_enough { Ok(nearest) } else { sum(nearest, Decimal::new(1, decimals)) }
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
/// let third = Share::fraction(Decimal::ONE, Decimal::from(3))?;
/// assert_eq!(third.times(Decimal::from(125), 2)?, Decimal::new(41_67, 2));
/// assert_eq!(third.exact(12), None);
/// assert_eq!(third, Share::fraction(Decimal::TWO, Decimal::from(6))?);
/// assert_eq!(Share::decimal(Decimal::new(1_3, 1)).clamped(Decimal::ONE)?, Share::FULL);
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
    pub fn fraction(numerator: Decimal, denominator: Decimal) -> Result<Self, TooLarge> {
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

    /// The share, but at least 0 and at most `cap`; [`TooLarge`] where the comparison does not fit.
    pub fn clamped(self, cap: Decimal) -> Result<Self, TooLarge> {
        if self.numerator.is_sign_negative() || self.numerator.is_zero() {
            return Ok(Self::NONE);
        }
        let limit = product(cap, self.denominator)?;
        Ok(if self.numerator > limit { Self::decimal(cap) } else { self })
    }

    /// The sum of two shares, exact. Shares with the same number below the line keep it; others come in lowest terms.
    ///
    /// ```
    /// use resultatkontrakt::domain::number::{Decimal, Share, TooLarge};
    ///
    /// let (half, third) = (Share::decimal(Decimal::new(5, 1)), Share::fraction(Decimal::ONE, Decimal::from(3))?);
    /// assert_eq!(half.plus(third)?, Share::fraction(Decimal::from(5), Decimal::from(6))?);
    /// assert_eq!(half.plus(third)?.minus(third)?, half);
    /// assert_eq!(third.part_of(half)?.over(half)?, third);
    /// # Ok::<(), TooLarge>(())
    /// ```
    pub fn plus(self, other: Self) -> Result<Self, TooLarge> {
        if self.denominator == other.denominator {
            return Self::fraction(sum(self.numerator, other.numerator)?, self.denominator);
        }
        let [(above, below), (other_above, other_below)] = [self.whole_numbers()?, other.whole_numbers()?];
        // Over the least common multiple, so that many shares add up before the figures grow too large.
        let factor = other_below / greatest_divisor(below, other_below);
        let other_factor = below.checked_mul(factor).ok_or(TooLarge)? / other_below;
        let above = above.checked_mul(factor).zip(other_above.checked_mul(other_factor));
        let above = above.and_then(|(one, other)| one.checked_add(other)).ok_or(TooLarge)?;
        Self::in_lowest_terms(above, below.checked_mul(factor).ok_or(TooLarge)?)
    }

    /// What is left of a share without another one.
    pub fn minus(self, other: Self) -> Result<Self, TooLarge> {
        self.plus(Self { numerator: -other.numerator, ..other })
    }

    /// This much of another share.
    pub fn part_of(self, whole: Self) -> Result<Self, TooLarge> {
        if self.numerator.is_zero() {
            return Ok(Self::NONE);
        }
        if self.numerator == self.denominator {
            return Ok(whole);
        }
        let [(above, below), (of_above, of_below)] = [self.whole_numbers()?, whole.whole_numbers()?];
        let above = above.checked_mul(of_above).ok_or(TooLarge)?;
        Self::in_lowest_terms(above, below.checked_mul(of_below).ok_or(TooLarge)?)
    }

    /// How much of another share this is; nothing is no part of nothing.
    pub fn over(self, whole: Self) -> Result<Self, TooLarge> {
        self.part_of(Self::fraction(whole.denominator, whole.numerator)?)
    }

    /// The numbers above and below the line without decimals.
    fn whole_numbers(self) -> Result<(i128, i128), TooLarge> {
        let [above, below] = [self.numerator, self.denominator].map(|number| number.normalize());
        let scale = above.scale().max(below.scale());
        Ok((
            shifted(above.mantissa(), scale - above.scale())?,
            shifted(below.mantissa(), scale - below.scale())?,
        ))
    }

    fn in_lowest_terms(above: i128, below: i128) -> Result<Self, TooLarge> {
        let divisor = greatest_divisor(above, below);
        let decimal = |number: i128| {
            let number = number.checked_div(divisor).ok_or(TooLarge)?;
            Decimal::try_from_i128_with_scale(number, 0).map_err(|_| TooLarge)
        };
        Self::fraction(decimal(above)?, decimal(below)?)
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

    /// `amount × share`, multiplied first and rounded last, half away from zero to `decimals`.
    pub fn times(self, amount: Decimal, decimals: u32) -> Result<Decimal, TooLarge> {
        proportion(amount, self.numerator, self.denominator, decimals)
    }

    /// The share as a decimal where it ends within `decimals` places, else `None` (1/3).
    pub fn exact(self, decimals: u32) -> Option<Decimal> {
        let value = quotient(self.numerator, self.denominator, decimals).ok()?.normalize();
        let back = product(value, self.denominator).ok()?;
        (back == self.numerator).then_some(value)
    }
}

impl Default for Share {
    fn default() -> Self {
        Self::NONE
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        if self.denominator == other.denominator {
            return self.numerator == other.numerator;
        }
        match (product(self.numerator, other.denominator), product(other.numerator, self.denominator)) {
            (Ok(a), Ok(b)) => a == b,
            _ => self.numerator == other.numerator && self.denominator == other.denominator,
        }
    }
}

/// Points of a contract or a pay agreement, rounded to its decimals where they were made.
///
/// What goals give and can give is held against [`Points::MOST`], so that their sums fit exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points(pub Decimal);

/// An amount in Danish kroner, rounded to øre where it was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kroner(pub Decimal);

/// A percentage as people write it: 15 means 15 pct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent(pub Decimal);

impl Points {
    /// The most that one goal can give: 10¹⁵. As many as 79,000 goals with points of 9 decimals add up exactly.
    pub const MOST: Self = Self(Decimal::from_parts(2_764_472_320, 232_830, 0, false, 0));

    /// The points, where no goal gives more.
    pub fn within_most(self) -> Result<Self, TooLarge> {
        if self.0.abs() <= Self::MOST.0 { Ok(self) } else { Err(TooLarge) }
    }
}

/// Adds points of goals that are each [`Points::within_most`].
impl Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        if other.0.is_zero() { self } else { Self(self.0.saturating_add(other.0)) }
    }
}

/// Subtracts points of goals that are each [`Points::within_most`].
impl Sub for Points {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        if other.0.is_zero() { self } else { Self(self.0.saturating_sub(other.0)) }
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
        assert!(Share::fraction(n("1"), n("0")).is_err());
    }

    #[test]
    fn a_proportion_of_long_figures_is_rounded_once() {
        for (amount, part, whole, decimals, expected) in [
            ("529950", "1", "5858", 2, Ok("90.47")),
            ("999999999999999", "999999999999999", "999999999999998", 0, Ok("1000000000000000")),
            ("999999999999999", "999999999.999999999", "1000000000", 6, Ok("999999999999998.999")),
            ("500000000000000", "300000000000000", "200000000000000", 2, Ok("750000000000000")),
            ("100000000000000.5", "999999999999999.5", "999999999999999.5", 0, Ok("100000000000001")),
            ("1", "1", "0", 2, Err(TooLarge)),
            ("79228162514264337593543950335", "3", "2", 0, Err(TooLarge)),
        ] {
            assert_eq!(
                proportion(n(amount), n(part), n(whole), decimals),
                expected.map(n),
                "{amount} {part}"
            );
        }
    }

    #[test]
    fn points_of_goals_add_up_without_overflow() {
        assert_eq!(Points::MOST.0, n("1000000000000000"));
        let most = Points(n("999999999999999.999999999"));
        let all = (0..70_000).fold(Points::default(), |sum, _| sum + most);
        assert_eq!(all.0, n("69999999999999999999.99993"));
        assert_eq!(most.within_most(), Ok(most));
        assert_eq!(Points(n("1000000000000000.1")).within_most(), Err(TooLarge));
        assert_eq!(Points(Decimal::MAX) + Points(Decimal::MAX), Points(Decimal::MAX));
    }

    #[test]
    fn sums_of_tenths_are_exact() {
        assert_eq!(sum(n("0.1"), n("0.2")), Ok(n("0.3")));
    }

    #[test]
    fn a_share_keeps_thirds_until_points_are_rounded() {
        let third = Share::fraction(n("1"), n("3")).unwrap();
        assert_eq!(third.times(n("125"), 2), Ok(n("41.67")));
        assert_eq!(third.exact(12), None);
        assert_eq!(Share::fraction(n("3"), n("8")).unwrap().exact(12), Some(n("0.375")));
        assert_eq!(Share::fraction(n("-2"), n("-6")).unwrap(), third);
    }

    #[test]
    fn a_share_is_held_between_zero_and_its_cap() {
        assert_eq!(Share::decimal(n("-0.2")).clamped(n("1")), Ok(Share::NONE));
        assert_eq!(Share::decimal(n("1.3")).clamped(n("1.2")), Ok(Share::decimal(n("1.2"))));
        assert_eq!(Share::decimal(n("1.1")).clamped(n("1.2")), Ok(Share::decimal(n("1.1"))));
    }
}
