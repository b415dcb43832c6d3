//! How figures have developed: what was reached, beside the figure of an earlier period that it is held against.
//!
//! No points follow from it. The resultatrevision prints it, and the same goals of like contracts are compared by it.

use super::assessment::{Assessment, Entry};
use super::contract::{Contract, Figure, Goal, Relation, Target};
use super::counting::{counting_period, counting_target};
use super::date::{Date, Period};
use super::number::{Decimal, difference, product, quotient};
use super::plausible::is_percent_unit;
use super::reported::Reported;
use super::timing::Timing;
use crate::small::sort_by_key;

/// Which way a figure is to go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// A lower figure is better.
    Less,
    /// A higher figure is better.
    More,
    /// It is to stay where it is, or nothing is fixed.
    Other,
}

/// The figures of a goal, or of a part of one.
#[derive(Clone, Debug, PartialEq)]
pub struct Development<'a> {
    /// What is measured: the goal's title, or the part's.
    pub title: &'a str,
    /// What the figures count.
    pub unit: Option<&'a str>,
    /// Which way they are to go.
    pub wanted: Wanted,
    /// What was reached before the target's time, in order of time.
    pub earlier: Vec<(Period, Decimal)>,
    /// The figure of them that the result is held against: that of the year before, else the latest.
    pub before: Option<(Period, Decimal)>,
    /// The result; none while it is open.
    pub now: Option<Decimal>,
}

/// What is said of a target, and of the result that was reported for it.
#[derive(Clone, Copy)]
struct Subject<'a, 'r> {
    title: &'a str,
    unit: Option<&'a str>,
    target: &'a Target,
    history: &'a [Figure],
    measured: Option<Period>,
    /// The results alone, without readings.
    settled: Option<&'r Reported>,
}

/// The figures of a goal first, then those of its parts, in their order. What is no figure is left out, and so is a goal
/// that lapsed.
pub fn developments<'a>(
    contract: &'a Contract,
    assessment: &'a Assessment,
    goal: &'a Goal,
) -> Vec<Development<'a>> {
    let entry = assessment.results.get(&goal.id).map(AsRef::as_ref);
    if entry.is_some_and(|entry: &Entry| entry.lapsed.what.is_some()) {
        return Vec::new();
    }
    let timing = Timing::new(contract, assessment);
    let (target, measured) = (counting_target(goal, entry), counting_period(goal, entry));
    let entered =
        entry.map(|entry| timing.entered(target, &entry.reported, (measured, goal.ratio.as_deref())));
    let whole = Subject {
        title: &goal.title,
        unit: goal.unit.as_deref(),
        target,
        history: &goal.history,
        measured,
        settled: entered.as_ref().map(|entered| &*entered.settled),
    };
    let mut found = Vec::new();
    let mut left = vec![whole];
    while let Some(subject) = left.pop() {
        found.extend(developed(subject, timing.time(subject.target, subject.measured)));
        let parts = subject.target.parts().unwrap_or_default().iter().rev();
        left.extend(parts.map(|part| Subject {
            title: part.title.as_deref().unwrap_or(part.id.as_str()),
            unit: part.unit.as_deref(),
            target: &part.target,
            history: &part.history,
            measured: part.measured.or(subject.measured),
            settled: subject.settled.and_then(|settled| settled.parts.get(&part.id)),
        }));
    }
    found
}

/// The figures of one target; `None` where there are none. `time` is when the target is settled.
fn developed<'a>(subject: Subject<'a, '_>, time: Option<Date>) -> Option<Development<'a>> {
    let is_earlier = |period: Period| time.is_none_or(|time| period.end() < time);
    let known = subject.history.iter().filter_map(|figure| Some((figure.period, figure.value?)));
    let mut earlier: Vec<_> = known.filter(|(period, _)| is_earlier(*period)).collect();
    sort_by_key(&mut earlier, |(period, _)| period.end());
    let now = subject.settled.and_then(|settled| settled.value);
    if now.is_none() && earlier.is_empty() {
        return None;
    }
    let year_before = subject.measured.and_then(Period::a_year_before);
    let of_year_before = earlier.iter().find(|(period, _)| Some(*period) == year_before);
    let before = of_year_before.or_else(|| earlier.last()).copied();
    Some(Development {
        title: subject.title,
        unit: subject.unit,
        wanted: wanted(subject.target),
        earlier,
        before,
        now,
    })
}

fn wanted(target: &Target) -> Wanted {
    match target {
        Target::Limit { relation: Relation::AtMost | Relation::Below, .. } => Wanted::Less,
        Target::Limit { relation: Relation::AtLeast | Relation::Above, .. } => Wanted::More,
        _ => Wanted::Other,
    }
}

impl Development<'_> {
    /// Whether the figures are percents, whose change is said in percentage points.
    pub fn is_percent(&self) -> bool {
        self.unit.is_some_and(is_percent_unit)
    }

    /// The earlier figure and the result, where both are known.
    pub fn ends(&self) -> Option<(Decimal, Decimal)> {
        Some((self.before?.1, self.now?))
    }

    /// How much the result is above the earlier figure: in percent of it with one decimal, and in percentage points where
    /// the figures are percents. `None` where a figure is missing, or the earlier one is not above 0.
    pub fn change(&self) -> Option<Decimal> {
        let (before, now) = self.ends()?;
        let above = difference(now, before).ok()?;
        if self.is_percent() {
            return Some(above);
        }
        let hundredfold = product(above, Decimal::ONE_HUNDRED).ok()?;
        (before > Decimal::ZERO).then(|| quotient(hundredfold, before, 1).ok()).flatten()
    }
}
