//! Texts that look alike though they are written with other characters.

use std::borrow::Cow;

use crate::i18n::unseen::is_unseen;

/// What stands before an accent that is a character of its own, and the letter that both look like. Latin letters alone:
/// texts are Danish or near it.
const ACCENTS: [(char, &str, &str); 13] = [
    ('\u{300}', "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ('\u{301}', "AEIOUYaeiouyCcLlNnRrSsZzÆæØø", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹźǼǽǾǿ"),
    ('\u{302}', "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
    ('\u{303}', "AINOUainou", "ÃĨÑÕŨãĩñõũ"),
    ('\u{304}', "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
    ('\u{306}', "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"),
    ('\u{307}', "CEGIZcegz", "ĊĖĠİŻċėġż"),
    ('\u{308}', "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    ('\u{30a}', "AUau", "ÅŮåů"),
    ('\u{30b}', "OUou", "ŐŰőű"),
    ('\u{30c}', "CDENRSTZcdenrstz", "ČĎĚŇŘŠŤŽčďěňřšťž"),
    ('\u{327}', "CGKLNRSTcgklnrst", "ÇĢĶĻŅŖŞŢçģķļņŗşţ"),
    ('\u{328}', "AEIUaeiu", "ĄĘĮŲąęįų"),
];

/// The text as people see it: two that look alike come out equal. Accents join their letter, blanks of any kind and
/// number are one, and marks without width are none.
///
/// ```
/// use resultatkontrakt::findings::as_seen;
///
/// assert_eq!(as_seen("ma\u{30a}l\u{200b}\u{a0} 1 "), "mål 1");
/// ```
pub fn as_seen(text: &str) -> Cow<'_, str> {
    if is_as_seen(text) {
        return text.into();
    }
    let mut seen = String::with_capacity(text.len());
    for letter in text.chars().filter(|letter| !is_unseen(*letter)) {
        let letter = match letter {
            // The sign of the unit ångström is drawn as the letter.
            '\u{212b}' => 'Å',
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        };
        if letter == ' ' && (seen.is_empty() || seen.ends_with(' ')) {
            continue;
        }
        let whole = seen.chars().next_back().and_then(|before| joined(before, letter));
        if whole.is_some() {
            seen.pop();
        }
        seen.push(whole.unwrap_or(letter));
    }
    seen.truncate(seen.trim_end().len());
    seen.into()
}

/// Whether a text is nothing but letters of one byte or of Latin-1, and single blanks between them, as nearly all are.
fn is_as_seen(text: &str) -> bool {
    let mut before = b' ';
    let is_plain = text.bytes().all(|byte| {
        let is_second_blank = byte == b' ' && before == b' ';
        before = byte;
        // Letters from À to ÿ begin with 0xc3; marks, accents and other blanks with other bytes above 0x7f.
        let is_odd = matches!(byte, b'\t'..=b'\r' | 0xc0..=0xc2 | 0xc4..);
        !is_second_blank && !is_odd
    });
    is_plain && (before != b' ' || text.is_empty())
}

/// The letter that another one and the accent behind it look like.
fn joined(before: char, accent: char) -> Option<char> {
    let (_, plain, whole) = ACCENTS.iter().find(|(mark, ..)| *mark == accent)?;
    plain.chars().zip(whole.chars()).find(|(letter, _)| *letter == before).map(|(_, whole)| whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_look_alike_are_seen_alike() {
        for (one, other) in [
            ("ålborg", "a\u{30a}lborg"),
            ("Åben", "A\u{30a}ben"),
            ("Åben", "\u{212b}ben"),
            ("idé", "ide\u{301}"),
            ("ø\u{301}", "ǿ"),
            ("Šakić", "S\u{30c}akic\u{301}"),
            ("mål\u{200b}-1", "mål-1"),
            ("\u{feff}mål 1", "mål\u{a0}1"),
            ("mål  1 ", "mål 1"),
        ] {
            assert_eq!(as_seen(one), as_seen(other), "{one:?} {other:?}");
        }
        for (one, other) in [("idé", "ide"), ("mål-1", "Mål-1"), ("mål 1", "mål1"), ("o\u{30a}", "o")] {
            assert_ne!(as_seen(one), as_seen(other), "{one:?} {other:?}");
        }
        assert_eq!(as_seen(" \u{200b} "), "");
    }

    #[test]
    fn a_text_is_taken_as_it_stands_only_where_nothing_of_it_goes() {
        for letter in '\0'..='\u{ffff}' {
            let text = format!("a{letter}b");
            let expected = match letter {
                letter if is_unseen(letter) => "ab".to_owned(),
                letter if letter.is_whitespace() => "a b".to_owned(),
                '\u{212b}' => "aÅb".to_owned(),
                letter => joined('a', letter).map_or_else(|| text.clone(), |whole| format!("{whole}b")),
            };
            assert_eq!(as_seen(&text), expected, "{text:?}");
        }
        assert!(matches!(as_seen("Flere ansøgere får svar"), Cow::Borrowed(_)));
    }

    #[test]
    fn each_accented_letter_has_its_plain_one() {
        for (accent, plain, whole) in ACCENTS {
            assert_eq!(plain.chars().count(), whole.chars().count(), "{accent:?}");
            for (plain, whole) in plain.chars().zip(whole.chars()) {
                assert!(plain.is_ascii() || "ÆæØø".contains(plain), "{plain}");
                assert!(!whole.is_ascii() && whole.is_alphabetic(), "{whole}");
            }
        }
    }
}
