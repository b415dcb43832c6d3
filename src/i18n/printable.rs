//! Texts of files on a terminal and in the log of a CI: characters that act there are spelled out.

use std::fmt::Write;

/// One line for a terminal.
///
/// ```
/// use resultatkontrakt::i18n::printable::printable;
///
/// assert_eq!(printable("Mål 3\u{1b}[2J"), r"Mål 3\u{1b}[2J");
/// assert_eq!(printable("løn\u{202e}gsd"), r"løn\u{202e}gsd");
/// assert_eq!(printable("to\nlinjer"), r"to\nlinjer");
/// assert_eq!(printable("::error::mål"), r"\u{3a}:error::mål");
/// ```
///
/// A CI obeys a line that begins with `::`, and `##[` or `##vso[` anywhere.
pub fn printable(line: &str) -> String {
    let begins_command = line.trim_start().starts_with("::");
    let mut spelled = String::with_capacity(line.len());
    for letter in line.chars() {
        match letter {
            _ if acts(letter) => spelled.extend(letter.escape_default()),
            '#' if spelled.ends_with('#') => spelled.extend(letter.escape_unicode()),
            ':' if begins_command && spelled.trim_start().is_empty() => {
                spelled.extend(letter.escape_unicode());
            }
            _ => spelled.push(letter),
        }
    }
    spelled
}

/// The same JSON for a terminal, by JSON's own escapes.
///
/// ```
/// use resultatkontrakt::i18n::printable::printable_json;
///
/// let json = "[\n  \"løn\u{202e}gsd\"\n]\n".to_owned();
/// assert_eq!(printable_json(json), "[\n  \"løn\\u202egsd\"\n]\n");
/// ```
pub fn printable_json(json: String) -> String {
    let mut spelled = String::new();
    // What lies between two characters that act is copied as it is: a portfolio has megabytes of it.
    let mut left = json.as_str();
    while let Some((before, letter, rest)) = split_where_it_acts(left) {
        spelled.push_str(before);
        // Writing to a string cannot fail. No character that acts needs more than four digits.
        let _ = write!(spelled, "\\u{:04x}", u32::from(letter));
        left = rest;
    }
    if spelled.is_empty() { json } else { spelled + left }
}

/// Splits a JSON text at the first character that acts where it is printed; line breaks stand between values alone.
fn split_where_it_acts(json: &str) -> Option<(&str, char, &str)> {
    let mut last = b' ';
    let acts_here = |(place, byte): (usize, u8)| {
        let is_second = std::mem::replace(&mut last, byte) == b'#' && byte == b'#';
        // No other byte begins a character that acts.
        let may_act = is_second || (byte != b'\n' && matches!(byte, 0..=0x1f | 0x7f | 0xc2 | 0xe2));
        if !may_act {
            return None;
        }
        let (before, rest) = json.split_at_checked(place)?;
        let mut letters = rest.chars();
        let letter = letters.next().filter(|letter| is_second || acts(*letter))?;
        Some((before, letter, letters.as_str()))
    };
    json.bytes().enumerate().find_map(acts_here)
}

/// Whether a terminal acts on this character instead of showing it: controls, line breaks, and what turns the
/// direction of letters.
pub fn acts(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_is_copied_but_for_what_acts() {
        for (json, expected) in [
            ("", ""),
            ("{\n  \"æøå – »mål«\": 1\n}", "{\n  \"æøå – »mål«\": 1\n}"),
            ("\u{9b}2J", r"\u009b2J"),
            ("a\u{2028}b\u{7f}", r"a\u2028b\u007f"),
            ("# ##[mål] ###", r"# #\u0023[mål] #\u0023#"),
        ] {
            assert_eq!(printable_json(json.to_owned()), expected);
        }
    }
}
