//! The pots that a pay agreement pays from, and the stages between what was reached and what is earned, as it states them.
//! `domain::pay` works them out.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Between, Condition, GoalId, GroupId, PotId, StageId};
use crate::domain::date::Date;
use crate::domain::number::{Decimal, Kroner, Percent, Points};

/// An amount that is earned by some of the goals or areas, such as basisramme and ekstraramme.
#[derive(Clone, Debug, PartialEq)]
pub struct Pot {
    /// Its identifier.
    pub id: PotId,
    /// What it is called.
    pub title: String,
    /// Where the document has it.
    pub source: Option<String>,
    /// What it is at full fulfilment.
    pub size: PotSize,
    /// Whose points earn it.
    pub earned_by: EarnedBy,
}

/// What a pot is at full fulfilment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PotSize {
    /// So many kroner.
    Amount {
        /// In kroner of the level, where there is one.
        kroner: Kroner,
        /// The day of the pay level that it is stated in; the assessment gives by how many percent that was regulated.
        level: Option<Date>,
    },
    /// A percent of the base pay.
    Percent(Percent),
    /// A percent of the base pay that the assessment gives.
    Entered,
}

/// Whose points earn a pot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EarnedBy {
    /// The goals of these groups and of their subgroups.
    Groups(BTreeSet<GroupId>),
    /// These goals.
    Goals(BTreeSet<GoalId>),
    /// These individual areas, each with a weight.
    Areas(BTreeSet<GoalId>),
    /// All goals.
    Institution,
    /// All individual areas, each with a weight.
    Individual,
    /// The one judgement of the individual part, out of so many points.
    Judged(Points),
}

/// Everything of one kind that a pot may be earned by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Everything {
    /// All goals.
    Institution,
    /// All individual areas.
    Individual,
}

/// A step between what was reached and what is earned.
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Its identifier.
    pub id: StageId,
    /// What it is called, where stated.
    pub title: Option<String>,
    /// Where the document has it.
    pub source: Option<String>,
    /// The pots that it holds for; all of them where none is named.
    pub pots: BTreeSet<PotId>,
    /// What it does.
    pub kind: StageKind,
}

/// What a stage does.
#[derive(Clone, Debug, PartialEq)]
pub enum StageKind {
    /// Cuts the fraction when a condition holds.
    Gate {
        /// The condition.
        when: Condition,
        /// What is left of the fraction then, from 0 to below 1.
        factor: Decimal,
        /// Whether its cut is added to those of the gates right before it, up to everything; else the factors multiply.
        adds: bool,
    },
    /// Reads the fraction off a table.
    Curve {
        /// From the lowest; `at` rises strictly and `to` never falls.
        steps: Vec<CurveStep>,
        /// What a fraction between two steps comes to.
        between: Between,
    },
    /// Multiplies by a person's judgement.
    Factor {
        /// The lowest that may be given.
        min: Decimal,
        /// The highest.
        max: Decimal,
    },
    /// The fraction is at most this.
    CapFraction(Decimal),
    /// What the pots earn together is at most so many kroner.
    CapAmount(Kroner),
    /// What the pots earn together is at most this percent of the base pay.
    CapPercent(Percent),
}

/// The forms of stage, as files name them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageForm {
    /// A condition that cuts.
    Gate,
    /// A table.
    Curve,
    /// A person's judgement.
    Factor,
    /// A limit.
    Cap,
}

/// How gates that stand together cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Together {
    /// Their factors multiply.
    Multiply,
    /// Their cuts are added.
    Add,
}

impl StageKind {
    /// Which form of stage it is.
    pub fn form(&self) -> StageForm {
        match self {
            Self::Gate { .. } => StageForm::Gate,
            Self::Curve { .. } => StageForm::Curve,
            Self::Factor { .. } => StageForm::Factor,
            Self::CapFraction(_) | Self::CapAmount(_) | Self::CapPercent(_) => StageForm::Cap,
        }
    }
}

/// A line of a curve.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CurveStep {
    /// The fraction before.
    pub at: Decimal,
    /// The fraction after.
    pub to: Decimal,
}

impl Stage {
    /// Whether it holds for a pot.
    pub fn covers(&self, pot: &PotId) -> bool {
        self.pots.is_empty() || self.pots.contains(pot)
    }

    /// The condition that it depends on.
    pub fn condition(&self) -> Option<&Condition> {
        match &self.kind {
            StageKind::Gate { when, .. } => Some(when),
            _ => None,
        }
    }
}
