//! Figures that a sentence leads to: `nedbringes til 26.675 forløb`, `falder med 10 pct.`, `lavere end i 2008`.

use super::bound::{
    COMPARED, Found, LAST_YEAR, Reach, change_at, compared_at, found, last_year, threshold_at,
};
use super::phrase::Phrase;
use super::{Doubt, Requirement, RequirementReading};
use crate::domain::contract::{Baseline, BaselineChange, Relation, Target, Threshold};
use crate::domain::number::Decimal;

/// Words for a way down.
const DOWN: &[&str] = &[
    "nedbringes",
    "nedbragt",
    "sænkes",
    "sænket",
    "reduceres",
    "reduceret",
    "begrænses",
    "begrænset",
    "nedsættes",
    "falder",
    "falde",
    "faldet",
    "mindskes",
    "fald",
    "reduktion",
    "reduced",
    "reduce",
    "lowered",
    "brought",
    "limited",
    "fall",
    "falls",
    "decrease",
    "decreases",
    "decreased",
    "reduction",
    "drop",
];
/// Words for a way up.
const UP: &[&str] = &[
    "øges",
    "øget",
    "hæves",
    "hævet",
    "stiger",
    "stige",
    "steget",
    "forøges",
    "stigning",
    "vækst",
    "increase",
    "increases",
    "increased",
    "raised",
    "rise",
    "rises",
    "growth",
];
const FEWER: &[&str] = &["lavere", "færre", "mindre", "lower", "fewer", "less", "smaller"];
const MORE: &[&str] = &["højere", "flere", "mere", "større", "higher", "more", "greater", "larger"];
const BETTER: &[&str] = &["bedre", "better"];
/// How many words may stand between a way and its figure, or between a comparison and what it is with.
const NEAR: usize = 40;

/// The way that a word leads.
fn way(phrase: &Phrase, at: usize) -> Option<Relation> {
    if phrase.is_any(at, DOWN) {
        return Some(Relation::AtMost);
    }
    phrase.is_any(at, UP).then_some(Relation::AtLeast)
}

/// The figure that a way leads to at this place: `nedbringes på landsplan til 26.675 forløb i 2009`.
pub(super) fn level_at(phrase: &Phrase, at: usize) -> Option<Found> {
    let relation = way(phrase, at)?;
    let (to, end) = (at + 1..(at + NEAR).min(phrase.len())).find_map(|to| {
        let leads = phrase.is_any(to, &["til", "to"]) && phrase.word(to - 1) != "forhold";
        Some((to, threshold_at(phrase, to + 1).filter(|_| leads)?))
    })?;
    // A way that begins anew in between leads there itself.
    let is_own = (at + 1..to).all(|between| way(phrase, between).is_none());
    is_own.then(|| found(phrase, at, end, Reach::Clause, |threshold| Target::Limit { relation, threshold }))
}

/// The change that a way makes at this place: `falder med 10 pct. i forhold til 2008`.
pub(super) fn change_found_at(phrase: &Phrase, at: usize) -> Option<(Found, bool)> {
    let relation = way(phrase, at)?;
    let next = phrase.after_any(at + 1, &["med", "på", "by", "of", "med mindst", "by at least"])?;
    let (change, next) = change_at(phrase, next, relation == Relation::AtMost)?;
    let compared = (next..phrase.len()).find_map(|at| Some((at, phrase.after_any(at, COMPARED)?)));
    let base = compared.and_then(|(_, next)| compared_at(phrase, next));
    let is_named = base.is_some();
    let (baseline, next) = base.unwrap_or((None, next));
    let threshold = Threshold::Relative { baseline, change };
    let requirement = Requirement::from(Target::Limit { relation, threshold });
    Some((Found { requirement, start: at, next }, is_named))
}

/// The readings of a change that names no baseline.
pub(super) fn without_baseline(phrase: &Phrase, found: &Requirement) -> RequirementReading {
    let mut readings = Vec::new();
    if let Target::Limit { relation, threshold: Threshold::Relative { change, .. } } = found.target
        && let Some(baseline) = last_year(phrase)
    {
        let threshold = Threshold::Relative { baseline: Some(baseline), change };
        readings.push(Requirement { target: Target::Limit { relation, threshold }, ..found.clone() });
    }
    readings.push(found.clone());
    RequirementReading::Doubt { doubt: Doubt::Baseline, readings }
}

/// A comparison with an earlier figure: `lavere end i 2008`, `bedre score end året før`.
pub(super) fn read_comparison(phrase: &Phrase) -> Option<RequirementReading> {
    let sides = [(FEWER, Some(Relation::Below)), (MORE, Some(Relation::Above)), (BETTER, None)];
    let (at, side) = (0..phrase.len()).find_map(|at| {
        let side = sides.iter().find(|(words, _)| phrase.is_any(at, words));
        side.map(|(_, side)| (at, *side))
    })?;
    let until = (at + NEAR).min(phrase.len());
    let than = (at + 1..until).find(|place| phrase.is_any(*place, &["end", "than"]))?;
    let baseline = (than + 1..until).find_map(|place| {
        if phrase.after_any(place, LAST_YEAR).is_some() {
            return Some(last_year(phrase));
        }
        let (period, _) = phrase.period_at(place)?;
        Some(Some(Baseline::Of(period)))
    })?;
    let requirement = |relation| {
        let change = BaselineChange::Points(Decimal::ZERO);
        Requirement::from(Target::Limit { relation, threshold: Threshold::Relative { baseline, change } })
    };
    if let Some(relation) = side {
        return Some(RequirementReading::Clear(requirement(relation)));
    }
    let readings = [Relation::Above, Relation::Below].map(requirement).to_vec();
    Some(RequirementReading::Doubt { doubt: Doubt::Better, readings })
}

/// Whether a figure behind this word describes what is counted: `forløb over 26 uger`, `unge under 30 år`.
pub(super) fn is_descriptor(phrase: &Phrase, side: usize) -> bool {
    const SPANS: &[&str] = &[
        "år",
        "uger",
        "måneder",
        "dage",
        "timer",
        "års",
        "ugers",
        "måneders",
        "years",
        "weeks",
        "months",
        "days",
        "hours",
    ];
    phrase.is_any(side, &["over", "under", "mindst", "above", "below", "than", "end"])
        && phrase.number_at(side + 1).is_some_and(|number| phrase.is_any(number.next, SPANS))
}
