//! One line that is scored, with its weight, its history and what else the document says of it.

use serde::{Deserialize, Serialize};

use super::{Contribution, Figure, GoalId, GroupId, Part, Ratio, Rollup, Rule, Target};
use crate::domain::date::Period;
use crate::domain::number::{Decimal, Points};

/// One line that is scored: a goal, a product requirement or an individual area.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Its identifier.
    pub id: GoalId,
    /// The document's name for it, such as `Mål 2`.
    pub label: Option<String>,
    /// The heading that it stands under.
    pub group: Option<GroupId>,
    /// Where the document has it, such as `Tabel 2`.
    pub source: Option<String>,
    /// On which page of the document.
    pub page: Option<u32>,
    /// The document's own words.
    pub wording: Option<String>,
    /// What it is about, in short.
    pub title: String,
    /// What it is about, at length.
    pub description: Option<String>,
    /// The points that full fulfilment gives; none in an unweighted contract.
    pub weight: Option<Weight>,
    /// What the figures count.
    pub unit: Option<String>,
    /// How two counts give its result, where they do.
    pub ratio: Option<Box<Ratio>>,
    /// What has to hold.
    pub target: Target,
    /// When the target is measured, where stated.
    pub measured: Option<Period>,
    /// How much fulfilment earns; `None` where the contract is silent.
    pub scoring: Option<Rule>,
    /// What was reached in earlier periods.
    pub history: Vec<Figure>,
    /// Non-binding figures for later years.
    pub guidelines: Vec<Figure>,
    /// Staff and money that are set aside.
    pub resources: Vec<Resource>,
    /// Goals of other contracts that this one serves.
    pub contributes_to: Vec<Contribution>,
    /// How the figures of the goals that serve this one combine to its own, where stated.
    pub rollup: Option<Rollup>,
    /// The goals whose figures combine, as `contract#goal`; without any all that serve this one.
    pub served_by: Vec<String>,
    /// What the document says elsewhere about the same thing.
    pub also_stated: Vec<Statement>,
    /// A remark of whoever wrote the file.
    pub note: Option<String>,
}

impl Goal {
    /// The document's name for it where it has one, else its title.
    pub fn name(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.title)
    }

    /// The figure of its history that belongs to exactly this period.
    pub fn figure_of(&self, period: Period) -> Option<Decimal> {
        self.history.iter().find(|figure| figure.period == period).and_then(|figure| figure.value)
    }
}

/// The points that a goal gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// So many points at full fulfilment, 0 at none.
    Fixed(Points),
    /// From `min` at no fulfilment to `max` at full.
    Range {
        /// The points at no fulfilment.
        min: Points,
        /// The points at full fulfilment.
        max: Points,
    },
}

impl Weight {
    /// The points at no fulfilment.
    pub fn min(self) -> Points {
        match self {
            Self::Fixed(_) => Points::default(),
            Self::Range { min, .. } => min,
        }
    }

    /// The points at full fulfilment.
    pub fn max(self) -> Points {
        match self {
            Self::Fixed(points) | Self::Range { max: points, .. } => points,
        }
    }
}

/// How firmly a resource is stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ResourceKind {
    /// No more than.
    AtMost,
    /// No less than.
    AtLeast,
    /// About.
    About,
    /// Just so much.
    Exactly,
}

/// Staff or money that is set aside for a goal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// How firmly it is stated.
    pub kind: ResourceKind,
    /// How much.
    pub value: Decimal,
    /// Of what, such as `årsværk`.
    pub unit: String,
    /// What it is for.
    pub title: Option<String>,
}

/// What another place of the document says about a goal.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The place.
    pub source: String,
    /// Its title there.
    pub title: Option<String>,
    /// Its weight there.
    pub weight: Option<Weight>,
    /// Its target there.
    pub target: Option<StatedTarget>,
    /// The change in figures that the place gives for a relative target.
    pub change: Option<Decimal>,
    /// Its history there.
    pub history: Vec<Figure>,
    /// Its guidelines there.
    pub guidelines: Vec<Figure>,
    /// A remark.
    pub note: Option<String>,
}

/// A target as another place states it: whole, or some of its parts only.
#[derive(Clone, Debug, PartialEq)]
pub enum StatedTarget {
    /// The whole target.
    Whole {
        /// What has to hold there.
        target: Target,
        /// When it is measured there, where stated.
        measured: Option<Period>,
    },
    /// Some of its parts.
    Parts(Vec<Part>),
}
