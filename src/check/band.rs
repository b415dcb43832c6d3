//! Levels of the total that no points reach, and conditions that no result changes.

use super::Findings;
use crate::domain::contract::{Condition, Goal, Weight};
use crate::domain::number::{Points, Share, Span};
use crate::domain::scoring::best;
use crate::findings::{JsonPath, WeightFinding};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let Some((bands, system)) = found.contract.bands.as_ref().zip(found.contract.points) else { return };
    let most = found.contract.goals.iter().fold(Points::default(), |sum, goal| sum + most_of(goal));
    let at = || JsonPath::root().key("points");
    for (index, band) in bands.list.iter().enumerate().filter(|(_, band)| band.at > most) {
        let title = band.title.clone();
        let finding = WeightFinding::BandOutOfReach { title, at: band.at, most };
        found.report(at().key("bands").index(index), finding);
    }
    if let Some(condition) = &bands.lowest_when {
        let full = Share::fraction(most.0, system.total.0).unwrap_or(Share::FULL);
        condition_changes(found, at().key("lowest_when"), condition, most, Span::new(Share::NONE, full));
    }
}

/// The most that a goal can give: more than its weight where a cap exceeds 1.
pub(super) fn most_of(goal: &Goal) -> Points {
    let most = goal.weight.map(Weight::max).unwrap_or_default();
    let best = best(&goal.target, goal.scoring.as_ref());
    best.times(most.0, 2).map_or(most, |points| Points(points.max(most.0)))
}

/// Reports a condition that holds whatever is reached, or never does. The points go from 0 to `most`, the fraction from the
/// least that it can be to the most.
pub(super) fn condition_changes(
    found: &mut Findings<'_, '_>,
    path: JsonPath,
    condition: &Condition,
    most: Points,
    fraction: Span<Share>,
) {
    let (can_hold, can_fail) = match condition {
        Condition::FractionBelow(least) => {
            let reaches = |fraction: Share| fraction.reaches(Share::decimal(*least)).unwrap_or(true);
            (!reaches(fraction.min), reaches(fraction.max))
        }
        Condition::PointsBelow(least) => (*least > Points::default(), most >= *least),
        Condition::NotMet(goals) => (!goals.is_empty(), true),
        Condition::RatedLowest(goals) => (!goals.is_empty(), true),
        Condition::FewerMetThan { count, goals } => {
            (*count > 0, usize::try_from(*count).is_ok_and(|count| count <= goals.len()))
        }
    };
    if !can_hold {
        found.report(path, WeightFinding::ConditionNeverHolds);
    } else if !can_fail {
        found.report(path, WeightFinding::ConditionAlwaysHolds);
    }
}
