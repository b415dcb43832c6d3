//! The level that the institution's points come to.

use super::{GoalOutcome, Institution, Tally};
use crate::domain::contract::{Bands, Contract};
use crate::domain::number::{Points, Share, Span};

/// The level reached. Levels are named by their places in [`Bands::list`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BandOutcome {
    /// From the worst to the best that is still possible.
    pub reached: Span<usize>,
    /// The same if readings and forecasts were results.
    pub expected: Span<usize>,
    /// Whether the lowest one counts whatever the points, at the worst and at the best that is possible; `None` where the
    /// contract has no such condition.
    pub is_lowest: Option<Span<bool>>,
    tally: Tally,
}

impl BandOutcome {
    /// The level of these points; none without levels or without points.
    pub(in crate::domain) fn new(
        contract: &Contract,
        institution: Option<&Institution>,
        tally: Tally,
    ) -> Option<Self> {
        let (bands, Institution { sum, total }) = contract.bands.as_ref().zip(institution)?;
        let lowest = |met, points: Span<Points>| {
            let condition = bands.lowest_when.as_ref()?;
            let fraction = points.map(|points| Share::fraction(points.0, total.0).unwrap_or(Share::NONE));
            tally.holds(condition, met, points, fraction).ok()
        };
        let is_lowest = lowest(tally.met, sum.points);
        Some(Self {
            reached: levels(bands, sum.points, is_lowest),
            expected: levels(bands, sum.expected, lowest(tally.expected, sum.expected)),
            is_lowest,
            tally,
        })
    }

    /// The level after the outcome of one goal changed.
    pub(in crate::domain) fn update(
        &self,
        contract: &Contract,
        institution: Option<&Institution>,
        before: &GoalOutcome,
        after: &GoalOutcome,
    ) -> Option<Self> {
        let condition = contract.bands.as_ref().and_then(|bands| bands.lowest_when.as_ref());
        let of_goal = |outcome| Tally::of_goal(condition, outcome);
        Self::new(contract, institution, self.tally + of_goal(after) - of_goal(before))
    }
}

fn levels(bands: &Bands, points: Span<Points>, is_lowest: Option<Span<bool>>) -> Span<usize> {
    let is_lowest = is_lowest.unwrap_or(Span::settled(false));
    let level = |points, is_lowest| if is_lowest { 0 } else { level(bands, points) };
    Span::new(level(points.min, is_lowest.min), level(points.max, is_lowest.max))
}

/// The highest level that so many points reach; the lowest one where they reach none.
fn level(bands: &Bands, points: Points) -> usize {
    bands.list.iter().rposition(|band| band.at <= points).unwrap_or_default()
}
