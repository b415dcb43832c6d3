//! How a workbook shows the numbers of its cells: as a number, a percentage or a time of the calendar.

use std::collections::BTreeMap;

use super::xml::{NotXml, Piece, Reader};
use crate::app::table::SheetCell;
use crate::domain::date::{Date, iso};
use crate::domain::number::{Decimal, product};

/// What a number stands for, by the format that its cell has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// Itself.
    #[default]
    Number,
    /// So many hundredths.
    Percent,
    /// A day, counted from the calendar's beginning.
    Day,
    /// The month of that day.
    Month,
    /// The year of that day.
    Year,
}

/// Reads what each style of a workbook shows, in their order.
pub(super) fn shown_by_style(styles: &[u8]) -> Result<Vec<Shown>, NotXml> {
    let mut reader = Reader::new(styles)?;
    let (mut own, mut shown, mut is_in_cells) = (BTreeMap::new(), Vec::new(), false);
    while let Some(piece) = reader.next()? {
        match piece {
            Piece::Begin(tag) if tag.name == "numFmt" => {
                let code = tag.attribute("formatCode").map(|code| by_code(&code));
                own.extend(tag.number("numFmtId").zip(code));
            }
            Piece::Begin(tag) if tag.name == "cellXfs" => is_in_cells = true,
            Piece::Begin(tag) if tag.name == "xf" && is_in_cells => {
                let id = tag.number("numFmtId").unwrap_or_default();
                shown.push(own.get(&id).copied().unwrap_or_else(|| built_in(id)));
            }
            Piece::End("cellXfs") => is_in_cells = false,
            _ => {}
        }
    }
    Ok(shown)
}

/// What the formats show that every program knows by their numbers (ECMA-376, 18.8.30).
fn built_in(id: usize) -> Shown {
    match id {
        9 | 10 => Shown::Percent,
        17 => Shown::Month,
        14..=16 | 22 | 27..=31 | 36 | 50..=54 | 57..=58 => Shown::Day,
        _ => Shown::Number,
    }
}

/// What a format shows that is written out, such as `dd-mm-yyyy` and `0.0%`.
fn by_code(code: &str) -> Shown {
    let mut letters = String::new();
    let mut signs = code.chars();
    while let Some(sign) = signs.next() {
        match sign {
            // Texts, colours and conditions are not part of the number.
            '"' => signs.by_ref().take_while(|sign| *sign != '"').for_each(|_| {}),
            '[' => signs.by_ref().take_while(|sign| *sign != ']').for_each(|_| {}),
            '\\' | '_' | '*' => {
                signs.next();
            }
            // Behind it stands how numbers below zero are shown.
            ';' => break,
            sign => letters.push(sign.to_ascii_lowercase()),
        }
    }
    let has = |letter: char| letters.contains(letter);
    match (has('%'), has('y'), has('m'), has('d')) {
        (true, ..) => Shown::Percent,
        (_, _, true, true) | (_, true, _, true) => Shown::Day,
        (_, true, true, _) => Shown::Month,
        (_, true, ..) => Shown::Year,
        _ => Shown::Number,
    }
}

/// The digits that a workbook keeps of a number, and those behind the comma that a field takes.
const DIGITS: u32 = 15;
const DECIMALS: u32 = 9;

/// The text of a number as its cell shows it, with a decimal comma: `26210,5`, `82,5 %`, `2009-11-30`, `2009-11`.
/// None where it is no number, or too large for one.
pub(super) fn number_text(raw: &str, shown: Shown, from_1904: bool) -> Option<String> {
    let exact = Decimal::from_str_exact(raw).or_else(|_| Decimal::from_scientific(raw));
    let number = exact.or_else(|_| raw.parse::<Decimal>()).ok()?;
    let plain = |number: Decimal| Some(SheetCell::Number(as_kept(number)?).text(','));
    let day = || day_of(number, from_1904);
    match shown {
        Shown::Number => plain(number),
        Shown::Percent => plain(product(number, Decimal::ONE_HUNDRED).ok()?).map(|text| format!("{text} %")),
        Shown::Day => day().map(iso).or_else(|| plain(number)),
        Shown::Month => day()
            .map(|day| format!("{:04}-{:02}", day.year(), u8::from(day.month())))
            .or_else(|| plain(number)),
        Shown::Year => day().map(|day| format!("{:04}", day.year())).or_else(|| plain(number)),
    }
}

/// The number without the noise that counting in halves leaves: a workbook shows 15 digits of it.
fn as_kept(number: Decimal) -> Option<Decimal> {
    let strategy = rust_decimal::RoundingStrategy::MidpointAwayFromZero;
    let kept = number.round_sf_with_strategy(DIGITS, strategy)?;
    Some(kept.round_dp_with_strategy(DECIMALS, strategy).normalize())
}

/// The Julian day from which each calendar counts. The one of 1900 has a day that never was, 29 February.
const LAST_OF_1899: i32 = 2_415_020;
const FIRST_OF_1904: i32 = 2_416_481;
const NEVER_WAS: i32 = 60;

fn day_of(number: Decimal, from_1904: bool) -> Option<Date> {
    // What stands behind the comma is the time of day.
    let count: i32 = number.trunc().try_into().ok()?;
    let julian = match (from_1904, count) {
        (true, 0..) => count.checked_add(FIRST_OF_1904)?,
        (false, 1..NEVER_WAS) => count.checked_add(LAST_OF_1899)?,
        (false, count) if count > NEVER_WAS => count.checked_add(LAST_OF_1899 - 1)?,
        _ => return None,
    };
    Date::from_julian_day(julian).ok().filter(|day| (1900..=9999).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_told_by_their_codes() {
        for (code, expected) in [
            ("General", Shown::Number),
            ("#,##0.00", Shown::Number),
            ("0.0%", Shown::Percent),
            ("dd-mm-yyyy", Shown::Day),
            ("[$-406]d. mmmm yyyy;@", Shown::Day),
            ("d/m", Shown::Day),
            ("mmm\\-yy", Shown::Month),
            ("yyyy", Shown::Year),
            ("hh:mm:ss", Shown::Number),
            ("0 \"dage i måneden %\"", Shown::Number),
            ("_-* #,##0.00\\ \"kr.\"_-", Shown::Number),
            ("[Red]0;0%", Shown::Number),
        ] {
            assert_eq!(by_code(code), expected, "{code}");
        }
        for (id, expected) in [
            (0, Shown::Number),
            (4, Shown::Number),
            (10, Shown::Percent),
            (14, Shown::Day),
            (17, Shown::Month),
        ] {
            assert_eq!(built_in(id), expected, "{id}");
        }
    }

    #[test]
    fn numbers_are_written_as_their_cells_show_them() {
        for (raw, shown, expected) in [
            ("26210", Shown::Number, Some("26210")),
            ("26210.5", Shown::Number, Some("26210,5")),
            ("0.30000000000000004", Shown::Number, Some("0,3")),
            ("26.333333333333332", Shown::Number, Some("26,333333333")),
            ("1.234", Shown::Number, Some("1,2340")),
            ("1E-3", Shown::Number, Some("0,0010")),
            ("2.5E+4", Shown::Number, Some("25000")),
            ("-7", Shown::Number, Some("-7")),
            ("0.825", Shown::Percent, Some("82,5 %")),
            ("1.1000000000000001", Shown::Percent, Some("110 %")),
            ("40147", Shown::Day, Some("2009-11-30")),
            ("40147.75", Shown::Day, Some("2009-11-30")),
            ("1", Shown::Day, Some("1900-01-01")),
            ("59", Shown::Day, Some("1900-02-28")),
            ("60", Shown::Day, Some("60")),
            ("61", Shown::Day, Some("1900-03-01")),
            ("-1", Shown::Day, Some("-1")),
            ("40148", Shown::Month, Some("2009-12")),
            ("40148", Shown::Year, Some("2009")),
            ("1E+300", Shown::Number, None),
            ("", Shown::Number, None),
            ("ja", Shown::Number, None),
        ] {
            assert_eq!(number_text(raw, shown, false).as_deref(), expected, "{raw} as {shown:?}");
        }
        assert_eq!(number_text("38685", Shown::Day, true).as_deref(), Some("2009-11-30"));
        assert_eq!(number_text("0", Shown::Day, true).as_deref(), Some("1904-01-01"));
    }

    #[test]
    fn styles_are_read_in_their_order() {
        let styles = br#"<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="164"><alignment/></xf><xf numFmtId="14"/></cellXfs></styleSheet>"#;
        assert_eq!(shown_by_style(styles), Ok(vec![Shown::Number, Shown::Percent, Shown::Day]));
    }
}
