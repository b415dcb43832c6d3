//! Reading the numbers of a table, where the other numbers show which mark is which.

use super::parse::{NumberProblem, is_mark, is_near, parse_number, parse_number_near, stripped};
use crate::domain::number::Decimal;
use crate::i18n::Lang;

/// The language whose decimal mark a number shows: Danish for `3,9` and `1.234.567`, English for `3.9` and
/// `1,234.5`. None where it shows neither, as `26210` and `1.234`.
pub fn shown_convention(text: &str) -> Option<Lang> {
    // Most figures of a table are whole, and a table may have a hundred thousand of them.
    if !text.contains(is_mark) {
        return None;
    }
    let body = stripped(text).1;
    let mark = body.chars().rfind(|letter| is_mark(*letter))?;
    let reads = |lang| parse_number(text, lang).is_ok();
    if !reads(Lang::Da) || !reads(Lang::En) {
        return None;
    }
    let is_decimal = body.matches(mark).count() == 1;
    [Lang::Da, Lang::En].into_iter().find(|lang| (lang.decimal_mark() == mark) == is_decimal)
}

/// The number in a text whose surroundings follow a convention, or show none.
///
/// A number that could be two is read by the convention. Where `expected` makes the other reading the near one, the
/// two disagree and it is ambiguous. Without a convention it is read by what is expected, as [`parse_number_near`]
/// does.
pub fn parse_number_by(
    text: &str,
    convention: Option<Lang>,
    expected: Option<Decimal>,
) -> Result<Decimal, NumberProblem> {
    let either = [Lang::Da, Lang::En].into_iter().find_map(|lang| match parse_number(text, lang) {
        Err(NumberProblem::Ambiguous { grouped, decimal }) => Some((lang, grouped, decimal)),
        _ => None,
    });
    let (Some((foreign, grouped, decimal)), Some(convention)) = (either, convention) else {
        let lang = either.map(|(lang, ..)| lang).or(convention).unwrap_or_default();
        return parse_number_near(text, lang, expected);
    };
    let (meant, other) = if foreign == convention { (grouped, decimal) } else { (decimal, grouped) };
    let disagrees = expected
        .filter(|expected| !expected.is_zero())
        .is_some_and(|expected| is_near(other, expected) && !is_near(meant, expected));
    if disagrees { Err(NumberProblem::Ambiguous { grouped, decimal }) } else { Ok(meant) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn a_number_shows_its_convention_where_only_one_makes_sense() {
        for (text, shown) in [
            ("3,9", Some(Lang::Da)),
            ("12,0 pct.", Some(Lang::Da)),
            ("1.234,5", Some(Lang::Da)),
            ("1.234.567", Some(Lang::Da)),
            ("0,123", Some(Lang::Da)),
            ("3.9", Some(Lang::En)),
            ("-1,234.50", Some(Lang::En)),
            ("1,234,567", Some(Lang::En)),
            ("26210", None),
            ("1.234", None),
            ("1,234", None),
            ("26 210", None),
            ("12.34.5", None),
            ("31.12.2009", None),
            ("ca. 12", None),
            ("", None),
        ] {
            assert_eq!(shown_convention(text), shown, "{text}");
        }
    }

    #[test]
    fn the_convention_settles_what_could_be_two_numbers() {
        let grouped = Ok(n("1234"));
        let decimal = Ok(n("1.234"));
        for (text, convention, expected, read) in [
            ("1.234", Some(Lang::Da), None, grouped),
            ("1.234", Some(Lang::En), None, decimal),
            ("1,234", Some(Lang::Da), None, decimal),
            ("1,234", Some(Lang::En), None, grouped),
            ("1.234", Some(Lang::Da), Some("1300"), grouped),
            ("1.234", None, Some("1300"), grouped),
            ("1,234", None, Some("1300"), grouped),
            ("1,234", None, Some("1.3"), decimal),
        ] {
            assert_eq!(parse_number_by(text, convention, expected.map(n)), read, "{text} {convention:?}");
        }
        assert_eq!(parse_number_by("1234,5", Some(Lang::En), None), Ok(n("1234.5")));
        assert_eq!(parse_number_by("26210", None, None), Ok(n("26210")));
    }

    #[test]
    fn a_number_that_stays_open_is_ambiguous() {
        let ambiguous = Err(NumberProblem::Ambiguous { grouped: n("1234"), decimal: n("1.234") });
        for (text, convention, expected) in [
            ("1.234", None, None),
            ("1,234", None, None),
            ("1.234", None, Some("40")),
            ("1.234", Some(Lang::Da), Some("1.3")),
            ("1.234", Some(Lang::En), Some("1300")),
            ("1,234", Some(Lang::En), Some("1.3")),
        ] {
            assert_eq!(
                parse_number_by(text, convention, expected.map(n)),
                ambiguous,
                "{text} {convention:?}"
            );
        }
    }
}
