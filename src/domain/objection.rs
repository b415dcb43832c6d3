//! What is wrong with something that an assessment says, and where it was entered.

use super::address::{FieldId, ReportedField};
use super::date::Date;
use super::number::{Decimal, Points};

/// What is wrong with one thing that an assessment says. What it names counts as not given, except for
/// missing reasons and days in strange years, which are only flagged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objection {
    /// Where it was entered, or is missing.
    pub place: FieldId,
    /// The mistake, with the figures that its message shows.
    pub kind: ObjectionKind,
}

/// What is wrong with something that was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ObjectionKind {
    /// The contract has no such goal, area or part.
    Unknown,
    /// The target wants another kind of result.
    OtherKind {
        /// The field that its target is answered with.
        wanted: ReportedField,
    },
    /// The count below the line is 0.
    NothingCounted,
    /// A figure was entered beside the counts, and counts in their place.
    FigureGiven,
    /// The scale has no such level.
    UnknownLevel,
    /// The points lie outside the range.
    OutsideRange {
        /// The lowest that can be given.
        min: Points,
        /// The highest that can be given.
        max: Points,
    },
    /// The factor lies outside its bounds.
    OutsideBounds {
        /// The lowest that can be given.
        min: Decimal,
        /// The highest that can be given.
        max: Decimal,
    },
    /// Points, a level or an adjustment without a reason: they count, and are flagged.
    NoReason,
    /// The reason is another party's, and was written for other points or another level: they count, and are flagged.
    ReasonOfOther,
    /// The agreement does not allow such an adjustment: it counts, and is flagged.
    NotAgreed,
    /// The day lies outside the pay period.
    OutsidePayPeriod {
        /// The first day.
        from: Date,
        /// The last day.
        to: Date,
    },
    /// The day lies outside the contract's years: it counts, and is flagged.
    OutsideYears {
        /// The first year.
        from: i32,
        /// The last year, the one after the contract's period.
        to: i32,
    },
    /// The contract has a figure of its own; the one entered does not count.
    ContractDecides,
    /// An addendum for a target that is fixed already.
    TargetIsFixed,
    /// The rule cannot score this target: the threshold lies on the wrong side of `zero_at`, or is not positive.
    RuleDoesNotFit,
    /// A percent or an amount below zero.
    Negative,
    /// The figures are too large to be worked out exactly.
    TooLarge,
}

impl ObjectionKind {
    /// Whether it lies in what the contract says, so that another contract could have use for what was entered. It does not
    /// count meanwhile.
    pub fn is_against_contract(&self) -> bool {
        match self {
            Self::Unknown
            | Self::OtherKind { .. }
            | Self::UnknownLevel
            | Self::OutsideRange { .. }
            | Self::OutsideBounds { .. }
            | Self::OutsidePayPeriod { .. }
            | Self::ContractDecides
            | Self::TargetIsFixed
            | Self::RuleDoesNotFit => true,
            Self::NothingCounted
            | Self::FigureGiven
            | Self::NoReason
            | Self::ReasonOfOther
            | Self::NotAgreed
            | Self::OutsideYears { .. }
            | Self::Negative
            | Self::TooLarge => false,
        }
    }
}
