//! Figures that can hardly be meant: docs/scoring.md, "Figures that can hardly be meant".
//!
//! A slip of the comma makes `26,210` of 26.210, and a goal is met that is not. Whoever types such a figure is asked
//! before it counts; in a file it is noted and counts.

use super::address::{EntryId, FieldId, ReportedField};
use super::assessment::{Assessment, Entry};
use super::contract::{Contract, Figure, Goal, PartId, Target, Threshold};
use super::counting::{counting_ratio, counting_target};
use super::judging::Ground;
use super::number::{Decimal, product};
use super::reported::Reported;
use crate::small::sort_by_key;

/// So many times too large or too small is not what was meant.
const FAR: Decimal = Decimal::from_parts(5, 0, 0, false, 0);
/// From this size on figures that are whole stay whole.
const LARGE: Decimal = Decimal::ONE_HUNDRED;
/// The yearly base pay that heads of Danish agencies have, in kroner.
const BASE_PAY: [i64; 2] = [300_000, 3_000_000];
/// The percent that performance pay, supplements and allowances are of the pay.
const PERCENT: [i64; 2] = [1, 50];

/// Why a figure can hardly be meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Implausible {
    /// It lies a factor of 5 or more away from both the target and the latest known figure.
    FarOff {
        /// The figure that it is furthest from: the latest known one, else the target.
        known: Decimal,
    },
    /// It is negative, and nothing known is.
    Negative,
    /// It has decimals, and all known figures are whole and 100 or more.
    Fraction,
    /// It is a share above 100, and target and history stay below.
    AboveHundred,
    /// The pay agreement does not allow such an adjustment.
    NotAgreed,
    /// It lies outside what is usual for such an amount or percent.
    Unusual {
        /// The lowest usual figure.
        min: Decimal,
        /// The highest usual figure.
        max: Decimal,
    },
    /// It is one of two counts that give a figure which can hardly be meant.
    Counted {
        /// The figure that they give.
        figure: Decimal,
    },
}

/// What is known of a figure before it is entered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The figures that the target asks for.
    pub target: Vec<Decimal>,
    /// What was reached, the earliest first.
    pub history: Vec<Decimal>,
    /// What is aimed at next, where the contract says so.
    pub aim: Option<Decimal>,
    /// Whether it is a share in percent.
    pub is_percent: bool,
}

impl Known {
    /// What the contract and the rest of the entry know of the figure of a goal, or of a part of it.
    pub fn of_result(goal: &Goal, entry: Option<&Entry>, path: &[PartId]) -> Self {
        Self::gathered(goal, counting_target(goal, entry), entry.map(|entry| &entry.reported), path)
    }

    /// The same of the baseline that the contract lacks: nothing that was entered for it.
    pub fn of_baseline(goal: &Goal, entry: Option<&Entry>, path: &[PartId]) -> Self {
        Self::gathered(goal, counting_target(goal, entry), None, path)
    }

    fn gathered(goal: &Goal, target: &Target, reported: Option<&Reported>, path: &[PartId]) -> Self {
        let mut known = Self::default();
        known.look_at(target, path, reported, Ground::of_goal(goal, None), goal.unit.as_deref());
        if path.is_empty() {
            known.add_series(&goal.history, &goal.guidelines);
        }
        known
    }

    /// The latest figure of the past, else the first that is aimed at.
    pub fn latest(&self) -> Option<Decimal> {
        self.history.last().copied().or(self.aim)
    }

    fn look_at(
        &mut self,
        target: &Target,
        path: &[PartId],
        reported: Option<&Reported>,
        ground: Ground,
        unit: Option<&str>,
    ) {
        let Some((first, rest)) = path.split_first() else {
            self.add_target(target, reported, ground);
            self.is_percent = unit.is_some_and(is_percent_unit);
            let readings = reported.into_iter().flat_map(|reported| &reported.readings);
            self.history.extend(readings.map(|reading| reading.value));
            return;
        };
        let part = target.parts().into_iter().flatten().find(|part| part.id == *first);
        if let Some(part) = part {
            let reported = reported.and_then(|reported| reported.parts.get(first));
            let unit = part.unit.as_deref().or(unit);
            self.look_at(&part.target, rest, reported, ground.of_part(part), unit);
            if rest.is_empty() {
                self.add_series(&part.history, &part.guidelines);
            }
        }
    }

    fn add_target(&mut self, target: &Target, reported: Option<&Reported>, ground: Ground) {
        let nothing = Reported::default();
        let reported = reported.unwrap_or(&nothing);
        let of_threshold = |threshold: &Threshold| match threshold {
            Threshold::Absolute(figure) => Some(*figure),
            Threshold::Relative { baseline, change } => {
                ground.baseline(*baseline, reported).and_then(|baseline| change.applied_to(baseline).ok())
            }
        };
        match target {
            Target::Limit { threshold, .. } => self.target.extend(of_threshold(threshold)),
            Target::Between { min, max } => {
                self.target.extend([min, max].into_iter().filter_map(of_threshold));
            }
            Target::Unchanged { baseline, .. } => self.target.extend(ground.baseline(*baseline, reported)),
            _ => {}
        }
    }

    /// The history in the order of its periods, before readings of this year.
    fn add_series(&mut self, history: &[Figure], guidelines: &[Figure]) {
        self.aim = guidelines.iter().find_map(|figure| figure.value);
        let mut past: Vec<_> =
            history.iter().filter_map(|figure| Some((figure.period.end(), figure.value?))).collect();
        sort_by_key(&mut past, |(end, _)| *end);
        let readings = std::mem::take(&mut self.history);
        self.history = past.into_iter().map(|(_, value)| value).chain(readings).collect();
    }

    /// Why this figure can hardly be meant; none where it can.
    pub fn doubt(&self, value: Decimal) -> Option<Implausible> {
        let mut all = self.target.iter().chain(&self.history).peekable();
        all.peek()?;
        let is_whole = |figure: &Decimal| figure.fract().is_zero() && figure.abs() >= LARGE;
        if value < Decimal::ZERO && all.clone().all(|figure| *figure >= Decimal::ZERO) {
            return Some(Implausible::Negative);
        }
        if self.is_percent
            && value > Decimal::ONE_HUNDRED
            && all.clone().all(|known| *known <= Decimal::ONE_HUNDRED)
        {
            return Some(Implausible::AboveHundred);
        }
        if let Some(known) = self.far_from(value) {
            return Some(Implausible::FarOff { known });
        }
        (!value.fract().is_zero() && all.all(is_whole)).then_some(Implausible::Fraction)
    }

    /// The known figure that a value is far away from; none where it is near to the target or to the latest one.
    fn far_from(&self, value: Decimal) -> Option<Decimal> {
        let latest = self.history.last();
        let mut near = self.target.iter().chain(latest);
        let is_far = near.all(|known| is_far(value, *known));
        is_far.then(|| latest.or(self.target.first()).copied()).flatten()
    }

    /// What was probably meant: a comma or a sign elsewhere, nearest to what is known first.
    pub fn likely(&self, value: Decimal) -> Vec<Decimal> {
        likely(value, |other| self.doubt(other).is_none())
    }
}

/// Every figure of an assessment that can hardly be meant, by its place.
pub fn implausible_figures(
    contract: &Contract,
    assessment: &Assessment,
) -> Vec<(FieldId, Decimal, Implausible)> {
    let mut found = Vec::new();
    let goals = contract.goals.iter().map(|goal| (EntryId::goal(&goal.id), goal));
    let areas = contract.pay.iter().flat_map(|pay| &pay.areas).map(|area| (EntryId::area(&area.id), area));
    for (id, goal) in goals.chain(areas) {
        if let Some(entry) = assessment.entry(&id) {
            of_entry(goal, entry, &entry.reported, (&id, &mut Vec::new()), &mut found);
        }
    }
    let lines = assessment.pay.base.iter().enumerate().filter_map(|(at, line)| Some((at, line.value?.0)));
    let base = lines.clone().try_fold(Decimal::ZERO, |sum, (_, value)| sum.checked_add(value));
    let base = lines.map(|(at, _)| at).next().zip(base).map(|(at, base)| (FieldId::BaseValue(at), base));
    found.extend(base.and_then(|(place, base)| Some((place, base, doubt_of_base_pay(base)?))));
    let percents = [
        (FieldId::MaxPercent, assessment.pay.max_percent),
        (FieldId::HolidayPercent, assessment.pay.holiday_allowance_percent),
        (FieldId::PensionPercent, assessment.pay.pension_percent),
    ];
    let of_pots = assessment.pay.pot_percents.iter();
    let of_pots = of_pots.map(|(pot, percent)| (FieldId::PotPercent(pot.clone()), Some(*percent)));
    found.extend(
        percents
            .into_iter()
            .chain(of_pots)
            .filter_map(|(place, percent)| Some((place, percent?.0, doubt_of_percent(percent?.0)?))),
    );
    found
}

fn of_entry(
    goal: &Goal,
    entry: &Entry,
    reported: &Reported,
    (id, path): (&EntryId, &mut Vec<PartId>),
    found: &mut Vec<(FieldId, Decimal, Implausible)>,
) {
    let baseline = reported.baseline.map(|value| (ReportedField::Baseline, value));
    let counted =
        || Some((ReportedField::Numerator, reported.counted(counting_ratio(goal, Some(entry), path)?)?));
    let figure = reported.value.map(|value| (ReportedField::Value, value)).or_else(counted);
    let readings = reported.readings.iter();
    let readings = readings.map(|reading| (ReportedField::Reading(reading.period), reading.value));
    for (field, value) in baseline.into_iter().chain(figure).chain(readings) {
        let known = match field {
            ReportedField::Baseline => Known::of_baseline(goal, Some(entry), path),
            _ => Known::of_result(goal, Some(entry), path),
        };
        found.extend(known.doubt(value).map(|why| (id.reported(path, field), value, why)));
    }
    for (part_id, part) in &reported.parts {
        path.push(part_id.clone());
        of_entry(goal, entry, part, (id, &mut *path), found);
        path.pop();
    }
}

/// Why a yearly base pay can hardly be meant, in kroner.
pub fn doubt_of_base_pay(kroner: Decimal) -> Option<Implausible> {
    unusual(kroner, BASE_PAY)
}

/// Why a percent of the pay can hardly be meant.
pub fn doubt_of_percent(percent: Decimal) -> Option<Implausible> {
    unusual(percent, PERCENT)
}

/// What was probably meant by an amount, a percent or a count that is unusual.
pub fn likely_within(value: Decimal, doubt: &dyn Fn(Decimal) -> Option<Implausible>) -> Vec<Decimal> {
    likely(value, |other| doubt(other).is_none())
}

fn unusual(value: Decimal, [min, max]: [i64; 2]) -> Option<Implausible> {
    let (min, max) = (Decimal::from(min), Decimal::from(max));
    (!(min..=max).contains(&value)).then_some(Implausible::Unusual { min, max })
}

/// The same digits with the comma elsewhere or another sign, as far as they can be meant. A thousand times comes
/// first, as where a separator was taken for the comma.
fn likely(value: Decimal, is_plausible: impl Fn(Decimal) -> bool) -> Vec<Decimal> {
    let times = |factor: i64| product(value, Decimal::from(factor)).ok();
    let parts = |scale: u32| product(value, Decimal::new(1, scale)).ok();
    let moved = [times(1000), times(100), times(10), parts(1), parts(2), parts(3), times(-1)];
    moved
        .into_iter()
        .flatten()
        .map(|other| other.normalize())
        .filter(|other| is_plausible(*other))
        .take(2)
        .collect()
}

/// A factor of 5 or more apart. 0 is far from nothing: it is what is left when all is done.
fn is_far(value: Decimal, known: Decimal) -> bool {
    let (value, known) = (value.abs(), known.abs());
    if value.is_zero() || known.is_zero() {
        return false;
    }
    let reaches =
        |larger: Decimal, smaller: Decimal| product(smaller, FAR).is_ok_and(|limit| larger >= limit);
    reaches(value, known) || reaches(known, value)
}

/// `pct.`, `procent`, `%`, alone or within what is counted.
pub fn is_percent_unit(unit: &str) -> bool {
    let unit = unit.to_ascii_lowercase();
    unit.contains('%')
        || unit
            .split(|letter: char| !letter.is_alphabetic())
            .any(|word| matches!(word, "pct" | "procent" | "percent"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn n(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    fn courses() -> Known {
        Known { target: vec![n("26675")], history: vec![n("33282"), n("32533")], ..Known::default() }
    }

    #[test]
    fn a_slip_of_the_comma_is_seen_and_names_what_was_meant() {
        for (value, likely) in
            [("26.210", "26210"), ("26.2", "26200"), ("262100", "26210"), ("2621.0", "26210")]
        {
            let known = courses();
            assert!(matches!(known.doubt(n(value)), Some(Implausible::FarOff { .. })), "{value}");
            assert_eq!(known.likely(n(value)), [n(likely)], "{value}");
        }
        assert_eq!(courses().doubt(n("-5")), Some(Implausible::Negative));
        assert_eq!(courses().likely(n("-26210")), [n("26210")]);
        assert_eq!(courses().doubt(n("26210.5")), Some(Implausible::Fraction));
        for plausible in ["26210", "26675", "10000", "40000", "0"] {
            assert_eq!(courses().doubt(n(plausible)), None, "{plausible}");
        }
    }

    #[test]
    fn near_to_one_of_target_and_latest_figure_is_near_enough() {
        let known = Known { target: vec![n("10")], history: vec![n("100")], ..Known::default() };
        assert_eq!([known.doubt(n("8")), known.doubt(n("120"))], [None, None]);
        assert!(known.doubt(n("1000")).is_some() && known.doubt(n("1")).is_some());
    }

    #[test]
    fn nothing_is_doubted_where_nothing_is_known() {
        assert_eq!(Known::default().doubt(n("-0.5")), None);
        let zero = Known { target: vec![n("0")], ..Known::default() };
        assert_eq!(zero.doubt(n("17")), None);
    }

    #[test]
    fn a_share_stays_below_a_hundred_where_all_known_ones_do() {
        let known =
            Known { target: vec![n("95")], history: vec![n("91")], is_percent: true, ..Known::default() };
        assert_eq!(known.doubt(n("150")), Some(Implausible::AboveHundred));
        assert_eq!(known.doubt(n("96.5")), None);
        for (unit, is_percent) in [
            ("pct.", true),
            ("%", true),
            ("pct. af sagerne", true),
            ("procentpoint", false),
            ("sager", false),
        ] {
            assert_eq!(is_percent_unit(unit), is_percent, "{unit}");
        }
    }

    #[test]
    fn pay_outside_what_is_usual_is_asked_about() {
        assert_eq!(doubt_of_base_pay(n("1150000")), None);
        assert!(doubt_of_base_pay(n("1150")).is_some());
        assert_eq!(likely_within(n("1150"), &doubt_of_base_pay), [n("1150000")]);
        assert_eq!(doubt_of_percent(n("15")), None);
        assert_eq!(likely_within(n("0.15"), &doubt_of_percent), [n("15"), n("1.5")]);
        assert_eq!(likely_within(n("150"), &doubt_of_percent), [n("15"), n("1.5")]);
    }
}
