//! `proportional`: result over target for an at-least, target over result for an at-most, up to the cap.

use super::{Scored, Scoring};
use crate::domain::number::{Decimal, Share, TooLarge};
use crate::domain::trace::{Step, Verdict};

pub(super) fn score(scoring: Scoring, cap: Decimal) -> Result<Scored, TooLarge> {
    let best = Share::decimal(cap);
    let (relation, target, value) = match scoring.one_sided(best) {
        Ok(known) => known,
        Err(scored) => return Ok(*scored),
    };
    if target <= Decimal::ZERO {
        return Ok(Scored::unfit(best));
    }
    let Some(value) = value else {
        return Ok(Scored::open(best, Verdict::Open));
    };
    if relation.falls() && value <= Decimal::ZERO {
        return Ok(Scored::settled(best, vec![Step::ProportionalFull { value }]));
    }
    let (above, below) = if relation.falls() { (target, value) } else { (value, target) };
    let share = Share::fraction(above, below)?;
    Scored::held(share, cap, Step::Proportional { above, below, share })
}
