//! Figures that a result is held against: `højst 26.675 forløb`, `mellem 60 og 70 pct.`, `uændret i forhold til 2008`.

use super::phrase::{NumberAt, Phrase};
use super::several::TITLE;
use super::{Doubt, Requirement, RequirementReading};
use crate::domain::contract::{Baseline, BaselineChange, Relation, Target, Threshold};
use crate::domain::date::Period;
use crate::domain::number::Decimal;
use crate::i18n::short::cut;

/// Words for each side, in Danish and English. The longest that fits counts: `ikke over` is not `over`.
const SIDES: [(Relation, &[&str]); 4] = [
    (
        Relation::AtMost,
        &[
            "højst",
            "højest",
            "maks",
            "maksimalt",
            "maksimum",
            "max",
            "ikke over",
            "ikke mere end",
            "ikke flere end",
            "ikke højere end",
            "ikke overstige",
            "op til",
            "≤",
            "at most",
            "no more than",
            "not more than",
            "not above",
            "not over",
            "not exceed",
            "not exceeding",
            "up to",
            "maximum",
        ],
    ),
    (
        Relation::AtLeast,
        &[
            "mindst",
            "min",
            "minimum",
            "ikke under",
            "ikke mindre end",
            "ikke færre end",
            "ikke lavere end",
            "≥",
            "at least",
            "no less than",
            "no fewer than",
            "not less than",
            "not below",
            "not under",
        ],
    ),
    (
        Relation::Below,
        &[
            "under",
            "færre end",
            "mindre end",
            "lavere end",
            "<",
            "below",
            "less than",
            "fewer than",
            "lower than",
        ],
    ),
    (
        Relation::Above,
        &[
            "over",
            "flere end",
            "mere end",
            "højere end",
            ">",
            "above",
            "more than",
            "greater than",
            "higher than",
        ],
    ),
];
/// What stands before a time of measurement.
const WHEN: &[&str] = &["i", "in", "den", "on", "ultimo", "pr"];
/// What may stand between that and the period.
const WITHIN: &[&str] = &["løbet af", "hele", "udgangen af", "the course of"];
/// What stands before a baseline.
pub(super) const COMPARED: &[&str] = &[
    "i forhold til",
    "ift",
    "sammenlignet med",
    "set i forhold til",
    "som i",
    "fra",
    "from",
    "compared with",
    "compared to",
    "relative to",
    "as in",
];

/// A requirement with the words that it takes.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) requirement: Requirement,
    pub(super) start: usize,
    pub(super) next: usize,
}

/// How much of a text belongs to a figure: all of it, or its own clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    Whole,
    Clause,
}

/// The side that a phrase at this place names, and the place behind it.
pub(super) fn side_at(phrase: &Phrase, at: usize) -> Option<(Relation, usize)> {
    let sides = SIDES.iter().filter_map(|(side, words)| Some((*side, phrase.after_any(at, words)?)));
    sides.max_by_key(|(_, next)| *next)
}

/// The limit at this place: `højst 26.675 forløb i december 2009`.
pub(super) fn limit_at(phrase: &Phrase, at: usize, reach: Reach) -> Option<Found> {
    let (relation, next) = side_at(phrase, at)?;
    let end = threshold_at(phrase, next)?;
    Some(found(phrase, at, end, reach, |threshold| Target::Limit { relation, threshold }))
}

/// The requirement with this figure as its end, and what stands behind it.
pub(super) fn found(
    phrase: &Phrase,
    start: usize,
    end: EndAt,
    reach: Reach,
    target: impl FnOnce(Threshold) -> Target,
) -> Found {
    let is_absolute = matches!(end.threshold, Threshold::Absolute(_));
    let tail = tail(phrase, end.next, reach);
    let unit = end.attached.or(tail.unit).filter(|_| is_absolute);
    let target = target(end.threshold);
    Found {
        requirement: Requirement { unit, measured: tail.measured, ..target.into() },
        start,
        next: tail.next,
    }
}

/// The range at this place: `mellem 60 og 70 pct.`, `60–70 pct.`
pub(super) fn range_at(phrase: &Phrase, at: usize, reach: Reach) -> Option<Found> {
    if let Some(next) = phrase.after_any(at, &["mellem", "between"]) {
        let min = threshold_at(phrase, next)?;
        let next = phrase.after_any(min.next, &["og", "and"])?;
        return range(phrase, at, &min, threshold_at(phrase, next)?, reach);
    }
    let written = phrase.written(at);
    let dash = written.find(['\u{2013}', '-']).filter(|at| *at > 0)?;
    let (first, last) = written.split_at_checked(dash)?;
    let last = last.trim_start_matches(['\u{2013}', '-']).trim_end_matches(['%', '.', ',', ';', ')']);
    let is_figure = |text: &str| text.starts_with(|first: char| first.is_ascii_digit());
    let is_year = first.len() == 4 && !first.contains(['.', ',']);
    if !is_figure(first) || !is_figure(last) || is_year {
        return None;
    }
    let end = |value| EndAt { threshold: Threshold::Absolute(value), next: at + 1, attached: None };
    let attached = written.contains('%').then(|| "%".to_owned());
    let max = EndAt { attached, ..end(phrase.value(last)?) };
    range(phrase, at, &end(phrase.value(first)?), max, reach)
}

/// From the lowest to the highest; `None` where they stand the other way round.
fn range(phrase: &Phrase, start: usize, min: &EndAt, max: EndAt, reach: Reach) -> Option<Found> {
    let (lowest, highest) = (min.threshold, max.threshold);
    if let (Threshold::Absolute(lowest), Threshold::Absolute(highest)) = (lowest, highest)
        && lowest > highest
    {
        return None;
    }
    let tail = tail(phrase, max.next, reach);
    let target = Target::Between { min: lowest, max: highest };
    let unit = max.attached.or(tail.unit);
    Some(Found {
        requirement: Requirement { unit, measured: tail.measured, ..target.into() },
        start,
        next: tail.next,
    })
}

/// A figure at a place.
#[derive(Clone, Debug)]
pub(super) struct EndAt {
    pub(super) threshold: Threshold,
    pub(super) next: usize,
    pub(super) attached: Option<String>,
}

/// A figure, or a change from a baseline: `tallet for 2008 minus 10 pct.`
pub(super) fn threshold_at(phrase: &Phrase, at: usize) -> Option<EndAt> {
    if let Some((baseline, next)) = baseline_at(phrase, at) {
        let none = (BaselineChange::Points(Decimal::ZERO), next);
        let (change, next) = signed_change_at(phrase, next).unwrap_or(none);
        return Some(EndAt { threshold: Threshold::Relative { baseline, change }, next, attached: None });
    }
    let NumberAt { value, next, attached } = phrase.number_at(at)?;
    if attached.is_none()
        && let Some((change, next)) = signed_change_at(phrase, next)
    {
        let baseline = Some(Baseline::Figure(value));
        return Some(EndAt { threshold: Threshold::Relative { baseline, change }, next, attached });
    }
    Some(EndAt { threshold: Threshold::Absolute(value), next, attached })
}

/// What a figure is counted from, where that is no figure itself.
fn baseline_at(phrase: &Phrase, at: usize) -> Option<(Option<Baseline>, usize)> {
    if let Some(next) = phrase.after_any(at, &["udgangspunktet", "the baseline"]) {
        return Some((None, next));
    }
    if let Some(next) = phrase.after_any(at, LAST_YEAR) {
        return Some((last_year(phrase), next));
    }
    let levels = ["tallet for", "tallet i", "niveauet i", "the figure of", "the figure for", "the level of"];
    let next = phrase.after_any(at, &levels)?;
    let (period, next) = phrase.period_at(next)?;
    Some((Some(Baseline::Of(period)), next))
}

pub(super) const LAST_YEAR: &[&str] = &[
    "året før",
    "sidste år",
    "foregående år",
    "året forinden",
    "the year before",
    "last year",
    "the previous year",
];

/// The year before the one that the contract binds.
pub(super) fn last_year(phrase: &Phrase) -> Option<Baseline> {
    Some(Baseline::Of(Period::Year(phrase.known.year?.checked_sub(1)?)))
}

/// `minus 10 pct.`, `plus 3`.
fn signed_change_at(phrase: &Phrase, at: usize) -> Option<(BaselineChange, usize)> {
    let is_less = match phrase.word(at) {
        "minus" => true,
        "plus" => false,
        _ => return None,
    };
    change_at(phrase, at + 1, is_less)
}

/// A change by a figure: `10 pct.`, `3 procentpoint`, `200`.
pub(super) fn change_at(phrase: &Phrase, at: usize, is_less: bool) -> Option<(BaselineChange, usize)> {
    let NumberAt { value, next, attached } = phrase.number_at(at)?;
    let value = if is_less { -value } else { value };
    let points = ["procentpoint", "pct.-point", "pct.point", "%-point", "pp", "percentage points"];
    if let Some(next) = phrase.after_any(next, &points) {
        return Some((BaselineChange::Points(value), next));
    }
    match phrase.after_any(next, &["pct", "procent", "percent", "%"]) {
        Some(next) => Some((BaselineChange::Percent(value), next)),
        None if attached.as_deref() == Some("%") => Some((BaselineChange::Percent(value), next)),
        None => Some((BaselineChange::Points(value), next)),
    }
}

/// What stands behind a figure.
struct Tail {
    unit: Option<String>,
    measured: Option<Period>,
    next: usize,
}

/// Words that end a unit within a sentence.
const BEHIND_UNIT: &[&str] = &[
    "i", "in", "på", "on", "og", "and", "for", "ved", "at", "til", "to", "som", "den", "det", "af", "of",
    "inden", "senest", "by", "fra", "from", "eller", "or", "men", "but",
];

/// The unit and the time of measurement behind a figure.
fn tail(phrase: &Phrase, from: usize, reach: Reach) -> Tail {
    let len = phrase.len();
    let times: Vec<(usize, Period, usize)> =
        (from..len).filter_map(|at| when_at(phrase, at).map(|(period, next)| (at, period, next))).collect();
    let last = times.iter().find(|(.., next)| *next == len).or(times.last());
    let end = match reach {
        Reach::Whole => last.map_or(len, |(at, ..)| *at),
        Reach::Clause => (from..len)
            .find(|at| phrase.is_any(*at, BEHIND_UNIT) || phrase.ends_clause(*at))
            .map_or(len, |at| if phrase.is_any(at, BEHIND_UNIT) { at } else { at + 1 }),
    };
    let unit = without_stop(phrase.between(from, end).trim_start_matches([',', ';']).trim());
    let unit = (!unit.is_empty() && from < end).then(|| cut(unit, TITLE).into_owned());
    let time = match reach {
        Reach::Whole => last,
        Reach::Clause => {
            let until = (end..len).find(|at| phrase.ends_clause(*at)).unwrap_or(len);
            times.iter().find(|(at, ..)| *at >= end && *at <= until)
        }
    };
    let next = match reach {
        Reach::Whole => len,
        Reach::Clause => time.map_or(end, |(.., next)| *next),
    };
    Tail { unit, measured: time.map(|(_, period, _)| *period), next }
}

/// `i december 2009`, `in the course of 2009`.
fn when_at(phrase: &Phrase, at: usize) -> Option<(Period, usize)> {
    if !phrase.is_any(at, WHEN) {
        return None;
    }
    phrase.period_at(phrase.after_any(at + 1, WITHIN).unwrap_or(at + 1))
}

/// A unit without the full stop of its sentence; `pct.` and `kr.` keep theirs.
fn without_stop(unit: &str) -> &str {
    let bare = unit.trim_end_matches([',', ';', ':', ')']);
    let last = bare.rsplit(' ').next().unwrap_or_default().trim_end_matches('.');
    let is_short = ["pct", "kr", "mio", "mia", "stk", "gns", "pr"].contains(&last);
    if is_short { bare } else { bare.trim_end_matches('.') }
}

/// `Uændret i forhold til 2008`, `unchanged from 1,200 ± 5`; `None` where nothing is to stay.
pub(super) fn read_unchanged(phrase: &Phrase) -> Option<RequirementReading> {
    let unchanged = ["uændret", "uændrede", "uforandret", "unchanged"];
    let start = (0..phrase.len()).find(|at| phrase.is_any(*at, &unchanged))?;
    let sign = (start..phrase.len()).find(|at| phrase.written(*at) == "±");
    let tolerance = sign.and_then(|at| phrase.number_at(at + 1)).map(|number| number.value);
    let compared = (0..phrase.len()).find_map(|at| Some((at, phrase.after_any(at, COMPARED)?)));
    let base = compared.and_then(|(_, next)| compared_at(phrase, next));
    let until = compared.map_or(phrase.len(), |(at, _)| at);
    let measured = (start..until).find_map(|at| when_at(phrase, at)).map(|(period, _)| period);
    let requirement = |baseline| {
        let target = Target::Unchanged { baseline, tolerance: tolerance.unwrap_or_default() };
        Requirement { measured, ..target.into() }
    };
    if let Some((baseline, _)) = base {
        return Some(RequirementReading::Clear(requirement(baseline)));
    }
    let likely = last_year(phrase).map(|baseline| requirement(Some(baseline)));
    let readings = likely.into_iter().chain([requirement(None)]).collect();
    Some(RequirementReading::Doubt { doubt: Doubt::Baseline, readings })
}

/// What something is compared with: a period, a figure, or the year before.
pub(super) fn compared_at(phrase: &Phrase, at: usize) -> Option<(Option<Baseline>, usize)> {
    let at = phrase.after_any(at, &["niveauet i", "resultatet i", "resultatet for", "i"]).unwrap_or(at);
    if let Some(base) = baseline_at(phrase, at) {
        return Some(base);
    }
    if let Some((period, next)) = phrase.period_at(at) {
        return Some((Some(Baseline::Of(period)), next));
    }
    let number = phrase.number_at(at)?;
    Some((Some(Baseline::Figure(number.value)), number.next))
}
