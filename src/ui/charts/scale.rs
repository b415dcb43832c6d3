//! Maps figures and times to positions on a chart.

use crate::domain::date::Period;
use crate::domain::number::{Decimal, quotient};

/// A range of values, mapped onto a range of the chart.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scale {
    values: (Decimal, Decimal),
    picture: (i64, i64),
}

impl Scale {
    /// Makes a scale whose ends are round numbers around the values.
    pub(super) fn around(values: impl Iterator<Item = Decimal> + Clone, picture: (i64, i64)) -> Option<Self> {
        let (least, most) = (values.clone().min()?, values.max()?);
        let step = step(most - least, most.abs());
        let low = (least / step).floor() * step;
        let high = (most / step).ceil() * step;
        let high = if high == low { low + step } else { high };
        Some(Self { values: (low, high), picture })
    }

    /// Makes a scale with exactly these ends, the second above the first.
    pub(super) fn between(values: (Decimal, Decimal), picture: (i64, i64)) -> Self {
        Self { values, picture }
    }

    /// Makes a scale from the beginning of one year to the end of another.
    pub(super) fn years(from: i32, to: i32, picture: (i64, i64)) -> Self {
        Self { values: (Decimal::from(from), Decimal::from(to + 1)), picture }
    }

    /// Returns the position of a value on the chart, to a tenth.
    pub(super) fn position_of(self, value: Decimal) -> Decimal {
        let (low, high) = self.values;
        let (start, end) = self.picture;
        let length = Decimal::from(end - start);
        Decimal::from(start) + quotient((value - low) * length, high - low, 1).unwrap_or_default()
    }

    /// Returns the values that get a line: both ends, and the middle.
    pub(super) fn lines(self) -> [Decimal; 3] {
        let (low, high) = self.values;
        [low, (low + high) / Decimal::TWO, high]
    }
}

/// Chooses a round step that divides the span into a few.
fn step(span: Decimal, size: Decimal) -> Decimal {
    let span = if span.is_zero() { size.max(Decimal::ONE) } else { span };
    let mut step = Decimal::ONE;
    while step * Decimal::TEN < span {
        step *= Decimal::TEN;
    }
    while step > span && step.scale() < 9 {
        step /= Decimal::TEN;
    }
    if step * Decimal::from(5) < span { step * Decimal::TWO } else { step }
}

/// Converts the end of a period to a year with its fraction: that of 2009-09 is 2009,7479.
pub(super) fn time(period: Period) -> Decimal {
    let last = period.end();
    let days = Period::Year(last.year()).end().ordinal();
    let fraction = quotient(Decimal::from(last.ordinal()), Decimal::from(days), 4);
    Decimal::from(last.year()) + fraction.unwrap_or_default()
}
