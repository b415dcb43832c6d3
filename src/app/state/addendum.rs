//! An addendum is entered field by field and counts once its target is whole.

use super::value::Value;
use crate::app::field::{ADDENDUM_KINDS, EntryField, OTHER_ADDENDUM};
use crate::domain::assessment::{Addendum, Decision};
use crate::domain::contract::{Relation, Target, TargetKind, Threshold};
use crate::format::words::{parse_word, word};

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
        (EntryField::AddendumKind, target) => Some(Value::Text(kind(target).into())),
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

fn kind(target: &Target) -> &'static str {
    let absolute = |threshold: &Threshold| matches!(threshold, Threshold::Absolute(_));
    let is_editable = match target {
        Target::Limit { threshold, .. } => absolute(threshold),
        Target::Between { min, max } => absolute(min) && absolute(max),
        target => ADDENDUM_KINDS.contains(&target.kind()),
    };
    if is_editable { word(target.kind()) } else { OTHER_ADDENDUM }
}

/// The addendum that the fields make together; none while its target is not whole. A target that the page
/// cannot edit stays as it was in `before`.
pub(in crate::app) fn build_addendum(
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
        decision: Decision {
            agreed: value(EntryField::AddendumAgreed).as_ref().and_then(Value::date),
            source: value(EntryField::AddendumSource).as_ref().and_then(Value::words).map(str::to_owned),
        },
    })
}

fn target(kind: &str, value: impl Fn(EntryField) -> Option<Value>) -> Option<Target> {
    let figure = |field| value(field).as_ref().and_then(Value::number).map(Threshold::Absolute);
    let limit = |relation| Some(Target::Limit { relation, threshold: figure(EntryField::AddendumValue)? });
    match parse_word(kind).ok()? {
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
pub(super) fn missing_field(kind: &str, value: impl Fn(EntryField) -> Option<Value>) -> Option<EntryField> {
    let needed: &[EntryField] = match parse_word(kind) {
        Ok(TargetKind::Between) => &[EntryField::AddendumValue, EntryField::AddendumMax],
        Ok(TargetKind::By) => &[EntryField::AddendumDate],
        Ok(TargetKind::Done) => &[],
        Err(_) if kind == OTHER_ADDENDUM => &[],
        _ => &[EntryField::AddendumValue],
    };
    needed.iter().copied().find(|field| value(*field).is_none())
}
