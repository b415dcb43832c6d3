//! When a result counts: docs/scoring.md, "When a result counts".
//!
//! A target is settled at its own time. What is known before settles nothing, and says what the goal would come to.
//! It is a *reading* (a figure of an earlier period, an early judgement) or a *forecast* (a day to come).

use std::borrow::Cow;
use std::rc::Rc;

use super::address::ReportedField;
use super::assessment::Assessment;
use super::contract::{Contract, Part, PartId, Ratio, Target};
use super::counting::{counting_period, counting_target};
use super::date::{Date, Period, calendar_date};
use super::reported::Reported;

/// The days that decide whether what was entered is a result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Timing {
    /// The day that the assessment describes. Without it everything entered is a result.
    pub as_of: Option<Date>,
    /// When targets are settled that have no time of their own: the end of the binding year, else of the contract's
    /// period. Without it what was entered for them is a result.
    pub end: Option<Date>,
}

/// What was entered for one target, looked at in two ways.
#[derive(Clone, Debug, PartialEq)]
pub struct Entered<'a> {
    /// The results alone: readings and forecasts are taken out.
    pub settled: Cow<'a, Reported>,
    /// Everything as if it were a result; none where nothing but results was entered.
    pub expected: Option<Cow<'a, Reported>>,
}

impl Timing {
    /// The timing of an assessment of this contract.
    pub fn new(contract: &Contract, assessment: &Assessment) -> Self {
        let binding = contract.binding_year.and_then(|year| calendar_date(year, 12, 31));
        let end = binding.or_else(|| contract.period.map(|period| period.to));
        Self { as_of: assessment.as_of, end }
    }

    /// When a target is settled: on its date, else as the period ends in which it is measured. Without either, when
    /// the contract's targets are.
    pub fn time(self, target: &Target, measured: Option<Period>) -> Option<Date> {
        match target {
            Target::By(date) => Some(*date),
            _ => measured.map(Period::end).or(self.end),
        }
    }

    /// Of which period a figure probably is that is entered for the part at this path before its time; none where it
    /// is a result.
    pub fn probable_reading(
        self,
        target: &Target,
        measured: Option<Period>,
        path: &[PartId],
    ) -> Option<Period> {
        if let Some((first, rest)) = path.split_first() {
            let part = target.parts()?.iter().find(|part| part.id == *first)?;
            return self.probable_reading(&part.target, own_period(part, measured), rest);
        }
        let (as_of, time) = self.as_of.zip(self.time(target, measured))?;
        (as_of < time).then(|| last_complete(as_of, measured))
    }

    /// Tells results from readings and forecasts. `measured` is the period of the goal, which parts without one of
    /// their own share. Two counts stand as the figure that `ratio`, the goal's or a part's, makes of them.
    pub fn entered<'a>(
        self,
        target: &Target,
        reported: &'a Reported,
        (measured, ratio): (Option<Period>, Option<&Ratio>),
    ) -> Entered<'a> {
        let whole = with_figures(reported, target, ratio);
        if !self.is_provisional(target, &whole, measured, false) {
            return Entered { settled: whole, expected: None };
        }
        let settled = self.without_provisional(target, &whole, measured, false);
        Entered { settled: Cow::Owned(settled), expected: Some(whole) }
    }

    /// The assessment with its results alone: every reading and every forecast is taken out.
    pub fn results_alone(self, contract: &Contract, assessment: &Assessment) -> Assessment {
        let mut settled = assessment.clone();
        let goals = contract.goals.iter().map(|goal| (goal, false));
        let areas = contract.pay.iter().flat_map(|pay| &pay.areas).map(|area| (area, true));
        for (goal, is_area) in goals.chain(areas) {
            let entries = if is_area { &mut settled.individual.areas } else { &mut settled.results };
            let Some(entry) = entries.get_mut(&goal.id) else { continue };
            let (target, measured) = (counting_target(goal, Some(entry)), counting_period(goal, Some(entry)));
            let entered = self.entered(target, &entry.reported, (measured, goal.ratio.as_deref()));
            if entered.expected.is_some() || matches!(entered.settled, Cow::Owned(_)) {
                let reported = entered.settled.into_owned();
                Rc::make_mut(entry).reported = reported;
            }
        }
        settled
    }

    /// Whether anything in it is a reading or a forecast. `is_final` says that what stands around it is final.
    fn is_provisional(
        self,
        target: &Target,
        reported: &Reported,
        measured: Option<Period>,
        is_final: bool,
    ) -> bool {
        let is_final = is_final || reported.is_final;
        if is_final || self.as_of.is_none() {
            return false;
        }
        match target {
            Target::AllOf(parts) | Target::AnyOf(parts) => parts.iter().any(|part| {
                let entered = reported.parts.get(&part.id);
                entered.is_some_and(|entered| {
                    self.is_provisional(&part.target, entered, own_period(part, measured), is_final)
                })
            }),
            // What was entered is kept until the target is fixed; there is nothing to hold it against.
            Target::Undetermined => false,
            _ => FIELDS.iter().any(|field| self.is_early(*field, target, reported, measured)),
        }
    }

    fn without_provisional(
        self,
        target: &Target,
        reported: &Reported,
        measured: Option<Period>,
        is_final: bool,
    ) -> Reported {
        let is_final = is_final || reported.is_final;
        let mut settled = reported.clone();
        if is_final {
            return settled;
        }
        if let Target::AllOf(parts) | Target::AnyOf(parts) = target {
            for part in parts {
                if let Some(entered) = settled.parts.get_mut(&part.id) {
                    let period = own_period(part, measured);
                    *entered = self.without_provisional(&part.target, entered, period, is_final);
                }
            }
            return settled;
        }
        if *target == Target::Undetermined {
            return settled;
        }
        for field in FIELDS.into_iter().filter(|field| self.is_early(*field, target, reported, measured)) {
            match field {
                ReportedField::Date => settled.date = None,
                ReportedField::Done => settled.done = None,
                ReportedField::Points => settled.points = None,
                ReportedField::Level => settled.level = None,
                _ => {
                    settled.set_figure(None);
                    settled.readings.clear();
                }
            }
        }
        settled
    }

    /// Whether what stands in this field came before the target's time: a reading or a forecast.
    fn is_early(
        self,
        field: ReportedField,
        target: &Target,
        reported: &Reported,
        measured: Option<Period>,
    ) -> bool {
        let time = || self.time(target, measured);
        let is_before_time = || self.as_of.zip(time()).is_some_and(|(as_of, time)| as_of < time);
        let ends_before = |period: Period| time().is_some_and(|time| period.end() < time);
        match field {
            ReportedField::Date => reported.date.zip(self.as_of).is_some_and(|(date, as_of)| date > as_of),
            // That something is done cannot be taken back; that it is not done yet says little before its day.
            ReportedField::Done => {
                reported.done.is_some_and(|done| !(done && *target == Target::Done) && is_before_time())
            }
            ReportedField::Points => reported.points.is_some() && is_before_time(),
            ReportedField::Level => reported.level.is_some() && is_before_time(),
            _ => reported.value.is_some() && (is_before_time() || reported.period.is_some_and(ends_before)),
        }
    }
}

/// The fields that can hold a reading or a forecast.
const FIELDS: [ReportedField; 5] = [
    ReportedField::Value,
    ReportedField::Date,
    ReportedField::Done,
    ReportedField::Points,
    ReportedField::Level,
];

/// When a part is measured: in its own period, else in the one of what stands around it.
fn own_period(part: &Part, around: Option<Period>) -> Option<Period> {
    part.measured.or(around)
}

/// The last period of this length that has ended on a day, a month where nothing says another length; the running
/// month where the year has no whole one yet.
fn last_complete(day: Date, like: Option<Period>) -> Period {
    let (months, period): (u8, fn(i32, u8) -> Period) = match like {
        Some(Period::Quarter(..)) => (3, Period::Quarter),
        Some(Period::HalfYear(..)) => (6, Period::HalfYear),
        _ => (1, Period::Month),
    };
    let number = u8::from(day.month()).div_ceil(months);
    let running = period(day.year(), number);
    match number {
        _ if running.end() <= day => running,
        1 if months > 1 => last_complete(day, None),
        1 => running,
        _ => period(day.year(), number - 1),
    }
}

/// What was reported with a figure wherever none was entered: what two counts give, else the latest reading.
fn with_figures<'a>(reported: &'a Reported, target: &Target, ratio: Option<&Ratio>) -> Cow<'a, Reported> {
    if !has_figure_to_find(reported) {
        return Cow::Borrowed(reported);
    }
    let mut whole = reported.clone();
    find_figure(&mut whole, target, ratio);
    Cow::Owned(whole)
}

fn has_figure_to_find(reported: &Reported) -> bool {
    (reported.value.is_none() && (reported.has_counts() || !reported.readings.is_empty()))
        || reported.parts.values().any(has_figure_to_find)
}

fn find_figure(reported: &mut Reported, target: &Target, ratio: Option<&Ratio>) {
    reported.value = reported.figure(ratio);
    if reported.value.is_none()
        && let Some((value, period)) =
            reported.latest_reading().map(|reading| (reading.value, reading.period))
    {
        (reported.value, reported.period) = (Some(value), Some(period));
    }
    for part in target.parts().unwrap_or_default() {
        if let Some(entered) = reported.parts.get_mut(&part.id) {
            find_figure(entered, &part.target, part.ratio.as_deref());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::contract::{PartId, Relation, Threshold};
    use crate::domain::date::parse_date;
    use crate::domain::number::Decimal;
    use crate::domain::reported::Measurement;

    fn day(text: &str) -> Date {
        parse_date(text).unwrap()
    }

    fn period(text: &str) -> Option<Period> {
        (!text.is_empty()).then(|| Period::parse(text).unwrap())
    }

    fn timing(as_of: &str) -> Timing {
        Timing { as_of: Some(day(as_of)), end: Some(day("2009-12-31")) }
    }

    fn at_most() -> Target {
        let threshold = Threshold::Absolute(Decimal::from(26_675));
        Target::Limit { relation: Relation::AtMost, threshold }
    }

    fn figure() -> Reported {
        Reported { value: Some(Decimal::from(26_210)), ..Reported::default() }
    }

    /// Whether a result is left, and whether something is expected beside it.
    fn told(timing: Timing, target: &Target, reported: &Reported, measured: &str) -> (bool, bool) {
        let entered = timing.entered(target, reported, (period(measured), None));
        let Reported { value, date, done, points, .. } = &*entered.settled;
        let is_left = value.is_some() || date.is_some() || done.is_some() || points.is_some();
        (is_left, entered.expected.is_some())
    }

    const RESULT: (bool, bool) = (true, false);
    const PROVISIONAL: (bool, bool) = (false, true);

    #[test]
    fn a_figure_is_a_reading_until_its_target_is_settled() {
        for (as_of, measured, of, expected) in [
            ("2009-06-30", "2009-12", "", PROVISIONAL),
            ("2009-06-30", "", "", PROVISIONAL),
            ("2009-12-31", "2009-12", "", RESULT),
            ("2010-01-15", "2009-12", "", RESULT),
            // The figure says that it is of an earlier time, so it stays a reading.
            ("2010-01-15", "2009-12", "2009-11", PROVISIONAL),
            ("2010-01-15", "2009-12", "2009-12", RESULT),
            ("2010-01-15", "2009-12", "2009", RESULT),
            ("2009-06-30", "2009-03", "", RESULT),
            ("2009-06-30", "2009-Q2", "2009-06", RESULT),
        ] {
            let reported = Reported { period: period(of), ..figure() };
            let found = told(timing(as_of), &at_most(), &reported, measured);
            assert_eq!(found, expected, "{as_of}, measured {measured}, figure of {of}");
        }
    }

    #[test]
    fn what_is_said_to_be_final_is_a_result_and_so_is_all_without_a_day() {
        let said = Reported { is_final: true, ..figure() };
        assert_eq!(told(timing("2009-06-30"), &at_most(), &said, "2009-12"), RESULT);
        assert_eq!(told(Timing::default(), &at_most(), &figure(), "2009-12"), RESULT);
        let as_of = Some(day("2009-06-30"));
        assert_eq!(told(Timing { as_of, end: None }, &at_most(), &figure(), ""), RESULT);
    }

    #[test]
    fn a_day_to_come_is_a_forecast_and_so_is_what_will_not_be_done() {
        let by = Target::By(day("2009-12-01"));
        let on = |text| Reported { date: Some(day(text)), ..Reported::default() };
        let answer = |done| Reported { done: Some(done), ..Reported::default() };
        for (target, reported, as_of, expected) in [
            (&by, on("2009-11-20"), "2009-06-30", PROVISIONAL),
            (&by, on("2009-06-30"), "2009-06-30", RESULT),
            (&by, on("2009-11-20"), "2010-01-15", RESULT),
            (&by, answer(false), "2009-11-30", PROVISIONAL),
            (&by, answer(false), "2009-12-01", RESULT),
            (&Target::Done, answer(true), "2009-06-30", RESULT),
            (&Target::Done, answer(false), "2009-06-30", PROVISIONAL),
            (&Target::Done, answer(false), "2009-12-31", RESULT),
        ] {
            let found = told(timing(as_of), target, &reported, "");
            assert_eq!(found, expected, "{target:?}, {reported:?} as of {as_of}");
        }
    }

    #[test]
    fn a_figure_before_its_time_is_probably_of_the_last_period_that_has_ended() {
        for (as_of, measured, expected) in [
            ("2009-06-30", "2009-12", "2009-06"),
            ("2009-06-29", "2009-12", "2009-05"),
            ("2009-06-30", "", "2009-06"),
            ("2009-08-15", "2009-Q4", "2009-Q2"),
            ("2009-02-15", "2009-Q4", "2009-01"),
            ("2009-08-15", "2009-H2", "2009-H1"),
            ("2009-01-15", "2009", "2009-01"),
            ("2009-12-31", "2009-12", ""),
            ("2010-01-15", "2009", ""),
        ] {
            let found = timing(as_of).probable_reading(&at_most(), period(measured), &[]);
            assert_eq!(found, period(expected), "{as_of}, measured {measured}");
        }
    }

    #[test]
    fn a_judgement_before_its_time_is_a_reading() {
        let target = Target::Assessed { criteria: Vec::new() };
        let judged = Reported { points: Some(Decimal::from(120)), ..Reported::default() };
        assert_eq!(told(timing("2009-06-30"), &target, &judged, ""), PROVISIONAL);
        assert_eq!(told(timing("2009-12-31"), &target, &judged, ""), RESULT);
    }

    #[test]
    fn the_latest_reading_counts_where_no_figure_was_entered() {
        let reading = |of: &str, value: i32| Measurement {
            period: Period::parse(of).unwrap(),
            value: Decimal::from(value),
            note: None,
        };
        let readings =
            vec![reading("2009-05", 26_300), reading("2009-12", 26_100), reading("2009-03", 31_000)];
        let reported = Reported { readings, ..Reported::default() };
        let entered = timing("2010-01-15").entered(&at_most(), &reported, (period("2009-12"), None));
        assert_eq!((entered.settled.value, entered.expected), (Some(Decimal::from(26_100)), None));
        let early = timing("2009-06-30").entered(&at_most(), &reported, (period("2009-12"), None));
        assert_eq!(early.settled.value, None);
        let value = early.expected.map(|expected| (expected.value, expected.period));
        assert_eq!(value, Some((Some(Decimal::from(26_100)), period("2009-12"))));
    }

    #[test]
    fn each_part_is_settled_at_its_own_time() {
        let part = |id: &str, target, measured| Part {
            id: id.into(),
            title: None,
            wording: None,
            page: None,
            unit: None,
            ratio: None,
            target,
            scoring: None,
            measured: period(measured),
            history: Vec::new(),
            guidelines: Vec::new(),
        };
        let parts = vec![part("june", at_most(), "2009-06"), part("december", at_most(), "")];
        let parts_reported = [("june".into(), figure()), ("december".into(), figure())];
        let reported = Reported { parts: parts_reported.into(), ..Reported::default() };
        let entered =
            timing("2009-06-30").entered(&Target::AllOf(parts), &reported, (period("2009-12"), None));
        let settled = |id: &str| entered.settled.parts.get(&PartId::from(id)).and_then(|part| part.value);
        assert_eq!((settled("june"), settled("december")), (figure().value, None));
        assert_eq!(entered.expected.as_deref(), Some(&reported));
    }
}
