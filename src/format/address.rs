//! Where a file has a place of an assessment, both ways: docs/format.md, "An assessment".

use std::borrow::Cow;

use crate::domain::address::{EntryField, EntryId, FieldId, PayDecision, REPORTED, ReportedField, Scope};
use crate::domain::contract::{PartId, StageId};
use crate::findings::{JsonPath, PathStep};

/// The fields beside a result. What is decided may stand alone or in an object with its day and place.
const ENTRY: [(EntryField, &[&str]); 15] = [
    (EntryField::Note, &["note"]),
    (EntryField::Evidence, &["evidence"]),
    (EntryField::Lapsed, &["lapsed"]),
    (EntryField::LapseAgreed, &["lapsed", "agreed"]),
    (EntryField::LapseSource, &["lapsed", "source"]),
    (EntryField::NoticeCause, &["notice", "cause"]),
    (EntryField::NoticeMeasures, &["notice", "measures"]),
    (EntryField::NoticeOn, &["notice", "on"]),
    (EntryField::AddendumKind, &["addendum"]),
    (EntryField::AddendumValue, &["addendum", "target", "value"]),
    (EntryField::AddendumMax, &["addendum", "target", "max"]),
    (EntryField::AddendumDate, &["addendum", "target", "date"]),
    (EntryField::AddendumMeasured, &["addendum", "target", "measured"]),
    (EntryField::AddendumAgreed, &["addendum", "agreed"]),
    (EntryField::AddendumSource, &["addendum", "source"]),
];

/// The fields that an assessment has once. The size of an adjustment says its kind by its key.
const SINGLE: [(FieldId, &[&str]); 20] = [
    (FieldId::Overall, &["individual", "overall"]),
    (FieldId::OverallReason, &["individual", "reason"]),
    (FieldId::MaxPercent, &["pay", "max_percent"]),
    (FieldId::AdjustmentValue, &["pay", "adjustment"]),
    (FieldId::AdjustmentKind, &["pay", "adjustment"]),
    (FieldId::AdjustmentReason, &["pay", "adjustment", "reason"]),
    (FieldId::Agreed(PayDecision::Adjustment), &["pay", "adjustment", "agreed"]),
    (FieldId::AgreedIn(PayDecision::Adjustment), &["pay", "adjustment", "source"]),
    (FieldId::LeftOn, &["pay", "left_on"]),
    (FieldId::Agreed(PayDecision::Leaving), &["pay", "left_on", "agreed"]),
    (FieldId::AgreedIn(PayDecision::Leaving), &["pay", "left_on", "source"]),
    (FieldId::Breach, &["pay", "breach"]),
    (FieldId::Agreed(PayDecision::Breach), &["pay", "breach", "agreed"]),
    (FieldId::AgreedIn(PayDecision::Breach), &["pay", "breach", "source"]),
    (FieldId::HolidayPercent, &["pay", "holiday_allowance_percent"]),
    (FieldId::Regulation, &["pay", "regulation_percent"]),
    (FieldId::PensionPercent, &["pay", "pension_percent"]),
    (FieldId::AsOf, &["as_of"]),
    (FieldId::By, &["by"]),
    (FieldId::Status, &["status"]),
];

/// The path to a field from the root of an assessment.
pub fn path_of(field: &FieldId) -> JsonPath {
    match field {
        FieldId::Reported(entry, parts, ReportedField::Reading(_)) => part_path(entry, parts).key("readings"),
        FieldId::Reported(entry, parts, field) => part_path(entry, parts).key(key_of(&REPORTED, field)),
        FieldId::Entry(entry, field) => down(part_path(entry, &[]), keys_of(&ENTRY, field)),
        FieldId::Whole(entry, parts) => part_path(entry, parts),
        FieldId::BaseTitle(line) => line_path(*line).key("title"),
        FieldId::BaseValue(line) => line_path(*line).key("value"),
        FieldId::PotPercent(pot) => JsonPath::root().key("pay").key("max_percent").key(pot.to_string()),
        FieldId::Factor(stage) => factor_path(stage).key("value"),
        FieldId::FactorReason(stage) => factor_path(stage).key("reason"),
        single => down(JsonPath::root(), keys_of(&SINGLE, single)),
    }
}

/// The field that a path from the root of an assessment leads to or into; none where it leads to no single one.
pub fn field_at(steps: &[PathStep]) -> Option<FieldId> {
    let keys: Vec<&str> = steps.iter().map_while(key).collect();
    match keys.as_slice() {
        ["results", goal, within @ ..] => Some(entry_field(EntryId::goal(&(*goal).into()), within)),
        ["individual", "areas", area, within @ ..] => {
            Some(entry_field(EntryId::area(&(*area).into()), within))
        }
        ["pay", "base"] => {
            let line = steps.get(2).and_then(index).unwrap_or_default();
            let title = steps.get(3).and_then(key) == Some("title");
            Some(if title { FieldId::BaseTitle(line) } else { FieldId::BaseValue(line) })
        }
        ["pay", "max_percent", pot] => Some(FieldId::PotPercent((*pot).into())),
        ["pay", "factors", stage, "reason"] => Some(FieldId::FactorReason((*stage).into())),
        ["pay", "factors", stage, ..] => Some(FieldId::Factor((*stage).into())),
        keys => deepest(&SINGLE, keys),
    }
}

fn entry_field(entry: EntryId, mut keys: &[&str]) -> FieldId {
    let mut parts: Vec<PartId> = Vec::new();
    while let ["parts", part, rest @ ..] = keys {
        parts.push((*part).into());
        keys = rest;
    }
    if let Some(field) = deepest(&ENTRY, keys).filter(|_| parts.is_empty()) {
        return entry.field(field);
    }
    let reported = keys.first().and_then(|key| REPORTED.iter().find(|(_, name)| name == key));
    match reported {
        Some((field, _)) => entry.reported(&parts, *field),
        None => FieldId::Whole(entry, parts.into()),
    }
}

fn part_path(entry: &EntryId, parts: &[PartId]) -> JsonPath {
    let entries = match entry.scope {
        Scope::Goal => JsonPath::root().key("results"),
        Scope::Area => JsonPath::root().key("individual").key("areas"),
    };
    let entry = entries.key(entry.goal.to_string());
    parts.iter().fold(entry, |path, part| path.key("parts").key(part.to_string()))
}

fn factor_path(stage: &StageId) -> JsonPath {
    JsonPath::root().key("pay").key("factors").key(stage.to_string())
}

fn line_path(line: usize) -> JsonPath {
    JsonPath::root().key("pay").key("base").index(line)
}

fn down(from: JsonPath, keys: &[&'static str]) -> JsonPath {
    keys.iter().fold(from, |path, key| path.key(Cow::Borrowed(*key)))
}

fn key_of<T: PartialEq>(names: &[(T, &'static str)], field: &T) -> &'static str {
    names.iter().find(|(named, _)| named == field).map_or("", |(_, key)| key)
}

fn keys_of<T: PartialEq>(names: &[(T, &'static [&'static str])], field: &T) -> &'static [&'static str] {
    names.iter().find(|(named, _)| named == field).map_or(&[], |(_, keys)| keys)
}

/// The field with the most keys of those whose keys the path begins with; of two the first.
fn deepest<T: Clone>(names: &[(T, &[&str])], keys: &[&str]) -> Option<T> {
    let leading = names.iter().rev().filter(|(_, own)| keys.starts_with(own));
    leading.max_by_key(|(_, own)| own.len()).map(|(field, _)| field.clone())
}

pub(super) fn key(step: &PathStep) -> Option<&str> {
    match step {
        PathStep::Key(key) => Some(key),
        PathStep::Index(_) => None,
    }
}

pub(super) fn index(step: &PathStep) -> Option<usize> {
    match step {
        PathStep::Key(_) => None,
        PathStep::Index(index) => Some(*index),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_again_by_its_path() {
        let mut fields = vec![FieldId::BaseTitle(0), FieldId::BaseValue(12)];
        fields.push(FieldId::PotPercent("ekstra".into()));
        fields.extend([FieldId::Factor("reason".into()), FieldId::FactorReason("skøn".into())]);
        // The path of an adjustment leads to its size.
        let single = SINGLE.into_iter().map(|(field, _)| field);
        fields.extend(single.filter(|field| *field != FieldId::AdjustmentKind));
        let path: [PartId; 2] = ["concept".into(), "parts".into()];
        for entry in [EntryId::goal(&"goal-2".into()), EntryId::area(&"note".into())] {
            fields.extend(ENTRY.into_iter().map(|(field, _)| entry.field(field)));
            for parts in [&[][..], &path] {
                fields.extend(REPORTED.into_iter().map(|(field, _)| entry.reported(parts, field)));
                fields.push(FieldId::Whole(entry.clone(), parts.into()));
            }
        }
        for field in fields {
            let path = path_of(&field);
            assert_eq!(field_at(path.steps()), Some(field), "{path}");
        }
    }

    #[test]
    fn a_path_into_a_field_leads_to_it() {
        let path = JsonPath::root().key("results").key("a").key("addendum").key("target").key("colour");
        assert_eq!(field_at(path.steps()), Some(EntryId::goal(&"a".into()).field(EntryField::AddendumKind)));
        let path = JsonPath::root().key("pay").key("adjustment").key("percent");
        assert_eq!(field_at(path.steps()), Some(FieldId::AdjustmentValue));
        assert_eq!(field_at(JsonPath::root().key("results").steps()), None);
    }
}
