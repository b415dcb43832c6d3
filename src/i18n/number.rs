//! Numbers as people write them: Danish `1.234,5`, English `1,234.5`.
//!
//! A locale is an argument; the browser's own is never asked. Reading is in [`parse`].

mod convention;
pub mod parse;

pub use convention::{parse_number_by, shown_convention};
pub use parse::{NumberProblem, parse_kroner, parse_number, parse_number_near};

use super::{Lang, Words};
use crate::domain::number::{Decimal, Kroner, rounded};

/// The sign of a negative number, U+2212: as wide as a digit, and never broken off at the end of a line.
pub const MINUS: char = '\u{2212}';

const NO_BREAK_SPACE: char = '\u{a0}';

impl Lang {
    /// What stands before the decimals.
    pub fn decimal_mark(self) -> char {
        match self {
            Self::Da => ',',
            Self::En => '.',
        }
    }

    /// What stands between groups of three digits.
    pub fn group_mark(self) -> char {
        match self {
            Self::Da => '.',
            Self::En => ',',
        }
    }
}

impl Words {
    /// The number with just the decimals that it has.
    ///
    /// ```
    /// use resultatkontrakt::domain::number::Decimal;
    /// use resultatkontrakt::i18n::Words;
    ///
    /// assert_eq!(Words::DANISH.number(Decimal::new(26_210_50, 2)), "26.210,5");
    /// assert_eq!(Words::ENGLISH.number(Decimal::new(26_210_50, 2)), "26,210.5");
    /// assert_eq!(Words::DANISH.number(Decimal::new(-5, 1)), "−0,5");
    /// ```
    pub fn number(self, value: Decimal) -> String {
        self.with_groups(value.normalize())
    }

    /// How many there are, `10.003`: a whole number, grouped like every other.
    pub fn count(self, count: usize) -> String {
        self.number(count.into())
    }

    /// How many there are at the beginning of a sentence: `Fire`, and in figures above twelve.
    ///
    /// ```
    /// use resultatkontrakt::i18n::Words;
    ///
    /// assert_eq!(Words::DANISH.count_in_words(4), "Fire");
    /// assert_eq!(Words::ENGLISH.count_in_words(13), "13");
    /// ```
    pub fn count_in_words(self, count: usize) -> String {
        const DANISH: [&str; 12] =
            ["En", "To", "Tre", "Fire", "Fem", "Seks", "Syv", "Otte", "Ni", "Ti", "Elleve", "Tolv"];
        const ENGLISH: [&str; 12] = [
            "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve",
        ];
        let words = if self.lang == Lang::Da { DANISH } else { ENGLISH };
        let word = count.checked_sub(1).and_then(|at| words.get(at));
        word.map_or_else(|| self.count(count), |word| (*word).to_owned())
    }

    /// The number rounded half away from zero to so many decimals, zeros kept.
    ///
    /// ```
    /// use resultatkontrakt::domain::number::Decimal;
    /// use resultatkontrakt::i18n::Words;
    ///
    /// assert_eq!(Words::DANISH.fixed(Decimal::new(346_5, 1), 2), "346,50");
    /// assert_eq!(Words::DANISH.fixed(Decimal::new(2_005, 3), 2), "2,01");
    /// ```
    pub fn fixed(self, value: Decimal, decimals: u32) -> String {
        let mut value = rounded(value, decimals);
        // Past 28 digits a decimal cannot carry more zeros and keeps the ones that it can.
        value.rescale(decimals);
        self.with_groups(value)
    }

    /// An amount with its two decimals and its currency, which no line break parts.
    ///
    /// ```
    /// use resultatkontrakt::domain::number::{Decimal, Kroner};
    /// use resultatkontrakt::i18n::Words;
    ///
    /// let supplement = Kroner(Decimal::from(172_500));
    /// assert_eq!(Words::DANISH.kroner(supplement), "172.500,00\u{a0}kr.");
    /// assert_eq!(Words::ENGLISH.kroner(supplement), "DKK\u{a0}172,500.00");
    /// ```
    pub fn kroner(self, amount: Kroner) -> String {
        let amount = self.fixed(amount.0, 2);
        match self.lang {
            Lang::Da => format!("{amount}{NO_BREAK_SPACE}kr."),
            Lang::En => format!("DKK{NO_BREAK_SPACE}{amount}"),
        }
    }

    fn with_groups(self, value: Decimal) -> String {
        let digits = value.abs().to_string();
        let (whole, decimals) = digits.split_once('.').unwrap_or((&digits, ""));
        let mut text = String::with_capacity(digits.len() + digits.len() / 3 + 3);
        if value.is_sign_negative() && !value.is_zero() {
            text.push(MINUS);
        }
        for (index, digit) in whole.chars().enumerate() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                text.push(self.lang.group_mark());
            }
            text.push(digit);
        }
        if !decimals.is_empty() {
            text.push(self.lang.decimal_mark());
            text.push_str(decimals);
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_are_written_with_groups_and_without_trailing_zeros() {
        for (value, danish, english) in [
            ("0", "0", "0"),
            ("-0.0", "0", "0"),
            ("999", "999", "999"),
            ("1000", "1.000", "1,000"),
            ("26210.00", "26.210", "26,210"),
            ("1234567.5", "1.234.567,5", "1,234,567.5"),
            ("-9.4", "−9,4", "−9.4"),
            ("0.000000001", "0,000000001", "0.000000001"),
            ("123456789012345.123456789", "123.456.789.012.345,123456789", "123,456,789,012,345.123456789"),
        ] {
            assert_eq!(Words::DANISH.number(n(value)), danish);
            assert_eq!(Words::ENGLISH.number(n(value)), english);
        }
    }

    #[test]
    fn counts_are_grouped_too() {
        assert_eq!([0, 999, 10_003].map(|count| Words::DANISH.count(count)), ["0", "999", "10.003"]);
        assert_eq!(Words::ENGLISH.count(10_003), "10,003");
    }

    #[test]
    fn fixed_decimals_are_rounded_half_away_from_zero() {
        for (value, decimals, expected) in [
            ("346.5", 2, "346,50"),
            ("0.005", 2, "0,01"),
            ("-0.005", 2, "−0,01"),
            ("-0.004", 2, "0,00"),
            ("1499.5", 0, "1.500"),
            ("12", 3, "12,000"),
        ] {
            assert_eq!(Words::DANISH.fixed(n(value), decimals), expected, "{value}");
        }
    }

    #[test]
    fn kroner_carry_their_currency() {
        let amount = Kroner(n("172500"));
        assert_eq!(Words::DANISH.kroner(amount), "172.500,00\u{a0}kr.");
        assert_eq!(Words::ENGLISH.kroner(amount), "DKK\u{a0}172,500.00");
    }
}
