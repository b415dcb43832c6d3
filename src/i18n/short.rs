//! Texts of any length, as one line shows them.

use std::borrow::Cow;

/// The longest name that a line repeats in full, in characters.
pub const NAME: usize = 120;

/// The longest message that a list shows in full, in characters.
pub const MESSAGE: usize = 1000;

/// The most accents and the like that a letter is shown with; nobody writes with more.
const MARKS: usize = 8;
/// Letters before it, all of Danish among them, are no marks.
const FIRST_MARK: char = '\u{300}';

/// At most `most` characters of a text, with its end, which tells files apart.
///
/// ```
/// use resultatkontrakt::i18n::short::shortened;
///
/// assert_eq!(shortened("vurdering.json", 20), "vurdering.json");
/// assert_eq!(shortened(&format!("{}.json", "a".repeat(1_000_000)), 20), "aaaaaaaaaaaaa…a.json");
/// ```
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    let behind = most.saturating_sub(1).min(most / 3);
    [beginning(text, most.saturating_sub(behind + 1)), "…", end(text, behind)].concat()
}

/// The beginning of a text, with `…` where it goes on.
///
/// ```
/// use resultatkontrakt::i18n::short::cut;
///
/// assert_eq!(cut("Færre sager", 20), "Færre sager");
/// assert_eq!(cut("Færre sager", 5), "Færre…");
/// // A letter keeps its accents or goes with them; one with hundreds of them ends the text.
/// assert_eq!(cut("pa\u{30a} ny", 2), "p…");
/// assert_eq!(cut(&format!("a{}", "\u{301}".repeat(300)), 40).chars().count(), 10);
/// ```
pub fn cut(text: &str, limit: usize) -> Cow<'_, str> {
    match beginning(text, limit) {
        whole if whole.len() == text.len() => text.into(),
        beginning => format!("{beginning}…").into(),
    }
}

/// As much of the beginning of a text as such a limit leaves.
pub fn beginning(text: &str, limit: usize) -> &str {
    let near = text.as_bytes().get(..limit.saturating_add(1)).unwrap_or(text.as_bytes());
    if near.is_ascii() {
        return text.get(..limit).unwrap_or(text);
    }
    let (mut letter_at, mut marks) = (0, 0);
    for (count, (at, letter)) in text.char_indices().enumerate() {
        if is_mark(letter) {
            marks += 1;
        } else {
            (letter_at, marks) = (at, 0);
        }
        if marks > MARKS {
            return text.get(..at).unwrap_or_default();
        }
        if count == limit {
            return text.get(..letter_at).unwrap_or_default();
        }
    }
    text
}

/// As much of the end of a text.
pub fn end(text: &str, limit: usize) -> &str {
    let from = text.len().saturating_sub(limit);
    let near = text.as_bytes().get(from.saturating_sub(1)..).unwrap_or_default();
    if near.is_ascii() {
        return text.get(from..).unwrap_or(text);
    }
    let (mut letter_at, mut marks) = (text.len(), 0);
    for (count, (at, letter)) in text.char_indices().rev().enumerate() {
        if count == limit || marks > MARKS {
            return text.get(letter_at..).unwrap_or_default();
        }
        if is_mark(letter) {
            marks += 1;
        } else {
            (letter_at, marks) = (at, 0);
        }
    }
    text
}

/// Whether a character stands on the one before it, or binds two to one.
fn is_mark(letter: char) -> bool {
    letter >= FIRST_MARK
        && matches!(
            letter,
            FIRST_MARK..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{610}'..='\u{61a}'
            | '\u{64b}'..='\u{65f}' | '\u{e31}' | '\u{e34}'..='\u{e3a}' | '\u{e47}'..='\u{e4e}'
            | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200d}' | '\u{20d0}'..='\u{20ff}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}'
            | '\u{e0100}'..='\u{e01ef}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_end_parts_a_letter_from_its_marks() {
        let text = "pa\u{30a} ny";
        let cuts = |cut: fn(&str, usize) -> &str| (0..=6).map(move |limit| cut(text, limit));
        assert!(cuts(beginning).eq(["", "p", "p", "pa\u{30a}", "pa\u{30a} ", "pa\u{30a} n", text]));
        assert!(cuts(end).eq(["", "y", "ny", " ny", " ny", "a\u{30a} ny", text]));
        let pile = format!("a{}b", "\u{301}".repeat(MARKS + 1));
        assert_eq!((beginning(&pile, 40).chars().count(), end(&pile, 40)), (MARKS + 1, "b"));
        assert_eq!(beginning("", 3), "");
    }
}
