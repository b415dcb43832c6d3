//! Figures that are asked about before they count: docs/scoring.md, "Figures that can hardly be meant".

use crate::app::state::{AdjustmentKind, FieldKind, FieldProblem, Sheet, Unlikely, Value};
use crate::domain::address::{FieldId, ReportedField};
use crate::domain::assessment::Entry;
use crate::domain::contract::{AdjustmentTerms, Contract, Goal, PartId};
use crate::domain::counting::counting_ratio;
use crate::domain::number::{Decimal, Percent};
use crate::domain::plausible::{Implausible, Known, doubt_of_base_pay, doubt_of_percent, likely_within};

/// The value of a field, where it can be meant; else the question whether it is. `goal` is the field's.
pub(super) fn question_unlikely(
    contract: &Contract,
    goal: Option<&Goal>,
    sheet: &Sheet,
    field: &FieldId,
    value: Option<Value>,
) -> Result<Option<Value>, FieldProblem> {
    let number = value.as_ref().and_then(Value::number);
    match number.and_then(|number| unlikely(contract, goal, sheet, field, number)) {
        Some(unlikely) => Err(FieldProblem::Unlikely(unlikely)),
        None => Ok(value),
    }
}

fn unlikely(
    contract: &Contract,
    goal: Option<&Goal>,
    sheet: &Sheet,
    field: &FieldId,
    value: Decimal,
) -> Option<Unlikely> {
    let (why, likely) = match field {
        FieldId::Reported(
            entry,
            path,
            of @ (ReportedField::Value | ReportedField::Reading(_) | ReportedField::Baseline),
        ) => {
            let entered = sheet.assessment().entry(entry).map(AsRef::as_ref);
            let known = match of {
                ReportedField::Baseline => Known::of_baseline(goal?, entered, path),
                _ => Known::of_result(goal?, entered, path),
            };
            (known.doubt(value)?, known.likely(value))
        }
        FieldId::Reported(entry, path, of @ (ReportedField::Numerator | ReportedField::Denominator)) => {
            let entered = sheet.assessment().entry(entry).map(AsRef::as_ref);
            count(goal?, entered, path, (*of, value))?
        }
        FieldId::BaseValue(line) => {
            let lines = sheet.assessment().pay.base.iter().enumerate();
            let mut others = lines.filter(|(at, _)| at != line).filter_map(|(_, line)| Some(line.value?.0));
            // A supplement may be small: it is the sum that is unusual or not.
            let why = doubt_of_base_pay(others.try_fold(value, Decimal::checked_add)?)?;
            (why, likely_within(value, &doubt_of_base_pay))
        }
        FieldId::MaxPercent | FieldId::HolidayPercent | FieldId::PensionPercent => {
            (doubt_of_percent(value)?, likely_within(value, &doubt_of_percent))
        }
        FieldId::AdjustmentValue => {
            let is_percent = sheet.kind_of(field) == FieldKind::Percent;
            let kind = sheet.value(&FieldId::AdjustmentKind);
            if kind.as_ref().and_then(Value::adjustment_kind) == Some(AdjustmentKind::ToPercent) {
                return None;
            }
            let terms = contract.pay.as_ref()?.adjustment.unwrap_or_default();
            adjustment(terms, value, is_percent)?
        }
        _ => return None,
    };
    Some(Unlikely { value, why, likely })
}

/// One of two counts that give a figure which can hardly be meant, once both are there. A figure that is worked out may
/// have decimals.
fn count(
    goal: &Goal,
    entered: Option<&Entry>,
    path: &[PartId],
    (of, value): (ReportedField, Decimal),
) -> Option<(Implausible, Vec<Decimal>)> {
    let ratio = counting_ratio(goal, entered, path)?;
    let counts =
        entered.and_then(|entry| entry.reported.of_part(path)).filter(|counts| counts.value.is_none())?;
    let known = Known::of_result(goal, entered, path);
    let counted = |value| {
        let mut counts = counts.clone();
        let count =
            if of == ReportedField::Numerator { &mut counts.numerator } else { &mut counts.denominator };
        *count = Some(value);
        counts.counted(ratio)
    };
    let doubt = |value| {
        let Some(figure) = counted(value) else { return Some(Implausible::Negative) };
        known.doubt(figure).filter(|why| *why != Implausible::Fraction)?;
        Some(Implausible::Counted { figure })
    };
    counted(value)?;
    // Nobody counts a part of one.
    let whole =
        |other: Decimal| if other.fract().is_zero() { doubt(other) } else { Some(Implausible::Fraction) };
    Some((doubt(value)?, likely_within(value, &whole)))
}

/// An adjustment that the agreement does not allow. More than everything cannot be taken away.
fn adjustment(
    terms: AdjustmentTerms,
    value: Decimal,
    is_percent: bool,
) -> Option<(Implausible, Vec<Decimal>)> {
    let allowed = |value: Decimal| {
        if is_percent { terms.allows(Percent(value)) } else { terms.allows_sign(value) }
    };
    if allowed(value) {
        return None;
    }
    let tenth = value.checked_mul(Decimal::new(1, 1)).map(|tenth| tenth.normalize());
    let likely = [Some(-value), tenth, tenth.map(|tenth| -tenth)].into_iter().flatten();
    let likely = likely.filter(|other| allowed(*other)).take(2).collect();
    Some((Implausible::NotAgreed, likely))
}
