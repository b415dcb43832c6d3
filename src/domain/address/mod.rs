//! Places in an assessment: a field of it, an entry, or one of the lines that it is compared and planned by.
//!
//! A field's text key survives in drafts; `format` knows where a file has it.

mod key;

pub(crate) use key::{Escaped, REPORTED};

use std::rc::Rc;

use super::contract::{Contract, Goal, GoalId, PartId, PotId, StageId};
use super::date::Period;

/// A field of an assessment, or an entry or part as a whole.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldId {
    /// What was reached, of a goal or an area itself (empty path) or of a part of it.
    Reported(EntryId, Rc<[PartId]>, ReportedField),
    /// Something else that is said about a goal or an area.
    Entry(EntryId, EntryField),
    /// All that is said about a goal or an area (empty path), or about a part of it.
    Whole(EntryId, Rc<[PartId]>),
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
    /// Whether the adjustment is a percent or an amount.
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
    /// The percent of a pot, where the agreement leaves it open.
    PotPercent(PotId),
    /// By how many percent the agreement's pay level was regulated.
    Regulation,
    /// A judgement that multiplies what was reached.
    Factor(StageId),
    /// Why just so much.
    FactorReason(StageId),
    /// The pension contribution as a percent, where the agreement gives none.
    PensionPercent,
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
    /// What was counted above the line, where two counts give the figure.
    Numerator,
    /// What was counted below the line.
    Denominator,
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
    /// The level of a scale.
    Level,
    /// Why just so many points, or just this level.
    Reason,
    /// The parts of a composite, each with fields of its own.
    Parts,
    /// What was measured in a period of the year, beside the figure.
    Reading(Period),
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
    /// The kind of target that an addendum fixes.
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

    /// The goal or area of the contract; none where it has no such one.
    pub fn goal_in<'c>(&self, contract: &'c Contract) -> Option<&'c Rc<Goal>> {
        match self.scope {
            Scope::Goal => contract.goal(self.goal.as_str()),
            Scope::Area => contract.area(self.goal.as_str()),
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
    /// Whether it says whose assessment it is, how far along, or of which day.
    pub fn is_head(&self) -> bool {
        matches!(self, Self::By | Self::Status | Self::AsOf)
    }

    /// The entry that the field belongs to, if any.
    pub fn entry(&self) -> Option<&EntryId> {
        match self {
            Self::Reported(entry, ..) | Self::Entry(entry, _) | Self::Whole(entry, _) => Some(entry),
            _ => None,
        }
    }

    /// The line that the field belongs to; none for what stands above all of them.
    pub fn line(&self) -> Option<LineId> {
        if let Some(entry) = self.entry() {
            return Some(LineId::Entry(entry.clone()));
        }
        match self {
            Self::Overall | Self::OverallReason => Some(LineId::Overall),
            Self::AsOf | Self::By | Self::Status => None,
            _ => Some(LineId::Pay),
        }
    }

    /// The input in which a person corrects it: of a whole entry, or of parts where none belong, the note.
    #[must_use]
    pub fn input(&self) -> Self {
        match self {
            Self::Whole(entry, _) | Self::Reported(entry, _, ReportedField::Parts) => {
                entry.field(EntryField::Note)
            }
            field => field.clone(),
        }
    }
}

/// A line of an assessment: what it is compared, agreed and planned by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LineId {
    /// A goal, with points of the contract, or an individual area, with points of the resultatløn.
    Entry(EntryId),
    /// The one judgement of all individual areas, with points of the resultatløn.
    Overall,
    /// What the pay is worked out from: base pay, percents and decisions.
    Pay,
}

impl LineId {
    /// The line of one of the contract's goals.
    pub fn goal(goal: &GoalId) -> Self {
        Self::Entry(EntryId::goal(goal))
    }

    /// The line of an individual area.
    pub fn area(goal: &GoalId) -> Self {
        Self::Entry(EntryId::area(goal))
    }

    /// Whether it is one of the contract's goals, whose points are the contract's.
    pub fn is_goal(&self) -> bool {
        matches!(self, Self::Entry(EntryId { scope: Scope::Goal, .. }))
    }
}
