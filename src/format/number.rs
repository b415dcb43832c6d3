//! Exact numbers from their text, without a detour through floating point.

use crate::domain::number::Decimal;

/// The most digits before the decimal point.
const WHOLE_DIGITS: i64 = 15;
/// The most digits after it.
const DECIMALS: i64 = 9;

/// Why a text gives no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberFault {
    /// It is not written as JSON writes numbers.
    NoNumber,
    /// More digits than can be worked with exactly.
    TooLong,
}

/// Reads a number as JSON writes it: `-12.5`, `1e3`. The value is exact or refused.
pub(super) fn parse_number(text: &str) -> Result<Decimal, NumberFault> {
    let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, rest) = digits(rest);
    let (fraction, rest) = match rest.strip_prefix('.').map(digits) {
        Some(("", _)) => return Err(NumberFault::NoNumber),
        Some(parts) => parts,
        None => ("", rest),
    };
    let exponent = match rest.strip_prefix(['e', 'E']) {
        Some(exponent) => parse_exponent(exponent)?,
        None if rest.is_empty() => 0,
        None => return Err(NumberFault::NoNumber),
    };
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    if whole.is_empty() || leading_zero {
        return Err(NumberFault::NoNumber);
    }
    let value = assemble(whole, fraction, exponent)?;
    Ok(if negative && !value.is_zero() { -value } else { value })
}

/// The digits that a text begins with, and what follows them.
fn digits(text: &str) -> (&str, &str) {
    let end = text.bytes().position(|byte| !byte.is_ascii_digit()).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or_default()
}

/// Puts the digits together with their scale. Zeros at the end are kept as far as they fit, so that
/// `1150000.00` stays as it was written.
fn assemble(whole: &str, fraction: &str, exponent: i64) -> Result<Decimal, NumberFault> {
    let digits = whole.bytes().chain(fraction.bytes());
    let is_zero = |digit: &u8| *digit == b'0';
    let leading = digits.clone().take_while(is_zero).count();
    let significant = length(whole.len() + fraction.len() - leading);
    if significant == 0 {
        return Ok(Decimal::ZERO);
    }
    let surplus = length(digits.clone().rev().take_while(is_zero).count());
    let scale = length(fraction.len()).saturating_sub(exponent);
    if significant.saturating_sub(scale) > WHOLE_DIGITS || scale.saturating_sub(surplus) > DECIMALS {
        return Err(NumberFault::TooLong);
    }
    // What is not needed after the ninth decimal is zeros; what is missing before the point is, too.
    let dropped = scale.saturating_sub(DECIMALS).clamp(0, surplus);
    let added = scale.saturating_neg().max(0);
    let kept = usize::try_from(significant - dropped).unwrap_or(0);
    let zeros = std::iter::repeat_n(b'0', usize::try_from(added).unwrap_or(0));
    // These are as many digits as a number may have, at most: they cannot be too many here.
    let written = digits.skip(leading).take(kept).chain(zeros);
    let mantissa = written.fold(0, |mantissa, digit| 10 * mantissa + i128::from(digit - b'0'));
    let scale = u32::try_from((scale - dropped).max(0)).map_err(|_| NumberFault::TooLong)?;
    Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| NumberFault::TooLong)
}

/// An exponent; one with more digits than any number has is too long unless the number is 0.
fn parse_exponent(text: &str) -> Result<i64, NumberFault> {
    let (size, rest) = digits(text.strip_prefix(['+', '-']).unwrap_or(text));
    if size.is_empty() || !rest.is_empty() {
        return Err(NumberFault::NoNumber);
    }
    let size = size.parse().unwrap_or(i64::MAX);
    Ok(if text.starts_with('-') { -size } else { size })
}

fn length(digits: usize) -> i64 {
    i64::try_from(digits).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_exactly_as_they_are_written() {
        for (text, expected) in [
            ("0", "0"),
            ("-0", "0"),
            ("26675", "26675"),
            ("84.5", "84.5"),
            ("-9.4", "-9.4"),
            ("1150000.00", "1150000.00"),
            ("0.1", "0.1"),
            ("1e3", "1000"),
            ("1.5E+2", "150"),
            ("15e-1", "1.5"),
            ("1.50e1", "15.0"),
            ("0.000000001", "0.000000001"),
            ("1.0000000000000", "1.000000000"),
            ("0e999999999999999999999", "0"),
            ("999999999999999.999999999", "999999999999999.999999999"),
            ("123456789012345e0", "123456789012345"),
            ("100000000000000000e-3", "100000000000000.000"),
        ] {
            assert_eq!(parse_number(text).map(|value| value.to_string()).as_deref(), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_does_not_fit_is_refused_and_never_rounded() {
        for text in [
            "1e400",
            "1e-400",
            "1e99999999999999999999",
            "1e-99999999999999999999",
            "1000000000000000",
            "0.0000000001",
            "1.0000000001",
            "1e15",
        ] {
            assert_eq!(parse_number(text), Err(NumberFault::TooLong), "{text}");
        }
    }

    #[test]
    fn what_is_no_json_number_is_none() {
        for text in [
            "", "-", "+1", "01", "1.", ".5", "1,5", "1.234,5", "1 000", "NaN", "Infinity", "1e", "1e+", "xx",
            "١", "1.5.2", "1.e5", "1e5e", "1e2.5", "1-",
        ] {
            assert_eq!(parse_number(text), Err(NumberFault::NoNumber), "{text}");
        }
    }
}
