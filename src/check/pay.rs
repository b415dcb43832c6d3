//! What a pay agreement leaves open: the split of the individual points, the weights of its areas, and the
//! maximum percent.

use super::Findings;
use crate::domain::contract::{IndividualRule, PotSize};
use crate::domain::number::Points;
use crate::findings::{JsonPath, PayFinding, WeightFinding};

pub(super) fn check(found: &mut Findings<'_, '_>) {
    let Some(pay) = &found.contract.pay else { return };
    if !pay.pots.is_empty() {
        let open = pay.pots.iter().enumerate().filter(|(_, pot)| pot.size == PotSize::Entered);
        for (index, pot) in open {
            let path = JsonPath::root().key("pay").key("pots").index(index);
            found.report(path, PayFinding::NoMaximumPercent { place: pot.source.clone() });
        }
        return;
    }
    let at = || JsonPath::root().key("pay").key("points").key("individual");
    let weights = || pay.areas.iter().filter_map(|area| area.weight);
    let sum = weights().fold(Points::default(), |sum, weight| sum + weight.max());
    let scored = pay.individual_rule() == IndividualRule::Areas;
    if scored && sum != pay.individual {
        found.report(at(), PayFinding::AreasDoNotSum { sum, points: pay.individual });
    }
    let weightless = pay.areas.iter().enumerate().filter(|(_, area)| scored && area.weight.is_none());
    for (index, area) in weightless {
        let path = JsonPath::root().key("pay").key("areas").index(index);
        let (name, place) = (area.name().to_owned(), area.source.clone());
        found.report(path, WeightFinding::GoalWithoutWeight { name, place });
    }
    if !scored && pay.areas.len() > 1 && weights().next().is_none() {
        let place = pay.source.clone();
        found.report(
            at(),
            PayFinding::IndividualNotSplit { points: pay.individual, areas: pay.areas.len(), place },
        );
    }
    if pay.max_percent.is_none() {
        found.report(
            JsonPath::root().key("pay").key("max_percent"),
            PayFinding::NoMaximumPercent { place: pay.source.clone() },
        );
    }
}
