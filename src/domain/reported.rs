//! What was reached: the fields of one result, as far as they were entered.

use std::collections::BTreeMap;

use super::assessor::{Assessor, CopiedReason};
use super::contract::{LevelId, PartId, Ratio};
use super::date::{Date, Period};
use super::number::Decimal;

/// What was reached, each field as far as it was entered.
///
/// The target says which fields count. A threshold wants a figure, a deadline a date, a judgement points; what is to
/// be done wants yes or no, a composite its parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reported {
    /// The figure reached, in the goal's unit.
    pub value: Option<Decimal>,
    /// What was counted above the line, where two counts give the figure.
    pub numerator: Option<Decimal>,
    /// What was counted below the line.
    pub denominator: Option<Decimal>,
    /// The period that the figure is of; where it says none, the day of the assessment decides whether it is a result.
    pub period: Option<Period>,
    /// Whether it is the result although its time has not come: a count that cannot go back, a report that is out.
    pub is_final: bool,
    /// What was measured over the year. Where no figure is entered, the latest of them counts.
    pub readings: Vec<Measurement>,
    /// The baseline that the contract lacks.
    pub baseline: Option<Decimal>,
    /// The day on which it was done.
    pub date: Option<Date>,
    /// Whether it was done.
    pub done: Option<bool>,
    /// The points that a person gave.
    pub points: Option<Decimal>,
    /// The level that a person chose.
    pub level: Option<LevelId>,
    /// Why just so many points, or just this level.
    pub reason: Option<String>,
    /// Whose reason it is, where it is another party's.
    pub copied: Option<Box<CopiedReason>>,
    /// The parts of a composite.
    pub parts: BTreeMap<PartId, Reported>,
}

/// A figure that was measured in the course of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measurement {
    /// The period that it is of.
    pub period: Period,
    /// What was measured, in the goal's unit.
    pub value: Decimal,
    /// What the reader should know of it; free text.
    pub note: Option<String>,
}

impl Reported {
    /// What was reported of the part at this path; of the target itself where it is empty.
    pub fn of_part(&self, path: &[PartId]) -> Option<&Self> {
        path.iter().try_fold(self, |of, part| of.parts.get(part))
    }

    /// The figure, as it was entered or as two counts give it.
    pub fn figure(&self, ratio: Option<&Ratio>) -> Option<Decimal> {
        self.value.or_else(|| self.counted(ratio?))
    }

    /// The figure that the two counts give, as far as they can be meant.
    pub fn counted(&self, ratio: &Ratio) -> Option<Decimal> {
        let (numerator, denominator) = self.numerator.zip(self.denominator)?;
        let can_be_meant = numerator >= Decimal::ZERO && denominator > Decimal::ZERO;
        can_be_meant.then(|| ratio.value(numerator, denominator).ok()).flatten()
    }

    /// Whether something was counted.
    pub fn has_counts(&self) -> bool {
        self.numerator.is_some() || self.denominator.is_some()
    }

    /// Puts a figure in the place of the one that was entered or counted, or takes both away.
    pub fn set_figure(&mut self, value: Option<Decimal>) {
        self.value = value;
        (self.numerator, self.denominator) = (None, None);
    }

    /// Whether a figure, a day, an answer, points or a level were entered.
    pub fn says_something(&self) -> bool {
        let is_judged = self.points.is_some() || self.level.is_some();
        let is_counted = self.numerator.is_some() && self.denominator.is_some();
        self.value.is_some() || is_counted || self.date.is_some() || self.done.is_some() || is_judged
    }

    /// Marks the reasons, those of parts included, as they go from one party to another.
    pub(in crate::domain) fn pass_reasons_on(&mut self, [from, to]: [Assessor; 2]) {
        let fresh = CopiedReason { by: from, points: self.points, level: self.level.clone() };
        self.copied = CopiedReason::passed_on(self.copied.take(), self.reason.is_some(), fresh, to);
        for part in self.parts.values_mut() {
            part.pass_reasons_on([from, to]);
        }
    }

    /// The reading whose period ends last; of several that end together the last one entered.
    pub fn latest_reading(&self) -> Option<&Measurement> {
        self.readings.iter().max_by_key(|reading| reading.period.end())
    }

    /// The reading of a period; of several the last one entered.
    pub fn reading(&self, period: Period) -> Option<&Measurement> {
        self.readings.iter().rfind(|reading| reading.period == period)
    }

    /// Puts a figure in the place of a period's reading, among the others in order of time, or takes the reading out.
    pub fn set_reading(&mut self, period: Period, value: Option<Decimal>) {
        let Some(value) = value else {
            return self.readings.retain(|reading| reading.period != period);
        };
        if let Some(reading) = self.readings.iter_mut().rfind(|reading| reading.period == period) {
            reading.value = value;
            return;
        }
        let place = self.readings.iter().take_while(|reading| reading.period.end() <= period.end()).count();
        self.readings.insert(place, Measurement { period, value, note: None });
    }

    /// Whether nothing was entered at all.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
