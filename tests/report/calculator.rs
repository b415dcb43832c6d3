//! A pocket calculator: it knows nothing of contracts, only what is printed.

use resultatkontrakt::i18n::{Lang, Words};

/// An exact number: what stands above and below the line.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Exact(i128, i128);

impl Exact {
    /// In its lowest terms, so that long formulas fit.
    fn reduced(above: i128, below: i128) -> Self {
        let (mut one, mut other) = (above, below);
        while other != 0 {
            (one, other) = (other, one % other);
        }
        if one == 0 { Self(above, below) } else { Self(above / one, below / one) }
    }

    /// Rounded half away from zero to so many decimals, as whole units of the last one.
    pub(crate) fn rounded(self, decimals: u32) -> i128 {
        let above = self.0 * 10_i128.pow(decimals) * 2;
        let sign = if (above < 0) == (self.1 < 0) { 1 } else { -1 };
        (above + sign * self.1) / (self.1 * 2)
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.0 * other.1 == other.0 * self.1
    }
}

/// Whether a printed equation holds: the right side is the left one, rounded to the decimals that it shows.
pub(crate) fn holds(equation: &str, words: Words) -> bool {
    let (left, right) = equation.split_once(" = ").unwrap();
    let left = value(left, words);
    if right.contains('/') {
        return left == value(right, words);
    }
    let decimals = right.split_once(mark(words)).map_or(0, |(_, decimals)| decimals.trim().len());
    let decimals = u32::try_from(decimals).unwrap();
    // A figure without its last zeros is the rounded one, too.
    (decimals..=2.max(decimals))
        .any(|decimals| left.rounded(decimals) == value(right, words).rounded(decimals))
}

/// What a printed formula comes to.
pub(crate) fn value(formula: &str, words: Words) -> Exact {
    let signs: Vec<char> = formula.chars().filter(|sign| !sign.is_whitespace()).collect();
    let mut calculator = Calculator { signs: &signs, words };
    let value = calculator.sum();
    assert!(calculator.signs.is_empty(), "{formula}");
    value
}

/// The equations of a line: steps of parts stand in one line, after a title and before what follows from them.
pub(crate) fn equations(line: &str) -> Vec<String> {
    let pieces = line.split("; ").flat_map(|piece| piece.split(": ")).flat_map(|piece| piece.split(" → "));
    let without_words = pieces.map(|piece| piece.replace(" dage", "").replace(" days", ""));
    let is_equation = |piece: &String| {
        let signs = piece.chars().all(|sign| sign.is_ascii_digit() || " .,+−×/()=".contains(sign));
        signs && piece.matches(" = ").count() == 1
    };
    without_words.filter(is_equation).collect()
}

struct Calculator<'s> {
    signs: &'s [char],
    words: Words,
}

impl Calculator<'_> {
    fn take(&mut self, wanted: &[char]) -> Option<char> {
        let (first, rest) = self.signs.split_first().filter(|(first, _)| wanted.contains(first))?;
        self.signs = rest;
        Some(*first)
    }

    fn sum(&mut self) -> Exact {
        let mut value = self.product();
        while let Some(sign) = self.take(&['+', '−']) {
            let Exact(above, below) = self.product();
            let above = if sign == '+' { above } else { -above };
            value = Exact::reduced(value.0 * below + above * value.1, value.1 * below);
        }
        value
    }

    fn product(&mut self) -> Exact {
        let mut value = self.factor();
        while let Some(sign) = self.take(&['×', '/']) {
            let Exact(above, below) = self.factor();
            value = if sign == '×' {
                Exact::reduced(value.0 * above, value.1 * below)
            } else {
                Exact::reduced(value.0 * below, value.1 * above)
            };
        }
        value
    }

    fn factor(&mut self) -> Exact {
        if self.take(&['−']).is_some() {
            let Exact(above, below) = self.factor();
            return Exact(-above, below);
        }
        if self.take(&['(']).is_some() {
            let value = self.sum();
            assert!(self.take(&[')']).is_some(), "a parenthesis is not closed");
            return value;
        }
        let (mut above, mut below, mut is_after) = (0, 1, false);
        while let Some(sign) = self.take(&['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ',']) {
            if let Some(digit) = sign.to_digit(10) {
                above = above * 10 + i128::from(digit);
                below = if is_after { below * 10 } else { below };
            } else {
                is_after |= sign == mark(self.words);
            }
        }
        Exact(above, below)
    }
}

fn mark(words: Words) -> char {
    if words.lang == Lang::Da { ',' } else { '.' }
}

#[test]
fn the_calculator_calculates() {
    for (equation, expected) in [
        ("125 × 1 / 3 = 41,67", true),
        ("125 × 1 / 3 = 41,66", false),
        ("(29.000 − 32.533) / (26.675 − 32.533) = 3.533 / 5.858", true),
        ("(29.000 − 32.533) / (26.675 − 32.533) = 3.533 / 5.857", false),
        ("150 × 3.533 / 5.858 = 90,47", true),
        ("700 × 495 / 1.000 = 346,50", true),
        ("25 + 50 = 76", false),
        ("2 × 0,0025 = 0,01", true),
        ("1 − 3 = −2", true),
    ] {
        assert_eq!(holds(equation, Words::DANISH), expected, "{equation}");
    }
    assert!(holds("1,150,000.00 × 15 / 100 = 172,500.00", Words::ENGLISH));
}
