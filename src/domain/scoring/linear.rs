//! `linear`: (result − `zero_at`) / (threshold − `zero_at`), from 0 at `zero_at` to 1 at the target, and on up to the
//! cap.

use super::{Scored, Scoring};
use crate::domain::number::{Decimal, Share, TooLarge, difference};
use crate::domain::trace::{Step, Verdict};

pub(super) fn score(scoring: Scoring, zero_at: Decimal, cap: Decimal) -> Result<Scored, TooLarge> {
    let best = Share::decimal(cap);
    let (relation, target, value) = match scoring.one_sided(best) {
        Ok(known) => known,
        Err(scored) => return Ok(*scored),
    };
    if !relation.is_worse(zero_at, target) {
        return Ok(Scored::unfit(best));
    }
    let Some(value) = value else {
        return Ok(Scored::open(best, Verdict::Open));
    };
    let share = Share::fraction(difference(value, zero_at)?, difference(target, zero_at)?)?;
    Scored::held(share, cap, Step::Linear { value, zero_at, target, share })
}
