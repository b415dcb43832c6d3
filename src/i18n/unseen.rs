//! Marks that nobody sees: without width, or for the direction of what follows.

use std::borrow::Cow;

/// Whether a letter is drawn as nothing.
pub fn is_unseen(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The text without such marks, which word processors and calculators paste beside digits.
///
/// ```
/// use resultatkontrakt::i18n::unseen::without_unseen;
///
/// assert_eq!(without_unseen("\u{202a}12,5\u{202c}"), "12,5");
/// ```
pub fn without_unseen(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_unseen) {
        return text.into();
    }
    text.chars().filter(|letter| !is_unseen(*letter)).collect()
}
