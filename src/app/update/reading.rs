//! Figures that come before their time: the period that they are of, and the figure before them, which stays as a
//! reading.

use time::Duration;

use crate::app::state::{Choice, Sheet, SheetKind, Value, set};
use crate::domain::address::{EntryId, FieldId, ReportedField};
use crate::domain::assessment::Entry;
use crate::domain::contract::{Contract, PartId};
use crate::domain::date::Period;
use crate::domain::outcome::{counting_period, counting_target};
use crate::domain::reported::Reported;
use crate::domain::timing::Timing;

/// A period that ended so shortly before the day still holds for a figure that is corrected; an older one was that of
/// the figure before.
const RECENT: Duration = Duration::days(75);

impl Sheet {
    /// Tells the period of a figure at each key, so that none counts as one of another time meanwhile; `before` is what
    /// was said about its goal before the first.
    pub(super) fn tell_period(&mut self, field: &FieldId, before: Option<&Entry>, contract: &Contract) {
        if let FieldId::Reported(entry, path, ReportedField::Value) = field {
            self.tell_period_after(entry, path, before, contract);
        }
    }

    /// Presets the period of a figure that comes before its time. The figure before it stays as a reading where it
    /// was of a period long past.
    fn tell_period_after(
        &mut self,
        entry: &EntryId,
        path: &[PartId],
        before: Option<&Entry>,
        contract: &Contract,
    ) {
        let Some(goal) = entry.goal_in(contract).filter(|_| self.kind == SheetKind::Real) else { return };
        let nothing = Reported::default();
        let before = before.and_then(|entry| entry.reported.of_part(path)).unwrap_or(&nothing);
        self.restore_period(entry, path, before);
        let now = self.assessment().entry(entry).map(AsRef::as_ref);
        let value = now.and_then(|entry| entry.reported.of_part(path)?.value);
        let timing = Timing::new(contract, self.assessment());
        let probable = timing.probable_reading(counting_target(goal, now), counting_period(goal, now), path);
        let field = entry.reported(path, ReportedField::Value);
        let is_unread = self.typed.get(&field).is_some_and(|typed| typed.reading.is_err());
        let is_recent = |period: Period| {
            timing.as_of.is_none_or(|as_of| period.end().checked_add(RECENT).is_none_or(|end| end >= as_of))
        };
        let is_same = value.is_some() && value == before.value;
        let is_final = before.is_final && value.is_some();
        if is_same || is_final || (value.is_some() || is_unread) && before.period.is_some_and(is_recent) {
            return;
        }
        let past = before.value.zip(before.period).filter(|_| value.is_some() || is_unread);
        if let Some((value, period)) = past {
            let reading = entry.reported(path, ReportedField::Reading(period));
            set(&mut self.file.assessment, &reading, Some(&Value::Number(value)));
        }
        let period = probable.filter(|_| value.is_some()).map(Value::Period);
        for (of, value) in [(ReportedField::Period, period), (ReportedField::Final, None)] {
            set(&mut self.file.assessment, &entry.reported(path, of), value.as_ref());
        }
    }

    /// Takes back what an earlier key told: the period and the reading stand again as they did before the first.
    fn restore_period(&mut self, entry: &EntryId, path: &[PartId], before: &Reported) {
        let period = before.period.map(Value::Period);
        let is_final = before.is_final.then_some(Value::Choice(Choice::Final));
        let reading = before.period.map(|period| {
            let value = before.reading(period).map(|reading| Value::Number(reading.value));
            (ReportedField::Reading(period), value)
        });
        let told = [(ReportedField::Period, period), (ReportedField::Final, is_final)];
        for (of, value) in told.into_iter().chain(reading) {
            set(&mut self.file.assessment, &entry.reported(path, of), value.as_ref());
        }
    }

    /// In a trial what is entered counts as the result: that is what is tried out.
    pub(super) fn settle_trial(&mut self, field: &FieldId) {
        let FieldId::Reported(entry, path, of) = field else { return };
        let is_reached = !matches!(of, ReportedField::Period | ReportedField::Final | ReportedField::Reason);
        if self.kind == SheetKind::WhatIf && is_reached {
            let choice = self.value(field).map(|_| Value::Choice(Choice::Final));
            set(&mut self.file.assessment, &entry.reported(path, ReportedField::Final), choice.as_ref());
        }
    }
}
