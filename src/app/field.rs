//! The inputs of the page, each with an identifier that survives in drafts and in the page's addresses.

mod key;

use std::rc::Rc;

use crate::domain::contract::{Contract, GoalId, PartId};
use crate::domain::objection::{Field, Objection, ObjectionKind, Place};

/// One input.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldId {
    /// What was reached, of a goal or an area itself (empty path) or of a part of it.
    Reported(EntryId, Rc<[PartId]>, ReportedField),
    /// Something else that is said about a goal or an area.
    Entry(EntryId, EntryField),
    /// The one judgement of all individual areas, in points.
    Overall,
    /// Why just so many points.
    OverallReason,
    /// What a line of the base pay is, counted from 0.
    BaseTitle(usize),
    /// The yearly amount of a line of the base pay, counted from 0.
    BaseValue(usize),
    /// The maximum percent, where the agreement gives none.
    MaxPercent,
    /// Whether the adjustment is a percent or an amount, an [`crate::app::AdjustmentKind`].
    AdjustmentKind,
    /// By how much the permanent secretary adjusts.
    AdjustmentValue,
    /// Why.
    AdjustmentReason,
    /// The last day of service.
    LeftOn,
    /// The material breach for which the supplement lapses.
    Breach,
    /// Special holiday allowance as a percent, where the agreement gives none.
    HolidayPercent,
    /// When something about the pay was decided.
    Agreed(PayDecision),
    /// Where something about the pay was decided.
    AgreedIn(PayDecision),
    /// The day that the assessment describes.
    AsOf,
    /// Whose assessment it is.
    By,
    /// How far along it is.
    Status,
}

/// What is decided about the pay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PayDecision {
    /// The permanent secretary's adjustment.
    Adjustment,
    /// That the director left within the pay period.
    Leaving,
    /// That there was a material breach.
    Breach,
}

/// What an entry is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId {
    /// Whether it is one of the contract's goals or an individual area.
    pub scope: Scope,
    /// Which one.
    pub goal: GoalId,
}

/// Where a goal belongs: areas are goals of the pay agreement, with identifiers of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Among the contract's goals.
    Goal,
    /// Among the individual areas.
    Area,
}

/// A field of what was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReportedField {
    /// The figure.
    Value,
    /// The period that the figure is of.
    Period,
    /// Whether it is the result although its time has not come.
    Final,
    /// The baseline that the contract lacks.
    Baseline,
    /// The day on which it was done.
    Date,
    /// Whether it was done.
    Done,
    /// The points of a judgement.
    Points,
    /// Why just so many points.
    Reason,
}

/// A field of an entry that is not part of what was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryField {
    /// A remark.
    Note,
    /// Where the result can be looked up.
    Evidence,
    /// Why the goal lapsed by agreement; it lapses as soon as there is a reason.
    Lapsed,
    /// When it was agreed that the goal lapses.
    LapseAgreed,
    /// Where it was agreed that the goal lapses.
    LapseSource,
    /// Why the goal will be missed, as the department is told.
    NoticeCause,
    /// What is done about it.
    NoticeMeasures,
    /// The day on which the department was told.
    NoticeOn,
    /// The kind of target that an addendum fixes, an [`crate::app::AddendumKind`].
    AddendumKind,
    /// Its threshold; the lowest of two.
    AddendumValue,
    /// The highest of two thresholds.
    AddendumMax,
    /// Its deadline.
    AddendumDate,
    /// When the target is measured.
    AddendumMeasured,
    /// When it was agreed.
    AddendumAgreed,
    /// Where it was agreed.
    AddendumSource,
}

impl EntryId {
    /// The entry of one of the contract's goals.
    pub fn goal(goal: &GoalId) -> Self {
        Self { scope: Scope::Goal, goal: goal.clone() }
    }

    /// The entry of an individual area.
    pub fn area(goal: &GoalId) -> Self {
        Self { scope: Scope::Area, goal: goal.clone() }
    }

    /// Whether the contract has such a goal or area.
    pub fn is_known(&self, contract: &Contract) -> bool {
        match self.scope {
            Scope::Goal => contract.goal(self.goal.as_str()).is_some(),
            Scope::Area => contract.area(self.goal.as_str()).is_some(),
        }
    }

    /// A field of what was reached: of the goal itself where `path` is empty, else of that part.
    pub fn reported(&self, path: &[PartId], field: ReportedField) -> FieldId {
        FieldId::Reported(self.clone(), path.into(), field)
    }

    /// Another field of the entry.
    pub fn field(&self, field: EntryField) -> FieldId {
        FieldId::Entry(self.clone(), field)
    }
}

impl FieldId {
    /// The entry that the field belongs to, if any.
    pub fn entry(&self) -> Option<&EntryId> {
        match self {
            Self::Reported(entry, ..) | Self::Entry(entry, _) => Some(entry),
            _ => None,
        }
    }

    /// The field in which an objection is answered: a missing reason is written in the field for reasons.
    pub fn of(objection: &Objection) -> Self {
        match (&objection.kind, &objection.place) {
            (ObjectionKind::NoReason, Place::Overall) => Self::OverallReason,
            (ObjectionKind::NoReason, Place::Adjustment) => Self::AdjustmentReason,
            (_, place) => Self::at(place),
        }
    }

    /// The field in which whatever an objection speaks of was entered. Where several fields could be meant,
    /// it is the first of them that a person would correct.
    pub fn at(place: &Place) -> Self {
        let within = |entry: EntryId, path: &[PartId], field: Field| match field {
            Field::Value => entry.reported(path, ReportedField::Value),
            Field::Baseline => entry.reported(path, ReportedField::Baseline),
            Field::Date => entry.reported(path, ReportedField::Date),
            Field::Done => entry.reported(path, ReportedField::Done),
            Field::Points => entry.reported(path, ReportedField::Points),
            Field::Reason => entry.reported(path, ReportedField::Reason),
            Field::Addendum => entry.field(EntryField::AddendumKind),
            Field::Entry | Field::Parts => entry.field(EntryField::Note),
        };
        match place {
            Place::Goal(goal, path, field) => within(EntryId::goal(goal), path, *field),
            Place::Area(goal, path, field) => within(EntryId::area(goal), path, *field),
            Place::Overall => Self::Overall,
            Place::AsOf => Self::AsOf,
            Place::Adjustment => Self::AdjustmentValue,
            Place::LeftOn => Self::LeftOn,
            Place::MaxPercent => Self::MaxPercent,
            Place::HolidayAllowance => Self::HolidayPercent,
            Place::Base(line) => Self::BaseValue(*line),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_reason_is_answered_in_the_field_for_reasons() {
        let objection = |place: Place, kind: ObjectionKind| Objection { place, kind };
        let adjusted = objection(Place::Adjustment, ObjectionKind::NoReason);
        assert_eq!(FieldId::of(&adjusted), FieldId::AdjustmentReason);
        assert_eq!(FieldId::of(&objection(Place::Overall, ObjectionKind::NoReason)), FieldId::OverallReason);
        let negative = objection(Place::MaxPercent, ObjectionKind::Negative);
        assert_eq!(FieldId::of(&negative), FieldId::MaxPercent);
    }
}
