//! `linear`: (result − `zero_at`) / (threshold − `zero_at`), from 0 at `zero_at` to 1 at the target, and on up to the
//! cap.

use super::{Scored, Scoring};
use crate::domain::contract::Threshold;
use crate::domain::judging::preceded;
use crate::domain::number::{Decimal, Share, TooLarge, difference};
use crate::domain::trace::{Step, Verdict};

pub(super) fn score(scoring: Scoring, stated: Threshold, cap: Decimal) -> Result<Scored, TooLarge> {
    let best = Share::decimal(cap);
    let (relation, target, value) = match scoring.one_sided(best) {
        Ok(known) => known,
        Err(scored) => return Ok(*scored),
    };
    let Some(zero_at) = scoring.ground.figure(stated, scoring.reported)? else {
        return Ok(scoring.without_baseline(best));
    };
    if !relation.is_worse(zero_at, target) {
        return Ok(Scored::unfit(best));
    }
    let Some(value) = value else {
        return Ok(Scored::open(best, Verdict::Open));
    };
    let share = Share::fraction(difference(value, zero_at)?, difference(target, zero_at)?)?;
    let mut scored = Scored::held(share, cap, Step::Linear { value, zero_at, target, share })?;
    let worked_out = scoring.ground.figure_step(stated, scoring.reported);
    scored.steps = preceded(worked_out.into_iter().collect(), scored.steps);
    Ok(scored)
}
