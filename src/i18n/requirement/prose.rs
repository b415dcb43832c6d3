//! A requirement as a phrase or a sentence: what it asks for, or why that cannot be told.

use std::ops::Range;

use super::bound::{Found, Reach, found, limit_at, range_at, read_unchanged, side_at, threshold_at};
use super::change::{change_found_at, is_descriptor, level_at, read_comparison, without_baseline};
use super::deadline::{Deadline, Firmness, deadlines, finishes};
use super::phrase::Phrase;
use super::several::read_items;
use super::weight::weight_within;
use super::{Doubt, Requirement, RequirementReading};
use crate::domain::contract::{Relation, Target, Threshold};
use crate::domain::date::Period;
use crate::small::sort_by_key;

/// What stands before a side within a sentence: `skal være højst 30 dage`.
const BEFORE_SIDE: &[&str] = &[
    "er", "være", "udgøre", "udgør", "ligge", "ligger", "holdes", "have", "har", "nå", "når", "opnå",
    "opnås", "på", "til", "bliver", "blive", "is", "be", "are", "reach", "remain", "stay", "to", "of", "med",
    "og", "and", "men", "but", "samt",
];
/// The most words of a text that begins with its side and is read as one requirement.
const WHOLE: usize = 25;

/// Reads a requirement that says something.
pub(super) fn read(phrase: &Phrase) -> RequirementReading {
    fixed(phrase)
        .or_else(|| time_alone(phrase))
        .or_else(|| from_the_start(phrase))
        .or_else(|| read_unchanged(phrase))
        .unwrap_or_else(|| sentence(phrase))
}

fn doubt(doubt: Doubt, readings: Vec<Requirement>) -> RequirementReading {
    RequirementReading::Doubt { doubt, readings }
}

/// Requirements without a figure: judged, not fixed, done, or with parts and levels that stand elsewhere.
fn fixed(phrase: &Phrase) -> Option<RequirementReading> {
    let composite = ["alle", "all", "mindst én af", "mindst en af", "at least one of"];
    let parts = phrase.after_any(0, &composite).and_then(|next| phrase.number_at(next));
    let is_composite = parts.is_some_and(|number| phrase.is_any(number.next, &["dele", "parts"]));
    if is_composite || phrase.after_any(0, &["Én del", "én del", "en del", "one part"]) == Some(phrase.len())
    {
        return Some(doubt(Doubt::Several, Vec::new()));
    }
    if phrase.after_any(0, &["bedømmes", "rated"]).is_some() {
        return Some(doubt(Doubt::Levels, Vec::new()));
    }
    if phrase.after_any(0, &["vurderes", "judged", "assessed"]).is_some() {
        let target = Target::Assessed { criteria: Vec::new() };
        return Some(RequirementReading::Clear(Requirement {
            weight: weight_within(phrase),
            ..target.into()
        }));
    }
    let open = [
        "xx",
        "yy",
        "tbd",
        "ikke fastlagt",
        "ej fastlagt",
        "ikke fastsat",
        "fastlægges senere",
        "fastsættes senere",
        "not fixed",
        "to be fixed",
        "to be decided",
    ];
    if (0..phrase.len()).any(|at| phrase.after_any(at, &open).is_some()) {
        return Some(Target::Undetermined.into());
    }
    let done =
        ["skal være gennemført", "gennemført", "gennemføres", "to be done", "done", "completed", "ja/nej"];
    (phrase.after_any(0, &done) == Some(phrase.len())).then(|| Target::Done.into())
}

/// A time by itself: `31.12.2009`. A day, as a cell of a spreadsheet holds it, is a deadline: nothing else is asked for by
/// a day alone. A longer time may be when something is measured, and is asked about.
fn time_alone(phrase: &Phrase) -> Option<RequirementReading> {
    let start = phrase.after_any(0, &["den", "on"]).unwrap_or(0);
    let by = |period: Period| Requirement::from(Target::By(period.end()));
    match phrase.period_at(start).filter(|(_, next)| *next == phrase.len()) {
        Some((day @ Period::Day(_), _)) => Some(RequirementReading::Clear(by(day))),
        // Four digits may be a figure.
        Some((Period::Year(_), _)) => None,
        Some((period, _)) => {
            Some(doubt(Doubt::Unread, [by(period)].into_iter().chain(without_figure()).collect()))
        }
        None => {
            let (period, next) = phrase.period_without_year_at(start)?;
            // `30.6` may be a figure.
            let is_named = phrase.between(start, next).contains(char::is_alphabetic);
            (is_named && next == phrase.len()).then(|| without_year(phrase, by(period)))
        }
    }
}

/// A day without its year: the one of the year that is known is probably meant, and a person says so.
fn without_year(phrase: &Phrase, probably: Requirement) -> RequirementReading {
    doubt(Doubt::NoYear, if phrase.knows_year() { vec![probably] } else { Vec::new() })
}

/// What a text may mean that names no figure.
fn without_figure() -> [Requirement; 2] {
    [Target::Done.into(), Target::Assessed { criteria: Vec::new() }.into()]
}

/// A phrase that begins with its side or its range, as the page writes it.
fn from_the_start(phrase: &Phrase) -> Option<RequirementReading> {
    let begins = side_at(phrase, 0).is_some() || range_at(phrase, 0, Reach::Clause).is_some();
    if !begins || phrase.len() > WHOLE || names_more(phrase) {
        return None;
    }
    let found = range_at(phrase, 0, Reach::Whole).or_else(|| limit_at(phrase, 0, Reach::Whole))?;
    Some(RequirementReading::Clear(found.requirement))
}

/// Whether another figure or a deadline follows: `mindst 85 pct. og højst 95 pct.`
fn names_more(phrase: &Phrase) -> bool {
    let is_joined = |at: usize| {
        phrase.is_any(at - 1, &["og", "and", "men", "but", "eller", "or", "samt"])
            || phrase.ends_clause(at - 1)
    };
    let has_limit =
        (1..phrase.len()).any(|at| is_joined(at) && limit_at(phrase, at, Reach::Clause).is_some());
    has_limit || deadlines(phrase).iter().any(|one| one.firmness != Firmness::Time)
}

/// A requirement within a sentence.
fn sentence(phrase: &Phrase) -> RequirementReading {
    let (named, is_based) = figures(phrase);
    let is_free = |deadline: &&Deadline| {
        named.iter().all(|figure| deadline.next <= figure.start || deadline.start >= figure.next)
    };
    let all = deadlines(phrase);
    if !phrase.knows_year() && all.iter().any(|one| one.firmness == Firmness::NoYear) {
        return doubt(Doubt::NoYear, Vec::new());
    }
    let free: Vec<&Deadline> = all.iter().filter(is_free).collect();
    let is_timed = free.iter().all(|one| one.firmness == Firmness::Time);
    if let Some(comparison) = read_comparison(phrase).filter(|_| named.is_empty() && is_timed) {
        return comparison;
    }
    match (named.as_slice(), free.as_slice()) {
        ([], []) => without_side(phrase),
        ([one], []) if !is_based => without_baseline(phrase, &one.requirement),
        ([one], []) if has_more(phrase, one.start..one.next) => {
            doubt(Doubt::Unread, vec![one.requirement.clone()])
        }
        ([one], []) => RequirementReading::Clear(one.requirement.clone()),
        ([], [one]) if has_more(phrase, one.start..one.next) => {
            doubt(Doubt::Unread, vec![Target::By(one.date).into()])
        }
        ([], [one]) => read_deadline(phrase, **one),
        _ => read_items(items(phrase, &named, &free)),
    }
}

/// The figures of a sentence, and whether each says what it is counted from.
fn figures(phrase: &Phrase) -> (Vec<Found>, bool) {
    let (mut named, mut is_based, mut at) = (Vec::new(), true, 0);
    while at < phrase.len() {
        let follows = at == 0 || phrase.is_any(at - 1, BEFORE_SIDE) || phrase.ends_clause(at - 1);
        let limit = || limit_at(phrase, at, Reach::Clause).filter(|_| follows && !is_descriptor(phrase, at));
        let range = || range_at(phrase, at, Reach::Clause);
        let mut changed = || {
            let (change, is_named) = change_found_at(phrase, at)?;
            is_based &= is_named;
            Some(change)
        };
        let one = changed().or_else(|| level_at(phrase, at)).or_else(range).or_else(limit);
        at = one.as_ref().map_or(at + 1, |one| one.next.max(at + 1));
        named.extend(one);
    }
    (named, is_based)
}

/// Whether a text says more than its requirement: another sentence, or a figure that describes nothing, as `over 26
/// uger` does.
fn has_more(phrase: &Phrase, own: Range<usize>) -> bool {
    let is_figure = |at: usize| {
        let is_described = || at > 0 && is_descriptor(phrase, at - 1);
        let is_within = |from: usize| phrase.period_at(from).is_some_and(|(_, next)| next > at);
        phrase.written(at).contains(|sign: char| sign.is_ascii_digit())
            && phrase.number_at(at).is_some()
            && !is_described()
            && !(at.saturating_sub(3)..=at).any(is_within)
    };
    let another = (0..phrase.len()).filter(|at| !own.contains(at)).any(is_figure);
    another || (0..phrase.len().saturating_sub(1)).any(|at| phrase.ends_sentence(at) && at + 1 < phrase.len())
}

fn read_deadline(phrase: &Phrase, deadline: Deadline) -> RequirementReading {
    let by = |date| Requirement::from(Target::By(date));
    match deadline.firmness {
        Firmness::Firm => RequirementReading::Clear(by(deadline.date)),
        Firmness::Time if finishes(phrase) => RequirementReading::Clear(by(deadline.date)),
        Firmness::Time => doubt(Doubt::Unread, vec![by(deadline.date)]),
        Firmness::NoYear => without_year(phrase, by(deadline.date)),
        Firmness::Before => {
            doubt(Doubt::DayBefore, deadline.either(phrase).into_iter().flatten().map(by).collect())
        }
    }
}

/// Every figure and deadline in their order, with the words before each as its title.
fn items(phrase: &Phrase, named: &[Found], days: &[&Deadline]) -> Vec<(String, Requirement)> {
    let figures = named.iter().map(|one| (one.start, one.next, one.requirement.clone()));
    let days = days.iter().map(|one| (one.start, one.next, Requirement::from(Target::By(one.date))));
    let mut all: Vec<_> = figures.chain(days).collect();
    sort_by_key(&mut all, |(start, ..)| *start);
    let mut from = 0;
    let titled = all.into_iter().map(|(start, next, requirement)| {
        let from = std::mem::replace(&mut from, next).min(start);
        let title = phrase.between(from, start).trim_matches([',', ';', '.', ':', ' ']);
        let title = title
            .strip_prefix("og")
            .or(title.strip_prefix("and"))
            .filter(|rest| !rest.starts_with(char::is_alphabetic))
            .unwrap_or(title);
        (title.trim().to_owned(), requirement)
    });
    titled.collect()
}

/// A figure without a side, or nothing that is known.
fn without_side(phrase: &Phrase) -> RequirementReading {
    let number = phrase.number_at(0).filter(|_| phrase.len() <= WHOLE);
    if let Some(end) = number.and_then(|_| threshold_at(phrase, 0)) {
        let readings = [Relation::AtMost, Relation::AtLeast].map(|relation| {
            let target = |threshold: Threshold| Target::Limit { relation, threshold };
            found(phrase, 0, end.clone(), Reach::Whole, target).requirement
        });
        return doubt(Doubt::Side, readings.to_vec());
    }
    doubt(Doubt::Unread, without_figure().into())
}
