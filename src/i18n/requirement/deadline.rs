//! Days until which something is done: `senest 30.06.2009`, `inden udgangen af 3. kvartal 2009`.

use super::phrase::Phrase;
use crate::domain::date::{Date, Period};

/// How a sentence names a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Firmness {
    /// It is one.
    Firm,
    /// Something has to be done before a day or a period: whether that day counts is not said.
    Before,
    /// It lacks the year.
    NoYear,
    /// It is a time, and a deadline where something is to be finished then.
    Time,
}

/// A deadline in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Deadline {
    pub(super) date: Date,
    pub(super) firmness: Firmness,
    pub(super) start: usize,
    pub(super) next: usize,
}

const FIRM: &[&str] = &[
    "senest",
    "senest den",
    "senest i",
    "senest ved udgangen af",
    "senest inden udgangen af",
    "senest med udgangen af",
    "inden udgangen af",
    "inden udgang af",
    "inden for",
    "før udgangen af",
    "ved udgangen af",
    "med udgangen af",
    "ultimo",
    "by",
    "by the end of",
    "before the end of",
    "at the end of",
    "no later than",
    "not later than",
    "at the latest",
    "at the latest by",
    "latest",
];
const BEFORE: &[&str] = &["inden", "inden den", "før", "før den", "before"];
const TIMES: &[&str] = &["i", "in", "i løbet af", "i hele", "during", "in the course of", "den", "on"];
/// What a word has in it that says something is finished.
const FINISHED: &[&str] = &[
    "gennemfør",
    "igangs",
    "iværks",
    "udgiv",
    "udvikl",
    "færdig",
    "implementer",
    "indgå",
    "udarbejd",
    "afslut",
    "offentliggør",
    "lancer",
    "etabler",
    "vedtag",
    "udsend",
    "lever",
    "foreligge",
    "indfør",
    "beslutte",
    "fremlag",
    "forelag",
    "fremsæt",
    "oprett",
    "evaluer",
    "complet",
    "launch",
    "publish",
    "implement",
    "start",
    "finish",
    "deliver",
    "introduc",
    "adopt",
    "issued",
    "establish",
    "developed",
    "carried",
    "conclude",
    "submitted",
];

/// The deadlines of a text in their order.
pub(super) fn deadlines(phrase: &Phrase) -> Vec<Deadline> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < phrase.len() {
        if let Some(deadline) = deadline_at(phrase, at) {
            at = deadline.next;
            found.push(deadline);
        } else {
            at += 1;
        }
    }
    found
}

fn deadline_at(phrase: &Phrase, at: usize) -> Option<Deadline> {
    let ways = [(FIRM, Firmness::Firm), (BEFORE, Firmness::Before), (TIMES, Firmness::Time)];
    ways.into_iter().find_map(|(words, firmness)| {
        let behind = phrase.after_any(at, words)?;
        if let Some((period, next)) = phrase.period_at(behind) {
            return Some(Deadline { date: period.end(), firmness, start: at, next });
        }
        let (period, next) = phrase.period_without_year_at(behind)?;
        // `by 3.5` is a change, `by 30 June` a day.
        let said = phrase.between(behind, next);
        let names_a_day =
            said.contains(char::is_alphabetic) && said.contains(|sign: char| sign.is_ascii_digit());
        if firmness == Firmness::Time || phrase.word(at) == "by" && !names_a_day {
            return None;
        }
        Some(Deadline { date: period.end(), firmness: Firmness::NoYear, start: at, next })
    })
}

impl Deadline {
    /// The days that it could be: the one that it names, and the last before the period that it names.
    pub(super) fn either(self, phrase: &Phrase) -> [Option<Date>; 2] {
        let period = (self.start..self.next).find_map(|at| phrase.period_at(at)).map(|(period, _)| period);
        let before = period.map_or(self.date, Period::start).previous_day();
        [Some(self.date), before]
    }
}

/// Whether a text says that something is finished.
pub(super) fn finishes(phrase: &Phrase) -> bool {
    (0..phrase.len()).any(|at| FINISHED.iter().any(|stem| phrase.word(at).contains(stem)))
}
