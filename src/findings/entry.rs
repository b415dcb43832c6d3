//! What an assessment says that cannot count, or belongs to another contract.

use super::codes;
use crate::domain::date::Date;
use crate::domain::number::Points;
use crate::domain::objection::{Field, Objection, ObjectionKind, Place};

codes! {
    /// The assessment says something that cannot count.
    EntryFault {
        /// The assessment was made for another contract.
        "other-contract" => OtherContract {
            /// The contract that it names.
            found: String,
            /// The contract that is open.
            wanted: String,
        },
        /// The contract was changed since the assessment was made.
        "contract-changed" => ContractChanged,
        /// The contract has no such goal, area or part.
        "unknown-entry" => Unknown {
            /// Where it was entered.
            place: Place,
        },
        /// The target wants another kind of result.
        "other-kind-of-result" => OtherKind {
            /// Where it was entered.
            place: Place,
            /// What the target wants.
            wanted: Field,
        },
        /// Points outside the range.
        "points-outside-range" => OutsideRange {
            /// Where they were entered.
            place: Place,
            /// The lowest that can be given.
            min: Points,
            /// The highest that can be given.
            max: Points,
        },
        /// Points or an adjustment without a reason.
        "no-reason" => NoReason {
            /// Where they were entered.
            place: Place,
        },
        /// The last day of service lies outside the pay period.
        "outside-pay-period" => OutsidePayPeriod {
            /// The first day of the pay period.
            from: Date,
            /// Its last day.
            to: Date,
        },
        /// A day outside the contract's years.
        "outside-years" => OutsideYears {
            /// Where it was entered.
            place: Place,
            /// The first year.
            from: i32,
            /// The last year.
            to: i32,
        },
        /// The contract has a figure of its own.
        "contract-decides" => ContractDecides {
            /// Where it was entered.
            place: Place,
        },
        /// An addendum for a target that is fixed already.
        "target-already-fixed" => TargetIsFixed {
            /// Where it was entered.
            place: Place,
        },
        /// The goal's rule cannot score the target as it now is.
        "rule-cannot-score" => RuleCannotScore {
            /// The goal.
            place: Place,
        },
        /// A percent or an amount below zero.
        "negative-entry" => Negative {
            /// Where it was entered.
            place: Place,
        },
        /// Figures too large to be worked out exactly.
        "figures-too-large" => TooLarge {
            /// Where they were entered.
            place: Place,
        },
    }
}

impl From<&Objection> for EntryFault {
    fn from(objection: &Objection) -> Self {
        let place = objection.place.clone();
        match objection.kind {
            ObjectionKind::Unknown => Self::Unknown { place },
            ObjectionKind::OtherKind { wanted } => Self::OtherKind { place, wanted },
            ObjectionKind::OutsideRange { min, max } => Self::OutsideRange { place, min, max },
            ObjectionKind::NoReason => Self::NoReason { place },
            ObjectionKind::OutsidePayPeriod { from, to } => Self::OutsidePayPeriod { from, to },
            ObjectionKind::OutsideYears { from, to } => Self::OutsideYears { place, from, to },
            ObjectionKind::ContractDecides => Self::ContractDecides { place },
            ObjectionKind::TargetIsFixed => Self::TargetIsFixed { place },
            ObjectionKind::RuleDoesNotFit => Self::RuleCannotScore { place },
            ObjectionKind::Negative => Self::Negative { place },
            ObjectionKind::TooLarge => Self::TooLarge { place },
        }
    }
}
