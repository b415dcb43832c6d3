//! A day and an answer stand for each other, each in a field of its own.

use crate::app::field::{FieldId, ReportedField};
use crate::app::value::Value;

/// The field for yes or no beside one for a day, and the other way round.
pub(super) fn answer_beside(field: &FieldId) -> Option<FieldId> {
    match field {
        FieldId::Reported(entry, path, ReportedField::Date) => {
            Some(entry.reported(path, ReportedField::Done))
        }
        FieldId::Reported(entry, path, ReportedField::Done) => {
            Some(entry.reported(path, ReportedField::Date))
        }
        _ => None,
    }
}

/// The field that takes a value: the one of a row, or the one beside it.
pub(super) fn answered(field: &FieldId, value: Option<&Value>) -> FieldId {
    let is_other = matches!(
        (field, value),
        (FieldId::Reported(_, _, ReportedField::Date), Some(Value::Text(_)))
            | (FieldId::Reported(_, _, ReportedField::Done), Some(Value::Date(_)))
    );
    answer_beside(field).filter(|_| is_other).unwrap_or_else(|| field.clone())
}
