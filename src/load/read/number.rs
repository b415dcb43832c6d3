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
    let (mantissa, exponent) = match rest.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, parse_exponent(exponent)?),
        None => (rest, 0),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((_, "")) => return Err(NumberFault::NoNumber),
        Some(parts) => parts,
        None => (mantissa, ""),
    };
    let digits_only = |digits: &str| digits.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = whole.len() > 1 && whole.starts_with('0');
    if whole.is_empty() || leading_zero || !digits_only(whole) || !digits_only(fraction) {
        return Err(NumberFault::NoNumber);
    }
    let value = assemble(whole, fraction, exponent)?;
    Ok(if negative && !value.is_zero() { -value } else { value })
}

/// Puts the digits together with their scale. Zeros at the end are kept as far as they fit, so that
/// `1150000.00` stays as it was written.
fn assemble(whole: &str, fraction: &str, exponent: i64) -> Result<Decimal, NumberFault> {
    let digits: String = [whole, fraction].concat();
    let significant = digits.trim_start_matches('0');
    let needed = significant.trim_end_matches('0');
    let scale = length(fraction).saturating_sub(exponent);
    if needed.is_empty() {
        return Ok(Decimal::ZERO);
    }
    let surplus = length(significant) - length(needed);
    if length(significant).saturating_sub(scale) > WHOLE_DIGITS || scale.saturating_sub(surplus) > DECIMALS {
        return Err(NumberFault::TooLong);
    }
    // What is not needed after the ninth decimal is zeros; what is missing before the point is, too.
    let dropped = scale.saturating_sub(DECIMALS).clamp(0, surplus);
    let added = scale.saturating_neg().max(0);
    let kept = significant.len().saturating_sub(usize::try_from(dropped).unwrap_or(0));
    let mut written: String = significant.chars().take(kept).collect();
    written.extend(std::iter::repeat_n('0', usize::try_from(added).unwrap_or(0)));
    let mantissa: i128 = written.parse().map_err(|_| NumberFault::TooLong)?;
    let scale = u32::try_from((scale - dropped).max(0)).map_err(|_| NumberFault::TooLong)?;
    Decimal::try_from_i128_with_scale(mantissa, scale).map_err(|_| NumberFault::TooLong)
}

/// An exponent; one with more digits than any number has is too long unless the number is 0.
fn parse_exponent(text: &str) -> Result<i64, NumberFault> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberFault::NoNumber);
    }
    let size = digits.parse().unwrap_or(i64::MAX);
    Ok(if text.starts_with('-') { -size } else { size })
}

fn length(digits: &str) -> i64 {
    i64::try_from(digits.len()).unwrap_or(i64::MAX)
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
            "١",
        ] {
            assert_eq!(parse_number(text), Err(NumberFault::NoNumber), "{text}");
        }
    }
}
