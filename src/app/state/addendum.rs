//! An addendum is entered field by field and counts once its target is whole.

use super::choice::{ADDENDUM_KINDS, AddendumKind, Choice};
use super::value::Value;
use crate::domain::address::EntryField;
use crate::domain::assessment::{Addendum, Decision};
use crate::domain::contract::{Relation, Target, TargetKind, Threshold};

/// The fields of an addendum.
pub(in crate::app) const ADDENDUM_FIELDS: [EntryField; 7] = [
    EntryField::AddendumKind,
    EntryField::AddendumValue,
    EntryField::AddendumMax,
    EntryField::AddendumDate,
    EntryField::AddendumMeasured,
    EntryField::AddendumAgreed,
    EntryField::AddendumSource,
];

/// What an addendum says in one of its fields.
pub(super) fn addendum_value(addendum: &Addendum, field: EntryField) -> Option<Value> {
    let absolute = |threshold: &Threshold| match threshold {
        Threshold::Absolute(value) => Some(Value::Number(*value)),
        Threshold::Relative { .. } => None,
    };
    match (field, &addendum.target) {
        (EntryField::AddendumKind, target) => {
            Some(Value::Choice(Choice::AddendumKind(addendum_kind(target))))
        }
        (EntryField::AddendumValue, Target::Limit { threshold, .. }) => absolute(threshold),
        (EntryField::AddendumValue, Target::Between { min, .. }) => absolute(min),
        (EntryField::AddendumMax, Target::Between { max, .. }) => absolute(max),
        (EntryField::AddendumDate, Target::By(date)) => Some(Value::Date(*date)),
        (EntryField::AddendumMeasured, _) => addendum.measured.map(Value::Period),
        (EntryField::AddendumAgreed, _) => addendum.decision.agreed.map(Value::Date),
        (EntryField::AddendumSource, _) => {
            addendum.decision.source.as_deref().map(|source| Value::Text(source.into()))
        }
        _ => None,
    }
}

fn addendum_kind(target: &Target) -> AddendumKind {
    let absolute = |threshold: &Threshold| matches!(threshold, Threshold::Absolute(_));
    let is_editable = match target {
        Target::Limit { threshold, .. } => absolute(threshold),
        Target::Between { min, max } => absolute(min) && absolute(max),
        target => ADDENDUM_KINDS.contains(&target.kind()),
    };
    if is_editable { AddendumKind::Editable(target.kind()) } else { AddendumKind::Other }
}

/// The addendum that the fields make together; none while its target is not whole. A target that the page
/// cannot edit stays as it was in `before`.
pub(in crate::app) fn build_addendum(
    before: Option<&Addendum>,
    value: impl Fn(EntryField) -> Option<Value>,
) -> Option<Addendum> {
    let target = match value(EntryField::AddendumKind)?.addendum_kind()? {
        AddendumKind::Editable(kind) => build_target(kind, &value)?,
        AddendumKind::Other => before?.target.clone(),
    };
    Some(Addendum {
        target,
        measured: value(EntryField::AddendumMeasured).as_ref().and_then(Value::period),
        decision: Decision {
            agreed: value(EntryField::AddendumAgreed).as_ref().and_then(Value::date),
            source: value(EntryField::AddendumSource).as_ref().and_then(Value::words).map(str::to_owned),
        },
    })
}

fn build_target(kind: TargetKind, value: impl Fn(EntryField) -> Option<Value>) -> Option<Target> {
    let figure = |field| value(field).as_ref().and_then(Value::number).map(Threshold::Absolute);
    let limit = |relation| Some(Target::Limit { relation, threshold: figure(EntryField::AddendumValue)? });
    match kind {
        TargetKind::AtMost => limit(Relation::AtMost),
        TargetKind::AtLeast => limit(Relation::AtLeast),
        TargetKind::Below => limit(Relation::Below),
        TargetKind::Above => limit(Relation::Above),
        TargetKind::Between => {
            let (min, max) = (figure(EntryField::AddendumValue)?, figure(EntryField::AddendumMax)?);
            Some(Target::Between { min, max })
        }
        TargetKind::By => value(EntryField::AddendumDate)?.date().map(Target::By),
        TargetKind::Done => Some(Target::Done),
        _ => None,
    }
}

/// The first field that an addendum of this kind still lacks.
pub(super) fn missing_field(
    kind: AddendumKind,
    value: impl Fn(EntryField) -> Option<Value>,
) -> Option<EntryField> {
    let needed: &[EntryField] = match kind {
        AddendumKind::Editable(TargetKind::Between) => &[EntryField::AddendumValue, EntryField::AddendumMax],
        AddendumKind::Editable(TargetKind::By) => &[EntryField::AddendumDate],
        AddendumKind::Editable(TargetKind::Done) | AddendumKind::Other => &[],
        AddendumKind::Editable(_) => &[EntryField::AddendumValue],
    };
    needed.iter().copied().find(|field| value(*field).is_none())
}
