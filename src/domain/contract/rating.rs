//! Named scales that a person rates on, such as met, partly met, not met. `domain::judging` reads a rating off them.

use std::rc::Rc;

use super::{LevelId, ScaleId};
use crate::domain::number::{Decimal, Share};

/// A scale that a contract names once, for the targets that are rated on it.
#[derive(Clone, Debug, PartialEq)]
pub struct RatingScale {
    /// Names the scale within its contract.
    pub id: ScaleId,
    /// What it is called.
    pub title: String,
    /// At least two, one of which gives everything.
    pub levels: Rc<[Level]>,
}

/// A level that a person may choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    /// Names the level within its scale.
    pub id: LevelId,
    /// What it is called, such as `Delvist opfyldt`.
    pub title: String,
    /// The share of the weight that it earns; 1 is all of it.
    pub share: Decimal,
}

/// What a rated target is rated on.
#[derive(Clone, Debug, PartialEq)]
pub struct Rating {
    /// The contract's scale; none where the target has levels of its own.
    pub scale: Option<ScaleId>,
    /// The levels in the contract's order, those of the scale where it has one.
    pub levels: Rc<[Level]>,
}

impl Rating {
    /// The level of this identifier.
    pub fn level(&self, id: &LevelId) -> Option<&Level> {
        self.levels.iter().find(|level| level.id == *id)
    }

    /// The lowest share that a level gives.
    pub fn lowest(&self) -> Share {
        Share::decimal(self.levels.iter().map(|level| level.share).min().unwrap_or_default())
    }

    /// The highest share that a level gives.
    pub fn highest(&self) -> Share {
        Share::decimal(self.levels.iter().map(|level| level.share).max().unwrap_or_default())
    }

    /// The lowest level that gives at least this share; of several the first.
    pub fn mildest(&self, wanted: Share) -> Option<&Level> {
        let reaches = |level: &&Level| Share::decimal(level.share).reaches(wanted).unwrap_or_default();
        self.levels.iter().filter(reaches).min_by_key(|level| level.share)
    }
}
