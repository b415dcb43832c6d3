//! `parts`: for an `all_of`, the sum of the fulfilled parts' shares; equal shares unless given.
//!
//! Each part moves the interval by itself.

use super::{Scored, Scoring};
use crate::domain::contract::PartId;
use crate::domain::contract::Target;
use crate::domain::number::{Decimal, Share, Span, TooLarge, sum};
use crate::domain::trace::{Step, Verdict};

pub(super) fn score(scoring: Scoring, shares: &[(PartId, Decimal)]) -> Result<Scored, TooLarge> {
    let verdicts = &scoring.judgement.parts;
    match scoring.target {
        Target::AllOf(_) if !verdicts.is_empty() => {}
        Target::Undetermined => return Ok(Scored::open(Share::FULL, Verdict::Undetermined)),
        _ => return Ok(Scored::unfit(Share::FULL)),
    }
    let share_of = |id: &PartId| {
        let given = shares.iter().find(|(part, _)| part == id).map(|(_, share)| *share);
        if shares.is_empty() { Decimal::ONE } else { given.unwrap_or_default() }
    };
    let whole = if shares.is_empty() { Decimal::from(verdicts.len()) } else { Decimal::ONE };
    let (mut min, mut max, mut waiting) = (Decimal::ZERO, Decimal::ZERO, false);
    for (id, verdict) in verdicts {
        match verdict {
            Verdict::Holds => (min, max) = (sum(min, share_of(id))?, sum(max, share_of(id))?),
            Verdict::Fails => {}
            Verdict::Open | Verdict::Undetermined => max = sum(max, share_of(id))?,
        }
        waiting |= *verdict == Verdict::Open;
    }
    let share = Span::new(Share::fraction(min, whole)?, Share::fraction(max, whole)?);
    let undetermined = !share.is_settled() && !waiting;
    let steps = vec![Step::PartShares { share }];
    Ok(Scored { share, judged: None, undetermined, steps, faults: Vec::new() })
}
