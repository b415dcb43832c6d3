//! The table that the page itself writes: the columns by which it is known when it comes back. A sign keeps
//! spreadsheets from taking a text for a formula.

use std::borrow::Cow;

/// How many columns the page's own table has.
pub const COLUMNS: usize = 12;

/// The columns of the page's own table, in Danish and in English. Goal, part and result are read back, and the
/// others are there for people, which a note says when it comes back.
pub const OWN: [[&str; COLUMNS]; 2] = [
    [
        "id",
        "mål",
        "titel",
        "del",
        "krav",
        "resultat",
        "status",
        "point mindst",
        "point højst",
        "vægt",
        "bemærkning",
        "dokumentation",
    ],
    [
        "id",
        "goal",
        "title",
        "part",
        "target",
        "result",
        "status",
        "points min",
        "points max",
        "weight",
        "note",
        "evidence",
    ],
];

/// With what a spreadsheet takes a cell for a formula; the last four as wide as letters of Chinese.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

/// With what it may go on to the next cell.
const BREAKS: [char; 3] = ['\t', '\r', '\n'];

/// The sign that makes it a text.
const SIGN: char = '\'';

/// Whether a header is that of the page's own table, in whatever order. Every column of it is known then, and
/// its figures are those of the goals' own periods.
pub(super) fn is_own<'t>(names: impl Iterator<Item = Cow<'t, str>>) -> bool {
    let names: Vec<String> = names.map(|name| name.to_lowercase()).collect();
    OWN.iter().any(|own| own.iter().all(|name| names.iter().any(|one| one == name)))
}

/// Writes a line of a table, its cells separated and quoted where they have to be (RFC 4180).
pub fn write_line(out: &mut String, cells: impl Iterator<Item = String>, delimiter: char) {
    for (place, cell) in cells.enumerate() {
        if place > 0 {
            out.push(delimiter);
        }
        let is_plain = !cell.contains([delimiter, '"', '\n', '\r']) && cell.trim() == cell;
        if is_plain {
            out.push_str(&cell);
        } else {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        }
    }
    out.push_str("\r\n");
}

/// A text as a spreadsheet takes it for a text: one that begins like a formula gets a sign before it.
pub fn protected(text: &str) -> Cow<'_, str> {
    if begins_a_formula(text) { Cow::Owned(format!("{SIGN}{text}")) } else { Cow::Borrowed(text) }
}

/// The text that was protected.
pub(super) fn unprotected(text: Cow<'_, str>) -> Cow<'_, str> {
    match text.strip_prefix(SIGN) {
        Some(rest) if begins_a_formula(rest) => Cow::Owned(rest.to_owned()),
        _ => text,
    }
}

/// Signs that stand there already are kept apart from the one that is put before them.
fn begins_a_formula(text: &str) -> bool {
    let is_passed_over = |letter: char| letter == SIGN || is_unseen(letter);
    text.trim_start_matches(SIGN).starts_with(BREAKS)
        || text.trim_start_matches(is_passed_over).starts_with(FORMULA)
}

/// Whether a program may drop a letter that stands at the beginning: a blank of any kind, a control, a mark without width.
fn is_unseen(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_work_out_is_made_a_text_and_read_back_as_it_was() {
        for text in [
            "=1+1",
            "+45 12 34",
            "-5 pct.",
            "@SUM(A1)",
            "'=1",
            "''-",
            "\t=1",
            "\tord",
            "＝1",
            "＋1",
            "－1",
            "＠1",
            "  =1",
            "\u{a0}=1",
            "\u{feff}=1",
            "\u{200b}-1",
            "' @a",
        ] {
            let written = protected(text);
            assert_eq!(written, format!("'{text}"));
            assert_eq!(unprotected(written), text);
        }
        for text in ["Mål 2", "'n rolle", "", "1-2", "a=b", " Mål", "\u{feff}"] {
            assert_eq!(protected(text), text);
            assert_eq!(unprotected(text.into()), text);
        }
    }

    #[test]
    fn a_header_is_its_own_only_with_every_column() {
        for own in OWN {
            assert!(is_own(own.into_iter().map(Cow::Borrowed)));
            assert!(is_own(own.into_iter().rev().map(|name| name.to_uppercase().into())));
            assert!(!is_own(own.into_iter().skip(1).map(Cow::Borrowed)));
        }
    }
}
