//! A field's identifier as text: the `id` of its input, and its key in a draft.

use std::fmt;
use std::rc::Rc;

use super::{EntryField, EntryId, FieldId, PayDecision, ReportedField, Scope};
use crate::domain::contract::PartId;
use crate::domain::date::Period;

/// What each field of a result is called, in keys and in files.
pub(crate) const REPORTED: [(ReportedField, &str); 12] = [
    (ReportedField::Value, "value"),
    (ReportedField::Numerator, "numerator"),
    (ReportedField::Denominator, "denominator"),
    (ReportedField::Period, "period"),
    (ReportedField::Final, "final"),
    (ReportedField::Baseline, "baseline"),
    (ReportedField::Date, "date"),
    (ReportedField::Done, "done"),
    (ReportedField::Points, "points"),
    (ReportedField::Level, "level"),
    (ReportedField::Reason, "reason"),
    (ReportedField::Parts, "parts"),
];

const ENTRY: [(EntryField, &str); 15] = [
    (EntryField::Note, "note"),
    (EntryField::Evidence, "evidence"),
    (EntryField::Lapsed, "lapsed"),
    (EntryField::LapseAgreed, "lapsed-agreed"),
    (EntryField::LapseSource, "lapsed-source"),
    (EntryField::NoticeCause, "notice-cause"),
    (EntryField::NoticeMeasures, "notice-measures"),
    (EntryField::NoticeOn, "notice-on"),
    (EntryField::AddendumKind, "addendum-kind"),
    (EntryField::AddendumValue, "addendum-value"),
    (EntryField::AddendumMax, "addendum-max"),
    (EntryField::AddendumDate, "addendum-date"),
    (EntryField::AddendumMeasured, "addendum-measured"),
    (EntryField::AddendumAgreed, "addendum-agreed"),
    (EntryField::AddendumSource, "addendum-source"),
];

/// What the field of a reading is called, before its period.
const READING: &str = "reading-";

/// Stands in the place of a field for all of them.
const WHOLE: &str = "*";

/// The fields that the assessment has once.
const SINGLE: [(FieldId, &str); 20] = [
    (FieldId::Overall, "overall"),
    (FieldId::OverallReason, "overall-reason"),
    (FieldId::MaxPercent, "max-percent"),
    (FieldId::AdjustmentKind, "adjustment-kind"),
    (FieldId::AdjustmentValue, "adjustment-value"),
    (FieldId::AdjustmentReason, "adjustment-reason"),
    (FieldId::LeftOn, "left-on"),
    (FieldId::Breach, "breach"),
    (FieldId::HolidayPercent, "holiday-percent"),
    (FieldId::Regulation, "regulation-percent"),
    (FieldId::PensionPercent, "pension-percent"),
    (FieldId::Agreed(PayDecision::Adjustment), "adjustment-agreed"),
    (FieldId::AgreedIn(PayDecision::Adjustment), "adjustment-source"),
    (FieldId::Agreed(PayDecision::Leaving), "left-on-agreed"),
    (FieldId::AgreedIn(PayDecision::Leaving), "left-on-source"),
    (FieldId::Agreed(PayDecision::Breach), "breach-agreed"),
    (FieldId::AgreedIn(PayDecision::Breach), "breach-source"),
    (FieldId::AsOf, "as-of"),
    (FieldId::By, "by"),
    (FieldId::Status, "status"),
];

/// `goal/goal-2/value`, `goal/product-4/concept/date`, `area/turnover/note`, `base/0/title`, `as-of`.
/// Signs of an identifier that would break an `id` or the path are written as `%`, their number and `;`.
impl fmt::Display for FieldId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Reported(entry, path, ReportedField::Reading(period)) => {
                write_part(out, entry, path)?;
                write!(out, "/{READING}{period}")
            }
            Self::Reported(entry, path, field) => {
                write_part(out, entry, path)?;
                write!(out, "/{}", name_of(&REPORTED, field))
            }
            Self::Whole(entry, path) => {
                write_part(out, entry, path)?;
                write!(out, "/{WHOLE}")
            }
            Self::Entry(entry, field) => write!(out, "{entry}/{}", name_of(&ENTRY, field)),
            Self::BaseTitle(line) => write!(out, "base/{line}/title"),
            Self::BaseValue(line) => write!(out, "base/{line}/value"),
            Self::PotPercent(pot) => write!(out, "pot/{}/percent", Escaped(pot.as_str())),
            Self::Factor(stage) => write!(out, "stage/{}/factor", Escaped(stage.as_str())),
            Self::FactorReason(stage) => write!(out, "stage/{}/reason", Escaped(stage.as_str())),
            single => out.write_str(name_of(&SINGLE, single)),
        }
    }
}

fn write_part(out: &mut fmt::Formatter<'_>, entry: &EntryId, path: &[PartId]) -> fmt::Result {
    write!(out, "{entry}")?;
    path.iter().try_for_each(|part| write!(out, "/{}", Escaped(part.as_str())))
}

impl fmt::Display for EntryId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scope = match self.scope {
            Scope::Goal => "goal",
            Scope::Area => "area",
        };
        write!(out, "{scope}/{}", Escaped(self.goal.as_str()))
    }
}

impl FieldId {
    /// The field that is written like this.
    pub fn from_key(key: &str) -> Option<Self> {
        let steps: Vec<&str> = key.split('/').collect();
        match steps.as_slice() {
            ["base", line, "title"] => line.parse().ok().map(Self::BaseTitle),
            ["base", line, "value"] => line.parse().ok().map(Self::BaseValue),
            [single] => named(&SINGLE, single),
            ["pot", pot, "percent"] => Some(Self::PotPercent(unescaped(pot)?.as_str().into())),
            ["stage", stage, "factor"] => Some(Self::Factor(unescaped(stage)?.as_str().into())),
            ["stage", stage, "reason"] => Some(Self::FactorReason(unescaped(stage)?.as_str().into())),
            [scope, goal, path @ .., field] => {
                let entry = parse_entry(scope, goal)?;
                if let (Some(field), true) = (named(&ENTRY, field), path.is_empty()) {
                    return Some(Self::Entry(entry, field));
                }
                let parts = path.iter().map(|part| Some(unescaped(part)?.as_str().into()));
                let path: Rc<[PartId]> = parts.collect::<Option<_>>()?;
                if *field == WHOLE {
                    return Some(Self::Whole(entry, path));
                }
                let reading = || Period::parse(field.strip_prefix(READING)?).map(ReportedField::Reading);
                Some(Self::Reported(entry, path, named(&REPORTED, field).or_else(reading)?))
            }
            _ => None,
        }
    }
}

fn parse_entry(scope: &str, goal: &str) -> Option<EntryId> {
    let scope = match scope {
        "goal" => Scope::Goal,
        "area" => Scope::Area,
        _ => return None,
    };
    Some(EntryId { scope, goal: unescaped(goal)?.as_str().into() })
}

fn name_of<T: PartialEq>(names: &[(T, &'static str)], of: &T) -> &'static str {
    names.iter().find(|(field, _)| field == of).map_or("", |(_, name)| name)
}

fn named<T: Clone>(names: &[(T, &str)], of: &str) -> Option<T> {
    names.iter().find(|(_, name)| *name == of).map(|(field, _)| field.clone())
}

/// A name without the signs that would break an `id` or a path of them.
pub(crate) struct Escaped<'a>(pub(crate) &'a str);

impl fmt::Display for Escaped<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.0.chars() {
            if letter == '/' || letter == '%' || letter.is_whitespace() || letter.is_control() {
                write!(out, "%{:x};", u32::from(letter))?;
            } else {
                write!(out, "{letter}")?;
            }
        }
        Ok(())
    }
}

fn unescaped(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut letters = pieces.next()?.to_owned();
    for piece in pieces {
        let (number, rest) = piece.split_once(';')?;
        letters.push(char::from_u32(u32::from_str_radix(number, 16).ok()?)?);
        letters.push_str(rest);
    }
    Some(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_found_again_by_its_key() {
        let goal = EntryId::goal(&"goal-2".into());
        let odd = EntryId::area(&"mål 2/50 %".into());
        let path: Vec<PartId> = vec!["concept".into(), "%41;".into()];
        let mut fields = vec![FieldId::BaseTitle(0), FieldId::BaseValue(12)];
        fields.push(FieldId::PotPercent("ekstra/ramme".into()));
        fields.extend([FieldId::Factor("skøn".into()), FieldId::FactorReason("skøn".into())]);
        fields.extend(SINGLE.into_iter().map(|(field, _)| field));
        for entry in [goal, odd] {
            fields.extend(ENTRY.into_iter().map(|(field, _)| entry.field(field)));
            fields.extend(REPORTED.into_iter().map(|(field, _)| entry.reported(&[], field)));
            fields.extend(REPORTED.into_iter().map(|(field, _)| entry.reported(&path, field)));
            for period in ["2009", "2009-H1", "2009-Q3", "2009-05", "2009-05-31"] {
                fields.push(entry.reported(&path, ReportedField::Reading(Period::parse(period).unwrap())));
            }
            fields.push(FieldId::Whole(entry.clone(), Rc::new([])));
            fields.push(FieldId::Whole(entry, path.as_slice().into()));
        }
        for field in fields {
            let key = field.to_string();
            assert!(!key.contains(char::is_whitespace), "{key}");
            assert_eq!(FieldId::from_key(&key), Some(field), "{key}");
        }
    }

    #[test]
    fn keys_are_readable() {
        let goal = EntryId::goal(&"product-4".into());
        let live = goal.reported(&["live".into()], ReportedField::Date);
        assert_eq!(live.to_string(), "goal/product-4/live/date");
        assert_eq!(goal.field(EntryField::Note).to_string(), "goal/product-4/note");
    }

    #[test]
    fn a_key_of_nothing_is_none() {
        for key in
            ["", "goal", "goal/goal-2", "goal/goal-2/colour", "base/x/title", "base/0", "goal/%zz;/value"]
        {
            assert_eq!(FieldId::from_key(key), None, "{key}");
        }
    }
}
