//! A result from two counts: the step that gives the figure, and what is wrong with the counts.
//!
//! The figure itself is put in the place of the counts before anything is judged: see `domain::timing`.

use super::{Fault, Ground};
use crate::domain::address::ReportedField;
use crate::domain::number::Decimal;
use crate::domain::objection::ObjectionKind;
use crate::domain::reported::Reported;
use crate::domain::trace::Step;

/// The step that gives the figure, where it comes from the counts.
pub(super) fn step(reported: &Reported, ground: Ground) -> Option<Step> {
    let ratio = ground.ratio?;
    let value = reported.value.filter(|value| reported.counted(ratio) == Some(*value))?;
    let (numerator, denominator) = reported.numerator.zip(reported.denominator)?;
    Some(Step::Ratio { numerator, denominator, is_percent: ratio.is_percent, value })
}

/// What is wrong with the counts of a target that takes them.
pub(super) fn faults(reported: &Reported, ground: Ground) -> Vec<Fault> {
    let Some(ratio) = ground.ratio else { return Vec::new() };
    let counts =
        [(ReportedField::Numerator, reported.numerator), (ReportedField::Denominator, reported.denominator)];
    let given = counts.into_iter().filter_map(|(field, count)| Some((field, count?)));
    let mut faults: Vec<_> = given
        .filter_map(|(field, count)| {
            let kind = match (field, count) {
                (_, count) if count < Decimal::ZERO => ObjectionKind::Negative,
                (ReportedField::Denominator, count) if count.is_zero() => ObjectionKind::NothingCounted,
                _ => return None,
            };
            Some(Fault::in_field(field, kind))
        })
        .collect();
    if !faults.is_empty() {
        return faults;
    }
    let counted = reported.counted(ratio);
    if reported.value.is_some() && counted.is_some_and(|counted| reported.value != Some(counted)) {
        faults.push(Fault::in_field(ReportedField::Numerator, ObjectionKind::FigureGiven));
    } else if let (Some(_), Some(_), None) = (reported.numerator, reported.denominator, counted) {
        faults.push(Fault::in_field(ReportedField::Numerator, ObjectionKind::TooLarge));
    }
    faults
}
