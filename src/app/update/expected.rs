//! The magnitude that a field is expected to have, from what the contract knows of it.

use crate::app::state::{Sheet, Value};
use crate::domain::address::{EntryField, FieldId, ReportedField};
use crate::domain::contract::{Contract, Figure, Goal, PartId, Weight};
use crate::domain::contract::{Target, Threshold};
use crate::domain::judging::Ground;
use crate::domain::number::Decimal;
use crate::domain::outcome::counting_target;

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
        FieldId::MaxPercent | FieldId::HolidayPercent | FieldId::AdjustmentValue => Some(PERCENT),
        _ => None,
    }
}

/// The same for a field of this goal or individual area.
pub(super) fn expected_of_goal(goal: &Goal, sheet: &Sheet, field: &FieldId) -> Option<Decimal> {
    match field {
        FieldId::Reported(_, _, ReportedField::Points) => goal.weight.map(Weight::max).map(|points| points.0),
        FieldId::Reported(entry, path, of @ (ReportedField::Value | ReportedField::Baseline)) => {
            let other = match of {
                ReportedField::Value => ReportedField::Baseline,
                _ => ReportedField::Value,
            };
            let beside = || sheet.value(&entry.reported(path, other)).as_ref().and_then(Value::number);
            let target = counting_target(goal, sheet.assessment().entry(entry).map(AsRef::as_ref));
            expected_of_part(target, path, Ground::of_goal(goal, None))
                .or_else(beside)
                .or_else(|| latest_figure(&goal.history, &goal.guidelines).filter(|_| path.is_empty()))
        }
        FieldId::Entry(_, EntryField::AddendumValue | EntryField::AddendumMax) => {
            latest_figure(&goal.history, &goal.guidelines)
        }
        _ => None,
    }
}

/// What a part of a target is about, from the part itself and from what it counts from.
fn expected_of_part(target: &Target, path: &[PartId], ground: Ground) -> Option<Decimal> {
    let Some((first, rest)) = path.split_first() else {
        return expected_of_target(target, ground);
    };
    let (Target::AllOf(parts) | Target::AnyOf(parts)) = target else {
        return None;
    };
    let part = parts.iter().find(|part| part.id == *first)?;
    let own = || latest_figure(&part.history, &part.guidelines).filter(|_| rest.is_empty());
    expected_of_part(&part.target, rest, ground.of_part(part)).or_else(own)
}

fn expected_of_target(target: &Target, ground: Ground) -> Option<Decimal> {
    let of_threshold = |threshold: &Threshold| match threshold {
        Threshold::Absolute(figure) => Some(*figure),
        Threshold::Relative { baseline, .. } => ground.stated_baseline(*baseline),
    };
    match target {
        Target::Limit { threshold, .. } => of_threshold(threshold),
        Target::Between { min, max } => of_threshold(max).or_else(|| of_threshold(min)),
        Target::Unchanged { baseline, .. } => ground.stated_baseline(*baseline),
        _ => None,
    }
}

/// The latest figure of the past, or the first of the future.
fn latest_figure(history: &[Figure], guidelines: &[Figure]) -> Option<Decimal> {
    let past = history.iter().filter(|figure| figure.value.is_some());
    let latest = past.max_by_key(|figure| figure.period.end()).and_then(|figure| figure.value);
    latest.or_else(|| guidelines.iter().find_map(|figure| figure.value))
}
