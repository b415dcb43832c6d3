//! Who assesses, and whose reason it is that stands in an assessment.

use serde::{Deserialize, Serialize};

use super::contract::LevelId;
use super::number::Decimal;

/// Whose assessment it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Assessor {
    /// The director's own.
    #[default]
    Director,
    /// The department's.
    Department,
    /// The one that both agree on.
    Agreed,
}

impl Assessor {
    /// Who probably assesses next: the department after the director, else the same once more.
    #[must_use]
    pub fn next(self) -> Self {
        if self == Self::Director { Self::Department } else { self }
    }
}

/// Whose reason it is, where another party took it over and did not confirm it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedReason {
    /// Who wrote it.
    pub by: Assessor,
    /// The points that it was written for.
    pub points: Option<Decimal>,
    /// The level that it was written for.
    pub level: Option<LevelId>,
}

impl CopiedReason {
    /// The mark of a reason that goes to another party; `fresh` where it has none yet. What came from that party is its
    /// own again.
    pub(super) fn passed_on(
        before: Option<Box<Self>>,
        has_reason: bool,
        fresh: Self,
        to: Assessor,
    ) -> Option<Box<Self>> {
        let mark = before.unwrap_or_else(|| Box::new(fresh));
        (has_reason && mark.by != to).then_some(mark)
    }

    /// Whether it was written for another judgement than this one.
    pub(super) fn is_of_other(&self, points: Option<Decimal>, level: Option<&LevelId>) -> bool {
        self.points != points || self.level.as_ref() != level
    }
}
