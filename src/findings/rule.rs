//! What keeps a contract from being scored.

use super::codes;
use crate::domain::date::Date;
use crate::domain::number::Decimal;

codes! {
    /// The contract breaks one of its own rules and cannot be scored.
    RuleFault {
        /// Two of a kind have the same identifier.
        "duplicate-id" => DuplicateId {
            /// The identifier.
            id: String,
            /// The line where it stands first, counted from 1.
            first_line: usize,
        },
        /// A group or a part that the contract does not have.
        "unknown-reference" => UnknownReference {
            /// What is looked for.
            kind: IdKind,
            /// The identifier.
            id: String,
            /// The one that was probably meant.
            suggestion: Option<String>,
        },
        /// Groups that belong to each other in a circle.
        "circular-groups" => CircularGroups {
            /// The groups of the circle.
            ids: Vec<String>,
        },
        /// A number below zero where there can be none.
        "negative-number" => Negative {
            /// The number.
            value: Decimal,
        },
        /// A number that has to be above zero.
        "not-positive" => NotPositive {
            /// The number.
            value: Decimal,
        },
        /// The lowest is above the highest.
        "min-above-max" => MinAboveMax {
            /// The lowest.
            min: Decimal,
            /// The highest.
            max: Decimal,
        },
        /// A period ends before it begins.
        "period-reversed" => PeriodReversed {
            /// Its first day.
            from: Date,
            /// Its last day.
            to: Date,
        },
        /// A weight with more decimals than the contract's points have.
        "weight-too-fine" => WeightTooFine {
            /// The weight.
            weight: Decimal,
            /// The contract's decimals.
            decimals: u32,
        },
        /// A composite target without parts.
        "no-parts" => NoParts,
        /// A scale with fewer than two steps.
        "scale-too-short" => ScaleTooShort,
        /// The results or the shares of a scale are not in order.
        "scale-out-of-order" => ScaleOutOfOrder,
        /// The parts' shares are not 1 together.
        "shares-do-not-sum" => SharesDoNotSum {
            /// What they are together.
            sum: Decimal,
        },
        /// A cap below full fulfilment.
        "cap-below-one" => CapBelowOne {
            /// The cap.
            cap: Decimal,
        },
        /// A rule that this kind of target cannot be scored by.
        "rule-does-not-fit" => RuleDoesNotFit {
            /// The rule, as the file writes it.
            rule: &'static str,
            /// The kind of target, as the file writes it.
            target: &'static str,
        },
        /// `zero_at` lies on the better side of the target, or on it.
        "zero-at-on-wrong-side" => ZeroAtOnWrongSide {
            /// The result that earns nothing.
            zero_at: Decimal,
            /// The target.
            target: Decimal,
        },
        /// A proportional rule for a target of zero or below.
        "target-not-positive" => TargetNotPositive {
            /// The target.
            target: Decimal,
        },
    }
}

/// What an identifier names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdKind {
    /// A group of goals.
    Group,
    /// A part of a composite target.
    Part,
}
