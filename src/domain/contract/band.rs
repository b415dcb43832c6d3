//! Levels of the institution's points, as a contract states them. `domain::evaluation` finds the one reached.

use super::Condition;
use crate::domain::number::Points;

/// The levels of the institution's points.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// From the lowest to the highest, at least one; the first one also has what lies below its `at`.
    pub list: Vec<Band>,
    /// When the lowest one counts, whatever the points.
    pub lowest_when: Option<Condition>,
}

/// A level of the institution's points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// The points from which it is reached.
    pub at: Points,
    /// What it is called, such as `Niveau 4`.
    pub title: String,
}
