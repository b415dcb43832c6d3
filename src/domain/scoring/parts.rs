//! `parts`: for an `all_of`, the sum of each part's share of the goal × how much of the part is reached.
//!
//! The parts' shares are equal unless given. Each part moves the interval by itself; the sum is held at 1.

use super::{Scored, Scoring};
use crate::domain::contract::PartId;
use crate::domain::contract::Target;
use crate::domain::number::{Decimal, Share, Span, TooLarge};
use crate::domain::trace::{Step, Verdict};

pub(super) fn score(scoring: Scoring, shares: &[(PartId, Decimal)]) -> Result<Scored, TooLarge> {
    let parts = &scoring.judgement.parts;
    match scoring.target {
        Target::AllOf(_) if !parts.is_empty() => {}
        Target::Undetermined => return Ok(Scored::open(Share::FULL, Verdict::Undetermined)),
        _ => return Ok(Scored::unfit(Share::FULL)),
    }
    let (mut sum, mut terms, mut is_waiting) = (Span::settled(Share::NONE), Vec::new(), false);
    for part in parts {
        let weight = share_of(&part.id, shares, parts.len())?;
        let earned = part.share.try_map(|share| share.part_of(weight))?;
        sum = Span::new(sum.min.plus(earned.min)?, sum.max.plus(earned.max)?);
        terms.push((weight, part.share));
        is_waiting |= part.is_waiting;
    }
    let is_whole = |share: Share| share == Share::NONE || share == Share::FULL;
    if terms.iter().all(|(_, share)| is_whole(share.min) && is_whole(share.max)) {
        terms.clear();
    }
    let share = sum.try_map(|share| share.clamped(Decimal::ONE))?;
    let mut steps = vec![Step::PartShares { share: sum, terms }];
    if share != sum && share.is_settled() {
        steps.push(Step::Held { share: share.min });
    }
    let undetermined = !share.is_settled() && !is_waiting;
    Ok(Scored { share, judged: None, undetermined, steps, faults: Vec::new() })
}

/// The share of the goal that a part has, of so many parts.
pub(in crate::domain) fn share_of(
    id: &PartId,
    shares: &[(PartId, Decimal)],
    count: usize,
) -> Result<Share, TooLarge> {
    if shares.is_empty() {
        return Share::fraction(Decimal::ONE, Decimal::from(count));
    }
    let given = shares.iter().find(|(part, _)| part == id).map(|(_, share)| *share);
    Ok(Share::decimal(given.unwrap_or_default()))
}
