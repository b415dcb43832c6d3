//! Weights as people write them: `150`, `0-150`, `op til 150`, `15 pct.`

use super::Known;
use super::phrase::Phrase;
use crate::domain::contract::Weight;
use crate::domain::number::{Decimal, Points};
use crate::i18n::Lang;
use crate::small::small_letter;

/// Words for a range that begins at 0.
const UP_TO: &[&str] = &["op til", "indtil", "højst", "maks", "max", "up to", "at most"];
const UNITS: &[&str] = &["point", "points", "p", "pts", "pct", "procent", "percent", "%"];

/// Reads a weight; `None` where the text is none, or could be two.
///
/// ```
/// use resultatkontrakt::domain::contract::Weight;
/// use resultatkontrakt::domain::number::{Decimal, Points};
/// use resultatkontrakt::i18n::{Lang, requirement::read_weight};
///
/// let range = Some(Weight::Range { min: Points(Decimal::ZERO), max: Points(Decimal::from(150)) });
/// for text in ["0-150", "0–150", "0 - 150 point", "op til 150"] {
///     assert_eq!(read_weight(text, Lang::Da), range);
/// }
/// assert_eq!(read_weight("halvtreds", Lang::Da), None);
/// ```
pub fn read_weight(text: &str, lang: Lang) -> Option<Weight> {
    let phrase = Phrase::new(text, lang, Known::default());
    let (weight, next) = weight_at(&phrase, 0)?;
    let next = phrase.after_any(next, UNITS).unwrap_or(next);
    (next == phrase.len() && !phrase.is_ambiguous()).then_some(weight)
}

/// Whether a text says that a weight is in percent. As points that is the same only where there are 100 in all.
pub fn says_percent(text: &str) -> bool {
    let small: String = text.chars().map(small_letter).collect();
    ["%", "pct", "procent", "percent"].iter().any(|unit| small.contains(unit))
}

/// The weight that a sentence names behind its first word: `Vurderes, 0–150 point`.
pub(super) fn weight_within(phrase: &Phrase) -> Option<Weight> {
    (1..phrase.len()).find_map(|at| {
        let (weight, next) = weight_at(phrase, at)?;
        phrase.is_any(next, &["point", "points"]).then_some(weight)
    })
}

fn weight_at(phrase: &Phrase, at: usize) -> Option<(Weight, usize)> {
    if let Some(next) = phrase.after_any(at, UP_TO) {
        let number = phrase.number_at(next)?;
        return Some((range(Decimal::ZERO, number.value)?, number.next));
    }
    let written = phrase.written(at);
    let dash = |sign: char| matches!(sign, '-' | '\u{2013}' | '\u{2212}');
    if let Some((min, max)) = written.split_once(dash).filter(|(min, max)| !min.is_empty() && !max.is_empty())
    {
        let max = max.trim_end_matches(['%', '.', ',', ';']);
        return Some((range(phrase.value(min)?, phrase.value(max)?)?, at + 1));
    }
    let first = phrase.number_at(at)?;
    let joint = |next: usize| phrase.is_any(next, &["-", "\u{2013}", "\u{2212}", "til", "to"]);
    if joint(first.next) && first.attached.is_none() {
        let last = phrase.number_at(first.next + 1)?;
        return Some((range(first.value, last.value)?, last.next));
    }
    (!first.value.is_sign_negative()).then_some((Weight::Fixed(Points(first.value)), first.next))
}

/// From the lowest to the highest; `None` where they stand the other way round.
fn range(min: Decimal, max: Decimal) -> Option<Weight> {
    (Decimal::ZERO <= min && min <= max).then_some(Weight::Range { min: Points(min), max: Points(max) })
}
