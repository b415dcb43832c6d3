//! A contract without a goal, goals that are called the same, and titles with a figure that is not the target's.
//!
//! A title may name much: years, ages, where the figures come from. So only a figure counts that can hardly be
//! anything but the target: one with the target's unit, or one as large as the target. Where any figure of the
//! title is the target's, nothing is said; nor where the words before it say that it bounds something else.

use std::collections::HashMap;
use std::rc::Rc;

use super::numerals::{Marks, Numeral, multiplied, numerals};
use super::{Findings, TargetAt};
use crate::domain::contract::{Baseline, BaselineChange, Figure, Relation, Target, Threshold};
use crate::domain::judging::Ground;
use crate::domain::number::{Decimal, product, quotient};
use crate::findings::{GoalFinding, JsonPath, as_seen};

/// As many goals as a contract that steers has at most.
const MANY: usize = 20;

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let goals = || JsonPath::root().key("goals");
    if found.contract.goals.is_empty() {
        found.report(goals(), GoalFinding::NoGoals);
    }
    let count = found.contract.goals.len();
    if count > MANY {
        found.report(goals(), GoalFinding::ManyGoals { count });
    }
    let mut first = HashMap::new();
    for (index, goal) in found.contract.goals.iter().enumerate() {
        let Some(label) = &goal.label else { continue };
        let as_read = as_seen(label).to_lowercase();
        let before = *first.entry(as_read).or_insert(goal);
        if Rc::ptr_eq(before, goal) {
            continue;
        }
        let (label, first, second) = (label.clone(), before.title.clone(), goal.title.clone());
        let what = GoalFinding::LabelTwice { label, first, second };
        found.report(goals().index(index).key("label"), what);
    }
}

/// From here on a figure of the target's size is no accident.
const TELLING: u32 = 100;

/// How many decimals a division by the largest multiplier, a milliard, may add.
const MILLIARD_DIGITS: u32 = 9;

/// Titles of targets with a figure that is not the target's; of a composite target each part has its own.
pub(super) fn titles(found: &mut Findings<'_, '_>) {
    found.each_target(|found, at| {
        if !at.title().bytes().any(|byte| byte.is_ascii_digit()) {
            return;
        }
        let Some(aim) = Aim::at_target(at) else { return };
        let mut figures = numerals(at.title(), Marks::of_language(&found.contract.language));
        for figure in &mut figures {
            aim.take_as_own_unit(figure);
        }
        let Some(figure) = odd(&figures, &aim, at) else { return };
        let (name, target, place) = (at.name.to_owned(), at.target.clone(), at.source());
        let what = GoalFinding::TitleDiffers { name, figure, target, place };
        found.report(at.beside.clone().key("title"), what);
    });
}

/// The figure of a title that is meant as the target's and is not.
fn odd(figures: &[Numeral<'_>], aim: &Aim<'_>, at: TargetAt<'_>) -> Option<Decimal> {
    let ranges = || figures.iter().zip(figures.iter().skip(1)).filter(|(low, high)| is_range(low, high));
    if matches!(at.target, Target::Between { .. })
        && let Some((low, high)) = ranges().find(|(_, high)| aim.is_meant_by(high))
    {
        let ends = [low, high].into_iter().zip(&aim.own);
        return ends
            .filter(|(figure, own)| !figure.readings.contains(own))
            .find_map(|(figure, _)| first(figure));
    }
    if figures.iter().any(|figure| figure.readings.iter().any(|reading| aim.settles(*reading))) {
        return None;
    }
    let in_range = |figure: &Numeral<'_>| ranges().any(|(low, high)| low == figure || high == figure);
    let mut meant = figures.iter().filter(|figure| aim.is_meant_by(figure) && !is_known(figure, at));
    meant.find(|figure| may_be_target(figure, at.target) && !in_range(figure)).and_then(first)
}

/// The likeliest meaning of a figure.
fn first(figure: &Numeral<'_>) -> Option<Decimal> {
    figure.readings.first().copied()
}

/// Whether a figure is one of the past, of a guideline, or of another place.
fn is_known(figure: &Numeral<'_>, at: TargetAt<'_>) -> bool {
    let stated = at.goal.also_stated.iter();
    let stated = stated.flat_map(|statement| statement.history.iter().chain(&statement.guidelines));
    let around = at.ground.around.map_or(&[][..], |ground| ground.history);
    let own = at.ground.history.iter().chain(around).chain(&at.goal.guidelines);
    let is = |known: &Figure| known.value.is_some_and(|value| figure.readings.contains(&value));
    own.chain(stated).any(is)
}

/// What a title may say of a target.
struct Aim<'a> {
    /// The figures that the target has.
    own: Vec<Decimal>,
    /// What follows from them: the baseline, the threshold.
    implied: Vec<Decimal>,
    /// What they count, without the million of `mio. kr.`
    unit: Option<&'a str>,
    /// That million; 1 where there is none.
    by: Decimal,
}

impl<'a> Aim<'a> {
    fn at_target(at: TargetAt<'a>) -> Option<Self> {
        let figures = |own, implied, unit: Option<&'a str>| {
            let (by, unit) = unit.map_or((Decimal::ONE, None), |unit| {
                let (by, unit) = multiplied(unit);
                (by, Some(unit))
            });
            Some(Self { own, implied, unit, by })
        };
        match at.target {
            Target::Limit { threshold: Threshold::Absolute(value), .. } => {
                figures(vec![*value], Vec::new(), at.unit)
            }
            Target::Between { min: Threshold::Absolute(min), max: Threshold::Absolute(max) } => {
                figures(vec![*min, *max], Vec::new(), at.unit)
            }
            Target::Limit { threshold: Threshold::Relative { baseline, change }, .. }
                if !change.is_none() =>
            {
                let (own, unit) = match *change {
                    BaselineChange::Percent(percent) => (percent.abs(), Some("%")),
                    BaselineChange::Points(points) => (points.abs(), at.unit),
                };
                figures(vec![own], implied(*baseline, *change, at.ground), unit)
            }
            _ => None,
        }
    }

    /// Takes a figure that counts kroner as one of millions, where the target does. A figure without a unit is
    /// left as it is.
    fn take_as_own_unit(&self, figure: &mut Numeral<'_>) {
        if self.by == Decimal::ONE || !self.unit.is_some_and(|unit| is_unit(figure.unit, unit)) {
            return;
        }
        for reading in &mut figure.readings {
            let exact = reading.scale().saturating_add(MILLIARD_DIGITS);
            *reading = quotient(*reading, self.by, exact).unwrap_or(*reading);
        }
    }

    /// Whether a figure is the target's.
    fn settles(&self, figure: Decimal) -> bool {
        self.own.iter().any(|own| own.abs() == figure) || self.implied.contains(&figure)
    }

    /// Whether a figure can hardly be anything but the target.
    fn is_meant_by(&self, figure: &Numeral<'_>) -> bool {
        match self.unit {
            Some(unit) if is_unit(figure.unit, unit) => true,
            Some(unit) if is_percent(unit) => false,
            _ if figure.may_be_year || is_percent(figure.unit) => false,
            _ => figure.readings.iter().any(|reading| self.own.iter().any(|own| is_as_large(*reading, *own))),
        }
    }
}

/// The baseline, what the change leads to, and what is left of the baseline in percent: "down to 85 percent".
fn implied(baseline: Option<Baseline>, change: BaselineChange, ground: Ground<'_>) -> Vec<Decimal> {
    let baseline = ground.stated_baseline(baseline);
    let threshold = baseline.and_then(|baseline| change.applied_to(baseline).ok());
    let left = match change {
        BaselineChange::Percent(_) => change.applied_to(Decimal::ONE_HUNDRED).ok(),
        BaselineChange::Points(_) => None,
    };
    [baseline, threshold, left].into_iter().flatten().collect()
}

pub(super) fn is_percent(unit: &str) -> bool {
    let unit = unit.trim_end_matches('.').to_lowercase();
    unit == "%" || unit.starts_with("pct") || unit.starts_with("procent") || unit.starts_with("percent")
}

/// Whether a word of the title is the target's unit, in whatever form: `sag` and `sager`.
fn is_unit(word: &str, unit: &str) -> bool {
    let first = unit.split_whitespace().next().unwrap_or_default().trim_end_matches('.').to_lowercase();
    let word = word.to_lowercase();
    let alike = |one: &str, other: &str| one.chars().count() > 2 && other.starts_with(one);
    is_percent(&word) && is_percent(unit) || word == first || alike(&word, &first) || alike(&first, &word)
}

/// Whether two figures have as many digits before the decimal mark and lie within a factor of two.
fn is_as_large(one: Decimal, other: Decimal) -> bool {
    let (one, other) = (one.abs(), other.abs());
    let twice = |value| product(value, Decimal::TWO).unwrap_or(value);
    let digits = |value: Decimal| value.trunc().normalize().to_string().len();
    other >= Decimal::from(TELLING)
        && digits(one) == digits(other)
        && one <= twice(other)
        && other <= twice(one)
}

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

/// Whether a figure may be the target's, by the words before it. No word may bound something, unless it is the
/// target's own relation where the title begins or states it.
fn may_be_target(figure: &Numeral<'_>, target: &Target) -> bool {
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
fn is_range(first: &Numeral<'_>, second: &Numeral<'_>) -> bool {
    let between =
        ["mellem", "between"].iter().any(|word| first.gap.trim_end().to_lowercase().ends_with(word));
    match second.gap.trim() {
        "–" | "-" => second.gap == second.gap.trim(),
        "og" | "and" => between,
        _ => false,
    }
}
