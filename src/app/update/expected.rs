//! The magnitude that a field is expected to have, from what the contract knows of it.

use crate::app::state::{Sheet, Value};
use crate::domain::address::{EntryField, FieldId, ReportedField};
use crate::domain::contract::{Contract, Goal, Weight};
use crate::domain::number::Decimal;
use crate::domain::plausible::Known;

/// Supplements, reductions and allowances are some percent: ten, give or take a factor of a hundred.
const PERCENT: Decimal = Decimal::TEN;

/// The figure that is nearest to what will be entered into a field, where something is known of it.
/// `goal` is the field's.
pub(super) fn expected_magnitude(
    contract: &Contract,
    goal: Option<&Goal>,
    sheet: &Sheet,
    field: &FieldId,
) -> Option<Decimal> {
    match field {
        FieldId::Reported(..) | FieldId::Entry(..) => expected_of_goal(goal?, sheet, field),
        FieldId::Overall => contract.pay.as_ref().map(|pay| pay.individual.0),
        FieldId::MaxPercent
        | FieldId::HolidayPercent
        | FieldId::PensionPercent
        | FieldId::AdjustmentValue => Some(PERCENT),
        _ => None,
    }
}

/// The same for a field of this goal or individual area.
pub(super) fn expected_of_goal(goal: &Goal, sheet: &Sheet, field: &FieldId) -> Option<Decimal> {
    match field {
        FieldId::Reported(_, _, ReportedField::Points) => goal.weight.map(Weight::max).map(|points| points.0),
        FieldId::Reported(
            entry,
            path,
            of @ (ReportedField::Value | ReportedField::Baseline | ReportedField::Reading(_)),
        ) => {
            let entered = sheet.assessment().entry(entry).map(AsRef::as_ref);
            let (other, known) = match of {
                ReportedField::Baseline => (ReportedField::Value, Known::of_baseline(goal, entered, path)),
                _ => (ReportedField::Baseline, Known::of_result(goal, entered, path)),
            };
            let beside = || sheet.value(&entry.reported(path, other)).as_ref().and_then(Value::number);
            known.target.last().copied().or_else(beside).or_else(|| known.latest())
        }
        FieldId::Entry(_, EntryField::AddendumValue | EntryField::AddendumMax) => {
            Known::of_baseline(goal, None, &[]).latest()
        }
        _ => None,
    }
}
