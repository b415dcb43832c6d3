//! An addendum is entered field by field and counts once its target is whole.

use super::field::{EntryField, OTHER_ADDENDUM};
use super::value::Value;
use crate::domain::assessment::Addendum;
use crate::domain::contract::{Relation, Target, Threshold};
use crate::domain::number::Decimal;

/// The fields of an addendum.
pub(super) const FIELDS: [EntryField; 7] = [
    EntryField::AddendumKind,
    EntryField::AddendumValue,
    EntryField::AddendumMax,
    EntryField::AddendumDate,
    EntryField::AddendumMeasured,
    EntryField::AddendumAgreed,
    EntryField::AddendumSource,
];

const RELATIONS: [(Relation, &str); 4] = [
    (Relation::AtMost, "at_most"),
    (Relation::AtLeast, "at_least"),
    (Relation::Below, "below"),
    (Relation::Above, "above"),
];

/// What an addendum says in one of its fields.
pub(super) fn get(addendum: &Addendum, field: EntryField) -> Option<Value> {
    let absolute = |threshold: &Threshold| match threshold {
        Threshold::Absolute(value) => Some(Value::Number(*value)),
        Threshold::Relative { .. } => None,
    };
    match (field, &addendum.target) {
        (EntryField::AddendumKind, target) => Some(Value::Text(kind(target).into())),
        (EntryField::AddendumValue, Target::Limit { threshold, .. }) => absolute(threshold),
        (EntryField::AddendumValue, Target::Between { min, .. }) => absolute(min),
        (EntryField::AddendumMax, Target::Between { max, .. }) => absolute(max),
        (EntryField::AddendumDate, Target::By(date)) => Some(Value::Date(*date)),
        (EntryField::AddendumMeasured, _) => addendum.measured.map(Value::Period),
        (EntryField::AddendumAgreed, _) => addendum.agreed.map(Value::Date),
        (EntryField::AddendumSource, _) => {
            addendum.source.as_deref().map(|source| Value::Text(source.into()))
        }
        _ => None,
    }
}

fn kind(target: &Target) -> &'static str {
    let absolute = |threshold: &Threshold| matches!(threshold, Threshold::Absolute(_));
    match target {
        Target::Limit { relation, threshold } if absolute(threshold) => {
            RELATIONS.iter().find(|(known, _)| known == relation).map_or(OTHER_ADDENDUM, |(_, name)| name)
        }
        Target::Between { min, max } if absolute(min) && absolute(max) => "between",
        Target::By(_) => "by",
        Target::Done => "done",
        _ => OTHER_ADDENDUM,
    }
}

/// The addendum that the fields make together; none while its target is not whole. A target that the page
/// cannot edit stays as it was in `before`.
pub(super) fn build(
    before: Option<&Addendum>,
    value: impl Fn(EntryField) -> Option<Value>,
) -> Option<Addendum> {
    let kind = value(EntryField::AddendumKind)?;
    let target = match kind.words()? {
        OTHER_ADDENDUM => before?.target.clone(),
        kind => target(kind, &value)?,
    };
    Some(Addendum {
        target,
        measured: value(EntryField::AddendumMeasured).as_ref().and_then(Value::period),
        agreed: value(EntryField::AddendumAgreed).as_ref().and_then(Value::date),
        source: value(EntryField::AddendumSource).as_ref().and_then(Value::words).map(str::to_owned),
    })
}

fn target(kind: &str, value: impl Fn(EntryField) -> Option<Value>) -> Option<Target> {
    let number = |field| value(field).as_ref().and_then(Value::number);
    let threshold = |value: Decimal| Threshold::Absolute(value);
    match kind {
        "between" => {
            let (min, max) = (number(EntryField::AddendumValue)?, number(EntryField::AddendumMax)?);
            Some(Target::Between { min: threshold(min), max: threshold(max) })
        }
        "by" => value(EntryField::AddendumDate)?.date().map(Target::By),
        "done" => Some(Target::Done),
        _ => {
            let (relation, _) = RELATIONS.iter().find(|(_, name)| *name == kind)?;
            let threshold = threshold(number(EntryField::AddendumValue)?);
            Some(Target::Limit { relation: *relation, threshold })
        }
    }
}

/// The first field that an addendum of this kind still lacks.
pub(super) fn missing(kind: &str, value: impl Fn(EntryField) -> Option<Value>) -> Option<EntryField> {
    let needed: &[EntryField] = match kind {
        "between" => &[EntryField::AddendumValue, EntryField::AddendumMax],
        "by" => &[EntryField::AddendumDate],
        "done" | OTHER_ADDENDUM => &[],
        _ => &[EntryField::AddendumValue],
    };
    needed.iter().copied().find(|field| value(*field).is_none())
}
