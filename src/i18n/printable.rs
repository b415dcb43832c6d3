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
/// assert_eq!(printable_json("[\n  \"løn\u{202e}gsd\"\n]\n"), "[\n  \"løn\\u202egsd\"\n]\n");
/// ```
pub fn printable_json(json: &str) -> String {
    let mut spelled = String::with_capacity(json.len());
    for letter in json.chars() {
        let is_second = letter == '#' && spelled.ends_with('#');
        if is_second || (acts(letter) && letter != '\n') {
            // Writing to a string cannot fail. No character that acts needs more than four digits.
            let _ = write!(spelled, "\\u{:04x}", u32::from(letter));
        } else {
            spelled.push(letter);
        }
    }
    spelled
}

/// Whether a terminal acts on this character instead of showing it: controls, line breaks, and what turns the
/// direction of letters.
pub fn acts(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
