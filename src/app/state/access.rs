//! Where in an assessment the value of a field stands.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::addendum::addendum_value;
use super::choice::{AdjustmentKind, Choice};
use super::value::Value;
use crate::domain::address::{EntryField, EntryId, FieldId, PayDecision, ReportedField};
use crate::domain::assessment::{
    Adjustment, AdjustmentChange, Assessment, Assessor, Decision, Entry, JudgedFactor, PayLine, Status,
};
use crate::domain::contract::{LevelId, PartId, PotId, StageId};
use crate::domain::number::{Kroner, Percent};
use crate::domain::reported::Reported;

/// What the assessment has for a field.
pub(in crate::app) fn get(assessment: &Assessment, field: &FieldId) -> Option<Value> {
    let pay = &assessment.pay;
    let words = |text: &Option<String>| text.as_deref().map(Value::text);
    let percent = |percent: Option<Percent>| percent.map(|percent| Value::Number(percent.0));
    match field {
        FieldId::Reported(entry, path, field) => {
            reported(&assessment.entry(entry)?.reported, path).and_then(|of| get_reported(of, *field))
        }
        FieldId::Entry(entry, field) => get_entry(assessment.entry(entry)?, *field),
        FieldId::Whole(..) => None,
        FieldId::Overall => assessment.individual.overall.map(Value::Number),
        FieldId::OverallReason => words(&assessment.individual.reason),
        FieldId::BaseTitle(line) => pay
            .base
            .get(*line)
            .map(|line| line.title.as_str())
            .filter(|title| !title.is_empty())
            .map(Value::text),
        FieldId::BaseValue(line) => pay.base.get(*line)?.value.map(|amount| Value::Number(amount.0)),
        FieldId::MaxPercent => percent(pay.max_percent),
        FieldId::AdjustmentKind => Some(choice(match pay.adjustment.as_ref()?.change? {
            AdjustmentChange::Percent(_) => AdjustmentKind::Percent,
            AdjustmentChange::Amount(_) => AdjustmentKind::Amount,
            AdjustmentChange::ToPercent(_) => AdjustmentKind::ToPercent,
        })),
        FieldId::AdjustmentValue => Some(Value::Number(match pay.adjustment.as_ref()?.change? {
            AdjustmentChange::Percent(Percent(change))
            | AdjustmentChange::Amount(Kroner(change))
            | AdjustmentChange::ToPercent(Percent(change)) => change,
        })),
        FieldId::AdjustmentReason => words(&pay.adjustment.as_ref()?.reason),
        FieldId::LeftOn => pay.left_on.what.map(Value::Date),
        FieldId::Breach => words(&pay.breach.what),
        FieldId::HolidayPercent => percent(pay.holiday_allowance_percent),
        FieldId::PotPercent(pot) => percent(pay.pot_percents.get(pot).copied()),
        FieldId::Regulation => percent(pay.regulation_percent),
        FieldId::Factor(stage) => pay.factors.get(stage)?.value.map(Value::Number),
        FieldId::FactorReason(stage) => words(&pay.factors.get(stage)?.reason),
        FieldId::PensionPercent => percent(pay.pension_percent),
        FieldId::Agreed(of) => decision(assessment, *of)?.agreed.map(Value::Date),
        FieldId::AgreedIn(of) => words(&decision(assessment, *of)?.source),
        FieldId::AsOf => assessment.as_of.map(Value::Date),
        FieldId::By => Some(choice(assessment.by)),
        FieldId::Status => Some(choice(assessment.status)),
    }
}

fn choice(choice: impl Into<Choice>) -> Value {
    Value::Choice(choice.into())
}

fn decision(assessment: &Assessment, of: PayDecision) -> Option<&Decision> {
    let pay = &assessment.pay;
    match of {
        PayDecision::Adjustment => pay.adjustment.as_ref().map(|adjustment| &adjustment.decision),
        PayDecision::Leaving => Some(&pay.left_on.decision),
        PayDecision::Breach => Some(&pay.breach.decision),
    }
}

fn change_decision(assessment: &mut Assessment, of: PayDecision, change: impl FnOnce(&mut Decision)) {
    match of {
        PayDecision::Adjustment => change_adjustment(assessment, |of| change(&mut of.decision)),
        PayDecision::Leaving => change(&mut assessment.pay.left_on.decision),
        PayDecision::Breach => change(&mut assessment.pay.breach.decision),
    }
}

fn reported<'a>(of: &'a Reported, path: &[PartId]) -> Option<&'a Reported> {
    path.iter().try_fold(of, |of, part| of.parts.get(part))
}

fn get_reported(of: &Reported, field: ReportedField) -> Option<Value> {
    match field {
        ReportedField::Value => of.value.map(Value::Number),
        ReportedField::Numerator => of.numerator.map(Value::Number),
        ReportedField::Denominator => of.denominator.map(Value::Number),
        ReportedField::Period => of.period.map(Value::Period),
        ReportedField::Final => of.is_final.then_some(Value::Choice(Choice::Final)),
        ReportedField::Baseline => of.baseline.map(Value::Number),
        ReportedField::Date => of.date.map(Value::Date),
        ReportedField::Done => of.done.map(|done| Value::Choice(Choice::Done(done))),
        ReportedField::Points => of.points.map(Value::Number),
        ReportedField::Level => of.level.as_ref().map(|level| Value::text(level.as_str())),
        ReportedField::Reason => of.reason.as_deref().map(Value::text),
        ReportedField::Parts => None,
        ReportedField::Reading(period) => of.reading(period).map(|reading| Value::Number(reading.value)),
    }
}

fn get_entry(of: &Entry, field: EntryField) -> Option<Value> {
    match field {
        EntryField::Note => of.note.as_deref().map(Value::text),
        EntryField::Evidence => of.evidence.as_deref().map(Value::text),
        EntryField::Lapsed => of.lapsed.what.as_deref().map(Value::text),
        EntryField::LapseAgreed => of.lapsed.decision.agreed.map(Value::Date),
        EntryField::LapseSource => of.lapsed.decision.source.as_deref().map(Value::text),
        EntryField::NoticeCause => of.notice.cause.as_deref().map(Value::text),
        EntryField::NoticeMeasures => of.notice.measures.as_deref().map(Value::text),
        EntryField::NoticeOn => of.notice.on.map(Value::Date),
        _ => addendum_value(of.addendum.as_ref()?, field),
    }
}

/// Puts a value into the assessment, or takes it out. An entry that says nothing any more is removed.
///
/// The fields of an addendum, and of the adjustment's size, depend on one another and change nothing here. `addendum`
/// and `update::typing` put them together.
pub(in crate::app) fn set(assessment: &mut Assessment, field: &FieldId, value: Option<&Value>) {
    let number = value.and_then(Value::number);
    let words = value.and_then(Value::words).map(str::to_owned);
    let date = value.and_then(Value::date);
    let choice = value.and_then(Value::choice);
    match field {
        FieldId::Reported(entry, path, field) => {
            change_entry(assessment, entry, |of| set_reported(&mut of.reported, path, *field, value));
        }
        FieldId::Entry(entry, field) => change_entry(assessment, entry, |of| match field {
            EntryField::Note => (of.note, of.note_by) = (words, None),
            EntryField::Evidence => of.evidence = words,
            EntryField::Lapsed => of.lapsed.what = words,
            EntryField::LapseAgreed => of.lapsed.decision.agreed = date,
            EntryField::LapseSource => of.lapsed.decision.source = words,
            EntryField::NoticeCause => of.notice.cause = words,
            EntryField::NoticeMeasures => of.notice.measures = words,
            EntryField::NoticeOn => of.notice.on = date,
            _ => {}
        }),
        FieldId::Whole(..) | FieldId::AdjustmentKind | FieldId::AdjustmentValue => {}
        FieldId::Agreed(of) => change_decision(assessment, *of, |decision| decision.agreed = date),
        FieldId::AgreedIn(of) => change_decision(assessment, *of, |decision| decision.source = words),
        FieldId::Overall => assessment.individual.overall = number,
        FieldId::OverallReason => {
            let of = &mut assessment.individual;
            (of.reason, of.copied) = (words, None);
        }
        FieldId::BaseTitle(line) => {
            change_line(&mut assessment.pay.base, *line, |of| of.title = words.unwrap_or_default());
        }
        FieldId::BaseValue(line) => {
            change_line(&mut assessment.pay.base, *line, |of| of.value = number.map(Kroner));
        }
        FieldId::MaxPercent => assessment.pay.max_percent = number.map(Percent),
        FieldId::AdjustmentReason => change_adjustment(assessment, |of| of.reason = words),
        FieldId::LeftOn => assessment.pay.left_on.what = date,
        FieldId::Breach => assessment.pay.breach.what = words,
        FieldId::HolidayPercent => assessment.pay.holiday_allowance_percent = number.map(Percent),
        FieldId::PotPercent(pot) => set_percent(&mut assessment.pay.pot_percents, pot, number.map(Percent)),
        FieldId::Regulation => assessment.pay.regulation_percent = number.map(Percent),
        FieldId::Factor(stage) => change_factor(assessment, stage, |of| of.value = number),
        FieldId::FactorReason(stage) => change_factor(assessment, stage, |of| of.reason = words),
        FieldId::PensionPercent => assessment.pay.pension_percent = number.map(Percent),
        FieldId::AsOf => assessment.as_of = date,
        FieldId::By => {
            assessment.by = match choice {
                Some(Choice::Assessor(assessor)) => assessor,
                _ => Assessor::default(),
            };
        }
        FieldId::Status => {
            assessment.status = match choice {
                Some(Choice::Status(status)) => status,
                _ => Status::default(),
            };
        }
    }
}

/// Makes another party's words in a field the assessment's own.
pub(in crate::app) fn confirm_words(assessment: &mut Assessment, field: &FieldId) {
    match field {
        FieldId::Reported(entry, path, ReportedField::Reason) => {
            change_entry(assessment, entry, |of| {
                let mut parts = path.iter();
                let part = parts.try_fold(&mut of.reported, |of, part| of.parts.get_mut(part));
                if let Some(part) = part {
                    part.copied = None;
                }
            });
        }
        FieldId::Entry(entry, EntryField::Note) => change_entry(assessment, entry, |of| of.note_by = None),
        FieldId::OverallReason => assessment.individual.copied = None,
        _ => {}
    }
}

pub(in crate::app) fn change_entry(
    assessment: &mut Assessment,
    id: &EntryId,
    change: impl FnOnce(&mut Entry),
) {
    let entries = assessment.entries_mut(id.scope);
    let entry = entries.entry(id.goal.clone()).or_default();
    change(Rc::make_mut(entry));
    if **entry == Entry::default() {
        entries.remove(&id.goal);
    }
}

pub(in crate::app) fn change_adjustment(assessment: &mut Assessment, change: impl FnOnce(&mut Adjustment)) {
    let mut adjustment = assessment.pay.adjustment.take().unwrap_or_default();
    change(&mut adjustment);
    assessment.pay.adjustment = (adjustment != Adjustment::default()).then_some(adjustment);
}

fn set_percent(percents: &mut BTreeMap<PotId, Percent>, pot: &PotId, percent: Option<Percent>) {
    percents.remove(pot);
    percents.extend(percent.map(|percent| (pot.clone(), percent)));
}

/// A factor of which nothing is said any more is removed.
fn change_factor(assessment: &mut Assessment, stage: &StageId, change: impl FnOnce(&mut JudgedFactor)) {
    let factors = &mut assessment.pay.factors;
    let mut factor = factors.remove(stage).unwrap_or_default();
    change(&mut factor);
    if factor != JudgedFactor::default() {
        factors.insert(stage.clone(), factor);
    }
}

/// The line after the last is made when something is entered into it.
fn change_line(lines: &mut Vec<PayLine>, line: usize, change: impl FnOnce(&mut PayLine)) {
    if line == lines.len() {
        lines.push(PayLine { title: String::new(), value: None });
    }
    if let Some(line) = lines.get_mut(line) {
        change(line);
    }
}

fn set_reported(of: &mut Reported, path: &[PartId], field: ReportedField, value: Option<&Value>) {
    if let Some((first, rest)) = path.split_first() {
        let part = of.parts.entry(first.clone()).or_default();
        set_reported(part, rest, field, value);
        if part.is_empty() {
            of.parts.remove(first);
        }
        return;
    }
    match field {
        // A figure takes the counts' place, and they take its: one of them stands.
        ReportedField::Value => match value.and_then(Value::number) {
            None => of.value = None,
            figure => of.set_figure(figure),
        },
        ReportedField::Numerator => {
            of.numerator = value.and_then(Value::number);
            of.value = of.value.filter(|_| of.numerator.is_none());
        }
        ReportedField::Denominator => {
            of.denominator = value.and_then(Value::number);
            of.value = of.value.filter(|_| of.denominator.is_none());
        }
        ReportedField::Period => of.period = value.and_then(Value::period),
        ReportedField::Final => of.is_final = value.is_some(),
        ReportedField::Baseline => of.baseline = value.and_then(Value::number),
        ReportedField::Points => of.points = value.and_then(Value::number),
        ReportedField::Level => of.level = value.and_then(Value::words).map(LevelId::from),
        ReportedField::Reason => {
            (of.reason, of.copied) = (value.and_then(Value::words).map(str::to_owned), None);
        }
        // A day says that it was done, and an answer takes the day's place: one of them stands.
        ReportedField::Date => {
            of.date = value.and_then(Value::date);
            of.done = of.done.filter(|_| of.date.is_none());
        }
        ReportedField::Done => {
            of.done = match value.and_then(Value::choice) {
                Some(Choice::Done(done)) => Some(done),
                _ => None,
            };
            of.date = of.date.filter(|_| of.done.is_none());
        }
        ReportedField::Parts => {}
        ReportedField::Reading(period) => of.set_reading(period, value.and_then(Value::number)),
    }
}
