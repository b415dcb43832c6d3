//! What has to hold, as a contract states it. [`crate::domain::judging`] holds results against it.

use serde::{Deserialize, Serialize};

use super::{Baseline, Figure, LevelId, PartId, Rating, Ratio, Rule, RuleKind, Threshold};
use crate::domain::date::{Date, Period};
use crate::domain::number::Decimal;

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
    /// A person chooses a level of a scale, with a reason; each level has its share.
    Rated(Rating),
    /// Not fixed yet.
    Undetermined,
}

/// The kinds of target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TargetKind {
    /// Result ≤ threshold.
    AtMost,
    /// Result ≥ threshold.
    AtLeast,
    /// Result < threshold.
    Below,
    /// Result > threshold.
    Above,
    /// The result within two thresholds.
    Between,
    /// The result near its baseline.
    Unchanged,
    /// Done on or before a date.
    By,
    /// Done, yes or no.
    Done,
    /// Every part holds.
    AllOf,
    /// At least one part holds.
    AnyOf,
    /// A person gives points.
    Assessed,
    /// A person chooses a level.
    Rated,
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

impl Relation {
    /// The kind of a target on this side.
    pub fn kind(self) -> TargetKind {
        match self {
            Self::AtMost => TargetKind::AtMost,
            Self::AtLeast => TargetKind::AtLeast,
            Self::Below => TargetKind::Below,
            Self::Above => TargetKind::Above,
        }
    }
}

/// A part of a composite target; parts nest.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// Its identifier within the goal.
    pub id: PartId,
    /// What it is about.
    pub title: Option<String>,
    /// The document's own words.
    pub wording: Option<String>,
    /// On which page they stand, where that is another one than the goal's.
    pub page: Option<u32>,
    /// What its figure counts.
    pub unit: Option<String>,
    /// How two counts give its result, where they do.
    pub ratio: Option<Box<Ratio>>,
    /// What has to hold.
    pub target: Target,
    /// How much of the part is reached, where it has a rule of its own.
    pub scoring: Option<Rule>,
    /// When the part is measured, where stated; else when the goal is.
    pub measured: Option<Period>,
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

impl Part {
    /// Whether it can be reached in part: it has a rule of its own, or levels. A judgement within a composite says yes
    /// or no, whatever its rule.
    pub fn has_degrees(&self) -> bool {
        match self.target {
            Target::Assessed { .. } => false,
            Target::Rated(_) => true,
            _ => {
                self.scoring.as_ref().is_some_and(|rule| !matches!(rule, Rule::AllOrNothing | Rule::Assessed))
            }
        }
    }
}

impl Target {
    /// Which kind of target it is.
    pub fn kind(&self) -> TargetKind {
        match self {
            Self::Limit { relation, .. } => relation.kind(),
            Self::Between { .. } => TargetKind::Between,
            Self::Unchanged { .. } => TargetKind::Unchanged,
            Self::By(_) => TargetKind::By,
            Self::Done => TargetKind::Done,
            Self::AllOf(_) => TargetKind::AllOf,
            Self::AnyOf(_) => TargetKind::AnyOf,
            Self::Assessed { .. } => TargetKind::Assessed,
            Self::Rated(_) => TargetKind::Rated,
            Self::Undetermined => TargetKind::Undetermined,
        }
    }

    /// Whether a rule of this kind can score it. One that is not fixed yet may become any.
    pub fn takes(&self, rule: RuleKind) -> bool {
        match self {
            Self::Undetermined => true,
            Self::Limit { .. } => !matches!(rule, RuleKind::Parts | RuleKind::Assessed),
            Self::Between { .. } | Self::Unchanged { .. } => {
                matches!(rule, RuleKind::AllOrNothing | RuleKind::Scale)
            }
            Self::By(_) | Self::Done | Self::AnyOf(_) => rule == RuleKind::AllOrNothing,
            Self::AllOf(_) => matches!(rule, RuleKind::AllOrNothing | RuleKind::Parts),
            Self::Assessed { .. } => rule == RuleKind::Assessed,
            // A level has its share by itself.
            Self::Rated(_) => false,
        }
    }

    /// Whether a person says what it earns, so that it needs no scoring rule.
    pub fn is_judged(&self) -> bool {
        matches!(self, Self::Assessed { .. } | Self::Rated(_))
    }

    /// What a level is called that a person chose; its identifier where the target has no such level.
    pub fn level_title<'a>(&'a self, id: &'a LevelId) -> &'a str {
        match self {
            Self::Rated(rating) => rating.level(id).map_or(id.as_str(), |level| &level.title),
            _ => id.as_str(),
        }
    }

    /// The parts of a composite target; none of any other.
    pub fn parts(&self) -> Option<&[Part]> {
        match self {
            Self::AllOf(parts) | Self::AnyOf(parts) => Some(parts),
            _ => None,
        }
    }
}
