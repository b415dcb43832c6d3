//! Texts of any length, as one line shows them.

/// The longest name that a line repeats in full, in characters.
pub const NAME: usize = 120;

/// The longest message that a list shows in full, in characters.
pub const MESSAGE: usize = 1000;

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
    let before = text.chars().take(most.saturating_sub(behind + 1));
    let end = text.char_indices().rev().take(behind).last().and_then(|(at, _)| text.get(at..));
    before.chain(['…']).chain(end.unwrap_or_default().chars()).collect()
}
