//! What has to hold: one kind of target a file.

mod between;
mod by;
mod composite;
mod done;
mod judgement;
mod limit;
mod threshold;
mod unchanged;

pub use judgement::{Fault, Ground, Judgement};

use super::assessment::Reported;
use super::contract::{Figure, PartId};
use super::date::{Date, Period};
use super::evaluation::{Field, ObjectionKind};
use super::number::Decimal;
use super::trace::{Step, Verdict};

/// What has to hold for a goal to be met.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// The result against one threshold.
    Limit {
        /// On which side of the threshold it holds.
        relation: Relation,
        /// The threshold.
        threshold: Threshold,
    },
    /// The result within two thresholds, both included.
    Between {
        /// The lowest that holds.
        min: Threshold,
        /// The highest that holds.
        max: Threshold,
    },
    /// The result within the tolerance of the baseline.
    Unchanged {
        /// What it is compared with.
        baseline: Option<Baseline>,
        /// How far it may lie from the baseline, to either side; 0 unless given.
        tolerance: Decimal,
    },
    /// Done on or before a date.
    By(Date),
    /// Done, yes or no.
    Done,
    /// Every part holds.
    AllOf(Vec<Part>),
    /// At least one part holds.
    AnyOf(Vec<Part>),
    /// A person gives points within the weight's range, with a reason.
    Assessed {
        /// What the person looks at.
        criteria: Vec<Criterion>,
    },
    /// Not fixed yet.
    Undetermined,
}

/// On which side of a threshold a target holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Result ≤ threshold.
    AtMost,
    /// Result ≥ threshold.
    AtLeast,
    /// Result < threshold.
    Below,
    /// Result > threshold.
    Above,
}

/// The figure that a result is held against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Threshold {
    /// A figure.
    Absolute(Decimal),
    /// A change from a baseline. Without a baseline the target is undetermined.
    Relative {
        /// What it is counted from.
        baseline: Option<Baseline>,
        /// By how much it differs.
        change: Change,
    },
}

/// What a relative threshold is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Baseline {
    /// A figure.
    Figure(Decimal),
    /// What the history of the part or of the goal says for a period.
    Of(Period),
}

/// By how much a threshold differs from its baseline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// By so many percent: baseline × (100 + p) / 100.
    Percent(Decimal),
    /// By so much: baseline + n. Percentage points count here; 0 is the baseline itself.
    Points(Decimal),
}

/// A part of a composite target; parts nest.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its identifier within the goal.
    pub id: PartId,
    /// What it is about.
    pub title: Option<String>,
    /// What its figure counts.
    pub unit: Option<String>,
    /// What has to hold.
    pub target: Target,
    /// What was reached in earlier periods, where the part has figures of its own.
    pub history: Vec<Figure>,
    /// Non-binding figures for later years.
    pub guidelines: Vec<Figure>,
}

/// Something that a judgement looks at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its identifier.
    pub id: String,
    /// What it is.
    pub title: String,
    /// When it is due, where stated.
    pub deadline: Option<Date>,
}

impl Target {
    /// What a result says about the target: whether it holds, how that was found, and what is wrong with
    /// the result.
    ///
    /// A judgement by a person ([`Target::Assessed`]) has no verdict of its own; its points decide.
    pub fn judge(&self, reported: &Reported, ground: Ground) -> Judgement {
        let mut judgement = match self {
            Self::Limit { relation, threshold } => limit::judge(*relation, threshold, reported, ground),
            Self::Between { min, max } => between::judge(min, max, reported, ground),
            Self::Unchanged { baseline, tolerance } => {
                unchanged::judge(*baseline, *tolerance, reported, ground)
            }
            Self::By(deadline) => by::judge(*deadline, reported, ground),
            Self::Done => done::judge(reported),
            Self::AllOf(parts) => composite::judge(true, parts, reported, ground),
            Self::AnyOf(parts) => composite::judge(false, parts, reported, ground),
            Self::Assessed { .. } => Judgement::unsettled(Verdict::Open, Vec::new()),
            Self::Undetermined => Judgement::unsettled(Verdict::Undetermined, vec![Step::NoTarget]),
        };
        judgement.faults.extend(self.misplaced(reported));
        judgement
    }

    /// Whether the target itself is fixed: nothing undetermined in it, every baseline at hand.
    pub fn is_determined(&self, reported: &Reported, ground: Ground) -> bool {
        let resolved = |baseline: &Option<Baseline>| ground.baseline(*baseline, reported).is_some();
        let known = |threshold: &Threshold| match threshold {
            Threshold::Absolute(_) => true,
            Threshold::Relative { baseline, .. } => resolved(baseline),
        };
        match self {
            Self::Limit { threshold, .. } => known(threshold),
            Self::Between { min, max } => known(min) && known(max),
            Self::Unchanged { baseline, .. } => resolved(baseline),
            Self::AllOf(parts) | Self::AnyOf(parts) => {
                let nothing = Reported::default();
                let reported = |part: &Part| reported.parts.get(&part.id).unwrap_or(&nothing);
                parts.iter().all(|part| part.target.is_determined(reported(part), ground.of_part(part)))
            }
            Self::By(_) | Self::Done | Self::Assessed { .. } => true,
            Self::Undetermined => false,
        }
    }

    /// The parts of a composite target; none of any other.
    pub fn parts(&self) -> Option<&[Part]> {
        match self {
            Self::AllOf(parts) | Self::AnyOf(parts) => Some(parts),
            _ => None,
        }
    }

    /// Whether two targets, neither of them composite, ask for the same, in whatever way it is written: 10
    /// percent below 100 is at most 90. Judgements ask for the same judgement, whatever they look at.
    pub fn asks_the_same(&self, other: &Self, ground: Ground) -> bool {
        let same = |here, there| ground.same_threshold(here, there);
        match (self, other) {
            (
                Self::Limit { relation, threshold },
                Self::Limit { relation: other_relation, threshold: other_threshold },
            ) => relation == other_relation && same(threshold, other_threshold),
            (Self::Between { min, max }, Self::Between { min: other_min, max: other_max }) => {
                same(min, other_min) && same(max, other_max)
            }
            (
                Self::Unchanged { baseline, tolerance },
                Self::Unchanged { baseline: other_baseline, tolerance: other_tolerance },
            ) => tolerance == other_tolerance && ground.same_baseline(*baseline, *other_baseline),
            (Self::Assessed { .. }, Self::Assessed { .. }) => true,
            _ => self == other,
        }
    }

    /// The field of an entry that this kind of target is answered with.
    pub fn wanted(&self) -> Field {
        match self {
            Self::Limit { .. } | Self::Between { .. } | Self::Unchanged { .. } => Field::Value,
            Self::By(_) => Field::Date,
            Self::Done => Field::Done,
            Self::AllOf(_) | Self::AnyOf(_) => Field::Parts,
            Self::Assessed { .. } => Field::Points,
            Self::Undetermined => Field::Addendum,
        }
    }

    /// Fields that were filled in although this kind of target has no use for them.
    fn misplaced(&self, reported: &Reported) -> Vec<Fault> {
        let wanted = self.wanted();
        // A figure may be kept while its target is still to be fixed.
        if wanted == Field::Addendum {
            return Vec::new();
        }
        let given = [
            (Field::Value, reported.value.is_some()),
            (Field::Baseline, reported.baseline.is_some()),
            (Field::Date, reported.date.is_some()),
            (Field::Done, reported.done.is_some()),
            (Field::Points, reported.points.is_some()),
            (Field::Parts, !reported.parts.is_empty()),
        ];
        let useful = |field| match (wanted, field) {
            (Field::Value, Field::Baseline) => true,
            (Field::Date, Field::Done) => reported.done == Some(false) && reported.date.is_none(),
            (Field::Done, Field::Date) => reported.done != Some(false),
            (Field::Points, Field::Done) => reported.points.is_none(),
            _ => field == wanted,
        };
        given
            .into_iter()
            .filter(|(field, filled)| *filled && !useful(*field))
            .map(|(field, _)| Fault::at(field, ObjectionKind::OtherKind { wanted }))
            .collect()
    }
}
