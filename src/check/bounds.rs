//! Words before a figure of a title that say what it bounds: the target, or only who or what is counted.

use super::numerals::Numeral;
use crate::domain::contract::{Relation, Target};

/// Words that say "no more than".
const MOST: &[&str] = &["under", "højst", "maks", "maksimalt", "max", "below", "most"];

/// Words that say "no less than".
const LEAST: &[&str] = &["over", "mindst", "minimum", "above", "least"];

/// Words before `end` that say "less than".
const LESS: &[&str] = &["færre", "mindre", "lavere", "kortere", "fewer", "less", "lower", "shorter"];

/// Words before `end` that say "more than".
const MORE: &[&str] = &["flere", "mere", "højere", "bedre", "more", "higher", "better"];

/// Words behind which a figure is no target: where something comes from, or how old it is.
const OTHERWISE: &[&str] = &["fra", "from", "siden", "since", "efter", "after", "mellem", "between"];

/// Words that a relation may follow and still be the target's: "a saving of at least".
const LEADING: &[&str] =
    &["til", "på", "er", "være", "skal", "når", "at", "to", "of", "is", "be", "reach", "reaches"];

/// Whether a figure may be the target's, by the words before it: none that bounds something, or the target's
/// own relation where the title begins or states it.
pub(super) fn may_be_target(figure: &Numeral<'_>, target: &Target) -> bool {
    let words: Vec<String> = (figure.gap.split(|letter: char| !letter.is_alphabetic()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let behind = |number: usize| {
        let index = words.len().checked_sub(number);
        index.and_then(|index| words.get(index)).map_or("", String::as_str)
    };
    let is = |list: &[&str], word: &str| list.contains(&word);
    let (falls, length) = match (behind(2), behind(1)) {
        (before, "end" | "than") if is(LESS, before) => (true, 2),
        (before, "end" | "than") if is(MORE, before) => (false, 2),
        (_, "end" | "than") => return false,
        (_, word) if is(MOST, word) => (true, 1),
        (_, word) if is(LEAST, word) => (false, 1),
        (_, word) => return !is(OTHERWISE, word),
    };
    let Target::Limit { relation, .. } = target else { return false };
    let lead = behind(length + 1);
    falls == Relation::falls(*relation) && (lead.is_empty() || is(LEADING, lead))
}

/// Two figures that stand together as a range: `85–100`, or between 85 and 100.
pub(super) fn is_range(first: &Numeral<'_>, second: &Numeral<'_>) -> bool {
    let between =
        ["mellem", "between"].iter().any(|word| first.gap.trim_end().to_lowercase().ends_with(word));
    match second.gap.trim() {
        "–" | "-" => second.gap == second.gap.trim(),
        "og" | "and" => between,
        _ => false,
    }
}
