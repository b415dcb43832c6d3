//! The steps from a result to its points, as typed values that any language and any paper can print.

use serde::Serialize;

use super::contract::{BaselineChange, Relation};
use super::contract::{PartId, Weight};
use super::date::{Date, Period};
use super::number::{Decimal, Points, Share, Span};

/// Whether a target holds, as far as that can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Holds,
    /// It does not hold, and will not.
    Fails,
    /// A result is missing.
    Open,
    /// The target itself is not fixed.
    Undetermined,
}

/// How a goal looks before its result is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outlook {
    /// Bagud: it would give nothing.
    Behind,
    /// Delvis: it would give some of its points.
    Partly,
    /// På vej: it would be met in full.
    OnTheWay,
}

impl Outlook {
    /// The outlook of a share. While a part has neither result nor reading, the best that is possible counts.
    pub fn new(share: Span<Share>) -> Self {
        match share.max {
            max if max.is_full() => Self::OnTheWay,
            max if max.is_none() => Self::Behind,
            _ => Self::Partly,
        }
    }
}

/// One step of a calculation, in the figures that it starts from and comes to.
///
/// Results, thresholds and baselines are in the goal's own unit; points are rounded to the contract's decimals.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// A relative threshold: baseline and change give the threshold.
    Threshold {
        /// What it is counted from.
        baseline: Decimal,
        /// By how much it differs.
        change: BaselineChange,
        /// baseline × (100 + p) / 100, or baseline + n; exact.
        threshold: Decimal,
    },
    /// What the goal would come to if its readings and forecasts were results.
    Expected {
        /// The period of the figure, where it says one.
        period: Option<Period>,
        /// How that looks.
        outlook: Outlook,
        /// The points; none in an unweighted contract.
        points: Option<Span<Points>>,
        /// How it was worked out.
        steps: Vec<Step>,
    },
    /// A result against one threshold.
    Limit {
        /// What was reached.
        value: Decimal,
        /// The side on which the target holds.
        relation: Relation,
        /// The figure that the target asks for, worked out where it is relative.
        threshold: Decimal,
        /// Whether it holds.
        holds: bool,
    },
    /// A result against two thresholds.
    Between {
        /// What was reached.
        value: Decimal,
        /// The lowest that holds.
        min: Decimal,
        /// The highest that holds.
        max: Decimal,
        /// Whether it holds.
        holds: bool,
    },
    /// A result against its baseline: |value − baseline| ≤ tolerance.
    Unchanged {
        /// What was reached.
        value: Decimal,
        /// What it is held against.
        baseline: Decimal,
        /// How far it may lie from the baseline.
        tolerance: Decimal,
        /// Whether it holds.
        holds: bool,
    },
    /// A day against a deadline; `date` is `None` where it was not reached and will not be.
    Deadline {
        /// The day on which it was done.
        date: Option<Date>,
        /// The last day on which it counts.
        deadline: Date,
        /// Whether it holds.
        holds: bool,
    },
    /// Done, yes or no.
    Done(bool),
    /// A result from two counts: numerator / denominator, × 100 for a percent, rounded.
    Ratio {
        /// What was counted above the line.
        numerator: Decimal,
        /// What was counted below the line.
        denominator: Decimal,
        /// Whether it is a percent.
        is_percent: bool,
        /// The figure, rounded half away from zero.
        value: Decimal,
    },
    /// A level that a person chose.
    Rated {
        /// What it is called.
        title: String,
        /// The share that it earns.
        share: Share,
    },
    /// A part of a composite with its own steps.
    Part {
        /// Which one, within its composite.
        id: PartId,
        /// What the contract calls it, where it has a title.
        title: Option<String>,
        /// Whether it holds.
        verdict: Verdict,
        /// How much of it is reached, where it can be reached in part.
        share: Option<Box<Span<Share>>>,
        /// How that was found.
        steps: Vec<Step>,
    },
    /// How many parts of a composite hold.
    Parts {
        /// Whether all are needed, or any.
        all: bool,
        /// Parts that hold.
        holding: usize,
        /// Parts that do not.
        failing: usize,
        /// All parts.
        of: usize,
        /// What follows for the whole.
        verdict: Verdict,
    },
    /// The result is missing.
    NoResult,
    /// The result is missing and its deadline has passed.
    Overdue {
        /// The last day on which it would have counted.
        deadline: Date,
    },
    /// The target is not fixed yet.
    NoTarget,
    /// The target is counted from a baseline that nobody gave.
    NoBaseline,
    /// An addendum fixed the target.
    Addendum {
        /// When it was agreed.
        agreed: Option<Date>,
        /// When the target is measured, where the addendum says so.
        measured: Option<Period>,
    },
    /// The share of a linear rule: `(value − zero_at) / (target − zero_at)`.
    Linear {
        /// What was reached.
        value: Decimal,
        /// The result that earns nothing.
        zero_at: Decimal,
        /// The threshold, which earns 1.
        target: Decimal,
        /// What comes out, before it is held between 0 and the cap.
        share: Share,
    },
    /// The share of a proportional rule: value / target, or target / value.
    Proportional {
        /// What stands above the line.
        above: Decimal,
        /// What stands below the line.
        below: Decimal,
        /// What comes out, before it is held between 0 and the cap.
        share: Share,
    },
    /// An at-most result of 0 or below earns everything under a proportional rule.
    ProportionalFull {
        /// What was reached.
        value: Decimal,
    },
    /// A result read off a scale at or beyond one of its steps; `reached` is `None` below the first.
    ScaleStep {
        /// What was reached.
        value: Decimal,
        /// The last step reached, as `(at, share)`.
        reached: Option<(Decimal, Decimal)>,
        /// What it earns.
        share: Share,
    },
    /// A result between two steps of a scale: `s0 + (s1 − s0) × (value − a0) / (a1 − a0)`.
    ScaleBetween {
        /// What was reached.
        value: Decimal,
        /// The worse step, as `(at, share)`.
        lower: (Decimal, Decimal),
        /// The better step, as `(at, share)`.
        upper: (Decimal, Decimal),
        /// What it earns.
        share: Share,
    },
    /// The parts' shares that are earned, from the worst to the best still possible.
    PartShares {
        /// Their sum; the upper end counts every open part at its best.
        share: Span<Share>,
        /// Each part's share of the goal and how much of the part is reached; empty where no part is reached in part.
        terms: Vec<(Share, Span<Share>)>,
    },
    /// The share is held at 0 or at the cap.
    Held {
        /// The share that counts.
        share: Share,
    },
    /// The weight after the weights of lapsed goals were shared out.
    Reweighted {
        /// As the contract has it.
        from: Weight,
        /// As it counts.
        to: Weight,
    },
    /// Weight × share, rounded.
    Points {
        /// As it counts, after lapsed goals' weights were shared out.
        weight: Points,
        /// The exact fraction of it that is earned.
        share: Share,
        /// The product, rounded half away from zero.
        points: Points,
    },
    /// min + (max − min) × share, rounded.
    RangePoints {
        /// The points at no fulfilment.
        min: Points,
        /// The points at full fulfilment.
        max: Points,
        /// The exact fraction of the range that is earned.
        share: Share,
        /// The points, rounded half away from zero.
        points: Points,
    },
    /// The points that a person gave.
    Judged {
        /// As they were given.
        points: Points,
        /// The lowest that could be given.
        min: Points,
        /// The highest that could be given.
        max: Points,
    },
    /// From the worst to the best points still possible.
    Open(Span<Points>),
    /// The goal lapsed by agreement.
    Lapsed {
        /// The reason that the agreement gives.
        reason: String,
    },
    /// The figures are too large to be worked out exactly; the goal counts as open.
    TooLarge,
}
